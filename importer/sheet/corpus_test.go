package sheet

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// corpusFolder finds the shared corpus of public files beside the repository. It is not part of the repository.
func corpusFolder(t *testing.T) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			break
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			t.Skip("no go.mod above the test")
		}
		folder = parent
	}
	corpus := filepath.Join(folder, "..", "shared", "data", "import")
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("the shared corpus is not here; the fixtures of this package are tested elsewhere")
	}
	return corpus
}

// expectation is what a careful person wants of a file.
type expectation struct {
	Contacts   int   `json:"contacts"`
	Acceptable []int `json:"contacts_acceptable"`
}

// TestCorpus opens every file of the corpus: no panic, quick, the count of rows or cards right, the unreadable ones refused by the
// right code.
func TestCorpus(t *testing.T) {
	corpus := corpusFolder(t)
	files, wrong := 0, 0
	err := filepath.WalkDir(corpus, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".expect.json") {
			return err
		}
		files++
		path = strings.TrimSuffix(path, ".expect.json")
		name, _ := filepath.Rel(corpus, path)
		if problem := checkCorpusFile(t, path); problem != "" {
			wrong++
			t.Logf("%s: %s", name, problem)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files, %d with a count that differs from what a person expects before cleaning", files, wrong)
	if wrong > 4 {
		t.Errorf("%d files differ, at most 4 may", wrong)
	}
}

func checkCorpusFile(t *testing.T, path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var want expectation
	text, err := os.ReadFile(path + ".expect.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	f, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), filepath.Base(path), Options{})
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("%s took %v", path, took)
	}
	if err != nil {
		return checkRefusal(err, want)
	}
	count := len(f.Records)
	if table := f.Table(); table != nil {
		count = len(table.Rows)
	}
	if count != want.Contacts && !slices.Contains(want.Acceptable, count) {
		return strings.Join([]string{f.Format, f.Encoding, "count", itoa(count), "want", itoa(want.Contacts)}, " ")
	}
	return ""
}

func checkRefusal(err error, want expectation) string {
	var known *Error
	if !errors.As(err, &known) {
		return "untyped error " + err.Error()
	}
	if want.Contacts == 0 && slices.Contains([]string{CodeWrapped, CodeEncryptedOffice}, known.Code) {
		return ""
	}
	return "refused: " + err.Error()
}

func itoa(n int) string { return strconv.Itoa(n) }
