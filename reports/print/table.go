package print

import (
	"context"

	"regulars/reports/doc"
	"regulars/reports/typeset"
)

// table lays out rows one below the other; when a row does not fit, it goes to the next page under a new head. A row higher than a page is cut.
func (r *report) table(ctx context.Context, t doc.Table) error {
	if len(t.Rows) == 0 && t.Empty != "" {
		r.text(t.Empty, 10, false, Grey, 3)
		return nil
	}
	widths := r.shares(t.Columns)
	r.room(24)
	r.tableHead(t, widths)
	for _, row := range t.Rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		cells, height := r.cells(row, t, widths)
		if r.y+height > r.bottom() {
			r.turn()
			r.tableHead(t, widths)
		}
		r.row(cells, t.Columns, widths, height)
	}
	r.y += 5
	return nil
}

// headSize is the size of the heads of columns in points.
const headSize = 8.5

// shares gives each column its width in mm: its share of the page, but at least the longest word of its head, which the others then make room for.
func (r *report) shares(columns []doc.Column) []float64 {
	out := make([]float64, len(columns))
	fixed := make([]bool, len(columns))
	for again := true; again; {
		again = false
		room, sum := r.width(), 0.0
		for i, c := range columns {
			if fixed[i] {
				room -= out[i]
			} else {
				sum += share(c)
			}
		}
		for i, c := range columns {
			if fixed[i] {
				continue
			}
			out[i] = max(room, 0) * share(c) / sum
			if least := r.headWidth(c); out[i] < least {
				out[i], fixed[i], again = least, true, true
			}
		}
	}
	return out
}

// headWidth is the least width of a column in which no word of its head is broken.
func (r *report) headWidth(c doc.Column) float64 {
	return r.fam.LongestWord(r.said(c.Head), headSize, true) + 2*cellPad + 0.01
}

func share(c doc.Column) float64 {
	if c.Width <= 0 {
		return 1
	}
	return c.Width
}

func (r *report) tableHead(t doc.Table, widths []float64) {
	height := 0.0
	cells := make([][]string, len(t.Columns))
	for i, c := range t.Columns {
		cells[i] = r.fam.Wrap(r.said(c.Head), headSize, widths[i]-2*cellPad, true)
		height = max(height, linesHeight(len(cells[i]), headSize))
	}
	r.box(r.page(), Box{Rect: Rect{sideMargin, r.y, r.width(), height}, Fill: true, Ink: Shade})
	x := sideMargin
	for i, lines := range cells {
		r.cell(lines, t.Columns[i].Align, x, widths[i], height, headSize, true)
		x += widths[i]
	}
	r.y += height
}

func linesHeight(n int, size float64) float64 {
	return float64(n)*pt(size)*1.3 + 2*cellPad
}

// cells breaks the texts of a row and tells how high it is.
func (r *report) cells(row []string, t doc.Table, widths []float64) ([][]string, float64) {
	height := max(t.RowHeight, linesHeight(1, tableSize))
	most := int((r.bottom() - topMargin - 20) / (pt(tableSize) * 1.3))
	cells := make([][]string, len(t.Columns))
	for i := range t.Columns {
		if i >= len(row) {
			break
		}
		for _, raw := range typeset.CleanLines(row[i]) {
			cells[i] = append(cells[i], r.fam.WrapAddress(r.said(raw), tableSize, widths[i]-2*cellPad, false)...)
		}
		if len(cells[i]) > most {
			cells[i] = append(cells[i][:most-1], "…")
		}
		height = max(height, linesHeight(len(cells[i]), tableSize))
	}
	return cells, height
}

func (r *report) row(cells [][]string, columns []doc.Column, widths []float64, height float64) {
	x := sideMargin
	for i, lines := range cells {
		r.cell(lines, columns[i].Align, x, widths[i], height, tableSize, false)
		x += widths[i]
	}
	r.y += height
	r.box(r.page(), Box{Rect: Rect{sideMargin, r.y, r.width(), 0}, Line: 0.15, Ink: Pale})
}

// cell puts lines into a cell, in the middle of its height.
func (r *report) cell(lines []string, align doc.Align, x, width, height, size float64, bold bool) {
	step := pt(size) * 1.3
	y := r.y + (height-float64(len(lines))*step)/2 + pt(size)*1.02
	for _, l := range lines {
		run := Run{Text: l, X: x + cellPad, Y: y, Size: size, Bold: bold}
		switch align {
		case doc.Right:
			run.X = x + width - cellPad
			r.right(r.page(), run)
		case doc.Center:
			run.X = x + width/2
			r.middle(r.page(), run)
		default:
			r.put(r.page(), run)
		}
		y += step
	}
}
