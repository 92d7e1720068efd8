package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The parts of the smallest workbook.
const (
	partTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`
	partRoot  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	partBook = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`
	partBookRels = `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
		`<Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
)

// zipOf packs parts: name, content, name, content …
func zipOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// workbookOf is a workbook with that sheet, and further parts.
func workbookOf(t testing.TB, sheet string, more ...string) []byte {
	t.Helper()
	parts := []string{
		"[Content_Types].xml", partTypes, "_rels/.rels", partRoot, "xl/workbook.xml", partBook, "xl/_rels/workbook.xml.rels", partBookRels,
		"xl/worksheets/sheet1.xml", sheet,
	}
	return zipOf(t, append(parts, more...)...)
}

// sheetOf is the XML of a sheet with that data.
func sheetOf(data string) string {
	return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + data + `</sheetData></worksheet>`
}

func textRow(number int, cells ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, number)
	for i, cell := range cells {
		fmt.Fprintf(&b, `<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`, columnName(i), number, cell)
	}
	return b.String() + "</row>"
}

// TestRefusals: what cannot be read is told apart by its code.
func TestRefusals(t *testing.T) {
	good := workbookOf(t, sheetOf(textRow(1, "姓名", "電話")+textRow(2, "王小明", "02-23456789")))
	half := sheetOf(textRow(1, "姓名", "電話") + textRow(2, "王小明", "02-23456789"))
	wide := ""
	for i := 3000; i < 3100; i++ {
		wide += fmt.Sprintf(`<row r="%d"><c r="%s%d"><v>1</v></c></row>`, i, columnName(i), i)
	}
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, CodeEmpty},
		{"blanks", []byte(" \r\n\t "), CodeEmpty},
		{"mark only", []byte("\xef\xbb\xbf"), CodeEmpty},
		{"data loss prevention", []byte("%TSD-Header-###%\x01\x02\x03"), CodeWrapped},
		{"PDF", []byte("%PDF-1.7\n%\xe2\xe3"), CodePDF},
		{"JSON", []byte("\xef\xbb\xbf[\n {\n  \"name\": \"王小明\"}]"), CodeJSON},
		{"PNG", []byte("\x89PNG\r\n\x1a\n\x00\x00"), CodeImage},
		{"JPEG", []byte("\xff\xd8\xff\xe0\x00\x10JFIF"), CodeImage},
		{"photo of a telephone", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), CodeImage},
		{"RAR", []byte("Rar!\x1a\x07\x01\x00"), CodeArchive},
		{"gzip", []byte("\x1f\x8b\x08\x00\x00\x00"), CodeArchive},
		{"zip without a workbook", zipOf(t, "a.txt", "hello"), CodeArchive},
		{"Word", zipOf(t, "[Content_Types].xml", partTypes, "word/document.xml", "<w/>"), CodeWord},
		{"PowerPoint", zipOf(t, "ppt/presentation.xml", "<p/>"), CodePowerPoint},
		{"binary workbook", zipOf(t, "xl/workbook.bin", "x"), CodeXLSB},
		{"Outlook data", []byte("!BDN\x00\x00"), CodeOutlookData},
		{"rich text", []byte(`{\rtf1\ansi hello}`), CodeWord},
		{"old Excel", []byte("\x09\x08\x08\x00\x00\x05\x05\x00"), CodeOldExcel},
		{"noise", bytes.Repeat([]byte{0, 1, 2, 3, 0x80, 0xff}, 100), CodeUnknownBinary},
		{"JSON object", []byte(`{"contacts": [{"name": "Amy", "phone": "1"}]}`), CodeJSON},
		{"page without a table", []byte("<!DOCTYPE html><html><body><p>Hello</p></body></html>"), CodeNotATable},
		{"prose", []byte(strings.Repeat("It was a long day and nothing happened in it that would make a table of people. ", 20)), CodeNotATable},
		{"zip cut off", good[:len(good)/2], CodeTruncated},
		{"sheet cut off", workbookOf(t, half[:len(half)-40]), CodeTruncated},
		{"sheet cut between rows", workbookOf(t, strings.TrimSuffix(half, "</sheetData></worksheet>")), CodeTruncated},
		{"sheet without its end", workbookOf(t, strings.TrimSuffix(half, "</worksheet>")), CodeTruncated},
		{"row number beyond the sheet", workbookOf(t, sheetOf(textRow(999999999, "a"))), CodeDamaged},
		{"tags that do not pair", workbookOf(t, "</a></b>"), CodeDamaged},
		{"tags nested without end", workbookOf(t, strings.Repeat("<a>", 1000)), CodeDamaged},
		{"no sheets", zipOf(t, "[Content_Types].xml", partTypes, "xl/workbook.xml", "<workbook/>", "xl/_rels/workbook.xml.rels", "<Relationships/>"), CodeDamaged},
		{"relations missing", zipOf(t, "[Content_Types].xml", partTypes, "xl/workbook.xml", partBook), CodeDamaged},
		{"too many columns", workbookOf(t, sheetOf(wide)), CodeTooManyColumns},
		{"locked workbook", lockedBook(t), CodeEncryptedOffice},
		{"OLE without a workbook, cut", append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...), CodeDamaged},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := tryRead(tt.data, Options{})
			if got := errorCode(err); got != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// lockedBook is a workbook with a password.
func lockedBook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	var b bytes.Buffer
	if err := f.Write(&b, excelize.Options{Password: "geheim"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestBombs: files that unpack to far more than they are get refused before they are read to the end.
func TestBombs(t *testing.T) {
	blanks := strings.Repeat(" ", 1<<20)
	bomb := func(part string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, p := range [][2]string{{"[Content_Types].xml", partTypes}, {"xl/workbook.xml", partBook}, {"xl/_rels/workbook.xml.rels", partBookRels}, {"xl/worksheets/sheet1.xml", sheetOf("")}} {
			w, err := z.Create(p[0])
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(w, strings.TrimSuffix(p[1], "</worksheet>")); err != nil {
				t.Fatal(err)
			}
			for range 64 {
				if p[0] == part {
					if _, err := io.WriteString(w, blanks); err != nil {
						t.Fatal(err)
					}
				}
			}
			if strings.HasSuffix(p[1], "</worksheet>") {
				if _, err := io.WriteString(w, "</worksheet>"); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for _, part := range []string{"xl/worksheets/sheet1.xml", "xl/workbook.xml"} {
		file := bomb(part)
		source := &countingReader{r: bytes.NewReader(file)}
		_, err := Read(context.Background(), source, int64(len(file)), "bomb.xlsx", Options{Limits: Limits{Unpacked: 32 << 20}})
		if errorCode(err) != CodeZipBomb {
			t.Errorf("%s: got %v, want %s", part, err, CodeZipBomb)
		}
		// Half of the bomb fits into the limit; the rest must not be looked at.
		if share := float64(source.read) / float64(len(file)); share > 0.8 {
			t.Errorf("%s: %.0f %% of the file were read", part, 100*share)
		}
	}
}

// countingReader counts the bytes that are read.
type countingReader struct {
	r    io.ReaderAt
	read int64
}

func (c *countingReader) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.r.ReadAt(p, off)
	c.read += int64(n)
	return n, err
}

// TestBombThatLies: the size a zip promises is not believed.
func TestBombThatLies(t *testing.T) {
	b := newBudget(context.Background(), Options{Limits: Limits{Unpacked: 1 << 20}})
	r := &partReader{r: io.NopCloser(io.LimitReader(zeros{}, 64<<20)), name: "p", size: 10, budget: b}
	n, err := io.Copy(io.Discard, r)
	if errorCode(err) != CodeZipBomb || n > 2<<20 {
		t.Errorf("got %v after %d bytes", err, n)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

func TestLimits(t *testing.T) {
	csv := []byte("姓名,電話\n" + strings.Repeat("王小明,0912345678\n", 100))
	for _, tt := range []struct {
		name   string
		data   []byte
		limits Limits
		want   string
	}{
		{"bytes", csv, Limits{Bytes: 100}, CodeTooLarge},
		{"cells", csv, Limits{Cells: 100}, CodeTooManyCells},
		{"columns", []byte("a" + strings.Repeat(",b", 100)), Limits{Columns: 10}, CodeTooManyColumns},
		{"cards", []byte(strings.Repeat("BEGIN:VCARD\nFN:A\nEND:VCARD\n", 11)), Limits{Records: 10}, CodeTooManyRecords},
		{"entries", []byte(strings.Repeat("dn: cn=a\ncn: a\n\n", 11)), Limits{Records: 10}, CodeTooManyRecords},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := tryRead(tt.data, Options{Limits: tt.limits}); errorCode(err) != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// TestLyingRange: a cell in the last row and column costs nothing, and cells far away are told.
func TestLyingRange(t *testing.T) {
	data := workbookOf(t, sheetOf(textRow(1, "姓名", "電話")+textRow(2, "王小明", "02-23456789")+
		`<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>`))
	table := readBytes(t, data, "a.xlsx", Options{}).Table()
	if len(table.Rows) != 1 || len(table.Headers) != 2 {
		t.Errorf("%d rows, %d columns; want 1, 2", len(table.Rows), len(table.Headers))
	}
	if got := codes(table.Notes); len(got) != 1 || got[0] != NoteCellFarAway {
		t.Errorf("notes %v", table.Notes)
	}
}

// TestCancel: a reader that was told to stop stops.
func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	data := []byte("姓名,電話\n" + strings.Repeat("王小明,0912345678\n", 10_000))
	_, err := Read(ctx, bytes.NewReader(data), int64(len(data)), "", Options{Progress: func(float64) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestFailingDisk: an error of the disk is no error of the file.
func TestFailingDisk(t *testing.T) {
	_, err := Read(context.Background(), brokenDisk{}, 1000, "", Options{})
	if !errors.Is(err, errDisk) || errorCode(err) != "" {
		t.Errorf("got %v", err)
	}
}

var errDisk = errors.New("disk fault")

type brokenDisk struct{}

func (brokenDisk) ReadAt([]byte, int64) (int, error) { return 0, errDisk }

func TestWrongNames(t *testing.T) {
	csv := []byte("姓名,電話\n王小明,0912345678\n")
	page := []byte("<html><body><table><tr><th>姓名</th><th>電話</th></tr><tr><td>王小明</td><td>0912345678</td></tr></table></body></html>")
	for _, tt := range []struct {
		name   string
		data   []byte
		format string
		told   bool
	}{
		{"a.csv", csv, FormatCSV, false},
		{"a.xlsx", csv, FormatCSV, true},
		{"a.xls", page, FormatHTML, true},
		{"a", csv, FormatCSV, false},
		{"a.bak", csv, FormatCSV, false},
		{"A.CSV", fixtureBook(t), FormatXLSX, true},
		{"a.xlsm", fixtureBook(t), FormatXLSX, false},
	} {
		f := readBytes(t, tt.data, tt.name, Options{Sheet: ""})
		told := false
		for _, n := range f.Notes {
			told = told || n.Code == NoteWrongExtension
		}
		if f.Format != tt.format || told != tt.told {
			t.Errorf("%s: format %s, told %v; want %s, %v", tt.name, f.Format, told, tt.format, tt.told)
		}
	}
}
