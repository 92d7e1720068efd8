package clean

import (
	"strings"
	"unicode"
)

// A cell of phone numbers is cut into pieces: numbers, words beside them, and breaks between entries. Positions are counted in runes, which
// the cell as typed and the same cell in half width have in common.
type phonePieceKind uint8

const (
	numberPiece phonePieceKind = iota
	wordPiece
	breakPiece
)

type phonePiece struct {
	kind       phonePieceKind
	from, to   int    // the whole piece
	numberTo   int    // number pieces: the end of the number without its extension
	ext        string // number pieces: the digits of the extension
	bracketed  bool   // word pieces: stood in brackets
	colonAfter bool   // word pieces: a colon follows, so that a single letter is a label
}

// phoneScan walks through a cell.
type phoneScan struct {
	typed  []rune
	r      []rune // half width
	i      int
	pieces []phonePiece
}

func scanPhones(typed string) phoneScan {
	s := phoneScan{typed: []rune(typed), r: []rune(half(typed))}
	for s.i < len(s.r) {
		s.step()
	}
	return s
}

func (s *phoneScan) step() {
	r := s.r[s.i]
	switch {
	case s.startsNumber():
		s.number()
	case len(s.pieces) == 0 && s.extensionAt(s.i) > 0:
		s.loneExtension()
	case isOpening(r):
		s.bracket()
	case isPhoneBreak(r):
		s.add(phonePiece{kind: breakPiece, from: s.i, to: s.i + 1})
	case unicode.IsLetter(r):
		s.word()
	default:
		s.i++
	}
}

// add takes a piece and goes on behind it, at least one rune further.
func (s *phoneScan) add(p phonePiece) {
	s.pieces = append(s.pieces, p)
	s.i = max(p.to, s.i+1)
}

func (s *phoneScan) at(i int) rune {
	if i < 0 || i >= len(s.r) {
		return -1
	}
	return s.r[i]
}

func isPhoneBreak(r rune) bool { return strings.ContainsRune("\n;、,/|&~,。", r) }

func isOpening(r rune) bool { return strings.ContainsRune("([{【〔《「<", r) }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// startsNumber: a digit, a plus before one, or a bracket around an area code.
func (s *phoneScan) startsNumber() bool {
	r, next := s.at(s.i), s.at(s.i+1)
	return isDigit(r) || r == '+' && (isDigit(next) || next == ' ' && isDigit(s.at(s.i+2)) || s.digitBracket(s.i+1) > 0 && next == '(') || r == '(' && s.digitBracket(s.i) > 0
}

// digitBracket is the index after a bracket that holds an area code, 0 when there is none at i.
func (s *phoneScan) digitBracket(i int) int {
	digits := 0
	for j := i + 1; j < len(s.r) && j < i+12; j++ {
		switch r := s.r[j]; {
		case isDigit(r):
			digits++
		case r == ')' && digits > 0 && digits < 7:
			return j + 1
		case r != '+' && r != ' ' && r != '-':
			return 0
		}
	}
	return 0
}

// number takes a number and what hangs on it: extension or range.
func (s *phoneScan) number() {
	p := phonePiece{kind: numberPiece, from: s.i}
	p.numberTo = s.numberEnd(s.i)
	p.to = p.numberTo
	p.to, p.ext = s.extensions(p.numberTo)
	s.add(p)
}

// numberEnd finds where the number that starts at i ends.
func (s *phoneScan) numberEnd(i int) int {
	end, plus := i, false
	var digits []byte
	for j := i; j < len(s.r); j++ {
		switch r := s.r[j]; {
		case isDigit(r):
			digits = append(digits, byte(r))
			end = j + 1
		case r == '+' && len(digits) == 0:
			plus = true
		case r == '(':
			after := s.digitBracket(j)
			if after == 0 || completeNumber(digits, plus) {
				return end
			}
			for _, d := range s.r[j:after] {
				plus = plus || d == '+'
				if isDigit(d) {
					digits = append(digits, byte(d))
				}
			}
			j = after - 1
			end = after
		case r == ' ' && completeNumber(digits, plus) && s.newNumberAt(j):
			return end
		case (r == '/' || r == ',') && !completeNumber(digits, plus) && len(digits) < 7 && s.digitAfter(j):
		case r != ' ' && r != '-' && r != '.':
			return end
		}
	}
	return end
}

// completeNumber reports whether nothing is missing from the digits read so far.
func completeNumber(digits []byte, plus bool) bool {
	if plus {
		return len(digits) >= 11
	}
	return len(digits) >= 9 || len(digits) >= 7 && digits[0] != '0'
}

// digitAfter reports whether the next thing after i that is not a blank is a digit.
func (s *phoneScan) digitAfter(i int) bool {
	for i++; s.at(i) == ' '; i++ {
	}
	return isDigit(s.at(i))
}

// newNumberAt reports whether another number starts after the blanks at i: a plus, an area code in brackets, or a zero with at least four
// digits before the next blank. An area code may stand alone if more than a pair of digits follows it.
func (s *phoneScan) newNumberAt(i int) bool {
	for ; s.at(i) == ' '; i++ {
	}
	switch {
	case s.at(i) == '+' || s.at(i) == '(' && s.digitBracket(i) > 0:
		return true
	case s.at(i) != '0':
		return false
	}
	digits, next := s.chunkDigits(i)
	if len(digits) >= 4 {
		return true
	}
	following, _ := s.chunkDigits(next + 1)
	return twAreaCode(digits) && len(following) > 2
}

// chunkDigits are the digits up to the next blank, and where that is.
func (s *phoneScan) chunkDigits(i int) (digits string, end int) {
	var b strings.Builder
	for ; i < len(s.r) && (isDigit(s.r[i]) || s.r[i] == '-'); i++ {
		if isDigit(s.r[i]) {
			b.WriteRune(s.r[i])
		}
	}
	return b.String(), i
}

// extensions reads the extensions that follow a number and returns where they end.
func (s *phoneScan) extensions(i int) (end int, ext string) {
	end = i
	for ext == "" {
		j := i
		for s.at(j) == ' ' || s.at(j) == '(' || s.at(j) == '-' || s.at(j) == '\n' {
			j++
		}
		after := s.extensionAt(j)
		if after == 0 {
			return end, ext
		}
		i = after
		ext = s.digitsAt(after)
		end = after + len(ext)
		if s.at(end) == ')' {
			end++
		}
	}
	return end, ext
}

// extensionMarks introduce an extension, longest first.
var extensionMarks = []string{"extension", "extn", "ext", "轉分機", "转分机", "分機", "分机", "內線", "内線", "内线", "轉", "转", "內", ";ext", "#", "x", "ex"}

// extensionAt is the index of the first digit of an extension whose mark stands at i, 0 when there is none.
func (s *phoneScan) extensionAt(i int) int {
	for _, mark := range extensionMarks {
		m := []rune(mark)
		if !s.hasFold(i, m) {
			continue
		}
		j := i + len(m)
		for j < len(s.r) && strings.ContainsRune(" .:-=號号", s.r[j]) {
			j++
		}
		if isDigit(s.at(j)) {
			return j
		}
	}
	return 0
}

func (s *phoneScan) hasFold(i int, word []rune) bool {
	for k, w := range word {
		if unicode.ToLower(s.at(i+k)) != w {
			return false
		}
	}
	return true
}

// digitsAt is the run of digits at i, at most 10.
func (s *phoneScan) digitsAt(i int) string {
	j := i
	for isDigit(s.at(j)) && j < i+10 {
		j++
	}
	return string(s.r[i:j])
}

// loneExtension takes a cell that begins with an extension and has no number before it.
func (s *phoneScan) loneExtension() {
	digits := s.extensionAt(s.i)
	ext := s.digitsAt(digits)
	s.add(phonePiece{kind: numberPiece, from: s.i, numberTo: s.i, to: digits + len(ext), ext: ext})
}

// bracket takes a bracket and what is in it as one word, unless a number is in it.
func (s *phoneScan) bracket() {
	end := s.i + 1
	for end < len(s.r) && !strings.ContainsRune(")]}】〕》」>\n", s.r[end]) {
		end++
	}
	inner := string(s.r[s.i+1 : end])
	if end >= len(s.r) || s.r[end] == '\n' || countDigits(inner) >= 6 {
		s.i++
		return
	}
	s.add(phonePiece{kind: wordPiece, from: s.i + 1, to: end, bracketed: true})
	s.i = end + 1
}

// word takes a run of letters with the dots, blanks and small numbers inside it.
func (s *phoneScan) word() {
	end := s.i
	for end < len(s.r) && (unicode.IsLetter(s.r[end]) || unicode.IsMark(s.r[end]) || s.r[end] == '\'' || s.r[end] == '.' && unicode.IsLetter(s.at(end+1))) {
		end++
	}
	colon := s.at(end) == ':' || s.at(end) == '.' || s.at(end) == ' ' && s.at(end+1) == ':'
	s.add(phonePiece{kind: wordPiece, from: s.i, to: end, colonAfter: colon})
}

func countDigits(s string) int {
	n := 0
	for _, r := range s {
		if isDigit(r) {
			n++
		}
	}
	return n
}
