package importer

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"regulars/store/crm"
)

// otherTrap is a case that is more than one row of values; try says what is wrong, "" when nothing is.
type otherTrap struct {
	id  string
	try func(t *testing.T) string
}

// otherTraps are the cases of two rows, of two imports and of whole files.
func otherTraps() []otherTrap {
	return append(append(rowTraps(), textFileTraps()...), bookTraps()...)
}

// openBytes reads a file from memory.
func openBytes(name string, b []byte) (*Source, error) {
	return Open(context.Background(), bytes.NewReader(b), int64(len(b)), name, Options{})
}

// importBytes plans the import of a file in memory.
func importBytes(t *testing.T, name string, b []byte) (*Plan, error) {
	s, err := openBytes(name, b)
	if err != nil {
		return nil, err
	}
	return planOf(t, s, nil, Settings{}), nil
}

// names are the names of the records that a file makes, or the error.
func names(t *testing.T, file string, b []byte) string {
	p, err := importBytes(t, file, b)
	if err != nil {
		return err.Error()
	}
	var out []string
	for _, c := range rowRecords(p) {
		out = append(out, c.Title())
	}
	return strings.Join(out, ",")
}

func differs(got, want string) string {
	if got == want {
		return ""
	}
	return fmt.Sprintf("got %q, want %q", got, want)
}

// fileTrap is a file whose records must have these names.
func fileTrap(id, name string, content []byte, want string) otherTrap {
	return otherTrap{id, func(t *testing.T) string { return differs(names(t, name, content), want) }}
}

func tableTrap(id, want, headers string, rows ...string) otherTrap {
	return otherTrap{id, func(t *testing.T) string {
		var out []string
		for _, c := range rowRecords(planOf(t, sourceOf(headers, rows...), nil, Settings{})) {
			out = append(out, c.Title())
		}
		return differs(strings.Join(out, ","), want)
	}}
}

func rowTraps() []otherTrap {
	return []otherTrap{
		fileTrap("A32", "a.csv", []byte("姓名,電話\n王小明,02-23456789\n姓名,電話\n李大華,02-23456780\n"), "王小明,李大華"),
		tableTrap("C10", "王小明,李大華", "姓名|Email", "王小明|info@b.com", "李大華|info@b.com"),
		tableTrap("D6", "王小明", "姓名|地址", "王小明|台北市大安區羅斯福路四段1號", "王小明|臺北市大安區羅斯福路四段1號"),
		tableTrap("D7", "王小明", "姓名|地址", "王小明|台北市信義路五段7號3樓之1", "王小明|台北市信義路５段７號３樓之１"),
		{"F10", func(t *testing.T) string { return bookDate(t, true, "42798") }},
		{"F12", func(t *testing.T) string {
			p := planOf(t, sourceOf("姓名|生日", "王小明|3/5/2021", "李大華|25/3/2021"), nil, Settings{})
			return differs(rowRecords(p)[0].Birthday().Date.String(), "2021-05-03")
		}},
		{"G26", func(t *testing.T) string {
			s := sourceOf("姓名|公司|電話", "王小明|大同公司|02-23456789", "李大華||", "陳怡君|台積電|")
			first := planOf(t, s, nil, Settings{})
			again := planOf(t, s, allRecords(first), Settings{})
			return differs(fmt.Sprint(again.Created, again.Updated, again.Unchanged, again.Companies), "0 0 3 0")
		}},
		{"G11", func(t *testing.T) string {
			p := planOf(t, sourceOf("姓名|電話|電話", "王小明|02-23456789|0912345678"), nil, Settings{})
			return differs(phonesText(&rowRecords(p)[0], ""), "+886223456789, +886912345678")
		}},
		{"G10", func(t *testing.T) string {
			p := planOf(t, sourceOf("＊姓名|公司\n名稱| 電 話 ", "王小明|大同公司|02-23456789"), nil, Settings{})
			c := rowRecords(p)[0]
			return differs(c.Title()+c.CompanyName()+phonesText(&c, ""), "王小明大同公司+886223456789")
		}},
		{"G10", func(t *testing.T) string {
			p := planOf(t, sourceOf("姓名(必填)|手機（選填）", "王小明|0912345678"), nil, Settings{})
			c := rowRecords(p)[0]
			return differs(c.Title()+phonesText(&c, ""), "王小明+886912345678")
		}},
		{"G25", sensitiveTrap},
		{"G20", func(t *testing.T) string {
			p, err := importBytes(t, "a.csv", []byte("姓名,電話,備註\n王小明,+886-2-2345-6789,=1+1\n"))
			if err != nil {
				return err.Error()
			}
			c := rowRecords(p)[0]
			return differs(phonesText(&c, "")+" "+c.Notes, "+886223456789 =1+1")
		}},
	}
}

func sensitiveTrap(t *testing.T) string {
	for _, header := range []string{"Credit Card", "身分證字號", "CodiceFiscale"} {
		p := planOf(t, sourceOf("姓名|電話|"+header, "王小明|02-23456789|A123456789"), nil, Settings{})
		c := rowRecords(p)[0]
		if strings.Contains(c.Notes+fmt.Sprint(c.Custom, c.External), "A123456789") {
			return header + " was taken over"
		}
		if (want{code: "column-sensitive"}).compareProblems(p) != nil {
			return header + " was left out silently"
		}
	}
	return ""
}

// allRecords are all records of a plan, employers included.
func allRecords(p *Plan) []crm.Contact {
	var out []crm.Contact
	at := map[crm.ID]int{}
	for _, d := range p.Batch().Drafts {
		if i, known := at[d.Record.ID]; known {
			out[i] = d.Record
			continue
		}
		at[d.Record.ID] = len(out)
		out = append(out, d.Record)
	}
	return out
}

func encoded(e encoding.Encoding, text string) []byte {
	b, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		panic(err)
	}
	return b
}

func utf16Bytes(text string, order binary.AppendByteOrder, bom bool) []byte {
	var out []byte
	if bom {
		out = order.AppendUint16(out, 0xFEFF)
	}
	for _, u := range utf16.Encode([]rune(text)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

const twoRows = "姓名,公司,地址,備註\n許功蓋,碁恒銹裏公司,台北市大安區羅斯福路四段1號,客戶很好\n王小明,大同股份有限公司,台中市西區民權路100號,下次聯絡\n"

func textFileTraps() []otherTrap {
	big5 := traditionalchinese.Big5
	return []otherTrap{
		{"G1", func(t *testing.T) string {
			p, err := importBytes(t, "a.csv", encoded(big5, twoRows))
			if err != nil {
				return err.Error()
			}
			c := rowRecords(p)[0]
			return differs(p.source.Encoding+c.Title()+c.CompanyName(), "big5許功蓋碁恒銹裏公司")
		}},
		fileTrap("G2", "a.csv", encoded(simplifiedchinese.GBK, "姓名,公司,地址,备注\n王小明,大同机械有限公司,上海市浦东新区世纪大道100号,客户很好\n张伟,华为技术有限公司,广东省深圳市南山区科技园1号,下次联系\n"), "王小明,张伟"),
		fileTrap("G2", "b.csv", encoded(japanese.ShiftJIS, "氏名,会社名,住所\n山田 太郎,株式会社テスト,東京都渋谷区渋谷2-21-1\n高橋 さくら,サンプル商事,大阪府大阪市北区梅田1-1-1\n"), "山田太郎,高橋 さくら"),
		fileTrap("G2", "c.csv", encoded(charmap.Windows1252, "Vorname;Nachname;Straße\nJürgen;Müller;Königsstraße 1\nRené;Gößmann;Bäckerweg 2\n"), "Jürgen Müller,René Gößmann"),
		fileTrap("G3", "a.txt", utf16Bytes("姓名\t電話\r\n王小明\t02-23456789\r\n", binary.LittleEndian, true), "王小明"),
		fileTrap("G4", "a.vcf", utf16Bytes("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Wang;Ming;;;\r\nFN:Ming Wang\r\nEND:VCARD\r\n", binary.BigEndian, false), "Ming Wang"),
		fileTrap("G5", "a.csv", []byte("\ufeff\"姓名\",\"電話\"\n\"王小明\",\"02-23456789\"\n"), "王小明"),
		fileTrap("G6", "a.csv", []byte("sep=;\n姓名;電話\n王小明;02-23456789\n"), "王小明"),
		fileTrap("G7", "a.csv", []byte("Notes:\n\"When exporting your data, some may be missing.\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Lovelace,https://example.com/ada,ada@example.com,Engines,Poet,16 Jan 2020\n"), "Ada Lovelace"),
		fileTrap("G7", "b.csv", []byte("出力日,2024/01/05\n件数,2\n※1 注意\n※2 注意\n※3 注意\n\n\n会社名,部署名,役職,氏名,e-mail,郵便番号,住所,TEL会社,名刺交換日\nテスト商事,営業部,部長,山田 太郎,t@example.com,150-0002,東京都渋谷区渋谷2-21-1,03-1234-5678,2023/12/01\nサンプル社,,,高橋 花子,h@example.com,,,,\n"), "山田太郎,高橋花子"),
		fileTrap("G8", "a.csv", []byte("姓名,電話,公司\nName,Phone,Company\n王小明,02-23456789,大同公司\n李大華,02-23456780,台積電\n"), "王小明,李大華"),
		{"G12", noHeaderTrap},
		fileTrap("G15", "a.csv", []byte("姓名,電話\n王小明,02-23456789\n李大華,02-23456780\n合計 2 筆,\n"), "王小明,李大華"),
		fileTrap("G21", "a.csv", []byte("姓名,備註,電話\n王小明,\"第一行\n第二行 \"\"好\"\"\",02-23456789\n李大華,他說\"好\"的,02-23456780\n"), "王小明,李大華"),
		fileTrap("G22", "a.csv", []byte("姓名,電話\r王小明,02-23456789\r李大華,02-23456780\r"), "王小明,李大華"),
		fileTrap("G22", "b.csv", []byte("姓名,電話\r\r\n王小明,02-23456789\r\r\n李大華,02-23456780\r\r\n"), "王小明,李大華"),
		fileTrap("G22", "c.csv", []byte("姓名,電話\r\n王小明,02-23456789\n李大華,02-23456780\r陳怡君,02-23456781\n"), "王小明,李大華,陳怡君"),
		{"G23", func(t *testing.T) string {
			p, err := importBytes(t, "a.csv", []byte("姓名,電話,公司\n王小明,02-23456789\n李大華,02-23456780,大同公司,多的\n陳怡君,02-23456781,台積電\n"))
			if err != nil {
				return err.Error()
			}
			if w := (want{code: "row-long"}).compareProblems(p); w != nil {
				return w[0]
			}
			if c := rowRecords(p)[1]; !strings.Contains(c.Notes+fmt.Sprint(c.Custom), "多的") {
				return "the cell beyond the header is lost"
			}
			return differs(fmt.Sprint(p.Created), "3")
		}},
		fileTrap("G27", "a.vcf", []byte("BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E==\r\n8B;=E5=B0=8F=E6=98=8E;;;\r\nEND:VCARD\r\n"), "王小明"),
		fileTrap("G27", "b.vcf", []byte("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\xe7\x8e\r\n \x8b小明\r\nEND:VCARD\r\n"), "王小明"),
		{"G28", manyRowsTrap},
		{"G24", wrongFilesTrap},
	}
}

func noHeaderTrap(t *testing.T) string {
	p, err := importBytes(t, "a.csv", []byte("王小明,大同公司,02-23456789,a@example.com\n李大華,台灣積體電路公司,02-23456780,b@example.com\n"))
	if err != nil {
		return err.Error()
	}
	if w := (want{code: "no-header"}).compareProblems(p); w != nil {
		return w[0]
	}
	c := rowRecords(p)[0]
	return differs(fmt.Sprint(p.Created)+c.Title()+c.CompanyName()+emailsText(&c)+phonesText(&c, ""), "2王小明大同公司a@example.com+886223456789")
}

func manyRowsTrap(t *testing.T) string {
	var b bytes.Buffer
	b.WriteString("姓名,電話,公司\n")
	for i := range 2600 {
		fmt.Fprintf(&b, "王大%d,02-2345%04d,公司%d\n", i, i, i%97)
	}
	var cards bytes.Buffer
	photo := strings.Repeat("QUJD", 10000)
	for i := range 1000 {
		fmt.Fprintf(&cards, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Name %d\r\nPHOTO;ENCODING=b;TYPE=JPEG:%s\r\nTEL:02-2345%04d\r\nEND:VCARD\r\n", i, photo, i)
	}
	p, err := importBytes(t, "a.csv", b.Bytes())
	q, err2 := importBytes(t, "a.vcf", cards.Bytes())
	if err != nil || err2 != nil {
		return fmt.Sprint(err, err2)
	}
	return differs(fmt.Sprint(p.Created, q.Created), "2600 1000")
}

// wrongFilesTrap: each accident has a code of its own; HTML named .xls and CSV named .xlsx are imported all the same.
func wrongFilesTrap(t *testing.T) string {
	code := func(name string, b []byte) string {
		_, err := openBytes(name, b)
		var unreadable *ReadError
		if errors.As(err, &unreadable) {
			return unreadable.Code
		}
		return fmt.Sprint(err)
	}
	got := strings.Join([]string{
		code("a.xlsx", append([]byte("%TSD-Header-###%"), make([]byte, 500)...)), code("a.csv", nil), code("a.pdf", []byte("%PDF-1.7\n%âãÏÓ\n1 0 obj")),
		names(t, "a.xls", []byte("<html><body><table><tr><th>姓名</th><th>電話</th></tr><tr><td>王小明</td><td>02-23456789</td></tr></table></body></html>")),
		names(t, "a.xlsx", []byte("姓名,電話\n王小明,02-23456789\n")),
	}, " ")
	return differs(got, "file-dlp-wrapped file-empty file-pdf 王小明 王小明")
}

// book is a workbook made of parts, small enough to be written by hand.
type book struct {
	date1904 bool
	sheets   []bookSheet
}

type bookSheet struct{ name, state, data, merges string }

func (b book) bytes() []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	put := func(name, content string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + content))
		}
		if err != nil {
			panic(err)
		}
	}
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	types, rels, sheets := "", "", ""
	for i, s := range b.sheets {
		types += fmt.Sprintf(`<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, i+1)
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
		sheets += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="rId%d"%s/>`, s.name, i+1, i+1, s.state)
		put(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), `<worksheet `+main+`><sheetData>`+s.data+`</sheetData>`+s.merges+`</worksheet>`)
	}
	put("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>`+types+`</Types>`)
	put("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	put("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+rels+`<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`)
	put("xl/workbook.xml", fmt.Sprintf(`<workbook %s><workbookPr date1904="%t"/><sheets>%s</sheets></workbook>`, main, b.date1904, sheets))
	put("xl/styles.xml", `<styleSheet `+main+`><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`)
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// rowXML writes a row of text cells; an empty text leaves the cell out, and =v writes a formula with the stored value v.
func rowXML(number int, attributes string, cells ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d"%s>`, number, attributes)
	for i, c := range cells {
		ref := fmt.Sprintf("%c%d", 'A'+i, number)
		switch {
		case c == "":
		case strings.HasPrefix(c, "=#"):
			fmt.Fprintf(&b, `<c r="%s" t="e"><f>X1</f><v>%s</v></c>`, ref, c[1:])
		case strings.HasPrefix(c, "="):
			fmt.Fprintf(&b, `<c r="%s" t="str"><f>X1</f><v>%s</v></c>`, ref, c[1:])
		case strings.HasPrefix(c, "@"):
			fmt.Fprintf(&b, `<c r="%s" s="1"><v>%s</v></c>`, ref, c[1:])
		default:
			fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, ref, c)
		}
	}
	return b.String() + `</row>`
}

func bookDate(t *testing.T, date1904 bool, serial string) string {
	b := book{date1904: date1904, sheets: []bookSheet{{name: "a", data: rowXML(1, "", "姓名", "生日") + rowXML(2, "", "王小明", "@"+serial)}}}
	p, err := importBytes(t, "a.xlsx", b.bytes())
	if err != nil {
		return err.Error()
	}
	return differs(rowRecords(p)[0].Birthday().Date.String(), "2021-03-05")
}

func oneSheet(data, merges string) []byte {
	return book{sheets: []bookSheet{{name: "a", data: data, merges: merges}}}.bytes()
}

func bookTraps() []otherTrap {
	wideRange := rowXML(1, "", "姓名", "電話")
	for i := range 30 {
		wideRange += rowXML(i+2, "", fmt.Sprintf("王大%d", i), fmt.Sprintf("02-2345%04d", i))
	}
	for i := 32; i < 5000; i++ {
		wideRange += fmt.Sprintf(`<row r="%d"><c r="A%d" s="1"/></row>`, i, i)
	}
	return []otherTrap{
		{"G9", func(t *testing.T) string {
			p, err := importBytes(t, "a.xlsx", oneSheet(rowXML(1, "", "姓名", "聯絡方式", "", "")+rowXML(2, "", "", "電話", "手機", "傳真")+rowXML(3, "", "王小明", "02-23456789", "0912345678", "02-23456780")+
				rowXML(4, "", "李大華", "02-23456781", "0912345679", ""), `<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B1:D1"/></mergeCells>`))
			if err != nil {
				return err.Error()
			}
			c := rowRecords(p)[0]
			return differs(c.Title()+phonesText(&c, "x:, x:, x:"), "王小明other:+886223456789, mobile:+886912345678, fax:+886223456780")
		}},
		fileTrap("G13", "a.xlsx", oneSheet(rowXML(1, "", "客戶名單")+rowXML(2, "", "填寫說明：請勿合併儲存格")+rowXML(3, "", "姓名", "電話", "公司")+rowXML(4, "", "王小明", "02-23456789", "大同公司"),
			`<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:C2"/></mergeCells>`), "王小明"),
		{"G14", func(t *testing.T) string {
			p, err := importBytes(t, "a.xlsx", oneSheet(rowXML(1, "", "姓名", "電話")+rowXML(2, "", "王小明", "02-23456789")+rowXML(3, "", "", "02-23456780")+rowXML(4, "", "", "02-23456781"), `<mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>`))
			if err != nil {
				return err.Error()
			}
			for _, c := range rowRecords(p) {
				if c.Title() != "王小明" {
					return "a record without the name: " + c.Title()
				}
			}
			return ""
		}},
		{"G16", func(t *testing.T) string {
			p, err := importBytes(t, "a.xlsx", oneSheet(wideRange, ""))
			if err != nil {
				return err.Error()
			}
			return differs(fmt.Sprint(p.Created, len(p.Rows)), "30 30")
		}},
		{"G17", func(t *testing.T) string {
			b := book{sheets: []bookSheet{{name: "客戶", data: rowXML(1, "", "姓名", "電話") + rowXML(2, "", "王小明", "02-23456789") + rowXML(3, ` hidden="1"`, "李大華", "02-23456780")},
				{name: "舊", state: ` state="hidden"`, data: rowXML(1, "", "姓名") + rowXML(2, "", "陳怡君")}}}
			p, err := importBytes(t, "a.xlsx", b.bytes())
			if err != nil {
				return err.Error()
			}
			for _, code := range []string{"hidden-rows", "hidden-sheet"} {
				if w := (want{code: code}).compareProblems(p); w != nil {
					return w[0]
				}
			}
			return ""
		}},
		{"G18", func(t *testing.T) string {
			b := book{sheets: []bookSheet{{name: "客戶", data: rowXML(1, "", "姓名", "電話") + rowXML(2, "", "王小明", "02-23456789")}, {name: "廠商", data: rowXML(1, "", "公司", "電話") + rowXML(2, "", "大同公司", "02-23456780")}}}.bytes()
			s, err := Open(context.Background(), bytes.NewReader(b), int64(len(b)), "a.xlsx", Options{Sheet: "廠商"})
			if err != nil {
				return err.Error()
			}
			if w := (want{code: "several-sheets"}).compareProblems(planOf(t, s, nil, Settings{})); len(s.Sheets) != 2 {
				return fmt.Sprint(w)
			}
			return differs(s.Sheet+rowRecords(planOf(t, s, nil, Settings{}))[0].Title(), "廠商大同公司")
		}},
		{"G19", func(t *testing.T) string {
			p, err := importBytes(t, "a.xlsx", oneSheet(rowXML(1, "", "姓名", "電話", "公司")+rowXML(2, "", "王小明", "=02-23456789", "=#N/A")+rowXML(3, "", "李大華", "=#REF!", "大同公司"), ""))
			if err != nil {
				return err.Error()
			}
			c := rowRecords(p)
			if w := (want{code: "cell-error"}).compareProblems(p); w != nil {
				return w[0]
			}
			return differs(phonesText(&c[0], "")+c[0].CompanyName()+phonesText(&c[1], "")+c[1].CompanyName(), "+886223456789大同公司")
		}},
	}
}
