package tables

import (
	_ "embed"
	"strings"
)

//go:embed countries.txt
var countriesText string

// Country is a country with the names that address books have for it.
type Country struct {
	Code  string   // ISO 3166-1 alpha-2
	Names []string // in Chinese, English and its own language, and abbreviations; the everyday Chinese name first
}

// Countries lists the countries that turn up in address books of East Asia. How names are compared is up to the caller.
func Countries() []Country {
	var out []Country
	for line := range strings.SplitSeq(strings.TrimSpace(countriesText), "\n") {
		names := strings.Split(line, "|")
		out = append(out, Country{names[0], names[1:]})
	}
	return out
}
