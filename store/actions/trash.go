package actions

import (
	"cmp"
	"errors"
	"slices"

	"regulars/store/crm"
)

// DeleteContacts puts contacts into the trash. The people of a company keep its name as text; guests keep their place on lists, by name.
func (b *Book) DeleteContacts(ids []crm.ID) (Step, error) {
	return b.act("contacts.delete", func(w *writer) error {
		list, err := w.contacts(ids)
		if err != nil {
			return err
		}
		for i := range list {
			if err := w.throwAway(&list[i]); err != nil {
				return err
			}
		}
		w.about("contact.delete", "contacts.delete", list...)
		return nil
	})
}

func (w *writer) throwAway(c *crm.Contact) error {
	t := Trashed{Contact: *c, Deleted: w.b.opts.Now().UnixMilli(), By: w.b.author()}
	if err := w.t.trash.Put(w.Tx, c.ID, &t); err != nil {
		return err
	}
	title := c.Title()
	err := w.eachGuestOf(c.ID, func(g *crm.Guest) { g.Name = cmp.Or(g.Name, title) })
	if err != nil {
		return err
	}
	return w.t.contacts.Delete(w.Tx, c.ID)
}

func (w *writer) eachGuestOf(contact crm.ID, edit func(*crm.Guest)) error {
	ids, err := w.t.guests.Find(w.Tx, indexContact, contact[:], 0)
	if err != nil {
		return err
	}
	for _, id := range ids {
		g, err := w.t.guests.Get(w.Tx, id)
		if err != nil {
			return err
		}
		edit(&g)
		if err := w.t.guests.Put(w.Tx, id, &g); err != nil {
			return err
		}
	}
	return nil
}

// RestoreContacts takes contacts out of the trash, with what pointed at them.
func (b *Book) RestoreContacts(ids []crm.ID) (Step, error) {
	return b.act("contacts.restore", func(w *writer) error {
		var list []crm.Contact
		for _, id := range ids {
			if slices.ContainsFunc(list, func(c crm.Contact) bool { return c.ID == id }) {
				continue
			}
			c, err := w.takeOut(id)
			if err != nil {
				return err
			}
			list = append(list, c)
		}
		w.about("contact.restore", "contacts.restore", list...)
		return nil
	})
}

// takeOut takes one contact out of the trash.
func (w *writer) takeOut(id crm.ID) (crm.Contact, error) {
	t, err := w.t.trash.Get(w.Tx, id)
	if err != nil {
		return crm.Contact{}, err
	}
	if err := w.t.trash.Delete(w.Tx, id); err != nil {
		return crm.Contact{}, err
	}
	c := t.Contact
	if err := w.put(&c); err != nil {
		return c, err
	}
	title := c.Title()
	err = w.eachGuestOf(id, func(g *crm.Guest) {
		if g.Name == title {
			g.Name = ""
		}
	})
	if err != nil {
		return c, err
	}
	delete(w.known, id)
	return c, w.eachPointing(indexEmployer, id, func(*crm.Contact) error { return nil })
}

// Trash lists the contacts in the trash, the latest first.
func (b *Book) Trash() ([]Trashed, error) {
	all, err := list(b, b.t.trash)
	slices.SortFunc(all, func(x, y Trashed) int {
		return cmp.Or(cmp.Compare(y.Deleted, x.Deleted), y.Contact.ID.Compare(x.Contact.ID))
	})
	return all, err
}

// lives reports whether a contact is there and not in the trash.
func (w *writer) lives(id crm.ID) (bool, error) { return w.t.contacts.Has(w.Tx, id) }

// trashed reports whether a contact lies in the trash.
func (w *writer) trashed(id crm.ID) (bool, error) { return w.t.trash.Has(w.Tx, id) }

// erased reports whether a contact was erased.
func (w *writer) erased(id crm.ID) (bool, error) { return w.t.contacts.Erased(w.Tx, id) }

// gone reports whether the error says that there is no such record.
func gone(err error) bool { return errors.Is(err, ErrNotFound) }
