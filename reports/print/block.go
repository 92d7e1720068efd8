package print

import "regulars/store/crm"

// line is one printed line of a block before it has a place.
type line struct {
	text string
	size float64
	bold bool
	gap  float64 // mm above it
}

// source is a line of an address as the contact has it, with its size relative to the address.
type source struct {
	text  string
	ratio float64
	bold  bool
	gap   float64 // in parts of its size
}

// fit is how a block of text came out.
type fit struct {
	lines  []line
	height float64
	over   bool // something was cut
}

// sources gives the lines of an address block with their weights: the name is bold and a little larger, company and department a little
// smaller.
func (s *setter) sources(to crm.MailTo, name string) []source {
	var out []source
	for _, l := range to.Lines() {
		src := source{text: s.clean(l.Text, to.Contact, name), ratio: 1}
		switch l.Kind {
		case crm.NameLine:
			src.ratio, src.bold, src.gap = 1, true, 0.1
		case crm.CompanyLine, crm.DepartmentLine:
			src.ratio = 1
		}
		out = append(out, src)
	}
	if len(out) > 0 {
		out[0].gap = 0
	}
	return out
}

// lineGap is the least free space between lines in parts of the size.
const lineGap = 0.25

// postGap is the free space in mm that the post office wants between the lines of an address on a label.
const postGap = 2.0

// spread moves the lines of a block apart as far as the post office wants and the height allows.
func (f fit) spread(h float64) fit {
	n := len(f.lines) - 1
	if n < 1 {
		return f
	}
	room := max(0, h-f.height) / float64(n)
	for i := range f.lines[1:] {
		l := &f.lines[i+1]
		more := min(room, max(0, postGap-l.gap))
		l.gap += more
		f.height += more
	}
	return f
}

// fitBlock sets lines into a width and a height, the address at most in the given size and at least in the smallest. When even that is too large, lines at the end of
// the longest text are cut.
func (s *setter) fitBlock(src []source, w, h, size, smallest float64) fit {
	for at := size; ; at -= 0.5 {
		last := at <= smallest
		if last {
			at = smallest
		}
		f := s.flow(src, w, at)
		if f.height <= h+1e-6 {
			return f
		}
		if last {
			return s.cut(f, w, h)
		}
	}
}

// flow breaks lines in a size; words that are longer than a line leave it to Wrap to break them.
func (s *setter) flow(src []source, w, size float64) fit {
	var f fit
	for _, l := range src {
		if l.text == "" {
			continue
		}
		own := size * l.ratio
		if l.ratio > 1 && s.fam.Width(l.text, own, l.bold) > w {
			own = size // a long name is rather set smaller than broken
		}
		for i, text := range s.fam.WrapAddress(l.text, own, w, l.bold) {
			gap := pt(own) * lineGap
			if i == 0 {
				gap += pt(own) * l.gap
			}
			if len(f.lines) == 0 {
				gap = 0
			}
			f.lines = append(f.lines, line{text, own, l.bold, gap})
			f.height += gap + pt(own)
		}
	}
	return f
}

// cut drops lines before the last one, which is the name in Chinese and the country in Western addresses, until the block fits.
func (s *setter) cut(f fit, w, h float64) fit {
	for f.height > h && len(f.lines) > 1 {
		i := max(len(f.lines)-2, 0)
		f.height -= f.lines[i].gap + pt(f.lines[i].size)
		f.lines = append(f.lines[:i:i], f.lines[i+1:]...)
		if i > 0 {
			f.lines[i-1].text, _ = s.fam.Cut(f.lines[i-1].text+"…", f.lines[i-1].size, w, f.lines[i-1].bold)
		}
		f.over = true
	}
	return f
}

// draw puts a block with its upper left corner at (x, y).
func (s *setter) draw(p *Page, f fit, x, y float64) {
	for _, l := range f.lines {
		y += l.gap
		s.put(p, Run{Text: l.text, X: x, Y: y + pt(l.size)*ascent, Size: l.size, Bold: l.bold})
		y += pt(l.size)
	}
}
