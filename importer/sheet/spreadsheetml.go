package sheet

import (
	"strings"
)

// looksLikeSpreadsheetXML recognizes workbooks saved as "XML Spreadsheet 2003", which some programs name .xls.
func looksLikeSpreadsheetXML(text string) bool {
	head := text[:min(len(text), sniffSize)]
	return strings.HasPrefix(strings.TrimFunc(head, blankOrMark), "<?xml") && strings.Contains(head, "urn:schemas-microsoft-com:office:spreadsheet")
}

// xmlBook reads an Excel 2003 workbook in XML.
type xmlBook struct {
	budget  *budget
	scan    *xmlScanner
	formats map[string]*numberFormat
	tables  []Table

	grid   *grid
	name   string
	hidden bool
	row    int
	column int
}

func readSpreadsheetXML(text string, b *budget) (*File, error) {
	r := &xmlBook{budget: b, scan: newXMLScanner(strings.NewReader(strings.TrimFunc(text, blankOrMark))), formats: map[string]*numberFormat{}}
	if err := r.scan.each(r.element); err != nil {
		return nil, withRow(partError(err, "xml"), r.row, r.name)
	}
	r.finishSheet()
	if len(r.tables) == 0 {
		return nil, &Error{Code: CodeNotATable}
	}
	return &File{Format: FormatXML, Tables: r.tables}, nil
}

func (r *xmlBook) finishSheet() {
	if r.grid != nil && len(r.tables) < maxSheets {
		r.tables = append(r.tables, r.grid.table(r.name, r.hidden))
	}
	r.grid = nil
}

func (r *xmlBook) element() error {
	s := r.scan
	switch {
	case s.is("Style"):
		return r.style(s.attrText("ss:ID"))
	case s.is("Worksheet"):
		r.finishSheet()
		r.grid, r.name, r.row, r.hidden = newGrid(r.budget), s.attrText("ss:Name"), 0, false
	case s.is("Visible") && r.grid != nil:
		event, err := s.next(true)
		r.hidden = r.hidden || event == xmlText && strings.Contains(string(s.text), "Hidden")
		return err
	case s.is("Row") && r.grid != nil:
		return r.readRow()
	}
	return nil
}

// style reads the number format of a style. Formats may be named in words.
func (r *xmlBook) style(id string) error {
	return r.scan.inside(func() error {
		if r.scan.is("NumberFormat") && len(r.formats) < maxStyles {
			code := r.scan.attrText("Format")
			switch code {
			case "Short Date", "General Date", "Medium Date", "Long Date":
				code = "yyyy/m/d"
			case "Fixed", "Standard", "Scientific", "Currency", "Euro Currency", "Percent", "General Number":
				code = ""
			}
			r.formats[id] = parseFormat(code)
		}
		return nil
	})
}

func (r *xmlBook) readRow() error {
	r.row++
	if n, ok := r.scan.attrInt("Index"); ok && n > r.row && n <= maxSheetRow {
		r.row = n
	}
	r.column = 0
	r.grid.begin(r.row, r.scan.attrTrue("Hidden"))
	err := r.scan.inside(func() error {
		if r.scan.is("Cell") {
			return r.readCell()
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := r.grid.end(); err != nil {
		return err
	}
	return r.budget.tick(0)
}

func (r *xmlBook) readCell() error {
	s := r.scan
	if n, ok := s.attrInt("Index"); ok && n > r.column && n <= maxSheetRow {
		r.column = n - 1
	}
	across, _ := s.attrInt("MergeAcross")
	down, _ := s.attrInt("MergeDown")
	across, down = min(max(across, 0), maxSheetRow), min(max(down, 0), maxSheetRow)
	r.grid.merged(merge{top: r.row, bottom: r.row + down, left: r.column, right: r.column + across})
	format := r.formats[s.attrText("StyleID")]
	_, formula := s.attr("Formula")
	column := r.column
	r.column += 1 + across
	var c Cell
	err := s.inside(func() error {
		var err error
		switch {
		case s.is("Data"):
			c, err = r.data(s.attrText("Type"), format)
		case s.is("Comment"):
			err = s.skip()
		}
		return err
	})
	if err != nil {
		return err
	}
	c.Formula = formula && c.Kind != KindEmpty
	return r.grid.set(column, c)
}

// data reads the value, which may hold formatted pieces.
func (r *xmlBook) data(kind string, format *numberFormat) (Cell, error) {
	if format == nil {
		format = generalFormat
	}
	var b strings.Builder
	for depth := r.scan.depth; r.scan.depth >= depth; {
		event, err := r.scan.next(true)
		if err != nil {
			return Cell{}, err
		}
		if event == xmlText && b.Len() < maxXMLText {
			b.Write(r.scan.text)
		}
	}
	text := b.String()
	switch kind {
	case "Number":
		return format.cell(strings.TrimSpace(text), false), nil
	case "Boolean":
		return Cell{Text: boolText(strings.TrimSpace(text) == "1"), Kind: KindBool}, nil
	case "Error":
		return Cell{Text: text, Kind: KindError}, nil
	case "DateTime":
		base, _, _ := strings.Cut(strings.TrimSpace(text), ".")
		if d, ok := odsDate(base); ok {
			return format.dateCell(base, d, int(d.Minute)*60), nil
		}
	}
	return textCell(text), nil
}
