package search

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"regulars/assets/tables"
	"regulars/store/crm"
)

// The first bytes of a character in a key, which decide the order of scripts. Chinese takes all from keyHan on up to keyBopomofo.
const (
	keyEnd      = 0x01 // of a name
	keyBlank    = 0x02 // and the end of a surname: 歐 before 歐陽
	keyHan      = 0x10
	keyUnknown  = 0x9F // Chinese that the tables do not know
	keyBopomofo = 0xA0
	keyKana     = 0xA4
	keyHangul   = 0xA8
	keyLatin    = 0xB0
	keyLetter   = 0xB8
	keyDigit    = 0xC0
	keyNothing  = 0xFE // no name at all
)

// appendKey appends the key by which a contact is sorted: keys compare byte by byte, and no two are equal.
func appendKey(out []byte, o Order, n names, company bool, touch crm.Date, id crm.ID) []byte {
	switch o = o.keyed(); o {
	case ByCompany:
		out = appendNameKey(out, ByStroke, "", n.company, false)
		out = append(out, kindKey(company))
		o = ByStroke
	case ByLastTouch:
		out = binary.BigEndian.AppendUint32(out, ^uint32(touch))
		o = ByStroke
	}
	out = appendNameKey(out, o, n.surname, n.rest, !company)
	return append(out, id[:]...)
}

func kindKey(company bool) byte {
	if company {
		return 0
	}
	return 1
}

// appendNameKey appends the key of one name and its end.
func appendNameKey(out []byte, o Order, surname, rest string, person bool) []byte {
	start := len(out)
	text := surname + rest
	if person {
		out, text = appendSurnameKey(out, o, surname, text)
	}
	out = appendTextKey(out, o, text)
	if len(out) == start {
		out = append(out, keyNothing)
	}
	return append(out, keyEnd)
}

// appendSurnameKey appends the surname, if it is told apart or known by its sound, and gives what is left of the name.
func appendSurnameKey(out []byte, o Order, surname, name string) ([]byte, string) {
	size, sounds := readSurname(surname, name)
	if size == 0 {
		size = len(surname)
	}
	if size == 0 {
		if r, n := utf8.DecodeRuneInString(name); isHan(r) {
			size = n
		}
	}
	if size == 0 {
		return out, name
	}
	if len(sounds) == 0 {
		return append(appendTextKey(out, o, name[:size]), keyBlank), name[size:]
	}
	for i, r := range []rune(name[:size]) {
		out = appendHanKey(out, o, r, sounds[i])
	}
	return append(out, keyBlank), name[size:]
}

func appendTextKey(out []byte, o Order, text string) []byte {
	if !isPlain(text) {
		text = widthOnly(text)
	}
	start, blank := len(out), false
	for _, r := range text {
		if r == ' ' {
			blank = len(out) > start
			continue
		}
		was := len(out)
		if blank {
			out = append(out, keyBlank)
		}
		mark := len(out)
		if out = appendRuneKey(out, o, r); len(out) == mark {
			out = out[:was]
			continue
		}
		blank = false
	}
	return out
}

// widthOnly folds what is not Chinese and leaves Chinese characters as they are, for variants have strokes of their own.
func widthOnly(text string) string {
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		end := 0
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if isHan(r) {
				break
			}
			end += size
		}
		if end == 0 {
			_, size := utf8.DecodeRuneInString(text)
			out, text = append(out, text[:size]...), text[size:]
			continue
		}
		if text[0] == ' ' {
			out = append(out, ' ')
		}
		out = appendFold(out, text[:end])
		if text[end-1] == ' ' {
			out = append(out, ' ')
		}
		text = text[end:]
	}
	return string(out)
}

// appendRuneKey appends a character; signs are passed over.
func appendRuneKey(out []byte, o Order, r rune) []byte {
	switch {
	case isHan(r):
		return appendHanKey(out, o, r, 0)
	case 'A' <= r && r <= 'Z':
		return append(out, keyLatin, byte(r-'A'+'a'))
	case 'a' <= r && r <= 'z':
		return append(out, keyLatin, byte(r))
	case '0' <= r && r <= '9':
		return append(out, keyDigit, byte(r))
	case isBopomofo(r):
		return append(out, keyBopomofo, byte(r-0x3100))
	case r >= 0x30A1 && r <= 0x30FF && r != 'ー':
		return append(out, keyKana, byte(r-0x3000))
	case unicode.Is(unicode.Hangul, r):
		return appendCode(append(out, keyHangul), r)
	case unicode.IsLetter(r):
		return appendCode(append(out, keyLetter), r)
	}
	return out
}

func appendCode(out []byte, r rune) []byte { return append(out, byte(r>>16), byte(r>>8), byte(r)) }

// appendHanKey appends a Chinese character: by sound, strokes, radical and code, or by the last three alone. sound is its reading in a
// surname, 0 for the usual one.
func appendHanKey(out []byte, o Order, r rune, sound tables.Syllable) []byte {
	c, known := tables.Lookup(r)
	switch o {
	case ByStroke:
		if !known || c.Strokes == 0 {
			return appendCode(append(out, keyUnknown), r)
		}
		return appendCode(append(out, keyHan+c.Strokes, c.Radical), r)
	case ByZhuyin:
		if sound == 0 {
			sound = c.Taiwan
		}
		return appendSoundKey(out, sound, sound.ZhuyinRank(), c, r)
	}
	if sound == 0 {
		sound = c.Readings[0]
	}
	return appendSoundKey(out, sound, uint16(sound), c, r)
}

func appendSoundKey(out []byte, sound tables.Syllable, rank uint16, c tables.Char, r rune) []byte {
	if sound == 0 {
		return appendCode(append(out, keyUnknown, c.Strokes, c.Radical), r)
	}
	return appendCode(append(out, keyHan+byte(rank>>8), byte(rank), c.Strokes, c.Radical), r)
}
