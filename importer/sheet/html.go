package sheet

import (
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// looksLikeHTML says whether the text is a web page, as many programs save under the name .xls.
func looksLikeHTML(text string) bool {
	head := strings.ToLower(strings.TrimFunc(text[:min(len(text), sniffSize)], blankOrMark))
	if !strings.HasPrefix(head, "<") {
		return false
	}
	for _, tag := range []string{"<!doctype html", "<html", "<table", "<meta", "<head", "<body", "<style", "<div", "<tr"} {
		if strings.Contains(head, tag) {
			return true
		}
	}
	return false
}

var metaCharset = regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?([a-z0-9_:-]{2,40})`)

// htmlCharset is the character set a web page names, "" for none.
func htmlCharset(data []byte) string {
	head := data[:min(len(data), sniffSize)]
	m := metaCharset.FindSubmatch(head)
	if m == nil {
		return ""
	}
	name := string(m[1])
	if _, err := encodingByName(name); err != nil || strings.HasPrefix(strings.ToLower(name), "utf-16") {
		return ""
	}
	return name
}

// htmlReader collects the tables of a page. A table inside a cell of another is a table of its own.
type htmlReader struct {
	budget *budget
	tokens *html.Tokenizer
	tables []Table
	open   []*htmlTable
	ignore int // depth inside script and style
}

// htmlTable is a table whose end has not come.
type htmlTable struct {
	grid    *grid
	row     int
	inRow   bool
	column  int
	inCell  bool
	text    strings.Builder
	covered map[int]int // column → rows still covered from above
	width   int         // of the open cell
	height  int
}

func readHTML(d decoded, b *budget) (*File, error) {
	r := &htmlReader{budget: b, tokens: html.NewTokenizer(strings.NewReader(d.text))}
	r.tokens.SetMaxBuf(maxXMLText)
	if err := r.read(); err != nil {
		return nil, err
	}
	for len(r.open) > 0 {
		if err := r.closeTable(); err != nil {
			return nil, err
		}
	}
	if len(r.tables) == 0 {
		return nil, &Error{Code: CodeNotATable}
	}
	r.tables[0].readNote = append(d.notes, r.tables[0].readNote...)
	return &File{Format: FormatHTML, Encoding: d.encoding, Encodings: d.others, Tables: r.tables}, nil
}

func (r *htmlReader) read() error {
	for {
		switch r.tokens.Next() {
		case html.ErrorToken:
			if errors.Is(r.tokens.Err(), io.EOF) {
				return nil
			}
			return &Error{Code: CodeDamaged, Values: map[string]any{"part": "html"}, Err: r.tokens.Err()}
		case html.TextToken:
			r.text()
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := r.start(); err != nil {
				return err
			}
		case html.EndTagToken:
			if err := r.end(); err != nil {
				return err
			}
		}
	}
}

// top is the innermost open table, nil outside of tables.
func (r *htmlReader) top() *htmlTable {
	if len(r.open) == 0 {
		return nil
	}
	return r.open[len(r.open)-1]
}

func (r *htmlReader) text() {
	if t := r.top(); t != nil && t.inCell && r.ignore == 0 && t.text.Len() < maxXMLText {
		t.text.WriteString(lineBreaksAsBlanks.Replace(string(r.tokens.Text())))
	}
}

// lineBreaksAsBlanks: a line end in the source of a page is a blank.
var lineBreaksAsBlanks = strings.NewReplacer("\r", " ", "\n", " ", "\u00a0", " ")

func (r *htmlReader) start() error {
	name, hasAttr := r.tokens.TagName()
	t := r.top()
	switch tag := atom.Lookup(name); tag {
	case atom.Script, atom.Style:
		r.ignore++
	case atom.Table:
		if len(r.open) < maxDepth && len(r.tables) < maxSheets {
			r.open = append(r.open, &htmlTable{grid: newGrid(r.budget), covered: map[int]int{}})
		}
	case atom.Tr:
		if t != nil {
			return t.beginRow(r.attributes(hasAttr))
		}
	case atom.Td, atom.Th:
		if t != nil {
			return t.beginCell(r.attributes(hasAttr))
		}
	case atom.Br, atom.P, atom.Div, atom.Li:
		if t != nil && t.inCell && t.text.Len() > 0 {
			t.text.WriteByte('\n')
		}
	}
	return nil
}

func (r *htmlReader) attributes(has bool) map[string]string {
	all := map[string]string{}
	for has {
		var key, value []byte
		key, value, has = r.tokens.TagAttr()
		all[string(key)] = string(value)
	}
	return all
}

func (r *htmlReader) end() error {
	name, _ := r.tokens.TagName()
	t := r.top()
	switch atom.Lookup(name) {
	case atom.Script, atom.Style:
		r.ignore = max(0, r.ignore-1)
	case atom.Table:
		if t != nil {
			return r.closeTable()
		}
	case atom.Tr:
		if t != nil {
			return t.endRow()
		}
	case atom.Td, atom.Th:
		if t != nil {
			return t.endCell()
		}
	}
	return nil
}

func (r *htmlReader) closeTable() error {
	t := r.top()
	r.open = r.open[:len(r.open)-1]
	if err := t.endRow(); err != nil {
		return err
	}
	if len(t.grid.rows) > 0 {
		r.tables = append(r.tables, t.grid.table("", false))
	}
	return r.budget.ctx.Err()
}

func (t *htmlTable) beginRow(attributes map[string]string) error {
	if err := t.endRow(); err != nil {
		return err
	}
	t.row++
	t.inRow, t.column = true, 0
	style := strings.ReplaceAll(strings.ToLower(attributes["style"]), " ", "")
	t.grid.begin(t.row, strings.Contains(style, "display:none"))
	return t.grid.budget.tick(0)
}

// span is the value of colspan or rowspan.
func span(value string, limit int) int {
	n, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, limit)
}

func (t *htmlTable) beginCell(attributes map[string]string) error {
	if !t.inRow {
		if err := t.beginRow(nil); err != nil {
			return err
		}
	}
	if err := t.endCell(); err != nil {
		return err
	}
	for t.covered[t.column] > 0 {
		t.covered[t.column]--
		t.column++
	}
	t.inCell = true
	t.width, t.height = span(attributes["colspan"], t.grid.budget.limits.Columns), span(attributes["rowspan"], maxSheetRow)
	t.text.Reset()
	return nil
}

func (t *htmlTable) endCell() error {
	if !t.inCell {
		return nil
	}
	t.inCell = false
	t.grid.merged(merge{top: t.row, bottom: t.row + t.height - 1, left: t.column, right: t.column + t.width - 1})
	if t.height > 1 && t.column+t.width <= t.grid.budget.limits.Columns {
		for i := range t.width {
			t.covered[t.column+i] = t.height - 1
		}
	}
	column := t.column
	t.column += t.width
	return t.grid.set(column, textCell(htmlText(t.text.String())))
}

// htmlText joins runs of blanks, keeping the line ends of <br>.
func htmlText(s string) string {
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

func (t *htmlTable) endRow() error {
	if !t.inRow {
		return nil
	}
	if err := t.endCell(); err != nil {
		return err
	}
	t.inRow = false
	for column, rows := range t.covered {
		if column >= t.column && rows > 0 {
			t.covered[column]--
		}
	}
	return t.grid.end()
}
