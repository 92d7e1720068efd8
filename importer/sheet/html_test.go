package sheet

import (
	"fmt"
	"slices"
	"testing"
)

func TestHTMLTables(t *testing.T) {
	for _, tt := range []struct {
		name, page string
		headers    []string
		rows       [][]string
	}{
		{"plain", "<html><table><tr><th>姓名</th><th>電話</th></tr><tr><td>王小明</td><td>0912345678</td></tr></table></html>",
			[]string{"姓名", "電話"}, [][]string{{"王小明", "0912345678"}}},
		{"tags left open", "<table><tr><td>姓名<td>電話<tr><td>王小明<td>0912345678</table>", []string{"姓名", "電話"}, [][]string{{"王小明", "0912345678"}}},
		{"entities, breaks and markup", "<table><tr><td>姓名<td>備註<td>電話</tr><tr><td><b>王</b>小明&nbsp;</td><td>一<br>二 &amp;\n 三</td><td>0912345678</td></tr></table>",
			[]string{"姓名", "備註", "電話"}, [][]string{{"王小明", "一\n二 & 三", "0912345678"}}},
		{"name over two rows", "<table><tr><td>姓名<td>電話</tr><tr><td rowspan=2>王小明<td>0912345678</tr><tr><td>02-23456789</tr></table>",
			[]string{"姓名", "電話"}, [][]string{{"王小明", "0912345678"}, {"王小明", "02-23456789"}}},
		{"script and style", "<table><style>td{}</style><tr><td>姓名<script>x</script><td>電話</tr><tr><td>王小明<td>0912345678</tr></table>",
			[]string{"姓名", "電話"}, [][]string{{"王小明", "0912345678"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := readBytes(t, []byte(tt.page), "a.xls", Options{})
			var rows [][]string
			for _, row := range f.Table().Rows {
				rows = append(rows, row.shown())
			}
			if f.Format != FormatHTML || !slices.Equal(f.Table().Headers, tt.headers) || fmt.Sprint(rows) != fmt.Sprint(tt.rows) {
				t.Errorf("got %s %q %q, want %q %q", f.Format, f.Table().Headers, rows, tt.headers, tt.rows)
			}
		})
	}
}

// shown are the texts of the cells as they are.
func (r Row) shown() []string {
	var all []string
	for _, c := range r.Cells {
		all = append(all, c.Text)
	}
	return all
}

// TestHTMLCharset: the character set a page names is used.
func TestHTMLCharset(t *testing.T) {
	page := `<html><head><meta http-equiv="Content-Type" content="text/html; charset=big5"></head><table><tr><td>姓名<td>電話</tr><tr><td>許功蓋<td>0912345678</tr></table></html>`
	f := readBytes(t, encode(t, page, "big5"), "a.xls", Options{})
	if got := f.Table().Rows[0].Cell(0).Text; f.Encoding != "big5" || got != "許功蓋" {
		t.Errorf("got %s %q", f.Encoding, got)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add("<table><tr><td colspan=2 rowspan=3>a<table><tr><td>b</table><td>c</tr></table>")
	f.Fuzz(func(t *testing.T, page string) { checkRead(t, []byte("<html>"+page)) })
}

const xml2003 = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="s1"><NumberFormat ss:Format="0000000000"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="Short Date"/></Style></Styles>
<Worksheet ss:Name="客戶"><Table><Row><Cell><Data ss:Type="String">姓名</Data></Cell><Cell><Data ss:Type="String">手機</Data></Cell><Cell><Data ss:Type="String">生日</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">王<B>小明</B></Data></Cell><Cell ss:StyleID="s1"><Data ss:Type="Number">912345678</Data></Cell>
<Cell ss:StyleID="s2"><Data ss:Type="DateTime">2021-03-05T00:00:00.000</Data><Comment><Data>註</Data></Comment></Cell></Row>
<Row ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="Number">922333444</Data></Cell></Row></Table></Worksheet></Workbook>`

func TestSpreadsheetXML(t *testing.T) {
	f := readBytes(t, []byte(xml2003), "a.xls", Options{})
	table := f.Table()
	if f.Format != FormatXML || table.Name != "客戶" || !slices.Equal(table.Headers, []string{"姓名", "手機", "生日"}) || len(table.Rows) != 2 {
		t.Fatalf("got %s %q %q, %d rows", f.Format, table.Name, table.Headers, len(table.Rows))
	}
	want := []Cell{
		{Text: "王小明", Kind: KindText}, {Text: "0912345678", Raw: "912345678", Kind: KindNumber},
		{Text: "2021/3/5", Raw: "2021-03-05T00:00:00", Kind: KindDate, Date: Date{2021, 3, 5, 0}},
	}
	if got := table.Rows[0]; got.Number != 3 || !slices.Equal(got.Cells, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if !table.Rows[1].Hidden || table.Rows[1].Cell(1).Text != "922333444" {
		t.Errorf("got %+v", table.Rows[1])
	}
	if _, err := tryRead([]byte(xml2003[:len(xml2003)-80]), Options{}); errorCode(err) != CodeTruncated {
		t.Errorf("cut: got %v, want %s", err, CodeTruncated)
	}
}

func FuzzSpreadsheetXML(f *testing.F) {
	f.Add([]byte(xml2003))
	f.Fuzz(checkRead)
}
