package sheet

import (
	"encoding/binary"
	"math"
)

// xlsReader goes through the cells of one sheet.
type xlsReader struct {
	book    *xlsBook
	grid    *grid
	hidden  map[int]bool
	row     int // the row that is open, -1 for none
	waiting *pendingString
}

// pendingString is a formula whose text follows in a record of its own.
type pendingString struct{ row, column int }

// readSheet reads a worksheet; ok is false for charts and macro sheets.
func (b *xlsBook) readSheet(s xlsSheet) (t Table, ok bool, err error) {
	if s.offset < 0 || s.offset >= len(b.data) {
		return Table{}, false, &Error{Code: CodeTruncated, Values: map[string]any{"part": s.name, "row": 0}}
	}
	records := &biffReader{data: b.data, pos: s.offset}
	first, ok := records.next()
	if !ok || first.id != biffBOF {
		return Table{}, false, damagedXLS(s.name)
	}
	if first.u16(2) != biffWorksheet {
		return Table{}, false, nil
	}
	r := &xlsReader{book: b, grid: newGrid(b.budget), hidden: map[int]bool{}, row: -1}
	if err := r.read(records); err != nil {
		return Table{}, false, withRow(err, r.row+1, s.name)
	}
	return r.grid.table(s.name, s.hidden), true, nil
}

// read handles all records to the end of the sheet; charts in it are whole documents of their own and are passed over.
func (r *xlsReader) read(records *biffReader) error {
	nested := 0
	for {
		rec, ok := records.next()
		switch {
		case !ok:
			return &Error{Code: CodeTruncated}
		case rec.id == biffBOF:
			nested++
			continue
		case rec.id == biffEOF && nested == 0:
			return r.endRow()
		case rec.id == biffEOF:
			nested--
			continue
		case nested > 0:
			continue
		}
		if err := r.record(&rec); err != nil {
			return err
		}
		if err := r.book.budget.tick(float64(records.pos) / float64(len(records.data)+1)); err != nil {
			return err
		}
	}
}

func (r *xlsReader) record(rec *biffRecord) error {
	switch rec.id {
	case biffRow:
		if len(rec.data) >= 16 && rec.u32(12)&0x20 != 0 {
			r.hidden[rec.u16(0)] = true
		}
	case biffColInfo:
		r.column(rec)
	case biffMerged:
		for i := 0; i < rec.u16(0) && 2+8*i+8 <= len(rec.data); i++ {
			at := 2 + 8*i
			r.grid.merged(merge{top: rec.u16(at) + 1, bottom: rec.u16(at+2) + 1, left: rec.u16(at + 4), right: rec.u16(at + 6)})
		}
	case biffString:
		return r.lateString(rec)
	default:
		return r.cell(rec)
	}
	return nil
}

// column notes hidden columns.
func (r *xlsReader) column(rec *biffRecord) {
	if rec.u16(8)&1 == 0 {
		return
	}
	for column := rec.u16(0); column <= min(rec.u16(2), 255) && len(r.grid.hidden) < r.grid.budget.limits.Columns; column++ {
		r.grid.hidden = append(r.grid.hidden, column)
	}
}

// cell handles the records that hold cells: all begin with row, column and style.
func (r *xlsReader) cell(rec *biffRecord) error {
	if len(rec.data) < 6 {
		return nil
	}
	row, column, format := rec.u16(0), rec.u16(2), r.book.format(rec.u16(4))
	switch rec.id {
	case biffLabelSST:
		if index := int(rec.u32(6)); index < len(r.book.strings) {
			return r.put(row, column, textCell(r.book.strings[index]))
		}
	case biffLabel, biffRichText:
		c := biffCursor{parts: rec.parts, at: 6}
		return r.put(row, column, textCell(c.text(c.u16())))
	case biffNumber:
		return r.put(row, column, format.cell(storedNumber(rec.float(6)), r.book.date1904))
	case biffRK:
		return r.put(row, column, format.cell(storedNumber(rkNumber(rec.u32(6))), r.book.date1904))
	case biffMulRK:
		return r.several(rec)
	case biffBoolErr:
		return r.put(row, column, boolOrError(rec))
	case biffFormula:
		return r.formula(rec, row, column, format)
	}
	return nil
}

func (rec *biffRecord) float(at int) float64 {
	if at+8 > len(rec.data) {
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(rec.data[at:]))
}

// several handles a run of numbers in one row.
func (r *xlsReader) several(rec *biffRecord) error {
	row, column := rec.u16(0), rec.u16(2)
	for at := 4; at+6 <= len(rec.data)-2; at += 6 {
		format := r.book.format(rec.u16(at))
		if err := r.put(row, column, format.cell(storedNumber(rkNumber(rec.u32(at+2))), r.book.date1904)); err != nil {
			return err
		}
		column++
	}
	return nil
}

func boolOrError(rec *biffRecord) Cell {
	if len(rec.data) < 8 {
		return Cell{}
	}
	if rec.data[7] != 0 {
		return Cell{Text: errorText(rec.data[6]), Kind: KindError}
	}
	return Cell{Text: boolText(rec.data[6] != 0), Kind: KindBool}
}

// formula puts the stored result of a formula: a number, or by a mark in its last bytes a text that follows, a truth or an error.
func (r *xlsReader) formula(rec *biffRecord, row, column int, format *numberFormat) error {
	if len(rec.data) < 14 {
		return nil
	}
	result := rec.data[6:14]
	var c Cell
	switch {
	case result[6] != 0xff || result[7] != 0xff:
		c = format.cell(storedNumber(rec.float(6)), r.book.date1904)
	case result[0] == 0:
		r.waiting = &pendingString{row, column}
		return nil
	case result[0] == 1:
		c = Cell{Text: boolText(result[2] != 0), Kind: KindBool}
	case result[0] == 2:
		c = Cell{Text: errorText(result[2]), Kind: KindError}
	}
	c.Formula = c.Kind != KindEmpty
	return r.put(row, column, c)
}

// lateString puts the text of the formula before.
func (r *xlsReader) lateString(rec *biffRecord) error {
	if r.waiting == nil {
		return nil
	}
	at := *r.waiting
	r.waiting = nil
	c := biffCursor{parts: rec.parts}
	cell := textCell(c.text(c.u16()))
	cell.Formula = cell.Kind != KindEmpty
	return r.put(at.row, at.column, cell)
}

// put puts a cell into its row; rows come in order, as a rule.
func (r *xlsReader) put(row, column int, c Cell) error {
	if row != r.row {
		if err := r.endRow(); err != nil {
			return err
		}
		r.row = row
		r.grid.begin(row+1, r.hidden[row])
	}
	return r.grid.set(column, c)
}

func (r *xlsReader) endRow() error {
	if r.row < 0 {
		return nil
	}
	return r.grid.end()
}
