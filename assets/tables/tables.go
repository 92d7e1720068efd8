package tables

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed variants.txt
var variantsText string

//go:embed readings.txt
var readingsText string

//go:embed strokes.txt
var strokesText string

//go:embed surnames.txt
var surnamesText string

//go:embed taiwan.txt
var taiwanText string

// Char is what the tables know about one Chinese character. The zero Char is a character that they do not know.
type Char struct {
	Strokes uint8 // as written in traditional characters
	Radical uint8 // of the 214 of the Kangxi dictionary
	// Taiwan is the usual reading in Taiwan.
	Taiwan Syllable
	// Readings are the usual reading on the mainland and up to three others without regard to tone, then zeros.
	Readings [4]Syllable
}

// Surname is a family name that is longer than a character or sounds otherwise than its character.
type Surname []Syllable

// page is 256 characters that follow each other.
type page [256]Char

// han is everything, read from the texts.
type han struct {
	pages    map[rune]*page // by code point / 256
	basic    [256]*page     // the same for the characters below U+10000
	surnames map[string]Surname
	sounds   *sounds
}

var load = sync.OnceValue(read)

// Load reads the tables now rather than on first use. It may be called any number of times.
func Load() { load(); loadVariants() }

// Lookup finds a character. ok is false for one that is not Chinese or not known.
func Lookup(r rune) (c Char, ok bool) {
	p := load().page(r)
	if p == nil {
		return Char{}, false
	}
	c = p[r&0xFF]
	return c, c != Char{}
}

// LookupSurname finds a surname of one or two characters that is read in its own way, or is known to be a surname of two characters.
func LookupSurname(s string) (Surname, bool) {
	found, ok := load().surnames[s]
	return found, ok
}

func (h *han) page(r rune) *page {
	if r >= 0 && r < 0x10000 {
		return h.basic[r>>8]
	}
	return h.pages[r>>8]
}

func (h *han) at(r rune) *Char {
	p := h.page(r)
	if p == nil {
		p = &page{}
		h.pages[r>>8] = p
		if r < 0x10000 {
			h.basic[r>>8] = p
		}
	}
	return &p[r&0xFF]
}

func read() *han {
	h := &han{pages: map[rune]*page{}, surnames: map[string]Surname{}}
	h.readStrokes()
	h.readReadings()
	for line := range strings.Lines(taiwanText) {
		char, sound, _ := strings.Cut(strings.TrimSpace(line), " ")
		r, _ := utf8.DecodeRuneInString(char)
		h.at(r).Taiwan = h.sounds.parse(sound)
	}
	for line := range strings.Lines(surnamesText) {
		f := strings.Fields(line)
		for _, sound := range f[1:] {
			h.surnames[f[0]] = append(h.surnames[f[0]], h.sounds.parse(sound))
		}
	}
	return h
}

func (h *han) readStrokes() {
	for line := range strings.Lines(strokesText) {
		head, chars, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		n, radical, _ := strings.Cut(head, ".")
		strokes, _ := strconv.ParseUint(n, 10, 8)
		number, _ := strconv.ParseUint(radical, 10, 8)
		for _, r := range chars {
			c := h.at(r)
			c.Strokes, c.Radical = uint8(strokes), uint8(number)
		}
	}
}

func (h *han) readReadings() {
	h.sounds = readSounds(readingsText + taiwanSounds())
	for line := range strings.Lines(readingsText) {
		cols := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		s := h.sounds.parse(cols[0])
		for _, r := range cols[1] {
			c := h.at(r)
			c.Readings[0], c.Taiwan = s, s
		}
	}
	for line := range strings.Lines(readingsText) {
		if cols := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(cols) == 3 {
			h.addOthers(h.sounds.parse(cols[0]), cols[2])
		}
	}
}

func (h *han) addOthers(s Syllable, chars string) {
	for _, r := range chars {
		c := h.at(r)
		for i := 1; i < len(c.Readings); i++ {
			if c.Readings[i] == 0 {
				c.Readings[i] = s
				break
			}
		}
	}
}

// taiwanSounds brings the syllables of taiwan.txt into the form of readings.txt, for those that only occur there (崖 yai2).
func taiwanSounds() string {
	var b strings.Builder
	for line := range strings.Lines(taiwanText) {
		_, sound, _ := strings.Cut(strings.TrimSpace(line), " ")
		b.WriteString("\n" + sound + "\t")
	}
	return b.String()
}
