package store

import (
	"bytes"
	"fmt"
	"iter"
	"slices"
	"strings"

	"go.etcd.io/bbolt"

	"regulars/store/crm"
)

// Tx is a transaction. It must not be used after the function that it was given to has returned.
//
// What a transaction writes is gathered in memory and goes to the file in one sorted run at the end: sorted keys fill pages well, and the
// journal sees each record once, with its first and its last value.
type Tx struct {
	db      *DB
	bolt    *bbolt.Tx
	act     *Act   // nil when reading
	step    crm.ID // of the step that will be written
	changes map[recordKey]*change
	packer  packer
}

type recordKey struct {
	table string
	id    crm.ID
}

func (k recordKey) compare(o recordKey) int {
	if c := strings.Compare(k.table, o.table); c != 0 {
		return c
	}
	return k.id.Compare(o.id)
}

// change is a record that the transaction has written.
type change struct {
	kind       kind
	key        recordKey
	before     []byte // body, nil = there was none
	after      []byte // body, nil = deleted
	rev        uint64 // the step that wrote before, or deleted what there was
	beforeKeys [][][]byte
	afterKeys  [][][]byte
	erase      bool // leave no images in the journal
}

func (c *change) real() bool {
	return c.erase || !bytes.Equal(c.before, c.after) || (c.before == nil) != (c.after == nil)
}

// Act gives the act that this transaction is, so that its function can say what it did. nil when reading.
func (tx *Tx) Act() *Act { return tx.act }

// StepID is the id of the step that this transaction writes, zero when reading.
func (tx *Tx) StepID() crm.ID { return tx.step }

// NewID gives a fresh id.
func (tx *Tx) NewID() crm.ID { return tx.db.NewID() }

// current is the body of a record as the transaction sees it, nil where there is none, and the step that wrote it.
func (tx *Tx) current(k kind, id crm.ID) ([]byte, uint64, error) {
	if c, ok := tx.changes[recordKey{k.tableName(), id}]; ok {
		return c.after, c.rev, nil
	}
	return tx.stored(k.tableName(), id)
}

func (tx *Tx) stored(table string, id crm.ID) ([]byte, uint64, error) {
	b := tx.bolt.Bucket([]byte(tableBucket(table)))
	if b == nil {
		return nil, 0, nil
	}
	value := b.Get(id[:])
	if value == nil {
		return nil, 0, nil
	}
	rev, body, err := unwrap(table, id[:], value)
	return body, rev, tx.damaged(table, id, err)
}

// damaged wraps what is wrong with a value in a DamagedError that says where.
func (tx *Tx) damaged(table string, id fmt.Stringer, err error) error {
	if err == nil || err == ErrSealed || err == ErrNewer {
		return err
	}
	return &DamagedError{Path: tx.db.path, What: table + " " + id.String(), Err: err}
}

// write notes a new body for a record, nil to delete it.
func (tx *Tx) write(k kind, id crm.ID, body []byte, keys [][][]byte) error {
	if tx.act == nil {
		return ErrReadOnly
	}
	key := recordKey{k.tableName(), id}
	c, ok := tx.changes[key]
	if !ok {
		var err error
		if c, err = tx.firstChange(k, key); err != nil {
			return err
		}
		tx.changes[key] = c
	}
	c.after, c.afterKeys = body, keys
	return nil
}

func (tx *Tx) firstChange(k kind, key recordKey) (*change, error) {
	before, rev, err := tx.stored(key.table, key.id)
	if err != nil {
		return nil, err
	}
	if before == nil {
		rev = tx.gone(key)
	}
	keys, err := k.indexKeys(tx.db.codec, before)
	if err != nil {
		return nil, tx.damaged(key.table, key.id, err)
	}
	return &change{kind: k, key: key, before: before, rev: rev, beforeKeys: keys}, nil
}

// row is a record while a table is walked.
type row struct {
	id   crm.ID
	body []byte
	err  error
}

// rows walks the bodies of a table by id, with what the transaction has written in its place.
func (tx *Tx) rows(k kind, after crm.ID) iter.Seq[row] {
	added := tx.added(k.tableName(), after)
	return func(yield func(row) bool) {
		for r := range tx.storedRows(k.tableName(), after) {
			for len(added) > 0 && added[0].id.Compare(r.id) < 0 {
				if !yield(added[0]) {
					return
				}
				added = added[1:]
			}
			if c, ok := tx.changes[recordKey{k.tableName(), r.id}]; ok {
				r = row{id: r.id, body: c.after}
			}
			if r.body == nil && r.err == nil {
				continue
			}
			if !yield(r) {
				return
			}
		}
		for _, r := range added {
			if !yield(r) {
				return
			}
		}
	}
}

// added lists the records that the transaction has made, by id.
func (tx *Tx) added(table string, after crm.ID) []row {
	var out []row
	for key, c := range tx.changes {
		if key.table == table && c.before == nil && c.after != nil && key.id.Compare(after) > 0 {
			out = append(out, row{id: key.id, body: c.after})
		}
	}
	slices.SortFunc(out, func(a, b row) int { return a.id.Compare(b.id) })
	return out
}

func (tx *Tx) storedRows(table string, after crm.ID) iter.Seq[row] {
	return func(yield func(row) bool) {
		b := tx.bolt.Bucket([]byte(tableBucket(table)))
		if b == nil {
			return
		}
		c := b.Cursor()
		key, value := c.Seek(after[:])
		if bytes.Equal(key, after[:]) {
			key, value = c.Next()
		}
		for ; key != nil; key, value = c.Next() {
			if len(key) != len(crm.ID{}) {
				yield(row{err: &DamagedError{Path: tx.db.path, What: fmt.Sprintf("%s %x", table, key), Err: errDamaged}})
				return
			}
			id := crm.ID(key)
			_, body, err := unwrap(table, key, value)
			if !yield(row{id: id, body: body, err: tx.damaged(table, id, err)}) || err != nil {
				return
			}
		}
	}
}

// scan lists the ids of an index, with what the transaction has written in its place.
func (tx *Tx) scan(k kind, index int, prefix []byte, limit int) ([]crm.ID, error) {
	pending := tx.pendingKeys(k.tableName(), index, prefix)
	if len(pending) == 0 {
		return tx.scanStored(k, index, prefix, limit)
	}
	all := tx.storedKeys(k, index, prefix)
	kept := all[:0]
	for _, key := range all {
		if _, ok := tx.changes[recordKey{k.tableName(), idAtEnd(key)}]; !ok {
			kept = append(kept, key)
		}
	}
	for _, keys := range pending {
		kept = append(kept, keys...)
	}
	var out []crm.ID
	for _, key := range sortedKeys(kept) {
		if limit == 0 || len(out) < limit {
			out = append(out, idAtEnd(key))
		}
	}
	return out, nil
}

// pendingKeys gives, for each changed record of a table, its keys in an index as it is now (none where it does not stand under the prefix).
func (tx *Tx) pendingKeys(table string, index int, prefix []byte) map[crm.ID][][]byte {
	out := map[crm.ID][][]byte{}
	for key, c := range tx.changes {
		if key.table != table {
			continue
		}
		out[key.id] = nil
		if c.after == nil {
			continue
		}
		for _, k := range c.afterKeys[index] {
			if bytes.HasPrefix(k, prefix) {
				out[key.id] = append(out[key.id], withID(k, key.id))
			}
		}
	}
	return out
}

func (tx *Tx) scanStored(k kind, index int, prefix []byte, limit int) ([]crm.ID, error) {
	var out []crm.ID
	c := tx.indexCursor(k, index)
	if c == nil {
		return nil, nil
	}
	for key, _ := c.Seek(prefix); key != nil && bytes.HasPrefix(key, prefix); key, _ = c.Next() {
		if len(key) < len(crm.ID{}) {
			return nil, &DamagedError{Path: tx.db.path, What: k.indexBuckets()[index], Err: errDamaged}
		}
		out = append(out, idAtEnd(key))
		if len(out) == limit {
			break
		}
	}
	return out, nil
}

func (tx *Tx) storedKeys(k kind, index int, prefix []byte) [][]byte {
	var out [][]byte
	c := tx.indexCursor(k, index)
	if c == nil {
		return nil
	}
	for key, _ := c.Seek(prefix); key != nil && bytes.HasPrefix(key, prefix); key, _ = c.Next() {
		if len(key) >= len(crm.ID{}) {
			out = append(out, bytes.Clone(key))
		}
	}
	return out
}

func (tx *Tx) indexCursor(k kind, index int) *bbolt.Cursor {
	b := tx.bolt.Bucket([]byte(k.indexBuckets()[index]))
	if b == nil {
		return nil
	}
	return b.Cursor()
}

func withID(key []byte, id crm.ID) []byte { return append(bytes.Clone(key), id[:]...) }

func idAtEnd(key []byte) crm.ID { return crm.ID(key[len(key)-len(crm.ID{}):]) }

func tableBucket(table string) string { return "table/" + table }
