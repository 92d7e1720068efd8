package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"regulars/ui/desktop/theme"
)

// renderer draws a widget that is made of a few canvas objects: it lays them out, measures them and takes their colours anew.
type renderer struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	paint   func() // takes colours, texts and visibility from the widget
	of      fyne.Widget
}

// Destroy frees nothing: all that is drawn belongs to the widget.
func (r *renderer) Destroy() {}

// Layout places the objects.
func (r *renderer) Layout(size fyne.Size) { r.layout(size) }

// MinSize measures them.
func (r *renderer) MinSize() fyne.Size { return r.min() }

// Objects gives what is drawn.
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

// Refresh takes colours and texts from the widget again.
func (r *renderer) Refresh() {
	r.paint()
	r.layout(r.of.Size())
	canvas.Refresh(r.of)
}

// rendered paints once and gives the renderer.
func rendered(r *renderer) *renderer {
	r.paint()
	return r
}

// box makes a rounded rectangle; its colours come with the first paint.
func box(radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	r.CornerRadius = radius
	return r
}

// colour fills a rectangle and gives it a thin border; an empty border name leaves it without.
func colour(r *canvas.Rectangle, fill, border fyne.ThemeColorName) {
	if fill == "" {
		r.FillColor = nil
	} else {
		r.FillColor = theme.Color(fill)
	}
	if border == "" {
		r.StrokeWidth, r.StrokeColor = 0, nil
		return
	}
	r.StrokeWidth, r.StrokeColor = theme.Hairline, theme.Color(border)
}

// letters makes a canvas text of a size and weight; its colour comes with the first paint.
func letters(size float32, bold bool) *canvas.Text {
	t := canvas.NewText("", theme.Color(theme.ColorText))
	t.TextSize, t.TextStyle.Bold = size, bold
	return t
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// centred gives the y at which something of height h stands in the middle of a room.
func centred(room, h float32) float32 { return (room - h) / 2 }
