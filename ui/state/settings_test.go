package state_test

import (
	"os"
	"path/filepath"
	"testing"

	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/state"
)

func newSettings(t testing.TB, contacts int) (*state.Settings, *state.Desk) {
	t.Helper()
	desk := newDesk(t, state.Inline{})
	failOnWarning(t, desk)
	if contacts > 0 {
		desk.FillDemo(contacts)
	}
	s := state.NewSettings(desk)
	s.Load()
	return s, desk
}

func TestFirmIsTheSender(t *testing.T) {
	s, desk := newSettings(t, 0)
	printing := state.NewPrinting(desk, memory{}, func() *state.Words { return words(t, locale.ZhHant) })
	if printing.HasSender() {
		t.Fatal("a new data file has a sender")
	}
	for key, text := range map[string]string{"name": " 和風設計有限公司 ", "postal": "110", "address": "台北市信義區松仁路 100 號 8 樓", "country": "台灣", "user": "林芳如"} {
		l := s.Firm().Line(key)
		l.Text = text
		s.Firm().Check(l)
		if l.Warning {
			t.Errorf("%s: %q is doubted: %v", key, text, l.Note)
		}
	}
	if !s.Firm().Dirty() {
		t.Fatal("typing changes nothing")
	}
	s.Firm().Save()
	if s.Firm().Dirty() || !printing.HasSender() {
		t.Errorf("after saving: dirty %v, sender %v", s.Firm().Dirty(), printing.HasSender())
	}
	again := state.NewSettings(desk)
	again.Load()
	for key, want := range map[string]string{"name": "和風設計有限公司", "postal": "110", "country": "TW", "user": "林芳如"} {
		if got := again.Firm().Line(key).Text; got != want {
			t.Errorf("%s: got %q, want %q", key, got, want)
		}
	}
	desk.Undo()
	if printing.HasSender() || s.Firm().Line("name").Text != "" {
		t.Errorf("after undo the form says %q", s.Firm().Line("name").Text)
	}
}

func TestUnknownCountryIsDoubtedAndNotWritten(t *testing.T) {
	s, _ := newSettings(t, 12)
	before := s.Firm().Line("country").Text
	l := s.Firm().Line("country")
	l.Text = "Atlantis"
	s.Firm().Check(l)
	if !l.Warning || l.Note.Key != "settings.country.unknown" {
		t.Errorf("the note is %v", l.Note)
	}
	s.Firm().Save()
	if got := s.Firm().Line("country").Text; got != before {
		t.Errorf("after saving the country is %q, want %q", got, before)
	}
}

func TestTypingSurvivesReading(t *testing.T) {
	s, _ := newSettings(t, 12)
	s.Firm().Line("phone").Text = "02-1234"
	s.Load()
	if got := s.Firm().Line("phone").Text; got != "02-1234" {
		t.Errorf("reading anew replaced what was typed by %q", got)
	}
	s.Firm().Reset()
	if s.Firm().Dirty() {
		t.Error("still changed after a reset")
	}
}

func TestBackUpLookOverRestore(t *testing.T) {
	s, desk := newSettings(t, 12)
	s.BackUp()
	if len(s.Backups()) == 0 {
		t.Fatal("no backup is listed")
	}
	var said state.Message
	desk.OnNotice(func(n state.Notice) { said = n.Message })
	s.LookOver()
	if said.Key != "settings.sound" || said.Values["contacts"] != 12 {
		t.Errorf("looking the file over said %v", said)
	}
	backup, path := s.Backups()[0].Path, desk.Path()
	contacts := state.NewContacts(desk, memory{})
	contacts.List.Load()
	contacts.List.ChooseAll()
	contacts.Delete()
	var replaced string
	s.Restore(backup, func(kept string, err error) {
		if replaced = kept; err != nil {
			t.Fatal(err)
		}
	})
	if _, err := os.Stat(replaced); err != nil {
		t.Error("the replaced file is not kept:", err)
	}
	opened, err := state.OpenDesk(path, state.Inline{}, state.DeskOptions{Now: noonOfToday})
	if err != nil {
		t.Fatal(err)
	}
	list := state.NewContactList(opened)
	list.Load()
	if list.Len() != 12 {
		t.Errorf("after restoring there are %d contacts, want 12", list.Len())
	}
	if err := opened.Close(); err != nil {
		t.Error(err)
	}
}

func TestRestoringWhatIsNoBackupChangesNothing(t *testing.T) {
	s, desk := newSettings(t, 12)
	path := desk.Path()
	wrong := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(wrong, []byte("this is no data file"), 0o600); err != nil {
		t.Fatal(err)
	}
	var got error
	s.Restore(wrong, func(_ string, err error) { got = err })
	if got == nil {
		t.Fatal("a letter was taken for a backup")
	}
	opened, err := state.OpenDesk(path, state.Inline{}, state.DeskOptions{Now: noonOfToday})
	if err != nil {
		t.Fatal(err)
	}
	if err := opened.Close(); err != nil {
		t.Error(err)
	}
}

func TestImportIsTakenBackAndToldWhatWasKept(t *testing.T) {
	s, desk := newSettings(t, 0)
	file := filepath.Join(t.TempDir(), "cards.csv")
	if err := os.WriteFile(file, []byte("姓名,公司,手機\n王小明,大同茶行,0912345678\n李美玲,春水堂,0922333444\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	i := state.NewImport(desk)
	i.Open(file)
	i.Remember()
	i.Go(state.ImportRows)
	i.Go(state.ImportConfirm)
	i.Write()
	if len(s.Batches()) != 1 || len(s.Mappings()) != 1 {
		t.Fatalf("%d imports and %d mappings are listed (%v)", len(s.Batches()), len(s.Mappings()), i.Problem())
	}
	editFirst(t, desk)
	s.TakeBack(s.Batches()[0])
	told, ok := s.Reverted()
	if !ok || told.Removed == 0 || len(told.Kept) != 2 || told.Kept[0].Reason.Key != "kept.edited" {
		t.Errorf("told %+v", told)
	}
	if !s.Batches()[0].Undone {
		t.Error("the import is not listed as taken back")
	}
	s.Forget(s.Mappings()[0].ID)
	if len(s.Mappings()) != 0 {
		t.Error("the mapping is still remembered")
	}
}

// editFirst notes today's call on the first person in the list.
func editFirst(t testing.TB, desk *state.Desk) {
	t.Helper()
	c := state.NewContacts(desk, memory{})
	c.List.SetQuery("kind:" + string(crm.Person))
	c.List.Choose(0)
	c.Touched()
	if k, ok := c.Card.Contact(); !ok || k.LastTouch.IsZero() {
		t.Fatal("nobody was edited")
	}
}
