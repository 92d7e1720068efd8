package sheet

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// decoded is a text file in UTF-8.
type decoded struct {
	text     string
	encoding string
	others   []string // further encodings it may be in, best first
	notes    []Note
}

// sampleSize is how much of a file is judged to find its encoding and separator.
const sampleSize = 64 << 10

// decodeText turns the bytes of a text file into UTF-8, in the encoding asked for or the most likely one.
func decodeText(data []byte, asked string) (decoded, error) {
	if asked != "" {
		return decodeAs(data, asked)
	}
	if name, skip := byteOrderMark(data); name != "" {
		return decodeNamed(data[skip:], name), nil
	}
	if name := utf16WithoutMark(data); name != "" {
		return decodeNamed(data, name), nil
	}
	if bytes.Contains(data, []byte("\x1b$")) && isASCII(data) {
		return decodeNamed(data, "iso-2022-jp"), nil
	}
	if utf8.Valid(data) {
		return decodeNamed(data, "utf-8"), nil
	}
	if mostlyUTF8(data) {
		return decodeMixed(data), nil
	}
	return decodeGuessed(data), nil
}

// decodeAs decodes in the encoding the user asked for.
func decodeAs(data []byte, asked string) (decoded, error) {
	if _, err := encodingByName(asked); err != nil {
		return decoded{}, err
	}
	if name, skip := byteOrderMark(data); strings.HasPrefix(name, "utf") && strings.HasPrefix(strings.ToLower(asked), "utf") {
		return decodeNamed(data[skip:], name), nil
	}
	return decodeNamed(data, asked), nil
}

// encodingByName finds an encoding by any of the labels of the WHATWG standard, or by the names Windows and old programs use.
func encodingByName(name string) (encoding.Encoding, error) {
	label := strings.ToLower(strings.Trim(name, " \"'"))
	switch label {
	case "cp950", "ms950", "big5-eten", "big-5", "chinesebig5":
		return traditionalchinese.Big5, nil
	case "cp936", "ms936", "gb-18030", "euc-cn", "gb_2312":
		return simplifiedchinese.GB18030, nil
	case "cp932", "ms932", "windows-932", "sjis", "shift-jis":
		return japanese.ShiftJIS, nil
	case "cp949", "ms949", "uhc":
		return korean.EUCKR, nil
	case "cp1252", "ansi", "latin-1", "iso8859_1":
		return charmap.Windows1252, nil
	case "ibm437", "cp437":
		return charmap.CodePage437, nil
	case "cp850", "ibm850":
		return charmap.CodePage850, nil
	case "cp852", "ibm852":
		return charmap.CodePage852, nil
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, &Error{Code: CodeUnknownEncoding, Values: map[string]any{"encoding": name}}
	}
	if canonical, _ := htmlindex.Name(enc); canonical == "replacement" {
		return nil, &Error{Code: CodeUnknownEncoding, Values: map[string]any{"encoding": name}}
	}
	return enc, nil
}

// canonicalName is the WHATWG name of the encoding.
func canonicalName(name string) string {
	enc, err := encodingByName(name)
	if err != nil {
		return strings.ToLower(name)
	}
	if canonical, err := htmlindex.Name(enc); err == nil {
		return canonical
	}
	return strings.ToLower(name)
}

// decodeNamed decodes everything in one encoding and tells what did not fit.
func decodeNamed(data []byte, name string) decoded {
	text, ok := convert(data, name)
	d := decoded{text: text, encoding: canonicalName(name)}
	if broken := strings.Count(text, "\ufffd"); broken > 0 && !ok {
		d.notes = append(d.notes, Note{Code: NoteBrokenBytes, Values: map[string]any{"count": broken}})
	}
	if private := countPrivate(data, text, d.encoding); private > 0 {
		d.notes = append(d.notes, Note{Code: NotePrivateCharacters, Values: map[string]any{"count": private}})
	}
	return d
}

// convert decodes data; ok says that all bytes were characters.
func convert(data []byte, name string) (text string, ok bool) {
	enc, err := encodingByName(name)
	if err != nil || canonicalUTF8(name) {
		return strings.ToValidUTF8(string(data), "\ufffd"), utf8.Valid(data)
	}
	if strings.HasPrefix(strings.ToLower(name), "utf-16") {
		enc = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
		if strings.HasSuffix(strings.ToLower(name), "be") {
			enc = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
		}
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd"), false
	}
	return string(out), !bytes.Contains(out, []byte("\ufffd"))
}

func canonicalUTF8(name string) bool {
	label := strings.ToLower(name)
	return label == "utf-8" || label == "utf8"
}

// byteOrderMark recognizes the marks and says how many bytes they take.
func byteOrderMark(data []byte) (name string, skip int) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return "utf-8", 3
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return "utf-16le", 2
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "utf-16be", 2
	case bytes.HasPrefix(data, []byte("\x84\x31\x95\x33")):
		return "gb18030", 4
	}
	return "", 0
}

// utf16WithoutMark recognizes UTF-16 by its zero bytes: commas, line ends and Latin letters all have one, always on the same side.
func utf16WithoutMark(data []byte) string {
	part := data[:min(len(data), 4096)&^1]
	zero := [2]int{}
	for i, b := range part {
		if b == 0 {
			zero[i&1]++
		}
	}
	few, many := min(zero[0], zero[1]), max(zero[0], zero[1])
	if many == 0 || few*8 > many || many*40 < len(part) {
		return ""
	}
	name := "utf-16be"
	if zero[1] > zero[0] {
		name = "utf-16le"
	}
	text, _ := convert(part, name)
	if strings.ContainsRune(text, 0) || controlShare(text) > 0.02 {
		return ""
	}
	return name
}

// controlShare is the share of control characters that no text has.
func controlShare(text string) float64 {
	control, all := 0, 0
	for _, r := range text {
		all++
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v' && r != 0x1b && r != 0x1a || r == utf8.RuneError || r >= 0x7f && r < 0xa0 {
			control++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(control) / float64(all)
}

func isASCII(data []byte) bool {
	for _, b := range data {
		if b >= 0x80 {
			return false
		}
	}
	return true
}

// countPrivate counts user-defined characters: private-use code points, and the Big5 codes of the user's own area (FA40 to FEFE,
// 8140 to A0FE), which the WHATWG table reads as other characters of Hong Kong.
func countPrivate(data []byte, text, name string) int {
	count := 0
	for _, r := range text {
		if r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000 {
			count++
		}
	}
	if name != "big5" {
		return count
	}
	big5Pairs(data, func(lead, _ byte) {
		if lead >= 0xfa || lead <= 0xa0 {
			count++
		}
	})
	return count
}

func big5Pairs(data []byte, pair func(lead, trail byte)) {
	for i := 0; i < len(data); i++ {
		if data[i] >= 0x81 && data[i] < 0xff && i+1 < len(data) {
			pair(data[i], data[i+1])
			i++
		}
	}
}

// mostlyUTF8 says whether at least as many lines with letters outside ASCII are valid UTF-8 as are not.
func mostlyUTF8(data []byte) bool {
	valid, invalid := 0, 0
	for line := range bytes.Lines(data) {
		switch {
		case isASCII(line):
		case utf8.Valid(line) || strayBytes(line):
			valid++
		default:
			invalid++
		}
	}
	return valid > 0 && valid >= invalid
}

// strayBytes says whether the line is UTF-8 with single broken bytes, as after a cut in the middle of a character.
func strayBytes(line []byte) bool {
	good, bad := 0, 0
	for len(line) > 0 {
		r, size := utf8.DecodeRune(line)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 2:
			good += 2
		case size > 1:
			good++
		}
		line = line[size:]
	}
	return good > bad*2
}

// decodeMixed decodes a UTF-8 file some of whose lines are in another encoding.
func decodeMixed(data []byte) decoded {
	var foreign []byte
	for line := range bytes.Lines(data) {
		if !utf8.Valid(line) && !strayBytes(line) {
			foreign = append(foreign, line...)
		}
	}
	other := ""
	if len(foreign) > 0 {
		other = rankEncodings(sample(foreign))[0].name
	}
	return decodeLines(data, other)
}

func decodeLines(data []byte, other string) decoded {
	var b strings.Builder
	b.Grow(len(data))
	mixed, broken, number := tally{}, 0, 0
	for line := range bytes.Lines(data) {
		number++
		if utf8.Valid(line) {
			b.Write(line)
			continue
		}
		if other != "" && !strayBytes(line) {
			if text, ok := convert(line, other); ok {
				b.WriteString(text)
				mixed.add(number)
				continue
			}
		}
		broken++
		b.WriteString(strings.ToValidUTF8(string(line), "\ufffd"))
	}
	d := decoded{text: b.String(), encoding: "utf-8"}
	if mixed.count > 0 {
		d.others = []string{other}
		d.notes = append(d.notes, Note{Code: NoteMixedEncodings, Row: mixed.row, Values: map[string]any{"count": mixed.count, "encoding": other}})
	}
	if broken > 0 {
		d.notes = append(d.notes, Note{Code: NoteBrokenBytes, Values: map[string]any{"count": broken}})
	}
	return d
}

// decodeGuessed decodes in the most likely of the legacy encodings. Lines that are clearly UTF-8 inside such a file stay what they are.
func decodeGuessed(data []byte) decoded {
	ranked := rankEncodings(sample(data))
	d := decodeNamed(data, ranked[0].name)
	if lines, count, row := rescueUTF8(data, ranked[0].name); count > 0 {
		d.text = lines
		d.notes = append(d.notes, Note{Code: NoteMixedEncodings, Row: row, Values: map[string]any{"count": count, "encoding": "utf-8"}})
	}
	for _, r := range ranked[1:] {
		if r.score > ranked[0].score-0.6 && len(d.others) < 4 {
			d.others = append(d.others, r.name)
		}
	}
	if ranked[1].score > ranked[0].score-0.12 && !sameFamily(ranked[0].name, ranked[1].name) {
		values := map[string]any{"encoding": d.encoding, "other": ranked[1].name}
		d.notes = append(d.notes, Note{Code: NoteEncodingDoubtful, Values: values})
	}
	return d
}

// sameFamily says whether the two differ only in rare characters, so that a doubt between them is not worth telling.
func sameFamily(a, b string) bool {
	return strings.HasPrefix(a, "windows-125") && strings.HasPrefix(b, "windows-125") && a != "windows-1251" && b != "windows-1251" &&
		a != "windows-1253" && b != "windows-1253"
}

// rescueUTF8 decodes line by line when lines of three-byte UTF-8 sequences stand in a file of another encoding.
func rescueUTF8(data []byte, name string) (text string, count, row int) {
	found := tally{}
	number := 0
	for line := range bytes.Lines(data) {
		number++
		if wideUTF8(line) {
			found.add(number)
		}
	}
	if found.count == 0 {
		return "", 0, 0
	}
	var b strings.Builder
	for line := range bytes.Lines(data) {
		if wideUTF8(line) {
			b.Write(line)
			continue
		}
		text, _ := convert(line, name)
		b.WriteString(text)
	}
	return b.String(), found.count, found.row
}

// wideUTF8 says whether the line is valid UTF-8 and holds at least two Chinese, Japanese or Korean characters.
func wideUTF8(line []byte) bool {
	if isASCII(line) || !utf8.Valid(line) {
		return false
	}
	n := 0
	for _, r := range string(line) {
		if r >= 0x3000 && r < 0xe000 {
			n++
		}
	}
	return n >= 2
}

// sample is the beginning of the file, cut at a line end.
func sample(data []byte) []byte {
	if len(data) <= sampleSize {
		return data
	}
	part := data[:sampleSize]
	if end := bytes.LastIndexAny(part, "\r\n"); end > 0 {
		return part[:end+1]
	}
	return part
}
