package clean

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// dialed is what a typed number means to the telephone network. code is "" when there is nothing to remark.
type dialed struct {
	e164   string
	mobile bool
	code   string
	level  Level
}

// dial finds the E.164 form of a number typed in half width, if it is certain.
func dial(number string, at Place) dialed {
	digits, groups := digitGroups(number)
	switch {
	case digits == "":
		return dialed{code: PhoneNoNumber, level: Warn}
	case len(digits) < 5 || len(digits) > 17:
		return dialed{code: PhoneImpossible, level: Warn}
	case strings.Contains(number, "+"):
		return dialWorld(digits, "")
	}
	if d, ok := dialPrefixed(digits, groups, at); ok {
		return d
	}
	if at.Country != "TW" {
		return dialAbroad(digits, at)
	}
	return dialTaiwan(digits, groups, at)
}

// digitGroups are the digits of a number and the groups in which they were written.
func digitGroups(number string) (digits string, groups []string) {
	groups = strings.FieldsFunc(number, func(r rune) bool { return !isDigit(r) })
	return strings.Join(groups, ""), groups
}

// dialWorld reads a number that begins with its country code. code is the remark to make when the plus was supplied.
func dialWorld(digits, code string) dialed {
	if national, ok := strings.CutPrefix(digits, "886"); ok {
		return dialFrom886(national, code)
	}
	n, err := phonenumbers.Parse("+"+digits, "ZZ")
	if err != nil || !phonenumbers.IsValidNumber(n) {
		return dialed{code: PhoneImpossible, level: Warn}
	}
	return dialed{e164: phonenumbers.Format(n, phonenumbers.E164), mobile: isMobile(n), code: code}
}

// dialFrom886 reads what follows Taiwan's country code, with or without the zero that does not belong there.
func dialFrom886(national, code string) dialed {
	digits := "0" + strings.TrimPrefix(national, "0")
	if !twNational(digits) {
		return dialed{code: PhoneImpossible, level: Warn}
	}
	return dialed{e164: twE164(digits), mobile: twMobile(digits), code: code}
}

func isMobile(n *phonenumbers.PhoneNumber) bool {
	return phonenumbers.GetNumberType(n) == phonenumbers.MOBILE
}

// twExits are the prefixes by which Taiwan's carriers are dialled for a call abroad.
var twExits = []string{"002", "009", "005", "006", "007", "019"}

// homeCodes are country codes people here write without a plus, when they stand apart or the length leaves no doubt.
var homeCodes = []string{"886", "852", "853", "86", "81", "82", "65", "60", "1"}

// dialPrefixed reads numbers that carry a country code without a plus: 00886…, 002-886…, 886-2…, 852-….
func dialPrefixed(digits string, groups []string, at Place) (dialed, bool) {
	if at.Country == "TW" {
		for _, exit := range twExits {
			if rest, ok := strings.CutPrefix(digits, exit); ok && (strings.HasPrefix(rest, "886") || groups[0] == exit) {
				return certain(dialWorld(rest, PhoneInternational))
			}
		}
	}
	if rest, ok := strings.CutPrefix(digits, "00"); ok && len(rest) >= 8 && rest[0] != '0' {
		return certain(dialWorld(rest, PhoneInternational))
	}
	if isChinaMobile(digits, groups) && at.Country != "US" && at.Country != "CA" {
		return certain(dialWorld("86"+digits, PhoneInternational))
	}
	for _, code := range homeCodes {
		if strings.HasPrefix(digits, code) && codeApart(code, digits, groups) {
			return certain(dialWorld(digits, PhoneInternational))
		}
	}
	return dialed{}, false
}

// certain passes a reading on only when it led to a number.
func certain(d dialed) (dialed, bool) { return d, d.e164 != "" }

// codeApart reports whether a number that begins with a country code means it: the code stands apart, or the digits are too many for
// anything else.
func codeApart(code, digits string, groups []string) bool {
	switch code {
	case "886":
		return len(digits) >= 11
	case "852", "853":
		return len(digits) == 11
	case "1":
		return groups[0] == "1" && len(groups) == 4
	}
	return groups[0] == code && len(groups) > 1
}

// isChinaMobile reports a mobile number of mainland China: 11 digits that begin with 13 to 19, in its usual groups.
func isChinaMobile(digits string, groups []string) bool {
	return len(digits) == 11 && digits[0] == '1' && digits[1] >= '3' && (len(groups) == 1 || len(groups[0]) == 3)
}

// isChinaCity reports a fixed line in a big city of mainland China: 010 or 02x and eight digits.
func isChinaCity(digits string) bool {
	return len(digits) == 11 && (strings.HasPrefix(digits, "010") || strings.HasPrefix(digits, "02"))
}

// dialTaiwan reads a number in national form in a row from Taiwan or one that does not say.
func dialTaiwan(digits string, groups []string, at Place) dialed {
	switch {
	case twFree(digits):
		return dialed{}
	case twNational(digits) && (at.Evidence || twAreaCode(groups[0]) && !inPairs(groups)):
		return dialed{e164: twE164(digits), mobile: twMobile(digits)}
	case digits[0] == '0':
		return dialed{code: PhoneAmbiguous, level: Warn}
	case len(digits) <= 8:
		return dialed{code: PhoneNoArea, level: Warn}
	}
	return dialed{code: PhoneCountryUnknown, level: Warn}
}

// inPairs reports whether digits are written in pairs, as in France, which nobody does in Taiwan.
func inPairs(groups []string) bool {
	for _, g := range groups {
		if len(g) != 2 {
			return false
		}
	}
	return len(groups) >= 4
}

// dialAbroad reads a number in national form in a row from another country.
func dialAbroad(digits string, at Place) dialed {
	n, err := phonenumbers.Parse(digits, at.Country)
	if at.Country == "CN" && isChinaCity(digits) {
		return dialed{e164: "+86" + digits[1:], code: PhoneByPlace}
	}
	if err != nil || !phonenumbers.IsValidNumberForRegion(n, at.Country) {
		return dialed{code: PhoneAmbiguous, level: Warn}
	}
	level := Repair
	if digits[0] != '0' {
		level = Warn
	}
	if len(digits) == 10 && phonenumbers.IsNANPACountry(at.Country) {
		level = Repair
	}
	return dialed{e164: phonenumbers.Format(n, phonenumbers.E164), mobile: isMobile(n), code: PhoneByPlace, level: level}
}
