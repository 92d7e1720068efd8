package clean

import (
	"regexp"
	"strings"
)

// TaxID reads a Taiwanese 統一編號 of 8 digits. A number that does not pass the check is kept and warned about; passing does not prove that the
// firm exists. Numbers of other countries are kept as typed and not checked. id is "" for a placeholder such as 00000000 and, with a note of
// level Problem, for a text that is no number at all.
func TaxID(c Cell) (id string, notes []Note) {
	if len(c.Text) == 8 && isDigits(c.Text) && c.Text != "00000000" {
		return c.Text, checkTaxID(c.Text)
	}
	if Nothing(c.Text) {
		return "", nil
	}
	text, _, notes := numberCell(c)
	if len(text) > longestCell {
		return "", append(notes, tooLong(text)...)
	}
	id = cutTaxLabel(text)
	digits := withoutSigns(half(id))
	switch {
	case isDigits(digits) && len(digits) == 8:
		return digits, append(notes, checkTaxID(digits)...)
	case isDigits(digits) && len(digits) >= 5 && len(digits) < 8:
		return shortTaxID(id, digits, notes)
	case personalID.MatchString(strings.ToUpper(digits)):
		return "", append(notes, note(Problem, TaxIDPersonal, text))
	case countDigits(digits) < 5:
		return "", append(notes, note(Problem, TaxIDUnreadable, text))
	}
	return id, append(notes, note(Repair, TaxIDForeign, text))
}

// personalID is the shape of a Taiwanese 身分證字號 or residence number, which belongs to a person and not into a firm's field.
var personalID = regexp.MustCompile(`^[A-Z][1289A-D]\d{8}$`)

// taxLabels stand before the number in one cell.
var taxLabels = regexp.MustCompile(`^(?i)(?:統一編號|统一编号|公司統編|統編|统编|稅籍編號|税号|稅號|tax ?id(?: ?no)?|vat(?: ?(?:no|id))?|gui(?: ?no)?|no)[ .:：#]*`)

func cutTaxLabel(text string) string {
	if cut := taxLabels.ReplaceAllString(text, ""); cut != "" {
		return cut
	}
	return text
}

func checkTaxID(digits string) []Note {
	if ValidTaxID(digits) {
		return nil
	}
	return []Note{note(Warn, TaxIDInvalid, digits)}
}

// shortTaxID puts back the zeros that a number cell has lost, if the result passes the check.
func shortTaxID(typed, digits string, notes []Note) (string, []Note) {
	full := strings.Repeat("0", 8-len(digits)) + digits
	if !ValidTaxID(full) {
		return typed, append(notes, note(Warn, TaxIDInvalid, typed))
	}
	return full, append(notes, note(Warn, TaxIDZeroRestored, typed, "number", full))
}

// ValidTaxID checks the 8 digits of a 統一編號 by the rule of the Ministry of Finance since 1 April 2023: the digits are multiplied by 1, 2, 1, 2, 1,
// 2, 4, 1, the decimal digits of the products are added up, and the sum is divisible by 5. With a 7, whose product 28 gives 10, in the
// seventh place, that 10 counts as 1 or 0, and the sum or the sum plus one has to be divisible.
func ValidTaxID(digits string) bool {
	if len(digits) != 8 || !isDigits(digits) || digits == "00000000" {
		return false
	}
	sum := 0
	for i, weight := range [8]int{1, 2, 1, 2, 1, 2, 4, 1} {
		product := int(digits[i]-'0') * weight
		sum += product/10 + product%10
	}
	return sum%5 == 0 || digits[6] == '7' && (sum+1)%5 == 0
}

// withoutSigns takes blanks and hyphens out of a number.
func withoutSigns(number string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return -1
		}
		return r
	}, number)
}
