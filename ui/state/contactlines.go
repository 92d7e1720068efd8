package state

import (
	"strings"

	"regulars/importer/clean"
	"regulars/store/crm"
)

// contact is what the form says: the contact as it was, with the lines that were touched written into it.
func (f *ContactForm) contact() crm.Contact {
	c := f.before.Clone()
	c.Phones = rewritten(c.Phones, f.of(crm.PhoneField), f.phones)
	c.Emails = rewritten(c.Emails, f.of(crm.EmailField), f.emails)
	c.Addresses = rewritten(c.Addresses, f.of(crm.AddressField), f.addresses)
	c.Links = rewritten(c.Links, f.of(crm.LinkField), links)
	c.Sources = rewritten(c.Sources, f.named("source"), f.sources)
	c.Preferences = rewritten(c.Preferences, f.named("preferences"), preferences)
	for _, l := range f.lines {
		if l.Touched() {
			f.write(&c, l)
		}
	}
	return c
}

func (f *ContactForm) of(t crm.FieldType) []*Line {
	return f.where(func(l *Line) bool { return l.Field.Type == t })
}

func (f *ContactForm) named(key string) []*Line {
	return f.where(func(l *Line) bool { return l.Field.Key == key })
}

func (f *ContactForm) where(ok func(*Line) bool) []*Line {
	var out []*Line
	for _, l := range f.lines {
		if ok(l) {
			out = append(out, l)
		}
	}
	return out
}

// rewritten puts what was typed in the place of the values that it was typed over, and new values at the end. Values without a touched line stay
// as they are.
func rewritten[T any](list []T, lines []*Line, read func(*Line) []T) []T {
	var out, added []T
	over := map[int]*Line{}
	for _, l := range lines {
		switch {
		case !l.Touched():
		case l.place < 0:
			added = append(added, read(l)...)
		default:
			over[l.place] = l
		}
	}
	for i, v := range list {
		if l, ok := over[i]; ok {
			out = append(out, read(l)...)
		} else {
			out = append(out, v)
		}
	}
	return append(out, added...)
}

func (f *ContactForm) place() clean.Place { return clean.Place{Country: f.country} }

func (f *ContactForm) phones(l *Line) []crm.Phone {
	phones, rest, _ := clean.Phones(clean.Typed(l.Text), kindOf(l.Field), f.place())
	if len(phones) == 0 && strings.TrimSpace(rest) != "" {
		phones = []crm.Phone{{Text: strings.TrimSpace(rest)}}
	}
	for i := range phones {
		if len(phones) == 1 || phones[i].Kind == "" {
			phones[i].Kind = kindOf(l.Field)
		}
	}
	return phones
}

func (f *ContactForm) emails(l *Line) []crm.Email {
	found, rest, _ := clean.Emails(l.Text)
	if len(found) == 0 && strings.TrimSpace(rest) != "" {
		found = []crm.Email{{Address: strings.TrimSpace(rest)}}
	}
	for i := range found {
		found[i].Kind = kindOf(l.Field)
	}
	return found
}

func (f *ContactForm) addresses(l *Line) []crm.Address {
	if strings.TrimSpace(l.Text+l.Postal) == "" {
		return nil
	}
	at := clean.PlaceOf(l.Country, l.Text, f.country)
	list, rest, _ := clean.Addresses(clean.AddressParts{Kind: kindOf(l.Field), Country: l.Country, Street: l.Text, Postal: clean.Typed(l.Postal)}, at)
	if len(list) == 0 {
		list = []crm.Address{{Kind: kindOf(l.Field), Postal: strings.TrimSpace(l.Postal), CountryText: l.Country, Text: strings.TrimSpace(firstText(rest, l.Text))}}
	}
	return list
}

func links(l *Line) []crm.Link {
	if v := strings.TrimSpace(l.Text); v != "" {
		return []crm.Link{{Kind: kindOf(l.Field), Value: v}}
	}
	return nil
}

func (f *ContactForm) sources(l *Line) []crm.Source {
	if v := clean.Text(l.Text); v != "" {
		return []crm.Source{{Name: v, Date: f.book.Today()}}
	}
	return nil
}

func preferences(l *Line) []crm.Preference {
	text := clean.Text(l.Text)
	if text == "" {
		return nil
	}
	for _, colon := range []string{"：", ":"} {
		if label, value, ok := strings.Cut(text, colon); ok && value != "" {
			return []crm.Preference{{Label: strings.TrimSpace(label), Value: strings.TrimSpace(value)}}
		}
	}
	return []crm.Preference{{Value: text}}
}

// write puts the text of a line that is no list into the contact.
func (f *ContactForm) write(c *crm.Contact, l *Line) {
	text := strings.TrimSpace(l.Text)
	switch key := l.Field.Key; {
	case key == "name":
		writeName(c, text)
	case strings.HasPrefix(key, "name."):
		c.Name.Full = ""
		l.Field.Set(c, text)
	case key == "company":
		writeCompany(c, text)
	case key == "tags":
		c.Tags = splitWords(text)
	case key == "roles":
		c.Roles = splitWords(text)
	case key == "alt_names":
		c.Name.Alt = splitWords(text)
	case key == "tax_id":
		c.TaxID = readTaxID(text)
	case key == crm.DateBirthday || key == crm.DateAnniversary:
		writeDate(c, key, text)
	case key == "preferred_channel":
		c.Preferred = crm.Preferred{Channel: crm.Channel(text), Date: f.book.Today()}
	case l.Field.Type == crm.ConsentField:
		f.writeConsent(c, crm.Channel(kindOf(l.Field)), text)
	case l.Field.Type == crm.DateField && l.Field.Set != nil:
		l.Field.Set(c, clean.Date(clean.Typed(text), clean.OtherDate, clean.DateHints{}).Date.String())
	case l.Field.Set != nil:
		l.Field.Set(c, text)
	}
}

// writeName divides a person's name where that is certain. The salutation and reading that the contact has stay.
func writeName(c *crm.Contact, text string) {
	if c.Kind == crm.Company {
		c.Name.Full = text
		return
	}
	who := clean.Person(text)
	old := c.Name
	c.Name = who.Name
	c.Name.Alt, c.Name.Nickname, c.Name.Order = old.Alt, old.Nickname, old.Order
	c.Name.Reading, c.Name.ReadFamily, c.Name.ReadGiven = old.Reading, old.ReadFamily, old.ReadGiven
	c.Name.Salutation = firstText(who.Name.Salutation, old.Salutation)
	if c.Name.Display() == "" {
		c.Name.Full = text
	}
}

// writeCompany changes the company of the main position. The link to its record is put in when the form is saved.
func writeCompany(c *crm.Contact, text string) {
	for i := range c.Positions {
		if c.Positions[i].To.IsZero() {
			c.Positions[i].CompanyName, c.Positions[i].Company = text, crm.ID{}
			if c.Positions[i] == (crm.Position{}) {
				c.Positions = append(c.Positions[:i], c.Positions[i+1:]...)
			}
			return
		}
	}
	if text != "" {
		c.Positions = append([]crm.Position{{CompanyName: text}}, c.Positions...)
	}
}

func readTaxID(text string) string {
	id, _ := clean.TaxID(clean.Typed(text))
	return firstText(id, text)
}

// writeDate sets the first special date of a kind; a text that is no date is kept as it was typed.
func writeDate(c *crm.Contact, kind, text string) {
	role := clean.OtherDate
	if kind == crm.DateBirthday {
		role = clean.Birthday
	}
	day := crm.SpecialDate{Kind: kind, Date: clean.Date(clean.Typed(text), role, clean.DateHints{}).Date}
	if day.Date.IsZero() {
		day.Text = text
	}
	for i := range c.Dates {
		if c.Dates[i].Kind != kind {
			continue
		}
		if text == "" {
			c.Dates = append(c.Dates[:i], c.Dates[i+1:]...)
			return
		}
		c.Dates[i] = day
		return
	}
	if text != "" {
		c.Dates = append(c.Dates, day)
	}
}

func (f *ContactForm) writeConsent(c *crm.Contact, ch crm.Channel, word string) {
	if word != "" {
		c.SetConsent(crm.Consent{Channel: ch, Allowed: word == "yes", Date: f.book.Today()})
		return
	}
	for i := range c.Consents {
		if c.Consents[i].Channel == ch {
			c.Consents = append(c.Consents[:i], c.Consents[i+1:]...)
			return
		}
	}
}

// splitWords reads tags and the like: words apart by commas, semicolons or lines, each once.
func splitWords(text string) []string {
	var out []string
	seen := map[string]bool{}
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",，、;；\n", r) }) {
		if w = clean.Text(w); w != "" && !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}
