package print_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"regulars/assets/locale"
	"regulars/reports/print"
	"regulars/store/crm"
)

func person(family, given, title, company, postal, address string) crm.Contact {
	return crm.Contact{Kind: crm.Person, Name: crm.Name{Family: family, Given: given}, Gender: "m", Positions: []crm.Position{{CompanyName: company, Title: title}},
		Addresses: []crm.Address{{Kind: crm.KindWork, Country: "TW", Postal: postal, Text: address}}}
}

func people(n int) []crm.Contact {
	out := make([]crm.Contact, n)
	for i := range out {
		out[i] = person("王", "小明"+string([]rune("零一二三四五六七八九")[i%10]), "經理", "大同精密", "407", fmt.Sprintf("台中市西屯區工業區一路%d號", i+1))
		out[i].ID[15] = byte(i + 1)
	}
	return out
}

func catalog(tb testing.TB, tag string) *locale.Catalog {
	tb.Helper()
	c, err := locale.Load(tag)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func stock(tb testing.TB, name string) print.Stock {
	tb.Helper()
	s, err := print.StockByName(name)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func labels(tb testing.TB, contacts []crm.Contact, o print.LabelOptions) *print.Layout {
	tb.Helper()
	l, err := print.Labels(context.Background(), contacts, o)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// texts is what stands on a page, a line a run.
func texts(p print.Page) string {
	var out []string
	for _, r := range p.Runs {
		out = append(out, r.Text)
	}
	return strings.Join(out, "|")
}

// inside fails for every run that leaves the page.
func inside(t *testing.T, name string, l *print.Layout) {
	t.Helper()
	for i, p := range l.Pages {
		for _, r := range p.Runs {
			w, h := r.Width, 0.0
			if r.Vertical {
				w, h = 0, r.Width
			}
			if r.X < 0 || r.Y < 0 || r.X+w > p.Width+0.01 || r.Y+h > p.Height+0.01 {
				t.Errorf("%s, page %d: %q at %.1f, %.1f is %.1f long on %g × %g mm", name, i+1, r.Text, r.X, r.Y, r.Width, p.Width, p.Height)
			}
		}
	}
}

func TestStocksAreSheets(t *testing.T) {
	all, err := print.Stocks()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, s := range all {
		if names[s.Name] {
			t.Errorf("%s is there twice", s.Name)
		}
		names[s.Name] = true
		if err := s.Check(); err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
	}
	if len(all) < 1700 {
		t.Errorf("%d sheets are left", len(all))
	}
}

func TestStockByName(t *testing.T) {
	cases := []struct {
		name, want string
		err        error
	}{
		{"", "A4-3x8", nil}, {"a4-3×8", "A4-3x8", nil}, {"Avery L7160", "Avery L7160", nil}, {"avery l7160", "Avery L7160", nil}, {"no such sheet", "", print.ErrNoStock},
	}
	for _, c := range cases {
		s, err := print.StockByName(c.name)
		if s.Name != c.want || !errors.Is(err, c.err) {
			t.Errorf("%q: %q, %v; want %q, %v", c.name, s.Name, err, c.want, c.err)
		}
	}
	if s := stock(t, ""); s.W != 70 || s.H != 37 || s.PerSheet() != 24 {
		t.Errorf("the default sheet has %d labels of %g × %g", s.PerSheet(), s.W, s.H)
	}
}

func TestSearchStocks(t *testing.T) {
	for query, want := range map[string]string{"avery l7160": "Avery L7160", "70x37": "A4-3x8", "herma 4620": "Herma 4620"} {
		found, err := print.SearchStocks(query)
		if err != nil {
			t.Fatal(err)
		}
		ok := false
		for _, s := range found {
			ok = ok || s.Name == want
		}
		if !ok {
			t.Errorf("%q does not find %s among %d", query, want, len(found))
		}
	}
}

func TestReadStock(t *testing.T) {
	good := `{"name": "我的標籤", "paper": "A4", "w": 60, "h": 30, "grids": [[3, 9, 10, 10, 62, 31]]}`
	if s, err := print.ReadStock([]byte(good)); err != nil || s.Name != "我的標籤" || s.PerSheet() != 27 {
		t.Errorf("%+v, %v", s, err)
	}
	for name, text := range map[string]string{
		"no json": "x", "no labels": `{"paper":"A4","w":60,"h":30}`, "off the paper": `{"paper":"A4","w":60,"h":30,"grids":[[4,9,10,10,62,31]]}`,
		"upon each other": `{"paper":"A4","w":60,"h":30,"grids":[[2,2,0,0,30,31]]}`, "no size": `{"paper":"A4","grids":[[1,1,0,0,0,0]]}`,
		"too many": `{"paper":"A4","w":1,"h":1,"grids":[[1000000000,1000000000,0,0,1,1]]}`, "no paper": `{"paper":"?","w":60,"h":30,"grids":[[1,1,0,0,0,0]]}`,
	} {
		if _, err := print.ReadStock([]byte(text)); !errors.Is(err, print.ErrBadStock) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzReadStock(f *testing.F) {
	f.Add([]byte(`{"name":"x","paper":"A4","w":60,"h":30,"grids":[[3,9,10,10,62,31]]}`))
	f.Add([]byte(`{"paper":"Other","pw":100,"ph":50,"w":10,"h":10,"shape":"round","grids":[[1,1,0,0,0,0]]}`))
	contacts := people(2)
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := print.ReadStock(data)
		if err != nil {
			return
		}
		if _, err := print.Labels(context.Background(), contacts, print.LabelOptions{Stock: s}); err != nil {
			t.Errorf("a sheet that passes the check cannot be used: %v", err)
		}
	})
}

// cells tells which cells of a page are used: x, skipped: -, free: .
func cells(p print.Page) string {
	out := ""
	for _, c := range p.Cells {
		switch {
		case c.Skipped:
			out += "-"
		case !c.Contact.IsZero():
			out += "x"
		default:
			out += "."
		}
	}
	return out
}

func TestLabelsUseTheCellsAsked(t *testing.T) {
	four := stock(t, "A4-2x2")
	cases := []struct {
		name  string
		count int
		o     print.LabelOptions
		want  string
	}{
		{"one sheet", 3, print.LabelOptions{}, "xxx."}, {"two sheets", 5, print.LabelOptions{}, "xxxx x..."}, {"start", 2, print.LabelOptions{Start: 3}, "--xx"},
		{"skip", 3, print.LabelOptions{Skip: []int{2}}, "x-xx"}, {"start and skip", 3, print.LabelOptions{Start: 2, Skip: []int{3}}, "-x-x x..."},
		{"copies", 2, print.LabelOptions{Copies: 2}, "xxxx"}, {"start beyond the sheet", 1, print.LabelOptions{Start: 99}, "x..."}, {"nobody", 0, print.LabelOptions{}, ""},
	}
	for _, c := range cases {
		c.o.Stock = four
		l := labels(t, people(c.count), c.o)
		var got []string
		for _, p := range l.Pages {
			got = append(got, cells(p))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

func TestLabelFollowsThePost(t *testing.T) {
	l := labels(t, people(1), print.LabelOptions{Stock: stock(t, "")})
	if got, want := texts(l.Pages[0]), "407|台中市西屯區工業區一路1號|大同精密|王小明零 經理 台啟"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for i, r := range l.Pages[0].Runs {
		if i > 0 && r.Y-l.Pages[0].Runs[i-1].Y-r.Size*25.4/72 < 1.999 {
			t.Errorf("%q is less than 2 mm below the line before", r.Text)
		}
		if r.Size < 11.5 {
			t.Errorf("%q is set in %g pt, the post wants 4 mm", r.Text, r.Size)
		}
	}
	inside(t, "label", l)
}

func TestLabelsTellWhatWentWrong(t *testing.T) {
	contacts := people(4)
	contacts[0].Addresses = nil
	contacts[1].Addresses[0].Returned = 20260101
	contacts[2].Name = crm.Name{Full: "王小明🎉"}
	contacts[3].Addresses[0].Text = strings.Repeat("南京東路四段一百二十三巷四十五弄六號七樓之八", 20)
	l := labels(t, contacts, print.LabelOptions{Stock: stock(t, "")})
	if len(l.Skipped) != 2 || l.Skipped[0].Reason != print.NoAddress || l.Skipped[1].Reason != print.MailReturned {
		t.Errorf("skipped %+v", l.Skipped)
	}
	if len(l.Unprintable) != 1 || l.Unprintable[0].Rune != '🎉' || l.Unprintable[0].Contact != contacts[2].ID {
		t.Errorf("unprintable %+v", l.Unprintable)
	}
	if len(l.Overflow) != 1 || l.Overflow[0].Contact != contacts[3].ID {
		t.Errorf("overflow %+v", l.Overflow)
	}
	if !strings.Contains(texts(l.Pages[0]), "王小明□ 經理") || !strings.Contains(texts(l.Pages[0]), "王小明三 經理") {
		t.Errorf("the names are not there: %s", texts(l.Pages[0]))
	}
	inside(t, "labels", l)
}

func TestLongAddressIsSetSmaller(t *testing.T) {
	contacts := people(1)
	contacts[0].Addresses[0].Text = "台北市大安區信義路三段一百四十三巷二十五弄六號七樓之八（遠東國際商業大樓B棟東側）"
	contacts[0].Positions[0].CompanyName = "國立臺灣師範大學附屬高級中學教師會合作社"
	l := labels(t, contacts, print.LabelOptions{Stock: stock(t, "A4-5x13")})
	if len(l.Pages[0].Runs) == 0 || l.Pages[0].Runs[0].Size >= 11.5 {
		t.Errorf("runs %+v", l.Pages[0].Runs)
	}
	inside(t, "small label", l)
}

func TestCalibrationMovesEverything(t *testing.T) {
	plain := labels(t, people(2), print.LabelOptions{Stock: stock(t, "")})
	moved := labels(t, people(2), print.LabelOptions{Stock: stock(t, ""), Adjust: print.Calibration{X: 1.5, Y: -2, Scale: 1.01}})
	for i, r := range plain.Pages[0].Runs {
		m := moved.Pages[0].Runs[i]
		if !near(m.X, r.X*1.01+1.5) || !near(m.Y, r.Y*1.01-2) || !near(m.Size, r.Size*1.01) {
			t.Errorf("%q went from %.2f, %.2f to %.2f, %.2f", r.Text, r.X, r.Y, m.X, m.Y)
		}
	}
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }

func TestOutlineShowsEveryLabel(t *testing.T) {
	l, err := print.Outline(stock(t, "Avery L7160"), print.Calibration{})
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Pages[0].Boxes) != 21 || len(l.Pages[0].Cells) != 21 || l.Pages[0].Boxes[0].Guide {
		t.Errorf("%d boxes, %d cells", len(l.Pages[0].Boxes), len(l.Pages[0].Cells))
	}
	if c, ok := l.Pages[0].At(80, 20); !ok || c.Number != 2 {
		t.Errorf("cell %+v at 80, 20", c)
	}
}

func TestCancelledRunStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := print.Labels(ctx, people(3), print.LabelOptions{Stock: stock(t, "")}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
