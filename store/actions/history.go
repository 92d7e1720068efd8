package actions

import (
	"regulars/store"
	"regulars/store/crm"
)

// History lists the latest steps, newest first; limit 0 = all.
func (b *Book) History(limit int) ([]Step, error) {
	var out []Step
	err := b.db.View(func(tx *store.Tx) error {
		for s, err := range tx.Steps() {
			if err != nil {
				return err
			}
			if out = append(out, s); len(out) == limit {
				break
			}
		}
		return nil
	})
	return out, err
}

// HistoryOf gives what happened to a contact, newest first, also for one that was deleted. ErrNotFound for an id that never was.
func (b *Book) HistoryOf(id crm.ID) ([]Entry, error) {
	var out []Entry
	err := b.db.View(func(tx *store.Tx) error {
		versions, err := b.t.contacts.History(tx, id)
		for _, v := range versions {
			out = append(out, Entry(v))
		}
		return err
	})
	return out, err
}

// Undo takes back the last n steps that still stand and returns them, the latest first. Where one cannot be taken back it stops there and returns
// what was done with the error: ErrNothingToUndo, *DependsError.
func (b *Book) Undo(n int) ([]Step, error) { return repeat(n, b.db.Undo) }

// Redo writes again what Undo took back last, n times, and returns those steps. ErrNothingToRedo where nothing was taken back or something new was done
// since.
func (b *Book) Redo(n int) ([]Step, error) { return repeat(n, b.db.Redo) }

func repeat(n int, once func() (about, step Step, err error)) ([]Step, error) {
	var out []Step
	for range n {
		about, _, err := once()
		if err != nil {
			return out, err
		}
		out = append(out, about)
	}
	return out, nil
}

// UndoStep takes back one step out of order and returns the step that did so. *DependsError where a later step changed what it wrote or refers to what
// it made; ErrNothingToUndo where it was taken back before; ErrFinal where it removed data for good.
func (b *Book) UndoStep(id crm.ID) (Step, error) {
	return b.act("", func(w *writer) error {
		s, err := w.Step(id)
		if err != nil {
			return err
		}
		if err := w.TakeBack(s); err != nil {
			return err
		}
		return w.refuseUsed(s)
	})
}

// refuseUsed refuses to take back a step that made contacts to which others still refer.
func (w *writer) refuseUsed(step Step) error {
	made := map[crm.ID]bool{}
	for i, err := range w.Images(step) {
		if err != nil {
			return err
		}
		if i.Table == tableContacts && i.Created() {
			made[i.ID] = true
		}
	}
	users, err := w.usersOf(made)
	if err != nil {
		return err
	}
	for _, list := range users {
		if len(list) > 0 {
			return &DependsError{Step: step}
		}
	}
	return nil
}

// CanUndo gives the step that Undo would take back; ok is false where there is none.
func (b *Book) CanUndo() (step Step, ok bool, err error) {
	err = b.db.View(func(tx *store.Tx) error {
		step, ok, err = tx.CanUndo()
		return err
	})
	return step, ok, err
}

// CanRedo gives the step that Redo would write again; ok is false where there is none.
func (b *Book) CanRedo() (step Step, ok bool, err error) {
	err = b.db.View(func(tx *store.Tx) error {
		step, ok, err = tx.CanRedo()
		return err
	})
	return step, ok, err
}
