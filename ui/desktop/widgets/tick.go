package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Tick is a box to tick with its words beside it. Space ticks it too.
type Tick struct {
	widget.BaseWidget
	OnTicked func(on bool)
	on       bool
	focused  bool
	box      *Icon
	words    *Text
	row      *fyne.Container
}

// NewTick makes a box.
func NewTick(words string, on bool, ticked func(bool)) *Tick {
	t := &Tick{OnTicked: ticked, on: on, box: NewIcon("square", theme.ColorMuted), words: Body(words).Cut()}
	t.row = Across(theme.SpaceS, t.box, Stretch(t.words))
	t.ExtendBaseWidget(t)
	t.show()
	return t
}

// On reports whether the box is ticked.
func (t *Tick) On() bool { return t.on }

func (t *Tick) show() {
	switch {
	case t.on:
		t.box.Set("square-check", theme.ColorAccent)
	case t.focused:
		t.box.Set("square", theme.ColorAccent)
	default:
		t.box.Set("square", theme.ColorMuted)
	}
}

// Tapped ticks the box or takes the tick away.
func (t *Tick) Tapped(*fyne.PointEvent) {
	t.on = !t.on
	t.show()
	if t.OnTicked != nil {
		t.OnTicked(t.on)
	}
}

// FocusGained shows where the keyboard is.
func (t *Tick) FocusGained() { t.focused = true; t.show() }

// FocusLost takes the mark away.
func (t *Tick) FocusLost() { t.focused = false; t.show() }

// TypedRune does nothing; Space comes as a key.
func (t *Tick) TypedRune(rune) {}

// TypedKey ticks with Space.
func (t *Tick) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace {
		t.Tapped(nil)
		return
	}
	handOn(t, e)
}

// Cursor shows that the box can be pressed.
func (t *Tick) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws box and words.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Sized(0, theme.ControlHeight-6, t.row))
}
