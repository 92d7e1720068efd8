package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Style says how loudly a button asks to be pressed.
type Style int

// The styles. A screen has at most one Primary button.
const (
	Quiet   Style = iota // a thin border on the panel's colour
	Primary              // the accent
	Bare                 // nothing but its word or icon
	Danger               // a border, and the word in the colour of warnings
)

// Button is pressed by mouse, Space or Return.
type Button struct {
	widget.DisableableWidget
	OnTapped func()

	label, icon, hint string
	menu              bool
	style             Style
	chosen            bool
	compact           bool
	over, focused     bool

	field   *canvas.Rectangle
	word    *canvas.Text
	aside   *canvas.Text
	picture *canvas.Image
	arrow   *canvas.Image
}

// NewButton makes a quiet button; icon may be empty or name one of the line icons.
func NewButton(label, icon string, tapped func()) *Button {
	b := &Button{OnTapped: tapped, label: label, icon: icon, field: box(theme.Radius),
		word: letters(theme.TextBody, false), aside: letters(theme.TextSmall, false), picture: &canvas.Image{}, arrow: &canvas.Image{}}
	b.ExtendBaseWidget(b)
	return b
}

// As sets the style and returns the button.
func (b *Button) As(s Style) *Button {
	b.style = s
	b.word.TextStyle.Bold = s == Primary
	return b
}

// Hint adds a word in small letters, such as the shortcut, and returns the button.
func (b *Button) Hint(hint string) *Button {
	b.hint = hint
	return b
}

// Menu adds the arrow of a button that opens a choice, and returns the button.
func (b *Button) Menu() *Button {
	b.menu = true
	return b
}

// Compact makes the button as low as a line of a table, and returns it.
func (b *Button) Compact() *Button {
	b.compact = true
	return b
}

// Choose marks the button as the chosen one of a row.
func (b *Button) Choose(on bool) {
	if b.chosen != on {
		b.chosen = on
		b.Refresh()
	}
}

// Chosen reports whether it is marked.
func (b *Button) Chosen() bool { return b.chosen }

// Label is the word on the button.
func (b *Button) Label() string { return b.label }

// SetLabel changes it.
func (b *Button) SetLabel(label string) {
	if b.label != label {
		b.label = label
		b.Refresh()
	}
}

// Tapped presses the button.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// MouseIn notes the pointer.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hover(true) }

// MouseMoved is of no interest.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut notes that the pointer has left.
func (b *Button) MouseOut() { b.hover(false) }

func (b *Button) hover(on bool) {
	b.over = on
	b.Refresh()
}

// FocusGained shows where the keyboard is.
func (b *Button) FocusGained() { b.focus(true) }

// FocusLost takes the mark away.
func (b *Button) FocusLost() { b.focus(false) }

func (b *Button) focus(on bool) {
	b.focused = on
	b.Refresh()
}

// TypedRune does nothing; Space comes as a key.
func (b *Button) TypedRune(rune) {}

// TypedKey presses the button with Space and Return and hands on what it does not use.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		handOn(b, e)
	}
}

// handOn gives a key that a widget does not use to the window, which knows what Escape means now.
func handOn(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// CreateRenderer draws the button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return rendered(&renderer{objects: []fyne.CanvasObject{b.field, b.picture, b.word, b.aside, b.arrow},
		layout: b.lay, min: b.min, paint: b.paint, of: b})
}

func (b *Button) paint() {
	fill, border, ink := b.colours()
	colour(b.field, fill, border)
	b.field.CornerRadius = theme.Radius
	b.word.Text, b.word.Color = b.label, theme.Color(ink)
	b.aside.Text, b.aside.Color = b.hint, theme.Color(b.asideInk(ink))
	b.picture.Hidden, b.arrow.Hidden = b.icon == "", !b.menu
	if b.icon != "" {
		b.picture.Resource = theme.Icon(b.icon, ink)
		b.picture.Refresh()
	}
	if b.menu {
		b.arrow.Resource = theme.Icon("chevron-down", ink)
		b.arrow.Refresh()
	}
}

func (b *Button) asideInk(ink fyne.ThemeColorName) fyne.ThemeColorName {
	if b.style == Primary || b.chosen {
		return ink
	}
	return theme.ColorMuted
}

// colours gives fill, border and ink for the style and state.
func (b *Button) colours() (fill, border, ink fyne.ThemeColorName) {
	fill, border, ink = theme.ColorPanel, theme.ColorLine, theme.ColorText
	switch {
	case b.style == Primary:
		fill, border, ink = theme.ColorAccent, "", theme.ColorOnAccent
	case b.chosen:
		fill, border, ink = theme.ColorAccentSoft, theme.ColorAccent, theme.ColorAccentInk
	case b.style == Bare:
		fill, border = "", ""
	case b.style == Danger:
		ink = theme.ColorWarn
	}
	switch {
	case b.Disabled():
		return theme.ColorSunken, theme.ColorFaintLine, theme.ColorMuted
	case b.over && b.style == Primary:
		fill = theme.ColorAccentOver
	case b.over && !b.chosen:
		fill = theme.ColorHover
	}
	if b.focused {
		border = theme.ColorAccent
	}
	return fill, border, ink
}

func (b *Button) margin() float32 {
	if b.label == "" || b.style == Bare || b.compact {
		return theme.SpaceS
	}
	return theme.SpaceM + 2
}

func (b *Button) height() float32 {
	if b.compact {
		return theme.ControlHeight - 6
	}
	return theme.ControlHeight
}

func (b *Button) min() fyne.Size { return fyne.NewSize(b.contentWidth()+2*b.margin(), b.height()) }

// contentWidth is the width of icon, word, hint and arrow with the gaps between them.
func (b *Button) contentWidth() float32 {
	w, gaps := float32(0), -1
	for _, part := range b.parts() {
		w += part.width
		gaps++
	}
	return w + float32(max(gaps, 0))*6
}

type part struct {
	o             fyne.CanvasObject
	width, height float32
}

// parts lists what stands on the button, from left to right.
func (b *Button) parts() []part {
	var out []part
	if b.icon != "" {
		out = append(out, part{b.picture, theme.IconSize, theme.IconSize})
	}
	for _, t := range []*canvas.Text{b.word, b.aside} {
		if t.Text != "" {
			s := t.MinSize()
			out = append(out, part{t, s.Width, s.Height})
		}
	}
	if b.menu {
		out = append(out, part{b.arrow, 14, 14})
	}
	return out
}

func (b *Button) lay(s fyne.Size) {
	put(b.field, 0, 0, s.Width, s.Height)
	x := max(centred(s.Width, b.contentWidth()), theme.SpaceXS)
	for _, p := range b.parts() {
		y := centred(s.Height, p.height)
		if p.o == b.arrow {
			y += 2 // on the line of the letters, which stand lower than the middle
		}
		put(p.o, x, y, p.width, p.height)
		x += p.width + 6
	}
}
