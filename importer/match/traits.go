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
	name      string // display name, words in order of the alphabet
	whole     key
	others    []key // alternative names, nickname left out
	han       bool  // the name is written in Chinese characters or Hangul
	emails    []key
	phones    []key // without faxes
	mobiles   []key
	faxes     []key
	companies []key // employers
	addresses []key
	ids       []key // ids of other programs, chat ids, LinkedIn pages
	taxID     key
	birthday  crm.Date
	title     key
}

// key is the hash of a text in its comparable form, 0 for none. Hashes take a fraction of the room of the texts and compare at once; that two
// different texts of a hundred thousand records have the same 64 bits happens once in a billion imports.
type key uint64

// keyOf is the FNV-1a hash of a text of some kind.
func keyOf(kind byte, s string) key {
	if s == "" {
		return 0
	}
	h := uint64(14695981039346656037)
	h = (h ^ uint64(kind)) * 1099511628211
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return key(h)
}

// traitsOf takes the traits of a record.
func traitsOf(c *crm.Contact) traits {
	t := traits{company: c.Kind == crm.Company, taxID: keyOf('t', c.TaxID), birthday: c.Birthday().Date}
	t.setNames(c)
	for _, e := range c.Emails {
		t.emails = appendKey(t.emails, 'e', strings.ToLower(e.Address))
	}
	t.setPhones(c)
	for _, p := range c.Positions {
		t.companies = appendKey(t.companies, 'c', clean.CompanyKey(p.CompanyName))
	}
	for _, a := range c.Addresses {
		t.addresses = appendKey(t.addresses, 'a', clean.AddressKey(a.Text))
	}
	t.setIDs(c)
	t.title = keyOf('j', search.Fold(c.Current().Title))
	return t
}

func appendKey(list []key, kind byte, s string) []key {
	if k := keyOf(kind, s); k != 0 && !slices.Contains(list, k) {
		return append(list, k)
	}
	return list
}

func (t *traits) setNames(c *crm.Contact) {
	display := c.Name.Display()
	if t.company {
		t.name = clean.CompanyKey(display)
		t.whole = keyOf('n', t.name)
		return
	}
	t.name = nameKey(display)
	t.whole = keyOf('n', t.name)
	t.han = strings.ContainsFunc(display, isHanOrHangul)
	for _, alt := range c.Name.Alt {
		t.others = appendKey(t.others, 'n', nameKey(alt))
	}
	if !t.han && c.Name.Given != "" {
		t.others = appendKey(t.others, 'n', nameKey(c.Name.Given+" "+c.Name.Family))
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
		number := phoneKey(p)
		switch {
		case p.IsFax():
			t.faxes = appendKey(t.faxes, 'p', number)
		default:
			t.phones = appendKey(t.phones, 'p', number)
			if p.Kind == crm.PhoneMobile {
				t.mobiles = appendKey(t.mobiles, 'p', number)
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
		t.ids = appendKey(t.ids, 'x', x.System+":"+x.Value)
	}
	for _, l := range c.Links {
		if l.Kind == crm.LinkLINE || l.Kind == crm.LinkWeChat || l.Kind == crm.LinkLinkedIn || l.Kind == crm.LinkQQ || l.Kind == crm.LinkSkype {
			t.ids = appendKey(t.ids, 'l', l.Kind+":"+strings.ToLower(strings.TrimSuffix(l.Value, "/")))
		}
	}
}

// share reports that two short lists have an entry in common.
func share(a, b []key) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// differ reports that both lists have entries and none in common.
func differ(a, b []key) bool { return len(a) > 0 && len(b) > 0 && !share(a, b) }

// alike reports that two short lists without repetitions hold the same entries.
func alike(a, b []key) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}
