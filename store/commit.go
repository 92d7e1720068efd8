package store

import (
	"fmt"
	"slices"

	"github.com/fxamacker/cbor/v2"

	"regulars/store/crm"
)

// Act says what a transaction is about to do. The function of the transaction may complete it through Tx.Act.
type Act struct {
	Kind   string
	Values map[string]string
	Batch  crm.ID
	Count  int // 0 = the number of records that were written
	Final  bool
	// Always writes a step even if no record changes.
	Always bool

	undoes, redoes crm.ID
}

// bulkFrom is the number of changed records from which pages are filled to the brim.
const bulkFrom = 500

// commit carries what the transaction gathered into the file. It returns a zero step where nothing has changed.
func (tx *Tx) commit() (Step, []Touched, error) {
	changes := tx.realChanges()
	if len(changes) == 0 && !tx.act.Always {
		return Step{}, nil, nil
	}
	step, err := tx.newStep(len(changes))
	if err != nil {
		return Step{}, nil, err
	}
	bulk, records := len(changes) >= bulkFrom, touched(changes)
	for _, save := range []func(Step, []*change, bool) error{tx.saveImages, tx.saveIndexes, tx.saveRecords} {
		if err := save(step, changes, bulk); err != nil {
			return Step{}, nil, err
		}
	}
	return step, records, tx.saveStep(step)
}

func (tx *Tx) realChanges() []*change {
	var out []*change
	for _, c := range tx.changes {
		if c.real() {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b *change) int { return a.key.compare(b.key) })
	return out
}

func (tx *Tx) newStep(changed int) (Step, error) {
	last, err := tx.lastStep()
	if err != nil {
		return Step{}, err
	}
	s := Step{Seq: last.Seq + 1, ID: tx.step, Kind: tx.act.Kind, Values: tx.act.Values, Author: tx.db.author(), Device: tx.db.meta.Device,
		Logical: last.Logical + 1, Millis: tx.db.now().UnixMilli(), Batch: tx.act.Batch, Undoes: tx.act.undoes, Redoes: tx.act.redoes,
		Count: tx.act.Count, Final: tx.act.Final}
	if s.Count == 0 {
		s.Count = changed
	}
	return s, nil
}

func (tx *Tx) saveRecords(step Step, changes []*change, bulk bool) error {
	if err := tx.db.fault("records"); err != nil {
		return err
	}
	for _, c := range changes {
		if err := tx.saveRecord(step, c, bulk); err != nil {
			return fmt.Errorf("store: write %s %s: %w", c.key.table, c.key.id, err)
		}
		*c = change{key: c.key} // bbolt has its own copy now; a big import needs the room
	}
	return nil
}

func (tx *Tx) saveRecord(step Step, c *change, bulk bool) error {
	bucket := tableBucket(c.key.table)
	if c.after != nil {
		if err := put(tx.bolt, bucket, c.key.id[:], wrap(c.key.table, c.key.id[:], step.Seq, c.after), bulk); err != nil || c.before != nil || c.rev == 0 {
			return err
		}
		return tx.bolt.Bucket([]byte(goneBucket)).Delete(goneKey(c.key))
	}
	if err := tx.bolt.Bucket([]byte(bucket)).Delete(c.key.id[:]); err != nil {
		return err
	}
	return put(tx.bolt, goneBucket, goneKey(c.key), seqKey(step.Seq), false)
}

// saveIndexes brings the indexes in step with the records: for each index first what goes, then what comes, in order.
func (tx *Tx) saveIndexes(_ Step, changes []*change, bulk bool) error {
	come, go_ := map[string][][]byte{}, map[string][][]byte{}
	for _, c := range changes {
		for i, bucket := range c.kind.indexBuckets() {
			gather(go_, bucket, c.beforeKeys, i, c.key.id)
			gather(come, bucket, c.afterKeys, i, c.key.id)
		}
	}
	for bucket, keys := range go_ {
		for _, key := range sortedKeys(keys) {
			if err := tx.bolt.Bucket([]byte(bucket)).Delete(key); err != nil {
				return fmt.Errorf("store: %s: %w", bucket, err)
			}
		}
	}
	for bucket, keys := range come {
		for _, key := range sortedKeys(keys) {
			if err := put(tx.bolt, bucket, key, []byte{}, bulk); err != nil {
				return fmt.Errorf("store: %s: %w", bucket, err)
			}
		}
	}
	return nil
}

func gather(into map[string][][]byte, bucket string, keys [][][]byte, index int, id crm.ID) {
	if index < len(keys) {
		for _, k := range keys[index] {
			into[bucket] = append(into[bucket], withID(k, id))
		}
	}
}

func (tx *Tx) saveImages(step Step, changes []*change, bulk bool) error {
	if err := tx.db.fault("journal"); err != nil {
		return err
	}
	p := pieces{tx: tx, seq: step.Seq, bulk: bulk}
	for _, c := range changes {
		i, err := tx.imageOf(c)
		if err != nil {
			return err
		}
		if err := p.add(i); err != nil {
			return fmt.Errorf("store: write the journal: %w", err)
		}
	}
	return p.flush()
}

func (tx *Tx) imageOf(c *change) (image, error) {
	i := image{Table: c.key.table, ID: c.key.id, Prev: c.rev}
	switch {
	case c.erase:
		i.Op, i.Prev = opErased, 0
	case c.before == nil:
		i.Op, i.After = opCreate, c.after
	case c.after == nil:
		i.Op, i.Before = opDelete, c.before
	default:
		i.Op = opEdit
		return i, tx.fieldImages(c, &i)
	}
	return i, nil
}

func (tx *Tx) fieldImages(c *change, i *image) error {
	before, err := tx.db.codec.fields(c.before)
	if err != nil {
		return tx.damaged(c.key.table, c.key.id, err)
	}
	after, err := tx.db.codec.fields(c.after)
	if err != nil {
		return err
	}
	was, is := diff(before, after)
	var err1, err2 error
	var b, a cbor.RawMessage
	b, err1 = tx.db.codec.encode(was)
	a, err2 = tx.db.codec.encode(is)
	i.Before, i.After = b, a
	return firstError(err1, err2)
}

func (tx *Tx) saveStep(step Step) error {
	if err := tx.db.fault("step"); err != nil {
		return err
	}
	body, err := tx.db.codec.encode(step)
	if err != nil {
		return err
	}
	key := seqKey(step.Seq)
	if err := put(tx.bolt, stepsBucket, key, wrap(stepsBucket, key, step.Seq, body), false); err != nil {
		return fmt.Errorf("store: write the step: %w", err)
	}
	return put(tx.bolt, stepIDs, step.ID[:], key, false)
}

// Touched is a record that a commit wrote or deleted.
type Touched struct {
	Table string
	ID    crm.ID
	Gone  bool
}

func touched(changes []*change) []Touched {
	out := make([]Touched, len(changes))
	for i, c := range changes {
		out[i] = Touched{c.key.table, c.key.id, c.after == nil}
	}
	return out
}
