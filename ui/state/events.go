package state

import (
	"context"
	"slices"
	"strings"

	"regulars/reports/print"
	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/search"
)

// The filters of a guest list.
const (
	GuestsAll      = ""
	GuestsInvited  = "invited"
	GuestsComing   = "coming"
	GuestsDeclined = "declined"
	GuestsOpen     = "open" // no answer yet
	GuestsCame     = "came"
	GuestsLeftOut  = "left-out"
)

// Events is the screen of events: the list, the guests of the one chosen, and what is done with them.
type Events struct {
	// OnChanged is called when there are other events, guests or figures.
	OnChanged func()
	// OnSelected is called when other guests are selected.
	OnSelected func()

	desk     *Desk
	events   []crm.Event
	at       crm.ID
	guests   []print.Attendee
	filter   string
	find     string
	shown    []int
	ids      []crm.ID // of the guests shown
	selected *Selection
	asked    int
	problem  Message
}

// GuestCounts are the figures of a guest list.
type GuestCounts struct {
	Invited, Coming, Declined, Open, Came, LeftOut int
	People                                         int // how many are coming with those they bring
}

// NewEvents makes the screen; Load fills it.
func NewEvents(d *Desk) *Events {
	e := &Events{OnChanged: func() {}, OnSelected: func() {}, desk: d, selected: NewSelection()}
	d.OnChange(func(c actions.Change) {
		if len(c.Events)+len(c.Guests)+len(c.Contacts) > 0 {
			e.Load()
		}
	})
	return e
}

// Load reads events and guests beside the screen; only the newest answer is shown.
func (e *Events) Load() {
	e.asked++
	mine, at := e.asked, e.at
	var list []crm.Event
	var guests []print.Attendee
	var err error
	e.desk.run.Go(func(context.Context) { list, at, guests, err = e.read(at) }, func() {
		if mine != e.asked {
			return
		}
		if e.problem = Explain(err); err == nil {
			e.events, e.at, e.guests = list, at, guests
			e.apply()
		}
		e.OnChanged()
	})
}

// read gives the events and the guests of one: the one asked for, or the latest.
func (e *Events) read(at crm.ID) ([]crm.Event, crm.ID, []print.Attendee, error) {
	list, err := e.desk.book.Events()
	if err != nil || len(list) == 0 {
		return nil, crm.ID{}, nil, err
	}
	if !slices.ContainsFunc(list, func(v crm.Event) bool { return v.ID == at }) {
		at = list[0].ID
	}
	guests, err := attendees(e.desk.book, at)
	return list, at, guests, err
}

// Problem says why the list cannot be read.
func (e *Events) Problem() Message { return e.problem }

// List gives the events, the latest first.
func (e *Events) List() []crm.Event { return e.events }

// Event is the one chosen; ok is false when there is none.
func (e *Events) Event() (event crm.Event, ok bool) {
	for _, v := range e.events {
		if v.ID == e.at {
			return v, true
		}
	}
	return crm.Event{}, false
}

// Choose shows the guests of an event.
func (e *Events) Choose(id crm.ID) {
	e.at, e.filter, e.find = id, GuestsAll, ""
	e.selected.Clear()
	e.Load()
}

// Counts are the figures of the guest list.
func (e *Events) Counts() GuestCounts {
	var c GuestCounts
	for _, a := range e.guests {
		for _, is := range []struct {
			filter string
			n      *int
		}{{GuestsInvited, &c.Invited}, {GuestsComing, &c.Coming}, {GuestsDeclined, &c.Declined}, {GuestsOpen, &c.Open}, {GuestsCame, &c.Came}, {GuestsLeftOut, &c.LeftOut}} {
			if matches(&a.Guest, is.filter) {
				*is.n++
			}
		}
		if a.Guest.Answer == crm.Coming {
			c.People += max(a.Guest.Party, 1)
		}
	}
	return c
}

// Of gives the figure of one filter.
func (c GuestCounts) Of(filter string) int {
	switch filter {
	case GuestsComing:
		return c.Coming
	case GuestsDeclined:
		return c.Declined
	case GuestsOpen:
		return c.Open
	case GuestsCame:
		return c.Came
	case GuestsLeftOut:
		return c.LeftOut
	}
	return c.Invited
}

// GuestFilters lists the filters in the order of the chips.
func GuestFilters() []string {
	return []string{GuestsInvited, GuestsComing, GuestsDeclined, GuestsOpen, GuestsCame, GuestsLeftOut}
}

func matches(g *crm.Guest, filter string) bool {
	onList := g.Channel != "" || g.Reason == crm.WalkIn
	switch filter {
	case GuestsInvited:
		return onList
	case GuestsComing:
		return g.Answer == crm.Coming
	case GuestsDeclined:
		return g.Answer == crm.Declined
	case GuestsOpen:
		return onList && (g.Answer == crm.NoAnswer || g.Answer == crm.Maybe) && g.CheckedIn == ""
	case GuestsCame:
		return g.CheckedIn != ""
	case GuestsLeftOut:
		return !onList
	}
	return true
}

// Filter is which guests are shown.
func (e *Events) Filter() string { return e.filter }

// FilterOn shows some of the guests; the same filter again shows all.
func (e *Events) FilterOn(filter string) {
	if e.filter == filter {
		filter = GuestsAll
	}
	e.filter = filter
	e.apply()
	e.OnChanged()
}

// Find shows the guests whose name or company holds a text, for the desk at the door.
func (e *Events) Find(text string) {
	e.find = search.Fold(strings.TrimSpace(text))
	e.apply()
	e.OnChanged()
}

func (e *Events) apply() {
	e.shown, e.ids = e.shown[:0], e.ids[:0]
	for i, a := range e.guests {
		if matches(&a.Guest, e.filter) && (e.find == "" || strings.Contains(search.Fold(a.Name()+" "+a.Contact.CompanyName()), e.find)) {
			e.shown, e.ids = append(e.shown, i), append(e.ids, a.Guest.ID)
		}
	}
	e.selected.Keep(e.ids)
}

// Rows is how many guests are shown.
func (e *Events) Rows() int { return len(e.shown) }

// Row is one of the guests shown, with the contact it stands for.
func (e *Events) Row(n int) (g crm.Guest, c crm.Contact, ok bool) {
	if n < 0 || n >= len(e.shown) {
		return crm.Guest{}, crm.Contact{}, false
	}
	a := e.guests[e.shown[n]]
	return a.Guest, a.Contact, true
}

// GuestName is what a guest is called.
func GuestName(g crm.Guest, c crm.Contact) string { return print.Attendee{Guest: g, Contact: c}.Name() }

// Selected reports whether a row is selected.
func (e *Events) Selected(n int) bool { return n >= 0 && n < len(e.ids) && e.selected.Has(e.ids[n]) }

// Pick selects one row alone.
func (e *Events) Pick(n int) { e.pick(n, func() { e.selected.Only(n, e.ids[n]) }) }

// Toggle selects a row too, or no longer.
func (e *Events) Toggle(n int) { e.pick(n, func() { e.selected.Toggle(n, e.ids[n]) }) }

// Extend selects from the row chosen last to this one.
func (e *Events) Extend(n int) { e.pick(n, func() { e.selected.Extend(n, e.ids) }) }

// PickAll selects all guests shown.
func (e *Events) PickAll() {
	e.selected.All(e.ids)
	e.OnSelected()
}

// PickNone selects no guest.
func (e *Events) PickNone() {
	e.selected.Clear()
	e.OnSelected()
}

func (e *Events) pick(n int, how func()) {
	if n >= 0 && n < len(e.ids) {
		how()
		e.OnSelected()
	}
}

// Picked are the selected guests, or all that are shown when none is.
func (e *Events) Picked() []crm.ID {
	if e.selected.Len() == 0 {
		return slices.Clone(e.ids)
	}
	return e.selected.In(e.ids)
}

// PickedCount is how many are selected.
func (e *Events) PickedCount() int { return e.selected.Len() }

// PickedContacts are the contacts of the picked guests who are on a list, for printing.
func (e *Events) PickedContacts() []crm.ID {
	want := map[crm.ID]bool{}
	for _, id := range e.Picked() {
		want[id] = true
	}
	var out []crm.ID
	for _, a := range e.guests {
		if want[a.Guest.ID] && !a.Guest.Contact.IsZero() && matches(&a.Guest, GuestsInvited) {
			out = append(out, a.Guest.Contact)
		}
	}
	return out
}
