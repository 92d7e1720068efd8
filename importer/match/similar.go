package match

import "unicode/utf8"

// similarity is the Jaro-Winkler similarity of two texts, by characters and not by bytes: 1 for equal ones, 0 for nothing in common.
func similarity(a, b string) float64 {
	if a == b {
		return 1
	}
	var bufA, bufB [64]rune
	x, y := runes(bufA[:0], a), runes(bufB[:0], b)
	j := jaro(x, y)
	prefix := 0
	for prefix < min(4, len(x), len(y)) && x[prefix] == y[prefix] {
		prefix++
	}
	return j + float64(prefix)*0.1*(1-j)
}

// runes appends the characters of s, at most 64 of them: longer texts are compared by their beginnings.
func runes(buf []rune, s string) []rune {
	for len(s) > 0 && len(buf) < 64 {
		r, n := utf8.DecodeRuneInString(s)
		buf, s = append(buf, r), s[n:]
	}
	return buf
}

func jaro(x, y []rune) float64 {
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	window := max(0, max(len(x), len(y))/2-1)
	var inX, inY [64]bool
	matches := 0
	for i, r := range x {
		for k := max(0, i-window); k < min(len(y), i+window+1); k++ {
			if !inY[k] && y[k] == r {
				inX[i], inY[k] = true, true
				matches++
				break
			}
		}
	}
	if matches == 0 {
		return 0
	}
	m := float64(matches)
	return (m/float64(len(x)) + m/float64(len(y)) + (m-float64(swaps(x, y, &inX, &inY)))/m) / 3
}

// swaps is half the number of matched characters that stand in another order.
func swaps(x, y []rune, inX, inY *[64]bool) int {
	k, out := 0, 0
	for i := range x {
		if !inX[i] {
			continue
		}
		for !inY[k] {
			k++
		}
		if x[i] != y[k] {
			out++
		}
		k++
	}
	return out / 2
}
