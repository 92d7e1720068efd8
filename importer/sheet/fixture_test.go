package sheet

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"
)

// bookBuilder writes a workbook and stops the test at the first error.
type bookBuilder struct {
	t *testing.T
	f *excelize.File
}

func (b *bookBuilder) do(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *bookBuilder) set(sheet, cell string, value any) { b.do(b.f.SetCellValue(sheet, cell, value)) }

// format sets a cell with a number format of its own.
func (b *bookBuilder) format(sheet, cell string, value any, code string) {
	b.set(sheet, cell, value)
	style, err := b.f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	b.do(err)
	b.do(b.f.SetCellStyle(sheet, cell, cell, style))
}

func (b *bookBuilder) row(sheet, cell string, values ...any) {
	b.do(b.f.SetSheetRow(sheet, cell, &values))
}

func (b *bookBuilder) bytes() []byte {
	var out bytes.Buffer
	b.do(b.f.Write(&out))
	b.do(b.f.Close())
	return out.Bytes()
}

// newBook is an empty workbook with the sheets named.
func newBook(t *testing.T, sheets ...string) *bookBuilder {
	t.Helper()
	b := &bookBuilder{t: t, f: excelize.NewFile()}
	b.do(b.f.SetSheetName("Sheet1", sheets[0]))
	for _, name := range sheets[1:] {
		_, err := b.f.NewSheet(name)
		b.do(err)
	}
	return b
}

// fixtureBook is a customer list with everything people do to one. The same workbook, converted, is testdata/cards.xls and cards.ods.
func fixtureBook(t *testing.T) []byte {
	b := newBook(t, "客戶", "廠商", "舊資料")
	const s = "客戶"
	b.set(s, "A1", "客戶名單")
	b.do(b.f.MergeCell(s, "A1", "J1"))
	b.set(s, "A2", "填寫說明：一列一人，手機請填十碼。")
	b.do(b.f.MergeCell(s, "A2", "J2"))
	b.row(s, "A3", "姓名", "公司\n名稱", "聯絡方式", nil, nil, "生日", "建立日期", "統編", "備註", "金額")
	b.row(s, "C4", "電話", "手機", "傳真")
	b.do(b.f.MergeCell(s, "C3", "E3"))
	for _, column := range []string{"A", "B", "F", "G", "H", "I", "J"} {
		b.do(b.f.MergeCell(s, column+"3", column+"4"))
	}
	b.row(s, "A5", "王小明", "大同科技股份有限公司", "02-2345-6789#123", nil, "02-2345-6780", nil, nil, 4595257, "老客戶")
	b.format(s, "D5", 912345678, "0000000000")
	b.format(s, "F5", 29358, `[$-404]e"年"m"月"d"日"`)
	b.format(s, "G5", 44260.5, "yyyy/m/d hh:mm")
	b.format(s, "J5", 1234.5, "#,##0.00")
	b.row(s, "A6", "李美麗", "許功蓋商行", "03-1234567", 922333444, nil, nil, nil, 1234567890123457, "同上")
	b.format(s, "F6", 46086, `m"月"d"日"`)
	b.row(s, "C7", "03-1234568")
	b.do(b.f.MergeCell(s, "A6", "A7"))
	b.row(s, "A8", "陳大華", nil, nil, "0933-444-555")
	b.do(b.f.SetRowVisible(s, 8, false))
	b.row(s, "A30", "合計 4 筆")
	b.do(b.f.SetColVisible(s, "I", false))
	b.row("廠商", "A1", "公司", "電話")
	b.row("廠商", "A2", "良品印刷", "04-22334455")
	b.row("舊資料", "A1", "姓名", "電話")
	b.row("舊資料", "A2", "張三", "02-11112222")
	b.do(b.f.SetSheetVisible("舊資料", false))
	return b.bytes()
}

// TestWriteFixtureSource writes the workbook that the fixtures in testdata were converted from, when told where to.
func TestWriteFixtureSource(t *testing.T) {
	path := os.Getenv("SHEET_FIXTURE_SOURCE")
	if path == "" {
		t.Skip("SHEET_FIXTURE_SOURCE names no file")
	}
	if err := os.WriteFile(path, fixtureBook(t), 0o600); err != nil {
		t.Fatal(err)
	}
}

func readBytes(t *testing.T, data []byte, name string, o Options) *File {
	t.Helper()
	f, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), name, o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func testdata(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// codes are the codes of the notes, sorted, each once.
func codes(notes []Note) []string {
	var all []string
	for _, n := range notes {
		all = append(all, n.Code)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// TestWorkbooks reads the same customer list from the three formats of workbooks.
func TestWorkbooks(t *testing.T) {
	for _, tt := range []struct {
		format string
		data   func(t *testing.T) []byte
	}{
		{FormatXLSX, fixtureBook},
		{FormatXLS, func(t *testing.T) []byte { return testdata(t, "cards.xls") }},
		{FormatODS, func(t *testing.T) []byte { return testdata(t, "cards.ods") }},
	} {
		t.Run(tt.format, func(t *testing.T) {
			f := readBytes(t, tt.data(t), "cards."+tt.format, Options{})
			if f.Format != tt.format || len(f.Tables) != 3 {
				t.Fatalf("got %s with %d sheets, want %s with 3", f.Format, len(f.Tables), tt.format)
			}
			checkFixtureFile(t, f)
			checkFixtureTable(t, f.Table())
			checkFixtureCells(t, f.Table())
		})
	}
}

func checkFixtureFile(t *testing.T, f *File) {
	t.Helper()
	if got, want := f.Table().Name, "客戶"; got != want {
		t.Errorf("main sheet %q, want %q", got, want)
	}
	if f.Tables[1].Hidden || !f.Tables[2].Hidden {
		t.Errorf("hidden: %v, %v; want false, true", f.Tables[1].Hidden, f.Tables[2].Hidden)
	}
	if got, want := codes(f.Notes), []string{NoteHiddenSheet, NoteSeveralSheets}; !slices.Equal(got, want) {
		t.Errorf("notes of the file %v, want %v", got, want)
	}
}

func checkFixtureTable(t *testing.T, table *Table) {
	t.Helper()
	want := []string{"姓名", "公司名稱", "聯絡方式 電話", "聯絡方式 手機", "聯絡方式 傳真", "生日", "建立日期", "統編", "備註", "金額"}
	if !slices.Equal(table.Headers, want) {
		t.Errorf("headers %q, want %q", table.Headers, want)
	}
	if table.HeaderRow != 4 || len(table.Rows) != 4 {
		t.Errorf("header in row %d and %d rows, want 4 and 4", table.HeaderRow, len(table.Rows))
	}
	notes := []string{NoteHiddenColumns, NoteHiddenRows, NoteMergedFilled, NoteRowsAboveHeader, NoteTotalRow}
	if got := codes(table.Notes); !slices.Equal(got, notes) {
		t.Errorf("notes %v, want %v", got, notes)
	}
	if !table.Columns[8].Hidden || table.Columns[7].Hidden {
		t.Error("column I must be the hidden one")
	}
	if len(table.Rows) == 4 && (!table.Rows[3].Hidden || table.Rows[2].Hidden) {
		t.Error("row 8 must be the hidden one")
	}
}

func checkFixtureCells(t *testing.T, table *Table) {
	t.Helper()
	for _, tt := range []struct {
		name        string
		row, column int
		want        Cell
	}{
		{"text", 0, 0, Cell{Text: "王小明", Kind: KindText}},
		{"phone with its zero by format", 0, 3, Cell{Text: "0912345678", Raw: "912345678", Kind: KindNumber}},
		{"year of the Republic", 0, 5, Cell{Text: "69年5月17日", Raw: "29358", Kind: KindDate, Date: Date{Year: 1980, Month: 5, Day: 17}}},
		{"date and time", 0, 6, Cell{Text: "2021/3/5 12:00", Raw: "44260.5", Kind: KindDate, Date: Date{2021, 3, 5, 720}}},
		{"lost zero", 0, 7, Cell{Text: "4595257", Raw: "4595257", Kind: KindNumber}},
		{"thousands", 0, 9, Cell{Text: "1,234.50", Raw: "1234.5", Kind: KindNumber}},
		{"phone without format", 1, 3, Cell{Text: "922333444", Raw: "922333444", Kind: KindNumber}},
		{"shown without year", 1, 5, Cell{Text: "3月5日", Raw: "46086", Kind: KindDate, Date: Date{Year: 2026, Month: 3, Day: 5}, DateShownWithoutYear: true}},
		{"merged name", 2, 0, Cell{Text: "李美麗", Kind: KindText, Merged: true}},
		{"ETEN characters", 1, 1, Cell{Text: "許功蓋商行", Kind: KindText}},
	} {
		got := table.Rows[tt.row].Cell(tt.column)
		if got.Kind == KindDate && got.Raw != tt.want.Raw {
			got.Raw = tt.want.Raw // ODS stores dates as such and no serial numbers
		}
		if got != tt.want {
			t.Errorf("%s: got %+v, want %+v", tt.name, got, tt.want)
		}
	}
	if got := table.Rows[1].Cell(7); got.Raw != "1234567890123457" && got.Raw != "1234567890123460" || got.Kind != KindNumber {
		t.Errorf("16 digits: got %+v", got)
	}
}

// errorCode is the code of an *Error, "" for others.
func errorCode(err error) string {
	var known *Error
	if errors.As(err, &known) {
		return known.Code
	}
	return ""
}

// tryRead reads bytes and keeps the error.
func tryRead(data []byte, o Options) (*File, error) {
	return Read(context.Background(), bytes.NewReader(data), int64(len(data)), "", o)
}
