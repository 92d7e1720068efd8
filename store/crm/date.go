package crm

import (
	"errors"
	"fmt"
)

// Date is a civil date, a day as it stands on a calendar on the wall, in no time zone. It is the number year·10000 + month·100 + day of the
// Gregorian calendar, so that dates compare as numbers. Year 0 means the year is not known (a birthday on 5 March is 305); day 0 means that
// only the month, month 0 that only the year is known. The zero Date is no date.
type Date int32

// ErrBadDate is returned for a day that no calendar has and for a text that is no date.
var ErrBadDate = errors.New("crm: not a date")

// NewDate makes a date from its parts, any of which may be 0 for unknown, and refuses days that do not exist. 29 February is accepted when the
// year is not known.
func NewDate(year, month, day int) (Date, error) {
	d := Date(year*10000 + month*100 + day)
	if year < 0 || month < 0 || month > 12 || day < 0 || day > 31 || !d.Valid() {
		return 0, fmt.Errorf("%w: %d-%d-%d", ErrBadDate, year, month, day)
	}
	return d, nil
}

// Year is the Gregorian year, 0 when it is not known.
func (d Date) Year() int { return int(d) / 10000 }

// Month is 1 to 12, 0 when it is not known.
func (d Date) Month() int { return int(d) / 100 % 100 }

// Day is 1 to 31, 0 when it is not known.
func (d Date) Day() int { return int(d) % 100 }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// Valid reports whether such a day, month or year exists.
func (d Date) Valid() bool {
	y, m, day := d.Year(), d.Month(), d.Day()
	switch {
	case d <= 0 || y > 9999 || m > 12:
		return false
	case m == 0:
		return day == 0 && y > 0
	case day == 0:
		return y > 0
	case y == 0:
		return day <= daysIn(2000, m)
	}
	return day <= daysIn(y, m)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// String writes ISO 8601: 1986-03-05, 1986-03, 1986, and --03-05 for a day without a year.
func (d Date) String() string {
	switch {
	case d == 0:
		return ""
	case d.Year() == 0:
		return fmt.Sprintf("--%02d-%02d", d.Month(), d.Day())
	case d.Month() == 0:
		return fmt.Sprintf("%04d", d.Year())
	case d.Day() == 0:
		return fmt.Sprintf("%04d-%02d", d.Year(), d.Month())
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year(), d.Month(), d.Day())
}

// ParseDate reads exactly the forms that String writes. What people type is read by package importer/clean.
func ParseDate(s string) (Date, error) {
	var y, m, d int
	var err error
	switch len(s) {
	case 0:
		return 0, nil
	case 4:
		_, err = fmt.Sscanf(s, "%04d", &y)
	case 7:
		if s[0] == '-' {
			_, err = fmt.Sscanf(s, "--%02d-%02d", &m, &d)
		} else {
			_, err = fmt.Sscanf(s, "%04d-%02d", &y, &m)
		}
	case 10:
		_, err = fmt.Sscanf(s, "%04d-%02d-%02d", &y, &m, &d)
	default:
		err = ErrBadDate
	}
	if err != nil {
		return 0, fmt.Errorf("%w: %q", ErrBadDate, s)
	}
	date, err := NewDate(y, m, d)
	if err == nil && date.String() != s {
		return 0, fmt.Errorf("%w: %q", ErrBadDate, s)
	}
	return date, err
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	if err == nil {
		*d = v
	}
	return err
}

// SpecialDate is a day that matters to a contact: a birthday, a wedding day, the day a firm was founded.
type SpecialDate struct {
	Kind  string `cbor:"1,keyasint,omitempty" json:"kind"`            // DateBirthday, DateAnniversary or "" with a Label
	Label string `cbor:"2,keyasint,omitempty" json:"label,omitempty"` // the user's own word for it
	Date  Date   `cbor:"3,keyasint,omitempty" json:"date"`
	Lunar bool   `cbor:"4,keyasint,omitempty" json:"lunar,omitempty"` // Date counts in the Chinese lunar calendar
	Text  string `cbor:"5,keyasint,omitempty" json:"text,omitempty"`  // as typed, where that says more than Date
}

// The kinds of special dates that the program knows by name.
const (
	DateBirthday    = "birthday"
	DateAnniversary = "anniversary"
)
