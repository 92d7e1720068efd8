package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// tableHead shows the titles of the columns. A click sorts, a pull at the edge between two titles makes the left one wider.
type tableHead struct {
	widget.BaseWidget
	table   *Table
	titles  []*canvas.Text
	arrow   *Icon
	edge    int // the column whose right edge is under the pointer, or -1
	pulling int // the column that is being pulled, or -1
}

// edgeReach is how near to an edge the pointer must be to take hold of it.
const edgeReach = 5

func newTableHead(t *Table) *tableHead {
	h := &tableHead{table: t, edge: -1, pulling: -1, arrow: NewIcon("chevron-up", theme.ColorMuted).Sized(14)}
	h.ExtendBaseWidget(h)
	h.build()
	return h
}

// build makes a text for each column.
func (h *tableHead) build() {
	h.titles = h.titles[:0]
	for range h.table.columns {
		h.titles = append(h.titles, letters(theme.TextSmall, false))
	}
}

// CreateRenderer draws the titles.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer { return &headRenderer{h} }

type headRenderer struct{ head *tableHead }

func (r *headRenderer) Destroy()           {}
func (r *headRenderer) Layout(fyne.Size)   { r.head.place() }
func (r *headRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (r *headRenderer) Refresh()           { r.head.place(); canvas.Refresh(r.head) }
func (r *headRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(r.head.titles)+1)
	for _, t := range r.head.titles {
		out = append(out, t)
	}
	return append(out, r.head.arrow)
}

func (h *tableHead) place() {
	x, height := -h.table.body.left, h.table.headHeight()
	h.arrow.Hidden = true
	for i, w := range h.table.widths() {
		c, title := h.table.columns[i], h.titles[i]
		title.Color, title.Alignment = theme.Color(theme.ColorMuted), alignment(c)
		title.Text = ""
		if !c.Check {
			title.Text = h.table.body.fitter.cut(c.Title, theme.TextSmall, false, w-2*cellMargin)
		}
		put(title, x+cellMargin, 0, w-2*cellMargin, height)
		if c.ID == h.table.sorted && c.ID != "" {
			h.mark(x, w, i)
		}
		title.Refresh()
		x += w
	}
}

// mark puts the arrow beside the title that the rows are sorted by.
func (h *tableHead) mark(x, w float32, i int) {
	name := "chevron-up"
	if h.table.down {
		name = "chevron-down"
	}
	h.arrow.Hidden = false
	h.arrow.Set(name, theme.ColorAccent)
	h.titles[i].Color = theme.Color(theme.ColorAccentInk)
	after := min(cellMargin+h.table.body.fitter.width(h.titles[i].Text, theme.TextSmall, false)+2, w-14)
	put(h.arrow, x+after, centred(h.table.headHeight(), 14), 14, 14)
}

func alignment(c Column) fyne.TextAlign {
	if c.Right {
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}

// columnAt finds the column under x and whether x is at its right edge.
func (h *tableHead) columnAt(x float32) (column int, edge bool) {
	right := -h.table.body.left
	for i, w := range h.table.widths() {
		right += w
		if x >= right-edgeReach && x <= right+edgeReach && !h.table.columns[i].Check {
			return i, true
		}
		if x < right {
			return i, false
		}
	}
	return -1, false
}

// Tapped sorts by the column.
func (h *tableHead) Tapped(e *fyne.PointEvent) {
	i, edge := h.columnAt(e.Position.X)
	if i < 0 || edge || !h.table.columns[i].Sortable || h.table.OnSort == nil {
		return
	}
	h.table.OnSort(h.table.columns[i].ID)
}

// MouseIn looks for an edge under the pointer.
func (h *tableHead) MouseIn(e *desktop.MouseEvent) { h.MouseMoved(e) }

// MouseMoved looks for an edge under the pointer.
func (h *tableHead) MouseMoved(e *desktop.MouseEvent) {
	h.edge = -1
	if i, edge := h.columnAt(e.Position.X); edge {
		h.edge = i
	}
}

// MouseOut lets the edge go.
func (h *tableHead) MouseOut() { h.edge = -1 }

// Cursor shows that an edge can be pulled.
func (h *tableHead) Cursor() desktop.Cursor {
	if h.edge >= 0 || h.pulling >= 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// Dragged pulls the edge that was under the pointer when the pull began.
func (h *tableHead) Dragged(e *fyne.DragEvent) {
	if h.pulling < 0 {
		i, edge := h.columnAt(e.Position.X - e.Dragged.DX)
		if !edge {
			return
		}
		h.pulling = i
	}
	h.table.pull(h.pulling, h.table.widths()[h.pulling]+e.Dragged.DX)
}

// DragEnd keeps the new width.
func (h *tableHead) DragEnd() {
	if h.pulling >= 0 {
		h.pulling = -1
		h.table.pullDone()
	}
}
