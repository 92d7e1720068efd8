package state

import (
	"context"
	"strings"

	"regulars/importer/clean"
	"regulars/store/crm"
	"regulars/store/search"
)

// Check says beside a line what the cleaning makes of it: a repair, a doubt, or that it is not what the field wants. It is called when the
// keyboard leaves the line.
func (f *ContactForm) Check(l *Line) {
	l.Note, l.Warning = Message{}, false
	if l.Touched() && strings.TrimSpace(l.Text) != "" {
		f.note(l, f.notesOn(l))
		if l.Field.Key == "name" {
			f.lookForNamesakes(l)
		}
	}
	f.OnChanged()
}

func (f *ContactForm) notesOn(l *Line) (notes []clean.Note) {
	switch {
	case l.Field.Type == crm.PhoneField:
		_, _, notes = clean.Phones(clean.Typed(l.Text), kindOf(l.Field), f.place())
	case l.Field.Type == crm.EmailField:
		_, _, notes = clean.Emails(l.Text)
	case l.Field.Type == crm.AddressField:
		at := clean.PlaceOf(l.Country, l.Text, f.country)
		_, _, notes = clean.Addresses(clean.AddressParts{Kind: kindOf(l.Field), Country: l.Country, Street: l.Text, Postal: clean.Typed(l.Postal)}, at)
	case l.Field.Type == crm.DateField:
		notes = clean.Date(clean.Typed(l.Text), roleOf(l.Field), clean.DateHints{}).Notes
	case l.Field.Key == "tax_id":
		_, notes = clean.TaxID(clean.Typed(l.Text))
	case l.Field.Key == "name" && f.before.Kind == crm.Person:
		notes = clean.Person(l.Text).Notes
	}
	return notes
}

func roleOf(field crm.Field) clean.Role {
	if field.Key == crm.DateBirthday {
		return clean.Birthday
	}
	return clean.OtherDate
}

// note says the weightiest of the notes.
func (f *ContactForm) note(l *Line, notes []clean.Note) {
	worst, ok := clean.Worst(notes)
	if !ok {
		return
	}
	for _, n := range notes {
		if n.Level == worst {
			l.Note, l.Warning = noteMessage(n), worst != clean.Repair
			return
		}
	}
}

func noteMessage(n clean.Note) Message {
	m := Message{Key: "problem." + n.Code, Values: map[string]any{}}
	for name, v := range n.Values {
		m.Values[name] = v
	}
	return m
}

// lookForNamesakes says that somebody of that name is known already.
func (f *ContactForm) lookForNamesakes(l *Line) {
	name, known := l.Text, []crm.Contact(nil)
	f.desk.run.Go(func(context.Context) { known = f.likeness(name) }, func() {
		for _, c := range known {
			if c.ID != f.before.ID && l.Text == name {
				l.Note, l.Warning = Say("window.form.namesake", "name", c.Title(), "company", firstText(c.CompanyName(), "–")), true
				f.OnChanged()
				return
			}
		}
	})
}

// namesakes finds contacts that are called exactly so. An index that cannot be read finds nobody; the list says why.
func (d *Desk) namesakes(name string) []crm.Contact {
	index, err := d.book.Search()
	if err != nil {
		return nil
	}
	query, err := search.NewQuery(search.Word{Text: strings.TrimSpace(name), Exact: true}, d.Today())
	if err != nil {
		return nil
	}
	found, err := d.book.ContactsByID(index.Find(query, search.ByRelevance, 0, 20).IDs)
	if err != nil {
		return nil
	}
	var out []crm.Contact
	for _, c := range found {
		if search.Fold(c.Name.Display()) == search.Fold(name) {
			out = append(out, c)
		}
	}
	return out
}

// linkCompany ties the main position to the record of the company that it names, if there is one.
func (d *Desk) linkCompany(c *crm.Contact) {
	p := c.Current()
	if p.CompanyName == "" || !p.Company.IsZero() {
		return
	}
	for _, k := range d.namesakes(p.CompanyName) {
		if k.Kind != crm.Company {
			continue
		}
		for i := range c.Positions {
			if c.Positions[i] == p {
				c.Positions[i].Company = k.ID
				return
			}
		}
	}
}
