package search

import "regulars/store/crm"

// Query is a search in parsed form: a tree of conditions and the day on which words such as "30d" are counted from. The zero Query
// matches every contact. A Query is a value: it never changes and may be used by many goroutines.
type Query struct {
	root  Node
	today crm.Date
}

// Node is one part of a query: And, Or, Not, Word or Condition.
type Node interface{ node() }

// And holds when all of its parts hold. An empty And always holds.
type And []Node

// Or holds when at least one of its parts holds.
type Or []Node

// Not holds when its part does not.
type Not struct{ Part Node }

// Word is free text that is looked for everywhere. Exact text stood in quotation marks: it is looked for as it stands and not as a
// reading or a telephone number.
type Word struct {
	Text  string
	Exact bool
}

// Condition asks for something of one field.
type Condition struct {
	Field Field
	// Name is the name of the user-defined field where Field is Custom, else "".
	Name  string
	Op    Op
	Value string
}

func (And) node()       {}
func (Or) node()        {}
func (Not) node()       {}
func (Word) node()      {}
func (Condition) node() {}

// Field is the key of a condition in its canonical, English form ("tag", "city", "birthday").
type Field string

// Op is how a condition compares.
type Op string

// The comparisons. Has is what each field means by its plain colon; see the package comment.
const (
	Has     Op = ":"
	Is      Op = ":="
	Before  Op = ":<"
	After   Op = ":>"
	UpTo    Op = ":<="
	From    Op = ":>="
	Between Op = ".."
)

// Parse reads a query as people type it. today is what relative days count from. The error is a *SyntaxError.
func Parse(text string, today crm.Date) (Query, error) { return Query{today: today}, nil }

// NewQuery makes a query from a tree, as a filter builder does. The error is a *SyntaxError without a position.
func NewQuery(root Node, today crm.Date) (Query, error) { return Query{root, today}, nil }

// Root is the tree, nil for the query that matches everything. It must not be changed.
func (q Query) Root() Node { return q.root }

// String writes the query in its canonical form, which Parse reads as the same query.
func (q Query) String() string { return "" }

// Empty reports whether the query matches every contact.
func (q Query) Empty() bool { return q.root == nil }

// Match reports whether a contact meets the query. For many contacts Index.Find is hundreds of times faster.
func (q Query) Match(c *crm.Contact) bool { return q.root == nil }

// Custom lists the names of user-defined fields that the query asks for, as typed: a key that is no field of the program is taken as one.
// A face that knows the fields in use can tell the user about a slip.
func (q Query) Custom() []string { return nil }

// SyntaxError says what is wrong with a query. Its text for people is the catalogue key "search.error.<Code>" with the values field,
// value and at.
type SyntaxError struct {
	Code  string // one of the Err… constants
	At    int    // where, in characters (runes) from the start of the query, from 0
	Field string
	Value string
}

// Error is for logs; faces use Code.
func (e *SyntaxError) Error() string { return "search: " + e.Code }
