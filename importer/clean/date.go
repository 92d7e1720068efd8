package clean

import "regulars/store/crm"

// Role says what a date is for, as far as that helps to read it.
type Role uint8

const (
	OtherDate Role = iota // any day
	Birthday              // the birthday of a person, mostly an adult: in the past, and its year may be missing
)

// DayOrder says whether the day or the month comes first in dates such as 3/5/2021.
type DayOrder uint8

const (
	UnknownOrder DayOrder = iota
	DayFirst
	MonthFirst
)

// DateHints is what the other cells of a column tell about its dates, or what the user answered.
type DateHints struct {
	Order DayOrder
	ROC   Answer // two-digit years are years of the Republic (99 = 2010), not of the 20th century
}

// Answer is yes, no or not yet known.
type Answer uint8

const (
	Unknown Answer = iota
	Yes
	No
)

// Dated is what a date cell turned out to be.
type Dated struct {
	Date   crm.Date   // 0 when there is none or it is to be asked
	Minute int        // time of day in minutes after midnight
	Rest   string     // the text of a cell that is no date, for the notes
	Ask    []crm.Date // the dates it may be, when the user has to say which
	Notes  []Note
}

// Date reads one date cell.
func Date(c Cell, role Role, hints DateHints) Dated { return Dated{Date: c.Date, Rest: Text(c.Text)} }

// HintsOf learns from all cells of a column: 25/3/2021 among them says that the day comes first.
func HintsOf(column []Cell, role Role) DateHints { return DateHints{} }
