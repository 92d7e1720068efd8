package mapping

import (
	"slices"
	"strings"
	"unicode"
)

// damage stands for a character that was lost before the file came to us: Stra�e.
const damage = '\uFFFD'

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == damage
}

// vocabulary lists every single word of the dictionary, in lower case, as far as one of them may lose a character: those with letters
// outside ASCII.
func vocabulary(lines string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(lines), func(r rune) bool { return !isWordRune(r) }) {
		if strings.ContainsFunc(w, func(r rune) bool { return r > 0x7F }) {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// repaired puts lost characters back into the words of a header, where the dictionary has one word that fits.
func repaired(header string, vocabulary []string) string {
	if !strings.ContainsRune(header, damage) {
		return header
	}
	words := strings.FieldsFunc(strings.ToLower(header), func(r rune) bool { return !isWordRune(r) })
	for i, w := range words {
		if strings.ContainsRune(w, damage) {
			words[i] = fitting(w, vocabulary)
		}
	}
	return strings.Join(words, " ")
}

func fitting(damaged string, vocabulary []string) string {
	for _, w := range vocabulary {
		if fits([]rune(damaged), []rune(w)) {
			return w
		}
	}
	return damaged
}

// fits compares letter by letter; a lost character fits any letter outside ASCII.
func fits(damaged, word []rune) bool {
	if len(damaged) != len(word) {
		return false
	}
	for i, r := range damaged {
		if r != word[i] && (r != damage || word[i] < 0x80) {
			return false
		}
	}
	return true
}
