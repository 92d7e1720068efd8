package search

import "strings"

// term reads a word, a text in quotation marks or a condition. nil is a word of signs that search takes no notice of.
func (p *parser) term() (Node, error) {
	start := p.at
	if text, ok := p.quote(); ok {
		if isColon(p.peek(0)) {
			return p.condition(start, FieldCustom, text)
		}
		return Word{Text: text, Exact: true}, nil
	}
	if key, ok := p.key(); ok {
		if isNegatedHas(key) {
			n, err := p.condition(start, FieldHas, "")
			return Not{n}, err
		}
		field, known := fieldOf(key)
		if !known {
			return p.condition(start, FieldCustom, key)
		}
		return p.condition(start, field, "")
	}
	return Word{Text: p.bare()}, nil
}

func isNegatedHas(key string) bool { return oneOf(Fold(key), negatedHas) }

func isColon(r rune) bool { return r == ':' || r == '：' }

// quote reads a text in quotation marks; one that is never closed ends with the query.
func (p *parser) quote() (string, bool) {
	end, ok := closingQuote(p.peek(0))
	if !ok {
		return "", false
	}
	p.at++
	start := p.at
	for !p.atEnd() && !strings.ContainsRune(end, p.peek(0)) {
		p.at++
	}
	text := string(p.in[start:p.at])
	if !p.atEnd() {
		p.at++
	}
	return text, true
}

// closingQuote gives the characters that close what a character opens.
func closingQuote(open rune) (string, bool) {
	switch open {
	case '"', '＂', '“', '”':
		return "\"＂”", true
	case '「':
		return "」", true
	case '『':
		return "』", true
	}
	return "", false
}

// key reads a field's name up to its colon, or up to a sign of comparison where the name is one of the program's fields. It takes nothing
// where there is none: 18:30 and http://… are words.
func (p *parser) key() (string, bool) {
	n := 0
	for isKeyRune(p.peek(n)) {
		n++
	}
	key := string(p.in[p.at : p.at+n])
	if !looksLikeKey(key) {
		return "", false
	}
	switch c := p.peek(n); {
	case isColon(c):
		if p.peek(n+1) == '/' && p.peek(n+2) == '/' {
			return "", false
		}
	case compareSign(c) != "":
		if _, known := fieldOf(key); !known {
			return "", false
		}
	default:
		return "", false
	}
	p.at += n
	return key, true
}

// isKeyRune reports whether a character may be part of a key that stands without quotation marks.
func isKeyRune(r rune) bool {
	_, opens := closingQuote(r)
	return r > ' ' && !isBlank(r) && !isColon(r) && compareSign(r) == "" && !opens && !strings.ContainsRune("()（）|｜,，;；/\\@」』", r)
}

// condition reads what stands after the key.
func (p *parser) condition(start int, field Field, name string) (Node, error) {
	if isColon(p.peek(0)) {
		p.at++
	}
	c := Condition{Field: field, Name: name, Op: p.op()}
	var quoted bool
	if c.Value, quoted = p.quote(); !quoted {
		c.Value = p.bare()
	}
	n, err := normalCondition(c)
	if e, ok := err.(*SyntaxError); ok {
		e.At = start
	}
	return n, err
}

// op reads a sign of comparison; without one it is Has.
func (p *parser) op() Op {
	sign := compareSign(p.peek(0))
	if sign == "" {
		return Has
	}
	p.at++
	if sign != "=" && compareSign(p.peek(0)) == "=" {
		p.at++
		sign += "="
	}
	return Op(":" + sign)
}

func compareSign(r rune) string {
	switch r {
	case '<', '＜':
		return "<"
	case '>', '＞':
		return ">"
	case '=', '＝':
		return "="
	case '≤', '≦':
		return "<="
	case '≥', '≧':
		return ">="
	}
	return ""
}

// bare reads up to the next blank, bar or bracket. A bracket that opens inside a word closes there: 大同(股).
func (p *parser) bare() string {
	start, open := p.at, 0
	for !p.atEnd() && !isBlank(p.peek(0)) && !p.isBar() {
		switch {
		case p.isOpening():
			open++
		case p.isClosing() && open > 0:
			open--
		case p.isClosing() && p.depth > 0:
			return string(p.in[start:p.at])
		}
		p.at++
	}
	return string(p.in[start:p.at])
}

// standsBare reports whether a text without quotation marks is read as that one word, wherever it stands.
func standsBare(text string) bool {
	n, ok := alone(text).(Word)
	return ok && n == Word{Text: text}
}

// standsAsValue reports whether a text can stand after a colon without quotation marks.
func standsAsValue(text string) bool {
	n, ok := alone("x:" + text).(Condition)
	return ok && n == Condition{FieldCustom, "x", Has, text}
}

// standsAsKey reports whether a text can stand before a colon without quotation marks.
func standsAsKey(text string) bool {
	n, ok := alone(text + ":x").(Condition)
	return ok && n == Condition{FieldCustom, text, Has, "x"}
}

// alone parses a text in brackets and gives its only part, nil if there is not exactly one, or if the text takes the closing bracket for
// its own.
func alone(text string) Node {
	p := parser{in: []rune(text + ")"), depth: 1}
	n, _, err := p.and()
	if err != nil || p.at != len(p.in)-1 {
		return nil
	}
	if list, ok := n.(And); ok && len(list) == 1 {
		return list[0]
	}
	return nil
}
