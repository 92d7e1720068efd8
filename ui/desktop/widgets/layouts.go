package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Down puts things under each other with a gap; each has its least height and the whole width.
func Down(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// Across puts things beside each other with a gap, in the middle of the height, each with its least width. A Spring among them takes the room that is
// left; so does a thing that was made with Stretch.
func Across(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(acrossLayout{gap}, objects...)
}

// Spring is the empty room in an Across row.
func Spring() fyne.CanvasObject { return Stretch(layout.NewSpacer()) }

// Stretch lets a thing take the room that is left in an Across row.
func Stretch(o fyne.CanvasObject) fyne.CanvasObject {
	s := &stretched{content: o}
	s.ExtendBaseWidget(s)
	return s
}

type stretched struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

// CreateRenderer draws what is stretched.
func (s *stretched) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }

type acrossLayout struct{ gap float32 }

// MinSize adds up the widths.
func (l acrossLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s, gap := fyne.Size{}, float32(0)
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			s.Width += m.Width + gap
			s.Height = max(s.Height, m.Height)
			gap = l.gap
		}
	}
	return s
}

// Layout gives each thing its least width and shares what is left among those that stretch.
func (l acrossLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	springs := 0
	for _, o := range objects {
		if _, ok := o.(*stretched); ok && o.Visible() {
			springs++
		}
	}
	spare, x := max(size.Width-l.MinSize(objects).Width, 0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if _, ok := o.(*stretched); ok {
			m.Width += spare / float32(springs)
		}
		put(o, x, centred(size.Height, m.Height), m.Width, m.Height)
		x += m.Width + l.gap
	}
}

// Flow puts things beside each other and begins a new line where the width ends. Its height follows from the width it was given last.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap}, objects...)
}

type flowLayout struct{ gap, width float32 }

// MinSize is the height that the lines needed at the last width.
func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	widest := float32(0)
	for _, o := range objects {
		if o.Visible() {
			widest = max(widest, o.MinSize().Width)
		}
	}
	return fyne.NewSize(widest, l.lines(objects, max(l.width, widest), nil))
}

// Layout places the things line by line.
func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.lines(objects, size.Width, func(o fyne.CanvasObject, x, y float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(o.MinSize())
	})
}

func (l *flowLayout) lines(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, float32, float32)) float32 {
	x, y, line := float32(0), float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			x, y, line = 0, y+line+l.gap, 0
		}
		if place != nil {
			place(o, x, y)
		}
		x, line = x+m.Width+l.gap, max(line, m.Height)
	}
	return y + line
}

// Inset leaves room around a thing.
func Inset(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), o)
}

// Padded leaves the same room on every side.
func Padded(room float32, o fyne.CanvasObject) *fyne.Container {
	return Inset(room, room, room, room, o)
}

// Gap is empty room of a height or width.
func Gap(size float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSquareSize(size))
	return r
}

// Wide gives a thing at least a width.
func Wide(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(sizedLayout{fyne.NewSize(width, 0)}, o)
}

// Sized gives a thing at least a size.
func Sized(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(sizedLayout{fyne.NewSize(width, height)}, o)
}

type sizedLayout struct{ least fyne.Size }

// MinSize is the larger of both.
func (l sizedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(l.least)
}

// Layout gives all the room.
func (l sizedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, size.Width, size.Height)
}

// UpTo gives a thing all the room up to a width, and lets it be as narrow as least.
func UpTo(least, most float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(upToLayout{least, most}, o)
}

type upToLayout struct{ least, most float32 }

// MinSize is the least width.
func (l upToLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.least, objects[0].MinSize().Height)
}

// Layout gives the room, but no more than the most.
func (l upToLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, min(size.Width, l.most), size.Height)
}

// Fixed gives a thing exactly a width, however wide it would like to be, and its least height.
func Fixed(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(fixedLayout{width}, o)
}

type fixedLayout struct{ width float32 }

// MinSize is the width that was asked for.
func (l fixedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, objects[0].MinSize().Height)
}

// Layout gives all the room.
func (l fixedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, size.Width, size.Height)
}

// Surface is a rectangle of one of the theme's colours, perhaps with a border and round corners, under or around something.
type Surface struct {
	widget.BaseWidget
	fill, border fyne.ThemeColorName
	field        *canvas.Rectangle
	content      fyne.CanvasObject
}

// NewSurface puts something on a colour.
func NewSurface(fill, border fyne.ThemeColorName, radius float32, content fyne.CanvasObject) *Surface {
	s := &Surface{fill: fill, border: border, field: box(radius), content: content}
	s.ExtendBaseWidget(s)
	return s
}

// Card is a panel with a thin border and round corners, and room around what is in it.
func Card(content fyne.CanvasObject) *Surface {
	return NewSurface(theme.ColorPanel, theme.ColorLine, theme.Radius+2, Padded(theme.SpaceM+2, content))
}

// Frame is a Card without room around its content, for tables.
func Frame(content fyne.CanvasObject) *Surface {
	return NewSurface(theme.ColorPanel, theme.ColorLine, theme.Radius+2, Padded(1, content))
}

// Panel is a plain area of the panel's colour.
func Panel(content fyne.CanvasObject) *Surface { return NewSurface(theme.ColorPanel, "", 0, content) }

// Rule is a thin line that takes the whole width or height it is given.
func Rule() *Surface {
	return NewSurface(theme.ColorLine, "", 0, Gap(theme.Hairline))
}

// CreateRenderer draws the area and what is on it.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	return rendered(&renderer{objects: []fyne.CanvasObject{s.field, s.content}, of: s,
		paint: func() { colour(s.field, s.fill, s.border); canvas.Refresh(s.field) },
		min:   func() fyne.Size { return s.content.MinSize() },
		layout: func(size fyne.Size) {
			put(s.field, 0, 0, size.Width, size.Height)
			put(s.content, 0, 0, size.Width, size.Height)
		}})
}

// Edges puts things at the four edges, each with its least size, and gives the middle what is left. Any of them may be nil. Unlike the toolkit's
// border it leaves no gaps of its own.
func Edges(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	l := edgesLayout{top, bottom, left, right, middle}
	var all []fyne.CanvasObject
	for _, o := range []fyne.CanvasObject{middle, top, bottom, left, right} {
		if o != nil {
			all = append(all, o)
		}
	}
	return container.New(l, all...)
}

type edgesLayout struct{ top, bottom, left, right, middle fyne.CanvasObject }

func leastSize(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

// MinSize adds up what stands beside each other.
func (l edgesLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	top, bottom, left, right, middle := leastSize(l.top), leastSize(l.bottom), leastSize(l.left), leastSize(l.right), leastSize(l.middle)
	width := max(left.Width+middle.Width+right.Width, top.Width, bottom.Width)
	return fyne.NewSize(width, top.Height+max(left.Height, middle.Height, right.Height)+bottom.Height)
}

// Layout places the edges and gives the middle the rest.
func (l edgesLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	top, bottom, left, right := leastSize(l.top).Height, leastSize(l.bottom).Height, leastSize(l.left).Width, leastSize(l.right).Width
	height := max(s.Height-top-bottom, 0)
	for _, p := range []struct {
		o          fyne.CanvasObject
		x, y, w, h float32
	}{
		{l.top, 0, 0, s.Width, top}, {l.bottom, 0, s.Height - bottom, s.Width, bottom},
		{l.left, 0, top, left, height}, {l.right, s.Width - right, top, right, height},
		{l.middle, left, top, max(s.Width-left-right, 0), height},
	} {
		if p.o != nil {
			put(p.o, p.x, p.y, p.w, p.h)
		}
	}
}
