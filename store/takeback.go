package store

import (
	"bytes"
	"errors"
	"iter"
	"maps"

	"regulars/store/crm"
)

// Before the kind of a step these tell that another step took it back, or wrote it again: "undo.contact.edit".
const (
	UndoPrefix = "undo."
	RedoPrefix = "redo."
)

// Image is what a step did to one record.
type Image struct {
	Table string
	ID    crm.ID
	raw   image
}

// Created reports whether the step made the record.
func (i Image) Created() bool { return i.raw.Op == opCreate }

// Deleted reports whether the step deleted the record.
func (i Image) Deleted() bool { return i.raw.Op == opDelete }

// Erased reports whether what the step did to the record has been erased.
func (i Image) Erased() bool { return i.raw.Op == opErased }

// Images yields what a step changed, by table and record. It ends after the first error.
func (tx *Tx) Images(step Step) iter.Seq2[Image, error] {
	return func(yield func(Image, error) bool) {
		for i, err := range tx.images(step.Seq) {
			if !yield(Image{i.Table, i.ID, i}, err) || err != nil {
				return
			}
		}
	}
}

// ImageOf finds what a step did to one record; ok is false where it did nothing to it.
func (tx *Tx) ImageOf(step Step, table string, id crm.ID) (i Image, ok bool, err error) {
	raw, ok, err := tx.image(step.Seq, recordKey{table, id})
	return Image{table, id, raw}, ok, err
}

// Made is the record as the step of the image made it.
func (t *Table[T]) Made(tx *Tx, i Image) (T, error) {
	var v T
	return v, tx.damaged(t.name, i.ID, tx.db.codec.decode(i.raw.After, &v))
}

// CanUndo finds the step that Undo takes back: the newest that still stands.
func (tx *Tx) CanUndo() (Step, bool, error) {
	decided := map[crm.ID]bool{} // steps of which a newer undo or redo has been seen
	undone := map[crm.ID]bool{}
	for s, err := range tx.Steps() {
		switch {
		case err != nil:
			return Step{}, false, err
		case s.Seq <= tx.db.meta.Floor:
			return Step{}, false, nil
		case !s.Undoes.IsZero() && !decided[s.Undoes]:
			decided[s.Undoes], undone[s.Undoes] = true, true
		case !s.Redoes.IsZero():
			decided[s.Redoes] = true
		}
		if s.isAct() && !s.Final && !undone[s.ID] {
			return s, true, nil
		}
	}
	return Step{}, false, nil
}

// CanRedo finds the step that Redo writes again: the one that was taken back last, unless something new was done since.
func (tx *Tx) CanRedo() (Step, bool, error) {
	decided := map[crm.ID]bool{}
	for s, err := range tx.Steps() {
		switch {
		case err != nil:
			return Step{}, false, err
		case s.isAct() || s.Seq <= tx.db.meta.Floor:
			return Step{}, false, nil
		case !s.Redoes.IsZero():
			decided[s.Redoes] = true
		case !decided[s.Undoes]:
			found, err := tx.Step(s.Undoes)
			return found, err == nil, err
		}
	}
	return Step{}, false, nil
}

func (s Step) isAct() bool { return s.Undoes.IsZero() && s.Redoes.IsZero() }

// stands reports whether the step has not been taken back, or was brought back since.
func (tx *Tx) stands(step Step) (bool, error) {
	for s, err := range tx.Steps() {
		switch {
		case err != nil:
			return false, err
		case s.Undoes == step.ID:
			return false, nil
		case s.Redoes == step.ID || s.Seq <= step.Seq:
			return true, nil
		}
	}
	return true, nil
}

// Undo takes back the newest step that stands and returns it with the step that did so. ErrNothingToUndo, *DependsError.
func (db *DB) Undo() (undone, step Step, err error) {
	step, err = db.Update(Act{}, func(tx *Tx) error {
		var ok bool
		if undone, ok, err = tx.CanUndo(); err != nil {
			return err
		}
		if !ok {
			return ErrNothingToUndo
		}
		return tx.TakeBack(undone)
	})
	return undone, step, err
}

// Redo writes again what Undo took back last, and returns that step with the one that did so. ErrNothingToRedo, *DependsError.
func (db *DB) Redo() (redone, step Step, err error) {
	step, err = db.Update(Act{}, func(tx *Tx) error {
		var ok bool
		if redone, ok, err = tx.CanRedo(); err != nil {
			return err
		}
		if !ok {
			return ErrNothingToRedo
		}
		return tx.BringBack(redone)
	})
	return redone, step, err
}

// TakeBack writes the values before a step again, out of order too, as long as no later step has changed what it wrote: else *DependsError. The
// transaction's act becomes the undoing of the step.
func (tx *Tx) TakeBack(step Step) error {
	if step.Final || !step.isAct() || step.Seq <= tx.db.meta.Floor {
		return ErrFinal
	}
	switch ok, err := tx.stands(step); {
	case err != nil:
		return err
	case !ok:
		return ErrNothingToUndo
	}
	tx.actOn(UndoPrefix, step)
	tx.act.undoes = step.ID
	return tx.rewrite(step, image.reversed)
}

// BringBack writes the values after a step again that was taken back.
func (tx *Tx) BringBack(step Step) error {
	tx.actOn(RedoPrefix, step)
	tx.act.redoes = step.ID
	return tx.rewrite(step, func(i image) image { return i })
}

// actOn makes the act one about a step, with its texts.
func (tx *Tx) actOn(prefix string, step Step) {
	tx.act.Kind, tx.act.Values, tx.act.Count, tx.act.Batch, tx.act.Always = prefix+step.Kind, maps.Clone(step.Values), step.Count, step.Batch, true
}

// reversed is the image of the opposite change.
func (i image) reversed() image {
	i.Before, i.After = i.After, i.Before
	switch i.Op {
	case opCreate:
		i.Op = opDelete
	case opDelete:
		i.Op = opCreate
	}
	return i
}

func (tx *Tx) rewrite(step Step, direction func(image) image) error {
	for i, err := range tx.images(step.Seq) {
		if err != nil {
			return err
		}
		if i.Op == opErased {
			continue
		}
		if err := tx.apply(direction(i)); errors.Is(err, errMovedOn) {
			return tx.dependsError(step, i)
		} else if err != nil {
			return err
		}
	}
	return nil
}

// errMovedOn says that a record no longer holds what a change begins with.
var errMovedOn = errors.New("store: the record moved on")

func (tx *Tx) dependsError(step Step, i image) error {
	k, ok := tx.db.tables[i.Table]
	if !ok {
		return &DependsError{Step: step}
	}
	_, rev, err := tx.current(k, i.ID)
	if err != nil || rev == 0 {
		rev = tx.gone(i.key())
	}
	later, err := tx.stepAt(rev)
	if err != nil {
		later = Step{}
	}
	return &DependsError{Step: step, Later: later}
}

// apply makes the change of an image to a record that holds what the change begins with.
func (tx *Tx) apply(i image) error {
	k, ok := tx.db.tables[i.Table]
	if !ok {
		return ErrNewer // a table that this program does not know
	}
	body, _, err := tx.current(k, i.ID)
	if err != nil {
		return err
	}
	switch i.Op {
	case opCreate:
		if body != nil {
			return errMovedOn
		}
		return tx.writeBody(k, i.ID, i.After)
	case opDelete:
		if body == nil || !bytes.Equal(body, i.Before) {
			return errMovedOn
		}
		return tx.write(k, i.ID, nil, nil)
	}
	return tx.applyEdit(k, i, body)
}

func (tx *Tx) applyEdit(k kind, i image, body []byte) error {
	if body == nil {
		return errMovedOn
	}
	now, was, is, err := tx.editFields(i, body)
	if err != nil {
		return err
	}
	for _, key := range keysOf(was, is) {
		if !bytes.Equal(now[key], was[key]) {
			return errMovedOn
		}
		now.set(key, is[key])
	}
	return tx.writeFields(k, i.ID, now)
}

func (tx *Tx) editFields(i image, body []byte) (now, was, is Fields, err error) {
	now, err1 := tx.db.codec.fields(body)
	was, err2 := tx.db.codec.fields(i.Before)
	is, err3 := tx.db.codec.fields(i.After)
	return now, was, is, tx.damaged(i.Table, i.ID, firstError(err1, err2, err3))
}

func (tx *Tx) writeFields(k kind, id crm.ID, f Fields) error {
	body, err := tx.db.codec.encode(f)
	if err != nil {
		return err
	}
	return tx.writeBody(k, id, body)
}

func (tx *Tx) writeBody(k kind, id crm.ID, body []byte) error {
	keys, err := k.indexKeys(tx.db.codec, body)
	if err != nil {
		return tx.damaged(k.tableName(), id, err)
	}
	return tx.write(k, id, body, keys)
}

// TakeBackEdit takes an edit of one record back as far as nobody has edited it since, and says how many fields stay as they are because
// somebody has. A record that the step deleted returns if there is none of its id now. Of a record that the step made the caller decides:
// errors.ErrUnsupported.
func (tx *Tx) TakeBackEdit(i Image) (kept int, err error) {
	k, ok := tx.db.tables[i.Table]
	if !ok {
		return 0, ErrNewer
	}
	body, _, err := tx.current(k, i.ID)
	switch {
	case err != nil || i.Erased():
		return 0, err
	case i.Created():
		return 0, errors.ErrUnsupported
	case i.Deleted() && body == nil:
		return 0, tx.writeBody(k, i.ID, i.raw.Before)
	case i.Deleted() || body == nil:
		return 1, nil
	}
	return tx.goBackFields(k, i.raw, body)
}

func (tx *Tx) goBackFields(k kind, i image, body []byte) (kept int, err error) {
	now, was, is, err := tx.editFields(i, body)
	if err != nil {
		return 0, err
	}
	for _, key := range keysOf(was, is) {
		v, ok := tx.db.codec.goBack(was[key], is[key], now[key])
		if !ok {
			kept++
		}
		now.set(key, v)
	}
	return kept, tx.writeFields(k, i.ID, now)
}
