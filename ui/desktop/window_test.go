//go:build !headless

package desktop

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"regulars/assets/locale"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

func noonOfToday() time.Time { return time.Date(2026, 11, 21, 12, 0, 0, 0, time.Local) }

// openWindow opens the program's window in the test driver on a data file that does not exist yet.
func openWindow(t testing.TB, lang string) *window {
	t.Helper()
	o := Options{DataPath: filepath.Join(t.TempDir(), "regulars.db"), Lang: lang, Now: noonOfToday, Width: 1280, Height: 800, Forgetful: true, plain: true}.filled()
	w, err := newWindow(test.NewTempApp(t), o, state.Inline{})
	if err != nil {
		t.Fatal(err)
	}
	w.begin()
	t.Cleanup(func() {
		if err := w.close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

// demoWindow opens the window on the made-up firm.
func demoWindow(t testing.TB, lang string) *window {
	w := openWindow(t, lang)
	w.create(w.fillDemo)
	w.win.Resize(fyne.NewSize(1280, 800))
	return w
}

// texts lists what is to be read in a part of the window.
func texts(o fyne.CanvasObject) []string {
	var out []string
	walk(o, func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok && strings.TrimSpace(t.Text) != "" {
			out = append(out, t.Text)
		}
	})
	return out
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

// button finds a button by its label in the words of the window.
func (w *window) button(t testing.TB, in fyne.CanvasObject, key string) *widgets.Button {
	t.Helper()
	label := w.words.Text(key)
	var found *widgets.Button
	walk(in, func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Label() == label && found == nil {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("there is no button %q", label)
	}
	return found
}

// keyLike is what a text looks like for which the catalogue has no entry.
var keyLike = regexp.MustCompile(`^[a-z]+(\.[a-z0-9_-]+)+$|\{[a-z]+\}`)

func TestFirstStartOffersThreeWays(t *testing.T) {
	w := openWindow(t, locale.ZhHant)
	for _, key := range []string{"window.start.import.do", "window.start.demo.do", "window.start.empty.do"} {
		w.button(t, w.win.Content(), key)
	}
	test.Tap(w.button(t, w.win.Content(), "language.en"))
	if w.lang != locale.English {
		t.Fatal("the language did not change")
	}
	test.Tap(w.button(t, w.win.Content(), "window.start.demo.do"))
	if w.work.contacts.List.Len() != demoSize {
		t.Errorf("the made-up firm has %d contacts, want %d", w.work.contacts.List.Len(), demoSize)
	}
	if !strings.Contains(strings.Join(texts(w.win.Content()), "\n"), w.words.Text("contacts.col.name")) {
		t.Error("the list is not to be seen")
	}
}

// Every screen is walked in both languages; nothing may be without a text.
func TestEveryScreenSpeaksBothLanguages(t *testing.T) {
	for _, tag := range locale.Tags() {
		w := demoWindow(t, tag)
		w.work.contacts.List.Choose(3)
		for _, p := range places() {
			w.show(p.name)
			for _, s := range texts(w.win.Content()) {
				if keyLike.MatchString(s) && !strings.Contains(s, "@") && !strings.Contains(s, ".example") && !strings.Contains(s, ".com") {
					t.Errorf("%s, %s: %q has no text", tag, p.name, s)
				}
			}
		}
		for _, m := range w.menus() {
			for _, c := range m.commands {
				if c.name != "" && !w.words.Has("window.menu."+c.name) {
					t.Errorf("%s: the command %s has no name", tag, c.name)
				}
			}
		}
	}
}

func TestEnglishWindowHasNoChineseOfItsOwn(t *testing.T) {
	w := openWindow(t, locale.English)
	w.create(func() {})
	for _, p := range places() {
		w.show(p.name)
		for _, s := range texts(w.win.Content()) {
			for _, r := range s {
				if r > 0x2E80 && r < 0xFF00 && s != "熟客" && s != w.words.Text("language.zh-Hant") && !strings.Contains(s, "city:") && r != '①' {
					t.Errorf("%s: %q", p.name, s)
					break
				}
			}
		}
	}
}

func TestShortcutsAreDifferent(t *testing.T) {
	w := demoWindow(t, locale.English)
	seen := map[string]string{}
	for _, m := range w.menus() {
		for _, c := range m.commands {
			if c.key == "" {
				continue
			}
			if other, taken := seen[c.keyText()]; taken {
				t.Errorf("%s is for %s and for %s", c.keyText(), other, c.name)
			}
			seen[c.keyText()] = c.name
		}
	}
	if len(seen) < 15 {
		t.Errorf("only %d shortcuts", len(seen))
	}
}

func TestSearchingFromAnywhere(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	w.show(screenImport)
	w.find()
	if w.Canvas().Focused() != w.search {
		t.Fatal("Ctrl+K does not go to the search box")
	}
	for _, r := range "tag:VIP" {
		w.Canvas().Focused().TypedRune(r)
	}
	if w.at != screenContacts || w.work.contacts.List.Query() != "tag:VIP" || w.work.contacts.List.Len() == 0 {
		t.Errorf("typing: screen %s, query %q, %d found", w.at, w.work.contacts.List.Query(), w.work.contacts.List.Len())
	}
	w.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if w.work.contacts.List.Chosen() != 1 {
		t.Error("Down in the search box does not choose the first row")
	}
}

func TestNewContactByTyping(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	w.contacts.Add("person")
	for _, r := range "王小明堃" {
		w.Canvas().Focused().TypedRune(r)
	}
	w.contacts.Save()
	w.SetSearch("王小明堃")
	if got := w.work.contacts.List.Len(); got != 1 {
		t.Fatalf("the new contact is found %d times, want once", got)
	}
	if !w.notice.Visible() || !strings.Contains(w.notice.Words(), "王小明堃") {
		t.Errorf("the quiet line says %q", w.notice.Words())
	}
	test.Tap(w.notice.Act())
	if got := w.work.contacts.List.Len(); got != 0 {
		t.Errorf("after undo the contact is found %d times", got)
	}
	if w.notice.Act().Label() != w.words.Text("window.redo") {
		t.Errorf("after undo the line offers %q, want to redo", w.notice.Act().Label())
	}
}

func TestUndoWhileTypingTakesBackTheTyping(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	before := w.work.contacts.List.Len()
	w.contacts.Add("person")
	w.Canvas().Focused().TypedRune('王')
	w.undo()
	if got := w.Canvas().Focused().(*widgets.Entry).Text; got != "" {
		t.Errorf("the entry still says %q", got)
	}
	if w.work.contacts.List.Len() != before {
		t.Error("undo in an entry took back an act")
	}
}

func TestLanguageAndLookChangeAtRunTime(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	w.work.contacts.List.SetQuery("tag:VIP")
	w.work.contacts.List.Choose(1)
	w.setLanguage(locale.English)
	all := strings.Join(texts(w.win.Content()), "\n")
	if !strings.Contains(all, "Last contact") || strings.Contains(all, "最近聯絡") {
		t.Error("the list does not speak English")
	}
	if w.search.Text != "tag:VIP" || w.work.contacts.List.Chosen() != 1 {
		t.Errorf("the change lost the search %q or the selection", w.search.Text)
	}
	before := theme.Color(theme.ColorPanel)
	w.setLook(theme.Dark)
	if theme.Color(theme.ColorPanel) == before {
		t.Error("the look did not change")
	}
}

func TestBundledCardsAreImportedToTheEnd(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	before := w.work.contacts.List.Len()
	w.importFile(filepath.Join("..", "..", "assets", "demo", "business-cards.xlsx"))
	if w.work.importing.Step() != state.ImportColumns {
		t.Fatalf("after opening: %v", w.work.importing.Problem())
	}
	press := func(key string) { test.Tap(w.button(t, w.win.Content(), key)) }
	press("import.next.rows")
	press("import.next.confirm")
	press("import.write")
	if w.work.importing.Step() != state.ImportDone || w.work.contacts.List.Len() <= before {
		t.Fatalf("not imported: %v", w.work.importing.Problem())
	}
	press("import.take-back")
	if got := w.work.contacts.List.Len(); got != before {
		t.Errorf("after taking back there are %d contacts, want %d", got, before)
	}
}

func TestCardsNeedNoColumns(t *testing.T) {
	w := demoWindow(t, locale.English)
	w.importFile(filepath.Join("..", "..", "assets", "demo", "phone-contacts.vcf"))
	if got := w.work.importing.Step(); got != state.ImportRows {
		t.Fatalf("after opening a file of cards: step %d, want the rows (%v)", got, w.work.importing.Problem())
	}
	test.Tap(w.button(t, w.win.Content(), "import.back"))
	if got := w.work.importing.Step(); got != state.ImportFile {
		t.Errorf("one step back: got %d, want the file", got)
	}
}

func TestFromFilteredListToLabels(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	w.Search("tag:VIP channel:post")
	test.Tap(w.button(t, w.win.Content(), "contacts.print"))
	if w.at != screenLabels || w.work.printing.Count() != w.work.contacts.List.Len() {
		t.Fatalf("on %s for %d, want the printing screen for %d", w.at, w.work.printing.Count(), w.work.contacts.List.Len())
	}
	if page, _, _ := w.work.printing.Page(); page == nil || len(page.Runs) == 0 {
		t.Error("nothing would be printed")
	}
}

func TestTroubleIsExplainedWithAWayOut(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	o := w.opts
	second, err := newWindow(test.NewTempApp(t), o, state.Inline{})
	if err != nil {
		t.Fatal(err)
	}
	second.begin() // the first window holds the file
	second.button(t, second.win.Content(), "window.trouble.again")
	for _, s := range texts(second.win.Content()) {
		if keyLike.MatchString(s) {
			t.Errorf("%q has no text", s)
		}
	}
}

func TestEscapeClosesTheForm(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	w.contacts.Add("person")
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.contacts.Editing() {
		t.Error("the form is still open")
	}
	for _, s := range texts(w.win.Content()) {
		if s == w.words.Text("contacts.form.new.person") {
			t.Error("the form is still to be seen")
		}
	}
}

func TestDisplayAddress(t *testing.T) {
	for _, c := range []struct{ display, network, address string }{
		{":0", "unix", "/tmp/.X11-unix/X0"}, {":83.0", "unix", "/tmp/.X11-unix/X83"}, {"unix:1", "unix", "/tmp/.X11-unix/X1"},
		{"desk:10.0", "tcp", "desk:6010"}, {"", "", ""}, {"nonsense", "", ""},
	} {
		network, address := displayAddress(c.display)
		if network != c.network || address != c.address {
			t.Errorf("%q: got %s %s, want %s %s", c.display, network, address, c.network, c.address)
		}
	}
	if displayReady(func(string) string { return "" }) {
		t.Error("no DISPLAY counts as a display")
	}
}

func TestExplainSaysItInTheUsersLanguage(t *testing.T) {
	for _, err := range []error{ErrNoDisplay, ErrNoWindow} {
		zh, en := Explain(err, Options{Lang: locale.ZhHant}), Explain(err, Options{Lang: locale.English})
		if zh == en || keyLike.MatchString(zh) || keyLike.MatchString(en) {
			t.Errorf("%v: got %q and %q", err, zh, en)
		}
	}
}
