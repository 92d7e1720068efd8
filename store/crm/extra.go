package crm

import (
	"slices"
	"strings"
	"unicode"
)

// Extra is a fact about a contact that no standard property of a vCard has a place for. The export writes each as a property X-REGULARS-<Name> whose
// components are the values, and the import puts it back. Both take the list from here.
//
// An extra that says more about a number, an address or a date names it by its text and is taken only where the card still has that text, so that
// a card which another program has changed meanwhile comes back with the change.
type Extra struct {
	Name   string
	Values []string
}

// Extras lists what a vCard of the contact needs beside the standard properties, in a fixed order.
func (c *Contact) Extras() []Extra {
	var out []Extra
	add := func(name string, values ...string) {
		if strings.Join(values, "") != "" {
			out = append(out, Extra{name, values})
		}
	}
	n := c.Name
	add("NAME", n.Full, n.Prefix, n.Family, n.Given, n.Middle, n.Suffix)
	add("SALUTATION", n.Salutation)
	add("ORDER", string(n.Order))
	add("READING", n.Reading, n.ReadFamily, n.ReadGiven)
	add("ALT", n.Alt...)
	add("GENDER", c.Gender)
	c.workExtras(add)
	c.reachExtras(add)
	c.mailingExtras(add)
	c.moreExtras(add)
	return out
}

func (c *Contact) workExtras(add func(string, ...string)) {
	for i, p := range c.Positions {
		if i == 0 && len(c.Positions) == 1 && p.From.IsZero() && p.To.IsZero() {
			break // ORG and TITLE say it all
		}
		add("POSITION", p.CompanyName, p.Department, p.Title, p.From.String(), p.To.String(), yesNo(i == c.mainPosition()))
	}
	add("TAXID", c.TaxID)
	add("ROLES", c.Roles...)
}

// mainPosition is the place of the position that Current gives, -1 when there is none.
func (c *Contact) mainPosition() int {
	return slices.IndexFunc(c.Positions, func(p Position) bool { return p.To.IsZero() })
}

func (c *Contact) reachExtras(add func(string, ...string)) {
	for _, p := range c.Phones {
		add("PHONE", p.Text, p.Kind, p.Number, p.Ext, p.Note)
	}
	for _, e := range c.Emails {
		if e.Bounced || e.Kind == "" {
			add("EMAIL", e.Address, e.Kind, yesNo(e.Bounced))
		}
	}
	for _, a := range c.Addresses {
		add("ADDRESS", a.Text, a.Kind, a.Country, a.CountryText, a.Postal, a.Region, a.City, a.District, a.Street, a.POBox, a.Returned.String())
	}
	for _, l := range c.Links {
		if l.Kind == LinkIM || l.Kind == "" {
			add("LINK", l.Value, l.Kind)
		}
	}
	for _, d := range c.Dates {
		if (d.Kind == DateBirthday || d.Kind == DateAnniversary) && d == (SpecialDate{Kind: d.Kind, Date: c.DateOf(d.Kind).Date}) {
			continue // BDAY and ANNIVERSARY
		}
		add("DATE", d.Date.String(), d.Kind, d.Label, yesNo(d.Lunar), d.Text)
	}
}

func (c *Contact) mailingExtras(add func(string, ...string)) {
	for _, x := range c.Consents {
		add("CONSENT", string(x.Channel), yesNo(x.Allowed), x.Date.String(), x.Source)
	}
	add("PREFERRED", string(c.Preferred.Channel), c.Preferred.Date.String(), c.Preferred.Source)
	add("LANGUAGE", c.Language)
}

func (c *Contact) moreExtras(add func(string, ...string)) {
	for _, s := range c.Sources {
		add("SOURCE", s.Name, s.Date.String(), s.Note)
	}
	add("REFERRER", c.ReferrerName)
	add("TAGS", c.Tags...)
	for _, p := range c.Preferences {
		add("PREFERENCE", p.Label, p.Value)
	}
	for _, v := range c.Custom {
		add("CUSTOM", v.Field, v.Value)
	}
	for _, x := range c.External {
		add("EXTERNAL", x.System, x.Value)
	}
	add("VERIFIED", c.LastVerified.String())
	add("CARDDATE", c.CardDate.String())
	add("TOUCH", c.LastTouch.String())
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// TakeExtra puts an extra back into a contact that was read from the standard properties of the same card. It reports whether it could: an unknown name, a
// value that is none, or a text that the card no longer has leave the contact as it is.
func (c *Contact) TakeExtra(e Extra) bool {
	v := func(i int) string {
		if i < len(e.Values) {
			return e.Values[i]
		}
		return ""
	}
	switch e.Name {
	case "NAME", "READING", "SALUTATION", "ORDER", "ALT", "GENDER":
		return c.takeName(e, v)
	case "POSITION", "TAXID", "ROLES":
		return c.takeWork(e, v)
	case "PHONE", "EMAIL", "ADDRESS", "LINK", "DATE":
		return c.takeReach(e, v)
	case "CONSENT", "PREFERRED", "LANGUAGE":
		return c.takeMailing(e, v)
	}
	return c.takeMore(e, v)
}

func (c *Contact) takeName(e Extra, v func(int) string) bool {
	n := &c.Name
	switch e.Name {
	case "NAME":
		read := Name{Full: v(0), Prefix: v(1), Family: v(2), Given: v(3), Middle: v(4), Suffix: v(5)}
		if !within(essence(read.Display()), essence(n.Display())) {
			return false
		}
		n.Full, n.Prefix, n.Family, n.Given, n.Middle, n.Suffix = read.Full, read.Prefix, read.Family, read.Given, read.Middle, read.Suffix
	case "READING":
		n.Reading, n.ReadFamily, n.ReadGiven = v(0), v(1), v(2)
	case "SALUTATION":
		n.Salutation = v(0)
	case "ORDER":
		n.Order = Order(v(0))
	case "ALT":
		n.Alt = slices.Clone(e.Values)
	case "GENDER":
		c.Gender = v(0)
	}
	return true
}

// takeWork puts positions back in their order. The main one is in ORG and TITLE as well: it takes the place of what was read there, or is left out when another
// program has changed it.
func (c *Contact) takeWork(e Extra, v func(int) string) bool {
	switch e.Name {
	case "TAXID":
		c.TaxID = v(0)
		return true
	case "ROLES":
		c.Roles = slices.Clone(e.Values)
		return true
	}
	from, err1 := ParseDate(v(3))
	to, err2 := ParseDate(v(4))
	if err1 != nil || err2 != nil {
		return false
	}
	p := Position{CompanyName: v(0), Department: v(1), Title: v(2), From: from, To: to}
	if v(5) != "yes" {
		c.Positions = append(c.Positions, p)
		return true
	}
	for i, q := range c.Positions {
		if essence(q.CompanyName+q.Department+q.Title) == essence(p.CompanyName+p.Department+p.Title) {
			p.Company = q.Company
			c.Positions = append(slices.Delete(c.Positions, i, i+1), p)
			return true
		}
	}
	return false
}

func (c *Contact) takeReach(e Extra, v func(int) string) bool {
	switch e.Name {
	case "PHONE":
		return put(c.Phones, c.phoneAs(v(0), v(1)), Phone{Text: v(0), Kind: v(1), Number: v(2), Ext: v(3), Note: v(4)})
	case "EMAIL":
		i := slices.IndexFunc(c.Emails, func(x Email) bool { return strings.EqualFold(x.Address, v(0)) })
		return put(c.Emails, i, Email{Address: v(0), Kind: v(1), Bounced: v(2) == "yes"})
	case "LINK":
		i := slices.IndexFunc(c.Links, func(l Link) bool { return l.Value == v(0) })
		return put(c.Links, i, Link{Value: v(0), Kind: v(1)})
	case "ADDRESS":
		return c.takeAddress(v)
	}
	return c.takeDate(v)
}

// phoneAs finds a number by its text, of the kind if there is one, -1 when there is none.
func (c *Contact) phoneAs(text, kind string) int {
	found := -1
	for i, p := range c.Phones {
		if essence(p.Text+p.Ext) != essence(text) && essence(p.Text) != essence(text) {
			continue
		}
		if p.Kind == kind {
			return i
		}
		if found < 0 {
			found = i
		}
	}
	return found
}

func (c *Contact) takeAddress(v func(int) string) bool {
	returned, err := ParseDate(v(10))
	if err != nil {
		return false
	}
	a := Address{Text: v(0), Kind: v(1), Country: v(2), CountryText: v(3), Postal: v(4), Region: v(5), City: v(6), District: v(7), Street: v(8), POBox: v(9), Returned: returned}
	same := func(x Address) bool {
		return sorted(essence(x.Text+x.POBox)) == sorted(essence(a.Text+a.POBox)) && essence(x.Postal) == essence(a.Postal)
	}
	i := slices.IndexFunc(c.Addresses, func(x Address) bool { return x.Kind == a.Kind && same(x) })
	if i < 0 {
		i = slices.IndexFunc(c.Addresses, same)
	}
	return put(c.Addresses, i, a)
}

func (c *Contact) takeDate(v func(int) string) bool {
	day, err := ParseDate(v(0))
	if err != nil {
		return false
	}
	d := SpecialDate{Date: day, Kind: v(1), Label: v(2), Lunar: v(3) == "yes", Text: v(4)}
	for i, x := range c.Dates {
		if x.Kind == d.Kind && x.Date == d.Date && (x.Label == "" || x.Label == d.Label) {
			c.Dates[i] = d
			return true
		}
	}
	if d.Kind != "" {
		return false // birthday and anniversary have properties of their own, which say otherwise
	}
	c.Dates = append(c.Dates, d)
	return true
}

// put sets an element of a list unless it was not found.
func put[T any](list []T, i int, v T) bool {
	if i < 0 {
		return false
	}
	list[i] = v
	return true
}

func (c *Contact) takeMailing(e Extra, v func(int) string) bool {
	switch e.Name {
	case "LANGUAGE":
		c.Language = v(0)
		return true
	case "PREFERRED":
		day, err := ParseDate(v(1))
		c.Preferred = Preferred{Channel(v(0)), day, v(2)}
		return err == nil
	}
	day, err := ParseDate(v(2))
	if err != nil || !slices.Contains(Channels(), Channel(v(0))) {
		return false
	}
	c.SetConsent(Consent{Channel(v(0)), v(1) == "yes", day, v(3)})
	return true
}

func (c *Contact) takeMore(e Extra, v func(int) string) bool {
	switch e.Name {
	case "REFERRER":
		c.ReferrerName = v(0)
	case "PREFERENCE":
		c.Preferences = append(c.Preferences, Preference{v(0), v(1)})
	case "CUSTOM":
		c.SetCustom(v(0), v(1))
	case "EXTERNAL":
		if x := (ExternalID{v(0), v(1)}); !slices.Contains(c.External, x) {
			c.External = append(c.External, x)
		}
	case "TAGS":
		if sorted(essence(strings.Join(c.Tags, ""))) != sorted(essence(strings.Join(e.Values, ""))) {
			return false
		}
		c.Tags = slices.Clone(e.Values)
	default:
		return c.takeDay(e, v)
	}
	return true
}

func (c *Contact) takeDay(e Extra, v func(int) string) bool {
	at := 0
	if e.Name == "SOURCE" {
		at = 1
	}
	day, err := ParseDate(v(at))
	if err != nil {
		return false
	}
	switch e.Name {
	case "SOURCE":
		c.Sources = append(c.Sources, Source{v(0), day, v(2)})
	case "VERIFIED":
		c.LastVerified = day
	case "CARDDATE":
		c.CardDate = day
	case "TOUCH":
		c.LastTouch = day
	default:
		return false
	}
	return true
}

// essence is what is left of a text without blanks and punctuation, for telling whether two writings are of the same thing.
func essence(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// within reports whether one of two texts has all characters of the other: a name and what is left of it without a nickname in brackets.
func within(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, r := range a {
		rest := strings.Replace(b, string(r), "", 1)
		if rest == b {
			return false
		}
		b = rest
	}
	return a != ""
}

// sorted puts the characters of a text in order: the same parts of an address in another order are the same address.
func sorted(s string) string {
	r := []rune(s)
	slices.Sort(r)
	return string(r)
}
