package typeset

import (
	"encoding/binary"
	"slices"
)

// Subset gathers the characters that a document uses of one face and makes a small font of them.
//
// The PDF library reads character maps of the basic plane only, so every sign that has no code of its own there, a character beyond U+FFFF or a
// vertical form, gets a private code from U+E000 on. Who draws such a code says with ActualText what it means.
type Subset struct {
	face    *Face
	glyphs  map[rune]Glyph // code -> glyph
	private map[Glyph]rune // glyph -> private code
}

// NewSubset begins a subset of a face.
func NewSubset(f *Face) *Subset {
	return &Subset{face: f, glyphs: map[rune]Glyph{}, private: map[Glyph]rune{}}
}

const (
	firstPrivate = 0xe000
	lastPrivate  = 0xf8ff
)

// Code is the code under which a character is to be drawn, in its vertical form where form is set. It is the character itself for nearly all. When the 6,400
// private codes are used up, it is the box for what is missing.
func (s *Subset) Code(r rune, form bool) rune {
	g := s.face.Glyph(r)
	if form {
		g = s.face.Form(g)
	}
	if r < 0x10000 && (!form || g == s.face.Glyph(r)) {
		s.glyphs[r] = g
		return r
	}
	if code, ok := s.private[g]; ok {
		return code
	}
	code := rune(firstPrivate + len(s.private))
	if code > lastPrivate {
		return s.Code(Missing, false)
	}
	s.private[g] = code
	s.glyphs[code] = g
	return code
}

// Empty reports whether no character was asked for.
func (s *Subset) Empty() bool { return len(s.glyphs) == 0 }

// TTF is a TrueType font with the gathered characters alone. The bytes are the caller's own.
func (s *Subset) TTF() []byte {
	codes := make([]rune, 0, len(s.glyphs))
	for c := range s.glyphs {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	b := &fontBuilder{face: s.face, order: []Glyph{0}, places: map[Glyph]int{0: 0}}
	for _, c := range codes {
		b.order = append(b.order, s.glyphs[c])
		b.places[s.glyphs[c]] = len(b.order) - 1
	}
	b.outlines()
	return assemble(map[string][]byte{
		"OS/2": s.face.tables["OS/2"], "prep": s.face.tables["prep"], "name": {0, 0, 0, 0, 0, 6}, "post": postTable(s.face),
		"cmap": cmapTable(codes), "glyf": b.glyf, "loca": b.loca, "hmtx": b.hmtx(), "head": b.head(), "hhea": b.hhea(), "maxp": b.maxp(),
	})
}

// fontBuilder renumbers glyphs: order holds the old number of each new one.
type fontBuilder struct {
	face   *Face
	order  []Glyph
	places map[Glyph]int
	glyf   []byte
	loca   []byte
}

// outlines copies the drawings; parts of composed ones are added at the end as they turn up.
func (b *fontBuilder) outlines() {
	for i := 0; i < len(b.order); i++ {
		b.loca = binary.BigEndian.AppendUint32(b.loca, uint32(len(b.glyf)))
		data := slices.Clone(b.face.outline(b.order[i]))
		if len(data) >= 10 && data[0]&0x80 != 0 {
			b.renumber(data)
		}
		b.glyf = append(b.glyf, data...)
		for len(b.glyf)%4 != 0 {
			b.glyf = append(b.glyf, 0)
		}
	}
	b.loca = binary.BigEndian.AppendUint32(b.loca, uint32(len(b.glyf)))
}

// The flags of a component of a composed glyph (OpenType, table glyf).
const (
	wordArgs   = 0x0001
	oneScale   = 0x0008
	moreParts  = 0x0020
	twoScales  = 0x0040
	twoByTwo   = 0x0080
	maxGlyphNo = 0xffff
)

func (b *fontBuilder) renumber(data []byte) {
	for at := 10; at+4 <= len(data); {
		flags, old := u16(data, at), Glyph(u16(data, at+2))
		binary.BigEndian.PutUint16(data[at+2:], uint16(b.place(old)))
		at += 4 + componentSize(flags)
		if flags&moreParts == 0 {
			return
		}
	}
}

func (b *fontBuilder) place(old Glyph) int {
	if n, ok := b.places[old]; ok {
		return n
	}
	if int(old) >= b.face.glyphs || len(b.order) >= maxGlyphNo {
		return 0
	}
	b.order = append(b.order, old)
	b.places[old] = len(b.order) - 1
	return len(b.order) - 1
}

func componentSize(flags uint16) int {
	n := 2
	if flags&wordArgs != 0 {
		n = 4
	}
	switch {
	case flags&oneScale != 0:
		n += 2
	case flags&twoScales != 0:
		n += 4
	case flags&twoByTwo != 0:
		n += 8
	}
	return n
}

func (b *fontBuilder) hmtx() []byte {
	var out []byte
	table := b.face.tables["hmtx"]
	for _, g := range b.order {
		advance := u16(table, 4*min(int(g), b.face.metrics-1))
		side := u16(table, 4*int(g)+2)
		if int(g) >= b.face.metrics {
			side = u16(table, 4*b.face.metrics+2*(int(g)-b.face.metrics))
		}
		out = binary.BigEndian.AppendUint16(out, advance)
		out = binary.BigEndian.AppendUint16(out, side)
	}
	return out
}

func (b *fontBuilder) head() []byte {
	return patched(b.face.tables["head"], 50, 1)
}

func (b *fontBuilder) hhea() []byte {
	return patched(b.face.tables["hhea"], 34, uint16(len(b.order)))
}

func (b *fontBuilder) maxp() []byte {
	return patched(b.face.tables["maxp"], 4, uint16(len(b.order)))
}

func patched(table []byte, at int, v uint16) []byte {
	out := slices.Clone(table)
	binary.BigEndian.PutUint16(out[at:], v)
	return out
}

// postTable keeps the angles and the underline and drops the names of glyphs (format 3).
func postTable(f *Face) []byte {
	out := slices.Clone(f.tables["post"][:32])
	binary.BigEndian.PutUint32(out, 0x00030000)
	return out
}

// cmapTable maps the sorted codes to the glyphs 1, 2, 3 … in format 4.
func cmapTable(codes []rune) []byte {
	var starts, ends, deltas []uint16
	for i, c := range codes {
		if n := len(ends); n > 0 && ends[n-1]+1 == uint16(c) {
			ends[n-1]++
			continue
		}
		starts, ends, deltas = append(starts, uint16(c)), append(ends, uint16(c)), append(deltas, uint16(i+1)-uint16(c))
	}
	starts, ends, deltas = append(starts, 0xffff), append(ends, 0xffff), append(deltas, 1)
	n := len(starts)
	words := []uint16{0, 1, 3, 1, 0, 12, 4, uint16(16 + 8*n), 0, uint16(2 * n), 0, 0, 0}
	words = append(append(words, ends...), 0)
	words = append(append(words, starts...), deltas...)
	words = append(words, make([]uint16, n)...)
	var out []byte
	for _, w := range words {
		out = binary.BigEndian.AppendUint16(out, w)
	}
	return out
}

// assemble puts tables together in the order of their names. The check sums stay zero: they are made anew when the font is put into a document.
func assemble(tables map[string][]byte) []byte {
	var names []string
	for name, data := range tables {
		if len(data) > 0 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	out := []byte{0, 1, 0, 0, 0, byte(len(names)), 0, 0, 0, 0, 0, 0}
	at := uint32(12 + 16*len(names))
	for _, name := range names {
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, 0)
		out = binary.BigEndian.AppendUint32(out, at)
		out = binary.BigEndian.AppendUint32(out, uint32(len(tables[name])))
		at += uint32(len(tables[name])+3) &^ 3
	}
	for _, name := range names {
		out = append(out, tables[name]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}
