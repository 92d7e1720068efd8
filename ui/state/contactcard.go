package state

import (
	"context"
	"errors"

	"regulars/store/actions"
	"regulars/store/crm"
)

// CardBook is what a card needs of the data file.
type CardBook interface {
	Contact(id crm.ID) (crm.Contact, error)
	People(company crm.ID) ([]crm.Contact, error)
	GuestOf(contact crm.ID) ([]crm.Guest, error)
	Event(id crm.ID) (crm.Event, error)
	HistoryOf(id crm.ID) ([]actions.Entry, error)
}

// ContactCard is everything known about one contact.
type ContactCard struct {
	// OnChanged is called when the card shows something else.
	OnChanged func()

	book  CardBook
	run   Runner
	id    crm.ID
	asked int
	facts cardFacts
}

// cardFacts is what is read for a card at one time.
type cardFacts struct {
	contact crm.Contact
	people  []crm.Contact
	history []Happening
	problem Message
	found   bool
}

// Happening is a line of a contact's history: an act that changed the record, or an event it was invited to.
type Happening struct {
	What    Message
	Who     string
	Millis  int64 // when, since 1970 UTC; 0 for an event that only has a Day
	Day     crm.Date
	Step    crm.ID       // the act, zero for an event
	Undoes  bool         // the act can be taken back by UndoStep
	Changes []crm.Change // of an edit: old → new per field
	Channel crm.Channel  // of an invitation
	Answer  crm.Answer
	Came    bool
}

// NewContactCard makes an empty card.
func NewContactCard(d *Desk) *ContactCard {
	c := newContactCard(d.book, d.run)
	d.OnChange(func(actions.Change) { c.Reload() })
	return c
}

func newContactCard(book CardBook, run Runner) *ContactCard {
	return &ContactCard{OnChanged: func() {}, book: book, run: run}
}

// Show turns the card to a contact.
func (c *ContactCard) Show(id crm.ID) {
	if c.id == id && c.facts.found {
		return
	}
	c.id = id
	c.Reload()
}

// Clear shows nothing.
func (c *ContactCard) Clear() {
	c.asked++
	c.id, c.facts = crm.ID{}, cardFacts{}
	c.OnChanged()
}

// Reload reads the contact again.
func (c *ContactCard) Reload() {
	if c.id.IsZero() {
		return
	}
	c.asked++
	mine, id := c.asked, c.id
	var facts cardFacts
	c.run.Go(func(context.Context) { facts = readFacts(c.book, id) }, func() {
		if mine == c.asked {
			c.facts = facts
			c.OnChanged()
		}
	})
}

// Contact is the contact; ok is false while there is none to show.
func (c *ContactCard) Contact() (contact crm.Contact, ok bool) { return c.facts.contact, c.facts.found }

// People are those who work at a company.
func (c *ContactCard) People() []crm.Contact { return c.facts.people }

// History is what has happened, the latest first.
func (c *ContactCard) History() []Happening { return c.facts.history }

// Problem says why the contact cannot be shown.
func (c *ContactCard) Problem() Message { return c.facts.problem }

func readFacts(book CardBook, id crm.ID) cardFacts {
	contact, err := book.Contact(id)
	if errors.Is(err, actions.ErrNotFound) {
		return cardFacts{}
	}
	f := cardFacts{contact: contact, found: err == nil}
	if err == nil && contact.Kind == crm.Company {
		f.people, err = book.People(id)
	}
	if err == nil {
		f.history, err = readHistory(book, id)
	}
	f.problem = Explain(err)
	return f
}

func readHistory(book CardBook, id crm.ID) ([]Happening, error) {
	invitations, err := readInvitations(book, id)
	if err != nil {
		return nil, err
	}
	entries, err := book.HistoryOf(id)
	if err != nil {
		return nil, err
	}
	out := invitations
	for _, e := range entries {
		out = append(out, happening(e))
	}
	return out, nil
}

func readInvitations(book CardBook, id crm.ID) ([]Happening, error) {
	guests, err := book.GuestOf(id)
	if err != nil {
		return nil, err
	}
	var out []Happening
	for i := len(guests) - 1; i >= 0; i-- {
		g := guests[i]
		event, err := book.Event(g.Event)
		if err != nil {
			return nil, err
		}
		out = append(out, Happening{What: Say("window.history.event", "event", event.Name), Day: event.Day, Channel: g.Channel, Answer: g.Answer, Came: g.CheckedIn != ""})
	}
	return out, nil
}

func happening(e actions.Entry) Happening {
	h := Happening{What: StepMessage(e.Step), Who: e.Step.Author, Millis: e.Step.Millis, Step: e.Step.ID, Undoes: !e.Step.Final}
	if e.Before != nil && e.After != nil {
		h.Changes = crm.Diff(e.Before, e.After)
	}
	return h
}
