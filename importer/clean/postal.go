package clean

import (
	"regexp"
	"strings"
)

// postalLengths are the digits of postal codes that are digits only. A number cell with one digit less has lost a leading zero.
var postalLengths = map[string]int{
	"DE": 5, "FR": 5, "IT": 5, "ES": 5, "US": 5, "FI": 5, "KR": 5, "MY": 5, "MX": 5, "TR": 5, "TH": 5, "HR": 5, "EE": 5, "UA": 5,
	"CN": 6, "SG": 6, "IN": 6, "RU": 6, "RO": 6, "VN": 6, "CO": 6, "NO": 4, "DK": 4, "AU": 4, "NZ": 4, "CH": 4, "AT": 4, "BE": 4, "HU": 4, "LU": 4, "ZA": 4, "PH": 4, "BG": 4, "SI": 4,
}

var twPostal = regexp.MustCompile(`^\d{3}(?:\d{2,3})?$`)

// Postal reads the cell of a postal code. A leading zero that a number cell has lost comes back, so does the hyphen of Japan; a code that does
// not look like one of the country is kept and warned about.
func Postal(c Cell, at Place) (code string, notes []Note) {
	if Nothing(c.Text) {
		return "", nil
	}
	code, notes = TextNoted(c.Text)
	if whole, ok := wholeNumber(c.Raw); ok && onlyNumeric.MatchString(code) && len(whole) >= len(strings.TrimLeft(code, "0"))-2 && !strings.HasPrefix(code, "0") {
		code = whole
	}
	code = strings.TrimSpace(strings.Trim(half(code), "()[]【】〒 "))
	digits := withoutSigns(code)
	switch {
	case !isDigits(digits):
		return code, notes
	case len(digits) == 7 && (at.Country == "JP" || !at.Evidence):
		return japanPostal(code, digits, notes)
	case at.Country == "TW" && twPostal.MatchString(digits):
		return digits, notes
	case at.Country == "TW" && at.Evidence:
		return code, append(notes, note(Warn, PostalUnlikely, code, "country", at.Country))
	case len(digits) == postalLengths[at.Country]-1 && at.Evidence && code == digits:
		return "0" + digits, append(notes, note(Warn, PostalZeroRestored, code, "number", "0"+digits))
	}
	return code, notes
}

func japanPostal(code, digits string, notes []Note) (string, []Note) {
	full := digits[:3] + "-" + digits[3:]
	if code != full {
		notes = append(notes, note(Repair, PostalHyphen, code, "number", full))
	}
	return full, notes
}
