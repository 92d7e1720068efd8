package actions_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"regulars/store/actions"
	"regulars/store/backup"
	"regulars/store/crm"
	"regulars/store/storetest"
)

// childVerify is the argument by which the test starts itself again as the program that looks a file over.
const childVerify = "--verify-child"

// verifyAsChild does what the program does for `verify --child FILE`.
func verifyAsChild(path string) int {
	r, err := actions.Verify(context.Background(), path)
	if err != nil {
		r = actions.Report{Path: path, Problems: []string{err.Error()}}
	}
	if err := json.NewEncoder(os.Stdout).Encode(r); err != nil {
		return 1
	}
	return 0
}

func childCheck() func(context.Context, string) error {
	return actions.CheckInChild(os.Args[0], childVerify)
}

// withBackups are options of a Book that makes backups and has them checked in a child.
func withBackups(clock *storetest.Clock) actions.Options {
	o := storetest.Options()
	o.Now, o.NoBackup, o.Check = clock.Now, false, childCheck()
	return o
}

func TestBackupOnEachDayOfUseAndBeforeImports(t *testing.T) {
	clock, path := storetest.NewClock(), storetest.Path(t.TempDir())
	session := func(open func(string, actions.Options) (*actions.Book, error), use func(*actions.Book)) {
		b := must[*actions.Book](t)(open(path, withBackups(clock)))
		use(b)
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
	session(actions.Create, func(b *actions.Book) {})
	session(actions.Open, func(b *actions.Book) { add(t, b, person("王小明")) })
	session(actions.Open, func(b *actions.Book) { add(t, b, person("林大同")) })
	clock.Forward(24 * time.Hour)
	session(actions.Open, func(b *actions.Book) {
		importCards(t, b, cards(b.NewID, 20))
	})
	b := storetest.Open(t, path, withBackups(clock))
	var reasons []backup.Reason
	for _, i := range must[[]actions.BackupInfo](t)(b.Backups()) {
		reasons = append(reasons, i.Reason)
		storetest.Verify(t, i.Path)
	}
	if got := fmt.Sprint(reasons); got != "[day import day]" {
		t.Errorf("backups: %s", got)
	}
	if last, ok, err := b.LastBackup(); err != nil || !ok || last.Reason != backup.Daily {
		t.Errorf("last backup: %+v, %v, %v", last, ok, err)
	}
}

func TestRestore(t *testing.T) {
	clock, dir := storetest.NewClock(), t.TempDir()
	path, out := storetest.Path(dir), filepath.Join(dir, "out.db")
	o := withBackups(clock)
	b := must[*actions.Book](t)(actions.Create(path, o))
	id := add(t, b, person("王小明"))
	want := digest(t, b)
	if err := b.Backup(t.Context(), out); err != nil {
		t.Fatal(err)
	}
	if err := b.Backup(t.Context(), out); !errors.Is(err, actions.ErrExists) {
		t.Errorf("onto a file: %v", err)
	}
	must[actions.Step](t)(b.DeleteContacts([]crm.ID{id}))

	var inUse *actions.InUseError
	if _, err := actions.Restore(t.Context(), out, path, o); !errors.As(err, &inUse) {
		t.Errorf("while the file is open: %v", err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	rotten := filepath.Join(dir, "rotten.db")
	raw := must[[]byte](t)(os.ReadFile(out))
	if err := os.WriteFile(rotten, bytes.ReplaceAll(raw, []byte("小明"), []byte("大明")), 0o600); err != nil {
		t.Fatal(err)
	}
	var damaged *actions.DamagedError
	if _, err := actions.Restore(t.Context(), rotten, path, o); !errors.As(err, &damaged) {
		t.Errorf("a rotten backup: %v", err)
	}
	replaced, err := actions.Restore(t.Context(), out, path, o)
	if err != nil {
		t.Fatal(err)
	}
	storetest.Verify(t, replaced)
	if b = storetest.Open(t, path, o); digest(t, b) != want {
		t.Error("the restored file holds something else")
	}
}

// A damaged data file is what a backup is for.
func TestRestoreOverADamagedFile(t *testing.T) {
	clock, dir := storetest.NewClock(), t.TempDir()
	path, out := storetest.Path(dir), filepath.Join(dir, "out.db")
	b := must[*actions.Book](t)(actions.Create(path, withBackups(clock)))
	add(t, b, person("王小明"))
	if err := errors.Join(b.Backup(t.Context(), out), b.Close()); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"nothing in it": {}, "noise": bytes.Repeat([]byte("noise"), 10_000)} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := actions.Restore(t.Context(), out, path, withBackups(clock)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		storetest.Verify(t, path)
	}
}

// Whatever byte of the file goes bad, the look over it in a child ends, and either finds it or it was in no one's data.
func TestCheckInChildFindsDamage(t *testing.T) {
	dir := t.TempDir()
	path := storetest.Path(dir)
	b := must[*actions.Book](t)(actions.Create(path, storetest.Options()))
	importCards(t, b, cards(b.NewID, 60))
	want := digest(t, b)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	check := childCheck()
	if err := check(t.Context(), path); err != nil {
		t.Fatalf("the sound file: %v", err)
	}
	sound := must[[]byte](t)(os.ReadFile(path))
	var used []int // pages that hold something
	for page := range len(sound) / 4096 {
		if !bytes.Equal(sound[page*4096:][:4096], make([]byte, 4096)) {
			used = append(used, page)
		}
	}
	random := rand.New(rand.NewPCG(3, 4))
	tries, found := 40, 0
	if testing.Short() {
		tries = 8
	}
	for i := range tries {
		bad := bytes.Clone(sound)
		at := used[random.IntN(len(used))]*4096 + random.IntN(4096)
		bad[at] ^= 1 << random.IntN(8)
		badPath := filepath.Join(dir, fmt.Sprintf("bad%d.db", i))
		if err := os.WriteFile(badPath, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := check(t.Context(), badPath); err != nil {
			found++
			continue
		}
		b := must[*actions.Book](t)(actions.Open(badPath, storetest.Options()))
		if got := digest(t, b); got != want {
			t.Errorf("a bit at %d of %d: not found, but the content differs", at, len(bad))
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
	t.Logf("%d of %d flipped bits were found; the others were in no one's data", found, tries)
	if found == 0 {
		t.Error("no damage was found")
	}
}

func TestCheckInChildThatCannotRun(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	var damaged *actions.DamagedError
	if err := actions.CheckInChild(filepath.Join(t.TempDir(), "missing"))(t.Context(), path); err == nil || errors.As(err, &damaged) {
		t.Errorf("a program that is not there: %v", err)
	}
	if err := actions.CheckInChild(os.Args[0], "-test.run=^$", "-no-such-flag")(t.Context(), path); !errors.As(err, &damaged) {
		t.Errorf("a program that ends without a report: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := childCheck()(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestVerifyFindsLinksThatLeadNowhere(t *testing.T) {
	b := storetest.New(t)
	firm := add(t, b, company("大同"))
	p := person("王小明")
	p.Positions, p.Referrer = []crm.Position{{Company: firm}}, b.NewID()
	id := add(t, b, p)
	got := contact(t, b, id)
	if !got.Referrer.IsZero() {
		t.Error("a link to nobody was written")
	}
	must[actions.Step](t)(b.DeleteContacts([]crm.ID{firm}))
	if r := must[actions.Report](t)(b.Verify()); len(r.Problems) != 0 {
		t.Errorf("a link into the trash: %v", r.Problems)
	}
	if _, err := b.EmptyTrash(t.Context()); err != nil {
		t.Fatal(err)
	}
	if r := must[actions.Report](t)(b.Verify()); len(r.Problems) != 0 {
		t.Errorf("a link to what was erased: %v", r.Problems)
	}
}

func TestEraseLeavesNoTrace(t *testing.T) {
	b := storetest.New(t)
	const secret, other = "獨孤求敗", "令狐沖"
	p := person(secret)
	p.Notes = "secret note"
	id := add(t, b, p)
	keep := add(t, b, person(other))
	must[actions.Step](t)(b.EditContact(id, func(c *crm.Contact) error { c.Emails = []crm.Email{{Address: "dugu@example.com"}}; return nil }))
	event, _, err := b.AddEvent(crm.Event{Name: "感恩餐會"})
	if err != nil {
		t.Fatal(err)
	}
	must[actions.Invited](t)(b.Invite(event, []crm.ID{id, keep}, crm.InviteRule{}))
	guests := must[[]crm.Guest](t)(b.GuestOf(id))
	must[actions.Step](t)(b.SetGuest(guests[0].ID, func(g *crm.Guest) error { g.Diet = "secret note"; return nil }))
	alias := add(t, b, person(secret+"二"))
	must[actions.Step](t)(b.Merge(id, []crm.ID{alias}, contact(t, b, id)))
	must[actions.Step](t)(b.DeleteContacts([]crm.ID{id}))
	must[[]actions.Step](t)(b.Undo(1))
	must[actions.Step](t)(b.DeleteContacts([]crm.ID{id}))

	erased, err := b.Erase(t.Context(), id)
	if err != nil || erased.Images == 0 || !erased.Step.Final {
		t.Fatalf("erased %+v, %v", erased, err)
	}
	file := must[[]byte](t)(os.ReadFile(b.Path()))
	for _, trace := range []string{secret, "secret note", "dugu@example.com"} {
		if bytes.Contains(file, []byte(trace)) {
			t.Errorf("the file still holds %q", trace)
		}
	}
	if !bytes.Contains(file, []byte(other)) {
		t.Error("the file does not hold what it is to hold")
	}
	for _, s := range must[[]actions.Step](t)(b.History(0)) {
		if strings.Contains(fmt.Sprint(s.Values), secret) {
			t.Errorf("step %s still says %v", s.Kind, s.Values)
		}
	}
	if got := must[[]crm.Guest](t)(b.Guests(event)); len(got) != 1 || got[0].Contact != keep {
		t.Errorf("guests: %+v", got)
	}
	if _, err := b.Erase(t.Context(), id); !errors.Is(err, actions.ErrNotFound) {
		t.Errorf("again: %v", err)
	}
	if h := must[[]actions.Entry](t)(b.HistoryOf(id)); len(h) != 0 {
		t.Errorf("history: %v", h)
	}
}
