package store

import (
	"maps"
	"slices"

	"regulars/store/crm"
)

// AsOf gives the records of a table as they were after the step of a number (0 = before the first), by id: the journal is rolled back from the
// present. What was erased since is gone from the past too. ErrNewer where the journal reaches back to another schema.
func (t *Table[T]) AsOf(tx *Tx, seq uint64) ([]T, error) {
	if seq < tx.db.meta.Floor {
		return nil, ErrNewer
	}
	past := pastOf{tx: tx, table: t.name, kind: t, bodies: map[crm.ID][]byte{}, erased: map[crm.ID]bool{}}
	for step, err := range tx.Steps() {
		if err != nil {
			return nil, err
		}
		if step.Seq <= seq {
			break
		}
		if err := past.goBack(step); err != nil {
			return nil, err
		}
	}
	return decodePast(t, past)
}

// pastOf is what the records that were touched since looked like, as the steps are rolled back one by one: nil where there was no record.
type pastOf struct {
	tx     *Tx
	table  string
	kind   kind
	bodies map[crm.ID][]byte
	erased map[crm.ID]bool
}

// goBack rolls one step back.
func (p *pastOf) goBack(step Step) error {
	for i, err := range p.tx.images(step.Seq) {
		if err != nil {
			return err
		}
		if i.Table != p.table || p.erased[i.ID] {
			continue
		}
		if err := p.goBackRecord(i); err != nil {
			return err
		}
	}
	return nil
}

func (p *pastOf) goBackRecord(i image) error {
	if i.Op == opErased {
		p.erased[i.ID], p.bodies[i.ID] = true, nil
		return nil
	}
	body, known := p.bodies[i.ID]
	if !known {
		var err error
		if body, _, err = p.tx.current(p.kind, i.ID); err != nil {
			return err
		}
	}
	before, err := p.tx.bodyBefore(i, body)
	p.bodies[i.ID] = before
	return err
}

// decodePast reads the records that the steps left alone from the file and puts the others in their places.
func decodePast[T any](t *Table[T], past pastOf) ([]T, error) {
	var out []T
	add := func(id crm.ID, body []byte) error {
		if body == nil {
			return nil
		}
		var v T
		err := past.tx.damaged(t.name, id, past.tx.db.codec.decode(body, &v))
		out = append(out, v)
		return err
	}
	touched := slices.SortedFunc(maps.Keys(past.bodies), crm.ID.Compare)
	for r := range past.tx.rows(t, crm.ID{}) {
		if r.err != nil {
			return nil, r.err
		}
		for len(touched) > 0 && touched[0].Compare(r.id) <= 0 {
			if err := add(touched[0], past.bodies[touched[0]]); err != nil {
				return nil, err
			}
			touched = touched[1:]
		}
		if _, moved := past.bodies[r.id]; moved {
			continue
		}
		if err := add(r.id, r.body); err != nil {
			return nil, err
		}
	}
	for _, id := range touched {
		if err := add(id, past.bodies[id]); err != nil {
			return nil, err
		}
	}
	return out, nil
}
