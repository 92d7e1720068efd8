package tables

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// variantPages maps characters to the one that stands for their class; a nil page or a zero says that a character stands for itself.
type variantPages struct {
	basic [256]*[256]rune
	rest  map[rune]rune
}

var loadVariants = sync.OnceValue(readVariants)

// Variant is the character that stands for r and its variants: the simplified one as a rule, r itself if it has none.
func Variant(r rune) rune {
	v := loadVariants()
	if r < 0x3400 {
		return r
	}
	if r >= 0x10000 {
		if to := v.rest[r]; to != 0 {
			return to
		}
		return r
	}
	if p := v.basic[r>>8]; p != nil && p[r&0xFF] != 0 {
		return p[r&0xFF]
	}
	return r
}

func readVariants() *variantPages {
	v := &variantPages{rest: map[rune]rune{}}
	for line := range strings.Lines(variantsText) {
		line = strings.TrimSuffix(line, "\n")
		first, size := utf8.DecodeRuneInString(line)
		for _, r := range line[size:] {
			v.set(r, first)
		}
	}
	return v
}

func (v *variantPages) set(r, to rune) {
	if r >= 0x10000 {
		v.rest[r] = to
		return
	}
	if v.basic[r>>8] == nil {
		v.basic[r>>8] = &[256]rune{}
	}
	v.basic[r>>8][r&0xFF] = to
}
