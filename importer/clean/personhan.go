package clean

import (
	"strings"
	"unicode"

	"regulars/store/crm"
)

// eastName reads a name in Han, kana or Hangul; blanks may stand in it. It gives back the codes of what it remarked.
func eastName(s string) (name crm.Name, title string, notes []Note) {
	core, salutation := cutTail(s, hanHonorifics)
	if salutation == "" {
		core, title = cutTitle(s)
	}
	if salutation != "" || title != "" {
		if name, notes, ok := titledName(core, salutation, title, s); ok {
			return name, title, notes
		}
	}
	name, notes = splitEast(s)
	return name, "", notes
}

// cutTitle takes a title off the end: a long one anywhere, a short one behind a family name alone.
func cutTitle(s string) (core, title string) {
	if core, title = cutTail(s, hanTitles); title != "" {
		return core, title
	}
	if core, title = cutTail(s, hanShortTitles); title != "" && isSurname(core) {
		return core, title
	}
	return s, ""
}

// titledName reads a name with an honorific or a title behind it. ok is false where taking it off leaves no name, so that it was part of one.
func titledName(core, salutation, title, typed string) (name crm.Name, notes []Note, ok bool) {
	compact := strings.ReplaceAll(core, " ", "")
	if isSurname(compact) {
		code := NameNoGiven
		if title != "" {
			code = NameTitle
		}
		name = crm.Name{Full: joinEast(typed), Family: compact, Salutation: salutation}
		return name, []Note{note(Warn, code, typed, "family", compact, "title", salutation+title)}, true
	}
	name, notes = splitEast(core)
	if name.Family == "" && title != "" {
		return name, nil, false
	}
	name.Salutation = salutation
	if title != "" {
		return name, append(notes, note(Repair, NameTitleMoved, typed, "title", title)), true
	}
	return name, append(notes, note(Repair, NameHonorific, typed, "title", salutation)), true
}

// splitEast divides a name without titles.
func splitEast(s string) (crm.Name, []Note) {
	words := strings.Fields(s)
	switch {
	case len(words) == 0:
		return crm.Name{}, nil
	case strings.ContainsAny(s, "·•‧・．･"):
		return crm.Name{Full: s}, nil
	case len(words) > 1:
		return splitSpaced(words, s)
	case allIn(s, unicode.Hangul):
		return splitHangul(s), nil
	case !allIn(s, unicode.Han):
		return splitKana(s), nil
	}
	return splitHan(s)
}

// joinEast takes the blanks out of a name that is all Han or Hangul.
func joinEast(s string) string {
	joined := strings.ReplaceAll(s, " ", "")
	if allIn(joined, unicode.Han, unicode.Hangul) {
		return joined
	}
	return s
}

func allIn(s string, tables ...*unicode.RangeTable) bool {
	for _, r := range s {
		if !unicode.In(r, tables...) && r != '々' && r != '〇' && !unicode.Is(unicode.Mn, r) {
			return false
		}
	}
	return s != ""
}

// splitHan divides a Chinese name by its characters.
func splitHan(s string) (crm.Name, []Note) {
	r := []rune(s)
	first, two := r[0], string(r[:min(2, len(r))])
	switch {
	case isSurname(s):
		return crm.Name{Family: s}, []Note{note(Warn, NameSurnameOnly, s)}
	case len(r) == 2 && (hanSurnames[first] || rareSurnames[first]):
		return crm.Name{Family: string(first), Given: string(r[1:])}, nil
	case len(r) < 3 || len(r) > 5:
		return crm.Name{Full: s}, nil
	case sureDoubles[two]:
		return crm.Name{Family: two, Given: string(r[2:])}, nil
	case doubtfulDoubles[two]:
		return doubtfulDouble(r), []Note{note(Warn, NameDoubleSurname, s, "family", two, "given", string(r[2:]))}
	case isJapanese(r):
		return japaneseName(s), nil
	case len(r) == 4 && hanSurnames[first] && (hanSurnames[r[1]]):
		return marriedName(r)
	case len(r) == 3 && (hanSurnames[first] || rareSurnames[first]):
		return crm.Name{Family: string(first), Given: string(r[1:])}, nil
	}
	return crm.Name{Full: s}, nil
}

// doubtfulDouble takes two characters for the family name only in a name of four.
func doubtfulDouble(r []rune) crm.Name {
	n := 1
	if len(r) == 4 {
		n = 2
	}
	return crm.Name{Family: string(r[:n]), Given: string(r[n:])}
}

// marriedName reads four characters of which the first two are family names: 張李美玉 is 張 with the husband's or mother's name, or a given
// name of three characters. The name is kept whole and the user is told how it may be divided.
func marriedName(r []rune) (crm.Name, []Note) {
	whole := string(r)
	name := crm.Name{Full: whole, Family: string(r[:1]), Given: string(r[1:])}
	return name, []Note{note(Warn, NameDoubleSurname, whole, "family", string(r[:2]), "given", string(r[2:]))}
}

// isJapanese reports whether a name of Han characters is Japanese: it begins with a frequent Japanese family name, and a Chinese reading of it is
// unlikely.
func isJapanese(r []rune) bool {
	n := japaneseFamily(r)
	return n > 0 && (!hanSurnames[r[0]] || len(r) >= 4)
}

// japaneseFamily is the length of the Japanese family name at the front, 0 when there is none.
func japaneseFamily(r []rune) int {
	for n := min(3, len(r)-1); n >= 2; n-- {
		if japaneseSurnames[string(r[:n])] {
			return n
		}
	}
	return 0
}

// japaneseName divides a Japanese name behind its family name. Full keeps it glued as it was typed.
func japaneseName(s string) crm.Name {
	r := []rune(s)
	n := japaneseFamily(r)
	return crm.Name{Family: string(r[:n]), Given: string(r[n:])}
}

// splitKana reads a name with kana: behind a known family name it is divided, and shown as typed in any case.
func splitKana(s string) crm.Name {
	r := []rune(s)
	if n := japaneseFamily(r); n > 0 {
		return crm.Name{Full: s, Family: string(r[:n]), Given: string(r[n:])}
	}
	return crm.Name{Full: s}
}

// splitHangul divides a Korean name.
func splitHangul(s string) crm.Name {
	r := []rune(s)
	switch {
	case len(r) >= 3 && len(r) <= 4 && doubleHangul[string(r[:2])]:
		return crm.Name{Family: string(r[:2]), Given: string(r[2:])}
	case len(r) >= 2 && len(r) <= 3 && hangulSurnames[r[0]]:
		return crm.Name{Family: string(r[:1]), Given: string(r[1:])}
	}
	return crm.Name{Full: s}
}

// splitSpaced divides a name that somebody wrote with blanks: 王 小明, 王 小 明, 小明 王, 山田 太郎.
func splitSpaced(words []string, s string) (crm.Name, []Note) {
	joined := strings.Join(words, "")
	switch {
	case len([]rune(joined)) == len(words) && len(words) <= 5 && allIn(joined, unicode.Han):
		return splitHan(joined)
	case len(words) > 2:
		return crm.Name{Full: s}, nil
	case isEastSurname(words[0]) || japaneseSurnames[words[0]]:
		return crm.Name{Family: words[0], Given: words[1]}, nil
	case isEastSurname(words[1]) && len([]rune(words[0])) > 1:
		return crm.Name{Family: words[1], Given: words[0]}, []Note{note(Warn, NameOrderUnsure, s, "family", words[1], "given", words[0])}
	case allIn(joined, unicode.Hangul), len([]rune(joined)) > 8, fullHanName(words[0]), fullHanName(words[1]):
		return crm.Name{Full: s}, nil
	}
	return crm.Name{Family: words[0], Given: words[1]}, nil
}

func isEastSurname(s string) bool {
	r := []rune(s)
	return isSurname(s) || doubleHangul[s] || len(r) == 1 && hangulSurnames[r[0]]
}

// looksHanPerson reports whether a text is surely the name of one person in Han characters, honorific included.
func looksHanPerson(s string) bool {
	s = strings.ReplaceAll(s, " ", "")
	core, honorific := cutTail(s, hanHonorifics)
	if honorific == "" {
		core, honorific = cutTail(s, hanTitles)
	}
	r := []rune(core)
	if isOneOf(s, hanTitles) || !allIn(core, unicode.Han) || len(r) > 4 || len(r) == 0 {
		return false
	}
	if honorific != "" && isSurname(core) {
		return true
	}
	return len(r) >= 2 && (hanSurnames[r[0]] || len(r) > 2 && sureDoubles[string(r[:2])])
}
