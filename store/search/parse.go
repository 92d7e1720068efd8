package search

import (
	"strings"

	"regulars/store/crm"
)

// maxQuery bounds the length of a query in characters.
const maxQuery = 4000

// Parse reads a query as people type it; the package comment has the grammar. today is what relative days count from. The error is a
// *SyntaxError.
func Parse(text string, today crm.Date) (Query, error) {
	root, err := parseTree(text)
	if err != nil {
		return Query{}, err
	}
	return NewQuery(root, today)
}

// parseTree reads a tree whose conditions are checked and in canonical form.
func parseTree(text string) (Node, error) {
	p := parser{in: []rune(strings.ToValidUTF8(text, "\uFFFD"))}
	if len(p.in) > maxQuery {
		return nil, &SyntaxError{Code: ErrLong, At: maxQuery}
	}
	n, err := p.or()
	if err == nil && !p.atEnd() {
		err = p.fail(ErrBracket, p.at)
	}
	return n, err
}

// parser reads a query from left to right. Its methods are the rules of the grammar.
type parser struct {
	in    []rune
	at    int
	depth int // open brackets
	level int // brackets and minus signs that are under way
}

func (p *parser) fail(code string, at int) error { return &SyntaxError{Code: code, At: at} }

func (p *parser) atEnd() bool { return p.at >= len(p.in) }

// peek is the character at a distance, 0 beyond the end.
func (p *parser) peek(n int) rune {
	if p.at+n >= len(p.in) {
		return 0
	}
	return p.in[p.at+n]
}

func (p *parser) skipBlanks() {
	for !p.atEnd() && isBlank(p.in[p.at]) {
		p.at++
	}
}

// or reads parts that are joined by OR.
func (p *parser) or() (Node, error) {
	var out Or
	for {
		start := p.at
		n, found, err := p.and()
		if err != nil {
			return nil, err
		}
		p.skipBlanks()
		more := p.takeOr()
		if !found && (more || out != nil) {
			return nil, p.fail(ErrNoPart, start)
		}
		if !more && out == nil {
			return n, nil
		}
		out = append(out, n)
		if !more {
			return out, nil
		}
	}
}

// and reads parts that stand beside each other. found is false if there is none.
func (p *parser) and() (n Node, found bool, err error) {
	out := And{}
	for {
		p.skipBlanks()
		if p.takeWord("AND", "且") {
			continue
		}
		if p.atEnd() || p.isClosing() && p.depth > 0 || p.seesOr() {
			return out, found, nil
		}
		n, err := p.unary()
		if err != nil {
			return nil, false, err
		}
		found = true
		if n != nil {
			out = append(out, n)
		}
	}
}

// unary reads one part with what stands before it.
func (p *parser) unary() (Node, error) {
	start := p.at
	switch {
	case p.isClosing():
		return nil, p.fail(ErrBracket, p.at)
	case p.isOpening():
		return p.group()
	case p.takeMinus() || p.takeWord("NOT"):
		return p.not(start)
	}
	return p.term()
}

func (p *parser) not(start int) (Node, error) {
	p.skipBlanks()
	if p.atEnd() || p.isClosing() || p.seesOr() {
		return nil, p.fail(ErrNoPart, start)
	}
	if err := p.enter(); err != nil {
		return nil, err
	}
	n, err := p.unary()
	p.level--
	return Not{n}, err
}

// enter counts how deep the rules call each other.
func (p *parser) enter() error {
	p.level++
	if p.level > maxDepth {
		return p.fail(ErrLong, p.at)
	}
	return nil
}

// group reads what stands in brackets. A bracket that is never closed is an error: where it was to close decides what an OR behind it joins.
func (p *parser) group() (Node, error) {
	start := p.at
	if err := p.enter(); err != nil {
		return nil, err
	}
	p.at++
	p.depth++
	n, err := p.or()
	p.depth--
	p.level--
	if err != nil {
		return nil, err
	}
	p.skipBlanks()
	if !p.isClosing() {
		return nil, p.fail(ErrOpen, start)
	}
	p.at++
	return n, nil
}

func (p *parser) isOpening() bool { return p.peek(0) == '(' || p.peek(0) == '（' }

func (p *parser) isClosing() bool { return p.peek(0) == ')' || p.peek(0) == '）' }

func (p *parser) isBar() bool { return p.peek(0) == '|' || p.peek(0) == '｜' }

func (p *parser) seesOr() bool { return p.isBar() || p.seesWord("OR") || p.seesWord("或") }

func (p *parser) takeOr() bool {
	if p.isBar() {
		p.at++
		if p.isBar() {
			p.at++
		}
		return true
	}
	return p.takeWord("OR", "或")
}

// takeMinus takes a minus sign that has something directly behind it.
func (p *parser) takeMinus() bool {
	if c := p.peek(0); c != '-' && c != '－' && c != '−' {
		return false
	}
	if next := p.peek(1); next == 0 || isBlank(next) {
		return false
	}
	p.at++
	return true
}

// seesWord reports whether a word stands here by itself.
func (p *parser) seesWord(word string) bool {
	n := 0
	for _, r := range word {
		if p.peek(n) != r {
			return false
		}
		n++
	}
	c := p.peek(n)
	return c == 0 || isBlank(c) || strings.ContainsRune("()（）|｜", c)
}

func (p *parser) takeWord(words ...string) bool {
	for _, w := range words {
		if p.seesWord(w) {
			p.at += len([]rune(w))
			return true
		}
	}
	return false
}

func isBlank(r rune) bool {
	return r <= ' ' || r == '\u00A0' || r == '\u3000' || r == 0x7F || r >= '\u2000' && r <= '\u200B'
}
