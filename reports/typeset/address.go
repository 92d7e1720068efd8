package typeset

import (
	"slices"
	"strings"
)

// WrapAddress breaks a cleaned text as Wrap does, into no more lines, but chooses among the places where it may break: behind a whole part of an
// address (路, 段, 巷, 弄, 號, 樓; in Latin script behind a comma) rather than inside one, and never so that one or two characters stand alone on a line
// where another choice avoids it.
func (fam *Family) WrapAddress(s string, size, width float64, bold bool) []string {
	greedy := fam.Wrap(s, size, width, bold)
	if len(greedy) < 2 || len(greedy) > mostAddressLines {
		return greedy
	}
	b := breaker{fam: fam, text: []rune(s), limit: width / (size * MM), bold: bold}
	ends, ok := b.best(0, len(greedy))
	if !ok {
		return greedy // a word is longer than a line
	}
	var out []string
	from := 0
	for _, end := range ends {
		out = append(out, strings.Trim(string(b.text[from:end]), " \u3000"))
		from = end
	}
	return out
}

// mostAddressLines is how many lines are taken for an address or the like, and not for running text.
const mostAddressLines = 6

// breaker looks for the best places to break a short text.
type breaker struct {
	fam   *Family
	text  []rune
	limit float64 // length of a line in parts of the size
	bold  bool
	memo  map[[2]int]choice
}

// choice is how best to set the text from a place in a number of lines.
type choice struct {
	cost float64
	end  int // of the first of these lines
	ok   bool
}

// best gives the ends of the lines in which the text from a place is set best. ok is false where it cannot be done.
func (b *breaker) best(from, lines int) (ends []int, ok bool) {
	b.memo = map[[2]int]choice{}
	if !b.choose(from, lines).ok {
		return nil, false
	}
	for ; lines > 0; lines-- {
		from = b.choose(from, lines).end
		ends = append(ends, from)
	}
	return ends, true
}

func (b *breaker) choose(from, lines int) choice {
	key := [2]int{from, lines}
	if c, known := b.memo[key]; known {
		return c
	}
	var best choice
	for end := from + 1; end <= len(b.text); end++ {
		width := b.width(from, end)
		if width > b.limit+1e-6 {
			break
		}
		c, ok := b.cost(from, end, lines, width)
		if ok && (!best.ok || c < best.cost) {
			best = choice{c, end, true}
		}
	}
	b.memo[key] = best
	return best
}

// cost is that of a line and of the best ones after it. Lines grow from left to right, so that the latest of equal breaks loses.
func (b *breaker) cost(from, end, lines int, width float64) (float64, bool) {
	own := shortCost(b.runes(from, end))
	if end == len(b.text) {
		return own, lines == 1
	}
	if lines == 1 || !mayBreak(b.text[end-1], b.text[end]) {
		return 0, false
	}
	rest := b.choose(end, lines-1)
	free := 1 - width/b.limit
	return own + breakCost(b.text, end) + 2*free*free + rest.cost, rest.ok
}

// width is the length of a line without the blanks at its ends.
func (b *breaker) width(from, end int) float64 {
	for end > from && isBlank(b.text[end-1]) {
		end--
	}
	sum := 0.0
	for _, r := range b.text[from:end] {
		sum += b.fam.advance(r, b.bold)
	}
	return sum
}

// runes counts the characters of a line that are no blanks.
func (b *breaker) runes(from, end int) int {
	n := 0
	for _, r := range b.text[from:end] {
		if !isBlank(r) {
			n++
		}
	}
	return n
}

// shortCost is that of a line of so few characters.
func shortCost(runes int) float64 {
	switch {
	case runes <= 2:
		return 40
	case runes == 3:
		return 6
	}
	return 0
}

// breakCost is that of a break before a place: nothing behind a part of an address, more inside one, most between a number and its unit.
func breakCost(text []rune, at int) float64 {
	before, after := text[at-1], text[at]
	switch {
	case isBlank(before):
		if at > 1 && strings.ContainsRune(",，;", text[at-2]) {
			return 0
		}
		return 1.5
	case strings.ContainsRune("之-", after):
		return 5 // 22號之3
	case strings.ContainsRune("路街道", before) && slices.Contains(text[at:min(at+3, len(text))], '段'):
		return 1 // 中山北路三段
	case strings.ContainsRune("縣市區鄉鎮村里路街段巷弄號樓室,，、", before):
		return 0
	case strings.ContainsRune("縣市區鄉鎮村里鄰路街道段巷弄號樓室", after):
		return 5
	}
	return 3
}
