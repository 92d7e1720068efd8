package crm

import (
	"slices"
	"strings"
)

// unite adds the entries of more that are not in list yet. join looks at two entries and, when they mean the same, says so and may
// complete the first by the second. Lists of contacts are short, so that each is compared with each.
func unite[T any](list, more []T, first bool, join func(a *T, b T) bool) []T {
	var fresh []T
next:
	for _, b := range more {
		for i := range list {
			if join(&list[i], b) {
				continue next
			}
		}
		for i := range fresh {
			if join(&fresh[i], b) {
				continue next
			}
		}
		fresh = append(fresh, b)
	}
	if first {
		return append(fresh, list...)
	}
	return append(list, fresh...)
}

func equal[T comparable](a *T, b T) bool { return *a == b }

func (j *joiner) joinLists() {
	a, b := j.into, j.from
	a.Sources = unite(a.Sources, b.Sources, false, equal)
	a.Tags = unite(a.Tags, b.Tags, false, equal)
	a.Roles = unite(a.Roles, b.Roles, false, equal)
	a.Preferences = unite(a.Preferences, b.Preferences, false, equal)
	a.External = unite(a.External, b.External, false, equal)
	a.Doubts = unite(a.Doubts, b.Doubts, false, equal)
	a.Dates = j.uniteDates()
}

func (j *joiner) joinReach() {
	a, b := j.into, j.from
	a.Phones = unite(a.Phones, b.Phones, j.newFirst, samePhone)
	a.Emails = unite(a.Emails, b.Emails, j.newFirst, sameEmail)
	a.Addresses = unite(a.Addresses, b.Addresses, j.newFirst, sameAddress)
	a.Links = unite(a.Links, b.Links, j.newFirst, func(x *Link, y Link) bool { return x.Kind == y.Kind && sameText(x.Value, y.Value) })
}

// samePhone completes a phone by the same number written in another way.
func samePhone(a *Phone, b Phone) bool {
	if !equalNumbers(*a, b) || a.IsFax() != b.IsFax() || a.Ext != "" && b.Ext != "" && a.Ext != b.Ext {
		return false
	}
	if a.Note != "" && b.Note != "" && a.Note != b.Note {
		return false
	}
	if a.Ext == "" && b.Ext != "" {
		a.Ext, a.Text = b.Ext, b.Text
	}
	fillText(&a.Number, b.Number)
	fillText(&a.Note, b.Note)
	if a.Kind == "" || a.Kind == PhoneOther {
		a.Kind = firstOf(b.Kind, a.Kind)
	}
	return true
}

func equalNumbers(a, b Phone) bool {
	if a.Number != "" && b.Number != "" {
		return a.Number == b.Number
	}
	x := phoneDigits(a.Text)
	return x != "" && x == phoneDigits(b.Text) || a.Text == b.Text
}

func phoneDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x2E80 && r < 0xFF00 {
			return r // words and labels make another number of it
		}
		return -1
	}, s)
}

func sameEmail(a *Email, b Email) bool {
	if !strings.EqualFold(a.Address, b.Address) {
		return false
	}
	a.Bounced = a.Bounced || b.Bounced
	if a.Kind == "" || a.Kind == KindOther {
		a.Kind = firstOf(b.Kind, a.Kind)
	}
	return true
}

// sameAddress completes an address by the same one in another spelling, if nothing of it contradicts.
func sameAddress(a *Address, b Address) bool {
	if plainKey(a.Text) != plainKey(b.Text) || !agree(a.Postal, b.Postal) || !agree(a.Country, b.Country) || !agree(a.CountryText, b.CountryText) {
		return false
	}
	parts := [][2]string{{a.Region, b.Region}, {a.City, b.City}, {a.District, b.District}, {a.Street, b.Street}, {a.POBox, b.POBox}}
	if slices.ContainsFunc(parts, func(p [2]string) bool { return !agree(p[0], p[1]) }) {
		return false
	}
	fillText(&a.Postal, b.Postal)
	fillText(&a.Country, b.Country)
	fillText(&a.CountryText, b.CountryText)
	fillText(&a.Region, b.Region)
	fillText(&a.City, b.City)
	fillText(&a.District, b.District)
	fillText(&a.Street, b.Street)
	fillText(&a.POBox, b.POBox)
	a.Returned = max(a.Returned, b.Returned)
	if a.Kind == "" || a.Kind == KindOther {
		a.Kind = firstOf(b.Kind, a.Kind)
	}
	return true
}

// agree reports that two texts do not contradict: one is blank or both are the same.
func agree(a, b string) bool { return a == "" || b == "" || sameText(a, b) }

func fillText(a *string, b string) {
	if *a == "" {
		*a = b
	}
}

// joinPositions unites what a person does where. A position at the same company is completed; one that says something else about it
// replaces it when news wins, and stands beside it otherwise.
func (j *joiner) joinPositions() {
	replace := j.newFirst && !j.lossless
	j.into.Positions = unite(j.into.Positions, j.from.Positions, j.newFirst || j.wins("company"), func(a *Position, b Position) bool {
		return samePosition(a, b, replace)
	})
}

func samePosition(a *Position, b Position, replace bool) bool {
	sameCompany := a.Company == b.Company && !a.Company.IsZero() || sameText(a.CompanyName, b.CompanyName) || a.CompanyName == "" && b.Company.IsZero() && b.CompanyName == ""
	if !sameCompany || a.From != b.From && a.From != 0 && b.From != 0 || a.To != b.To && a.To != 0 && b.To != 0 {
		return false
	}
	if !replace && (!agree(a.Department, b.Department) || !agree(a.Title, b.Title)) {
		return false
	}
	a.Department, a.Title = firstOf(pick(replace, b.Department), a.Department, b.Department), firstOf(pick(replace, b.Title), a.Title, b.Title)
	a.CompanyName = firstOf(a.CompanyName, b.CompanyName)
	if a.Company.IsZero() {
		a.Company = b.Company
	}
	a.From, a.To = max(a.From, b.From), max(a.To, b.To)
	return true
}

func pick(yes bool, s string) string {
	if yes {
		return s
	}
	return ""
}

// joinConsents keeps one word a channel: the later one, and of two without a date the refusal.
func (j *joiner) joinConsents() {
	for _, b := range j.from.Consents {
		a, known := j.into.ConsentFor(b.Channel)
		switch {
		case !known:
			j.into.SetConsent(b)
			continue
		case a == b:
			continue
		case b.Date > a.Date || b.Date == a.Date && a.Allowed && !b.Allowed:
			j.into.SetConsent(b)
			b = a
		}
		j.lose("consent."+string(b.Channel), consentLine(b))
	}
	j.joinPreferred()
}

func consentLine(c Consent) string { return join(consentWord(c, true), c.Date.String(), c.Source) }

func (j *joiner) joinPreferred() {
	a, b := &j.into.Preferred, j.from.Preferred
	switch {
	case b.Channel == "" || *a == b:
	case a.Channel == "":
		*a = b
	case a.Channel == b.Channel:
		if b.Date > a.Date {
			*a, b = b, *a
		}
		if b.Source != "" && b.Source != a.Source {
			j.lose("preferred_channel", join(string(b.Channel), b.Date.String(), b.Source))
		}
	case j.wins("preferred_channel") || b.Date > a.Date && !j.newFirst && j.lossless:
		lost := *a
		*a = b
		j.lose("preferred_channel", join(string(lost.Channel), lost.Date.String(), lost.Source))
	default:
		j.refuse("preferred_channel", string(a.Channel), string(b.Channel))
		j.lose("preferred_channel", join(string(b.Channel), b.Date.String(), b.Source))
	}
}
