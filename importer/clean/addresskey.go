package clean

import (
	"strconv"
	"strings"
)

// AddressKey is the address in the form in which two spellings of it are equal: 臺 and 台, 五段 and 5段, 3F and 3樓, 1-2號 and 1之2號, full and half
// width, without blanks and signs. It is for comparing only.
func AddressKey(text string) string {
	s := foldVariants(strings.ToLower(half(Text(text))))
	if hasEast(s) {
		s = numeralsToDigits(s)
		s = hyphensAndFloors(s)
	}
	return keepLetters(s)
}

// countedWords follow a number in an address; 之 stands before one too.
const countedWords = "段樓號巷弄鄰室楼号之"

// numeralsToDigits writes Chinese numerals as digits where they count something, so that 三民路 keeps its name.
func numeralsToDigits(s string) string {
	runes := []rune(s)
	var b strings.Builder
	for i := 0; i < len(runes); {
		end := i
		for end < len(runes) && isNumeral(runes[end]) {
			end++
		}
		counts := end < len(runes) && strings.ContainsRune(countedWords, runes[end]) || i > 0 && runes[i-1] == '之' && (end == len(runes) || !isEast(runes[end]))
		if end > i && counts {
			b.WriteString(strconv.Itoa(numeral(runes[i:end])))
			i = end
			continue
		}
		end = max(end, i+1)
		b.WriteString(string(runes[i:end]))
		i = end
	}
	return b.String()
}

func isNumeral(r rune) bool { _, ok := numerals[r]; return ok }

// hyphensAndFloors writes 1-2 as 1之2 and 3f as 3樓.
func hyphensAndFloors(s string) string {
	runes := []rune(s)
	for i := 1; i < len(runes); i++ {
		if !isDigit(runes[i-1]) && runes[i-1] != '樓' {
			continue
		}
		switch {
		case runes[i] == '-' && i+1 < len(runes) && isDigit(runes[i+1]):
			runes[i] = '之'
		case runes[i] == 'f' && (i+1 == len(runes) || !isWordRune(runes[i+1]) || isDigit(runes[i+1])):
			runes[i] = '樓'
		}
	}
	return string(runes)
}
