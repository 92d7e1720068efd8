package sheet

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// numberFormat is a number format of a spreadsheet, ready to be applied. The language is the one of ECMA-376 part 1, 18.8.31.
type numberFormat struct {
	sections []formatSection
	general  bool
	date     bool // the first section shows a date or time
	elapsed  bool // hours or minutes beyond a day: a duration, no date
	hasDay   bool // year, month or day are shown
	hasYear  bool
}

// formatSection is one of the up to four parts of a format: for positive, negative, zero, text.
type formatSection struct {
	tokens    []formatToken
	condition func(v float64) bool // nil without one
	date      bool
	elapsed   bool
	roc       bool // years of the Republic of China
	twelve    bool // a 12-hour clock
	digits    bool // there are places for digits
	percent   int
	scale     int // thousands the number is divided by
	thousands bool
	integer   int // places before the decimal point
	decimals  int // places behind it
	exponent  bool
	fraction  bool
	general   bool
	text      bool
}

// formatToken is a piece of a section: a literal, a place for digits or a part of a date.
type formatToken struct {
	kind tokenKind
	text string
}

type tokenKind uint8

const (
	tokenLiteral tokenKind = iota
	tokenDigit             // 0, # or ?
	tokenPoint
	tokenDate // y, m, d, h, s, e, g, a in any number; AM/PM
	tokenElapsed
	tokenText // @
	tokenExponent
	tokenSlash
)

// maxFormat bounds the length of a format; spreadsheet programs allow 255 characters.
const maxFormat = 1024

// parseFormat parses a format code.
func parseFormat(code string) *numberFormat {
	f := &numberFormat{}
	if code == "" || strings.EqualFold(code, "general") || code == "@" || len(code) > maxFormat {
		f.general = true
		return f
	}
	for _, part := range splitSections(code) {
		f.sections = append(f.sections, parseSection(part))
	}
	first := f.sections[0]
	f.date, f.elapsed, f.general = first.date, first.elapsed, first.general && len(f.sections) == 1 && len(first.tokens) == 1
	for _, t := range first.tokens {
		if t.kind == tokenDate {
			c := t.text[0]
			f.hasYear = f.hasYear || c == 'y' || c == 'e'
			f.hasDay = f.hasDay || c == 'y' || c == 'e' || c == 'd' || c == 'a' || c == 'M'
		}
	}
	return f
}

// splitSections divides at semicolons outside of quotes and brackets.
func splitSections(code string) []string {
	var parts []string
	start, quoted, bracket := 0, false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case c == ';' && !bracket:
			parts = append(parts, code[start:i])
			start = i + 1
		}
	}
	return append(parts, code[start:])
}

// sectionParser goes through the code of one section.
type sectionParser struct {
	formatSection
	code string
	pos  int
}

func parseSection(code string) formatSection {
	p := sectionParser{code: code}
	for p.pos < len(p.code) {
		p.token()
	}
	p.finish()
	return p.formatSection
}

func (p *sectionParser) add(kind tokenKind, text string) {
	p.tokens = append(p.tokens, formatToken{kind, text})
}

// token handles the next piece.
func (p *sectionParser) token() {
	rest := p.code[p.pos:]
	switch c := rest[0]; c {
	case '"':
		end := strings.IndexByte(rest[1:], '"')
		if end < 0 {
			end = len(rest) - 1
		}
		p.add(tokenLiteral, rest[1:1+end])
		p.pos += end + 2
	case '\\':
		p.escaped()
	case '_', '*':
		p.pos += 1 + runeLength(rest[1:])
	case '[':
		p.bracket(rest)
	case '0', '#', '?':
		p.add(tokenDigit, string(c))
		p.digits = true
		p.pos++
	case '.':
		p.add(tokenPoint, ".")
		p.pos++
	case ',':
		p.comma()
	case '%':
		p.percent++
		p.add(tokenLiteral, "%")
		p.pos++
	case '@':
		p.add(tokenText, "@")
		p.text = true
		p.pos++
	default:
		p.letter(rest)
	}
}

func runeLength(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

func (p *sectionParser) escaped() {
	n := runeLength(p.code[p.pos+1:])
	p.add(tokenLiteral, p.code[p.pos+1:p.pos+1+n])
	p.pos += 1 + n
}

// comma groups thousands between digits and divides by a thousand after them.
func (p *sectionParser) comma() {
	p.pos++
	if !p.digits {
		p.add(tokenLiteral, ",")
		return
	}
	if p.pos < len(p.code) && strings.IndexByte("0#?", p.code[p.pos]) >= 0 {
		p.thousands = true
		return
	}
	p.scale++
}

// bracket handles [Red], [$NT$-404], [<=9999999] and [h].
func (p *sectionParser) bracket(rest string) {
	end := strings.IndexByte(rest, ']')
	if end < 0 {
		p.pos = len(p.code)
		return
	}
	p.pos += end + 1
	body := rest[1:end]
	switch {
	case strings.HasPrefix(body, "$"):
		p.currency(body[1:])
	case body != "" && strings.IndexByte("<>=", body[0]) >= 0:
		p.condition = parseCondition(body)
	case isElapsed(strings.ToLower(body)):
		p.add(tokenElapsed, strings.ToLower(body))
		p.elapsed, p.date = true, true
	}
}

// isElapsed says whether the letters between brackets count hours, minutes or seconds beyond a day.
func isElapsed(body string) bool {
	return body != "" && strings.IndexByte("hms", body[0]) >= 0 && strings.Trim(body, body[:1]) == ""
}

// currency handles what follows [$: a sign, and after a hyphen the language, of which 0404 counts years of the Republic of China.
func (p *sectionParser) currency(body string) {
	sign, language, _ := strings.Cut(body, "-")
	if sign != "" {
		p.add(tokenLiteral, sign)
	}
	language, _, _ = strings.Cut(strings.ToLower(language), ",")
	if strings.HasSuffix(language, "404") || language == "zh" || language == "zh-tw" {
		p.roc = true
	}
}

func parseCondition(body string) func(float64) bool {
	operator := strings.TrimRight(body, "0123456789.-+eE ")
	limit, err := strconv.ParseFloat(strings.TrimSpace(body[len(operator):]), 64)
	if err != nil {
		return nil
	}
	switch operator {
	case "<":
		return func(v float64) bool { return v < limit }
	case "<=":
		return func(v float64) bool { return v <= limit }
	case ">":
		return func(v float64) bool { return v > limit }
	case ">=":
		return func(v float64) bool { return v >= limit }
	case "<>":
		return func(v float64) bool { return v != limit }
	}
	return func(v float64) bool { return v == limit }
}

// letter handles letters of dates, General, exponents, and everything else as itself.
func (p *sectionParser) letter(rest string) {
	lower := strings.ToLower(rest[:min(len(rest), 8)])
	switch {
	case strings.HasPrefix(lower, "general"):
		p.general = true
		p.add(tokenDigit, "G")
		p.pos += len("general")
	case strings.HasPrefix(lower, "am/pm"):
		p.halves(len("am/pm"), "A")
	case strings.HasPrefix(lower, "a/p"):
		p.halves(len("a/p"), "A")
	case strings.HasPrefix(rest, "上午/下午"):
		p.halves(len("上午/下午"), "上")
	case p.digits && (strings.HasPrefix(lower, "e+") || strings.HasPrefix(lower, "e-")):
		p.exponent = true
		p.add(tokenExponent, rest[:2])
		p.pos += 2
	case strings.IndexByte("ymdhsegab", lower[0]) >= 0:
		n := 1
		for n < len(rest) && rest[n]|0x20 == lower[0] {
			n++
		}
		p.add(tokenDate, strings.Repeat(lower[:1], n))
		p.date = true
		p.pos += n
	case rest[0] == '/':
		p.add(tokenSlash, "/")
		p.pos++
	default:
		n := runeLength(rest)
		p.add(tokenLiteral, rest[:n])
		p.pos += n
	}
}

func (p *sectionParser) halves(length int, mark string) {
	p.twelve, p.date = true, true
	p.add(tokenDate, mark)
	p.pos += length
}

// finish tells months from minutes, counts places and finds fractions.
func (p *sectionParser) finish() {
	if p.date && !p.digits {
		p.monthsOrMinutes()
		return
	}
	p.date = p.date && !p.digits
	point := false
	for _, t := range p.tokens {
		switch {
		case t.kind == tokenPoint:
			point = true
		case t.kind == tokenExponent:
			return
		case t.kind == tokenSlash:
			p.fraction = p.digits
		case t.kind == tokenDigit && point:
			p.decimals++
		case t.kind == tokenDigit:
			p.integer++
		}
	}
}

// monthsOrMinutes renames m to M where it means a month: not after hours and not before seconds. Seconds may have decimals (0 after a
// point), which count as digits and are left to the text.
func (p *sectionParser) monthsOrMinutes() {
	for i := range p.tokens {
		t := &p.tokens[i]
		if t.kind != tokenDate || t.text[0] != 'm' || len(t.text) < 3 && (p.neighbour(i, -1) == 'h' || p.neighbour(i, 1) == 's') {
			continue
		}
		t.text = strings.Repeat("M", len(t.text))
	}
}

// neighbour is the letter of the next part of a date in that direction, 0 for none.
func (p *sectionParser) neighbour(i, step int) byte {
	for i += step; i >= 0 && i < len(p.tokens); i += step {
		switch t := p.tokens[i]; {
		case t.kind == tokenElapsed, t.kind == tokenDate && strings.IndexByte("yMmdhseg", t.text[0]) >= 0:
			return t.text[0]
		}
	}
	return 0
}

// section chooses the section for the value and the value to show in it.
func (f *numberFormat) section(v float64) (*formatSection, float64) {
	s := f.sections
	if s[0].condition != nil || len(s) > 1 && s[1].condition != nil {
		for i := range s {
			if s[i].condition == nil || s[i].condition(v) {
				return &s[i], v
			}
		}
		return &s[0], v
	}
	switch {
	case v < 0 && len(s) > 1 && !s[1].text:
		return &s[1], -v
	case v == 0 && len(s) > 2 && !s[2].text:
		return &s[2], v
	}
	return &s[0], v
}

// number shows a number that is no date. raw is the form in the file.
func (f *numberFormat) number(raw string, v float64) string {
	if f.general || math.IsNaN(v) || math.IsInf(v, 0) {
		return generalNumber(raw, v)
	}
	s, v := f.section(v)
	switch {
	case s.exponent, s.fraction, s.elapsed, s.date:
		return generalNumber(raw, v)
	case s.general, s.text:
		return s.around(generalNumber(raw, v))
	case !s.digits:
		return s.literals()
	}
	return s.show(v)
}
