package state

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"regulars/store/actions"
	"regulars/store/crm"
)

// Arrival is somebody whom the text at the door may mean.
type Arrival struct {
	Guest   crm.ID // zero for somebody who is not on the list
	Contact crm.ID // zero for somebody who is only a name
	Title   string
	Company string
	Table   string
	Party   int
	There   string // the time of day at which the guest arrived, "" before
	LeftOut bool
}

// Door is the desk at the door. A few letters of a name, the end of a telephone number or a scanned id find the guest, and Return checks the guest
// in. Who is not on the list can be let in as a known contact or by name.
type Door struct {
	// OnChanged is called when something else is found or has happened.
	OnChanged func()

	desk  *Desk
	list  *GuestList
	text  string
	found []Arrival
	at    int // the one that Return means, -1 = none
	last  Message
	more  question
}

// The numbers of lines at the door.
const (
	mostGuestsFound = 6
	mostOthersFound = 3
	mostArrivals    = 8
)

func newDoor(d *Desk, l *GuestList) *Door {
	return &Door{OnChanged: func() {}, desk: d, list: l, at: -1}
}

func (d *Door) clear() {
	d.text, d.found, d.at, d.last = "", nil, -1, Message{}
	d.more.stop()
}

// Text is what was typed.
func (d *Door) Text() string { return d.text }

// Found are those whom the text may mean, the likeliest first.
func (d *Door) Found() []Arrival { return d.found }

// At is which of them Return means, -1 for none.
func (d *Door) At() int { return d.at }

// Last says what happened last.
func (d *Door) Last() Message { return d.last }

// Type looks for a text.
func (d *Door) Type(text string) {
	d.text = text
	d.look()
}

func (d *Door) look() {
	text := strings.TrimSpace(d.text)
	d.found, d.at = nil, -1
	d.more.stop()
	if text == "" {
		d.OnChanged()
		return
	}
	d.found = d.guests(text)
	if len(d.found) > 0 {
		d.at = 0
	}
	d.lookFurther(text)
	d.OnChanged()
}

// guests are the guests whom a text means: an id means one, else names and numbers are looked for. Those who are not there yet come first.
func (d *Door) guests(text string) []Arrival {
	var out []Arrival
	if id, err := crm.ParseID(strings.ToUpper(text)); err == nil && !id.IsZero() {
		for i := range d.list.all {
			if g := &d.list.all[i]; g.ID == id || g.Contact == id {
				return []Arrival{arrival(g)}
			}
		}
	}
	if d.list.index == nil {
		return nil
	}
	rows := make(map[crm.ID]*GuestRow, len(d.list.all))
	for i := range d.list.all {
		rows[d.list.all[i].ID] = &d.list.all[i]
	}
	for _, id := range lookUp(d.list.index, text, -1) {
		if g := rows[id]; g != nil {
			out = append(out, arrival(g))
		}
	}
	slices.SortStableFunc(out, func(a, b Arrival) int { return cmp.Compare(lateness(a), lateness(b)) })
	return out[:min(len(out), mostGuestsFound)]
}

func lateness(a Arrival) int {
	switch {
	case a.There != "":
		return 2
	case a.LeftOut:
		return 1
	}
	return 0
}

func arrival(g *GuestRow) Arrival {
	return Arrival{Guest: g.ID, Contact: g.Contact, Title: g.Title(), Company: g.Company(), Table: g.Table, Party: g.Party, There: ArrivedAt(&g.Guest),
		LeftOut: GuestsLeftOut.Holds(&g.Guest)}
}

// lookFurther looks among all contacts for people who are not on the list, and offers the bare name at the end.
func (d *Door) lookFurther(text string) {
	var list []crm.Contact
	var err error
	d.more.ask(d.desk.run, func(context.Context) { list, err = d.others(text) }, func() {
		if err != nil {
			d.desk.Warn(err)
		}
		d.offer(text, list)
		d.OnChanged()
	})
}

func (d *Door) others(text string) ([]crm.Contact, error) {
	index, err := d.list.book.Search()
	if err != nil {
		return nil, err
	}
	return d.list.book.ContactsByID(lookUp(index, text, 3*mostOthersFound+mostGuestsFound))
}

func (d *Door) offer(text string, list []crm.Contact) {
	listed := map[crm.ID]bool{}
	for i := range d.list.all {
		listed[d.list.all[i].Contact] = true
	}
	room := min(mostOthersFound, mostGuestsFound-len(d.found))
	for i := range list {
		c := &list[i]
		if !listed[c.ID] && c.Kind == crm.Person && room > 0 {
			d.found = append(d.found, Arrival{Contact: c.ID, Title: c.Title(), Company: c.CompanyName()})
			room--
		}
	}
	d.found = append(d.found, Arrival{Title: text})
}

// Move goes to another line; a negative number goes up.
func (d *Door) Move(lines int) {
	if len(d.found) > 0 {
		d.at = max(min(d.at+lines, len(d.found)-1), 0)
		d.OnChanged()
	}
}

// Accept lets in whom Return means.
func (d *Door) Accept() { d.Let(d.at) }

// Let lets in somebody who was found.
func (d *Door) Let(n int) {
	if n < 0 || n >= len(d.found) {
		return
	}
	a := d.found[n]
	switch {
	case a.There != "":
		d.done(Say("events.door.already", "name", a.Title, "time", a.There))
	case a.Guest.IsZero():
		d.walkIn(a)
	default:
		d.list.checkIn(a.Guest, true, d.after(Say("events.door.welcome", "name", a.Title)))
	}
}

func (d *Door) walkIn(a Arrival) {
	guest, now, event := crm.Guest{Contact: a.Contact}, d.desk.now(), d.list.id
	if a.Contact.IsZero() {
		guest.Name = a.Title
	}
	d.desk.Act(func(context.Context) (actions.Step, error) {
		_, step, err := d.list.book.WalkIn(event, guest, now)
		return step, err
	}, d.after(Say("events.door.walked-in", "name", a.Title)))
}

// after says how it went, and is ready for the next guest.
func (d *Door) after(m Message) func(error) {
	return func(err error) {
		if err == nil {
			d.done(m)
		}
	}
}

func (d *Door) done(m Message) {
	d.clear()
	d.last = m
	d.OnChanged()
}

// Arrivals are those who arrived last, the latest first.
func (d *Door) Arrivals() []Arrival {
	var there []*GuestRow
	for i := range d.list.all {
		if d.list.all[i].CheckedIn != "" {
			there = append(there, &d.list.all[i])
		}
	}
	slices.SortStableFunc(there, func(a, b *GuestRow) int { return cmp.Compare(b.CheckedIn, a.CheckedIn) })
	var out []Arrival
	for _, g := range there[:min(len(there), mostArrivals)] {
		out = append(out, arrival(g))
	}
	return out
}

// TakeBack notes that a guest has not arrived after all.
func (d *Door) TakeBack(guest crm.ID) { d.list.checkIn(guest, false, nil) }
