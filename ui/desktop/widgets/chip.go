package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Chip is a short word in a rounded field of colour: a tag, a state, a verdict.
type Chip struct {
	widget.BaseWidget
	word string
	tone theme.Tone
	pill pill
}

// pill is the drawing of a chip, shared by the widget and the cells of a table.
type pill struct {
	field *canvas.Rectangle
	word  *canvas.Text
}

func newPill() pill {
	return pill{field: box(theme.ChipHeight / 2), word: letters(theme.TextSmall, false)}
}

func (p pill) paint(word string, tone theme.Tone) {
	p.word.Text, p.word.Color = word, theme.Color(tone.Ink())
	p.word.Alignment = fyne.TextAlignCenter
	colour(p.field, tone.Fill(), "")
}

func (p pill) place(x, y, width float32) {
	put(p.field, x, y, width, theme.ChipHeight)
	put(p.word, x, y, width, theme.ChipHeight)
}

// pillMargin is the room left and right of the word, together.
const pillMargin = 2 * theme.SpaceS

// NewChip makes a chip.
func NewChip(word string, tone theme.Tone) *Chip {
	c := &Chip{word: word, tone: tone, pill: newPill()}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes word and tone.
func (c *Chip) Set(word string, tone theme.Tone) {
	c.word, c.tone = word, tone
	c.Refresh()
}

// Word is what the chip says.
func (c *Chip) Word() string { return c.word }

// CreateRenderer draws the chip.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	return rendered(&renderer{
		objects: []fyne.CanvasObject{c.pill.field, c.pill.word},
		layout:  func(s fyne.Size) { c.lay(s) },
		min: func() fyne.Size {
			return fyne.NewSize(measure(c.word, theme.TextSmall, false)+pillMargin, theme.ChipHeight)
		},
		paint: func() { c.pill.paint(c.word, c.tone) },
		of:    c,
	})
}

func (c *Chip) lay(s fyne.Size) {
	y := centred(s.Height, theme.ChipHeight)
	c.pill.place(0, y, s.Width)
}
