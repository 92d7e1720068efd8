package safefile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"regulars/store/safefile"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// folder says which files a folder holds, with their content.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(b)
	}
	return out
}

func TestWrite(t *testing.T) {
	broken := errors.New("the disk is full")
	half := func(w io.Writer) error { return errors.Join(text("half")(w), broken) }
	tests := map[string]struct {
		before string // "" = no file
		write  func(path string) error
		want   string
		err    error
	}{
		"a new file":                    {"", func(p string) error { return safefile.Create(p, text("new")) }, "new", nil},
		"a new file where there is one": {"old", func(p string) error { return safefile.Create(p, text("new")) }, "old", safefile.ErrExists},
		"a writer that fails":           {"", func(p string) error { return safefile.Create(p, half) }, "", broken},
		"a replacement":                 {"old", func(p string) error { return safefile.Replace(p, text("new")) }, "new", nil},
		"a replacement of nothing":      {"", func(p string) error { return safefile.Replace(p, text("new")) }, "new", nil},
		"a replacement that fails":      {"old", func(p string) error { return safefile.Replace(p, half) }, "old", broken},
		"by force":                      {"old", func(p string) error { return safefile.Write(p, true, text("new")) }, "new", nil},
		"without force":                 {"old", func(p string) error { return safefile.Write(p, false, half) }, "old", safefile.ErrExists},
		"without force, a new file":     {"", func(p string) error { return safefile.Write(p, false, text("new")) }, "new", nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "file")
			if test.before != "" {
				if err := os.WriteFile(path, []byte(test.before), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if err := test.write(path); !errors.Is(err, test.err) {
				t.Errorf("error %v, want %v", err, test.err)
			}
			got := folder(t, dir)
			if test.want == "" && len(got) != 0 || test.want != "" && (len(got) != 1 || got["file"] != test.want) {
				t.Errorf("the folder holds %v, want %q", got, test.want)
			}
		})
	}
}

func TestMove(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "from"), filepath.Join(dir, "to")
	if err := os.WriteFile(from, []byte("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := safefile.Move(from, to); err != nil {
		t.Fatal(err)
	}
	if got := folder(t, dir); len(got) != 1 || got["to"] != "a" {
		t.Errorf("the folder holds %v", got)
	}
	if err := os.WriteFile(from, []byte("b"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := safefile.Move(from, to); !errors.Is(err, safefile.ErrExists) {
		t.Errorf("onto a file: %v", err)
	}
	if got := folder(t, dir); got["from"] != "b" || got["to"] != "a" {
		t.Errorf("the folder holds %v", got)
	}
}
