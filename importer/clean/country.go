package clean

import (
	"strings"

	"regulars/assets/tables"
)

// CountryCode is the ISO 3166-1 alpha-2 code of a country's name in Chinese, English or its own language, or of its code; "" when it is not
// known.
func CountryCode(name string) string {
	return countryNames[countryKey(name)]
}

// countryKey is a country's name without case, blanks and signs.
func countryKey(name string) string {
	key := keepLetters(foldVariants(strings.ToLower(half(name))))
	return strings.TrimPrefix(key, "the")
}

var countryNames = countryTable(tables.Countries())

func countryTable(countries []tables.Country) map[string]string {
	table := map[string]string{}
	for _, c := range countries {
		table[countryKey(c.Code)] = c.Code
		for _, name := range c.Names {
			table[countryKey(name)] = c.Code
		}
	}
	table["d"], table["a"] = "DE", "AT" // as on number plates and in old German address books
	return table
}
