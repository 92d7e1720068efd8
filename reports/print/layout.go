package print

import "regulars/store/crm"

// Layout is a print run before it has a format: pages of boxes and runs of text. All lengths are millimetres from the upper left corner of the
// page, sizes of type are points. It is data: a PDF writer and a preview in a window draw the same values.
type Layout struct {
	Title    string
	Language string // BCP 47, of the document
	Pages    []Page
	// What the user should know before printing.
	Unprintable []Unprintable
	Overflow    []Overflow
	Skipped     []Skipped
}

// Page is one sheet of paper, or one envelope.
type Page struct {
	Width, Height float64 // mm
	Boxes         []Box
	Runs          []Run
	Cells         []Cell // the labels, badges or envelopes on the page, for previews that react to a click
}

// Cell is one place on a sheet and who is printed there. Contact is zero in a cell that stays empty.
type Cell struct {
	Rect
	Contact crm.ID
	Number  int  // 1 = first cell of the sheet
	Skipped bool // left empty because the user said so: used up or damaged
}

// Rect is a rectangle in mm.
type Rect struct{ X, Y, W, H float64 }

// Ink is one of the few colours that print uses.
type Ink uint8

// The inks.
const (
	Black Ink = iota
	Grey      // hints: stamp, page number
	Pale      // lines of tables
	Shade     // behind the head of a table
	Red       // the frames of Chinese envelopes
)

// RGB gives the ink in red, green and blue, 0 to 255.
func (i Ink) RGB() (r, g, b uint8) {
	switch i {
	case Grey:
		return 0x77, 0x77, 0x77
	case Pale:
		return 0xd0, 0xd0, 0xca
	case Shade:
		return 0xee, 0xee, 0xe9
	case Red:
		return 0xc0, 0x4a, 0x3a
	}
	return 0, 0, 0
}

// Box is a frame or a filled area; a line where W or H is 0.
type Box struct {
	Rect
	Round float64 // radius of the corners, mm
	Line  float64 // width of the frame's line in mm, 0 = no frame
	Ink   Ink
	Fill  bool // filled with Ink instead of framed
	Dash  bool
	Guide bool // only to be shown, never printed: the edges of labels
}

// Run is a piece of text in one size and weight on one line.
//
// A horizontal run starts at X on the baseline Y. In a vertical run X is the middle of the column and Y its upper end. Where there are Marks, they say
// where each sign stands and are drawn in place of Text: in vertical runs and for the digits of a postal code in their boxes. Text is clean: it
// holds no control characters and can be drawn as it is.
type Run struct {
	Text     string
	X, Y     float64 // mm
	Size     float64 // pt
	Width    float64 // mm along the line
	Stretch  float64 // horizontal scale of the glyphs, 0 and 1 = none
	Bold     bool
	Ink      Ink
	Vertical bool
	Marks    []Mark
}

// Mark is one sign, or a few digits side by side, of a run whose signs stand apart.
type Mark struct {
	Text string
	X, Y float64 // mm: start of the baseline
	Turn bool    // turned by 90 degrees clockwise about (X, Y): Latin letters lying on their side
	Form bool    // drawn with the vertical form of the glyph, where the font has one: （ 」 ー …
	// Stretch narrows two or three digits to the width of one sign; 0 and 1 = none.
	Stretch float64
}

// Unprintable is a character that none of the fonts has, such as an emoji; it is drawn as □. Contact and Name are empty where it stands in a text that
// is the same for all, such as the template of a letter.
type Unprintable struct {
	Contact crm.ID
	Name    string // who that is
	Rune    rune
}

// Overflow is a text that did not fit even in the smallest size and was cut.
type Overflow struct {
	Contact crm.ID
	Name    string
	Text    string
}

// Skipped is a contact that is not in the run. Its reason for people is the catalogue key "print.skipped.<Reason>".
type Skipped struct {
	Contact crm.ID
	Name    string
	Reason  string // NoAddress or MailReturned
}

// Why a contact is not printed.
const (
	NoAddress    = "no-address"
	MailReturned = "mail-returned" // all its addresses are marked as returned
)

// At reports which cell of the page lies under a point.
func (p *Page) At(x, y float64) (Cell, bool) {
	for _, c := range p.Cells {
		if x >= c.X && x < c.X+c.W && y >= c.Y && y < c.Y+c.H {
			return c, true
		}
	}
	return Cell{}, false
}
