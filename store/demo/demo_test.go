package demo

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"regulars/importer/clean"
	"regulars/store/crm"
)

const day = crm.Date(20261122)

func TestSameSeedSameFirm(t *testing.T) {
	if !reflect.DeepEqual(Firm(7, 300, day), Firm(7, 300, day)) {
		t.Error("the same seed gave two firms")
	}
	if reflect.DeepEqual(Firm(7, 30, day).Contacts, Firm(8, 30, day).Contacts) {
		t.Error("two seeds gave the same firm")
	}
}

// TestPeopleAreTheSameOnEveryDay matters to files that were made from the firm on an earlier day.
func TestPeopleAreTheSameOnEveryDay(t *testing.T) {
	old, now := Firm(7, 600, 20240131), Firm(7, 600, day)
	for i := range now.Contacts {
		got, want := now.Contacts[i], old.Contacts[i]
		if got.Title() != want.Title() || !reflect.DeepEqual(got.Phones, want.Phones) || !reflect.DeepEqual(got.Emails, want.Emails) || got.Birthday() != want.Birthday() {
			t.Fatalf("contact %d is %s today and was %s", i, got.Title(), want.Title())
		}
	}
}

func TestSize(t *testing.T) {
	for n, want := range map[int]int{-4: 1, 0: 1, 1: 1, 2: 2, 5: 5, DefaultContacts: 240, 3000: 3000} {
		if got := len(Firm(1, n, day).Contacts); got != want {
			t.Errorf("%d asked for: got %d contacts, want %d", n, got, want)
		}
	}
}

// TestEveryLinkLeadsSomewhere looks at a firm as the store would.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	v := Firm(3, 2000, day)
	byID := map[crm.ID]*crm.Contact{}
	for i := range v.Contacts {
		byID[v.Contacts[i].ID] = &v.Contacts[i]
	}
	if len(byID) != len(v.Contacts) {
		t.Fatalf("%d ids for %d contacts", len(byID), len(v.Contacts))
	}
	for _, c := range v.Contacts {
		for _, p := range c.Positions {
			if p.Company.IsZero() {
				continue
			}
			company := byID[p.Company]
			if company == nil || company.Kind != crm.Company || company.Title() != p.CompanyName {
				t.Errorf("%s works at %q, which leads nowhere", c.Title(), p.CompanyName)
			}
		}
		if !c.Referrer.IsZero() && (byID[c.Referrer] == nil || byID[c.Referrer].Title() != c.ReferrerName) {
			t.Errorf("%s was recommended by nobody", c.Title())
		}
	}
	for _, g := range v.Guests {
		if byID[g.Contact] == nil || g.Event != v.Events[0].ID && g.Event != v.Events[1].ID {
			t.Errorf("guest %v leads nowhere", g)
		}
	}
}

var e164 = regexp.MustCompile(`^\+[1-9]\d{7,14}$`)

func TestValuesAreSound(t *testing.T) {
	names := map[string]bool{}
	for _, c := range Firm(5, 3000, day).Contacts {
		if c.Title() == "" {
			t.Errorf("%s has no name", c.ID)
		}
		for _, p := range c.Phones {
			if !e164.MatchString(p.Number) || p.Text == "" {
				t.Errorf("%s: phone %+v", c.Title(), p)
			}
		}
		for _, m := range c.Emails {
			if !strings.HasSuffix(m.Address, ".example") || strings.ContainsFunc(m.Address, func(r rune) bool { return r > 126 || r <= ' ' }) {
				t.Errorf("%s: e-mail address %q", c.Title(), m.Address)
			}
		}
		for _, a := range c.Addresses {
			if a.Text == "" || a.Country == "" || a.Country == "TW" && len(a.Postal) != 3 {
				t.Errorf("%s: address %+v", c.Title(), a)
			}
		}
		for _, d := range append([]crm.SpecialDate{{Date: c.LastTouch}, {Date: c.CardDate}}, c.Dates...) {
			if !d.Date.IsZero() && !d.Date.Valid() || d.Date > day {
				t.Errorf("%s: date %s", c.Title(), d.Date)
			}
		}
		if c.TaxID != "" && taxSum(c.TaxID)%10 != 0 {
			t.Errorf("%s: tax id %s", c.Title(), c.TaxID)
		}
		if c.Kind == crm.Company && names[c.Title()] {
			t.Errorf("%s is there twice", c.Title())
		}
		names[c.Title()] = c.Kind == crm.Company
	}
	if own := ownFirm(); taxSum(own.TaxID)%10 != 0 {
		t.Errorf("our own tax id %s: sum %d", own.TaxID, taxSum(own.TaxID))
	}
}

// TestInvitationsFollowTheRule checks that preferred channels are ones that may be used, so that the rule finds them.
func TestInvitationsFollowTheRule(t *testing.T) {
	v := Firm(1, DefaultContacts, day)
	byID := map[crm.ID]*crm.Contact{}
	for i := range v.Contacts {
		byID[v.Contacts[i].ID] = &v.Contacts[i]
	}
	count := map[crm.Reason]int{}
	for _, g := range v.Guests {
		if channel, reason := (crm.InviteRule{}).Invite(byID[g.Contact]); channel != g.Channel || reason != g.Reason {
			t.Errorf("%s: got %s because %s, the rule says %s because %s", byID[g.Contact].Title(), g.Channel, g.Reason, channel, reason)
		}
		if c := byID[g.Contact]; c.Preferred.Channel != "" && g.Channel != c.Preferred.Channel {
			t.Errorf("%s prefers %s and is asked by %q", c.Title(), c.Preferred.Channel, g.Channel)
		}
		count[g.Reason]++
	}
	for _, want := range []crm.Reason{crm.ByPreference, crm.ByNext} {
		if count[want] == 0 {
			t.Errorf("no guest is on the list because %s: %v", want, count)
		}
	}
}

func BenchmarkFirm(b *testing.B) {
	for b.Loop() {
		Firm(1, MaxContacts, day)
	}
}

// TestNumbersAreReadAsTheyAre holds the numbers against the cleaning that an import of the exported firm would do.
func TestNumbersAreReadAsTheyAre(t *testing.T) {
	for _, c := range Firm(2, 1500, day).Contacts {
		for _, p := range c.Phones {
			got, _, notes := clean.Phones(clean.Typed(p.Text), p.Kind, clean.Place{Country: "TW"})
			if len(got) == 1 && got[0].Number == "" && !strings.HasPrefix(p.Text, "+") {
				continue // a Japanese number without its country
			}
			if len(got) != 1 || got[0].Number != p.Number || got[0].Ext != p.Ext {
				t.Errorf("%s: %+v is read as %+v, notes %v", c.Title(), p, got, notes)
			}
		}
	}
}
