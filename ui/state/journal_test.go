package state_test

import (
	"testing"

	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/state"
)

// chosen is the screen of contacts with one person chosen.
func chosen(t testing.TB, desk *state.Desk, row int) *state.Contacts {
	t.Helper()
	c := state.NewContacts(desk, memory{})
	c.List.SetQuery("kind:" + string(crm.Person))
	c.List.Choose(row)
	if _, ok := c.Card.Contact(); !ok {
		t.Fatal("nobody is chosen")
	}
	return c
}

func TestJournalTellsWhatAStepChanged(t *testing.T) {
	desk := demoDesk(t, 20)
	c := chosen(t, desk, 0)
	person, _ := c.Card.Contact()
	c.Tag("貴賓")
	c.Touched()
	j := state.NewJournal(desk)
	j.Load()
	if j.Rows() != 3 {
		t.Fatalf("%d steps are listed, want 3", j.Rows())
	}
	j.Choose(1)
	s, ok := j.Lead()
	records := j.Records()
	if !ok || s.Kind != "contact.tag" || len(records) != 1 || records[0].ID != person.ID || records[0].Fate != state.Changed {
		t.Fatalf("step %s, records %+v", s.Kind, records)
	}
	if ch := records[0].Changes; len(ch) != 1 || ch[0].Field != "tags" {
		t.Errorf("changes %+v", ch)
	}
	j.TakeBack() // out of order: the later step touched another field
	if got, _ := c.Card.Contact(); got.HasTag("貴賓") || got.LastTouch != today {
		t.Errorf("after taking back: tags %v, touched %v", got.Tags, got.LastTouch)
	}
	if s, _ := j.Lead(); !j.Undone(s) || j.CanTakeBack() || j.Rows() != 4 {
		t.Errorf("undone %v, can be taken back %v, %d steps", j.Undone(s), j.CanTakeBack(), j.Rows())
	}
	desk.Undo()
	if _, ok := j.Step(0); !ok {
		t.Error("no step is left")
	}
}

func TestJournalShowsTheFirstOfVeryMany(t *testing.T) {
	desk := demoDesk(t, 100)
	j := state.NewJournal(desk)
	j.Load()
	j.Choose(0)
	if len(j.Records()) != 60 || j.More() != 40 || j.Records()[0].Fate != state.Made {
		t.Errorf("%d records, %d more", len(j.Records()), j.More())
	}
	for _, r := range j.Records() {
		for _, ch := range r.Changes {
			if ch.Field == "kind" || ch.Field == "name.family" || ch.Field == "address.work.city" {
				t.Fatalf("%s shows %s, which another line says", r.Title, ch.Field)
			}
		}
	}
}

func TestStepThatOthersBuildOnIsExplained(t *testing.T) {
	desk := demoDesk(t, 20)
	c := chosen(t, desk, 0)
	c.Touched()
	form, _ := c.Edit()
	l, ok := form.AddLine("last_touch")
	if !ok {
		t.Fatal("there is no such line")
	}
	l.Text = "2026-11-01"
	form.Save(func(_ crm.ID, err error) {
		if err != nil {
			t.Fatal(err)
		}
	})
	j := state.NewJournal(desk)
	j.Load()
	j.Choose(1)
	var said state.Notice
	desk.OnNotice(func(n state.Notice) { said = n })
	j.TakeBack()
	if !said.Warning || said.Message.Key != "journal.depends" {
		t.Fatalf("said %+v", said)
	}
	if text := words(t, locale.English).Say(said.Message); text == "" || len(text) < 60 {
		t.Errorf("the text is %q", text)
	}
}

func TestTrashRestoresAndEmpties(t *testing.T) {
	desk := demoDesk(t, 20)
	c := chosen(t, desk, 0)
	c.List.Extend(2)
	c.Delete()
	trash := state.NewTrash(desk)
	trash.Load()
	if trash.Rows() != 3 {
		t.Fatalf("%d lie in the trash, want 3", trash.Rows())
	}
	first, _ := trash.Row(0)
	trash.Choose(0)
	trash.Restore()
	if trash.Rows() != 2 || trash.Chosen() != 0 || c.List.Find(first.Contact.ID) < 0 {
		t.Errorf("after restoring: %d in the trash, %d chosen", trash.Rows(), trash.Chosen())
	}
	var said state.Notice
	desk.OnNotice(func(n state.Notice) { said = n })
	trash.ChooseAll()
	trash.Empty()
	if trash.Rows() != 0 || said.Warning || said.Undo || said.Message.Values["count"] != 2 {
		t.Errorf("after emptying: %d in the trash, said %+v", trash.Rows(), said)
	}
}
