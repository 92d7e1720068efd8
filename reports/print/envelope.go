package print

import (
	"context"
	"fmt"

	"regulars/store/crm"
)

// Envelopes lays out one envelope a contact. The vertical style is the Chinese one; mail to a Western address is always written horizontally, also on
// an envelope that stands upright.
func Envelopes(ctx context.Context, contacts []crm.Contact, o EnvelopeOptions) (*Layout, error) {
	if !(o.Size.W >= 60 && o.Size.W <= 600 && o.Size.H >= 60 && o.Size.H <= 600) {
		return nil, fmt.Errorf("%w: %g × %g mm", ErrNoEnvelope, o.Size.W, o.Size.H)
	}
	s, err := newSetter("", "", o.Adjust)
	if err != nil {
		return nil, err
	}
	if o.Style == "" {
		o.Style = o.Size.Style
	}
	for i := range contacts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s.envelope(&contacts[i], o)
	}
	return s.layout, nil
}

func (s *setter) envelope(c *crm.Contact, o EnvelopeOptions) {
	to, ok := o.Mail.Mail(c)
	if !ok {
		s.skip(c)
		return
	}
	p := s.newPage(o.Size.W, o.Size.H)
	p.Cells = []Cell{{Rect: Rect{0, 0, o.Size.W, o.Size.H}, Contact: c.ID, Number: 1}}
	e := &envelope{setter: s, page: p, o: o, to: to, who: c.Title()}
	if o.Style == Vertical && to.Script != crm.WesternMail {
		e.vertical()
		return
	}
	e.horizontal()
}

// envelope is one envelope being laid out.
type envelope struct {
	*setter
	page *Page
	o    EnvelopeOptions
	to   crm.MailTo
	who  string
}

func (e *envelope) cleaned(text string) string { return e.clean(text, e.to.Contact, e.who) }

func (e *envelope) overflow(text string) {
	e.layout.Overflow = append(e.layout.Overflow, Overflow{e.to.Contact, e.who, text})
}

// sender is our own address as a contact, so that it is written by the same rules.
func (e *envelope) sender() (crm.MailTo, bool) {
	if e.o.Firm.Name == "" {
		return crm.MailTo{}, false
	}
	c := crm.Contact{Kind: crm.Company, Name: crm.Name{Full: e.o.Firm.Name}, Addresses: []crm.Address{e.o.Firm.Address}}
	to, _ := e.o.Mail.Mail(&c)
	return to, true
}

// The boxes for postal codes, mm.
const (
	boxWide = 6.6
	boxHigh = 7.6
	boxGap  = 0.7
	boxPart = 2.6 // between the first three digits and the rest
)

// boxes draws the boxes of a postal code, count of them, and its digits as one run; the first box begins at x. Pre-printed envelopes get the digits
// alone.
func (e *envelope) boxes(code string, count int, x, y, scale float64) {
	size := 15.0 * scale
	run := Run{Text: code, Size: size * e.adjust.Scale, Width: boxesWidth(count, scale) * e.adjust.Scale}
	run.X, run.Y = e.place(x, y+boxHigh*scale/2+pt(size)*0.366)
	for i := range count {
		at := x + scale*boxOffset(i)
		if !e.o.Preprinted {
			e.box(e.page, Box{Rect: Rect{at, y, boxWide * scale, boxHigh * scale}, Line: 0.3, Ink: Red})
		}
		if i < len(code) {
			m := Mark{Text: code[i : i+1], Y: run.Y}
			m.X, _ = e.place(at+(boxWide*scale-e.fam.Width(m.Text, size, false))/2, 0)
			run.Marks = append(run.Marks, m)
		}
	}
	if code != "" {
		e.page.Runs = append(e.page.Runs, run)
	}
}

func boxOffset(i int) float64 {
	off := float64(i) * (boxWide + boxGap)
	if i >= 3 {
		off += boxPart - boxGap
	}
	return off
}

func boxesWidth(count int, scale float64) float64 {
	return scale * (boxOffset(count-1) + boxWide)
}

// boxCount is how many boxes a code gets: seven in Japan, six in China and Taiwan, five for the old Taiwanese codes of five digits, none where there
// are no codes or the envelope has no place for them.
func (e *envelope) boxCount(to crm.MailTo) int {
	switch {
	case e.o.Size.Boxes == 0 || to.Country == "HK" || to.Country == "MO":
		return 0
	case to.Script == crm.JapaneseMail || to.Country == "JP":
		return 7
	case len(to.PostalDigits()) == 5:
		return 5
	}
	return 6
}

func (e *envelope) stamp(x, y float64) {
	if !e.o.Stamp || e.o.Preprinted {
		return
	}
	const w, h = 18, 22
	e.box(e.page, Box{Rect: Rect{x, y, w, h}, Line: 0.2, Ink: Grey, Dash: true})
	word := "郵票"
	if e.to.Script == crm.WesternMail {
		word = "STAMP"
	}
	e.middle(e.page, Run{Text: word, X: x + w/2, Y: y + h/2 + 1, Size: 8, Ink: Grey})
}
