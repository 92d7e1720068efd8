package match

import (
	"slices"
	"strings"
	"unicode"

	"regulars/importer/clean"
	"regulars/store/crm"
	"regulars/store/search"
)

// traits are what of a record is compared, in the form in which equal things are equal.
type traits struct {
	company   bool
	name      string   // display name, words in order of the alphabet
	others    []string // alternative names, nickname left out
	han       bool     // the name is written in Chinese characters or Hangul
	emails    []string
	phones    []string // without faxes
	mobiles   []string
	faxes     []string
	companies []string // keys of employers
	addresses []string
	ids       []string // ids of other programs, chat ids, LinkedIn pages
	taxID     string
	birthday  crm.Date
	title     string
	bare      bool // no means of contact, no company: nothing but a name
}

// traitsOf takes the traits of a record.
func traitsOf(c *crm.Contact) traits {
	t := traits{company: c.Kind == crm.Company, taxID: c.TaxID, birthday: c.Birthday().Date}
	t.setNames(c)
	for _, e := range c.Emails {
		t.emails = append(t.emails, strings.ToLower(e.Address))
	}
	t.setPhones(c)
	for _, p := range c.Positions {
		if key := clean.CompanyKey(p.CompanyName); key != "" {
			t.companies = append(t.companies, key)
		}
	}
	for _, a := range c.Addresses {
		if key := clean.AddressKey(a.City + a.Text); key != "" {
			t.addresses = append(t.addresses, key)
		}
	}
	t.setIDs(c)
	t.title = search.Fold(c.Current().Title)
	t.bare = len(t.emails)+len(t.phones)+len(t.faxes)+len(t.companies)+len(t.addresses)+len(t.ids) == 0 && t.taxID == "" && t.birthday == 0
	return t
}

func (t *traits) setNames(c *crm.Contact) {
	display := c.Name.Display()
	if t.company {
		t.name = clean.CompanyKey(display)
		return
	}
	t.name = nameKey(display)
	t.han = strings.ContainsFunc(display, isHanOrHangul)
	for _, alt := range c.Name.Alt {
		if k := nameKey(alt); k != "" && k != t.name {
			t.others = append(t.others, k)
		}
	}
	if parts := nameKey(c.Name.Given + " " + c.Name.Family); parts != "" && parts != t.name && !t.han {
		t.others = append(t.others, parts)
	}
}

func isHanOrHangul(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hangul) }

// nameKey is a name whose words are in the order of the alphabet, so that "Mary Wang" and "WANG, Mary" are one.
func nameKey(name string) string {
	words := strings.FieldsFunc(search.Fold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	if len(words) > 1 {
		slices.Sort(words)
	}
	return strings.Join(words, " ")
}

func (t *traits) setPhones(c *crm.Contact) {
	for _, p := range c.Phones {
		key := phoneKey(p)
		switch {
		case key == "":
		case p.IsFax():
			t.faxes = append(t.faxes, key)
		default:
			t.phones = append(t.phones, key)
			if p.Kind == crm.PhoneMobile {
				t.mobiles = append(t.mobiles, key)
			}
		}
	}
}

// phoneKey is the international number, else the digits; fewer than six digits say nothing.
func phoneKey(p crm.Phone) string {
	if p.Number != "" {
		return p.Number
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, p.Text)
	if len(digits) < 6 {
		return ""
	}
	return digits
}

func (t *traits) setIDs(c *crm.Contact) {
	for _, x := range c.External {
		t.ids = append(t.ids, "x:"+x.System+":"+x.Value)
	}
	for _, l := range c.Links {
		if l.Kind == crm.LinkLINE || l.Kind == crm.LinkWeChat || l.Kind == crm.LinkLinkedIn || l.Kind == crm.LinkQQ || l.Kind == crm.LinkSkype {
			t.ids = append(t.ids, l.Kind+":"+strings.ToLower(strings.TrimSuffix(l.Value, "/")))
		}
	}
}

// share reports that two short lists have an entry in common.
func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// differ reports that both lists have entries and none in common.
func differ(a, b []string) bool { return len(a) > 0 && len(b) > 0 && !share(a, b) }

// alike reports that two short lists hold the same entries.
func alike(a, b []string) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(s string) bool { return !slices.Contains(b, s) })
}
