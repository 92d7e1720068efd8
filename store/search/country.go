package search

import (
	"strings"
	"sync"
	"unicode"

	"regulars/assets/tables"
)

// countryCode is the folded code (ISO 3166-1 alpha-2) of a country that goes by a name or a code in the tables, "" for others.
func countryCode(name string) string { return countryCodes()[countryKey(name)] }

var countryCodes = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, c := range tables.Countries() {
		for _, name := range append(c.Names, c.Code) {
			out[countryKey(name)] = Fold(c.Code)
		}
	}
	return out
})

// countryKey is a folded name without blanks and signs: R.O.C. is ROC.
func countryKey(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, Fold(name))
}

// newCountryTest looks for a country by its code where the value is a name or code that is known, else for the beginning of what was typed.
func newCountryTest(spec fieldSpec, c Condition) test {
	if code := countryCode(c.Value); code != "" {
		return entryTest{spec.codes, []byte(code), whole}
	}
	return newTextTest(spec, c)
}
