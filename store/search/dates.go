package search

import (
	"strconv"
	"strings"
	"time"

	"regulars/store/crm"
)

// day is one end of a date condition: a date of which parts may be missing, or a distance from today.
type day struct {
	year, month, date int
	relative          bool
	count             int
	unit              byte // d, w, m or y
}

// parseDay reads 2025, 2025-01, 2025-01-31, 01-31, 11 (a month, of yearly dates only), today, 30d, 2w, 6m, 1y and the Chinese for these.
func parseDay(s string, everyYear bool) (day, bool) {
	s = strings.TrimSpace(strings.ToLower(Fold(s)))
	if d, ok := parseDistance(s); ok {
		return d, true
	}
	s = strings.NewReplacer("年", "-", "月", "-", "日", "", "号", "", "/", "-", ".", "-").Replace(strings.TrimLeft(s, "-"))
	parts := strings.Split(strings.TrimRight(s, "-"), "-")
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v <= 0 || v > 9999 || i > 2 {
			return day{}, false
		}
		n[i] = v
	}
	d := day{year: n[0], month: n[1], date: n[2]}
	if n[0] <= 12 && len(parts) <= 2 {
		d = day{month: n[0], date: n[1]}
		if !everyYear && len(parts) == 1 {
			return day{}, false
		}
	}
	return d, d.exists()
}

func (d day) exists() bool {
	if d.year == 0 && d.date == 0 {
		return d.month >= 1 && d.month <= 12
	}
	if d.year > 0 && d.year < 1000 || d.month > 12 || d.date > 31 {
		return false
	}
	_, err := crm.NewDate(d.year, d.month, d.date)
	return err == nil
}

// parseDistance reads a number of days, weeks, months or years.
func parseDistance(s string) (day, bool) {
	if s == "today" || s == "今天" {
		return day{relative: true, unit: 'd'}, true
	}
	for _, u := range []struct {
		word string
		unit byte
	}{{"d", 'd'}, {"天", 'd'}, {"w", 'w'}, {"周", 'w'}, {"个月", 'm'}, {"m", 'm'}, {"y", 'y'}} {
		number, ok := strings.CutSuffix(s, u.word)
		if !ok {
			continue
		}
		n, err := strconv.Atoi(number)
		return day{relative: true, count: n, unit: u.unit}, err == nil && n >= 0 && n <= 9999
	}
	return day{}, false
}

// String is the canonical form.
func (d day) String() string {
	if d.relative {
		return strconv.Itoa(d.count) + string(rune(d.unit))
	}
	pad := func(n int) string { return string(rune('0'+n/10)) + string(rune('0'+n%10)) }
	var parts []string
	if d.year > 0 {
		parts = append(parts, strconv.Itoa(d.year))
	}
	if d.month > 0 {
		parts = append(parts, pad(d.month))
	}
	if d.date > 0 {
		parts = append(parts, pad(d.date))
	}
	return strings.Join(parts, "-")
}

// first and last bound the days that are meant, as numbers like those of crm.Date.
func (d day) first() int { return d.year*10000 + d.month*100 + d.date }

func (d day) last() int {
	switch {
	case d.month == 0:
		return d.year*10000 + 1231
	case d.date == 0:
		return d.year*10000 + d.month*100 + 31
	}
	return d.first()
}

// from counts the distance from a day, forwards (sign 1) or backwards (-1).
func (d day) from(today crm.Date, sign int) int {
	t := time.Date(today.Year(), time.Month(today.Month()), today.Day(), 0, 0, 0, 0, time.UTC)
	switch n := d.count * sign; d.unit {
	case 'd':
		t = t.AddDate(0, 0, n)
	case 'w':
		t = t.AddDate(0, 0, 7*n)
	case 'm':
		t = t.AddDate(0, n, 0)
	default:
		t = t.AddDate(n, 0, 0)
	}
	return max(t.Year()*10000+int(t.Month())*100+t.Day(), 0)
}

// isYearly reports whether the day has no year, so that months and days alone are compared.
func (d day) isYearly() bool { return !d.relative && d.year == 0 }

// parseDays reads the value of a date condition: one day, or two joined by dots either of which may be missing. The comparison is
// changed to match.
func parseDays(op Op, value string, everyYear bool) (Op, []day, bool) {
	if from, to, ok := strings.Cut(value, ".."); ok && (op == Has || op == Is || op == Between) {
		switch {
		case from == "":
			op, value = UpTo, to
		case to == "":
			op, value = From, from
		default:
			a, okA := parseDay(from, everyYear)
			b, okB := parseDay(to, everyYear)
			same := a.relative == b.relative && a.isYearly() == b.isYearly()
			return Between, []day{a, b}, okA && okB && same
		}
	}
	d, ok := parseDay(value, everyYear)
	if op == Is {
		op = Has
	}
	return op, []day{d}, ok && op != Between
}

// measure says which number of a date is compared.
type measure int

const (
	wholeDate measure = iota
	monthAndDay
	nextTime // the next day on which it comes round, from today on
)

// endOfTime is beyond all dates.
const endOfTime = 99991231

// dateTest holds for dates within two bounds, both included.
type dateTest struct {
	at      int
	measure measure
	lo, hi  int
	today   crm.Date
}

// newDateTest makes a test from a comparison with one day, or with two for Between.
func newDateTest(spec fieldSpec, op Op, days []day, today crm.Date) dateTest {
	t := dateTest{at: spec.date, today: today}
	switch a, b := days[0], days[len(days)-1]; {
	case a.relative && today.IsZero():
		t.lo, t.hi = 1, 0
	case a.relative && spec.manner == yearly:
		t.measure = nextTime
		t.lo, t.hi = coming(op, a.from(today, 1), b.from(today, 1), int(today))
	case a.relative:
		t.lo, t.hi = passed(op, a.from(today, -1), b.from(today, -1), int(today))
	case a.isYearly():
		t.measure = monthAndDay
		t.lo, t.hi = bounds(op, a.first(), a.last(), b.last(), 1, 1231)
	default:
		t.lo, t.hi = bounds(op, a.first(), a.last(), b.last(), 1, endOfTime)
	}
	return t
}

// coming bounds days that are so far ahead; without a comparison it is those up to then.
func coming(op Op, then, later, today int) (lo, hi int) {
	if op == Has {
		return today, then
	}
	return bounds(op, then, then, later, today, endOfTime)
}

// passed bounds days that are so long ago: what is less than 30 days ago lies after that day. Without a comparison it is those since then.
func passed(op Op, then, earlier, today int) (lo, hi int) {
	switch op {
	case Has:
		return then, today
	case Between:
		return earlier, then
	}
	return bounds(mirrored(op), then, then, 0, 1, endOfTime)
}

// bounds turns a comparison with the days from first to last into bounds, for Between up to end; least and most are the open ends.
func bounds(op Op, first, last, end, least, most int) (lo, hi int) {
	switch op {
	case Before:
		return least, first - 1
	case After:
		return last + 1, most
	case UpTo:
		return least, last
	case From:
		return first, most
	case Between:
		return first, end
	}
	return first, last
}

func mirrored(op Op) Op {
	switch op {
	case Before:
		return After
	case After:
		return Before
	case UpTo:
		return From
	case From:
		return UpTo
	}
	return op
}

func (t dateTest) candidates(*postings) ([]uint32, bool) { return nil, true }

func (t dateTest) match(v *view) (uint8, bool) {
	d := v.facts.dates[t.at]
	if d == 0 {
		return 0, false
	}
	switch t.measure {
	case monthAndDay:
		return 0, t.matchMonth(d)
	case nextTime:
		lunar := t.at == dateOfBirth && v.facts.lunar
		return 0, !lunar && t.matchNext(d)
	}
	lo, hi := spanOf(d)
	return 0, d.Year() > 0 && lo >= t.lo && hi <= t.hi
}

// spanOf gives the first and the last day that a date with missing parts may be.
func spanOf(d crm.Date) (lo, hi int) {
	s := day{year: d.Year(), month: d.Month(), date: d.Day()}
	return s.first(), s.last()
}

// matchMonth compares without the year. Bounds the wrong way round reach over the new year: 12-20..01-10.
func (t dateTest) matchMonth(d crm.Date) bool {
	if d.Month() == 0 {
		return false
	}
	lo, hi := spanOf(d % 10000)
	if t.lo > t.hi {
		return lo >= t.lo || hi <= t.hi
	}
	return lo >= t.lo && hi <= t.hi
}

func (t dateTest) matchNext(d crm.Date) bool {
	if d.Month() == 0 || d.Day() == 0 {
		return false
	}
	next := t.today - t.today%10000 + d%10000
	if next < t.today {
		next += 10000
	}
	return int(next) >= t.lo && int(next) <= t.hi
}
