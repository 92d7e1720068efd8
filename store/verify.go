package store

import (
	"bytes"
	"fmt"

	"regulars/store/crm"
)

// Report is what a look over a file found.
type Report struct {
	Path     string         `json:"path"`
	Records  map[string]int `json:"records"` // by table
	Steps    int            `json:"steps"`
	Problems []string       `json:"problems"` // empty = sound
}

// mostProblems is how many problems a report lists before it leaves off.
const mostProblems = 50

// Verify looks over a data file: bbolt's pages, the checksum and form of every value, the indexes against the records, the journal against both, and
// what refs finds between records. The problems are in the report; the error says why there is none. A badly damaged file may end the
// process: to be safe, run it in a child.
func Verify(path string, o Options, refs func(*Tx, func(problem string)) error) (Report, error) {
	o.ReadOnly, o.AnyPlace = true, true
	db, err := Open(path, o)
	if err != nil {
		return Report{Path: path}, err
	}
	r, err := db.Verify(refs)
	if closeErr := db.Close(); err == nil {
		err = closeErr
	}
	return r, err
}

// Verify looks over the open file; see the function Verify.
func (db *DB) Verify(refs func(*Tx, func(problem string)) error) (Report, error) {
	v := &verifier{report: Report{Path: db.path, Records: map[string]int{}}, latest: map[recordKey]uint64{}}
	err := db.View(func(tx *Tx) error {
		for _, look := range []func(*Tx) error{v.pages, v.journal, v.tables, v.indexes, v.gone} {
			if err := look(tx); err != nil {
				return err
			}
		}
		if refs == nil {
			return nil
		}
		return refs(tx, func(problem string) { v.say("%s", problem) })
	})
	return v.report, err
}

type verifier struct {
	report Report
	latest map[recordKey]uint64 // the last step that touched a record; the highest bit says that the step deleted it
}

const deletedBit = 1 << 63

func (v *verifier) say(format string, args ...any) {
	if len(v.report.Problems) < mostProblems {
		v.report.Problems = append(v.report.Problems, fmt.Sprintf(format, args...))
	}
}

func (v *verifier) pages(tx *Tx) error {
	for err := range tx.bolt.Check() {
		v.say("page: %v", err)
	}
	return nil
}

// journal reads every step and every image, and follows each record through them.
func (v *verifier) journal(tx *Tx) error {
	c := tx.bolt.Bucket([]byte(stepsBucket)).Cursor()
	var last uint64
	for key, value := c.First(); key != nil; key, value = c.Next() {
		s, err := tx.readStep(key, value)
		if err != nil {
			v.say("step %x: %v", key, err)
			continue
		}
		v.report.Steps++
		if s.Seq != last+1 || !bytes.Equal(seqKey(s.Seq), key) {
			v.say("step %x: it follows step %d", key, last)
		}
		if found, err := tx.Step(s.ID); err != nil || found.Seq != s.Seq {
			v.say("step %d: it is not found by its id", s.Seq)
		}
		last = s.Seq
	}
	return v.images(tx, last)
}

func (v *verifier) images(tx *Tx, lastStep uint64) error {
	c := tx.bolt.Bucket([]byte(imagesBucket)).Cursor()
	for key, value := c.First(); key != nil; key, value = c.Next() {
		seq := uint64(0)
		if len(key) >= 8 {
			seq = beUint64(key)
		}
		if seq == 0 || seq > lastStep {
			v.say("images %x: there is no such step", key)
		}
		piece, err := tx.readPiece(key, value)
		if err != nil {
			v.say("images %x: %v", key, err)
			continue
		}
		for _, i := range piece {
			v.follow(tx, seq, i)
		}
	}
	return nil
}

// follow checks that an image continues what the journal said of its record before.
func (v *verifier) follow(tx *Tx, seq uint64, i image) {
	before := v.latest[i.key()]
	switch {
	case i.Op == opErased: // it begins the record's history anew
	case i.Prev != before&^deletedBit:
		v.say("images of step %d: %s %s was written by step %d before, not by %d", seq, i.Table, i.ID, before&^deletedBit, i.Prev)
	case i.Op == opCreate && before != 0 && before&deletedBit == 0, i.Op != opCreate && (before == 0 || before&deletedBit != 0):
		v.say("images of step %d: %s %s cannot be changed so", seq, i.Table, i.ID)
	}
	for _, body := range [][]byte{i.Before, i.After} {
		if _, err := tx.db.codec.optional(body); err != nil {
			v.say("images of step %d: %s %s: %v", seq, i.Table, i.ID, err)
		}
	}
	switch i.Op {
	case opErased, opDelete:
		v.latest[i.key()] = seq | deletedBit
	default:
		v.latest[i.key()] = seq
	}
}

// tables reads every record and compares its revision with the journal.
func (v *verifier) tables(tx *Tx) error {
	for _, t := range tx.db.opts.Tables {
		b := tx.bolt.Bucket([]byte(tableBucket(t.tableName())))
		if b == nil {
			v.say("table %s is missing", t.tableName())
			continue
		}
		err := b.ForEach(func(key, value []byte) error {
			v.report.Records[t.tableName()]++
			v.record(tx, t, key, value)
			return nil
		})
		if err != nil {
			return err
		}
	}
	for key, seq := range v.latest {
		if seq&deletedBit == 0 {
			v.say("%s %s is in the journal but not in its table", key.table, key.id)
		}
	}
	return nil
}

func (v *verifier) record(tx *Tx, t kind, key, value []byte) {
	if len(key) != len(crm.ID{}) {
		v.say("%s %x: it has no id", t.tableName(), key)
		return
	}
	id := recordKey{t.tableName(), crm.ID(key)}
	rev, body, err := unwrap(t.tableName(), key, value)
	if err == nil {
		err = t.readable(tx.db.codec, body)
	}
	if err != nil {
		v.say("%s %s: %v", id.table, id.id, err)
	} else if rev != v.latest[id] {
		v.say("%s %s: written by step %d, but the journal says %d", id.table, id.id, rev, v.latest[id]&^deletedBit)
	}
	delete(v.latest, id)
}

// indexes makes the keys of every index anew and compares.
func (v *verifier) indexes(tx *Tx) error {
	for _, t := range tx.db.opts.Tables {
		want, ok := freshKeys(tx, t)
		if !ok {
			continue // a record that cannot be read has been told of
		}
		for n, bucket := range t.indexBuckets() {
			v.index(tx, bucket, sortedKeys(want[n]))
		}
	}
	return nil
}

// freshKeys makes the keys of all indexes of a table; ok is false where a record cannot be read.
func freshKeys(tx *Tx, t kind) (want [][][]byte, ok bool) {
	want = make([][][]byte, len(t.indexBuckets()))
	if len(want) == 0 {
		return want, true
	}
	for r := range tx.storedRows(t.tableName(), crm.ID{}) {
		if r.err != nil {
			return nil, false
		}
		keys, err := t.indexKeys(tx.db.codec, r.body)
		if err != nil {
			return nil, false
		}
		for n := range want {
			for _, k := range keys[n] {
				want[n] = append(want[n], withID(k, r.id))
			}
		}
	}
	return want, true
}

func (v *verifier) index(tx *Tx, bucket string, want [][]byte) {
	b := tx.bolt.Bucket([]byte(bucket))
	if b == nil {
		v.say("%s is missing", bucket)
		return
	}
	c := b.Cursor()
	got, _ := c.First()
	for _, w := range want {
		if !bytes.Equal(got, w) {
			v.say("%s: it does not agree with its table at %x", bucket, w)
			return
		}
		got, _ = c.Next()
	}
	if got != nil {
		v.say("%s: it holds %x, which its table does not", bucket, got)
	}
}

// gone checks that each deletion that is noted is one of the journal.
func (v *verifier) gone(tx *Tx) error {
	return tx.bolt.Bucket([]byte(goneBucket)).ForEach(func(key, value []byte) error {
		name, id, ok := bytes.Cut(key, []byte{0})
		if !ok || len(id) != len(crm.ID{}) || len(value) != 8 {
			v.say("gone %x: it is not readable", key)
			return nil
		}
		if at := v.latest[recordKey{string(name), crm.ID(id)}]; at != beUint64(value)|deletedBit {
			v.say("gone %s %s: the journal does not say so", name, crm.ID(id))
		}
		return nil
	})
}
