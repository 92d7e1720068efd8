package clean

import (
	"regexp"

	"regulars/store/crm"
)

var lunarDay = regexp.MustCompile(`(?i)^(?:農曆|农历|陰曆|阴历|舊曆|旧历|lunar)\s*(?:(\d{4})\s*[年/-]\s*|--)?(\d{1,2})\s*[月/-]\s*(\d{1,2})\s*[日號号]?$`)

// LunarDay reads a day of the Chinese lunar calendar that says so and is written in digits: 農曆 3月5日, 農曆 1986年3月5日, lunar 1986-03-05. The year is the one in
// which the lunar year begins. ok is false for anything else, which Date puts aside: leap months, days
// in words, and the 30th of the second month, which crm.Date has no place for.
func LunarDay(text string) (day crm.Date, ok bool) {
	m := lunarDay.FindStringSubmatch(half(Text(text)))
	if m == nil {
		return 0, false
	}
	day, err := crm.NewDate(number0(m[1]), number0(m[2]), number0(m[3]))
	return day, err == nil && day.Month() > 0 && day.Day() > 0 && day.Day() <= 30
}
