package state

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/search"
)

// GuestBook is what a guest list needs of the data file.
type GuestBook interface {
	Event(id crm.ID) (crm.Event, error)
	Guests(event crm.ID) ([]crm.Guest, error)
	ContactsByID(ids []crm.ID) ([]crm.Contact, error)
	Reply(guest crm.ID, answer crm.Answer, party int) (actions.Step, error)
	SetGuest(guest crm.ID, set func(*crm.Guest) error) (actions.Step, error)
	CheckIn(guest crm.ID, at time.Time) (actions.Step, error)
	UncheckIn(guest crm.ID) (actions.Step, error)
	WalkIn(event crm.ID, g crm.Guest, at time.Time) (crm.ID, actions.Step, error)
	RemoveGuests(ids []crm.ID) (actions.Step, error)
	Search() (*search.Index, error)
}

// GuestList is the list of the guests of one event: who is shown, in which order, who is selected, and what is done with them.
type GuestList struct {
	// OnChanged is called when there are other rows, figures or contents.
	OnChanged func()
	// OnSelected is called when other rows are selected.
	OnSelected func()

	desk    *Desk
	book    GuestBook
	id      crm.ID
	event   crm.Event
	all     []GuestRow
	counts  GuestCounts
	index   *search.Index  // of all guests, by GuestRow.known
	ranks   map[crm.ID]int // the place of each guest by name
	who     map[crm.ID]*crm.Contact
	problem Message
	load    question

	filter  GuestFilter
	channel crm.Channel // only those, "" = all
	find    string
	column  string
	down    bool
	rows    []int // into all
	ids     []crm.ID

	selected *Selection
	lead     crm.ID
	place    int // the row of lead when it was last seen
	typed    typedParty
}

func newGuestList(d *Desk) *GuestList {
	l := &GuestList{OnChanged: func() {}, OnSelected: func() {}, desk: d, book: d.book, filter: GuestsInvited, column: GuestName, selected: NewSelection()}
	d.OnChange(l.changed)
	return l
}

// open shows the guests of an event.
func (l *GuestList) open(id crm.ID) {
	l.id, l.event, l.all, l.counts, l.index, l.who = id, crm.Event{}, nil, countGuests(nil), nil, nil
	l.filter, l.channel, l.find, l.column, l.down = GuestsInvited, "", "", GuestName, false
	l.lead, l.place = crm.ID{}, 0
	l.selected.Clear()
	l.apply()
	l.reload(nil)
}

// close forgets the event.
func (l *GuestList) close() {
	l.load.stop()
	l.id, l.all, l.who = crm.ID{}, nil, nil
	l.apply()
}

func (l *GuestList) changed(c actions.Change) {
	if !l.id.IsZero() && len(c.Guests)+len(c.Events)+len(c.Contacts) > 0 {
		l.reload(c.Contacts)
	}
}

// reload reads the list again, and of the contacts those that are new or have changed.
func (l *GuestList) reload(stale []crm.ID) {
	l.who = without(l.who, stale) // not taken out of the map itself, which a reading under way may be using
	r := guestReading{book: l.book, id: l.id, who: l.who}
	l.load.ask(l.desk.run, func(ctx context.Context) { r.read(ctx) }, func() { l.take(&r) })
}

func without(who map[crm.ID]*crm.Contact, stale []crm.ID) map[crm.ID]*crm.Contact {
	if len(stale) == 0 {
		return who
	}
	out := maps.Clone(who)
	for _, id := range stale {
		delete(out, id)
	}
	return out
}

func (l *GuestList) take(r *guestReading) {
	if l.problem = Explain(r.err); r.err != nil {
		l.OnChanged()
		return
	}
	l.event, l.all, l.who, l.index, l.ranks, l.counts = r.event, r.rows, r.who, r.index, r.ranks, r.counts
	l.apply()
	l.OnChanged()
}

// guestReading reads a guest list beside the screen.
type guestReading struct {
	book   GuestBook
	id     crm.ID
	who    map[crm.ID]*crm.Contact // those that are known already
	event  crm.Event
	rows   []GuestRow
	index  *search.Index
	ranks  map[crm.ID]int
	counts GuestCounts
	err    error
}

func (r *guestReading) read(ctx context.Context) {
	var guests []crm.Guest
	if r.event, r.err = r.book.Event(r.id); r.err != nil {
		return
	}
	if guests, r.err = r.book.Guests(r.id); r.err != nil {
		return
	}
	if r.who, r.err = r.contacts(guests); r.err != nil || ctx.Err() != nil {
		return
	}
	r.counts = countGuests(guests)
	known := make([]crm.Contact, len(guests))
	for i, g := range guests {
		row := GuestRow{Guest: g}
		if c := r.who[g.Contact]; c != nil {
			row.Who = *c
		}
		r.rows = append(r.rows, row)
		known[i] = row.known()
	}
	r.index = search.BuildFrom(known)
	r.ranks = placesOf(r.index.Find(search.Query{}, search.ByName, 0, -1).IDs)
}

// contacts reads those of the guests' contacts that are not known yet. The map that is known is left as it is, since the screen is using it.
func (r *guestReading) contacts(guests []crm.Guest) (map[crm.ID]*crm.Contact, error) {
	out := make(map[crm.ID]*crm.Contact, len(guests))
	var missing []crm.ID
	for _, g := range guests {
		if c, ok := r.who[g.Contact]; ok {
			out[g.Contact] = c
		} else if !g.Contact.IsZero() {
			missing = append(missing, g.Contact)
		}
	}
	list, err := r.book.ContactsByID(missing)
	for i := range list {
		out[list[i].ID] = &list[i]
	}
	return out, err
}

func placesOf(ids []crm.ID) map[crm.ID]int {
	out := make(map[crm.ID]int, len(ids))
	for i, id := range ids {
		out[id] = i
	}
	return out
}

// Event is the event whose guests these are.
func (l *GuestList) Event() crm.Event { return l.event }

// Problem says why the list could not be read.
func (l *GuestList) Problem() Message { return l.problem }

// Loading reports whether the list is being read.
func (l *GuestList) Loading() bool { return l.load.open }

// Counts are the figures of the whole list.
func (l *GuestList) Counts() GuestCounts { return l.counts }

// All is how many are on the list, those left out included.
func (l *GuestList) All() int { return len(l.all) }

// Filter is which guests are shown.
func (l *GuestList) Filter() GuestFilter { return l.filter }

// SetFilter shows others.
func (l *GuestList) SetFilter(f GuestFilter) { l.show(func() { l.filter, l.lead = f, crm.ID{} }) }

// Channel is the channel whose guests are shown, "" for all.
func (l *GuestList) Channel() crm.Channel { return l.channel }

// SetChannelFilter shows the guests of one channel, or of all for "".
func (l *GuestList) SetChannelFilter(c crm.Channel) {
	l.show(func() { l.channel, l.lead = c, crm.ID{} })
}

// Finding is what is looked for in the list.
func (l *GuestList) Finding() string { return l.find }

// Find shows the guests whose name, reading, company or telephone holds a text.
func (l *GuestList) Find(text string) {
	l.show(func() { l.find, l.lead = strings.TrimSpace(text), crm.ID{} })
}

func (l *GuestList) show(set func()) {
	set()
	l.apply()
	l.OnChanged()
	l.OnSelected()
}

// The columns that a guest list may be sorted by.
const (
	GuestName    = "name"
	GuestCompany = "company"
	GuestChannel = "channel"
	GuestReply   = "reply"
	GuestParty   = "party"
	GuestTable   = "table"
	GuestWhy     = "why"
)

// SortBy sorts by a column; a second time turns the order round.
func (l *GuestList) SortBy(column string) {
	l.show(func() { l.down, l.column = l.column == column && !l.down, column })
}

// Sorted is the column that the rows are sorted by and whether the order runs backwards.
func (l *GuestList) Sorted() (column string, down bool) { return l.column, l.down }

// apply finds the rows that are shown and keeps the selection among them.
func (l *GuestList) apply() {
	found := l.found(l.find)
	l.rows = l.rows[:0]
	for i := range l.all {
		g := &l.all[i].Guest
		if l.filter.Holds(g) && (l.channel == "" || g.Channel == l.channel) && (found == nil || found[g.ID]) {
			l.rows = append(l.rows, i)
		}
	}
	slices.SortFunc(l.rows, l.compare)
	l.ids = make([]crm.ID, len(l.rows))
	for i, at := range l.rows {
		l.ids[i] = l.all[at].ID
	}
	l.selected.Keep(l.ids)
	l.follow()
}

// found are the guests that a text means, nil for all of them.
func (l *GuestList) found(text string) map[crm.ID]bool {
	if text == "" || l.index == nil {
		return nil
	}
	out := map[crm.ID]bool{}
	for _, id := range lookUp(l.index, text, -1) {
		out[id] = true
	}
	return out
}

// lookUp finds contacts by words alone, so that a colon in a text asks for no field. The best come first.
func lookUp(index *search.Index, text string, limit int) []crm.ID {
	var words search.And
	for _, w := range strings.Fields(text) {
		words = append(words, search.Word{Text: w})
	}
	query, err := search.NewQuery(words, 0)
	if err != nil { // too long for a query: nobody is called so
		return nil
	}
	return index.Find(query, search.ByRelevance, 0, limit).IDs
}

func (l *GuestList) compare(i, j int) int {
	a, b := &l.all[i], &l.all[j]
	by := 0
	switch l.column {
	case GuestCompany:
		by = cmp.Compare(a.Company(), b.Company())
	case GuestChannel:
		by = cmp.Compare(slices.Index(crm.Channels(), a.Channel), slices.Index(crm.Channels(), b.Channel))
	case GuestReply:
		by = cmp.Compare(weight(&a.Guest), weight(&b.Guest))
	case GuestParty:
		by = cmp.Compare(b.Party, a.Party)
	case GuestTable:
		by = compareTables(a.Table, b.Table)
	case GuestWhy:
		by = cmp.Or(cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.Detail, b.Detail))
	}
	if by = cmp.Or(by, cmp.Compare(l.ranks[a.ID], l.ranks[b.ID])); l.down {
		return -by
	}
	return by
}

// weight puts those who said yes first and those who said no last.
func weight(g *crm.Guest) int {
	return slices.Index([]crm.Answer{crm.Coming, crm.Maybe, crm.NoAnswer, crm.Declined}, g.Answer)
}

// compareTables puts table 2 before table 10, then those that have names, and guests without a table last.
func compareTables(a, b string) int {
	return cmp.Or(cmp.Compare(tableDigits(a), tableDigits(b)), cmp.Compare(a, b))
}

// tableDigits is with how many digits a table begins; more than any number for a name, and still more for none.
func tableDigits(table string) int {
	n := len(table) - len(strings.TrimLeft(table, "0123456789"))
	switch {
	case table == "":
		return math.MaxInt
	case n == 0:
		return math.MaxInt - 1
	}
	return n
}

// Len is how many rows are shown.
func (l *GuestList) Len() int { return len(l.rows) }

// Row is one of the rows shown.
func (l *GuestList) Row(n int) (GuestRow, bool) {
	if n < 0 || n >= len(l.rows) {
		return GuestRow{}, false
	}
	return l.all[l.rows[n]], true
}
