package actions_test

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"regulars/store/actions"
	"regulars/store/crm"
)

// calendar is a clock that a test turns on.
type calendar struct{ now time.Time }

func (c *calendar) day(n int) {
	c.now = time.Date(2026, 3, n, 23, 59, 0, 0, time.FixedZone("Taipei", 8*3600))
}

func TestContactsAsOfADay(t *testing.T) {
	clock := &calendar{}
	clock.day(1)
	b, err := actions.Create(filepath.Join(t.TempDir(), "regulars.db"), actions.Options{Now: func() time.Time { return clock.now }, NoBackup: true, AnyPlace: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}()
	kept := map[crm.Date][]crm.Contact{20260228: nil}
	live := func(n int) { kept[crm.Date(20260300+n)] = must[[]crm.Contact](t)(b.AllContacts()) }

	firm, wang := add(t, b, company("大同")), add(t, b, person("王小明"))
	live(1)
	clock.day(2)
	must[actions.Step](t)(b.EditContact(wang, func(c *crm.Contact) error {
		c.Notes, c.Positions = "烏龍茶", []crm.Position{{Company: firm}}
		return nil
	}))
	importCards(t, b, cards(b.NewID, 30))
	live(2)
	clock.day(3)
	must[actions.Step](t)(b.EditContact(firm, func(c *crm.Contact) error { c.Name.Full = "新大同"; return nil }))
	must[actions.Step](t)(b.DeleteContacts([]crm.ID{wang}))
	live(3)
	clock.day(4)
	must[[]actions.Step](t)(b.Undo(2))
	add(t, b, person("陳怡君"))
	live(4)
	clock.day(6)
	live(5)

	for day, want := range kept {
		got := must[[]crm.Contact](t)(b.AsOf(day))
		if len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("as of %s: %d contacts that are not the %d of that day", day, len(got), len(want))
		}
	}
	if _, err := b.Erase(context.Background(), wang); err != nil {
		t.Fatal(err)
	}
	for _, c := range must[[]crm.Contact](t)(b.AsOf(20260302)) {
		if c.ID == wang {
			t.Error("an erased contact is still there in the past")
		}
	}
	if got := len(must[[]crm.Contact](t)(b.AsOf(20260302))); got != len(kept[20260302])-1 {
		t.Errorf("as of 2026-03-02 after erasing one: %d, want %d", got, len(kept[20260302])-1)
	}
}
