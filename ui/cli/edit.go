package cli

import (
	"strings"

	"regulars/assets/locale"
	"regulars/importer/clean"
	"regulars/store/actions"
	"regulars/store/crm"
)

type contactsAddCommand struct {
	Values []string `arg:"" name:"field=value"`
}

// Run adds a contact. What is typed is cleaned as in an import, and doubts are told.
func (c *contactsAddCommand) Run(s *session) error {
	book, err := s.writeOrCreate()
	if err != nil {
		return err
	}
	e, err := s.editor(book)
	if err != nil {
		return err
	}
	contact := crm.Contact{Kind: crm.Person}
	if err := e.apply(&contact, c.Values); err != nil {
		return err
	}
	if contact.Title() == "" {
		return &usageError{command: "contacts add", reason: s.text("cli.error.no-name")}
	}
	id, step, err := book.AddContact(contact)
	if err != nil {
		return err
	}
	return s.done(map[string]any{"id": id.String(), "step": s.step(step)}, "cli.contacts.added", locale.Values{"name": contact.Title(), "id": id.String()})
}

type contactsEditCommand struct {
	ID     string   `arg:""`
	Values []string `arg:"" name:"field=value"`
}

// Run changes fields of a contact.
func (c *contactsEditCommand) Run(s *session) error {
	book, err := s.write()
	if err != nil {
		return err
	}
	e, err := s.editor(book)
	if err != nil {
		return err
	}
	contact, err := s.contact(book, c.ID)
	if err != nil {
		return err
	}
	step, err := book.EditContact(contact.ID, func(now *crm.Contact) error { return e.apply(now, c.Values) })
	if err != nil {
		return err
	}
	return s.acted(step)
}

// editor turns words of the command line into values of a contact, by the cleaning that imports use.
type editor struct {
	s         *session
	country   string
	custom    []string          // the user-defined fields there are
	companies map[string]crm.ID // by clean.CompanyKey; the zero id where several have the same
}

func (s *session) editor(book *actions.Book) (*editor, error) {
	firm, err := book.Firm()
	if err != nil {
		return nil, err
	}
	e := &editor{s: s, country: firm.Country, companies: map[string]crm.ID{}}
	if e.country == "" {
		e.country = "TW"
	}
	if e.custom, err = book.CustomFields(); err != nil {
		return nil, err
	}
	for c, err := range book.Contacts() {
		if err != nil {
			return nil, err
		}
		if c.Kind == crm.Company {
			e.company(clean.CompanyKey(c.Title()), c.ID)
		}
	}
	return e, nil
}

func (e *editor) company(key string, id crm.ID) {
	if _, taken := e.companies[key]; taken {
		id = crm.ID{}
	}
	e.companies[key] = id
}

// apply sets fields: key=value puts a value in place of what was there, key+=value adds one, key= empties the field. A field may be named by its key, by
// its name in the user's language, or, where users have added it, by its own name; custom.NAME adds a new one.
func (e *editor) apply(c *crm.Contact, values []string) error {
	for _, v := range values {
		name, value, ok := strings.Cut(v, "=")
		if !ok {
			return &usageError{reason: e.s.text("cli.error.not-a-pair", locale.Values{"value": v})}
		}
		name, add := strings.CutSuffix(name, "+")
		field, ok := e.field(strings.TrimSpace(name))
		if !ok {
			return &usageError{reason: e.s.text("cli.error.unknown-field", locale.Values{"name": name})}
		}
		if err := e.set(c, field, strings.TrimSpace(value), add); err != nil {
			return err
		}
	}
	return nil
}

func (e *editor) field(name string) (crm.Field, bool) {
	if f, ok := crm.FieldByKey(name); ok {
		return f, true
	}
	for _, f := range crm.Fields() {
		if strings.EqualFold(e.s.fieldName(f.Key), name) {
			return f, true
		}
	}
	if contains(e.custom, name) {
		return crm.FieldByKey(crm.CustomPrefix + name)
	}
	return crm.Field{}, false
}

func (e *editor) set(c *crm.Contact, f crm.Field, value string, add bool) error {
	prefix, kind, _ := strings.Cut(f.Key, ".")
	switch prefix {
	case "phone":
		return e.phone(c, kind, value, add)
	case "email":
		return e.email(c, kind, value, add)
	case "address":
		return e.address(c, kind, value, add)
	case "link":
		setLink(c, kind, value, add)
		return nil
	case "consent":
		return e.consent(c, crm.Channel(kind), value)
	}
	return e.plain(c, f, value, add)
}

// plain sets the fields that are not lists of numbers or addresses.
func (e *editor) plain(c *crm.Contact, f crm.Field, value string, add bool) error {
	switch f.Key {
	case "kind":
		return e.kind(c, value)
	case "name":
		return e.name(c, value)
	case "company":
		e.employer(c, value)
	case "tax_id":
		id, notes := clean.TaxID(clean.Typed(value))
		c.TaxID = id
		return e.refuse(f.Key, value, notes)
	case "tags":
		c.Tags = words(c.Tags, value, add)
	case "roles":
		c.Roles = words(c.Roles, value, add)
	case "alt_names":
		c.Name.Alt = words(c.Name.Alt, value, add)
	case "source":
		setSource(c, value, add, e.s.today())
	case "preferences":
		setPreference(c, value, add)
	case "notes":
		setNotes(c, value, add)
	default:
		return e.date(c, f, value)
	}
	return nil
}

func (e *editor) kind(c *crm.Contact, value string) error {
	if value != string(crm.Person) && value != string(crm.Company) {
		return e.bad("kind", value)
	}
	if c.Kind = crm.Kind(value); c.Kind == crm.Company && c.Name.Full == "" {
		c.Name = crm.Name{Full: c.Name.Display()}
	}
	return nil
}

func (e *editor) name(c *crm.Contact, value string) error {
	if c.Kind == crm.Company {
		name, _, notes := clean.Company(value)
		c.Name.Full = name
		e.tell(notes)
		return nil
	}
	who := clean.Person(value)
	if who.Company {
		c.Kind = crm.Company
	}
	kept := c.Name
	c.Name = who.Name
	c.Name.Alt = append(kept.Alt, who.Name.Alt...)
	if c.Name.Salutation == "" {
		c.Name.Salutation = kept.Salutation
	}
	if f, ok := crm.FieldByKey("job_title"); ok && who.JobTitle != "" && c.Current().Title == "" {
		f.Set(c, who.JobTitle)
	}
	e.tell(who.Notes)
	return nil
}

// employer names the company of the main position and links it where exactly one company is called so.
func (e *editor) employer(c *crm.Contact, value string) {
	if c.Kind == crm.Company {
		c.Name.Full = value
		return
	}
	name, key, notes := clean.Company(value)
	e.tell(notes)
	for i := range c.Positions {
		if p := &c.Positions[i]; p.To.IsZero() {
			p.CompanyName, p.Company = name, e.companies[key]
			return
		}
	}
	if name != "" {
		c.Positions = append([]crm.Position{{CompanyName: name, Company: e.companies[key]}}, c.Positions...)
	}
}

func (e *editor) date(c *crm.Contact, f crm.Field, value string) error {
	if f.Type == crm.ChoiceField && value != "" && !contains(f.Choices, value) {
		return e.bad(f.Key, value)
	}
	if f.Type != crm.DateField {
		if f.Set == nil {
			return e.bad(f.Key, value)
		}
		f.Set(c, value)
		return nil
	}
	role := clean.OtherDate
	if f.Key == crm.DateBirthday {
		role = clean.Birthday
	}
	d := clean.Date(clean.Typed(value), role, clean.DateHints{})
	if value != "" && d.Date.IsZero() {
		return e.bad(f.Key, value)
	}
	e.tell(d.Notes)
	setDate(c, f, d.Date)
	return nil
}

func setDate(c *crm.Contact, f crm.Field, day crm.Date) {
	if f.Set != nil {
		f.Set(c, day.String())
		return
	}
	var kept []crm.SpecialDate
	for _, d := range c.Dates {
		if d.Kind != f.Key {
			kept = append(kept, d)
		}
	}
	if !day.IsZero() {
		kept = append(kept, crm.SpecialDate{Kind: f.Key, Date: day})
	}
	c.Dates = kept
}

func (e *editor) bad(key, value string) error {
	return &usageError{reason: e.s.text("cli.error.bad-field", locale.Values{"field": locale.Key("field." + key), "value": value})}
}

// refuse makes an error of a value that is not what its field wants, and tells of lesser doubts.
func (e *editor) refuse(key, value string, notes []clean.Note) error {
	if level, ok := clean.Worst(notes); ok && level == clean.Problem {
		return e.bad(key, value)
	}
	e.tell(notes)
	return nil
}

// tell says what was repaired or is doubtful.
func (e *editor) tell(notes []clean.Note) {
	for _, n := range notes {
		e.s.note(e.s.problemText(n.Code, anyValues(n.Values)))
	}
}

func anyValues(values map[string]string) locale.Values {
	out := locale.Values{}
	for k, v := range values {
		out[k] = v
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
