package crm

import "testing"

func TestInvite(t *testing.T) {
	full := Contact{Kind: Person, Addresses: []Address{{Text: "台北市"}}, Emails: []Email{{Address: "a@b.com"}}, Phones: []Phone{{Kind: PhoneMobile, Text: "0912345678"}}}
	with := func(change func(*Contact)) Contact { c := full; change(&c); return c }
	for _, c := range []struct {
		name    string
		contact Contact
		rule    InviteRule
		channel Channel
		reason  Reason
	}{
		{"what they like", with(func(c *Contact) { c.Preferred.Channel = ByEmail }), InviteRule{}, ByEmail, ByPreference},
		{"no wish: the first channel", full, InviteRule{}, ByPost, ByNext},
		{"liked but refused", with(func(c *Contact) {
			c.Preferred.Channel = ByEmail
			c.Consents = []Consent{{Channel: ByEmail}}
		}), InviteRule{}, ByPost, ByNext},
		{"liked but no number", with(func(c *Contact) { c.Preferred.Channel = ByFax }), InviteRule{}, ByPost, ByNext},
		{"the event writes no letters", full, InviteRule{Channels: []Channel{ByEmail, ByPhone}}, ByEmail, ByNext},
		{"asked for a yes, has none", full, InviteRule{NeedConsent: true}, "", NothingAllowed},
		{"asked for a yes, has one", with(func(c *Contact) { c.Consents = []Consent{{Channel: BySMS, Allowed: true}} }), InviteRule{NeedConsent: true}, BySMS, ByNext},
		{"nothing to reach them by", Contact{Kind: Person}, InviteRule{}, "", NotReachable},
		{"not what the event is for", full, InviteRule{Eligible: func(*Contact) bool { return false }}, "", NotEligible},
		{"asked elsewhere a short time ago", full, InviteRule{Lately: func(ID) bool { return true }}, "", InvitedLately},
	} {
		channel, reason := c.rule.Invite(&c.contact)
		if channel != c.channel || reason != c.reason {
			t.Errorf("%s: %s because %s, want %s because %s", c.name, channel, reason, c.channel, c.reason)
		}
	}
}

func TestReachable(t *testing.T) {
	c := Contact{
		Phones: []Phone{{Kind: PhoneFax, Text: "02-2345-6780"}, {Kind: PhonePager, Text: "060"}},
		Emails: []Email{{Address: "old@example.com", Bounced: true}},
		Links:  []Link{{Kind: LinkLINE, Value: "wang"}},
	}
	want := map[Channel]bool{ByFax: true, ByLINE: true}
	for _, ch := range Channels() {
		if got := c.Reachable(ch); got != want[ch] {
			t.Errorf("Reachable(%s) = %v", ch, got)
		}
	}
}
