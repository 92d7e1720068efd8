package actions_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/storetest"
)

// The environment variables by which the test starts itself again as the program that is killed.
const (
	childFile = "REGULARS_TEST_IMPORT_INTO"
	childRows = 20_000
)

func TestMain(m *testing.M) {
	if path := os.Getenv(childFile); path != "" {
		os.Exit(importAsChild(path))
	}
	if len(os.Args) == 3 && os.Args[1] == childVerify {
		os.Exit(verifyAsChild(os.Args[2]))
	}
	// A child under the race detector would wait a second before it ends.
	if err := os.Setenv("GORACE", os.Getenv("GORACE")+" atexit_sleep_ms=0"); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(m.Run())
}

// importAsChild imports a batch and says on standard output when it begins and when it is done.
func importAsChild(path string) int {
	b, err := actions.Open(path, actions.Options{NoBackup: true, AnyPlace: true})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	batch := cards(b.NewID, childRows)
	fmt.Println("begin")
	if _, _, err := b.Import(context.Background(), batch); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Println("done")
	return 0
}

// runChild starts the import and kills it after a time (never for a negative one). It says how long the import ran and whether it was done.
func runChild(t *testing.T, path string, after time.Duration) (ran time.Duration, done bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childFile+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if !lines.Scan() || lines.Text() != "begin" {
		t.Fatalf("the child said %q", lines.Text())
	}
	begin := time.Now()
	if after >= 0 {
		timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		defer timer.Stop()
	}
	done = lines.Scan() && lines.Text() == "done"
	ran = time.Since(begin)
	if err := cmd.Wait(); err != nil && after < 0 {
		t.Fatal(err)
	}
	return ran, done
}

// A program that is killed in the middle of an import leaves a file that opens, is sound, and shows all of the import or nothing.
func TestKilledImportLeavesNothingHalfDone(t *testing.T) {
	times := 20
	if testing.Short() {
		times = 3
	}
	dir := t.TempDir()
	base := storetest.Path(dir)
	before := makeBase(t, base)
	whole := filepath.Join(dir, "whole.db")
	copyFile(t, base, whole)
	ran, done := runChild(t, whole, -1)
	if !done {
		t.Fatal("the import that nobody killed did not end")
	}
	after := fileState(t, whole)
	random := rand.New(rand.NewPCG(1, 2))
	inTheMiddle, committed := 0, 0
	for i := range times {
		path := filepath.Join(dir, fmt.Sprintf("killed%d.db", i))
		copyFile(t, base, path)
		if _, done := runChild(t, path, time.Duration(random.Int64N(int64(ran)))); !done {
			inTheMiddle++
		}
		switch got := fileState(t, path); got {
		case before:
		case after:
			committed++
		default:
			t.Errorf("killed %d: the file holds %+v, want %+v or %+v", i, got, before, after)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d imports of %d rows (%v each), %d killed in the middle, %d of the files hold the import", times, childRows, ran.Round(time.Millisecond), inTheMiddle, committed)
	if inTheMiddle == 0 {
		t.Error("no import was killed in the middle")
	}
}

func makeBase(t *testing.T, path string) state {
	t.Helper()
	b, err := actions.Create(path, storetest.Options())
	if err != nil {
		t.Fatal(err)
	}
	importCards(t, b, cards(b.NewID, 300))
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return fileState(t, path)
}

// state is what can be seen of a file.
type state struct {
	persons, companies, batches, steps int
}

// fileState opens a file, verifies it, and says what it shows.
func fileState(t *testing.T, path string) state {
	t.Helper()
	b, err := actions.Open(path, storetest.Options())
	if err != nil {
		t.Fatal(err)
	}
	var s state
	if s.persons, s.companies, err = b.Counts(); err != nil {
		t.Error(err)
	}
	s.batches = len(must[[]crm.Batch](t)(b.Batches()))
	s.steps = len(must[[]actions.Step](t)(b.History(0)))
	if all := must[[]crm.Contact](t)(b.AllContacts()); len(all) != s.persons+s.companies {
		t.Errorf("%d contacts, but counted %d", len(all), s.persons+s.companies)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	storetest.Verify(t, path)
	return s
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
