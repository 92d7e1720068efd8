package raster

import (
	"image"
	"image/color"
	"math"

	"regulars/reports/print"
)

// guideInk is the colour of the edges of labels, which are shown and not printed.
var guideInk = color.RGBA{0xb9, 0xc9, 0xc4, 0xff}

func (p *Painter) box(b *print.Box) {
	ink, line := inkOf(b.Ink), math.Max(b.Line*p.scale, 1)
	if b.Guide {
		ink, line = guideInk, 1
	}
	src := image.NewUniform(ink)
	x0, y0, x1, y1 := b.X*p.scale, b.Y*p.scale, (b.X+b.W)*p.scale, (b.Y+b.H)*p.scale
	switch {
	case b.Fill:
		p.fill(x0, y0, x1, y1, src)
	case b.W == 0 || b.H == 0:
		p.fill(x0-line/2, y0-line/2, x1+line/2, y1+line/2, src)
	case b.Round > 0:
		p.rounded(x0, y0, x1, y1, math.Min(b.Round*p.scale, math.Min(x1-x0, y1-y0)/2), b.Round >= math.Min(b.W, b.H)/2, src)
	default:
		p.frame(x0, y0, x1, y1, line, b.Dash || b.Guide, src)
	}
}

// fill paints a rectangle with soft edges where it does not meet the pixels.
func (p *Painter) fill(x0, y0, x1, y1 float64, src image.Image) {
	edge := p.dst.Bounds()
	x0, y0 = math.Max(x0, -1), math.Max(y0, -1)
	x1, y1 = math.Min(x1, float64(edge.Max.X+1)), math.Min(y1, float64(edge.Max.Y+1))
	left, top := int(math.Floor(x0)), int(math.Floor(y0))
	w, h := int(math.Ceil(x1))-left, int(math.Ceil(y1))-top
	if w <= 0 || h <= 0 {
		return
	}
	p.ras.Reset(w, h)
	a, b, c, d := float32(x0-float64(left)), float32(y0-float64(top)), float32(x1-float64(left)), float32(y1-float64(top))
	p.ras.MoveTo(a, b)
	p.ras.LineTo(c, b)
	p.ras.LineTo(c, d)
	p.ras.LineTo(a, d)
	p.ras.ClosePath()
	p.paint(image.Rect(left, top, left+w, top+h), src)
}

func (p *Painter) frame(x0, y0, x1, y1, line float64, dash bool, src image.Image) {
	half := line / 2
	for _, e := range [4][4]float64{{x0, y0, x1, y0}, {x0, y1, x1, y1}, {x0, y0, x0, y1}, {x1, y0, x1, y1}} {
		p.stroke(e[0], e[1], e[2], e[3], half, dash, src)
	}
}

// stroke draws an upright or level line, dashed in steps of 1 mm (at least 3 pixels).
func (p *Painter) stroke(x0, y0, x1, y1, half float64, dash bool, src image.Image) {
	length := math.Max(x1-x0, y1-y0)
	step := length
	if dash {
		step = math.Max(p.scale, 3)
	}
	for at := 0.0; at < length; at += 2 * step {
		end := math.Min(at+step, length)
		if y0 == y1 {
			p.fill(x0+at, y0-half, x0+end, y0+half, src)
		} else {
			p.fill(x0-half, y0+at, x0+half, y0+end, src)
		}
	}
}

// rounded draws the outline of a rectangle with round corners, or of an ellipse, one pixel wide.
func (p *Painter) rounded(x0, y0, x1, y1, radius float64, ellipse bool, src image.Image) {
	rx, ry := radius, radius
	if ellipse {
		rx, ry = (x1-x0)/2, (y1-y0)/2
	}
	left, top := int(x0)-2, int(y0)-2
	w, h := int(x1)-left+4, int(y1)-top+4
	if w <= 0 || h <= 0 || w*h > MaxPixels {
		return
	}
	p.ras.Reset(w, h)
	ox, oy := float64(left), float64(top)
	p.corners(x0-ox, y0-oy, x1-ox, y1-oy, rx, ry, false)
	p.corners(x0-ox+1, y0-oy+1, x1-ox-1, y1-oy-1, rx-1, ry-1, true)
	p.paint(image.Rect(left, top, left+w, top+h), src)
}

// corners adds the path of a rounded rectangle, clockwise or, to cut the inside out, the other way round.
func (p *Painter) corners(x0, y0, x1, y1, rx, ry float64, back bool) {
	rx, ry = math.Max(rx, 0.1), math.Max(ry, 0.1)
	const steps = 12
	var points [][2]float64
	for i, c := range [4][2]float64{{x1 - rx, y0 + ry}, {x1 - rx, y1 - ry}, {x0 + rx, y1 - ry}, {x0 + rx, y0 + ry}} {
		for s := range steps + 1 {
			a := (float64(i) - 1 + float64(s)/steps) * math.Pi / 2
			points = append(points, [2]float64{c[0] + rx*math.Cos(a), c[1] + ry*math.Sin(a)})
		}
	}
	for i := range points {
		n := i
		if back {
			n = len(points) - 1 - i
		}
		x, y := float32(points[n][0]), float32(points[n][1])
		if i == 0 {
			p.ras.MoveTo(x, y)
		} else {
			p.ras.LineTo(x, y)
		}
	}
	p.ras.ClosePath()
}
