package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// The colours that this program adds to the toolkit's. A widget names a colour and never holds one, so that the look can change while it is
// on screen.
const (
	ColorPanel      fyne.ThemeColorName = "panel"       // cards, navigation, bars: one step in front of the background
	ColorLine       fyne.ThemeColorName = "line"        // thin borders and rules
	ColorFaintLine  fyne.ThemeColorName = "line.faint"  // between the rows of a table
	ColorEntryLine  fyne.ThemeColorName = "line.entry"  // around an entry; the toolkit draws it darker than it is
	ColorText       fyne.ThemeColorName = "text"        // what is read
	ColorMuted      fyne.ThemeColorName = "muted"       // what explains it
	ColorAccent     fyne.ThemeColorName = "accent"      // the one colour that says "act here"
	ColorOnAccent   fyne.ThemeColorName = "accent.on"   // text on it
	ColorAccentSoft fyne.ThemeColorName = "accent.soft" // what is chosen
	ColorAccentInk  fyne.ThemeColorName = "accent.ink"  // text on that
	ColorAccentOver fyne.ThemeColorName = "accent.over" // the accent under the pointer
	ColorWarn       fyne.ThemeColorName = "warn"        // late, refused, wrong
	ColorHover      fyne.ThemeColorName = "over"        // under the pointer
	ColorSunken     fyne.ThemeColorName = "sunken"      // search box, preview desk
	ColorPaper      fyne.ThemeColorName = "paper"       // a sheet of paper, white in every look
	ColorInk        fyne.ThemeColorName = "ink"         // what is printed on it
	ColorCut        fyne.ThemeColorName = "cut"         // where a label ends on the sheet
	ColorVeil       fyne.ThemeColorName = "veil"        // over the window while a dialog is open
)

// Tone is the mood of a chip: which pair of colours it wears.
type Tone string

// The tones.
const (
	Neutral Tone = "neutral"
	Blue    Tone = "blue"
	Green   Tone = "green"
	Amber   Tone = "amber"
	Red     Tone = "red"
	Teal    Tone = "teal"
)

// Tones lists the moods that tags are given in turn; red is left out since it warns.
func Tones() []Tone { return []Tone{Amber, Blue, Green, Teal, Neutral} }

// Fill is the name of the colour behind a chip of this tone.
func (t Tone) Fill() fyne.ThemeColorName { return fyne.ThemeColorName("chip." + string(t)) }

// Ink is the name of the colour of its text.
func (t Tone) Ink() fyne.ThemeColorName { return fyne.ThemeColorName("chip." + string(t) + ".ink") }

// palette maps colour names to 0xRRGGBB or 0xRRGGBBAA written as "#…".
type palette map[fyne.ThemeColorName]string

func lightPalette() palette {
	return palette{
		"background": "#f6f5f1",
		ColorPanel:   "#ffffff", ColorLine: "#dedbd3", ColorEntryLine: "#f0eee8", ColorFaintLine: "#ebe9e3", ColorText: "#20252a", ColorMuted: "#80858a",
		ColorAccent: "#2f6b60", ColorOnAccent: "#ffffff", ColorAccentSoft: "#e2eeeb", ColorAccentInk: "#1f4f46", ColorAccentOver: "#275a51",
		ColorWarn: "#b5482f", ColorHover: "#f0eee8", ColorSunken: "#f4f3ef",
		ColorPaper: "#ffffff", ColorInk: "#1b1b1b", ColorCut: "#c9c6bd", ColorVeil: "#20252a66",
		Neutral.Fill(): "#ecebe5", Neutral.Ink(): "#5b5f63",
		Blue.Fill(): "#dee8fa", Blue.Ink(): "#2b528f",
		Green.Fill(): "#d9eee0", Green.Ink(): "#1e6a3a",
		Amber.Fill(): "#f7e4c0", Amber.Ink(): "#7d5406",
		Red.Fill(): "#f8dcd7", Red.Ink(): "#98331f",
		Teal.Fill(): "#dbecea", Teal.Ink(): "#1f5a50",
	}
}

func darkPalette() palette {
	return palette{
		"background": "#191b1c",
		ColorPanel:   "#212425", ColorLine: "#383c3d", ColorEntryLine: "#4a4f50", ColorFaintLine: "#2c3031", ColorText: "#e7e6e2", ColorMuted: "#989c9d",
		ColorAccent: "#5fae9f", ColorOnAccent: "#0d201c", ColorAccentSoft: "#233a36", ColorAccentInk: "#a9dbd0", ColorAccentOver: "#74c0b1",
		ColorWarn: "#e58a72", ColorHover: "#2a2e2f", ColorSunken: "#1b1e1f",
		ColorPaper: "#ffffff", ColorInk: "#1b1b1b", ColorCut: "#c9c6bd", ColorVeil: "#00000099",
		Neutral.Fill(): "#34383a", Neutral.Ink(): "#c3c6c7",
		Blue.Fill(): "#26374f", Blue.Ink(): "#a9c6f2",
		Green.Fill(): "#20402c", Green.Ink(): "#a1d9b4",
		Amber.Fill(): "#47381a", Amber.Ink(): "#ecc981",
		Red.Fill(): "#4a2821", Red.Ink(): "#f0ac9b",
		Teal.Fill(): "#203c39", Teal.Ink(): "#a2d6cc",
	}
}

// parse reads "#rrggbb" and "#rrggbbaa"; the tables above are tested to hold nothing else.
func parse(s string) color.NRGBA {
	c := color.NRGBA{A: 0xff}
	for i, at := range []*uint8{&c.R, &c.G, &c.B, &c.A} {
		if from := 1 + 2*i; from+2 <= len(s) {
			*at = hexDigit(s[from])<<4 | hexDigit(s[from+1])
		}
	}
	return c
}

func hexDigit(b byte) uint8 {
	switch {
	case b >= '0' && b <= '9':
		return b - '0'
	case b >= 'a' && b <= 'f':
		return b - 'a' + 10
	}
	return 0
}
