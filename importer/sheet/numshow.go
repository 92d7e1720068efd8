package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// generalNumber shows a number without a format: all digits the file holds, up to the 15 a spreadsheet program keeps, and never in
// scientific notation below 10^21, because phone numbers and ids lose digits in it.
func generalNumber(raw string, v float64) string {
	if plainInteger(raw) {
		return raw
	}
	if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) >= 1e21 {
		return raw
	}
	text := strconv.FormatFloat(v, 'f', -1, 64)
	if len(strings.Trim(text, "-0.")) > 16 && strings.Contains(text, ".") {
		rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
		if err == nil {
			text = strconv.FormatFloat(rounded, 'f', -1, 64)
		}
	}
	return text
}

// plainInteger says whether the stored form is nothing but digits, as it is shown.
func plainInteger(raw string) bool {
	digits := strings.TrimPrefix(raw, "-")
	if digits == "" || len(digits) > 21 || digits[0] == '0' && digits != "0" {
		return false
	}
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' {
			return false
		}
	}
	return true
}

// literals are the texts of a section without places for digits.
func (s *formatSection) literals() string { return s.around("") }

// around puts the literals of the section around a number shown in another way.
func (s *formatSection) around(number string) string {
	var b strings.Builder
	done := false
	for _, t := range s.tokens {
		switch {
		case t.kind == tokenLiteral:
			b.WriteString(t.text)
		case !done:
			b.WriteString(number)
			done = true
		}
	}
	if !done {
		b.WriteString(number)
	}
	return b.String()
}

// show puts the digits of v into their places, literals between them included: 0000-000-000 gives 0912-345-678.
func (s *formatSection) show(v float64) string {
	v *= math.Pow(100, float64(s.percent)) / math.Pow(1000, float64(s.scale))
	negative := v < 0
	text := strconv.FormatFloat(math.Abs(v), 'f', min(s.decimals, 30), 64)
	whole, decimals, _ := strings.Cut(text, ".")
	whole = strings.TrimLeft(whole, "0")
	body := s.wholePart(whole) + s.decimalPart(decimals)
	if negative && strings.ContainsAny(body, "123456789") {
		return "-" + body
	}
	return body
}

// wholePart fills the places before the decimal point from the right; digits that are left over stand before the first place.
func (s *formatSection) wholePart(digits string) string {
	var reversed []string
	places, used, count := s.integer, 0, 0
	tokens := s.tokens
	for i, t := range tokens {
		if t.kind == tokenPoint {
			tokens = tokens[:i]
			break
		}
	}
	put := func(digit string) {
		if s.thousands && used > 0 && used%3 == 0 {
			reversed = append(reversed, ",")
		}
		reversed = append(reversed, digit)
		used++
	}
	for i := len(tokens) - 1; i >= 0; i-- {
		if t := tokens[i]; t.kind != tokenDigit {
			reversed = append(reversed, t.text)
			continue
		} else if len(digits) > 0 {
			put(digits[len(digits)-1:])
			digits = digits[:len(digits)-1]
		} else if t.text == "0" {
			put("0")
		}
		if count++; count == places {
			for ; len(digits) > 0; digits = digits[:len(digits)-1] {
				put(digits[len(digits)-1:])
			}
		}
	}
	for ; len(digits) > 0; digits = digits[:len(digits)-1] {
		put(digits[len(digits)-1:])
	}
	var b strings.Builder
	for i := len(reversed) - 1; i >= 0; i-- {
		b.WriteString(reversed[i])
	}
	return b.String()
}

// decimalPart is the point and what follows it; places marked # and ? show no zeros at the end.
func (s *formatSection) decimalPart(digits string) string {
	var b strings.Builder
	behind, place := false, 0
	significant := len(strings.TrimRight(digits, "0"))
	for _, t := range s.tokens {
		switch {
		case t.kind == tokenPoint:
			behind = true
			if significant > 0 || strings.Contains(s.behindPoint(), "0") {
				b.WriteByte('.')
			}
		case !behind:
		case t.kind == tokenDigit:
			if place < len(digits) && (t.text == "0" || place < significant) {
				b.WriteByte(digits[place])
			}
			place++
		default:
			b.WriteString(t.text)
		}
	}
	return b.String()
}

// behindPoint are the places behind the decimal point.
func (s *formatSection) behindPoint() string {
	places, behind := "", false
	for _, t := range s.tokens {
		if t.kind == tokenPoint {
			behind = true
		} else if behind && t.kind == tokenDigit {
			places += t.text
		}
	}
	return places
}

// The range of serial numbers that are dates: from 1 January 1900 to 31 December 9999.
const (
	maxSerial      = 2958466
	days1904       = 1462 // between the two date systems
	minutesOfDay   = 1440
	leapDayOf1900  = 60 // 29 February 1900, which Lotus 1-2-3 invented
	secondsOfDay   = 86400
	rocYearsBehind = 1911
)

// serialDate is the date of a serial number; ok is false outside the range of dates. Serial numbers below 1 are times.
func serialDate(v float64, date1904 bool) (d Date, seconds int, ok bool) {
	if date1904 && v >= 0 {
		v += days1904
	}
	if !(v >= 0 && v < maxSerial) {
		return Date{}, 0, false
	}
	days := int(v)
	seconds = int(math.Round((v - float64(days)) * secondsOfDay))
	if seconds >= secondsOfDay {
		days, seconds = days+1, 0
	}
	d.Minute = int16(seconds / 60)
	if days == 0 {
		return d, seconds, true
	}
	if days == leapDayOf1900 {
		d.Year, d.Month, d.Day = 1900, 2, 29
		return d, seconds, true
	}
	if days < leapDayOf1900 {
		days++
	}
	year, month, day := time.Date(1899, 12, 30+days, 0, 0, 0, 0, time.UTC).Date()
	d.Year, d.Month, d.Day = int16(year), uint8(month), uint8(day)
	return d, seconds, true
}

// dateText shows a date by the format. Republic of China years, weekdays in Chinese and the 12-hour clock are known; names of months
// and days are English.
func (f *numberFormat) dateText(d Date, seconds int) string {
	s := &f.sections[0]
	var b strings.Builder
	for _, t := range s.tokens {
		switch t.kind {
		case tokenDate:
			b.WriteString(s.datePart(t.text, d, seconds))
		default:
			b.WriteString(t.text)
		}
	}
	return strings.TrimSpace(b.String())
}

// datePart shows one part: yyyy, e, M, d, h, m, s, AM/PM.
func (s *formatSection) datePart(code string, d Date, seconds int) string {
	hour := seconds / 3600
	switch code[0] {
	case 'y', 'e', 'b':
		return s.year(code, int(d.Year))
	case 'g':
		return s.era(code)
	case 'M':
		return monthPart(code, int(d.Month))
	case 'd', 'a':
		return dayPart(code, d)
	case 'h':
		if s.twelve {
			hour = (hour+11)%12 + 1
		}
		return padded(hour, len(code))
	case 'm':
		return padded(seconds/60%60, len(code))
	case 's':
		return padded(seconds%60, len(code))
	case 'A':
		return [2]string{"AM", "PM"}[hour/12%2]
	}
	return [2]string{"上午", "下午"}[hour/12%2]
}

func padded(n, width int) string {
	text := strconv.Itoa(n)
	for len(text) < min(width, 4) {
		text = "0" + text
	}
	return text
}

func (s *formatSection) year(code string, year int) string {
	switch {
	case code[0] == 'e' && s.roc && year > rocYearsBehind:
		return strconv.Itoa(year - rocYearsBehind)
	case len(code) <= 2 && code[0] == 'y':
		return padded(year%100, 2)
	}
	return padded(year, 4)
}

func (s *formatSection) era(code string) string {
	switch {
	case !s.roc:
		return ""
	case len(code) > 2:
		return "中華民國"
	}
	return "民國"
}

func monthPart(code string, month int) string {
	if len(code) <= 2 || month < 1 || month > 12 {
		return padded(month, len(code))
	}
	name := time.Month(month).String()
	switch len(code) {
	case 3:
		return name[:3]
	case 5:
		return name[:1]
	}
	return name
}

func dayPart(code string, d Date) string {
	if code[0] == 'd' && len(code) <= 2 {
		return padded(int(d.Day), len(code))
	}
	day := time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC).Weekday()
	switch {
	case code[0] == 'a' && len(code) >= 4:
		return "星期" + string([]rune("日一二三四五六")[day])
	case code[0] == 'a':
		return "週" + string([]rune("日一二三四五六")[day])
	case len(code) == 3:
		return day.String()[:3]
	}
	return day.String()
}

// cell makes the cell of a stored number with its format.
func (f *numberFormat) cell(raw string, date1904 bool) Cell {
	if f.general && plainInteger(raw) {
		return Cell{Text: raw, Raw: raw, Kind: KindNumber}
	}
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return Cell{Text: raw, Kind: KindText}
	}
	if f.date && !f.elapsed {
		if d, seconds, ok := serialDate(v, date1904); ok {
			return Cell{
				Text: f.dateText(d, seconds), Raw: raw, Date: d, Kind: KindDate,
				DateShownWithoutYear: f.hasDay && !f.hasYear,
			}
		}
	}
	return Cell{Text: f.number(raw, v), Raw: raw, Kind: KindNumber}
}

// builtinFormat is the code of the formats that a file names by number only: ECMA-376 part 1, 18.8.30, with the dates of a Taiwanese
// computer where they depend on it.
func builtinFormat(id int) string {
	switch id {
	case 1, 2, 3, 4:
		return [...]string{"0", "0.00", "#,##0", "#,##0.00"}[id-1]
	case 5, 6:
		return `"$"#,##0;-"$"#,##0`
	case 7, 8:
		return `"$"#,##0.00;-"$"#,##0.00`
	case 9:
		return "0%"
	case 10:
		return "0.00%"
	case 11:
		return "0.00E+00"
	case 12, 13:
		return "# ?/?"
	case 14:
		return "yyyy/m/d"
	case 15:
		return "d-mmm-yy"
	case 16:
		return "d-mmm"
	case 17:
		return "mmm-yy"
	case 18, 19, 20, 21:
		return [...]string{"h:mm AM/PM", "h:mm:ss AM/PM", "h:mm", "h:mm:ss"}[id-18]
	case 22:
		return "yyyy/m/d h:mm"
	case 37, 38:
		return "#,##0;-#,##0"
	case 39, 40:
		return "#,##0.00;-#,##0.00"
	case 41, 42:
		return "#,##0"
	case 43, 44:
		return "#,##0.00"
	case 45:
		return "mm:ss"
	case 46:
		return "[h]:mm:ss"
	case 47:
		return "mm:ss"
	case 48:
		return "##0.0E+0"
	}
	return builtinEastAsian(id)
}

// builtinEastAsian are the formats 27 to 36 and 50 to 58 as zh-TW has them.
func builtinEastAsian(id int) string {
	switch id {
	case 27, 36, 50, 57:
		return "[$-404]e/m/d"
	case 28, 29, 51, 54, 58:
		return `[$-404]e"年"m"月"d"日"`
	case 30:
		return "m/d/yy"
	case 31:
		return `yyyy"年"m"月"d"日"`
	case 32:
		return `hh"時"mm"分"`
	case 33:
		return `hh"時"mm"分"ss"秒"`
	case 34, 52, 55:
		return `上午/下午hh"時"mm"分"`
	case 35, 53, 56:
		return `上午/下午hh"時"mm"分"ss"秒"`
	}
	return ""
}
