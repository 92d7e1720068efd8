package state

import (
	"context"
	"slices"

	"regulars/store/actions"
	"regulars/store/crm"
)

// EventBook is what the list of events needs of the data file.
type EventBook interface {
	Events() ([]crm.Event, error)
	Guests(event crm.ID) ([]crm.Guest, error)
	DeleteEvent(id crm.ID) (actions.Step, error)
}

// EventRow is an event with the figures of its guest list.
type EventRow struct {
	crm.Event
	Counts GuestCounts
}

// Events is the screen of events: the list of them, and the one that is open with its guests.
type Events struct {
	// OnChanged is called when there are other events or figures, and when an event was opened or left.
	OnChanged func()
	// Guests are those of the event that is open.
	Guests *GuestList
	// Door is the desk at the door, where guests check in.
	Door *Door

	desk   *Desk
	book   EventBook
	prefs  Preferences
	rows   []EventRow
	chosen crm.ID
	opened bool
	read   bool // the list was read at least once
	load   question
	failed Message
	round  *Invite // the round that is being prepared
}

// NewEvents makes the screen; Load fills it.
func NewEvents(d *Desk, prefs Preferences) *Events {
	e := &Events{OnChanged: func() {}, Guests: newGuestList(d), desk: d, book: d.book, prefs: prefs}
	e.Door = newDoor(d, e.Guests)
	d.OnChange(func(c actions.Change) {
		if len(c.Events)+len(c.Guests) > 0 {
			e.Load()
		}
		if e.round != nil {
			e.round.changed(c)
		}
	})
	return e
}

// Load reads the list beside the screen.
func (e *Events) Load() {
	var rows []EventRow
	var err error
	e.load.ask(e.desk.run, func(ctx context.Context) { rows, err = readEvents(ctx, e.book) }, func() { e.take(rows, err) })
}

func readEvents(ctx context.Context, book EventBook) ([]EventRow, error) {
	list, err := book.Events()
	if err != nil {
		return nil, err
	}
	rows := make([]EventRow, 0, len(list))
	for _, event := range list {
		guests, err := book.Guests(event.ID)
		if err != nil || ctx.Err() != nil {
			return nil, err
		}
		rows = append(rows, EventRow{event, countGuests(guests)})
	}
	return rows, nil
}

func (e *Events) take(rows []EventRow, err error) {
	if e.failed = Explain(err); err == nil {
		e.rows, e.read = rows, true
	}
	if len(e.rows) > 0 && e.find(e.chosen) < 0 && !e.opened {
		e.chosen = e.rows[0].ID
	}
	if e.opened && e.find(e.chosen) < 0 {
		e.Leave() // somebody deleted the event, or took back that it was added
		return
	}
	e.OnChanged()
}

func (e *Events) find(id crm.ID) int {
	return slices.IndexFunc(e.rows, func(r EventRow) bool { return r.ID == id })
}

// Problem says why the list cannot be read.
func (e *Events) Problem() Message { return e.failed }

// Read reports whether the list has been read; before, an empty one means nothing.
func (e *Events) Read() bool { return e.read }

// Len is how many events there are.
func (e *Events) Len() int { return len(e.rows) }

// Row is one of them, the latest day first.
func (e *Events) Row(n int) (EventRow, bool) {
	if n < 0 || n >= len(e.rows) {
		return EventRow{}, false
	}
	return e.rows[n], true
}

// Choose chooses the event in a row.
func (e *Events) Choose(n int) {
	if r, ok := e.Row(n); ok {
		e.chosen = r.ID
		e.OnChanged()
	}
}

// ChosenRow is the row of the chosen event, -1 for none.
func (e *Events) ChosenRow() int { return e.find(e.chosen) }

// Chosen is the event that was chosen or is open.
func (e *Events) Chosen() (EventRow, bool) { return e.Row(e.ChosenRow()) }

// Open opens the event in a row.
func (e *Events) Open(n int) {
	if r, ok := e.Row(n); ok {
		e.OpenID(r.ID)
	}
}

// OpenID opens an event.
func (e *Events) OpenID(id crm.ID) {
	e.chosen, e.opened = id, true
	e.Guests.open(id)
	e.Door.clear()
	e.OnChanged()
}

// Opened reports whether an event is open.
func (e *Events) Opened() bool { return e.opened }

// Leave goes back to the list and reports whether an event was open.
func (e *Events) Leave() bool {
	was := e.opened
	e.opened = false
	e.EndInvite()
	e.Guests.close()
	e.OnChanged()
	return was
}

// New opens a form for an event that is not there yet.
func (e *Events) New() *EventForm { return newEventForm(e.desk, crm.Event{}) }

// Edit opens a form for the chosen event.
func (e *Events) Edit() (*EventForm, bool) {
	r, ok := e.Chosen()
	if !ok {
		return nil, false
	}
	return newEventForm(e.desk, r.Event), true
}

// Delete removes the chosen event with its guest list; Undo brings both back.
func (e *Events) Delete() {
	if r, ok := e.Chosen(); ok {
		e.desk.Act(func(context.Context) (actions.Step, error) { return e.book.DeleteEvent(r.ID) }, nil)
	}
}

// Invite begins a round of invitations to the event that is open.
func (e *Events) Invite() (*Invite, bool) {
	r, ok := e.Chosen()
	if !ok || !e.opened {
		return nil, false
	}
	e.EndInvite()
	e.round = newInvite(e.desk, e.prefs, r.Event)
	return e.round, true
}

// Round is the round of invitations that is being prepared, if there is one. A screen that is drawn anew goes on with it.
func (e *Events) Round() (*Invite, bool) { return e.round, e.round != nil && !e.round.ended }

// EndInvite gives the round up, if one is being prepared.
func (e *Events) EndInvite() {
	if e.round != nil {
		e.round.End()
		e.round = nil
	}
}

// Today is the civil day.
func (e *Events) Today() crm.Date { return e.desk.Today() }
