package state_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/state"
)

func newPrinting(t *testing.T, desk *state.Desk) (*state.Printing, []crm.ID) {
	t.Helper()
	c := state.NewContacts(desk, memory{})
	c.List.Load()
	c.List.SetQuery("channel:post kind:person")
	w := words(t, locale.ZhHant)
	return state.NewPrinting(desk, memory{}, func() *state.Words { return w }), c.List.Working()
}

func TestLabelsBeginWhereTheUserSays(t *testing.T) {
	p, ids := newPrinting(t, demoDesk(t, 120))
	p.For(ids[:10])
	page, _, of := p.Page()
	if page == nil || of != 1 || page.Cells[0].Contact != ids[0] {
		t.Fatalf("got %d pages, the first label for %v", of, page)
	}
	p.StartAt(4)
	p.Spoil(5)
	page, _, _ = p.Page()
	for _, c := range page.Cells {
		taken := !c.Contact.IsZero()
		if want := c.Number >= 4 && c.Number != 5 && c.Number <= 14; taken != want {
			t.Errorf("label %d: got taken %v, want %v", c.Number, taken, want)
		}
	}
	p.Spoil(5)
	if len(p.Spoiled()) != 0 {
		t.Error("a second press does not take the mark off")
	}
}

func TestPagesTurnWithinTheRun(t *testing.T) {
	p, ids := newPrinting(t, demoDesk(t, 120))
	p.For(ids[:30])
	p.Turn(1)
	if _, number, of := p.Page(); number != 1 || of != 2 {
		t.Fatalf("got page %d of %d, want the second of two", number, of)
	}
	p.Turn(9)
	if _, number, _ := p.Page(); number != 1 {
		t.Errorf("turned beyond the last page to %d", number)
	}
	p.For(ids[:3])
	if _, number, _ := p.Page(); number != 0 {
		t.Errorf("a shorter run shows page %d", number)
	}
}

func TestEveryKindMakesAFile(t *testing.T) {
	desk := demoDesk(t, 120)
	failOnWarning(t, desk)
	p, ids := newPrinting(t, desk)
	events := state.NewEvents(desk, memory{})
	events.Load()
	event, ok := events.Row(0)
	if !ok {
		t.Fatal("the made-up firm has no event")
	}
	p.ForGuests(event.ID, ids[:5], state.PrintLabels)
	for _, kind := range p.Kinds() {
		p.SetKind(kind)
		if !p.Problem().IsZero() || p.Layout() == nil || len(p.Layout().Pages) == 0 {
			t.Errorf("%s: no pages: %v", kind, p.Problem())
			continue
		}
		path := filepath.Join(t.TempDir(), string(kind)+".pdf")
		p.SavePDF(path, nil)
		if b, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) {
			t.Errorf("%s: %v, %d bytes", kind, err, len(b))
		}
	}
}

func TestViewersFileGoesWithTheDesk(t *testing.T) {
	path := ""
	t.Run("a session", func(t *testing.T) {
		p, ids := newPrinting(t, demoDesk(t, 60))
		p.For(ids[:3])
		p.ForViewer(func(file string) { path = file })
		if _, err := os.Stat(path); err != nil {
			t.Fatal(err)
		}
	})
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("after the session the file is still there: %v", err)
	}
}

func TestPapersHaveNames(t *testing.T) {
	p, _ := newPrinting(t, demoDesk(t, 20))
	for _, tag := range locale.Tags() {
		w := words(t, tag)
		for _, paper := range append(append(p.Stocks(""), p.Stocks("avery")...), p.Envelopes()...) {
			if !w.Has(paper.Text.Key) {
				t.Errorf("%s: %s has no name", tag, paper.Name)
			}
		}
	}
	p.SetStock("no such sheet")
	if p.Problem().IsZero() {
		t.Error("a sheet that does not exist is not spoken of")
	}
}

func TestWarningsSayWhoIsLeftOut(t *testing.T) {
	desk := newDesk(t, state.Inline{})
	f := state.NewContact(desk, crm.Person)
	setLine(t, f, "name", "王小明")
	id := save(t, f)
	p, _ := newPrinting(t, desk)
	p.For([]crm.ID{id})
	if got := p.Warnings(words(t, locale.ZhHant)); len(got) != 1 {
		t.Errorf("got %v, want a word about the missing address", got)
	}
}
