package state_test

import (
	"slices"
	"testing"

	"regulars/store/crm"
	"regulars/ui/state"
)

// dinner opens a fresh event of a made-up firm and gives the screen of events.
func dinner(t testing.TB, desk *state.Desk) *state.Events {
	t.Helper()
	e := state.NewEvents(desk, memory{})
	form := e.New()
	form.Line(state.EventName).Text = "新品發表會"
	form.Line(state.EventDay).Text = "2026/12/18"
	form.Line(state.EventTime).Text = "下午6點半"
	form.Line(state.EventBudget).Text = "12萬"
	form.Save(func(id crm.ID, err error) {
		if err != nil {
			t.Fatal(err)
		}
		e.OpenID(id)
	})
	return e
}

func TestNewEventIsReadAsPeopleTypeIt(t *testing.T) {
	e := dinner(t, demoDesk(t, 20))
	got := e.Guests.Event()
	want := crm.Event{ID: got.ID, Name: "新品發表會", Day: 20261218, Time: "18:30", Budget: crm.Money{Minor: 120000, Currency: "TWD"}}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if e.Len() != 3 || !e.Opened() {
		t.Errorf("%d events, open %v", e.Len(), e.Opened())
	}
}

func TestFormSaysWhatItCannotRead(t *testing.T) {
	e := state.NewEvents(demoDesk(t, 5), memory{})
	for _, c := range []struct{ name, line, text string }{
		{"no name", state.EventName, " "},
		{"a day that is none", state.EventDay, "2026-02-31"},
		{"a day without its year", state.EventDay, "12/18"},
		{"an hour that is none", state.EventTime, "25:00"},
		{"words for a time", state.EventTime, "入夜"},
		{"words for an amount", state.EventBudget, "很多"},
		{"less than nothing", state.EventTarget, "-5"},
		{"a rule that is none", state.EventEligible, "touch:>soon"},
	} {
		f := e.New()
		f.Line(state.EventName).Text = "活動"
		f.Line(c.line).Text = c.text
		f.Save(func(crm.ID, error) { t.Errorf("%s: %q was saved", c.name, c.text) })
		if l := f.Line(c.line); !l.Warning || l.Note.IsZero() {
			t.Errorf("%s: nothing is said about %q", c.name, c.text)
		}
	}
}

func TestTimesOfDay(t *testing.T) {
	e := dinner(t, demoDesk(t, 5))
	for text, want := range map[string]string{
		"18:30": "18:30", "1830": "18:30", "９：０５": "09:05", "下午6點半": "18:30", "晚上 7點": "19:00", "6:30 pm": "18:30", "12 am": "00:00", "上午12:15": "00:15",
		"中午12點": "12:00", "12:30 PM": "12:30", "7時5分": "07:05", "": "",
	} {
		f, _ := e.Edit()
		f.Line(state.EventTime).Text = text
		f.Save(func(_ crm.ID, err error) {
			if err != nil {
				t.Errorf("%q: %v", text, err)
			}
		})
		if got := e.Guests.Event().Time; got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestAmounts(t *testing.T) {
	e := dinner(t, demoDesk(t, 5))
	for _, c := range []struct {
		typed string
		want  int64
		shown string
	}{
		{"NT$1,200,000", 1200000, "1,200,000"}, {"１２萬", 120000, "120,000"}, {"1.5 萬", 15000, "15,000"}, {"800元", 800, "800"}, {"0", 0, "0"},
	} {
		f, _ := e.Edit()
		f.Line(state.EventTarget).Text = c.typed
		f.Save(func(_ crm.ID, err error) {
			if err != nil {
				t.Errorf("%q: %v", c.typed, err)
			}
		})
		if got := e.Guests.Event().Target; got != (crm.Money{Minor: c.want, Currency: "TWD"}) {
			t.Errorf("%q: got %+v, want %d", c.typed, got, c.want)
		}
		again, _ := e.Edit()
		if got := again.Line(state.EventTarget).Text; got != c.shown {
			t.Errorf("%q is shown as %q, want %q", c.typed, got, c.shown)
		}
	}
}

func TestUntouchedLinesAreNotWritten(t *testing.T) {
	desk := demoDesk(t, 20)
	e := dinner(t, desk)
	first, _ := e.Edit()
	second, _ := e.Edit()
	save := func(f *state.EventForm, key, text string) {
		f.Line(key).Text = text
		f.Save(func(_ crm.ID, err error) {
			if err != nil {
				t.Fatal(err)
			}
		})
	}
	save(first, state.EventPlace, "宴會廳")
	save(second, state.EventTopic, "新機種")
	if got := e.Guests.Event(); got.Place != "宴會廳" || got.Topic != "新機種" || got.Budget.Minor != 120000 {
		t.Errorf("got %+v", got)
	}
}

func TestDeletedEventComesBackWithItsGuests(t *testing.T) {
	desk := demoDesk(t, 120)
	e := state.NewEvents(desk, memory{})
	e.Load()
	e.Open(1)
	before, _ := e.Chosen()
	e.Delete()
	if e.Opened() || e.Len() != 1 {
		t.Errorf("after deleting: open %v, %d events", e.Opened(), e.Len())
	}
	desk.Undo()
	e.OpenID(before.ID)
	if got := e.Guests.Counts().Of[state.GuestsInvited]; e.Len() != 2 || got != before.Counts.Of[state.GuestsInvited] || got == 0 {
		t.Errorf("after undo: %d events, %d guests, want %d", e.Len(), got, before.Counts.Of[state.GuestsInvited])
	}
}

func TestAddedEventIsLeftWhenItIsTakenBack(t *testing.T) {
	desk := demoDesk(t, 5)
	e := dinner(t, desk)
	desk.Undo()
	if e.Opened() {
		t.Error("an event that is gone is still open")
	}
}

func TestNewestListIsShown(t *testing.T) {
	run := &byHand{}
	desk := newDesk(t, run)
	e := state.NewEvents(desk, memory{})
	e.Load()
	e.Load()
	run.let(0)
	if e.Read() {
		t.Error("the older answer was taken")
	}
	run.let(1)
	if !e.Read() {
		t.Error("the newer answer was not taken")
	}
}

func TestFiltersCountWhatTheyShow(t *testing.T) {
	e := invited(t, demoDesk(t, 120))
	if e.Guests.Counts().Of[state.GuestsLeftOut] == 0 {
		t.Error("nobody is left out")
	}
	for n := range e.Len() {
		e.Open(n)
		g := e.Guests
		listed, out := g.Counts().Of[state.GuestsInvited], g.Counts().Of[state.GuestsLeftOut]
		if listed+out != g.All() || listed == 0 {
			t.Errorf("event %d: %d on the list and %d left out of %d", n, listed, out, g.All())
		}
		for _, f := range state.GuestFilters() {
			g.SetFilter(f)
			if got, want := g.Len(), g.Counts().Of[f]; got != want {
				t.Errorf("event %d: %s shows %d and counts %d", n, f, got, want)
			}
		}
		g.SetFilter(state.GuestsInvited)
		for _, ch := range crm.Channels() {
			g.SetChannelFilter(ch)
			if got, want := g.Len(), g.Counts().Channels[ch]; got != want {
				t.Errorf("event %d: %s shows %d and counts %d", n, ch, got, want)
			}
		}
	}
}

// names lists who is shown.
func names(g *state.GuestList) []string {
	var out []string
	for n := range g.Len() {
		row, _ := g.Row(n)
		out = append(out, row.Title())
	}
	return out
}

func TestGuestsAreSorted(t *testing.T) {
	e := invited(t, demoDesk(t, 120))
	g := e.Guests
	up := names(g)
	g.SortBy(state.GuestName)
	down := names(g)
	slices.Reverse(down)
	if !slices.Equal(up, down) {
		t.Error("a second press on the name does not turn the order round")
	}
	for n, a := range []crm.Answer{crm.Declined, crm.Coming, crm.Maybe} {
		g.Choose(n)
		g.Reply(a)
	}
	g.SortBy(state.GuestReply)
	last := -1
	order := []crm.Answer{crm.Coming, crm.Maybe, crm.NoAnswer, crm.Declined}
	for n := range g.Len() {
		row, _ := g.Row(n)
		at := slices.Index(order, row.Answer)
		if at < last {
			t.Fatalf("row %d: %q after a later answer", n, row.Answer)
		}
		last = at
	}
	for n, table := range []string{"10", "2", "VIP"} {
		g.SortBy(state.GuestName)
		g.Choose(n)
		g.SetTable(table)
	}
	g.SortBy(state.GuestTable)
	var tables []string
	for n := range 3 {
		row, _ := g.Row(n)
		tables = append(tables, row.Table)
	}
	if want := []string{"2", "10", "VIP"}; !slices.Equal(tables, want) {
		t.Errorf("tables stand as %v, want %v", tables, want)
	}
}

func TestGuestsAreFoundByNameSoundAndNumber(t *testing.T) {
	e := state.NewEvents(demoDesk(t, 120), memory{})
	e.Load()
	e.Open(0)
	row, _ := e.Guests.Row(3)
	phone, ok := row.Who.MainPhone()
	if !ok {
		t.Fatal("the guest has no telephone")
	}
	for _, text := range []string{row.Title(), row.Title()[:len("王")], phone.Text, row.Company()} {
		e.Guests.Find(text)
		if !slices.Contains(names(e.Guests), row.Title()) {
			t.Errorf("%q does not find %s", text, row.Title())
		}
	}
	e.Guests.Find("no:such")
	if e.Guests.Len() != 0 || !e.Guests.Problem().IsZero() {
		t.Errorf("a colon is taken for a field: %d found, %v", e.Guests.Len(), e.Guests.Problem())
	}
}
