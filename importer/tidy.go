package importer

import (
	"maps"
	"slices"
	"strings"

	"regulars/importer/clean"
	"regulars/importer/mapping"
	"regulars/store/crm"
)

// tidied is a row that has become a contact.
type tidied struct {
	number   int
	contact  crm.Contact
	problems []Problem
	empty    bool // the row says nothing
	group    bool // a distribution list
}

// tidier cleans entries. It keeps nothing between them, so that each worker has one.
type tidier struct {
	country string
	e       *entry
	c       *crm.Contact
	place   clean.Place
	out     *tidied
}

// tidy makes a contact of an entry.
func (t *tidier) tidy(e *entry) tidied {
	out := tidied{number: e.number, problems: slices.Clone(e.problems)}
	t.e, t.c, t.out = e, &out.contact, &out
	t.place = t.placeOf(e)
	t.names()
	t.positions()
	t.decideKind()
	t.phones()
	t.emails()
	t.addresses()
	t.links()
	t.dates()
	t.taxID()
	t.plain()
	t.lists()
	t.customs()
	t.notes()
	for _, x := range e.extras {
		t.c.TakeExtra(x)
	}
	t.finish()
	return out
}

// note files the notes of one cell as problems.
func (t *tidier) note(column string, notes []clean.Note) {
	for _, n := range notes {
		t.problem(Problem{Column: column, Code: n.Code, Value: n.Value(), Level: n.Level, extra: extras(n)})
	}
}

// extras are the values of a note beside the text that it is about.
func extras(n clean.Note) []extra {
	if len(n.Values) < 2 {
		return nil
	}
	out := make([]extra, 0, len(n.Values)-1)
	for _, name := range slices.Sorted(maps.Keys(n.Values)) {
		if v := n.Values[name]; name != "value" && v != "" {
			out = append(out, extra{name, v})
		}
	}
	return out
}

func (t *tidier) problem(p Problem) {
	p.Row = t.e.number
	t.out.problems = append(t.out.problems, p)
}

// rest puts what fitted no field into the notes, behind the header of its column.
func (t *tidier) rest(column, text string) {
	if text = strings.TrimSpace(text); text != "" {
		t.e.labelled = append(t.e.labelled, fieldText{column, text, column})
	}
}

// placeOf asks the addresses of the row where it comes from.
func (t *tidier) placeOf(e *entry) clean.Place {
	fallback := clean.Place{Country: t.country}
	for i := range e.addresses {
		a := &e.addresses[i].parts
		text := strings.Join([]string{a.Region, a.City, a.District, a.Street, strings.Join(a.More, "")}, " ")
		if strings.TrimSpace(text) == "" {
			text = e.addresses[i].formatted
		}
		p := clean.PlaceOf(clean.Text(a.Country), clean.Text(text), t.country)
		if p.Evidence {
			return p
		}
		if p.City != "" && fallback.City == "" {
			fallback = p
		}
	}
	return fallback
}

func (t *tidier) names() {
	n := t.e.name
	switch {
	case t.e.own:
		t.ownName(n)
		return
	case mapping.KindOf(t.e.kind) == string(crm.Company) && n.Full != "":
		t.companyName(n)
		return
	}
	if t.namedByReach(n.Full) && n.Family+n.Given == "" {
		n.Full = "" // a program that had no name wrote the address in its place
	}
	n.Full = t.wholeName(n)
	someone := clean.NameParts(n)
	t.c.Name = someone.Name
	t.showAsWritten(n, &someone)
	t.dropEchoes(n)
	t.note(t.e.nameFrom, someone.Notes)
	t.besideName(&someone)
}

// wholeName is the name as a whole, where one is to be used beside the parts. A name that a program made up is taken where there is no other;
// one that only repeats the nickname says nothing.
func (t *tidier) wholeName(n clean.NameColumns) string {
	if t.e.display != "" && n.Full+n.Family+n.Given != "" {
		t.e.echoes = append(t.e.echoes, fieldText{"", t.e.display, ""})
	} else if t.e.display != "" {
		return t.e.display
	}
	if n.Full == n.Nickname && n.Family+n.Given != "" {
		return ""
	}
	return n.Full
}

// besideName files what stood in the cell of the name beside the name.
func (t *tidier) besideName(someone *clean.Someone) {
	for _, other := range someone.Others {
		t.rest(t.e.nameFrom, other)
	}
	t.rest(t.e.nameFrom, someone.Rest)
	if someone.Company {
		t.c.Kind = crm.Company
	}
	if p := t.e.position(0); p.title == "" {
		p.title, p.titleFrom = someone.JobTitle, t.e.nameFrom
	}
	for _, alt := range t.e.altNames {
		t.addAlt(clean.Text(alt))
	}
}

// ownName takes the name of our own export: the parts, and the whole where it says something else.
func (t *tidier) ownName(n clean.NameColumns) {
	t.c.Name = crm.Name{Prefix: n.Prefix, Family: n.Family, Given: n.Given, Middle: n.Middle, Suffix: n.Suffix, Salutation: n.Salutation, Nickname: n.Nickname,
		Reading: n.Reading, ReadFamily: n.ReadFamily, ReadGiven: n.ReadGiven}
	if n.Full != t.c.Name.Display() {
		t.c.Name.Order = crm.OrderFamilyFirst
	}
	if n.Full != t.c.Name.Display() {
		t.c.Name.Order = crm.OrderGivenFirst
	}
	if n.Full != t.c.Name.Display() {
		t.c.Name.Full, t.c.Name.Order = n.Full, crm.OrderByScript
	}
	for _, alt := range t.e.altNames {
		t.addAlt(alt)
	}
}

// companyName takes the name of what the file calls a company as it is: 國(中)小 is no remark and Müller & Sons are no two people.
func (t *tidier) companyName(n clean.NameColumns) {
	t.c.Name = crm.Name{Full: strings.Join(strings.Fields(something(n.Full)), " "), Reading: something(n.Reading)}
	for _, alt := range t.e.altNames {
		t.addAlt(clean.Text(alt))
	}
}

// namedByReach reports that a name is one of the e-mail addresses or numbers of the entry.
func (t *tidier) namedByReach(name string) bool {
	if name == "" {
		return false
	}
	return slices.ContainsFunc(t.e.emails, func(x kindText) bool { return strings.TrimSpace(x.text) == name }) ||
		slices.ContainsFunc(t.e.phones, func(x phoneText) bool { return strings.TrimSpace(x.cell.Text) == name })
}

// showAsWritten shows the whole name as the file writes it, where its parts make another one: FN of a vCard, Display Name of an address book.
func (t *tidier) showAsWritten(n clean.NameColumns, someone *clean.Someone) {
	full := strings.Join(strings.Fields(clean.Text(n.Full)), " ")
	if full == "" || n.Family+n.Given == "" || someone.Company || clean.Nothing(full) {
		return
	}
	whole := clean.Person(full)
	if whole.Name.Salutation != "" || whole.JobTitle != "" || len(whole.Name.Alt) > 0 || whole.Rest != "" || mapping.Fold(t.c.Name.Display()) == mapping.Fold(full) {
		return
	}
	made := t.c.Name.Display()
	t.c.Name.Full = full
	t.c.Name.Alt = slices.DeleteFunc(t.c.Name.Alt, func(s string) bool { return s == full || s == made })
}

// dropEchoes takes out alternative names that are only the parts of the name once more: 黃 beside 黃董, Jason 陳 beside 陳Jason.
func (t *tidier) dropEchoes(n clean.NameColumns) {
	full, family, given := mapping.Fold(n.Full), mapping.Fold(n.Family), mapping.Fold(n.Given)
	if full == "" || family+given == "" {
		return
	}
	same := full == family+given || full == given+family
	t.c.Name.Alt = slices.DeleteFunc(t.c.Name.Alt, func(alt string) bool {
		key := mapping.Fold(alt)
		return same && (key == family+given || key == given+family) || given == "" && key == family && strings.HasPrefix(full, family)
	})
}

func (t *tidier) addAlt(name string) {
	if name != "" && !clean.Nothing(name) && name != t.c.Name.Display() && !slices.Contains(t.c.Name.Alt, name) {
		t.c.Name.Alt = append(t.c.Name.Alt, name)
	}
}

func (t *tidier) positions() {
	for _, p := range t.e.positions {
		company, _, notes := clean.Company(p.company)
		t.note(p.from, notes)
		pos := crm.Position{CompanyName: company, Department: something(p.department), Title: titleText(p.title)}
		if pos != (crm.Position{}) {
			t.c.Positions = append(t.c.Positions, pos)
		}
	}
}

// titleText is something, except that "unknown" is what LinkedIn writes as a title.
func titleText(s string) string {
	if strings.EqualFold(strings.TrimSpace(s), "unknown") {
		return clean.Text(s)
	}
	return something(s)
}

// something is the text of a cell, "" where it says that there is none.
func something(s string) string {
	if clean.Nothing(s) {
		return ""
	}
	return clean.Text(s)
}

// decideKind tells people from companies: what the file says, else a company where no person is named.
func (t *tidier) decideKind() {
	switch mapping.KindOf(t.e.kind) {
	case string(crm.Company):
		t.c.Kind = crm.Company
	case string(crm.Person):
		t.c.Kind = crm.Person
		return
	}
	company := t.c.Current().CompanyName
	named := t.c.Name.Display()
	divided := t.e.name.Family != "" || t.e.name.Given != ""
	switch {
	case t.c.Kind == crm.Company:
		t.becomeCompany(named, company)
	case named == "" && company != "", named != "" && !divided && company != "" && sameFirm(named, company):
		t.becomeCompany(firstOf(named, company), company)
	default:
		t.c.Kind = crm.Person
	}
}

// sameFirm reports that a name is the company's; most names are too unlike it to be looked at closely.
func sameFirm(name, company string) bool {
	a, b := []rune(name), []rune(company)
	if len(a) < 3 || a[len(a)/2] != b[min(len(a)/2, len(b)-1)] && !strings.Contains(company, string(a[:2])) && !strings.EqualFold(string(a[:2]), string(b[:min(2, len(b))])) {
		return false
	}
	return clean.CompanyKey(name) == clean.CompanyKey(company)
}

// becomeCompany makes the record one of a company. What a company cannot have stays as a field of the file.
func (t *tidier) becomeCompany(named, company string) {
	t.c.Kind = crm.Company
	title := firstOf(named, company)
	if company != "" && company != title && clean.CompanyKey(company) != clean.CompanyKey(title) {
		t.rest(t.e.position(0).from, company)
	}
	t.c.Name = crm.Name{Full: title, Reading: t.c.Name.Reading, Alt: t.c.Name.Alt}
	for _, p := range t.e.positions {
		t.keepBeside(p.departmentFrom, p.department)
		t.keepBeside(p.titleFrom, p.title)
	}
	t.c.Positions = nil
}

// keepBeside keeps what a company has no field for as a field of its own, under the header of its column.
func (t *tidier) keepBeside(header, value string) {
	switch {
	case header == "":
		t.rest("", something(value))
	case something(value) != "":
		t.e.custom = append(t.e.custom, fieldText{header, value, header})
	}
}

// hasCompany reports that the record is or names a company.
func (t *tidier) hasCompany() bool { return t.c.Kind == crm.Company || t.c.Current().CompanyName != "" }

func (t *tidier) phones() {
	t.c.Phones = slices.Grow(t.c.Phones, len(t.e.phones))
	for _, p := range t.e.phones {
		phones, rest, notes := clean.Phones(p.cell, p.kind, t.place)
		t.note(p.from, notes)
		t.rest(p.from, rest)
		for i, one := range phones {
			if i == 0 && one.Note == "" {
				one.Note = p.note
			}
			if one.Ext == "" && p.ext != "" && i == len(phones)-1 {
				one.Ext = p.ext
				one.Text += " #" + p.ext
			}
			t.addPhone(one)
		}
		if len(phones) == 0 && p.ext != "" {
			t.rest(p.from, p.ext)
		}
	}
}

func (t *tidier) addPhone(p crm.Phone) {
	if p.Kind == "" {
		p.Kind = t.likelyPhoneKind(p)
	}
	for i := range t.c.Phones {
		q := &t.c.Phones[i]
		if q.Text == p.Text && q.Ext == p.Ext && q.IsFax() == p.IsFax() && q.Note == p.Note {
			return
		}
	}
	t.c.Phones = append(t.c.Phones, p)
}

// likelyPhoneKind is the kind of a number under a header that does not say.
func (t *tidier) likelyPhoneKind(p crm.Phone) string {
	if strings.HasPrefix(p.Number, "+8869") && len(p.Number) == 13 {
		return crm.PhoneMobile
	}
	if t.hasCompany() {
		return crm.PhoneWork
	}
	return crm.PhoneOther
}

// likelyPlace is the kind of an address under a header that does not say.
func (t *tidier) likelyPlace(kind string) string {
	switch {
	case kind != "":
		return kind
	case t.hasCompany():
		return crm.KindWork
	}
	return crm.KindOther
}

func (t *tidier) emails() {
	for _, e := range t.e.emails {
		emails, rest, notes := clean.Emails(e.text)
		t.note(e.from, notes)
		t.rest(e.from, rest)
		for _, one := range emails {
			one.Kind = t.likelyPlace(firstOf(e.kind, one.Kind))
			if !slices.ContainsFunc(t.c.Emails, func(x crm.Email) bool { return strings.EqualFold(x.Address, one.Address) }) {
				t.c.Emails = append(t.c.Emails, one)
			}
		}
	}
}

func (t *tidier) addresses() {
	for i := range t.e.addresses {
		a := &t.e.addresses[i]
		if t.e.own && a.formatted != "" {
			t.c.Addresses = append(t.c.Addresses, a.own(t.place))
			continue
		}
		parts := a.whole()
		addresses, rest, notes := clean.Addresses(parts, t.place)
		t.note(a.from, notes)
		t.rest(a.from, rest)
		for _, one := range addresses {
			one.Kind = t.likelyPlace(firstOf(one.Kind, parts.Kind))
			if one.CountryText == one.Country {
				one.CountryText = ""
			}
			t.c.Addresses = append(t.c.Addresses, one)
		}
	}
}

// own is an address of our own export, as it is.
func (a *addressText) own(at clean.Place) crm.Address {
	p := a.parts
	out := crm.Address{Kind: p.Kind, Postal: p.Postal.Text, Region: p.Region, City: p.City, District: p.District, Street: p.Street, POBox: p.POBox, Text: a.formatted}
	if out.Country = clean.CountryCode(p.Country); out.Country != p.Country {
		out.CountryText = p.Country
	}
	if out.Country == "" && at.Evidence {
		out.Country = at.Country
	}
	return out
}

// whole prefers the parts of an address; a formatted address stands in where there are none, and what it says more is kept with it.
func (a *addressText) whole() clean.AddressParts {
	p := a.parts
	if a.formatted == "" {
		return p
	}
	if strings.TrimSpace(p.Street+p.City+p.Region+p.POBox) == "" {
		p.Street = a.formatted
	}
	return p
}

func (t *tidier) links() {
	for _, l := range t.e.links {
		text := something(l.text)
		if text == "" {
			continue
		}
		link := crm.Link{Kind: firstOf(l.kind, crm.LinkWeb), Value: text}
		if link.Kind == crm.LinkWeb && strings.Contains(strings.ToLower(text), "linkedin.com/") {
			link.Kind = crm.LinkLinkedIn
		}
		if !slices.Contains(t.c.Links, link) {
			t.c.Links = append(t.c.Links, link)
		}
	}
}

func (t *tidier) taxID() {
	if t.e.taxID.Text == "" {
		return
	}
	id, notes := clean.TaxID(t.e.taxID)
	t.note(t.e.taxIDFrom, notes)
	t.c.TaxID = id
	if id == "" && !clean.Nothing(t.e.taxID.Text) && slices.ContainsFunc(notes, func(n clean.Note) bool { return n.Level == clean.Problem }) {
		t.rest(t.e.taxIDFrom, clean.Text(t.e.taxID.Text))
	}
}

// finish adds what only shows when all is there.
func (t *tidier) finish() {
	c := t.c
	t.out.empty = t.saysNothing()
	if c.Name.Display() == "" && !t.out.empty && !t.out.nobody() {
		t.problem(Problem{Code: clean.NameMissing, Value: c.Title(), Level: Warn})
	}
	for _, p := range t.out.problems {
		if p.Level > Repair && !slices.Contains(c.Doubts, p.Code) {
			c.Doubts = append(c.Doubts, p.Code)
		}
	}
}

// saysNothing reports that the row holds nothing to keep.
func (t *tidier) saysNothing() bool {
	c := t.c
	return c.Name.Display() == "" && len(c.Positions) == 0 && len(c.Phones)+len(c.Emails)+len(c.Addresses)+len(c.Links)+len(c.Dates)+len(c.Custom)+len(c.Tags)+len(c.External) == 0 &&
		c.Notes == "" && c.TaxID == "" && len(c.Name.Alt) == 0 && len(c.Preferences)+len(c.Sources) == 0
}
