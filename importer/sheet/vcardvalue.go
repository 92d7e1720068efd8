package sheet

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode/utf8"
)

// rawProp is a property whose value is still the bytes of the file.
type rawProp struct {
	group  string
	name   string
	params []Param
	value  []byte
	line   int
}

func utf8Valid(b []byte) bool { return utf8.Valid(b) }

// parseProp parses [group.]NAME[;params]:value. The names of properties have no blanks, but for X- ones of some programs.
func parseProp(line []byte) (rawProp, bool) {
	colon := valueColon(line)
	if colon < 1 {
		return rawProp{}, false
	}
	head := string(line[:colon])
	parts := splitOutside(head, ';')
	p := rawProp{value: line[colon+1:]}
	p.name = strings.ToUpper(strings.TrimSpace(parts[0]))
	if at := strings.LastIndexByte(p.name, '.'); at >= 0 {
		p.group, p.name = strings.ToLower(p.name[:at]), p.name[at+1:]
	}
	if !propName(p.name) {
		return rawProp{}, false
	}
	for _, part := range parts[1:] {
		p.addParam(part)
	}
	return p, true
}

// valueColon is the first colon outside of quotation marks; the first at all when the marks do not pair.
func valueColon(line []byte) int {
	quoted := false
	for i, c := range line {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ':' && !quoted:
			return i
		}
	}
	return bytes.IndexByte(line, ':')
}

func propName(name string) bool {
	for i := range len(name) {
		c := name[i]
		if !(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == ' ' && strings.HasPrefix(name, "X-")) {
			return false
		}
	}
	return name != "" && len(name) <= 80
}

// splitOutside divides at the separator outside of quotation marks.
func splitOutside(s string, separator byte) []string {
	var parts []string
	start, quoted := 0, false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == separator && !quoted:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

var caretEscapes = strings.NewReplacer("^n", "\n", "^^", "^", "^'", `"`)

// addParam parses a parameter. In 2.1 values stand alone: TEL;CELL, NOTE;QUOTED-PRINTABLE.
func (p *rawProp) addParam(part string) {
	name, value, ok := strings.Cut(part, "=")
	name = strings.ToUpper(strings.TrimSpace(name))
	if !ok {
		name, value = "TYPE", name
		switch value {
		case "QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B":
			name = "ENCODING"
		case "":
			return
		}
	}
	param := Param{Name: name}
	for _, v := range splitOutside(value, ',') {
		v = caretEscapes.Replace(strings.Trim(strings.TrimSpace(v), `"`))
		if name == "TYPE" {
			param.Values = append(param.Values, strings.Split(v, ",")...)
			continue
		}
		param.Values = append(param.Values, v)
	}
	p.params = append(p.params, param)
}

// param is the first value of the parameter, "" without one.
func (p *rawProp) param(name string) string {
	for _, param := range p.params {
		if param.Name == name && len(param.Values) > 0 {
			return param.Values[0]
		}
	}
	return ""
}

func (p *rawProp) quotedPrintable() bool {
	return strings.EqualFold(p.param("ENCODING"), "QUOTED-PRINTABLE")
}

func (p *rawProp) base64() bool {
	encoding := strings.ToUpper(p.param("ENCODING"))
	return encoding == "BASE64" || encoding == "B"
}

// binary says whether the value is a picture, a sound or a key and not text.
func (p *rawProp) binary() bool {
	return p.base64() || bytes.HasPrefix(bytes.TrimSpace(p.value), []byte("data:"))
}

// bytes is the value without its transfer encoding.
func (p *rawProp) bytes() []byte {
	if p.quotedPrintable() {
		return unquotePrintable(p.value)
	}
	return p.value
}

// unquotePrintable resolves =E7 escapes; what is no escape stays.
func unquotePrintable(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] == '=' && i+2 < len(b) && hex(b[i+1]) >= 0 && hex(b[i+2]) >= 0 {
			out = append(out, byte(hex(b[i+1])<<4|hex(b[i+2])))
			i += 2
			continue
		}
		out = append(out, b[i])
	}
	return out
}

func hex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// maxData bounds a picture.
const maxData = 16 << 20

// decode makes the property readable. charset is for values that name none and are not UTF-8.
func (p *rawProp) decode(version, charset string) (Prop, []Note) {
	prop := Prop{Group: p.group, Name: p.name, Params: p.params, Line: p.line}
	if p.binary() {
		data, ok := p.data()
		if !ok {
			return prop, []Note{{Code: NoteDataUnreadable, Row: p.line, Values: map[string]any{"name": p.name}}}
		}
		prop.Data = data
		return prop, nil
	}
	text, notes := p.text(charset)
	old := strings.HasPrefix(version, "2")
	prop.Text = unescapeCard(text)
	prop.Parts = cardParts(text, old)
	return prop, notes
}

// data decodes a binary value.
func (p *rawProp) data() ([]byte, bool) {
	value := bytes.TrimSpace(p.value)
	if bytes.HasPrefix(value, []byte("data:")) {
		_, encoded, ok := bytes.Cut(value, []byte(";base64,"))
		if !ok {
			return nil, false
		}
		value = encoded
	}
	if len(value) > maxData {
		return nil, false
	}
	clean := make([]byte, 0, len(value))
	for _, c := range value {
		if c > ' ' && c != '=' {
			clean = append(clean, c)
		}
	}
	data := make([]byte, base64.RawStdEncoding.DecodedLen(len(clean)))
	n, err := base64.RawStdEncoding.Decode(data, clean)
	return data[:n], err == nil && n > 0
}

// text is the value in UTF-8, by its CHARSET, else as UTF-8, else by charset.
func (p *rawProp) text(charset string) (string, []Note) {
	value := p.bytes()
	var notes []Note
	if named := p.param("CHARSET"); named != "" {
		if _, err := encodingByName(named); err == nil {
			if text, ok := convert(value, named); ok || charset == "" || utf8.Valid(value) {
				return p.brokenBytes(plainLines(text), value, ok, notes)
			}
		} else {
			notes = append(notes, Note{Code: NoteUnknownCharset, Row: p.line, Values: map[string]any{"charset": named}})
		}
	}
	if utf8.Valid(value) || charset == "" {
		return p.brokenBytes(plainLines(strings.ToValidUTF8(string(value), "\ufffd")), value, utf8.Valid(value), notes)
	}
	text, ok := convert(value, charset)
	return p.brokenBytes(plainLines(text), value, ok, notes)
}

// brokenBytes adds a note when bytes were no characters.
func (p *rawProp) brokenBytes(text string, value []byte, ok bool, notes []Note) (string, []Note) {
	if !ok && !bytes.Contains(value, []byte("\ufffd")) {
		count := strings.Count(text, "\ufffd")
		notes = append(notes, Note{Code: NoteBrokenBytes, Row: p.line, Values: map[string]any{"count": count}})
	}
	return text, notes
}

// unescapeCard resolves backslashes: \n, and \; \, \: \\ as the character itself. Any other backslash stays.
func unescapeCard(s string) string {
	if !strings.Contains(s, `\`) {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		switch next := s[i+1]; next {
		case 'n', 'N':
			b.WriteByte('\n')
			i++
		case ';', ',', ':', '\\':
			b.WriteByte(next)
			i++
		default:
			b.WriteByte('\\')
		}
	}
	return strings.TrimSpace(b.String())
}

// cardParts divides the value into components and lists. In 2.1 a comma is a comma.
func cardParts(s string, old bool) [][]string {
	var parts [][]string
	for _, component := range splitEscaped(s, ';') {
		if old {
			parts = append(parts, []string{unescapeCard(component)})
			continue
		}
		var list []string
		for _, item := range splitEscaped(component, ',') {
			list = append(list, unescapeCard(item))
		}
		parts = append(parts, list)
	}
	return parts
}

// maxValueParts of a value and items of a list are told apart; what follows stays in the last one.
const maxValueParts = 256

// splitEscaped divides at separators that have no backslash before them.
func splitEscaped(s string, separator byte) []string {
	if strings.IndexByte(s, separator) < 0 {
		return []string{s}
	}
	var parts []string
	start := 0
	for i := 0; i < len(s) && len(parts) < maxValueParts-1; i++ {
		switch s[i] {
		case '\\':
			i++
		case separator:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}
