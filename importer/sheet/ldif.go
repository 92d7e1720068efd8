package sheet

import (
	"bytes"
	"encoding/base64"
	"regexp"
	"strings"
	"unicode/utf8"
)

var ldifLine = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9.-]*(;[A-Za-z0-9;.-]+)*:[:<]?($| )`)

// ldifWords are attributes of people's entries; one of them must occur, so that no list of "Key: value" lines is mistaken.
var ldifWords = regexp.MustCompile(`(?im)^(dn|objectclass|cn|givenname|sn|mail|telephonenumber)::? `)

// looksLikeLDIF says whether the lines at the beginning are attributes and values.
func looksLikeLDIF(text string) bool {
	lines, fitting := 0, 0
	head := sampleText(text)
	for line := range strings.Lines(head[:min(len(head), sniffSize)]) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == ' ' || line[0] == '#' || line == "-" {
			continue
		}
		lines++
		if ldifLine.MatchString(line) {
			fitting++
		}
	}
	return lines > 1 && fitting*10 >= lines*9 && ldifWords.MatchString(head)
}

// ldifReader reads LDIF content records: RFC 2849.
type ldifReader struct {
	budget  *budget
	lines   *lines
	records []Record
	notes   []Note
}

func readLDIF(d decoded, b *budget) (*File, error) {
	r := &ldifReader{budget: b, lines: newLines([]byte(d.text))}
	for r.lines.more() {
		if err := r.record(); err != nil {
			return nil, err
		}
		if err := b.tick(r.lines.share()); err != nil {
			return nil, err
		}
	}
	return &File{
		Format: FormatLDIF, Encoding: d.encoding, Encodings: d.others, Main: -1,
		Records: r.records, Notes: append(d.notes, r.notes...),
	}, nil
}

// record reads lines up to an empty one. The version line is no record.
func (r *ldifReader) record() error {
	record := Record{Number: len(r.records) + 1, Line: r.lines.number}
	for r.lines.more() && len(r.lines.peek()) > 0 {
		line := r.lines.number
		text := r.unfolded()
		if strings.HasPrefix(text, "#") || text == "-" {
			continue
		}
		prop, ok := r.attribute(text, line)
		if !ok {
			r.note(NoteLineIgnored, line, map[string]any{"text": strings.ToValidUTF8(shorten(text[:min(len(text), 240)], 60), "")})
			continue
		}
		if prop.Name == "version" && len(r.records) == 0 && len(record.Props) == 0 {
			continue
		}
		record.Props = append(record.Props, prop)
		if err := r.budget.takeCells(propCells); err != nil {
			return err
		}
	}
	if r.lines.more() {
		r.lines.take()
	}
	if len(record.Props) == 0 {
		return nil
	}
	if len(r.records) >= r.budget.limits.Records {
		return &Error{Code: CodeTooManyRecords, Values: map[string]any{"limit": r.budget.limits.Records}}
	}
	r.records = append(r.records, record)
	return nil
}

func (r *ldifReader) note(code string, line int, values map[string]any) {
	if len(r.notes) < maxNotes {
		r.notes = append(r.notes, Note{Code: code, Row: line, Values: values})
	}
}

// unfolded takes a line and those folded behind it, which begin with one blank.
func (r *ldifReader) unfolded() string {
	line := r.lines.take()
	if !r.lines.more() || !bytes.HasPrefix(r.lines.peek(), []byte(" ")) {
		return string(line)
	}
	line = bytes.Clone(line)
	for r.lines.more() && bytes.HasPrefix(r.lines.peek(), []byte(" ")) {
		line = append(line, r.lines.take()[1:]...)
	}
	return string(line)
}

// attribute parses "name: value", "name:: base64" and "name:< url"; of the latter only the address is kept.
func (r *ldifReader) attribute(text string, line int) (Prop, bool) {
	description, value, ok := strings.Cut(text, ":")
	if !ok || description == "" || strings.ContainsAny(description, " \t") {
		return Prop{}, false
	}
	options := strings.Split(description, ";")
	prop := Prop{Name: strings.ToLower(options[0]), Line: line}
	for _, option := range options[1:] {
		prop.Params = append(prop.Params, Param{Name: strings.ToUpper(option)})
	}
	if encoded, ok := strings.CutPrefix(value, ":"); ok {
		r.decode(&prop, encoded)
		return prop, true
	}
	prop.Text = strings.TrimSpace(strings.TrimPrefix(value, "<"))
	return prop, true
}

// decode sets a base64 value: text when it is UTF-8, data otherwise.
func (r *ldifReader) decode(prop *Prop, encoded string) {
	clean := strings.TrimRight(strings.Join(strings.Fields(encoded), ""), "=")
	data, err := base64.RawStdEncoding.DecodeString(clean)
	switch {
	case err != nil:
		r.note(NoteDataUnreadable, prop.Line, map[string]any{"name": prop.Name})
		prop.Text = strings.TrimSpace(encoded)
	case utf8.Valid(data):
		prop.Text = strings.TrimSpace(plainLines(string(data)))
	default:
		prop.Data = data
	}
}
