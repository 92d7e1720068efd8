package clean

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	rocDate    = regexp.MustCompile(`^(?:中華民國|中华民国|民國|民国|ROC|R\.O\.C\.|民)\s*(前)?\s*(\d{1,3}|元)\s*(?:年|/|\.|-)?\s*(?:(\d{1,2})\s*(?:月|/|\.|-)?\s*(?:(\d{1,2})\s*[日號号]?)?)?$`)
	yearAlone  = regexp.MustCompile(`^(\d{2,4})\s*年(?:次)?$`)
	japanDate  = regexp.MustCompile(`^(令和|平成|昭和|大正|明治|[RHSTMrhstm])\s*\.?\s*(\d{1,2}|元)\s*(?:年|/|\.|-)\s*(\d{1,2})\s*(?:月|/|\.|-)\s*(\d{1,2})\s*日?$`)
	lunarWords = regexp.MustCompile(`農曆|农历|陰曆|阴历|旧暦|舊曆|閏|闰|正月|臘月|腊月|음력|lunar`)
	japanEras  = map[string]int{"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925, "大正": 1911, "t": 1911, "明治": 1867, "m": 1867}
)

// eraDate reads years of the Republic of China that say so, and of Japanese eras. Year 1 of the Republic is 1912; 民國前1年 is 1911.
func eraDate(s string) (Dated, bool) {
	if m := yearAlone.FindStringSubmatch(s); m != nil {
		return writtenYear(s, number0(m[1])), true
	}
	if isPlain(s) && (s == "" || isDigit(rune(s[0]))) {
		return Dated{}, false
	}
	if m := rocDate.FindStringSubmatch(s); m != nil {
		year, month, day := eraYear(m[2]), number0(m[3]), number0(m[4])
		if m[1] != "" {
			return dated(s, 1912-year, month, day, note(Warn, DateBeforeROC, s)), true
		}
		return dated(s, 1911+year, month, day, note(Repair, DateROC, s)), true
	}
	if m := japanDate.FindStringSubmatch(s); m != nil {
		year := japanEras[strings.ToLower(m[1])] + eraYear(m[2])
		return dated(s, year, number0(m[3]), number0(m[4]), note(Repair, DateJapanese, s)), true
	}
	return Dated{}, false
}

// writtenYear reads 1986年 and 75年次.
func writtenYear(s string, year int) Dated {
	switch {
	case year >= 1000:
		return dated(s, year, 0, 0)
	case year >= 100:
		return dated(s, 1911+year, 0, 0, note(Repair, DateROC, s))
	}
	return dated(s, 1911+year, 0, 0, note(Warn, DateROCDoubt, s))
}

// lunarDate reports a day of the lunar calendar, which is no civil date.
func lunarDate(s string) (Dated, bool) {
	if isPlain(s) || !lunarWords.MatchString(s) {
		return Dated{}, false
	}
	return Dated{Notes: []Note{note(Problem, DateLunar, s)}}, true
}

// eraYear is the number of a year in its era, whose first is called 元.
func eraYear(s string) int {
	if s == "元" {
		return 1
	}
	return number0(s)
}

// number0 is the number of a text of digits, 0 for an empty one.
func number0(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

var (
	noYear    = regexp.MustCompile(`^--(\d{2})-?(\d{2})(?:T.*)?$`)
	compactTS = regexp.MustCompile(`^(\d{8})T([01]\d|2[0-3])([0-5]\d)`)
)

// cardDate reads the forms of vCard (RFC 6350, 4.3) that are no ordinary dates: --0305, 20210305T120000.
func cardDate(s string) (Dated, bool) {
	if m := noYear.FindStringSubmatch(s); m != nil {
		return dated(s, 0, number0(m[1]), number0(m[2])), true
	}
	if m := compactTS.FindStringSubmatch(s); m != nil {
		n := number0(m[1])
		d := dated(s, n/10000, n/100%100, n%100)
		d.Minute = number0(m[2])*60 + number0(m[3])
		return d, true
	}
	return Dated{}, false
}

var (
	dayMonthYear = regexp.MustCompile(`^(?i)(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[.\s-]*(?:de\s+)?([\p{L}]{3,10})\.?(?:[,\s-]+(?:de\s+)?(\d{2,4}))?$`)
	monthDayYear = regexp.MustCompile(`^(?i)(?:[a-z]{3,9},\s+)?([\p{L}]{3,10})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?(?:[,\s-]+(\d{4}))?$`)
	monthYear    = regexp.MustCompile(`^([\p{L}]{3,10})\.?[\s,-]+(\d{4})$`)
)

// namedMonth reads dates with the month as a word: 5 Mar 2021, March 5, 5. März 1972.
func namedMonth(s string) (Dated, bool) {
	if !hasLetter(s) {
		return Dated{}, false
	}
	if m := dayMonthYear.FindStringSubmatch(s); m != nil && monthOf(m[2]) > 0 {
		return namedYear(s, m[3], monthOf(m[2]), number0(m[1])), true
	}
	if m := monthDayYear.FindStringSubmatch(s); m != nil && monthOf(m[1]) > 0 {
		return namedYear(s, m[3], monthOf(m[1]), number0(m[2])), true
	}
	if m := monthYear.FindStringSubmatch(s); m != nil && monthOf(m[1]) > 0 {
		return dated(s, number0(m[2]), monthOf(m[1]), 0), true
	}
	return Dated{}, false
}

// namedYear adds the year, which may be missing or short.
func namedYear(s, year string, month, day int) Dated {
	if len(year) == 2 {
		return dated(s, shortCentury(number0(year)), month, day).warned(s)
	}
	return dated(s, number0(year), month, day)
}

// monthOf is the number of a month's name in English, German, French, Spanish, Italian or Portuguese, 0 for any other word.
func monthOf(word string) int {
	word = strings.ToLower(word)
	for i, names := range monthNames {
		for _, name := range names {
			if word == name || len([]rune(name)) > 3 && word == string([]rune(name)[:3]) || word == "sept" && i == 8 {
				return i + 1
			}
		}
	}
	return 0
}

var monthNames = [12][]string{
	{"january", "januar", "jänner", "janvier", "enero", "gennaio", "janeiro"},
	{"february", "februar", "février", "fév", "febrero", "febbraio", "fevereiro"},
	{"march", "märz", "mrz", "mars", "marzo", "março"},
	{"april", "avril", "avr", "abril", "aprile"},
	{"may", "mai", "mayo", "maggio", "maio"},
	{"june", "juni", "juin", "junio", "giugno", "junho"},
	{"july", "juli", "juillet", "julio", "luglio", "julho"},
	{"august", "août", "aoû", "agosto"},
	{"september", "septembre", "septiembre", "settembre", "setembro"},
	{"october", "oktober", "octobre", "octubre", "ottobre", "outubro"},
	{"november", "novembre", "noviembre", "novembro"},
	{"december", "dezember", "décembre", "diciembre", "dicembre", "dezembro"},
}

// digitsOfNumerals writes the Chinese numerals of a date as digits: 二〇二一年三月五日, 一百一十年十二月三十日. Other texts stay as they are.
func digitsOfNumerals(s string) string {
	if !strings.ContainsAny(s, "年月") || !strings.ContainsAny(s, "一二三四五六七八九十〇零廿卅百") {
		return s
	}
	var b strings.Builder
	run := []rune{}
	flush := func() {
		if len(run) > 0 {
			b.WriteString(strconv.Itoa(numeral(run)))
			run = run[:0]
		}
	}
	for _, r := range s {
		if _, ok := numerals[r]; ok {
			run = append(run, r)
			continue
		}
		flush()
		b.WriteRune(r)
	}
	flush()
	return b.String()
}

var numerals = map[rune]int{'〇': 0, '零': 0, '○': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '十': 10, '廿': 20, '卅': 30, '百': 100}

// numeral is the value of a Chinese numeral below 10,000, written by place (二〇二一) or with its units (一百一十).
func numeral(run []rune) int {
	byPlace, total, digit, units := 0, 0, 0, false
	for _, r := range run {
		v := numerals[r]
		switch {
		case v < 10:
			digit = v
			byPlace = (byPlace*10 + v) % 100000
			continue
		case v == 20 || v == 30:
			total += v
		case digit == 0:
			total += v
		default:
			total += digit * v
		}
		digit, units = 0, true
	}
	if units {
		return total + digit
	}
	return byPlace
}
