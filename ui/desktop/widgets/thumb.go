package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// thumb is a scroll bar that shows the share of the list in view and is dragged.
type thumb struct {
	widget.BaseWidget
	OnMoved func(share float64)

	top, view, full float64
	over            bool
	knob            *canvas.Rectangle
}

// leastKnob is how small the knob may become in a very long list.
const leastKnob = 28

func newThumb() *thumb {
	t := &thumb{knob: box(3)}
	t.ExtendBaseWidget(t)
	return t
}

// Set says how far down the view is, how high it is and how long the list is, in pixels.
func (t *thumb) Set(top, view, full float64) {
	if t.top == top && t.view == view && t.full == full {
		return
	}
	t.top, t.view, t.full = top, view, full
	t.Refresh()
}

// CreateRenderer draws the knob.
func (t *thumb) CreateRenderer() fyne.WidgetRenderer {
	return rendered(&renderer{objects: []fyne.CanvasObject{t.knob}, of: t, paint: t.paint, layout: t.lay,
		min: func() fyne.Size { return fyne.NewSize(8, leastKnob) }})
}

func (t *thumb) paint() {
	fill := theme.ColorLine
	if t.over {
		fill = theme.ColorMuted
	}
	colour(t.knob, fill, "")
	t.knob.Hidden = t.full <= t.view
}

func (t *thumb) lay(s fyne.Size) {
	put(t.knob, 1, t.knobTop(s.Height), s.Width-2, t.knobHeight(s.Height))
}

func (t *thumb) knobHeight(height float32) float32 {
	if t.full <= 0 {
		return height
	}
	return min(max(float32(t.view/t.full)*height, leastKnob), height)
}

func (t *thumb) knobTop(height float32) float32 {
	if t.full <= t.view {
		return 0
	}
	return float32(t.top/(t.full-t.view)) * (height - t.knobHeight(height))
}

// Dragged moves the list.
func (t *thumb) Dragged(e *fyne.DragEvent) { t.moveBy(e.Dragged.DY) }

// DragEnd is of no interest.
func (t *thumb) DragEnd() {}

func (t *thumb) moveBy(dy float32) {
	room := t.Size().Height - t.knobHeight(t.Size().Height)
	if room <= 0 || t.full <= t.view || t.OnMoved == nil {
		return
	}
	t.OnMoved((t.top + float64(dy/room)*(t.full-t.view)) / t.full)
}

// Tapped brings the knob under the pointer.
func (t *thumb) Tapped(e *fyne.PointEvent) {
	h := t.knobHeight(t.Size().Height)
	t.moveBy(e.Position.Y - t.knobTop(t.Size().Height) - h/2)
}

// MouseIn darkens the knob.
func (t *thumb) MouseIn(*desktop.MouseEvent) { t.hover(true) }

// MouseMoved is of no interest.
func (t *thumb) MouseMoved(*desktop.MouseEvent) {}

// MouseOut makes it quiet again.
func (t *thumb) MouseOut() { t.hover(false) }

func (t *thumb) hover(on bool) {
	t.over = on
	t.Refresh()
}
