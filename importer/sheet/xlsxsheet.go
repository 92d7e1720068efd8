package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// xlsxReader goes through the cells of one sheet.
type xlsxReader struct {
	book *xlsxBook
	scan *xmlScanner
	part *partReader
	grid *grid
	keep texts

	row    int // the row being read
	column int // the next column, for cells that do not say theirs
	cell   xlsxCell
}

// xlsxCell is one c element.
type xlsxCell struct {
	column  int
	kind    string
	style   int
	value   []byte
	has     bool // has a v or is element
	formula bool
}

func (b *xlsxBook) readSheet(sheet xlsxSheet) (Table, error) {
	g := newGrid(b.pack.budget)
	r := &xlsxReader{book: b, grid: g}
	err := b.pack.scan(sheet.part, func(s *xmlScanner, p *partReader) error {
		r.scan, r.part = s, p
		return r.sheet()
	})
	if err != nil {
		return Table{}, withRow(err, r.row, sheet.name)
	}
	return g.table(sheet.name, sheet.hidden), nil
}

// withRow names the sheet and row where a cut file ends.
func withRow(err error, row int, sheet string) error {
	var known *Error
	if errors.As(err, &known) && (known.Code == CodeTruncated || known.Code == CodeDamaged) {
		return &Error{Code: known.Code, Values: map[string]any{"part": sheet, "row": row}, Err: known.Err}
	}
	return err
}

func (r *xlsxReader) sheet() error {
	return r.scan.each(func() error {
		switch s := r.scan; {
		case s.is("row"):
			return r.readRow()
		case s.is("col"):
			r.readColumn()
		case s.is("mergeCell"):
			ref, _ := s.attr("ref")
			if m, ok := parseRange(string(ref)); ok {
				r.grid.merged(m)
			}
		}
		return nil
	})
}

// readColumn notes hidden columns, within the width that is read.
func (r *xlsxReader) readColumn() {
	first, _ := r.scan.attrInt("min")
	last, _ := r.scan.attrInt("max")
	if !r.scan.attrTrue("hidden") || first < 1 {
		return
	}
	for column := first; column <= min(last, r.grid.budget.limits.Columns) && len(r.grid.hidden) < r.grid.budget.limits.Columns; column++ {
		r.grid.hidden = append(r.grid.hidden, column-1)
	}
}

// maxSheetRow is the last row of a sheet.
const maxSheetRow = 1 << 20

func (r *xlsxReader) readRow() error {
	number, ok := r.scan.attrInt("r")
	if !ok {
		number = r.row + 1
	}
	if number < 1 || number > maxSheetRow {
		return &Error{Code: CodeDamaged, Err: fmt.Errorf("row number %d", number)}
	}
	r.row, r.column = number, 0
	r.grid.begin(number, r.scan.attrTrue("hidden"))
	depth := r.scan.depth
	for {
		event, err := r.scan.next(false)
		switch {
		case err != nil:
			return err
		case event == xmlEnd:
			return errXMLCut
		case event == xmlOpen && r.scan.is("c"):
			if err := r.readCell(); err != nil {
				return err
			}
		case event == xmlClose && r.scan.depth < depth:
			if err := r.grid.end(); err != nil {
				return err
			}
			return r.part.budget.tick(r.part.share())
		}
	}
}

// readCell reads a c element, which was just opened, to its end.
func (r *xlsxReader) readCell() error {
	r.cell = xlsxCell{column: r.column, value: r.cell.value[:0]}
	r.cellAttributes()
	r.column = r.cell.column + 1
	depth, inValue := r.scan.depth, false
	for {
		event, err := r.scan.next(inValue)
		switch {
		case err != nil:
			return err
		case event == xmlEnd:
			return errXMLCut
		case event == xmlText:
			r.cell.value = append(r.cell.value, r.scan.text...)
			if len(r.cell.value) > maxXMLText {
				return errXMLLong
			}
		case event == xmlOpen:
			if inValue, err = r.insideCell(); err != nil {
				return err
			}
		case r.scan.depth < depth:
			return r.finishCell()
		default:
			inValue = false
		}
	}
}

// insideCell handles an element of the cell; true says that its text is the value.
func (r *xlsxReader) insideCell() (bool, error) {
	switch {
	case r.scan.is("v"):
		r.cell.has = true
		return true, nil
	case r.scan.is("f"):
		r.cell.formula = true
	case r.scan.is("is"):
		text, err := r.scan.richText()
		r.cell.has = true
		r.cell.value = append(r.cell.value[:0], text...)
		return false, err
	}
	return false, nil
}

// cellAttributes reads r, s and t in one pass: there are millions of them.
func (r *xlsxReader) cellAttributes() {
	rest := r.scan.attributes
	for {
		rest = trimBlanks(rest)
		equals := bytes.IndexByte(rest, '=')
		if equals < 1 || equals+1 >= len(rest) {
			return
		}
		end := bytes.IndexByte(rest[equals+2:], rest[equals+1])
		if end < 0 {
			return
		}
		key, value := rest[:equals], rest[equals+2:equals+2+end]
		rest = rest[equals+3+end:]
		if len(key) != 1 {
			continue
		}
		switch key[0] {
		case 'r':
			if column, ok := parseColumn(value); ok {
				r.cell.column = column
			}
		case 's':
			r.cell.style = parseDigits(value)
		case 't':
			r.cell.kind = cellType(value)
		}
	}
}

// cellType avoids an allocation for the usual types.
func cellType(value []byte) string {
	switch string(value) {
	case "s":
		return "s"
	case "n":
		return "n"
	case "str":
		return "str"
	case "inlineStr":
		return "inlineStr"
	}
	return string(value)
}

// parseDigits is the number, 0 for none.
func parseDigits(b []byte) int {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' || n > 1<<28 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// parseColumn is the column of a reference such as AB12, from 0.
func parseColumn(ref []byte) (int, bool) {
	column := 0
	for i, c := range ref {
		if c == '$' {
			continue
		}
		c |= 0x20
		if c < 'a' || c > 'z' {
			return column - 1, i > 0 && column > 0
		}
		if column = column*26 + int(c-'a') + 1; column > 1<<15 {
			return 0, false
		}
	}
	return column - 1, column > 0
}

// parseRange parses A1:C3.
func parseRange(ref string) (merge, bool) {
	from, to, ok := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if !ok {
		return merge{}, false
	}
	left, ok1 := parseColumn([]byte(from))
	right, ok2 := parseColumn([]byte(to))
	top, err1 := strconv.Atoi(strings.TrimLeft(from, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
	bottom, err2 := strconv.Atoi(strings.TrimLeft(to, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
	return merge{top: top, bottom: bottom, left: left, right: right}, ok1 && ok2 && err1 == nil && err2 == nil
}

// finishCell puts the cell into the grid.
func (r *xlsxReader) finishCell() error {
	c := &r.cell
	if !c.has {
		if c.formula {
			r.grid.bare.add(r.row)
		}
		return nil
	}
	cell := r.value()
	if c.formula {
		cell.Formula = true
		if cell.Text == "" && c.kind != "str" {
			r.grid.bare.add(r.row)
		}
	}
	return r.grid.set(c.column, cell)
}

// value is the cell by its type: ECMA-376 part 1, 18.18.11.
func (r *xlsxReader) value() Cell {
	c := &r.cell
	switch c.kind {
	case "s":
		index := parseDigits(bytes.TrimSpace(c.value))
		if index >= len(r.book.strings) || len(c.value) == 0 {
			return Cell{}
		}
		return textCell(r.book.strings[index])
	case "inlineStr":
		return textCell(r.keep.keep(c.value))
	case "str":
		return textCell(r.keep.keep(unescapeExcel(c.value)))
	case "b":
		return Cell{Text: boolText(string(c.value) == "1" || string(c.value) == "true"), Kind: KindBool}
	case "e":
		return Cell{Text: r.keep.keep(c.value), Kind: KindError}
	case "d":
		return r.isoDate(string(bytes.TrimSpace(c.value)))
	}
	raw := r.keep.keep(bytes.TrimSpace(c.value))
	if raw == "" {
		return Cell{}
	}
	return r.book.format(c.style).cell(raw, r.book.date1904)
}

// textCell is a cell of text with plain line ends.
func textCell(text string) Cell {
	if strings.TrimSpace(text) == "" {
		return Cell{}
	}
	return Cell{Text: plainLines(text), Kind: KindText}
}

// boolText is how spreadsheet programs show truth.
func boolText(v bool) string {
	if v {
		return "TRUE"
	}
	return "FALSE"
}

// isoDate is a date of a strict workbook.
func (r *xlsxReader) isoDate(text string) Cell {
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02", "2006-01-02T15:04:05Z07:00"} {
		base, _, _ := strings.Cut(text, ".")
		t, err := time.Parse(layout, base)
		if err != nil {
			continue
		}
		d := Date{int16(t.Year()), uint8(t.Month()), uint8(t.Day()), int16(t.Hour()*60 + t.Minute())}
		seconds := t.Hour()*3600 + t.Minute()*60 + t.Second()
		return r.book.format(r.cell.style).dateCell(text, d, seconds)
	}
	return Cell{Text: text, Kind: KindText}
}

// dateCell is the cell of a date the file gives as such.
func (f *numberFormat) dateCell(raw string, d Date, seconds int) Cell {
	c := Cell{Text: d.String(), Raw: raw, Date: d, Kind: KindDate}
	if f.date && !f.elapsed {
		c.Text = f.dateText(d, seconds)
		c.DateShownWithoutYear = f.hasDay && !f.hasYear
	}
	return c
}
