package sheet

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// benchRow is a row of 20 cells as business-card spreadsheets have them: texts, phones as numbers, a date.
func benchRow(i int) []any {
	row := []any{
		i + 1, fmt.Sprintf("王小明%d", i), "大同科技股份有限公司", "業務經理", 912000000 + i, "02-2345-" + fmt.Sprintf("%04d", i%10000),
		fmt.Sprintf("person%d@example.com", i), "106", "台北市大安區羅斯福路四段1號", 44260 + i%1000,
	}
	for len(row) < 20 {
		row = append(row, fmt.Sprintf("備註%d", (i*7+len(row))%5000))
	}
	return row
}

func benchHeader() []any {
	header := []any{"編號", "姓名", "公司", "職稱", "手機", "電話", "電子郵件", "郵遞區號", "地址", "建立日期"}
	for len(header) < 20 {
		header = append(header, fmt.Sprintf("備註%d", len(header)))
	}
	return header
}

// benchWorkbook is an XLSX of that many rows and 20 columns.
func benchWorkbook(tb testing.TB, rows int) []byte {
	tb.Helper()
	f := excelize.NewFile()
	if err := f.SetSheetDimension("Sheet1", fmt.Sprintf("A1:T%d", rows+1)); err != nil {
		tb.Fatal(err)
	}
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	if err := w.SetRow("A1", benchHeader()); err != nil {
		tb.Fatal(err)
	}
	for i := range rows {
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), benchRow(i)); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		tb.Fatal(err)
	}
	if err := f.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func benchCSV(rows int) []byte {
	var b bytes.Buffer
	for i := -1; i < rows; i++ {
		row := benchHeader()
		if i >= 0 {
			row = benchRow(i)
		}
		for j, cell := range row {
			if j > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, `"%s"`, strings.ReplaceAll(fmt.Sprint(cell), `"`, `""`))
		}
		b.WriteString("\r\n")
	}
	return b.Bytes()
}

func benchRead(b *testing.B, data []byte, rows int) {
	b.Helper()
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	b.ResetTimer()
	for range b.N {
		f, err := Read(context.Background(), bytes.NewReader(data), int64(len(data)), "", Options{})
		if err != nil {
			b.Fatal(err)
		}
		if got := len(f.Table().Rows); got != rows {
			b.Fatalf("got %d rows, want %d", got, rows)
		}
		b.StopTimer()
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapAlloc>>20), "MB-held")
		runtime.KeepAlive(f)
		b.StartTimer()
	}
}

func BenchmarkXLSX(b *testing.B) {
	for _, rows := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("%dx20", rows), func(b *testing.B) { benchRead(b, benchWorkbook(b, rows), rows) })
	}
}

// BenchmarkXLSXShared reads a workbook as Excel writes it, with its texts in one table.
func BenchmarkXLSXShared(b *testing.B) {
	const rows = 10_000
	f := excelize.NewFile()
	header := benchHeader()
	if err := f.SetSheetRow("Sheet1", "A1", &header); err != nil {
		b.Fatal(err)
	}
	for i := range rows {
		row := benchRow(i)
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+2), &row); err != nil {
			b.Fatal(err)
		}
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		b.Fatal(err)
	}
	b.Run(fmt.Sprintf("%dx20", rows), func(b *testing.B) { benchRead(b, data.Bytes(), rows) })
}

func BenchmarkCSV(b *testing.B) {
	for _, rows := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("%dx20", rows), func(b *testing.B) { benchRead(b, benchCSV(rows), rows) })
	}
}
