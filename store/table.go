package store

import (
	"bytes"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"regulars/store/crm"
)

// Table holds the records of one type under their ids. It describes, and holds nothing itself: the records are in the DB that was opened with it.
type Table[T any] struct {
	name    string
	indexes []Index[T]
	known   map[uint64]bool
}

// Index is a sorted way into a table: under each key that Keys gives stands the id of the record. It is kept by the transaction that changes
// the record and made anew when a file has none of its Version.
type Index[T any] struct {
	Name    string
	Version int
	Keys    func(*T) [][]byte
}

// NewTable describes a table. The fields of T have cbor tags with integer keys.
func NewTable[T any](name string, indexes ...Index[T]) *Table[T] {
	return &Table[T]{name: name, indexes: indexes, known: integerKeys(reflect.TypeFor[T]())}
}

// integerKeys reads the keys of the cbor tags of a struct.
func integerKeys(t reflect.Type) map[uint64]bool {
	out := map[uint64]bool{}
	for i := range t.NumField() {
		tag, _, _ := strings.Cut(t.Field(i).Tag.Get("cbor"), ",")
		if n, err := strconv.ParseUint(tag, 10, 64); err == nil {
			out[n] = true
		}
	}
	return out
}

// kind is a table as the transaction sees it, whatever it holds.
type kind interface {
	tableName() string
	indexBuckets() []string
	indexKeys(c codec, body []byte) ([][][]byte, error) // by index
	readable(c codec, body []byte) error
}

func (t *Table[T]) tableName() string { return t.name }

func (t *Table[T]) indexBuckets() []string {
	out := make([]string, len(t.indexes))
	for i, x := range t.indexes {
		out[i] = fmt.Sprintf("index/%s/%s.%d", t.name, x.Name, x.Version)
	}
	return out
}

func (t *Table[T]) indexKeys(c codec, body []byte) ([][][]byte, error) {
	if body == nil || len(t.indexes) == 0 {
		return make([][][]byte, len(t.indexes)), nil
	}
	var v T
	if err := c.decode(body, &v); err != nil {
		return nil, err
	}
	return t.keysOf(&v), nil
}

func (t *Table[T]) keysOf(v *T) [][][]byte {
	out := make([][][]byte, len(t.indexes))
	for i, x := range t.indexes {
		out[i] = x.Keys(v)
	}
	return out
}

func (t *Table[T]) readable(c codec, body []byte) error {
	var v T
	return c.decode(body, &v)
}

// Get finds a record. ErrNotFound where there is none.
func (t *Table[T]) Get(tx *Tx, id crm.ID) (T, error) {
	var v T
	body, _, err := tx.current(t, id)
	if err != nil {
		return v, err
	}
	if body == nil {
		return v, fmt.Errorf("%s %s: %w", t.name, id, ErrNotFound)
	}
	return v, tx.damaged(t.name, id, tx.db.codec.decode(body, &v))
}

// Has reports whether there is a record of that id.
func (t *Table[T]) Has(tx *Tx, id crm.ID) (bool, error) {
	body, _, err := tx.current(t, id)
	return body != nil, err
}

// Put writes a record. Fields that the program does not know stay as they are.
func (t *Table[T]) Put(tx *Tx, id crm.ID, v *T) error {
	body, err := tx.db.codec.encode(v)
	if err != nil {
		return err
	}
	old, _, err := tx.current(t, id)
	if err != nil {
		return err
	}
	if old != nil && !bytes.Equal(old, body) {
		if body, err = t.carryOver(tx.db.codec, old, body); err != nil {
			return tx.damaged(t.name, id, err)
		}
	}
	return tx.write(t, id, body, t.keysOf(v))
}

// carryOver gives the new body with what the old one holds beyond this program's knowledge.
func (t *Table[T]) carryOver(c codec, old, body []byte) ([]byte, error) {
	var v T
	if err := c.decode(old, &v); err != nil {
		return nil, err
	}
	again, err := c.encode(&v)
	if err != nil || bytes.Equal(again, old) {
		return body, err // the usual case: nothing in it is unknown
	}
	was, err1 := c.fields(old)
	reread, err2 := c.fields(again)
	fresh, err3 := c.fields(body)
	if err := firstError(err1, err2, err3); err != nil {
		return nil, err
	}
	return c.encode(keepUnknown(was, reread, fresh, t.known))
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// Delete removes a record. ErrNotFound where there is none.
func (t *Table[T]) Delete(tx *Tx, id crm.ID) error {
	body, _, err := tx.current(t, id)
	if err != nil {
		return err
	}
	if body == nil {
		return fmt.Errorf("%s %s: %w", t.name, id, ErrNotFound)
	}
	return tx.write(t, id, nil, nil)
}

// All yields the records with ids greater than after, by id; the zero id begins at the first. It ends after the first error. The
// transaction must not write to the table meanwhile.
func (t *Table[T]) All(tx *Tx, after crm.ID) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for row := range tx.rows(t, after) {
			var v T
			err := row.err
			if err == nil {
				err = tx.damaged(t.name, row.id, tx.db.codec.decode(row.body, &v))
			}
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}

// Find lists the ids that stand in an index under keys that begin with prefix, in the order of the keys, at most limit (all for 0).
func (t *Table[T]) Find(tx *Tx, index string, prefix []byte, limit int) ([]crm.ID, error) {
	for i, x := range t.indexes {
		if x.Name == index {
			return tx.scan(t, i, prefix, limit)
		}
	}
	return nil, fmt.Errorf("store: table %s has no index %q", t.name, index)
}

// CountIn says how many entries an index of the file has under keys that begin with prefix. What the transaction has written is left out.
func (t *Table[T]) CountIn(tx *Tx, index string, prefix []byte) int {
	n := 0
	for i, x := range t.indexes {
		if x.Name != index {
			continue
		}
		c := tx.indexCursor(t, i)
		if c == nil {
			return 0
		}
		for key, _ := c.Seek(prefix); key != nil && bytes.HasPrefix(key, prefix); key, _ = c.Next() {
			n++
		}
	}
	return n
}

// Amend writes the fields in which after differs from base over the record as it is now. Where the record differs from base in one of them, strict
// gives ErrChangedSince, else the field takes the value of after all the same. ErrNotFound where there is no record.
func (t *Table[T]) Amend(tx *Tx, id crm.ID, base, after *T, strict bool) error {
	body, _, err := tx.current(t, id)
	if err != nil {
		return err
	}
	if body == nil {
		return fmt.Errorf("%s %s: %w", t.name, id, ErrNotFound)
	}
	was, err1 := t.fieldsOf(tx.db.codec, base)
	is, err2 := t.fieldsOf(tx.db.codec, after)
	now, err3 := tx.db.codec.fields(body)
	if err := firstError(err1, err2, err3); err != nil {
		return tx.damaged(t.name, id, err)
	}
	for _, key := range keysOf(was, is) {
		if bytes.Equal(was[key], is[key]) || bytes.Equal(now[key], is[key]) {
			continue
		}
		if strict && !bytes.Equal(now[key], was[key]) {
			return fmt.Errorf("%s %s, field %d: %w", t.name, id, key, ErrChangedSince)
		}
		now.set(key, is[key])
	}
	return tx.writeFields(t, id, now)
}

func (t *Table[T]) fieldsOf(c codec, v *T) (Fields, error) {
	body, err := c.encode(v)
	if err != nil {
		return nil, err
	}
	return c.fields(body)
}

// sortedKeys gives index entries (key and id in one) in order, each once.
func sortedKeys(keys [][]byte) [][]byte {
	slices.SortFunc(keys, bytes.Compare)
	return slices.CompactFunc(keys, bytes.Equal)
}
