package clean

import (
	"strings"
	"unicode"

	"regulars/store/crm"
)

// westWords are the words of a Western name while it is taken apart from both ends.
type westWords struct {
	words []string
	name  crm.Name
}

// westName reads a name in Latin letters. Names in other alphabets (Cyrillic, Greek, Arabic, Thai …) are kept whole.
func westName(s string) (crm.Name, []Note) {
	if !mostlyLatin(s) || strings.ContainsFunc(s, unicode.IsDigit) {
		return crm.Name{Full: s}, nil
	}
	s, nickname := cutNickname(s)
	var name crm.Name
	var notes []Note
	if strings.Contains(s, ",") {
		name, notes = commaName(s)
	} else {
		name, notes = plainName(s)
	}
	name.Nickname = nickname
	return name, notes
}

// cutNickname takes out a name in quotes: Robert "Bob" Smith.
func cutNickname(s string) (rest, nickname string) {
	for _, q := range []string{`"`, "“”", "「」"} {
		open, size := firstRune(q)
		from := strings.IndexRune(s, open)
		if from < 0 {
			continue
		}
		inner := s[from+size:]
		closing, _ := lastRune(q)
		to := strings.IndexRune(inner, closing)
		rest = strings.TrimSpace(s[:from]) + " " + strings.TrimSpace(inner[max(to, 0):][min(len(inner[max(to, 0):]), len(string(closing))):])
		if to > 0 && strings.TrimSpace(rest) != "" && from > 0 {
			return strings.TrimSpace(rest), strings.TrimSpace(inner[:to])
		}
	}
	return s, ""
}

func firstRune(s string) (rune, int) {
	for _, r := range s {
		return r, len(string(r))
	}
	return 0, 0
}

func lastRune(s string) (rune, int) {
	r := []rune(s)
	return r[len(r)-1], len(string(r[len(r)-1]))
}

// mostlyLatin reports whether every letter is Latin.
func mostlyLatin(s string) bool {
	for _, r := range s {
		if r >= 0x80 && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}

// commaName reads "Last, First", "Last, First, Jr." and "First Last, PhD".
func commaName(s string) (crm.Name, []Note) {
	var parts []string
	for _, p := range strings.Split(s, ",") {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	var tail []string
	for len(parts) > 1 && allSuffixes(parts[len(parts)-1]) {
		tail = append([]string{parts[len(parts)-1]}, tail...)
		parts = parts[:len(parts)-1]
	}
	switch {
	case len(parts) == 0:
		return crm.Name{Full: s}, nil
	case len(parts) == 1:
		name, notes := plainName(parts[0])
		name.Suffix = strings.Join(append(fields1(name.Suffix), tail...), ", ")
		return name, notes
	case len(parts) > 2 || len(strings.Fields(parts[0])) > 4 || westernTitles[bare(parts[1])]:
		return crm.Name{Full: s}, []Note{note(Warn, NameOrderUnsure, s, "family", parts[0], "given", parts[1])}
	}
	w := westWords{words: strings.Fields(parts[1])}
	w.cutFront()
	w.cutBack(false)
	w.name.Family, w.name.Given = parts[0], strings.Join(w.words, " ")
	if w.name.Given == "" {
		return crm.Name{Full: s}, []Note{note(Warn, NameOrderUnsure, s, "family", parts[0], "given", parts[1])}
	}
	w.name.Suffix = strings.Join(append(fields1(w.name.Suffix), tail...), ", ")
	return w.name, nil
}

func fields1(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// allSuffixes reports whether a part behind a comma is only suffixes: Jr., PhD MBA, M.A.
func allSuffixes(part string) bool {
	return every(strings.Fields(part), func(w string) bool {
		return suffixes[bare(w)] || doubtfulSuffixes[bare(w)] && (strings.Contains(w, ".") || strings.ToUpper(w) == w)
	})
}

// plainName reads a name without commas.
func plainName(s string) (crm.Name, []Note) {
	w := westWords{words: strings.Fields(s)}
	w.cutFront()
	w.cutBack(isUpper(s))
	return w.divide(s)
}

// cutFront takes salutation and titles off the front.
func (w *westWords) cutFront() {
	for len(w.words) > 1 {
		word := w.words[0]
		switch b := bare(word); {
		case salutations[b] && w.name.Prefix == "":
			w.name.Salutation = joinRemarks(w.name.Salutation, word)
		case prefixes[b] && (strings.HasSuffix(word, ".") || len(b) > 2 || b == "dr"):
			w.name.Prefix = joinRemarks(w.name.Prefix, word)
		default:
			return
		}
		w.words = w.words[1:]
	}
}

// cutBack takes suffixes off the end. In a name that is all capitals MA and BA cannot be told from family names.
func (w *westWords) cutBack(loud bool) {
	for len(w.words) > 1 {
		word := w.words[len(w.words)-1]
		b := bare(word)
		doubtful := doubtfulSuffixes[b] && (strings.Count(word, ".") > 1 || len(w.words) > 2 && !loud && len(b) > 1 && strings.ToUpper(word) == word)
		if !suffixes[b] && !doubtful {
			return
		}
		w.name.Suffix = joinRemarks(word, w.name.Suffix)
		w.words = w.words[:len(w.words)-1]
	}
}

// divide finds the family name among the words that are left.
func (w *westWords) divide(s string) (crm.Name, []Note) {
	n := w.name
	switch at, familyFirst := w.familyAt(); {
	case len(w.words) == 1 && n.Prefix+n.Salutation != "":
		n.Family = w.words[0]
	case len(w.words) == 1:
		n.Given = w.words[0]
	case w.unsureOrder():
		n.Full = s
		return n, []Note{note(Repair, NameOrderUnsure, s, "family", w.words[0], "given", strings.Join(w.words[1:], " "))}
	case familyFirst:
		n.Family, n.Given, n.Order = strings.Join(w.words[:at], " "), strings.Join(w.words[at:], " "), crm.OrderFamilyFirst
	default:
		n.Given, n.Family = strings.Join(w.words[:at], " "), strings.Join(w.words[at:], " ")
	}
	return n, nil
}

// familyAt is where the family name begins, or with familyFirst where it ends.
func (w *westWords) familyAt() (at int, familyFirst bool) {
	words := w.words
	if n := loudRun(words); n > 0 && n < len(words) {
		return n, true
	}
	if len(words) > 1 && (hyphenGiven(words) || vietnamese(words)) {
		return 1, true
	}
	for i := 1; i < len(words); i++ {
		if i+1 < len(words) && (particles[words[i]] || loudParticles[words[i]]) {
			return i, false
		}
		if words[i] == "y" && i > 1 && i+1 < len(words) {
			return i - 1, false
		}
	}
	if len(words) > 1 && particles[words[0]] {
		return 0, false
	}
	at = len(words) - 1
	for at > 1 && isLoud(words[at-1]) && isLoud(words[at]) && !isLoud(words[0]) {
		at-- // Ana GARCIA LOPEZ
	}
	return at, false
}

// loudRun is the number of words in capitals at the front of a name whose other words are not: WANG Hsiao-Ming.
func loudRun(words []string) int {
	n := 0
	for n < len(words) && isLoud(words[n]) {
		n++
	}
	if n == len(words) || n == 1 && len(words[0]) < 3 && !romanSurnames[strings.ToLower(words[0])] {
		return 0
	}
	for _, word := range words[n:] {
		if isLoud(word) {
			return 0
		}
	}
	return n
}

// isLoud reports a word in capitals that is no initial.
func isLoud(word string) bool {
	return len([]rune(word)) > 1 && !strings.Contains(word, ".") && isUpper(word) && hasLetter(word)
}

func isUpper(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// hyphenGiven reports a Chinese name in Latin letters with the family name first: Wang Hsiao-Ming.
func hyphenGiven(words []string) bool {
	return len(words) == 2 && romanSurnames[strings.ToLower(words[0])] && strings.Contains(words[1], "-") && !romanSurnames[strings.ToLower(words[1])]
}

// vietnamese reports a Vietnamese name, which begins with the family name.
func vietnamese(words []string) bool {
	return vietnameseSurnames[words[0]] || len(words) > 2 && words[0] == "Nguyen" && (words[1] == "Van" || words[1] == "Thi")
}

var vietnameseSurnames = setOf("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý")

// unsureOrder reports a Chinese name in Latin letters of which nothing tells which word is the family name: WANG MING.
func (w *westWords) unsureOrder() bool {
	if len(w.words) != 2 || hyphenGiven(w.words) {
		return false
	}
	first, last := strings.ToLower(w.words[0]), strings.ToLower(w.words[1])
	loud := isLoud(w.words[0]) == isLoud(w.words[1])
	return loud && romanSurnames[first] && !strings.Contains(first, "-") && (!romanSurnames[last] || isPinyin(last))
}

// isPinyin reports a word that may be a Chinese given name of one syllable.
func isPinyin(word string) bool { return romanSurnames[word] }
