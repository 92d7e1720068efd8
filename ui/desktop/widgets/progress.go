package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Bar shows how much of a work is done. Until that is known it shows a piece in the middle.
type Bar struct {
	widget.BaseWidget
	share        float64
	rail, filled *canvas.Rectangle
}

const barHeight = 6

// NewBar makes a bar of a work that has not begun.
func NewBar() *Bar {
	b := &Bar{share: -1, rail: box(barHeight / 2), filled: box(barHeight / 2)}
	b.ExtendBaseWidget(b)
	return b
}

// Set says how much is done, from 0 to 1; a negative share means that it is not known.
func (b *Bar) Set(share float64) {
	b.share = share
	b.Refresh()
}

// CreateRenderer draws the bar.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	return rendered(&renderer{objects: []fyne.CanvasObject{b.rail, b.filled}, of: b, layout: b.lay,
		paint: func() { colour(b.rail, theme.ColorSunken, theme.ColorLine); colour(b.filled, theme.ColorAccent, "") },
		min:   func() fyne.Size { return fyne.NewSize(200, barHeight) }})
}

func (b *Bar) lay(s fyne.Size) {
	y := centred(s.Height, barHeight)
	put(b.rail, 0, y, s.Width, barHeight)
	if b.share < 0 {
		put(b.filled, s.Width/3, y, s.Width/3, barHeight)
		return
	}
	put(b.filled, 0, y, s.Width*float32(min(b.share, 1)), barHeight)
}

// Waiting is the panel over the window while a long work goes on. It says what is done and lets the user stop it.
type Waiting struct {
	dialog *Dialog
	bar    *Bar
	detail *Text
}

// NewWaiting makes the panel; stop is called when the user wants the work to end.
func NewWaiting(c fyne.Canvas, title, stopLabel string, stop func()) *Waiting {
	w := &Waiting{bar: NewBar(), detail: Small("")}
	w.dialog = NewDialog(c, title, Down(theme.SpaceS, w.bar, w.detail), NewButton(stopLabel, "", stop))
	w.dialog.OnEscape = stop
	return w
}

// Show opens the panel.
func (w *Waiting) Show() { w.dialog.Show(fyne.NewSize(420, 0), nil) }

// Set says how far the work is and what it is at.
func (w *Waiting) Set(share float64, detail string) {
	w.bar.Set(share)
	w.detail.Set(detail)
}

// Close takes the panel away.
func (w *Waiting) Close() { w.dialog.Close() }
