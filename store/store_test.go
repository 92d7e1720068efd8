package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"regulars/store"
	"regulars/store/crm"
)

// note is the record of these tests.
type note struct {
	ID   crm.ID   `cbor:"1,keyasint"`
	Text string   `cbor:"2,keyasint,omitempty"`
	Tags []string `cbor:"3,keyasint,omitempty"`
	Part part     `cbor:"4,keyasint,omitempty"`
}

type part struct {
	A string `cbor:"1,keyasint,omitempty"`
	B string `cbor:"2,keyasint,omitempty"`
}

// noteOfTomorrow is the record as a later version of the program knows it.
type noteOfTomorrow struct {
	ID    crm.ID         `cbor:"1,keyasint"`
	Text  string         `cbor:"2,keyasint,omitempty"`
	Part  partOfTomorrow `cbor:"4,keyasint,omitempty"`
	Color string         `cbor:"9,keyasint,omitempty"`
}

type partOfTomorrow struct {
	A string `cbor:"1,keyasint,omitempty"`
	B string `cbor:"2,keyasint,omitempty"`
	C string `cbor:"3,keyasint,omitempty"`
}

func notesTable() *store.Table[note] {
	return store.NewTable("notes", store.Index[note]{Name: "text", Version: 1, Keys: func(n *note) [][]byte { return [][]byte{[]byte(n.Text)} }})
}

var start = time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)

func options(tables ...store.Kind) store.Options {
	return store.Options{Tables: tables, Now: func() time.Time { return start }, Entropy: rand.NewChaCha8([32]byte{7}), Author: func() string { return "me" },
		Program: "test", AnyPlace: true}
}

func create(t testing.TB, o store.Options) *store.DB {
	t.Helper()
	db, err := store.Create(filepath.Join(t.TempDir(), "test.db"), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

func update(t testing.TB, db *store.DB, f func(*store.Tx) error) store.Step {
	t.Helper()
	s, err := db.Update(store.Act{Kind: "test"}, f)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func put(t testing.TB, db *store.DB, table *store.Table[note], n note) store.Step {
	t.Helper()
	return update(t, db, func(tx *store.Tx) error { return table.Put(tx, n.ID, &n) })
}

func get(t testing.TB, db *store.DB, table *store.Table[note], id crm.ID) note {
	t.Helper()
	var n note
	err := db.View(func(tx *store.Tx) (err error) {
		n, err = table.Get(tx, id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func sound(t testing.TB, db *store.DB) {
	t.Helper()
	r, err := db.Verify(nil)
	if err != nil {
		t.Error(err)
	}
	for _, p := range r.Problems {
		t.Errorf("verify: %s", p)
	}
}

func TestFieldsOfANewerVersionAreKept(t *testing.T) {
	old, tomorrow := notesTable(), store.NewTable[noteOfTomorrow]("notes")
	path := filepath.Join(t.TempDir(), "test.db")
	db, err := store.Create(path, options(tomorrow))
	if err != nil {
		t.Fatal(err)
	}
	n := noteOfTomorrow{ID: db.NewID(), Text: "hello", Part: partOfTomorrow{A: "a", C: "c"}, Color: "green"}
	update(t, db, func(tx *store.Tx) error { return tomorrow.Put(tx, n.ID, &n) })
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}

	today, err := store.Open(path, options(old))
	if err != nil {
		t.Fatal(err)
	}
	was := get(t, today, old, n.ID)
	was.Text = "changed today"
	put(t, today, old, was)
	if _, _, err := today.Undo(); err != nil {
		t.Fatal(err)
	}
	put(t, today, old, was)
	if err := today.Close(); err != nil {
		t.Fatal(err)
	}

	if db, err = store.Open(path, options(tomorrow)); err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.View(func(tx *store.Tx) error {
		got, err := tomorrow.Get(tx, n.ID)
		want := n
		want.Text = "changed today"
		if got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	sound(t, db)
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	tests := map[string]struct {
		path string
		want error
	}{
		"nothing":        {filepath.Join(dir, "missing.db"), store.ErrNotFound},
		"an empty file":  {file("empty.db", ""), store.ErrNotAStore},
		"another format": {file("letter.db", "Dear Sir,"+string(make([]byte, 20000))), store.ErrNotAStore},
		"a folder":       {dir, store.ErrNotAStore},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			db, err := store.Open(test.path, options())
			if !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
			if db != nil {
				t.Error("a DB all the same", db.Close())
			}
		})
	}
	if _, err := os.Stat(filepath.Join(dir, "missing.db")); err == nil {
		t.Error("Open made a file")
	}
	if st, err := os.Stat(filepath.Join(dir, "empty.db")); err != nil || st.Size() != 0 {
		t.Error("Open wrote into the empty file")
	}
}

func TestCreateRefusesWhatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Create(path, options()); !errors.Is(err, store.ErrExists) {
		t.Errorf("got %v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "mine" {
		t.Errorf("the file holds %q, %v", b, err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("left in the folder: %v, %v", left, err)
	}
}

func TestSecondOpenNamesTheHolder(t *testing.T) {
	db := create(t, options())
	_, err := store.Open(db.Path(), options())
	var inUse *store.InUseError
	if !errors.As(err, &inUse) {
		t.Fatalf("got %v", err)
	}
	if inUse.Holder.PID != os.Getpid() || inUse.Holder.Program != "test" || inUse.Holder.Host == "" || inUse.Code() != "in-use-by" {
		t.Errorf("holder: %+v", inUse.Holder)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(filepath.Dir(db.Path())); err != nil || len(left) != 1 {
		t.Errorf("left in the folder after Close: %v, %v", left, err)
	}
	again, err := store.Open(db.Path(), options())
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

func TestAFileThatWasReplacedIsNotWrittenTo(t *testing.T) {
	table := notesTable()
	db := create(t, options(table))
	if err := os.Rename(db.Path(), db.Path()+".away"); err != nil {
		t.Fatal(err)
	}
	n := note{ID: db.NewID()}
	_, err := db.Update(store.Act{Kind: "test"}, func(tx *store.Tx) error { return table.Put(tx, n.ID, &n) })
	if !errors.Is(err, store.ErrMoved) {
		t.Errorf("got %v", err)
	}
}

func TestReadOnly(t *testing.T) {
	table := notesTable()
	db := create(t, options(table))
	n := note{ID: db.NewID(), Text: "a"}
	put(t, db, table, n)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	o := options(table)
	o.ReadOnly = true
	reader, err := store.Open(db.Path(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if got := get(t, reader, table, n.ID); got.Text != "a" {
		t.Errorf("got %+v", got)
	}
	if _, err := reader.Update(store.Act{}, func(tx *store.Tx) error { return nil }); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("update: %v", err)
	}
}

func TestAnUpdateThatFailsWritesNothing(t *testing.T) {
	for _, point := range []string{"", "records", "journal", "step"} {
		t.Run("at "+point, func(t *testing.T) {
			table := notesTable()
			o := options(table)
			broken := errors.New("the disk is full")
			failing := false
			o.Fault = func(at string) error {
				if failing && at == point {
					return broken
				}
				return nil
			}
			db := create(t, o)
			first := note{ID: db.NewID(), Text: "first"}
			put(t, db, table, first)
			failing = true
			_, err := db.Update(store.Act{Kind: "test"}, func(tx *store.Tx) error {
				n := note{ID: db.NewID(), Text: "second"}
				if err := table.Put(tx, n.ID, &n); err != nil {
					return err
				}
				if point == "" {
					return broken
				}
				return table.Delete(tx, first.ID)
			})
			if !errors.Is(err, broken) {
				t.Errorf("got %v", err)
			}
			failing = false
			if got := get(t, db, table, first.ID); got.Text != "first" {
				t.Errorf("got %+v", got)
			}
			r, err := db.Verify(nil)
			if err != nil || len(r.Problems) > 0 || r.Records["notes"] != 1 || r.Steps != 1 {
				t.Errorf("report %+v, %v", r, err)
			}
		})
	}
}

func TestReadYourWrites(t *testing.T) {
	table := notesTable()
	db := create(t, options(table))
	var ids []crm.ID
	for i := range 5 {
		ids = append(ids, db.NewID())
		put(t, db, table, note{ID: ids[i], Text: fmt.Sprint("n", i)})
	}
	fresh := db.NewID()
	update(t, db, func(tx *store.Tx) error {
		err := errors.Join(
			table.Put(tx, fresh, &note{ID: fresh, Text: "n1b"}),
			table.Put(tx, ids[4], &note{ID: ids[4], Text: "a"}),
			table.Delete(tx, ids[0]))
		var texts []string
		for n, err := range table.All(tx, crm.ID{}) {
			if err != nil {
				return err
			}
			texts = append(texts, n.Text)
		}
		if got := fmt.Sprint(texts); got != "[n1 n2 n3 a n1b]" {
			t.Errorf("all: %s", got)
		}
		found, findErr := table.Find(tx, "text", []byte("n"), 0)
		if want := []crm.ID{ids[1], fresh, ids[2], ids[3]}; fmt.Sprint(found) != fmt.Sprint(want) {
			t.Errorf("found %v, want %v", found, want)
		}
		return errors.Join(err, findErr)
	})
	err := db.View(func(tx *store.Tx) error {
		found, err := table.Find(tx, "text", nil, 2)
		if want := []crm.ID{ids[4], ids[1]}; fmt.Sprint(found) != fmt.Sprint(want) {
			t.Errorf("found %v, want %v", found, want)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	sound(t, db)
}

func TestListenersHearOfEachStepInOrder(t *testing.T) {
	table := notesTable()
	db := create(t, options(table))
	var heard []string
	stop := db.Listen(func(s store.Step, records []store.Touched) {
		heard = append(heard, fmt.Sprint(s.Seq, len(records), records[0].Gone))
	})
	n := note{ID: db.NewID(), Text: "a"}
	put(t, db, table, n)
	put(t, db, table, n) // changes nothing
	update(t, db, func(tx *store.Tx) error { return table.Delete(tx, n.ID) })
	stop()
	put(t, db, table, n)
	if got := fmt.Sprint(heard); got != "[1 1 false 2 1 true]" {
		t.Errorf("heard %s", got)
	}
}

func TestStepSaysWhoWhenWhat(t *testing.T) {
	table := notesTable()
	db := create(t, options(table))
	n := note{ID: db.NewID()}
	s, err := db.Update(store.Act{Kind: "note.add", Values: map[string]string{"name": "王"}}, func(tx *store.Tx) error { return table.Put(tx, n.ID, &n) })
	if err != nil {
		t.Fatal(err)
	}
	if s.Seq != 1 || s.Logical != 1 || s.Kind != "note.add" || s.Author != "me" || s.Device != db.Device() || s.Device.IsZero() || !s.At().Equal(start) || s.Count != 1 {
		t.Errorf("step %+v", s)
	}
	if got := s.Texts(); got["name"] != "王" || got["count"] != 1 {
		t.Errorf("texts %v", got)
	}
	err = db.View(func(tx *store.Tx) error {
		again, err := tx.Step(s.ID)
		if fmt.Sprint(again) != fmt.Sprint(s) {
			t.Errorf("read %+v, wrote %+v", again, s)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestHistoryGoesThroughDeletion(t *testing.T) {
	table := notesTable()
	db := create(t, options(table))
	n := note{ID: db.NewID(), Text: "one"}
	put(t, db, table, n)
	put(t, db, table, note{ID: n.ID, Text: "two"})
	update(t, db, func(tx *store.Tx) error { return table.Delete(tx, n.ID) })
	put(t, db, table, note{ID: n.ID, Text: "three"})
	err := db.View(func(tx *store.Tx) error {
		versions, err := table.History(tx, n.ID)
		var got []string
		for _, v := range versions {
			got = append(got, fmt.Sprintf("%d:%s>%s", v.Step.Seq, text(v.Before), text(v.After)))
		}
		if fmt.Sprint(got) != "[4:>three 3:two> 2:one>two 1:>one]" {
			t.Errorf("history %v", got)
		}
		if _, err := table.History(tx, db.NewID()); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("history of nothing: %v", err)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	sound(t, db)
}

func text(n *note) string {
	if n == nil {
		return ""
	}
	return n.Text
}

func TestUndoOutOfOrder(t *testing.T) {
	table := notesTable()
	db := create(t, options(table))
	n := note{ID: db.NewID(), Text: "one"}
	put(t, db, table, n)
	second := put(t, db, table, note{ID: n.ID, Text: "two"})
	put(t, db, table, note{ID: n.ID, Text: "two", Tags: []string{"x"}})
	third := put(t, db, table, note{ID: n.ID, Text: "three", Tags: []string{"x"}})

	_, err := db.Update(store.Act{}, func(tx *store.Tx) error { return tx.TakeBack(second) })
	var depends *store.DependsError
	if !errors.As(err, &depends) || depends.Later.Seq != third.Seq || !errors.Is(err, store.ErrChangedSince) {
		t.Errorf("a step that a later one built on: %v", err)
	}
	if _, _, err := db.Undo(); err != nil {
		t.Fatal(err)
	}
	undo, err := db.Update(store.Act{}, func(tx *store.Tx) error { return tx.TakeBack(second) })
	if err != nil || undo.Kind != "undo.test" || undo.Undoes != second.ID {
		t.Errorf("undo of the second step: %+v, %v", undo, err)
	}
	if got := get(t, db, table, n.ID); got.Text != "one" || len(got.Tags) != 1 {
		t.Errorf("got %+v", got)
	}
	if _, err := db.Update(store.Act{}, func(tx *store.Tx) error { return tx.TakeBack(second) }); !errors.Is(err, store.ErrNothingToUndo) {
		t.Errorf("undo of what was undone: %v", err)
	}
	if _, err := db.Update(store.Act{}, func(tx *store.Tx) error { return tx.TakeBack(undo) }); !errors.Is(err, store.ErrFinal) {
		t.Errorf("undo of an undo: %v", err)
	}
	if redone, _, err := db.Redo(); err != nil || redone.ID != second.ID {
		t.Errorf("redo gave %+v, %v", redone, err)
	}
	put(t, db, table, note{ID: n.ID, Text: "new"})
	if _, _, err := db.Redo(); !errors.Is(err, store.ErrNothingToRedo) {
		t.Errorf("redo after something new: %v", err)
	}
	sound(t, db)
}

func TestAmend(t *testing.T) {
	table := notesTable()
	db := create(t, options(table))
	base := note{ID: db.NewID(), Text: "a", Tags: []string{"x"}}
	put(t, db, table, base)
	put(t, db, table, note{ID: base.ID, Text: "b", Tags: []string{"x"}})
	after := note{ID: base.ID, Text: "a", Tags: []string{"y"}}
	update(t, db, func(tx *store.Tx) error { return table.Amend(tx, base.ID, &base, &after, true) })
	if got := get(t, db, table, base.ID); got.Text != "b" || got.Tags[0] != "y" {
		t.Errorf("got %+v", got)
	}
	after.Text = "c"
	_, err := db.Update(store.Act{}, func(tx *store.Tx) error { return table.Amend(tx, base.ID, &base, &after, true) })
	if !errors.Is(err, store.ErrChangedSince) {
		t.Errorf("a field that others changed: %v", err)
	}
	update(t, db, func(tx *store.Tx) error { return table.Amend(tx, base.ID, &base, &after, false) })
	if got := get(t, db, table, base.ID); got.Text != "c" {
		t.Errorf("got %+v", got)
	}
}

func TestCompactKeepsEverything(t *testing.T) {
	table := notesTable()
	db := create(t, options(table))
	var last note
	for i := range 300 {
		last = note{ID: db.NewID(), Text: fmt.Sprint(i), Tags: make([]string, 20)}
		put(t, db, table, last)
	}
	for range 250 {
		if _, _, err := db.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Compact(); err != nil {
		t.Fatal(err)
	}
	sound(t, db)
	if _, err := store.Open(db.Path(), options(table)); err == nil {
		t.Error("the lock was lost")
	}
	if _, _, err := db.Redo(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(filepath.Dir(db.Path())); err != nil || len(left) != 2 {
		t.Errorf("left in the folder: %v, %v", left, err)
	}
}

func TestCloseTwice(t *testing.T) {
	db := create(t, options())
	if err := errors.Join(db.Close(), db.Close()); err != nil {
		t.Error(err)
	}
	if err := db.View(func(*store.Tx) error { return nil }); !errors.Is(err, store.ErrClosed) {
		t.Errorf("view: %v", err)
	}
	if _, err := db.Update(store.Act{}, func(*store.Tx) error { return nil }); !errors.Is(err, store.ErrClosed) {
		t.Errorf("update: %v", err)
	}
}
