package state

import (
	"context"
	"slices"
	"strings"

	"regulars/store/actions"
	"regulars/store/crm"
)

// FormBook is what a form needs of the data file.
type FormBook interface {
	AddContact(c crm.Contact) (crm.ID, actions.Step, error)
	SaveContact(before, after crm.Contact) (actions.Step, error)
	Firm() (crm.Firm, error)
	Today() crm.Date
}

// ContactForm is the form in which a contact is written or changed. Its lines come from the descriptions of the fields in package crm: the usual ones
// always, the others where the contact has a value or the user asks for them.
//
// What is typed goes through the same cleaning as an import, and every repair and doubt is said beside the line. A line that nobody touched writes
// nothing, so a form never spoils what it does not show.
type ContactForm struct {
	// OnChanged is called when lines come or go or a note is said.
	OnChanged func()

	desk     *Desk
	book     FormBook
	before   crm.Contact
	fresh    bool
	lines    []*Line
	country  string
	likeness func(name string) []crm.Contact
}

// Line is one line of the form.
type Line struct {
	Field   crm.Field
	Text    string
	Postal  string // of an address
	Country string // of an address
	Note    Message
	Warning bool

	place int    // in the contact's list of such values, -1 for a new one
	was   string // all texts as they were
}

func (l *Line) all() string { return l.Text + "\x00" + l.Postal + "\x00" + l.Country }

// Choices are the values that the field may have, none for one that takes any text.
func (l *Line) Choices() []string {
	switch l.Field.Key {
	case "gender":
		return []string{"f", "m"}
	case "language":
		return []string{"zh-Hant", "zh-Hans", "en", "ja", "ko"}
	}
	return l.Field.Choices
}

// Touched reports whether the line says something else than the contact does.
func (l *Line) Touched() bool { return l.all() != l.was }

// NewContactForm makes a form for a contact that is in the data file.
func NewContactForm(d *Desk, c crm.Contact) *ContactForm { return newContactForm(d, c, false) }

// NewContact makes a form for a person or company that is not there yet.
func NewContact(d *Desk, kind crm.Kind) *ContactForm {
	return newContactForm(d, crm.Contact{Kind: kind}, true)
}

func newContactForm(d *Desk, c crm.Contact, fresh bool) *ContactForm {
	f := &ContactForm{OnChanged: func() {}, desk: d, book: d.book, before: c.Clone(), fresh: fresh, country: "TW", likeness: d.namesakes}
	if firm, err := d.book.Firm(); err == nil && firm.Country != "" {
		f.country = firm.Country
	}
	for _, field := range append(crm.Fields(), customOf(&c)...) {
		f.lines = append(f.lines, linesOf(&c, field, slices.Contains(usual(c.Kind), field.Key))...)
	}
	return f
}

func customOf(c *crm.Contact) []crm.Field {
	var names []string
	for _, v := range c.Custom {
		names = append(names, v.Field)
	}
	return crm.CustomFields(names)
}

// usual lists the fields that a form always shows.
func usual(kind crm.Kind) []string {
	if kind == crm.Company {
		return []string{"name", "tax_id", "phone.main", "email.work", "address.work", "link.web", "tags", "notes"}
	}
	return []string{"name", "salutation", "company", "job_title", "phone.mobile", "phone.work", "email.work", "address.work",
		"birthday", "preferred_channel", "tags", "notes"}
}

// hidden are fields that no line edits: parts of what another line holds, and what the program keeps itself.
func hidden(field crm.Field) bool {
	switch {
	case field.Key == "kind" || field.Key == "external_id":
		return true
	case field.Type == crm.AddressField:
		return strings.Count(field.Key, ".") > 1
	}
	return false
}

// linesOf makes the lines of a field: one for each value, or an empty one where the form should show it.
func linesOf(c *crm.Contact, field crm.Field, always bool) []*Line {
	if hidden(field) || field.For != "" && field.For != c.Kind || field.Key == "company" && c.Kind == crm.Company {
		return nil
	}
	lines := valuesOf(c, field)
	if field.Key == "name.family" || field.Key == "name.given" {
		return nil // the whole name holds them; who wants them apart adds the lines
	}
	if len(lines) == 0 && always {
		lines = []*Line{{Field: field, place: -1}}
	}
	for _, l := range lines {
		l.was = l.all()
	}
	return lines
}

func valuesOf(c *crm.Contact, field crm.Field) []*Line {
	switch {
	case field.Type == crm.AddressField:
		return addressLines(c, field)
	case field.Key == "tags" || field.Key == "roles" || field.Key == "alt_names":
		return joined(field, field.Get(c), "、")
	case field.Key == "birthday" || field.Key == "anniversary":
		return joined(field, field.Get(c), "")
	case field.Many:
		return listed(c, field)
	}
	return joined(field, field.Get(c), "、")
}

func joined(field crm.Field, values []string, separator string) []*Line {
	if len(values) == 0 {
		return nil
	}
	return []*Line{{Field: field, Text: strings.Join(values, separator), place: 0}}
}

// listed makes a line for each value of a list, with its place in the contact's whole list.
func listed(c *crm.Contact, field crm.Field) []*Line {
	var out []*Line
	kind := kindOf(field)
	add := func(place int, text string) { out = append(out, &Line{Field: field, Text: text, place: place}) }
	switch field.Type {
	case crm.PhoneField:
		for i, p := range c.Phones {
			if p.Kind == kind {
				add(i, p.Text)
			}
		}
	case crm.EmailField:
		for i, e := range c.Emails {
			if e.Kind == kind {
				add(i, e.Address)
			}
		}
	case crm.LinkField:
		for i, l := range c.Links {
			if l.Kind == kind {
				add(i, l.Value)
			}
		}
	default:
		for i, v := range field.Get(c) {
			add(i, v)
		}
	}
	return out
}

func addressLines(c *crm.Contact, field crm.Field) []*Line {
	var out []*Line
	for i, a := range c.Addresses {
		if a.Kind == kindOf(field) {
			out = append(out, &Line{Field: field, Text: a.Text, Postal: a.Postal, Country: firstText(a.CountryText, a.Country), place: i})
		}
	}
	return out
}

// kindOf is what stands after the first point of a field's key: the kind of phone, address or link.
func kindOf(field crm.Field) string {
	_, kind, _ := strings.Cut(field.Key, ".")
	return kind
}

func firstText(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// Lines are the lines of the form in the order of the fields.
func (f *ContactForm) Lines() []*Line { return f.lines }

// Fresh reports whether the contact is not in the data file yet.
func (f *ContactForm) Fresh() bool { return f.fresh }

// Kind is person or company.
func (f *ContactForm) Kind() crm.Kind { return f.before.Kind }

// Title is what the contact was called when the form was opened.
func (f *ContactForm) Title() string { return f.before.Title() }

// Line finds the first line of a field.
func (f *ContactForm) Line(key string) (*Line, bool) {
	for _, l := range f.lines {
		if l.Field.Key == key {
			return l, true
		}
	}
	return nil, false
}

// Addable lists the fields that the form does not show yet, and those that may be there several times.
func (f *ContactForm) Addable() []crm.Field {
	var out []crm.Field
	for _, field := range crm.Fields() {
		_, shown := f.Line(field.Key)
		again := field.Type == crm.PhoneField || field.Type == crm.EmailField || field.Type == crm.AddressField || field.Type == crm.LinkField
		if !hidden(field) && (field.For == "" || field.For == f.before.Kind) && (!shown || again) && !(field.Key == "company" && f.before.Kind == crm.Company) {
			out = append(out, field)
		}
	}
	return out
}

// AddLine adds an empty line for a field, after the lines of the fields before it, and returns it. A key that begins with "custom." makes a
// field of the user's own.
func (f *ContactForm) AddLine(key string) (*Line, bool) {
	field, ok := crm.FieldByKey(key)
	if !ok {
		return nil, false
	}
	l := &Line{Field: field, place: -1}
	if !field.Many && field.Set != nil {
		l.Text, l.place = strings.Join(field.Get(&f.before), ""), 0
	}
	l.was = l.all()
	f.lines = slices.Insert(f.lines, f.placeFor(key), l)
	f.OnChanged()
	return l, true
}

func (f *ContactForm) placeFor(key string) int {
	order := map[string]int{}
	for i, field := range crm.Fields() {
		order[field.Key] = i
	}
	rank := func(key string) int {
		if n, ok := order[key]; ok {
			return n
		}
		return len(order)
	}
	at := 0
	for i, l := range f.lines {
		if rank(l.Field.Key) <= rank(key) {
			at = i + 1
		}
	}
	return at
}

// Dirty reports whether anything was changed.
func (f *ContactForm) Dirty() bool { return slices.ContainsFunc(f.lines, (*Line).Touched) }

// Save writes the form as one act. then is told the contact's id, or what went wrong; the form stays as it is then.
func (f *ContactForm) Save(then func(crm.ID, error)) {
	after := f.contact()
	id := after.ID
	f.desk.Act(func(context.Context) (step actions.Step, err error) {
		f.desk.linkCompany(&after)
		if f.fresh {
			id, step, err = f.book.AddContact(after)
			return step, err
		}
		return f.book.SaveContact(f.before, after)
	}, func(err error) { then(id, err) })
}
