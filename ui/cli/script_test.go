package cli_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	cards "regulars/assets/demo"
	"regulars/store/actions"
	"regulars/ui/cli"
)

// now is the time at which all scripts run.
var now = time.Date(2026, 11, 22, 10, 30, 0, 0, time.FixedZone("Taipei", 8*3600))

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"regulars": program})
}

// program is the command line as a process of its own, with a clock that stands still, on another day where TEST_DAY names one.
func program() {
	env := cli.System("1.2.3")
	env.Now = func() time.Time {
		if day, err := time.ParseInLocation(time.DateOnly, os.Getenv("TEST_DAY"), now.Location()); err == nil {
			return day.Add(10 * time.Hour)
		}
		return now
	}
	env.Program, _ = exec.LookPath("regulars")
	os.Exit(cli.Run(context.Background(), os.Args[1:], env))
}

// TestScripts runs the scripts in testdata on a real data file and real files. Each begins in an empty folder that holds the bundled business cards.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("REGULARS_DATA", filepath.Join(env.WorkDir, "data", "regulars.db"))
			env.Setenv("REGULARS_LANG", "en")
			for _, f := range cards.Files() {
				if err := os.WriteFile(filepath.Join(env.WorkDir, f.Name), f.Data, 0o666); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"code": exitsWith, "value": value, "keep": keep, "holdopen": holdOpen, "damage": damage, "csvcell": csvCell,
		},
	})
}

// exitsWith runs a program that must end with the given exit code: code 4 regulars import x.csv.
func exitsWith(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N program args…")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := err.(*exec.ExitError); ok {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if want, _ := strconv.Atoi(args[0]); got != want {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// find follows a path such as 0.problems.1.code through the JSON on standard output; len is the length of a list.
func find(ts *testscript.TestScript, path string) string {
	var doc any
	if err := json.Unmarshal([]byte(ts.ReadFile("stdout")), &doc); err != nil {
		ts.Fatalf("standard output is not one JSON document: %v", err)
	}
	for _, key := range strings.Split(path, ".") {
		switch at := doc.(type) {
		case map[string]any:
			found, ok := at[key]
			if !ok {
				ts.Fatalf("%s: there is no %q", path, key)
			}
			doc = found
		case []any:
			if key == "len" {
				doc = len(at)
				continue
			}
			i, err := strconv.Atoi(key)
			if err != nil || i >= len(at) {
				ts.Fatalf("%s: no element %s among %d", path, key, len(at))
			}
			doc = at[i]
		default:
			ts.Fatalf("%s: nothing below %v", path, doc)
		}
	}
	return fmt.Sprint(doc)
}

// value checks a value in the JSON on standard output: value 0.created 47. Each $ is written as it is.
func value(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] value path want")
	}
	if got := find(ts, args[0]); (got == args[1]) == neg {
		ts.Fatalf("%s is %q, want %q (negated: %v)", args[0], got, args[1], neg)
	}
}

// keep puts a value of the JSON on standard output, or all of standard output, into an environment variable: keep ID 0.id.
func keep(ts *testscript.TestScript, neg bool, args []string) {
	switch {
	case neg || len(args) < 1 || len(args) > 2:
		ts.Fatalf("usage: keep NAME [path]")
	case len(args) == 1:
		ts.Setenv(args[0], strings.TrimSpace(ts.ReadFile("stdout")))
	default:
		ts.Setenv(args[0], find(ts, args[1]))
	}
}

// holdOpen opens the data file as another program would and keeps it until the script ends.
func holdOpen(ts *testscript.TestScript, neg bool, args []string) {
	book, err := actions.Open(ts.Getenv("REGULARS_DATA"), actions.Options{Program: "another desk", NoBackup: true})
	if err != nil {
		ts.Fatalf("%v", err)
	}
	ts.Defer(func() {
		if err := book.Close(); err != nil {
			ts.Logf("closing: %v", err)
		}
	})
}

// damage overwrites a part of a file: damage FILE offset length.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: damage FILE offset length")
	}
	offset, _ := strconv.ParseInt(args[1], 10, 64)
	length, _ := strconv.Atoi(args[2])
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_RDWR, 0)
	ts.Check(err)
	_, err = f.WriteAt([]byte(strings.Repeat("\xa5", length)), offset)
	ts.Check(err)
	ts.Check(f.Close())
}

// csvCell replaces a text in a file: csvcell FILE old new.
func csvCell(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: csvcell FILE old new")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(text, args[1], args[2])), 0o666))
}
