package actions

import (
	"cmp"
	"slices"

	"regulars/store"
	"regulars/store/crm"
)

// RememberMapping keeps a mapping, in the place of the one with the same signature, if any.
func (b *Book) RememberMapping(m crm.Mapping) (crm.ID, Step, error) {
	step, err := b.act("mapping.remember", func(w *writer) error {
		for old, err := range w.t.mappings.All(w.Tx, crm.ID{}) {
			if err != nil {
				return err
			}
			if old.Signature == m.Signature && m.Signature != "" {
				m.ID = old.ID
			}
		}
		if m.ID.IsZero() {
			m.ID = w.NewID()
		}
		w.note("mapping", m.Name)
		return w.t.mappings.Put(w.Tx, m.ID, &m)
	})
	return m.ID, step, err
}

// Mappings lists the remembered mappings by name.
func (b *Book) Mappings() ([]crm.Mapping, error) {
	all, err := list(b, b.t.mappings)
	slices.SortFunc(all, func(x, y crm.Mapping) int {
		return cmp.Or(cmp.Compare(x.Name, y.Name), x.ID.Compare(y.ID))
	})
	return all, err
}

// ForgetMapping removes a mapping.
func (b *Book) ForgetMapping(id crm.ID) (Step, error) {
	return b.act("mapping.forget", func(w *writer) error {
		m, err := w.t.mappings.Get(w.Tx, id)
		if err != nil {
			return err
		}
		w.note("mapping", m.Name)
		return w.t.mappings.Delete(w.Tx, id)
	})
}

// Firm is who we are. Before it is set it holds the country of the Options alone.
func (b *Book) Firm() (f crm.Firm, err error) {
	err = b.db.View(func(tx *store.Tx) error {
		f, err = b.t.firm.Get(tx, firmID())
		return err
	})
	if gone(err) {
		err = nil
	}
	f.Country = cmp.Or(f.Country, b.opts.DefaultCountry)
	return f, err
}

// SetFirm says who we are.
func (b *Book) SetFirm(f crm.Firm) (Step, error) {
	return b.act("firm.edit", func(w *writer) error {
		w.note("firm", f.Name)
		return w.t.firm.Put(w.Tx, firmID(), &f)
	})
}
