package sheet

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// encode writes text in an encoding, for tests.
func encode(t testing.TB, text, name string) []byte {
	t.Helper()
	switch name {
	case "utf-8":
		return []byte(text)
	case "utf-8 with mark":
		return []byte("\ufeff" + text)
	case "utf-16le", "utf-16be", "utf-16le with mark", "utf-16be with mark":
		return encodeUTF16(text, name)
	}
	enc, err := encodingByName(name)
	if err != nil {
		t.Fatal(err)
	}
	out, err := enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("%s cannot hold the text: %v", name, err)
	}
	return out
}

func encodeUTF16(text, name string) []byte {
	if strings.HasSuffix(name, "with mark") {
		text = "\ufeff" + text
	}
	var out []byte
	for _, r := range text {
		if strings.HasPrefix(name, "utf-16le") {
			out = append(out, byte(r), byte(r>>8))
		} else {
			out = append(out, byte(r>>8), byte(r))
		}
	}
	return out
}

// The same made-up office in several scripts.
const (
	textTraditional = "姓名,電話,公司\r\n許功蓋,02-2345-6789,恒裏碁銹有限公司\r\n林淑芬,0912-345-678,安平水電行\r\n"
	textSimplified  = "姓名,电话,公司\r\n张伟,13800138000,上海华通贸易有限公司\r\n刘洋,010-12345678,北京天平科技\r\n"
	textJapanese    = "氏名,電話,会社\r\n山田太郎,03-1234-5678,株式会社やまだ\r\n高橋さくら,090-1234-5678,テスト商事\r\n"
	textKorean      = "성명,전화,회사\r\n김철수,02-1234-5678,한빛상사\r\n이영희,010-1234-5678,서울무역\r\n"
	textGerman      = "Name;Straße;Ort\r\nJörg Müller;Hauptstraße 5;Köln\r\nÄnne Groß;Am Bühl 3;Überlingen\r\n"
	textFrench      = "Prénom;Nom;Société\r\nZoé;Lefèvre;Café de la Gare\r\nFrançois;Noël;Boulangerie Gênes\r\n"
	textPolish      = "Imię;Nazwisko;Miasto\r\nŁukasz;Wójcik;Łódź\r\nGrażyna;Dąbrowska;Gdańsk\r\n"
	textCzech       = "Jméno;Příjmení;Město\r\nJiří;Dvořák;České Budějovice\r\nŽofie;Němcová;Plzeň\r\n"
	textRussian     = "Имя;Фамилия;Город\r\nИван;Петров;Москва\r\nОльга;Соколова;Казань\r\n"
	textGreek       = "Όνομα;Πόλη\r\nΓιώργος Παπαδόπουλος;Αθήνα\r\nΕλένη;Θεσσαλονίκη\r\n"
	textTurkish     = "Ad;Soyad;Şehir\r\nAyşe;Yılmaz;İstanbul\r\nÇağrı;Öztürk;Eskişehir\r\n"
	textThai        = "ชื่อ;เมือง\r\nสมชาย;กรุงเทพ\r\n"
)

// TestEncodings recognizes the encodings and gets the text back.
func TestEncodings(t *testing.T) {
	for _, tt := range []struct{ encoding, want, text string }{
		{"utf-8", "utf-8", textTraditional},
		{"utf-8 with mark", "utf-8", textTraditional},
		{"utf-16le", "utf-16le", textTraditional},
		{"utf-16be", "utf-16be", textTraditional},
		{"utf-16le with mark", "utf-16le", textTraditional},
		{"utf-16be with mark", "utf-16be", textJapanese},
		{"big5", "big5", textTraditional},
		{"gb18030", "gb18030", textSimplified},
		{"gbk", "gb18030", textTraditional},
		{"shift_jis", "shift_jis", textJapanese},
		{"euc-jp", "euc-jp", textJapanese},
		{"iso-2022-jp", "iso-2022-jp", textJapanese},
		{"euc-kr", "euc-kr", textKorean},
		{"windows-1252", "windows-1252", textGerman},
		{"windows-1252", "windows-1252", textFrench},
		{"windows-1250", "windows-1250", textPolish},
		{"windows-1250", "windows-1250", textCzech},
		{"windows-1251", "windows-1251", textRussian},
		{"koi8-r", "koi8-r", textRussian},
		{"windows-1253", "windows-1253", textGreek},
		{"windows-1254", "windows-1254", textTurkish},
		{"windows-874", "windows-874", textThai},
	} {
		t.Run(tt.encoding, func(t *testing.T) {
			d, err := decodeText(encode(t, tt.text, tt.encoding), "")
			if err != nil {
				t.Fatal(err)
			}
			if d.encoding != tt.want || d.text != tt.text {
				t.Errorf("got %s (others %v)\n%s\nwant %s\n%s", d.encoding, d.others, d.text, tt.want, tt.text)
			}
		})
	}
}

// TestShortEncodings recognizes a single line with a name: the hardest case.
func TestShortEncodings(t *testing.T) {
	names := map[string][]string{
		"big5":         {"王小明", "陳美玲", "林志豪", "黃雅婷", "許功蓋", "張家瑋", "劉淑惠", "吳承恩", "蔡宜君", "楊宗翰"},
		"gb18030":      {"张伟", "王芳", "李娜", "刘洋", "陈静", "杨敏", "赵磊", "周涛", "吴霞", "孙丽"},
		"shift_jis":    {"山田太郎", "佐藤花子", "鈴木一郎", "高橋さくら", "田中健太", "ﾔﾏﾀﾞ 太郎"},
		"euc-kr":       {"김철수", "이영희", "박지훈", "최민정", "정수진"},
		"windows-1252": {"Müller", "François", "José García", "Åsa Öberg", "Zoë"},
	}
	wrong, all := 0, 0
	for want, list := range names {
		for _, name := range list {
			all++
			d, err := decodeText(encode(t, "name,phone\r\n"+name+",0912345678\r\n", want), "")
			if err != nil {
				t.Fatal(err)
			}
			if d.encoding != want {
				wrong++
				t.Logf("%s in %s was taken for %s", name, want, d.encoding)
			}
		}
	}
	t.Logf("%d of %d single names", all-wrong, all)
	if wrong > 1 {
		t.Errorf("%d of %d single names in the wrong encoding, at most 1 may be", wrong, all)
	}
}

// TestEncodingOfRealText takes real Traditional Chinese text of the shared corpus, line by line, in Big5 and in GBK.
func TestEncodingOfRealText(t *testing.T) {
	corpus := corpusFolder(t)
	paths, err := filepath.Glob(filepath.Join(corpus, "*", "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	deeper, err := filepath.Glob(filepath.Join(corpus, "*", "data", "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	right, all := map[string]int{}, map[string]int{}
	for _, path := range append(paths, deeper...) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Count(string(data), "市") > 100 {
			judgeLines(string(data), right, all)
		}
	}
	for name, n := range all {
		t.Logf("%s: %d of %d single lines", name, right[name], n)
		if right[name]*100 < n*99 {
			t.Errorf("%s: only %d of %d lines recognized", name, right[name], n)
		}
	}
	if len(all) == 0 {
		t.Skip("the corpus has no Traditional Chinese table")
	}
}

func judgeLines(text string, right, all map[string]int) {
	n := 0
	for line := range strings.Lines(text) {
		if n++; n%7 != 0 {
			continue
		}
		for _, name := range []string{"big5", "gb18030"} {
			enc, err := encodingByName(name)
			if err != nil {
				continue
			}
			data, err := enc.NewEncoder().Bytes([]byte(line))
			if err != nil {
				continue
			}
			all[name]++
			if d, err := decodeText(data, ""); err == nil && d.encoding == name {
				right[name]++
			}
		}
	}
}

func TestEncodingAskedFor(t *testing.T) {
	data := encode(t, textTraditional, "big5")
	for _, label := range []string{"big5", "Big5", "cp950", "csbig5"} {
		d, err := decodeText(data, label)
		if err != nil || d.text != textTraditional {
			t.Errorf("%s: %v %q", label, err, d.text)
		}
	}
	if _, err := decodeText(data, "klingon"); errorCode(err) != CodeUnknownEncoding {
		t.Errorf("got %v, want %s", err, CodeUnknownEncoding)
	}
}

func TestMixedEncodings(t *testing.T) {
	utf8Line, big5Line := "王小明,02-2345-6789,台北市大安區羅斯福路\n", "陳美玲,03-1234567,桃園市中正路\n"
	for _, tt := range []struct {
		name string
		data []byte
		want string
		code string
	}{
		{"one Big5 line in UTF-8", append([]byte(strings.Repeat(utf8Line, 3)), encode(t, big5Line, "big5")...), strings.Repeat(utf8Line, 3) + big5Line, NoteMixedEncodings},
		{"one UTF-8 line in Big5", append(encode(t, strings.Repeat(big5Line, 5), "big5"), utf8Line...), strings.Repeat(big5Line, 5) + utf8Line, NoteMixedEncodings},
		{"character cut in the middle", []byte(utf8Line + "王小明,02-2345-6789,台北市\xe5\xa4\n"), utf8Line + "王小明,02-2345-6789,台北市\ufffd\n", NoteBrokenBytes},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := decodeText(tt.data, "")
			if err != nil {
				t.Fatal(err)
			}
			if d.text != tt.want || !slices.Contains(codes(d.notes), tt.code) {
				t.Errorf("got %s %v\n%q\nwant\n%q", d.encoding, d.notes, d.text, tt.want)
			}
		})
	}
}

func TestPrivateCharacters(t *testing.T) {
	data := append(encode(t, textTraditional, "big5"), "\xfa\x40,1\r\n"...)
	d, err := decodeText(data, "")
	if err != nil || d.encoding != "big5" || !slices.Contains(codes(d.notes), NotePrivateCharacters) {
		t.Errorf("got %s %v %v", d.encoding, d.notes, err)
	}
	f := readBytes(t, []byte("姓名,電話\n王\ue000明,02-23456789\n"), "a.csv", Options{})
	if !slices.Contains(codes(f.Table().Notes), NotePrivateCharacters) {
		t.Errorf("no note of private characters in %v", f.Table().Notes)
	}
}

func BenchmarkEncoding(b *testing.B) {
	for _, name := range []string{"big5", "gb18030", "utf-8"} {
		text := textTraditional
		if name == "gb18030" {
			text = textSimplified
		}
		data := encode(b, strings.Repeat(text, 1000), name)
		b.Run(fmt.Sprintf("%s %d kB", name, len(data)>>10), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for range b.N {
				if _, err := decodeText(data, ""); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
