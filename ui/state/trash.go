package state

import (
	"context"

	"regulars/store/actions"
	"regulars/store/crm"
)

// TrashBook is what the trash needs of the data file.
type TrashBook interface {
	Trash() ([]actions.Trashed, error)
	RestoreContacts(ids []crm.ID) (actions.Step, error)
	EmptyTrash(ctx context.Context) (actions.Erased, error)
}

// Trash is the contacts that were deleted, until they are restored or erased for good.
type Trash struct {
	// OnChanged is called when there is something else to show.
	OnChanged func()

	desk     *Desk
	book     TrashBook
	rows     []actions.Trashed
	selected *Selection
	asked    int
	problem  Message
}

// NewTrash makes the trash; Load fills it.
func NewTrash(d *Desk) *Trash {
	t := &Trash{OnChanged: func() {}, desk: d, book: d.book, selected: NewSelection()}
	d.OnChange(func(c actions.Change) {
		if t.asked > 0 && c.Trash {
			t.Load()
		}
	})
	return t
}

// Load reads what lies in the trash.
func (t *Trash) Load() {
	t.asked++
	mine := t.asked
	var rows []actions.Trashed
	var err error
	t.desk.run.Go(func(context.Context) { rows, err = t.book.Trash() }, func() {
		if mine != t.asked {
			return
		}
		if t.problem = Explain(err); err == nil {
			t.rows = rows
			t.selected.Keep(t.ids())
		}
		t.OnChanged()
	})
}

func (t *Trash) ids() []crm.ID {
	out := make([]crm.ID, len(t.rows))
	for i := range t.rows {
		out[i] = t.rows[i].Contact.ID
	}
	return out
}

// Rows is how many contacts lie in the trash.
func (t *Trash) Rows() int { return len(t.rows) }

// Row gives one of them, the latest first.
func (t *Trash) Row(row int) (c actions.Trashed, ok bool) {
	if row < 0 || row >= len(t.rows) {
		return actions.Trashed{}, false
	}
	return t.rows[row], true
}

// Problem says why the trash cannot be read.
func (t *Trash) Problem() Message { return t.problem }

// Selected reports whether a row is selected.
func (t *Trash) Selected(row int) bool {
	c, ok := t.Row(row)
	return ok && t.selected.Has(c.Contact.ID)
}

// Chosen is how many are selected.
func (t *Trash) Chosen() int { return t.selected.Len() }

// Choose selects one row alone, Toggle one more, Extend all from the last one chosen, ChooseAll all.
func (t *Trash) Choose(row int) { t.pick(row, t.selected.Only) }

// Toggle selects a row too, or no longer.
func (t *Trash) Toggle(row int) { t.pick(row, t.selected.Toggle) }

// Extend selects all rows from the last one chosen to this one.
func (t *Trash) Extend(row int) {
	t.pick(row, func(row int, _ crm.ID) { t.selected.Extend(row, t.ids()) })
}

// ChooseAll selects all.
func (t *Trash) ChooseAll() {
	t.selected.All(t.ids())
	t.OnChanged()
}

func (t *Trash) pick(row int, how func(int, crm.ID)) {
	if c, ok := t.Row(row); ok {
		how(row, c.Contact.ID)
		t.OnChanged()
	}
}

// Restore takes the selected contacts out of the trash.
func (t *Trash) Restore() {
	ids := t.selected.In(t.ids())
	if len(ids) == 0 {
		return
	}
	t.desk.Act(func(context.Context) (actions.Step, error) { return t.book.RestoreContacts(ids) }, nil)
}

// Empty erases all of them for good, from the history too, and says whether backups still hold them.
func (t *Trash) Empty() {
	if len(t.rows) == 0 {
		return
	}
	var done actions.Erased
	count := len(t.rows)
	t.desk.do(func(ctx context.Context) (err error) {
		done, err = t.book.EmptyTrash(ctx)
		return err
	}, func(err error) {
		if err != nil {
			t.desk.Warn(err)
			return
		}
		t.desk.Tell(emptied(count, done.Backups))
		t.Load()
	})
}

func emptied(count, backups int) Message {
	if backups == 0 {
		return Say("journal.trash.emptied", "count", count)
	}
	return Say("journal.trash.emptied-but", "count", count, "backups", backups)
}
