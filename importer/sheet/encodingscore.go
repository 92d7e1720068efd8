package sheet

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ranked is a candidate with its score: the mean plausibility of its characters outside ASCII, 1 for perfect text.
type ranked struct {
	name  string
	score float64
}

// script is how one legacy encoding is judged. For encodings of two bytes, length says how many bytes the character at the beginning
// takes (0: none fits) and zone how usual the area of the table is it stands in.
type script struct {
	name   string
	common string
	length func(b []byte) int
	zone   func(pair uint16) float64
}

func doubleByteScripts() []script {
	return []script{
		{"big5", commonTraditional, big5Length, big5Zone},
		{"gb18030", commonSimplified + commonTraditional, gbLength, gbZone},
		{"shift_jis", commonJapanese, sjisLength, sjisZone},
		{"euc-jp", commonJapanese, eucLength, eucjpZone},
		{"euc-kr", commonKorean, euckrLength, euckrZone},
	}
}

// Single-byte code pages in the order of preference when equal.
func singleByteScripts() []script {
	return []script{
		{name: "windows-1252", common: letters1252},
		{name: "windows-1250", common: letters1250},
		{name: "windows-1254", common: letters1254},
		{name: "windows-1251", common: letters1251},
		{name: "windows-1253", common: letters1253},
		{name: "koi8-r", common: letters1251},
		{name: "windows-874", common: lettersThai},
	}
}

// rankEncodings judges all candidates, best first. There are always at least two.
func rankEncodings(data []byte) []ranked {
	var all []ranked
	for _, s := range doubleByteScripts() {
		all = append(all, ranked{s.name, s.judgePairs(data)})
	}
	for i, s := range singleByteScripts() {
		all = append(all, ranked{s.name, s.judgeBytes(data) - 0.005*float64(i)})
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(b.score, a.score) })
	return all
}

const (
	// misfit is what a byte costs that is no character.
	misfit = -3.0
	// commonPlus is what a character of the common ones counts.
	commonPlus = 1.0
)

// judgePairs is the mean score of the characters of two bytes.
func (s script) judgePairs(data []byte) float64 {
	cache := map[uint32]float64{}
	sum, chars := 0.0, 0
	for i := 0; i < len(data); {
		if data[i] < 0x80 {
			i++
			continue
		}
		chars++
		n := s.length(data[i:])
		if n == 0 {
			sum += misfit
			i++
			continue
		}
		key := packed(data[i : i+n])
		score, ok := cache[key]
		if !ok {
			score = s.char(data[i : i+n])
			cache[key] = score
		}
		sum += score
		i += n
	}
	if chars == 0 {
		return 0
	}
	return sum / float64(chars)
}

func packed(b []byte) uint32 {
	key := uint32(0)
	for _, c := range b {
		key = key<<8 | uint32(c)
	}
	return key
}

// char scores the one character in b.
func (s script) char(b []byte) float64 {
	text, ok := convert(b, s.name)
	if !ok {
		return misfit
	}
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case strings.ContainsRune(s.common, r):
		return commonPlus
	case strings.ContainsRune(punctuation, r):
		return 0.4
	case len(b) != 2:
		return -0.3
	}
	return s.zone(uint16(b[0])<<8 | uint16(b[1]))
}

func big5Length(b []byte) int {
	if len(b) < 2 || b[0] < 0x81 || b[0] > 0xfe || b[1] < 0x40 || b[1] > 0x7e && b[1] < 0xa1 || b[1] == 0xff {
		return 0
	}
	return 2
}

// big5Zone: the 5,401 usual characters come first in Big5, sorted by strokes, then 7,652 rare ones.
func big5Zone(p uint16) float64 {
	switch {
	case p >= 0xa440 && p <= 0xc67e:
		return 0.45
	case p >= 0xf9d6 && p <= 0xf9dc:
		return 0.4
	case p >= 0xc940 && p <= 0xf9d5:
		return -0.5
	case p >= 0xa140 && p <= 0xa3bf:
		return -0.2
	}
	return -0.6
}

func gbLength(b []byte) int {
	switch {
	case len(b) < 2 || b[0] < 0x81 || b[0] > 0xfe:
		return 0
	case b[1] >= 0x40 && b[1] != 0x7f && b[1] != 0xff:
		return 2
	case len(b) >= 4 && b[1] >= 0x30 && b[1] <= 0x39 && b[2] >= 0x81 && b[3] >= 0x30 && b[3] <= 0x39:
		return 4
	}
	return 0
}

// gbZone: GB 2312 has 3,755 usual characters, sorted by sound, then 3,008 rare ones; GBK's additions fill the rest.
func gbZone(p uint16) float64 {
	lead, trail := p>>8, p&0xff
	switch {
	case trail < 0xa1:
		return -0.6
	case lead >= 0xb0 && lead <= 0xd7:
		return 0.45
	case lead >= 0xd8 && lead <= 0xf7:
		return -0.3
	case lead == 0xa3:
		return 0.1
	}
	return -0.5
}

func sjisLength(b []byte) int {
	switch {
	case b[0] >= 0xa1 && b[0] <= 0xdf:
		return 1
	case len(b) < 2 || b[0] == 0x80 || b[0] == 0xa0 || b[0] > 0xfc || b[1] < 0x40 || b[1] == 0x7f || b[1] > 0xfc:
		return 0
	}
	return 2
}

func sjisZone(p uint16) float64 {
	switch {
	case p >= 0x829f && p <= 0x82f1, p >= 0x8340 && p <= 0x8396:
		return 0.8
	case p >= 0x889f && p <= 0x9872:
		return 0.35
	case p >= 0x824f && p <= 0x829a:
		return 0.2
	}
	return -0.5
}

func eucLength(b []byte) int {
	switch {
	case len(b) >= 3 && b[0] == 0x8f && b[1] >= 0xa1 && b[2] >= 0xa1:
		return 3
	case len(b) < 2 || b[1] < 0xa1 || b[1] == 0xff:
		return 0
	case b[0] == 0x8e || b[0] >= 0xa1 && b[0] <= 0xfe:
		return 2
	}
	return 0
}

func eucjpZone(p uint16) float64 {
	switch {
	case p >= 0xa4a1 && p <= 0xa4f3, p >= 0xa5a1 && p <= 0xa5f6:
		return 0.8
	case p >= 0xb0a1 && p <= 0xcfd3:
		return 0.3
	}
	return -0.5
}

func euckrLength(b []byte) int {
	if len(b) < 2 || b[0] < 0x81 || b[0] > 0xfe {
		return 0
	}
	if t := b[1]; t >= 0x41 && t <= 0x5a || t >= 0x61 && t <= 0x7a || t >= 0x81 && t <= 0xfe {
		return 2
	}
	return 0
}

func euckrZone(p uint16) float64 {
	lead, trail := p>>8, p&0xff
	switch {
	case trail < 0xa1:
		return -0.5
	case lead >= 0xb0 && lead <= 0xc8:
		return 0.4
	}
	return -0.4
}

// judgeBytes is the mean score of the single-byte characters, by what stands beside them.
func (s script) judgeBytes(data []byte) float64 {
	text, _ := convert(data, s.name)
	sum, chars := 0.0, 0
	before := ' '
	for i, r := range text {
		if r >= 0x80 {
			after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			sum += s.letter(before, r, after)
			chars++
		}
		before = r
	}
	if chars == 0 {
		return 0
	}
	return sum / float64(chars)
}

// letter scores one character of a code page: letters inside words of the same script are likely, signs inside words are not.
func (s script) letter(before, r, after rune) float64 {
	inWord := unicode.IsLetter(before) || unicode.IsLetter(after)
	foreign := unicode.In(r, unicode.Cyrillic, unicode.Greek, unicode.Thai)
	switch {
	case r == utf8.RuneError || r < 0xa0:
		return misfit
	case strings.ContainsRune(latinSymbols, r):
		if unicode.IsLetter(before) && unicode.IsLetter(after) && r != '’' && r != '´' && r != '·' {
			return -0.6
		}
		return 0.1
	case !unicode.IsLetter(r) && !unicode.IsMark(r):
		return -0.6
	case foreign && unicode.IsUpper(r) && unicode.IsLower(before):
		return -0.5
	case foreign && strings.ContainsRune(s.common, r) && inWord && !latinLetter(before) && !latinLetter(after):
		return 0.7
	case foreign:
		return -0.4
	case strings.ContainsRune(s.common, r) && (asciiLetter(before) || asciiLetter(after)):
		return 0.7
	case strings.ContainsRune(s.common, r) && !inWord:
		return 0.2
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return -0.6
	}
	return -0.1
}

func asciiLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

func latinLetter(r rune) bool { return unicode.Is(unicode.Latin, r) }
