package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Text is one line of text that knows its place in the hierarchy and cuts itself off with an ellipsis where the room ends.
type Text struct {
	widget.BaseWidget
	value  string
	size   float32
	bold   bool
	ink    fyne.ThemeColorName
	align  fyne.TextAlign
	cuts   bool
	shown  *canvas.Text
	fitter *fitter
}

func newText(value string, size float32, bold bool, ink fyne.ThemeColorName) *Text {
	t := &Text{value: value, size: size, bold: bold, ink: ink, shown: letters(size, bold), fitter: newFitter()}
	t.ExtendBaseWidget(t)
	return t
}

// Title is the name of a screen or of the record that it shows.
func Title(value string) *Text { return newText(value, theme.TextTitle, true, theme.ColorText) }

// Heading begins a card or a group.
func Heading(value string) *Text { return newText(value, theme.TextHeading, true, theme.ColorText) }

// Body is ordinary text.
func Body(value string) *Text { return newText(value, theme.TextBody, false, theme.ColorText) }

// Strong is ordinary text that the eye should find first.
func Strong(value string) *Text { return newText(value, theme.TextBody, true, theme.ColorText) }

// Muted explains the text beside it.
func Muted(value string) *Text { return newText(value, theme.TextBody, false, theme.ColorMuted) }

// Small explains in small letters.
func Small(value string) *Text { return newText(value, theme.TextSmall, false, theme.ColorMuted) }

// Figure is a number that a tile is about.
func Figure(value string) *Text { return newText(value, theme.TextFigure, true, theme.ColorText) }

// Cut lets the text be narrower than it is long; it then ends in an ellipsis. It returns the text itself.
func (t *Text) Cut() *Text {
	t.cuts = true
	return t
}

// In gives the text another colour and returns it.
func (t *Text) In(ink fyne.ThemeColorName) *Text {
	t.ink = ink
	t.Refresh()
	return t
}

// Aligned places the text in its room and returns it.
func (t *Text) Aligned(a fyne.TextAlign) *Text {
	t.align = a
	t.Refresh()
	return t
}

// Value is the whole text, also where only a part of it is shown.
func (t *Text) Value() string { return t.value }

// Set changes the text.
func (t *Text) Set(value string) {
	if t.value != value {
		t.value = value
		t.Refresh()
	}
}

// CreateRenderer draws the line.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	return rendered(&renderer{objects: []fyne.CanvasObject{t.shown}, layout: t.lay, min: t.min, paint: t.paint, of: t})
}

func (t *Text) paint() {
	t.fitter.forget()
	t.shown.Color, t.shown.Alignment, t.shown.Text = theme.Color(t.ink), t.align, t.value
}

func (t *Text) lay(size fyne.Size) {
	if t.cuts {
		t.shown.Text = t.fitter.cut(t.value, t.size, t.bold, size.Width+1)
	}
	h := t.shown.MinSize().Height
	put(t.shown, 0, centred(size.Height, h), size.Width, h)
	canvas.Refresh(t.shown)
}

func (t *Text) min() fyne.Size {
	full := fyne.MeasureText(t.value, t.size, fyne.TextStyle{Bold: t.bold})
	if t.cuts {
		full.Width = min(full.Width, 24)
	}
	return full
}

// Paragraph is text of several lines that breaks where the room ends.
type Paragraph struct{ widget.Label }

// NewParagraph makes a text that breaks into lines.
func NewParagraph(value string) *Paragraph {
	p := &Paragraph{}
	p.Text, p.Wrapping = value, fyne.TextWrapWord
	p.ExtendBaseWidget(p)
	return p
}

// Quiet gives the paragraph the colour of an explanation and returns it.
func (p *Paragraph) Quiet() *Paragraph {
	p.Importance = widget.LowImportance
	return p
}

// Warning gives it the colour of what went wrong and returns it.
func (p *Paragraph) Warning() *Paragraph {
	p.Importance = widget.DangerImportance
	return p
}
