package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"go.etcd.io/bbolt"

	"regulars/store/safefile"
)

// compactTx is the size of one transaction of Compact in bytes.
const compactTx = 16 << 20

// Compact writes the file anew without its free pages and puts the new one in its place. It waits for readers, and they for it.
func (db *DB) Compact() error {
	db.writing.Lock()
	defer db.writing.Unlock()
	db.life.Lock()
	defer db.life.Unlock()
	if err := db.writable(); err != nil {
		return err
	}
	dir, err := os.MkdirTemp(filepath.Dir(db.path), ".compact-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	temp := filepath.Join(dir, filepath.Base(db.path))
	if err := protect(db.path, func() error { return compactInto(temp, db.bolt) }); err != nil {
		return fmt.Errorf("store: compact: %w", err)
	}
	return db.swap(temp)
}

func compactInto(temp string, src *bbolt.DB) error {
	dst, err := bbolt.Open(temp, fileMode, &bbolt.Options{Timeout: lockWait, NoSync: true})
	if err != nil {
		return err
	}
	return errors.Join(bbolt.Compact(dst, src, compactTx), dst.Sync(), dst.Close())
}

// swap puts the file temp in the place of the open one. Where the system allows, the old one stays open, and locked, until the new one is.
func (db *DB) swap(temp string) error {
	old := db.bolt
	if runtime.GOOS == "windows" {
		if err := old.Close(); err != nil {
			return err
		}
	}
	if err := os.Rename(temp, db.path); err != nil {
		return errors.Join(err, db.reopen())
	}
	if err := db.openBolt(); err != nil {
		db.bolt = nil
		return errors.Join(err, old.Close())
	}
	var err error
	db.file, err = os.Stat(db.path)
	return errors.Join(err, old.Close(), safefile.SyncFolder(filepath.Dir(db.path)))
}

// reopen opens the unchanged file again where it had to be closed for a swap that then failed.
func (db *DB) reopen() error {
	if runtime.GOOS != "windows" {
		return nil
	}
	return db.openBolt()
}
