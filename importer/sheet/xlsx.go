package sheet

import (
	"bytes"
	"path"
	"strings"
)

// xlsxBook is what a workbook says about its sheets before they are read.
type xlsxBook struct {
	pack     *pack
	date1904 bool
	sheets   []xlsxSheet
	strings  []string
	formats  []*numberFormat // by cell style
}

type xlsxSheet struct {
	name   string
	hidden bool
	rel    string // the id of the relation to its part
	part   string
}

// maxSheets bounds the sheets of a workbook.
const maxSheets = 1000

// readXLSX reads an Office Open XML workbook, transitional or strict: ECMA-376.
func readXLSX(p *pack) (*File, error) {
	main := p.officeDocument()
	if main == "" {
		main = "xl/workbook.xml"
	}
	book := &xlsxBook{pack: p}
	if err := p.scan(main, book.readWorkbook); err != nil {
		return nil, err
	}
	if err := book.relate(main); err != nil {
		return nil, err
	}
	f := &File{Format: FormatXLSX}
	for _, s := range book.sheets {
		if s.part == "" {
			continue
		}
		t, err := book.readSheet(s)
		if err != nil {
			return nil, err
		}
		f.Tables = append(f.Tables, t)
	}
	if len(f.Tables) == 0 {
		return nil, &Error{Code: CodeDamaged, Values: map[string]any{"part": main}}
	}
	return f, nil
}

// officeDocument is the path of the workbook by the package's relations, "" when they name none.
func (p *pack) officeDocument() string {
	found := ""
	if !p.has("_rels/.rels") {
		return ""
	}
	relations, err := p.relations("_rels/.rels", "")
	if err != nil {
		return ""
	}
	for _, r := range relations {
		if strings.HasSuffix(r.kind, "/officeDocument") && p.has(r.target) && strings.Contains(strings.ToLower(r.target), "workbook") {
			found = r.target
		}
	}
	return found
}

// relation leads from one part to another.
type relation struct{ id, kind, target string }

// relations reads a part of relations; targets are relative to the folder of the part they belong to.
func (p *pack) relations(name, folder string) ([]relation, error) {
	var all []relation
	err := p.scan(name, func(s *xmlScanner, _ *partReader) error {
		return s.each(func() error {
			if s.is("Relationship") && len(all) < maxParts {
				all = append(all, relation{s.attrText("Id"), s.attrText("Type"), resolve(folder, s.attrText("Target"))})
			}
			return nil
		})
	})
	return all, err
}

func resolve(folder, target string) string {
	if strings.HasPrefix(target, "/") {
		return partName(target)
	}
	return partName(path.Join(folder, target))
}

// each calls use at every opening tag of the document.
func (s *xmlScanner) each(use func() error) error {
	for {
		event, err := s.next(false)
		if err != nil || event == xmlEnd {
			return err
		}
		if event == xmlOpen {
			if err := use(); err != nil {
				return err
			}
		}
	}
}

func (b *xlsxBook) readWorkbook(s *xmlScanner, _ *partReader) error {
	return s.each(func() error {
		switch {
		case s.is("workbookPr"):
			b.date1904 = s.attrTrue("date1904")
		case s.is("sheet") && len(b.sheets) < maxSheets:
			state := s.attrText("state")
			b.sheets = append(b.sheets, xlsxSheet{name: s.attrText("name"), hidden: state == "hidden" || state == "veryHidden", rel: s.attrText("id")})
		}
		return nil
	})
}

// relate finds the parts of the sheets and reads the strings and styles they share.
func (b *xlsxBook) relate(main string) error {
	folder := path.Dir(main)
	relations, err := b.pack.relations(path.Join(folder, "_rels", path.Base(main)+".rels"), folder)
	if err != nil {
		return err
	}
	for _, r := range relations {
		switch kind := path.Base(r.kind); {
		case kind == "sharedStrings" && b.pack.has(r.target):
			err = b.pack.scan(r.target, b.readStrings)
		case kind == "styles" && b.pack.has(r.target):
			err = b.pack.scan(r.target, b.readStyles)
		case kind == "worksheet":
			b.place(r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (b *xlsxBook) place(r relation) {
	for i := range b.sheets {
		if b.sheets[i].rel == r.id {
			b.sheets[i].part = r.target
		}
	}
}

// readStrings reads the strings the sheets share.
func (b *xlsxBook) readStrings(s *xmlScanner, r *partReader) error {
	var keep texts
	for {
		event, err := s.next(false)
		if err != nil || event == xmlEnd {
			return err
		}
		if event != xmlOpen || !s.is("si") {
			continue
		}
		text, err := s.richText()
		if err != nil {
			return err
		}
		b.strings = append(b.strings, keep.keep(text))
		if len(b.strings) > 2*r.budget.limits.Cells {
			return &Error{Code: CodeTooManyCells, Values: map[string]any{"limit": r.budget.limits.Cells}}
		}
	}
}

// richText is the text of the element that was just opened: all its t elements, those of phonetic readings (rPh) excepted. It
// is valid until the next call.
func (s *xmlScanner) richText() ([]byte, error) {
	text, inText := s.rich[:0], false
	for depth := s.depth; s.depth >= depth; {
		event, err := s.next(inText)
		if err != nil {
			return nil, err
		}
		switch {
		case event == xmlEnd:
			return nil, errXMLCut
		case event == xmlOpen && s.is("rPh"):
			if err := s.skip(); err != nil {
				return nil, err
			}
		case event == xmlOpen:
			inText = s.is("t")
		case event == xmlClose:
			inText = false
		case event == xmlText:
			if text = append(text, s.text...); len(text) > maxXMLText {
				return nil, errXMLLong
			}
		}
	}
	s.rich = text
	return unescapeExcel(text), nil
}

// unescapeExcel resolves _x000D_ and the like, by which Excel writes characters XML does not allow.
func unescapeExcel(b []byte) []byte {
	if !bytes.Contains(b, []byte("_x")) {
		return b
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		if n, ok := excelEscape(b[i:]); ok {
			out = append(out, string(n)...)
			i += len("_x0000_")
			continue
		}
		out = append(out, b[i])
		i++
	}
	return out
}

func excelEscape(b []byte) (rune, bool) {
	if len(b) < 7 || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	n := rune(0)
	for _, c := range b[2:6] {
		digit := strings.IndexByte("0123456789abcdef", c|0x20)
		if c <= '9' {
			digit = strings.IndexByte("0123456789", c)
		}
		if digit < 0 {
			return 0, false
		}
		n = n<<4 | rune(digit)
	}
	return n, true
}

// maxStyles bounds the styles of a workbook; Excel allows 65,490.
const maxStyles = 1 << 17

// readStyles reads which number format each cell style has.
func (b *xlsxBook) readStyles(s *xmlScanner, _ *partReader) error {
	codes := map[int]string{}
	parsed := map[int]*numberFormat{}
	inside := ""
	return s.each(func() error {
		switch {
		case s.is("cellXfs"), s.is("cellStyleXfs"), s.is("dxfs"):
			inside = string(s.name)
		case s.is("numFmt") && inside != "dxfs":
			if id, ok := s.attrInt("numFmtId"); ok && len(codes) < maxStyles {
				codes[id] = s.attrText("formatCode")
			}
		case s.is("xf") && inside == "cellXfs" && len(b.formats) < maxStyles:
			id, _ := s.attrInt("numFmtId")
			if parsed[id] == nil {
				code, own := codes[id]
				if !own {
					code = builtinFormat(id)
				}
				parsed[id] = parseFormat(code)
			}
			b.formats = append(b.formats, parsed[id])
		}
		return nil
	})
}

// format is the number format of a cell style.
func (b *xlsxBook) format(style int) *numberFormat {
	if style < 0 || style >= len(b.formats) {
		return generalFormat
	}
	return b.formats[style]
}

// generalFormat shows numbers as they are. It is never changed.
var generalFormat = &numberFormat{general: true}
