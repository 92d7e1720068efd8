package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"regulars/ui/desktop/theme"
)

// cellMargin is the room left and right in a cell.
const cellMargin = theme.SpaceS + 1

// tableRow draws one row: a field, a line under it, and for each column a text and perhaps chips. It is used again for another row when it
// leaves the view.
type tableRow struct {
	body  *tableBody
	index int // the row of the source that it shows, -1 = none
	all   *fyne.Container
	field *canvas.Rectangle
	mark  *canvas.Rectangle
	line  *canvas.Rectangle
	cells []*tableCell
}

func newTableRow(b *tableBody) *tableRow {
	r := &tableRow{body: b, index: -1, field: box(0), mark: box(0), line: box(0)}
	r.all = container.NewWithoutLayout(r.field, r.line, r.mark)
	for i := range b.table.columns {
		c := newTableCell(b, b.table.columns[i])
		r.cells = append(r.cells, c)
		r.all.Add(c.all)
	}
	r.all.Hide()
	return r
}

// show puts the row at y and fills it if it shows another row than before.
func (r *tableRow) show(index int, y, x float32) {
	if r.index != index {
		r.index = index
		r.fill()
	}
	r.all.Move(fyne.NewPos(x, y))
	if r.all.Hidden {
		r.all.Show()
	}
}

func (r *tableRow) hide() {
	if !r.all.Hidden {
		r.all.Hide()
	}
}

// fill asks the source and lays the cells out.
func (r *tableRow) fill() {
	t := r.body.table
	cells := r.body.blank(len(t.columns))
	t.source.Cells(r.index, cells)
	widths := t.widths()
	full := max(t.fullWidth(), r.body.Size().Width)
	r.all.Resize(fyne.NewSize(full, theme.RowHeight))
	put(r.field, 0, 0, full, theme.RowHeight)
	put(r.line, 0, theme.RowHeight-1, full, 1)
	put(r.mark, 0, 0, 3, theme.RowHeight-1)
	colour(r.line, theme.ColorFaintLine, "")
	x := float32(0)
	for i, c := range r.cells {
		c.fill(cells[i], x, widths[i])
		x += widths[i]
	}
	r.tint()
	canvas.Refresh(r.all)
}

// blank gives empty cells to fill.
func (b *tableBody) blank(n int) []Cell {
	if len(b.cells) != n {
		b.cells = make([]Cell, n)
	}
	clear(b.cells)
	return b.cells
}

// tint shows selection, pointer and keyboard.
func (r *tableRow) tint() {
	if r.index < 0 || r.index >= r.body.table.source.Rows() {
		return
	}
	selected := r.body.table.source.Selected(r.index)
	var fill fyne.ThemeColorName
	switch {
	case selected:
		fill = theme.ColorAccentSoft
	case r.body.over == r.index:
		fill = theme.ColorHover
	}
	colour(r.field, fill, "")
	r.mark.Hidden = !r.body.focus || r.body.cursor != r.index
	colour(r.mark, theme.ColorAccent, "")
	r.field.Refresh()
	r.mark.Refresh()
	for _, c := range r.cells {
		c.tick(selected)
	}
}
