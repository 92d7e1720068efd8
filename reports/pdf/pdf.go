// Package pdf writes layouts and reports as PDF. It only draws: where everything stands has been decided in reports/print.
//
// It is the one door to gofpdf, which was chosen by the user and writes small files fast. The library is kept away from raw text, because it stops at
// characters beyond U+FFFF and at broken UTF-8: text comes measured and cleaned from reports/typeset, and each document gets small fonts of its own that
// hold just the glyphs it uses. A file says "print at 100 %" to the viewer, since fitting a page to the paper moves every label. The same layout
// gives the same bytes.
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"github.com/jung-kurt/gofpdf"

	"regulars/reports/print"
	"regulars/reports/typeset"
)

// Options are what a file says about itself.
type Options struct {
	Created time.Time // stands in the file; the same time gives the same bytes
	Author  string
	Fonts   *typeset.Family // nil = the program's own
}

// Write writes a layout as PDF. An error of w is returned as it is.
func Write(w io.Writer, l *print.Layout, o Options) error {
	fam := o.Fonts
	if fam == nil {
		var err error
		if fam, err = typeset.Load(); err != nil {
			return fmt.Errorf("pdf: %w", err)
		}
	}
	d := &drawing{fam: fam, doc: gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm", SizeStr: "A4"})}
	d.head(l, o)
	d.prepare(l)
	for i := range l.Pages {
		d.page(&l.Pages[i])
	}
	var buf bytes.Buffer
	if err := d.doc.Output(&buf); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return writePatched(w, buf.Bytes(), l.Language)
}

// drawing is one document being written.
type drawing struct {
	fam    *typeset.Family
	doc    *gofpdf.Fpdf
	fonts  [2][]*font // regular and bold, as in the family
	height float64    // of the page in mm
	now    state
}

// font is one face in the document.
type font struct {
	name string
	set  *typeset.Subset
}

// state is what was last told to the document, so that it is told once.
type state struct {
	font    string
	size    float64
	ink     print.Ink
	inked   bool
	stretch float64
}

func (d *drawing) head(l *print.Layout, o Options) {
	doc := d.doc
	doc.SetCatalogSort(true)
	doc.SetCreationDate(o.Created)
	doc.SetModificationDate(o.Created)
	doc.SetProducer("Regulars", true)
	doc.SetCreator("熟客 Regulars", true)
	doc.SetTitle(metadata(l.Title), true)
	doc.SetAuthor(metadata(o.Author), true)
	doc.SetAutoPageBreak(false, 0)
	doc.SetMargins(0, 0, 0)
	doc.SetCellMargin(0)
}

// metadata drops what the library's UTF-16 writer cannot take.
func metadata(s string) string {
	out := []rune{}
	for _, r := range typeset.Clean(s) {
		if r < 0x10000 {
			out = append(out, r)
		}
	}
	return string(out)
}

// prepare gathers the characters of all pages and puts the small fonts into the document.
func (d *drawing) prepare(l *print.Layout) {
	for w := range d.fonts {
		for i, face := range d.fam.Faces(w == 1) {
			name := fmt.Sprintf("f%d%d", w, i)
			d.fonts[w] = append(d.fonts[w], &font{name, typeset.NewSubset(face)})
		}
	}
	for _, p := range l.Pages {
		for i := range p.Runs {
			d.gather(&p.Runs[i])
		}
	}
	for _, weight := range d.fonts {
		for _, f := range weight {
			if !f.set.Empty() {
				d.doc.AddUTF8FontFromBytes(f.name, "", f.set.TTF())
			}
		}
	}
}

func (d *drawing) gather(r *print.Run) {
	if len(r.Marks) == 0 {
		d.gatherText(r.Text, r.Bold, false)
	}
	for _, m := range r.Marks {
		d.gatherText(m.Text, r.Bold, m.Form)
	}
}

func (d *drawing) gatherText(s string, bold, form bool) {
	for _, r := range s {
		d.code(r, bold, form)
	}
}

// code finds the font of a character and its code there. What no face has is drawn as □ of the main face.
func (d *drawing) code(r rune, bold, form bool) (*font, rune) {
	weight := d.fonts[0]
	if bold {
		weight = d.fonts[1]
	}
	i, _, ok := d.fam.Find(r, bold)
	if !ok {
		if r != ' ' {
			r = typeset.Missing
		}
		i, form = 0, false
	}
	return weight[i], weight[i].set.Code(r, form)
}

func (d *drawing) page(p *print.Page) {
	d.doc.AddPageFormat("P", gofpdf.SizeType{Wd: p.Width, Ht: p.Height})
	d.height, d.now = p.Height, state{}
	for i := range p.Boxes {
		d.box(&p.Boxes[i])
	}
	for i := range p.Runs {
		d.run(&p.Runs[i])
	}
}

func (d *drawing) box(b *print.Box) {
	if b.Guide {
		return
	}
	r, g, bl := b.Ink.RGB()
	style := "D"
	if b.Fill {
		style = "F"
		d.doc.SetFillColor(int(r), int(g), int(bl))
	} else {
		d.doc.SetDrawColor(int(r), int(g), int(bl))
		d.doc.SetLineWidth(b.Line)
	}
	if b.Dash {
		d.doc.SetDashPattern([]float64{1, 1}, 0)
	}
	switch {
	case b.W == 0 || b.H == 0:
		d.doc.Line(b.X, b.Y, b.X+b.W, b.Y+b.H)
	case b.Round > 0 && b.Round >= min(b.W, b.H)/2:
		d.doc.Ellipse(b.X+b.W/2, b.Y+b.H/2, b.W/2, b.H/2, 0, style)
	case b.Round > 0:
		d.doc.RoundedRect(b.X, b.Y, b.W, b.H, b.Round, "1234", style)
	default:
		d.doc.Rect(b.X, b.Y, b.W, b.H, style)
	}
	if b.Dash {
		d.doc.SetDashPattern(nil, 0)
	}
}
