package actions_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/search"
	"regulars/store/storetest"
)

func TestSaveContact(t *testing.T) {
	b := storetest.New(t)
	before := person("王小明")
	before.ID = add(t, b, before)
	after := before.Clone()
	after.TaxID = "04595257"
	must[actions.Step](t)(b.EditContact(before.ID, func(c *crm.Contact) error { c.Notes = "別人寫的"; return nil }))
	must[actions.Step](t)(b.SaveContact(before, after))
	if got := contact(t, b, before.ID); got.Notes != "別人寫的" || got.TaxID != "04595257" {
		t.Errorf("another field was changed meanwhile: %+v", got)
	}
	after.Notes = "我寫的"
	_, err := b.SaveContact(before, after)
	if code, _, ok := actions.Describe(err); !errors.Is(err, actions.ErrChangedSince) || code != "changed-since" || !ok {
		t.Errorf("the same field was changed meanwhile: %v, %q", err, code)
	}
	if step := must[actions.Step](t)(b.SaveContact(after, after)); step.Seq != 0 {
		t.Errorf("nothing was changed, but there is a step %+v", step)
	}
}

func TestAnErrorOfAnEditWritesNothing(t *testing.T) {
	b := storetest.New(t)
	one, two := add(t, b, person("一")), add(t, b, person("二"))
	refused := errors.New("no")
	_, err := b.BulkEdit([]crm.ID{one, two}, func(c *crm.Contact) error {
		c.Notes = "x"
		if c.ID == two {
			return refused
		}
		return nil
	})
	if !errors.Is(err, refused) || contact(t, b, one).Notes != "" {
		t.Errorf("got %v, notes %q", err, contact(t, b, one).Notes)
	}
	if _, err := b.EditContact(b.NewID(), func(*crm.Contact) error { return nil }); !errors.Is(err, actions.ErrNotFound) {
		t.Errorf("a contact that is not there: %v", err)
	}
}

func TestTrash(t *testing.T) {
	b := storetest.New(t)
	firm := add(t, b, company("大同"))
	p := person("王小明")
	p.Positions = []crm.Position{{Company: firm}}
	id := add(t, b, p)
	before := digest(t, b)
	step := must[actions.Step](t)(b.DeleteContacts([]crm.ID{firm, id, firm}))
	if step.Kind != "contacts.delete" || step.Count != 2 {
		t.Errorf("step %+v", step)
	}
	trash := must[[]actions.Trashed](t)(b.Trash())
	if len(trash) != 2 || trash[0].By != "測試" || trash[0].At().Before(storetest.Start()) {
		t.Errorf("trash %+v", trash)
	}
	must[actions.Step](t)(b.RestoreContacts([]crm.ID{id}))
	if got := contact(t, b, id).Positions[0]; got.CompanyName != "大同" {
		t.Errorf("the position of one whose company is in the trash: %+v", got)
	}
	if people := must[[]crm.Contact](t)(b.People(firm)); len(people) != 1 {
		t.Errorf("people %v", people)
	}
	must[actions.Step](t)(b.RestoreContacts([]crm.ID{firm}))
	if digest(t, b) != before {
		t.Error("the digest is not the one before")
	}
	if _, err := b.RestoreContacts([]crm.ID{id}); !errors.Is(err, actions.ErrNotFound) {
		t.Errorf("what is not in the trash: %v", err)
	}
}

func TestMergeAndUnmerge(t *testing.T) {
	b := storetest.New(t)
	keepFirm, otherFirm := add(t, b, company("大同")), add(t, b, company("大同公司"))
	p := person("王小明")
	p.Positions = []crm.Position{{Company: otherFirm}}
	p.Referrer = otherFirm
	id := add(t, b, p)
	party, _, err := b.AddEvent(crm.Event{Name: "餐會"})
	if err != nil {
		t.Fatal(err)
	}
	must[actions.Invited](t)(b.Invite(party, []crm.ID{keepFirm, otherFirm}, crm.InviteRule{}))
	must[actions.Step](t)(b.Reply(must[[]crm.Guest](t)(b.GuestOf(otherFirm))[0].ID, crm.Coming, 2))
	before := digest(t, b)

	merged := contact(t, b, keepFirm)
	merged.Name.Alt = []string{"大同公司"}
	step := must[actions.Step](t)(b.Merge(keepFirm, []crm.ID{otherFirm, keepFirm}, merged))
	got := contact(t, b, id)
	if got.Positions[0].Company != keepFirm || got.Positions[0].CompanyName != "大同" || got.Referrer != keepFirm {
		t.Errorf("links after the merge: %+v", got)
	}
	if guests := must[[]crm.Guest](t)(b.Guests(party)); len(guests) != 1 || guests[0].Contact != keepFirm || guests[0].Answer != crm.Coming {
		t.Errorf("guests after the merge: %+v", guests)
	}
	must[actions.Step](t)(b.EditContact(keepFirm, func(c *crm.Contact) error { c.Notes = "之後"; return nil }))
	r := must[actions.Reverted](t)(b.Unmerge(step.ID))
	if len(r.Kept) != 0 {
		t.Errorf("kept %+v", r.Kept)
	}
	must[actions.Step](t)(b.EditContact(keepFirm, func(c *crm.Contact) error { c.Notes = ""; return nil }))
	if digest(t, b) != before {
		t.Error("the digest is not the one before the merge")
	}
	if _, err := b.Unmerge(r.Step.ID); !errors.Is(err, actions.ErrNotFound) {
		t.Errorf("unmerge of what is no merge: %v", err)
	}
}

func TestInvite(t *testing.T) {
	b := storetest.New(t)
	make := func(name string, edit func(*crm.Contact)) crm.ID {
		c := person(name)
		edit(&c)
		return add(t, b, c)
	}
	mail := func(c *crm.Contact) { c.Emails = []crm.Email{{Address: "a@example.com"}} }
	fits := make("有信箱", mail)
	phone := make("愛電話", func(c *crm.Contact) {
		mail(c)
		c.Phones = []crm.Phone{{Kind: crm.PhoneMobile, Text: "0912"}}
		c.Preferred.Channel = crm.ByPhone
	})
	none := make("無法聯絡", func(*crm.Contact) {})
	refused := make("全拒絕", func(c *crm.Contact) {
		mail(c)
		for _, ch := range []crm.Channel{crm.ByEmail, crm.ByPhone} {
			c.SetConsent(crm.Consent{Channel: ch})
		}
	})
	outside := make("不符合", func(c *crm.Contact) { mail(c); c.AddTag("供應商") })
	rule := crm.InviteRule{Channels: []crm.Channel{crm.ByEmail, crm.ByPhone}, Eligible: func(c *crm.Contact) bool { return !c.HasTag("供應商") }}
	event, _, err := b.AddEvent(crm.Event{Name: "餐會", Eligible: "-tag:供應商"})
	if err != nil {
		t.Fatal(err)
	}
	all := []crm.ID{fits, phone, none, refused, outside}
	r := must[actions.Invited](t)(b.Invite(event, all, rule))
	if fmt.Sprint(r.Channels, r.LeftOut, r.Unchanged) != "map[email:1 phone:1] map[not-eligible:1 not-reachable:1 nothing-allowed:1] 0" || r.Step.Count != 2 {
		t.Errorf("first round: %+v", r)
	}
	want := map[crm.ID]string{fits: "email next-allowed  1", phone: "phone preferred  1", none: " not-reachable email,phone 0", refused: " nothing-allowed email,phone 0", outside: " not-eligible -tag:供應商 0"}
	for _, g := range must[[]crm.Guest](t)(b.Guests(event)) {
		if got := fmt.Sprint(g.Channel, " ", g.Reason, " ", g.Detail, " ", g.Wave); got != want[g.Contact] {
			t.Errorf("guest: %q, want %q", got, want[g.Contact])
		}
	}
	must[actions.Step](t)(b.EditContact(none, func(c *crm.Contact) error { mail(c); return nil }))
	r = must[actions.Invited](t)(b.Invite(event, all, rule))
	if fmt.Sprint(r.Channels, r.LeftOut, r.Unchanged) != "map[email:1] map[not-eligible:1 nothing-allowed:1] 2" {
		t.Errorf("second round: %+v", r)
	}
	if g := must[[]crm.Guest](t)(b.GuestOf(none)); len(g) != 1 || g[0].Wave != 2 || g[0].Invited != b.Today() {
		t.Errorf("invited in the second round: %+v", g)
	}
}

// The functions of a rule may ask the Book, which shows itself as it was before the act.
func TestARuleMayReadTheBook(t *testing.T) {
	b := storetest.New(t)
	c := person("王小明")
	c.Emails = []crm.Email{{Address: "a@example.com"}}
	c.ID = add(t, b, c)
	var events []crm.ID
	for _, name := range []string{"餐會", "茶會"} {
		id, _, err := b.AddEvent(crm.Event{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		events = append(events, id)
	}
	rule := crm.InviteRule{Lately: func(id crm.ID) bool { return len(must[[]crm.Guest](t)(b.GuestOf(id))) > 0 }}
	must[actions.Invited](t)(b.Invite(events[0], []crm.ID{c.ID}, rule))
	r := must[actions.Invited](t)(b.Invite(events[1], []crm.ID{c.ID}, rule))
	if r.LeftOut[crm.InvitedLately] != 1 {
		t.Errorf("second event: %+v", r)
	}
}

func TestGuests(t *testing.T) {
	b := storetest.New(t)
	id := add(t, b, person("王小明"))
	event, _, err := b.AddEvent(crm.Event{Name: "餐會"})
	if err != nil {
		t.Fatal(err)
	}
	must[actions.Invited](t)(b.Invite(event, []crm.ID{id}, crm.InviteRule{}))
	guest := must[[]crm.Guest](t)(b.GuestOf(id))[0].ID
	step := must[actions.Step](t)(b.Reply(guest, crm.Coming, 3))
	if got := step.Texts(); got["name"] != "王小明" || got["event"] != "餐會" || got["answer"] != "yes" {
		t.Errorf("texts of the reply: %v", got)
	}
	at := storetest.Start()
	must[actions.Step](t)(b.CheckIn(guest, at))
	if again := must[actions.Step](t)(b.CheckIn(guest, at.Add(time.Hour))); again.Seq != 0 {
		t.Errorf("a second check-in: %+v", again)
	}
	must[actions.Step](t)(b.SetGuest(guest, func(g *crm.Guest) error { g.Channel, g.Table = crm.ByPhone, "3"; return nil }))
	g := must[crm.Guest](t)(b.Guest(guest))
	if g.CheckedIn != "2026-03-02T12:00:00+08:00" || g.Party != 3 || !g.Kept || g.Reason != crm.ByHand || g.Table != "3" {
		t.Errorf("guest %+v", g)
	}
	same, _, err := b.WalkIn(event, crm.Guest{Contact: id}, at)
	if err != nil || same != guest {
		t.Errorf("a walk-in who is on the list: %s, %v", same, err)
	}
	walkIn, _, err := b.WalkIn(event, crm.Guest{Name: "路人"}, at)
	if err != nil {
		t.Fatal(err)
	}
	if g := must[crm.Guest](t)(b.Guest(walkIn)); g.Reason != crm.WalkIn || g.Party != 1 || g.CheckedIn == "" {
		t.Errorf("walk-in %+v", g)
	}
	must[actions.Step](t)(b.DeleteContacts([]crm.ID{id}))
	if g := must[crm.Guest](t)(b.Guest(guest)); g.Name != "王小明" {
		t.Errorf("guest whose contact was deleted: %+v", g)
	}
	must[actions.Step](t)(b.RemoveGuests([]crm.ID{guest, walkIn}))
	if left := must[[]crm.Guest](t)(b.Guests(event)); len(left) != 0 {
		t.Errorf("left %v", left)
	}
	if _, err := b.Invite(b.NewID(), nil, crm.InviteRule{}); !errors.Is(err, actions.ErrNotFound) {
		t.Errorf("an event that is not there: %v", err)
	}
}

func TestMappings(t *testing.T) {
	b := storetest.New(t)
	first, _, err := b.RememberMapping(crm.Mapping{Name: "展場", Signature: "姓名|電話"})
	if err != nil {
		t.Fatal(err)
	}
	second, _, err := b.RememberMapping(crm.Mapping{Name: "展場二", Signature: "姓名|電話"})
	if err != nil || second != first {
		t.Errorf("the same signature: %s, want %s, %v", second, first, err)
	}
	if _, _, err := b.RememberMapping(crm.Mapping{Name: "Alpha", Signature: "name"}); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, m := range must[[]crm.Mapping](t)(b.Mappings()) {
		names = append(names, m.Name)
	}
	if fmt.Sprint(names) != "[Alpha 展場二]" {
		t.Errorf("mappings %v", names)
	}
	must[actions.Step](t)(b.ForgetMapping(first))
	if left := must[[]crm.Mapping](t)(b.Mappings()); len(left) != 1 {
		t.Errorf("left %v", left)
	}
}

func TestTheFirmsUserSignsTheSteps(t *testing.T) {
	o := storetest.Options()
	o.Author = ""
	path := storetest.Path(t.TempDir())
	b := storetest.Create(t, path, o)
	if f := must[crm.Firm](t)(b.Firm()); f.Country != "TW" {
		t.Errorf("firm before it is set: %+v", f)
	}
	must[actions.Step](t)(b.SetFirm(crm.Firm{Name: "大同", User: "淑芬", Country: "JP"}))
	_, step, err := b.AddContact(person("王小明"))
	if err != nil || step.Author != "淑芬" {
		t.Errorf("author %q, %v", step.Author, err)
	}
	must[[]actions.Step](t)(b.Undo(2))
	if _, step, err = b.AddContact(person("王小明")); err != nil || step.Author != "" {
		t.Errorf("author after the firm was undone: %q, %v", step.Author, err)
	}
}

func TestHistoryOf(t *testing.T) {
	b := storetest.New(t)
	id := add(t, b, person("王小明"))
	must[actions.Step](t)(b.Tag([]crm.ID{id}, []string{"VIP"}, nil))
	must[actions.Step](t)(b.DeleteContacts([]crm.ID{id}))
	var got []string
	for _, e := range must[[]actions.Entry](t)(b.HistoryOf(id)) {
		got = append(got, e.Step.Kind)
		if e.Step.Kind == "contact.tag" && (e.Before.HasTag("VIP") || !e.After.HasTag("VIP")) {
			t.Errorf("before %+v, after %+v", e.Before, e.After)
		}
	}
	if fmt.Sprint(got) != "[contact.delete contact.tag contact.add]" {
		t.Errorf("history %v", got)
	}
	if steps := must[[]actions.Step](t)(b.History(2)); len(steps) != 2 || steps[0].Kind != "contact.delete" {
		t.Errorf("steps %+v", steps)
	}
}

func TestUndoSaysWhatItDid(t *testing.T) {
	b := storetest.New(t)
	add(t, b, person("一"))
	two := add(t, b, person("二"))
	must[actions.Step](t)(b.Tag([]crm.ID{two}, []string{"VIP"}, nil))
	if s, ok, err := b.CanUndo(); err != nil || !ok || s.Kind != "contact.tag" {
		t.Errorf("can undo %+v, %v, %v", s, ok, err)
	}
	undone := must[[]actions.Step](t)(b.Undo(2))
	if len(undone) != 2 || undone[0].Kind != "contact.tag" || undone[1].Kind != "contact.add" || undone[1].Values["name"] != "二" {
		t.Errorf("undone %+v", undone)
	}
	if s, ok, err := b.CanRedo(); err != nil || !ok || s.Kind != "contact.add" {
		t.Errorf("can redo %+v, %v, %v", s, ok, err)
	}
	rest, err := b.Undo(5)
	if len(rest) != 1 || !errors.Is(err, actions.ErrNothingToUndo) {
		t.Errorf("undo more than there is: %d, %v", len(rest), err)
	}
	if redone := must[[]actions.Step](t)(b.Redo(3)); len(redone) != 3 {
		t.Errorf("redone %+v", redone)
	}
	if got := contact(t, b, two); !got.HasTag("VIP") {
		t.Errorf("after redo: %+v", got)
	}
	latest := must[[]actions.Step](t)(b.History(1))[0]
	if latest.Kind != "redo.contact.tag" || latest.Redoes.IsZero() {
		t.Errorf("the last step: %+v", latest)
	}
}

func TestUndoStepRefusesWhatOthersNeed(t *testing.T) {
	b := storetest.New(t)
	firm, step, err := b.AddContact(company("大同"))
	if err != nil {
		t.Fatal(err)
	}
	p := person("王小明")
	p.Positions = []crm.Position{{Company: firm}}
	id, personStep, err := b.AddContact(p)
	if err != nil {
		t.Fatal(err)
	}
	var depends *actions.DependsError
	if _, err := b.UndoStep(step.ID); !errors.As(err, &depends) {
		t.Errorf("a company with people: %v", err)
	}
	must[actions.Step](t)(b.UndoStep(personStep.ID))
	must[actions.Step](t)(b.UndoStep(step.ID))
	if _, err := b.Contact(id); !errors.Is(err, actions.ErrNotFound) {
		t.Errorf("the person: %v", err)
	}
	if _, err := b.UndoStep(b.NewID()); !errors.Is(err, actions.ErrNotFound) {
		t.Errorf("a step that is not there: %v", err)
	}
}

func TestReading(t *testing.T) {
	b := storetest.New(t)
	for i := range 1100 {
		c := person(fmt.Sprintf("%04d", 9999-i))
		if i%2 == 0 {
			c.Tags = []string{"雙"}
		}
		c.SetCustom(fmt.Sprintf("欄%d", i%3), "x")
		if i%10 == 0 {
			c.Kind = crm.Company
		}
		add(t, b, c)
	}
	persons, companies, err := b.Counts()
	if err != nil || persons != 990 || companies != 110 {
		t.Errorf("counts %d, %d, %v", persons, companies, err)
	}
	n := 0
	for c, err := range b.Contacts() {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 700 { // a loop may write
			must[actions.Step](t)(b.Tag([]crm.ID{c.ID}, []string{"七百"}, nil))
		}
	}
	if n != 1100 {
		t.Errorf("contacts: %d", n)
	}
	first := must[[]crm.Contact](t)(b.FirstContacts(3))
	if len(first) != 3 || first[0].Name.Full != "8900" || first[2].Name.Full != "8902" {
		t.Errorf("first contacts: %+v", first)
	}
	if got := fmt.Sprint(must[[]actions.TagCount](t)(b.Tags())); got != "[{雙 550} {七百 1}]" {
		t.Errorf("tags %s", got)
	}
	must[actions.Step](t)(b.Tag([]crm.ID{first[0].ID}, []string{"新"}, []string{"雙"}))
	must[actions.Step](t)(b.DeleteContacts([]crm.ID{first[1].ID}))
	if got := fmt.Sprint(must[[]actions.TagCount](t)(b.Tags())); !strings.Contains(got, "{新 1}") {
		t.Errorf("tags after an edit %s", got)
	}
	if got := fmt.Sprint(must[[]string](t)(b.CustomFields())); got != "[欄0 欄1 欄2]" {
		t.Errorf("custom fields %s", got)
	}
}

func TestSearchStaysFresh(t *testing.T) {
	b := storetest.New(t)
	add(t, b, person("陳大文"))
	if b.SearchReady() {
		t.Error("ready before it was asked for")
	}
	find := func(words string) int {
		t.Helper()
		x := must[*search.Index](t)(b.Search())
		return x.Find(must[search.Query](t)(search.Parse(words, b.Today())), search.ByName, 0, 10).Total
	}
	if got := find("陳大文"); got != 1 || !b.SearchReady() {
		t.Errorf("found %d", got)
	}
	id := add(t, b, person("林小文"))
	if got := find("小文"); got != 1 {
		t.Errorf("found %d after an addition", got)
	}
	must[actions.Step](t)(b.EditContact(id, func(c *crm.Contact) error { c.Name.Full = "林中文"; return nil }))
	if find("小文") != 0 || find("中文") != 1 {
		t.Errorf("found %d and %d after an edit", find("小文"), find("中文"))
	}
	must[actions.Step](t)(b.DeleteContacts([]crm.ID{id}))
	if find("中文") != 0 {
		t.Error("found what is in the trash")
	}
	must[[]actions.Step](t)(b.Undo(1))
	if find("中文") != 1 {
		t.Error("not found after undo")
	}
	b.CompactSearch()
	importCards(t, b, cards(b.NewID, 6000))
	if got := find("小明"); got != 6000 {
		t.Errorf("found %d after a big import", got)
	}
}

// Somebody who asks for the index from a listener, or while others write, gets one that is up to date.
func TestSearchWhileOthersWrite(t *testing.T) {
	b := storetest.New(t)
	importCards(t, b, cards(b.NewID, 300))
	errs := make(chan error, 40)
	stop := b.OnChange(func(actions.Change) { _, err := b.Search(); errs <- err })
	done := make(chan error)
	go func() {
		for i := range 20 {
			if _, _, err := b.AddContact(person(fmt.Sprintf("新人%d", i))); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	for range 20 {
		_, err := b.Search()
		errs <- err
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	stop()
	for range 40 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	x := must[*search.Index](t)(b.Search())
	if got := x.Find(must[search.Query](t)(search.Parse("新人", b.Today())), search.ByName, 0, 1).Total; got != 20 {
		t.Errorf("found %d", got)
	}
}

func TestOnChange(t *testing.T) {
	b := storetest.New(t)
	var heard []string
	stop := b.OnChange(func(c actions.Change) {
		heard = append(heard, fmt.Sprint(c.Step.Kind, len(c.Contacts), len(c.Events), len(c.Guests), c.Trash, c.Settings))
	})
	id := add(t, b, person("王"))
	event, _, err := b.AddEvent(crm.Event{Name: "餐會"})
	if err != nil {
		t.Fatal(err)
	}
	must[actions.Invited](t)(b.Invite(event, []crm.ID{id}, crm.InviteRule{}))
	must[actions.Step](t)(b.DeleteContacts([]crm.ID{id}))
	must[actions.Step](t)(b.SetFirm(crm.Firm{Name: "x"}))
	stop()
	add(t, b, person("林"))
	want := []string{"contact.add1 0 0 false false", "event.add0 1 0 false false", "event.invite0 0 1 false false", "contact.delete1 0 1 true false", "firm.edit0 0 0 false true"}
	if !slices.Equal(heard, want) {
		t.Errorf("heard %q, want %q", heard, want)
	}
}

func TestFill(t *testing.T) {
	b := storetest.New(t)
	firm := company("大同")
	firm.ID = b.NewID()
	p := person("王小明")
	p.ID, p.Positions = b.NewID(), []crm.Position{{Company: firm.ID}}
	event := crm.Event{ID: b.NewID(), Name: "餐會"}
	filling := actions.Filling{Firm: crm.Firm{Name: "我們"}, Contacts: []crm.Contact{p, firm}, Events: []crm.Event{event},
		Guests: []crm.Guest{{Event: event.ID, Contact: p.ID, Channel: crm.ByEmail}}}
	step := must[actions.Step](t)(b.Fill(t.Context(), filling))
	if step.Count != 2 || contact(t, b, p.ID).Positions[0].CompanyName != "大同" || len(must[[]crm.Guest](t)(b.Guests(event.ID))) != 1 {
		t.Errorf("step %+v", step)
	}
	if _, err := b.Fill(t.Context(), filling); !errors.Is(err, actions.ErrExists) {
		t.Errorf("again: %v", err)
	}
}

func TestDigestIsOfContent(t *testing.T) {
	o := storetest.Options()
	one, two := storetest.Create(t, storetest.Path(t.TempDir()), o), storetest.Create(t, storetest.Path(t.TempDir()), o)
	build := func(b *actions.Book, turn bool) {
		names := []string{"王小明", "林大同", "Mary Wang"}
		if turn {
			slices.Reverse(names)
			add(t, b, person("to be deleted"))
			must[[]actions.Step](t)(b.Undo(1))
		}
		firm := add(t, b, company("大同"))
		for _, n := range names {
			c := person(n)
			c.Positions = []crm.Position{{Company: firm}}
			c.Tags = []string{"a", "b"}
			if turn {
				slices.Reverse(c.Tags)
			}
			add(t, b, c)
		}
	}
	build(one, false)
	build(two, true)
	if digest(t, one) != digest(t, two) {
		t.Error("equal content, other digest")
	}
	add(t, two, person("one more"))
	if digest(t, one) == digest(t, two) {
		t.Error("other content, equal digest")
	}
}

func TestOpenOrCreate(t *testing.T) {
	path := storetest.Path(t.TempDir())
	b := must[*actions.Book](t)(actions.OpenOrCreate(path, storetest.Options()))
	add(t, b, person("王小明"))
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := actions.Create(path, storetest.Options()); !errors.Is(err, actions.ErrExists) {
		t.Errorf("create where there is a file: %v", err)
	}
	o := storetest.Options()
	o.ReadOnly = true
	b = must[*actions.Book](t)(actions.OpenOrCreate(path, o))
	if persons, _, err := b.Counts(); err != nil || persons != 1 {
		t.Errorf("persons %d, %v", persons, err)
	}
	if _, _, err := b.AddContact(person("x")); !errors.Is(err, actions.ErrReadOnly) {
		t.Errorf("writing: %v", err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if _, err := b.Contact(crm.ID{1}); !errors.Is(err, actions.ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
	if def, err := actions.DefaultPath(); err != nil || !strings.HasSuffix(def, "regulars.db") {
		t.Errorf("default path %q, %v", def, err)
	}
}
