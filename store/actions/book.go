package actions

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"regulars/store"
	"regulars/store/backup"
	"regulars/store/crm"
)

// Book is an open data file. Its methods may be called from several goroutines.
type Book struct {
	db     *store.DB
	t      tables
	opts   Options
	keeper backup.Keeper

	mu      sync.Mutex
	user    string // the firm's user, who signs the steps where Options name nobody
	written bool   // something was written since the file was opened
	memory  memory

	building sync.Mutex // one reader of all contacts at a time
	unhook   func()
}

// Create makes a new data file, with the folders that lead to it, and opens it. ErrExists where there is a file already.
func Create(path string, o Options) (*Book, error) { return start(path, o, store.Create) }

// Open opens the data file at path and never makes one. ErrNotFound, *InUseError, *UnsafePlaceError, *DamagedError, ErrNotAStore, ErrNewer.
func Open(path string, o Options) (*Book, error) { return start(path, o, store.Open) }

// OpenOrCreate opens the data file, or makes it where the path is free.
func OpenOrCreate(path string, o Options) (*Book, error) {
	b, err := Open(path, o)
	if errors.Is(err, ErrNotFound) && !o.ReadOnly {
		return Create(path, o)
	}
	return b, err
}

// DefaultPath is the data file in the user's data folder: $XDG_DATA_HOME/regulars, %LOCALAPPDATA%\regulars, ~/Library/Application Support/regulars.
func DefaultPath() (string, error) {
	if xdg.DataHome == "" {
		return "", fmt.Errorf("data folder of the user: %w", ErrNotFound)
	}
	return filepath.Join(xdg.DataHome, "regulars", "regulars.db"), nil
}

func start(path string, o Options, open func(string, store.Options) (*store.DB, error)) (*Book, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	b := &Book{t: newTables(), opts: o.filled()}
	b.keeper = keeperFor(path, b.opts)
	so := b.storeOptions()
	if b.db, err = open(path, so); err != nil {
		return nil, err
	}
	if err := b.readUser(); err != nil {
		return nil, errors.Join(err, b.db.Close())
	}
	b.unhook = b.db.Listen(b.hear)
	return b, nil
}

func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Check == nil {
		o.Check = checkHere
	}
	o.Program = cmp.Or(o.Program, "Regulars")
	return o
}

func (b *Book) storeOptions() store.Options {
	return store.Options{Tables: b.t.all(), Migrations: migrations(), Now: b.opts.Now, Entropy: b.opts.Entropy, Author: b.author, Program: b.opts.Program,
		ReadOnly: b.opts.ReadOnly, AnyPlace: b.opts.AnyPlace, BeforeMigrate: b.beforeMigrate, Fault: b.opts.Fault}
}

// migrations is the list of schemas that data files have been through; it grows at its end.
func migrations() []store.Migration { return nil }

func (b *Book) beforeMigrate(_, _ int, snapshot func(io.Writer) error) error {
	if b.opts.NoBackup {
		return nil
	}
	_, err := b.keeper.MakeUnchecked(backup.BeforeMigrate, snapshot)
	return err
}

func (b *Book) author() string {
	if b.opts.Author != "" {
		return b.opts.Author
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.user
}

func (b *Book) readUser() error {
	f, err := b.Firm()
	if err == nil {
		b.mu.Lock()
		b.user = f.User
		b.mu.Unlock()
	}
	return err
}

// Close makes the backup of the day if something was written and none was made yet, and closes the file. The file is closed even if the backup
// ends in an error.
func (b *Book) Close() error {
	b.mu.Lock()
	written := b.written
	b.written = false
	b.mu.Unlock()
	var err error
	if written && !b.opts.NoBackup {
		_, _, err = b.DailyBackup(context.Background())
	}
	b.unhook()
	return errors.Join(err, b.db.Close())
}

// Path is where the data file is.
func (b *Book) Path() string { return b.db.Path() }

// NewID gives a fresh id; an import plan takes this method.
func (b *Book) NewID() crm.ID { return b.db.NewID() }

// Today is the civil date by the Book's clock.
func (b *Book) Today() crm.Date { return dateOf(b.opts.Now()) }

func dateOf(t time.Time) crm.Date {
	d, err := crm.NewDate(t.Year(), int(t.Month()), t.Day())
	if err != nil {
		return 0
	}
	return d
}
