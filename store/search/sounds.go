package search

import (
	"iter"
	"strings"
	"unicode/utf8"

	"regulars/assets/tables"
)

// The sounds of a contact are its names as they are read, each name once in Pinyin and once in Zhuyin:
//
//	pinyinMark wang syllableMark xiao syllableMark le orMark yue
//	zhuyinMark ㄨㄤ syllableMark ㄒㄧㄠ syllableMark ㄌㄜ orMark ㄩㄝ
//
// without tones, a symbol of Zhuyin in one byte. What stands in Latin letters in a name is a syllable of its own.
const (
	pinyinMark   = 1
	zhuyinMark   = 2
	syllableMark = 3
	orMark       = 4
	zhuyinByte   = 0x80 // stands for the first symbol, U+3105
)

// appendSounds appends the sounds of a name if there is Chinese in it. The surname of a person is read as surnames are; where the record
// does not tell it apart, the first one or two characters are taken for it.
func appendSounds(out []byte, surname, rest string, person bool) []byte {
	if strings.IndexFunc(surname, isHan) < 0 && strings.IndexFunc(rest, isHan) < 0 {
		return out
	}
	out = append(out, pinyinMark)
	i := 0
	for s := range syllables(surname, rest, person) {
		var w ways
		s.spellPinyin(&w)
		out = w.appendTo(out, i)
		i++
	}
	out = append(out, zhuyinMark)
	i = 0
	for s := range syllables(surname, rest, person) {
		var w ways
		s.spellZhuyin(&w)
		out = w.appendTo(out, i)
		i++
	}
	return out
}

// syllable is one character in all ways that it may be read, or a word in Latin letters.
type syllable struct {
	sounds [5]tables.Syllable // then zeros
	word   string
}

// maxSounds bounds the syllables of a name that are kept.
const maxSounds = 40

// syllables walks over a name.
func syllables(surname, rest string, person bool) iter.Seq[syllable] {
	return func(yield func(syllable) bool) {
		text, n := surname+rest, 0
		if person {
			size, list := readSurname(surname, text)
			for _, s := range list {
				if !yield(syllable{sounds: [5]tables.Syllable{s}}) {
					return
				}
				n++
			}
			text = text[size:]
		}
		for s := (syllable{}); text != "" && n < maxSounds; n++ {
			if s, text = nextSyllable(text); s != (syllable{}) && !yield(s) {
				return
			}
		}
	}
}

// nextSyllable reads a Chinese character or a Latin word; nothing for one that the tables do not know and for signs.
func nextSyllable(text string) (s syllable, rest string) {
	r, size := utf8.DecodeRuneInString(text)
	if !isHan(r) {
		s.word, rest = latinWord(text)
		return s, rest
	}
	if c, ok := tables.Lookup(r); ok {
		s.sounds = [5]tables.Syllable{c.Readings[0], c.Taiwan, c.Readings[1], c.Readings[2], c.Readings[3]}
	}
	return s, text[size:]
}

// spellPinyin writes ü as v and as u.
func (s *syllable) spellPinyin(w *ways) {
	w.add(s.word)
	for _, sound := range s.sounds {
		if sound == 0 {
			continue
		}
		p := sound.Pinyin()
		w.add(p)
		if strings.Contains(p, "v") {
			w.add(strings.ReplaceAll(p, "v", "u"))
		}
	}
}

func (s *syllable) spellZhuyin(w *ways) {
	w.add(s.word)
	for _, sound := range s.sounds {
		if sound != 0 {
			w.add(sound.Zhuyin())
		}
	}
}

// ways are up to eight spellings, each once.
type ways struct {
	list [8]string
	n    int
}

func (w *ways) add(s string) {
	if s == "" {
		return
	}
	for _, have := range w.list[:w.n] {
		if have == s {
			return
		}
	}
	if w.n < len(w.list) {
		w.list[w.n] = s
		w.n++
	}
}

// appendTo appends the ways of syllable number i, symbols of Zhuyin as a byte each.
func (w *ways) appendTo(out []byte, i int) []byte {
	if i > 0 {
		out = append(out, syllableMark)
	}
	for j, way := range w.list[:w.n] {
		if j > 0 {
			out = append(out, orMark)
		}
		out = appendPacked(out, way)
	}
	return out
}

// appendPacked appends Latin letters as they are and symbols of Zhuyin as a byte each.
func appendPacked(out []byte, s string) []byte {
	for _, r := range s {
		if isBopomofo(r) {
			r += zhuyinByte - 0x3105
		}
		out = append(out, byte(r))
	}
	return out
}

// readSurname finds a surname that is read in its own way at the beginning of a name: how many bytes it takes, and its readings.
func readSurname(surname, name string) (size int, sounds tables.Surname) {
	for _, n := range []int{2, 1} {
		size = runesLen(name, n)
		if surname != "" && size > len(surname) {
			continue
		}
		if found, ok := tables.LookupSurname(name[:size]); ok {
			return size, found
		}
	}
	return 0, nil
}

// runesLen is the length in bytes of the first n characters.
func runesLen(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// latinWord splits off letters and digits up to the next Chinese character or blank, folded.
func latinWord(s string) (word, rest string) {
	end := strings.IndexFunc(s, func(r rune) bool { return isHan(r) || r == ' ' || r == '　' })
	if end < 0 {
		end = len(s)
	}
	keep := func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}
	return strings.Map(keep, Fold(s[:end])), strings.TrimLeft(s[end:], " 　")
}

// maxSoundQuery bounds the length of a word that is looked for among sounds, in bytes.
const maxSoundQuery = 120

// soundQuery is the form in which a folded word is looked for among the sounds, nil if it is no word of Latin letters or Zhuyin alone.
func soundQuery(word string) []byte {
	latin, zhuyin, letters := true, true, false
	for _, r := range word {
		letters = letters || r > '9'
		latin = latin && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
		zhuyin = zhuyin && isBopomofo(r)
	}
	switch {
	case word == "" || len(word) > maxSoundQuery || !letters || !latin && !zhuyin:
		return nil
	}
	return appendPacked(nil, word)
}

// initialBit is the bit of a byte of sounds in a set of initials: a letter or a symbol of Zhuyin has one of its own, digits share one.
func initialBit(b byte) uint64 {
	switch {
	case b >= zhuyinByte:
		return 1 << (27 + (b-zhuyinByte)%37)
	case b >= 'a' && b <= 'z':
		return 1 << (b - 'a')
	}
	return 1 << 26
}

// initialsOf is the set of what the syllables begin with.
func initialsOf(sounds []byte) uint64 {
	set := uint64(0)
	for i := 1; i < len(sounds); i++ {
		if sounds[i-1] <= orMark {
			set |= initialBit(sounds[i])
		}
	}
	return set
}

// matchSounds looks for a word among the sounds of a contact. It may begin at any syllable; of each syllable it has the whole or the
// first sound, of its last one any beginning: wangxiaoming, wxm, wangxm, wangxi. found tells whether it occurs, first whether it occurs at the
// beginning of a name.
func matchSounds(sounds, q []byte) (found, first bool) {
	start := true
	for i := 0; i < len(sounds); i++ {
		switch sounds[i] {
		case pinyinMark, zhuyinMark:
			start = true
		case syllableMark:
			start = false
		default:
			continue
		}
		if matchFrom(sounds[i+1:], q) {
			if start {
				return true, true
			}
			found = true
		}
	}
	return found, false
}

// matchFrom matches a word from the beginning of a syllable on.
func matchFrom(sounds, q []byte) bool {
	end := 0
	for end < len(sounds) && sounds[end] > syllableMark {
		end++
	}
	next := sounds[end:]
	for way := 0; way < end; {
		stop := way
		for stop < end && sounds[stop] != orMark {
			stop++
		}
		if matchWay(sounds[way:stop], next, q) {
			return true
		}
		way = stop + 1
	}
	return false
}

// matchWay matches a word against one way to read a syllable, and against what follows.
func matchWay(syllable, next, q []byte) bool {
	n := 0
	for n < len(q) && n < len(syllable) && q[n] == syllable[n] {
		n++
	}
	if n == len(q) {
		return true
	}
	if n == 0 || len(next) == 0 || next[0] != syllableMark {
		return false
	}
	if n == len(syllable) && matchFrom(next[1:], q[n:]) {
		return true
	}
	if first := firstSound(syllable); first <= n && first < len(syllable) && matchFrom(next[1:], q[first:]) {
		return true
	}
	return n > 1 && firstSound(syllable) > 1 && matchFrom(next[1:], q[1:])
}

// firstSound is the length of the consonant that a syllable begins with: zh, ch and sh are one.
func firstSound(syllable []byte) int {
	if len(syllable) > 1 && syllable[1] == 'h' {
		return 2
	}
	return 1
}
