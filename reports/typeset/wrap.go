package typeset

import (
	"strings"
	"unicode"
)

// Closing signs must not begin a line, opening ones must not end one (JIS X 4051 and the Taiwanese style manual agree on these).
const (
	notFirst = "，。、；：！？）」』】》〉〕］｝”’…—～·・％%,.;:!?)]}>°℃々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
	notLast  = "（「『【《〈〔［｛“‘([{<$＄￥¥£€#＃"
)

// Wrap breaks a cleaned text into lines no longer than width mm at a size in points. Chinese breaks between any two characters but for closing signs at
// the start and opening ones at the end of a line; Latin words and numbers stay whole unless one alone is longer than a line. Nothing is lost: the
// lines put together are the text without the blanks at which it was broken.
func (fam *Family) Wrap(s string, size, width float64, bold bool) []string {
	if fam.Width(s, size, bold) <= width {
		return []string{s}
	}
	limit := width / (size * MM)
	text := []rune(s)
	var lines []string
	for len(text) > 0 {
		n := fam.fits(text, limit, bold)
		cut := breakBefore(text, n)
		lines = append(lines, strings.TrimRight(string(text[:cut]), " \u3000"))
		text = skipBlanks(text[cut:])
	}
	return lines
}

// fits is how many characters go into a line, at least one. Blanks at its end may stick out.
func (fam *Family) fits(text []rune, limit float64, bold bool) int {
	sum := 0.0
	for i, r := range text {
		sum += fam.advance(r, bold)
		if sum > limit+1e-6 && i > 0 && !isBlank(r) {
			return i
		}
	}
	return len(text)
}

// breakBefore finds the last place at or before n where the line may end; n itself when there is none.
func breakBefore(text []rune, n int) int {
	if n >= len(text) {
		return len(text)
	}
	for i := n; i > 0; i-- {
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

func skipBlanks(text []rune) []rune {
	for len(text) > 0 && isBlank(text[0]) {
		text = text[1:]
	}
	return text
}

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
