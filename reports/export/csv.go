package export

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/traditionalchinese"

	"regulars/store/crm"
)

// Encoding is how a text file writes its characters.
type Encoding string

// The encodings of CSV files.
const (
	UTF8  Encoding = "utf-8" // with a byte order mark, without which Excel takes it for the system's old encoding
	Big5  Encoding = "big5"  // code page 950, as Windows in Taiwan writes it; for Outlook and old programs
	HKSCS Encoding = "hkscs" // Big5 with the Hong Kong supplement
)

// ErrEncoding is returned for an encoding that is none of the above.
var ErrEncoding = errors.New("export: unknown encoding")

// ParseEncoding reads the name of an encoding as users write it: "UTF-8", "big5", "cp950", "big5-hkscs".
func ParseEncoding(name string) (Encoding, error) {
	switch strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(name)) {
	case "", "utf8", "utf8bom":
		return UTF8, nil
	case "big5", "cp950", "950", "ms950":
		return Big5, nil
	case "hkscs", "big5hkscs":
		return HKSCS, nil
	}
	return "", fmt.Errorf("%w: %q", ErrEncoding, name)
}

// Unmappable is a text with characters that the encoding lacks; each became a question mark.
type Unmappable struct {
	Contact crm.ID
	Name    string
	Column  string // header
	Runes   []rune
}

// CSV writes contacts as comma-separated values with CR LF line ends (RFC 4180), the header first. It tells which characters the encoding could not write.
func CSV(w io.Writer, contacts []crm.Contact, columns []Column, e Encoding) ([]Unmappable, error) {
	enc, err := newEncoder(e)
	if err != nil {
		return nil, err
	}
	buf := bufio.NewWriterSize(w, 64<<10)
	if e == UTF8 {
		buf.WriteString("\ufeff")
	}
	out := csv.NewWriter(buf)
	out.UseCRLF = true
	record, _ := enc.record(Headers(columns))
	if err := out.Write(record); err != nil {
		return nil, err
	}
	var lost []Unmappable
	texts := make([]string, len(columns))
	for i := range contacts {
		for j, c := range columns {
			texts[j] = Guard(c.Cell(&contacts[i]))
		}
		record, gaps := enc.record(texts)
		for j, runes := range gaps {
			lost = append(lost, Unmappable{contacts[i].ID, contacts[i].Title(), columns[j].Header, runes})
		}
		if err := out.Write(record); err != nil {
			return lost, err
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return lost, err
	}
	return lost, buf.Flush()
}

// Guard puts an apostrophe before a text that a spreadsheet would take for a formula (OWASP, CSV injection). The import takes it off again.
func Guard(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	return "'" + s
}

// encoder writes texts in an encoding. Encoded bytes are put into the CSV writer as if they were text: it looks at quotes, commas and line ends only, and none of
// these is the second byte of a Big5 character.
type encoder struct {
	utf8  bool
	codes map[rune]string
}

func newEncoder(e Encoding) (*encoder, error) {
	switch e {
	case UTF8, "":
		return &encoder{utf8: true}, nil
	case Big5:
		return &encoder{codes: big5Codes(0xf9, true)}, nil
	case HKSCS:
		return &encoder{codes: big5Codes(0xfe, false)}, nil
	}
	return nil, fmt.Errorf("%w: %q", ErrEncoding, e)
}

// record encodes the cells of a row; gaps tells by cell what could not be written.
func (e *encoder) record(texts []string) (record []string, gaps map[int][]rune) {
	if e.utf8 {
		return texts, nil
	}
	record = make([]string, len(texts))
	for i, t := range texts {
		var missing []rune
		record[i], missing = e.text(t)
		if missing != nil {
			if gaps == nil {
				gaps = map[int][]rune{}
			}
			gaps[i] = missing
		}
	}
	return record, gaps
}

func (e *encoder) text(s string) (string, []rune) {
	var out strings.Builder
	var missing []rune
	for _, r := range s {
		code, ok := e.codes[r]
		switch {
		case r < utf8.RuneSelf:
			out.WriteByte(byte(r))
		case ok:
			out.WriteString(code)
		default:
			out.WriteByte('?')
			missing = append(missing, r)
		}
	}
	return out.String(), missing
}

// big5Codes reads the code of each character off the decoder, up to a lead byte. The library's encoder prefers codes of the Hong Kong supplement for
// some everyday characters (婷, 港), which Windows does not know; here the first code wins, which is the one of the standard. Code page 950 has nothing in the
// rows C6A1 to C8FE and below A1.
func big5Codes(last byte, page950 bool) map[rune]string {
	first := byte(0x81)
	if page950 {
		first = 0xa1
	}
	codes := make(map[rune]string, 14000)
	dec := traditionalchinese.Big5.NewDecoder()
	for _, span := range [][2]byte{{0xa1, last}, {first, 0xa0}} {
		for lead := int(span[0]); lead <= int(span[1]); lead++ {
			addRow(codes, dec.String, byte(lead), page950)
		}
	}
	return codes
}

func addRow(codes map[rune]string, decode func(string) (string, error), lead byte, page950 bool) {
	for trail := 0x40; trail <= 0xfe; trail++ {
		if page950 && (lead == 0xc6 && trail > 0xa0 || lead == 0xc7 || lead == 0xc8) {
			continue
		}
		code := string([]byte{lead, byte(trail)})
		text, err := decode(code)
		if r, size := utf8.DecodeRuneInString(text); err == nil && size == len(text) && r != utf8.RuneError && r >= utf8.RuneSelf {
			if _, taken := codes[r]; !taken {
				codes[r] = code
			}
		}
	}
}
