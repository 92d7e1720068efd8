package mapping

import (
	"slices"
	"strings"
	"unicode/utf8"

	"regulars/store/crm"
)

// Targets that are no field of a contact.
const (
	Labelled = "notes.labelled" // into the notes, behind the header
	Echo     = "echo"           // says again what other columns say; a value that is new becomes a custom field
	Dull     = "dull"           // a program's own setting; a value other than its default becomes a custom field
	Display  = "display"        // a name that a program made of the others; the name where there is no other
	More     = "more"           // address.<kind>.more: continues the address to the left
)

// OwnExport is the Mapping.Preset of a table that this program wrote: its cells are taken as they are.
const OwnExport = "regulars"

// Score tells how much a row of cells looks like a header: the share of its cells that are known words for a column.
func Score(cells []string) float64 {
	d := theDictionary()
	filled, known := 0, 0
	for _, c := range cells {
		if strings.TrimSpace(c) == "" {
			continue
		}
		filled++
		if utf8.RuneCountInString(c) <= 40 && d.knows(c) {
			known++
		}
	}
	if filled == 0 {
		return 0
	}
	return float64(known) / float64(filled)
}

func (d *dictionary) knows(cell string) bool {
	if _, ok := d.labels[Fold(cell)]; ok {
		return true
	}
	return d.guessText(repaired(cell, d.letters)).field != ""
}

// Propose decides for each column of a table. noHeader says that the first row is data already.
func Propose(columns []Input, noHeader bool, remembered []crm.Mapping) Mapping {
	p := proposer{dict: theDictionary(), columns: columns, noHeader: noHeader}
	p.describe()
	p.fromHeaders()
	p.settle()
	m := Mapping{Signature: p.signature(), Preset: p.preset.name, NoHeader: noHeader, NoContacts: p.noContacts(), Columns: p.out}
	return withOwn(m, remembered)
}

// proposer holds what is known while a mapping is being made.
type proposer struct {
	dict     *dictionary
	columns  []Input
	noHeader bool
	preset   preset
	own      bool // an export of this program
	shapes   []shape
	numbers  []int // number in the header of each column
	out      []Column
}

func (p *proposer) describe() {
	seen := map[string]int{}
	for _, in := range p.columns {
		folded := Fold(in.Header)
		p.shapes = append(p.shapes, shapeOf(in.Values))
		p.out = append(p.out, Column{Header: in.Header, Nth: seen[folded], Samples: samples(in.Values)})
		seen[folded]++
	}
	p.numbers = make([]int, len(p.columns))
	p.own = p.isOwnExport()
	if !p.own {
		p.preset, _ = presetOf(p.columns)
	} else {
		p.preset.name = OwnExport
	}
}

// noContacts reports that no column is about people: none but a general "name", whose values are no names.
func (p *proposer) noContacts() bool {
	filled := 0
	for i, c := range p.out {
		if len(c.Samples) == 0 {
			continue
		}
		filled++
		switch t := TargetOf(c.Field); t.Base {
		case "phone", "email", "address", "link", "im", "position", "birthday", "name.family", "name.given", "company", "job_title", "tax_id", "salutation", "nickname", Display:
			return false
		case "name":
			if s := p.shapes[i]; !weakName(p.columns[i].Header) || s.han > 0.3 || s.latin > 0.3 || s.company > 0.3 {
				return false
			}
		}
	}
	return filled > 1
}

// samples are the first few different values.
func samples(values []string) []string {
	var out []string
	for _, v := range values {
		if len(out) == 5 {
			break
		}
		if len(out) == 0 || out[len(out)-1] != v {
			out = append(out, v)
		}
	}
	return out
}

func (p *proposer) signature() string {
	headers := make([]string, len(p.columns))
	for i, c := range p.columns {
		headers[i] = c.Header
	}
	return Signature(headers)
}

// isOwnExport reports that this program wrote the table: it begins with the kind and the name, divides the names of people, and most of its
// headers are our labels. Labels alone prove nothing, since lists made by hand are headed 姓名, 手機 and 備註 as well.
func (p *proposer) isOwnExport() bool {
	if !p.headedByKind() {
		return false
	}
	known, filled, divided := 0, 0, false
	for _, c := range p.columns {
		if c.Header == "" {
			continue
		}
		filled++
		base, _ := withoutNumber(Fold(c.Header))
		field := firstOf(p.dict.labels[Fold(c.Header)], p.dict.labels[base])
		divided = divided || field == "name.family" || field == "name.given"
		if field != "" {
			known++
		}
	}
	return known*2 >= filled && (divided || p.companiesOnly())
}

// headedByKind reports that the first two columns are the kind and the name, as in our exports.
func (p *proposer) headedByKind() bool {
	return len(p.columns) > 1 && p.dict.labels[Fold(p.columns[0].Header)] == "kind" && p.shapes[0].kind > 0.9 && p.dict.labels[Fold(p.columns[1].Header)] == "name"
}

// companiesOnly reports that the kind in the first column is company throughout.
func (p *proposer) companiesOnly() bool {
	return !slices.ContainsFunc(p.columns[0].Values, func(v string) bool { return KindOf(v) != string(crm.Company) })
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// fromHeaders asks the headers, one by one.
func (p *proposer) fromHeaders() {
	for i, in := range p.columns {
		c := &p.out[i]
		switch {
		case isSensitive(in.Header):
			c.State, c.Reason, c.Confidence = LeftOut, Sensitive, 1
		case in.Header == "" || p.noHeader:
		case p.own:
			p.set(i, p.ownField(i), 1, ByPreset)
		case p.dict.reasons[Fold(in.Header)]:
			c.State, c.Reason, c.Confidence = LeftOut, Redundant, 1
		case p.set(i, p.presetField(i), 1, ByPreset):
		case p.dict.dull[Fold(in.Header)]:
			p.set(i, Dull, 1, Redundant)
		default:
			p.guessColumn(i)
		}
	}
}

// ownField reads a header of our own exports: the name of a field, with a number from the second column on. Any other header is the name of a
// user-defined field.
func (p *proposer) ownField(i int) string {
	folded := Fold(p.columns[i].Header)
	if f := p.dict.labels[folded]; f != "" {
		return f
	}
	base, n := withoutNumber(folded)
	field := p.dict.labels[base]
	t := TargetOf(field)
	switch {
	case field == "" || n < 2:
		return crm.CustomPrefix + p.columns[i].Header
	case t.Base != "address":
		return field
	}
	return strings.TrimSuffix("address."+t.Kind+"."+itoa(n)+"."+t.Part, ".")
}

func (p *proposer) guessColumn(i int) {
	g := p.dict.guessHeader(p.columns[i])
	if strings.Contains(p.columns[i].Header, "#") && g.field == "name" {
		g.field = "external_id"
	}
	p.numbers[i] = g.n
	p.set(i, g.field, g.sure, ByHeader)
}

// set sends a column to a field, and reports whether there is one.
func (p *proposer) set(i int, field string, sure float64, why Reason) bool {
	if field == "" {
		return false
	}
	c := &p.out[i]
	c.Field, c.Confidence, c.Reason = field, sure, why
	if field == "-" {
		c.Field, c.Reason = Dull, Redundant
	}
	return true
}

func (p *proposer) presetField(i int) string {
	folded := Fold(p.columns[i].Header)
	if nth := p.out[i].Nth; nth > 0 {
		if f := p.preset.words[folded+"#"+itoa(nth+1)]; f != "" {
			return f
		}
	}
	return p.preset.words[folded]
}

// withOwn lets the user's own mapping of the same headers go before everything else.
func withOwn(m Mapping, remembered []crm.Mapping) Mapping {
	for _, r := range remembered {
		if r.Signature != m.Signature || m.NoHeader {
			continue
		}
		m.Own = r.Name
		for i := range m.Columns {
			takeOwn(&m.Columns[i], r.Columns)
		}
		break
	}
	return m
}

func takeOwn(c *Column, own []crm.MappingColumn) {
	for _, o := range own {
		if Fold(o.Header) != Fold(c.Header) || o.Nth != c.Nth {
			continue
		}
		c.Field, c.Confidence, c.Reason, c.State = o.Field, 1, ByOwn, Certain
		if o.Field == "" {
			c.State = LeftOut
		}
	}
}

// Use applies a mapping that the user names, whatever the signature: columns are found by their headers, and those that it does not know
// stay as they are proposed.
func (m Mapping) Use(own crm.Mapping) Mapping {
	m.Columns = append([]Column(nil), m.Columns...)
	for i := range m.Columns {
		takeOwn(&m.Columns[i], own.Columns)
	}
	m.Own = own.Name
	return m
}
