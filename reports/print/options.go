package print

import (
	"regulars/assets/locale"
	"regulars/store/crm"
)

// Texts gives the words that stand on paper beside the customers' own data. A *locale.Catalog is one.
type Texts interface {
	Text(key string, values ...locale.Values) string
	Date(year, month, day int) string
	Tag() string
}

// Calibration moves and scales what is printed, to meet sheets and printers as they are. The zero value changes nothing.
type Calibration struct {
	X, Y  float64 // mm to the right and down
	Scale float64 // 1 = as designed; 0 is taken as 1
}

// LabelOptions say how address labels are printed.
type LabelOptions struct {
	Stock    Stock
	Start    int   // the first cell to use on the first sheet, counted from 1; 0 is taken as 1
	Skip     []int // cells of the first sheet to leave out, counted from 1
	Copies   int   // of each label; 0 is taken as 1
	Adjust   Calibration
	Outline  bool    // print the edges of the labels too, for a test on plain paper
	Size     float64 // of the address in points; 0 = DefaultSize
	Smallest float64 // down to which a text that does not fit is set smaller; 0 = SmallestSize
	Mail     crm.MailStyle
}

// Sizes of type on labels, in points. The post office asks for characters of at least 4 mm on address labels (11.3 pt), so 11.5 is the size wherever
// it fits; the smallest one keeps long addresses on small labels legible.
const (
	DefaultSize  = 11.5
	SmallestSize = 7
)

// EnvelopeStyle is the direction of the writing on an envelope.
type EnvelopeStyle string

// The two styles.
const (
	Horizontal EnvelopeStyle = "horizontal"
	Vertical   EnvelopeStyle = "vertical" // Chinese: name in the middle, address on the right, sender on the left
)

// EnvelopeOptions say how envelopes are printed.
type EnvelopeOptions struct {
	Size       EnvelopeSize
	Style      EnvelopeStyle
	Firm       crm.Firm // the sender; without a name none is printed
	Preprinted bool     // the boxes and the frame are on the envelope already: print the characters only
	Frame      bool     // the red frame around the name, vertical style only
	Stamp      bool     // mark the place of the stamp
	HanDigits  bool     // vertical style: house numbers in Han digits (二十五 as 二五)
	Adjust     Calibration
	Mail       crm.MailStyle
}

// LetterOptions say how letters are printed.
type LetterOptions struct {
	Template Template
	Firm     crm.Firm
	Day      crm.Date
	Paper    Paper   // zero = A4
	Size     float64 // of the text in points; 0 = 11.5
	Mail     crm.MailStyle
	Texts    Texts
	// Values are more merge fields, the same for every letter: {{event}}, {{place}} …
	Values map[string]string
}

// Attendee is a guest together with the contact it stands for; Contact is empty for a walk-in.
type Attendee struct {
	Guest   crm.Guest
	Contact crm.Contact
}

// Name is what the attendee is called.
func (a Attendee) Name() string {
	if a.Guest.Name != "" {
		return a.Guest.Name
	}
	return a.Contact.Title()
}

// BadgeOptions say how name badges are printed.
type BadgeOptions struct {
	Stock  Stock // zero = StockByName("A4-2x4")
	Event  crm.Event
	Start  int
	Skip   []int
	Adjust Calibration
	Texts  Texts
}

// SheetOptions say how the lists of an event are printed: the sign-in sheet and the invitation lists.
type SheetOptions struct {
	Event crm.Event
	Firm  crm.Firm
	Paper Paper // zero = A4
	Texts Texts
}
