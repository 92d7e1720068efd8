package typeset

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrNotTrueType is returned for bytes that are no TrueType font with glyf outlines and a Unicode character map.
var ErrNotTrueType = errors.New("typeset: not a TrueType font with glyf outlines")

// Glyph is the number of a drawing in a font; 0 is the box for what is missing.
type Glyph uint16

// Face is one type face, read far enough to measure text and to cut out the glyphs that a document uses. It does not change and may be used from
// several goroutines.
type Face struct {
	data    []byte
	tables  map[string][]byte
	units   float64 // per em
	glyphs  int
	metrics int // entries of hmtx with an advance of their own
	long    bool
	basic   []Glyph // by code point, basic plane
	astral  map[rune]Glyph
	forms   map[Glyph]Glyph // glyph -> its vertical form
}

// maxFont is the size up to which a font is read.
const maxFont = 128 << 20

// Parse reads a font. The bytes stay in use and must not be changed.
func Parse(data []byte) (*Face, error) {
	f := &Face{data: data, astral: map[rune]Glyph{}}
	if len(data) > maxFont {
		return nil, fmt.Errorf("%w: %d bytes are too many", ErrNotTrueType, len(data))
	}
	if err := f.readDirectory(data); err != nil {
		return nil, err
	}
	if err := f.readHeads(); err != nil {
		return nil, err
	}
	left := budget(maxSteps)
	f.readCharacters(&left)
	f.forms = verticalForms(f.tables["GSUB"], &left)
	return f, nil
}

// Data is the font as it was given to Parse; it must not be changed.
func (f *Face) Data() []byte { return f.data }

// budget bounds the work that a damaged font can ask for by tables that repeat themselves; a whole one needs a small part of it.
type budget int

const maxSteps = 4 << 20

// spend takes a step and reports whether there was one left.
func (b *budget) spend() bool {
	*b--
	return *b >= 0
}

func (f *Face) readDirectory(data []byte) error {
	if v := u32(data, 0); v != 0x00010000 && v != 0x74727565 {
		return ErrNotTrueType
	}
	f.tables = map[string][]byte{}
	for i := range int(u16(data, 4)) {
		at := 12 + 16*i
		off, size := int(u32(data, at+8)), int(u32(data, at+12))
		if at+16 > len(data) || off < 0 || size < 0 || off > len(data) || size > len(data)-off {
			return fmt.Errorf("%w: cut off", ErrNotTrueType)
		}
		f.tables[string(data[at:at+4])] = data[off : off+size : off+size]
	}
	return nil
}

func (f *Face) readHeads() error {
	for name, size := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 2, "cmap": 4, "post": 32, "OS/2": 78} {
		if len(f.tables[name]) < size {
			return fmt.Errorf("%w: table %s", ErrNotTrueType, name)
		}
	}
	f.units = float64(u16(f.tables["head"], 18))
	f.long = u16(f.tables["head"], 50) != 0
	f.glyphs = int(u16(f.tables["maxp"], 4))
	f.metrics = int(u16(f.tables["hhea"], 34))
	if f.units < 16 || f.glyphs == 0 || f.metrics == 0 || f.metrics > f.glyphs || len(f.tables["hmtx"]) < 4*f.metrics {
		return fmt.Errorf("%w: sizes do not agree", ErrNotTrueType)
	}
	return nil
}

// readCharacters reads the character maps of formats 4 and 12; a later one only adds.
func (f *Face) readCharacters(left *budget) {
	f.basic = make([]Glyph, 0x10000)
	cmap := f.tables["cmap"]
	for i := range int(u16(cmap, 2)) {
		platform, encoding, off := u16(cmap, 4+8*i), u16(cmap, 6+8*i), int(u32(cmap, 8+8*i))
		if !left.spend() {
			return
		}
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) || off < 0 || off >= len(cmap) {
			continue
		}
		switch t := cmap[off:]; u16(t, 0) {
		case 4:
			f.readFormat4(t, left)
		case 12:
			f.readFormat12(t, left)
		}
	}
}

func (f *Face) readFormat4(t []byte, left *budget) {
	n := int(u16(t, 6)) / 2
	for i := range n {
		last, first := int(u16(t, 14+2*i)), int(u16(t, 16+2*n+2*i))
		delta, at := u16(t, 16+4*n+2*i), 16+6*n+2*i
		offset := int(u16(t, at))
		if !left.spend() {
			return
		}
		for c := first; c <= last && c < 0xffff && left.spend(); c++ {
			g := uint16(c) + delta
			if offset != 0 {
				if g = u16(t, at+offset+2*(c-first)); g != 0 {
					g += delta
				}
			}
			f.put(rune(c), int(g))
		}
	}
}

func (f *Face) readFormat12(t []byte, left *budget) {
	n := min(int(u32(t, 12)), len(t)/12)
	for i := range n {
		first, last, g := u32(t, 16+12*i), u32(t, 20+12*i), int(u32(t, 24+12*i))
		if !left.spend() {
			return
		}
		if last > 0x10ffff || last < first || int(last-first) > f.glyphs {
			continue
		}
		for c := first; c <= last && left.spend(); c++ {
			f.put(rune(c), g+int(c-first))
		}
	}
}

func (f *Face) put(r rune, g int) {
	switch {
	case g <= 0 || g >= f.glyphs:
	case r < 0x10000:
		f.basic[r] = Glyph(g)
	default:
		f.astral[r] = Glyph(g)
	}
}

// Glyph finds the drawing of a character, 0 when the face has none.
func (f *Face) Glyph(r rune) Glyph {
	if r >= 0 && r < 0x10000 {
		return f.basic[r]
	}
	return f.astral[r]
}

// Form is the drawing of a glyph for vertical lines, the glyph itself where it has no other.
func (f *Face) Form(g Glyph) Glyph {
	if v, ok := f.forms[g]; ok && int(v) < f.glyphs {
		return v
	}
	return g
}

// Advance is how far a glyph moves the pen, in parts of the type size: 1 for a Chinese character.
func (f *Face) Advance(g Glyph) float64 {
	i := min(int(g), f.metrics-1)
	return float64(u16(f.tables["hmtx"], 4*i)) / f.units
}

// outline is the data of a glyph in the glyf table.
func (f *Face) outline(g Glyph) []byte {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	var from, to int
	if f.long {
		from, to = int(u32(loca, 4*int(g))), int(u32(loca, 4*int(g)+4))
	} else {
		from, to = 2*int(u16(loca, 2*int(g))), 2*int(u16(loca, 2*int(g)+2))
	}
	if from < 0 || to > len(glyf) || from >= to {
		return nil
	}
	return glyf[from:to]
}

// u16 reads a number, 0 behind the end: a damaged font gives wrong shapes and no fault.
func u16(b []byte, at int) uint16 {
	if at < 0 || at > len(b)-2 {
		return 0
	}
	return binary.BigEndian.Uint16(b[at:])
}

func u32(b []byte, at int) uint32 {
	if at < 0 || at > len(b)-4 {
		return 0
	}
	return binary.BigEndian.Uint32(b[at:])
}
