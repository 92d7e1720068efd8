package state_test

import (
	"os"
	"path/filepath"
	"testing"

	"regulars/assets/locale"
	"regulars/ui/state"
)

func TestContactsLeaveInEveryFormat(t *testing.T) {
	desk := demoDesk(t, 60)
	failOnWarning(t, desk)
	c := state.NewContacts(desk, memory{})
	c.List.Load()
	w := words(t, locale.ZhHant)
	for _, f := range c.Formats() {
		path := filepath.Join(t.TempDir(), "contacts"+f.Ending)
		c.Export(f, path, w)
		if info, err := os.Stat(path); err != nil || info.Size() < 2000 {
			t.Errorf("%s: %v", f.Name, err)
		}
		if !w.Has("contacts.export." + f.Name) {
			t.Errorf("%s has no name", f.Name)
		}
	}
}

// What leaves as a workbook comes in again without anything new.
func TestExportIsKnownWhenItComesBack(t *testing.T) {
	desk := demoDesk(t, 60)
	c := state.NewContacts(desk, memory{})
	c.List.Load()
	path := filepath.Join(t.TempDir(), "contacts.xlsx")
	c.Export(c.Formats()[0], path, words(t, locale.ZhHant))
	counts := openImport(t, desk, path).Counts()
	if counts.Rows != 60 || counts.Created != 0 || counts.Failed != 0 {
		t.Errorf("got %+v, want 60 rows that are all known", counts)
	}
}
