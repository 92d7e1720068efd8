//go:build !headless

package desktop

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"regulars/assets/locale"
	"regulars/ui/state"
)

func TestCommandsAreForTheScreenThatIsShown(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	list := w.work.contacts.List
	list.Choose(0)
	before := list.Len()
	w.show(screenEvents)
	w.delete()
	w.tag()
	if list.Len() != before || len(w.Canvas().Overlays().List()) != 0 {
		t.Error("a key on the screen of events did something to a contact that nobody sees")
	}
	w.edit()
	w.Canvas().Focused().TypedRune('春')
	if !w.editing() {
		t.Error("a form with a change does not count as one")
	}
	w.save()
	if w.editing() || w.at != screenEvents {
		t.Errorf("after saving on the screen of events: a form is open %v, at %s", w.editing(), w.at)
	}
}

func TestPrintingFromAnEventIsForItsGuests(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	w.show(screenEvents)
	w.work.events.Open(0)
	w.print()
	if w.at != screenLabels || w.work.printing.Kind() != state.PrintLabels {
		t.Fatalf("at %s, printing %s", w.at, w.work.printing.Kind())
	}
	offers := w.work.events.Guests.PrintOffers()
	if got := w.work.printing.Count(); got != offers[0].Count || got == 0 {
		t.Errorf("labels for %d, want %d", got, offers[0].Count)
	}
	w.print()
	if got := w.work.printing.Count(); got != offers[0].Count {
		t.Errorf("the same key on the screen of printing changed the recipients to %d", got)
	}
}

func TestRoundOutlastsAnotherLanguage(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	w.show(screenEvents)
	w.work.events.Open(0)
	round, _ := w.work.events.Invite()
	round.SetQuery("tag:VIP")
	w.setLanguage(locale.English)
	test.Tap(w.button(t, w.win.Content(), "window.cancel"))
	if _, going := w.work.events.Round(); going {
		t.Error("the round that was prepared before is not the one shown")
	}
}
