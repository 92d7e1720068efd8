package labels

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
	"regulars/ui/state"
)

// preview draws a page of a layout as large as the room allows. All its measures come from the layout, in mm.
type preview struct {
	widget.BaseWidget
	// OnCell is told which cell was pressed; mark is a press with the right button.
	OnCell func(cell state.PrintCell, mark bool)

	page  *state.PrintPage
	cells bool // whether cells react
	paper *canvas.Rectangle
	drawn []fyne.CanvasObject
	scale float32 // toolkit pixels in a mm
	at    fyne.Position
}

func newPreview() *preview {
	p := &preview{paper: canvas.NewRectangle(nil)}
	p.ExtendBaseWidget(p)
	return p
}

// Draw draws a page; nil draws none. With cells its labels react to a press.
func (p *preview) Draw(page *state.PrintPage, cells bool) {
	p.page, p.cells = page, cells
	p.Refresh()
}

// CreateRenderer draws the page.
func (p *preview) CreateRenderer() fyne.WidgetRenderer { return &previewRenderer{p} }

type previewRenderer struct{ p *preview }

func (r *previewRenderer) Destroy()           {}
func (r *previewRenderer) MinSize() fyne.Size { return fyne.NewSize(240, 240) }
func (r *previewRenderer) Layout(fyne.Size)   { r.p.draw() }
func (r *previewRenderer) Refresh()           { r.p.draw(); canvas.Refresh(r.p) }
func (r *previewRenderer) Objects() []fyne.CanvasObject {
	return r.p.drawn
}

// draw makes the objects of the page anew.
func (p *preview) draw() {
	p.drawn = nil
	if p.page == nil || p.Size().Width <= 0 {
		return
	}
	p.fit()
	p.paper.FillColor, p.paper.StrokeColor, p.paper.StrokeWidth = theme.Color(theme.ColorPaper), theme.Color(theme.ColorLine), 1
	p.paper.Move(p.at)
	p.paper.Resize(fyne.NewSize(p.px(p.page.Width), p.px(p.page.Height)))
	p.drawn = append(p.drawn, p.paper)
	p.drawCells()
	for _, b := range p.page.Boxes {
		if b.Guide {
			continue // the edges of labels are drawn with the cells
		}
		p.box(b.X, b.Y, b.W, b.H, b.Line, ink(b.Ink.RGB()), b.Fill, b.Round)
	}
	for _, r := range p.page.Runs {
		p.run(r)
	}
}

// fit finds the scale at which the whole page is to be seen, and puts it into the middle.
func (p *preview) fit() {
	room := p.Size().SubtractWidthHeight(2*theme.SpaceL, 2*theme.SpaceL)
	p.scale = max(min(room.Width/float32(p.page.Width), room.Height/float32(p.page.Height)), 0.1)
	p.at = fyne.NewPos((p.Size().Width-p.px(p.page.Width))/2, (p.Size().Height-p.px(p.page.Height))/2)
}

func (p *preview) px(mm float64) float32 { return float32(mm) * p.scale }

// place is where a point of the page is on the screen.
func (p *preview) place(x, y float64) fyne.Position { return p.at.AddXY(p.px(x), p.px(y)) }

// drawCells shows the edges of the labels, which are not printed, and those that are left out.
func (p *preview) drawCells() {
	if !p.cells {
		return
	}
	for _, c := range p.page.Cells {
		r := canvas.NewRectangle(color.Transparent)
		r.StrokeColor, r.StrokeWidth = theme.Color(theme.ColorCut), 0.6
		if c.Skipped {
			r.FillColor = theme.Color(theme.Neutral.Fill())
		}
		r.Move(p.place(c.X, c.Y))
		r.Resize(fyne.NewSize(p.px(c.W), p.px(c.H)))
		p.drawn = append(p.drawn, r)
	}
}

func ink(r, g, b uint8) color.Color { return color.NRGBA{R: r, G: g, B: b, A: 0xff} }

func (p *preview) box(x, y, w, h, line float64, c color.Color, fill bool, round float64) {
	if w == 0 || h == 0 {
		l := canvas.NewLine(c)
		l.Position1, l.Position2 = p.place(x, y), p.place(x+w, y+h)
		l.StrokeWidth = max(p.px(line), 0.5)
		p.drawn = append(p.drawn, l)
		return
	}
	r := canvas.NewRectangle(color.Transparent)
	r.CornerRadius = p.px(round)
	if fill {
		r.FillColor = c
	} else {
		r.StrokeColor, r.StrokeWidth = c, max(p.px(line), 0.5)
	}
	r.Move(p.place(x, y))
	r.Resize(fyne.NewSize(p.px(w), p.px(h)))
	p.drawn = append(p.drawn, r)
}

// pointMM is the size of a typographic point: 1/72 inch.
const pointMM = 25.4 / 72

func (p *preview) run(r state.PrintRun) {
	c := ink(r.Ink.RGB())
	if len(r.Marks) == 0 {
		p.text(r.Text, r.X, r.Y, r.Size, r.Width, r.Bold, c)
		return
	}
	for _, m := range r.Marks {
		size := r.Size
		if m.Stretch > 0 {
			size *= m.Stretch // the toolkit cannot narrow letters, so they are drawn smaller
		}
		p.text(m.Text, m.X, m.Y, size, 0, r.Bold, c)
	}
}

// text draws a text on its baseline. The toolkit rounds the width of each character to whole pixels, which shows in small letters; so a text
// that comes out wider than the layout says is drawn a little smaller. A width of 0 is not looked at.
func (p *preview) text(s string, x, y, size, width float64, bold bool, c color.Color) {
	t := canvas.NewText(s, c)
	t.TextSize, t.TextStyle.Bold = p.px(size*pointMM), bold
	measured := fyne.CurrentApp().Driver().RenderedTextSize
	box, baseline := measured(s, t.TextSize, t.TextStyle, nil)
	for range 3 {
		if width <= 0 || box.Width <= p.px(width)*1.01 {
			break
		}
		t.TextSize *= p.px(width) / box.Width
		box, baseline = measured(s, t.TextSize, t.TextStyle, nil)
	}
	t.Move(p.place(x, y).SubtractXY(0, baseline))
	t.Resize(box)
	p.drawn = append(p.drawn, t)
}

// MouseDown tells which cell was pressed.
func (p *preview) MouseDown(e *desktop.MouseEvent) {
	if p.page == nil || !p.cells || p.OnCell == nil || p.scale == 0 {
		return
	}
	x, y := float64((e.Position.X-p.at.X)/p.scale), float64((e.Position.Y-p.at.Y)/p.scale)
	if c, ok := p.page.At(x, y); ok {
		p.OnCell(c, e.Button == desktop.MouseButtonSecondary)
	}
}

// MouseUp is of no interest.
func (p *preview) MouseUp(*desktop.MouseEvent) {}

// Cursor shows that labels can be pressed.
func (p *preview) Cursor() desktop.Cursor {
	if p.cells {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
