package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"regulars/ui/desktop/theme"
)

// tableCell draws one cell. Chips and the struck-out old value are made when a cell first needs them.
type tableCell struct {
	body   *tableBody
	column Column
	all    *fyne.Container
	text   *canvas.Text
	old    *canvas.Text
	strike *canvas.Line
	box    *Icon
	frame  *canvas.Rectangle // of a cell with Menu
	arrow  *Icon
	menu   bool
	pills  []pill
}

func newTableCell(b *tableBody, c Column) *tableCell {
	cell := &tableCell{body: b, column: c, text: letters(theme.TextBody, false)}
	cell.all = container.NewWithoutLayout(cell.text)
	if c.Check {
		cell.box = NewIcon("square", theme.ColorMuted)
		cell.all.Add(cell.box)
	}
	return cell
}

// fill shows a value in a column that begins at x.
func (c *tableCell) fill(v Cell, x, width float32) {
	c.all.Move(fyne.NewPos(x, 0))
	c.all.Resize(fyne.NewSize(width, theme.RowHeight))
	if c.column.Check {
		put(c.box, centred(width, theme.IconSize), centred(theme.RowHeight, theme.IconSize), theme.IconSize, theme.IconSize)
		return
	}
	room := max(width-2*cellMargin, 0)
	at := cellMargin + c.strikeOut(v, room)
	c.style(v)
	if c.showFrame(v.Menu); v.Menu {
		at, room = at+theme.SpaceS, room-theme.SpaceS-menuArrow
	}
	c.text.Text = c.body.fitter.cut(v.Text, c.text.TextSize, v.Bold, room-(at-cellMargin))
	put(c.text, at, 0, room-(at-cellMargin), theme.RowHeight)
	if v.Text != "" && len(v.Chips) > 0 {
		at += c.body.fitter.width(c.text.Text, c.text.TextSize, v.Bold) + theme.SpaceS
	}
	end := c.showPills(v.Chips, at, cellMargin+room)
	if v.Menu {
		c.placeFrame(max(end, at+c.body.fitter.width(c.text.Text, c.text.TextSize, v.Bold)))
	}
}

// menuArrow is the room for the arrow of a cell with Menu.
const menuArrow = 26

// showFrame shows or hides the border and arrow of a cell with Menu. They are made when the cell first needs them.
func (c *tableCell) showFrame(on bool) {
	c.menu = on
	if c.frame == nil && on {
		c.frame, c.arrow = box(theme.Radius), NewIcon("chevron-down", theme.ColorText).Sized(14)
		c.all.Objects = append([]fyne.CanvasObject{c.frame, c.arrow}, c.all.Objects...)
	}
	if c.frame != nil {
		c.frame.Hidden, c.arrow.Hidden = !on, !on
	}
}

func (c *tableCell) placeFrame(right float32) {
	colour(c.frame, theme.ColorPanel, theme.ColorLine)
	put(c.frame, cellMargin, 4, right+menuArrow-cellMargin-2, theme.RowHeight-9)
	put(c.arrow, right+4, centred(theme.RowHeight, 14)+1.5, 14, 14)
}

func (c *tableCell) style(v Cell) {
	ink := v.Ink
	if ink == "" {
		ink = theme.ColorText
	}
	c.text.Color, c.text.TextStyle.Bold, c.text.Alignment = theme.Color(ink), v.Bold, alignment(c.column)
	c.text.TextSize = theme.TextBody
	if v.Small {
		c.text.TextSize = theme.TextSmall
	}
}

// strikeOut shows the old value, if there is one, and gives the room that it took.
func (c *tableCell) strikeOut(v Cell, room float32) float32 {
	if c.old == nil && v.Old == "" {
		return 0
	}
	if c.old == nil {
		c.old, c.strike = letters(theme.TextBody, false), canvas.NewLine(nil)
		c.all.Add(c.old)
		c.all.Add(c.strike)
	}
	c.old.Hidden, c.strike.Hidden = v.Old == "", v.Old == ""
	if v.Old == "" {
		return 0
	}
	c.old.Text = c.body.fitter.cut(v.Old, theme.TextBody, false, room/2)
	c.old.Color, c.strike.StrokeColor = theme.Color(theme.ColorMuted), theme.Color(theme.ColorMuted)
	w := c.body.fitter.width(c.old.Text, theme.TextBody, false)
	put(c.old, cellMargin, 0, w, theme.RowHeight)
	c.strike.Position1, c.strike.Position2 = fyne.NewPos(cellMargin, theme.RowHeight/2+1), fyne.NewPos(cellMargin+w, theme.RowHeight/2+1)
	return w + theme.SpaceS
}

// showPills lays chips from x on; one that does not fit is left out, and the last one that fits in part is cut.
// It gives the place where the last one ends.
func (c *tableCell) showPills(tags []Tag, x, right float32) (end float32) {
	for len(c.pills) < len(tags) {
		p := newPill()
		c.pills = append(c.pills, p)
		c.all.Add(p.field)
		c.all.Add(p.word)
	}
	for i, p := range c.pills {
		hidden := true
		if i < len(tags) {
			word := c.body.fitter.cut(tags[i].Word, theme.TextSmall, false, right-x-pillMargin)
			w := c.body.fitter.width(word, theme.TextSmall, false) + pillMargin
			if hidden = word == "" || word == ellipsis; !hidden {
				p.paint(word, tags[i].Tone)
				p.place(x, centred(theme.RowHeight, theme.ChipHeight), w)
				end = x + w
				x = end + theme.SpaceXS
			}
		}
		p.field.Hidden, p.word.Hidden = hidden, hidden
	}
	return end
}

// tick shows in a column of boxes whether the row is selected.
func (c *tableCell) tick(on bool) {
	switch {
	case c.box == nil:
	case on:
		c.box.Set("square-check", theme.ColorAccent)
	default:
		c.box.Set("square", theme.ColorMuted)
	}
}
