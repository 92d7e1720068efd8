package store

import (
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"regulars/store/safefile"
)

// Kind describes a table to Open. Every Table is one.
type Kind interface{ kind }

// Options are what a DB needs from outside.
type Options struct {
	Tables     []Kind
	Migrations []Migration // in order; the schema of a file is the number of those it has been through

	Now     func() time.Time // nil = time.Now
	Entropy io.Reader        // nil = crypto/rand
	Author  func() string    // the name on the steps; nil = none
	Program string           // how the note beside the file calls this program

	ReadOnly bool
	AnyPlace bool // do not look where the file lies; for tests

	// BeforeMigrate is called before an older file is changed, to save it. An error leaves the file as it is.
	BeforeMigrate func(from, to int, snapshot func(io.Writer) error) error
	// Fault is asked at points of a commit ("records", "journal", "step") and fails it by an error; for tests.
	Fault func(point string) error
}

func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Entropy == nil {
		o.Entropy = rand.Reader
	}
	return o
}

const (
	metaBucket = "meta"
	lockWait   = time.Second
	growBy     = 1 << 20 // bytes by which the file grows when it is full
	fileMode   = 0o600
	dirMode    = 0o700
)

// metaKey names the one value of the meta bucket.
func metaKey() []byte { return []byte("regulars") }

// Create makes a new data file with the folders that lead to it, and opens it. The file appears whole or not at all. ErrExists where
// there is something at the path.
func Create(path string, o Options) (*DB, error) {
	path, err := place(path, o)
	if err != nil {
		return nil, err
	}
	if _, err := os.Lstat(path); err == nil {
		return nil, fmt.Errorf("%s: %w", path, ErrExists)
	}
	if err := os.MkdirAll(filepath.Dir(path), dirMode); err != nil {
		return nil, err
	}
	if err := createFile(path, o.filled()); err != nil {
		return nil, err
	}
	return Open(path, o)
}

func createFile(path string, o Options) error {
	dir, err := os.MkdirTemp(filepath.Dir(path), ".new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	temp := filepath.Join(dir, filepath.Base(path))
	db := &DB{path: temp, opts: o, ids: newIDSource(o.Entropy)}
	if db.codec, err = newCodec(); err != nil {
		return err
	}
	if db.bolt, err = bbolt.Open(temp, fileMode, &bbolt.Options{Timeout: lockWait}); err != nil {
		return err
	}
	m := meta{Schema: len(o.Migrations), Device: db.NewID(), Created: o.Now().UnixMilli()}
	err = errors.Join(db.bolt.Update(func(tx *bbolt.Tx) error { return db.furnish(tx, m) }), db.bolt.Close())
	if err != nil {
		return err
	}
	if err = safefile.Move(temp, path); errors.Is(err, safefile.ErrExists) {
		return fmt.Errorf("%s: %w", path, ErrExists)
	}
	return err
}

// Open opens a data file. It never makes one. ErrNotFound, ErrNotAStore, ErrNewer, *InUseError, *UnsafePlaceError, *DamagedError.
func Open(path string, o Options) (*DB, error) {
	path, err := place(path, o)
	if err != nil {
		return nil, err
	}
	if err := looksRight(path); err != nil {
		return nil, err
	}
	o = o.filled()
	db := &DB{path: path, opts: o, ids: newIDSource(o.Entropy), tables: map[string]kind{}}
	for _, t := range o.Tables {
		db.tables[t.tableName()] = t
	}
	if db.codec, err = newCodec(); err != nil {
		return nil, err
	}
	if err := db.openBolt(); err != nil {
		return nil, err
	}
	if err := protect(path, db.begin); err != nil {
		return nil, errors.Join(err, db.bolt.Close())
	}
	return db, nil
}

// place makes a path absolute and refuses one in an unsafe place.
func place(path string, o Options) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil || o.AnyPlace {
		return path, err
	}
	return path, CheckPlace(path)
}

// looksRight refuses what is no bbolt file before bbolt opens it, which would turn an empty file into a new database.
func looksRight(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w", path, ErrNotFound)
	}
	if err != nil {
		return err
	}
	defer f.Close()
	for _, at := range []int64{16, 4096 + 16, 16384 + 16, 65536 + 16} { // the two meta pages, by size of page
		var magic [4]byte
		if _, err := f.ReadAt(magic[:], at); err == nil && binary.NativeEndian.Uint32(magic[:]) == 0xED0CDAED {
			return nil
		}
	}
	return fmt.Errorf("%s: %w", path, ErrNotAStore)
}

func (db *DB) openBolt() error {
	err := protect(db.path, func() (err error) {
		db.bolt, err = bbolt.Open(db.path, fileMode, &bbolt.Options{Timeout: lockWait, ReadOnly: db.opts.ReadOnly, PreLoadFreelist: true,
			FreelistType: bbolt.FreelistMapType, InitialMmapSize: firstMap(), OpenFile: openExisting, NoStatistics: true})
		return err
	})
	if err == nil {
		db.bolt.AllocSize = growBy
		return nil
	}
	var damaged *DamagedError
	switch {
	case errors.As(err, &damaged) || errors.Is(err, fs.ErrPermission):
		return err
	case errors.Is(err, bolterrors.ErrTimeout):
		return &InUseError{Path: db.path, Holder: readNote(db.path)}
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w", db.path, ErrNotFound)
	}
	return &DamagedError{Path: db.path, What: "it cannot be opened", Err: err}
}

func openExisting(name string, flag int, mode os.FileMode) (*os.File, error) {
	return os.OpenFile(name, flag&^os.O_CREATE, mode)
}

// firstMap is the size of the first memory map in bytes. A generous one spares readers the wait while the file outgrows it; Windows would make
// the file as large.
func firstMap() int {
	if runtime.GOOS == "windows" || ^uint(0)>>32 == 0 {
		return 0
	}
	return 512 << 20
}

// begin reads what the file says of itself, brings an older one up to date and leaves the note.
func (db *DB) begin() error {
	var err error
	if db.file, err = os.Stat(db.path); err != nil {
		return err
	}
	if err := db.bolt.View(db.readMeta); err != nil {
		return err
	}
	if db.meta.Schema > len(db.opts.Migrations) {
		return fmt.Errorf("%s: %w", db.path, ErrNewer)
	}
	if db.opts.ReadOnly {
		return db.readyToRead()
	}
	if err := db.migrate(); err != nil {
		return err
	}
	if err := db.furnishMissing(); err != nil {
		return err
	}
	db.note = leaveNote(db.path, db.opts.Program, db.now())
	return nil
}

func (db *DB) readMeta(tx *bbolt.Tx) error {
	b := tx.Bucket([]byte(metaBucket))
	if b == nil || b.Get(metaKey()) == nil {
		return fmt.Errorf("%s: %w", db.path, ErrNotAStore)
	}
	_, body, err := unwrap(metaBucket, metaKey(), b.Get(metaKey()))
	if err == nil {
		err = db.codec.decode(body, &db.meta)
	}
	if err != nil && err != ErrNewer && err != ErrSealed {
		return &DamagedError{Path: db.path, What: metaBucket, Err: err}
	}
	return err
}

func (db *DB) writeMeta(tx *bbolt.Tx, m meta) error {
	body, err := db.codec.encode(m)
	if err != nil {
		return err
	}
	return tx.Bucket([]byte(metaBucket)).Put(metaKey(), wrap(metaBucket, metaKey(), 0, body))
}

// readyToRead refuses an older file that is opened for reading only: reading it needs it brought up to date first.
func (db *DB) readyToRead() error {
	if db.meta.Schema < len(db.opts.Migrations) {
		return fmt.Errorf("%s is of an older version and must be opened for writing once: %w", db.path, ErrReadOnly)
	}
	return nil
}

// buckets lists every bucket that a file has.
func (db *DB) buckets() []string {
	out := []string{metaBucket, stepsBucket, stepIDs, imagesBucket, goneBucket}
	for _, t := range db.opts.Tables {
		out = append(out, tableBucket(t.tableName()))
		out = append(out, t.indexBuckets()...)
	}
	return out
}

// furnish makes the buckets and the meta value of a new file.
func (db *DB) furnish(tx *bbolt.Tx, m meta) error {
	for _, name := range db.buckets() {
		if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
			return err
		}
	}
	return db.writeMeta(tx, m)
}
