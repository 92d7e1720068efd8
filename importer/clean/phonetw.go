package clean

import "strings"

// The Taiwanese numbering plan as far as cleaning needs it (National Communications Commission, telephone number plan): the trunk zero, an
// area code, a subscriber number whose length depends on the area.

// twNational reports whether digits, trunk zero included, are a complete Taiwanese number that can be dialled from abroad.
func twNational(digits string) bool {
	if len(digits) < 9 || len(digits) > 11 || digits[0] != '0' {
		return false
	}
	switch digits[1] {
	case '2':
		return len(digits) == 10 && digits[2] != '0'
	case '4':
		return len(digits) == 9 && digits[2] != '9' || len(digits) == 10 && digits[2] != '0'
	case '3', '5', '6':
		return len(digits) == 9 && digits[2] != '0'
	case '7':
		return len(digits) == 9 && digits[2] != '0' || len(digits) == 11 && digits[2] == '0'
	case '8':
		return len(digits) == 9 && digits[2] != '0'
	case '9':
		return len(digits) == 10
	}
	return false
}

// twMobile reports whether digits, trunk zero included, are a Taiwanese mobile number.
func twMobile(digits string) bool { return len(digits) == 10 && strings.HasPrefix(digits, "09") }

// twFree reports whether digits are a number that costs the caller nothing (0800, 0809) and works inside Taiwan alone.
func twFree(digits string) bool {
	return len(digits) == 10 && (strings.HasPrefix(digits, "0800") || strings.HasPrefix(digits, "0809"))
}

// twAreaCode reports whether a group of digits, as somebody wrote it, is where a Taiwanese number is divided.
func twAreaCode(group string) bool {
	switch group {
	case "02", "03", "037", "04", "049", "05", "06", "07", "070", "08", "082", "0823", "0826", "0836", "089", "09":
		return true
	}
	return len(group) == 4 && strings.HasPrefix(group, "09") || len(group) >= 9
}

// twE164 is the number for the world of a national one.
func twE164(digits string) string { return "+886" + digits[1:] }

// twAreaOf is the area code of a city or county, "" when the place is not known. Written without 台 so that 臺 works too.
func twAreaOf(city string) string {
	for _, a := range twAreas {
		if strings.Contains(city, a.place) {
			return a.code
		}
	}
	return ""
}

var twAreas = []struct{ place, code string }{
	{"新北", "02"}, {"基隆", "02"}, {"台北", "02"}, {"臺北", "02"},
	{"桃園", "03"}, {"新竹", "03"}, {"宜蘭", "03"}, {"花蓮", "03"},
	{"苗栗", "037"}, {"南投", "049"},
	{"台中", "04"}, {"臺中", "04"}, {"彰化", "04"},
	{"雲林", "05"}, {"嘉義", "05"},
	{"台南", "06"}, {"臺南", "06"}, {"澎湖", "06"},
	{"高雄", "07"}, {"屏東", "08"},
	{"台東", "089"}, {"臺東", "089"},
	{"金門", "082"}, {"連江", "0836"}, {"馬祖", "0836"},
}

// twPlain reads a plain Taiwanese number: digits, blanks, hyphens and brackets alone, divided where Taiwanese numbers are divided. It is
// the fast way for nine cells out of ten.
func twPlain(s string) (digits string, ok bool) {
	if len(s) < 9 || len(s) > 20 {
		return "", false
	}
	var buf [20]byte
	n, first, groups := 0, 0, 1
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			buf[n] = c
			n++
		case c != '-' && c != ' ' && c != '(' && c != ')':
			return "", false
		case n > 0 && s[i-1] >= '0' && s[i-1] <= '9':
			groups++
			if first == 0 {
				first = n
			}
		}
	}
	if first == 0 {
		first = n
	}
	digits = string(buf[:n])
	return digits, twNational(digits) && twAreaCode(digits[:first]) && groups < 5
}
