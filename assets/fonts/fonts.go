// Package fonts holds the two type faces that the program draws with, in the window and on paper: a sans serif with Traditional Chinese
// shapes that also covers simplified, Japanese, Korean and Western names, in a regular and a bold weight. README.md beside it tells where they come from.
//
// The bytes are those of TrueType files with glyf outlines, the one kind that both Fyne and gofpdf read.
package fonts

import _ "embed"

//go:embed RegularsSansTC-Regular.ttf
var regular []byte

//go:embed RegularsSansTC-Bold.ttf
var bold []byte

// Family is the name of both faces.
const Family = "Regulars Sans TC"

// Regular is the upright text weight, about 12.2 MB. The bytes are shared and must not be written to; appending to the slice copies it.
func Regular() []byte { return regular[:len(regular):len(regular)] }

// Bold is the weight for names and headings, about 12.2 MB, on the same terms as Regular.
func Bold() []byte { return bold[:len(bold):len(bold)] }
