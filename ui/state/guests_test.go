package state_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/state"
)

// invited opens a fresh event of a made-up firm to which all people were invited.
func invited(t testing.TB, desk *state.Desk) *state.Events {
	t.Helper()
	e := dinner(t, desk)
	round, ok := e.Invite()
	if !ok {
		t.Fatal("nobody can be invited to an event that is open")
	}
	round.Send(nil)
	if e.Guests.Len() < 10 {
		t.Fatalf("%d guests", e.Guests.Len())
	}
	return e
}

func lead(t testing.TB, g *state.GuestList) state.GuestRow {
	t.Helper()
	row, ok := g.Lead()
	if !ok {
		t.Fatal("no guest is chosen")
	}
	return row
}

func TestRoundDoesWhatItsPreviewSays(t *testing.T) {
	desk := demoDesk(t, 120)
	e := dinner(t, desk)
	round, _ := e.Invite()
	want := map[crm.ID]state.InviteRow{}
	for n := range round.Len() {
		row, _ := round.Row(n)
		want[row.ID] = row
	}
	round.Send(nil)
	got := 0
	for _, f := range []state.GuestFilter{state.GuestsInvited, state.GuestsLeftOut} {
		e.Guests.SetFilter(f)
		for n := range e.Guests.Len() {
			g, _ := e.Guests.Row(n)
			w, ok := want[g.Contact]
			if !ok || w.Channel != g.Channel || w.Reason != g.Reason {
				t.Errorf("%s: got %q because %q, the preview said %q because %q", g.Title(), g.Channel, g.Reason, w.Channel, w.Reason)
			}
			if !words(t, locale.ZhHant).Has(g.Why().Key) {
				t.Errorf("%s: the reason %q has no text", g.Title(), g.Reason)
			}
			got++
		}
	}
	if got != len(want) || got == 0 {
		t.Errorf("%d guests, the preview showed %d", got, len(want))
	}
}

func TestRoundIsOneActThatSaysItsNumbers(t *testing.T) {
	desk := demoDesk(t, 120)
	e := dinner(t, desk)
	var said state.Notice
	desk.OnNotice(func(n state.Notice) { said = n })
	round, _ := e.Invite()
	invited, out := round.Invited(), round.Count(state.InviteLeftOut)
	round.Send(nil)
	if said.Message.Values["count"] != invited || said.Message.Values["out"] != out || !said.Undo {
		t.Errorf("said %+v, want %d invited and %d left out", said, invited, out)
	}
	desk.Undo()
	if e.Guests.All() != 0 || !e.Opened() {
		t.Errorf("after undo: %d guests, open %v", e.Guests.All(), e.Opened())
	}
	desk.Redo()
	if e.Guests.Counts().Of[state.GuestsInvited] != invited {
		t.Errorf("after redo: %d guests, want %d", e.Guests.Counts().Of[state.GuestsInvited], invited)
	}
}

func TestRoundFollowsItsAnswers(t *testing.T) {
	desk := demoDesk(t, 120)
	e := dinner(t, desk)
	round, _ := e.Invite()
	all := round.Count(state.InviteAll)
	round.SetNeedConsent(true)
	if round.Invited() >= all {
		t.Errorf("with consent asked for %d of %d are invited", round.Invited(), all)
	}
	round.SetNeedConsent(false)
	for n, c := range round.Channels() {
		round.UseChannel(n, c.Channel == crm.ByEmail)
	}
	if got := round.Count(state.InviteFilter(crm.ByEmail)); got != round.Invited() || got == 0 {
		t.Errorf("by e-mail alone: %d by e-mail of %d", got, round.Invited())
	}
	for n := range round.Channels() {
		round.UseChannel(n, false)
	}
	if round.Ready() || round.Problem().IsZero() {
		t.Error("a round without a channel can be sent")
	}
}

func TestOrderOfChannelsDecides(t *testing.T) {
	e := dinner(t, demoDesk(t, 120))
	round, _ := e.Invite()
	posts := round.Count(state.InviteFilter(crm.ByPost))
	round.MoveChannel(0, 1)
	if round.Channels()[0].Channel != crm.ByEmail {
		t.Fatalf("the first channel is %s", round.Channels()[0].Channel)
	}
	if got := round.Count(state.InviteFilter(crm.ByPost)); got >= posts {
		t.Errorf("with e-mail first %d go by post, before %d", got, posts)
	}
}

func TestQueryOfARound(t *testing.T) {
	e := dinner(t, demoDesk(t, 120))
	round, _ := e.Invite()
	round.SetQuery("touch:>soon")
	if round.Problem().IsZero() || round.Ready() || round.Len() != 0 {
		t.Error("a mistake in the query is not spoken of")
	}
	chips := round.Chips()
	round.SetQuery("")
	round.Press(chips[0].Term)
	round.Press(chips[1].Term)
	if want := chips[0].Term + " " + chips[1].Term; round.Query() != want {
		t.Errorf("got %q, want %q", round.Query(), want)
	}
	if got := round.Count(state.InviteAll); got == 0 || got > chips[1].Count {
		t.Errorf("%d found, the tag is on %d", got, chips[1].Count)
	}
	round.Press(chips[0].Term)
	round.Send(nil)
	again, _ := e.Invite()
	if got := again.Earlier(); !slices.Equal(got, []string{chips[1].Term}) {
		t.Errorf("queries used before: %v", got)
	}
}

func TestSecondRoundLeavesThoseOnTheListAlone(t *testing.T) {
	e := invited(t, demoDesk(t, 120))
	e.Guests.Choose(0)
	e.Guests.SetChannel(crm.ByFax)
	first := lead(t, e.Guests)
	round, _ := e.Invite()
	if round.Invited() != 0 || round.Count(state.InviteAlready) == 0 {
		t.Errorf("%d would be invited again, %d stay", round.Invited(), round.Count(state.InviteAlready))
	}
	round.Send(nil)
	if got := lead(t, e.Guests); got.Guest != first.Guest {
		t.Errorf("got %+v, want %+v", got.Guest, first.Guest)
	}
}

func TestWhoWasInvitedElsewhereIsSpared(t *testing.T) {
	desk := demoDesk(t, 120)
	invited(t, desk)
	e := dinner(t, desk)
	round, _ := e.Invite()
	round.SetSpare(30)
	if round.Invited() != 0 {
		t.Errorf("%d are invited to two events on a day", round.Invited())
	}
	round.SetFilter(state.InviteLeftOut)
	spared := 0
	for n := range round.Len() {
		if row, _ := round.Row(n); row.Reason == crm.InvitedLately {
			spared++
		}
	}
	if spared == 0 {
		t.Error("nobody is left out for having been invited elsewhere")
	}
}

func TestEventsRuleDecidesWhoIsEligible(t *testing.T) {
	e := dinner(t, demoDesk(t, 120))
	f, _ := e.Edit()
	f.Line(state.EventEligible).Text = "tag:VIP"
	f.Save(func(crm.ID, error) {})
	round, _ := e.Invite()
	round.Send(nil)
	e.Guests.SetFilter(state.GuestsLeftOut)
	row, ok := e.Guests.Row(0)
	if !ok || e.Guests.Counts().Reasons[crm.NotEligible] == 0 {
		t.Fatalf("nobody is left out by the rule: %+v", e.Guests.Counts().Reasons)
	}
	e.Guests.SortBy(state.GuestWhy)
	for n := range e.Guests.Len() {
		if row, _ = e.Guests.Row(n); row.Reason == crm.NotEligible {
			break
		}
	}
	if got := words(t, locale.ZhHant).Say(row.Why()); got != "不符合活動條件（tag:VIP）" {
		t.Errorf("the reason says %q", got)
	}
}

func TestRepliesAreTakenOneAfterTheOther(t *testing.T) {
	e := invited(t, demoDesk(t, 120))
	g := e.Guests
	g.SetFilter(state.GuestsOpen)
	g.Choose(0)
	second, _ := g.Row(1)
	open := g.Len()
	g.Reply(crm.Coming)
	if got := lead(t, g); got.ID != second.ID || g.Len() != open-1 {
		t.Errorf("after an answer %s is chosen, want %s; %d open, want %d", got.Title(), second.Title(), g.Len(), open-1)
	}
	g.Reply(crm.Declined)
	if c := g.Counts(); c.Of[state.GuestsComing] != 1 || c.Of[state.GuestsDeclined] != 1 || c.Expected != 1 {
		t.Errorf("got %+v", c)
	}
}

func TestDigitsSayHowManyCome(t *testing.T) {
	e := invited(t, demoDesk(t, 60))
	g := e.Guests
	g.Choose(0)
	g.TypeParty(1)
	g.TypeParty(2)
	if got := lead(t, g); got.Party != 12 || got.Answer != crm.Coming {
		t.Errorf("1 and 2 make %d, answer %q", got.Party, got.Answer)
	}
	g.TypeParty(3)
	if got := lead(t, g); got.Party != 3 {
		t.Errorf("a third digit begins anew: got %d", got.Party)
	}
	g.Choose(1)
	g.TypeParty(4)
	if got := lead(t, g); got.Party != 4 {
		t.Errorf("the next guest begins anew: got %d", got.Party)
	}
	g.Reply(crm.Declined)
	if got := lead(t, g); got.Party != 0 || got.Answer != crm.Declined {
		t.Errorf("who declines brings %d", got.Party)
	}
	g.Reply(crm.Maybe)
	g.TypeParty(2)
	if got := lead(t, g); got.Party != 2 || got.Answer != crm.Maybe {
		t.Errorf("a maybe with two: %d, %q", got.Party, got.Answer)
	}
	if c := g.Counts(); c.Expected != 3 {
		t.Errorf("%d persons are expected, want 3", c.Expected)
	}
}

func TestChannelByHandIsKept(t *testing.T) {
	desk := demoDesk(t, 120)
	e := invited(t, desk)
	g := e.Guests
	g.SetFilter(state.GuestsLeftOut)
	g.Choose(0)
	who, left := lead(t, g), g.Len()
	g.SetChannel(crm.ByPhone)
	if g.Len() != left-1 {
		t.Errorf("%d left out, want %d", g.Len(), left-1)
	}
	g.SetFilter(state.GuestsInvited)
	g.Find(who.Title())
	g.Choose(0)
	if got := lead(t, g); got.ID != who.ID || got.Channel != crm.ByPhone || got.Reason != crm.ByHand || got.Invited != today {
		t.Errorf("got %+v", got.Guest)
	}
	desk.Undo()
	if g.Len() != 0 {
		t.Error("undo does not take the channel back")
	}
}

func TestSeveralGuestsAreRemovedAsOneAct(t *testing.T) {
	desk := demoDesk(t, 60)
	e := invited(t, desk)
	g := e.Guests
	all := g.Len()
	g.Choose(1)
	g.Extend(3)
	g.Remove()
	if g.Len() != all-3 {
		t.Errorf("%d are left, want %d", g.Len(), all-3)
	}
	desk.Undo()
	if g.Len() != all {
		t.Errorf("after undo %d, want %d", g.Len(), all)
	}
}

func TestUnchangedTextsAreNoAct(t *testing.T) {
	desk := demoDesk(t, 60)
	e := invited(t, desk)
	acts := 0
	desk.OnNotice(func(state.Notice) { acts++ })
	e.Guests.Choose(0)
	e.Guests.SetTable("3 ")
	e.Guests.SetTable("3")
	e.Guests.SetDiet("")
	if got := lead(t, e.Guests).Table; got != "3" || acts != 1 {
		t.Errorf("table %q after %d acts, want one", got, acts)
	}
}

func TestDoor(t *testing.T) {
	e := invited(t, demoDesk(t, 120))
	first, _ := e.Guests.Row(0)
	second, _ := e.Guests.Row(1)
	phone, _ := second.Who.MainPhone()
	for _, c := range []struct {
		name, text string
		who        crm.ID
	}{
		{"a name", first.Title(), first.ID},
		{"an id that was scanned", second.ID.String(), second.ID},
	} {
		e.Door.Type(c.text)
		if found := e.Door.Found(); len(found) == 0 || found[0].Guest != c.who || e.Door.At() != 0 {
			t.Fatalf("%s: %q finds %+v, Return means %d", c.name, c.text, found, e.Door.At())
		}
		e.Door.Accept()
		if e.Door.Text() != "" || e.Door.Last().Key != "events.door.welcome" {
			t.Errorf("%s: the door is not ready for the next guest: %q, %v", c.name, e.Door.Text(), e.Door.Last())
		}
	}
	e.Door.Type(phone.Text)
	e.Door.Accept()
	if e.Door.Last().Key != "events.door.already" {
		t.Errorf("a guest who is there: %v", e.Door.Last())
	}
	if c := e.Guests.Counts(); c.Of[state.GuestsThere] != 2 || len(e.Door.Arrivals()) != 2 {
		t.Errorf("%d are there, %d arrivals", c.Of[state.GuestsThere], len(e.Door.Arrivals()))
	}
	e.Door.TakeBack(first.ID)
	if c := e.Guests.Counts(); c.Of[state.GuestsThere] != 1 {
		t.Errorf("after taking one back %d are there", c.Of[state.GuestsThere])
	}
}

func TestWalkInIsNeverAnAccident(t *testing.T) {
	desk := demoDesk(t, 60)
	e := invited(t, desk)
	e.Door.Type("路過的人")
	e.Door.Accept()
	if e.Guests.Counts().Of[state.GuestsThere] != 0 {
		t.Fatal("Return let in a name that nobody has chosen")
	}
	e.Door.Move(1)
	e.Door.Accept()
	e.Guests.SetFilter(state.GuestsThere)
	if got := names(e.Guests); !slices.Equal(got, []string{"路過的人"}) {
		t.Errorf("there are %v", got)
	}
	desk.Undo()
	if e.Guests.Counts().Of[state.GuestsThere] != 0 {
		t.Error("undo does not take the walk-in back")
	}
}

func TestKnownContactWalksIn(t *testing.T) {
	desk := demoDesk(t, 60)
	e := dinner(t, desk)
	round, _ := e.Invite()
	row, _ := round.Row(0)
	round.End()
	e.Door.Type(row.Title)
	found := e.Door.Found()
	if len(found) < 2 || found[0].Contact != row.ID || !found[0].Guest.IsZero() {
		t.Fatalf("found %+v", found)
	}
	e.Door.Let(0)
	e.Guests.SetFilter(state.GuestsThere)
	if got, ok := e.Guests.Row(0); !ok || got.Contact != row.ID || got.Reason != crm.WalkIn {
		t.Errorf("got %+v", got.Guest)
	}
}

func TestPrintOffers(t *testing.T) {
	e := invited(t, demoDesk(t, 120))
	g := e.Guests
	offer := func(kind state.PrintKind) state.PrintOffer {
		for _, o := range g.PrintOffers() {
			if o.Kind == kind {
				return o
			}
		}
		t.Fatalf("%s is not offered", kind)
		return state.PrintOffer{}
	}
	posts := g.Counts().Channels[crm.ByPost]
	if o := offer(state.PrintLabels); o.Count != posts || len(o.Contacts) != posts || posts == 0 {
		t.Errorf("labels for %d, %d by post", o.Count, posts)
	}
	g.SetChannelFilter(crm.ByPost)
	g.Choose(0)
	g.Reply(crm.Declined)
	if o := offer(state.PrintEnvelopes); o.Count != posts-1 {
		t.Errorf("envelopes for %d, want %d without the one who declined", o.Count, posts-1)
	}
	g.Choose(1)
	g.Extend(2)
	if o := offer(state.PrintLabels); o.Count != 2 {
		t.Errorf("labels for %d of two who are selected", o.Count)
	}
	if o := offer(state.PrintInvited); o.Count != g.All() {
		t.Errorf("the list has %d of %d", o.Count, g.All())
	}
}

func TestGuestsLeaveAsAWorkbook(t *testing.T) {
	desk := demoDesk(t, 60)
	e := invited(t, desk)
	path := filepath.Join(t.TempDir(), "guests.xlsx")
	var said state.Notice
	desk.OnNotice(func(n state.Notice) { said = n })
	e.Guests.Export(path, words(t, locale.ZhHant))
	info, err := os.Stat(path)
	if err != nil || info.Size() < 1000 || said.Message.Values["count"] != e.Guests.Len() {
		t.Errorf("%v, said %+v", err, said)
	}
}

// crowd opens an event with more than two thousand guests.
func crowd(b *testing.B) *state.GuestList {
	e := invited(b, demoDesk(b, 3200))
	b.Cleanup(func() { b.Logf("%d guests", e.Guests.All()) })
	return e.Guests
}

func BenchmarkFindAmongTwoThousandGuests(b *testing.B) {
	g := crowd(b)
	for b.Loop() {
		g.Find("王")
		g.Find("")
	}
}

// A reply is written to the disk and the list is read again.
func BenchmarkReplyAmongTwoThousandGuests(b *testing.B) {
	g := crowd(b)
	g.Choose(0)
	for n := 0; b.Loop(); n++ {
		g.SetParty(1 + n%2)
	}
}
