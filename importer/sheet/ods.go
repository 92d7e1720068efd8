package sheet

import (
	"strconv"
	"strings"
	"time"
)

// odsBook is what the styles of an OpenDocument spreadsheet say.
type odsBook struct {
	pack       *pack
	yearless   map[string]bool   // date styles that show no year
	dataStyles map[string]string // cell style → data style
	hidden     map[string]bool   // table styles that hide the sheet
	tables     []Table
}

// readODS reads an OpenDocument spreadsheet: OASIS OpenDocument 1.3, part 3.
func readODS(p *pack) (*File, error) {
	if locked, err := p.locked(); locked || err != nil {
		return nil, orError(err, &Error{Code: CodeEncryptedOffice})
	}
	b := &odsBook{pack: p, yearless: map[string]bool{}, dataStyles: map[string]string{}, hidden: map[string]bool{}}
	if p.has("styles.xml") {
		if err := p.scan("styles.xml", func(s *xmlScanner, _ *partReader) error { return b.styles(s) }); err != nil {
			return nil, err
		}
	}
	if err := p.scan("content.xml", b.content); err != nil {
		return nil, err
	}
	if len(b.tables) == 0 {
		return nil, &Error{Code: CodeArchive}
	}
	return &File{Format: FormatODS, Tables: b.tables}, nil
}

func orError(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

// locked says whether the manifest tells of encrypted parts.
func (p *pack) locked() (bool, error) {
	const manifest = "META-INF/manifest.xml"
	if !p.has(manifest) {
		return false, nil
	}
	locked := false
	err := p.scan(manifest, func(s *xmlScanner, _ *partReader) error {
		return s.each(func() error {
			locked = locked || s.is("encryption-data")
			return nil
		})
	})
	return locked, err
}

// styles reads styles until the end of the document.
func (b *odsBook) styles(s *xmlScanner) error {
	return s.each(func() error { return b.style(s) })
}

// style handles one element of the styles.
func (b *odsBook) style(s *xmlScanner) error {
	switch {
	case s.is("date-style"):
		return b.dateStyle(s)
	case s.is("style") && len(b.dataStyles) < maxStyles:
		name := s.attrText("style:name")
		if data := s.attrText("data-style-name"); data != "" {
			b.dataStyles[name] = data
		}
		if s.attrText("style:family") == "table" {
			return b.tableStyle(s, name)
		}
	}
	return nil
}

// dateStyle finds out whether the style shows month or day but no year.
func (b *odsBook) dateStyle(s *xmlScanner) error {
	name := s.attrText("style:name")
	day, year := false, false
	err := s.inside(func() error {
		day = day || s.is("day") || s.is("month")
		year = year || s.is("year") || s.is("era")
		return nil
	})
	b.yearless[name] = day && !year
	return err
}

func (b *odsBook) tableStyle(s *xmlScanner, name string) error {
	return s.inside(func() error {
		if s.is("table-properties") && s.attrText("display") == "false" {
			b.hidden[name] = true
		}
		return nil
	})
}

// inside calls use at every opening tag within the element that was just opened, to its end.
func (s *xmlScanner) inside(use func() error) error {
	for depth := s.depth; s.depth >= depth; {
		event, err := s.next(false)
		switch {
		case err != nil:
			return err
		case event == xmlEnd:
			return errXMLCut
		case event == xmlOpen:
			if err := use(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *odsBook) content(s *xmlScanner, part *partReader) error {
	return s.each(func() error {
		if !s.is("table") {
			return b.style(s)
		}
		if len(b.tables) >= maxSheets {
			return s.skip()
		}
		r := &odsReader{book: b, scan: s, part: part, grid: newGrid(part.budget), name: s.attrText("name")}
		hidden := b.hidden[s.attrText("style-name")]
		if err := r.table(); err != nil {
			return withRow(partError(err, r.name), r.row, r.name)
		}
		b.tables = append(b.tables, r.grid.table(r.name, hidden))
		return nil
	})
}

// odsReader goes through one sheet.
type odsReader struct {
	book   *odsBook
	scan   *xmlScanner
	part   *partReader
	grid   *grid
	keep   texts
	name   string
	row    int // the number of the last row
	column int // while columns and cells are counted
}

func (r *odsReader) table() error {
	return r.scan.inside(func() error {
		switch {
		case r.scan.is("table-row"):
			return r.readRow()
		case r.scan.is("table-column"):
			r.columns()
		case r.scan.is("shapes"), r.scan.is("forms"), r.scan.is("table"):
			return r.scan.skip()
		}
		return nil
	})
}

// repeated is the count of equal columns, rows or cells an element stands for.
func (r *odsReader) repeated(attribute string) int {
	n, ok := r.scan.attrInt(attribute)
	if !ok || n < 1 {
		return 1
	}
	return min(n, maxSheetRow)
}

func (r *odsReader) invisible() bool {
	value := r.scan.attrText("visibility")
	return value == "collapse" || value == "filter"
}

func (r *odsReader) columns() {
	for n := r.repeated("number-columns-repeated"); n > 0 && r.column < r.grid.budget.limits.Columns; n-- {
		if r.invisible() {
			r.grid.hidden = append(r.grid.hidden, r.column)
		}
		r.column++
	}
}

// readRow reads a row and repeats it if it stands for several and is not empty.
func (r *odsReader) readRow() error {
	repeated := r.repeated("number-rows-repeated")
	r.row++
	r.grid.begin(r.row, r.invisible())
	r.column = 0
	err := r.scan.inside(func() error {
		switch {
		case r.scan.is("table-cell"):
			return r.readCell()
		case r.scan.is("covered-table-cell"):
			r.column += r.repeated("number-columns-repeated")
			return r.scan.skip()
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := r.finishRow(repeated); err != nil {
		return err
	}
	return r.part.budget.tick(r.part.share())
}

func (r *odsReader) finishRow(repeated int) error {
	cells, hidden := r.grid.row.Cells, r.grid.row.Hidden
	if err := r.grid.end(); err != nil {
		return err
	}
	if !blankRow(cells) {
		for n := 1; n < repeated; n++ {
			r.grid.begin(r.row+n, hidden)
			r.grid.row.Cells = append(r.grid.row.Cells, cells...)
			if err := r.grid.end(); err != nil {
				return err
			}
		}
	}
	r.row += repeated - 1
	return nil
}

// odsCell is what the attributes of a cell say.
type odsCell struct {
	kind     string
	value    string
	style    string
	formula  bool
	isError  bool
	repeated int
}

func (r *odsReader) readCell() error {
	s := r.scan
	c := odsCell{
		kind: s.attrText("office:value-type"), style: s.attrText("style-name"), repeated: r.repeated("number-columns-repeated"),
		isError: s.attrText("calcext:value-type") == "error",
	}
	_, c.formula = s.attr("formula")
	for _, name := range []string{"office:value", "office:date-value", "office:time-value", "office:boolean-value", "office:string-value"} {
		if value, ok := s.attr(name); ok {
			c.value = string(value)
		}
	}
	r.span()
	text, err := r.cellText()
	if err != nil {
		return err
	}
	cell := r.cell(c, r.keep.keep([]byte(text)))
	if cell.Kind == KindEmpty && c.formula && c.kind == "" {
		r.grid.bare.add(r.row)
	}
	for n := 0; n < c.repeated; n++ {
		if err := r.grid.set(r.column+n, cell); err != nil {
			return err
		}
		if cell.Kind == KindEmpty {
			break
		}
	}
	r.column += c.repeated
	return nil
}

// span notes a merged range that begins at the cell.
func (r *odsReader) span() {
	columns, rows := r.repeated("number-columns-spanned"), r.repeated("number-rows-spanned")
	r.grid.merged(merge{top: r.row, bottom: r.row + rows - 1, left: r.column, right: r.column + columns - 1})
}

// cellText is what the cell shows: its paragraphs, without comments and drawings.
func (r *odsReader) cellText() (string, error) {
	var b strings.Builder
	s := r.scan
	paragraphs, inParagraph := 0, 0
	for depth := s.depth; s.depth >= depth; {
		event, err := s.next(inParagraph > 0)
		switch {
		case err != nil:
			return "", err
		case event == xmlEnd:
			return "", errXMLCut
		case event == xmlText:
			b.Write(s.text)
		case event == xmlClose && s.is("p"):
			inParagraph = max(0, inParagraph-1)
		case event != xmlOpen:
		case s.is("annotation"), s.is("note"), s.is("frame"), s.is("custom-shape"):
			if err := s.skip(); err != nil {
				return "", err
			}
		case s.is("p"):
			if paragraphs++; paragraphs > 1 {
				b.WriteByte('\n')
			}
			inParagraph++
		case s.is("s"):
			b.WriteString(strings.Repeat(" ", min(r.repeated("c"), 1000)))
		case s.is("tab"):
			b.WriteByte('\t')
		case s.is("line-break"):
			b.WriteByte('\n')
		}
		if b.Len() > maxXMLText {
			return "", errXMLLong
		}
	}
	return b.String(), nil
}

// cell makes the cell by the type of its value.
func (r *odsReader) cell(c odsCell, text string) Cell {
	cell := textCell(text)
	cell.Formula = c.formula
	switch {
	case c.isError:
		cell.Kind = KindError
	case c.kind == "float", c.kind == "currency", c.kind == "percentage":
		cell.Kind, cell.Raw = KindNumber, c.value
		if v, err := strconv.ParseFloat(c.value, 64); err == nil && (text == "" || strings.Contains(text, "E+")) {
			cell.Text = generalNumber(c.value, v)
		}
	case c.kind == "date":
		if d, ok := odsDate(c.value); ok {
			cell.Kind, cell.Raw, cell.Date = KindDate, c.value, d
			cell.Text = orElse(cell.Text, d.String())
			cell.DateShownWithoutYear = r.book.yearless[r.book.dataStyles[c.style]]
		}
	case c.kind == "time":
		cell.Raw = c.value
	case c.kind == "boolean":
		cell.Kind, cell.Text = KindBool, boolText(c.value == "true")
	}
	if cell.Text == "" && cell.Kind == KindText {
		return Cell{}
	}
	return cell
}

// odsDate parses 2021-03-05 and 2021-03-05T12:00:00.
func odsDate(value string) (Date, bool) {
	base, _, _ := strings.Cut(value, ".")
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, base); err == nil {
			return Date{int16(t.Year()), uint8(t.Month()), uint8(t.Day()), int16(t.Hour()*60 + t.Minute())}, true
		}
	}
	return Date{}, false
}
