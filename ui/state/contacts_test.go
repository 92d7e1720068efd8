package state_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/state"
)

func TestListFindsSortsAndSelects(t *testing.T) {
	desk := demoDesk(t, 120)
	c := state.NewContacts(desk, memory{})
	c.List.Load()
	if c.List.Len() != 120 {
		t.Fatalf("got %d rows, want 120", c.List.Len())
	}
	c.List.SetQuery("kind:company")
	companies := c.List.Len()
	if companies == 0 || companies == 120 {
		t.Fatalf("got %d companies of 120", companies)
	}
	for row := range companies {
		if k, ok := c.List.Row(row); !ok || k.Kind != crm.Company {
			t.Fatalf("row %d: got %v, want a company", row, k.Kind)
		}
	}
	c.List.Choose(1)
	c.List.Extend(3)
	if got := c.List.Chosen(); got != 3 {
		t.Errorf("Shift selected %d rows, want 3", got)
	}
	c.List.Toggle(2)
	if c.List.Selected(2) || !c.List.Selected(3) {
		t.Error("Ctrl did not take row 2 out alone")
	}
	c.List.SetQuery("")
	if got := c.List.Chosen(); got != 2 {
		t.Errorf("a wider search kept %d selected, want 2", got)
	}
}

func TestQueryWithAMistakeIsExplainedAndKeepsTheRows(t *testing.T) {
	c := state.NewContacts(demoDesk(t, 30), memory{})
	c.List.Load()
	c.List.SetQuery("touch:>soon")
	if c.List.Problem().IsZero() {
		t.Error("a date that is none was not explained")
	}
	if c.List.Len() != 30 {
		t.Errorf("got %d rows, want the 30 of before", c.List.Len())
	}
	for _, tag := range locale.Tags() {
		if got := words(t, tag).Say(c.List.Problem()); strings.HasPrefix(got, "search.error") {
			t.Errorf("%s: the mistake has no text: %s", tag, got)
		}
	}
}

func TestOnlyTheNewestAnswerIsShown(t *testing.T) {
	run := &byHand{}
	desk := newDesk(t, run)
	add(t, desk, run, "王小明", "李小華")
	list := state.NewContactList(desk)
	run.waiting = nil
	list.SetQuery("王")
	list.SetQuery("李")
	run.let(1)
	run.let(0) // the older answer comes last
	if list.Len() != 1 {
		t.Fatalf("got %d rows, want 1", list.Len())
	}
	if c, _ := list.Row(0); c.Title() != "李小華" {
		t.Errorf("got %s, want the answer to the newest question", c.Title())
	}
}

// add writes people by their forms.
func add(t *testing.T, desk *state.Desk, run *byHand, names ...string) {
	t.Helper()
	for _, name := range names {
		f := state.NewContact(desk, crm.Person)
		setLine(t, f, "name", name)
		run.waiting = nil
		f.Save(func(_ crm.ID, err error) {
			if err != nil {
				t.Fatal(err)
			}
		})
		run.let(0)
	}
}

func setLine(t *testing.T, f *state.ContactForm, key, text string) *state.Line {
	t.Helper()
	l, ok := f.Line(key)
	if !ok {
		if l, ok = f.AddLine(key); !ok {
			t.Fatalf("the form has no line %s", key)
		}
	}
	l.Text = text
	return l
}

func save(t *testing.T, f *state.ContactForm) crm.ID {
	t.Helper()
	var id crm.ID
	f.Save(func(saved crm.ID, err error) {
		if err != nil {
			t.Fatal(err)
		}
		id = saved
	})
	return id
}

func TestFormWritesWhatWasTypedThroughTheCleaning(t *testing.T) {
	desk := newDesk(t, state.Inline{})
	failOnWarning(t, desk)
	company := state.NewContact(desk, crm.Company)
	setLine(t, company, "name", "大同精密股份有限公司")
	companyID := save(t, company)

	f := state.NewContact(desk, crm.Person)
	for key, text := range map[string]string{"name": "歐陽靜宜 小姐", "company": "大同精密股份有限公司", "job_title": "廠長", "phone.mobile": "0912345678",
		"email.work": "jing@example.com", "birthday": "75/3/5", "tags": "VIP、老客戶", "preferred_channel": "email", "consent.post": "no",
		"preferences": "茶：烏龍", "custom.機型": "GS3"} {
		setLine(t, f, key, text)
	}
	id := save(t, f)
	c := state.NewContacts(desk, memory{})
	c.Card.Show(id)
	got, ok := c.Card.Contact()
	if !ok {
		t.Fatal("the card does not show the new contact")
	}
	post, _ := got.ConsentFor(crm.ByPost)
	for _, check := range []struct{ what, got, want string }{
		{"family name", got.Name.Family, "歐陽"}, {"given name", got.Name.Given, "靜宜"}, {"salutation", got.Name.Salutation, "小姐"},
		{"company", got.CompanyName(), "大同精密股份有限公司"}, {"title", got.Current().Title, "廠長"}, {"phone", got.Phones[0].Number, "+886912345678"},
		{"tags", strings.Join(got.Tags, ","), "VIP,老客戶"}, {"channel", string(got.Preferred.Channel), "email"},
		{"custom", got.CustomValueOf("機型"), "GS3"}, {"preference", got.Preferences[0].Label, "茶"}, {"birthday", got.Birthday().Date.String(), "1986-03-05"},
	} {
		if check.got != check.want {
			t.Errorf("%s: got %q, want %q", check.what, check.got, check.want)
		}
	}
	if post.Allowed || post.Channel != crm.ByPost {
		t.Errorf("consent for post: got %+v, want a recorded no", post)
	}
	if got.Current().Company != companyID {
		t.Error("the position is not tied to the company's record")
	}
}

func TestUntouchedFormChangesNothing(t *testing.T) {
	desk := demoDesk(t, 60)
	c := state.NewContacts(desk, memory{})
	c.List.Load()
	for row := range c.List.Len() {
		c.List.Choose(row)
		before, _ := c.Card.Contact()
		f, ok := c.Edit()
		if !ok {
			t.Fatalf("row %d: no form", row)
		}
		if f.Dirty() {
			t.Errorf("%s: an untouched form says it was changed", before.Title())
		}
		setLine(t, f, "notes", "新的備註")
		save(t, f)
		after, _ := c.Card.Contact()
		changes := crm.Diff(&before, &after)
		if len(changes) != 1 || changes[0].Field != "notes" {
			t.Errorf("%s: got changes %v, want the notes alone", before.Title(), changes)
		}
		desk.Undo()
		if again, _ := c.Card.Contact(); len(crm.Diff(&before, &again)) != 0 {
			t.Errorf("%s: undo did not bring the contact back", before.Title())
		}
	}
}

func TestFormSaysWhatTheCleaningFinds(t *testing.T) {
	desk := newDesk(t, state.Inline{})
	for _, c := range []struct {
		key, text string
		warning   bool
	}{
		{"phone.mobile", "912345678", true}, {"email.work", "not an address", true}, {"birthday", "2026-02-31", true}, {"phone.mobile", "0912-345-678", false},
	} {
		f := state.NewContact(desk, crm.Person)
		l := setLine(t, f, c.key, c.text)
		f.Check(l)
		if l.Warning != c.warning && !(c.warning && !l.Note.IsZero()) {
			t.Errorf("%s %q: got warning %v (%v), want %v", c.key, c.text, l.Warning, l.Note, c.warning)
		}
		if w := words(t, locale.ZhHant); !l.Note.IsZero() && !w.Has(l.Note.Key) {
			t.Errorf("%s %q: the note %s has no text", c.key, c.text, l.Note.Key)
		}
	}
}

func TestFormTellsOfNamesakes(t *testing.T) {
	desk := newDesk(t, state.Inline{})
	first := state.NewContact(desk, crm.Person)
	setLine(t, first, "name", "王小明")
	save(t, first)
	second := state.NewContact(desk, crm.Person)
	l := setLine(t, second, "name", "王小明")
	second.Check(l)
	if l.Note.Key != "window.form.namesake" || !l.Warning {
		t.Errorf("got %v, want a word about the namesake", l.Note)
	}
}

func TestDeleteUndoAndRedo(t *testing.T) {
	desk := demoDesk(t, 40)
	c := state.NewContacts(desk, memory{})
	c.List.Load()
	c.List.Choose(4)
	c.List.Extend(8)
	c.Delete()
	if c.List.Len() != 35 {
		t.Fatalf("after deleting 5 there are %d rows, want 35", c.List.Len())
	}
	desk.Undo()
	if c.List.Len() != 40 {
		t.Errorf("after undo there are %d rows, want 40", c.List.Len())
	}
	desk.Redo()
	if c.List.Len() != 35 {
		t.Errorf("after redo there are %d rows, want 35", c.List.Len())
	}
}

func TestTagsAreAddedAndTakenOff(t *testing.T) {
	desk := demoDesk(t, 40)
	c := state.NewContacts(desk, memory{})
	c.List.Load()
	c.List.ChooseAll()
	c.Tag("展覽2026、重點")
	c.List.SetQuery("tag:展覽2026")
	if c.List.Len() != 40 {
		t.Errorf("%d of 40 carry the tag", c.List.Len())
	}
	c.Tag("-重點")
	c.List.SetQuery("tag:重點")
	if c.List.Len() != 0 {
		t.Errorf("%d still carry the tag that was taken off", c.List.Len())
	}
}

func TestFiltersArePartOfTheQuery(t *testing.T) {
	c := state.NewContacts(demoDesk(t, 100), memory{})
	c.List.Load()
	c.List.SetQuery(`王 company:"大 同"`)
	for _, step := range []struct{ term, want string }{
		{"kind:person", `王 company:"大 同" kind:person`}, {"kind:company", `王 company:"大 同" kind:company`}, {"kind:company", `王 company:"大 同"`}, {"", ""},
	} {
		c.List.SetQuery(c.Toggled(step.term))
		if got := c.List.Query(); got != step.want {
			t.Errorf("toggling %q: got %q, want %q", step.term, got, step.want)
		}
	}
	for _, f := range c.Filters() {
		c.List.SetQuery(f.Term)
		if c.List.Len() != f.Count {
			t.Errorf("%q says %d and finds %d", f.Term, f.Count, c.List.Len())
		}
	}
	for _, g := range c.MoreFilters() {
		for _, f := range g.Filters {
			if c.List.SetQuery(f.Term); !c.List.Problem().IsZero() {
				t.Errorf("the filter %q is not understood: %v", f.Term, c.List.Problem())
			}
		}
	}
}

func TestEveryOrderHasItsWords(t *testing.T) {
	c := state.NewContacts(demoDesk(t, 30), memory{})
	c.List.Load()
	for _, o := range c.List.Orders() {
		c.SetOrder(o)
		if c.OrderWord() != o {
			t.Errorf("order %s: the screen says %s", o, c.OrderWord())
		}
		if !words(t, locale.ZhHant).Has("contacts.order." + o) {
			t.Errorf("order %s has no name", o)
		}
	}
	c.SortBy("company")
	c.SortBy("company")
	if column, down := c.SortColumn(); column != "company" || !down {
		t.Errorf("a second press on a title: got %s %v, want company turned round", column, down)
	}
}

func TestCardShowsFactsAndHistoryInBothLanguages(t *testing.T) {
	c := state.NewContacts(demoDesk(t, 120), memory{})
	c.List.Load()
	for _, tag := range locale.Tags() {
		w := words(t, tag)
		for row := range c.List.Len() {
			c.List.Choose(row)
			contact, _ := c.Card.Contact()
			for _, f := range c.Facts(&contact, w) {
				if f.Text == "" || strings.Contains(w.Field(f.Field), "field.") {
					t.Errorf("%s: a fact of %s has no name or text: %+v", tag, contact.Title(), f)
				}
			}
			if len(c.Card.History()) == 0 {
				t.Errorf("%s has no history", contact.Title())
			}
			for _, h := range c.Card.History() {
				if text := w.Say(h.What); strings.HasPrefix(text, "step.") || strings.HasPrefix(text, "window.") {
					t.Errorf("%s: a line of history has no text: %s", tag, text)
				}
				c.Lines(h, w)
			}
		}
	}
}

func TestWidthsAreRemembered(t *testing.T) {
	prefs := memory{}
	desk := demoDesk(t, 10)
	state.NewContacts(desk, prefs).KeepWidths(map[string]float32{"name": 222})
	if got := state.NewContacts(desk, prefs).Widths()["name"]; got != 222 {
		t.Errorf("got %v, want 222", got)
	}
	if got := state.NewContacts(desk, memory{"contacts.widths": "rubbish"}).Widths(); got != nil {
		t.Errorf("rubbish gave %v", got)
	}
}

func TestWorkingMeansSelectedOrAll(t *testing.T) {
	c := state.NewContacts(demoDesk(t, 20), memory{})
	c.List.Load()
	if got := len(c.List.Working()); got != 20 {
		t.Errorf("with nothing selected: got %d, want 20", got)
	}
	c.List.Choose(3)
	c.List.Extend(5)
	ids := c.List.Working()
	if len(ids) != 3 || !slices.Equal(ids, c.List.ChosenIDs()) {
		t.Errorf("with three selected: got %d", len(ids))
	}
}

func TestRolesAreTicked(t *testing.T) {
	desk := newDesk(t, state.Inline{})
	failOnWarning(t, desk)
	id := write(t, desk, map[string]string{"name": "王小明", "roles": "supplier、顧問"})
	card := state.NewContactCard(desk)
	card.Show(id)
	contact, _ := card.Contact()
	f := state.NewContactForm(desk, contact)
	l, ok := f.Line("roles")
	if !ok || fmt.Sprint(l.Ticks()) != "[customer prospect supplier partner 顧問]" {
		t.Fatalf("the line offers %v", l.Ticks())
	}
	l.Tick("supplier")
	l.Tick("customer")
	f.Save(func(_ crm.ID, err error) {
		if err != nil {
			t.Fatal(err)
		}
	})
	contact, _ = card.Contact()
	if got := fmt.Sprint(contact.Roles); got != "[顧問 customer]" {
		t.Errorf("the roles are %s", got)
	}
	zh := words(t, locale.ZhHant)
	if zh.Tick(l, "customer") != "客戶" || zh.Tick(l, "顧問") != "顧問" {
		t.Errorf("the words are %s and %s", zh.Tick(l, "customer"), zh.Tick(l, "顧問"))
	}
}
