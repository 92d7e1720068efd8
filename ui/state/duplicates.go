package state

import (
	"context"
	"slices"
	"strings"

	"regulars/importer/match"
	"regulars/store/actions"
	"regulars/store/crm"
)

// DuplicatesBook is what the search for duplicates needs of the data file.
type DuplicatesBook interface {
	AllContacts() ([]crm.Contact, error)
	ContactsByID(ids []crm.ID) ([]crm.Contact, error)
	Merge(keep crm.ID, others []crm.ID, merged crm.Contact) (actions.Step, error)
}

// Duplicates is the screen of pairs of contacts that may be the same: why they may be, how they differ, and what would become of them in one.
type Duplicates struct {
	// OnChanged is called when there is something else to show.
	OnChanged func()

	desk    *Desk
	book    DuplicatesBook
	words   func() *Words
	pairs   []Pair
	at      int
	apart   map[[2]crm.ID]bool // pairs that the user says are different, for this session
	asked   int
	cancel  func()
	busy    bool
	looked  bool
	two     [2]crm.Contact
	there   bool
	from    map[string]crm.ID
	keep    int
	problem Message
}

// Pair is two contacts that may be the same.
type Pair struct {
	IDs     [2]crm.ID
	Titles  [2]string
	Score   int // in hundredths
	Reasons []string
}

// NewDuplicates makes the screen; Look looks for pairs. The words name the fields in the notes of a merged record.
func NewDuplicates(d *Desk, words func() *Words) *Duplicates {
	u := &Duplicates{OnChanged: func() {}, desk: d, book: d.book, words: words, apart: map[[2]crm.ID]bool{}, cancel: func() {}, from: map[string]crm.ID{}}
	d.OnChange(func(c actions.Change) {
		if u.looked && len(c.Contacts) > 0 {
			u.Look()
		}
	})
	return u
}

// Look compares all contacts, beside the screen. A comparison that is still under way ends.
func (u *Duplicates) Look() {
	u.cancel()
	u.asked++
	mine := u.asked
	var pairs []Pair
	var err error
	u.busy, u.looked = true, true
	u.OnChanged()
	u.cancel = u.desk.run.Go(func(ctx context.Context) { pairs, err = u.find(ctx) }, func() {
		if mine == u.asked {
			u.take(pairs, err)
		}
	})
}

// Looked reports whether a comparison was asked for.
func (u *Duplicates) Looked() bool { return u.looked }

// Busy reports whether contacts are being compared.
func (u *Duplicates) Busy() bool { return u.busy }

// Stop ends the comparison. Nothing is changed by it.
func (u *Duplicates) Stop() {
	u.cancel()
	u.asked++
	u.busy, u.looked = false, false
	u.OnChanged()
}

func (u *Duplicates) find(ctx context.Context) ([]Pair, error) {
	contacts, err := u.book.AllContacts()
	if err != nil {
		return nil, err
	}
	found, err := match.Pairs(ctx, contacts)
	titles := make(map[crm.ID]string, len(contacts))
	for i := range contacts {
		titles[contacts[i].ID] = contacts[i].Title()
	}
	out := make([]Pair, len(found))
	for i, p := range found {
		out[i] = Pair{IDs: [2]crm.ID{p.A, p.B}, Titles: [2]string{titles[p.A], titles[p.B]}, Score: int(p.Score*100 + 0.5)}
		for _, r := range p.Reasons {
			out[i].Reasons = append(out[i].Reasons, string(r))
		}
	}
	return out, err
}

func (u *Duplicates) take(pairs []Pair, err error) {
	u.busy = false
	if u.problem = Explain(err); err != nil {
		u.OnChanged()
		return
	}
	u.pairs = slices.DeleteFunc(pairs, func(p Pair) bool { return u.apart[p.IDs] })
	u.turn(u.at)
}

// Rows is the number of pairs.
func (u *Duplicates) Rows() int { return len(u.pairs) }

// Pair gives the pair in a row, the likeliest first.
func (u *Duplicates) Pair(row int) (p Pair, ok bool) {
	if row < 0 || row >= len(u.pairs) {
		return Pair{}, false
	}
	return u.pairs[row], true
}

// At is the row of the pair that is shown.
func (u *Duplicates) At() int { return u.at }

// Choose shows the pair in a row.
func (u *Duplicates) Choose(row int) {
	if row != u.at {
		u.turn(row)
	}
}

// turn shows a pair. The choices of the one before are forgotten.
func (u *Duplicates) turn(row int) {
	u.at = max(min(row, len(u.pairs)-1), 0)
	u.there, u.keep = false, 0
	clear(u.from)
	if p, ok := u.Pair(u.at); ok {
		two, err := u.book.ContactsByID(p.IDs[:])
		if u.problem = Explain(err); err == nil && len(two) == 2 {
			u.two, u.there = [2]crm.Contact{two[0], two[1]}, true
			u.keep = fuller(u.two)
		}
	}
	u.OnChanged()
}

// fuller is the one of two records that knows more; of equals the older one.
func fuller(two [2]crm.Contact) int {
	count := func(c *crm.Contact) (n int) {
		for _, f := range crm.Fields() {
			n += len(f.Get(c))
		}
		return n
	}
	if count(&two[1]) > count(&two[0]) {
		return 1
	}
	return 0
}

// Two are the contacts of the pair that is shown; ok is false where there is none, or one of them is gone.
func (u *Duplicates) Two() (two [2]crm.Contact, ok bool) { return u.two, u.there }

// Problem says why something could not be read.
func (u *Duplicates) Problem() Message { return u.problem }

// Keep is the side (0 or 1) whose values stand where nobody has chosen.
func (u *Duplicates) Keep() int { return u.keep }

// Compared is a line of the comparison: a field and its values on both sides.
type Compared struct {
	Field  string
	Values [2][]string
	Differ bool // the sides say different things
	Choice bool // only one of them can stand, so the user chooses
	Side   int  // whose value stands
}

// Lines compares the two field by field; fields that neither has are left out.
func (u *Duplicates) Lines() []Compared {
	if !u.there {
		return nil
	}
	var out []Compared
	for _, f := range comparedFields(&u.two[0], &u.two[1]) {
		c := Compared{Field: f.Key, Values: [2][]string{f.Get(&u.two[0]), f.Get(&u.two[1])}, Side: u.side(f.Key)}
		if len(c.Values[0])+len(c.Values[1]) == 0 {
			continue
		}
		c.Differ = !slices.Equal(c.Values[0], c.Values[1])
		c.Choice = c.Differ && len(c.Values[0]) > 0 && len(c.Values[1]) > 0 && single(f)
		out = append(out, c)
	}
	return out
}

// comparedFields are the fields of a comparison. Parts of a name and of an address are left to the line that says them whole.
func comparedFields(a, b *crm.Contact) []crm.Field {
	custom := append(customOf(a), customOf(b)...)
	slices.SortFunc(custom, func(x, y crm.Field) int { return strings.Compare(x.Key, y.Key) })
	custom = slices.CompactFunc(custom, func(x, y crm.Field) bool { return x.Key == y.Key })
	var out []crm.Field
	for _, f := range append(crm.Fields(), custom...) {
		if !hidden(f) && f.Key != "name.family" && f.Key != "name.given" && f.Key != "name.middle" {
			out = append(out, f)
		}
	}
	return out
}

// single reports whether only one value of a field can stand, by the user's choice. The others are joined, or the later one counts.
func single(f crm.Field) bool {
	switch f.Key {
	case "name", "name.prefix", "name.suffix", "salutation", "nickname", "reading", "reading.family", "reading.given", "gender", "company", "department", "job_title", "tax_id",
		"language", "referrer", "card_date", "birthday", "anniversary", "preferred_channel":
		return true
	}
	return false
}

// decider is the field whose choice decides about another: company, department and title are one position, of which the main one is chosen.
func decider(field string) string {
	if field == "department" || field == "job_title" {
		return "company"
	}
	return field
}

func (u *Duplicates) side(field string) int {
	if id, chosen := u.from[decider(field)]; chosen && id == u.two[1].ID {
		return 1
	} else if chosen {
		return 0
	}
	return u.keep
}

// Take lets the value of a side (0 or 1) stand in a field.
func (u *Duplicates) Take(field string, side int) {
	if u.there && (side == 0 || side == 1) {
		u.from[decider(field)] = u.two[side].ID
		u.OnChanged()
	}
}

// TakeAll lets the values of a side stand wherever only one can.
func (u *Duplicates) TakeAll(side int) {
	if u.there && (side == 0 || side == 1) {
		u.keep = side
		clear(u.from)
		u.OnChanged()
	}
}

// Merged is what would become of the two: nothing is lost, what gives way goes into other names or the notes.
func (u *Duplicates) Merged() (c crm.Contact, ok bool) {
	if !u.there {
		return crm.Contact{}, false
	}
	keep, other := u.two[u.keep], u.two[1-u.keep]
	merged, _ := crm.Merge(keep, []crm.Contact{other}, crm.Choices{From: u.from, Label: u.words().Field})
	return merged, true
}

// Facts lists the fields of a record that hold something.
func (u *Duplicates) Facts(c *crm.Contact) []crm.Field {
	return slices.DeleteFunc(comparedFields(c, c), func(f crm.Field) bool { return len(f.Get(c)) == 0 })
}

// Merge makes one of the two, as Merged shows it. It can be undone, and taken apart later from the history.
func (u *Duplicates) Merge() {
	merged, ok := u.Merged()
	if !ok {
		return
	}
	keep, other := u.two[u.keep].ID, u.two[1-u.keep].ID
	before := u.two
	u.desk.Act(func(context.Context) (actions.Step, error) {
		if err := u.asShown(before); err != nil {
			return actions.Step{}, err
		}
		return u.book.Merge(keep, []crm.ID{other}, merged)
	}, nil)
}

// asShown makes sure that nobody has changed the two since they were shown.
func (u *Duplicates) asShown(before [2]crm.Contact) error {
	now, err := u.book.ContactsByID([]crm.ID{before[0].ID, before[1].ID})
	if err != nil {
		return err
	}
	if len(now) != 2 || len(crm.Diff(&before[0], &now[0]))+len(crm.Diff(&before[1], &now[1])) > 0 {
		return actions.ErrChangedSince
	}
	return nil
}

// Apart says that the two are different; the pair does not come back in this session.
func (u *Duplicates) Apart() {
	p, ok := u.Pair(u.at)
	if !ok {
		return
	}
	u.apart[p.IDs] = true
	u.pairs = slices.Delete(u.pairs, u.at, u.at+1)
	u.turn(u.at)
}
