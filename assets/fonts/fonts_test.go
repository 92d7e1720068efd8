package fonts_test

import (
	"testing"

	"golang.org/x/image/font/sfnt"

	"regulars/assets/fonts"
)

// Every face has to draw the names that make other programs show boxes.
func TestFacesCoverTheNamesOfCustomers(t *testing.T) {
	cases := []struct{ name, text string }{
		{"taiwanese", "王小明歐陽靜宜"},
		{"rare", "堃喆峯煊犇𠮷𡘙爲栢珮"},
		{"simplified", "张伟刘洋陈静"},
		{"japanese", "髙﨑さくらタナカ々"},
		{"latin", "Zoë Łukasz Nguyễn Dvořák Şahin Å"},
		{"greek and cyrillic", "Ελένη Ψ Иванов Ї"},
		{"korean", "김철수 박지영"},
		{"punctuation", "「」『』，。、；：！？…—～（）①②㈱"},
	}
	for face, data := range map[string][]byte{"regular": fonts.Regular(), "bold": fonts.Bold()} {
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatalf("%s: %v", face, err)
		}
		for _, c := range cases {
			for _, r := range c.text {
				if g, err := f.GlyphIndex(nil, r); err != nil || g == 0 {
					t.Errorf("%s %s: no glyph for %q (%U), err %v", face, c.name, r, r, err)
				}
			}
		}
	}
}

func TestAppendingLeavesTheSharedBytesAlone(t *testing.T) {
	_ = append(fonts.Regular(), 1, 2, 3)
	if got, want := len(fonts.Regular()), cap(fonts.Regular()); got != want {
		t.Errorf("room behind the shared bytes: %d of %d used", got, want)
	}
}
