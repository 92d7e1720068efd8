package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"regulars/assets/tables"
)

// Fold brings text into the form in which search compares it: compatibility forms and widths made equal (NFKC), lower case, no accents,
// variant and traditional characters as one simplified character, hiragana as katakana, dots and apostrophes inside names dropped, blanks
// reduced to one and dropped between Chinese or Japanese characters. Folding twice changes nothing more.
func Fold(s string) string { return string(appendFold(nil, s)) }

// appendFold appends the folded text.
func appendFold(out []byte, s string) []byte {
	if !isPlain(s) {
		s = norm.NFC.String(foldRunes(norm.NFKD.String(dropMarks(s))))
	}
	start := len(out)
	var last rune // the last character written, 0 at the beginning
	blank := false
	for _, r := range s {
		if r < utf8.RuneSelf {
			r = foldASCII(r)
		} else if isHan(r) {
			r = tables.Variant(r)
		}
		if r == ' ' {
			blank = true
			continue
		}
		if r == 0 {
			continue
		}
		if blank && len(out) > start && !(isWide(last) && isWide(r)) {
			out = append(out, ' ')
		}
		out, last, blank = utf8.AppendRune(out, r), r, false
	}
	return out
}

// isPlain reports whether a text is of ASCII and everyday Chinese characters alone, which need no normalisation.
func isPlain(s string) bool {
	for _, r := range s {
		if r >= utf8.RuneSelf && !(r >= 0x3400 && r <= 0x4DBF || r >= 0x4E00 && r <= 0x9FFF) {
			return false
		}
	}
	return true
}

// dropMarks removes what normalisation would take apart into a blank and an accent: the tones of Bopomofo and loose accents.
func dropMarks(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'ˉ', 'ˊ', 'ˇ', 'ˋ', '˙', '´', '¨', '¯', '¸', '\u1FBD', '\u1FBF', '\u1FC0', '\u1FFE', '\u037A', '\u0384', '\u0385':
			return -1
		}
		return r
	}, s)
}

func foldASCII(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r <= ' ' || r == 0x7F:
		return ' '
	case r == '\'' || r == '`':
		return 0
	}
	return r
}

// foldRunes folds what stands beyond plain text, character by character, in a text taken apart by NFKD.
func foldRunes(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch to := foldRune(r); {
		case to == 0:
		case to < 0:
			b.WriteString(ligature(-to))
		default:
			b.WriteRune(to)
		}
	}
	return b.String()
}

// foldRune gives the folded character, 0 for one that is dropped, and less than 0 for one that becomes several letters.
func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return r
	case 0x300 <= r && r <= 0x36F, 0xFE00 <= r && r <= 0xFE0F, 0xE0100 <= r && r <= 0xE01EF:
		return 0 // accents and variation selectors
	case 0x3041 <= r && r <= 0x3096 || r == 0x309D:
		return r + 0x60 // katakana
	case isHan(r):
		return tables.Variant(r)
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return ' '
	}
	if to, ok := foldSign(r); ok {
		return to
	}
	return foldLetter(unicode.ToLower(r))
}

// foldSign makes signs equal that people use for one another.
func foldSign(r rune) (rune, bool) {
	switch r {
	case '·', '‧', '•', '・', '∙', '⋅', '‘', '’', 'ʼ', 'ʹ', '′', '‛':
		return 0, true // the dot and the apostrophe inside a name
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF', '\u061C':
		return 0, true // invisible
	case '‐', '‑', '‒', '–', '—', '―', '−', '─':
		return '-', true
	case '“', '”', '„', '「', '」', '『', '』', '«', '»':
		return '"', true
	case '、', '。':
		return ',', true
	case '〜', '～':
		return '~', true
	}
	return r, false
}

// foldLetter takes letters that have no decomposition to their plain ones.
func foldLetter(r rune) rune {
	switch r {
	case 'ø':
		return 'o'
	case 'đ', 'ð':
		return 'd'
	case 'ł':
		return 'l'
	case 'ħ':
		return 'h'
	case 'ı':
		return 'i'
	case 'ŧ':
		return 't'
	case 'ς':
		return 'σ'
	case 'ß', 'æ', 'œ', 'þ':
		return -r
	}
	return r
}

func ligature(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	}
	return "th"
}

// isHan reports whether the character is Chinese.
func isHan(r rune) bool {
	return r >= 0x3400 && (r <= 0x4DBF || r >= 0x4E00 && r <= 0x9FFF || r >= 0x20000 && r <= 0x3FFFF || r >= 0xF900 && r <= 0xFAFF)
}

// isWide reports whether the character is of a script that is written without blanks: Chinese and kana.
func isWide(r rune) bool {
	return isHan(r) || r >= 0x3040 && r <= 0x30FF && r != 0x3099 && r != 0x309A || r == '々' || r == '〇'
}

// isBopomofo reports whether the character is a symbol of Zhuyin.
func isBopomofo(r rune) bool { return r >= 0x3105 && r <= 0x312F }
