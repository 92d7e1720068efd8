package clean

import (
	"fmt"
	"strings"
	"testing"

	"regulars/store/crm"
)

// writeDated writes a result as the date, "?" and the readings to choose from, or "!" and the text that stayed.
func writeDated(d Dated) string {
	s := d.Date.String()
	if d.Minute != 0 {
		s += fmt.Sprintf(" %02d:%02d", d.Minute/60, d.Minute%60)
	}
	if len(d.Ask) > 0 {
		var all []string
		for _, x := range d.Ask {
			all = append(all, x.String())
		}
		return "?" + strings.Join(all, " ")
	}
	if d.Rest != "" {
		s += "!" + d.Rest
	}
	return s
}

func TestDate(t *testing.T) {
	dmy := DateHints{Order: DayFirst}
	tests := []struct {
		name  string
		cell  Cell
		role  Role
		hints DateHints
		want  string
		warn  string
	}{
		{"F1 slashes", Typed("民國110/3/5"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"F1 words", Typed("民國110年3月5日"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"F1 without the era", Typed("110年3月5日"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"F2", Typed("110/3/5"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"F2 dots", Typed("110.03.05"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"F3", Typed("1100305"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"F4", Typed("99/3/5"), OtherDate, DateHints{}, "?2010-03-05 1999-03-05", DateTwoDigit},
		{"F4 answered", Typed("99/3/5"), OtherDate, DateHints{ROC: Yes}, "2010-03-05", ""},
		{"F4 answered no", Typed("99/3/5"), OtherDate, DateHints{ROC: No}, "1999-03-05", ""},
		{"F5", Typed("75.8.9"), Birthday, DateHints{}, "1986-08-09", DateROCDoubt},
		{"F6", Typed("民國前1年"), OtherDate, DateHints{}, "1911", DateBeforeROC},
		{"F7", Typed("20210305"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"F8", Cell{Text: "2021/3/5", Raw: "44260", Date: 20210305}, OtherDate, DateHints{}, "2021-03-05", ""},
		{"F9", Typed("44260"), OtherDate, DateHints{}, "2021-03-05", DateSerial},
		{"F9 number", number("44260"), OtherDate, DateHints{}, "2021-03-05", DateSerial},
		{"F10", Cell{Text: "42798", Raw: "42798", Days1904: true}, OtherDate, DateHints{}, "2021-03-05", DateSerial},
		{"F11", number("44260.5"), OtherDate, DateHints{}, "2021-03-05 12:00", DateSerial},
		{"F11 marked", Cell{Text: "2021/3/5 12:00", Raw: "44260.5", Date: 20210305, Minute: 720}, OtherDate, DateHints{}, "2021-03-05 12:00", ""},
		{"F12", Typed("3/5/2021"), OtherDate, DateHints{}, "?2021-03-05 2021-05-03", DateOrderAsk},
		{"F12 zeros", Typed("05/03/2021"), OtherDate, DateHints{}, "?2021-05-03 2021-03-05", DateOrderAsk},
		{"F12 column", Typed("3/5/2021"), OtherDate, dmy, "2021-05-03", ""},
		{"F12 same", Typed("3/3/2021"), OtherDate, DateHints{}, "2021-03-03", ""},
		{"F13", Typed("1/20/1981"), OtherDate, DateHints{}, "1981-01-20", ""},
		{"F14", Typed("3/5"), Birthday, DateHints{}, "--03-05", ""},
		{"F14 words", Typed("3月5日"), Birthday, DateHints{}, "--03-05", ""},
		{"F14 card", Typed("--0305"), Birthday, DateHints{}, "--03-05", ""},
		{"F14 card hyphen", Typed("--03-05"), Birthday, DateHints{}, "--03-05", ""},
		{"F14 year 0", Typed("0000-03-05"), Birthday, DateHints{}, "--03-05", ""},
		{"F14 Apple", Typed("1604-03-05"), Birthday, DateHints{}, "--03-05", ""},
		{"F15", Cell{Text: "3月5日", Raw: "46086", Date: 20260305, NoYear: true}, Birthday, DateHints{}, "--03-05", DateNoYear},
		{"F16 dots", Typed("0.0.00"), OtherDate, DateHints{}, "", ""},
		{"F16 slashes", Typed("0/0/00"), OtherDate, DateHints{}, "", ""},
		{"F16 day 0", Typed("1900/1/0"), OtherDate, DateHints{}, "", ""},
		{"F16 day before", Typed("1899-12-30"), OtherDate, DateHints{}, "", ""},
		{"F16 marked", Cell{Text: "1899-12-30", Date: 18991230}, OtherDate, DateHints{}, "", ""},
		{"F16 zeros", Typed("0000-00-00"), OtherDate, DateHints{}, "", ""},
		{"F17", Typed("2021/2/30"), OtherDate, DateHints{}, "!2021/2/30", DateImpossible},
		{"F17 hyphens", Typed("1977-2-31"), Birthday, DateHints{}, "!1977-2-31", DateImpossible},
		{"F17 compact", Typed("19723101"), Birthday, DateHints{}, "!19723101", DateImpossible},
		{"F18", Typed("令和3年3月5日"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"F18 letter", Typed("R3.3.5"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"F18 first year", Typed("令和元年5月1日"), OtherDate, DateHints{}, "2019-05-01", ""},

		{"the journal's example", Typed("31.02.2026"), OtherDate, DateHints{}, "!31.02.2026", DateImpossible},
		{"German", Typed("31.1.1972"), Birthday, DateHints{}, "1972-01-31", ""},
		{"German, both small", Typed("05.03.2021"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"ISO with time and zone", Typed("1953-10-15T23:10:00Z"), Birthday, DateHints{}, "1953-10-15 23:10", ""},
		{"ISO compact", Typed("19960415T231000"), Birthday, DateHints{}, "1996-04-15 23:10", ""},
		{"Chinese afternoon", Typed("2021/3/5 下午 3:05:00"), OtherDate, DateHints{}, "2021-03-05 15:05", ""},
		{"midnight", Typed("2021/3/5 12:00:00 AM"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"weekday", Typed("2021/3/5(五)"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"Chinese numerals", Typed("民國一百一十年三月五日"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"Chinese numerals by place", Typed("二〇二一年十二月三十日"), OtherDate, DateHints{}, "2021-12-30", ""},
		{"full width", Typed("２０２１／３／５"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"month name", Typed("5 Mar 2021"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"American month name", Typed("March 5, 2021"), OtherDate, DateHints{}, "2021-03-05", ""},
		{"German month name", Typed("5. März 1972"), OtherDate, DateHints{}, "1972-03-05", ""},
		{"month alone", Typed("2021年3月"), OtherDate, DateHints{}, "2021-03", ""},
		{"year alone", Typed("1972"), Birthday, DateHints{}, "1972", ""},
		{"short year in words", Typed("75年8月9日"), OtherDate, DateHints{}, "1986-08-09", DateROCDoubt},
		{"six digits", Typed("750809"), OtherDate, DateHints{}, "?1986-08-09 1975-08-09", DateTwoDigit},
		{"year last, short", Typed("25/3/81"), OtherDate, DateHints{}, "1981-03-25", DateTwoDigit},
		{"no year, day first", Typed("25/12"), Birthday, DateHints{}, "--12-25", ""},
		{"born in a year", Typed("75年次"), Birthday, DateHints{}, "1986", DateROCDoubt},
		{"year in words", Typed("1986年"), Birthday, DateHints{}, "1986", ""},
		{"born", Typed("1986年8月9日生"), Birthday, DateHints{}, "1986-08-09", ""},
		{"lunar", Typed("農曆3月5日"), Birthday, DateHints{}, "!農曆3月5日", DateLunar},
		{"circa", Typed("circa 1800"), Birthday, DateHints{}, "!circa 1800", DateUnreadable},
		{"words", Typed("不知道"), Birthday, DateHints{}, "!不知道", DateUnreadable},
		{"nothing", Typed("無"), Birthday, DateHints{}, "", ""},
		{"long digits", Typed("99999999999999999999"), OtherDate, DateHints{}, "!99999999999999999999", DateUnreadable},
		{"29 February", Typed("2021/2/29"), OtherDate, DateHints{}, "!2021/2/29", DateImpossible},
		{"29 February without year", Typed("2/29"), Birthday, DateHints{}, "--02-29", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := Date(tt.cell, tt.role, tt.hints)
			if got := writeDated(d); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if got := codesOf(d.Notes); got != tt.warn {
				t.Errorf("warnings: got %q, want %q", got, tt.warn)
			}
		})
	}
}

func TestHintsOf(t *testing.T) {
	tests := []struct {
		name   string
		column string
		want   DateHints
	}{
		{"F12", "3/5/2021|25/3/2021", DateHints{Order: DayFirst}},
		{"American", "3/5/2021|3/25/2021", DateHints{Order: MonthFirst}},
		{"both", "25/3/2021|3/25/2021", DateHints{}},
		{"Republic", "110/3/5|99/3/5", DateHints{ROC: Yes}},
		{"nothing", "2021-03-05||無", DateHints{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var column []Cell
			for _, s := range strings.Split(tt.column, "|") {
				column = append(column, Typed(s))
			}
			if got := HintsOf(column); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

// TestSerialDays holds the day count of spreadsheets against known days.
func TestSerialDays(t *testing.T) {
	for serial, want := range map[string]crm.Date{"36526": 20000101, "36585": 20000229, "43831": 20200101, "44196": 20201231, "10959": 19300101} {
		if d := Date(number(serial), OtherDate, DateHints{}); d.Date != want {
			t.Errorf("%s: got %s, want %s", serial, d.Date, want)
		}
	}
}
