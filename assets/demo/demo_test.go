package demo_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/traditionalchinese"

	"regulars/assets/demo"
)

func TestFilesAreWhatTheySay(t *testing.T) {
	for _, f := range demo.Files() {
		if len(f.Data) < 1000 || len(f.Data) > 100_000 {
			t.Errorf("%s has %d bytes", f.Name, len(f.Data))
		}
	}
	if got := sheetText(t, demo.Cards().Data); !strings.Contains(got, "吳𠮷安") || !strings.Contains(got, "<v>972654321</v>") {
		t.Error("the spreadsheet lacks the rare character or the number without its zero")
	}
	csv, err := traditionalchinese.Big5.NewDecoder().Bytes(demo.CardsBig5().Data)
	if err != nil || !strings.Contains(string(csv), "吳?安") || !strings.Contains(string(csv), "歐陽靜宜") {
		t.Errorf("the Big5 file reads %.80q…, error %v", csv, err)
	}
	if got := bytes.Count(demo.Phone().Data, []byte("BEGIN:VCARD")); got != 12 {
		t.Errorf("%d cards in the address book, want 12", got)
	}
}

func sheetText(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestFilesAreCopies(t *testing.T) {
	demo.Cards().Data[0] = 0
	if demo.Cards().Data[0] == 0 {
		t.Error("a caller changed the spreadsheet for everybody")
	}
}
