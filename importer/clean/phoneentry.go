package clean

import (
	"strings"

	"regulars/store/crm"
)

// entryMaker puts the pieces of a cell together: which label and which remark belongs to which number.
type entryMaker struct {
	scan        phoneScan
	kind        string // of the column
	entries     []phoneEntry
	label       string // waiting for its number
	labeled     bool
	remark      string // waiting for its number
	labelsFirst bool   // labels stand before their numbers in this cell
	broken      bool   // a break came after the latest number
	lastTo      int    // where the latest number ended
}

// entries are the numbers of the cell with what belongs to them.
func (s phoneScan) entries(kind string) []phoneEntry {
	m := entryMaker{scan: s, kind: kind, broken: true}
	for i, p := range s.pieces {
		switch p.kind {
		case numberPiece:
			m.number(p)
		case breakPiece:
			m.broken = true
		case wordPiece:
			m.word(i, p)
		}
	}
	if m.remark != "" && len(m.entries) > 0 {
		m.addRemark(len(m.entries)-1, m.remark)
	}
	return m.entries
}

func (m *entryMaker) number(p phonePiece) {
	s := m.scan
	if n := len(m.entries); n > 0 && m.isRest(p) {
		m.addRemark(n-1, strings.TrimSpace(string(s.typed[m.lastTo:p.to])))
		m.lastTo = p.to
		return
	}
	e := phoneEntry{text: string(s.typed[p.from:p.to]), number: string(s.r[p.from:p.numberTo]), ext: p.ext, kind: m.kind, note: m.remark}
	if m.labeled && m.label != "" {
		e.kind, e.labeled = mergeKinds(homeOf(m.kind), m.label), true
	}
	e.cutRange()
	m.entries = append(m.entries, e)
	m.label, m.labeled, m.remark, m.broken, m.lastTo = "", false, "", false, p.to
}

// homeOf keeps the home of a home column for mergeKinds, so that FAX: in it is a fax at home.
func homeOf(kind string) string {
	if kind == crm.PhoneHome || kind == crm.PhoneHomeFax {
		return crm.PhoneHome
	}
	return ""
}

// isRest reports whether a number is too short to stand alone and continues the one before: the 91 of 02-23456789~91.
func (m *entryMaker) isRest(p phonePiece) bool {
	last := m.entries[len(m.entries)-1]
	digits := countDigits(string(m.scan.r[p.from:p.numberTo]))
	return digits <= 4 && p.ext == "" && !m.labeled && countDigits(last.number) >= 7
}

// cutRange moves the second end of a range that is joined by a hyphen to the note: 02-23456789-91.
func (e *phoneEntry) cutRange() {
	at := strings.LastIndexByte(e.number, '-')
	if at < 0 || e.ext != "" || len(e.number) != len(e.text) {
		return
	}
	tail := e.number[at+1:]
	if _, ok := twPlain(e.number[:at]); !ok || len(tail) > 4 || countDigits(tail) != len(tail) {
		return
	}
	e.note = joinRemarks(e.note, e.text[at:])
	e.number, e.text = e.number[:at], e.text[:at]
}

func (m *entryMaker) word(i int, p phonePiece) {
	word := strings.TrimSpace(string(m.scan.typed[p.from:p.to]))
	kind, ok := labelKind(word)
	if ok && !m.isLabel(i, p) {
		ok = false
	}
	if Nothing(word) {
		return
	}
	before := len(m.entries) == 0 || m.broken || m.labelsFirst
	switch {
	case ok && before:
		m.labelsFirst = m.labelsFirst || len(m.entries) == 0
		m.label, m.labeled = mergeKinds(m.label, kind), true
	case ok:
		m.labelEntry(kind)
	case len(m.entries) == 0 || m.broken:
		m.remark = joinRemarks(m.remark, word)
	default:
		m.addRemark(len(m.entries)-1, word)
		m.lastTo = p.to
	}
}

// isLabel: a single letter is a label only in brackets, with a colon, or right before a number.
func (m *entryMaker) isLabel(i int, p phonePiece) bool {
	if p.to-p.from > 1 || p.bracketed || p.colonAfter {
		return true
	}
	return i+1 < len(m.scan.pieces) && m.scan.pieces[i+1].kind == numberPiece
}

// labelEntry gives a label that stands behind its number to it.
func (m *entryMaker) labelEntry(kind string) {
	e := &m.entries[len(m.entries)-1]
	if kind != "" {
		e.kind, e.labeled = mergeKinds(homeOf(m.kind), kind), true
	}
}

func (m *entryMaker) addRemark(i int, remark string) {
	m.entries[i].note = joinRemarks(m.entries[i].note, remark)
}

func joinRemarks(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}
