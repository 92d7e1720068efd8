package clean

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"regulars/store/crm"
)

// Someone is what the name cells of a row turned out to be.
type Someone struct {
	Name     crm.Name
	JobTitle string   // a title found beside the name (經理), to be used where the row has none of its own
	Others   []string // further people named in the same cell, as typed
	Company  bool     // the cell names a company; Name.Full is its name
	Rest     string   // a remark found beside the name, for the notes
	Notes    []Note
}

// note adds a remark.
func (s *Someone) note(n ...Note) { s.Notes = append(s.Notes, n...) }

// Person reads a cell that holds a whole name. The name is divided where that is certain; a name that is not stays whole in Name.Full and is
// shown as typed.
func Person(text string) Someone {
	clean, notes := TextNoted(text)
	if noName(clean) {
		return Someone{}
	}
	if len(clean) > longestCell {
		return Someone{Rest: clean, Notes: append(notes, tooLong(clean)...)}
	}
	lines := strings.Join(strings.Fields(strings.ReplaceAll(clean, "\n", " \x00 ")), " ")
	s := readPerson(strings.ReplaceAll(lines, " \x00 ", "\n"))
	s.Notes = append(notes, s.Notes...)
	return s
}

// noName is Nothing without the words that are names in some countries.
func noName(s string) bool { return Nothing(s) && s != "NA" && s != "空" && s != "沒" }

func readPerson(s string) Someone {
	switch {
	case strings.Contains(s, "@"):
		if emails, rest, _ := Emails(s); len(emails) == 1 && rest == "" {
			return Someone{Name: crm.Name{Full: s}, Notes: []Note{note(Warn, NameIsEmail, s)}}
		}
	case !hasLetter(s):
		return Someone{Name: crm.Name{Full: s}, Notes: []Note{note(Warn, NameIsNumber, s)}}
	case isCompanyCell(s):
		return Someone{Name: crm.Name{Full: s}, Company: true, Notes: []Note{note(Warn, NameCompany, s)}}
	}
	if people := severalPeople(s); len(people) > 1 {
		one := readPerson(people[0])
		one.Others = append(one.Others, people[1:]...)
		one.note(note(Warn, NameSeveral, s, "count", strconv.Itoa(len(people)), "name", people[0]))
		return one
	}
	outer, inner := cutBrackets(s)
	one := readMixed(outer)
	one.bracket(inner)
	return one
}

// isCompanyCell reports whether a name cell names a firm. A firm in brackets behind a person does not count.
func isCompanyCell(s string) bool {
	if !looksCompany(s) {
		return false
	}
	outer, inner := cutBrackets(s)
	return len(inner) == 0 || looksCompany(outer) || strings.ContainsFunc(strings.Join(inner, ""), func(r rune) bool { return strings.ContainsRune("股株有주", r) }) && !looksHanPerson(outer)
}

// peopleBreaks divide people in one cell.
const peopleBreaks = "\n、/;；,，&＆|"

// severalPeople divides a cell with the names of several people. It gives back one part where the parts are something else: family and
// given name, a name and its Latin form, a name and a title.
func severalPeople(s string) []string {
	if !strings.ContainsAny(s, peopleBreaks) {
		return twoHanNames(s)
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(peopleBreaks, r) })
	han, words := 0, 0
	for i, p := range parts {
		parts[i] = strings.TrimSpace(p)
		switch {
		case looksHanPerson(parts[i]) && !isSurname(parts[i]):
			han++
		case len(strings.Fields(parts[i])) > 1 && mostlyLatin(parts[i]):
			words++
		}
	}
	divided := strings.ContainsAny(s, "\n、/;；|") && !strings.ContainsAny(s, ",，")
	if len(parts) > 1 && (han == len(parts) || divided && words == len(parts)) {
		return parts
	}
	return []string{s}
}

// twoHanNames divides 王小明 李大華 and 王小明和李大華.
func twoHanNames(s string) []string {
	words := strings.Fields(s)
	if len(words) == 1 {
		for _, and := range []string{"和", "與", "及", "跟", "与"} {
			if a, b, ok := strings.Cut(s, and); ok && fullHanName(a) && fullHanName(b) {
				return []string{a, b}
			}
		}
	}
	if len(words) > 1 && every(words, fullHanName) {
		return words
	}
	return []string{s}
}

// fullHanName reports a name of three or four characters, which is never a part of one.
func fullHanName(s string) bool { return len([]rune(s)) >= 3 && looksHanPerson(s) }

// cutBrackets takes what stands in brackets out of a name.
func cutBrackets(s string) (outer string, inner []string) {
	for {
		from := strings.IndexAny(s, "(（[【〔")
		to := strings.IndexAny(s, ")）]】〕")
		if from < 0 || to < from {
			return strings.TrimSpace(s), inner
		}
		_, size := firstRune(s[from:])
		_, end := firstRune(s[to:])
		rest := strings.TrimSpace(s[:from]) + " " + strings.TrimSpace(s[to+end:])
		if strings.TrimSpace(rest) == "" {
			return strings.TrimSpace(s), inner
		}
		if in := strings.TrimSpace(s[from+size : to]); in != "" {
			inner = append(inner, in)
		}
		s = rest
	}
}

// bracket puts what stood in brackets where it belongs.
func (s *Someone) bracket(inner []string) {
	for _, in := range inner {
		switch {
		case isHonorific(in) || salutations[bare(in)]:
			s.Name.Salutation = joinRemarks(s.Name.Salutation, in)
			s.note(note(Repair, NameHonorific, in, "title", in))
		case isTitle(in):
			s.JobTitle = joinRemarks(s.JobTitle, in)
			s.note(note(Repair, NameTitleMoved, in, "title", in))
		case isOtherScript(s.Name.Display(), in):
			s.Name.Alt = append(s.Name.Alt, in)
			s.note(note(Repair, NameAlternative, in, "name", s.Name.Display()))
		case len(strings.Fields(in)) == 1 && mostlyLatin(in) && s.Name.Nickname == "" && hasLetter(in):
			s.Name.Nickname = in
		default:
			s.Rest = joinRemarks(s.Rest, in)
			s.note(note(Repair, NameRemark, in))
		}
	}
}

// isOtherScript reports whether one of two texts is East Asian and the other is not.
func isOtherScript(a, b string) bool { return hasLetter(b) && hasEast(a) != hasEast(b) }

func isEast(r rune) bool {
	return r >= 0x1100 && (unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) || r == 'ー')
}

func hasEast(s string) bool { return strings.ContainsFunc(s, isEast) }

// coupleWords join two people who share a line: Mr & Mrs Smith. They stay together, and the user is told.
var coupleWords = regexp.MustCompile(`(?i)\S\s*(?:&|＆|\b(?:and|und)\b)\s*\S`)

// readMixed reads a name that may be written in two scripts side by side.
func readMixed(s string) Someone {
	east, west, runs := scriptRuns(s)
	switch {
	case west != "" && coupleWords.MatchString(s):
		return Someone{Name: crm.Name{Full: s}, Notes: []Note{note(Warn, NameSeveral, s, "count", "2", "name", s)}}
	case strings.ContainsFunc(s, unicode.IsDigit) || strings.Contains(s, "\n") || runs > 2:
		return Someone{Name: crm.Name{Full: s}}
	case west == "" || !hasLetter(west) && east != "":
		if west != "" {
			return Someone{Name: crm.Name{Full: s}}
		}
		name, title, notes := eastName(strings.ReplaceAll(east, "，", " "))
		return Someone{Name: name, JobTitle: title, Notes: notes}
	case east == "":
		name, notes := westName(s)
		return Someone{Name: name, Notes: notes}
	}
	return twoScripts(s, east, west)
}

// scriptRuns are the East Asian and the other part of a name, and how often the script changes plus one.
func scriptRuns(s string) (east, west string, runs int) {
	var parts [2]strings.Builder
	last := -1
	for _, r := range s {
		kind := 1
		if isEast(r) || strings.ContainsRune("·‧・．･々，", r) {
			kind = 0
		}
		if !unicode.IsLetter(r) && kind == 1 && last >= 0 {
			kind = last
		}
		if kind != last {
			runs++
			last = kind
		}
		parts[kind].WriteRune(r)
	}
	clean := func(i int) string { return strings.Trim(parts[i].String(), " ,/-、") }
	return clean(0), clean(1), runs
}

// twoScripts reads 陳Jason (a family name with a Western given name) and 李美麗 Mary Lee (one name in two scripts).
func twoScripts(s, east, west string) Someone {
	compact := strings.ReplaceAll(east, " ", "")
	one := len(strings.Fields(west)) == 1
	switch {
	case isSurname(compact) && one && !isTitleWord(west):
		name := crm.Name{Family: compact, Given: west, Order: crm.OrderFamilyFirst}
		if strings.HasSuffix(s, east) {
			name.Order = crm.OrderGivenFirst
		}
		if !strings.Contains(s, " ") {
			name.Full = s
		}
		return Someone{Name: name}
	case isTitleWord(west):
		name, title, notes := eastName(east)
		if prefixes[bare(west)] {
			name.Prefix = west
		} else {
			name.Salutation = joinRemarks(west, name.Salutation)
		}
		return Someone{Name: name, JobTitle: title, Notes: notes}
	case looksHanPerson(compact) || doubtlessEast(east):
		name, title, notes := eastName(east)
		name.Alt = []string{west}
		notes = append(notes, note(Repair, NameAlternative, west, "name", name.Display()))
		return Someone{Name: name, JobTitle: title, Notes: notes}
	}
	return Someone{Name: crm.Name{Full: s}}
}

func isTitleWord(word string) bool { return salutations[bare(word)] || prefixes[bare(word)] }

// doubtlessEast reports a Korean or Japanese name that could be divided.
func doubtlessEast(s string) bool {
	name, _, _ := eastName(s)
	return name.Family != "" && name.Given != ""
}

// Unnamed says what a row without a name is: a company, or a contact that is shown by its e-mail address or phone number. ok is false when there
// is nothing to show, so that the row is empty.
func Unnamed(company, email, phone string) (s Someone, ok bool) {
	switch {
	case !Nothing(company):
		display, _, notes := Company(company)
		return Someone{Name: crm.Name{Full: display}, Company: true, Notes: notes}, true
	case !Nothing(email):
		return Someone{Notes: []Note{note(Warn, NameMissing, Text(email))}}, true
	case !Nothing(phone):
		return Someone{Notes: []Note{note(Warn, NameMissing, Text(phone))}}, true
	}
	return Someone{}, false
}

// RepeatsHeader reports whether a row is the header once more, as in sheets that were copied together.
func RepeatsHeader(headers, row []string) bool {
	same := 0
	for i, cell := range row {
		if cell == "" {
			continue
		}
		if i >= len(headers) || !strings.EqualFold(Text(cell), Text(headers[i])) {
			return false
		}
		same++
	}
	return same > 0
}
