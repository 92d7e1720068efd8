package sheet

import (
	"cmp"
	"context"
	"errors"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"
)

// Read reads the file of size bytes in r. The name only serves to tell the user of a misleading extension. Every error about the file
// itself is an *Error; others are errors of r and the context's.
func Read(ctx context.Context, r io.ReaderAt, size int64, name string, o Options) (*File, error) {
	b := newBudget(ctx, o)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if size > b.limits.Bytes {
		return nil, &Error{Code: CodeTooLarge, Values: map[string]any{"size": size >> 20, "limit": b.limits.Bytes >> 20}}
	}
	f, err := read(r, size, o, b)
	if known := (*Error)(nil); errors.As(err, &known) {
		return nil, known
	}
	if err != nil {
		return nil, err
	}
	if err := f.finish(name, o); err != nil {
		return nil, err
	}
	b.progress(1)
	return f, nil
}

// read finds out by the first bytes what the file is and lets the reader of that format do its work.
func read(r io.ReaderAt, size int64, o Options, b *budget) (*File, error) {
	head := make([]byte, min(size, sniffSize))
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), head); err != nil {
		return nil, readError(err)
	}
	switch kind := sniff(head); kind {
	case kindZip:
		return readZip(r, size, b)
	case kindOLE:
		return readOLE(r, size, b)
	case kindText:
	default:
		return nil, kind.refusal()
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), data); err != nil {
		return nil, readError(err)
	}
	return readTextFile(data, o, b)
}

// readError tells a file that ended early from a disk that failed.
func readError(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return &Error{Code: CodeTruncated, Values: map[string]any{"part": "file", "row": 0}, Err: err}
	}
	return err
}

// readTextFile reads anything that is text. vCards are recognized before decoding: each property may have its own encoding.
func readTextFile(data []byte, o Options, b *budget) (*File, error) {
	if looksLikeVCard(data) {
		return readVCards(data, o, b)
	}
	encoding := o.Encoding
	if encoding == "" && looksLikeHTML(string(data[:min(len(data), sniffSize)])) {
		encoding = htmlCharset(data)
	}
	d, err := decodeText(data, encoding)
	if err != nil {
		return nil, err
	}
	switch {
	case strings.TrimFunc(d.text, blankOrMark) == "":
		return nil, &Error{Code: CodeEmpty}
	case strings.ContainsRune(sampleText(d.text), 0) || controlShare(sampleText(d.text)) > 0.1:
		return nil, &Error{Code: CodeUnknownBinary}
	case looksLikeSpreadsheetXML(d.text):
		return readSpreadsheetXML(d.text, b)
	case looksLikeHTML(d.text):
		return readHTML(d, b)
	case looksLikeVCard([]byte(sampleText(d.text))):
		f, err := readVCards([]byte(d.text), Options{}, b)
		if err == nil {
			f.Encoding, f.Encodings, f.Notes = d.encoding, d.others, append(d.notes, f.Notes...)
		}
		return f, err
	case looksLikeLDIF(d.text):
		return readLDIF(d, b)
	}
	return readText(d, o, b)
}

func blankOrMark(r rune) bool {
	return r <= ' ' || r == '\ufeff' || r == '\u00a0' || r == '\u3000'
}

// finish finds headers and the table to offer first.
func (f *File) finish(name string, o Options) error {
	for i := range f.Tables {
		f.Tables[i].score = o.Score
		f.Tables[i] = f.Tables[i].WithHeader(0)
	}
	if err := f.choose(o.Sheet); err != nil {
		return err
	}
	if t := f.Table(); t != nil && o.HeaderRow != 0 {
		*t = t.WithHeader(o.HeaderRow)
	}
	f.tellSheets()
	f.tellExtension(name)
	return nil
}

// choose sets Main.
func (f *File) choose(sheet string) error {
	if len(f.Tables) == 0 {
		f.Main = -1
		return nil
	}
	if sheet != "" {
		f.Main = slices.IndexFunc(f.Tables, func(t Table) bool { return t.Name == sheet })
		if f.Main < 0 {
			return &Error{Code: CodeNoSheet, Values: map[string]any{"sheet": sheet}}
		}
		return nil
	}
	best := slices.MaxFunc(indices(len(f.Tables)), func(a, b int) int {
		return cmp.Or(cmp.Compare(f.Tables[a].appeal(), f.Tables[b].appeal()), cmp.Compare(b, a))
	})
	f.Main = best
	return nil
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// appeal says how likely the user means this sheet.
func (t Table) appeal() float64 {
	appeal := 2*t.quality + 0.25*math.Log2(1+float64(len(t.Rows)))
	if t.Hidden {
		appeal -= 100
	}
	if len(t.all) == 0 {
		appeal -= 50
	}
	return appeal
}

// tellSheets notes what the user may not see: other sheets, hidden sheets.
func (f *File) tellSheets() {
	filled := 0
	for _, t := range f.Tables {
		if len(t.all) == 0 {
			continue
		}
		filled++
		if t.Hidden {
			f.Notes = append(f.Notes, Note{Code: NoteHiddenSheet, Values: map[string]any{"sheet": t.Name}})
		}
	}
	if filled > 1 {
		f.Notes = append(f.Notes, Note{Code: NoteSeveralSheets, Values: map[string]any{"count": filled, "sheet": f.Table().Name}})
	}
}

// extensions are the usual ones of each format.
func extensions(format string) []string {
	switch format {
	case FormatXLSX:
		return []string{".xlsx", ".xlsm", ".xltx", ".xltm"}
	case FormatXLS:
		return []string{".xls", ".xlt", ".et"}
	case FormatODS:
		return []string{".ods", ".ots"}
	case FormatHTML:
		return []string{".html", ".htm"}
	case FormatVCard:
		return []string{".vcf", ".vcard"}
	case FormatLDIF:
		return []string{".ldif", ".ldi"}
	}
	return []string{".csv", ".tsv", ".txt", ".tab"}
}

// tellExtension notes a name that promises another format, if it promises one at all.
func (f *File) tellExtension(name string) {
	extension := strings.ToLower(filepath.Ext(name))
	if slices.Contains(extensions(f.Format), extension) {
		return
	}
	for _, format := range []string{FormatXLSX, FormatXLS, FormatODS, FormatHTML, FormatVCard, FormatLDIF, FormatCSV} {
		if slices.Contains(extensions(format), extension) {
			values := map[string]any{"extension": extension, "format": f.Format}
			f.Notes = append(f.Notes, Note{Code: NoteWrongExtension, Values: values})
			return
		}
	}
}
