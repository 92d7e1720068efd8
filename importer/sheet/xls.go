package sheet

import (
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"unicode/utf16"
)

// The records of a BIFF8 workbook that matter here: [MS-XLS] 2.3.2.
const (
	biffFormula   = 0x0006
	biffEOF       = 0x000a
	biffDate1904  = 0x0022
	biffFilePass  = 0x002f
	biffContinue  = 0x003c
	biffColInfo   = 0x007d
	biffSheet     = 0x0085
	biffMulRK     = 0x00bd
	biffRichText  = 0x00d6
	biffXF        = 0x00e0
	biffMerged    = 0x00e5
	biffStrings   = 0x00fc
	biffLabelSST  = 0x00fd
	biffNumber    = 0x0203
	biffLabel     = 0x0204
	biffBoolErr   = 0x0205
	biffString    = 0x0207
	biffRow       = 0x0208
	biffRK        = 0x027e
	biffFormat    = 0x041e
	biffBOF       = 0x0809
	biffVersion8  = 0x0600
	biffWorksheet = 0x0010
)

// biffRecord is one record with the CONTINUE records behind it.
type biffRecord struct {
	id    int
	data  []byte
	parts [][]byte // data, and that of each CONTINUE
}

// biffReader goes through the records of the Workbook stream.
type biffReader struct {
	data []byte
	pos  int
}

// next reads a record; false where the stream ends or the record runs over its end.
func (r *biffReader) next() (biffRecord, bool) {
	id, data, ok := r.one()
	if !ok {
		return biffRecord{}, false
	}
	rec := biffRecord{id: id, data: data, parts: [][]byte{data}}
	for r.pos+4 <= len(r.data) && binary.LittleEndian.Uint16(r.data[r.pos:]) == biffContinue {
		_, more, ok := r.one()
		if !ok {
			return biffRecord{}, false
		}
		rec.parts = append(rec.parts, more)
	}
	return rec, true
}

func (r *biffReader) one() (id int, data []byte, ok bool) {
	if r.pos+4 > len(r.data) {
		return 0, nil, false
	}
	id = int(binary.LittleEndian.Uint16(r.data[r.pos:]))
	end := r.pos + 4 + int(binary.LittleEndian.Uint16(r.data[r.pos+2:]))
	if end > len(r.data) {
		return 0, nil, false
	}
	data = r.data[r.pos+4 : end]
	r.pos = end
	return id, data, true
}

// u16 is the number at that offset of the record, 0 behind its end.
func (rec *biffRecord) u16(at int) int {
	if at+2 > len(rec.data) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(rec.data[at:]))
}

func (rec *biffRecord) u32(at int) uint32 {
	if at+4 > len(rec.data) {
		return 0
	}
	return binary.LittleEndian.Uint32(rec.data[at:])
}

// xlsBook is what the workbook's globals say.
type xlsBook struct {
	budget   *budget
	data     []byte
	date1904 bool
	sheets   []xlsSheet
	strings  []string
	codes    map[int]string
	styles   []int // number format of each cell style
	formats  map[int]*numberFormat
}

type xlsSheet struct {
	name   string
	hidden bool
	offset int
}

// readXLS reads a workbook of Excel 97 to 2003.
func readXLS(data []byte, b *budget) (*File, error) {
	book := &xlsBook{budget: b, data: data, codes: map[int]string{}, formats: map[int]*numberFormat{}}
	if err := book.readGlobals(); err != nil {
		return nil, err
	}
	f := &File{Format: FormatXLS}
	var seen []int
	for _, s := range book.sheets {
		if slices.Contains(seen, s.offset) {
			continue
		}
		seen = append(seen, s.offset)
		t, ok, err := book.readSheet(s)
		if err != nil {
			return nil, err
		}
		if ok {
			f.Tables = append(f.Tables, t)
		}
	}
	if len(f.Tables) == 0 {
		return nil, damagedXLS("workbook")
	}
	return f, nil
}

func damagedXLS(part string) error {
	return &Error{Code: CodeDamaged, Values: map[string]any{"part": part, "row": 0}}
}

func (b *xlsBook) readGlobals() error {
	r := &biffReader{data: b.data}
	first, ok := r.next()
	switch {
	case !ok || first.id != biffBOF:
		return damagedXLS("workbook")
	case first.u16(0) != biffVersion8:
		return &Error{Code: CodeOldExcel}
	}
	for {
		rec, ok := r.next()
		switch {
		case !ok:
			return &Error{Code: CodeTruncated, Values: map[string]any{"part": "workbook", "row": 0}}
		case rec.id == biffEOF:
			return nil
		case rec.id == biffFilePass:
			return &Error{Code: CodeEncryptedOffice}
		}
		if err := b.global(&rec); err != nil {
			return err
		}
	}
}

func (b *xlsBook) global(rec *biffRecord) error {
	switch rec.id {
	case biffDate1904:
		b.date1904 = rec.u16(0) == 1
	case biffSheet:
		if len(rec.data) >= 8 && rec.data[5] == 0 && len(b.sheets) < maxSheets {
			c := biffCursor{parts: rec.parts, at: 6}
			b.sheets = append(b.sheets, xlsSheet{name: c.text(c.u8()), hidden: rec.data[4]&3 != 0, offset: int(rec.u32(0))})
		}
	case biffFormat:
		c := biffCursor{parts: rec.parts, at: 2}
		if len(b.codes) < maxStyles {
			b.codes[rec.u16(0)] = c.text(c.u16())
		}
	case biffXF:
		if len(b.styles) < maxStyles {
			b.styles = append(b.styles, rec.u16(2))
		}
	case biffStrings:
		return b.readStrings(rec)
	}
	return nil
}

// readStrings reads the strings the sheets share.
func (b *xlsBook) readStrings(rec *biffRecord) error {
	count := int(rec.u32(4))
	if count > 2*b.budget.limits.Cells {
		return &Error{Code: CodeTooManyCells, Values: map[string]any{"limit": b.budget.limits.Cells}}
	}
	c := biffCursor{parts: rec.parts, at: 8}
	var keep texts
	for i := 0; i < count && !c.ended(); i++ {
		b.strings = append(b.strings, keep.keep([]byte(c.richText())))
	}
	return nil
}

func (b *xlsBook) format(style int) *numberFormat {
	if style < 0 || style >= len(b.styles) {
		return generalFormat
	}
	id := b.styles[style]
	f := b.formats[id]
	if f == nil {
		code, own := b.codes[id]
		if !own {
			code = builtinFormat(id)
		}
		f = parseFormat(code)
		b.formats[id] = f
	}
	return f
}

// biffCursor reads values that may run over the border of a CONTINUE record.
type biffCursor struct {
	parts [][]byte
	part  int
	at    int
}

func (c *biffCursor) ended() bool {
	c.settle()
	return c.part >= len(c.parts)
}

// settle moves to the next part at the end of one.
func (c *biffCursor) settle() {
	for c.part < len(c.parts) && c.at >= len(c.parts[c.part]) {
		c.part, c.at = c.part+1, 0
	}
}

func (c *biffCursor) u8() int {
	if c.ended() {
		return 0
	}
	b := c.parts[c.part][c.at]
	c.at++
	return int(b)
}

func (c *biffCursor) u16() int { return c.u8() | c.u8()<<8 }

func (c *biffCursor) u32() int { return c.u16() | c.u16()<<16 }

func (c *biffCursor) skip(n int) {
	for n > 0 && !c.ended() {
		step := min(n, len(c.parts[c.part])-c.at)
		c.at += step
		n -= step
	}
}

// text reads the flags and n characters: [MS-XLS] 2.5.294 without rich text.
func (c *biffCursor) text(n int) string {
	return c.characters(n, c.u8()&1 != 0)
}

// richText reads a string of the shared table with its formatting and phonetic parts, which are left out: [MS-XLS] 2.5.293.
func (c *biffCursor) richText() string {
	n := c.u16()
	flags := c.u8()
	runs, phonetic := 0, 0
	if flags&8 != 0 {
		runs = c.u16()
	}
	if flags&4 != 0 {
		phonetic = c.u32()
	}
	text := c.characters(n, flags&1 != 0)
	c.skip(4*runs + max(0, phonetic))
	return text
}

// characters reads n characters of one or two bytes. At the border of a part the next one begins with new flags.
func (c *biffCursor) characters(n int, wide bool) string {
	units := make([]uint16, 0, min(n, 1<<15))
	for len(units) < n && c.part < len(c.parts) {
		part := c.parts[c.part]
		for ; len(units) < n && c.at < len(part); c.at++ {
			unit := uint16(part[c.at])
			if wide {
				if c.at+1 >= len(part) {
					c.at = len(part)
					break
				}
				unit |= uint16(part[c.at+1]) << 8
				c.at++
			}
			units = append(units, unit)
		}
		if len(units) < n {
			c.part, c.at = c.part+1, 0
			if c.part < len(c.parts) && len(c.parts[c.part]) > 0 {
				wide = c.parts[c.part][0]&1 != 0
				c.at = 1
			}
		}
	}
	return string(utf16.Decode(units))
}

// rkNumber decodes the short form of numbers: [MS-XLS] 2.5.217.
func rkNumber(rk uint32) float64 {
	var v float64
	if rk&2 != 0 {
		v = float64(int32(rk) >> 2)
	} else {
		v = math.Float64frombits(uint64(rk&^3) << 32)
	}
	if rk&1 != 0 {
		v /= 100
	}
	return v
}

// storedNumber is the number as a file of text would store it.
func storedNumber(v float64) string {
	if math.Abs(v) < 1e21 {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// errorText is the text of an error value: [MS-XLS] 2.5.10.
func errorText(code byte) string {
	switch code {
	case 0x00:
		return "#NULL!"
	case 0x07:
		return "#DIV/0!"
	case 0x0f:
		return "#VALUE!"
	case 0x17:
		return "#REF!"
	case 0x1d:
		return "#NAME?"
	case 0x24:
		return "#NUM!"
	}
	return "#N/A"
}
