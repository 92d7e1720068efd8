package xlsx_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"regulars/reports/xlsx"
)

// A sheet beyond the size that is kept in memory goes through a folder that only the user may read, and nothing of it stays.
func TestLargeSheetsLeaveNothingBehind(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "own")
	old, other, young := filepath.Join(dir, "regulars-sheet-old"), filepath.Join(dir, "other"), filepath.Join(dir, "regulars-sheet-young")
	for _, d := range []string{old, other, young} {
		if err := os.MkdirAll(d, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := time.Now().Add(-24 * time.Hour)
	for _, d := range []string{old, other} {
		if err := os.Chtimes(d, yesterday, yesterday); err != nil {
			t.Fatal(err)
		}
	}
	const rows = 9000
	text := strings.Repeat("王小明", 700)
	seen := 0
	all := func(yield func([]string, error) bool) {
		for i := range rows {
			if i == rows-1 {
				seen = lookAtScratch(t, dir)
			}
			if !yield([]string{text}, nil) {
				return
			}
		}
	}
	if err := xlsx.Write(io.Discard, []xlsx.Sheet{{Name: "x", Headers: []string{"a"}, Rows: all, Count: rows}}, xlsx.Options{TempDir: dir}); err != nil {
		t.Fatal(err)
	}
	if seen != 1 {
		t.Errorf("%d files were in use, want 1", seen)
	}
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range left {
		names = append(names, e.Name())
	}
	if got := strings.Join(names, " "); got != "other regulars-sheet-young" {
		t.Errorf("left: %s", got)
	}
}

// lookAtScratch counts the files in use and checks who may read their folder.
func lookAtScratch(t *testing.T, dir string) int {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "regulars-sheet-*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		info, err := os.Stat(filepath.Dir(f))
		if err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s: %v, %v", f, info.Mode(), err)
		}
	}
	return len(files)
}
