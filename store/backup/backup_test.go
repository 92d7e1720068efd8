package backup_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"regulars/store/backup"
)

var taipei = time.FixedZone("CST", 8*60*60)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

var errRotten = errors.New("rotten")

// check takes a file for sound unless it says that it is rotten.
func check(_ context.Context, path string) error {
	b, err := os.ReadFile(path)
	if err == nil && strings.HasPrefix(string(b), "rotten") {
		err = errRotten
	}
	return err
}

func keeper(dir string, now *time.Time) backup.Keeper {
	return backup.Keeper{Dir: dir, Name: "regulars", Now: func() time.Time { return *now }, Check: check}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestMakeAndList(t *testing.T) {
	now := time.Date(2026, 3, 2, 1, 30, 0, 500, taipei)
	dir := filepath.Join(t.TempDir(), "backups")
	k := keeper(dir, &now)
	if all, err := k.List(); err != nil || len(all) != 0 {
		t.Fatalf("before the first: %v, %v", all, err)
	}
	for i, reason := range []backup.Reason{backup.Daily, backup.BeforeImport, backup.BeforeImport} {
		info, err := k.Make(t.Context(), reason, text(fmt.Sprint("content ", i)))
		if err != nil || info.Size != 9 || info.Reason != reason || !info.At.Equal(now.Truncate(time.Second)) {
			t.Fatalf("made %+v, %v", info, err)
		}
	}
	if _, err := k.Make(t.Context(), backup.OnDemand, text("rotten fruit")); !errors.Is(err, errRotten) {
		t.Errorf("a copy that is not sound: %v", err)
	}
	if _, err := k.Make(t.Context(), backup.OnDemand, func(io.Writer) error { return errRotten }); !errors.Is(err, errRotten) {
		t.Errorf("a snapshot that fails: %v", err)
	}
	for _, other := range []string{"regulars-notadate-day.backup", "other-20260301T173000Z-day.backup", "regulars-20260301T173000Z-day.txt"} {
		if err := os.WriteFile(filepath.Join(dir, other), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all, err := k.List()
	if err != nil || len(all) != 3 || !strings.HasSuffix(all[0].Path, "-import-2.backup") {
		t.Errorf("list %+v, %v", all, err)
	}
	if got := names(t, dir); len(got) != 6 {
		t.Errorf("the folder holds %v", got)
	}
}

func TestKept(t *testing.T) {
	var all []backup.Info
	day := time.Date(2026, 12, 31, 20, 0, 0, 0, taipei)
	for i := range 800 { // twice a day for 400 days, newest first
		at := day.Add(-time.Duration(i) * 12 * time.Hour)
		all = append(all, backup.Info{Path: at.Format(time.RFC3339), At: at.UTC(), Reason: backup.Daily})
	}
	for i := range 15 {
		at := day.Add(-time.Duration(i)*time.Hour - 30*24*time.Hour)
		all = append(all, backup.Info{Path: fmt.Sprint("import", i), At: at, Reason: backup.BeforeImport})
	}
	slices.SortStableFunc(all, func(a, b backup.Info) int { return b.At.Compare(a.At) })
	kept := backup.Kept(all, taipei)
	imports, daily := 0, []string{}
	for _, b := range all {
		switch {
		case !kept[b.Path]:
		case b.Reason == backup.Daily:
			daily = append(daily, b.At.In(taipei).Format(time.DateOnly))
		default:
			imports++
		}
	}
	want := []string{"2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-27", "2026-12-26", "2026-12-25", // days; weeks: 31 December, 27 December
		"2026-12-20", "2026-12-13", "2026-11-30", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31", "2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31"}
	if !slices.Equal(daily, want) {
		t.Errorf("kept  %v\nwant %v", daily, want)
	}
	if imports != 10 {
		t.Errorf("kept of those before imports: %d", imports)
	}
}

func TestMakeThinsOut(t *testing.T) {
	now := time.Date(2026, 3, 2, 12, 0, 0, 0, taipei)
	k := keeper(t.TempDir(), &now)
	for range 30 {
		now = now.Add(24 * time.Hour)
		if _, err := k.Make(t.Context(), backup.Daily, text("x")); err != nil {
			t.Fatal(err)
		}
	}
	if got := names(t, k.Dir); len(got) > 7+4+2 || len(got) < 8 {
		t.Errorf("kept %d: %v", len(got), got)
	}
}

func TestRestore(t *testing.T) {
	at := time.Date(2026, 3, 2, 12, 0, 0, 0, taipei)
	tests := map[string]struct {
		old, from string
		release   error
		err       error
		want      map[string]string
	}{
		"in the place of a file": {old: "old", from: "good", want: map[string]string{"data.db": "good", "data-replaced-20260302T040000Z.db": "old", "from": "good"}},
		"where there is none":    {from: "good", want: map[string]string{"data.db": "good", "from": "good"}},
		"a rotten one":           {old: "old", from: "rotten", err: errRotten, want: map[string]string{"data.db": "old", "from": "rotten"}},
		"release fails":          {old: "old", from: "good", release: errRotten, err: errRotten, want: map[string]string{"data.db": "old", "from": "good"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path, from := filepath.Join(dir, "data.db"), filepath.Join(dir, "from")
			if test.old != "" {
				if err := os.WriteFile(path, []byte(test.old), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.WriteFile(from, []byte(test.from), 0o600); err != nil {
				t.Fatal(err)
			}
			replaced, err := backup.Restore(t.Context(), from, path, at, check, func() error { return test.release })
			if !errors.Is(err, test.err) || err == nil && (replaced != "") != (test.old != "") {
				t.Errorf("replaced %q, %v", replaced, err)
			}
			got := map[string]string{}
			for _, n := range names(t, dir) {
				b, err := os.ReadFile(filepath.Join(dir, n))
				if err != nil {
					t.Fatal(err)
				}
				got[n] = string(b)
			}
			if fmt.Sprint(got) != fmt.Sprint(test.want) {
				t.Errorf("the folder holds %v, want %v", got, test.want)
			}
		})
	}
}

func TestRestoreTwiceInOneSecond(t *testing.T) {
	dir, at := t.TempDir(), time.Date(2026, 3, 2, 12, 0, 0, 0, taipei)
	path, from := filepath.Join(dir, "data.db"), filepath.Join(dir, "from")
	if err := os.WriteFile(from, []byte("good"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, err := backup.Restore(t.Context(), from, path, at, check, func() error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	if got := names(t, dir); len(got) != 4 {
		t.Errorf("the folder holds %v", got)
	}
}
