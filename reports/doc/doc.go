// Package doc is a report before it has a format: a title and a row of blocks. Reports are computed as a Document once; reports/print lays it out on
// pages and reports/xlsx writes it as a workbook, so that paper and spreadsheet say the same.
//
// A document is plain data. Every text in it is already in the reader's language; who makes it asks the catalogue.
package doc

// Document is a report.
type Document struct {
	Title     string
	Subtitle  string
	Language  string // BCP 47
	Landscape bool
	Blocks    []Block
}

// Block is one part of a document: Heading, Paragraph, Figures or Table.
type Block interface{ block() }

// Heading begins a part of the document. Level 1 begins a new sheet in a workbook; NewPage begins a new page on paper.
type Heading struct {
	Text    string
	Level   int // 1, 2
	NewPage bool
}

// Paragraph is running text; line breaks in it stay.
type Paragraph struct {
	Text string
	Fine bool // smaller and grey: remarks
}

// Figures are the few numbers that a reader looks for first.
type Figures []Figure

// Figure is one number, already written as people read it, and what it counts.
type Figure struct {
	Label string
	Value string
}

// Table is a table with a heading row that stands on every page again.
type Table struct {
	Columns   []Column
	Rows      [][]string // one text a column; shorter rows end in empty cells
	RowHeight float64    // mm, at least; 0 = as high as the text
	Empty     string     // what is said when there are no rows
}

// Column describes one column of a table.
type Column struct {
	Head  string
	Width float64 // share of the width; 0 is taken as 1
	Align Align
}

// Align says on which side of its column a text stands.
type Align uint8

// The sides.
const (
	Left Align = iota
	Right
	Center
)

func (Heading) block()   {}
func (Paragraph) block() {}
func (Figures) block()   {}
func (Table) block()     {}
