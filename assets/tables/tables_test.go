package tables_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"regulars/assets/tables"
)

func TestVariantsStandForEachOther(t *testing.T) {
	for _, class := range []string{"關关関", "台臺", "峰峯", "戶户戸", "說説说", "裡裏里", "國国囯", "黃黄", "眾衆众", "為爲为", "衛衞卫", "劉刘", "真眞", "溫温", "內内", "円圆圓", "澤沢泽", "淸清", "濱浜滨"} {
		want := tables.Variant([]rune(class)[0])
		for _, r := range class {
			if got := tables.Variant(r); got != want {
				t.Errorf("Variant(%c) = %c, want %c as for all of %s", r, got, want, class)
			}
		}
	}
}

func TestDifferentNamesStayDifferent(t *testing.T) {
	for _, pair := range []string{"芸藝", "喆哲", "予豫", "王玉", "林琳", "陳程", "明銘"} {
		r := []rune(pair)
		if tables.Variant(r[0]) == tables.Variant(r[1]) {
			t.Errorf("%c and %c are taken as one", r[0], r[1])
		}
	}
}

func TestVariantIsItsOwnVariant(t *testing.T) {
	for r := rune(0x3400); r < 0x30000; r++ {
		v := tables.Variant(r)
		if tables.Variant(v) != v {
			t.Fatalf("Variant(%c) = %c, which is a variant of %c", r, v, tables.Variant(v))
		}
		if !unicode.Is(unicode.Han, v) && v != r {
			t.Fatalf("Variant(%c) = %c, which is not Chinese", r, v)
		}
	}
}

func TestReadings(t *testing.T) {
	cases := []struct {
		char           rune
		pinyin, zhuyin string
		tone, strokes  int
	}{
		{'王', "wang", "ㄨㄤ", 2, 4}, {'小', "xiao", "ㄒㄧㄠ", 3, 3}, {'明', "ming", "ㄇㄧㄥ", 2, 8}, {'呂', "lv", "ㄌㄩ", 3, 7},
		{'岳', "yue", "ㄩㄝ", 4, 8}, {'溫', "wen", "ㄨㄣ", 1, 13}, {'翁', "weng", "ㄨㄥ", 1, 10}, {'熊', "xiong", "ㄒㄩㄥ", 2, 14},
		{'石', "shi", "ㄕ", 2, 5}, {'邱', "qiu", "ㄑㄧㄡ", 1, 8}, {'魏', "wei", "ㄨㄟ", 4, 18}, {'游', "you", "ㄧㄡ", 2, 12},
		{'阮', "ruan", "ㄖㄨㄢ", 3, 7}, {'袁', "yuan", "ㄩㄢ", 2, 10}, {'葉', "ye", "ㄧㄝ", 4, 13}, {'二', "er", "ㄦ", 4, 2},
		{'鞏', "gong", "ㄍㄨㄥ", 3, 15}, {'卜', "bu", "ㄅㄨ", 3, 2}, {'地', "di", "ㄉㄧ", 4, 6}, {'紐', "niu", "ㄋㄧㄡ", 3, 10},
	}
	for _, c := range cases {
		got, ok := tables.Lookup(c.char)
		s := got.Readings[0]
		if !ok || s.Pinyin() != c.pinyin || s.Zhuyin() != c.zhuyin || s.Tone() != c.tone || int(got.Strokes) != c.strokes {
			t.Errorf("%c: got %s %s %d, %d strokes; want %s %s %d, %d", c.char, s.Pinyin(), s.Zhuyin(), s.Tone(), got.Strokes, c.pinyin, c.zhuyin, c.tone, c.strokes)
		}
	}
}

// The counts are those of surnames and common characters of given names as Taiwan writes them.
func TestStrokesAsInTaiwan(t *testing.T) {
	const want = `丁2 王4 尤4 方4 孔4 毛4 石5 田5 白5 古5 朱6 江6 何7 吳7 李7 呂7 宋7 沈7 余7 汪7 林8 周8 邱8 金8 阮7 洪9 侯9 姚9
柯9 胡9 施9 范9 徐10 孫10 高10 翁10 馬10 涂10 陳11 張11 許11 郭11 梁11 莊11 曹11 連11 彭12 曾12 黃12 游12 溫13 楊13 葉13 廖14 趙14 蔡15
鄭15 劉15 潘15 盧16 賴16 蕭16 薛17 謝17 鍾17 戴17 魏18 簡18 顏18 蘇20 羅19 嚴20 藍18 龔22 唐10 程12 傅12 鄧15 董13 蔣15 歐15 陶11 陸11 龍16
萬13 祝9 袁10 裴14 褚14 阿8 邵8 邢7 駱16 龐19 饒21 護21 薇17 琪12 瑞13 慧15 惠12 淑11 怡8 志7 俊9 雅12 婷12 靜16 黎15 康11 秦10 江6
卓8 詹13 夏10 童12 賀12 嘉14 麗19 雲12 關19 瑩15 芳8 芬8 英9 茂9 莉11 蓉14 蓮15 過13 達13 遠14 道13 進12 德15 臺14 台5 灣25 隆12 陽12`
	for _, item := range strings.Fields(want) {
		r, size := utf8.DecodeRuneInString(item)
		c, _ := tables.Lookup(r)
		if got := strconv.Itoa(int(c.Strokes)); got != item[size:] {
			t.Errorf("%c has %s strokes, want %s", r, got, item[size:])
		}
	}
}

func TestEveryReadingHasZhuyin(t *testing.T) {
	n := 0
	for r := rune(0x3400); r < 0x32000; r++ {
		c, ok := tables.Lookup(r)
		if !ok {
			continue
		}
		for _, s := range append(c.Readings[:], c.Taiwan) {
			if s == 0 {
				continue
			}
			n++
			for _, z := range s.Zhuyin() {
				if !unicode.Is(unicode.Bopomofo, z) {
					t.Fatalf("%c %s: zhuyin %q", r, s.Pinyin(), s.Zhuyin())
				}
			}
			if s.Zhuyin() == "" || s.Tone() == 0 {
				t.Fatalf("%c: %q has zhuyin %q and tone %d", r, s.Pinyin(), s.Zhuyin(), s.Tone())
			}
		}
	}
	if n < 80000 {
		t.Errorf("only %d readings", n)
	}
}

func TestSurnames(t *testing.T) {
	cases := map[string]string{"曾": "zeng", "單": "shan", "仇": "qiu", "解": "xie", "任": "ren", "查": "zha", "區": "ou", "蓋": "ge",
		"尉遲": "yuchi", "万俟": "moqi", "樂": "yue", "葉": "ye", "歐陽": "ouyang", "單于": "chanyu"}
	for name, want := range cases {
		sounds, ok := tables.LookupSurname(name)
		got := ""
		for _, s := range sounds {
			got += s.Pinyin()
		}
		if !ok || got != want {
			t.Errorf("%s is read %q, want %q", name, got, want)
		}
	}
	if _, ok := tables.LookupSurname("王"); ok {
		t.Error("王 sounds as its character and needs no entry")
	}
}

func TestTaiwanReadings(t *testing.T) {
	for char, want := range map[rune]string{'淑': "ㄕㄨ2", '垃': "ㄌㄜ4", '崖': "ㄧㄞ2", '王': "ㄨㄤ2"} {
		c, _ := tables.Lookup(char)
		if got := c.Taiwan.Zhuyin() + string(rune('0'+c.Taiwan.Tone())); got != want {
			t.Errorf("%c is read %s, want %s", char, got, want)
		}
	}
}

func TestOrderOfSyllables(t *testing.T) {
	sound := func(r rune) tables.Syllable { c, _ := tables.Lookup(r); return c.Taiwan }
	for _, pair := range []string{"巴波", "波潘", "方丁", "王余", "張陳", "汪王"} {
		r := []rune(pair)
		if sound(r[0]).ZhuyinRank() >= sound(r[1]).ZhuyinRank() {
			t.Errorf("zhuyin: %c does not come before %c", r[0], r[1])
		}
	}
	for _, pair := range []string{"安包", "陳張", "魯呂", "汪王"} {
		r := []rune(pair)
		if sound(r[0]) >= sound(r[1]) {
			t.Errorf("pinyin: %c does not come before %c", r[0], r[1])
		}
	}
}

func TestUnknownCharacters(t *testing.T) {
	for _, r := range []rune{-1, 0, 'a', 'あ', 0x10FFFF, 0x7FFFFFFF} {
		if c, ok := tables.Lookup(r); ok {
			t.Errorf("Lookup(%x) = %v", r, c)
		}
		if got := tables.Variant(r); got != r {
			t.Errorf("Variant(%x) = %x", r, got)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		tables.ReadAgain()
	}
}
