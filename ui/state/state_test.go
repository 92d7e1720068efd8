package state_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/state"
)

// today is the day on which every test happens.
const today = crm.Date(20261121)

func noonOfToday() time.Time { return time.Date(2026, 11, 21, 12, 0, 0, 0, time.Local) }

// memory keeps preferences in a map.
type memory map[string]string

func (m memory) String(key string) string    { return m[key] }
func (m memory) SetString(key, value string) { m[key] = value }

// newDesk opens an empty data file that is checked and closed when the test ends.
func newDesk(t testing.TB, run state.Runner) *state.Desk {
	t.Helper()
	path := filepath.Join(t.TempDir(), "regulars.db")
	desk, err := state.CreateDesk(path, run, state.DeskOptions{Now: noonOfToday})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := desk.Close(); err != nil {
			t.Error(err)
		}
	})
	return desk
}

// demoDesk opens a data file with the made-up firm.
func demoDesk(t testing.TB, contacts int) *state.Desk {
	t.Helper()
	desk := newDesk(t, state.Inline{})
	failOnWarning(t, desk)
	desk.FillDemo(contacts)
	return desk
}

func failOnWarning(t testing.TB, desk *state.Desk) {
	desk.OnNotice(func(n state.Notice) {
		if n.Warning {
			t.Errorf("warned: %v", n.Message)
		}
	})
}

func words(t testing.TB, tag string) *state.Words {
	t.Helper()
	w, err := state.NewWords(tag, func() crm.Date { return today })
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// byHand is a Runner whose works wait until the test lets them go.
type byHand struct{ waiting []func() }

func (b *byHand) Go(work func(context.Context), done func()) (cancel func()) {
	b.waiting = append(b.waiting, func() {
		work(context.Background())
		done()
	})
	return func() {}
}

func (b *byHand) Post(f func()) { f() }

// let does the n-th waiting work.
func (b *byHand) let(n int) { b.waiting[n]() }

func TestWordsSayHowLongAgo(t *testing.T) {
	zh, en := words(t, locale.ZhHant), words(t, locale.English)
	for _, c := range []struct {
		day    crm.Date
		zh, en string
	}{
		{20261121, "今天", "today"}, {20261120, "昨天", "yesterday"}, {20261118, "3 天前", "3 days ago"}, {20261125, "4 天後", "in 4 days"},
		{202611_00, "2026年11月", "November 2026"}, {0, "", ""},
	} {
		if got := zh.Ago(c.day); got != c.zh {
			t.Errorf("%d in Chinese: got %q, want %q", c.day, got, c.zh)
		}
		if got := en.Ago(c.day); got != c.en {
			t.Errorf("%d in English: got %q, want %q", c.day, got, c.en)
		}
	}
}

func TestMessagesMayHoldMessages(t *testing.T) {
	inner := state.Say("contacts.filter.tag", "tag", "VIP")
	if got := words(t, locale.English).Say(state.Say("window.undone", "step", inner)); got != "Taken back: VIP" {
		t.Errorf("got %q", got)
	}
}
