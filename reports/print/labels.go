package print

import (
	"context"
	"fmt"

	"regulars/store/crm"
)

// Labels lays out address labels, one a contact (or as many as Copies says), in the order given. Contacts without an address are listed as skipped; what
// does not fit is set smaller and, as the last resort, cut and listed.
func Labels(ctx context.Context, contacts []crm.Contact, o LabelOptions) (*Layout, error) {
	if err := o.Stock.Check(); err != nil {
		return nil, err
	}
	s, err := newSetter("", "", o.Adjust)
	if err != nil {
		return nil, err
	}
	o = o.filled()
	area := o.Stock.inner()
	sheet := newSheets(s, o.Stock, o.Start, o.Skip, o.Outline)
	for i := range contacts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c := &contacts[i]
		to, ok := o.Mail.Mail(c)
		if !ok {
			s.skip(c)
			continue
		}
		s.label(sheet, area, to, c.Title(), o)
	}
	return s.layout, nil
}

func (o LabelOptions) filled() LabelOptions {
	o.Copies = max(o.Copies, 1)
	if o.Size == 0 {
		o.Size = DefaultSize
	}
	if o.Smallest == 0 {
		o.Smallest = min(SmallestSize, o.Size)
	}
	return o
}

func (s *setter) label(sheet *sheets, area Rect, to crm.MailTo, name string, o LabelOptions) {
	f := s.fitBlock(s.sources(to, name), area.W, area.H, o.Size, o.Smallest).spread(area.H)
	if f.over {
		s.layout.Overflow = append(s.layout.Overflow, Overflow{to.Contact, name, to.NameLine()})
	}
	for range o.Copies {
		p, cell := sheet.next(to.Contact)
		s.draw(p, f, cell.X+area.X, cell.Y+area.Y+max(0, (area.H-f.height)/2))
	}
}

// inner is the part of a label that is written on, relative to its corner: 4 mm away from the edges where the labels meet those of the paper, since printers
// leave that much free, and the inscribed square of a round label.
func (st Stock) inner() Rect {
	if st.Shape != Rectangle {
		return Rect{st.W * 0.16, st.H * 0.16, st.W * 0.68, st.H * 0.68}
	}
	x, y := min(4, st.W*0.07), min(2.5, st.H*0.09)
	for _, c := range st.Cells() {
		if c.X < 2 || c.X+c.W > st.Paper.W-2 {
			x = max(x, 5)
		}
		if c.Y < 2 || c.Y+c.H > st.Paper.H-2 {
			y = max(y, min(4, st.H*0.14))
		}
	}
	return Rect{x, y, st.W - 2*x, st.H - 2*y}
}

// Outline is a test page: the edges of all labels of a sheet, each with its number, to be printed on plain paper and held against the sheet.
func Outline(stock Stock, adjust Calibration) (*Layout, error) {
	if err := stock.Check(); err != nil {
		return nil, err
	}
	s, err := newSetter(stock.Name, "", adjust)
	if err != nil {
		return nil, err
	}
	p := s.newPage(stock.Paper.W, stock.Paper.H)
	for i, c := range stock.Cells() {
		s.edge(p, stock, c, false)
		size := min(10, stock.H*2)
		s.middle(p, Run{Text: fmt.Sprint(i + 1), X: c.X + c.W/2, Y: c.Y + c.H/2 + pt(size)*0.36, Size: size, Ink: Grey})
		p.Cells = append(p.Cells, Cell{Rect: s.rect(c), Number: i + 1})
	}
	return s.layout, nil
}

// edge draws the outline of a label.
func (s *setter) edge(p *Page, stock Stock, c Rect, guide bool) {
	round := stock.Round
	if stock.Shape != Rectangle {
		round = max(stock.W, stock.H)
	}
	s.box(p, Box{Rect: c, Round: round, Line: 0.15, Ink: Grey, Guide: guide})
}
