//go:build ignore

// Make writes business-cards.xlsx, business-cards-big5.csv and phone-contacts.vcf. Run it in this folder: go run make.go. The same program gives
// the same bytes.
package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"html"
	"log"
	"mime/quotedprintable"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/encoding/traditionalchinese"

	"regulars/store/crm"
	"regulars/store/demo"
)

const day = crm.Date(20260629)

// cell is a text or a number; number cells are where spreadsheets lose zeros. Style 1 is a date, 2 the header, 3 the title.
type cell struct {
	text   string
	number bool
	style  int
}

func text(s string) cell   { return cell{text: s} }
func number(s string) cell { return cell{text: s, number: true} }

var header = []string{"姓名", "公司名稱", "職稱", "TEL", "行動電話", "傳真", "E-mail", "郵遞區號", "公司地址", "統一編號", "生日", "LINE ID", "備註"}

func main() {
	rows := table()
	write("business-cards.xlsx", workbook(rows))
	write("business-cards-big5.csv", big5(rows))
	write("phone-contacts.vcf", cards())
}

func write(name string, data []byte) {
	if err := os.WriteFile(name, data, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Println(name, len(data))
}

// table is the whole sheet from the first row on.
func table() [][]cell {
	rows := [][]cell{
		{{text: "晨曦咖啡設備　2026 台北國際食品展　名片整理", style: 3}},
		{text("整理：小李　2026/06/29　電話有分機請寫在後面")},
		{},
	}
	var head []cell
	for _, h := range header {
		head = append(head, cell{text: h, style: 2})
	}
	rows = append(rows, head)
	rows = append(rows, known()...)
	rows = append(rows, strangers()...)
	rows = append(rows, special()...)
	return append(rows, []cell{}, []cell{text("合計 " + strconv.Itoa(len(rows)-4) + " 張")})
}

// known are people of the firm that the window shows first: the same again, with a new title, or with more than is known.
func known() [][]cell {
	firm := demo.Firm(1, demo.DefaultContacts, day)
	var rows [][]cell
	for i := range firm.Contacts {
		c := &firm.Contacts[i]
		if len(rows) == 8 || !taiwanese(c) {
			continue
		}
		row := plain(c)
		switch len(rows) % 3 {
		case 1:
			row[2] = text("總監")
		case 2:
			row[12] = text("食品展第二天來訪，約七月拜訪")
		}
		rows = append(rows, row)
	}
	return rows
}

func taiwanese(c *crm.Contact) bool {
	_, mobile := c.PhoneOf(crm.PhoneMobile)
	return c.Kind == crm.Person && c.Language == "zh-Hant" && !c.Current().Company.IsZero() && mobile && len(c.Addresses) > 0 && c.Addresses[0].Country == "TW"
}

// strangers are new people, each with one habit of whoever typed the cards.
func strangers() [][]cell {
	var rows [][]cell
	firm := demo.Firm(20260629, 130, day)
	for i := range firm.Contacts {
		if c := &firm.Contacts[i]; len(rows) < 36 && taiwanese(c) {
			row := plain(c)
			habits[len(rows)%len(habits)](c, row)
			rows = append(rows, row)
		}
	}
	return rows
}

// plain is a person as a tidy office types the card.
func plain(c *crm.Contact) []cell {
	row := make([]cell, len(header))
	p := c.Current()
	row[0], row[1], row[2] = text(c.Title()), text(p.CompanyName), text(p.Title)
	if n, ok := c.PhoneOf(crm.PhoneWork); ok {
		row[3] = text(strings.ReplaceAll(n.Text, " #", "#"))
	}
	if n, ok := c.PhoneOf(crm.PhoneMobile); ok {
		row[4] = text(n.Text)
	}
	if len(c.Emails) > 0 {
		row[6] = text(c.Emails[0].Address)
	}
	row[7], row[8] = number(c.Addresses[0].Postal), text(c.Addresses[0].Text)
	if b := c.Birthday().Date; b.Year() > 0 {
		row[10] = cell{text: serial(b), number: true, style: 1}
	}
	row[11] = text(c.LinkOf(crm.LinkLINE))
	return row
}

// serial is a day as a spreadsheet counts it, from 30 December 1899.
func serial(d crm.Date) string {
	t := time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
	return strconv.Itoa(int(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24))
}

var habits = []func(*crm.Contact, []cell){
	func(c *crm.Contact, row []cell) {},
	func(c *crm.Contact, row []cell) { row[4] = number(bare(row[4].text)) }, // a number: the zero is gone
	func(c *crm.Contact, row []cell) { // both numbers in one cell
		row[3], row[4] = text(strings.TrimPrefix(row[3].text+" / "+row[4].text, " / ")), text("")
	},
	func(c *crm.Contact, row []cell) { roc(c, row, "%d.%d.%d") },
	func(c *crm.Contact, row []cell) { row[0] = text(row[0].text + " " + c.Name.Salutation) },
	func(c *crm.Contact, row []cell) { row[8], row[7] = text(c.Addresses[0].Postal+row[8].text), text("") },
	func(c *crm.Contact, row []cell) { roc(c, row, "民國%d年%d月%d日") },
	func(c *crm.Contact, row []cell) { row[3] = text(strings.Replace(row[3].text, "#", " 分機 ", 1)) },
	func(c *crm.Contact, row []cell) {
		row[1] = text(strings.ReplaceAll(row[1].text, "股份有限公司", "(股)公司"))
	},
}

// bare is a mobile number as a spreadsheet shows it after taking it for a number.
func bare(s string) string {
	return strings.TrimLeft(strings.NewReplacer("-", "", " ", "").Replace(s), "0")
}

func roc(c *crm.Contact, row []cell, form string) {
	if b := c.Birthday().Date; b.Year() > 1911 {
		row[10] = text(fmt.Sprintf(form, b.Year()-1911, b.Month(), b.Day()))
	}
}

// special are cards that want thinking about.
func special() [][]cell {
	rows := [][]cell{
		{text("歐陽靜宜"), text("靜宜食品股份有限公司"), text("廠務"), text("(07)8123456 轉 12 / 0972-654-321"), text(""), text("07-812-3457"), text("jenny@chingyi-foods.example"),
			number("806"), text("高雄市前鎮區新生路２４８號３樓"), number("53212539"), text("75/3/5"), text("jenny0305"), text("素食")},
		{text("歐陽靜宜 Jenny"), text("靜宜食品(股)公司"), text("廠務主任"), text("07-8123456#12"), number("972654321"), text(""), text("jenny@chingyi-foods.example"),
			text(""), text(""), text(""), text(""), text(""), text("同一人，新名片")},
		{text("吳𠮷安"), text("𠮷安珈琲工房"), text("負責人"), text("03-856-7781"), text("0937-220-415"), text(""), text("hello@yoshi-an.example"),
			number("970"), text("花蓮縣花蓮市國聯一路58號"), text(""), text("1979-11-02"), text("yoshian"), text("名字是土口吉")},
		{text("葉堃成"), text("喆堃室內設計有限公司"), text("設計總監"), text("02-2577-0031 / 02-2577-0032"), text("0910 556 778"), text(""), text("kun@chekun-design.example; studio@chekun-design.example"),
			number("105"), text("台北市松山區光復北路11巷35號B1"), number("4876526"), text("64.12.1"), text(""), text("")},
		{text("林經理"), text("宏益五金行"), text(""), text("04-2359-1180"), text(""), text(""), text(""), number("407"), text("台中市西屯區工業區一路96號"), text(""), text(""), text(""), text("只知道姓林")},
		{text("張雅婷"), text("雅婷牙醫診所"), text("院長"), text("02-2345-6789#12"), text("0955-780-123"), text(""), text("mailto:dr.chang@yating-dental.example"),
			text("11052"), text("台北市信義區松德路171號2樓"), text(""), text("1986/2/30"), text(""), text("生日要再問")},
		{text("Mary Wang 王美莉"), text("Harbour Trading Ltd."), text("Sales Director"), text("+852 2218 8888"), text("+852 6123 4567"), text(""), text("mary.wang@harbour-trading.example"),
			text(""), text("香港尖沙咀彌敦道132號美麗中心18樓"), text(""), text(""), text(""), text("")},
		{text(""), text("永川紡織股份有限公司"), text(""), text("06-233-5566"), text(""), text("06-233-5577"), text("info@yungchuan-textile.example"),
			number("701"), text("台南市東區裕農路450號"), number("12345678"), text(""), text(""), text("只有公司，統編可能抄錯")},
		{text("黃柏翰先生"), text("柏翰國際行銷有限公司"), text("專員"), text("02-8791-2200～03"), text("987100200"), text(""), text("pohan.huang@pohan-marketing.example"),
			number("114"), text("台北市內湖區瑞光路513巷22弄6號5樓之1"), text(""), text("77年7月7日"), text("pohan.h"), text("")},
		{text("司馬懷遠"), text("遠川國際貿易有限公司"), text("採購經理"), text("02-2712-3456 #128"), text("0933-221-009"), text(""), text("h.szuma@yuanchuan-trading"),
			number("105"), text("台北市松山區南京東路四段1號"), text(""), text(""), text(""), text("E-mail 少了字尾")},
	}
	return rows
}

// The workbook is written by hand so that each cell is just what it is meant to be.

func workbook(rows [][]cell) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name, body string) {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(2026, 6, 29, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Fprint(f, xmlHead+body)
	}
	add("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`)
	add("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	add("xl/workbook.xml", `<workbook xmlns="`+sheetNS+`" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="說明" sheetId="2" r:id="rId2"/><sheet name="名片" sheetId="1" r:id="rId1"/></sheets></workbook>`)
	add("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`)
	add("xl/styles.xml", `<styleSheet xmlns="`+sheetNS+`"><fonts count="3"><font><sz val="11"/><name val="新細明體"/></font><font><b/><sz val="11"/><name val="新細明體"/></font><font><b/><sz val="14"/><name val="新細明體"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE2EFEC"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf fontId="0"/><xf fontId="0" numFmtId="14" applyNumberFormat="1"/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf fontId="2" applyFont="1"/></cellXfs></styleSheet>`)
	add("xl/worksheets/sheet1.xml", sheet(rows, `<mergeCells count="1"><mergeCell ref="A1:M1"/></mergeCells>`))
	add("xl/worksheets/sheet2.xml", sheet([][]cell{{text("這份名單由展場名片手動輸入，請匯入「名片」工作表。")}, {text("人物與公司皆為虛構。")}}, ""))
	if err := z.Close(); err != nil {
		log.Fatal(err)
	}
	return out.Bytes()
}

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	sheetNS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
)

func sheet(rows [][]cell, end string) string {
	var out strings.Builder
	out.WriteString(`<worksheet xmlns="` + sheetNS + `"><cols>`)
	for i, w := range []int{14, 26, 12, 26, 15, 14, 34, 9, 40, 11, 16, 14, 26} {
		fmt.Fprintf(&out, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, w)
	}
	out.WriteString(`</cols><sheetData>`)
	for r, row := range rows {
		fmt.Fprintf(&out, `<row r="%d">`, r+1)
		for c, v := range row {
			out.WriteString(one(fmt.Sprintf("%c%d", 'A'+c, r+1), v))
		}
		out.WriteString(`</row>`)
	}
	return out.String() + `</sheetData>` + end + `</worksheet>`
}

func one(ref string, v cell) string {
	switch {
	case v.text == "":
		return ""
	case v.number:
		return fmt.Sprintf(`<c r="%s" s="%d"><v>%s</v></c>`, ref, v.style, v.text)
	}
	return fmt.Sprintf(`<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, ref, v.style, html.EscapeString(v.text))
}

// big5 is the sheet as an old spreadsheet program saves it: dates as they show, no title merged, a question mark for what Big5 lacks.
func big5(rows [][]cell) []byte {
	var plain bytes.Buffer
	w := csv.NewWriter(&plain)
	w.UseCRLF = true
	for _, row := range rows {
		record := make([]string, len(header))
		for i, v := range row {
			record[i] = shown(v)
		}
		if err := w.Write(record); err != nil {
			log.Fatal(err)
		}
	}
	w.Flush()
	var out bytes.Buffer
	codes := codePage950()
	for _, r := range plain.String() {
		switch code, ok := codes[r]; {
		case r < 0x80:
			out.WriteByte(byte(r))
		case ok:
			out.Write(code[:])
		default:
			out.WriteByte('?')
		}
	}
	return out.Bytes()
}

// codePage950 is Big5 as Windows in Taiwan writes it. It is read off the decoder because the encoder prefers the codes of Hong Kong's supplement
// for some common characters (婷, 晴, 港), which Windows does not know.
func codePage950() map[rune][2]byte {
	codes := map[rune][2]byte{}
	for lead := byte(0xa1); lead <= 0xf9; lead++ {
		for trail := 0x40; trail <= 0xfe; trail++ {
			code := [2]byte{lead, byte(trail)}
			b, err := traditionalchinese.Big5.NewDecoder().Bytes(code[:])
			r := []rune(string(b))
			if lead == 0xc6 && trail > 0xa0 || lead == 0xc7 || lead == 0xc8 || err != nil || len(r) != 1 || r[0] == '\ufffd' {
				continue
			}
			if _, taken := codes[r[0]]; !taken {
				codes[r[0]] = code
			}
		}
	}
	return codes
}

func shown(v cell) string {
	if v.style != 1 {
		return v.text
	}
	days, err := strconv.Atoi(v.text)
	if err != nil {
		log.Fatal(err)
	}
	return time.Date(1899, 12, 30+days, 0, 0, 0, 0, time.UTC).Format("2006/1/2")
}

// cards is what two telephones send: an old one in vCard 2.1, a new one in 3.0.
func cards() []byte {
	var out strings.Builder
	firm := demo.Firm(1106, 60, day)
	n := 0
	for i := range firm.Contacts {
		c := &firm.Contacts[i]
		if n == 12 || !taiwanese(c) {
			continue
		}
		if n%2 == 0 {
			card21(&out, c)
		} else {
			card30(&out, c)
		}
		n++
	}
	return []byte(strings.ReplaceAll(out.String(), "\n", "\r\n"))
}

func card21(out *strings.Builder, c *crm.Contact) {
	mobile, _ := c.PhoneOf(crm.PhoneMobile)
	fmt.Fprintf(out, "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:%s;%s;;;\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:%s\nTEL;CELL:%s\n",
		qp(c.Name.Family), qp(c.Name.Given), qp(c.Title()), mobile.Text)
	fmt.Fprintf(out, "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:%s\n", qp(c.CompanyName()))
	if len(c.Emails) > 0 {
		fmt.Fprintf(out, "EMAIL;INTERNET:%s\n", c.Emails[0].Address)
	}
	out.WriteString("END:VCARD\n")
}

func card30(out *strings.Builder, c *crm.Contact) {
	mobile, _ := c.PhoneOf(crm.PhoneMobile)
	p, a := c.Current(), c.Addresses[0]
	fmt.Fprintf(out, "BEGIN:VCARD\nVERSION:3.0\nN:%s;%s;;;\nFN:%s\nORG:%s\nTITLE:%s\n", c.Name.Family, c.Name.Given, c.Title(), p.CompanyName, p.Title)
	fmt.Fprintf(out, "TEL;TYPE=CELL:%s\nADR;TYPE=WORK:;;%s;%s;;%s;台灣\n", mobile.Number, a.District+a.Street, a.City, a.Postal)
	if b := c.Birthday().Date; b.Year() > 0 {
		fmt.Fprintf(out, "BDAY:%s\n", b)
	}
	if len(c.Emails) > 0 {
		fmt.Fprintf(out, "EMAIL;TYPE=INTERNET:%s\n", c.Emails[0].Address)
	}
	out.WriteString("END:VCARD\n")
}

// qp is quoted-printable on one line.
func qp(s string) string {
	var out bytes.Buffer
	w := quotedprintable.NewWriter(&out)
	fmt.Fprint(w, s)
	w.Close()
	return strings.ReplaceAll(out.String(), "=\r\n", "")
}
