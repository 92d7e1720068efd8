package search

import (
	"strings"
	"unicode/utf8"

	"regulars/store/crm"
)

// excerpt is what search keeps of one contact.
type excerpt struct {
	text   []byte // entries, each a code and folded text
	sounds []byte // how the names are read, see sounds.go
	facts  facts
	names  names
}

// facts are what is not text.
type facts struct {
	id    crm.ID
	dates [5]crm.Date // in the order of dateOf… below
	// One bit a channel, in the order of crm.Channels.
	reachable, allowed, refused uint8
	preferred                   uint8  // as a bit, too
	company                     bool   // kind
	lunar                       bool   // the birthday counts in the lunar calendar
	initials                    uint64 // the letters and symbols that begin a syllable of sounds, see initialBit
}

// The places of dates in facts.
const (
	dateOfBirth = iota
	dateOfAnniversary
	dateOfCard
	dateOfCheck
	dateOfTouch
)

// names are what a contact is sorted by, as written.
type names struct {
	surname string // apart only where the record has it apart
	rest    string
	company string
}

// writer gathers an excerpt.
type writer struct{ excerpt }

// excerptOf reads a contact.
func excerptOf(c *crm.Contact) excerpt {
	var w writer
	w.text = make([]byte, 0, 512)
	w.sounds = make([]byte, 0, 64)
	w.writeNames(c)
	w.writeWork(c)
	w.writeReach(c)
	w.writeRest(c)
	w.facts = factsOf(c)
	w.facts.initials = initialsOf(w.sounds)
	w.names = withTitle(w.names, c)
	return w.excerpt
}

// add writes an entry unless its text is empty.
func (w *writer) add(as code, text string) {
	if text == "" {
		return
	}
	start := len(w.text)
	w.text = appendFold(append(w.text, byte(as)), text)
	if len(w.text) == start+1 {
		w.text = w.text[:start]
	}
}

func (w *writer) writeNames(c *crm.Contact) {
	n := c.Name
	shown := n.Display()
	w.add(codeName, shown)
	w.names = namePartsOf(c)
	w.sounds = appendSounds(w.sounds, w.names.surname, w.names.rest, c.Kind != crm.Company)
	if n.Full != "" && n.Family+n.Given != n.Full {
		w.add(codeAlt, n.Family+n.Given)
	}
	if !strings.Contains(shown, n.Middle) {
		w.add(codeAlt, n.Middle)
	}
	w.add(codeAlt, n.Nickname)
	for _, a := range n.Alt {
		w.add(codeAlt, a)
		w.sounds = appendSounds(w.sounds, "", a, c.Kind != crm.Company)
	}
	w.add(codeReading, n.Reading)
	if n.Reading == "" {
		w.add(codeReading, strings.TrimSpace(n.ReadFamily+" "+n.ReadGiven))
	}
	if r, _ := utf8.DecodeRuneInString(n.Family); isHan(r) {
		w.addCalled(n.Family, n.Salutation)
		w.addCalled(n.Family, c.Current().Title)
	}
}

func (w *writer) addCalled(family, what string) {
	if what != "" {
		w.add(codeCalled, family+what)
	}
}

func (w *writer) writeWork(c *crm.Contact) {
	if c.Kind == crm.Company {
		w.add(codeCompany, c.Name.Display())
	}
	for _, p := range c.Positions {
		if p.To.IsZero() {
			w.add(codeCompany, p.CompanyName)
		}
	}
}

func (w *writer) writeReach(c *crm.Contact) {
	for _, p := range c.Phones {
		w.addPhone(p)
	}
	for _, e := range c.Emails {
		w.add(codeEmail, e.Address)
	}
	for _, t := range c.Tags {
		w.add(codeTag, t)
	}
	for _, p := range c.Positions {
		if p.To.IsZero() {
			w.add(codeTitle, p.Title)
			w.add(codeDepartment, p.Department)
		}
	}
	for _, a := range c.Addresses {
		w.addAddress(a)
	}
}

// addAddress writes the address, and as its city what is known of the parts; where nothing is, the text stands for the city too.
func (w *writer) addAddress(a crm.Address) {
	city := a.Region + " " + a.City + " " + a.District
	if a.City == "" && a.District == "" {
		city += " " + a.Text
	}
	w.add(codeCity, city)
	text := a.Text
	for _, part := range []string{a.Region, a.City, a.District, a.Street, a.POBox} {
		text = withPart(text, part)
	}
	if text != "" {
		text = withPart(text, a.CountryText)
	}
	w.add(codeAddress, text)
	w.add(codePostal, a.Postal)
}

// withPart adds a part to a text that does not hold it.
func withPart(text, part string) string {
	if strings.Contains(text, part) {
		return text
	}
	return text + " " + part
}

func (w *writer) writeRest(c *crm.Contact) {
	w.add(codeTaxID, c.TaxID)
	for _, r := range c.Roles {
		w.add(codeRole, r)
	}
	for _, s := range c.Sources {
		w.add(codeSource, strings.TrimSpace(s.Name+" "+s.Note))
	}
	w.add(codeReferrer, c.ReferrerName)
	for _, p := range c.Preferences {
		w.add(codePreference, p.String())
	}
	for _, l := range c.Links {
		w.add(codeLink, l.Value)
	}
	for _, p := range c.Positions {
		if !p.To.IsZero() {
			w.add(codeFormer, strings.TrimSpace(p.CompanyName+" "+p.Title))
		}
	}
	for _, v := range c.Custom {
		w.addCustom(v)
	}
	w.add(codeNotes, c.Notes)
	w.writeHidden(c)
}

func (w *writer) addCustom(v crm.CustomValue) {
	w.text = appendFold(append(w.text, byte(codeCustom)), v.Field)
	w.text = appendFold(append(w.text, fieldMark), v.Value)
}

func (w *writer) writeHidden(c *crm.Contact) {
	w.add(codeLanguage, c.Language)
	for _, a := range c.Addresses {
		w.addCountry(a)
	}
	w.add(codeGender, c.Gender)
	for _, x := range c.External {
		w.add(codeExternal, x.Value)
	}
	for _, d := range c.Doubts {
		w.add(codeDoubt, d)
	}
	for _, p := range c.Phones {
		w.add(codePhoneKind, p.Kind)
	}
	w.add(codePhoto, c.Photo)
}

// addCountry writes the country's code, of one that stands there as a name only too, and the name as typed.
func (w *writer) addCountry(a crm.Address) {
	code := a.Country
	if code == "" && a.CountryText != "" {
		code = countryCode(a.CountryText)
	}
	w.add(codeCountry, code)
	w.add(codeCountry, a.CountryText)
}

func factsOf(c *crm.Contact) facts {
	birth := c.Birthday()
	f := facts{id: c.ID, company: c.Kind == crm.Company, lunar: birth.Lunar}
	f.dates = [5]crm.Date{birth.Date, c.DateOf(crm.DateAnniversary).Date, c.CardDate, c.LastVerified, c.LastTouch}
	for i, ch := range crm.Channels() {
		bit := uint8(1) << i
		if c.Reachable(ch) {
			f.reachable |= bit
		}
		if consent, known := c.ConsentFor(ch); known && consent.Allowed {
			f.allowed |= bit
		} else if known {
			f.refused |= bit
		}
		if c.Preferred.Channel == ch {
			f.preferred = bit
		}
	}
	return f
}

// namePartsOf gives the name in the parts that the record is sure of.
func namePartsOf(c *crm.Contact) names {
	n := c.Name
	switch {
	case n.Full != "" || n.Family == "":
		return names{rest: n.Display()}
	case n.Sorted() != n.Display():
		return names{surname: n.Family, rest: strings.TrimSpace(n.Given + " " + n.Middle)}
	}
	return names{surname: n.Family, rest: n.Given + n.Middle}
}

// namesOf is what the contact is sorted by.
func namesOf(c *crm.Contact) names { return withTitle(namePartsOf(c), c) }

// withTitle adds what else a contact is sorted by: its title where it has no name, and its company.
func withTitle(n names, c *crm.Contact) names {
	if n.surname+n.rest == "" {
		n.rest = c.Title()
	}
	n.company = c.CompanyName()
	return n
}
