package actions

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"regulars/store/backup"
	"regulars/store/crm"
)

// batchRecord is an import as the file keeps it: the batch, without its rows, and the step that wrote it.
type batchRecord struct {
	Batch crm.Batch `cbor:"1,keyasint"`
	Step  crm.ID    `cbor:"2,keyasint"`
}

// batchRows is a piece of a batch's rows, so that one row can change without all being written.
type batchRows struct {
	ID    crm.ID      `cbor:"1,keyasint"`
	Batch crm.ID      `cbor:"2,keyasint"`
	Rows  []crm.RowOf `cbor:"3,keyasint"`
}

// rowsPerPiece is how many rows stand in one batchRows.
const rowsPerPiece = 512

// Import writes a batch as one transaction and one step, after a verified backup: all of it or, whatever happens, none of it. Drafts whose Base is no
// longer what the store holds change only the fields in which Record differs from Base; a record that somebody deleted meanwhile is made again.
// ErrExists where a batch of that id, or a new record of it, is there already.
func (b *Book) Import(ctx context.Context, batch crm.ImportBatch) (crm.Batch, Step, error) {
	info := batch.Info
	if info.ID.IsZero() {
		info.ID = b.NewID()
	}
	if info.Day.IsZero() {
		info.Day = b.Today()
	}
	info.RowsOf = nil
	if err := b.backupBefore(ctx, backup.BeforeImport); err != nil {
		return crm.Batch{}, Step{}, err
	}
	step, err := b.act(kindImport, func(w *writer) error {
		w.note("file", info.File)
		w.Act().Batch = info.ID
		w.Act().Count = info.Created + info.Updated + info.Companies
		return w.writeBatch(ctx, info, batch.Drafts)
	})
	if err != nil {
		return crm.Batch{}, Step{}, err
	}
	return info, step, nil
}

func (w *writer) writeBatch(ctx context.Context, info crm.Batch, drafts []crm.Draft) error {
	there, err := w.t.batches.Has(w.Tx, info.ID)
	if err != nil {
		return err
	}
	if there {
		return fmt.Errorf("batch %s: %w", info.ID, ErrExists)
	}
	if err := w.writeDrafts(ctx, drafts); err != nil {
		return err
	}
	if err := w.writeRows(info.ID, drafts); err != nil {
		return err
	}
	return w.t.batches.Put(w.Tx, info.ID, &batchRecord{Batch: info, Step: w.StepID()})
}

// writeDrafts writes the companies first, because people take their names from them.
func (w *writer) writeDrafts(ctx context.Context, drafts []crm.Draft) error {
	for _, kind := range []crm.Kind{crm.Company, crm.Person} {
		for i := range drafts {
			if cmp.Or(drafts[i].Record.Kind, crm.Person) != kind {
				continue
			}
			if i%1000 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			if err := w.writeDraft(&drafts[i]); err != nil {
				return fmt.Errorf("row %d: %w", drafts[i].Row, err)
			}
		}
	}
	return nil
}

func (w *writer) writeDraft(d *crm.Draft) error {
	record := d.Record
	if d.New {
		if there, err := w.lives(record.ID); err != nil || there {
			return cmp.Or(err, ErrExists)
		}
		return w.put(&record)
	}
	if d.Restore {
		if _, err := w.takeOut(record.ID); err != nil && !gone(err) {
			return err
		}
	}
	was, err := w.contact(record.ID)
	if gone(err) {
		return w.put(&record)
	}
	if err != nil {
		return err
	}
	if d.Base != nil {
		if err := w.t.contacts.Amend(w.Tx, record.ID, d.Base, &record, false); err != nil {
			return err
		}
		if record, err = w.contact(record.ID); err != nil {
			return err
		}
	}
	return w.change(&was, &record)
}

func (w *writer) writeRows(batch crm.ID, drafts []crm.Draft) error {
	rows := make([]crm.RowOf, len(drafts))
	for i, d := range drafts {
		rows[i] = crm.RowOf{Row: d.Row, Record: d.Record.ID, Created: d.New}
	}
	for piece := range slices.Chunk(rows, rowsPerPiece) {
		r := batchRows{ID: w.NewID(), Batch: batch, Rows: piece}
		if err := w.t.rows.Put(w.Tx, r.ID, &r); err != nil {
			return err
		}
	}
	return nil
}

// Batches lists the imports, the latest first, without RowsOf.
func (b *Book) Batches() ([]crm.Batch, error) {
	records, err := list(b, b.t.batches)
	out := make([]crm.Batch, len(records))
	for i, r := range records {
		out[len(out)-1-i] = r.Batch
	}
	return out, err
}

// Batch gives one import with RowsOf.
func (b *Book) Batch(id crm.ID) (crm.Batch, error) {
	r, err := get(b, b.t.batches, id)
	if err != nil {
		return crm.Batch{}, err
	}
	pieces, err := found(b, b.t.rows, indexBatch, id)
	for _, p := range pieces {
		r.Batch.RowsOf = append(r.Batch.RowsOf, p.Rows...)
	}
	return r.Batch, err
}

// UndoImport takes an import back. Records that it made disappear unless somebody edited them since or needs them; records that it changed get their
// earlier values again except where they were edited since. ErrNothingToUndo where it was taken back before.
func (b *Book) UndoImport(batch crm.ID) (Reverted, error) {
	var out Reverted
	step, err := b.act("import.undo", func(w *writer) error {
		record, step, err := w.standingBatch(batch)
		if err != nil {
			return err
		}
		if out, err = w.takeBack(step, func(crm.ID) bool { return true }); err != nil {
			return err
		}
		record.Batch.Undone = true
		return w.t.batches.Put(w.Tx, batch, &record)
	})
	out.Step = step
	return out, err
}

// standingBatch finds an import that has not been taken back, and its step.
func (w *writer) standingBatch(batch crm.ID) (batchRecord, Step, error) {
	record, err := w.t.batches.Get(w.Tx, batch)
	if err != nil {
		return record, Step{}, err
	}
	if record.Batch.Undone {
		return record, Step{}, ErrNothingToUndo
	}
	w.note("file", record.Batch.File)
	w.Act().Batch = batch
	step, err := w.Step(record.Step)
	return record, step, err
}

// UndoImportRow takes back what one row of an import did, by the same rule. A record that several rows wrote is taken back for all of them.
// ErrNotFound where the row wrote nothing.
func (b *Book) UndoImportRow(batch crm.ID, row int) (Reverted, error) {
	var out Reverted
	step, err := b.act("import.undo-row", func(w *writer) error {
		_, step, err := w.standingBatch(batch)
		if err != nil {
			return err
		}
		w.note("row", fmt.Sprint(row))
		records, err := w.undoneRow(batch, row)
		if err != nil {
			return err
		}
		out, err = w.takeBack(step, func(id crm.ID) bool { return records[id] })
		return err
	})
	out.Step = step
	return out, err
}

// undoneRow marks the row as taken back and gives its records.
func (w *writer) undoneRow(batch crm.ID, row int) (map[crm.ID]bool, error) {
	ids, err := w.t.rows.Find(w.Tx, indexBatch, batch[:], 0)
	if err != nil {
		return nil, err
	}
	records, undone := map[crm.ID]bool{}, false
	for _, id := range ids {
		piece, err := w.t.rows.Get(w.Tx, id)
		if err != nil {
			return nil, err
		}
		for i, r := range piece.Rows {
			if r.Row == row {
				records[r.Record] = true
				undone = undone || r.Undone
				piece.Rows[i].Undone = true
			}
		}
		if err := w.t.rows.Put(w.Tx, id, &piece); err != nil {
			return nil, err
		}
	}
	switch {
	case len(records) == 0:
		return nil, fmt.Errorf("row %d: %w", row, ErrNotFound)
	case undone:
		return nil, ErrNothingToUndo
	}
	return records, nil
}
