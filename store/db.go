package store

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"regulars/store/crm"
)

// DB is an open data file. Its methods may be called from several goroutines. A function given to Update may call View, which shows the file as
// it was before; a function given to View must call neither.
type DB struct {
	path   string
	opts   Options
	codec  codec
	tables map[string]kind
	ids    *idSource
	meta   meta
	note   *note

	life sync.RWMutex // held for writing while the file is closed or swapped
	bolt *bbolt.DB    // nil after Close
	file os.FileInfo

	writing   sync.Mutex // one act after another, announced in that order
	listening sync.Mutex
	listeners []*listener
}

type listener struct {
	hear func(Step, []Touched)
}

// meta is what the file says of itself.
type meta struct {
	Schema  int    `cbor:"1,keyasint"`
	Device  crm.ID `cbor:"2,keyasint"`
	Created int64  `cbor:"3,keyasint"`           // milliseconds since 1970 UTC
	Floor   uint64 `cbor:"4,keyasint,omitempty"` // steps up to this one were written in another schema and are not taken back
}

func (db *DB) now() time.Time { return db.opts.Now() }

func (db *DB) author() string {
	if db.opts.Author == nil {
		return ""
	}
	return db.opts.Author()
}

func (db *DB) fault(point string) error {
	if db.opts.Fault == nil {
		return nil
	}
	return db.opts.Fault(point)
}

// Path is where the file is.
func (db *DB) Path() string { return db.path }

// Device is the id that the file's own steps carry.
func (db *DB) Device() crm.ID { return db.meta.Device }

// Created is when the file was made, in UTC.
func (db *DB) Created() time.Time { return time.UnixMilli(db.meta.Created).UTC() }

// NewID gives a fresh id, greater than those before it as far as the clock runs forward.
func (db *DB) NewID() crm.ID { return db.ids.next(db.now()) }

// View reads. What f sees is one state of the file, whatever is written meanwhile.
func (db *DB) View(f func(*Tx) error) error {
	db.life.RLock()
	defer db.life.RUnlock()
	if db.bolt == nil {
		return ErrClosed
	}
	return protect(db.path, func() error {
		return db.bolt.View(func(b *bbolt.Tx) error { return f(&Tx{db: db, bolt: b}) })
	})
}

// Update writes: f reads and writes through the transaction, and if it returns nil all of it is flushed to the disk with a step in the journal,
// else nothing happened. The step is zero where f changed nothing. Listeners have heard of the step when Update returns.
func (db *DB) Update(act Act, f func(*Tx) error) (Step, error) {
	db.writing.Lock()
	defer db.writing.Unlock()
	step, records, err := db.update(act, f)
	if err == nil && step.Seq != 0 {
		db.announce(step, records)
	}
	return step, err
}

func (db *DB) update(act Act, f func(*Tx) error) (step Step, records []Touched, err error) {
	db.life.RLock()
	defer db.life.RUnlock()
	if err := db.writable(); err != nil {
		return Step{}, nil, err
	}
	err = protect(db.path, func() error {
		return db.bolt.Update(func(b *bbolt.Tx) error {
			tx := &Tx{db: db, bolt: b, act: &act, step: db.NewID(), changes: map[recordKey]*change{}}
			if err := f(tx); err != nil {
				return err
			}
			if step, records, err = tx.commit(); err == nil && step.Seq == 0 {
				return errNothing
			}
			return err
		})
	})
	if err == errNothing {
		return Step{}, nil, nil
	}
	if err != nil {
		return Step{}, nil, err
	}
	return step, records, nil
}

// errNothing rolls a transaction back that changed nothing.
var errNothing = fmt.Errorf("store: nothing to write")

func (db *DB) writable() error {
	switch {
	case db.bolt == nil:
		return ErrClosed
	case db.opts.ReadOnly:
		return ErrReadOnly
	}
	now, err := os.Stat(db.path)
	if err != nil || !os.SameFile(now, db.file) {
		return ErrMoved
	}
	return nil
}

// Listen has hear called after each commit with the step and the records, on the goroutine that wrote, until stop is called. hear may read but not write.
func (db *DB) Listen(hear func(Step, []Touched)) (stop func()) {
	l := &listener{hear}
	db.listening.Lock()
	defer db.listening.Unlock()
	db.listeners = append(db.listeners[:len(db.listeners):len(db.listeners)], l)
	return func() { db.unlisten(l) }
}

func (db *DB) unlisten(gone *listener) {
	db.listening.Lock()
	defer db.listening.Unlock()
	var kept []*listener
	for _, l := range db.listeners {
		if l != gone {
			kept = append(kept, l)
		}
	}
	db.listeners = kept
}

func (db *DB) announce(step Step, records []Touched) {
	db.listening.Lock()
	now := db.listeners
	db.listening.Unlock()
	for _, l := range now {
		l.hear(step, records)
	}
}

// Snapshot writes the file as it is at this moment to w. Others may go on writing to the DB.
func (db *DB) Snapshot(w io.Writer) error {
	return db.View(func(tx *Tx) error {
		_, err := tx.bolt.WriteTo(w)
		return err
	})
}

// Close closes the file and takes the note of its holder away. A second Close does nothing.
func (db *DB) Close() error {
	db.writing.Lock()
	defer db.writing.Unlock()
	db.life.Lock()
	defer db.life.Unlock()
	if db.bolt == nil {
		return nil
	}
	err := db.bolt.Close()
	db.bolt = nil
	db.note.remove()
	return err
}
