package print_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"regulars/reports/print"
	"regulars/store/crm"
)

func ourFirm() crm.Firm {
	return crm.Firm{Name: "大同精密", Contact: "王大同", Phone: "04-2355-0000", Address: crm.Address{Kind: crm.KindWork, Country: "TW", Postal: "407", Text: "台中市西屯區工業區一路2號"}}
}

func envelopes(tb testing.TB, size string, contacts []crm.Contact, o print.EnvelopeOptions) *print.Layout {
	tb.Helper()
	s, err := print.EnvelopeByName(size)
	if err != nil {
		tb.Fatal(err)
	}
	o.Size = s
	l, err := print.Envelopes(context.Background(), contacts, o)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func sima() crm.Contact {
	return person("司馬", "懷遠", "經理", "遠達國際股份有限公司", "105405", "台北市松山區南京東路四段1號12樓")
}

func american() crm.Contact {
	return crm.Contact{Kind: crm.Person, Name: crm.Name{Family: "Smith", Given: "John"},
		Addresses: []crm.Address{{Kind: crm.KindWork, Country: "US", Postal: "94107", City: "San Francisco", Region: "CA", Street: "1 Main Street", Text: "1 Main Street"}}}
}

func TestVerticalEnvelope(t *testing.T) {
	l := envelopes(t, "12K", []crm.Contact{sima()}, print.EnvelopeOptions{Firm: ourFirm(), Frame: true, Stamp: true})
	p := l.Pages[0]
	if p.Width != 120 || p.Height != 230 {
		t.Errorf("page of %g × %g", p.Width, p.Height)
	}
	want := "105405|郵票|台北市松山區南京東路四段1號12樓|遠達國際股份有限公司|司馬懷遠 經理 台啟|台中市西屯區工業區一路2號|大同精密　王大同　緘|407"
	if got := texts(p); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	name, address, sender := p.Runs[4], p.Runs[2], p.Runs[5]
	if !near(name.X, 60) || address.X < 90 || sender.X > 40 || name.Size <= address.Size {
		t.Errorf("name at %.1f, address at %.1f, sender at %.1f", name.X, address.X, sender.X)
	}
	inside(t, "vertical", l)
}

func TestVerticalMarks(t *testing.T) {
	c := sima()
	c.Addresses[0].Text = "信義路143號（B棟）2001室 Tower A－1"
	l := envelopes(t, "12K", []crm.Contact{c}, print.EnvelopeOptions{})
	var marks []string
	for _, m := range l.Pages[0].Runs[1].Marks {
		s := m.Text
		if m.Turn {
			s += "↻"
		}
		marks = append(marks, s)
	}
	if got, want := strings.Join(marks, " "), "信 義 路 143 號 （ B↻ 棟 ） 2 0 0 1 室 Tower↻ A↻ －↻ 1"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if m := l.Pages[0].Runs[1].Marks[3]; m.Stretch == 0 || m.Stretch >= 1 {
		t.Errorf("three digits are stretched by %g", m.Stretch)
	}
}

func TestHanDigits(t *testing.T) {
	l := envelopes(t, "12K", []crm.Contact{sima()}, print.EnvelopeOptions{HanDigits: true})
	if got := texts(l.Pages[0]); !strings.Contains(got, "一號一二樓") || !strings.HasPrefix(got, "105405") {
		t.Error(got)
	}
}

func TestBoxesForPostalCodes(t *testing.T) {
	japan := person("高橋", "健", "", "", "100-0005", "東京都千代田区丸の内")
	japan.Addresses[0].Country = "JP"
	hongKong := person("陳", "大文", "", "", "", "香港中環皇后大道中8號")
	hongKong.Addresses[0].Country = "HK"
	old := sima()
	old.Addresses[0].Postal = "40702"
	three := sima()
	three.Addresses[0].Postal = "105"
	for _, c := range []struct {
		name  string
		c     crm.Contact
		size  string
		boxes int
	}{{"six", sima(), "12K", 6}, {"three of six", three, "12K", 6}, {"five", old, "12K", 5}, {"japan", japan, "Chou3", 7}, {"hong kong", hongKong, "12K", 0},
		{"taiwanese on a japanese envelope", sima(), "Chou3", 6}, {"american envelope", sima(), "#10", 0}} {
		l := envelopes(t, c.size, []crm.Contact{c.c}, print.EnvelopeOptions{})
		if got := len(l.Pages[0].Boxes); got != c.boxes {
			t.Errorf("%s: %d boxes, want %d", c.name, got, c.boxes)
		}
	}
}

func TestPreprintedEnvelopeGetsNoLines(t *testing.T) {
	l := envelopes(t, "12K", []crm.Contact{sima()}, print.EnvelopeOptions{Firm: ourFirm(), Preprinted: true, Frame: true, Stamp: true})
	if len(l.Pages[0].Boxes) != 0 || !strings.HasPrefix(texts(l.Pages[0]), "105405|台北市") {
		t.Errorf("%d boxes, %s", len(l.Pages[0].Boxes), texts(l.Pages[0]))
	}
}

func TestWesternMailIsWrittenHorizontally(t *testing.T) {
	l := envelopes(t, "12K", []crm.Contact{american()}, print.EnvelopeOptions{})
	if got, want := texts(l.Pages[0]), "John Smith|1 Main Street|San Francisco, CA 94107|UNITED STATES"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for _, r := range l.Pages[0].Runs {
		if r.Vertical {
			t.Errorf("%q is vertical", r.Text)
		}
	}
}

func TestHorizontalEnvelopeKeepsTheLowerEdgeFree(t *testing.T) {
	long := sima()
	long.Addresses[0].Text = strings.Repeat("台北市大安區信義路三段", 6)
	for _, size := range []string{"DL", "C6", "C5", "#10", "Monarch", "15K-wide"} {
		l := envelopes(t, size, []crm.Contact{sima(), american(), long}, print.EnvelopeOptions{Firm: ourFirm(), Stamp: true})
		inside(t, size, l)
		for _, p := range l.Pages {
			for _, r := range p.Runs {
				if r.Y > p.Height-20 {
					t.Errorf("%s: %q stands %.1f mm above the lower edge", size, r.Text, p.Height-r.Y)
				}
			}
		}
	}
}

func TestEveryEnvelopeHoldsAllKindsOfMail(t *testing.T) {
	long := person("歐陽", "靜宜瑪莉安娜", "董事長特別助理", strings.Repeat("國立臺灣師範大學附屬高級中學", 3), "106", strings.Repeat("台北市大安區信義路三段143號", 4))
	company := crm.Contact{Kind: crm.Company, Name: crm.Name{Full: strings.Repeat("靜宜食品股份有限公司", 3)}, Addresses: sima().Addresses}
	for _, size := range print.EnvelopeSizes() {
		for _, style := range []print.EnvelopeStyle{print.Horizontal, print.Vertical} {
			l := envelopes(t, size.Name, []crm.Contact{sima(), long, company, american()}, print.EnvelopeOptions{Style: style, Firm: ourFirm(), Frame: true, Stamp: true})
			if len(l.Pages) != 4 {
				t.Errorf("%s: %d pages", size.Name, len(l.Pages))
			}
			inside(t, size.Name+" "+string(style), l)
		}
	}
}

func TestEnvelopeByName(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h float64
		err  error
	}{{"12k", 120, 230, nil}, {"DL", 220, 110, nil}, {"10", 241.3, 104.8, nil}, {"100x200", 100, 200, nil}, {"120 × 235", 120, 235, nil}, {"5x5", 0, 0, print.ErrNoEnvelope}, {"what", 0, 0, print.ErrNoEnvelope}} {
		s, err := print.EnvelopeByName(c.name)
		if s.W != c.w || s.H != c.h || !errors.Is(err, c.err) {
			t.Errorf("%s: %g × %g, %v", c.name, s.W, s.H, err)
		}
	}
	if s, _ := print.EnvelopeByName("100x200"); s.Style != print.Vertical {
		t.Errorf("an upright envelope is written %s", s.Style)
	}
}
