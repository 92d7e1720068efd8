// Package storetest gives tests a real data file that is looked over when the test ends, and ways to make its disk misbehave. It is for tests alone.
package storetest

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"regulars/store/actions"
)

// Start is the moment at which the clock of a test begins: a Monday noon in Taipei.
func Start() time.Time {
	return time.Date(2026, time.March, 2, 12, 0, 0, 0, time.FixedZone("CST", 8*60*60))
}

// Clock is a clock that goes forward by a second each time it is asked, and by hand.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock gives a clock that begins at Start.
func NewClock() *Clock { return &Clock{now: Start()} }

// Now is the time, a second later than the last one.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(time.Second)
	return c.now
}

// Forward moves the clock.
func (c *Clock) Forward(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// Disk is a disk that can be made to fail: put its Fault into the Options of a Book.
type Disk struct {
	mu  sync.Mutex
	err error
}

// Fail makes each write end in err, until Heal.
func (d *Disk) Fail(err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.err = err
}

// Heal lets writes succeed again.
func (d *Disk) Heal() { d.Fail(nil) }

// Fault is the option that asks the disk. It fails a commit after the journal and before the records.
func (d *Disk) Fault(point string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if point == "records" {
		return d.err
	}
	return nil
}

// Options are those of a Book whose clock and ids are the same in each run, without backups.
func Options() actions.Options {
	return actions.Options{Now: NewClock().Now, Entropy: rand.NewChaCha8([32]byte{1}), Author: "測試", DefaultCountry: "TW", NoBackup: true, AnyPlace: true}
}

// Path is where New puts the file of a test in its folder.
func Path(dir string) string { return filepath.Join(dir, "regulars.db") }

// New makes a Book in a new data file that is verified and closed when the test ends.
func New(t testing.TB) *actions.Book {
	t.Helper()
	return Create(t, Path(t.TempDir()), Options())
}

// Create is New with a path and options.
func Create(t testing.TB, path string, o actions.Options) *actions.Book {
	t.Helper()
	b, err := actions.Create(path, o)
	if err != nil {
		t.Fatalf("create %s: %v", path, err)
	}
	verifyAtEnd(t, b)
	return b
}

// Open opens a data file that is there; it is verified and closed when the test ends.
func Open(t testing.TB, path string, o actions.Options) *actions.Book {
	t.Helper()
	b, err := actions.Open(path, o)
	if err != nil {
		t.Fatalf("open %s: %v", path, err)
	}
	verifyAtEnd(t, b)
	return b
}

func verifyAtEnd(t testing.TB, b *actions.Book) {
	t.Cleanup(func() {
		t.Helper()
		path := b.Path()
		if err := b.Close(); err != nil {
			t.Errorf("close %s: %v", path, err)
		}
		Verify(t, path)
	})
}

// Verify fails the test where a closed data file is not sound.
func Verify(t testing.TB, path string) {
	t.Helper()
	r, err := actions.Verify(context.Background(), path)
	if err != nil {
		t.Errorf("verify %s: %v", path, err)
	}
	for _, p := range r.Problems {
		t.Errorf("verify %s: %s", path, p)
	}
}
