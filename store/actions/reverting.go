package actions

import (
	"reflect"
	"slices"

	"regulars/store"
	"regulars/store/crm"
)

// fullPassFrom is the number of records to remove from which reading all contacts for links to them beats asking the indexes.
const fullPassFrom = 32

// takeBack takes out of the records what a step did to them, as far as nobody has edited them since. wanted chooses the contacts.
//
// Edits go first, then the records that the step made: of these, one that was edited since stays, and so does one that a record that stays
// refers to.
func (w *writer) takeBack(step Step, wanted func(crm.ID) bool) (Reverted, error) {
	var out Reverted
	made := map[crm.ID]bool{}
	for i, err := range w.Images(step) {
		if err != nil {
			return out, err
		}
		switch {
		case i.Erased() || i.Table != tableContacts && i.Table != tableTrash && i.Table != tableGuests || i.Table != tableGuests && !wanted(i.ID):
		case i.Created() && i.Table == tableContacts:
			err = w.judgeMade(i, made, &out)
		case i.Created():
			err = w.removeMade(i)
		default:
			err = w.goBack(i, &out)
		}
		if err != nil {
			return out, err
		}
	}
	if err := w.keepUsed(made, &out); err != nil {
		return out, err
	}
	return out, firstOf(w.removeAll(made, &out), w.settle(step))
}

// settle sees to what the images cannot know: a contact that stays does not return to the trash as well, and a guest does not return to an event
// that is gone.
func (w *writer) settle(step Step) error {
	for i, err := range w.Images(step) {
		if err != nil {
			return err
		}
		switch {
		case i.Table == tableTrash:
			err = w.settleTrash(i.ID)
		case i.Table == tableGuests:
			err = w.settleGuest(i.ID)
		}
		if err != nil && !gone(err) {
			return err
		}
	}
	return nil
}

func (w *writer) settleTrash(id crm.ID) error {
	lives, err := w.lives(id)
	if err != nil || !lives {
		return err
	}
	return w.t.trash.Delete(w.Tx, id)
}

func (w *writer) settleGuest(id crm.ID) error {
	g, err := w.t.guests.Get(w.Tx, id)
	if err != nil {
		return err
	}
	there, err := w.t.events.Has(w.Tx, g.Event)
	if err != nil || there {
		return err
	}
	return w.t.guests.Delete(w.Tx, id)
}

// goBack takes an edit or a deletion back.
func (w *writer) goBack(i store.Image, out *Reverted) error {
	kept, err := w.TakeBackEdit(i)
	if err != nil || i.Table != tableContacts {
		return err
	}
	c, err := w.contact(i.ID)
	if gone(err) {
		return w.countKept(i.ID, KeptEdited, 0, out)
	}
	if err != nil {
		return err
	}
	delete(w.known, i.ID)
	out.Restored++
	if err := w.put(&c); err != nil { // brings fields into order again
		return err
	}
	if kept == 0 {
		return nil
	}
	return w.countKept(i.ID, KeptEdited, kept, out)
}

// countKept tells of a record that stays as it is, wholly or in some fields. One that is gone altogether is not worth a line.
func (w *writer) countKept(id crm.ID, reason KeptReason, fields int, out *Reverted) error {
	c, err := w.contact(id)
	if gone(err) {
		return nil
	}
	out.Kept = append(out.Kept, Kept{ID: id, Title: c.Title(), Reason: reason, Fields: fields})
	return err
}

// judgeMade decides about a contact that the step made: it may go unless somebody edited it since.
func (w *writer) judgeMade(i store.Image, made map[crm.ID]bool, out *Reverted) error {
	c, err := w.contact(i.ID)
	if gone(err) {
		return nil // deleted since
	}
	if err != nil {
		return err
	}
	was, err := w.t.contacts.Made(w.Tx, i)
	if err != nil {
		return err
	}
	if !sameButCompanies(was, c) {
		return w.countKept(i.ID, KeptEdited, 0, out)
	}
	made[i.ID] = true
	return nil
}

// sameButCompanies compares contacts, leaving out the names of companies that they link to, which change with the companies.
func sameButCompanies(a, b crm.Contact) bool { return reflect.DeepEqual(unnamed(a), unnamed(b)) }

func unnamed(c crm.Contact) crm.Contact {
	c.Positions = slices.Clone(c.Positions)
	for i := range c.Positions {
		if !c.Positions[i].Company.IsZero() {
			c.Positions[i].CompanyName = ""
		}
	}
	return c
}

// removeMade removes a guest or an entry of the trash that the step made, if it is still there.
func (w *writer) removeMade(i store.Image) error {
	var err error
	switch i.Table {
	case tableGuests:
		err = w.t.guests.Delete(w.Tx, i.ID)
	case tableTrash:
		err = w.t.trash.Delete(w.Tx, i.ID)
	}
	if gone(err) {
		return nil
	}
	return err
}

// keepUsed takes out of made what a record that stays refers to, until nothing changes any more.
func (w *writer) keepUsed(made map[crm.ID]bool, out *Reverted) error {
	users, err := w.usersOf(made)
	if err != nil {
		return err
	}
	for again := true; again; {
		again = false
		for id := range made {
			stays := func(user crm.ID) bool { return !made[user] }
			if slices.ContainsFunc(users[id], stays) {
				delete(made, id)
				again = true
				if err := w.countKept(id, KeptInUse, 0, out); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// usersOf finds, for each contact, the records that refer to it.
func (w *writer) usersOf(made map[crm.ID]bool) (map[crm.ID][]crm.ID, error) {
	if len(made) >= fullPassFrom {
		return w.usersByPass(made)
	}
	users := map[crm.ID][]crm.ID{}
	for id := range made {
		for _, index := range []string{indexEmployer, indexReferrer} {
			found, err := w.t.contacts.Find(w.Tx, index, id[:], 0)
			if err != nil {
				return nil, err
			}
			users[id] = append(users[id], found...)
		}
		guests, err := w.t.guests.Find(w.Tx, indexContact, id[:], 0)
		if err != nil {
			return nil, err
		}
		users[id] = append(users[id], guests...)
	}
	return users, nil
}

func (w *writer) usersByPass(made map[crm.ID]bool) (map[crm.ID][]crm.ID, error) {
	users := map[crm.ID][]crm.ID{}
	use := func(target, user crm.ID) {
		if made[target] {
			users[target] = append(users[target], user)
		}
	}
	for c, err := range w.t.contacts.All(w.Tx, crm.ID{}) {
		if err != nil {
			return nil, err
		}
		use(c.Referrer, c.ID)
		for _, p := range c.Positions {
			use(p.Company, c.ID)
		}
	}
	for g, err := range w.t.guests.All(w.Tx, crm.ID{}) {
		if err != nil {
			return nil, err
		}
		use(g.Contact, g.ID)
	}
	return users, nil
}

func (w *writer) removeAll(made map[crm.ID]bool, out *Reverted) error {
	for id := range made {
		if err := w.t.contacts.Delete(w.Tx, id); err != nil {
			return err
		}
		out.Removed++
	}
	slices.SortFunc(out.Kept, func(a, b Kept) int { return a.ID.Compare(b.ID) })
	return nil
}
