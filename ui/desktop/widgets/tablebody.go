package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// tableBody holds as many rows as fit and moves them over the source. The place in the list is kept as a float64: with a hundred thousand rows
// the toolkit's float32 positions would be a quarter of a pixel off.
type tableBody struct {
	widget.BaseWidget
	table  *Table
	fitter *fitter
	rows   []*tableRow // a ring: row n lives in rows[n % len]
	shown  []fyne.CanvasObject
	top    float64 // how far down the list the view is, in pixels
	left   float32
	width  float32 // of the table when the rows were filled
	cursor int
	over   int
	shift  bool
	focus  bool
	cells  []Cell
}

func newTableBody(t *Table) *tableBody {
	b := &tableBody{table: t, fitter: newFitter(), cursor: -1, over: -1}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws the rows in view.
func (b *tableBody) CreateRenderer() fyne.WidgetRenderer { return &bodyRenderer{b} }

type bodyRenderer struct{ body *tableBody }

func (r *bodyRenderer) Destroy()                     {}
func (r *bodyRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *bodyRenderer) Layout(fyne.Size)             { r.body.place() }
func (r *bodyRenderer) Objects() []fyne.CanvasObject { return r.body.shown }
func (r *bodyRenderer) Refresh() {
	r.body.fitter.forget()
	r.body.forgetRows()
	r.body.place()
	canvas.Refresh(r.body)
}

const rowHeight = float64(theme.RowHeight)

// view gives the first row that is at least partly visible and how many may be.
func (b *tableBody) view() (first, count int) {
	first = int(b.top / rowHeight)
	count = int(math.Ceil(float64(b.Size().Height)/rowHeight)) + 1
	return first, min(count, max(b.table.source.Rows()-first, 0))
}

// place brings the rows in view to their places and fills those that have just come into it.
func (b *tableBody) place() {
	if b.Size().Height <= 0 || b.Size().Width <= 0 {
		return
	}
	b.clamp()
	if width := b.table.Size().Width; width != b.width {
		b.width = width
		b.forgetRows() // the columns have other widths now
	}
	first, count := b.view()
	b.need(count)
	for i := first; i < first+count; i++ {
		b.rowFor(i).show(i, float32(math.Round(float64(i)*rowHeight-b.top)), -b.left)
	}
	b.hideOthers(first, count)
	b.table.bar.Set(b.top, float64(b.Size().Height), float64(b.table.source.Rows())*rowHeight)
}

// clamp keeps the view inside the list.
func (b *tableBody) clamp() {
	most := float64(b.table.source.Rows())*rowHeight - float64(b.Size().Height)
	b.top = max(min(b.top, most), 0)
	b.left = max(min(b.left, b.table.fullWidth()-b.Size().Width), 0)
	b.cursor = min(b.cursor, b.table.source.Rows()-1)
}

// need makes the ring large enough; a larger ring puts every row elsewhere, so all are forgotten.
func (b *tableBody) need(count int) {
	if len(b.rows) >= count {
		return
	}
	for len(b.rows) < count {
		r := newTableRow(b)
		b.rows = append(b.rows, r)
		b.shown = append(b.shown, r.all)
	}
	b.forgetRows()
	canvas.Refresh(b)
}

func (b *tableBody) rowFor(i int) *tableRow { return b.rows[i%len(b.rows)] }

func (b *tableBody) hideOthers(first, count int) {
	for _, r := range b.rows {
		if r.index < first || r.index >= first+count {
			r.hide()
		}
	}
}

// forgetRows has every row filled anew when it is next placed.
func (b *tableBody) forgetRows() {
	for _, r := range b.rows {
		r.index = -1
	}
}

// drop throws the rows away; the columns have changed.
func (b *tableBody) drop() { b.rows, b.shown = nil, nil }

// Scrolled moves the view with the wheel.
func (b *tableBody) Scrolled(e *fyne.ScrollEvent) {
	b.left -= e.Scrolled.DX
	b.scrollBy(-float64(e.Scrolled.DY))
	if e.Scrolled.DX != 0 {
		b.table.head.place()
	}
}

func (b *tableBody) scrollBy(pixels float64) {
	b.top += pixels
	b.place()
}

func (b *tableBody) scrollToShare(share float64) {
	b.top = share * float64(b.table.source.Rows()) * rowHeight
	b.place()
}

// reveal scrolls as little as is needed to see the whole row.
func (b *tableBody) reveal(row int) {
	if row < 0 {
		return
	}
	top := float64(row) * rowHeight
	b.top = max(min(b.top, top), top+rowHeight-float64(b.Size().Height))
	b.place()
}

func (b *tableBody) rowAt(y float32) int {
	row := int((b.top + float64(y)) / rowHeight)
	if y < 0 || row >= b.table.source.Rows() {
		return -1
	}
	return row
}

// MouseIn, MouseMoved and MouseOut light the row under the pointer.
func (b *tableBody) MouseIn(e *desktop.MouseEvent)    { b.hover(b.rowAt(e.Position.Y)) }
func (b *tableBody) MouseMoved(e *desktop.MouseEvent) { b.hover(b.rowAt(e.Position.Y)) }
func (b *tableBody) MouseOut()                        { b.hover(-1) }

func (b *tableBody) hover(row int) {
	if row == b.over {
		return
	}
	b.over = row
	for _, r := range b.rows {
		r.tint()
	}
}

// MouseDown selects; with the right button it opens the menu of the row, which it selects first unless it is among several that are selected.
func (b *tableBody) MouseDown(e *desktop.MouseEvent) {
	row := b.rowAt(e.Position.Y)
	if row < 0 {
		return
	}
	if e.Button == desktop.MouseButtonSecondary {
		if !b.table.source.Selected(row) {
			b.choose(row, Replace)
		}
		if b.table.OnMenu != nil {
			b.table.OnMenu(row, e.AbsolutePosition)
		}
		return
	}
	b.choose(row, b.gesture(e))
	b.press(row, e)
}

// press tells of a press on a cell with Menu.
func (b *tableBody) press(row int, e *desktop.MouseEvent) {
	left := -b.left
	for i, w := range b.table.widths() {
		if e.Position.X >= left && e.Position.X < left+w && b.rowFor(row).cells[i].menu && b.table.OnPress != nil {
			y := float32(float64(row+1)*rowHeight - b.top)
			b.table.OnPress(row, b.table.columns[i].ID, e.AbsolutePosition.Subtract(e.Position).AddXY(left+cellMargin, y-2))
			return
		}
		left += w
	}
}

func (b *tableBody) gesture(e *desktop.MouseEvent) Gesture {
	switch {
	case e.Modifier&fyne.KeyModifierShift != 0:
		return Extend
	case e.Modifier&fyne.KeyModifierShortcutDefault != 0 || b.onBox(e.Position.X):
		return Toggle
	}
	return Replace
}

// onBox reports whether x is in a column of boxes.
func (b *tableBody) onBox(x float32) bool {
	right := -b.left
	for i, w := range b.table.widths() {
		if right += w; x < right {
			return b.table.columns[i].Check
		}
	}
	return false
}

// MouseUp is of no interest.
func (b *tableBody) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped opens the row.
func (b *tableBody) DoubleTapped(e *fyne.PointEvent) {
	if row := b.rowAt(e.Position.Y); row >= 0 && b.table.OnOpen != nil {
		b.table.OnOpen(row)
	}
}

func (b *tableBody) choose(row int, how Gesture) {
	b.cursor = row
	if b.table.OnSelect != nil {
		b.table.OnSelect(row, how)
	}
	b.reveal(row)
	for _, r := range b.rows {
		r.tint()
	}
}
