package sheet

import (
	"context"
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// biff writes records of a Workbook stream.
type biff struct{ data []byte }

func (b *biff) add(id int, body ...any) *biff {
	var rec []byte
	for _, part := range body {
		switch v := part.(type) {
		case int:
			rec = binary.LittleEndian.AppendUint16(rec, uint16(v))
		case uint32:
			rec = binary.LittleEndian.AppendUint32(rec, v)
		case float64:
			rec = binary.LittleEndian.AppendUint64(rec, math.Float64bits(v))
		case []byte:
			rec = append(rec, v...)
		}
	}
	b.data = binary.LittleEndian.AppendUint16(b.data, uint16(id))
	b.data = binary.LittleEndian.AppendUint16(b.data, uint16(len(rec)))
	b.data = append(b.data, rec...)
	return b
}

// wideText is a string of two-byte characters without its length.
func wideText(s string) []byte {
	out := []byte{1}
	for _, unit := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return out
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }

// xlsOf is a Workbook stream with the records of one sheet; more are records of the globals.
func xlsOf(sheet func(b *biff), more func(b *biff)) []byte {
	name := wideText("客戶")
	build := func(offset uint32) []byte {
		b := (&biff{}).add(biffBOF, biffVersion8, 5)
		if more != nil {
			more(b)
		}
		b.add(biffSheet, offset, []byte{0, 0, byte(units("客戶"))}, name).add(biffEOF)
		return b.data
	}
	globals := build(0)
	globals = build(uint32(len(globals)))
	s := (&biff{}).add(biffBOF, biffVersion8, biffWorksheet)
	sheet(s)
	return append(globals, s.add(biffEOF).data...)
}

func readStream(data []byte) (*File, error) {
	f, err := readXLS(data, newBudget(context.Background(), Options{}))
	if err == nil {
		err = f.finish("", Options{HeaderRow: NoHeader})
	}
	return f, err
}

func label(row, column int, text string) []any {
	return []any{row, column, 0, units(text), wideText(text)}
}

// TestBIFFCells reads every kind of record that holds a cell.
func TestBIFFCells(t *testing.T) {
	rk := func(v int32, flags uint32) uint32 { return uint32(v)<<2 | flags }
	text := []byte{0, 0, 0, 0, 0, 0, 0xff, 0xff}
	for _, tt := range []struct {
		name string
		add  func(b *biff)
		want []Cell
	}{
		{"text of its own", func(b *biff) { b.add(biffLabel, label(0, 0, "許功蓋")...) }, []Cell{{Text: "許功蓋", Kind: KindText}}},
		{"one-byte text", func(b *biff) { b.add(biffLabel, 0, 0, 0, 4, []byte("\x00Zo\xe9!")) }, []Cell{{Text: "Zoé!", Kind: KindText}}},
		{"number", func(b *biff) { b.add(biffNumber, 0, 0, 0, 912345678.0) }, []Cell{{Text: "912345678", Raw: "912345678", Kind: KindNumber}}},
		{"number by format", func(b *biff) { b.add(biffNumber, 0, 0, 1, 912345678.0) }, []Cell{{Text: "0912345678", Raw: "912345678", Kind: KindNumber}}},
		{"short number", func(b *biff) { b.add(biffRK, 0, 0, 0, rk(106, 2)) }, []Cell{{Text: "106", Raw: "106", Kind: KindNumber}}},
		{"short number of hundredths", func(b *biff) { b.add(biffRK, 0, 0, 0, rk(1250, 3)) }, []Cell{{Text: "12.5", Raw: "12.5", Kind: KindNumber}}},
		{"short floating number", func(b *biff) { b.add(biffRK, 0, 0, 0, uint32(math.Float64bits(1.5)>>32)) }, []Cell{{Text: "1.5", Raw: "1.5", Kind: KindNumber}}},
		{"run of numbers", func(b *biff) { b.add(biffMulRK, 0, 0, 0, rk(1, 2), 0, rk(2, 2), 1) },
			[]Cell{{Text: "1", Raw: "1", Kind: KindNumber}, {Text: "2", Raw: "2", Kind: KindNumber}}},
		{"date", func(b *biff) { b.add(biffNumber, 0, 0, 2, 44260.0) }, []Cell{{Text: "2021/3/5", Raw: "44260", Kind: KindDate, Date: Date{2021, 3, 5, 0}}}},
		{"truth", func(b *biff) { b.add(biffBoolErr, 0, 0, 0, []byte{1, 0}) }, []Cell{{Text: "TRUE", Kind: KindBool}}},
		{"error", func(b *biff) { b.add(biffBoolErr, 0, 0, 0, []byte{0x17, 1}) }, []Cell{{Text: "#REF!", Kind: KindError}}},
		{"formula of a number", func(b *biff) { b.add(biffFormula, 0, 0, 0, 7.0) }, []Cell{{Text: "7", Raw: "7", Kind: KindNumber, Formula: true}}},
		{"formula of a text", func(b *biff) {
			b.add(biffFormula, 0, 0, 0, text).add(biffString, units("王小明"), wideText("王小明"))
		}, []Cell{{Text: "王小明", Kind: KindText, Formula: true}}},
		{"formula of a truth", func(b *biff) { b.add(biffFormula, 0, 0, 0, []byte{1, 0, 1, 0, 0, 0, 0xff, 0xff}) }, []Cell{{Text: "TRUE", Kind: KindBool, Formula: true}}},
		{"formula of an error", func(b *biff) { b.add(biffFormula, 0, 0, 0, []byte{2, 0, 0x2a, 0, 0, 0, 0xff, 0xff}) }, []Cell{{Text: "#N/A", Kind: KindError, Formula: true}}},
		{"chart in the sheet", func(b *biff) {
			b.add(biffBOF, biffVersion8, 0x20).add(biffNumber, 5, 5, 0, 1.0).add(biffEOF).add(biffNumber, 0, 0, 0, 3.0)
		}, []Cell{{Text: "3", Raw: "3", Kind: KindNumber}}},
		{"shared text over the border of a record", func(b *biff) { b.add(biffLabelSST, 0, 0, 0, uint32(1)) }, []Cell{{Text: "歐陽靜宜abc", Kind: KindText}}},
		{"shared text out of range", func(b *biff) { b.add(biffLabelSST, 0, 0, 0, uint32(9)).add(biffNumber, 0, 1, 0, 1.0) },
			[]Cell{{}, {Text: "1", Raw: "1", Kind: KindNumber}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := readStream(xlsOf(tt.add, biffGlobals))
			if err != nil {
				t.Fatal(err)
			}
			if got := f.Tables[0].Rows[0].Cells; !slices.Equal(got, tt.want) {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

// biffGlobals has three styles (general, ten digits, date) and two shared texts, the second cut by a CONTINUE in which one-byte
// characters follow.
func biffGlobals(b *biff) {
	b.add(biffFormat, 164, units("0000000000"), wideText("0000000000"))
	b.add(biffXF, 0, 0).add(biffXF, 0, 164).add(biffXF, 0, 14)
	first := append([]byte{2, 0}, wideText("王明")...)
	second := append([]byte{7, 0}, wideText("歐陽靜宜")...)
	b.add(biffStrings, uint32(2), uint32(2), first, second)
	b.add(biffContinue, []byte("\x00abc"))
}

func TestBIFFRefusals(t *testing.T) {
	whole := xlsOf(func(b *biff) { b.add(biffNumber, 0, 0, 0, 1.0) }, nil)
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"Excel 5", (&biff{}).add(biffBOF, 0x0500, 5).add(biffEOF).data, CodeOldExcel},
		{"locked", xlsOf(func(*biff) {}, func(b *biff) { b.add(biffFilePass, 1, 1) }), CodeEncryptedOffice},
		{"cut in the globals", whole[:10], CodeTruncated},
		{"cut in the sheet", whole[:len(whole)-6], CodeTruncated},
		{"cut before the end of the sheet", whole[:len(whole)-4], CodeTruncated},
		{"no workbook", []byte("hello world"), CodeDamaged},
		{"no sheets", (&biff{}).add(biffBOF, biffVersion8, 5).add(biffEOF).data, CodeDamaged},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := readStream(tt.data); errorCode(err) != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestBIFFDates1904(t *testing.T) {
	f, err := readStream(xlsOf(func(b *biff) { b.add(biffNumber, 0, 0, 2, 42798.0) }, func(b *biff) {
		b.add(biffDate1904, 1)
		biffGlobals(b)
	}))
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Tables[0].Rows[0].Cells[0].Date; got != (Date{2021, 3, 5, 0}) {
		t.Errorf("got %v", got)
	}
}

func TestBIFFHidden(t *testing.T) {
	f, err := readStream(xlsOf(func(b *biff) {
		b.add(biffColInfo, 1, 1, 100, 0, 1)
		b.add(biffRow, 0, 0, 2, 255, 0, 0, uint32(0x20))
		b.add(biffLabel, label(0, 0, "a")...).add(biffLabel, label(0, 1, "b")...).add(biffLabel, label(1, 0, "c")...)
	}, nil))
	if err != nil {
		t.Fatal(err)
	}
	table := f.Tables[0]
	if !table.Rows[0].Hidden || table.Rows[1].Hidden || !table.Columns[1].Hidden || table.Columns[0].Hidden {
		t.Errorf("rows %v, columns %v", table.Rows, table.Columns)
	}
}

// FuzzXLS mutates the Workbook stream without its container.
func FuzzXLS(f *testing.F) {
	f.Add(xlsOf(func(b *biff) { b.add(biffLabelSST, 0, 0, 0, uint32(1)).add(biffMulRK, 0, 0, 0, uint32(6), 1) }, biffGlobals))
	f.Add((&biff{}).add(biffBOF, biffVersion8, 5).add(biffStrings, uint32(1), uint32(1<<30)).add(biffEOF).data)
	f.Fuzz(func(t *testing.T, data []byte) {
		if file, err := readStream(data); err != nil && errorCode(err) == "" {
			t.Errorf("untyped error %v in %v", err, file)
		}
	})
}

// FuzzFile reads whatever bytes as a file.
func FuzzFile(f *testing.F) {
	f.Add([]byte(strings.Repeat("姓名,電話\n", 3)))
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xff\xfea\x00,\x00b\x00"))
	f.Fuzz(checkRead)
}
