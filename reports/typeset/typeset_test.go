package typeset_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"

	"regulars/assets/fonts"
	"regulars/reports/typeset"
)

func load(tb testing.TB) *typeset.Family {
	tb.Helper()
	fam, err := typeset.Load()
	if err != nil {
		tb.Fatal(err)
	}
	return fam
}

func TestClean(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"plain", "台北市1號", "台北市1號"},
		{"line break and tab", "a\nb\tc", "a b c"},
		{"decomposed", "Nguye\u0302\u0303n e\u0301", "Nguyễn é"},
		{"zero width", "王\u200b小\ufeff明\u200d", "王小明"},
		{"variation selectors", "葛\U000e0100飾\ufe0f", "葛飾"},
		{"direction marks", "\u202eabc\u2066", "abc"},
		{"controls", "a\x00\x07b\x7f", "ab"},
		{"broken bytes", "王\xff\xfe明", "王□明"},
		{"odd blanks", "a\u00a0b\u2003c\u3000d", "a b c\u3000d"},
		{"rare", "𠮷野", "𠮷野"},
	}
	for _, c := range cases {
		if got := typeset.Clean(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCleanLinesKnowsEveryKindOfLineBreak(t *testing.T) {
	got := typeset.CleanLines("a\r\nb\rc\nd\u2028e\vf")
	if want := "a|b|c|d|e|f"; strings.Join(got, "|") != want {
		t.Errorf("%q, want %s", got, want)
	}
}

func TestWrap(t *testing.T) {
	fam := load(t)
	em := 10 * typeset.MM // width of a Chinese character at 10 pt
	cases := []struct {
		name, in string
		ems      float64
		want     string
	}{
		{"fits", "台北市松山區", 6, "台北市松山區"},
		{"between any two characters", "台北市松山區南京東路", 4, "台北市松|山區南京|東路"},
		{"no comma at the start", "敬備薄酌，恭請光臨。", 4, "敬備薄|酌，恭請|光臨。"},
		{"no opening bracket at the end", "南京東（四段）", 4, "南京東|（四段）"},
		{"a number stays with its word", "南京東路四段1號12樓", 8.2, "南京東路四段1號|12樓"},
		{"words stay whole", "Acme Widgets International", 9, "Acme Widgets|International"},
		{"a word longer than the line", "abcdefghijklmnop", 3, "abcde|fghijkl|mnop"},
		{"hyphen", "state-of-the-art design", 6, "state-of-the-|art design"},
		{"blanks at the break go", "南京東路   四段", 4, "南京東路|四段"},
	}
	for _, c := range cases {
		if got := strings.Join(fam.Wrap(c.in, 10, c.ems*em, false), "|"); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// withoutBlanks is what must come out of breaking lines unchanged.
func withoutBlanks(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u3000' {
			return -1
		}
		return r
	}, s)
}

func FuzzWrap(f *testing.F) {
	for _, s := range []string{"敬備薄酌，恭請光臨指教", "Acme (Taiwan) Co., Ltd. 台灣", "𠮷野家 1-2-3", "！！！！！", "a\xff\u200b e\u0301", strings.Repeat("（", 30)} {
		f.Add(s, 12.0, 30.0)
	}
	fam := load(f)
	f.Fuzz(func(t *testing.T, s string, size, width float64) {
		if !(size > 1 && size < 100 && width >= 0 && width < 1000) || len(s) > 2000 {
			t.Skip()
		}
		clean := typeset.Clean(s)
		if !utf8.ValidString(clean) || strings.ContainsFunc(clean, unicode.IsControl) {
			t.Fatalf("%q is not clean", clean)
		}
		lines := fam.Wrap(clean, size, width, true)
		if got, want := withoutBlanks(strings.Join(lines, "")), withoutBlanks(clean); got != want {
			t.Fatalf("broken into %q, %q is left of %q", lines, got, want)
		}
		for _, l := range lines {
			if utf8.RuneCountInString(l) > 1 && fam.Width(l, size, true) > width+1e-3 && len(lines) > 1 && !strings.ContainsAny(l, " \u3000") {
				t.Fatalf("the line %q is %g mm, more than %g", l, fam.Width(l, size, true), width)
			}
		}
	})
}

func TestAddressesBreakBehindTheirParts(t *testing.T) {
	fam, err := typeset.Load()
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name, text string
		em         float64 // length of a line in Chinese characters
		want       []string
	}{
		{"fits", "台北市中山區", 10, []string{"台北市中山區"}},
		{"two parts rather than a short line", "台北市中山區中山北路三段22號", 13, []string{"台北市中山區", "中山北路三段22號"}},
		{"no number alone", "台北市中山區中山北路三段2號", 12, []string{"台北市中山區", "中山北路三段2號"}},
		{"no floor alone", "新北市板橋區文化路一段100巷20弄6號2樓", 17, []string{"新北市板橋區文化路一段100巷20弄", "6號2樓"}},
		{"an unnumbered end", "高雄市苓雅區四維三路一百八十八", 14, []string{"高雄市苓雅區四維三路", "一百八十八"}},
		{"three lines", "臺中市西屯區臺灣大道三段251巷12弄5號11樓之3", 10, []string{"臺中市西屯區", "臺灣大道三段251巷", "12弄5號11樓之3"}},
		{"Latin", "113 Brannan Street, Suite 200, San Francisco, CA 94107", 17, []string{"113 Brannan Street, Suite 200,", "San Francisco, CA 94107"}},
		{"no word is broken", "Schwanenwerderstrasse", 3, nil},
	}
	for _, c := range cases {
		width := c.em * 10 * typeset.MM
		got := fam.WrapAddress(c.text, 10, width, false)
		plain := fam.Wrap(c.text, 10, width, false)
		if len(got) > len(plain) {
			t.Errorf("%s: %d lines, %d are enough", c.name, len(got), len(plain))
		}
		if c.want == nil {
			c.want = plain
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		for _, line := range got {
			if fam.Width(line, 10, false) > width+0.01 {
				t.Errorf("%s: %q is too long", c.name, line)
			}
		}
	}
}

func TestCut(t *testing.T) {
	fam := load(t)
	if got, cut := fam.Cut("大同精密股份有限公司", 10, 5*10*typeset.MM, false); got != "大同精密…" || !cut {
		t.Errorf("%q %t, want 大同精密… cut", got, cut)
	}
	if got, cut := fam.Cut("大同", 10, 50, false); got != "大同" || cut {
		t.Errorf("%q %t, want it whole", got, cut)
	}
}

func TestLackingTellsWhatNoFaceHas(t *testing.T) {
	fam := load(t)
	for _, c := range []struct{ name, in, want string }{
		{"names", "王𠮷祥堃喆峯煊犇𡘙爲张伟髙﨑Łukasz김철수", ""},
		{"emoji", "王小明🎉😀🎉", "🎉😀"},
		{"private codes", "王\ue123", "\ue123"},
		{"blanks", " \u3000", ""},
		{"the box itself", "□", ""},
	} {
		if got := string(fam.Lacking(c.in)); got != c.want {
			t.Errorf("%s: lacking %q, want %q", c.name, got, c.want)
		}
	}
	if got := fam.Printable("王😀"); got != "王□" {
		t.Errorf("printable as %q, want 王□", got)
	}
}

func TestWidthIsThatOfTheFont(t *testing.T) {
	fam := load(t)
	font, err := sfnt.Parse(fonts.Regular())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "A1.王，ー𠮷é" {
		g, err := font.GlyphIndex(nil, r)
		if err != nil {
			t.Fatal(err)
		}
		adv, err := font.GlyphAdvance(nil, g, 1000<<6, 0)
		if err != nil {
			t.Fatal(err)
		}
		want := float64(adv) / 64
		if got := fam.Width(string(r), 1000/typeset.MM, false); got < want-1 || got > want+1 {
			t.Errorf("%q is %g wide, want %g thousandths", r, got, want)
		}
	}
}

// The small font has to draw the same shapes, under the codes that it gives.
func TestSubsetDrawsTheSame(t *testing.T) {
	face, err := typeset.Parse(fonts.Bold())
	if err != nil {
		t.Fatal(err)
	}
	set := typeset.NewSubset(face)
	whole, err := sfnt.Parse(fonts.Bold())
	if err != nil {
		t.Fatal(err)
	}
	text := []rune("王小明 Åé1（𠮷𡘙김")
	codes := make([]rune, len(text))
	for i, r := range text {
		codes[i] = set.Code(r, false)
	}
	small, err := sfnt.Parse(set.TTF())
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range text {
		if got, want := outline(t, small, codes[i]), outline(t, whole, r); got != want {
			t.Errorf("%q under the code %U has another shape", r, codes[i])
		}
	}
}

func TestSubsetGivesPrivateCodes(t *testing.T) {
	face, err := typeset.Parse(fonts.Regular())
	if err != nil {
		t.Fatal(err)
	}
	set := typeset.NewSubset(face)
	private := func(r rune) bool { return r >= 0xe000 && r <= 0xf8ff }
	for _, c := range []struct {
		name string
		r    rune
		form bool
		want bool
	}{{"han", '王', false, false}, {"han upright", '王', true, false}, {"bracket", '（', false, false}, {"bracket in a column", '（', true, true},
		{"long sound in a column", 'ー', true, true}, {"beyond the basic plane", '𠮷', false, true}} {
		if code := set.Code(c.r, c.form); private(code) != c.want || !c.want && code != c.r {
			t.Errorf("%s: code %U, private %t wanted", c.name, code, c.want)
		}
	}
	if a, b := set.Code('𠮷', false), set.Code('𠮷', false); a != b {
		t.Errorf("the same character has the codes %U and %U", a, b)
	}
}

// outline is the shape of a character as text.
func outline(t *testing.T, f *sfnt.Font, r rune) string {
	t.Helper()
	g, err := f.GlyphIndex(nil, r)
	if err != nil {
		t.Fatal(err)
	}
	segments, err := f.LoadGlyph(&sfnt.Buffer{}, g, 1000<<6, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, s := range segments {
		out.WriteByte(byte('0' + s.Op))
		for _, p := range s.Args {
			out.WriteString(p.X.String() + "," + p.Y.String() + " ")
		}
	}
	return out.String()
}

func FuzzParse(f *testing.F) {
	face, err := typeset.Parse(fonts.Regular())
	if err != nil {
		f.Fatal(err)
	}
	set := typeset.NewSubset(face)
	for _, r := range "Aé王（𠮷" {
		set.Code(r, true)
	}
	f.Add(set.TTF())
	f.Add([]byte("\x00\x01\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		face, err := typeset.Parse(data)
		if err != nil {
			return
		}
		set := typeset.NewSubset(face)
		for _, r := range "Aé王（𠮷" {
			set.Code(r, true)
		}
		if len(set.TTF()) == 0 {
			t.Error("a font that was read gives no subset")
		}
	})
}
