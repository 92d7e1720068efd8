package typeset

import (
	"strings"
	"unicode"
)

// Closing signs must not begin a line, opening ones must not end one (JIS X 4051 and the Taiwanese style manual agree on these).
const (
	notFirst = "，。、；：！？）」』】》〉〕］｝”’…—～·・％%,.;:!?)]}>°℃々ー－ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
	notLast  = "（「『【《〈〔［｛“‘([{<$＄￥¥£€#＃"
)

// Wrap breaks a cleaned text into lines no longer than width mm at a size in points. Chinese breaks between any two characters but for closing signs at
// the start and opening ones at the end of a line; Latin words and numbers stay whole unless one alone is longer than a line. Nothing is lost: the
// lines put together are the text without the blanks at which it was broken.
func (fam *Family) Wrap(s string, size, width float64, bold bool) []string {
	if fam.Width(s, size, bold) <= width {
		return []string{s}
	}
	text := []rune(s)
	var lines []string
	for _, l := range fam.WrapMixed(text, size, width, func(int) bool { return bold }) {
		lines = append(lines, string(text[l.From:l.To]))
	}
	return lines
}

// LongestWord is the length in mm of the longest piece of a text that Wrap does not break without need.
func (fam *Family) LongestWord(s string, size float64, bold bool) float64 {
	text := []rune(s)
	longest, from := 0.0, 0
	for i := 1; i <= len(text); i++ {
		if i < len(text) && !mayBreak(text[i-1], text[i]) {
			continue
		}
		longest = max(longest, fam.Width(strings.TrimSpace(string(text[from:i])), size, bold))
		from = i
	}
	return longest
}

// Range is a piece of a text, from a rune up to but not including another.
type Range struct{ From, To int }

// WrapMixed is Wrap for a text in which some characters are bold. The blanks at which it breaks are in none of the ranges.
func (fam *Family) WrapMixed(text []rune, size, width float64, bold func(i int) bool) []Range {
	limit := width / (size * MM)
	var lines []Range
	for at := 0; at < len(text); {
		n := fam.fits(text, at, limit, bold)
		cut := breakBefore(text, at, n)
		end := cut
		for end > at && isBlank(text[end-1]) {
			end--
		}
		lines = append(lines, Range{at, end})
		for at = cut; at < len(text) && isBlank(text[at]); {
			at++
		}
	}
	return lines
}

// fits is where a line that begins at from has to end, at least one character on. Blanks at its end may stick out.
func (fam *Family) fits(text []rune, from int, limit float64, bold func(int) bool) int {
	sum := 0.0
	for i := from; i < len(text); i++ {
		sum += fam.advance(text[i], bold(i))
		if sum > limit+1e-6 && i > from && !isBlank(text[i]) {
			return i
		}
	}
	return len(text)
}

// breakBefore finds the last place at or before n where the line that begins at from may end; n itself when there is none.
func breakBefore(text []rune, from, n int) int {
	if n >= len(text) {
		return len(text)
	}
	for i := n; i > from; i-- {
		if mayBreak(text[i-1], text[i]) {
			return i
		}
	}
	return n
}

func mayBreak(before, after rune) bool {
	switch {
	case isBlank(after):
		return false // the blank goes with the line before
	case isBlank(before):
		return true
	case strings.ContainsRune(notFirst, after) || strings.ContainsRune(notLast, before):
		return false
	case before == '-' || before == '/':
		return !isDigit(after)
	case isDigit(before) && unicode.Is(unicode.Han, after):
		return false // a number stays with what it counts: 12樓, 3月
	}
	return wide(before) || wide(after)
}

func isBlank(r rune) bool { return r == ' ' || r == '\u3000' }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// wide tells signs that stand in the square grid of East Asian text from letters of words.
func wide(r rune) bool {
	return r >= 0x2e80 && r < 0xa4d0 || r >= 0xac00 && r < 0xd7b0 || r >= 0xf900 && r < 0xfb00 || r >= 0xfe30 && r < 0xfe50 || r >= 0xff00 && r < 0xffef || r >= 0x20000 && r < 0x40000 || r == Missing
}

// Wide reports whether a sign stands in the square grid of East Asian text.
func Wide(r rune) bool { return wide(r) }

// Cut shortens a text to a width and ends it with an ellipsis; cut tells whether it had to.
func (fam *Family) Cut(s string, size, width float64, bold bool) (short string, cut bool) {
	if fam.Width(s, size, bold) <= width {
		return s, false
	}
	text := []rune(s)
	for n := len(text) - 1; n > 0; n-- {
		if short = strings.TrimRight(string(text[:n]), " ") + "…"; fam.Width(short, size, bold) <= width {
			return short, true
		}
	}
	return "…", true
}
