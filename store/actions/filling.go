package actions

import (
	"context"

	"regulars/store/crm"
)

// Fill writes a firm with its data into a data file that has no contacts yet, as one step; else ErrExists. Records without an id get one.
func (b *Book) Fill(ctx context.Context, f Filling) (Step, error) {
	return b.act("fill", func(w *writer) error {
		for _, err := range w.t.contacts.All(w.Tx, crm.ID{}) {
			return firstOf(err, ErrExists)
		}
		w.note("firm", f.Firm.Name)
		w.Act().Count = len(f.Contacts)
		if f.Firm != (crm.Firm{}) {
			if err := w.t.firm.Put(w.Tx, firmID(), &f.Firm); err != nil {
				return err
			}
		}
		if err := w.fillContacts(ctx, f.Contacts, f.Progress); err != nil {
			return err
		}
		return w.fillEvents(f.Events, f.Guests)
	})
}

// fillingStep is after how many contacts the share of the work is told.
const fillingStep = 256

// fillContacts writes the companies first, because people take their names from them.
func (w *writer) fillContacts(ctx context.Context, contacts []crm.Contact, progress func(float64)) error {
	filled := 0
	for _, companies := range []bool{true, false} {
		for i := range contacts {
			c := contacts[i]
			if (c.Kind == crm.Company) != companies {
				continue
			}
			if err := firstOf(ctx.Err(), w.putNew(&c)); err != nil {
				return err
			}
			if filled++; progress != nil && filled%fillingStep == 0 {
				progress(float64(filled) / float64(len(contacts)))
			}
		}
	}
	return nil
}

func (w *writer) fillEvents(events []crm.Event, guests []crm.Guest) error {
	for i := range events {
		e := events[i]
		if e.ID.IsZero() {
			e.ID = w.NewID()
		}
		if err := w.t.events.Put(w.Tx, e.ID, &e); err != nil {
			return err
		}
	}
	for i := range guests {
		g := guests[i]
		if g.ID.IsZero() {
			g.ID = w.NewID()
		}
		if err := w.t.guests.Put(w.Tx, g.ID, &g); err != nil {
			return err
		}
	}
	return nil
}
