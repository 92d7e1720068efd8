package state_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/ui/state"
)

// cards writes a small table of cards and gives its path.
func cards(t *testing.T, rows ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "名片.csv")
	if err := os.WriteFile(path, []byte(strings.Join(rows, "\r\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func fiveCards(t *testing.T) string {
	return cards(t, "姓名,公司名稱,手機,E-mail,備註2",
		"王小明,大同精密股份有限公司,0912345678,ming@example.com,展覽 A 區認識",
		"李小華,秋燕設計有限公司,0928114556,hua@example.com,",
		"Mary Wang,Harbour Trading,+852 2218 8888,mary@example.com,",
		"王小明,大同精密股份有限公司,0912-345-678,ming@example.com,",
		",,,,沒有姓名")
}

func openImport(t *testing.T, desk *state.Desk, path string) *state.Import {
	t.Helper()
	i := state.NewImport(desk)
	i.Open(path)
	if !i.Problem().IsZero() {
		t.Fatalf("opening: %v", i.Problem())
	}
	return i
}

func TestImportGoesThroughItsStepsAndCanBeTakenBack(t *testing.T) {
	desk := newDesk(t, state.Inline{})
	failOnWarning(t, desk)
	c := state.NewContacts(desk, memory{})
	i := openImport(t, desk, fiveCards(t))
	if i.Step() != state.ImportColumns {
		t.Fatalf("after opening: got step %d, want the columns", i.Step())
	}
	counts := i.Counts()
	if counts.Rows != 5 || counts.Created != 3 || counts.Failed+counts.Skipped+counts.Unchanged+counts.Updated != 2 {
		t.Errorf("got %+v, want 3 new of 5", counts)
	}
	c.List.Load()
	if c.List.Len() != 0 {
		t.Fatal("something was written before Write")
	}
	i.Write() // not yet: the user has not confirmed
	i.Go(state.ImportRows)
	i.SetTag("展覽2026")
	i.Go(state.ImportConfirm)
	i.Write()
	if i.Step() != state.ImportDone || i.Batch().Created == 0 {
		t.Fatalf("after Write: step %d, batch %+v, problem %v", i.Step(), i.Batch(), i.Problem())
	}
	c.List.SetQuery("kind:person tag:展覽2026")
	if c.List.Len() != 3 {
		t.Errorf("%d people carry the tag of the import, want 3", c.List.Len())
	}
	i.TakeBack(i.Batch().ID)
	if _, ok := i.TakenBack(); !ok {
		t.Fatalf("not taken back: %v", i.Problem())
	}
	c.List.SetQuery("")
	if c.List.Len() != 0 {
		t.Errorf("after taking back there are %d contacts, want none", c.List.Len())
	}
	if list := i.Batches(); len(list) != 1 || !list[0].Undone {
		t.Errorf("the list of imports says %+v", list)
	}
}

func TestImportColumnsSayWhatBecomesOfThem(t *testing.T) {
	i := openImport(t, newDesk(t, state.Inline{}), fiveCards(t))
	for _, tag := range locale.Tags() {
		w := words(t, tag)
		list := i.Columns(w)
		if len(list) != 5 {
			t.Fatalf("got %d columns, want 5", len(list))
		}
		for _, col := range list {
			if !w.Has("import.state."+col.State) || !w.Has(col.Reason.Key) {
				t.Errorf("%s: %s has no words for %s or %s", tag, col.Header, col.State, col.Reason.Key)
			}
			if col.Field != "" && col.Sample != "" && col.Becomes == "" {
				t.Errorf("%s: nothing is said about what %s becomes", tag, col.Header)
			}
		}
		if list[0].Field != "name" || list[0].Sample != "王小明" {
			t.Errorf("%s: the first column goes to %s with the sample %s", tag, list[0].Field, list[0].Sample)
		}
	}
	before := i.Counts().Created
	i.SetField(2, "")
	if list := i.Columns(words(t, locale.ZhHant)); list[2].Field != "" || list[2].State != "left-out" {
		t.Errorf("a column left out is %+v", list[2])
	}
	if i.Counts().Created != before {
		t.Errorf("leaving a phone out changed the number of people from %d to %d", before, i.Counts().Created)
	}
}

func TestImportTreatsThoseOnFile(t *testing.T) {
	desk := newDesk(t, state.Inline{})
	failOnWarning(t, desk)
	first := openImport(t, desk, fiveCards(t))
	first.Go(state.ImportConfirm)
	first.Write()
	again := openImport(t, desk, cards(t, "姓名,公司名稱,手機,E-mail,地址", "王小明,大同精密股份有限公司,0912345678,ming@example.com,台北市松山區南京東路四段1號"))
	if got := again.Counts(); got.Updated != 1 || got.Created != 0 {
		t.Fatalf("got %+v, want one update", got)
	}
	row, _ := again.Row(0)
	if len(row.Changes) == 0 {
		t.Error("nothing says what the update changes")
	}
	again.SetDuplicates(crm.SkipDuplicates)
	if got := again.Counts(); got.Skipped != 1 {
		t.Errorf("skipping those on file: got %+v", got)
	}
	again.SetDuplicates(crm.AddDuplicates)
	if got := again.Counts(); got.Created != 1 {
		t.Errorf("adding all: got %+v", got)
	}
	again.SetDuplicates(crm.FillDuplicates)
	again.DecideSkip(row.Number)
	if got := again.Counts(); got.Skipped != 1 {
		t.Errorf("skipping by hand: got %+v", got)
	}
	again.DecideAuto(row.Number)
	if got := again.Counts(); got.Updated != 1 {
		t.Errorf("automatic again: got %+v", got)
	}
}

func TestImportFiltersRows(t *testing.T) {
	i := openImport(t, newDesk(t, state.Inline{}), fiveCards(t))
	total := i.Rows()
	i.FilterOn(string(crm.OutcomeCreated))
	if i.Rows() != i.Counts().Created {
		t.Errorf("the filter shows %d rows, want %d", i.Rows(), i.Counts().Created)
	}
	for n := range i.Rows() {
		if r, _ := i.Row(n); r.Outcome != crm.OutcomeCreated {
			t.Errorf("row %d is %s", r.Number, r.Outcome)
		}
	}
	i.FilterOn(state.AllRows)
	if i.Rows() != total || total != 5 {
		t.Errorf("without filter there are %d rows, want 5", i.Rows())
	}
}

func TestImportExplainsBadFiles(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"empty.csv": "", "picture.xlsx": "\x89PNG\r\n\x1a\n0000", "missing.csv": "-"} {
		path := filepath.Join(dir, name)
		if content != "-" {
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		i := state.NewImport(newDesk(t, state.Inline{}))
		i.Open(path)
		if i.Problem().IsZero() || i.Step() != state.ImportFile {
			t.Errorf("%s: got step %d and no word about it", name, i.Step())
		}
		for _, tag := range locale.Tags() {
			if !words(t, tag).Has(i.Problem().Key) {
				t.Errorf("%s: %s has no text in %s", name, i.Problem().Key, tag)
			}
		}
	}
}

func TestRowsWithProblemsAreSaved(t *testing.T) {
	desk := newDesk(t, state.Inline{})
	failOnWarning(t, desk)
	i := openImport(t, desk, cards(t, "姓名,手機,生日", "王小明,0912345678,1986-03-05", "李小華,0928114556,2026-02-31"))
	if i.ProblemRows() != 1 {
		t.Fatalf("got %d rows with problems, want 1", i.ProblemRows())
	}
	path := filepath.Join(t.TempDir(), "problems.csv")
	i.SaveProblems(path, words(t, locale.ZhHant))
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if text := string(b); !strings.Contains(text, "李小華") || strings.Contains(text, "王小明") {
		t.Errorf("the file holds %q", text)
	}
}

func TestStoppedImportChangesNothing(t *testing.T) {
	run := &byHand{}
	i := state.NewImport(newDesk(t, run))
	i.Open(fiveCards(t))
	i.Stop()
	for n := range run.waiting {
		run.let(n)
	}
	if i.Source() != nil || i.Step() != state.ImportFile || !i.Working().What.IsZero() {
		t.Errorf("after Stop: step %d, working %v", i.Step(), i.Working())
	}
}
