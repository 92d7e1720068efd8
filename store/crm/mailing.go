package crm

import "strings"

// MailStyle says how a firm writes to its contacts. The zero value is a good default for mail from Taiwan.
type MailStyle struct {
	// From is the sender's country (ISO 3166-1 alpha-2); mail that goes to another one gets a line with the country. Empty = "TW".
	From string
	// Opening is the word after the name on Chinese mail. OpeningByRelation chooses it by title; OpeningNone leaves it out.
	Opening Opening
	// TitleInside puts a short title between family name and given name, which is the most polite form: 林校長國泰.
	TitleInside bool
	// Joint addresses more than the one person: husband and wife, or the whole family. Such mail has no opening word.
	Joint Joint
	// Home prefers the address at home to the one at work, for invitations and cards.
	Home bool
}

// Joint says who is meant beside the contact.
type Joint string

// The ways to address a household.
const (
	JointNone   Joint = ""
	JointCouple Joint = "couple" // 賢伉儷
	JointFamily Joint = "family" // 闔家
)

// MailLineKind says what a line of an address block is.
type MailLineKind string

// The kinds of lines.
const (
	PostalLine     MailLineKind = "postal"
	AddressLine    MailLineKind = "address"
	CompanyLine    MailLineKind = "company"
	DepartmentLine MailLineKind = "department" // with the title, where that is not part of the name line
	NameLine       MailLineKind = "name"
	CountryLine    MailLineKind = "country"
)

// MailLine is one line of an address block.
type MailLine struct {
	Kind MailLineKind
	Text string
}

// MailTo is a contact as the post sees it. It is the one source of address lines: labels, envelopes and letters all take theirs from here.
type MailTo struct {
	Contact    ID
	Script     MailScript
	Country    string   // ISO 3166-1 alpha-2, "" when it is not known (then it is taken for the sender's)
	Postal     string   // as it is written there: "105", "105405", "100-0005"
	Address    []string // one line each, without postal code and country
	Company    string
	Department string // with the title that does not stand in the name line
	Name       string // the bare name, "" for a company
	Before     string // what stands before the name: Mr., Dr.
	After      string // what stands after it: 先生, 總經理, 様, 賢伉儷
	Opening    string // 鈞啟, 台啟, 收 …
	Abroad     string // the line with the country, "" within the sender's country
	// Polite is the name with the title inside, 林校長國泰; "" where that is not wanted or not possible.
	Polite string
}

// MailScript says in which order an address is written.
type MailScript string

// The scripts.
const (
	ChineseMail  MailScript = "chinese"  // from the largest to the smallest, name last
	JapaneseMail MailScript = "japanese" // the same, with 〒 and 様
	WesternMail  MailScript = "western"  // name first, country last
)

// Mail prepares mail to a contact. ok is false when it has no address that can be used; every other field is filled as far as the record goes, so that
// a letter handed over in person still has its name line.
func (s MailStyle) Mail(c *Contact) (to MailTo, ok bool) {
	a, ok := s.address(c)
	to = MailTo{Contact: c.ID, Country: a.Country, Postal: strings.TrimSpace(a.Postal), Script: scriptOf(a, c)}
	to.Address = to.addressLines(a)
	to.Abroad = s.countryLine(a)
	s.addressee(&to, c, a.Kind)
	return to, ok
}

func (s MailStyle) from() string { return firstOf(s.From, "TW") }

// address is where the mail goes: PostalAddress, or one at home where the style asks for it.
func (s MailStyle) address(c *Contact) (Address, bool) {
	if s.Home || s.Joint != JointNone {
		for _, a := range c.Addresses {
			if a.Kind == KindHome && a.Returned.IsZero() && a.Text != "" {
				return a, true
			}
		}
	}
	return c.PostalAddress()
}

// scriptOf looks at the address first, and at the name where there is none.
func scriptOf(a Address, c *Contact) MailScript {
	sample := a.Text + a.Street + a.City
	if sample == "" {
		sample = c.Title()
	}
	switch {
	case !hasEastAsian(sample):
		return WesternMail
	case a.Country == "JP" || a.Country == "" && hasKana(sample):
		return JapaneseMail
	}
	return ChineseMail
}

// Lines is the whole block in the order of its script: in Chinese and Japanese the postal code, the address, the company and the name; in Western
// mail the name, the company, the address with its postal code, and the country.
func (t MailTo) Lines() []MailLine {
	var out []MailLine
	add := func(kind MailLineKind, texts ...string) {
		for _, s := range texts {
			if s != "" {
				out = append(out, MailLine{kind, s})
			}
		}
	}
	if t.Script == WesternMail {
		add(NameLine, t.NameLine())
		add(DepartmentLine, t.Department)
		if t.Name != "" || t.Polite != "" {
			add(CompanyLine, t.Company)
		}
		add(AddressLine, t.Address...)
		add(CountryLine, t.Abroad)
		return out
	}
	add(PostalLine, t.PostalLine())
	add(AddressLine, t.Address...)
	if t.Name != "" || t.Polite != "" {
		add(CompanyLine, t.Company)
	}
	add(DepartmentLine, t.Department)
	add(NameLine, t.NameLine())
	add(CountryLine, t.Abroad)
	return out
}

// PostalLine is the postal code as it stands on a line of its own; "" in Western addresses, where it belongs to the city.
func (t MailTo) PostalLine() string {
	switch {
	case t.Postal == "" || t.Script == WesternMail:
		return ""
	case t.Script == JapaneseMail:
		return "〒" + strings.TrimPrefix(t.Postal, "〒")
	}
	return t.Postal
}

// PostalDigits are the digits for the boxes of an envelope, at most seven.
func (t MailTo) PostalDigits() string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, t.Postal)
	return digits[:min(len(digits), 7)]
}

// NameLine is the addressee as it stands on the envelope: 司馬懷遠 經理 台啟, 林校長國泰 鈞啟, Dr. John Smith, 遠達國際股份有限公司 收.
func (t MailTo) NameLine() string {
	if t.Script == WesternMail {
		return join(t.Before, firstOf(t.Polite, t.Name, t.Company), t.After)
	}
	if t.Polite != "" {
		return join(t.Polite, t.Opening)
	}
	return join(t.Before+firstOf(t.Name, t.Company), t.After, t.Opening)
}

func hasEastAsian(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return isEastAsian(string(r)) && r != '·' })
}

func hasKana(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x3041 && r <= 0x30ff && r != '・' })
}
