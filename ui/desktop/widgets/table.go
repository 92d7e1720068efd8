package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Column describes one column of a Table.
type Column struct {
	ID       string
	Title    string
	Width    float32 // what it has when nobody has pulled at it
	MinWidth float32
	Grow     float32 // its share of the room that is left over
	Right    bool    // for numbers
	Sortable bool
	Check    bool // draws a box that is ticked in selected rows; Title is not shown
}

// Cell is what stands in one place of a Table: a text, then chips.
type Cell struct {
	Text  string
	Bold  bool
	Small bool
	Ink   fyne.ThemeColorName // "" = ordinary text
	Old   string              // shown struck out before Text
	Chips []Tag
	Menu  bool // drawn as a button that opens a choice; a press on it is told to OnPress
}

// Tag is a chip in a cell.
type Tag struct {
	Word string
	Tone theme.Tone
}

// Source gives a Table its rows. It is asked for a row whenever that row comes into view, so it must answer at once.
type Source interface {
	// Rows is how many there are.
	Rows() int
	// Cells fills in the cells of a row, one for each column; they come in empty.
	Cells(row int, cells []Cell)
	// Selected reports whether the row is selected.
	Selected(row int) bool
}

// Gesture says how a row was chosen.
type Gesture int

// The gestures.
const (
	Replace Gesture = iota // this row alone
	Toggle                 // this row too, or no longer (Ctrl, or a click on its box)
	Extend                 // all rows from the last one chosen to this one (Shift)
)

// Table shows any number of rows of which only those in view exist. It scrolls, is walked through by keyboard, and says what the user does with
// rows; what is selected and how rows are sorted is the Source's business.
//
// The toolkit's own table is not used: it selects cells, cuts texts off slowly, and with a header makes objects for every row when it is laid out
// before it has a size.
type Table struct {
	widget.BaseWidget

	OnSelect    func(row int, how Gesture)
	OnSelectAll func()
	OnOpen      func(row int)                                  // double click, Return
	OnMenu      func(row int, at fyne.Position)                // right click; at is on the window's canvas
	OnPress     func(row int, column string, at fyne.Position) // a press on a cell with Menu; at is below the cell
	OnDelete    func()                                         // Delete
	OnSort      func(column string)                            // click on a title
	OnWidths    func(widths map[string]float32)                // a column was pulled
	OnLeave     func(key fyne.KeyName) (ok bool)               // Up in the first row, Escape: hands the keyboard on

	columns []Column
	pulled  map[string]float32
	source  Source
	sorted  string
	down    bool
	bare    bool // without header

	head *tableHead
	body *tableBody
	bar  *thumb
}

// NewTable makes a table of the columns.
func NewTable(columns []Column, source Source) *Table {
	t := &Table{columns: columns, source: source, pulled: map[string]float32{}}
	t.head, t.body, t.bar = newTableHead(t), newTableBody(t), newThumb()
	t.bar.OnMoved = func(share float64) { t.body.scrollToShare(share) }
	t.ExtendBaseWidget(t)
	return t
}

// WithoutHead leaves the row of titles out, and returns the table.
func (t *Table) WithoutHead() *Table {
	t.bare = true
	return t
}

// SetColumns changes the columns.
func (t *Table) SetColumns(columns []Column) {
	t.columns = columns
	t.body.drop()
	t.head.build()
	t.Refresh()
}

// SetWidths gives columns the widths that the user had pulled them to.
func (t *Table) SetWidths(widths map[string]float32) {
	for id, w := range widths {
		t.pulled[id] = w
	}
	t.Refresh()
}

// SetSort marks the column that the rows are sorted by.
func (t *Table) SetSort(column string, down bool) {
	t.sorted, t.down = column, down
	t.head.Refresh()
}

// Reload asks the source for everything anew and keeps the place where possible.
func (t *Table) Reload() {
	t.body.forgetRows()
	t.body.place()
	t.head.Refresh()
}

// ScrollTo brings a row into view.
func (t *Table) ScrollTo(row int) { t.body.reveal(row) }

// ToTop shows the first row.
func (t *Table) ToTop() {
	t.body.top, t.body.cursor = 0, -1
	t.body.place()
}

// SetCursor says which row the arrow keys start from.
func (t *Table) SetCursor(row int) {
	t.body.cursor = row
	t.body.reveal(row)
}

// Cursor is the row that the arrow keys start from, -1 before there is one.
func (t *Table) Cursor() int { return t.body.cursor }

// ScrollBy moves the rows by so many pixels; positive looks further down.
func (t *Table) ScrollBy(pixels float64) { t.body.scrollBy(pixels) }

// View tells which row is the first one in view and how many rows are.
func (t *Table) View() (first, count int) { return t.body.view() }

// Focusable is the part of the table that takes the keyboard.
func (t *Table) Focusable() fyne.Focusable { return t.body }

// CreateRenderer draws head, rows and scroll bar.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(nil)
	clip, titles := clipped(t.body), clipped(t.head)
	return rendered(&renderer{objects: []fyne.CanvasObject{clip, titles, line, t.bar}, of: t,
		paint: func() {
			colour(line, theme.ColorLine, "")
			line.Hidden, titles.Hidden = t.bare, t.bare
			t.head.build()
			t.head.Refresh()
			t.body.Refresh()
		},
		min: func() fyne.Size { return fyne.NewSize(160, 3*theme.RowHeight) },
		layout: func(s fyne.Size) {
			top := t.headHeight()
			put(titles, 0, 0, s.Width, top)
			put(line, 0, top-1, s.Width, 1)
			put(clip, 0, top, s.Width, s.Height-top)
			put(t.bar, s.Width-8, top, 8, s.Height-top)
			t.head.place()
			t.body.place()
		}})
}

// clipped cuts off what stands out of its room. Measuring it once lets the toolkit know the widget, without which it can have no focus in it.
func clipped(o fyne.CanvasObject) *container.Clip {
	c := container.NewClip(o)
	c.MinSize()
	return c
}

func (t *Table) headHeight() float32 {
	if t.bare {
		return 0
	}
	return theme.RowHeight - 2
}

// barRoom is kept free at the right for the scroll bar.
const barRoom = 10

// widths gives the width of every column: what it was pulled to or its own, and its share of the room that is left over or lacks.
func (t *Table) widths() []float32 {
	out := make([]float32, len(t.columns))
	sum, shares := float32(0), float32(0)
	for i, c := range t.columns {
		out[i] = c.Width
		if w, ok := t.pulled[c.ID]; ok {
			out[i] = w
		} else {
			shares += c.Grow
		}
		sum += out[i]
	}
	spare := t.Size().Width - barRoom - sum
	if shares == 0 || spare > -0.5 && spare < 0.5 {
		return out
	}
	for i, c := range t.columns {
		if _, ok := t.pulled[c.ID]; !ok && c.Grow > 0 {
			out[i] = max(out[i]+spare*c.Grow/shares, c.MinWidth)
		}
	}
	return out
}

func (t *Table) fullWidth() float32 {
	sum := float32(0)
	for _, w := range t.widths() {
		sum += w
	}
	return sum
}

// pull gives a column another width.
func (t *Table) pull(i int, width float32) {
	c := t.columns[i]
	t.pulled[c.ID] = max(width, c.MinWidth, 40)
	t.head.place()
	t.body.forgetRows()
	t.body.place()
}

func (t *Table) pullDone() {
	if t.OnWidths != nil {
		out := make(map[string]float32, len(t.pulled))
		for id, w := range t.pulled {
			out[id] = w
		}
		t.OnWidths(out)
	}
}
