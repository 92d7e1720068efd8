package sheet

import (
	"slices"
	"testing"
)

// TestXLSXCells reads what the writers of workbooks put into cells.
func TestXLSXCells(t *testing.T) {
	styles := `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="0000000000"/></numFmts>` +
		`<dxfs><dxf><numFmt numFmtId="165" formatCode="yyyy"/></dxf></dxfs>` +
		`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`
	shared := `<sst><si><t>王小明</t></si><si><r><t>許</t></r><r><t xml:space="preserve"> 功蓋</t></r><rPh sb="0" eb="1"><t>シュウ</t></rPh></si>` +
		`<si><t>第一_x000D_&#10;第二</t></si><si><t>a &amp; b &lt;c&gt; &#x738B; &nope;</t></si><si><t/></si></sst>`
	for _, tt := range []struct {
		name, cell string
		want       Cell
	}{
		{"shared string", `<c r="A2" t="s"><v>0</v></c>`, Cell{Text: "王小明", Kind: KindText}},
		{"rich text without reading", `<c r="A2" t="s"><v>1</v></c>`, Cell{Text: "許 功蓋", Kind: KindText}},
		{"line end by escape", `<c r="A2" t="s"><v>2</v></c>`, Cell{Text: "第一\n第二", Kind: KindText}},
		{"entities", `<c r="A2" t="s"><v>3</v></c>`, Cell{Text: "a & b <c> 王 &nope;", Kind: KindText}},
		{"string out of range", `<c r="A2" t="s"><v>99</v></c>`, Cell{}},
		{"empty string", `<c r="A2" t="s"><v>4</v></c>`, Cell{}},
		{"inline string", `<c r="A2" t="inlineStr"><is><t>李美麗</t></is></c>`, Cell{Text: "李美麗", Kind: KindText}},
		{"CDATA", `<c r="A2" t="inlineStr"><is><t><![CDATA[<大同>]]></t></is></c>`, Cell{Text: "<大同>", Kind: KindText}},
		{"formula of text", `<c r="A2" t="str"><f>B1&amp;C1</f><v>王</v></c>`, Cell{Text: "王", Kind: KindText, Formula: true}},
		{"formula of a number", `<c r="A2"><f>1+1</f><v>2</v></c>`, Cell{Text: "2", Raw: "2", Kind: KindNumber, Formula: true}},
		{"error", `<c r="A2" t="e"><v>#N/A</v></c>`, Cell{Text: "#N/A", Kind: KindError}},
		{"truth", `<c r="A2" t="b"><v>1</v></c>`, Cell{Text: "TRUE", Kind: KindBool}},
		{"date", `<c r="A2" s="1"><v>44260</v></c>`, Cell{Text: "2021/3/5", Raw: "44260", Kind: KindDate, Date: Date{2021, 3, 5, 0}}},
		{"date of a strict workbook", `<c r="A2" s="1" t="d"><v>2021-03-05T12:00:00</v></c>`, Cell{Text: "2021/3/5", Raw: "2021-03-05T12:00:00", Kind: KindDate, Date: Date{2021, 3, 5, 720}}},
		{"ten digits", `<c r="A2" s="2"><v>912345678</v></c>`, Cell{Text: "0912345678", Raw: "912345678", Kind: KindNumber}},
		{"style out of range", `<c r="A2" s="77"><v>5</v></c>`, Cell{Text: "5", Raw: "5", Kind: KindNumber}},
		{"no reference", `<c><v>5</v></c>`, Cell{Text: "5", Raw: "5", Kind: KindNumber}},
		{"blanks around a number", "<c r='A2'><v>\n 5 </v></c>", Cell{Text: "5", Raw: "5", Kind: KindNumber}},
		{"prefix before every name", `<x:c r="A2"><x:v>5</x:v></x:c>`, Cell{Text: "5", Raw: "5", Kind: KindNumber}},
		{"comment in between", `<c r="A2"><!-- > --><v>5</v></c>`, Cell{Text: "5", Raw: "5", Kind: KindNumber}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			sheet := sheetOf(textRow(1, "欄") + `<row r="2">` + tt.cell + `</row>` + textRow(3, "x"))
			data := workbookOf(t, sheet, "xl/styles.xml", styles, "xl/sharedStrings.xml", shared)
			f := readBytes(t, data, "a.xlsx", Options{HeaderRow: 1})
			row := f.Table().Rows[0]
			got := Cell{}
			if row.Number == 2 {
				got = row.Cell(0)
			}
			if got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

// TestXLSXShapes reads workbooks whose writers left out what the standard lets them, or wrote things in another way.
func TestXLSXShapes(t *testing.T) {
	plain := sheetOf(textRow(1, "姓名", "電話") + textRow(2, "王小明", "02-23456789"))
	for _, tt := range []struct {
		name string
		data []byte
		rows int
		code []string
	}{
		{"as written by this test", workbookOf(t, plain), 1, nil},
		{"rows without numbers", workbookOf(t, sheetOf(`<row><c t="inlineStr"><is><t>姓名</t></is></c></row><row><c t="inlineStr"><is><t>王小明</t></is></c></row>`)), 1, nil},
		{"rows out of order", workbookOf(t, sheetOf(textRow(2, "王小明", "02-23456789")+textRow(1, "姓名", "電話"))), 1, nil},
		{"a row in two pieces", workbookOf(t, sheetOf(textRow(1, "姓名", "電話")+textRow(2, "王小明")+`<row r="2"><c r="B2"><v>5</v></c></row>`)), 1, nil},
		{"document type with entities", workbookOf(t, `<!DOCTYPE w [<!ENTITY a "b"> ]>`+plain), 1, nil},
		{"formula without result", workbookOf(t, sheetOf(textRow(1, "姓名", "電話")+`<row r="2"><c r="A2" t="inlineStr"><is><t>王</t></is></c><c r="B2"><f>A1</f></c></row>`)), 1,
			[]string{NoteFormulaWithoutValue}},
		{"error cells", workbookOf(t, sheetOf(textRow(1, "姓名", "電話")+`<row r="2"><c r="A2" t="inlineStr"><is><t>王</t></is></c><c r="B2" t="e"><v>#REF!</v></c></row>`)), 1,
			[]string{NoteErrorCells}},
		{"4,970 empty rows with a style", workbookOf(t, sheetOf(textRow(1, "姓名", "電話")+textRow(2, "王小明", "02-23456789")+emptyRows(3, 5000))), 1, nil},
		{"names in upper case and with backslashes", zipOf(t, "[Content_Types].xml", partTypes, `XL\workbook.xml`, partBook, `xl\_rels\workbook.xml.rels`, partBookRels,
			`xl\worksheets\Sheet1.xml`, plain), 1, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table := readBytes(t, tt.data, "a.xlsx", Options{}).Table()
			if got := codes(table.Notes); len(table.Rows) != tt.rows || !slices.Equal(got, tt.code) {
				t.Errorf("%d rows, notes %v; want %d, %v", len(table.Rows), got, tt.rows, tt.code)
			}
			if table.HeaderRow != 1 || table.Rows[0].Number != 2 {
				t.Errorf("header in row %d, first row %d", table.HeaderRow, table.Rows[0].Number)
			}
		})
	}
}

func emptyRows(from, to int) string {
	rows := ""
	for n := from; n < to; n += 50 {
		rows += `<row r="` + itoa(n) + `"><c r="A` + itoa(n) + `" s="1"/></row>`
	}
	return rows
}

func FuzzXLSXSheet(f *testing.F) {
	f.Add(sheetOf(textRow(1, "姓名", "電話") + `<row r="2"><c r="A2"><f>1</f><v>2</v></c><c t="s"><v>0</v></c></row>`))
	f.Add(`<worksheet><cols><col min="1" max="3" hidden="1"/></cols><sheetData/><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`)
	f.Add(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a b='>'><![CDATA[x]]></a>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		checkRead(t, workbookOf(t, sheet))
	})
}

// checkRead reads whatever bytes: an answer or an *Error, and in the answer what the types promise.
func checkRead(t *testing.T, data []byte) {
	t.Helper()
	file, err := tryRead(data, Options{Limits: Limits{Bytes: 16 << 20, Unpacked: 16 << 20, Cells: 1 << 16, Records: 1000}})
	if err != nil {
		if errorCode(err) == "" {
			t.Errorf("untyped error %v", err)
		}
		return
	}
	for _, table := range file.Tables {
		last := 0
		for _, row := range table.Rows {
			if len(row.Cells) > len(table.Headers) || row.Number <= last {
				t.Errorf("row %d after %d with %d cells under %d headers", row.Number, last, len(row.Cells), len(table.Headers))
			}
			last = row.Number
		}
	}
}
