package sheet

import (
	"strings"
)

// csvParser divides text into rows of cells as RFC 4180 says, and carries on where people and programs broke its rules: quotation
// marks inside cells, quotes never closed, CR, LF, CRLF and CR CR LF as line ends, blanks around quoted cells.
type csvParser struct {
	text      string
	separator string
	stops     string     // the separator and what ends lines
	usual     func() int // how many cells the rows before had

	pos, line    int // the next byte and its line
	cells        []string
	rowLine      int
	strayQuote   bool
	rule         quoteRule
	base         quoteRule // the rule rows are first read by
	literal      int       // quotes before this position are never closed
	withinLine   int       // rows that only quoteWithinLine made right
	unclosedLine int
	scratch      strings.Builder
}

// quoteRule says what closes a quoted cell that has quotation marks inside.
type quoteRule uint8

const (
	quoteBeforeSeparator quoteRule = iota // a quote before a separator or a line end
	quoteBeforeQuote                      // a quote before a separator and another quote, or before a line end
	quoteWithinLine                       // as the first, but cells end with the line
)

// maxWithinLine is how many rows only quoteWithinLine may make right before the whole file is read so.
const maxWithinLine = 50

// maxRowCells bounds the cells of one row; what follows is the last of them.
const maxRowCells = 1 << 15

// maxQuoted is the longest quoted cell, in bytes; a quotation mark that is not closed within it is a character.
const maxQuoted = 256 << 10

func newCSVParser(text string, separator rune, line int) *csvParser {
	return &csvParser{text: text, separator: string(separator), stops: string(separator) + "\r\n", line: line, usual: func() int { return 0 }}
}

// next parses a row; false at the end of the text.
func (p *csvParser) next() bool {
	if p.pos >= len(p.text) {
		return false
	}
	before := *p
	p.row()
	if usual := p.usual(); p.strayQuote && usual > 1 && len(p.cells) != usual {
		p.retry(before, usual)
	}
	return true
}

// retry parses a row with quotation marks inside its cells again by other rules, and takes the first that gives the usual number of
// cells.
func (p *csvParser) retry(before csvParser, usual int) {
	first := *p
	first.cells = append([]string(nil), p.cells...)
	for _, rule := range []quoteRule{quoteBeforeQuote, quoteWithinLine} {
		p.pos, p.line, p.unclosedLine, p.literal, p.rule = before.pos, before.line, before.unclosedLine, before.literal, rule
		p.row()
		p.rule = p.base
		if len(p.cells) == usual {
			p.strayQuote = true
			p.learn(rule)
			return
		}
	}
	p.pos, p.line, p.unclosedLine, p.literal = first.pos, first.line, first.unclosedLine, first.literal
	p.cells, p.strayQuote = append(p.cells[:0], first.cells...), true
}

// learn makes quoteWithinLine the rule for the rest of a file that needs it again and again.
func (p *csvParser) learn(rule quoteRule) {
	if rule != quoteWithinLine {
		return
	}
	if p.withinLine++; p.withinLine > maxWithinLine {
		p.base, p.rule = quoteWithinLine, quoteWithinLine
	}
}

// blank says whether no cell of the row has any text.
func (p *csvParser) blank() bool {
	for _, cell := range p.cells {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}

func (p *csvParser) row() {
	p.cells, p.rowLine, p.strayQuote = p.cells[:0], p.line, false
	for {
		p.cells = append(p.cells, p.cell())
		if len(p.cells) >= maxRowCells {
			p.skipLine()
		}
		if !p.skipSeparator() {
			p.skipLineEnd()
			return
		}
	}
}

func (p *csvParser) skipSeparator() bool {
	if strings.HasPrefix(p.text[p.pos:], p.separator) {
		p.pos += len(p.separator)
		return true
	}
	return false
}

// skipLine passes everything before the line end.
func (p *csvParser) skipLine() {
	if end := strings.IndexAny(p.text[p.pos:], "\r\n"); end >= 0 {
		p.pos += end
		return
	}
	p.pos = len(p.text)
}

// skipLineEnd passes CR, LF, CRLF or CR CR LF.
func (p *csvParser) skipLineEnd() {
	n := lineEnd(p.text[p.pos:])
	p.pos += n
	if n > 0 {
		p.line++
	}
}

// lineEnd is the length of the line end at the beginning of s, 0 if there is none.
func lineEnd(s string) int {
	switch {
	case strings.HasPrefix(s, "\n"):
		return 1
	case strings.HasPrefix(s, "\r\r\n"):
		return 3
	case strings.HasPrefix(s, "\r\n"):
		return 2
	case strings.HasPrefix(s, "\r"):
		return 1
	}
	return 0
}

// cell parses one cell and stops before the separator, the line end or the end of the text.
func (p *csvParser) cell() string {
	start := p.pos
	for p.pos < len(p.text) && p.text[p.pos] == ' ' {
		p.pos++
	}
	if p.pos < len(p.text) && p.text[p.pos] == '"' {
		if text, ok := p.quoted(); ok {
			return text
		}
		p.strayQuote = true
	}
	p.pos = start
	return p.plain()
}

// plain parses a cell without quotes around it.
func (p *csvParser) plain() string {
	rest := p.text[p.pos:]
	end := strings.IndexAny(rest, p.stops)
	if end < 0 {
		end = len(rest)
	}
	p.pos += end
	return strings.TrimSpace(rest[:end])
}

// quoted parses a cell in quotes; false, without having moved on, when the quote is never closed.
func (p *csvParser) quoted() (string, bool) {
	open, line := p.pos, p.line
	if open < p.literal {
		return "", false
	}
	p.scratch = strings.Builder{}
	limit := p.quotedLimit()
	from, at := open+1, open+1
	for {
		quote := strings.IndexByte(p.text[at:limit], '"')
		if quote < 0 {
			p.noteUnclosed(line)
			p.literal = limit
			return "", false
		}
		at += quote
		switch {
		case strings.HasPrefix(p.text[at+1:], `"`):
			p.scratch.WriteString(p.text[from : at+1])
			at += 2
			from = at
		case p.closes(at + 1):
			return p.closeQuoted(open, from, at), true
		default:
			p.strayQuote = true
			at++
		}
	}
}

// closes says whether a quote that ends before pos closes the cell: only blanks may stand between it and what divides cells.
func (p *csvParser) closes(pos int) bool {
	rest := strings.TrimLeft(p.text[pos:min(len(p.text), pos+64)], " ")
	if rest == "" || lineEnd(rest) > 0 {
		return true
	}
	if !strings.HasPrefix(rest, p.separator) {
		return false
	}
	return p.rule != quoteBeforeQuote || strings.HasPrefix(rest[len(p.separator):], `"`)
}

// closeQuoted puts the cell together and moves behind its closing quote.
func (p *csvParser) closeQuoted(open, from, at int) string {
	text := p.text[from:at]
	if p.scratch.Len() > 0 {
		p.scratch.WriteString(text)
		text = p.scratch.String()
	}
	p.pos = at + 1
	for p.pos < len(p.text) && p.text[p.pos] == ' ' {
		p.pos++
	}
	p.line += countLines(p.text[open:at])
	return strings.TrimSpace(plainLines(text))
}

func (p *csvParser) noteUnclosed(line int) {
	if p.rule != quoteWithinLine && p.unclosedLine == 0 {
		p.unclosedLine = line
	}
}

// quotedLimit is where the search for the end of the quoted cell stops.
func (p *csvParser) quotedLimit() int {
	limit := min(len(p.text), p.pos+maxQuoted)
	if p.rule != quoteWithinLine {
		return limit
	}
	if end := strings.IndexAny(p.text[p.pos:limit], "\r\n"); end >= 0 {
		return p.pos + end
	}
	return limit
}

func countLines(s string) int {
	if !strings.ContainsAny(s, "\r\n") {
		return 0
	}
	n := 0
	for i := 0; i < len(s); {
		if skip := lineEnd(s[i:]); skip > 0 {
			n++
			i += skip
			continue
		}
		i++
	}
	return n
}

var lineEnds = strings.NewReplacer("\r\r\n", "\n", "\r\n", "\n", "\r", "\n")

// plainLines makes every line end a line feed.
func plainLines(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return lineEnds.Replace(text)
}
