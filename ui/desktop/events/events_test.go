package events

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"regulars/assets/fonts"
	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

const today = crm.Date(20261121)

// clock goes on by two seconds each time it is asked, so that no two digits belong together by accident.
func clock() func() time.Time {
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.Local)
	return func() time.Time { now = now.Add(2 * time.Second); return now }
}

type memory map[string]string

func (m memory) String(key string) string    { return m[key] }
func (m memory) SetString(key, value string) { m[key] = value }

// house is the window around the screen, and what the screen asked of it.
type house struct {
	window  fyne.Window
	screen  *Screen
	desk    *state.Desk
	work    *state.Events
	said    state.Notice
	actions []fyne.CanvasObject
	printed state.PrintKind
	ids     []crm.ID
	contact crm.ID
	folder  string
	saved   string
}

func (h *house) Canvas() fyne.Canvas { return h.window.Canvas() }

func (h *house) SaveTo(name string, then func(string)) {
	h.saved = filepath.Join(h.folder, name)
	then(h.saved)
}

func (h *house) PrintGuests(_ crm.ID, contacts []crm.ID, kind state.PrintKind) {
	h.printed, h.ids = kind, contacts
}

func (h *house) ShowContact(id crm.ID) { h.contact = id }

func (h *house) ShowActions() {
	if h.screen != nil {
		h.actions = h.screen.Actions()
	}
}

// open shows the screen over a data file with a made-up firm of n contacts.
func open(t testing.TB, lang string, n int) *house {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Light, fyne.NewStaticResource("regular.ttf", fonts.Regular()), fyne.NewStaticResource("bold.ttf", fonts.Bold())))
	h := &house{folder: t.TempDir(), window: test.NewTempWindow(t, nil)}
	var err error
	if h.desk, err = state.CreateDesk(filepath.Join(h.folder, "regulars.db"), state.Inline{}, state.DeskOptions{Now: clock()}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := h.desk.Close(); err != nil {
			t.Error(err)
		}
	})
	h.desk.OnNotice(func(n state.Notice) {
		if h.said = n; n.Warning {
			t.Errorf("warned: %v", n.Message)
		}
	})
	if n > 0 {
		h.desk.FillDemo(n)
	}
	words, err := state.NewWords(lang, func() crm.Date { return today })
	if err != nil {
		t.Fatal(err)
	}
	h.work = state.NewEvents(h.desk, memory{})
	h.screen = New(h, h.work, words)
	h.window.SetContent(h.screen.Content())
	h.window.Resize(fyne.NewSize(1092, 700))
	h.work.Load()
	return h
}

// keys types keys into what has the keyboard.
func (h *house) keys(names ...fyne.KeyName) {
	for _, n := range names {
		h.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// write types text into what has the keyboard.
func (h *house) write(text string) {
	for _, r := range text {
		h.Canvas().Focused().TypedRune(r)
	}
}

// atOnce lets entries take Return without waiting for an input method.
func atOnce(entries ...*widgets.Entry) {
	for _, e := range entries {
		e.Later = func(f func()) { f() }
	}
}

func walk(o fyne.CanvasObject, see func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	see(o)
	switch v := o.(type) {
	case *fyne.Container:
		for _, c := range v.Objects {
			walk(c, see)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(v).Objects() {
			walk(c, see)
		}
	}
}

func (h *house) button(t testing.TB, label string) *widgets.Button {
	t.Helper()
	var found *widgets.Button
	see := func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Label() == label && found == nil {
			found = b
		}
	}
	for _, o := range append(slices.Clone(h.actions), h.screen.Content()) {
		walk(o, see)
	}
	if found == nil {
		t.Fatalf("there is no button %q", label)
	}
	return found
}

func (h *house) lead(t testing.TB) state.GuestRow {
	t.Helper()
	g, ok := h.work.Guests.Lead()
	if !ok {
		t.Fatal("no guest is chosen")
	}
	return g
}

func TestEmptyScreenTeachesAndTakesTheFirstEvent(t *testing.T) {
	h := open(t, locale.ZhHant, 0)
	test.Tap(h.button(t, "建立第一個活動"))
	f := h.screen.form
	if f == nil || h.Canvas().Focused() != f.first {
		t.Fatal("the form is not open with the keyboard in its first line")
	}
	h.write("新品發表會")
	f.typed[state.EventDay].SetText("2026/12/40")
	test.Tap(h.button(t, "儲存"))
	if h.screen.form == nil || h.work.Len() != 0 {
		t.Fatal("a day that does not exist was saved")
	}
	f.typed[state.EventDay].SetText("2026/12/18")
	test.Tap(h.button(t, "儲存"))
	if h.screen.form != nil || !h.work.Opened() || h.work.Guests.Event().Day != 20261218 {
		t.Errorf("after saving: form %v, event %+v", h.screen.form != nil, h.work.Guests.Event())
	}
	h.button(t, "邀請…") // the empty list says how guests come onto it
}

func TestInvitingByFilterAndReplyingByKeys(t *testing.T) {
	h := open(t, locale.ZhHant, 120)
	test.Tap(h.button(t, "打開名單"))
	before := h.work.Guests.All()
	h.screen.startInvite()
	page := h.screen.invite
	atOnce(page.query)
	if h.Canvas().Focused() != page.query {
		t.Fatal("the query has not got the keyboard")
	}
	page.query.SetText("kind:person -tag:供應商")
	invited := page.work.Invited()
	if invited == 0 || page.send.Disabled() {
		t.Fatalf("%d would be invited, the button is off: %v", invited, page.send.Disabled())
	}
	test.Tap(page.send)
	if h.screen.invite != nil || h.said.Message.Values["count"] != invited || !h.said.Undo {
		t.Fatalf("after sending: page open %v, said %+v", h.screen.invite != nil, h.said)
	}
	h.work.Guests.SetFilter(state.GuestsOpen)
	h.keys(fyne.KeyDown)
	first := h.lead(t)
	h.keys(fyne.KeyY)
	second := h.lead(t)
	h.keys(fyne.Key3)
	h.keys(fyne.KeyN)
	if first.ID == second.ID {
		t.Error("an answered guest is still chosen in the list of open answers")
	}
	h.work.Guests.SetFilter(state.GuestsInvited)
	h.work.Guests.Find(first.Title())
	h.work.Guests.Choose(0)
	if got := h.lead(t); got.Answer != crm.Coming || got.Party != 1 {
		t.Errorf("after Y: %q with %d", got.Answer, got.Party)
	}
	for range 4 { // Y, 3, N on the guest after, and the round itself
		h.desk.Undo()
	}
	h.work.Guests.Find("")
	h.work.Guests.SetFilter(state.GuestsInvited)
	if got := h.work.Guests.All(); got != before {
		t.Errorf("after undo there are %d guests, want %d", got, before)
	}
}

func TestTableIsTypedInTheCard(t *testing.T) {
	h := open(t, locale.ZhHant, 120)
	h.screen.open(0)
	atOnce(h.screen.guest.seat, h.screen.guest.party)
	h.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyT)
	if h.Canvas().Focused() != h.screen.guest.seat {
		t.Fatal("T does not go to the table")
	}
	h.write("12")
	h.keys(fyne.KeyReturn)
	if got := h.lead(t).Table; got != "12" || h.Canvas().Focused() != h.screen.guests.table.Focusable() {
		t.Errorf("table %q; the list has the keyboard: %v", got, h.Canvas().Focused() == h.screen.guests.table.Focusable())
	}
	h.Canvas().Focus(h.screen.guest.seat)
	h.write("9")
	h.keys(fyne.KeyEscape)
	if got := h.lead(t).Table; got != "12" || h.screen.guest.seat.Text != "12" {
		t.Errorf("Escape wrote %q and shows %q", got, h.screen.guest.seat.Text)
	}
}

func TestTypingOutlastsAnotherReadingOfTheList(t *testing.T) {
	h := open(t, locale.ZhHant, 120)
	h.screen.open(0)
	h.keys(fyne.KeyDown)
	h.Canvas().Focus(h.screen.guest.notes)
	h.write("吃素")
	h.work.Guests.SetTable("5") // something else is written meanwhile
	if got := h.screen.guest.notes.Text; got != "吃素" {
		t.Errorf("the entry holds %q", got)
	}
	h.Canvas().Focus(h.screen.guests.table.Focusable())
	if got := h.lead(t); got.Notes != "吃素" || got.Table != "5" {
		t.Errorf("got notes %q, table %q", got.Notes, got.Table)
	}
}

func TestAnswersByMouse(t *testing.T) {
	h := open(t, locale.English, 120)
	h.screen.open(0)
	h.keys(fyne.KeyDown)
	for _, c := range []struct {
		answer crm.Answer
		key    fyne.KeyName
	}{{crm.Declined, fyne.KeyN}, {crm.Maybe, fyne.KeyM}, {crm.Coming, fyne.KeyY}, {crm.NoAnswer, fyne.KeyBackspace}} {
		h.work.Guests.Choose(0)
		test.Tap(h.screen.guest.answers[c.answer])
		if got := h.lead(t).Answer; got != c.answer || !h.screen.guest.answers[c.answer].Chosen() {
			t.Errorf("tapped %q, got %q", c.answer, got)
		}
		h.work.Guests.Choose(1)
		h.Canvas().Focus(h.screen.guests.table.Focusable())
		h.keys(c.key)
		if got := h.lead(t).Answer; got != c.answer {
			t.Errorf("typed %s, got %q", c.key, got)
		}
	}
}

func TestDoorTakesLettersAndReturn(t *testing.T) {
	h := open(t, locale.ZhHant, 120)
	h.screen.open(0)
	test.Tap(h.button(t, "報到"))
	door := h.screen.door
	if door == nil || h.Canvas().Focused() != door.entry {
		t.Fatal("the door is not open with the keyboard in its entry")
	}
	atOnce(door.entry)
	guest, _ := h.work.Guests.Row(4)
	h.write(guest.Title())
	h.keys(fyne.KeyReturn)
	if h.work.Guests.Counts().Of[state.GuestsThere] != 1 || door.entry.Text != "" {
		t.Errorf("%d are there, the entry holds %q", h.work.Guests.Counts().Of[state.GuestsThere], door.entry.Text)
	}
	h.write("路過的人")
	h.keys(fyne.KeyDown, fyne.KeyReturn)
	if h.work.Guests.Counts().Of[state.GuestsThere] != 2 {
		t.Error("the walk-in is not there")
	}
	h.keys(fyne.KeyEscape)
	if h.screen.door != nil {
		t.Error("Escape in an empty entry does not close the door")
	}
}

func TestEscapeGoesBackStepByStep(t *testing.T) {
	h := open(t, locale.ZhHant, 120)
	h.screen.open(0)
	h.keys(fyne.KeyDown)
	h.screen.startInvite()
	h.screen.edit()
	for i, done := range []func() bool{
		func() bool { return h.screen.form == nil && h.screen.invite != nil },
		func() bool { return h.screen.invite == nil && h.work.Guests.Chosen() == 1 },
		func() bool { return h.work.Guests.Chosen() == 0 && h.work.Opened() },
		func() bool { return !h.work.Opened() },
	} {
		if !h.screen.Cancel() || !done() {
			t.Fatalf("step %d is not taken", i+1)
		}
	}
	if h.screen.Cancel() {
		t.Error("there is nothing left to leave")
	}
}

func TestGuestsGoToPrintingAndToAWorkbook(t *testing.T) {
	h := open(t, locale.English, 120)
	h.screen.open(0)
	test.Tap(h.button(t, "Envelopes"))
	if h.printed != state.PrintEnvelopes || len(h.ids) == 0 {
		t.Errorf("printed %q for %d", h.printed, len(h.ids))
	}
	test.Tap(h.button(t, "Excel"))
	if h.said.Message.Key != "events.exported" || !strings.HasSuffix(h.saved, ".xlsx") {
		t.Errorf("said %+v about %s", h.said, h.saved)
	}
	h.screen.Focus()
	h.keys(fyne.KeyDown, fyne.KeyReturn)
	if h.contact != h.lead(t).Contact || h.contact.IsZero() {
		t.Error("Return does not show the contact")
	}
}

func TestDeletedEventIsLeft(t *testing.T) {
	h := open(t, locale.English, 60)
	h.screen.open(0)
	test.Tap(h.button(t, "Delete"))
	if h.work.Opened() || h.work.Len() != 1 {
		t.Fatalf("open %v, %d events", h.work.Opened(), h.work.Len())
	}
	h.desk.Undo()
	if h.work.Len() != 2 {
		t.Error("undo does not bring the event back")
	}
}

// keyLike is what a text looks like for which the catalogue has no entry.
var keyLike = regexp.MustCompile(`^[a-z]+(\.[a-z0-9_-]+)+$|\{[a-z]+\}`)

func TestEveryPageSpeaksBothLanguages(t *testing.T) {
	for _, tag := range locale.Tags() {
		h := open(t, tag, 120)
		pages := map[string]func(){
			"list":   func() {},
			"guests": func() { h.screen.open(0) },
			"card":   func() { h.keys(fyne.KeyDown) },
			"invite": h.screen.startInvite,
			"form":   h.screen.edit,
			"door": func() {
				h.screen.Cancel()
				h.screen.Cancel()
				h.screen.toggleDoor()
				h.screen.door.entry.SetText("王")
			},
		}
		for _, page := range []string{"list", "guests", "card", "invite", "form", "door"} {
			pages[page]()
			walk(h.screen.Content(), func(o fyne.CanvasObject) {
				if text, ok := o.(*canvas.Text); ok && keyLike.MatchString(text.Text) && !strings.Contains(text.Text, ".example") {
					t.Errorf("%s, %s: %q has no text", tag, page, text.Text)
				}
			})
		}
	}
}
