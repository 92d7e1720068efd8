package state_test

import (
	"slices"
	"testing"

	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/state"
)

// write saves a new person with the lines of a form.
func write(t testing.TB, desk *state.Desk, lines map[string]string) (id crm.ID) {
	t.Helper()
	f := state.NewContact(desk, crm.Person)
	for key, text := range lines {
		l, ok := f.Line(key)
		if !ok {
			if l, ok = f.AddLine(key); !ok {
				t.Fatalf("the form has no line %s", key)
			}
		}
		l.Text = text
	}
	f.Save(func(saved crm.ID, err error) {
		if id = saved; err != nil {
			t.Fatal(err)
		}
	})
	return id
}

// twins is a data file in which one person stands twice.
func twins(t testing.TB) (u *state.Duplicates, desk *state.Desk, ids [2]crm.ID) {
	t.Helper()
	desk = newDesk(t, state.Inline{})
	failOnWarning(t, desk)
	ids[0] = write(t, desk, map[string]string{"name": "王小明", "phone.mobile": "0912-345-678", "company": "大同茶行", "salutation": "先生", "tags": "VIP"})
	ids[1] = write(t, desk, map[string]string{"name": "王小明", "phone.mobile": "0912345678", "company": "大同茶行", "salutation": "經理", "email.work": "wang@tea.example", "tags": "茶"})
	write(t, desk, map[string]string{"name": "李美玲", "phone.mobile": "0922-333-444"})
	u = state.NewDuplicates(desk, func() *state.Words { return words(t, locale.ZhHant) })
	u.Look()
	if u.Rows() != 1 {
		t.Fatalf("%d pairs are found, want 1", u.Rows())
	}
	return u, desk, ids
}

func TestDuplicatesAreFoundWithReasons(t *testing.T) {
	u, _, ids := twins(t)
	p, _ := u.Pair(0)
	if p.IDs != ids || p.Score < 75 || !slices.Contains(p.Reasons, "same-mobile") {
		t.Errorf("the pair is %+v", p)
	}
}

func TestMergeTakesTheChosenValuesAndLosesNothing(t *testing.T) {
	u, desk, ids := twins(t)
	u.TakeAll(0)
	u.Take("salutation", 1)
	for _, l := range u.Lines() {
		if want := l.Field == "salutation"; l.Choice != want {
			t.Errorf("%s: to be chosen %v, want %v (%v)", l.Field, l.Choice, want, l.Values)
		}
		if l.Field == "salutation" && l.Side != 1 {
			t.Error("the choice was not taken")
		}
	}
	shown, ok := u.Merged()
	if !ok || shown.Name.Salutation != "經理" || shown.ID != ids[0] {
		t.Fatalf("the preview is %+v", shown)
	}
	u.Merge()
	if u.Rows() != 0 {
		t.Errorf("%d pairs are left", u.Rows())
	}
	card := state.NewContactCard(desk)
	card.Show(ids[0])
	got, _ := card.Contact()
	if got.Name.Salutation != "經理" || !got.HasTag("VIP") || !got.HasTag("茶") || len(got.Emails) != 1 || len(got.Phones) != 1 {
		t.Errorf("merged into %+v", got)
	}
	desk.Undo()
	if u.Rows() != 1 {
		t.Errorf("after undo %d pairs are found, want 1", u.Rows())
	}
}

func TestMergeIsTakenApartFromTheHistory(t *testing.T) {
	u, desk, ids := twins(t)
	u.TakeAll(0)
	u.Merge()
	c := state.NewContacts(desk, memory{})
	c.Reveal(ids[0])
	c.Touched() // edited since: stays
	j := state.NewJournal(desk)
	j.Load()
	j.Choose(1)
	if s, _ := j.Lead(); s.Kind != "contact.merge" {
		t.Fatalf("the step is %s", s.Kind)
	}
	j.TakeBack()
	if u.Rows() != 1 {
		t.Errorf("%d pairs are found, want 1", u.Rows())
	}
	if got, _ := c.Card.Contact(); got.LastTouch != today {
		t.Error("what was edited since the merge is lost")
	}
}

func TestMainPositionIsChosenWhole(t *testing.T) {
	desk := newDesk(t, state.Inline{})
	failOnWarning(t, desk)
	write(t, desk, map[string]string{"name": "王小明", "phone.mobile": "0912-345-678", "company": "大同茶行", "job_title": "經理"})
	write(t, desk, map[string]string{"name": "王小明", "phone.mobile": "0912-345-678", "company": "春水堂", "job_title": "店長"})
	u := state.NewDuplicates(desk, func() *state.Words { return words(t, locale.ZhHant) })
	u.Look()
	for side, want := range []string{"大同茶行 經理", "春水堂 店長"} {
		u.TakeAll(1 - side)
		u.Take("job_title", side)
		c, ok := u.Merged()
		if p := c.Current(); !ok || p.CompanyName+" "+p.Title != want || len(c.Positions) != 2 {
			t.Errorf("side %d: positions %+v, want %q first", side, c.Positions, want)
		}
	}
}

func TestDifferentPeopleStayApart(t *testing.T) {
	u, desk, _ := twins(t)
	u.Apart()
	if _, ok := u.Two(); u.Rows() != 0 || ok {
		t.Fatal("the pair is still shown")
	}
	write(t, desk, map[string]string{"name": "陳大文"})
	if u.Rows() != 0 {
		t.Error("the pair came back")
	}
}

func TestOnlyTheNewestComparisonIsShown(t *testing.T) {
	run := &byHand{}
	desk := newDesk(t, run)
	u := state.NewDuplicates(desk, func() *state.Words { return words(t, locale.English) })
	u.Look()
	u.Stop()
	run.let(0)
	if u.Busy() || u.Looked() {
		t.Error("a comparison that was stopped is shown")
	}
}
