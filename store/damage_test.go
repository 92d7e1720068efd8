package store_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"regulars/store"
	"regulars/store/crm"
)

// tampered makes a file with one note and lets tamper at its pages while it is closed.
func tampered(t *testing.T, tamper func(file []byte)) (string, *store.Table[note], note) {
	t.Helper()
	table := notesTable()
	db := create(t, options(table))
	n := note{ID: db.NewID(), Text: "王小明的紀錄"}
	put(t, db, table, n)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(db.Path())
	if err != nil {
		t.Fatal(err)
	}
	tamper(file)
	if err := os.WriteFile(db.Path(), file, 0o600); err != nil {
		t.Fatal(err)
	}
	return db.Path(), table, n
}

func TestABitThatFlippedIsFound(t *testing.T) {
	path, table, n := tampered(t, func(file []byte) {
		text := []byte("小明的")
		for at := 0; ; {
			i := bytes.Index(file[at:], text)
			if i < 0 {
				return
			}
			file[at+i] ^= 0x10
			at += i + 1
		}
	})
	db, err := store.Open(path, options(table))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.View(func(tx *store.Tx) error {
		_, err := table.Get(tx, n.ID)
		return err
	})
	var damaged *store.DamagedError
	if !errors.As(err, &damaged) || damaged.Path != path || !strings.Contains(damaged.What, n.ID.String()) || damaged.Code() != "damaged" {
		t.Errorf("reading: %v", err)
	}
	r, err := db.Verify(nil)
	if err != nil || len(r.Problems) == 0 {
		t.Errorf("verify: %+v, %v", r, err)
	}
	_, err = db.Update(store.Act{}, func(tx *store.Tx) error { return table.Put(tx, n.ID, &n) })
	if !errors.As(err, &damaged) {
		t.Errorf("writing over it: %v", err)
	}
}

func TestPagesThatAreNoPages(t *testing.T) {
	for name, tamper := range map[string]func([]byte){
		"both meta pages": func(file []byte) { file[40] ^= 1; file[4096+40] ^= 1 },
		"all but the meta pages": func(file []byte) {
			for i := 8192; i < len(file); i++ {
				file[i] = 0xff
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			path, table, _ := tampered(t, tamper)
			db, err := store.Open(path, options(table))
			if err == nil {
				err = errors.Join(db.View(func(tx *store.Tx) error {
					_, err := table.Get(tx, crm.ID{1})
					return err
				}), db.Close())
			}
			var damaged *store.DamagedError
			if !errors.As(err, &damaged) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// What the checksums cannot know, the verifier finds by comparing: records, indexes and journal must tell the same story.
func TestVerifyComparesRecordsIndexesAndJournal(t *testing.T) {
	tests := map[string]struct {
		tamper func(*bbolt.Tx) error
		want   string
	}{
		"a record is missing":       {func(tx *bbolt.Tx) error { return drop(tx, "table/notes") }, "in the journal but not in its table"},
		"an index entry is missing": {func(tx *bbolt.Tx) error { return drop(tx, "index/notes/text.1") }, "does not agree with its table"},
		"an index entry too many": {func(tx *bbolt.Tx) error {
			return tx.Bucket([]byte("index/notes/text.1")).Put([]byte("zzzz4567890123456"), nil)
		}, "which its table does not"},
		"a step is missing":  {func(tx *bbolt.Tx) error { return drop(tx, "journal/steps") }, "it follows step 0"},
		"images are missing": {func(tx *bbolt.Tx) error { return drop(tx, "journal/images") }, "was written by step 0 before"},
		"a value is misplaced": {func(tx *bbolt.Tx) error {
			b := tx.Bucket([]byte("table/notes"))
			_, value := b.Cursor().First()
			return b.Put([]byte("0123456789abcdef"), value)
		}, "checksum"},
		"a sealed value":            {func(tx *bbolt.Tx) error { return reseal(tx, 0x81) }, "sealed"},
		"a value of another format": {func(tx *bbolt.Tx) error { return reseal(tx, 0x02) }, "newer"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			path, table, n := tampered(t, func([]byte) {})
			db, err := store.Open(path, options(table))
			if err != nil {
				t.Fatal(err)
			}
			put(t, db, table, note{ID: n.ID, Text: "anders"})
			put(t, db, table, note{ID: db.NewID(), Text: "second"})
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			raw, err := bbolt.Open(path, 0o600, nil)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(raw.Update(test.tamper), raw.Close()); err != nil {
				t.Fatal(err)
			}
			r, err := store.Verify(path, options(table), nil)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(strings.Join(r.Problems, "\n"), test.want) {
				t.Errorf("problems: %q, want one that says %q", r.Problems, test.want)
			}
		})
	}
}

// drop deletes the first entry of a bucket.
func drop(tx *bbolt.Tx, bucket string) error {
	b := tx.Bucket([]byte(bucket))
	key, _ := b.Cursor().First()
	return b.Delete(bytes.Clone(key))
}

// reseal gives the first note another version byte, with the checksum that belongs to it.
func reseal(tx *bbolt.Tx, version byte) error {
	b := tx.Bucket([]byte("table/notes"))
	key, value := b.Cursor().First()
	fresh := store.Reversion("notes", key, value, version)
	return b.Put(bytes.Clone(key), fresh)
}
