package print

import (
	"context"

	"regulars/assets/locale"
	"regulars/store/crm"
)

// DefaultBadges is the name of the stock for badges where none is named: eight of 105 × 74 mm on A4.
const DefaultBadges = "A4-2x4"

// Badges lays out name badges, one an attendee: the event on top, the name as large as it goes, company and title below it.
func Badges(ctx context.Context, guests []Attendee, o BadgeOptions) (*Layout, error) {
	if o.Stock.Name == "" && o.Stock.W == 0 {
		stock, err := StockByName(DefaultBadges)
		if err != nil {
			return nil, err
		}
		o.Stock = stock
	}
	if err := o.Stock.Check(); err != nil {
		return nil, err
	}
	s, err := newSetter("", o.Texts.Tag(), o.Adjust)
	if err != nil {
		return nil, err
	}
	s.layout.Title = o.Texts.Text("print.badges.title", locale.Values{"event": o.Event.Name})
	sheet := newSheets(s, o.Stock, o.Start, o.Skip, false)
	for i := range guests {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s.badge(sheet, &guests[i], o)
	}
	return s.layout, nil
}

func (s *setter) badge(sheet *sheets, a *Attendee, o BadgeOptions) {
	p, cell := sheet.next(a.Contact.ID)
	in := o.Stock.inner()
	x, wide := cell.X+o.Stock.W/2, in.W
	clean := func(text string) string { return s.clean(text, a.Contact.ID, a.Name()) }
	small := min(9, o.Stock.H*0.13)
	if event, _ := s.fam.Cut(clean(o.Event.Name), small, wide, false); event != "" {
		s.middle(p, Run{Text: event, X: x, Y: cell.Y + in.Y + pt(small), Size: small, Ink: Grey})
	}
	below := s.badgeLines(a, clean)
	f := s.fitBlock(below, wide, in.H*0.36, min(13, o.Stock.H*0.19), 6)
	nameHigh := in.H - f.height - pt(small)*3
	name, size := s.fitLine(clean(a.Name()), wide, min(40, nameHigh/pt(1)*0.85), true)
	y := cell.Y + in.Y + pt(small)*1.6 + (nameHigh-pt(size))*0.5
	s.middle(p, Run{Text: name, X: x, Y: y + pt(size)*ascent, Size: size, Bold: true})
	y = cell.Y + o.Stock.H - in.Y - f.height - pt(small)*0.6
	for _, l := range f.lines {
		y += l.gap
		s.middle(p, Run{Text: l.text, X: x, Y: y + pt(l.size)*ascent, Size: l.size})
		y += pt(l.size)
	}
	if f.over {
		s.layout.Overflow = append(s.layout.Overflow, Overflow{a.Contact.ID, a.Name(), a.company()})
	}
}

func (s *setter) badgeLines(a *Attendee, clean func(string) string) []source {
	var out []source
	add := func(text string, ratio float64) {
		if text != "" {
			out = append(out, source{text: clean(text), ratio: ratio, gap: 0.15})
		}
	}
	add(a.company(), 1)
	if a.Contact.Kind == crm.Person {
		add(a.Contact.Current().Title, 0.85)
	}
	return out
}

// fitLine makes a single line as large as goes into a width, and cuts it at 9 points.
func (s *setter) fitLine(text string, width, size float64, bold bool) (string, float64) {
	for size > 9 && s.fam.Width(text, size, bold) > width {
		size -= 0.5
	}
	text, _ = s.fam.Cut(text, size, width, bold)
	return text, size
}
