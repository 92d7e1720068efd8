package importer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"regulars/importer/mapping"
	"regulars/importer/sheet"
	"regulars/store/crm"
)

// Source is a file that has been read: one table of rows, or cards.
type Source struct {
	Name      string // of the file, as given
	Size      int64
	Hash      string // SHA-256 of the bytes, hexadecimal
	Format    string // xlsx, xls, ods, html, csv, tsv, vcard, ldif
	Encoding  string // of a text file, "" for workbooks
	Encodings []string
	Separator rune
	Sheet     string  // the sheet that was taken
	Sheets    []Sheet // all sheets of a workbook
	HeaderRow int     // 0 = none

	file    *sheet.File
	columns []mapping.Input
}

// Open reads a file. The content decides what it is; name is used for messages only. A file that cannot be read gives a *ReadError.
func Open(ctx context.Context, r io.ReaderAt, size int64, name string, o Options) (*Source, error) {
	file, err := sheet.Read(ctx, r, size, name, sheet.Options{
		Encoding: o.Encoding, Sheet: o.Sheet, HeaderRow: o.HeaderRow, Separator: o.Separator,
		Score: mapping.Score, Limits: o.Limits, Progress: o.Progress,
	})
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(r, 0, size)); err != nil {
		return nil, fmt.Errorf("hash of %s: %w", name, err)
	}
	s := &Source{Name: name, Size: size, Hash: hex.EncodeToString(sum.Sum(nil)), Format: file.Format, Encoding: file.Encoding,
		Encodings: file.Encodings, Separator: file.Separator, file: file}
	s.describe()
	return s, nil
}

// describe takes over what is known of the sheets and columns.
func (s *Source) describe() {
	for _, t := range s.file.Tables {
		s.Sheets = append(s.Sheets, Sheet{Name: t.Name, Rows: len(t.Rows), Hidden: t.Hidden})
	}
	t := s.file.Table()
	if t == nil {
		return
	}
	s.Sheet, s.HeaderRow = t.Name, t.HeaderRow
	for i := range t.Headers {
		s.columns = append(s.columns, inputOf(t, i))
	}
}

const (
	sampleRows  = 2000 // rows that are looked at for the values of a column
	sampleCells = 60   // values that are kept of it
)

func inputOf(t *sheet.Table, column int) mapping.Input {
	in := mapping.Input{Header: t.Headers[column], Name: t.Headers[column]}
	if column < len(t.Columns) {
		c := t.Columns[column]
		in.Group, in.Name, in.Second = c.Group, c.Name, c.Second
	}
	for i := 0; i < len(t.Rows) && i < sampleRows && len(in.Values) < sampleCells; i++ {
		if text := strings.TrimSpace(t.Rows[i].Cell(column).Text); text != "" {
			in.Values = append(in.Values, text)
		}
	}
	return in
}

// Cards reports that the file holds cards (vCard, LDIF), which need no mapping.
func (s *Source) Cards() bool { return s.file.Table() == nil }

// Rows is the number of rows of data, or of cards.
func (s *Source) Rows() int {
	if t := s.file.Table(); t != nil {
		return len(t.Rows)
	}
	return len(s.file.Records)
}

// Headers are the headers of the columns, "" where a column has none.
func (s *Source) Headers() []string {
	if t := s.file.Table(); t != nil {
		return t.Headers
	}
	return nil
}

// Texts are the cells of one row as they show, the first row being 0; for cards it is nil.
func (s *Source) Texts(row int) []string {
	t := s.file.Table()
	if t == nil || row < 0 || row >= len(t.Rows) {
		return nil
	}
	out := make([]string, len(t.Headers))
	for i := range out {
		out[i] = t.Rows[row].Cell(i).Text
	}
	return out
}

// Propose decides which column is which field. remembered are the user's own mappings; one with the same headers goes before all else.
// A file of cards has an empty mapping.
func (s *Source) Propose(remembered []crm.Mapping) Mapping {
	if s.Cards() {
		return Mapping{}
	}
	return mapping.Propose(s.columns, s.HeaderRow == 0, remembered)
}

// Notes tell what the reader repaired, left out or doubts: about the whole file, or about single rows.
func (s *Source) Notes() []Problem {
	out := problemsOf(s.file.Notes)
	if t := s.file.Table(); t != nil {
		out = append(out, problemsOf(t.Notes)...)
	}
	for _, r := range s.file.Records {
		for _, n := range r.Notes {
			p := problemOf(n)
			p.Row = r.Number
			out = append(out, p)
		}
	}
	return out
}

func problemsOf(notes []sheet.Note) []Problem {
	var out []Problem
	for _, n := range notes {
		out = append(out, problemOf(n))
	}
	return out
}

func problemOf(n sheet.Note) Problem {
	p := Problem{Row: n.Row, Code: n.Code, Level: Warn}
	for _, name := range slices.Sorted(maps.Keys(n.Values)) {
		p.extra = append(p.extra, extra{name, n.Values[name]})
	}
	if quietNotes[n.Code] {
		p.Level = Repair
	}
	if text, ok := n.Values["text"].(string); ok {
		p.Value = text
	}
	return p
}

// quietNotes are told, but ask for nothing.
var quietNotes = map[string]bool{
	sheet.NoteRowsAboveHeader: true, sheet.NoteSecondHeader: true, sheet.NoteHeaderRepeated: true, sheet.NoteTotalRow: true,
	sheet.NoteRemarkRow: true, sheet.NoteMergedFilled: true, sheet.NoteRowsShort: true, sheet.NoteWrongExtension: true,
}
