package store

import (
	"fmt"

	"regulars/store/crm"
)

// Version is one line in the history of a record: Before is nil at its beginning, After at its end.
type Version[T any] struct {
	Step   Step
	Before *T
	After  *T
}

// History gives what happened to a record, newest first, also for one that was deleted. ErrNotFound for an id that never was. It ends
// at what was erased.
func (t *Table[T]) History(tx *Tx, id crm.ID) ([]Version[T], error) {
	body, rev, err := tx.stored(t.name, id)
	if err != nil {
		return nil, err
	}
	if body == nil {
		rev = tx.gone(recordKey{t.name, id})
	}
	if rev == 0 {
		return nil, fmt.Errorf("%s %s: %w", t.name, id, ErrNotFound)
	}
	var out []Version[T]
	for rev != 0 {
		v, before, prev, err := t.version(tx, rev, id, body)
		if err != nil || v.Step.Seq == 0 {
			return out, err
		}
		out = append(out, v)
		body, rev = before, prev
	}
	return out, nil
}

// version reads one link of the chain: what the step at rev did to the record that is body after it. A zero Step ends the chain.
func (t *Table[T]) version(tx *Tx, rev uint64, id crm.ID, body []byte) (v Version[T], before []byte, prev uint64, err error) {
	i, ok, err := tx.image(rev, recordKey{t.name, id})
	if err != nil || !ok || i.Op == opErased {
		return v, nil, 0, err
	}
	if before, err = tx.bodyBefore(i, body); err != nil {
		return v, nil, 0, err
	}
	step, err := tx.stepAt(rev)
	if err != nil {
		return v, nil, 0, err
	}
	was, err1 := t.optional(tx, id, before)
	is, err2 := t.optional(tx, id, body)
	return Version[T]{step, was, is}, before, i.Prev, firstError(err1, err2)
}

func (t *Table[T]) optional(tx *Tx, id crm.ID, body []byte) (*T, error) {
	if body == nil {
		return nil, nil
	}
	v := new(T)
	return v, tx.damaged(t.name, id, tx.db.codec.decode(body, v))
}

// bodyBefore is a record before a step, reckoned back from the record after it.
func (tx *Tx) bodyBefore(i image, body []byte) ([]byte, error) {
	switch i.Op {
	case opCreate:
		return nil, nil
	case opDelete:
		return i.Before, nil
	}
	now, was, is, err := tx.editFields(i, body)
	if err != nil {
		return nil, err
	}
	for _, key := range keysOf(was, is) {
		now.set(key, was[key])
	}
	return tx.db.codec.encode(now)
}
