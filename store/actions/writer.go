package actions

import (
	"cmp"
	"slices"

	"regulars/store"
	"regulars/store/crm"
)

// writer is one act while it runs. Its methods keep what holds between records: where a company is renamed, its people's positions say so.
type writer struct {
	*store.Tx
	b     *Book
	t     tables
	known map[crm.ID]employer // as far as they were asked for
	refer map[crm.ID]crm.ID   // from the contacts written to their referrers
}

// employer is what a position links to.
type employer struct {
	name  string // "" for what is in the trash or erased
	there bool   // a link to it may stay
}

// act runs one act: f writes, and all of it goes to the file with one step of that kind.
func (b *Book) act(kind string, f func(*writer) error) (Step, error) {
	return b.db.Update(store.Act{Kind: kind}, func(tx *store.Tx) error {
		w := &writer{Tx: tx, b: b, t: b.t, known: map[crm.ID]employer{}, refer: map[crm.ID]crm.ID{}}
		if err := f(w); err != nil {
			return err
		}
		return w.settleReferrers()
	})
}

// note sets a value of the step's text.
func (w *writer) note(key, value string) {
	if w.Act().Values == nil {
		w.Act().Values = map[string]string{}
	}
	w.Act().Values[key] = value
}

// about names the step after the contacts it is about: kind and title for one, the kind of many and their number else.
func (w *writer) about(one, many string, contacts ...crm.Contact) {
	w.Act().Count = len(contacts)
	if len(contacts) == 1 {
		w.Act().Kind = one
		w.note(store.NameValue, contacts[0].Title())
		return
	}
	w.Act().Kind = many
}

func (w *writer) contact(id crm.ID) (crm.Contact, error) { return w.t.contacts.Get(w.Tx, id) }

// contacts reads several, each once. ErrNotFound if one is missing.
func (w *writer) contacts(ids []crm.ID) ([]crm.Contact, error) {
	seen := map[crm.ID]bool{}
	var out []crm.Contact
	for _, id := range ids {
		if seen[id] {
			continue
		}
		seen[id] = true
		c, err := w.contact(id)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// putNew writes a contact that is not there yet.
func (w *writer) putNew(c *crm.Contact) error {
	if c.ID.IsZero() {
		c.ID = w.NewID()
	}
	if there, err := w.t.contacts.Has(w.Tx, c.ID); err != nil || there {
		return cmp.Or(err, ErrExists)
	}
	return w.put(c)
}

// put writes a contact with its fields in order and the names of its companies as these call themselves.
func (w *writer) put(c *crm.Contact) error {
	c.Kind = cmp.Or(c.Kind, crm.Person)
	if !sortedCustom(c.Custom) {
		c.Custom = slices.Clone(c.Custom)
		slices.SortStableFunc(c.Custom, func(a, b crm.CustomValue) int { return cmp.Compare(a.Field, b.Field) })
	}
	if err := w.nameCompanies(c); err != nil {
		return err
	}
	if delete(w.refer, c.ID); !c.Referrer.IsZero() {
		w.refer[c.ID] = c.Referrer
	}
	return w.t.contacts.Put(w.Tx, c.ID, c)
}

func sortedCustom(list []crm.CustomValue) bool {
	return slices.IsSortedFunc(list, func(a, b crm.CustomValue) int { return cmp.Compare(a.Field, b.Field) })
}

// nameCompanies gives each position that links to a company that company's name, and cuts links to what is none.
func (w *writer) nameCompanies(c *crm.Contact) error {
	cloned := false
	for i, p := range c.Positions {
		if p.Company.IsZero() {
			continue
		}
		e, err := w.employer(p.Company)
		if err != nil {
			return err
		}
		if e.there && (e.name == "" || e.name == p.CompanyName) {
			continue
		}
		if !cloned {
			c.Positions, cloned = slices.Clone(c.Positions), true
		}
		if !e.there {
			c.Positions[i].Company = crm.ID{}
		} else {
			c.Positions[i].CompanyName = e.name
		}
	}
	return nil
}

func (w *writer) employer(id crm.ID) (employer, error) {
	if e, ok := w.known[id]; ok {
		return e, nil
	}
	var e employer
	c, err := w.contact(id)
	switch {
	case err == nil:
		e = employer{c.Name.Display(), c.Kind == crm.Company}
	case gone(err):
		e.there, err = w.wasCompany(id)
	}
	if err != nil {
		return employer{}, err
	}
	w.known[id] = e
	return e, nil
}

// wasCompany reports whether what is not there is a company in the trash, or was erased.
func (w *writer) wasCompany(id crm.ID) (bool, error) {
	t, err := w.t.trash.Get(w.Tx, id)
	if gone(err) {
		return w.erased(id)
	}
	return t.Contact.Kind == crm.Company, err
}

// linkable reports whether a link to a contact may stay: it is there, or in the trash, or was erased.
func (w *writer) linkable(id crm.ID) (bool, error) {
	for _, ask := range []func(crm.ID) (bool, error){w.lives, w.trashed, w.erased} {
		if ok, err := ask(id); ok || err != nil {
			return ok, err
		}
	}
	return false, nil
}

// settleReferrers cuts, when all is written, links to referrers that are not there.
func (w *writer) settleReferrers() error {
	for id, referrer := range w.refer {
		ok, err := w.linkable(referrer)
		if err != nil {
			return err
		}
		if ok {
			continue
		}
		c, err := w.contact(id)
		if gone(err) {
			continue
		}
		if err != nil {
			return err
		}
		c.Referrer = crm.ID{}
		if err := w.t.contacts.Put(w.Tx, id, &c); err != nil {
			return err
		}
	}
	return nil
}

// change writes a contact in the place of what it was, and where a company has got another name, or is one no more, its people's positions.
func (w *writer) change(was, is *crm.Contact) error {
	if err := w.put(is); err != nil {
		return err
	}
	return w.renamed(was, is)
}

func (w *writer) renamed(was, is *crm.Contact) error {
	delete(w.known, is.ID)
	if was.Kind != crm.Company || is.Kind == crm.Company && was.Name.Display() == is.Name.Display() {
		return nil
	}
	return w.eachPointing(indexEmployer, is.ID, func(c *crm.Contact) error { return nil })
}

// eachPointing rewrites the contacts that an index finds under an id.
func (w *writer) eachPointing(index string, id crm.ID, edit func(*crm.Contact) error) error {
	ids, err := w.t.contacts.Find(w.Tx, index, id[:], 0)
	if err != nil {
		return err
	}
	for _, pointing := range slices.Compact(ids) {
		c, err := w.contact(pointing)
		if err != nil {
			return err
		}
		if err := edit(&c); err != nil {
			return err
		}
		if err := w.put(&c); err != nil {
			return err
		}
	}
	return nil
}
