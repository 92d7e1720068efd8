package clean

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"regulars/store/crm"
)

// Phones reads one cell of phone numbers: one number or several, with labels, extensions, ranges and remarks.
//
// kind is the crm.Phone kind the column stands for, "" when the header does not say. A label in the cell (FAX:, (宅)) has the last word;
// without one, a number that is certainly a mobile becomes crm.PhoneMobile unless the column is for fax or pager. A phone may come back
// without a kind when nothing tells it.
//
// Text of each phone is the number and extension as typed; Number is set only where it is certain. Short rests of a range (~91) and remarks
// (王太太) go to the Note of their number. rest is a cell without any number, for the contact's notes.
func Phones(c Cell, kind string, at Place) (phones []crm.Phone, rest string, notes []Note) {
	if phone, ok := plainPhone(c, kind, at); ok {
		return []crm.Phone{phone}, "", nil
	}
	if Nothing(c.Text) {
		return nil, "", nil
	}
	text, numeric, notes := numberCell(c)
	if len(text) > longestCell {
		return nil, text, append(notes, tooLong(text)...)
	}
	if damagedNumber.MatchString(text) {
		return []crm.Phone{{Kind: kind, Text: text}}, "", append(notes, note(Warn, PhoneDamaged, text))
	}
	if numeric || c.Bare && bareDigits(text) {
		phone, more := numericPhone(text, kind, at)
		return []crm.Phone{phone}, "", append(notes, more...)
	}
	phones, rest, more := readPhones(text, kind, at)
	return phones, rest, append(notes, more...)
}

// plainPhone is the short way for a cell that holds one plain Taiwanese number.
func plainPhone(c Cell, kind string, at Place) (crm.Phone, bool) {
	if at.Country != "TW" {
		return crm.Phone{}, false
	}
	text := strings.TrimSpace(c.Text)
	digits, ok := twPlain(text)
	if !ok {
		return crm.Phone{}, false
	}
	return crm.Phone{Kind: kindOfMobile(kind, twMobile(digits)), Number: twE164(digits), Text: text}, true
}

// kindOfMobile lets a number that is certainly a mobile be one, unless the column is for something else that a mobile cannot be.
func kindOfMobile(kind string, mobile bool) string {
	if !mobile || kind == crm.PhoneFax || kind == crm.PhoneHomeFax || kind == crm.PhonePager {
		return kind
	}
	return crm.PhoneMobile
}

// damagedNumber is what a spreadsheet leaves of a long number when it shows it as a power of ten.
var damagedNumber = regexp.MustCompile(`^[+-]?\d(?:[.,]\d+)?[eE]\+?\d+$`)

var (
	decimalZero  = regexp.MustCompile(`^\d{5,}\.0+$`)
	onlyNumeric  = regexp.MustCompile(`^\d[\d.,]*(?:[eE]\+?\d+)?$`)
	maxWholeCell = math.Pow(10, 15)
)

// numberCell is the text of a cell with the digits the file really holds. numeric says that they come from a number, so that leading zeros
// may be missing.
func numberCell(c Cell) (text string, numeric bool, notes []Note) {
	text, notes = TextNoted(c.Text)
	if decimalZero.MatchString(text) {
		whole, _, _ := strings.Cut(text, ".")
		return whole, true, append(notes, note(Repair, PhoneDecimals, text))
	}
	if c.Raw == "" || !onlyNumeric.MatchString(text) {
		return text, false, notes
	}
	whole, ok := wholeNumber(c.Raw)
	if !ok {
		return text, false, notes
	}
	if strings.TrimLeft(text, "0") == whole && text != whole {
		return text, false, notes // shown with its zeros by the format 0000000000
	}
	if text != whole {
		notes = append(notes, note(Repair, PhoneDecimals, text))
	}
	return whole, true, notes
}

// wholeNumber writes a stored number without exponent and decimals; ok is false when it has decimals or too many digits to be exact.
func wholeNumber(raw string) (digits string, ok bool) {
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil || v < 0 || v != math.Trunc(v) || v >= maxWholeCell {
		return "", false
	}
	return strconv.FormatInt(int64(v), 10), true
}

// numericPhone reads the digits of a number cell, which cannot hold a leading zero.
func numericPhone(digits, kind string, at Place) (crm.Phone, []Note) {
	if full, ok := restoreZero(digits, at); ok {
		p := crm.Phone{Kind: kindOfMobile(kind, twMobile(full)), Number: twE164(full), Text: full}
		return p, []Note{note(Warn, PhoneZeroRestored, digits, "number", full)}
	}
	return onePhone(phoneEntry{text: digits, number: digits, kind: kind}, at)
}

// bareDigits reports whether a text is eight or nine digits and nothing else, as a spreadsheet writes a number into CSV or HTML: nobody types
// a telephone number with its area code but without the zero.
func bareDigits(text string) bool {
	return (len(text) == 8 || len(text) == 9) && text[0] != '0' && isDigits(text)
}

// restoreZero puts back the zero a number cell has lost. A mobile is certain enough in a Taiwanese list; a fixed line only where the row is
// known to be Taiwanese and the digits cannot be a number without area code.
func restoreZero(digits string, at Place) (full string, ok bool) {
	full = "0" + digits
	if at.Country != "TW" || strings.HasPrefix(digits, "0") {
		return "", false
	}
	if twMobile(full) || twFree(full) {
		return full, twMobile(full)
	}
	area := twAreaOf(at.City)
	mayBeLocal := area != "" && twNational(area+digits)
	return full, at.Evidence && twNational(full) && !mayBeLocal
}

// phoneEntry is one number of a cell before it is understood.
type phoneEntry struct {
	text    string // number and extension as typed
	number  string // the number alone, in half width
	ext     string
	kind    string // of the column or a label
	labeled bool   // kind comes from a label in the cell
	note    string
}

// readPhones reads a text cell.
func readPhones(text, kind string, at Place) (phones []crm.Phone, rest string, notes []Note) {
	s := scanPhones(text)
	entries := s.entries(kind)
	if len(entries) == 0 || hardlyDigits(entries) && hasLetter(text) {
		return nil, text, []Note{note(Problem, PhoneUnreadable, text)}
	}
	if isVanity(s, entries) {
		return []crm.Phone{{Kind: kind, Text: text}}, "", []Note{note(Warn, PhoneLetters, text)}
	}
	if len(entries) > 1 {
		notes = append(notes, note(Repair, PhoneSeveral, text, "count", strconv.Itoa(len(entries))))
	}
	for _, e := range entries {
		p, more := onePhone(e, at)
		phones = append(phones, p)
		notes = append(notes, more...)
		if e.note != "" {
			notes = append(notes, note(Repair, PhoneRemark, e.text, "remark", e.note))
		}
	}
	return phones, "", notes
}

// hardlyDigits reports whether no entry holds four digits.
func hardlyDigits(entries []phoneEntry) bool {
	for _, e := range entries {
		if countDigits(e.number)+len(e.ext) >= 4 {
			return false
		}
	}
	return true
}

// isVanity reports a number that is written with letters: 1-800-FLOWERS.
func isVanity(s phoneScan, entries []phoneEntry) bool {
	if n := countDigits(entries[0].number); len(entries) != 1 || n >= 7 || n < 4 || entries[0].ext != "" {
		return false
	}
	for _, p := range s.pieces {
		word := string(s.r[p.from:p.to])
		if _, label := labelKind(word); p.kind == wordPiece && !p.bracketed && !label && isASCIILetters(word) {
			return true
		}
	}
	return false
}

// onePhone makes the value of one entry.
func onePhone(e phoneEntry, at Place) (crm.Phone, []Note) {
	p := crm.Phone{Kind: e.kind, Ext: e.ext, Text: e.text, Note: e.note}
	if e.number == "" {
		return p, []Note{note(Warn, PhoneNoNumber, e.text)}
	}
	d := dial(e.number, at)
	p.Number = d.e164
	if !e.labeled {
		p.Kind = kindOfMobile(p.Kind, d.mobile)
	}
	if d.code == "" {
		return p, nil
	}
	if s := SuggestPhone(p, at); s != "" {
		return p, []Note{note(Warn, PhoneSuggested, e.text, "number", s)}
	}
	return p, []Note{note(d.level, d.code, e.text, "country", at.Country, "number", d.e164)}
}

// SuggestPhone is the number a phone without Number most likely has, in E.164, for the user to accept; "" when there is no good guess. It
// supplies the area code of the row's city or the zero that a number has lost.
func SuggestPhone(p crm.Phone, at Place) string {
	digits := PhoneDigits(p)
	if p.Number != "" || at.Country != "TW" || strings.HasPrefix(digits, "0") {
		return ""
	}
	if area := twAreaOf(at.City); area != "" && len(digits) >= 5 && twNational(area+digits) {
		return twE164(area + digits)
	}
	if twMobile("0" + digits) {
		return twE164("0" + digits)
	}
	return ""
}

// PhoneDigits are the digits of a phone's Text without its extension, for comparing.
func PhoneDigits(p crm.Phone) string {
	var b strings.Builder
	for _, r := range half(p.Text) {
		if isDigit(r) {
			b.WriteRune(r)
		}
	}
	return strings.TrimSuffix(b.String(), p.Ext)
}
