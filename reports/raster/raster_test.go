package raster_test

import (
	"context"
	"image"
	"image/color"
	"testing"

	"regulars/reports/print"
	"regulars/reports/raster"
	"regulars/store/crm"
)

func painter(tb testing.TB) *raster.Painter {
	tb.Helper()
	p, err := raster.New(nil)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// dark counts the dark pixels of a part of a picture, given in mm at 4 pixels a mm.
func dark(m *image.RGBA, x0, y0, x1, y1 float64) int {
	n := 0
	for y := int(4 * y0); y < int(4*y1); y++ {
		for x := int(4 * x0); x < int(4*x1); x++ {
			if c := m.RGBAAt(x, y); c.R < 0x80 && c.G < 0x80 && c.B < 0x80 {
				n++
			}
		}
	}
	return n
}

func contact() crm.Contact {
	return crm.Contact{Kind: crm.Person, Name: crm.Name{Full: "王𠮷祥"}, Addresses: []crm.Address{{Kind: crm.KindWork, Country: "TW", Postal: "105405", Text: "台北市松山區南京東路（四段）1號12樓"}}}
}

func TestLabelIsDrawnInItsCell(t *testing.T) {
	stock, err := print.StockByName("")
	if err != nil {
		t.Fatal(err)
	}
	l, err := print.Labels(context.Background(), []crm.Contact{contact()}, print.LabelOptions{Stock: stock, Start: 5})
	if err != nil {
		t.Fatal(err)
	}
	m := painter(t).Page(&l.Pages[0], 4)
	if got, want := m.Bounds().Size(), image.Pt(840, 1188); got != want {
		t.Errorf("picture of %v pixels, want %v", got, want)
	}
	cell := l.Pages[0].Cells[4]
	inside := dark(m, cell.X, cell.Y, cell.X+cell.W, cell.Y+cell.H)
	if all := dark(m, 0, 0, 210, 297); inside < 300 || inside != all {
		t.Errorf("%d dark pixels in the cell, %d on the page", inside, all)
	}
}

func TestVerticalEnvelopeIsDrawn(t *testing.T) {
	size, err := print.EnvelopeByName("12K")
	if err != nil {
		t.Fatal(err)
	}
	l, err := print.Envelopes(context.Background(), []crm.Contact{contact()}, print.EnvelopeOptions{Size: size, Frame: true})
	if err != nil {
		t.Fatal(err)
	}
	m := painter(t).Page(&l.Pages[0], 4)
	if dark(m, 45, 30, 75, 200) < 1000 || dark(m, 90, 28, 115, 200) < 500 || dark(m, 0, 0, 40, 230) != 0 {
		t.Errorf("name %d, address %d, empty side %d dark pixels", dark(m, 45, 30, 75, 200), dark(m, 90, 28, 115, 200), dark(m, 0, 0, 40, 230))
	}
	if c := m.RGBAAt(4*43, 4*100); c.R < 0xa0 || c.G > 0xb0 {
		t.Errorf("no red frame at the left of the name: %v", c)
	}
}

func TestAnythingCanBeDrawn(t *testing.T) {
	p := painter(t)
	for name, page := range map[string]print.Page{
		"no size": {}, "huge": {Width: 1e6, Height: 1e6},
		"far away": {Width: 10, Height: 10, Runs: []print.Run{{Text: "王", X: 1e7, Y: -1e7, Size: 10}}, Boxes: []print.Box{{Rect: print.Rect{X: -5, Y: -5, W: 100, H: 100}, Round: 3, Line: 1}}},
		"odd text": {Width: 10, Height: 10, Runs: []print.Run{{Text: "\ue000🎉\xff", X: 1, Y: 5, Size: 8}}},
	} {
		if m := p.Page(&page, 2); m.Bounds().Dx()*m.Bounds().Dy() > 2*raster.MaxPixels {
			t.Errorf("%s: a picture of %v", name, m.Bounds())
		}
	}
}

func TestPaperIsWhite(t *testing.T) {
	m := painter(t).Page(&print.Page{Width: 5, Height: 5}, 2)
	if c := m.RGBAAt(3, 3); c != (color.RGBA{0xff, 0xff, 0xff, 0xff}) {
		t.Errorf("%v", c)
	}
}

func BenchmarkLabelPage(b *testing.B) {
	stock, err := print.StockByName("")
	if err != nil {
		b.Fatal(err)
	}
	contacts := make([]crm.Contact, 24)
	for i := range contacts {
		contacts[i] = contact()
	}
	l, err := print.Labels(context.Background(), contacts, print.LabelOptions{Stock: stock})
	if err != nil {
		b.Fatal(err)
	}
	p := painter(b)
	for b.Loop() {
		p.Page(&l.Pages[0], 4)
	}
}
