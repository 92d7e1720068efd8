package search

import (
	"bytes"
	"slices"
	"strings"

	"regulars/store/crm"
)

// test decides about contacts. match gives the rank of a match, see ranks. candidates proposes excerpts by the index, sorted: every excerpt
// that matches is among them. all is set where the index is of no help.
type test interface {
	match(v *view) (rank uint8, ok bool)
	candidates(p *postings) (list []uint32, all bool)
}

// compile makes a test of a tree in canonical form.
func compile(n Node, today crm.Date) test {
	switch n := n.(type) {
	case And:
		return andTest(compileAll(n, today))
	case Or:
		return orTest(compileAll(n, today))
	case Not:
		return notTest{compile(n.Part, today)}
	case Word:
		return newWordTest(n)
	case Condition:
		return newConditionTest(n, today)
	}
	return andTest{}
}

func compileAll(parts []Node, today crm.Date) []test {
	out := make([]test, len(parts))
	for i, p := range parts {
		out[i] = compile(p, today)
	}
	return out
}

type andTest []test

func (t andTest) match(v *view) (uint8, bool) {
	sum := uint8(0)
	for _, part := range t {
		rank, ok := part.match(v)
		if !ok {
			return 0, false
		}
		sum = min(sum+rank, ranks-1)
	}
	return sum, true
}

func (t andTest) candidates(p *postings) ([]uint32, bool) {
	var best []uint32
	all := true
	for _, part := range t {
		list, every := part.candidates(p)
		if !every && (all || len(list) < len(best)) {
			best, all = list, false
		}
	}
	return best, all
}

type orTest []test

func (t orTest) match(v *view) (uint8, bool) {
	best, found := uint8(0), false
	for _, part := range t {
		if rank, ok := part.match(v); ok && (!found || rank < best) {
			best, found = rank, true
		}
	}
	return best, found
}

func (t orTest) candidates(p *postings) ([]uint32, bool) {
	var out []uint32
	for _, part := range t {
		list, all := part.candidates(p)
		if all {
			return nil, true
		}
		out = append(out, list...)
	}
	slices.Sort(out)
	return slices.Compact(out), false
}

type notTest struct{ part test }

func (t notTest) match(v *view) (uint8, bool) {
	_, ok := t.part.match(v)
	return 0, !ok
}

func (t notTest) candidates(*postings) ([]uint32, bool) { return nil, true }

// wordTest looks for free text.
type wordTest struct {
	text   []byte
	sound  []byte   // nil: not as a reading
	phones [][]byte // nil: not as a number
	// initial is the bit of the first letter of sound.
	initial uint64
}

func newWordTest(w Word) wordTest {
	folded := Fold(w.Text)
	t := wordTest{text: []byte(folded)}
	if !w.Exact {
		if t.sound = soundQuery(folded); t.sound != nil {
			t.initial = initialBit(t.sound[0])
		}
		t.phones = phoneForms(folded)
	}
	return t
}

func (t wordTest) match(v *view) (uint8, bool) {
	rank, found := rankOf(v.text, t.text)
	if found && rank == 0 {
		return 0, true
	}
	if t.sound != nil && v.facts.initials&t.initial != 0 {
		if heard, first := matchSounds(v.sounds, t.sound); heard && first {
			return 0, true
		} else if heard {
			return 1, true
		}
	}
	if !found && t.phones != nil && hasPhone(v.text, t.phones) {
		return 3, true
	}
	return rank, found
}

// rankOf finds the best place at which a text occurs.
func rankOf(text, word []byte) (rank uint8, found bool) {
	for from := 0; ; {
		at := indexFrom(text, word, from)
		if at < 0 {
			return rank, found
		}
		switch c := codeAt(text, at-1); {
		case c.isHidden() || c == codeCalled && text[at-1] != byte(codeCalled):
		case c == codeCalled || c.isName() && (text[at-1] < ' ' || text[at-1] == ' '):
			return 0, true
		case c.isName():
			rank, found = 1, true
		case found:
			return rank, true
		case c == codeCompany:
			return 2, true
		default:
			return 3, true
		}
		from = at + 1
	}
}

// indexFrom finds a word from a position on. The characters of Chinese share their first bytes, and on these bytes.Index stumbles in a long
// text; in one of 64 bytes it compares all places at once. So the text is searched in such pieces, each reaching into the next one.
func indexFrom(text, word []byte, from int) int {
	const piece = 64
	if len(word) == 1 || len(word) >= piece/2 {
		if i := bytes.Index(text[from:], word); i >= 0 {
			return from + i
		}
		return -1
	}
	for ; from+len(word) <= len(text); from += piece - len(word) + 1 {
		if i := bytes.Index(text[from:min(from+piece, len(text))], word); i >= 0 {
			return from + i
		}
	}
	return -1
}

func (t wordTest) candidates(p *postings) ([]uint32, bool) {
	list, all := p.candidates(string(t.text))
	for _, form := range t.phones {
		if all {
			return nil, true
		}
		if bytes.Equal(form, t.text) {
			continue
		}
		more, every := p.candidates(string(form))
		list, all = append(list, more...), every
	}
	if all {
		return nil, true
	}
	if t.phones != nil {
		slices.Sort(list)
		list = slices.Compact(list)
	}
	return list, false
}

// entryTest looks for a text in the entries of some codes.
type entryTest struct {
	codes  []code
	text   []byte
	manner manner // contains, whole or prefix
}

func (t entryTest) match(v *view) (uint8, bool) {
	if indexFrom(v.text, t.text, 0) < 0 {
		return 0, false
	}
	for _, c := range t.codes {
		if eachEntry(v.text, c, t.fits) {
			return 0, true
		}
	}
	return 0, false
}

func (t entryTest) fits(entry []byte) bool {
	switch t.manner {
	case whole:
		return bytes.Equal(entry, t.text)
	case prefix:
		return bytes.HasPrefix(entry, t.text)
	}
	return bytes.Contains(entry, t.text)
}

func (t entryTest) candidates(p *postings) ([]uint32, bool) {
	if t.codes[0].isHidden() {
		return nil, true
	}
	return p.candidates(string(t.text))
}

// phoneTest looks for digits in numbers.
type phoneTest [][]byte

func (t phoneTest) match(v *view) (uint8, bool) { return 0, hasPhone(v.text, t) }

func (t phoneTest) candidates(p *postings) ([]uint32, bool) {
	return wordTest{text: t[0], phones: t}.candidates(p)
}

// customTest looks for a value in a user-defined field, or for the field itself where there is no value.
type customTest struct {
	name, value []byte
	manner      manner
}

func (t customTest) match(v *view) (uint8, bool) {
	return 0, eachEntry(v.text, codeCustom, func(entry []byte) bool {
		name, value, _ := bytes.Cut(entry, []byte{fieldMark})
		return bytes.Equal(name, t.name) && entryTest{text: t.value, manner: t.manner}.fits(value)
	})
}

func (t customTest) candidates(p *postings) ([]uint32, bool) {
	if len(t.value) == 0 {
		return p.candidates(string(t.name))
	}
	return p.candidates(string(t.value))
}

// factTest holds where a function of the facts does.
type factTest func(*facts) bool

func (t factTest) match(v *view) (uint8, bool) { return 0, t(v.facts) }

func (t factTest) candidates(*postings) ([]uint32, bool) { return nil, true }

// presenceTest holds where there is an entry of one of the codes.
type presenceTest []code

func (t presenceTest) match(v *view) (uint8, bool) {
	for _, c := range t {
		if bytes.IndexByte(v.text, byte(c)) >= 0 {
			return 0, true
		}
	}
	return 0, false
}

func (t presenceTest) candidates(*postings) ([]uint32, bool) { return nil, true }

func newConditionTest(c Condition, today crm.Date) test {
	spec, _ := specOf(c.Field)
	switch spec.manner {
	case aDate, yearly:
		_, days, _ := parseDays(c.Op, c.Value, spec.manner == yearly)
		return newDateTest(spec, c.Op, days, today)
	case channel:
		return channelTest(c.Field, channelBit(crm.Channel(c.Value)))
	case kind:
		company := crm.Kind(c.Value) == crm.Company
		return factTest(func(f *facts) bool { return f.company == company })
	case presence:
		return newPresenceTest(c)
	case digits:
		return newPhoneTest(c.Value)
	}
	if c.Field == FieldCountry {
		return newCountryTest(spec, c)
	}
	return newTextTest(spec, c)
}

// newTextTest makes the test of a text. A star at the end of a value that is compared whole asks for the beginning.
func newTextTest(spec fieldSpec, c Condition) test {
	m := spec.manner
	value := Fold(c.Value)
	if c.Op == Is {
		m = whole
	} else if start, ok := strings.CutSuffix(value, "*"); ok && m == whole {
		m, value = prefix, strings.TrimSpace(start)
	}
	if c.Field == FieldCustom {
		return customTest{[]byte(Fold(c.Name)), []byte(value), m}
	}
	return entryTest{spec.codes, []byte(value), m}
}

// newPhoneTest looks for the digits of a value, however few.
func newPhoneTest(value string) test {
	if forms := phoneForms(Fold(value)); forms != nil {
		return phoneTest(forms)
	}
	if d := digitsOf(value); d != "" {
		return phoneTest{[]byte(d)}
	}
	return orTest{}
}

func channelTest(f Field, bit uint8) test {
	return factTest(func(x *facts) bool {
		switch f {
		case FieldAllowed:
			return x.allowed&bit != 0
		case FieldRefused:
			return x.refused&bit != 0
		case FieldPrefers:
			return x.preferred == bit
		}
		return x.reachable&bit != 0 && x.refused&bit == 0
	})
}

func newPresenceTest(c Condition) test {
	if c.Name != "" {
		return customTest{name: []byte(Fold(c.Name))}
	}
	switch thing(c.Value) {
	case hasMobile:
		return entryTest{[]code{codePhoneKind}, []byte(crm.PhoneMobile), whole}
	case hasFax:
		return entryTest{[]code{codePhoneKind}, []byte(crm.PhoneFax), contains}
	case hasLINE:
		bit := channelBit(crm.ByLINE)
		return factTest(func(f *facts) bool { return f.reachable&bit != 0 })
	case hasPhoto:
		return presenceTest{codePhoto}
	case hasReading:
		return presenceTest{codeReading}
	case hasConsent:
		return factTest(func(f *facts) bool { return f.allowed|f.refused != 0 })
	}
	return hasField(Field(c.Value))
}

// hasField tells whether a field of the program holds anything.
func hasField(f Field) test {
	spec, _ := specOf(f)
	switch spec.manner {
	case aDate, yearly:
		return factTest(func(x *facts) bool { return x.dates[spec.date] != 0 })
	case channel:
		return factTest(func(x *facts) bool {
			switch f {
			case FieldAllowed:
				return x.allowed != 0
			case FieldRefused:
				return x.refused != 0
			case FieldPrefers:
				return x.preferred != 0
			}
			return x.reachable&^x.refused != 0
		})
	}
	return presenceTest(spec.codes)
}
