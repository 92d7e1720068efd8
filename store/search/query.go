package search

import (
	"fmt"
	"slices"

	"regulars/store/crm"
)

// Query is a search in parsed form: a tree of conditions and the day from which "30d" and the like are counted. The zero Query matches
// every contact. A Query is a value: it never changes and may be used by many goroutines.
type Query struct {
	root Node
	test test
}

// Node is one part of a query: And, Or, Not, Word or Condition.
type Node interface{ node() }

// And holds when all of its parts hold. An empty And always holds.
type And []Node

// Or holds when at least one of its parts holds. An empty Or never holds; Parse makes none.
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
	// Name is the name of the user-defined field where Field is FieldCustom, else "".
	Name  string
	Op    Op
	Value string
}

func (And) node()       {}
func (Or) node()        {}
func (Not) node()       {}
func (Word) node()      {}
func (Condition) node() {}

// Op is how a condition compares.
type Op string

// The comparisons. Has is what each field means by its plain colon, Is the whole text; the others are for dates. The value of Between is
// "from..to", both included.
const (
	Has     Op = ":"
	Is      Op = ":="
	Before  Op = ":<"
	After   Op = ":>"
	UpTo    Op = ":<="
	From    Op = ":>="
	Between Op = ".."
)

// The codes of a SyntaxError.
const (
	ErrNoValue = "no-value" // nothing stands after the colon of Field
	ErrNoPart  = "no-part"  // nothing stands beside OR or after NOT
	ErrBracket = "bracket"  // a closing bracket that was never opened
	ErrOpen    = "open"     // an opening bracket that is never closed
	ErrDate    = "date"     // Value is no day, no stretch of days and no distance from today
	ErrChoice  = "choice"   // Value is none that Field can have
	ErrCompare = "compare"  // Field cannot be compared so
	ErrField   = "field"    // there is no such Field; from NewQuery only
	ErrLong    = "long"     // too long, or too many brackets in brackets
)

// SyntaxError says what is wrong with a query. Its text for people is the catalogue key "search.error.<Code>" with the values field,
// value and at.
type SyntaxError struct {
	Code  string
	At    int // where, in characters from the start of the query, from 0; -1 when the query was not read from text
	Field string
	Value string
}

// Error is for logs; faces use Code.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("search: query: %s at %d (field %q, value %q)", e.Code, e.At, e.Field, e.Value)
}

// NewQuery makes a query from a tree, as a filter builder does. today is what relative days count from. The error is a *SyntaxError.
func NewQuery(root Node, today crm.Date) (Query, error) {
	root, err := normal(root, 0)
	if err != nil || root == nil {
		return Query{}, err
	}
	return Query{root, compile(root, today)}, nil
}

// Root is the tree in canonical form, nil for the query that matches everything. It must not be changed.
func (q Query) Root() Node { return q.root }

// Empty reports whether the query matches every contact.
func (q Query) Empty() bool { return q.root == nil }

// Match reports whether a contact meets the query. For many contacts Index.Find is hundreds of times faster.
func (q Query) Match(c *crm.Contact) bool {
	_, ok := q.rank(c)
	return ok
}

// rank is how well a contact meets the query, see ranks.
func (q Query) rank(c *crm.Contact) (rank uint8, ok bool) {
	if q.Empty() {
		return 0, true
	}
	e := excerptOf(c)
	v := e.view()
	return q.test.match(&v)
}

func (q Query) compiled() test {
	if q.Empty() {
		return andTest{}
	}
	return q.test
}

// Custom lists the names of user-defined fields that the query asks for, as typed: a key that is no field of the program is taken as one.
// A face that knows the fields in use can so point out a slip.
func (q Query) Custom() []string {
	var out []string
	walk(q.root, func(n Node) {
		if c, ok := n.(Condition); ok && c.Name != "" && !slices.Contains(out, c.Name) {
			out = append(out, c.Name)
		}
	})
	return out
}

// walk calls see for a node and all below it.
func walk(n Node, see func(Node)) {
	if n == nil {
		return
	}
	see(n)
	switch n := n.(type) {
	case And:
		for _, p := range n {
			walk(p, see)
		}
	case Or:
		for _, p := range n {
			walk(p, see)
		}
	case Not:
		walk(n.Part, see)
	}
}

// maxDepth is how deep brackets may stand in brackets.
const maxDepth = 50

// normal checks a tree and brings it into canonical form: no And in And, no Or in Or, no double Not, values in their plain form. nil
// stands for what always holds.
func normal(n Node, depth int) (Node, error) {
	if depth > 2*maxDepth {
		return nil, &SyntaxError{Code: ErrLong, At: -1}
	}
	switch n := n.(type) {
	case And:
		return normalAnd(n, depth)
	case Or:
		return normalOr(n, depth)
	case Not:
		return normalNot(n, depth)
	case Word:
		if Fold(n.Text) == "" {
			return nil, nil
		}
		n.Exact = n.Exact || !standsBare(n.Text)
		return n, nil
	case Condition:
		return normalCondition(n)
	}
	return nil, nil
}

func normalAnd(parts And, depth int) (Node, error) {
	var out And
	for _, p := range parts {
		p, err := normal(p, depth+1)
		if err != nil {
			return nil, err
		}
		switch p := p.(type) {
		case nil:
		case And:
			out = append(out, p...)
		default:
			out = append(out, p)
		}
	}
	switch len(out) {
	case 0:
		return nil, nil
	case 1:
		return out[0], nil
	}
	return out, nil
}

func normalOr(parts Or, depth int) (Node, error) {
	out := Or{}
	for _, p := range parts {
		p, err := normal(p, depth+1)
		if err != nil {
			return nil, err
		}
		switch p := p.(type) {
		case nil:
			return nil, nil
		case Or:
			out = append(out, p...)
		default:
			out = append(out, p)
		}
	}
	if len(out) == 1 {
		return out[0], nil
	}
	return out, nil
}

func normalNot(n Not, depth int) (Node, error) {
	part, err := normal(n.Part, depth+1)
	if err != nil {
		return nil, err
	}
	switch p := part.(type) {
	case nil:
		return Or{}, nil
	case Not:
		return p.Part, nil
	case Or:
		if len(p) == 0 {
			return nil, nil
		}
	}
	return Not{part}, nil
}

// normalCondition checks a condition and writes its value in the canonical form.
func normalCondition(c Condition) (Node, error) {
	fail := func(code string) (Node, error) {
		return nil, &SyntaxError{Code: code, At: -1, Field: c.key(), Value: c.Value}
	}
	spec, ok := specOf(c.Field)
	if !ok || c.Field == FieldCustom && Fold(c.Name) == "" {
		return fail(ErrField)
	}
	if c.Field != FieldCustom && c.Field != FieldHas {
		c.Name = ""
	}
	if Fold(c.Value) == "" {
		return fail(ErrNoValue)
	}
	if c.Op == "" {
		c.Op = Has
	}
	if !spec.allows(c.Op) {
		return fail(ErrCompare)
	}
	if code := c.settle(spec); code != "" {
		return fail(code)
	}
	return c, nil
}

// allows reports whether the field can be compared so.
func (s fieldSpec) allows(op Op) bool {
	if s.manner != aDate && s.manner != yearly {
		return op == Has || op == Is
	}
	return slices.Contains([]Op{Has, Is, Before, After, UpTo, From, Between}, op)
}

// settle puts the canonical value in place; the code of an error otherwise.
func (c *Condition) settle(spec fieldSpec) (code string) {
	switch spec.manner {
	case aDate, yearly:
		op, days, ok := parseDays(c.Op, c.Value, spec.manner == yearly)
		if !ok {
			return ErrDate
		}
		c.Op, c.Value = op, days[0].String()
		if op == Between {
			c.Value += ".." + days[1].String()
		}
	case channel:
		ch, ok := channelOf(c.Value)
		if !ok {
			return ErrChoice
		}
		c.Op, c.Value = Has, string(ch)
	case kind:
		k, ok := kindOf(c.Value)
		if !ok {
			return ErrChoice
		}
		c.Op, c.Value = Has, string(k)
	case presence:
		value, known := thingOf(c.Value)
		c.Op, c.Value, c.Name = Has, value, ""
		if !known {
			c.Name = value
		}
	}
	return ""
}

// key is what stands before the colon.
func (c Condition) key() string {
	if c.Field == FieldCustom {
		return c.Name
	}
	return string(c.Field)
}
