package sheet

import (
	"slices"
	"strings"
	"testing"
)

// odsOf is an OpenDocument spreadsheet with that table.
func odsOf(t testing.TB, table string, more ...string) []byte {
	t.Helper()
	content := `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:number="n" xmlns:style="s" xmlns:calcext="c">` +
		`<office:automatic-styles><number:date-style style:name="N1"><number:month/><number:text>月</number:text><number:day/></number:date-style>` +
		`<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>` +
		`<office:body><office:spreadsheet><table:table table:name="客戶">` + table + `</table:table></office:spreadsheet></office:body></office:document-content>`
	return zipOf(t, append([]string{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", content}, more...)...)
}

func TestODSCells(t *testing.T) {
	for _, tt := range []struct {
		name, cells string
		want        []Cell
	}{
		{"text", `<table:table-cell office:value-type="string"><text:p>王小明</text:p></table:table-cell>`, []Cell{{Text: "王小明", Kind: KindText}}},
		{"two paragraphs", `<table:table-cell office:value-type="string"><text:p>一</text:p><text:p>二<text:s text:c="2"/>三</text:p></table:table-cell>`,
			[]Cell{{Text: "一\n二  三", Kind: KindText}}},
		{"comment is no text", `<table:table-cell office:value-type="string"><office:annotation><text:p>註</text:p></office:annotation><text:p>王</text:p></table:table-cell>`,
			[]Cell{{Text: "王", Kind: KindText}}},
		{"number by format", `<table:table-cell office:value-type="float" office:value="912345678"><text:p>0912345678</text:p></table:table-cell>`,
			[]Cell{{Text: "0912345678", Raw: "912345678", Kind: KindNumber}}},
		{"number shown in scientific notation", `<table:table-cell office:value-type="float" office:value="1234567890123456"><text:p>1.23456789012346E+015</text:p></table:table-cell>`,
			[]Cell{{Text: "1234567890123456", Raw: "1234567890123456", Kind: KindNumber}}},
		{"date", `<table:table-cell office:value-type="date" office:date-value="2021-03-05"><text:p>110/3/5</text:p></table:table-cell>`,
			[]Cell{{Text: "110/3/5", Raw: "2021-03-05", Kind: KindDate, Date: Date{2021, 3, 5, 0}}}},
		{"date without year", `<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2026-03-05"><text:p>3月5日</text:p></table:table-cell>`,
			[]Cell{{Text: "3月5日", Raw: "2026-03-05", Kind: KindDate, Date: Date{2026, 3, 5, 0}, DateShownWithoutYear: true}}},
		{"repeated", `<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>a</text:p></table:table-cell>`,
			[]Cell{{Text: "a", Kind: KindText}, {Text: "a", Kind: KindText}}},
		{"empty ones repeated before", `<table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>`,
			[]Cell{{}, {}, {Text: "a", Kind: KindText}}},
		{"error", `<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>`,
			[]Cell{{Text: "#N/A", Kind: KindError, Formula: true}}},
		{"truth", `<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>`, []Cell{{Text: "TRUE", Kind: KindBool}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := readBytes(t, odsOf(t, `<table:table-row>`+tt.cells+`</table:table-row>`), "a.ods", Options{HeaderRow: NoHeader})
			if got := f.Table().Rows[0].Cells; !slices.Equal(got, tt.want) {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

// TestODSRepeats: a million empty rows cost nothing, a million equal filled ones are counted, and locked files are told.
func TestODSRepeats(t *testing.T) {
	cell := `<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>`
	empty := `<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`
	f := readBytes(t, odsOf(t, `<table:table-row>`+cell+`</table:table-row>`+empty+`<table:table-row>`+cell+`</table:table-row>`), "a.ods", Options{HeaderRow: NoHeader})
	if rows := f.Table().Rows; len(rows) != 2 || rows[1].Number != 1048002 {
		t.Errorf("rows %v", rows)
	}
	many := odsOf(t, `<table:table-row table:number-rows-repeated="1048576">`+strings.Replace(cell, "<table:table-cell", `<table:table-cell table:number-columns-repeated="1000"`, 1)+`</table:table-row>`)
	if _, err := tryRead(many, Options{Limits: Limits{Cells: 1 << 20}}); errorCode(err) != CodeTooManyCells {
		t.Errorf("got %v, want %s", err, CodeTooManyCells)
	}
	locked := odsOf(t, "", "META-INF/manifest.xml", `<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`)
	if _, err := tryRead(locked, Options{}); errorCode(err) != CodeEncryptedOffice {
		t.Errorf("got %v, want %s", err, CodeEncryptedOffice)
	}
}

func FuzzODS(f *testing.F) {
	f.Add(`<table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="date" office:date-value="2021-03-05" table:number-columns-spanned="2"><text:p>x</text:p></table:table-cell><table:covered-table-cell/></table:table-row>`)
	f.Fuzz(func(t *testing.T, table string) { checkRead(t, odsOf(t, table)) })
}
