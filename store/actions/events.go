package actions

import (
	"cmp"
	"slices"

	"regulars/store/crm"
)

// AddEvent adds an event. A zero id is replaced by a fresh one.
func (b *Book) AddEvent(e crm.Event) (crm.ID, Step, error) {
	step, err := b.act("event.add", func(w *writer) error {
		if e.ID.IsZero() {
			e.ID = w.NewID()
		}
		if there, err := w.t.events.Has(w.Tx, e.ID); err != nil || there {
			return cmp.Or(err, ErrExists)
		}
		w.note("event", e.Name)
		w.Act().Count = 1
		return w.t.events.Put(w.Tx, e.ID, &e)
	})
	return e.ID, step, err
}

// EditEvent changes an event by a function. An error of the function ends the act and nothing is written.
func (b *Book) EditEvent(id crm.ID, edit func(*crm.Event) error) (Step, error) {
	return b.act("event.edit", func(w *writer) error {
		e, err := w.t.events.Get(w.Tx, id)
		if err != nil {
			return err
		}
		if err := edit(&e); err != nil {
			return err
		}
		e.ID = id
		w.note("event", e.Name)
		return w.t.events.Put(w.Tx, id, &e)
	})
}

// DeleteEvent removes an event and its guest list; Undo brings both back.
func (b *Book) DeleteEvent(id crm.ID) (Step, error) {
	return b.act("event.delete", func(w *writer) error {
		e, err := w.t.events.Get(w.Tx, id)
		if err != nil {
			return err
		}
		w.note("event", e.Name)
		w.Act().Count = 1
		guests, err := w.t.guests.Find(w.Tx, indexEvent, id[:], 0)
		if err != nil {
			return err
		}
		for _, g := range guests {
			if err := w.t.guests.Delete(w.Tx, g); err != nil {
				return err
			}
		}
		return w.t.events.Delete(w.Tx, id)
	})
}

// Events lists the events, the latest day first.
func (b *Book) Events() ([]crm.Event, error) {
	all, err := list(b, b.t.events)
	slices.SortFunc(all, func(x, y crm.Event) int {
		return cmp.Or(cmp.Compare(y.Day, x.Day), y.ID.Compare(x.ID))
	})
	return all, err
}

// Event finds an event by its id.
func (b *Book) Event(id crm.ID) (crm.Event, error) { return get(b, b.t.events, id) }
