// Package raster draws the pages of a layout as pictures: the preview in the window shows with them exactly what comes on paper, from the same
// values and the same fonts as the PDF, vertical lines and rare characters included. It draws and decides nothing; package print has laid everything out.
package raster

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"regulars/reports/print"
	"regulars/reports/typeset"
)

// Painter draws pages. It keeps buffers between pages and is for one goroutine at a time.
type Painter struct {
	fam   *typeset.Family
	fonts [2][]*sfnt.Font // regular and bold, as in the family
	buf   sfnt.Buffer
	ras   vector.Rasterizer
	dst   *image.RGBA
	scale float64 // pixels a mm
}

// MaxPixels bounds a picture; a larger one is drawn at a smaller scale.
const MaxPixels = 40_000_000

// New prepares a painter; nil takes the program's own fonts.
func New(fam *typeset.Family) (*Painter, error) {
	if fam == nil {
		var err error
		if fam, err = typeset.Load(); err != nil {
			return nil, fmt.Errorf("raster: %w", err)
		}
	}
	p := &Painter{fam: fam}
	for w := range p.fonts {
		for _, face := range fam.Faces(w == 1) {
			f, err := sfnt.Parse(face.Data())
			if err != nil {
				return nil, fmt.Errorf("raster: %w", err)
			}
			p.fonts[w] = append(p.fonts[w], f)
		}
	}
	return p, nil
}

// Page draws a page on white paper at so many pixels a mm. Guides, which are not printed, are drawn pale.
func (p *Painter) Page(page *print.Page, pixelsPerMM float64) *image.RGBA {
	if !(pixelsPerMM > 0.1) {
		pixelsPerMM = 0.1
	}
	if n := page.Width * page.Height * pixelsPerMM * pixelsPerMM; n > MaxPixels {
		pixelsPerMM *= math.Sqrt(MaxPixels / n)
	}
	p.scale = pixelsPerMM
	p.dst = image.NewRGBA(image.Rect(0, 0, max(1, int(math.Round(page.Width*p.scale))), max(1, int(math.Round(page.Height*p.scale)))))
	draw.Draw(p.dst, p.dst.Bounds(), image.White, image.Point{}, draw.Src)
	for i := range page.Boxes {
		p.box(&page.Boxes[i])
	}
	for i := range page.Runs {
		p.run(&page.Runs[i])
	}
	return p.dst
}

func inkOf(i print.Ink) color.RGBA {
	r, g, b := i.RGB()
	return color.RGBA{r, g, b, 0xff}
}

func (p *Painter) run(r *print.Run) {
	src := image.NewUniform(inkOf(r.Ink))
	if len(r.Marks) == 0 {
		p.text(r.Text, pen{x: r.X, y: r.Y, size: r.Size, bold: r.Bold, stretch: r.Stretch}, src)
		return
	}
	for _, m := range r.Marks {
		p.text(m.Text, pen{x: m.X, y: m.Y, size: r.Size, bold: r.Bold, stretch: m.Stretch, turn: m.Turn, form: m.Form}, src)
	}
}

// pen is how and where signs are drawn: baseline in mm, size in points.
type pen struct {
	x, y, size, stretch float64
	bold, turn, form    bool
}

func (p *Painter) text(s string, at pen, src image.Image) {
	if at.stretch == 0 {
		at.stretch = 1
	}
	weight := 0
	if at.bold {
		weight = 1
	}
	for _, r := range s {
		i, g, ok := p.fam.Find(r, at.bold)
		if !ok && r != ' ' {
			i, g, _ = p.fam.Find(typeset.Missing, at.bold)
		}
		face := p.fam.Faces(at.bold)[i]
		if at.form {
			g = face.Form(g)
		}
		p.glyph(p.fonts[weight][i], g, at, src)
		advance := face.Advance(g) * at.size * typeset.MM * at.stretch
		if at.turn {
			at.y += advance
		} else {
			at.x += advance
		}
	}
}

// glyph fills the outline of one sign.
func (p *Painter) glyph(f *sfnt.Font, g typeset.Glyph, at pen, src image.Image) {
	size := at.size * typeset.MM * p.scale
	if size < 0.5 || size > 2000 {
		return
	}
	if out := image.Pt(int(at.x*p.scale), int(at.y*p.scale)); !out.In(p.dst.Bounds().Inset(-int(2 * size))) {
		return
	}
	segments, err := f.LoadGlyph(&p.buf, sfnt.GlyphIndex(g), fixed.Int26_6(size*64), nil)
	if err != nil || len(segments) == 0 {
		return
	}
	side := int(size*2.2) + 4
	left, top := int(at.x*p.scale-size*0.6), int(at.y*p.scale-size*1.3)
	put := func(v fixed.Point26_6) (float32, float32) {
		x, y := float64(v.X)/64*at.stretch, float64(v.Y)/64
		if at.turn {
			x, y = -y, x
		}
		return float32(at.x*p.scale + x - float64(left)), float32(at.y*p.scale + y - float64(top))
	}
	p.ras.Reset(side, side)
	for _, s := range segments {
		p.segment(s, put)
	}
	p.ras.ClosePath()
	p.paint(image.Rect(left, top, left+side, top+side), src)
}

// paint puts the gathered shapes on the picture. The rasterizer cannot clip, so that what reaches over the edge goes by way of a mask.
func (p *Painter) paint(r image.Rectangle, src image.Image) {
	seen := r.Intersect(p.dst.Bounds())
	switch {
	case seen.Empty():
	case seen == r:
		p.ras.Draw(p.dst, r, src, image.Point{})
	default:
		mask := image.NewAlpha(r)
		p.ras.Draw(mask, r, image.Opaque, image.Point{})
		draw.DrawMask(p.dst, seen, src, image.Point{}, mask, seen.Min, draw.Over)
	}
}

func (p *Painter) segment(s sfnt.Segment, put func(fixed.Point26_6) (float32, float32)) {
	ax, ay := put(s.Args[0])
	switch s.Op {
	case sfnt.SegmentOpMoveTo:
		p.ras.ClosePath()
		p.ras.MoveTo(ax, ay)
	case sfnt.SegmentOpLineTo:
		p.ras.LineTo(ax, ay)
	case sfnt.SegmentOpQuadTo:
		bx, by := put(s.Args[1])
		p.ras.QuadTo(ax, ay, bx, by)
	case sfnt.SegmentOpCubeTo:
		bx, by := put(s.Args[1])
		cx, cy := put(s.Args[2])
		p.ras.CubeTo(ax, ay, bx, by, cx, cy)
	}
}
