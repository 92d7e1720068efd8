package clean

import (
	"regexp"
	"strconv"
	"strings"
)

// dateParts are the numbers of a written date and the signs between them.
type dateParts struct {
	n      [3]int
	width  [3]int  // digits of each number as written
	sep    [3]rune // the sign behind each number, 0 for none
	count  int
	minute int
}

// asciiDate brings a date to half width, Chinese numerals to digits, and takes off what says nothing: 西元, the day of the week.
func asciiDate(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.TrimSpace(half(s))
	for _, prefix := range []string{"西元", "公元", "西曆", "國曆", "国历", "陽曆", "阳历", "新曆"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, prefix))
	}
	s = strings.TrimSuffix(strings.TrimSuffix(s, "生"), "出")
	return digitsOfNumerals(strings.TrimSpace(s))
}

// splitDate takes a written date apart; ok is false when it is not one to three numbers and perhaps a time.
func splitDate(s string) (p dateParts, ok bool) {
	i := 0
	for p.count < 3 {
		from := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i == from || i-from > 4 {
			return p, false
		}
		p.n[p.count], _ = strconv.Atoi(s[from:i])
		p.width[p.count] = i - from
		var sep rune
		sep, i = dateSeparator(s, i)
		p.sep[p.count] = sep
		p.count++
		if sep == 0 || i >= len(s) || s[i] < '0' || s[i] > '9' || p.count == 2 && sep == '日' {
			break
		}
		if p.count == 2 && strings.Contains(s[i:], ":") && (sep == ' ' || sep == 'T') {
			break // 3/5 12:00
		}
	}
	minute, ok := timeOfDay(s[i:])
	p.minute = minute
	return p, ok && p.count > 1
}

// dateSeparator reads the sign behind a number and the blanks around it.
func dateSeparator(s string, i int) (sep rune, next int) {
	j := i
	for j < len(s) && s[j] == ' ' {
		j++
	}
	for _, mark := range dateMarks {
		if strings.HasPrefix(s[j:], mark.text) {
			for j += len(mark.text); j < len(s) && s[j] == ' '; j++ {
			}
			return mark.sep, j
		}
	}
	if j > i {
		return ' ', j
	}
	return 0, i
}

var dateMarks = []struct {
	text string
	sep  rune
}{{"/", '/'}, {"-", '-'}, {".", '.'}, {"年", '年'}, {"月", '月'}, {"日", '日'}, {"號", '日'}, {"号", '日'}, {"년", '年'}, {"월", '月'}, {"일", '日'}, {",", ','}, {"、", ','}, {"T", 'T'}, {"\\", '/'}}

var (
	weekday = regexp.MustCompile(`^(?i)[ ,(]*(?:(?:星期|週|周|禮拜)[一二三四五六日天1-7]|[一二三四五六日天月火水木金土]|mon|tue|wed|thu|fri|sat|sun)[a-z]*[ )曜日]*`)
	clock   = regexp.MustCompile(`^(?i)[ T]*(上午|下午|凌晨|早上|中午|晚上|am|pm|午前|午後)?[ ]*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?[ ]*(am|pm|a\.m\.|p\.m\.)?[ ]*(?:z|[+-]\d{2}:?\d{2})?$`)
)

// timeOfDay reads what follows a date; ok is false when it is neither empty nor a day of the week nor a time. A time zone is passed over: the
// day is the one that was written.
func timeOfDay(s string) (minute int, ok bool) {
	if s == "" {
		return 0, true
	}
	if !isPlain(s) || strings.ContainsAny(s, "()") || hasLetter(s) {
		if after := weekday.ReplaceAllString(s, ""); strings.TrimSpace(after) == "" {
			return 0, true
		} else if clock.MatchString(after) {
			s = after
		}
	}
	m := clock.FindStringSubmatch(s)
	if m == nil {
		return 0, strings.Trim(s, " .,") == ""
	}
	hour, _ := strconv.Atoi(m[2])
	minute, _ = strconv.Atoi(m[3])
	half := strings.ToLower(m[1] + m[5])
	afternoon := strings.HasPrefix(half, "p") || half == "下午" || half == "晚上" || half == "午後"
	switch {
	case afternoon && hour < 12:
		hour += 12
	case hour == 12 && half != "" && !afternoon && half != "中午":
		hour = 0
	}
	return hour*60 + minute, hour < 24 && minute < 60
}

// read understands the numbers.
func (p dateParts) read(s string, role Role, hints DateHints) Dated {
	if p.count == 2 {
		return p.readTwo(s, hints)
	}
	a, b, c := p.n[0], p.n[1], p.n[2]
	switch {
	case p.width[0] == 4 && a == 0, p.width[0] == 4 && a == 1604:
		return dated(s, 0, b, c) // vCard without a year, and Apple's way to say so
	case p.width[0] == 4:
		return dated(s, a, b, c)
	case p.width[0] == 3:
		return dated(s, 1911+a, b, c, note(Repair, DateROC, s))
	case p.width[2] == 4 && p.sep[0] == '.':
		return dottedYearLast(s, a, b, c)
	case p.width[2] == 4:
		return yearLast(s, a, b, c, hints)
	case p.sep[0] == '年':
		return writtenShortYear(s, a, b, c, hints)
	}
	return p.readShort(s, role, hints)
}

// readTwo reads a month of a year (2021/3, 110年3月) or a day without a year (3/5, 3月5日).
func (p dateParts) readTwo(s string, hints DateHints) Dated {
	a, b := p.n[0], p.n[1]
	switch {
	case p.width[0] == 4:
		return dated(s, a, b, 0)
	case p.width[1] == 4:
		return dated(s, b, a, 0)
	case p.width[0] == 3, p.sep[0] == '年':
		return dated(s, 1911+a, b, 0, note(Repair, DateROC, s))
	case p.sep[0] == '月' || a <= 12 && hints.Order != DayFirst:
		return dated(s, 0, a, b)
	case b <= 12:
		return dated(s, 0, b, a)
	}
	return impossible(s)
}

// yearLast reads 3/5/2021, which is two dates unless a number is above 12 or the column tells.
func yearLast(s string, a, b, year int, hints DateHints) Dated {
	switch {
	case a > 12 && b > 12:
		return impossible(s)
	case a > 12 || hints.Order == DayFirst && b <= 12:
		return dated(s, year, b, a)
	case b > 12 || hints.Order == MonthFirst:
		return dated(s, year, a, b)
	}
	return ask(s, DateOrderAsk, [3]int{year, a, b}, [3]int{year, b, a})
}

// dottedYearLast reads 5.3.2021: who writes dots puts the day first.
func dottedYearLast(s string, a, b, year int) Dated {
	if b > 12 {
		return dated(s, year, a, b)
	}
	return dated(s, year, b, a)
}

// writtenShortYear reads 75年8月9日: with 年 behind it a short year is one of the Republic unless the user said otherwise.
func writtenShortYear(s string, year, month, day int, hints DateHints) Dated {
	switch hints.ROC {
	case Yes:
		return dated(s, 1911+year, month, day, note(Repair, DateROC, s))
	case No:
		return dated(s, shortCentury(year), month, day)
	}
	return dated(s, 1911+year, month, day, note(Warn, DateROCDoubt, s))
}

// readShort reads three numbers of at most two digits.
func (p dateParts) readShort(s string, role Role, hints DateHints) Dated {
	a, b, c := p.n[0], p.n[1], p.n[2]
	switch {
	case a > 31 || hints.ROC == Yes:
		return shortYear(s, a, b, c, role, hints)
	case c > 31:
		return yearLast(s, a, b, 1900+c, hints).warned(s)
	case hints.Order == DayFirst:
		return ask(s, DateTwoDigit, [3]int{shortCentury(c), b, a}, [3]int{1911 + a, b, c})
	case hints.Order == MonthFirst:
		return ask(s, DateTwoDigit, [3]int{shortCentury(c), a, b}, [3]int{1911 + a, b, c})
	}
	return ask(s, DateTwoDigit, [3]int{1911 + a, b, c}, [3]int{2000 + a, b, c}, [3]int{shortCentury(c), a, b}, [3]int{shortCentury(c), b, a})
}

// warned adds that the century was supplied.
func (d Dated) warned(s string) Dated {
	if d.Date != 0 {
		d.Notes = append(d.Notes, note(Warn, DateTwoDigit, s, "date", d.Date.String(), "choices", d.Date.String()))
	}
	return d
}

// shortYear reads a short year at the front: of the Republic, or of the 20th century. A birthday between 20 (1931) and 95 (2006) is taken as a
// year of the Republic, as birthdays of grown-up people are written here, and the user is told.
func shortYear(s string, year, month, day int, role Role, hints DateHints) Dated {
	switch {
	case hints.ROC == Yes:
		return dated(s, 1911+year, month, day, note(Repair, DateROC, s))
	case hints.ROC == No:
		return dated(s, shortCentury(year), month, day)
	case role == Birthday && year >= 20 && year <= 95:
		return dated(s, 1911+year, month, day, note(Warn, DateROCDoubt, s))
	}
	return ask(s, DateTwoDigit, [3]int{1911 + year, month, day}, [3]int{shortCentury(year), month, day})
}

// shortCentury is the full year of a Western year of two digits, by the rule of Excel and POSIX pivoted at 1930.
func shortCentury(year int) int {
	if year >= 30 {
		return 1900 + year
	}
	return 2000 + year
}
