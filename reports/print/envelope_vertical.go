package print

import (
	"strings"

	"regulars/store/crm"
)

// frame is the place of the name in the middle of a vertical envelope.
func (e *envelope) frame() Rect {
	w := min(34, max(24, e.o.Size.W*0.28))
	y := 27.0
	if e.o.Size.H < 170 {
		y = 22
	}
	return Rect{(e.o.Size.W - w) / 2, y, w, e.o.Size.H - y - max(18, e.o.Size.H*0.09)}
}

// vertical writes the Chinese envelope: the code in boxes at the upper right, the address on the right with the company left of it, the name large in
// the middle, the sender at the lower left, the stamp at the upper left.
func (e *envelope) vertical() {
	f := e.frame()
	if e.o.Frame && !e.o.Preprinted {
		e.box(e.page, Box{Rect: f, Line: 0.5, Ink: Red})
	}
	count := e.boxCount(e.to)
	scale := 1.0
	if room := e.o.Size.W - 12 - 24; count > 0 && boxesWidth(count, 1) > room {
		scale = room / boxesWidth(count, 1)
	}
	if count > 0 {
		e.boxes(e.to.PostalDigits(), count, e.o.Size.W-6-boxesWidth(count, scale), 7, scale)
	}
	e.stamp(6, 6)
	e.address(f)
	e.name(f)
	e.verticalSender(f)
}

// address fills the room right of the frame: address first, company and department left of it and lower.
func (e *envelope) address(f Rect) {
	left, right := f.X+f.W+2, e.o.Size.W-7
	top, height := f.Y+1, e.o.Size.H-f.Y-24
	text := e.written(strings.Join(e.to.Address, "\u3000"))
	work := e.work()
	cols, size, ok := e.fitColumns(text, 18, 13, 1.08, height, 1)
	if !ok {
		cols, size, ok = e.fitColumns(text, 15, 8, 1.08, height, 2)
	}
	if !ok {
		e.overflow(text)
	}
	x := right - pt(size)/2
	for _, c := range cols {
		e.column(e.page, c, x, top, size, 1.08, false)
		x -= pt(size) * 1.5
	}
	e.company(work, left, x+pt(size)*1.5-pt(size)/2, top, height)
}

// work is company, department and title, without the company where it is the addressee itself.
func (e *envelope) work() string {
	parts := []string{}
	if e.to.Name != "" {
		parts = append(parts, e.to.Company)
	}
	for _, s := range []string{e.to.Department, e.to.Abroad} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return e.cleaned(strings.TrimSpace(strings.Join(parts, "\u3000")))
}

// company stands between left and right, smaller and lower than the address.
func (e *envelope) company(text string, left, right, top, height float64) {
	if text == "" {
		return
	}
	most := 1
	if right-left > 12 {
		most = 2
	}
	indent := 18.0
	cols, size, ok := e.fitColumns(text, 13.5, 8, 1.08, height-indent, most)
	if !ok {
		e.overflow(text)
	}
	x := right - 1.5 - pt(size)/2
	for _, c := range cols {
		e.column(e.page, c, x, top+indent, size, 1.08, false)
		x -= pt(size) * 1.4
	}
}

// written cleans an address for vertical lines.
func (e *envelope) written(text string) string {
	text = e.cleaned(text)
	if e.o.HanDigits {
		text = hanDigits(text)
	}
	return text
}

// name is the addressee in the middle: name, title and opening word with more and more room between them.
func (e *envelope) name(f Rect) {
	parts := e.nameParts()
	const pitch = 1.22
	size := 36.0
	height := f.H - 10
	for size > 12 && e.nameLength(parts, size, pitch) > height {
		size -= 0.5
	}
	text := strings.Join(parts, " ")
	if e.nameLength(parts, size, pitch) > height {
		e.overflow(text)
	}
	x, y := f.X+f.W/2, f.Y+5+max(0, height-e.nameLength(parts, size, pitch))*0.38
	run := Run{Text: text, Size: size * e.adjust.Scale, Vertical: true}
	run.X, run.Y = e.place(x, y)
	for i, part := range parts {
		if i > 0 {
			y += pt(size) * nameGap(i, len(parts))
		}
		y += e.stack(&run, part, x, y, size, pitch)
	}
	e.page.Runs = append(e.page.Runs, run)
}

func (e *envelope) nameLength(parts []string, size, pitch float64) float64 {
	sum := 0.0
	for i, part := range parts {
		sum += e.length(part, size, pitch, false)
		if i > 0 {
			sum += pt(size) * nameGap(i, len(parts))
		}
	}
	return sum
}

// nameGap is the room before a part: more before the opening word, which comes last.
func nameGap(i, count int) float64 {
	if i == count-1 {
		return 0.75
	}
	return 0.3
}

func (e *envelope) nameParts() []string {
	all := []string{e.to.Before + firstText(e.to.Polite, e.to.Name, e.to.Company), e.to.After, e.to.Opening}
	if e.to.Polite != "" {
		all[1] = ""
	}
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, e.cleaned(s))
		}
	}
	return out
}

func firstText(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// verticalSender stands at the lower left, its postal code in boxes below it.
func (e *envelope) verticalSender(f Rect) {
	from, ok := e.sender()
	if !ok {
		return
	}
	bottom := e.o.Size.H - 24.0
	top := max(f.Y+30, e.o.Size.H*0.42)
	address := e.written(strings.Join(from.Address, "\u3000"))
	closing := "緘"
	if e.to.Opening == string(crm.OpeningSuperior) {
		closing = "謹緘"
	}
	name := e.cleaned(strings.Join(nonEmpty(e.o.Firm.Name, e.o.Firm.Contact, closing), "\u3000"))
	x := f.X - 5
	for _, text := range nonEmpty(address, name) {
		cols, size, _ := e.fitColumns(text, 12, 7, 1.06, bottom-top, 2)
		for _, c := range cols {
			x -= pt(size) / 2
			e.column(e.page, c, x, bottom-e.length(c, size, 1.06, false), size, 1.06, false)
			x -= pt(size) * 0.95
		}
		x -= 1
	}
	if n := min(e.boxCount(from), len(from.PostalDigits())); n > 0 {
		e.boxes(from.PostalDigits(), n, 8, e.o.Size.H-14, 0.75)
	}
}

func nonEmpty(all ...string) []string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
