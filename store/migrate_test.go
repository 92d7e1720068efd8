package store_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"regulars/store"
	"regulars/store/crm"
)

// joinTexts is a made-up migration: the text of each note gets an exclamation mark, and notes without a text go.
func joinTexts() store.Migration {
	return store.Migration{Name: "exclaim", Rewrites: true, Run: func(m *store.MigrationTx) error {
		return m.Rewrite("notes", func(_ crm.ID, f store.Fields) (store.Fields, error) {
			var text string
			if f[2] == nil {
				return nil, nil
			}
			if err := m.Decode(f[2], &text); err != nil {
				return nil, err
			}
			b, err := m.Encode(text + "!")
			f[2] = b
			return f, err
		})
	}}
}

func TestMigration(t *testing.T) {
	table := notesTable()
	path := filepath.Join(t.TempDir(), "test.db")
	db, err := store.Create(path, options(table))
	if err != nil {
		t.Fatal(err)
	}
	n := note{ID: db.NewID(), Text: "hello"}
	put(t, db, table, n)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}

	t.Run("a reader waits for a writer", func(t *testing.T) {
		o := options(table)
		o.ReadOnly, o.Migrations = true, []store.Migration{joinTexts()}
		if _, err := store.Open(path, o); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("nothing happens where the backup fails", func(t *testing.T) {
		o := options(table)
		broken := errors.New("no room")
		o.Migrations, o.BeforeMigrate = []store.Migration{joinTexts()}, func(int, int, func(io.Writer) error) error { return broken }
		if _, err := store.Open(path, o); !errors.Is(err, broken) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("nothing happens where a later migration fails", func(t *testing.T) {
		o := options(table)
		broken := errors.New("cannot")
		o.Migrations = []store.Migration{joinTexts(), {Name: "broken", Run: func(*store.MigrationTx) error { return broken }}}
		if _, err := store.Open(path, o); !errors.Is(err, broken) {
			t.Errorf("got %v", err)
		}
	})

	saved := filepath.Join(t.TempDir(), "saved.db")
	o := options(table)
	o.Migrations = []store.Migration{joinTexts()}
	o.BeforeMigrate = func(from, to int, snapshot func(io.Writer) error) error {
		if from != 0 || to != 1 {
			t.Errorf("from %d to %d", from, to)
		}
		f, err := os.Create(saved)
		if err != nil {
			return err
		}
		return errors.Join(snapshot(f), f.Close())
	}
	if db, err = store.Open(path, o); err != nil {
		t.Fatal(err)
	}
	if got := get(t, db, table, n.ID); got.Text != "hello!" {
		t.Errorf("after the migration: %+v", got)
	}
	if _, _, err := db.Undo(); !errors.Is(err, store.ErrNothingToUndo) {
		t.Errorf("undo of a step in the old form: %v", err)
	}
	put(t, db, table, note{ID: n.ID, Text: "new"})
	if _, _, err := db.Undo(); err != nil {
		t.Error(err)
	}
	if r, err := db.Verify(nil); err != nil || len(r.Problems) > 0 {
		t.Errorf("verify: %v, %v", r.Problems, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(path, options(table)); !errors.Is(err, store.ErrNewer) {
		t.Errorf("an older program: %v", err)
	}
	before, err := store.Open(saved, options(table))
	if err != nil {
		t.Fatal(err)
	}
	defer before.Close()
	if got := get(t, before, table, n.ID); got.Text != "hello" {
		t.Errorf("in the saved file: %+v", got)
	}
}

// A file of a program without an index gets it when a program with one opens it, and one of another version is made anew.
func TestIndexesAreMadeAnew(t *testing.T) {
	bare := store.NewTable[note]("notes")
	path := filepath.Join(t.TempDir(), "test.db")
	db, err := store.Create(path, options(bare))
	if err != nil {
		t.Fatal(err)
	}
	b, a := note{ID: db.NewID(), Text: "b"}, note{ID: db.NewID(), Text: "a"}
	put(t, db, bare, b)
	put(t, db, bare, a)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for version, key := range map[int]func(*note) [][]byte{
		1: func(n *note) [][]byte { return [][]byte{[]byte(n.Text)} },
		2: func(n *note) [][]byte { return [][]byte{[]byte("z" + n.Text), []byte(n.Text)} },
	} {
		table := store.NewTable("notes", store.Index[note]{Name: "text", Version: version, Keys: key})
		if db, err = store.Open(path, options(table)); err != nil {
			t.Fatal(err)
		}
		err := db.View(func(tx *store.Tx) error {
			ids, err := table.Find(tx, "text", nil, 0)
			if len(ids) != 2*version || ids[0] != a.ID || ids[1] != b.ID {
				t.Errorf("version %d: found %v", version, ids)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
		sound(t, db)
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
