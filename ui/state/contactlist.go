package state

import (
	"context"
	"runtime/debug"
	"slices"
	"time"

	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/search"
)

// ContactBook is what a list of contacts needs of the data file.
type ContactBook interface {
	Search() (*search.Index, error)
	SearchReady() bool
	CompactSearch()
	FirstContacts(n int) ([]crm.Contact, error)
	ContactsByID(ids []crm.ID) ([]crm.Contact, error)
	Today() crm.Date
}

// ContactList is the list of contacts: a query, an order, what was found, and what is selected in it.
//
// Of what was found only the ids are held. The contacts themselves are read by pages as their rows come into view, which takes a millisecond or
// two a page; so a list of a hundred thousand costs no more than one of a hundred.
type ContactList struct {
	// OnChanged is called when there are other rows, or the same rows with other contents.
	OnChanged func()
	// OnAnswer is called when a search has been answered.
	OnAnswer func()
	// OnSelected is called when other rows are selected.
	OnSelected func()

	book     ContactBook
	run      Runner
	now      func() time.Time
	query    string
	order    search.Order
	ids      []crm.ID
	pages    map[int][]crm.Contact
	asked    int // grows with each question; an answer to an older one is dropped
	cancel   func()
	loading  bool
	problem  Message
	took     time.Duration
	selected *Selection
	lead     crm.ID // the record that the card shows
	later    int    // a row to select once it is there, -1 = none
	picked   func() // before OnSelected
	shown    func() // after OnChanged
}

const (
	pageSize  = 64
	firstRows = 200 // shown until the index has been built
	maxPages  = 40
)

// NewContactList makes the list; Load fills it.
func NewContactList(d *Desk) *ContactList {
	l := newContactList(d.book, d.run, d.now)
	d.OnChange(l.changed)
	return l
}

func newContactList(book ContactBook, run Runner, now func() time.Time) *ContactList {
	return &ContactList{OnChanged: func() {}, OnAnswer: func() {}, OnSelected: func() {}, book: book, run: run, now: now, order: search.ByName,
		pages: map[int][]crm.Contact{}, selected: NewSelection(), cancel: func() {}, later: -1, picked: func() {}, shown: func() {}}
}

// Load asks for the rows. Until the search index has been built, which takes a second with a hundred thousand contacts, it shows the first ones.
func (l *ContactList) Load() {
	if !l.book.SearchReady() && l.query == "" {
		l.showFirst()
	}
	l.ask()
}

func (l *ContactList) showFirst() {
	list, err := l.book.FirstContacts(firstRows)
	if err != nil {
		l.problem = Explain(err)
		return
	}
	ids := make([]crm.ID, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	l.show(ids)
}

// Query is what the user typed.
func (l *ContactList) Query() string { return l.query }

// SetQuery looks for something else, in the query language of package search.
func (l *ContactList) SetQuery(text string) {
	if text == l.query {
		return
	}
	l.query = text
	l.ask()
}

// Order is how the rows are sorted.
func (l *ContactList) Order() search.Order { return l.order }

// SetOrder sorts the rows otherwise. The words are those of search.Order, with a minus sign in front to turn one round; an unknown one is
// passed over.
func (l *ContactList) SetOrder(word string) {
	o, ok := search.ParseOrder(word)
	if !ok || o == l.order {
		return
	}
	l.order = o
	l.ask()
}

// Orders lists the words of the orders that a user may choose.
func (l *ContactList) Orders() []string {
	var out []string
	for _, o := range search.Orders() {
		if o != search.ByName { // the same as by stroke
			out = append(out, string(o))
		}
	}
	return out
}

// Problem says what is wrong with the query, or why the rows could not be read.
func (l *ContactList) Problem() Message { return l.problem }

// Loading reports whether an answer is still under way.
func (l *ContactList) Loading() bool { return l.loading }

// Took is how long the last search took.
func (l *ContactList) Took() time.Duration { return l.took }

// ask puts the question; an answer that is not the newest one is dropped.
func (l *ContactList) ask() {
	l.cancel()
	l.asked++
	mine := l.asked
	query, err := search.Parse(l.query, l.book.Today())
	if l.problem = Explain(err); err != nil {
		l.loading = false
		l.OnChanged()
		return
	}
	var a answer
	order := l.order
	l.loading = true
	l.cancel = l.run.Go(func(context.Context) { a = l.find(query, order) }, func() {
		if mine == l.asked {
			l.take(a)
		}
	})
}

type answer struct {
	ids  []crm.ID
	took time.Duration
	err  error
}

func (l *ContactList) find(q search.Query, o search.Order) (a answer) {
	first := !l.book.SearchReady()
	index, err := l.book.Search()
	if err != nil {
		return answer{err: err}
	}
	if first {
		debug.FreeOSMemory() // building the index reads every contact once; what that took is not needed again
	}
	start := l.now()
	a.ids = index.Find(q, o, 0, -1).IDs
	a.took = l.now().Sub(start)
	if index.Stale() {
		l.book.CompactSearch()
	}
	return a
}

func (l *ContactList) take(a answer) {
	l.loading = false
	if a.err != nil {
		l.problem = Explain(a.err)
		l.OnChanged()
		return
	}
	l.took = a.took
	l.show(a.ids)
	l.OnAnswer()
}

func (l *ContactList) show(ids []crm.ID) {
	l.ids = ids
	clear(l.pages)
	l.selected.Keep(ids)
	l.OnChanged()
	l.selectionChanged()
	l.shown()
	l.chooseLater()
}

// changed reads again what a commit touched. The question is put anew, since any change may bring rows in, out or elsewhere.
func (l *ContactList) changed(c actions.Change) {
	if len(c.Contacts) == 0 {
		return
	}
	l.ask()
}

// Len is the number of rows.
func (l *ContactList) Len() int { return len(l.ids) }

// Row gives the contact in a row; ok is false for one that has just gone or cannot be read.
func (l *ContactList) Row(row int) (c crm.Contact, ok bool) {
	if row < 0 || row >= len(l.ids) {
		return crm.Contact{}, false
	}
	page, at := row/pageSize, row%pageSize
	list, there := l.pages[page]
	if !there {
		list = l.read(page)
	}
	if at >= len(list) || list[at].ID != l.ids[row] {
		return crm.Contact{}, false
	}
	return list[at], true
}

// read gets a page. Contacts that are gone leave an empty place, so that the others keep theirs.
func (l *ContactList) read(page int) []crm.Contact {
	ids := l.ids[page*pageSize : min((page+1)*pageSize, len(l.ids))]
	found, err := l.book.ContactsByID(ids)
	if err != nil {
		l.problem = Explain(err)
	}
	list := make([]crm.Contact, len(ids))
	for i, next := 0, 0; i < len(ids) && next < len(found); i++ {
		if found[next].ID == ids[i] {
			list[i] = found[next]
			next++
		}
	}
	if len(l.pages) >= maxPages {
		clear(l.pages)
	}
	l.pages[page] = list
	return list
}

// Find gives the row of a record, -1 if it is not in the list.
func (l *ContactList) Find(id crm.ID) int { return slices.Index(l.ids, id) }
