package clean

import (
	"strconv"
	"strings"

	"regulars/store/crm"
)

// Role says what a date is for, as far as that helps to read it.
type Role uint8

// The roles.
const (
	OtherDate Role = iota // any day
	Birthday              // the birthday of a person, mostly an adult; its year may be missing
)

// DayOrder says whether the day or the month comes first in dates such as 3/5/2021.
type DayOrder uint8

// The orders.
const (
	UnknownOrder DayOrder = iota
	DayFirst
	MonthFirst
)

// Answer is yes, no or not yet known.
type Answer uint8

// The answers.
const (
	Unknown Answer = iota
	Yes
	No
)

// DateHints is what the other cells of a column tell about its dates, or what the user answered.
type DateHints struct {
	Order DayOrder
	ROC   Answer // years of one or two digits are years of the Republic (99 = 2010), not of the 20th century
}

// Dated is what a date cell turned out to be.
type Dated struct {
	Date   crm.Date   // 0 when there is none or it is to be asked
	Minute int        // time of day in minutes after midnight
	Rest   string     // the text of a cell that is no date, or not yet, for the notes
	Ask    []crm.Date // the dates it may be, when the user has to say which
	Notes  []Note
}

// Date reads one date cell: Gregorian, Republic of China and Japanese years, compact and spreadsheet forms, with or without a year. A date that
// may be read in two ways is not decided: Ask holds the readings and Rest the text.
func Date(c Cell, role Role, hints DateHints) Dated {
	if c.Date != 0 {
		return markedDate(c, role)
	}
	text := Text(c.Text)
	if Nothing(text) {
		return Dated{}
	}
	if len(text) > longestCell {
		return Dated{Rest: text, Notes: tooLong(text)}
	}
	s := asciiDate(text)
	if isNoDate(s) {
		return Dated{}
	}
	d := readDate(s, c, role, hints)
	for i := range d.Notes {
		d.Notes[i].Values["value"] = text
	}
	if d.Date == 0 && (len(d.Notes) > 0 || len(d.Ask) > 0) {
		d.Rest = text
	}
	return d
}

// markedDate takes the date of a cell that the file itself marks as one. A birthday shown without its year may have got the year of typing
// from the spreadsheet program, so the year is left out.
func markedDate(c Cell, role Role) Dated {
	if isNoDate(c.Date.String()) {
		return Dated{}
	}
	d := Dated{Date: c.Date, Minute: c.Minute}
	if c.NoYear && role == Birthday && c.Date.Year() != 0 {
		d.Date = c.Date % 10000
		d.Notes = []Note{note(Warn, DateNoYear, Text(c.Text), "date", c.Date.String())}
	}
	return d
}

// isNoDate reports the days that programs write for "no date": 0/0/00, and the day before the first day they can count.
func isNoDate(s string) bool {
	if strings.Trim(s, "0/-.: ") == "" {
		return s != ""
	}
	if countDigits(s) < 6 || !strings.Contains(s, "19") && !strings.Contains(s, "18") {
		return false
	}
	numbers := strings.FieldsFunc(s, func(r rune) bool { return !isDigit(r) })
	for i, n := range numbers {
		numbers[i] = strings.TrimLeft(n, "0")
	}
	switch strings.Join(numbers[:min(3, len(numbers))], "-") {
	case "1900-1-", "1899-12-30", "1899-12-31", "1--1900", "30-12-1899", "12-30-1899":
		return true
	}
	return false
}

// readDate tries the ways in which a date is written, from the most telling to the least.
func readDate(s string, c Cell, role Role, hints DateHints) Dated {
	if d, ok := lunarDate(s); ok {
		return d
	}
	if d, ok := eraDate(s); ok {
		return d
	}
	if d, ok := bareNumber(s, c, role, hints); ok {
		return d
	}
	if d, ok := cardDate(s); ok {
		return d
	}
	if d, ok := namedMonth(s); ok {
		return d
	}
	p, ok := splitDate(s)
	if !ok {
		return unreadable(s)
	}
	d := p.read(s, role, hints)
	d.Minute = p.minute
	return d
}

func unreadable(s string) Dated { return Dated{Notes: []Note{note(Problem, DateUnreadable, s)}} }

func impossible(s string) Dated { return Dated{Notes: []Note{note(Problem, DateImpossible, s)}} }

// dated makes the result for a day that is read with certainty, or says that there is no such day. notes are for the day that exists.
func dated(s string, year, month, day int, notes ...Note) Dated {
	d, err := crm.NewDate(year, month, day)
	if err != nil || year > 2199 || year < 0 {
		return impossible(s)
	}
	for i := range notes {
		notes[i].Values["date"] = d.String()
	}
	return Dated{Date: d, Notes: notes}
}

// ask leaves the choice between readings to the user. One reading alone is taken.
func ask(s, code string, readings ...[3]int) Dated {
	var days []crm.Date
	var shown []string
	for _, r := range readings {
		d, err := crm.NewDate(r[0], r[1], r[2])
		if err == nil && !containsDate(days, d) {
			days = append(days, d)
			shown = append(shown, d.String())
		}
	}
	switch len(days) {
	case 0:
		return impossible(s)
	case 1:
		return Dated{Date: days[0]}
	}
	return Dated{Ask: days, Notes: []Note{note(Warn, code, s, "choices", strings.Join(shown, " / "))}}
}

func containsDate(days []crm.Date, d crm.Date) bool {
	for _, x := range days {
		if x == d {
			return true
		}
	}
	return false
}

// HintsOf learns from all cells of a column: 25/3/2021 among them says that the day comes first, 民國 or a year such as 110 that years are
// those of the Republic. Cells that contradict each other teach nothing.
func HintsOf(column []Cell) DateHints {
	var hints DateHints
	dayFirst, monthFirst := 0, 0
	for _, c := range column {
		s := asciiDate(Text(c.Text))
		if c.Date != 0 || s == "" {
			continue
		}
		if saysROC(s) {
			hints.ROC = Yes
		}
		switch p, ok := splitDate(s); {
		case !ok || p.count < 3 || p.width[2] != 4:
		case p.n[0] > 12 && p.n[0] <= 31 && p.n[1] <= 12:
			dayFirst++
		case p.n[1] > 12 && p.n[1] <= 31 && p.n[0] <= 12:
			monthFirst++
		}
	}
	switch {
	case dayFirst > 0 && monthFirst == 0:
		hints.Order = DayFirst
	case monthFirst > 0 && dayFirst == 0:
		hints.Order = MonthFirst
	}
	return hints
}

// saysROC reports a date that can only be one of the Republic.
func saysROC(s string) bool {
	if strings.Contains(s, "民國") || strings.Contains(s, "民国") {
		return true
	}
	p, ok := splitDate(s)
	return ok && p.count == 3 && p.width[0] == 3 && p.n[0] >= 100 && p.n[0] < 200
}

// bareNumber reads a cell of digits alone: 20210305, 1100305, 44260, 2021.
func bareNumber(s string, c Cell, role Role, hints DateHints) (Dated, bool) {
	whole, fraction, isFraction := strings.Cut(s, ".")
	if !isDigits(whole) || isFraction && !isDigits(fraction) {
		return Dated{}, false
	}
	n, err := strconv.Atoi(whole)
	if err != nil {
		return unreadable(s), true
	}
	if isFraction && strings.Trim(fraction, "0") != "" && len(whole) != 5 {
		return Dated{}, false
	}
	switch len(whole) {
	case 8:
		return eightDigits(s, n, hints), true
	case 7:
		return dated(s, 1911+n/10000, n/100%100, n%100, note(Repair, DateROC, s)), true
	case 6:
		return sixDigits(s, n, role, hints), true
	case 5:
		return serialDate(s, c), true
	case 4:
		return fourDigits(s, n, role), true
	}
	return unreadable(s), true
}

// eightDigits reads 20210305, and 05032021 where the year can only be last.
func eightDigits(s string, n int, hints DateHints) Dated {
	if year := n / 10000; year >= 1800 && year < 2200 {
		return dated(s, year, n/100%100, n%100)
	}
	a, b, year := n/1000000, n/10000%100, n%10000
	if year < 1900 || year >= 2200 {
		return unreadable(s)
	}
	return yearLast(s, a, b, year, hints)
}

// sixDigits reads 202103 as a month and 750809 as a day of a two-digit year.
func sixDigits(s string, n int, role Role, hints DateHints) Dated {
	if month := n % 100; n/100 >= 1900 && n/100 < 2200 && month >= 1 && month <= 12 && n/100%100 > 12 {
		return dated(s, n/100, month, 0)
	}
	return shortYear(s, n/10000, n/100%100, n%100, role, hints)
}

// fourDigits reads a year alone, and 0305 in a birthday column.
func fourDigits(s string, n int, role Role) Dated {
	if n >= 1800 && n < 2200 {
		return dated(s, n, 0, 0)
	}
	if role == Birthday && s[0] == '0' {
		d := dated(s, 0, n/100, n%100, note(Warn, DateNoYear, s))
		return d
	}
	return unreadable(s)
}

// serialDate reads the day count of a spreadsheet that has lost its date format. Day 25569 is 1 January 1970 where days are counted from
// 1900; where they are counted from 1904 it is day 24107 (ECMA-376 part 1, 18.17.4.1).
func serialDate(s string, c Cell) Dated {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v < 1000 || v >= 73051 {
		return unreadable(s)
	}
	epoch := 25569
	if c.Days1904 {
		epoch = 24107
	}
	y, m, d := civilFromDays(int(v) - epoch)
	out := dated(s, y, m, d, note(Warn, DateSerial, s))
	out.Minute = min(int((v-float64(int(v)))*1440+0.5), 1439)
	return out
}

// civilFromDays is the Gregorian day so many days after 1 January 1970, counted in eras of 400 years that begin on 1 March.
func civilFromDays(days int) (year, month, day int) {
	const era = 146097
	days += 719468
	eras := days / era
	inEra := days % era
	years := (inEra - inEra/1460 + inEra/36524 - inEra/146096) / 365
	inYear := inEra - (365*years + years/4 - years/100)
	fromMarch := (5*inYear + 2) / 153
	day = inYear - (153*fromMarch+2)/5 + 1
	month = fromMarch + 3
	year = years + eras*400
	if month > 12 {
		return year + 1, month - 12, day
	}
	return year, month, day
}
