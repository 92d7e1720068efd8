package print

import (
	"errors"
	"fmt"
	"strings"
)

// Paper is a size of paper in mm, upright.
type Paper struct {
	Name string
	W, H float64
}

// A4 is the paper of offices everywhere but in North America.
var A4 = Paper{"A4", 210, 297}

// Papers lists the known sizes.
func Papers() []Paper {
	return []Paper{A4, {"US-Letter", 215.9, 279.4}, {"A5", 148, 210}, {"A6", 105, 148}, {"A3", 297, 420}, {"B4", 257, 364}, {"B5", 182, 257},
		{"SRA3", 320, 450}, {"US-Legal", 215.9, 355.6}}
}

// PaperByName finds a size of paper; "Letter" is US-Letter.
func PaperByName(name string) (Paper, bool) {
	for _, p := range Papers() {
		if strings.EqualFold(p.Name, name) || strings.EqualFold(strings.TrimPrefix(p.Name, "US-"), name) {
			return p, true
		}
	}
	return Paper{}, false
}

// ErrNoEnvelope is returned for the name of an envelope that is not known.
var ErrNoEnvelope = errors.New("print: no such envelope")

// EnvelopeSize is an envelope in mm, lying as it is written on in its own style: the Chinese ones stand upright.
type EnvelopeSize struct {
	Name  string
	W, H  float64
	Style EnvelopeStyle // in which it is usually written
	Boxes int           // digits of the postal code in boxes that belong to it: 3, 5, 6, 7 (Japan), 0 = none
}

// EnvelopeSizes lists the known envelopes, the ones usual in Taiwan first. The text key of each is "print.envelope.<Name>".
func EnvelopeSizes() []EnvelopeSize {
	return []EnvelopeSize{
		{"12K", 120, 230, Vertical, 6}, {"15K", 105, 225, Vertical, 6}, {"big12K", 138, 245, Vertical, 6}, {"9K", 188, 245, Vertical, 6}, {"6K", 215, 305, Vertical, 6},
		{"5K", 245, 335, Vertical, 6}, {"DL", 220, 110, Horizontal, 6}, {"C6", 162, 114, Horizontal, 6}, {"C5", 229, 162, Horizontal, 6},
		{"C4", 324, 229, Horizontal, 6}, {"#10", 241.3, 104.8, Horizontal, 0}, {"Monarch", 190.5, 98.4, Horizontal, 0}, {"15K-wide", 180, 120, Horizontal, 6},
		{"Chou3", 120, 235, Vertical, 7}, {"Chou4", 90, 205, Vertical, 7}, {"Kaku2", 240, 332, Vertical, 7}, {"You4", 235, 105, Horizontal, 7},
		{"postcard", 100, 148, Vertical, 6},
	}
}

// EnvelopeByName finds an envelope by its name, without regard to case, or makes one from measures in mm: "120x230".
func EnvelopeByName(name string) (EnvelopeSize, error) {
	for _, s := range EnvelopeSizes() {
		if strings.EqualFold(s.Name, name) || strings.EqualFold(strings.TrimPrefix(s.Name, "#"), strings.TrimPrefix(name, "No.")) {
			return s, nil
		}
	}
	var w, h float64
	text := strings.NewReplacer("×", "x", "*", "x", "X", "x", " ", "").Replace(name)
	if n, err := fmt.Sscanf(text, "%fx%f", &w, &h); err != nil || n != 2 || !(w >= 80 && w <= 500 && h >= 80 && h <= 500) {
		return EnvelopeSize{}, fmt.Errorf("%w: %q", ErrNoEnvelope, name)
	}
	s := EnvelopeSize{text, w, h, Horizontal, 6}
	if h > w {
		s.Style = Vertical
	}
	return s, nil
}
