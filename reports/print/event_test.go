package print_test

import (
	"context"
	"strings"
	"testing"

	"regulars/reports/doc"
	"regulars/reports/print"
	"regulars/store/crm"
)

func party() crm.Event {
	return crm.Event{Name: "年終感恩餐會", Day: 20261218, Time: "18:30", Place: "宴會廳"}
}

func guests(n int) []print.Attendee {
	out := make([]print.Attendee, n)
	channels := []crm.Channel{crm.ByPost, crm.ByEmail, ""}
	for i, c := range people(n) {
		c.Emails = []crm.Email{{Kind: crm.KindWork, Address: "a@example.com"}}
		out[i] = print.Attendee{Contact: c, Guest: crm.Guest{Contact: c.ID, Channel: channels[i%3], Reason: crm.ByPreference, Party: 2, Table: "3", Diet: "素"}}
		if i%3 == 2 {
			out[i].Guest.Reason, out[i].Guest.Detail = crm.NotEligible, "tag:VIP"
		}
	}
	return out
}

func TestSignInSheet(t *testing.T) {
	for _, tag := range []string{"zh-Hant", "en"} {
		l, err := print.SignIn(context.Background(), guests(60), print.SheetOptions{Event: party(), Firm: ourFirm(), Texts: catalog(t, tag)})
		if err != nil {
			t.Fatal(err)
		}
		all := ""
		for i, p := range l.Pages {
			all += texts(p)
			last := p.Runs[len(p.Runs)-1].Text
			want := []string{"第 1 頁，共 3 頁", "Page 1 of 3"}[map[string]int{"zh-Hant": 0, "en": 1}[tag]]
			if i == 0 && last != want {
				t.Errorf("%s: the foot says %q, want %q", tag, last, want)
			}
			if !strings.Contains(texts(p), catalog(t, tag).Text("print.signature")) {
				t.Errorf("%s: page %d has no head", tag, i+1)
			}
		}
		if n := strings.Count(all, "大同精密|2|3|素"); n != 60 {
			t.Errorf("%s: %d rows", tag, n)
		}
		if strings.Contains(all, "print.") {
			t.Errorf("%s: a text is missing: %s", tag, all)
		}
		inside(t, "sign-in", l)
	}
}

func TestSignInOfNobodySaysSo(t *testing.T) {
	l, err := print.SignIn(context.Background(), nil, print.SheetOptions{Event: party(), Texts: catalog(t, "zh-Hant")})
	if err != nil || !strings.Contains(texts(l.Pages[0]), "名單上沒有人。") {
		t.Errorf("%v, %v", l, err)
	}
}

// Everyone stands in exactly one list, and the figures on top are those of the lists.
func TestInvitationListsAreAPartition(t *testing.T) {
	d := print.InvitationDocument(guests(10), print.SheetOptions{Event: party(), Texts: catalog(t, "zh-Hant")})
	seen := map[string]int{}
	var rows []int
	for _, b := range d.Blocks {
		if table, ok := b.(doc.Table); ok {
			rows = append(rows, len(table.Rows))
			for _, r := range table.Rows {
				seen[r[1]]++
			}
		}
	}
	if len(seen) != 10 || len(rows) != 3 || rows[0] != 4 || rows[1] != 3 || rows[2] != 3 {
		t.Errorf("%d people in lists of %v", len(seen), rows)
	}
	if f := d.Blocks[0].(doc.Figures); f[0].Value != "7" || f[1].Value != "4" || f[2].Value != "3" || f[3].Value != "3" {
		t.Errorf("figures %v", f)
	}
}

func TestInvitationListSaysWhereAndWhy(t *testing.T) {
	for _, tag := range []string{"zh-Hant", "en"} {
		cat := catalog(t, tag)
		l, err := print.Invitations(context.Background(), guests(6), print.SheetOptions{Event: party(), Texts: cat})
		if err != nil {
			t.Fatal(err)
		}
		all := texts(l.Pages[0])
		for _, want := range []string{"工業區一路1號", "a@example.com", cat.Text("print.left-out"), "tag:VIP", "王小明零"} {
			if !strings.Contains(strings.ReplaceAll(all, "|", ""), want) {
				t.Errorf("%s: %q is not in %s", tag, want, all)
			}
		}
		inside(t, "invitations", l)
	}
}

func TestBadges(t *testing.T) {
	all := guests(9)
	all[1] = print.Attendee{Guest: crm.Guest{Name: "現場來賓 李先生"}}
	all[2].Contact.Name.Full = strings.Repeat("很長的名字", 12)
	l, err := print.Badges(context.Background(), all, print.BadgeOptions{Event: party(), Start: 2, Texts: catalog(t, "zh-Hant")})
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Pages) != 2 || cells(l.Pages[0]) != "-x.xxxxx" {
		t.Errorf("%d pages, cells %s", len(l.Pages), cells(l.Pages[0]))
	}
	if got := texts(l.Pages[0]); !strings.HasPrefix(got, "年終感恩餐會|王小明零|大同精密|經理|年終感恩餐會|現場來賓 李先生|") {
		t.Error(got)
	}
	inside(t, "badges", l)
}

func TestHeadsAreNeverBrokenInsideAWord(t *testing.T) {
	for _, tag := range []string{"zh-Hant", "en"} {
		cat := catalog(t, tag)
		signIn, err := print.SignIn(context.Background(), guests(3), print.SheetOptions{Event: party(), Texts: cat})
		if err != nil {
			t.Fatal(err)
		}
		invited, err := print.Invitations(context.Background(), guests(3), print.SheetOptions{Event: party(), Texts: cat})
		if err != nil {
			t.Fatal(err)
		}
		all := strings.Split(texts(signIn.Pages[0])+"|"+texts(invited.Pages[0]), "|")
		for _, key := range []string{"number", "name", "company", "party", "table", "diet", "signature", "reply", "reason", "by.post", "by.email"} {
			for _, word := range strings.Fields(cat.Text("print." + key)) {
				if !strings.Contains("|"+strings.Join(all, " ")+" ", word) {
					t.Errorf("%s: %q of a head is broken", tag, word)
				}
			}
		}
		inside(t, tag, signIn)
		inside(t, tag, invited)
	}
}

func TestInvitationListWritesWesternAddressesInTheirOrder(t *testing.T) {
	mary := print.Attendee{Contact: crm.Contact{Kind: crm.Person, Name: crm.Name{Full: "Mary Wang"}, Addresses: []crm.Address{
		{Kind: crm.KindWork, Country: "US", Postal: "94107", Street: "113 Brannan Street", City: "San Francisco", Region: "CA", Text: "113 Brannan Street\nSan Francisco, CA"}}},
		Guest: crm.Guest{Channel: crm.ByPost, Reason: crm.ByPreference}}
	d := print.InvitationDocument([]print.Attendee{mary}, print.SheetOptions{Event: party(), Texts: catalog(t, "en")})
	for _, b := range d.Blocks {
		if table, ok := b.(doc.Table); ok && table.Rows[0][3] != "113 Brannan Street, San Francisco, CA 94107" {
			t.Errorf("got %q", table.Rows[0][3])
		}
	}
}
