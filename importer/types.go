package importer

import (
	"regulars/importer/clean"
	"regulars/importer/mapping"
	"regulars/importer/sheet"
	"regulars/store/crm"
)

// Options override what Open finds by itself. The zero value finds everything.
type Options struct {
	Encoding  string              // name of the encoding of a text file
	Sheet     string              // name of the sheet
	HeaderRow int                 // row of the header; NoHeader = every row is data
	Separator rune                // between the cells of a text file
	Limits    sheet.Limits        // zero fields take sheet.DefaultLimits
	Progress  func(share float64) // called now and then with the share of the file that is read, 0 to 1
}

// NoHeader as Options.HeaderRow says that all rows are data.
const NoHeader = sheet.NoHeader

// ReadError says why a file cannot be read. Its text for people is the catalogue entry "error.sheet."+Code with Values.
type ReadError = sheet.Error

// Mapping is which column goes into which field.
type Mapping = mapping.Mapping

// Column is one column of a mapping.
type Column = mapping.Column

// Level says how much a problem wants of the user.
type Level = clean.Level

// The levels: a harmless repair, a doubt to look at, a value that could not be taken over as its field.
const (
	Repair  = clean.Repair
	Warn    = clean.Warn
	Trouble = clean.Problem
)

// DateHints are the answers to what a column of dates leaves open.
type DateHints = clean.DateHints

// Sheet is one sheet of a workbook.
type Sheet struct {
	Name   string
	Rows   int
	Hidden bool
}

// Problem is one remark on a row, a column or the file. Its text for people is the catalogue entry "problem."+Code with Values.
type Problem struct {
	Row    int    // as the spreadsheet program counts; 0 = the whole file
	Column string // header of the column, "" = the whole row
	Code   string
	Value  string // what was typed
	Level  Level
	extra  []extra
}

// extra is one more value that the text of a problem names. A plan may have a problem for each row, so they are kept small.
type extra struct {
	name  string
	value any
}

// Values are what the text of the problem may name: row, column, value, and what belongs to the code.
func (p Problem) Values() map[string]any {
	out := make(map[string]any, 3+len(p.extra))
	out["row"], out["column"], out["value"] = p.Row, p.Column, p.Value
	for _, x := range p.extra {
		out[x.name] = x.value
	}
	return out
}

// Settings say how a plan is made.
type Settings struct {
	Duplicates crm.Duplicates // "" = FillDuplicates
	Tag        string         // put on every record the file makes or changes; "" = none
	Country    string         // ISO 3166-1 code for rows that do not say where they are from; "" = TW
	Today      crm.Date
	NewID      func() crm.ID
	Progress   func(share float64)
	// Dates are the user's answers about columns of dates, by the number of the column from 0.
	Dates map[int]DateHints
	// Decisions are the user's answers about rows, by Row.Number.
	Decisions map[int]Decision
	// Trash are deleted records: a row that speaks of one offers to restore it.
	Trash []crm.Contact
}

// Decision is what the user wants done with one row.
type Decision struct {
	Skip   bool   // leave it out
	New    bool   // make a new record although somebody alike is known
	Record crm.ID // join it to this record
}

// Row is how one row of the file ends.
type Row struct {
	Number  int
	Outcome crm.Outcome
	Reason  string       // code; text "reason.import."+Reason; "" for a plain new record
	Record  crm.ID       // the record made, changed or found; zero if the row is left out
	Title   string       // what the record is called
	Changes []crm.Change // of an update: old → new per field
	Alike   []Alike      // who it may be, best first
}

// Alike is a record that a row resembles.
type Alike struct {
	Record  crm.ID
	Row     int // of the same file; 0 = in the store
	Title   string
	Score   float64  // 0 to 1
	Reasons []string // codes; text "match."+Reason
	InTrash bool
}

// Counts are the figures of a plan. Rows = Created + Updated + Unchanged + Skipped + Failed.
type Counts struct {
	Rows, Created, Updated, Unchanged, Skipped, Failed int
	Companies                                          int // made on the way for people's employers
	Troubled                                           int // rows with at least one Problem of level Warn or Trouble
}
