// Package typeset is the one layer through which text reaches paper. It cleans a text, knows which characters the faces have, measures, breaks lines
// by the rules of Chinese typesetting, and cuts the glyphs that a document uses into a small font.
//
// It exists because the PDF library cannot be trusted with text as customers write it: its line breaking loses characters of Chinese, and a character
// beyond U+FFFF or a broken byte stops it. So nothing but cleaned text that was measured here goes there, and rare characters go under private
// codes (see Subset). The package draws nothing and knows neither customers nor PDF.
package typeset

import (
	"fmt"

	"regulars/assets/fonts"
)

// MM is the length of a typographic point (1/72 inch) in mm.
const MM = 25.4 / 72

// Missing stands for a character that no face has.
const Missing = '□'

// Family is the faces that text is set in: for each weight the main one and those that help out with what it lacks.
type Family struct {
	regular, bold []*Face
}

// Load reads the program's own faces. It takes a few milliseconds; further fonts, such as one with the rarest characters, may be given to help
// out in both weights.
func Load(more ...[]byte) (*Family, error) {
	return NewFamily(append([][]byte{fonts.Regular()}, more...), append([][]byte{fonts.Bold()}, more...))
}

// NewFamily reads the fonts of two weights, the main one of each first.
func NewFamily(regular, bold [][]byte) (*Family, error) {
	fam := &Family{}
	for _, part := range []struct {
		data [][]byte
		into *[]*Face
	}{{regular, &fam.regular}, {bold, &fam.bold}} {
		for i, data := range part.data {
			face, err := Parse(data)
			if err != nil {
				return nil, fmt.Errorf("font %d: %w", i+1, err)
			}
			*part.into = append(*part.into, face)
		}
		if len(*part.into) == 0 {
			return nil, ErrNotTrueType
		}
	}
	return fam, nil
}

// Faces lists the faces of a weight, the main one first.
func (fam *Family) Faces(bold bool) []*Face {
	if bold {
		return fam.bold
	}
	return fam.regular
}

// Find gives the place in Faces of the first face that has the character, and its glyph; ok is false when none has it.
func (fam *Family) Find(r rune, bold bool) (face int, g Glyph, ok bool) {
	for i, f := range fam.Faces(bold) {
		if g := f.Glyph(r); g != 0 && !private(r) {
			return i, g, true
		}
	}
	return 0, 0, false
}

// Has reports whether a character can be printed in both weights.
func (fam *Family) Has(r rune) bool {
	_, _, regular := fam.Find(r, false)
	_, _, bold := fam.Find(r, true)
	return regular && bold
}

// Lacking lists the characters of a text that no face has, each once, in order.
func (fam *Family) Lacking(s string) []rune {
	var out []rune
	for _, r := range s {
		if r > ' ' && !fam.Has(r) && !contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// Printable puts □ in place of what no face has.
func (fam *Family) Printable(s string) string {
	if len(fam.Lacking(s)) == 0 {
		return s
	}
	out := []rune(s)
	for i, r := range out {
		if r > ' ' && !fam.Has(r) {
			out[i] = Missing
		}
	}
	return string(out)
}

// Width is the length of a text in mm at a size in points.
func (fam *Family) Width(s string, size float64, bold bool) float64 {
	sum := 0.0
	for _, r := range s {
		sum += fam.advance(r, bold)
	}
	return sum * size * MM
}

func (fam *Family) advance(r rune, bold bool) float64 {
	faces := fam.Faces(bold)
	for _, f := range faces {
		if g := f.Glyph(r); g != 0 {
			return f.Advance(g)
		}
	}
	return 1
}

// private reports whether a code point has no agreed meaning. Text in such codes, left over from old Chinese systems, shows something else on
// every machine, so that it counts as missing.
func private(r rune) bool { return r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000 }

func contains(all []rune, r rune) bool {
	for _, x := range all {
		if x == r {
			return true
		}
	}
	return false
}
