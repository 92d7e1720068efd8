package widgets

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Wrapped is text that breaks into lines at a width which is known beforehand, such as that of a panel. Han characters may break anywhere, other
// words between them. With OnTapped it is pressed like a link.
type Wrapped struct {
	widget.BaseWidget
	OnTapped func()

	value  string
	width  float32
	size   float32
	bold   bool
	ink    fyne.ThemeColorName
	lines  []*canvas.Text
	fitter *fitter
	over   bool
}

// NewWrapped makes a text of ordinary size.
func NewWrapped(value string, width float32) *Wrapped {
	w := &Wrapped{value: value, width: width, size: theme.TextBody, ink: theme.ColorText, fitter: newFitter()}
	w.ExtendBaseWidget(w)
	return w
}

// Small makes the letters small and returns the text.
func (w *Wrapped) Small() *Wrapped {
	w.size = theme.TextSmall
	return w
}

// Bold makes the letters bold and returns the text.
func (w *Wrapped) Bold() *Wrapped {
	w.bold = true
	return w
}

// In gives the text another colour and returns it.
func (w *Wrapped) In(ink fyne.ThemeColorName) *Wrapped {
	w.ink = ink
	return w
}

// Value is the text.
func (w *Wrapped) Value() string { return w.value }

// CreateRenderer draws the lines.
func (w *Wrapped) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{of: w, paint: w.paint, min: w.min, layout: w.lay}
	w.paint()
	for _, l := range w.lines {
		r.objects = append(r.objects, l)
	}
	return r
}

func (w *Wrapped) paint() {
	ink := w.ink
	if w.over && w.OnTapped != nil {
		ink = theme.ColorAccent
	}
	if w.lines == nil {
		for _, text := range w.fitter.wrap(w.value, w.size, w.bold, w.width) {
			l := letters(w.size, w.bold)
			l.Text = text
			w.lines = append(w.lines, l)
		}
	}
	for _, l := range w.lines {
		l.Color = theme.Color(ink)
	}
}

func (w *Wrapped) lineHeight() float32 { return w.size * 1.5 }

func (w *Wrapped) min() fyne.Size {
	return fyne.NewSize(w.width, float32(len(w.lines))*w.lineHeight())
}

func (w *Wrapped) lay(s fyne.Size) {
	for i, l := range w.lines {
		put(l, 0, float32(i)*w.lineHeight(), s.Width, w.lineHeight())
	}
}

// Tapped presses the text.
func (w *Wrapped) Tapped(*fyne.PointEvent) {
	if w.OnTapped != nil {
		w.OnTapped()
	}
}

// MouseIn lights a text that can be pressed.
func (w *Wrapped) MouseIn(*desktop.MouseEvent) { w.hover(true) }

// MouseMoved is of no interest.
func (w *Wrapped) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the light away.
func (w *Wrapped) MouseOut() { w.hover(false) }

func (w *Wrapped) hover(on bool) {
	w.over = on
	w.Refresh()
}

// Cursor is a hand over a text that can be pressed.
func (w *Wrapped) Cursor() desktop.Cursor {
	if w.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// wrap breaks a text into lines of at most a width.
func (f *fitter) wrap(text string, size float32, bold bool, room float32) []string {
	var out []string
	for _, paragraph := range strings.Split(text, "\n") {
		out = append(out, f.wrapLine(strings.TrimRight(paragraph, " \r"), size, bold, room)...)
	}
	return out
}

func (f *fitter) wrapLine(text string, size float32, bold bool, room float32) []string {
	var out []string
	line, width := "", float32(0)
	for _, piece := range pieces(text) {
		if line != "" && width+f.width(strings.TrimRight(piece, " "), size, bold) > room {
			out = append(out, strings.TrimRight(line, " "))
			line, width = "", 0
		}
		for line == "" && f.width(strings.TrimRight(piece, " "), size, bold) > room { // a word longer than a line
			head := f.head(piece, size, bold, room)
			if head == piece {
				break // a single character is wider than the room
			}
			out, piece = append(out, head), piece[len(head):]
		}
		line, width = line+piece, width+f.width(piece, size, bold)
	}
	return append(out, strings.TrimRight(line, " "))
}

// head is as much of a word as fits, at least one character.
func (f *fitter) head(word string, size float32, bold bool, room float32) string {
	w := float32(0)
	for i, r := range word {
		if w += f.advance(glyph{r, size, bold}); w > room && i > 0 {
			return word[:i]
		}
	}
	return word
}

// closing are the signs that never begin a line.
const closing = "，。、；：？！）」』》〉】…,.;:?!)"

// pieces divides a text where a line may end: after blanks, and around Han characters.
func pieces(text string) []string {
	var out []string
	start := 0
	var last rune
	for i, r := range text {
		breaks := last == ' ' || last == '-' || wide(r) || wide(last)
		if i > start && breaks && !strings.ContainsRune(closing, r) && r != ' ' {
			out = append(out, text[start:i])
			start = i
		}
		last = r
	}
	return append(out, text[start:])
}

func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo)
}
