package print

import (
	"strings"
)

// unit is what stands together in a vertical line: one upright sign, up to three digits side by side, a Latin word lying on its side, or a gap.
type unit struct {
	text string
	kind unitKind
}

type unitKind uint8

const (
	upright unitKind = iota
	digits
	lying
	blank
	wideBlank
)

// units takes a text apart for a vertical line. One to three digits stand side by side, more of them one below the other; Latin words lie on their side;
// everything else stands upright, punctuation in its vertical form.
func units(text string) []unit {
	var out []unit
	rest := []rune(text)
	for len(rest) > 0 {
		if n := span(rest, isDigit); n > 3 {
			for _, r := range rest[:n] {
				out = append(out, unit{string(r), digits})
			}
			rest = rest[n:]
			continue
		}
		u, n := nextUnit(rest)
		out = append(out, u)
		rest = rest[n:]
	}
	return out
}

func nextUnit(text []rune) (unit, int) {
	r := text[0]
	switch {
	case r == ' ':
		return unit{" ", blank}, 1
	case r == '\u3000':
		return unit{"\u3000", wideBlank}, 1
	case isDigit(r):
		n := span(text, isDigit)
		return unit{string(text[:n]), digits}, n
	case strings.ContainsRune("－‐–—−", r):
		return unit{string(r), lying}, 1
	case isLatin(r):
		n := span(text, func(r rune) bool { return isLatin(r) || isDigit(r) || strings.ContainsRune(".'-&/@_", r) })
		return unit{string(text[:n]), lying}, n
	}
	return unit{string(r), upright}, 1
}

func span(text []rune, ok func(rune) bool) int {
	n := 0
	for n < len(text) && ok(text[n]) {
		n++
	}
	return n
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isLatin tells letters that would look odd one below the other.
func isLatin(r rune) bool { return r > ' ' && r < 0x2000 && !isDigit(r) }

// extent is how much of a vertical line a unit takes, in mm. pitch is the distance from one sign to the next in parts of the size.
func (s *setter) extent(u unit, size, pitch float64, bold bool) float64 {
	switch u.kind {
	case blank:
		return pt(size) * 0.5
	case wideBlank:
		return pt(size)
	case lying:
		return s.fam.Width(u.text, size, bold) + pt(size)*0.15
	}
	return pt(size) * pitch
}

// length is the height of a vertical line in mm.
func (s *setter) length(text string, size, pitch float64, bold bool) float64 {
	sum := 0.0
	for _, u := range units(text) {
		sum += s.extent(u, size, pitch, bold)
	}
	return sum
}

// columns breaks a text into vertical lines no longer than a height in mm.
func (s *setter) columns(text string, size, pitch, height float64) []string {
	var out []string
	var now strings.Builder
	sum := 0.0
	for _, u := range units(text) {
		e := s.extent(u, size, pitch, false)
		if sum+e > height+1e-6 && now.Len() > 0 && !keepsWithBefore(u) {
			out = append(out, now.String())
			now.Reset()
			sum = 0
			if u.kind == blank || u.kind == wideBlank {
				continue
			}
		}
		now.WriteString(u.text)
		sum += e
	}
	return append(out, now.String())
}

// keepsWithBefore tells closing signs, which do not begin a line.
func keepsWithBefore(u unit) bool {
	return u.kind == upright && strings.ContainsAny(u.text, "，。、；：！？）」』】》ー々號樓室巷弄段")
}

// column adds a vertical run: x is the middle of the column, y its upper end.
func (s *setter) column(p *Page, text string, x, y, size, pitch float64, bold bool) {
	run := Run{Text: text, Size: size * s.adjust.Scale, Bold: bold, Vertical: true}
	run.X, run.Y = s.place(x, y)
	run.Width = s.adjust.Scale * s.stack(&run, text, x, y, size, pitch)
	p.Runs = append(p.Runs, run)
}

// stack adds the marks of a text to a run, one below the other from y, and gives the height that they take.
func (s *setter) stack(run *Run, text string, x, y, size, pitch float64) float64 {
	top := y
	for _, u := range units(text) {
		e := s.extent(u, size, pitch, run.Bold)
		if u.kind != blank && u.kind != wideBlank {
			run.Marks = append(run.Marks, s.markOf(u, x, top, e, size, run.Bold))
		}
		top += e
	}
	return top - y
}

// markOf gives a unit its place in the cell of a column that begins at top.
func (s *setter) markOf(u unit, x, top, extent, size float64, bold bool) Mark {
	em := pt(size)
	m := Mark{Text: u.text}
	switch w := s.fam.Width(u.text, size, bold); u.kind {
	case lying:
		m.Turn = true
		m.X, m.Y = x-em*0.35, top+em*0.075
	case digits:
		if w > em {
			m.Stretch = em / w
			w = em
		}
		m.X, m.Y = x-w/2, top+extent/2+em*0.366
	default:
		m.Form = true
		m.X, m.Y = x-w/2, top+(extent-em)/2+em*ascent
	}
	m.X, m.Y = s.place(m.X, m.Y)
	return m
}

// hanDigits writes numbers as they stand in formal vertical addresses, digit by digit: 125號 as 一二五號.
func hanDigits(text string) string {
	han := []rune("〇一二三四五六七八九")
	return strings.Map(func(r rune) rune {
		if isDigit(r) {
			return han[r-'0']
		}
		return r
	}, text)
}

// fitColumns finds the largest size at which a text stands in at most so many columns of a height.
func (s *setter) fitColumns(text string, size, smallest, pitch, height float64, most int) ([]string, float64, bool) {
	for ; ; size -= 0.5 {
		cols := s.columns(text, size, pitch, height)
		if len(cols) <= most {
			return cols, size, true
		}
		if size <= smallest {
			return cols[:most], size, false
		}
	}
}
