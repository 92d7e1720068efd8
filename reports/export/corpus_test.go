package export_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regulars/importer"
	"regulars/reports/export"
	"regulars/store/crm"
)

// corpus finds the shared files beside the repository; the test is skipped, saying so, where they are not.
func corpus(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	dir = filepath.Join(dir, "..", "shared", "data", "import")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no files of other programs in %s", dir)
	}
	return dir
}

// importAll reads a file as an import into an empty store; ok is false for files that are refused.
func importAll(data []byte, name string) (contacts []crm.Contact, ok bool) {
	ctx := context.Background()
	source, err := importer.Open(ctx, bytes.NewReader(data), int64(len(data)), name, importer.Options{})
	if err != nil {
		return nil, false
	}
	n := 0
	newID := func() crm.ID { n++; return crm.ID{byte(n >> 16), byte(n >> 8), byte(n)} }
	plan, err := importer.NewPlan(ctx, source, source.Propose(nil), nil, importer.Settings{Duplicates: crm.AddDuplicates, Today: 20261122, NewID: newID})
	if err != nil {
		return nil, false
	}
	for _, d := range plan.Batch().Drafts {
		if !d.Employer {
			contacts = append(contacts, d.Record)
		}
	}
	return contacts, true
}

// What came from files of other programs comes back from ours. At least 98 of 100 contacts in every format come back to the letter; the figures are
// printed.
func TestCorpusRoundTrip(t *testing.T) {
	dir := corpus(t)
	all := map[export.Format]int{}
	same := map[export.Format]int{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, ".json") || strings.HasSuffix(path, ".md") || strings.HasSuffix(path, ".tsv") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil || len(data) > 4<<20 {
			return err
		}
		contacts, ok := importAll(data, filepath.Base(path))
		if !ok || len(contacts) == 0 {
			return nil
		}
		for _, f := range []export.Format{export.FormatVCard, export.FormatXLSX, export.FormatCSV} {
			all[f] += len(contacts)
			same[f] += comeBack(t, f, contacts, filepath.Base(path))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for f, n := range all {
		t.Logf("%s: %d of %d contacts come back the same (%.2f %%)", f, same[f], n, 100*float64(same[f])/float64(n))
		if same[f]*100 < n*98 {
			t.Errorf("%s: too few", f)
		}
	}
}

// comeBack counts the contacts that are the same after export and import.
func comeBack(t *testing.T, f export.Format, contacts []crm.Contact, name string) int {
	t.Helper()
	back, ok := importAll(written(t, f, contacts, "zh-Hant"), "x."+string(f))
	if !ok {
		t.Logf("%s as %s is not read", name, f)
		return 0
	}
	have := map[string]int{}
	rest := map[string]string{}
	for i := range back {
		have[content(&back[i])]++
		rest[back[i].Title()] = content(&back[i])
	}
	same, told := 0, 0
	for i := range contacts {
		want := export.Carried(f, contacts[i])
		if have[content(&want)] > 0 {
			have[content(&want)]--
			same++
		} else if told++; told <= 1 && testing.Verbose() {
			t.Logf("%s %s %q: %s", name, f, want.Title(), difference(rest[want.Title()], content(&want)))
		}
	}
	return same
}
