package sheet

import (
	"slices"
	"strings"
	"testing"
)

// wordScore knows a few headers, as importer/mapping knows many.
func wordScore(cells []string) float64 {
	words := []string{"姓名", "電話", "手機", "公司", "公司名稱", "電子郵件", "地址", "備註", "name", "phone", "email", "company", "first name", "last name", "mobile"}
	filled, known := 0, 0
	for _, cell := range cells {
		if cell == "" {
			continue
		}
		filled++
		if slices.Contains(words, strings.ToLower(strings.Trim(cell, "＊*"))) {
			known++
		}
	}
	if filled == 0 {
		return 0
	}
	return float64(known) / float64(filled)
}

// TestHeaders finds the header in text tables, by shape alone and with a few known words.
func TestHeaders(t *testing.T) {
	for _, tt := range []struct {
		name    string
		text    string
		header  int
		headers string // joined by |
		rows    int
	}{
		{"first line", "姓名,電話\n王小明,02-23456789\n", 1, "姓名|電話", 1},
		{"preamble of LinkedIn", "Notes:\n\"When exporting your data, you may notice that some addresses are missing.\"\n\nFirst Name,Last Name,URL,Email Address\nAmy,Lin,https://example.com/a,a@b.com\n", 4, "First Name|Last Name|URL|Email Address", 1},
		{"preamble with counts", "2024/05/01 匯出\n名片數,2\n說明一\n說明二\n\n\n公司,姓名,電子郵件\n大同,王小明,a@b.com\n良品,李美麗,c@d.com\n", 7, "公司|姓名|電子郵件", 2},
		{"title line", "通訊錄\n姓名,電話,地址\n王小明,02-23456789,台北市\n", 2, "姓名|電話|地址", 1},
		{"two languages", "姓名,電話,公司\nName,Phone,Company\n王小明,02-23456789,大同\n李美麗,03-1234567,良品\n", 1, "姓名|電話|公司", 2},
		{"group header by gaps", "姓名,聯絡方式,,,地址\n,電話,手機,傳真,\n王小明,02-23456789,0912345678,02-23456780,台北市\n", 2, "姓名|聯絡方式 電話|聯絡方式 手機|聯絡方式 傳真|地址", 1},
		{"line break in a header", "\"公司\n名稱\",\"First\nName\",電話\n大同,Amy,02-23456789\n", 1, "公司名稱|First Name|電話", 1},
		{"same header twice", "姓名,電話,電話\n王小明,02-23456789,03-1234567\n", 1, "姓名|電話|電話", 1},
		{"no header", "王小明,02-23456789,a@b.com\n李美麗,03-1234567,c@d.com\n", 0, "||", 2},
		{"no header, one row", "Amy,Lin,amy@example.com,02-23456789\n", 0, "|||", 1},
		{"header only", "First Name,Last Name,Email\n", 1, "First Name|Last Name|Email", 0},
		{"header over the first of several", "名前,住所,,\n山田,東京都,渋谷区,1-2-3\n佐藤,大阪府,大阪市,4-5-6\n", 1, "名前|住所||", 2},
		{"one column of mail", "電子郵件\na@b.com\nc@d.com\n", 1, "電子郵件", 2},
		{"all text", "姓名,城市\n王小明,台北\n李美麗,台中\n", 1, "姓名|城市", 2},
	} {
		for _, score := range map[string]Scorer{"by shape": nil, "by words": wordScore} {
			name := tt.name + map[bool]string{true: " by shape", false: " by words"}[score == nil]
			t.Run(name, func(t *testing.T) {
				table := readBytes(t, []byte(tt.text), "a.csv", Options{Score: score}).Table()
				if table.HeaderRow != tt.header || strings.Join(table.Headers, "|") != tt.headers || len(table.Rows) != tt.rows {
					t.Errorf("header in line %d, %q, %d rows; want %d, %q, %d", table.HeaderRow, table.Headers, len(table.Rows), tt.header, tt.headers, tt.rows)
				}
			})
		}
	}
}

// TestRowsThatAreNoData: repeated headers, totals and remarks are told and left out; data that looks a little like them stays.
func TestRowsThatAreNoData(t *testing.T) {
	const head = "姓名,電話,公司,備註\n"
	for _, tt := range []struct {
		name, row string
		code      string
	}{
		{"header again", "姓名,電話,公司,備註\n", NoteHeaderRepeated},
		{"part of the header again", "姓名,電話,,\n", NoteHeaderRepeated},
		{"total", "合計 25 筆,,,\n", NoteTotalRow},
		{"total in two cells", "合計,54 張,,\n", NoteTotalRow},
		{"total of numbers", "總計,25,,100\n", NoteTotalRow},
		{"count", ",,,共 25 筆\n", NoteTotalRow},
		{"English total", "Total: 25,,,\n", NoteTotalRow},
		{"remark", "填寫說明：手機請填十碼,,,\n", NoteRemarkRow},
		{"a person named like a column", "姓名,0912345678,大同,\n", ""},
		{"a firm that adds up", "合計會計師事務所,02-23456789,,\n", ""},
		{"a name only", "張三,,,\n", ""},
		{"most cells say what the header says", "Max,電話,公司,備註\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := head + "王小明,02-23456789,大同,\n" + tt.row + "李美麗,03-1234567,良品,\n"
			table := readBytes(t, []byte(text), "a.csv", Options{}).Table()
			got := codes(table.Notes)
			if tt.code == "" && (len(table.Rows) != 3 || len(got) != 0) || tt.code != "" && (len(table.Rows) != 2 || !slices.Equal(got, []string{tt.code})) {
				t.Errorf("%d rows, notes %v; want the note %q", len(table.Rows), got, tt.code)
			}
		})
	}
}

func TestHeaderAskedFor(t *testing.T) {
	text := []byte("客戶,表\n姓名,電話\n王小明,02-23456789\n")
	for _, tt := range []struct{ ask, header, rows int }{{1, 1, 2}, {2, 2, 1}, {NoHeader, 0, 3}, {99, 0, 3}} {
		table := readBytes(t, text, "a.csv", Options{HeaderRow: tt.ask}).Table()
		if table.HeaderRow != tt.header || len(table.Rows) != tt.rows {
			t.Errorf("asked %d: header %d, %d rows; want %d, %d", tt.ask, table.HeaderRow, len(table.Rows), tt.header, tt.rows)
		}
	}
	table := readBytes(t, text, "a.csv", Options{}).Table().WithHeader(1)
	if !slices.Equal(table.Headers, []string{"客戶", "表"}) || len(table.Rows) != 2 {
		t.Errorf("WithHeader(1): %q, %d rows", table.Headers, len(table.Rows))
	}
}

func TestSheetAskedFor(t *testing.T) {
	f := readBytes(t, fixtureBook(t), "a.xlsx", Options{Sheet: "廠商"})
	if got := f.Table().Name; got != "廠商" {
		t.Errorf("got sheet %q", got)
	}
	if _, err := tryRead(fixtureBook(t), Options{Sheet: "沒有"}); errorCode(err) != CodeNoSheet {
		t.Errorf("got %v, want %s", err, CodeNoSheet)
	}
}
