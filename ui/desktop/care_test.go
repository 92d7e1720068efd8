//go:build !headless

package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// accept presses the last button of the dialog that is open: the one that does it.
func (w *window) accept(t testing.TB, label string) {
	t.Helper()
	top := w.Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("nothing asks for %q", label)
	}
	var found *widgets.Button
	walk(top, func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && b.Label() == label {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("the dialog has no button %q", label)
	}
	test.Tap(found)
}

func TestEnvelopesLeadToTheSender(t *testing.T) {
	w := openWindow(t, locale.ZhHant)
	w.create(func() {})
	w.show(screenLabels)
	w.work.printing.SetKind(state.PrintEnvelopes)
	test.Tap(w.button(t, w.win.Content(), "settings.no-sender.do"))
	if w.at != screenSettings || w.Canvas().Focused() == nil {
		t.Fatalf("on %s, keyboard %v", w.at, w.Canvas().Focused())
	}
	for _, r := range "和風設計" {
		w.Canvas().Focused().TypedRune(r)
	}
	if !w.editing() {
		t.Error("the window would close without a question")
	}
	test.Tap(w.button(t, w.win.Content(), "window.save"))
	if !w.work.printing.HasSender() || w.editing() {
		t.Errorf("after saving: sender %v, still changed %v", w.work.printing.HasSender(), w.editing())
	}
	if !strings.Contains(w.notice.Words(), w.words.Text("step.firm.edit")) {
		t.Errorf("the quiet line says %q", w.notice.Words())
	}
}

func TestSettingsChangeTheWindowAtOnce(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	w.show(screenSettings)
	test.Tap(w.button(t, w.win.Content(), "settings.look.dark"))
	if w.look != theme.Dark || !w.button(t, w.win.Content(), "settings.look.dark").Chosen() {
		t.Error("the look did not change")
	}
	w.SetROC(true)
	if got := w.words.Day(20261121); got != "民國115年11月21日" {
		t.Errorf("the day is written %q", got)
	}
	test.Tap(w.button(t, w.win.Content(), "language.en"))
	if w.lang != locale.English || w.at != screenSettings {
		t.Errorf("language %s on %s", w.lang, w.at)
	}
}

func TestBackupIsRestoredInTheWindow(t *testing.T) {
	w := demoWindow(t, locale.English)
	before := w.work.contacts.List.Len()
	w.show(screenSettings)
	test.Tap(w.button(t, w.win.Content(), "settings.back-up"))
	w.work.contacts.List.ChooseAll()
	w.work.contacts.Delete()
	if w.work.contacts.List.Len() != 0 {
		t.Fatal("nobody was deleted")
	}
	w.show(screenSettings)
	test.Tap(w.button(t, w.win.Content(), "settings.restore"))
	w.accept(t, w.words.Text("settings.restore.yes"))
	if got := w.work.contacts.List.Len(); got != before {
		t.Errorf("after restoring there are %d contacts, want %d", got, before)
	}
	if !strings.Contains(w.notice.Words(), "regulars") {
		t.Errorf("the quiet line says %q", w.notice.Words())
	}
	w.work.contacts.List.Choose(0)
	w.work.contacts.Delete()
	if got := w.work.contacts.List.Len(); got != before-1 {
		t.Errorf("the restored file takes no acts: %d contacts", got)
	}
}

func TestStepIsTakenBackInTheHistory(t *testing.T) {
	for _, tag := range locale.Tags() {
		w := demoWindow(t, tag)
		w.work.contacts.List.Choose(0)
		w.work.contacts.Touched()
		w.ShowHistory()
		if w.at != screenHistory {
			t.Fatalf("on %s", w.at)
		}
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		all := strings.Join(texts(w.win.Content()), "\n")
		if !strings.Contains(all, "+ "+w.words.Day(20261121)) {
			t.Errorf("%s: the day is not written in words:\n%s", tag, all)
		}
		test.Tap(w.button(t, w.win.Content(), "journal.take-back"))
		if s, ok := w.work.journal.Lead(); !ok || !w.work.journal.Undone(s) {
			t.Errorf("%s: the step still stands", tag)
		}
		w.speaks(t)
	}
}

func TestTrashIsEmptiedAfterAQuestion(t *testing.T) {
	w := demoWindow(t, locale.ZhHant)
	w.work.contacts.List.Choose(0)
	w.work.contacts.Delete()
	w.ShowTrash()
	test.Tap(w.button(t, w.win.Content(), "journal.trash.empty"))
	if w.work.trash.Rows() != 1 {
		t.Fatal("the trash was emptied before the question was answered")
	}
	w.accept(t, w.words.Text("journal.trash.empty.yes"))
	if w.work.trash.Rows() != 0 {
		t.Error("the trash was not emptied")
	}
	w.speaks(t)
}

// speaks checks that everything to be read has a text.
func (w *window) speaks(t testing.TB) {
	t.Helper()
	for _, s := range texts(w.win.Content()) {
		if keyLike.MatchString(s) && !strings.Contains(s, "@") && !strings.Contains(s, ".example") && !strings.Contains(s, ".com") {
			t.Errorf("%s, %s: %q has no text", w.lang, w.at, s)
		}
	}
}

// twice writes the same person into the data file twice.
func (w *window) twice(t testing.TB) {
	t.Helper()
	for _, salutation := range []string{"先生", "經理"} {
		f := state.NewContact(w.desk, crm.Person)
		for key, text := range map[string]string{"name": "王小明", "phone.mobile": "0912-345-678", "salutation": salutation} {
			l, ok := f.Line(key)
			if !ok {
				t.Fatalf("the form has no line %s", key)
			}
			l.Text = text
		}
		f.Save(func(_ crm.ID, err error) {
			if err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestDuplicatesAreMergedSideBySide(t *testing.T) {
	for _, tag := range locale.Tags() {
		w := demoWindow(t, tag)
		w.twice(t)
		w.ShowDuplicates()
		before, people := w.work.duplicates.Rows(), w.work.contacts.List.Len()
		if before == 0 {
			t.Fatal("the made-up firm has nobody twice")
		}
		w.speaks(t)
		test.Tap(w.button(t, w.win.Content(), "duplicates.right"))
		if w.work.duplicates.Keep() != 1 {
			t.Errorf("%s: the right side was not taken", tag)
		}
		test.Tap(w.button(t, w.win.Content(), "duplicates.merge"))
		if got := w.work.contacts.List.Len(); got != people-1 {
			t.Errorf("%s: after merging there are %d contacts, want %d", tag, got, people-1)
		}
		test.Tap(w.notice.Act())
		if got := w.work.contacts.List.Len(); got != people || w.work.duplicates.Rows() != before {
			t.Errorf("%s: after undo %d contacts and %d pairs, want %d and %d", tag, got, w.work.duplicates.Rows(), people, before)
		}
		test.Tap(w.button(t, w.win.Content(), "duplicates.apart"))
		if got := w.work.duplicates.Rows(); got != before-1 {
			t.Errorf("%s: %d pairs are left, want %d", tag, got, before-1)
		}
	}
}
