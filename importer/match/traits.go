package match

import (
	"slices"
	"strings"
	"unicode"

	"regulars/importer/clean"
	"regulars/store/crm"
	"regulars/store/search"
)

// traits are what of a record is compared, in the form in which equal things are equal. A hundred thousand of them are in memory at once, so
// that all lists share one.
type traits struct {
	company  bool
	han      bool     // the name is written in Chinese characters or Hangul
	ends     [8]uint8 // where each list ends in all
	birthday crm.Date
	name     string // display name, words in order of the alphabet
	whole    key
	taxID    key
	title    key
	all      []key
}

// The lists of traits.
const (
	others    = iota // alternative names
	emails           //
	phones           // without faxes
	mobiles          //
	faxes            //
	companies        // employers
	addresses        //
	ids              // ids of other programs, chat ids, LinkedIn pages
)

// list is one of the lists.
func (t *traits) list(which int) []key {
	from := uint8(0)
	if which > 0 {
		from = t.ends[which-1]
	}
	return t.all[from:t.ends[which]]
}

// lists are the lists while they are collected.
type lists [8][]key

// add adds a text to a list, once; lists are cut where a record has far more of something than people have.
func (l *lists) add(which int, kind byte, s string) {
	if k := keyOf(kind, s); k != 0 && len(l[which]) < maxList && !slices.Contains(l[which], k) {
		l[which] = append(l[which], k)
	}
}

const maxList = 30

// pack puts the lists into one.
func (t *traits) pack(l *lists) {
	n := 0
	for i := range l {
		n += len(l[i])
	}
	t.all = make([]key, 0, n)
	for i := range l {
		t.all = append(t.all, l[i]...)
		t.ends[i] = uint8(len(t.all))
	}
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
	var l lists
	t.setNames(&l, c)
	for _, e := range c.Emails {
		l.add(emails, 'e', strings.ToLower(e.Address))
	}
	addPhones(&l, c)
	for _, p := range c.Positions {
		l.add(companies, 'c', clean.CompanyKey(p.CompanyName))
	}
	for _, a := range c.Addresses {
		l.add(addresses, 'a', clean.AddressKey(a.Text))
	}
	addIDs(&l, c)
	t.title = keyOf('j', search.Fold(c.Current().Title))
	t.pack(&l)
	return t
}

func (t *traits) setNames(l *lists, c *crm.Contact) {
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
		l.add(others, 'n', nameKey(alt))
	}
	if !t.han && c.Name.Given != "" {
		l.add(others, 'n', nameKey(c.Name.Given+" "+c.Name.Family))
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

func addPhones(l *lists, c *crm.Contact) {
	for _, p := range c.Phones {
		number := phoneKey(p)
		switch {
		case p.IsFax():
			l.add(faxes, 'p', number)
		default:
			l.add(phones, 'p', number)
			if p.Kind == crm.PhoneMobile {
				l.add(mobiles, 'p', number)
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

func addIDs(l *lists, c *crm.Contact) {
	for _, x := range c.External {
		l.add(ids, 'x', x.System+":"+x.Value)
	}
	for _, link := range c.Links {
		switch link.Kind {
		case crm.LinkLINE, crm.LinkWeChat, crm.LinkLinkedIn, crm.LinkQQ, crm.LinkSkype:
			l.add(ids, 'l', link.Kind+":"+strings.ToLower(strings.TrimSuffix(link.Value, "/")))
		}
	}
}

// share reports that a list of two records has an entry in common.
func (t *traits) share(o *traits, which int) bool { return share(t.list(which), o.list(which)) }

// differ reports that a list of both has entries and none in common.
func (t *traits) differ(o *traits, which int) bool {
	a, b := t.list(which), o.list(which)
	return len(a) > 0 && len(b) > 0 && !share(a, b)
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
