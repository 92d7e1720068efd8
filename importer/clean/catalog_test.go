package clean

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// loadTexts reads the texts for people in one language.
func loadTexts(t *testing.T, language string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "locale", "catalog", "clean."+language+".json"))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	if err := json.Unmarshal(data, &texts); err != nil {
		t.Fatal(err)
	}
	return texts
}

// noteCodes are the codes declared in codes.go.
func noteCodes(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			code, _ := strconv.Unquote(lit.Value)
			codes = append(codes, code)
		}
		return true
	})
	return codes
}

func TestEveryCodeHasATextInEveryLanguage(t *testing.T) {
	codes := noteCodes(t)
	for _, language := range []string{"zh-Hant", "en"} {
		texts := loadTexts(t, language)
		for _, code := range codes {
			if texts["problem."+code] == "" {
				t.Errorf("%s has no text for %s", language, code)
			}
		}
		if len(texts) != len(codes) {
			t.Errorf("%s has %d texts for %d codes", language, len(texts), len(codes))
		}
	}
}

var placeholder = regexp.MustCompile(`\{(\w+)\}`)

// TestNotesFillTheirTexts holds the values of real notes against the blanks of their texts.
func TestNotesFillTheirTexts(t *testing.T) {
	texts := []map[string]string{loadTexts(t, "zh-Hant"), loadTexts(t, "en")}
	seen := map[string]bool{}
	for _, n := range sampleNotes() {
		seen[n.Code] = true
		for _, language := range texts {
			for _, blank := range placeholder.FindAllStringSubmatch(language["problem."+n.Code], -1) {
				if _, ok := n.Values[blank[1]]; !ok {
					t.Errorf("%s: the text wants {%s}, the note has %v", n.Code, blank[1], n.Values)
				}
			}
		}
	}
	for _, code := range noteCodes(t) {
		if !seen[code] {
			t.Errorf("no sample leads to %s", code)
		}
	}
}

// sampleNotes are the notes of cells that lead to every code.
func sampleNotes() []Note {
	notes := Person(strings.Repeat("王", longestCell)).Notes
	for _, s := range []string{
		"王\u200b小明", "司馬", "王小明先生", "陳小姐", "林經理", "王小明經理", "張李美玉", "小明 王", "王小明、李大華", "大同公司", "a@b.com", "123",
		"李美麗 Mary Lee", "王小明(離職)", "WANG MING", "王小明(先生)", "樂正宇", "a, b, c", "王小明(Ming)", "王小明(經理)",
	} {
		notes = append(notes, Person(s).Notes...)
	}
	for _, c := range []NameColumns{
		{Given: "王小明"}, {Given: "First", Family: "Last", Full: "Other Name"}, {Given: "王", Family: "小明"}, {Given: "小姐", Family: "陳"},
		{Family: "王", Given: "王小明"}, {Given: "小明", Family: "王", Full: "Ming Wang"},
	} {
		notes = append(notes, NameParts(c).Notes...)
	}
	missing, _ := Unnamed("", "a@b.com", "")
	notes = append(notes, missing.Notes...)
	for _, c := range []Cell{
		number("912345678"), Typed("9.12346E+08"), Typed("2345-6789"), Typed("912345678"), Typed("010-1234-5678"), Typed("none at all"), Typed("123"),
		Typed("02-23456789、02-23456780"), Typed("0912-345-678(王太太)"), Typed("886-2-23456789"), Typed("1-800-FLOWERS"), Typed("912345678.0"), Typed("ext. 4471"), Typed("659-980-2015"),
	} {
		_, _, more := Phones(c, "", anywhere)
		notes = append(notes, more...)
	}
	_, _, more := Phones(Typed("2345 6789"), "", hongKong)
	notes = append(notes, more...)
	for _, s := range []string{"a@b.com;c@d.com", "Wang <a@b.com>", "a[at]b.com", "a@localhost"} {
		_, _, more := Emails(s)
		notes = append(notes, more...)
	}
	for _, p := range []AddressParts{
		{Street: "X 1", City: "Y", Country: "DE", Postal: number("6779")}, {Street: "東京都", Postal: Typed("1500002")}, {Street: "台北市", Postal: Typed("1061")},
		{Street: "106台北市大安區", Postal: Typed("110")}, {Street: "台北市大安區\n台北市信義區"}, {Street: "台北市大安區(巷口)"}, {Street: "東京都", More: []string{"渋谷区"}},
	} {
		_, _, more := Addresses(p, anywhere)
		notes = append(notes, more...)
	}
	for _, s := range []string{"12345678", "4595257", "DE123456789", "個人", "A123456789"} {
		_, more := TaxID(Typed(s))
		notes = append(notes, more...)
	}
	for _, s := range []string{"110/3/5", "R3.3.5", "75.8.9", "99/3/5", "25/3/81", "3/5/2021", "44260", "0305", "2021/2/30", "circa", "民國前1年", "農曆3月5日", "5 Mar 81"} {
		notes = append(notes, Date(Typed(s), Birthday, DateHints{}).Notes...)
	}
	return append(notes, Date(Cell{Text: "3月5日", Date: 20260305, NoYear: true}, Birthday, DateHints{}).Notes...)
}
