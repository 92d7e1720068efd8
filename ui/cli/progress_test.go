package cli

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"regulars/assets/locale"
)

func TestProgress(t *testing.T) {
	cases := []struct {
		name     string
		terminal bool
		json     bool
		took     time.Duration
		want     bool
	}{
		{"long work at a terminal", true, false, 2 * time.Second, true},
		{"short work at a terminal", true, false, 500 * time.Millisecond, false},
		{"long work in a pipe", false, false, 2 * time.Second, false},
		{"long work for a script", true, true, 2 * time.Second, false},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			cat, err := locale.Load(locale.English)
			if err != nil {
				t.Fatal(err)
			}
			clock := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
			var errs bytes.Buffer
			s := &session{cat: cat, Globals: Globals{JSON: tc.json}, env: Env{Stderr: &errs, Terminal: tc.terminal, Now: func() time.Time { return clock }}.orDefault()}
			p := s.progress("cli.progress.reading", locale.Values{"file": "a.xlsx"})
			p.share(0.1)
			clock = clock.Add(tc.took)
			p.share(0.5)
			if got := bytes.Contains(errs.Bytes(), []byte("Reading a.xlsx")); got != tc.want {
				t.Errorf("drawn: %v, want %v (%q)", got, tc.want, errs.String())
			}
			p.end()
			p.share(1)
		})
	}
}

// TestDemoShowsProgress makes a firm with a clock on which every look takes a second.
func TestDemoShowsProgress(t *testing.T) {
	env, _, errs := testEnv()
	clock := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	env.Terminal, env.Now = true, func() time.Time { clock = clock.Add(time.Second); return clock }
	args := []string{"--lang", "en", "--data", filepath.Join(t.TempDir(), "regulars.db"), "demo", "--contacts", "600"}
	if code := Run(t.Context(), args, env); code != ExitDone {
		t.Fatalf("demo ended with %d: %s", code, errs)
	}
	if !bytes.Contains(errs.Bytes(), []byte("Making up 600 contacts")) {
		t.Errorf("no progress was shown: %q", errs)
	}
}
