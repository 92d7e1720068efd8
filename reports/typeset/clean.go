package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean makes a text fit for one printed line: valid UTF-8, composed (NFC), without control characters, marks of direction, zero-width characters and
// variation selectors; line breaks and tabs become blanks.
func Clean(s string) string {
	if plain(s) {
		return s
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(cleanRune, s)
}

// CleanLines is Clean for a text of several lines: it splits at every kind of line break.
func CleanLines(s string) []string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n").Replace(s)
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = Clean(lines[i])
	}
	return lines
}

// plain reports whether there is nothing to clean: printable ASCII and Han, which is what nearly all texts are made of.
func plain(s string) bool {
	for _, r := range s {
		if (r < ' ' || r > '~') && (r < 0x4e00 || r > 0x9fff) && (r < 0xff01 || r > 0xff5e) {
			return false
		}
	}
	return true
}

func cleanRune(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u00a0' || r == '\u202f':
		return ' '
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe01ff: // variation selectors, language tags
		return -1
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
		return -1
	case unicode.Is(unicode.Zs, r) && r != ' ' && r != '\u3000':
		return ' '
	case r == utf8.RuneError:
		return '□'
	}
	return r
}
