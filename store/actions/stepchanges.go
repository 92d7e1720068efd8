package actions

import (
	"regulars/store"
	"regulars/store/crm"
)

// ChangesOf gives what a step did to contacts, at most limit of them (0 = all). What was erased since is left out. ErrNotFound for a step that never
// was.
func (b *Book) ChangesOf(step crm.ID, limit int) (out []Entry, err error) {
	err = b.db.View(func(tx *store.Tx) error {
		s, err := tx.Step(step)
		if err != nil {
			return err
		}
		for i, err := range tx.Images(s) {
			if err != nil {
				return err
			}
			if limit > 0 && len(out) == limit {
				return nil
			}
			if i.Table != tableContacts || i.Erased() {
				continue
			}
			if out, err = b.appendChange(tx, out, s, i.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// appendChange adds what a step did to one contact, as its chain of versions tells.
func (b *Book) appendChange(tx *store.Tx, out []Entry, s Step, id crm.ID) ([]Entry, error) {
	versions, err := b.t.contacts.History(tx, id)
	if gone(err) {
		return out, nil
	}
	for _, v := range versions {
		if v.Step.ID == s.ID {
			return append(out, Entry(v)), err
		}
	}
	return out, err
}
