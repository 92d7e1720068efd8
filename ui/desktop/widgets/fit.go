package widgets

import (
	"fyne.io/fyne/v2"
)

const ellipsis = "…"

// fitter cuts texts off where their column ends. The toolkit shapes a whole text for every measurement; a list that scrolls would spend its
// time there. The fitter measures each character once for a size and weight and adds up, which for the typeface used here is exact for Han
// and within a pixel for Latin.
type fitter struct {
	widths map[glyph]float32
}

type glyph struct {
	r    rune
	size float32
	bold bool
}

func newFitter() *fitter { return &fitter{widths: map[glyph]float32{}} }

// width is how wide a text is.
func (f *fitter) width(text string, size float32, bold bool) float32 {
	w := float32(0)
	for _, r := range text {
		w += f.advance(glyph{r, size, bold})
	}
	return w
}

func (f *fitter) advance(g glyph) float32 {
	w, ok := f.widths[g]
	if !ok {
		// Two of it less one: side bearings that a single character has are left out.
		w = measure(string(g.r)+string(g.r), g.size, g.bold) - measure(string(g.r), g.size, g.bold)
		f.widths[g] = w
	}
	return w
}

// cut gives the text, shortened with an ellipsis where it is wider than room.
func (f *fitter) cut(text string, size float32, bold bool, room float32) string {
	w, dots := float32(0), f.advance(glyph{'…', size, bold})
	last := 0
	for i, r := range text {
		w += f.advance(glyph{r, size, bold})
		if w > room {
			if last == 0 && dots > room {
				return ""
			}
			return text[:last] + ellipsis
		}
		if w+dots <= room {
			last = i + len(string(r))
		}
	}
	return text
}

// forget drops all widths; a change of typeface makes them wrong.
func (f *fitter) forget() { clear(f.widths) }

func measure(text string, size float32, bold bool) float32 {
	return fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width
}
