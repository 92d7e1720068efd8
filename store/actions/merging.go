package actions

import (
	"slices"

	"regulars/store"
	"regulars/store/crm"
)

// The kinds of step that other code looks for.
const (
	kindMerge  = "contact.merge"
	kindImport = "import"
)

// valueInto is the value of a merge's step that tells which contact stayed.
const valueInto = "into"

// Merge writes merged in the place of keep, removes the others, and lets everything that pointed at them point at keep. Where one of the others
// is invited to an event as keep is, the place with an answer stays. Values of the step: name.
func (b *Book) Merge(keep crm.ID, others []crm.ID, merged crm.Contact) (Step, error) {
	others = slices.DeleteFunc(slices.Clone(others), func(id crm.ID) bool { return id == keep })
	merged = merged.Clone()
	merged.ID = keep
	return b.act(kindMerge, func(w *writer) error {
		was, err := w.contact(keep)
		if err != nil {
			return err
		}
		gone, err := w.contacts(others)
		if err != nil {
			return err
		}
		for i := range gone {
			if err := w.mergeAway(&gone[i], &merged); err != nil {
				return err
			}
		}
		w.note(store.NameValue, merged.Title())
		w.note(valueInto, keep.String())
		w.Act().Count = len(gone) + 1
		return w.change(&was, &merged)
	})
}

func (w *writer) mergeAway(other, keep *crm.Contact) error {
	if err := w.repoint(other.ID, keep); err != nil {
		return err
	}
	if err := w.moveGuests(other.ID, keep.ID); err != nil {
		return err
	}
	delete(w.known, other.ID)
	return w.t.contacts.Delete(w.Tx, other.ID)
}

// repoint lets the links of others to one contact lead to another, those of the merged record itself too.
func (w *writer) repoint(from crm.ID, keep *crm.Contact) error {
	employer := func(c *crm.Contact) {
		c.Positions = slices.Clone(c.Positions)
		for i := range c.Positions {
			if c.Positions[i].Company == from {
				c.Positions[i].Company, c.Positions[i].CompanyName = keep.ID, keep.Name.Display()
			}
		}
		if c.Referrer == from {
			c.Referrer = keep.ID
		}
	}
	employer(keep)
	if keep.Referrer == keep.ID {
		keep.Referrer = crm.ID{}
	}
	for _, index := range []string{indexEmployer, indexReferrer} {
		if err := w.eachPointing(index, from, func(c *crm.Contact) error { employer(c); return nil }); err != nil {
			return err
		}
	}
	return nil
}

// moveGuests gives a contact's places on guest lists to another contact.
func (w *writer) moveGuests(from, to crm.ID) error {
	moving, err1 := w.guestsOf(from)
	staying, err2 := w.guestsOf(to)
	if err := firstOf(err1, err2); err != nil {
		return err
	}
	for i := range moving {
		if err := w.moveGuest(&moving[i], to, staying); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) moveGuest(g *crm.Guest, to crm.ID, staying []crm.Guest) error {
	i := slices.IndexFunc(staying, func(s crm.Guest) bool { return s.Event == g.Event })
	if i >= 0 && guestWeight(&staying[i]) >= guestWeight(g) {
		return w.t.guests.Delete(w.Tx, g.ID)
	}
	if i >= 0 {
		if err := w.t.guests.Delete(w.Tx, staying[i].ID); err != nil {
			return err
		}
	}
	g.Contact = to
	return w.t.guests.Put(w.Tx, g.ID, g)
}

// guestWeight says how much has happened with a guest: left out, invited, answered, there.
func guestWeight(g *crm.Guest) int {
	switch {
	case g.CheckedIn != "":
		return 3
	case g.Answer != crm.NoAnswer:
		return 2
	case g.Channel != "":
		return 1
	}
	return 0
}

func (w *writer) guestsOf(contact crm.ID) ([]crm.Guest, error) {
	ids, err := w.t.guests.Find(w.Tx, indexContact, contact[:], 0)
	if err != nil {
		return nil, err
	}
	return getAll(w.Tx, w.t.guests, ids)
}

// Unmerge takes a merge back, also later: the others are there again; what was edited since stays as it is.
func (b *Book) Unmerge(step crm.ID) (Reverted, error) {
	var out Reverted
	done, err := b.act("contact.unmerge", func(w *writer) error {
		s, err := w.Step(step)
		if err != nil {
			return err
		}
		if s.Kind != kindMerge {
			return ErrNotFound
		}
		w.note(store.NameValue, s.Values[store.NameValue])
		out, err = w.takeBack(s, func(crm.ID) bool { return true })
		return err
	})
	out.Step = done
	return out, err
}
