package sheet

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// looksLikeVCard says whether a line near the beginning is BEGIN:VCARD.
func looksLikeVCard(data []byte) bool {
	for l := newLines(data[:min(len(data), sniffSize)]); l.more(); {
		line := bytes.TrimSpace(bytes.TrimPrefix(l.take(), []byte("\ufeff")))
		if len(line) == len("BEGIN:VCARD") && bytes.EqualFold(line, []byte("BEGIN:VCARD")) {
			return true
		}
	}
	return false
}

// cardReader reads vCards: version 2.1 (versit 1996), 3.0 (RFC 2425, 2426) and 4.0 (RFC 6350), in one file if need be.
//
// The lines are unfolded as bytes and each value is decoded by itself, because a fold may stand inside a character, and because cards
// of 2.1 name the character set of each property.
type cardReader struct {
	budget  *budget
	lines   *lines
	charset string // for values that name no character set and are not UTF-8
	records []Record
	open    []int // indices of the cards that are open, outermost first
	notes   []Note
	told    int // remarks on properties
}

func readVCards(data []byte, o Options, b *budget) (*File, error) {
	name, skip := byteOrderMark(data)
	r := &cardReader{budget: b, lines: newLines(data[skip:])}
	f := &File{Format: FormatVCard, Encoding: "utf-8", Main: -1}
	if o.Encoding != "" {
		if _, err := encodingByName(o.Encoding); err != nil {
			return nil, err
		}
		r.charset, f.Encoding = o.Encoding, canonicalName(o.Encoding)
	} else if name == "" && (!utf8.Valid(data) || hasQuotedPrintable(data)) {
		r.guessCharset(f)
		r.lines = newLines(data[skip:])
	}
	if err := r.read(); err != nil {
		return nil, err
	}
	f.Records, f.Notes = r.records, append(f.Notes, r.notes...)
	return f, nil
}

// hasQuotedPrintable says whether some property may be in quoted-printable, in the spellings programs use.
func hasQuotedPrintable(data []byte) bool {
	return bytes.Contains(data, []byte("QUOTED-PRINTABLE")) || bytes.Contains(data, []byte("quoted-printable")) ||
		bytes.Contains(data, []byte("Quoted-Printable"))
}

// guessCharset finds the encoding of the values that are not UTF-8 and name no character set, raw or in quoted-printable.
func (r *cardReader) guessCharset(f *File) {
	var foreign []byte
	for r.lines.more() && len(foreign) < sampleSize {
		p, ok := r.property()
		if !ok || p.binary() || p.param("CHARSET") != "" {
			continue
		}
		if value := p.bytes(); !utf8Valid(value) {
			foreign = append(append(foreign, value...), '\n')
		}
	}
	r.notes = nil
	if len(foreign) == 0 {
		return
	}
	ranked := rankEncodings(foreign)
	r.charset = ranked[0].name
	f.Encoding = canonicalName(r.charset)
	f.Encodings = []string{ranked[1].name, ranked[2].name}
	values := map[string]any{"encoding": f.Encoding, "other": ranked[1].name}
	f.Notes = append(f.Notes, Note{Code: NoteEncodingDoubtful, Values: values})
}

// read goes through all lines. Properties outside of cards are not kept.
func (r *cardReader) read() error {
	for r.lines.more() {
		p, ok := r.property()
		if err := r.budget.tick(r.lines.share()); err != nil {
			return err
		}
		if !ok {
			continue
		}
		if err := r.use(p); err != nil {
			return err
		}
	}
	r.finish()
	return nil
}

// use puts the property where it belongs.
func (r *cardReader) use(p rawProp) error {
	if (p.name == "BEGIN" || p.name == "END") && strings.EqualFold(strings.TrimSpace(string(p.value)), "VCARD") {
		return r.mark(p)
	}
	if len(r.open) == 0 {
		return nil
	}
	card := &r.records[r.open[len(r.open)-1]]
	if p.name == "VERSION" && card.Version == "" {
		card.Version = strings.TrimSpace(string(p.value))
	}
	prop, notes := p.decode(card.Version, r.charset)
	card.Props = append(card.Props, prop)
	if r.told += len(notes); r.told <= maxNotes {
		card.Notes = append(card.Notes, notes...)
	}
	return r.budget.takeCells(propCells + len(prop.Parts))
}

// mark begins or ends a card.
func (r *cardReader) mark(p rawProp) error {
	if p.name == "BEGIN" {
		return r.begin(p.line)
	}
	if len(r.open) > 0 {
		r.open = r.open[:len(r.open)-1]
	}
	return nil
}

// propCells is what a property costs of the budget of cells, by the memory it takes.
const propCells = 4

func (r *cardReader) begin(line int) error {
	if len(r.records) >= r.budget.limits.Records {
		return &Error{Code: CodeTooManyRecords, Values: map[string]any{"limit": r.budget.limits.Records}}
	}
	record := Record{Number: len(r.records) + 1, Line: line}
	if len(r.open) > 0 {
		record.Parent = r.records[r.open[len(r.open)-1]].Number
	}
	r.open = append(r.open, len(r.records))
	r.records = append(r.records, record)
	return nil
}

// finish deals with cards that were never closed: they hold no others, the next one has only begun too early.
func (r *cardReader) finish() {
	unfinished := map[int]bool{}
	for _, i := range r.open {
		unfinished[r.records[i].Number] = true
		r.records[i].Notes = append(r.records[i].Notes, Note{Code: NoteCardUnfinished, Row: r.records[i].Line})
	}
	for i := range r.records {
		card := &r.records[i]
		if unfinished[card.Parent] {
			card.Parent = 0
		}
		if card.Parent != 0 {
			card.Notes = append(card.Notes, Note{Code: NoteNestedCard, Row: card.Line})
		}
		r.notes = append(r.notes, card.Notes...)
	}
}

// property reads the next property with its continuation lines; false for a line that is none.
func (r *cardReader) property() (rawProp, bool) {
	first := r.lines.number
	line := r.unfolded()
	if len(bytes.TrimSpace(line)) == 0 {
		return rawProp{}, false
	}
	p, ok := parseProp(line)
	if !ok {
		r.ignored(line, first)
		return rawProp{}, false
	}
	p.line = first
	switch {
	case p.quotedPrintable():
		r.softBreaks(&p)
	case p.base64():
		r.base64Lines(&p)
	default:
		r.looseLines(&p)
	}
	return p, true
}

// maxNotes bounds the remarks on single lines and properties.
const maxNotes = 1000

func (r *cardReader) ignored(line []byte, number int) {
	if len(r.notes) >= maxNotes {
		return
	}
	text := shorten(string(bytes.ToValidUTF8(line[:min(len(line), 240)], []byte("?"))), 60)
	r.notes = append(r.notes, Note{Code: NoteLineIgnored, Row: number, Values: map[string]any{"text": text}})
}

// unfolded takes a line and those folded behind it, which begin with a blank. The result does not share memory when it is joined.
func (r *cardReader) unfolded() []byte {
	line := r.lines.take()
	joined := false
	for r.lines.more() && folded(r.lines.peek()) {
		if !joined {
			line, joined = bytes.Clone(line), true
		}
		line = append(line, r.lines.take()[1:]...)
	}
	return line
}

// folded says whether the line continues the one before. A line of blanks only is an empty line.
func folded(line []byte) bool {
	return len(line) > 1 && (line[0] == ' ' || line[0] == '\t') && len(bytes.TrimSpace(line)) > 0
}

// softBreaks joins the lines of a quoted-printable value: "=" at the end of a line, be it the middle of an escape.
func (r *cardReader) softBreaks(p *rawProp) {
	joined := false
	for bytes.HasSuffix(bytes.TrimRight(p.value, " \t"), []byte("=")) && r.lines.more() && !r.atMarker() {
		if !joined {
			p.value, joined = bytes.Clone(p.value), true
		}
		p.value = append(bytes.TrimSuffix(bytes.TrimRight(p.value, " \t"), []byte("=")), r.unfolded()...)
	}
}

// atMarker says whether the next line begins or ends a card, whatever was to come.
func (r *cardReader) atMarker() bool {
	line := bytes.ToUpper(bytes.TrimSpace(r.lines.peek()))
	return bytes.Equal(line, []byte("END:VCARD")) || bytes.Equal(line, []byte("BEGIN:VCARD"))
}

// base64Lines joins the lines of a picture that are not folded as they should be.
func (r *cardReader) base64Lines(p *rawProp) {
	joined := false
	for r.lines.more() {
		line := bytes.TrimSpace(r.lines.peek())
		if len(line) == 0 || bytes.IndexByte(line, ':') >= 0 || !base64Only(line) {
			return
		}
		if !joined {
			p.value, joined = bytes.Clone(p.value), true
		}
		p.value = append(p.value, line...)
		r.lines.take()
	}
}

func base64Only(line []byte) bool {
	for _, c := range line {
		if !(c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=') {
			return false
		}
	}
	return true
}

// looseLines joins lines that are no properties to the one before: text broken without folding, or with a backslash at the end of the
// line.
func (r *cardReader) looseLines(p *rawProp) {
	joined := false
	for r.lines.more() && len(p.value) < maxXMLText && len(bytes.TrimSpace(r.lines.peek())) > 0 {
		if _, ok := parseProp(r.lines.peek()); ok {
			return
		}
		if !joined {
			p.value, joined = bytes.Clone(p.value), true
		}
		p.value = append(append(bytes.TrimSuffix(p.value, []byte(`\`)), '\n'), r.unfolded()...)
	}
}
