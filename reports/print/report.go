package print

import (
	"context"

	"regulars/assets/locale"
	"regulars/reports/doc"
	"regulars/reports/typeset"
	"regulars/store/crm"
)

// Setup is the paper of a report.
type Setup struct {
	Paper Paper // zero = A4
	Texts Texts
}

// Margins and sizes of reports, mm and points.
const (
	sideMargin = 16.0
	topMargin  = 16.0
	footRoom   = 16.0
	cellPad    = 1.6
	tableSize  = 9.5
)

// Report lays a document out on pages: title, blocks, tables whose head stands on every page, and "page x of y" at the foot.
func Report(ctx context.Context, d doc.Document, o Setup) (*Layout, error) {
	s, err := newSetter(typeset.Clean(d.Title), d.Language, Calibration{})
	if err != nil {
		return nil, err
	}
	paper := o.Paper
	if paper.W == 0 {
		paper = A4
	}
	if d.Landscape {
		paper.W, paper.H = paper.H, paper.W
	}
	r := &report{setter: s, paper: paper, title: s.said(d.Title)}
	r.first(d)
	for _, b := range d.Blocks {
		if err := r.block(ctx, b); err != nil {
			return nil, err
		}
	}
	r.feet(o.Texts)
	return s.layout, nil
}

// report is a document being laid out from top to bottom.
type report struct {
	*setter
	paper Paper
	title string
	y     float64
}

// said cleans a text that belongs to no contact.
func (s *setter) said(text string) string { return s.clean(text, crm.ID{}, "") }

func (r *report) width() float64 { return r.paper.W - 2*sideMargin }

func (r *report) bottom() float64 { return r.paper.H - footRoom }

func (r *report) page() *Page { return &r.layout.Pages[len(r.layout.Pages)-1] }

func (r *report) turn() {
	r.newPage(r.paper.W, r.paper.H)
	r.y = topMargin
}

// room turns the page unless so many mm are left on it.
func (r *report) room(height float64) bool {
	if r.y+height <= r.bottom() || r.y == topMargin {
		return false
	}
	r.turn()
	return true
}

func (r *report) first(d doc.Document) {
	r.turn()
	r.text(d.Title, 18, true, Black, 1)
	if d.Subtitle != "" {
		r.text(d.Subtitle, 10.5, false, Grey, 1)
	}
	r.y += 3
}

// text sets running text and goes on below it.
func (r *report) text(text string, size float64, bold bool, ink Ink, gap float64) {
	for _, raw := range typeset.CleanLines(text) {
		for _, l := range r.fam.Wrap(r.said(raw), size, r.width(), bold) {
			r.room(pt(size) * 1.4)
			r.put(r.page(), Run{Text: l, X: sideMargin, Y: r.y + pt(size)*1.05, Size: size, Bold: bold, Ink: ink})
			r.y += pt(size) * 1.4
		}
	}
	r.y += gap
}

func (r *report) block(ctx context.Context, b doc.Block) error {
	switch b := b.(type) {
	case doc.Heading:
		r.heading(b)
	case doc.Paragraph:
		if b.Fine {
			r.text(b.Text, 9, false, Grey, 2)
		} else {
			r.text(b.Text, 10.5, false, Black, 2)
		}
	case doc.Figures:
		r.figures(b)
	case doc.Table:
		return r.table(ctx, b)
	}
	return nil
}

func (r *report) heading(h doc.Heading) {
	size := 13.0
	if h.Level > 1 {
		size = 11
	}
	if h.NewPage && r.y > topMargin+30 {
		r.turn()
	} else if !r.room(30) && r.y > topMargin {
		r.y += 4
	}
	r.text(h.Text, size, true, Black, 1.5)
}

// figures stand side by side, up to five in a row, the rows as equal as can be.
func (r *report) figures(all doc.Figures) {
	const high, most = 16.0, 5
	for rows := (len(all) + most - 1) / most; len(all) > 0; rows-- {
		n := (len(all) + rows - 1) / rows
		r.room(high + 4)
		wide := (r.width() - 3*float64(n-1)) / float64(n)
		for i, f := range all[:n] {
			r.figure(f, sideMargin+float64(i)*(wide+3), wide, high)
		}
		r.y += high + 4
		all = all[n:]
	}
}

func (r *report) figure(f doc.Figure, x, wide, high float64) {
	r.box(r.page(), Box{Rect: Rect{x, r.y, wide, high}, Round: 1.5, Line: 0.2, Ink: Pale})
	value, _ := r.fam.Cut(r.said(f.Value), 15, wide-6, true)
	label, _ := r.fam.Cut(r.said(f.Label), 8.5, wide-6, false)
	r.put(r.page(), Run{Text: value, X: x + 3, Y: r.y + 7.8, Size: 15, Bold: true})
	r.put(r.page(), Run{Text: label, X: x + 3, Y: r.y + 13, Size: 8.5, Ink: Grey})
}

// feet puts the title and the number of the page under each page, once their count is known.
func (r *report) feet(texts Texts) {
	count := len(r.layout.Pages)
	for i := range r.layout.Pages {
		p, y := &r.layout.Pages[i], r.paper.H-9
		title, _ := r.fam.Cut(r.title, 8, r.width()*0.7, false)
		r.put(p, Run{Text: title, X: sideMargin, Y: y, Size: 8, Ink: Grey})
		if texts != nil {
			page := texts.Text("print.page", locale.Values{"page": i + 1, "pages": count})
			r.right(p, Run{Text: r.said(page), X: r.paper.W - sideMargin, Y: y, Size: 8, Ink: Grey})
		}
	}
}
