package store

import (
	"bytes"
	"fmt"
	"iter"

	"regulars/store/crm"
)

// Erase deletes a record, if there is one, and cleans every image of it from the journal, with the names in the texts of the steps that touched it. It says how many
// images it cleaned. The bytes stay in free pages of the file until Compact.
func (t *Table[T]) Erase(tx *Tx, id crm.ID) (images int, err error) {
	key := recordKey{t.name, id}
	body, rev, err := tx.stored(t.name, id)
	if err != nil {
		return 0, err
	}
	if body == nil {
		rev = tx.gone(key)
	}
	if body == nil && rev == 0 {
		return 0, nil
	}
	if err := tx.write(t, id, nil, nil); err != nil {
		return 0, err
	}
	tx.changes[key].erase = true
	for rev != 0 {
		prev, ok, err := tx.eraseImage(rev, key)
		if err != nil || !ok {
			return images, err
		}
		images++
		rev = prev
	}
	return images, nil
}

// eraseImage empties one image and the texts of its step. ok is false where the chain ends.
func (tx *Tx) eraseImage(seq uint64, key recordKey) (prev uint64, ok bool, err error) {
	at, value := tx.bolt.Bucket([]byte(imagesBucket)).Cursor().Seek(imageKey(seq, key))
	if len(at) < 8 || string(at[:8]) != string(seqKey(seq)) {
		return 0, false, nil
	}
	piece, err := tx.readPiece(at, value)
	if err != nil {
		return 0, false, err
	}
	for n, i := range piece {
		if i.key() == key && i.Op != opErased {
			piece[n] = image{Table: i.Table, ID: i.ID, Op: opErased}
			return i.Prev, true, firstError(tx.writePiece(seq, piece, false), tx.eraseTexts(seq))
		}
	}
	return 0, false, nil
}

// eraseTexts takes the name out of the texts of a step and, where nothing is left that could be taken back, closes it.
func (tx *Tx) eraseTexts(seq uint64) error {
	s, err := tx.stepAt(seq)
	if err != nil {
		return err
	}
	if s.Values[NameValue] != "" {
		s.Values[NameValue] = "—"
	}
	s.Final = true
	for i, err := range tx.images(seq) {
		if err != nil {
			return err
		}
		s.Final = s.Final && i.Op == opErased
		if !s.Final {
			break
		}
	}
	body, err := tx.db.codec.encode(s)
	if err != nil {
		return err
	}
	if err := put(tx.bolt, stepsBucket, seqKey(seq), wrap(stepsBucket, seqKey(seq), seq, body), false); err != nil {
		return fmt.Errorf("store: write the step: %w", err)
	}
	return nil
}

// Erased reports whether there was a record of that id and it was erased. Links to it may remain.
func (t *Table[T]) Erased(tx *Tx, id crm.ID) (bool, error) {
	key := recordKey{t.name, id}
	seq := tx.gone(key)
	if seq == 0 {
		return false, nil
	}
	i, ok, err := tx.image(seq, key)
	return ok && i.Op == opErased, err
}

// Deleted yields, as they were last, the records that were deleted and not erased. It ends after the first error.
func (t *Table[T]) Deleted(tx *Tx) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		prefix := append([]byte(t.name), 0)
		c := tx.bolt.Bucket([]byte(goneBucket)).Cursor()
		for key, value := c.Seek(prefix); bytes.HasPrefix(key, prefix); key, value = c.Next() {
			v, ok, err := t.lastOf(tx, key[len(prefix):], value)
			if !ok && err == nil {
				continue
			}
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}

func (t *Table[T]) lastOf(tx *Tx, key, seq []byte) (v T, ok bool, err error) {
	if len(key) != len(crm.ID{}) || len(seq) != 8 {
		return v, false, &DamagedError{Path: tx.db.path, What: goneBucket, Err: errDamaged}
	}
	i, ok, err := tx.image(beUint64(seq), recordKey{t.name, crm.ID(key)})
	if err != nil || !ok || i.Op != opDelete {
		return v, false, err
	}
	return v, true, tx.damaged(t.name, i.ID, tx.db.codec.decode(i.Before, &v))
}
