package print

import "regulars/store/crm"

// horizontal writes the sender at the upper left, the stamp at the upper right and the address right of the middle. The lower 20 mm stay free for the
// bar code of the sorting machine.
func (e *envelope) horizontal() {
	w, h := e.o.Size.W, e.o.Size.H
	e.horizontalSender(min(w*0.45, 95))
	e.stamp(w-24, 6)
	left := max(w*0.36, 15)
	if w < h {
		left = max(w*0.18, 15)
	}
	area := Rect{left, max(h*0.34, 33), w - left - 12, 0}
	area.H = h - 21 - area.Y
	src := e.recipient(&area)
	f := e.fitBlock(src, area.W, area.H, 14, 8)
	if f.over {
		e.overflow(e.to.NameLine())
	}
	e.draw(e.page, f, area.X, area.Y+max(0, min(6, area.H-f.height)))
}

// recipient gives the lines of the address. A postal code in boxes takes its room from the top of the area.
func (e *envelope) recipient(area *Rect) []source {
	count := e.boxCount(e.to)
	boxed := count > 0 && e.to.Script != crm.WesternMail && e.to.PostalDigits() != ""
	if boxed {
		e.boxes(e.to.PostalDigits(), count, area.X, area.Y, 0.85)
		area.Y += boxHigh*0.85 + 2
		area.H -= boxHigh*0.85 + 2
	}
	var out []source
	for _, l := range e.to.Lines() {
		if l.Kind == crm.PostalLine && boxed {
			continue
		}
		src := source{text: e.cleaned(l.Text), ratio: 1, gap: 0.1}
		if l.Kind == crm.NameLine && e.to.Script != crm.WesternMail {
			src.ratio, src.bold, src.gap = 1.25, true, 0.25
		}
		if l.Kind == crm.NameLine && e.to.Script == crm.WesternMail {
			src.bold = true
		}
		out = append(out, src)
	}
	return out
}

func (e *envelope) horizontalSender(width float64) {
	from, ok := e.sender()
	if !ok {
		return
	}
	var src []source
	add := func(text string, bold bool) {
		if text != "" {
			src = append(src, source{text: e.cleaned(text), ratio: 1, bold: bold})
		}
	}
	name := e.o.Firm.Name
	if e.o.Firm.Contact != "" {
		name += "　" + e.o.Firm.Contact
	}
	if from.Script == crm.WesternMail {
		add(name, true)
	}
	add(from.PostalLine(), false)
	for _, l := range from.Address {
		add(l, false)
	}
	if from.Script != crm.WesternMail {
		add(name+"　緘", true)
	}
	e.draw(e.page, e.fitBlock(src, width, 24, 9.5, 6.5), 9, 8)
}
