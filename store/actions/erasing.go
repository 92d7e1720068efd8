package actions

import (
	"context"

	"regulars/store/crm"
)

// Erase removes a contact for good, whether it lies in the trash or not: the record, its places on guest lists, and every image of it in the
// journal. The file is written anew so that nothing stays in its free pages.
func (b *Book) Erase(ctx context.Context, id crm.ID) (Erased, error) {
	return b.erase(ctx, "contact.erase", func(w *writer) ([]crm.ID, error) {
		lives, err1 := w.lives(id)
		trashed, err2 := w.trashed(id)
		if err1 != nil || err2 != nil || lives || trashed {
			return []crm.ID{id}, firstOf(err1, err2)
		}
		return nil, ErrNotFound
	})
}

// EmptyTrash erases what lies in the trash for good, journal images too.
func (b *Book) EmptyTrash(ctx context.Context) (Erased, error) {
	return b.erase(ctx, "trash.empty", func(w *writer) ([]crm.ID, error) {
		var ids []crm.ID
		for t, err := range w.t.trash.All(w.Tx, crm.ID{}) {
			if err != nil {
				return nil, err
			}
			ids = append(ids, t.Contact.ID)
		}
		return ids, nil
	})
}

func (b *Book) erase(ctx context.Context, kind string, which func(*writer) ([]crm.ID, error)) (Erased, error) {
	var out Erased
	step, err := b.act(kind, func(w *writer) error {
		ids, err := which(w)
		if err != nil {
			return err
		}
		w.Act().Final = true
		w.Act().Count = len(ids)
		for _, id := range ids {
			n, err := w.eraseContact(id)
			if err != nil {
				return err
			}
			out.Images += n
		}
		return ctx.Err()
	})
	if err != nil || step.Seq == 0 {
		return Erased{}, err
	}
	out.Step = step
	if err := b.db.Compact(); err != nil {
		return out, err
	}
	all, err := b.Backups()
	out.Backups = len(all)
	return out, err
}

// eraseContact erases one contact, those that were merged into it, and its places on guest lists. Links of others to it remain and lead nowhere.
func (w *writer) eraseContact(id crm.ID) (images int, err error) {
	all, err := w.mergedInto(id)
	if err != nil {
		return 0, err
	}
	for _, id := range append(all, id) {
		n, err := w.eraseOne(id)
		if err != nil {
			return images, err
		}
		images += n
	}
	return images, nil
}

func (w *writer) eraseOne(id crm.ID) (images int, err error) {
	images, err = w.eraseGuests(id)
	if err != nil {
		return images, err
	}
	n1, err := w.t.contacts.Erase(w.Tx, id)
	if err != nil {
		return images, err
	}
	n2, err := w.t.trash.Erase(w.Tx, id)
	return images + n1 + n2, err
}

// eraseGuests erases a contact's places on guest lists, those that were removed before too.
func (w *writer) eraseGuests(contact crm.ID) (images int, err error) {
	guests, err := w.guestsOf(contact)
	if err != nil {
		return 0, err
	}
	for g, err := range w.t.guests.Deleted(w.Tx) {
		if err != nil {
			return 0, err
		}
		if g.Contact == contact {
			guests = append(guests, g)
		}
	}
	for _, g := range guests {
		n, err := w.t.guests.Erase(w.Tx, g.ID)
		if err != nil {
			return images, err
		}
		images += n
	}
	return images, nil
}

// mergedInto lists the contacts that merges have joined into one, and into those.
func (w *writer) mergedInto(id crm.ID) ([]crm.ID, error) {
	merges := map[string][]Step{}
	for s, err := range w.Steps() {
		if err != nil {
			return nil, err
		}
		if s.Kind == kindMerge {
			merges[s.Values[valueInto]] = append(merges[s.Values[valueInto]], s)
		}
	}
	var out []crm.ID
	for todo := []crm.ID{id}; len(todo) > 0; todo = todo[1:] {
		for _, s := range merges[todo[0].String()] {
			others, err := w.mergedBy(s)
			if err != nil {
				return nil, err
			}
			out, todo = append(out, others...), append(todo, others...)
		}
	}
	return out, nil
}

// mergedBy lists the contacts that a merge removed and that have not come back.
func (w *writer) mergedBy(merge Step) ([]crm.ID, error) {
	var out []crm.ID
	for i, err := range w.Images(merge) {
		if err != nil {
			return nil, err
		}
		if i.Table != tableContacts || !i.Deleted() {
			continue
		}
		history, err := w.t.contacts.History(w.Tx, i.ID)
		if err != nil {
			return nil, err
		}
		if len(history) > 0 && history[0].Step.ID == merge.ID {
			out = append(out, i.ID)
		}
	}
	return out, nil
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
