package clean

import (
	"slices"
	"strings"
	"unicode"

	"regulars/store/crm"
)

// NameColumns are the name columns of one row, as typed; empty ones are "". Full is the whole name (姓名, FN, Display Name). Prefix is Dr. or
// 先生 (頭銜 of Outlook in Chinese), Suffix is Jr. (稱謂 of Outlook in Chinese). 名字 belongs into Given where there is a column 姓.
type NameColumns struct {
	Full, Family, Given, Middle    string
	Prefix, Suffix, Salutation     string
	Nickname                       string
	Reading, ReadFamily, ReadGiven string
}

// NameParts reads the name columns of a row together, so that three columns that say the same become one name. The order of the columns means
// nothing: 小明 and 王 are 王小明.
func NameParts(c NameColumns) Someone {
	c = c.cleaned()
	long := c.cutLong()
	s := c.whole()
	if long != "" {
		s.Rest = joinRemarks(s.Rest, long)
		s.note(tooLong(long)...)
	}
	if s.Name.Display() == "" && c.Family+c.Given+c.Middle+c.Full != "" {
		s.Name.Full = joinRemarks(c.Full, joinRemarks(c.Given, joinRemarks(c.Middle, c.Family)))
	}
	s.addTitles(c)
	s.Name.Nickname = firstText(c.Nickname, s.Name.Nickname)
	s.Name.Reading = firstText(c.Reading, s.Name.Reading)
	s.Name.ReadFamily, s.Name.ReadGiven = c.ReadFamily, c.ReadGiven
	return s
}

func (c NameColumns) cleaned() NameColumns {
	for _, p := range []*string{&c.Full, &c.Family, &c.Given, &c.Middle, &c.Prefix, &c.Suffix, &c.Salutation, &c.Nickname, &c.Reading, &c.ReadFamily, &c.ReadGiven} {
		if *p == "" {
			continue
		}
		if noName(*p) {
			*p = ""
		}
		*p = strings.Join(strings.Fields(Text(*p)), " ")
	}
	return c
}

// cutLong empties the columns that hold far too much and gives back what they held.
func (c *NameColumns) cutLong() (rest string) {
	for _, p := range []*string{&c.Full, &c.Family, &c.Given, &c.Middle, &c.Prefix, &c.Suffix, &c.Salutation, &c.Nickname} {
		if len(*p) > longestCell {
			rest, *p = joinRemarks(rest, *p), ""
		}
	}
	return rest
}

func firstText(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// whole makes one name of the whole-name column and the parts.
func (c NameColumns) whole() Someone {
	switch {
	case c.Family == "" && c.Given == "" && c.Middle == "":
		return Person(c.Full)
	case c.Middle == "" && c.Family == "" && isWholeName(c.Given):
		return c.partIsWhole(c.Given)
	case c.Middle == "" && c.Given == "" && isWholeHanName(c.Family):
		return c.partIsWhole(c.Family)
	}
	s := c.parts()
	s.addTitles(c)
	if c.Full != "" {
		c.addFull(&s)
	}
	return s
}

// isWholeName reports whether the given-name column holds a whole name.
func isWholeName(s string) bool {
	return isWholeHanName(s) || strings.Contains(s, ",") || allIn(s, unicode.Hangul) && len([]rune(s)) == 3 && splitHangul(s).Family != ""
}

func isWholeHanName(s string) bool {
	return len([]rune(s)) >= 3 && (looksHanPerson(s) || hasEast(s) && !mostlyLatin(s) && !allIn(s, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) && len(strings.Fields(s)) > 1)
}

// partIsWhole reads a whole name that stands in the column of a part.
func (c NameColumns) partIsWhole(text string) Someone {
	s := Person(text)
	if c.Full != "" && !sameName(c.Full, s.Name.Display()) {
		c.addFull(&s)
	}
	s.note(note(Repair, NameJoined, text, "name", s.Name.Display()))
	return s
}

// parts makes a name of the columns of its parts.
func (c NameColumns) parts() Someone {
	s := Someone{Name: crm.Name{Family: c.Family, Given: c.Given, Middle: c.Middle}}
	n := &s.Name
	if rest, ok := strings.CutPrefix(n.Given, n.Family); ok && hasEast(n.Family) && rest != "" && (len([]rune(rest)) > 1 || rest != n.Family) {
		n.Given = strings.TrimSpace(rest)
		s.note(note(Repair, NameJoined, c.Given, "name", n.Display()))
	}
	if isHonorific(n.Given) && isSurname(n.Family) {
		n.Full, n.Salutation, n.Given = n.Family+n.Given, n.Given, ""
		s.note(note(Warn, NameNoGiven, n.Full, "family", n.Family, "title", n.Salutation))
		return s
	}
	if core, honorific := cutTail(n.Given, hanHonorifics); honorific != "" && hasEast(n.Given) {
		n.Given, n.Salutation = core, honorific
		s.note(note(Repair, NameHonorific, c.Given, "title", honorific))
	}
	if isSurname(n.Given) && allIn(n.Family, unicode.Han) && !isSurname(n.Family) && len([]rune(n.Family)) == 2 && !hanSurnames[[]rune(n.Family)[0]] {
		n.Family, n.Given = n.Given, n.Family
		s.note(note(Warn, NameOrderUnsure, n.Given+" "+n.Family, "family", n.Family, "given", n.Given))
	}
	return s
}

// addFull holds the whole-name column against the name made of parts: the same, a fuller form, another script, or another name.
func (c NameColumns) addFull(s *Someone) {
	shown := s.Name.Display()
	whole := Person(c.Full)
	n := &s.Name
	switch {
	case sameName(c.Full, shown) || sameName(whole.Name.Display(), shown):
		n.Salutation = firstText(n.Salutation, whole.Name.Salutation)
		n.Alt = append(n.Alt, whole.Name.Alt...)
		s.JobTitle = firstText(s.JobTitle, whole.JobTitle)
		c.keepOrder(s, whole)
	case contains(shown, c.Full):
	case contains(c.Full, shown) && !hasEast(c.Full):
		n.Full = c.Full
	case isOtherScript(c.Full, shown) && hasEast(shown):
		n.Alt = append(n.Alt, c.Full)
		s.note(note(Repair, NameAlternative, c.Full, "name", shown))
	case isOtherScript(c.Full, shown):
		whole.Name.Alt = append(whole.Name.Alt, shown)
		whole.note(note(Repair, NameAlternative, shown, "name", whole.Name.Display()))
		*s = whole
	default:
		n.Alt = append(n.Alt, shown)
		n.Full = c.Full
		s.note(note(Warn, NameDiffers, c.Full, "name", shown))
	}
}

// keepOrder shows a name in the order of the whole-name column, and with the salutation that is part of it there (Mr. John Doe).
func (c NameColumns) keepOrder(s *Someone, whole Someone) {
	n := &s.Name
	switch {
	case hasEast(n.Family) && hasEast(n.Given), strings.Contains(c.Full, ","):
	case c.Full == n.Family+" "+n.Given && n.Given != "":
		n.Order = crm.OrderFamilyFirst
	case whole.Name.Salutation != "":
		n.Full = c.Full
	}
}

// sameName reports whether two names hold the same words, in any order and however they are divided.
func sameName(a, b string) bool {
	if keepLetters(strings.ToLower(a)) == keepLetters(strings.ToLower(b)) {
		return true
	}
	return slices.Equal(sortedWords(a), sortedWords(b))
}

func sortedWords(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(half(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
	slices.Sort(words)
	return words
}

// contains reports whether every word of the part is a word of the whole, as often as it occurs.
func contains(whole, part string) bool {
	have := sortedWords(whole)
	for _, w := range sortedWords(part) {
		at, ok := slices.BinarySearch(have, w)
		if !ok {
			return false
		}
		have = slices.Delete(have, at, at+1)
	}
	return true
}

// addTitles puts the columns for prefix, suffix and salutation where they belong: 先生 and Mr. are salutations, 經理 is a job title, Dr. is part of
// the name.
func (s *Someone) addTitles(c NameColumns) {
	for _, text := range []string{c.Prefix, c.Suffix} {
		switch {
		case text == "":
		case isHonorific(text) || salutations[bare(text)]:
			s.Name.Salutation = firstText(s.Name.Salutation, text)
		case isOneOf(text, hanTitles):
			s.JobTitle = firstText(s.JobTitle, text)
		case text == c.Prefix && !wordIn(s.Name.Full, text):
			s.Name.Prefix = text
		case !wordIn(s.Name.Full, text):
			s.Name.Suffix = text
		}
	}
	s.Name.Salutation = firstText(c.Salutation, s.Name.Salutation)
}

// wordIn reports whether a shown name has the words of a title already.
func wordIn(full, title string) bool { return full != "" && contains(full, title) }
