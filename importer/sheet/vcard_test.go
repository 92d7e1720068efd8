package sheet

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func card(lines ...string) string {
	return "BEGIN:VCARD\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD\r\n"
}

// TestVCardValues reads single properties in the spellings of the three versions.
func TestVCardValues(t *testing.T) {
	for _, tt := range []struct {
		name  string
		card  string
		prop  string
		text  string
		parts string
	}{
		{"3.0 name", card("VERSION:3.0", "N:王;小明;;;"), "N", "王;小明;;;", "[[王] [小明] [] [] []]"},
		{"escapes", card("VERSION:3.0", `NOTE:a\, b\; c\\ d\ne`), "NOTE", "a, b; c\\ d\ne", "[[a, b; c\\ d\ne]]"},
		{"lists", card("VERSION:3.0", `CATEGORIES:客戶,VIP\,老`), "CATEGORIES", "客戶,VIP,老", "[[客戶 VIP,老]]"},
		{"comma is a comma in 2.1", card("VERSION:2.1", "N:Doe;John;Richter,James"), "N", "Doe;John;Richter,James", "[[Doe] [John] [Richter,James]]"},
		{"escaped semicolon in 2.1", card("VERSION:2.1", `N:;A\;B\\;C`), "N", `;A;B\;C`, `[[] [A;B\] [C]]`},
		{"folded", card("VERSION:3.0", "NOTE:one ", "  two", "\tthree"), "NOTE", "one  twothree", "[[one  twothree]]"},
		{"folded inside a character", card("VERSION:3.0", "FN:王\xe5\xb0", " \x8f明"), "FN", "王小明", "[[王小明]]"},
		{"quoted-printable", card("VERSION:2.1", "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=E5=B0=8F=E6=98=8E"), "FN", "王小明", "[[王小明]]"},
		{"soft break inside an escape", card("VERSION:2.1", "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E==", "8B=E5=B0=8F"), "FN", "王小", "[[王小]]"},
		{"soft break at the end of the card", card("VERSION:2.1", "FN;ENCODING=QUOTED-PRINTABLE:Amy="), "FN", "Amy=", "[[Amy=]]"},
		{"encoding without its name", card("VERSION:2.1", "NOTE;QUOTED-PRINTABLE:a=0D=0Ab"), "NOTE", "a\nb", "[[a\nb]]"},
		{"broken escape", card("VERSION:2.1", "FN;QUOTED-PRINTABLE:100=% sure=4"), "FN", "100=% sure=4", "[[100=% sure=4]]"},
		{"text broken without folding", card("VERSION:2.1", `NOTE:one\`, "two", "three"), "NOTE", "one\ntwo\nthree", "[[one\ntwo\nthree]]"},
		{"blank in a name", card("VERSION:3.0", "X-GOOGLE TALK;TYPE=WORK:amy"), "X-GOOGLE TALK", "amy", "[[amy]]"},
		{"lower case", card("version:3.0", "fn:Amy"), "FN", "Amy", "[[Amy]]"},
		{"colon in a quoted parameter", card("VERSION:4.0", `ADR;LABEL="a:b";TYPE=home:;;c;d;;;`), "ADR", ";;c;d;;;", "[[] [] [c] [d] [] [] []]"},
		{"quotation mark that stands alone", card("VERSION:3.0", `TEL;TYPE="work:123`), "TEL", "123", "[[123]]"},
		{"2.1 in Big5", card("VERSION:2.1", "FN;CHARSET=BIG5:\xb3\x5c\xa5\x5c\xbb\x5c"), "FN", "許功蓋", "[[許功蓋]]"},
		{"Big5 that nobody names", card("VERSION:2.1", "FN:\xb3\x5c\xa5\x5c\xbb\x5c", "ADR:;;\xa5x\xa5_\xa5\xab\xa4j\xa6w\xb0\xcf"), "FN", "許功蓋", "[[許功蓋]]"},
		{"unknown character set", card("VERSION:3.0", "FN;CHARSET=klingon:王小明"), "FN", "王小明", "[[王小明]]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := readBytes(t, []byte(tt.card), "a.vcf", Options{})
			props := f.Records[0].All(tt.prop)
			if len(props) != 1 {
				t.Fatalf("got %d properties %s in %v", len(props), tt.prop, f.Records[0].Props)
			}
			if got := props[0]; got.Text != tt.text || fmt.Sprint(got.Parts) != tt.parts {
				t.Errorf("got %q %v, want %q %v", got.Text, got.Parts, tt.text, tt.parts)
			}
		})
	}
}

func TestVCardParams(t *testing.T) {
	for _, tt := range []struct{ line, name, want string }{
		{"TEL;TYPE=WORK,VOICE:1", "TYPE", "[WORK VOICE]"},
		{`TEL;TYPE="work,voice":1`, "TYPE", "[work voice]"},
		{"TEL;WORK;FAX:1", "TYPE", "[WORK FAX]"},
		{"TEL;TYPE=WORK;TYPE=FAX:1", "TYPE", "[WORK FAX]"},
		{"item1.TEL;type=pref:1", "TYPE", "[pref]"},
		{`N;SORT-AS="あんどう,ろいど":a`, "SORT-AS", "[あんどう,ろいど]"},
		{"N;ALTID=1;LANGUAGE=zh:a", "LANGUAGE", "[zh]"},
		{"ADR;LABEL=a^nb^^c^'d:;;", "LABEL", "[a\nb^c\"d]"},
	} {
		f := readBytes(t, []byte(card("VERSION:3.0", tt.line)), "a.vcf", Options{})
		prop := f.Records[0].Props[1]
		if got := fmt.Sprint(prop.Param(tt.name)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.line, got, tt.want)
		}
		if strings.HasPrefix(tt.line, "item1.") != (prop.Group == "item1") {
			t.Errorf("%s: group %q", tt.line, prop.Group)
		}
	}
}

// TestVCardFiles counts the cards of files with odd structure.
func TestVCardFiles(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		parents    []int
		notes      []string
	}{
		{"two cards", card("FN:a") + card("FN:b"), []int{0, 0}, nil},
		{"empty lines and blanks before", "\r\n  \r\n" + card("FN:a") + "\r\n\r\n" + card("FN:b"), []int{0, 0}, nil},
		{"CR only", strings.ReplaceAll(card("FN:a"), "\r\n", "\r"), []int{0}, nil},
		{"CR CR LF", strings.ReplaceAll(card("FN:a", "NOTE:b", " c"), "\r\n", "\r\r\n"), []int{0}, nil},
		{"lower case", strings.ToLower(card("FN:a")), []int{0}, nil},
		{"nested", "BEGIN:VCARD\nFN:a\n" + card("FN:b") + "TEL:1\nEND:VCARD\n", []int{0, 1}, []string{NoteNestedCard}},
		{"no end", "BEGIN:VCARD\nFN:a\n", []int{0}, []string{NoteCardUnfinished}},
		{"first without end", "BEGIN:VCARD\nFN:a\n" + card("FN:b") + card("FN:c"), []int{0, 0, 0}, []string{NoteCardUnfinished}},
		{"agent of plain text", card("FN:a", "AGENT:Mr. B"), []int{0}, nil},
		{"line that is no property", card("", "!!!", "FN:a"), []int{0}, []string{NoteLineIgnored}},
		{"unreadable photo", card("FN:a", "PHOTO;ENCODING=BASE64:%%%"), []int{0}, []string{NoteDataUnreadable}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := readBytes(t, []byte(tt.text), "a.vcf", Options{})
			var parents []int
			for _, r := range f.Records {
				parents = append(parents, r.Parent)
			}
			if got := codes(f.Notes); !slices.Equal(parents, tt.parents) || !slices.Equal(got, tt.notes) {
				t.Errorf("parents %v, notes %v; want %v, %v", parents, got, tt.parents, tt.notes)
			}
		})
	}
}

// TestVCardEncodings: whole files in UTF-16, as old address books wrote them.
func TestVCardEncodings(t *testing.T) {
	text := card("VERSION:3.0", "N:王;小明;;;", "FN:王小明", "TEL:02-23456789")
	for _, name := range []string{"utf-8", "utf-8 with mark", "utf-16le", "utf-16be", "utf-16le with mark", "utf-16be with mark"} {
		f := readBytes(t, encode(t, text, name), "a.vcf", Options{})
		if got := f.Records[0].All("FN")[0].Text; got != "王小明" || f.Encoding != strings.TrimSuffix(name, " with mark") {
			t.Errorf("%s: got %q, %s", name, got, f.Encoding)
		}
	}
}

// TestVCardPhotos: base64 folded, not folded, and as an address.
func TestVCardPhotos(t *testing.T) {
	photo := bytes.Repeat([]byte("\xff\xd8picture"), 40)
	encoded := base64.StdEncoding.EncodeToString(photo)
	folded := encoded[:70] + "\r\n " + encoded[70:140] + "\r\n " + encoded[140:]
	for name, line := range map[string]string{
		"folded":             "PHOTO;ENCODING=b;TYPE=JPEG:" + folded,
		"2.1":                "PHOTO;JPEG;BASE64:\r\n " + folded + "\r\n",
		"broken, not folded": "PHOTO;ENCODING=BASE64:" + strings.ReplaceAll(folded, "\r\n ", "\r\n"),
		"address with data":  "PHOTO:data:image/jpeg;base64," + encoded,
	} {
		f := readBytes(t, []byte(card("VERSION:3.0", line, "FN:a")), "a.vcf", Options{})
		photos := f.Records[0].All("PHOTO")
		if len(photos) != 1 || !bytes.Equal(photos[0].Data, photo) || len(f.Records[0].All("FN")) != 1 {
			t.Errorf("%s: got %d photos, %v", name, len(photos), f.Notes)
		}
	}
}

func TestLDIF(t *testing.T) {
	text := "version: 1\r\n# a comment\r\n  folded\r\ndn: cn=王小明\r\nobjectclass: person\r\ncn:: 546L5bCP5piO\r\ncn;lang-en: Wang\r\n  Ming\r\n" +
		"description:: 5LiA\r\n 5LqM\r\njpegphoto:: /9j/4AAQ\r\nlabeleduri:< file:///a\r\nbroken line\r\n\r\n\r\ncn: b\r\nmail: b@c.com\r\n"
	f := readBytes(t, []byte(text), "a.ldif", Options{})
	if f.Format != FormatLDIF || len(f.Records) != 2 {
		t.Fatalf("got %s with %d entries", f.Format, len(f.Records))
	}
	first := f.Records[0]
	for name, want := range map[string]string{"dn": "cn=王小明", "cn": "王小明", "description": "一二", "labeleduri": "file:///a"} {
		if got := first.All(name); len(got) == 0 || got[0].Text != want {
			t.Errorf("%s: got %v, want %q", name, got, want)
		}
	}
	if got := first.All("cn"); len(got) != 2 || got[1].Text != "Wang Ming" || got[1].Params[0].Name != "LANG-EN" {
		t.Errorf("cn: got %v", got)
	}
	if got := first.All("jpegphoto"); len(got) != 1 || len(got[0].Data) != 6 {
		t.Errorf("jpegphoto: got %v", got)
	}
	if got := codes(f.Notes); !slices.Equal(got, []string{NoteLineIgnored}) {
		t.Errorf("notes %v", got)
	}
}

func FuzzVCard(f *testing.F) {
	f.Add([]byte("N:王;小明\r\nTEL;WORK:1\r\nPHOTO;BASE64:aGVsbG8=\r\n x\r\nBEGIN:VCARD\r\n"))
	f.Add([]byte("FN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=CD=F5=\r\n=D0=A1\r\nNOTE:a\\\r\nb\r\nEND:VCARD"))
	f.Fuzz(func(t *testing.T, data []byte) {
		checkRead(t, append([]byte("BEGIN:VCARD\r\n"), data...))
	})
}

func FuzzLDIF(f *testing.F) {
	f.Add([]byte("cn:: 546L5bCP\n x\nmail;a;b:< c\n-\n\n#\n"))
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, append([]byte("dn: a\n"), data...)) })
}

// FuzzText reads text in any encoding: what is in the file arrives.
func FuzzText(f *testing.F) {
	f.Add([]byte("姓名,電話\n\"王\"\"小明\",1\r\n\"a\nb,2\r\n"))
	f.Add([]byte("sep=;\na;b\n1;2\n"))
	f.Add(encode(f, textTraditional, "big5"))
	f.Fuzz(func(t *testing.T, data []byte) { checkRead(t, append([]byte("a,b\n"), data...)) })
}

func BenchmarkVCard(b *testing.B) {
	photo := base64.StdEncoding.EncodeToString(bytes.Repeat([]byte("x"), 40_000))
	var text bytes.Buffer
	for i := range 1000 {
		text.WriteString(card("VERSION:3.0", fmt.Sprintf("N:王;小明%d;;;", i), "TEL;TYPE=CELL:0912345678", "ADR;TYPE=WORK:;;羅斯福路四段1號;台北市;;106;台灣",
			"PHOTO;ENCODING=b:"+photo))
	}
	b.ReportAllocs()
	b.SetBytes(int64(text.Len()))
	for range b.N {
		if _, err := tryRead(text.Bytes(), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkXLS(b *testing.B) {
	data := xlsOf(func(w *biff) {
		for row := range 1000 {
			for column := range 20 {
				w.add(biffNumber, row, column, 0, float64(row*column))
			}
		}
	}, nil)
	b.ReportAllocs()
	for range b.N {
		if _, err := readStream(data); err != nil {
			b.Fatal(err)
		}
	}
}
