// Package demo holds business cards of made-up people as an office would have typed them: a title above the header, two numbers in one cell,
// mobile numbers that lost their zero, birthdays of the Republic, the same person twice, a day that does not exist. Who tries the program
// imports them; the tour and tests do so too.
//
// The three files are written by make.go beside this one (go run make.go), which takes the people from store/demo, some of them out of the firm
// that the window shows first, so that an import finds people it knows. The package gives bytes and knows nothing else of ours.
package demo

import _ "embed"

// File is a file with the name under which it is shown.
type File struct {
	Name string
	Data []byte
}

//go:embed business-cards.xlsx
var cards string

//go:embed business-cards-big5.csv
var cardsBig5 string

//go:embed phone-contacts.vcf
var phone string

// Cards is the spreadsheet of business cards.
func Cards() File { return File{"business-cards.xlsx", []byte(cards)} }

// CardsBig5 is the same as an old spreadsheet program in Taiwan saves it: comma-separated, in Big5. Characters that Big5 lacks are question marks.
func CardsBig5() File { return File{"business-cards-big5.csv", []byte(cardsBig5)} }

// Phone is the address book of a telephone, as vCard 2.1 and 3.0.
func Phone() File { return File{"phone-contacts.vcf", []byte(phone)} }

// Files are all of them.
func Files() []File { return []File{Cards(), CardsBig5(), Phone()} }
