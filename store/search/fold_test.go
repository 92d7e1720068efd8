package search_test

import (
	"testing"
	"unicode/utf8"

	"regulars/store/search"
)

func TestFoldMakesEqual(t *testing.T) {
	cases := map[string][]string{
		"traditional and simplified": {"關係", "关系", "関係"},
		"Taiwan":                     {"台北市", "臺北市", "台 北 市", "台北　市"},
		"variants":                   {"高峯", "高峰"},
		"width":                      {"ＡＢＣ貿易", "abc贸易", "ABC貿易"},
		"digits":                     {"１２３", "123"},
		"case and accents":           {"Müller", "muller", "MÜLLER", "Mu\u0308ller"},
		"letters without accent":     {"Søren Łukasz", "soren lukasz"},
		"ligatures":                  {"Straße", "STRASSE", "strasse"},
		"kana":                       {"さくら", "サクラ", "ｻｸﾗ"},
		"voiced kana":                {"がぎぐ", "ガギグ", "ｶﾞｷﾞｸﾞ"},
		"dots in names":              {"瓦歷斯·諾幹", "瓦歷斯‧諾幹", "瓦歷斯・諾幹", "瓦歷斯諾幹"},
		"apostrophes":                {"O'Brien", "O’Brien", "obrien"},
		"blanks":                     {"  Mary \t Wang ", "mary wang", "Mary\u00a0Wang"},
		"dashes":                     {"A–B", "a-b", "A－B"},
		"zero width":                 {"王\u200b小明", "王小明", "王小明\ufe0f"},
		"compatibility ideographs":   {"\uf9e1", "李"},
		"tones of zhuyin":            {"ㄨㄤˊㄇㄧㄥˊ", "ㄨㄤㄇㄧㄥ"},
		"brackets":                   {"（股）", "(股)"},
	}
	for name, list := range cases {
		want := search.Fold(list[0])
		for _, s := range list[1:] {
			if got := search.Fold(s); got != want {
				t.Errorf("%s: Fold(%q) = %q, want %q as for %q", name, s, got, want, list[0])
			}
		}
	}
}

func TestFoldKeepsApart(t *testing.T) {
	for _, pair := range [][2]string{{"か", "が"}, {"は", "ぱ"}, {"mary wang", "marywang"}, {"王", "汪"}, {"한국", "한글"}, {"김 철수", "김철수"}} {
		if search.Fold(pair[0]) == search.Fold(pair[1]) {
			t.Errorf("%q and %q fold to one", pair[0], pair[1])
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "王小明", "Ａé ﾞ", "か\u200b\u3099", "ß\u0301", "\xff\xfe", "İ", "゛ゞ", "ﷺ", "a'\u0301b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := search.Fold(s)
		if twice := search.Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, and again %q", s, once, twice)
		}
		if !utf8.ValidString(once) {
			t.Errorf("Fold(%q) = %q is not UTF-8", s, once)
		}
		for _, r := range once {
			if r < ' ' {
				t.Errorf("Fold(%q) holds the control character %U", s, r)
			}
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for name, s := range map[string]string{"chinese": "靜宜食品股份有限公司臺北市信義區松高路11號", "accents": "Søren Müller, Straße 12, 東京都さくら"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				search.Fold(s)
			}
		})
	}
}
