package xlsx_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"regulars/reports/doc"
	"regulars/reports/xlsx"
)

// rowsOf gives n rows of texts.
func rowsOf(n, columns int) func(func([]string, error) bool) {
	return func(yield func([]string, error) bool) {
		row := make([]string, columns)
		for i := range n {
			for j := range row {
				row[j] = fmt.Sprintf("第%d列%d欄", i, j)
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func TestWrite(t *testing.T) {
	var out bytes.Buffer
	sheets := []xlsx.Sheet{
		{Name: "名單", Headers: []string{"姓名", "電話"}, Count: 2, Rows: func(yield func([]string, error) bool) {
			_ = yield([]string{"王小明", "0912345678"}, nil) && yield([]string{"=HYPERLINK(\"http://x\")", "bad\xff\x01"}, nil)
		}},
		{Name: "名單", Headers: []string{"a"}, Count: 0, Rows: rowsOf(0, 1)},
	}
	if err := xlsx.Write(&out, sheets, xlsx.Options{Title: "t"}); err != nil {
		t.Fatal(err)
	}
	f := open(t, out.Bytes())
	if got := strings.Join(f.GetSheetList(), "|"); got != "名單|名單 2" {
		t.Errorf("sheets %s", got)
	}
	if v, _ := f.GetCellValue("名單", "B2"); v != "0912345678" {
		t.Errorf("phone %q", v)
	}
	if v, _ := f.GetCellValue("名單", "A3"); v != `=HYPERLINK("http://x")` {
		t.Errorf("text that looks like a formula: %q", v)
	}
	if v, _ := f.GetCellFormula("名單", "A3"); v != "" {
		t.Errorf("formula %q", v)
	}
	if d, _ := f.GetSheetDimension("名單"); d != "A1:B3" {
		t.Errorf("dimension %s", d)
	}
	if p, err := f.GetPanes("名單"); err != nil || !p.Freeze || p.YSplit != 1 {
		t.Errorf("panes %+v, %v", p, err)
	}
}

func TestSheetNames(t *testing.T) {
	names := []string{"a/b:c?d", "", "'x'", strings.Repeat("長", 40), strings.Repeat("長", 40), "A"}
	var sheets []xlsx.Sheet
	for _, n := range append(names, "a") {
		sheets = append(sheets, xlsx.Sheet{Name: n, Headers: []string{"h"}, Rows: rowsOf(0, 1)})
	}
	var out bytes.Buffer
	if err := xlsx.Write(&out, sheets, xlsx.Options{}); err != nil {
		t.Fatal(err)
	}
	want := "a b c d|Sheet|x|" + strings.Repeat("長", 31) + "|" + strings.Repeat("長", 29) + " 2|A|a 2"
	if got := strings.Join(open(t, out.Bytes()).GetSheetList(), "|"); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestErrors(t *testing.T) {
	broken := errors.New("broken source")
	cases := []struct {
		name  string
		sheet xlsx.Sheet
		want  error
	}{
		{"too many rows", xlsx.Sheet{Headers: []string{"a"}, Count: xlsx.MaxRows + 1, Rows: rowsOf(0, 1)}, xlsx.ErrTooLarge},
		{"the source fails", xlsx.Sheet{Headers: []string{"a"}, Count: 1, Rows: func(yield func([]string, error) bool) { yield(nil, broken) }}, broken},
	}
	for _, c := range cases {
		if err := xlsx.Write(io.Discard, []xlsx.Sheet{c.sheet}, xlsx.Options{}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if err := xlsx.Write(io.Discard, []xlsx.Sheet{{Headers: []string{"a"}, Count: 1, Rows: rowsOf(2, 1)}}, xlsx.Options{}); err == nil {
		t.Error("more rows than announced pass")
	}
}

func TestDocument(t *testing.T) {
	d := doc.Document{Title: "邀請名單", Blocks: []doc.Block{
		doc.Figures{{Label: "邀請", Value: "52"}}, doc.Heading{Text: "郵寄（2）", Level: 1}, doc.Paragraph{Text: "x"},
		doc.Table{Columns: []doc.Column{{Head: "姓名"}, {Head: "原因"}}, Rows: [][]string{{"王小明", "偏好"}, {"李"}}},
	}}
	var out bytes.Buffer
	if err := xlsx.Document(&out, d, xlsx.Options{}); err != nil {
		t.Fatal(err)
	}
	f := open(t, out.Bytes())
	if got := strings.Join(f.GetSheetList(), "|"); got != "邀請名單|郵寄（2）" {
		t.Errorf("sheets %s", got)
	}
	rows, err := f.GetRows("郵寄（2）")
	if got := fmt.Sprint(rows); err != nil || got != "[[姓名 原因] [王小明 偏好] [李]]" {
		t.Errorf("%s, %v", got, err)
	}
	out.Reset()
	if err := xlsx.Document(&out, doc.Document{Title: "空"}, xlsx.Options{}); err != nil {
		t.Errorf("an empty report: %v", err)
	}
}

// BenchmarkWrite writes 100,000 rows of 20 columns; the second case is the bare stream writer of the library with the same cells, as the measure.
func BenchmarkWrite(b *testing.B) {
	const rows, columns = 100000, 20
	headers := make([]string, columns)
	for i := range headers {
		headers[i] = fmt.Sprint("欄", i)
	}
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			if err := xlsx.Write(io.Discard, []xlsx.Sheet{{Name: "x", Headers: headers, Rows: rowsOf(rows, columns), Count: rows}}, xlsx.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		for b.Loop() {
			bare(b, rows, columns)
		}
	})
}

func bare(b *testing.B, rows, columns int) {
	b.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	n, cells := 0, make([]any, columns)
	for row := range rowsOf(rows, columns) {
		for i, s := range row {
			cells[i] = s
		}
		n++
		if err := w.SetRow(fmt.Sprint("A", n), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Write(io.Discard); err != nil {
		b.Fatal(err)
	}
}
