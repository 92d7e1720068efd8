package print

import (
	"regulars/reports/typeset"
	"regulars/store/crm"
)

// setter lays text of one layout and keeps the list of what could not be printed.
type setter struct {
	fam    *typeset.Family
	layout *Layout
	adjust Calibration
	told   map[crm.ID]map[rune]bool
	common map[rune]bool // told once for all: of a text that every page has
}

func newSetter(title, language string, adjust Calibration) (*setter, error) {
	fam, err := typeset.Load()
	if err != nil {
		return nil, err
	}
	if adjust.Scale == 0 {
		adjust.Scale = 1
	}
	return &setter{fam: fam, layout: &Layout{Title: title, Language: language}, adjust: adjust, told: map[crm.ID]map[rune]bool{}}, nil
}

func (s *setter) newPage(w, h float64) *Page {
	s.layout.Pages = append(s.layout.Pages, Page{Width: w, Height: h})
	return &s.layout.Pages[len(s.layout.Pages)-1]
}

// clean prepares a text of a contact for print and notes the characters that no font has.
func (s *setter) clean(text string, who crm.ID, name string) string {
	text = typeset.Clean(text)
	for _, r := range s.fam.Lacking(text) {
		if s.common[r] {
			continue
		}
		if s.told[who] == nil {
			s.told[who] = map[rune]bool{}
		}
		if !s.told[who][r] {
			s.told[who][r] = true
			s.layout.Unprintable = append(s.layout.Unprintable, Unprintable{who, name, r})
		}
	}
	return s.fam.Printable(text)
}

// cleanCommon notes the characters of a text that stands on every page, once and for no contact.
func (s *setter) cleanCommon(text string) {
	for _, r := range s.fam.Lacking(typeset.Clean(text)) {
		if s.common == nil {
			s.common = map[rune]bool{}
		}
		if !s.common[r] {
			s.common[r] = true
			s.layout.Unprintable = append(s.layout.Unprintable, Unprintable{Rune: r})
		}
	}
}

// place moves a point by the calibration.
func (s *setter) place(x, y float64) (float64, float64) {
	return x*s.adjust.Scale + s.adjust.X, y*s.adjust.Scale + s.adjust.Y
}

// rect moves and scales a rectangle by the calibration.
func (s *setter) rect(r Rect) Rect {
	x, y := s.place(r.X, r.Y)
	return Rect{x, y, r.W * s.adjust.Scale, r.H * s.adjust.Scale}
}

// put adds a horizontal run with its start at x on the baseline y.
func (s *setter) put(p *Page, r Run) {
	r.Width = s.fam.Width(r.Text, r.Size, r.Bold)
	if r.Stretch != 0 {
		r.Width *= r.Stretch
	}
	r.X, r.Y = s.place(r.X, r.Y)
	r.Size *= s.adjust.Scale
	r.Width *= s.adjust.Scale
	p.Runs = append(p.Runs, r)
}

// middle puts a run with its middle at x; right with its end at x.
func (s *setter) middle(p *Page, r Run) {
	r.X -= s.fam.Width(r.Text, r.Size, r.Bold) / 2
	s.put(p, r)
}

func (s *setter) right(p *Page, r Run) {
	r.X -= s.fam.Width(r.Text, r.Size, r.Bold)
	s.put(p, r)
}

func (s *setter) box(p *Page, b Box) {
	b.Rect = s.rect(b.Rect)
	p.Boxes = append(p.Boxes, b)
}

func (s *setter) skip(c *crm.Contact) {
	reason := NoAddress
	for _, a := range c.Addresses {
		if !a.Returned.IsZero() {
			reason = MailReturned
		}
	}
	s.layout.Skipped = append(s.layout.Skipped, Skipped{c.ID, c.Title(), reason})
}

// pt turns points into mm.
func pt(v float64) float64 { return v * typeset.MM }

// Where type stands within its line, in parts of the size: capitals and Chinese characters reach 0.88 above the baseline and 0.12 below.
const (
	ascent  = 0.88
	descent = 0.12
)
