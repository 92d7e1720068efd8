package clean

import "regulars/store/crm"

// Cell is what one cell of a file brings. Text alone is enough for text files; Typed makes such a cell.
type Cell struct {
	Text   string   // what the cell shows
	Raw    string   // the stored number of a number cell or date cell ("912345678.0"), "" when the cell holds text
	Date   crm.Date // the date of a cell that the file itself marks as a date
	Minute int      // its time of day in minutes after midnight
	NoYear bool     // the date is shown without its year (3月5日): the year may be the year of typing

	Bare bool // digits alone may be a number that lost its leading zero, although the file has it as text (CSV, HTML)

	Days1904 bool // the workbook counts days from 1904, for numbers in date columns that have no date format
}

// Typed is a cell that holds text.
func Typed(text string) Cell { return Cell{Text: text} }
