package search

import (
	"bytes"
	"strings"

	"regulars/store/crm"
)

// addPhone writes the digits of a number: those of E.164 where they are known, those that were typed unless they are the same number, and
// the extension.
func (w *writer) addPhone(p crm.Phone) {
	number := digitsOf(p.Number)
	w.addDigits(number)
	typed := digitsOf(p.Text)
	if typed != "" && (number == "" || !strings.HasSuffix(number, strings.TrimLeft(typed, "0"))) {
		w.addDigits(typed)
	}
	w.addDigits(digitsOf(p.Ext))
}

func (w *writer) addDigits(digits string) {
	if digits != "" {
		w.text = append(append(w.text, byte(codePhone)), digits...)
	}
}

// digitsOf keeps the digits of a text, those of full width too.
func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9':
			return r
		case '０' <= r && r <= '９':
			return r - '０' + '0'
		}
		return -1
	}, s)
}

// phoneForms gives the digits by which a typed number may be found, nil if the folded word does not look like three digits at least of a
// number. A number is stored as its owner or an import wrote it, with or without the country: so 0912345678 is looked for without its
// zero as well, and +886912345678 without its country.
func phoneForms(word string) [][]byte {
	if strings.Trim(word, "+0123456789-()./ #") != "" {
		return nil
	}
	word, _, _ = strings.Cut(word, "#") // the extension
	digits := digitsOf(word)
	if len(digits) < 3 {
		return nil
	}
	forms := [][]byte{[]byte(digits)}
	add := func(d string) {
		if len(d) >= 3 && d != digits {
			forms = append(forms, []byte(d))
		}
	}
	abroad := strings.TrimPrefix(digits, "00")
	switch {
	case strings.HasPrefix(word, "+") || abroad != digits || len(digits) >= 11 && digits[0] != '0':
		add(abroad)
		if rest := withoutCountry(abroad); len(rest) >= 6 {
			add(rest)
		}
	case digits[0] == '0':
		add(digits[1:])
	}
	return forms
}

// withoutCountry drops the country code of a number in international form. ITU-T E.164 assigns one digit to zones 1 and 7, two to the
// countries listed here and three to all others. A trunk zero that some write after the code goes too.
func withoutCountry(digits string) string {
	const two = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98"
	n := 3
	switch {
	case len(digits) < 4:
		return ""
	case digits[0] == '1' || digits[0] == '7':
		n = 1
	case strings.Contains(two, digits[:2]):
		n = 2
	}
	return strings.TrimPrefix(digits[n:], "0")
}

// hasPhone reports whether one of the forms occurs in the digits of a number.
func hasPhone(text []byte, forms [][]byte) bool {
	for _, form := range forms {
		for from := 0; ; {
			at := bytes.Index(text[from:], form)
			if at < 0 {
				break
			}
			if codeAt(text, from+at) == codePhone {
				return true
			}
			from += at + 1
		}
	}
	return false
}
