package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/traditionalchinese"

	"regulars/assets/locale"
	"regulars/reports/export"
	"regulars/reports/xlsx"
	"regulars/store/crm"
)

func catalog(tb testing.TB, tag string) *locale.Catalog {
	tb.Helper()
	c, err := locale.Load(tag)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func cards() []crm.Contact {
	a := crm.Contact{
		Kind: crm.Person, Name: crm.Name{Family: "歐陽", Given: "靜宜", Salutation: "小姐", Alt: []string{"Jenny Ouyang", "靜靜"}},
		Positions: []crm.Position{{CompanyName: "靜宜食品股份有限公司", Title: "廠務"}},
		Phones:    []crm.Phone{{Kind: crm.PhoneMobile, Number: "+886912345678", Text: "0912-345-678"}, {Kind: crm.PhoneMobile, Text: "+886 987 654 321"}, {Kind: crm.PhoneWork, Text: "02-27001234"}},
		Emails:    []crm.Email{{Kind: crm.KindWork, Address: "jenny@example.com"}},
		Addresses: []crm.Address{{Kind: crm.KindWork, Country: "TW", Postal: "105", City: "台北市", District: "松山區", Street: "南京東路四段1號", Text: "台北市松山區南京東路四段1號"}},
		Dates:     []crm.SpecialDate{{Kind: crm.DateBirthday, Date: 305}}, Tags: []string{"VIP", "團購"}, Notes: "=1+1\n第二行, \"引號\"",
		Consents: []crm.Consent{{Channel: crm.ByEmail, Allowed: true}}, Preferred: crm.Preferred{Channel: crm.ByPost},
	}
	a.SetCustom("車號", "@cmd")
	b := crm.Contact{Kind: crm.Company, Name: crm.Name{Full: "王𠮷企業堃記"}, TaxID: "12345675"}
	return []crm.Contact{a, b}
}

func headers(columns []export.Column) string { return strings.Join(export.Headers(columns), "|") }

func TestColumns(t *testing.T) {
	zh := catalog(t, "zh-Hant")
	if got, want := headers(export.Columns(cards(), []string{"name", "phone.mobile", "tags", "nonsense", "custom.車號"}, zh)), "姓名|手機|手機 2|標籤|車號"; got != want {
		t.Errorf("chosen: %s, want %s", got, want)
	}
	all := headers(export.Columns(cards(), nil, zh))
	for _, want := range []string{"姓名", "手機 2", "其他名稱 2", "車號"} {
		if !strings.Contains(all, want) {
			t.Logf("%s", all)
			t.Errorf("%s is not among all columns", want)
		}
	}
	if strings.Contains(all, "傳真") {
		t.Errorf("a column that nobody fills: %s", all)
	}
}

func readCSV(t *testing.T, data []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCSVInUTF8(t *testing.T) {
	var out bytes.Buffer
	columns := export.Columns(cards(), []string{"name", "phone.mobile", "notes", "custom.車號", "preferred_channel", "birthday", "tags"}, catalog(t, "zh-Hant"))
	lost, err := export.CSV(&out, cards(), columns, export.UTF8)
	if err != nil || len(lost) != 0 {
		t.Fatal(lost, err)
	}
	data, ok := bytes.CutPrefix(out.Bytes(), []byte("\xef\xbb\xbf"))
	if !ok || !bytes.Contains(data, []byte("\r\n")) {
		t.Error("no byte order mark or no CR LF")
	}
	rows := readCSV(t, data)
	want := []string{"歐陽靜宜", "0912-345-678", "'+886 987 654 321", "'=1+1\n第二行, \"引號\"", "'@cmd", "郵寄", "--03-05", "VIP; 團購"}
	if !slices.Equal(rows[1], want) && !slices.Equal(rows[1], replaced(want, "--03-05", "'--03-05")) {
		t.Errorf("%q\nwant %q", rows[1], want)
	}
}

func replaced(list []string, from, to string) []string {
	out := slices.Clone(list)
	for i, s := range out {
		if s == from {
			out[i] = to
		}
	}
	return out
}

func TestCSVInBig5(t *testing.T) {
	var out bytes.Buffer
	columns := export.Columns(cards(), []string{"name"}, catalog(t, "zh-Hant"))
	lost, err := export.CSV(&out, cards(), columns, export.Big5)
	if err != nil {
		t.Fatal(err)
	}
	text, err := traditionalchinese.Big5.NewDecoder().Bytes(out.Bytes())
	if want := "姓名\r\n歐陽靜宜\r\n王?企業?記\r\n"; err != nil || string(text) != want {
		t.Errorf("%q, %v; want %q", text, err, want)
	}
	if len(lost) != 1 || string(lost[0].Runes) != "𠮷堃" || lost[0].Column != "姓名" || lost[0].Name != "王𠮷企業堃記" {
		t.Errorf("%+v", lost)
	}
}

// Everyday characters keep the codes that Windows knows, also where the Hong Kong supplement has them too.
func TestBig5IsThatOfWindows(t *testing.T) {
	cases := []struct {
		text string
		e    export.Encoding
		code string
	}{{"婷", export.Big5, "\xb4@"}, {"港", export.Big5, "\xb4\xe4"}, {"功", export.Big5, "\xa5\x5c"}, {"碁", export.Big5, "\xf9\xd6"}, {"堃", export.HKSCS, "\xfb\x69"}, {"①", export.Big5, "?"}}
	for _, c := range cases {
		var out bytes.Buffer
		contacts := []crm.Contact{{Kind: crm.Person, Name: crm.Name{Full: c.text}}}
		if _, err := export.CSV(&out, contacts, export.Columns(contacts, []string{"name"}, catalog(t, "en")), c.e); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSuffix(strings.TrimPrefix(out.String(), "Name\r\n"), "\r\n"); got != c.code {
			t.Errorf("%s is %x in %s, want %x", c.text, got, c.e, c.code)
		}
	}
}

func TestEncodingNames(t *testing.T) {
	for name, want := range map[string]export.Encoding{"": export.UTF8, "UTF-8": export.UTF8, "Big5": export.Big5, "cp950": export.Big5, "big5-hkscs": export.HKSCS} {
		if got, err := export.ParseEncoding(name); got != want || err != nil {
			t.Errorf("%q: %q, %v", name, got, err)
		}
	}
	if _, err := export.ParseEncoding("latin1"); !errors.Is(err, export.ErrEncoding) {
		t.Errorf("latin1: %v", err)
	}
}

func TestGuard(t *testing.T) {
	for in, want := range map[string]string{"=1+1": "'=1+1", "+886": "'+886", "-2": "'-2", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "王": "王", "": "", "1-2": "1-2"} {
		if got := export.Guard(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestXLSXHasTextCellsOnly(t *testing.T) {
	var out bytes.Buffer
	columns := export.Columns(cards(), nil, catalog(t, "zh-Hant"))
	if cut, err := export.XLSX(&out, "聯絡人", cards(), columns, xlsx.Options{}); err != nil || len(cut) != 0 {
		t.Fatal(cut, err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("聯絡人")
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range columns {
		ref, err := excelize.CoordinatesToCellName(i+1, 2)
		if err != nil {
			t.Fatal(err)
		}
		contact := cards()[0]
		formula, _ := f.GetCellFormula("聯絡人", ref)
		kind, _ := f.GetCellType("聯絡人", ref)
		got := ""
		if i < len(rows[1]) {
			got = rows[1][i]
		}
		if want := c.Cell(&contact); got != want || formula != "" || want != "" && kind != excelize.CellTypeInlineString {
			t.Errorf("%s: %q, want %q; formula %q, type %v", c.Header, got, want, formula, kind)
		}
	}
	if d, _ := f.GetSheetDimension("聯絡人"); !strings.HasPrefix(d, "A1:") || !strings.HasSuffix(d, "3") {
		t.Errorf("dimension %s", d)
	}
}

func TestXLSXTellsWhatIsCut(t *testing.T) {
	contacts := []crm.Contact{{Kind: crm.Person, Name: crm.Name{Full: "王"}, Notes: strings.Repeat("長", xlsx.MaxText+1)}}
	var out bytes.Buffer
	cut, err := export.XLSX(&out, "x", contacts, export.Columns(contacts, []string{"name", "notes"}, catalog(t, "en")), xlsx.Options{})
	if err != nil || len(cut) != 1 || cut[0].Column != "Notes" {
		t.Errorf("%+v, %v", cut, err)
	}
}

func TestJSONIsOfTheDocumentedForm(t *testing.T) {
	var out bytes.Buffer
	if err := export.JSON(&out, cards()); err != nil {
		t.Fatal(err)
	}
	var got []map[string]any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"id", "kind", "name", "family", "given", "salutation", "reading", "alt_names", "company", "department", "job_title", "phones", "emails", "addresses", "birthday", "tax_id", "tags", "notes", "custom"} {
		for i := range got {
			if v, ok := got[i][key]; !ok || v == nil {
				t.Errorf("contact %d has no %s", i, key)
			}
		}
	}
	if got[0]["birthday"] != "--03-05" || got[1]["name"] != "王𠮷企業堃記" {
		t.Errorf("%v", got)
	}
	out.Reset()
	if err := export.JSON(&out, nil); err != nil || strings.TrimSpace(out.String()) != "[]" {
		t.Errorf("nobody: %q, %v", out.String(), err)
	}
}

func TestVCard(t *testing.T) {
	for _, c := range []struct {
		v    export.Version
		want []string
	}{
		{export.VCard4, []string{"VERSION:4.0", "KIND:individual", "N:歐陽;靜宜;;;", "TEL;TYPE=cell:0912-345-678", "BDAY:--0305", "ADR;TYPE=work:;;松山區南京東路四段1號;台北市;;105;TW",
			"CATEGORIES:VIP,團購", `NOTE:=1+1\n第二行\, "引號"`, "ORG:靜宜食品股份有限公司", "TITLE:廠務", "X-REGULARS-CUSTOM:車號;@cmd", "KIND:org"}},
		{export.VCard3, []string{"VERSION:3.0", "BDAY:--03-05", "TEL;TYPE=CELL:0912-345-678", "X-ABShowAs:COMPANY"}},
	} {
		var out bytes.Buffer
		if err := export.VCard(&out, cards(), c.v); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(out.String(), "\r\n") {
			if len(line) > 75 || strings.Contains(line, "\n") {
				t.Errorf("%s: a line of %d bytes: %q", c.v, len(line), line)
			}
		}
		text := "\r\n" + strings.ReplaceAll(out.String(), "\r\n ", "")
		for _, want := range c.want {
			if !strings.Contains(text, "\r\n"+want+"\r\n") {
				t.Errorf("%s: no line %q in\n%s", c.v, want, text)
			}
		}
	}
	if err := export.VCard(&bytes.Buffer{}, nil, "2.1"); !errors.Is(err, export.ErrVersion) {
		t.Errorf("version 2.1: %v", err)
	}
}

func TestLost(t *testing.T) {
	plain := cards()[1]
	full := cards()[0]
	full.Photo, full.Tags = "abc", []string{"甲;乙"}
	full.Consents[0].Date = 20260101
	full.Dates = append(full.Dates, crm.SpecialDate{Label: "開幕", Date: 20200101})
	for _, c := range []struct {
		name string
		f    export.Format
		c    crm.Contact
		want string
	}{{"plain", export.FormatCSV, plain, ""}, {"table", export.FormatXLSX, full, "photo dates consent list"}, {"card", export.FormatVCard, full, "photo"}, {"json", export.FormatJSON, full, "photo"}} {
		if got := strings.Join(export.Lost(c.f, &c.c), " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestEveryLossHasItsText(t *testing.T) {
	for _, code := range []string{export.LostPositions, export.LostDates, export.LostLunar, export.LostConsent, export.LostPreferred, export.LostSource, export.LostExternal, export.LostBounced,
		export.LostReturned, export.LostPhoneNote, export.LostPhoto, export.LostLink, export.LostDoubts, export.LostList, export.LostOrder} {
		if !catalog(t, "zh-Hant").Has("export.lost." + code) {
			t.Errorf("no text for %s", code)
		}
	}
}

func TestSameContactsGiveTheSameBytes(t *testing.T) {
	write := func() string {
		var out bytes.Buffer
		columns := export.Columns(cards(), nil, catalog(t, "en"))
		o := xlsx.Options{Created: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)}
		if _, err := export.XLSX(&out, "x", cards(), columns, o); err != nil {
			t.Fatal(err)
		}
		if err := export.VCard(&out, cards(), export.VCard4); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	if first, second := write(), write(); first != second {
		t.Error("two runs differ")
	}
}
