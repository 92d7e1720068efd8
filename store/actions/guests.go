package actions

import (
	"time"

	"regulars/store"
	"regulars/store/crm"
)

// Guests gives the guest list of an event, those left out included, by age. Of a guest whose contact was deleted, Name still says who it is.
func (b *Book) Guests(event crm.ID) ([]crm.Guest, error) {
	return found(b, b.t.guests, indexEvent, event)
}

// GuestOf gives the places of a contact on guest lists, by age.
func (b *Book) GuestOf(contact crm.ID) ([]crm.Guest, error) {
	return found(b, b.t.guests, indexContact, contact)
}

// Guest finds a place on a guest list by its id.
func (b *Book) Guest(id crm.ID) (crm.Guest, error) { return get(b, b.t.guests, id) }

// Reply records what a guest answered and how many come (the guest included; 0 = not said).
func (b *Book) Reply(guest crm.ID, answer crm.Answer, party int) (Step, error) {
	return b.editGuest("guest.reply", guest, func(w *writer, g *crm.Guest) error {
		w.note("answer", string(answer))
		g.Answer, g.Party = answer, max(party, 0)
		return nil
	})
}

// SetGuest changes a guest by a function. A changed channel counts as set by hand and is kept by later rounds.
func (b *Book) SetGuest(guest crm.ID, set func(*crm.Guest) error) (Step, error) {
	return b.editGuest("guest.edit", guest, func(w *writer, g *crm.Guest) error {
		was := *g
		if err := set(g); err != nil {
			return err
		}
		g.ID, g.Event = was.ID, was.Event
		if g.Channel != was.Channel {
			g.Kept, g.Reason, g.Detail = true, crm.ByHand, ""
		}
		return nil
	})
}

// CheckIn notes that the guest has arrived, in RFC 3339 with the offset of at. A guest who is there already stays as noted, and nothing is
// written.
func (b *Book) CheckIn(guest crm.ID, at time.Time) (Step, error) {
	return b.editGuest("guest.checkin", guest, func(w *writer, g *crm.Guest) error {
		if g.CheckedIn == "" {
			g.CheckedIn = at.Format(time.RFC3339)
		}
		return nil
	})
}

// UncheckIn takes an arrival back.
func (b *Book) UncheckIn(guest crm.ID) (Step, error) {
	return b.editGuest("guest.uncheckin", guest, func(w *writer, g *crm.Guest) error {
		g.CheckedIn = ""
		return nil
	})
}

func (b *Book) editGuest(kind string, guest crm.ID, edit func(*writer, *crm.Guest) error) (Step, error) {
	return b.act(kind, func(w *writer) error {
		g, err := w.t.guests.Get(w.Tx, guest)
		if err != nil {
			return err
		}
		if err := edit(w, &g); err != nil {
			return err
		}
		if err := w.aboutGuest(&g); err != nil {
			return err
		}
		return w.t.guests.Put(w.Tx, guest, &g)
	})
}

// aboutGuest gives the step the guest's name and the event's.
func (w *writer) aboutGuest(g *crm.Guest) error {
	name, err := w.guestName(g)
	if err != nil {
		return err
	}
	e, err := w.t.events.Get(w.Tx, g.Event)
	if err != nil {
		return err
	}
	w.note(store.NameValue, name)
	w.note("event", e.Name)
	return nil
}

func (w *writer) guestName(g *crm.Guest) (string, error) {
	if g.Name != "" || g.Contact.IsZero() {
		return g.Name, nil
	}
	c, err := w.contact(g.Contact)
	if gone(err) {
		return "", nil
	}
	return c.Title(), err
}

// WalkIn adds a guest who came without being invited, by contact or by name, and checks the guest in. A contact who is on the list already is checked
// in there.
func (b *Book) WalkIn(event crm.ID, g crm.Guest, at time.Time) (crm.ID, Step, error) {
	step, err := b.act("guest.walkin", func(w *writer) error {
		there, err := w.guestsAt(event)
		if err != nil {
			return err
		}
		for _, known := range there {
			if !g.Contact.IsZero() && known.Contact == g.Contact {
				g = known
			}
		}
		g.Event = event
		if g.ID.IsZero() {
			g.ID, g.Reason = w.NewID(), crm.WalkIn
		}
		if g.CheckedIn == "" {
			g.CheckedIn = at.Format(time.RFC3339)
		}
		g.Party = max(g.Party, 1)
		if err := w.aboutGuest(&g); err != nil {
			return err
		}
		return w.t.guests.Put(w.Tx, g.ID, &g)
	})
	return g.ID, step, err
}

// RemoveGuests takes guests off their lists.
func (b *Book) RemoveGuests(ids []crm.ID) (Step, error) {
	return b.act("guests.remove", func(w *writer) error {
		for _, id := range ids {
			g, err := w.t.guests.Get(w.Tx, id)
			if err != nil {
				return err
			}
			if err := w.aboutGuest(&g); err != nil {
				return err
			}
			if err := w.t.guests.Delete(w.Tx, id); err != nil {
				return err
			}
		}
		w.Act().Count = len(ids)
		if len(ids) == 1 {
			w.Act().Kind = "guest.remove"
		} else {
			delete(w.Act().Values, store.NameValue)
		}
		return nil
	})
}
