// Package xlsx writes tables and reports as workbooks. It knows no customers: it is given texts.
//
// It is the one door to excelize for writing, which was chosen by the user. Rows go through its stream writer, as the ordinary way takes 1.6 GB for
// 100,000 rows. Every cell is a text cell: telephone numbers keep their zeros, postal codes and dates stay what they are, and a text that begins with =
// is no formula. The same input gives the same bytes.
package xlsx

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"regulars/reports/doc"
)

// MaxText is how many characters a cell of a workbook takes; longer texts are cut there. The limit is the format's.
const MaxText = excelize.TotalCellChars

// Options are what a workbook says about itself.
type Options struct {
	Title   string
	Created time.Time // stands in the file; the same time gives the same bytes
	// TempDir is where large sheets are kept as plain text while they are written, in a folder that only this user may read and that is removed
	// afterwards; "" = among the user's caches.
	TempDir string
}

// Sheet is one table: its headings, and its rows as they come. Count is the number of rows, which has to be known at the start; further rows are an error.
type Sheet struct {
	Name    string
	Headers []string
	Widths  []float64 // in characters, one a column; 0 or absent = by the heading
	Rows    iter.Seq2[[]string, error]
	Count   int
}

// MaxRows is how many rows of data a sheet takes below its heading.
const MaxRows = excelize.TotalRows - 1

// ErrTooLarge is returned for a table that no sheet can hold.
var ErrTooLarge = fmt.Errorf("xlsx: more than %d rows or %d columns", MaxRows, excelize.MaxColumns)

// Write writes a workbook with the sheets given, each with a heading that stays in sight.
func Write(w io.Writer, sheets []Sheet, o Options) (err error) {
	dir, err := scratch(o.TempDir)
	if err != nil {
		return err
	}
	f := excelize.NewFile(excelize.Options{TmpDir: dir})
	defer func() {
		if cerr := errors.Join(f.Close(), os.RemoveAll(dir)); err == nil && cerr != nil {
			err = fmt.Errorf("xlsx: %w", cerr)
		}
	}()
	if err := properties(f, o); err != nil {
		return err
	}
	names := sheetNames(sheets)
	for i := range sheets {
		if err := writeSheet(f, names[i], i, &sheets[i]); err != nil {
			return err
		}
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

func properties(f *excelize.File, o Options) error {
	at := o.Created.UTC().Format(time.RFC3339)
	err := f.SetDocProps(&excelize.DocProperties{Title: o.Title, Creator: "Regulars", LastModifiedBy: "Regulars", Created: at, Modified: at})
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

func writeSheet(f *excelize.File, name string, index int, s *Sheet) error {
	if s.Count > MaxRows || len(s.Headers) > excelize.MaxColumns {
		return ErrTooLarge
	}
	if err := addSheet(f, name, index); err != nil {
		return err
	}
	// The stream writer leaves the dimension at A1, and other programs then read one cell.
	corner, err := excelize.CoordinatesToCellName(max(len(s.Headers), 1), s.Count+1)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	if err := f.SetSheetDimension(name, "A1:"+corner); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	stream, err := f.NewStreamWriter(name)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return fill(f, stream, s)
}

func addSheet(f *excelize.File, name string, index int) error {
	var err error
	if index == 0 {
		err = f.SetSheetName("Sheet1", name)
	} else {
		_, err = f.NewSheet(name)
	}
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

func fill(f *excelize.File, stream *excelize.StreamWriter, s *Sheet) error {
	head, text, err := styles(f)
	if err != nil {
		return err
	}
	for i, h := range s.Headers {
		if err := stream.SetColWidth(i+1, i+1, s.width(i, h)); err != nil {
			return fmt.Errorf("xlsx: %w", err)
		}
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	if err := setRow(stream, 1, s.Headers, head, make([]any, len(s.Headers))); err != nil {
		return err
	}
	if err := body(stream, s, text); err != nil {
		return err
	}
	if err := stream.Flush(); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return nil
}

func body(stream *excelize.StreamWriter, s *Sheet, style int) error {
	n, cells := 0, make([]any, len(s.Headers))
	for row, err := range s.Rows {
		if err != nil {
			return err
		}
		if n++; n > s.Count {
			return fmt.Errorf("xlsx: more rows than the %d announced", s.Count)
		}
		if err := setRow(stream, n+1, row, style, cells); err != nil {
			return err
		}
	}
	return nil
}

func setRow(stream *excelize.StreamWriter, row int, texts []string, style int, cells []any) error {
	cells = cells[:0]
	for _, t := range texts {
		cells = append(cells, cell(t, style))
	}
	name, err := excelize.CoordinatesToCellName(1, row)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	if err := stream.SetRow(name, cells); err != nil {
		return fmt.Errorf("xlsx: row %d: %w", row, err)
	}
	return nil
}

// cell is a text cell, nothing for an empty text.
func cell(text string, style int) any {
	if text == "" {
		return nil
	}
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	return excelize.Cell{StyleID: style, Value: text}
}

// styles are that of the heading and that of the cells, which has the number format "text" so that a number typed over it stays as typed.
func styles(f *excelize.File) (head, text int, err error) {
	head, err = f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"EEEEE9"}},
		Alignment: &excelize.Alignment{Vertical: "center"}, NumFmt: 49})
	if err != nil {
		return 0, 0, fmt.Errorf("xlsx: %w", err)
	}
	text, err = f.NewStyle(&excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "top"}})
	if err != nil {
		return 0, 0, fmt.Errorf("xlsx: %w", err)
	}
	return head, text, nil
}

func (s *Sheet) width(i int, head string) float64 {
	if i < len(s.Widths) && s.Widths[i] > 0 {
		return min(s.Widths[i], 80)
	}
	return min(max(float64(2*utf8.RuneCountInString(head))+2, 10), 40)
}

// sheetNames makes names that a workbook allows: at most 31 characters, none of \ / ? * [ ] :, each once.
func sheetNames(sheets []Sheet) []string {
	taken := map[string]bool{}
	out := make([]string, len(sheets))
	for i, s := range sheets {
		base := strings.Trim(strings.Map(func(r rune) rune {
			if strings.ContainsRune(`\/?*[]:`, r) || r < ' ' {
				return ' '
			}
			return r
		}, strings.ToValidUTF8(s.Name, "")), " '")
		if base == "" {
			base = "Sheet"
		}
		out[i] = uniqueName(base, taken)
	}
	return out
}

func uniqueName(base string, taken map[string]bool) string {
	for n := 1; ; n++ {
		suffix := ""
		if n > 1 {
			suffix = fmt.Sprintf(" %d", n)
		}
		runes := []rune(base)
		name := string(runes[:min(len(runes), 31-len(suffix))]) + suffix
		if key := strings.ToLower(name); !taken[key] {
			taken[key] = true
			return name
		}
	}
}

// Document writes a report: each table is a sheet, named after the heading above it.
func Document(w io.Writer, d doc.Document, o Options) error {
	if o.Title == "" {
		o.Title = d.Title
	}
	var sheets []Sheet
	name := d.Title
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Heading:
			name = b.Text
		case doc.Figures:
			sheets = append(sheets, figures(name, b))
		case doc.Table:
			sheets = append(sheets, table(name, b))
		}
	}
	if len(sheets) == 0 {
		sheets = []Sheet{table(d.Title, doc.Table{})}
	}
	return Write(w, sheets, o)
}

func figures(name string, all doc.Figures) Sheet {
	t := doc.Table{Columns: []doc.Column{{Head: name, Width: 3}, {Head: ""}}}
	for _, f := range all {
		t.Rows = append(t.Rows, []string{f.Label, f.Value})
	}
	return table(name, t)
}

func table(name string, t doc.Table) Sheet {
	s := Sheet{Name: name, Count: len(t.Rows), Rows: func(yield func([]string, error) bool) {
		for _, r := range t.Rows {
			if !yield(r, nil) {
				return
			}
		}
	}}
	for _, c := range t.Columns {
		s.Headers = append(s.Headers, c.Head)
		s.Widths = append(s.Widths, max(c.Width, 0)*14)
	}
	return s
}
