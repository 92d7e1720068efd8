package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text is a cell as people mean it: composed (Unicode NFC), without invisible characters and outer blanks, full-width Latin letters and
// digits in half width, full-width signs in half width where they belong to a code or an address (a＠b．com), and without the tricks
// that make a spreadsheet keep a zero (="0912", '0912). Line ends become \n, odd blanks plain ones.
func Text(s string) string {
	if isOrdinary(s) {
		return unquoteExcel(strings.TrimSpace(s))
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	return unquoteExcel(strings.TrimSpace(narrow(visible(s))))
}

// longestCell is the length in bytes above which a cell is no name, number, address or date, but a text that got into the wrong column. It
// keeps the work for one cell small whatever a file holds.
const longestCell = 4000

// tooLong notes a cell that is above longestCell.
func tooLong(text string) []Note {
	shown := []rune(text)
	return []Note{note(Problem, TextTooLong, string(shown[:min(60, len(shown))])+"…")}
}

// TextNoted is Text and, where more than outer blanks changed, a note about it.
func TextNoted(s string) (string, []Note) {
	out := Text(s)
	if out == s || out == strings.TrimSpace(s) {
		return out, nil
	}
	return out, []Note{note(Repair, TextRepaired, out)}
}

// Nothing reports whether a cell only says that it is empty: 無, -, N/A, NULL, 0. Null and Na written like names are names.
func Nothing(s string) bool {
	s = Text(s)
	if s == "" || nothingWords[s] {
		return true
	}
	if len(s) > 32 {
		return false
	}
	return strings.Trim(s, "0") == "" || strings.Trim(s, "-–—_.,/\\*?？。、·~～#=+|:;'\"()[]{}<>　 \n\t") == ""
}

var nothingWords = setOf(`無 无 沒有 没有 沒 没 無資料 无资料 無資訊 不詳 不详 不明 未知 未填 未填寫 未填写 未提供 未知電話 暫無 暂无 空白 空
	なし 無し ナシ 未定 없음
	N/A n/a N/a NA na N.A. n.a. N.A n.a NULL null (null) <null> [null] \N NIL nil NaN nan NONE none None #N/A #NULL! #REF! #VALUE! #NAME? #DIV/0! #NUM!
	undefined unknown UNKNOWN Unknown`)

// setOf makes a set of the words of a text.
func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// isPlain reports whether s is printable ASCII, which needs no repair of its characters.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// isOrdinary reports whether s is printable ASCII and unified Han characters alone, none of which has another form.
func isOrdinary(s string) bool {
	for _, r := range s {
		if (r < ' ' || r > '~') && (r < 0x4E00 || r > 0x9FFF) {
			return false
		}
	}
	return true
}

// unquoteExcel takes off what keeps a spreadsheet from making a number of a text: ="0912", '0912.
func unquoteExcel(s string) string {
	if len(s) > 3 && strings.HasPrefix(s, `="`) && strings.HasSuffix(s, `"`) {
		return strings.TrimSpace(strings.ReplaceAll(s[2:len(s)-1], `""`, `"`))
	}
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte("0123456789+=-@(", s[1]) >= 0 {
		return s[1:]
	}
	return s
}

// visible drops characters nobody sees, which break every comparison, and makes plain blanks and line ends of the odd ones. The joiners
// that Persian, Indic scripts and emoji need stay where those are.
func visible(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	before := rune(0)
	for i, r := range s {
		r = visibleRune(r, before, s[i+utf8.RuneLen(r):])
		if r >= 0 {
			b.WriteRune(r)
			before = r
		}
	}
	return b.String()
}

func visibleRune(r, before rune, rest string) rune {
	switch {
	case r == '\n':
		return r
	case r == '\r' && strings.HasPrefix(rest, "\n"):
		return -1
	case r == '\r', r == '\u2028', r == '\u2029', r == '\v', r == '\f', r == '\u0085':
		return '\n'
	case r == '\t', r != ' ' && unicode.Is(unicode.Zs, r):
		return ' '
	case r == '\u200c' || r == '\u200d':
		after, _ := utf8.DecodeRuneInString(rest)
		if needsJoiner(before) && needsJoiner(after) {
			return r
		}
		return -1
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r) && r != '\u06dd' && !isTag(r), r == '\u115f', r == '\u1160', r == '\u3164', r == '\uffa0':
		return -1
	}
	return r
}

// isTag reports the characters of which flags such as Scotland's are made.
func isTag(r rune) bool { return r >= 0xE0020 && r <= 0xE007F }

// needsJoiner reports whether a zero-width joiner beside r says something: in Arabic and Indic scripts and in emoji.
func needsJoiner(r rune) bool {
	return r >= 0x0600 && r <= 0x109F && !unicode.IsSpace(r) || r >= 0x2190 && r <= 0x2BFF || r >= 0x1F000 && r <= 0x1FAFF || r == '\uFE0F'
}

// narrow brings full-width Latin letters and digits to half width, and full-width signs between them.
func narrow(s string) string {
	if !strings.ContainsFunc(s, isWide) {
		return s
	}
	runes := []rune(s)
	for i, r := range runes {
		if isWide(r) && isWordRune(r-wideShift) {
			runes[i] = r - wideShift
		}
	}
	for i, r := range runes {
		if isWide(r) && strings.ContainsRune(codeSigns, r-wideShift) && besideWord(runes, i) {
			runes[i] = r - wideShift
		}
	}
	return string(runes)
}

// wideShift is the distance from ASCII to its full-width twins in Unicode.
const wideShift = 0xFEE0

// codeSigns are the signs that are part of numbers and addresses. Comma, colon and brackets are not: in Chinese text they are at home in
// full width.
const codeSigns = "@#+_%=*-./&~'"

func isWide(r rune) bool { return r > 0xFF00 && r < 0xFF5F }

func isWordRune(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}

func besideWord(runes []rune, i int) bool {
	return i > 0 && runes[i-1] < 0x80 && runes[i-1] > ' ' || i+1 < len(runes) && runes[i+1] < 0x80 && runes[i+1] > ' '
}

// half brings every full-width ASCII twin to half width; it is for comparing and for reading codes, not for keeping.
func half(s string) string {
	if isPlain(s) {
		return s
	}
	return strings.Map(halfRune, s)
}

func halfRune(r rune) rune {
	switch {
	case isWide(r):
		return r - wideShift
	case r == '\u3000':
		return ' '
	case r >= '\u2010' && r <= '\u2015', r == '\u2212', r == '\uFE63':
		return '-'
	case r == '\u301C':
		return '~'
	}
	return r
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

func isASCIILetters(s string) bool {
	for _, r := range s {
		if r >= 0x80 {
			return false
		}
	}
	return hasLetter(s)
}
