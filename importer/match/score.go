package match

import (
	"slices"
	"unicode/utf8"
)

// The bands of the score.
const (
	Same     = 0.9  // may be joined without asking
	Probably = 0.75 // very likely the same
	Ask      = 0.5  // somebody should look
)

// Reason says what two records share or where they differ. Its text for people is the catalogue key "match.<Reason>".
type Reason string

// The reasons.
const (
	SameName      Reason = "same-name"
	SimilarName   Reason = "similar-name"
	SameEmail     Reason = "same-email"
	SamePhone     Reason = "same-phone"
	SameMobile    Reason = "same-mobile"
	SameFax       Reason = "same-fax"
	SameCompany   Reason = "same-company"
	SameAddress   Reason = "same-address"
	SameBirthday  Reason = "same-birthday"
	SameID        Reason = "same-id"
	SameTaxID     Reason = "same-tax-id"
	SameInAll     Reason = "same-in-all"
	OtherName     Reason = "other-name"
	OtherEmail    Reason = "other-email"
	OtherPhone    Reason = "other-phone"
	OtherCompany  Reason = "other-company"
	OtherAddress  Reason = "other-address"
	OtherBirthday Reason = "other-birthday"
	OtherTaxID    Reason = "other-tax-id"
)

// verdict is a score with its reasons.
type verdict struct {
	score   float64
	reasons [12]Reason
	n       int
}

func (v *verdict) note(yes bool, r Reason) bool {
	if yes && v.n < len(v.reasons) {
		v.reasons[v.n] = r
		v.n++
	}
	return yes
}

// list is a copy of the reasons.
func (v *verdict) list() []Reason { return append([]Reason(nil), v.reasons[:v.n]...) }

// compare scores two records.
func compare(a, b *traits) verdict {
	if a.company != b.company {
		return verdict{}
	}
	if a.company {
		return compareCompanies(a, b)
	}
	return comparePeople(a, b)
}

// comparePeople. The name decides what the rest is worth: with the same name, one thing shared makes two records one; with different
// names, even a shared address book entry is only worth a question.
func comparePeople(a, b *traits) verdict {
	v := verdict{}
	likeness := nameLikeness(a, b)
	switch {
	case likeness == 1:
		v.note(true, SameName)
	case likeness >= 0.9:
		v.note(true, SimilarName)
	}
	email := v.note(a.share(b, emails), SameEmail)
	mobile := v.note(a.share(b, mobiles), SameMobile)
	phone := !mobile && v.note(a.share(b, phones), SamePhone) || mobile
	id := v.note(a.share(b, ids), SameID)
	company := v.note(a.share(b, companies), SameCompany)
	address := v.note(a.share(b, addresses), SameAddress)
	birthday := v.note(a.birthday != 0 && a.birthday == b.birthday, SameBirthday)
	fax := v.note(a.share(b, faxes), SameFax)
	otherBirthday := v.note(a.birthday.Year() > 0 && b.birthday.Year() > 0 && a.birthday != b.birthday, OtherBirthday)
	otherEmail := v.note(a.differ(b, emails), OtherEmail)
	otherPhone := v.note(a.differ(b, phones), OtherPhone)
	otherCompany := v.note(a.differ(b, companies), OtherCompany)
	v.note(likeness < 0.9 && a.name != "" && b.name != "", OtherName)
	conflicts := count(otherEmail, otherPhone, otherCompany)
	strong := email || phone || id || address || birthday && conflicts < 2
	switch {
	case likeness == 1:
		v.score = sameNameScore(strong, company || fax || birthday, conflicts, a, b)
	case likeness >= 0.9:
		v.score = similarNameScore(email || mobile || id, company || phone || address, conflicts)
	case a.name == "" || b.name == "":
		v.score = namelessScore(email, mobile, id, phone)
	default:
		v.score = otherNameScore(email, mobile, id, birthday && address)
	}
	if otherBirthday {
		v.score = min(v.score, 0.6)
	}
	return v
}

func sameNameScore(strong, company bool, conflicts int, a, b *traits) float64 {
	switch {
	case sameInAll(a, b):
		return 1
	case strong && conflicts < 2:
		return 0.97
	case strong:
		return 0.92
	case company && conflicts == 0:
		return 0.93
	case company:
		return 0.8
	case conflicts > 1:
		return 0.4 // another person of the same name
	case conflicts == 1:
		return 0.55
	}
	return 0.7 // nothing shared, nothing against it: one of the two says little
}

// sameInAll reports that neither record says anything the other does not.
func sameInAll(a, b *traits) bool {
	for _, which := range []int{emails, phones, faxes, companies, addresses, ids} {
		if !alike(a.list(which), b.list(which)) {
			return false
		}
	}
	return a.taxID == b.taxID && a.birthday == b.birthday && a.title == b.title
}

func similarNameScore(strong, weak bool, conflicts int) float64 {
	switch {
	case strong && conflicts == 0:
		return 0.88
	case strong:
		return 0.8
	case weak && conflicts == 0:
		return 0.6
	}
	return 0.3
}

func namelessScore(email, mobile, id, phone bool) float64 {
	switch {
	case id:
		return 0.95
	case email, mobile:
		return 0.8
	case phone:
		return 0.55
	}
	return 0
}

func otherNameScore(email, mobile, id, home bool) float64 {
	switch {
	case id:
		return 0.7
	case email && mobile:
		return 0.65
	case email, mobile:
		return 0.5
	case home:
		return 0.5
	}
	return 0.2
}

// compareCompanies. Branches of one firm share the name and nothing else; so do schools of different towns.
func compareCompanies(a, b *traits) verdict {
	var v verdict
	name := v.note(a.whole != 0 && a.whole == b.whole, SameName)
	tax := v.note(a.taxID != 0 && a.taxID == b.taxID, SameTaxID)
	otherTax := v.note(a.taxID != 0 && b.taxID != 0 && a.taxID != b.taxID, OtherTaxID)
	phone := v.note(a.share(b, phones), SamePhone)
	email := v.note(a.share(b, emails), SameEmail)
	address := v.note(a.share(b, addresses), SameAddress)
	id := v.note(a.share(b, ids), SameID)
	otherPhone := v.note(a.differ(b, phones), OtherPhone)
	otherAddress := v.note(a.differ(b, addresses), OtherAddress)
	v.note(!name && a.name != "" && b.name != "", OtherName)
	shared := phone || email || address || id
	switch {
	case otherTax:
		v.score = 0.4
	case name && tax:
		v.score = 0.99
	case tax:
		v.score = 0.8
	case name && sameInAll(a, b):
		v.score = 1
	case name && otherAddress && !phone && !id:
		v.score = 0.55
	case name && shared:
		v.score = 0.97
	case name && otherPhone:
		v.score = 0.6
	case name:
		v.score = 0.92
	case shared && similarity(a.name, b.name) >= 0.93:
		v.score = 0.7
	}
	return v
}

func count(all ...bool) int {
	n := 0
	for _, yes := range all {
		if yes {
			n++
		}
	}
	return n
}

// nameLikeness is 1 for the same name in any order or spelling variant, 0.9 and more for names that differ by a slip, 0 when a name is
// missing. One character more or less makes another person of a Chinese name, so there only equality counts.
func nameLikeness(a, b *traits) float64 {
	switch {
	case a.whole == 0 || b.whole == 0:
		return 0
	case a.whole == b.whole, slices.Contains(a.list(others), b.whole), slices.Contains(b.list(others), a.whole), a.share(b, others):
		return 1
	case a.han || b.han:
		return 0
	case min(utf8.RuneCountInString(a.name), utf8.RuneCountInString(b.name)) < 5:
		return 0
	}
	return similarity(a.name, b.name)
}
