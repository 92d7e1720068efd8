package actions

import (
	"slices"

	"regulars/store/crm"
)

// AddContact adds a contact. A zero id is replaced by a fresh one; an id that is taken is ErrExists.
func (b *Book) AddContact(c crm.Contact) (crm.ID, Step, error) {
	c = c.Clone()
	step, err := b.act("contact.add", func(w *writer) error {
		if err := w.putNew(&c); err != nil {
			return err
		}
		w.about("contact.add", "contacts.add", c)
		return nil
	})
	return c.ID, step, err
}

// EditContact changes a contact by a function, which sees it as it is now. An error of the function ends the act and nothing is written. The
// step is zero where the function changed nothing.
func (b *Book) EditContact(id crm.ID, edit func(*crm.Contact) error) (Step, error) {
	return b.editContacts([]crm.ID{id}, "contact.edit", "contacts.edit", edit)
}

// BulkEdit changes several contacts by one function as one step.
func (b *Book) BulkEdit(ids []crm.ID, edit func(*crm.Contact) error) (Step, error) {
	return b.editContacts(ids, "contact.edit", "contacts.edit", edit)
}

func (b *Book) editContacts(ids []crm.ID, one, many string, edit func(*crm.Contact) error) (Step, error) {
	return b.act(many, func(w *writer) error {
		list, err := w.contacts(ids)
		if err != nil {
			return err
		}
		for i := range list {
			was := list[i].Clone()
			if err := edit(&list[i]); err != nil {
				return err
			}
			list[i].ID = was.ID
			if err := w.change(&was, &list[i]); err != nil {
				return err
			}
		}
		w.about(one, many, list...)
		return nil
	})
}

// SaveContact saves a form: the fields that differ between before, which the form showed first, and after, which it holds now. ErrChangedSince
// where somebody else changed one of them meanwhile; then nothing is written.
func (b *Book) SaveContact(before, after crm.Contact) (Step, error) {
	after.ID = before.ID
	return b.act("contact.edit", func(w *writer) error {
		was, err := w.contact(before.ID)
		if err != nil {
			return err
		}
		if err := w.t.contacts.Amend(w.Tx, before.ID, &before, &after, true); err != nil {
			return err
		}
		is, err := w.contact(before.ID)
		if err != nil {
			return err
		}
		w.about("contact.edit", "contacts.edit", is)
		return w.change(&was, &is)
	})
}

// Tag adds and removes tags.
func (b *Book) Tag(ids []crm.ID, add, remove []string) (Step, error) {
	return b.editContacts(ids, "contact.tag", "contacts.tag", func(c *crm.Contact) error {
		c.Tags = slices.DeleteFunc(slices.Clone(c.Tags), func(t string) bool { return slices.Contains(remove, t) })
		for _, t := range add {
			c.AddTag(t)
		}
		if len(c.Tags) == 0 {
			c.Tags = nil
		}
		return nil
	})
}
