package tables

import (
	"maps"
	"slices"
	"strings"
)

// Syllable is a syllable of Mandarin with its tone. Syllables compare as numbers in the order of Pinyin: first the letters, then the tone.
// Zero is no syllable.
type Syllable uint16

// sounds lists the syllables without tones. The number of a Syllable is its place here times eight, plus the tone.
type sounds struct {
	pinyin     []string
	zhuyin     []string
	zhuyinRank []uint16
	number     map[string]Syllable
}

// Pinyin is the syllable in Latin letters without tone, with v for ü: "wang", "lv".
func (s Syllable) Pinyin() string { return load().sounds.pinyin[s>>3] }

// Zhuyin is the syllable in Bopomofo without tone: "ㄨㄤ", "ㄌㄩ".
func (s Syllable) Zhuyin() string { return load().sounds.zhuyin[s>>3] }

// Tone is 1 to 4, and 5 for the neutral tone.
func (s Syllable) Tone() int { return int(s & 7) }

// ZhuyinRank is a number by which syllables compare in the order of Bopomofo: first the symbols, then the tone.
func (s Syllable) ZhuyinRank() uint16 { return load().sounds.zhuyinRank[s>>3]<<3 | uint16(s&7) }

// readSounds collects the syllables that begin the lines of a text, such as "wang2<TAB>…".
func readSounds(text string) *sounds {
	s := &sounds{pinyin: []string{""}, number: map[string]Syllable{}}
	seen := map[string]bool{}
	for line := range strings.Lines(text) {
		if sound, _, ok := strings.Cut(line, "\t"); ok && len(sound) > 1 {
			seen[sound[:len(sound)-1]] = true
		}
	}
	s.pinyin = append(s.pinyin, slices.Sorted(maps.Keys(seen))...)
	for i, p := range s.pinyin {
		s.number[p] = Syllable(i) << 3
		s.zhuyin = append(s.zhuyin, zhuyin(p))
	}
	s.rank()
	return s
}

func (s *sounds) rank() {
	sorted := slices.Sorted(slices.Values(s.zhuyin))
	for _, z := range s.zhuyin {
		at, _ := slices.BinarySearch(sorted, z)
		s.zhuyinRank = append(s.zhuyinRank, uint16(at))
	}
}

// parse reads a syllable such as "wang2"; 0 if there is no such syllable.
func (s *sounds) parse(text string) Syllable {
	if len(text) < 2 {
		return 0
	}
	tone := text[len(text)-1]
	n, ok := s.number[text[:len(text)-1]]
	if !ok || tone < '1' || tone > '5' {
		return 0
	}
	return n | Syllable(tone-'0')
}

// zhuyin writes a syllable of Pinyin in Bopomofo. What the spelling rules of Pinyin change (ü after j, w and y in front) is undone first.
func zhuyin(pinyin string) string {
	switch pinyin {
	case "":
		return ""
	case "r":
		return "ㄦ"
	case "hm":
		return "ㄏㄇ"
	case "hng":
		return "ㄏㄫ"
	case "ng":
		return "ㄫ"
	}
	symbol, final := initial(pinyin)
	if strings.Contains("ㄓㄔㄕㄖㄗㄘㄙ", symbol) && symbol != "" && final == "i" {
		return symbol
	}
	return symbol + finals(unspell(symbol, final))
}

// initial splits off the consonant.
func initial(pinyin string) (symbol, rest string) {
	const (
		letters = "zh ch sh b p m f d t n l g k h j q x r z c s"
		symbols = "ㄓ ㄔ ㄕ ㄅ ㄆ ㄇ ㄈ ㄉ ㄊ ㄋ ㄌ ㄍ ㄎ ㄏ ㄐ ㄑ ㄒ ㄖ ㄗ ㄘ ㄙ"
	)
	to := strings.Fields(symbols)
	for i, l := range strings.Fields(letters) {
		if rest, ok := strings.CutPrefix(pinyin, l); ok {
			return to[i], rest
		}
	}
	return "", pinyin
}

// unspell gives the final as it sounds: in "yan" it is "ian", in "wei" "ui", in "ju" "v".
func unspell(symbol, final string) string {
	switch {
	case symbol != "" && strings.Contains("ㄐㄑㄒ", symbol) && strings.HasPrefix(final, "u"):
		return "v" + final[1:]
	case strings.HasPrefix(final, "yu"):
		return "v" + final[2:]
	case strings.HasPrefix(final, "yi"):
		return final[1:]
	case strings.HasPrefix(final, "y"):
		return "i" + final[1:]
	case strings.HasPrefix(final, "wu"):
		return final[1:]
	case strings.HasPrefix(final, "w"):
		return "u" + final[1:]
	}
	return final
}

// finals writes a final in symbols, "" for an unknown one.
func finals(final string) string {
	const (
		letters = "a o e ai ei ao ou an en ang eng er " +
			"i ia io iai ie iao iu iou ian in iang ing iong " +
			"u ua uo uai ui uei uan un uen uang ong ueng uong v ve van vn m n vong"
		symbols = "ㄚ ㄛ ㄜ ㄞ ㄟ ㄠ ㄡ ㄢ ㄣ ㄤ ㄥ ㄦ " +
			"ㄧ ㄧㄚ ㄧㄛ ㄧㄞ ㄧㄝ ㄧㄠ ㄧㄡ ㄧㄡ ㄧㄢ ㄧㄣ ㄧㄤ ㄧㄥ ㄩㄥ " +
			"ㄨ ㄨㄚ ㄨㄛ ㄨㄞ ㄨㄟ ㄨㄟ ㄨㄢ ㄨㄣ ㄨㄣ ㄨㄤ ㄨㄥ ㄨㄥ ㄨㄥ ㄩ ㄩㄝ ㄩㄢ ㄩㄣ ㄇ ㄋ ㄩㄥ"
	)
	to := strings.Fields(symbols)
	for i, l := range strings.Fields(letters) {
		if l == final {
			return to[i]
		}
	}
	return ""
}
