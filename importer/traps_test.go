package importer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"regulars/importer/sheet"
	"regulars/store/crm"
)

// The traps are single cells and whole files that imports of contacts stumble over: names, phones, e-mail addresses, postal addresses, tax ids,
// dates and files, A1 to G28. Each is tried as a user would meet it, as a row of a table that goes through mapping, cleaning and the plan.

const wantTraps = 145

// trap is one input of a case with what must come out. Several traps of one case count as one.
type trap struct {
	id      string
	headers string // divided by |
	cells   string // divided by |; #n is a number cell, @n a date cell of that day, @@n one shown without its year
	want    want
}

// want is what must come out; empty fields are not looked at. "-" wants an empty value.
type want struct {
	name, family, given, middle, prefix, suffix, salutation, alt string
	kind, company, title                                         string
	phones                                                       string // E.164 or text, ", " between; ext behind x, kind before :
	emails                                                       string
	postal, country, address, city                               string
	taxID, birthday, date                                        string
	notes                                                        string // must occur in the notes
	code                                                         string // of a problem that must be told
	rows                                                         int    // records made, if not 1
}

// numberCell and dateCell are cells of a workbook.
func numberCell(text string) sheet.Cell {
	return sheet.Cell{Text: strings.TrimSuffix(text, ".0"), Raw: text, Kind: sheet.KindNumber}
}

func dateCell(iso string, noYear bool) sheet.Cell {
	var y, m, d int
	if _, err := fmt.Sscanf(iso, "%d-%d-%d", &y, &m, &d); err != nil {
		panic(err)
	}
	c := sheet.Cell{Text: iso, Kind: sheet.KindDate, Date: sheet.Date{Year: int16(y), Month: uint8(m), Day: uint8(d)}, DateShownWithoutYear: noYear}
	if noYear {
		c.Text = fmt.Sprintf("%d月%d日", m, d)
	}
	return c
}

func cellFrom(text string) sheet.Cell {
	switch {
	case strings.HasPrefix(text, "@@"):
		return dateCell(text[2:], true)
	case strings.HasPrefix(text, "@"):
		return dateCell(text[1:], false)
	case strings.HasPrefix(text, "#") && len(text) > 2 && text[1] >= '0' && text[1] <= '9':
		return numberCell(text[1:])
	case text == "":
		return sheet.Cell{}
	}
	return sheet.Cell{Text: text, Kind: sheet.KindText}
}

// sourceOf makes a source of a table written by hand. Rows are divided like the headers.
func sourceOf(headers string, rows ...string) *Source {
	t := sheet.Table{HeaderRow: 1}
	for _, h := range strings.Split(headers, "|") {
		t.Headers = append(t.Headers, h)
		t.Columns = append(t.Columns, sheet.Column{Header: h, Name: h})
	}
	for i, r := range rows {
		row := sheet.Row{Number: i + 2}
		for _, c := range strings.Split(r, "|") {
			row.Cells = append(row.Cells, cellFrom(c))
		}
		t.Rows = append(t.Rows, row)
	}
	s := &Source{Name: "made.xlsx", Format: sheet.FormatXLSX, file: &sheet.File{Format: sheet.FormatXLSX, Tables: []sheet.Table{t}}}
	s.describe()
	return s
}

func planOf(t testing.TB, s *Source, existing []crm.Contact, set Settings) *Plan {
	t.Helper()
	if set.NewID == nil {
		set.NewID = countIDs()
	}
	set.Today = 20261122
	p, err := NewPlan(context.Background(), s, s.Propose(nil), existing, set)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var valueTraps = []trap{
	{"A1", "姓名|電話", "歐陽修|0912345678", want{family: "歐陽", given: "修"}},
	{"A2", "姓名", "司馬相如", want{family: "司馬", given: "相如"}},
	{"A3", "姓名", "諸葛亮", want{family: "諸葛", given: "亮"}},
	{"A4", "姓名", "上官婉兒", want{family: "上官"}}, {"A4", "姓名", "皇甫嵩", want{family: "皇甫"}}, {"A4", "姓名", "令狐沖", want{family: "令狐"}},
	{"A4", "姓名", "尉遲恭", want{family: "尉遲"}}, {"A4", "姓名", "長孫無忌", want{family: "長孫"}}, {"A4", "姓名", "夏侯惇", want{family: "夏侯"}},
	{"A4", "姓名", "公孫瓚", want{family: "公孫"}}, {"A4", "姓名", "東方朔", want{family: "東方"}}, {"A4", "姓名", "慕容復", want{family: "慕容"}}, {"A4", "姓名", "宇文泰", want{family: "宇文"}},
	{"A5", "姓名", "范姜明哲", want{family: "范姜", given: "明哲"}}, {"A5", "姓名", "張簡志豪", want{family: "張簡", given: "志豪"}},
	{"A6", "姓名", "張李美玉", want{name: "張李美玉"}},
	{"A7", "姓名", "歐小明", want{family: "歐", given: "小明"}},
	{"A8", "姓名", "司馬", want{name: "司馬", given: "-", code: "name-surname-only"}},
	{"A9", "姓名", "王 小明", want{name: "王小明", family: "王", given: "小明"}}, {"A9", "姓名", "王　小明", want{name: "王小明", family: "王"}},
	{"A10", "First Name|Last Name", "小明|王", want{name: "王小明"}},
	{"A11", "First Name|Last Name", "王小明|", want{name: "王小明"}},
	{"A12", "創建日期|姓名|名字|名字拚音或音標|姓|姓氏拚音或音標|公司1", "2021/3/5|王小明|小明||王||大同公司", want{name: "王小明", family: "王", given: "小明", alt: "-"}},
	{"A13", "頭銜|名字|中間名|姓氏|稱謂|公司|部門|職稱|商務電話", "先生|小明||王||大同公司||經理|02-23456789", want{name: "王小明", salutation: "先生", title: "經理"}},
	{"A14", "姓名", "王小明先生", want{name: "王小明", salutation: "先生"}}, {"A14", "姓名", "王小明 先生", want{name: "王小明", salutation: "先生"}},
	{"A15", "姓名", "陳小姐", want{name: "陳小姐", salutation: "小姐", given: "-", code: "*"}},
	{"A16", "姓名", "林經理", want{name: "林經理", title: "經理"}}, {"A16", "姓名", "黃董", want{name: "黃董"}}, {"A16", "姓名", "李總", want{name: "李總"}},
	{"A16", "姓名", "張老師", want{name: "張老師"}}, {"A16", "姓名", "吳醫師", want{name: "吳醫師"}},
	{"A17", "Name", "WANG, Hsiao-Ming", want{name: "Hsiao-Ming WANG", family: "WANG", given: "Hsiao-Ming"}},
	{"A18", "Name", "Smith, John A.", want{family: "Smith", given: "John A."}},
	{"A19", "Name|Phone", "Acme Corp., Taipei Office|02-23456789", want{kind: "company", code: "*"}},
	{"A20", "Name", "Dr. John Smith Jr.", want{prefix: "Dr.", given: "John", family: "Smith", suffix: "Jr."}},
	{"A21", "Name", "van der Berg, Jan", want{given: "Jan", family: "van der Berg"}},
	{"A22", "姓名", "李美麗 (Mary Lee)", want{name: "李美麗", alt: "Mary Lee"}}, {"A22", "姓名", "李美麗 Mary Lee", want{name: "李美麗", alt: "Mary Lee"}}, {"A22", "姓名", "Mary Lee 李美麗", want{name: "李美麗", alt: "Mary Lee"}},
	{"A23", "姓名", "陳Jason", want{family: "陳", given: "Jason"}}, {"A23", "姓名", "Jason 陳", want{family: "陳", given: "Jason"}},
	{"A24", "姓名", "瓦歷斯·諾幹", want{name: "瓦歷斯·諾幹", family: "-"}}, {"A24", "姓名", "夏曼．藍波安", want{name: "夏曼．藍波安", family: "-"}},
	{"A25", "氏名", "山田 太郎", want{family: "山田", given: "太郎"}}, {"A25", "氏名", "高橋さくら", want{name: "高橋さくら"}},
	{"A26", "성명", "김철수", want{family: "김", given: "철수"}}, {"A26", "성명", "남궁민", want{family: "남궁", given: "민"}},
	{"A27", "姓名|電話", "王小明、李大華|02-23456789", want{name: "王小明", notes: "李大華", code: "*"}}, {"A27", "姓名|電話", "王小明/李大華|02-23456789", want{name: "王小明", notes: "李大華", code: "*"}},
	{"A28", "姓名", "ＷＡＮＧ ＭＩＮＧ", want{name: "WANG MING"}},
	{"A29", "姓名", "王小明\u200b", want{name: "王小明"}}, {"A29", "姓名", "\u00a0王小明", want{name: "王小明"}},
	{"A30", "姓名|公司|電話", "|大同公司|02-23456789", want{kind: "company", name: "大同公司"}},
	{"A31", "姓名|Email", "|a@b.com", want{name: "-", emails: "a@b.com", code: "*"}},

	{"B1", "姓名|電話", "王小明|(02)2345-6789#123", want{phones: "+886223456789x123"}},
	{"B2", "姓名|電話", "王小明|02-23456789 分機 12", want{phones: "+886223456789x12"}},
	{"B3", "姓名|電話", "王小明|02-2345-6789轉12", want{phones: "+886223456789x12"}}, {"B3", "姓名|電話", "王小明|02-2345-6789 轉 12", want{phones: "+886223456789x12"}},
	{"B4", "姓名|電話", "王小明|02-2345-6789 ext.12", want{phones: "+886223456789x12"}}, {"B4", "姓名|電話", "王小明|02-2345-6789 x12", want{phones: "+886223456789x12"}}, {"B4", "姓名|電話", "王小明|02-2345-6789 EXT：12", want{phones: "+886223456789x12"}},
	{"B5", "姓名|電話", "王小明|+886-2-2345-6789", want{phones: "+886223456789"}},
	{"B6", "姓名|電話", "王小明|886-2-23456789", want{phones: "+886223456789"}},
	{"B7", "姓名|電話", "王小明|+886-(0)2-2345-6789", want{phones: "+886223456789"}},
	{"B8", "姓名|電話", "王小明|002-886-2-23456789", want{phones: "+886223456789"}}, {"B8", "姓名|電話", "王小明|+886 02 2345 6789", want{phones: "+886223456789"}},
	{"B9", "姓名|電話", "王小明|0912-345-678", want{phones: "mobile:+886912345678"}}, {"B9", "姓名|電話", "王小明|0912 345 678", want{phones: "mobile:+886912345678"}}, {"B9", "姓名|手機", "王小明|0912345678", want{phones: "mobile:+886912345678"}},
	{"B10", "姓名|手機", "王小明|#912345678", want{phones: "+886912345678", code: "phone-zero-restored"}},
	{"B11", "姓名|電話|地址", "王小明|#223456789|台北市大安區羅斯福路四段1號", want{phones: "+886223456789", code: "phone-zero-restored"}},
	{"B12", "姓名|電話|地址", "王小明|2345-6789|台北市大安區羅斯福路四段1號", want{phones: "2345-6789"}},
	{"B13", "姓名|手機", "王小明|9.12346E+08", want{phones: "9.12346E+08", code: "phone-damaged"}},
	{"B14", "姓名|手機", "王小明|#912345678.0", want{phones: "+886912345678"}},
	{"B15", "姓名|手機", `王小明|="0912345678"`, want{phones: "+886912345678"}},
	{"B16", "姓名|手機", "王小明|'0912345678", want{phones: "+886912345678"}},
	{"B17", "姓名|手機", "王小明|０９１２－３４５－６７８", want{phones: "+886912345678"}},
	{"B18", "姓名|手機", "王小明|0912345678/0922333444", want{phones: "+886912345678, +886922333444"}},
	{"B19", "姓名|電話", "王小明|02-23456789、02-23456780", want{phones: "+886223456789, +886223456780"}},
	{"B20", "姓名|電話", "王小明|02-23456789\n0912345678", want{phones: "+886223456789, mobile:+886912345678"}},
	{"B21", "姓名|電話", "王小明|02-23456789;0912-345678", want{phones: "+886223456789, +886912345678"}}, {"B21", "姓名|電話", "王小明|02-23456789,0912-345678", want{phones: "+886223456789, +886912345678"}},
	{"B22", "姓名|電話", "王小明|02-23456789~91", want{phones: "+886223456789", code: "*"}}, {"B22", "姓名|電話", "王小明|02-23456789-91", want{phones: "+886223456789"}},
	{"B23", "姓名|電話", "王小明|TEL:02-23456789 FAX:02-23456780", want{phones: "+886223456789, fax:+886223456780"}},
	{"B24", "姓名|電話", "王小明|(公)02-23456789 (宅)03-1234567", want{phones: "work:+886223456789, home:+88631234567"}},
	{"B25", "姓名|電話", "王小明|037-123456", want{phones: "+88637123456"}},
	{"B26", "姓名|電話", "王小明|049-2345678", want{phones: "+886492345678"}},
	{"B27", "姓名|電話", "王小明|082-123456", want{phones: "+88682123456"}}, {"B27", "姓名|電話", "王小明|0836-12345", want{phones: "+88683612345"}}, {"B27", "姓名|電話", "王小明|089-123456", want{phones: "+88689123456"}},
	{"B28", "姓名|電話", "王小明|08-7654321", want{phones: "+88687654321"}},
	{"B29", "姓名|電話", "王小明|0800-123-456", want{phones: "0800-123-456"}},
	{"B30", "姓名|電話", "王小明|+852 2345 6789", want{phones: "+85223456789"}}, {"B30", "姓名|電話", "王小明|852-23456789", want{phones: "+85223456789"}},
	{"B31", "Name|Phone|Address", "Chan Tai Man|2345 6789|Rm 1203, ABC Centre, 1 Queen's Road Central, Hong Kong", want{phones: "+85223456789", code: "*"}},
	{"B32", "姓名|手機", "王小明|138 0013 8000", want{phones: "+8613800138000"}}, {"B32", "姓名|手機", "王小明|#13800138000", want{phones: "+8613800138000"}},
	{"B33", "姓名|電話", "王小明|010-12345678", want{phones: "010-12345678", code: "*"}}, {"B33", "姓名|電話|國家", "王小明|010-12345678|中国", want{phones: "+861012345678"}}, {"B33", "姓名|電話|國家", "김철수|010-1234-5678|韓國", want{phones: "+821012345678"}},
	{"B34", "姓名|電話|地址", "山田 太郎|03-1234-5678|東京都渋谷区渋谷2-21-1", want{phones: "+81312345678"}}, {"B34", "姓名|電話", "王小明|03-1234-5678", want{phones: "03-1234-5678", code: "*"}},
	{"B35", "姓名|手機", "王小明|0912-345-678(王太太)", want{phones: "+886912345678"}},
	{"B36", "姓名|電話", "王小明|無", want{phones: "-"}}, {"B36", "姓名|電話", "王小明|-", want{phones: "-"}}, {"B36", "姓名|電話", "王小明|N/A", want{phones: "-"}}, {"B36", "姓名|電話", "王小明|NULL", want{phones: "-"}}, {"B36", "姓名|電話", "王小明|0", want{phones: "-"}},

	{"C1", "姓名|Email", "王小明|a@b.com; c@d.com", want{emails: "a@b.com, c@d.com"}}, {"C1", "姓名|Email", "王小明|a@b.com, c@d.com", want{emails: "a@b.com, c@d.com"}}, {"C1", "姓名|Email", "王小明|a@b.com\nc@d.com", want{emails: "a@b.com, c@d.com"}}, {"C1", "姓名|Email", "王小明|a@b.com、c@d.com", want{emails: "a@b.com, c@d.com"}},
	{"C2", "姓名|Email", "王小明|a@b.com ::: c@d.com", want{emails: "a@b.com, c@d.com"}},
	{"C3", "姓名|Email", "王小明|Wang <a@b.com>", want{emails: "a@b.com"}}, {"C3", "姓名|Email", "王小明|mailto:a@b.com", want{emails: "a@b.com"}}, {"C3", "姓名|Email", "王小明|<a@b.com>", want{emails: "a@b.com"}},
	{"C4", "姓名|Email", "王小明|a＠b．com", want{emails: "a@b.com"}},
	{"C5", "姓名|Email", "王小明|A@B.Com", want{emails: "A@B.Com"}},
	{"C6", "姓名|Email", "王小明|a@b.com.", want{emails: "a@b.com"}}, {"C6", "姓名|Email", "王小明| a@b.com\t", want{emails: "a@b.com"}},
	{"C7", "姓名|Email", "王小明|a[at]b.com", want{emails: "-", notes: "a[at]b.com", code: "email-invalid"}}, {"C7", "姓名|Email", "王小明|a@b,com", want{emails: "-", notes: "a@b,com", code: "email-invalid"}}, {"C7", "姓名|Email", "王小明|a@@b.com", want{emails: "-", notes: "a@@b.com", code: "email-invalid"}},
	{"C8", "姓名|Email", "王小明|a b@c.com", want{code: "*"}},
	{"C9", "姓名|Email", "王小明|測試@example.org", want{emails: "測試@example.org"}}, {"C9", "姓名|Email", "王小明|a@例子.tw", want{emails: "a@例子.tw"}},

	{"D1", "姓名|地址", "王小明|106台北市大安區羅斯福路四段1號", want{postal: "106", address: "台北市大安區羅斯福路四段1號"}},
	{"D2", "姓名|地址", "王小明|10617 台北市大安區羅斯福路四段1號", want{postal: "10617"}},
	{"D3", "姓名|地址", "王小明|106319臺北市大安區羅斯福路四段1號", want{postal: "106319"}},
	{"D4", "姓名|地址", "王小明|[106]臺北市大安區羅斯福路", want{postal: "106"}}, {"D4", "姓名|地址", "王小明|(106)臺北市大安區羅斯福路", want{postal: "106"}}, {"D4", "姓名|地址", "王小明|106-17 臺北市大安區羅斯福路", want{postal: "10617"}},
	{"D5", "姓名|地址", "王小明|台灣 110 台北市信義區信義路五段7號", want{postal: "110", country: "TW"}},
	{"D8", "姓名|郵遞區號|地址", "王小明|#106|台北市大安區羅斯福路四段1號", want{postal: "106", address: "台北市大安區羅斯福路四段1號"}},
	{"D9", "Name|Street|Postal Code|City|Country", "Max Mustermann|Hauptstr. 1|#6779|Halle|Germany", want{postal: "06779", code: "*"}},
	{"D10", "Name|Street|City|Country", "Max Mustermann|Hauptstr. 1|21222 Köln|Germany", want{postal: "21222", city: "Köln"}},
	{"D11", "Name|Address", "Chan Tai Man|Rm 1203, 12/F, ABC Centre, 1 Queen's Road Central, Hong Kong", want{postal: "-", address: "1203"}},
	{"D12", "姓名|地址", "陳大文|九龍尖沙咀彌敦道100號12樓", want{postal: "-", country: "HK"}},
	{"D13", "姓名|地址", "王小明|上海市浦东新区世纪大道100号 200120", want{postal: "200120", country: "CN"}},
	{"D14", "姓名|地址", "王小明|广东省深圳市南山区科技园1号", want{postal: "-", country: "CN"}},
	{"D15", "氏名|住所", "山田 太郎|〒150-0002 東京都渋谷区渋谷2-21-1", want{postal: "150-0002", country: "JP"}},
	{"D16", "氏名|郵便番号|住所", "山田 太郎|#1500002|東京都渋谷区渋谷2-21-1", want{postal: "150-0002"}},
	{"D17", "氏名|住所|||", "山田 太郎|東京都|渋谷区|桜丘町|1-2-3", want{address: "東京都渋谷区桜丘町1-2-3"}},
	{"D18", "姓名|地址", "王小明|台北市大安區羅斯福路四段1號\n(公司)", want{address: "台北市大安區羅斯福路四段1號"}}, {"D18", "姓名|地址", "王小明|台北市大安區羅斯福路四段1號\n台中市西區民權路100號", want{address: "台中市西區民權路100號"}},

	{"E1", "公司|統一編號", "大同公司|04595257", want{taxID: "04595257", code: "-"}},
	{"E2", "公司|統一編號", "大同公司|04595252", want{taxID: "04595252", code: "-"}},
	{"E3", "公司|統一編號", "大同公司|10458575", want{taxID: "10458575", code: "-"}},
	{"E4", "公司|統一編號", "大同公司|10458574", want{taxID: "10458574", code: "-"}},
	{"E5", "公司|統一編號", "大同公司|10458570", want{taxID: "10458570", code: "-"}},
	{"E6", "公司|統一編號", "大同公司|12345675", want{taxID: "12345675", code: "-"}},
	{"E7", "公司|統一編號", "大同公司|12345678", want{taxID: "12345678", code: "taxid-invalid"}},
	{"E8", "公司|統一編號", "大同公司|#4595257", want{taxID: "04595257", code: "taxid-zero-restored"}},
	{"E9", "公司|統一編號", "大同公司|０４５９５２５７", want{taxID: "04595257"}}, {"E9", "公司|統一編號", "大同公司|統編:04595257", want{taxID: "04595257"}},
	{"E10", "公司|統一編號", "大同公司|00000000", want{taxID: "-"}},

	{"F1", "姓名|生日", "王小明|民國110/3/5", want{birthday: "2021-03-05"}}, {"F1", "姓名|生日", "王小明|民國110年3月5日", want{birthday: "2021-03-05"}}, {"F1", "姓名|生日", "王小明|110年3月5日", want{birthday: "2021-03-05"}},
	{"F2", "姓名|生日", "王小明|110/3/5", want{birthday: "2021-03-05"}}, {"F2", "姓名|生日", "王小明|110.03.05", want{birthday: "2021-03-05"}},
	{"F3", "姓名|生日", "王小明|1100305", want{birthday: "2021-03-05"}},
	{"F4", "姓名|名片日期", "王小明|99/3/5", want{notes: "99/3/5", code: "*"}},
	{"F5", "姓名|生日", "王小明|75.8.9", want{birthday: "1986-08-09", code: "date-roc-doubt"}},
	{"F6", "姓名|生日", "王小明|民國前1年", want{birthday: "1911"}},
	{"F7", "姓名|生日", "王小明|20210305", want{birthday: "2021-03-05"}},
	{"F8", "姓名|生日", "王小明|@2021-03-05", want{birthday: "2021-03-05"}},
	{"F9", "姓名|生日", "王小明|44260", want{birthday: "2021-03-05", code: "date-serial"}}, {"F9", "姓名|生日", "王小明|#44260", want{birthday: "2021-03-05", code: "date-serial"}},
	{"F11", "姓名|名片日期", "王小明|#44260.5", want{date: "2021-03-05"}},
	{"F12", "姓名|生日", "王小明|3/5/2021", want{birthday: "-", notes: "3/5/2021", code: "date-order"}},
	{"F13", "姓名|生日", "王小明|1/20/1981", want{birthday: "1981-01-20"}},
	{"F14", "姓名|生日", "王小明|3/5", want{birthday: "--03-05"}}, {"F14", "姓名|生日", "王小明|3月5日", want{birthday: "--03-05"}}, {"F14", "姓名|生日", "王小明|--0305", want{birthday: "--03-05"}}, {"F14", "姓名|生日", "王小明|--03-05", want{birthday: "--03-05"}}, {"F14", "姓名|生日", "王小明|0000-03-05", want{birthday: "--03-05"}},
	{"F15", "姓名|生日", "王小明|@@2026-03-05", want{birthday: "--03-05", code: "*"}},
	{"F16", "姓名|生日", "王小明|0.0.00", want{birthday: "-", code: "-"}}, {"F16", "姓名|生日", "王小明|0/0/00", want{birthday: "-", code: "-"}}, {"F16", "姓名|生日", "王小明|1900/1/0", want{birthday: "-", code: "-"}}, {"F16", "姓名|生日", "王小明|1899-12-30", want{birthday: "-", code: "-"}},
	{"F17", "姓名|生日", "王小明|2021/2/30", want{birthday: "-", notes: "2021/2/30", code: "date-impossible"}}, {"F17", "姓名|生日", "王小明|1977-2-31", want{birthday: "-", notes: "1977-2-31", code: "*"}}, {"F17", "姓名|生日", "王小明|19723101", want{birthday: "-", notes: "19723101", code: "*"}},
	{"F18", "姓名|生日", "王小明|令和3年3月5日", want{birthday: "2021-03-05"}}, {"F18", "姓名|生日", "王小明|R3.3.5", want{birthday: "2021-03-05"}},
}

func TestTraps(t *testing.T) {
	bad := map[string][]string{}
	cases := map[string]bool{}
	for _, tr := range valueTraps {
		cases[tr.id] = true
		if wrong := tr.try(t); len(wrong) > 0 {
			bad[tr.id] = append(bad[tr.id], fmt.Sprintf("%s → %s", tr.cells, strings.Join(wrong, "; ")))
		}
	}
	for _, tr := range otherTraps() {
		cases[tr.id] = true
		if wrong := tr.try(t); wrong != "" {
			bad[tr.id] = append(bad[tr.id], wrong)
		}
	}
	ids := make([]string, 0, len(bad))
	for id := range bad {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		t.Logf("%s: %s", id, strings.Join(bad[id], "\n      "))
	}
	t.Logf("traps right: %d of %d", len(cases)-len(bad), len(cases))
	if len(cases) != 152 {
		t.Errorf("%d cases, want 152", len(cases))
	}
	if right := len(cases) - len(bad); right < wantTraps {
		t.Errorf("%d traps right, want at least %d", right, wantTraps)
	}
}

// try imports the row and compares.
func (tr trap) try(t *testing.T) []string {
	p := planOf(t, sourceOf(tr.headers, tr.cells), nil, Settings{})
	records := rowRecords(p)
	if len(records) != max(1, tr.want.rows) {
		return []string{fmt.Sprintf("%d records (%+v)", len(records), p.Rows)}
	}
	return tr.want.compare(&records[0], p)
}

// compare lists what is not as wanted.
func (w want) compare(c *crm.Contact, p *Plan) []string {
	var wrong []string
	check := func(what, got, want string) {
		if want == "" || got == want || want == "-" && got == "" {
			return
		}
		wrong = append(wrong, fmt.Sprintf("%s %q, want %q", what, got, want))
	}
	check("name", c.Name.Display(), w.name)
	check("family", c.Name.Family, w.family)
	check("given", c.Name.Given, w.given)
	check("middle", c.Name.Middle, w.middle)
	check("prefix", c.Name.Prefix, w.prefix)
	check("suffix", c.Name.Suffix, w.suffix)
	check("salutation", c.Name.Salutation, w.salutation)
	check("alt", strings.Join(c.Name.Alt, ", "), w.alt)
	check("kind", string(c.Kind), w.kind)
	check("company", c.CompanyName(), w.company)
	check("title", c.Current().Title, w.title)
	check("phones", phonesText(c, w.phones), w.phones)
	check("emails", emailsText(c), w.emails)
	check("tax id", c.TaxID, w.taxID)
	check("birthday", c.Birthday().Date.String(), w.birthday)
	check("card date", c.CardDate.String(), w.date)
	a := crm.Address{}
	for _, x := range c.Addresses {
		a.Text += x.Text + "\n"
		a.Postal, a.Country, a.City = firstOf(a.Postal, x.Postal), firstOf(a.Country, x.Country), firstOf(a.City, x.City)
	}
	check("postal", a.Postal, w.postal)
	check("country", a.Country, w.country)
	check("city", a.City, w.city)
	if !strings.Contains(strings.ReplaceAll(a.Text, " ", ""), strings.ReplaceAll(w.address, " ", "")) {
		wrong = append(wrong, fmt.Sprintf("address %q lacks %q", a.Text, w.address))
	}
	if !strings.Contains(c.Notes, w.notes) {
		wrong = append(wrong, fmt.Sprintf("notes %q lack %q", c.Notes, w.notes))
	}
	return append(wrong, w.compareProblems(p)...)
}

func (w want) compareProblems(p *Plan) []string {
	var codes []string
	for _, x := range p.Problems {
		codes = append(codes, x.Code)
	}
	switch {
	case w.code == "" || w.code == "*" && len(codes) > 0 || w.code == "-" && len(codes) == 0 || slices.Contains(codes, w.code):
		return nil
	}
	return []string{fmt.Sprintf("problems %q, want %q", codes, w.code)}
}

// phonesText writes the phones in the form of the wanted ones.
func phonesText(c *crm.Contact, want string) string {
	var out []string
	parts := strings.Split(want, ", ")
	for i, p := range c.Phones {
		s := firstOf(p.Number, p.Text)
		if p.Ext != "" {
			s += "x" + p.Ext
		}
		if i < len(parts) && strings.Contains(parts[i], ":") {
			s = p.Kind + ":" + s
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func emailsText(c *crm.Contact) string {
	var out []string
	for _, e := range c.Emails {
		out = append(out, e.Address)
	}
	return strings.Join(out, ", ")
}
