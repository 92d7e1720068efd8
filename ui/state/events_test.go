package state_test

import (
	"os"
	"path/filepath"
	"testing"

	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/state"
)

func newEvents(t *testing.T) *state.Events {
	t.Helper()
	desk := demoDesk(t, 120)
	e := state.NewEvents(desk)
	e.Save(crm.Event{Name: "新品發表會", Day: 20261218, Time: "18:30"}, func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	})
	return e
}

func TestInvitationPutsEveryoneInExactlyOnePlace(t *testing.T) {
	e := newEvents(t)
	event, ok := e.Event()
	if !ok || event.Name != "新品發表會" {
		t.Fatalf("the new event is not chosen: %+v", event)
	}
	in := state.Invitation{Query: "kind:person"}
	var seen state.Outlook
	e.Foresee(in, func(o state.Outlook, problem state.Message) {
		if !problem.IsZero() {
			t.Fatal(problem)
		}
		seen = o
	})
	e.Invite(in)
	c := e.Counts()
	if c.Invited+c.LeftOut != seen.Found || seen.Found == 0 {
		t.Errorf("%d found, %d invited and %d left out", seen.Found, c.Invited, c.LeftOut)
	}
	foreseen := 0
	for _, n := range seen.Channels {
		foreseen += n
	}
	if c.Invited != foreseen {
		t.Errorf("%d invited, %d were foreseen", c.Invited, foreseen)
	}
	for n := range e.Rows() {
		g, _, _ := e.Row(n)
		if g.Reason == "" || !words(t, locale.ZhHant).Has("reason."+string(g.Reason)) {
			t.Errorf("a guest has the reason %q, which says nothing", g.Reason)
		}
	}
}

func TestRepliesAndArrivals(t *testing.T) {
	e := newEvents(t)
	e.Invite(state.Invitation{Query: "kind:person"})
	e.FilterOn(state.GuestsInvited)
	first, contact, _ := e.Row(0)
	second, _, _ := e.Row(1)
	e.Reply(first.ID, crm.Coming, 3)
	e.Reply(second.ID, crm.Declined, 0)
	if c := e.Counts(); c.Coming != 1 || c.People != 3 || c.Declined != 1 || c.Open != c.Invited-2 {
		t.Errorf("got %+v", c)
	}
	e.FilterOn(state.GuestsAll)
	e.Find(state.GuestName(first, contact))
	e.CheckInFirst()
	e.Find("")
	if c := e.Counts(); c.Came != 1 {
		t.Errorf("%d have come, want 1", c.Came)
	}
	e.WalkIn("路過的人")
	if c := e.Counts(); c.Came != 2 {
		t.Errorf("with the walk-in %d have come, want 2", c.Came)
	}
	e.SetChannel(second.ID, crm.ByFax)
	e.FilterOn(state.GuestsInvited)
	for n := range e.Rows() {
		if g, _, _ := e.Row(n); g.ID == second.ID && (g.Channel != crm.ByFax || g.Reason != crm.ByHand) {
			t.Errorf("a channel chosen by hand: got %s, %s", g.Channel, g.Reason)
		}
	}
}

func TestFiltersCountWhatTheyShow(t *testing.T) {
	e := newEvents(t)
	e.Choose(e.List()[len(e.List())-1].ID)
	for _, f := range state.GuestFilters() {
		e.FilterOn(f)
		if got, want := e.Rows(), e.Counts().Of(f); got != want {
			t.Errorf("%s shows %d and counts %d", f, got, want)
		}
		e.FilterOn(f)
	}
}

func TestMistakenRuleIsExplained(t *testing.T) {
	e := newEvents(t)
	e.Foresee(state.Invitation{Query: "touch:>soon"}, func(_ state.Outlook, problem state.Message) {
		if problem.IsZero() {
			t.Error("a query with a mistake is not spoken of")
		}
	})
}

func TestGuestsLeaveAsAWorkbook(t *testing.T) {
	e := newEvents(t)
	e.Invite(state.Invitation{})
	path := filepath.Join(t.TempDir(), "guests.xlsx")
	e.Export(path, words(t, locale.ZhHant))
	if info, err := os.Stat(path); err != nil || info.Size() < 1000 {
		t.Errorf("%v", err)
	}
}

func TestMoneyIsReadInWholeUnits(t *testing.T) {
	for _, c := range []struct {
		text   string
		before crm.Money
		want   crm.Money
	}{
		{"120,000", crm.Money{}, crm.Money{Minor: 120000, Currency: "TWD"}}, {"NT$ 5000", crm.Money{}, crm.Money{Minor: 5000, Currency: "TWD"}},
		{"12", crm.Money{Minor: 1, Currency: "USD"}, crm.Money{Minor: 1200, Currency: "USD"}}, {"", crm.Money{}, crm.Money{}}, {"none", crm.Money{}, crm.Money{}},
	} {
		if got := state.ReadMoney(c.text, c.before); got != c.want {
			t.Errorf("%q: got %+v, want %+v", c.text, got, c.want)
		}
	}
}
