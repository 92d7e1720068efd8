package locale

import (
	"strconv"
	"strings"
	"time"
)

// WithROC gives the same catalogue writing years of the Republic of China (民國, year 1 = 1912) in Date, as official papers in Taiwan do.
// Days before 1912 and days without a year are written as ever.
func (c *Catalog) WithROC() *Catalog {
	roc := *c
	roc.roc = true
	return &roc
}

// Date writes a civil day in words: 2026年3月5日, 5 March 2026. Any part may be 0 for unknown: 3月5日, 2026年3月, 2026年. All zero is "".
func (c *Catalog) Date(year, month, day int) string {
	form := dateForm(year, month, day)
	if form == "" {
		return ""
	}
	if c.roc && year >= 1912 {
		return c.Text("date.roc."+form, Values{"year": year - 1911, "month": c.month(month), "day": day})
	}
	return c.Text("date."+form, Values{"year": strconv.Itoa(year), "month": c.month(month), "day": day})
}

func dateForm(year, month, day int) string {
	switch {
	case year != 0 && month != 0 && day != 0:
		return "full"
	case month != 0 && day != 0:
		return "no-year"
	case year != 0 && month != 0:
		return "no-day"
	case year != 0:
		return "year"
	}
	return ""
}

func (c *Catalog) month(month int) string {
	if month < 1 || month > 12 {
		return strconv.Itoa(month)
	}
	return c.Text("month." + strconv.Itoa(month))
}

// Weekday names the day of the week of a full date: 星期四, Thursday. Without all three parts it is "".
func (c *Catalog) Weekday(year, month, day int) string {
	if dateForm(year, month, day) != "full" {
		return ""
	}
	w := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Weekday()
	return c.Text("weekday." + strconv.Itoa(int(w)))
}

// RelativeDays says how far a day is from today: 今天, 明天, 3 天前, in 3 days. Negative is past.
func (c *Catalog) RelativeDays(days int) string {
	switch {
	case days >= -2 && days <= 2:
		return c.Text("days." + strconv.Itoa(days))
	case days < 0:
		return c.Text("days.ago", Values{"count": -days})
	}
	return c.Text("days.ahead", Values{"count": days})
}

// Number writes a whole number with separators: 1,284.
func (c *Catalog) Number(n int) string { return grouped(int64(n)) }

// Money writes an amount given in the smallest unit of its currency (ISO 4217); exponent is how many decimal places that unit has:
// (12000, 0, "TWD") is NT$12,000 and (1250, 2, "USD") is US$12.50.
func (c *Catalog) Money(minor int64, exponent int, currency string) string {
	sign, digits := "", strconv.FormatInt(minor, 10)
	if rest, negative := strings.CutPrefix(digits, "-"); negative {
		sign, digits = "−", rest
	}
	for len(digits) <= exponent {
		digits = "0" + digits
	}
	cut := len(digits) - max(exponent, 0)
	amount := groupDigits(digits[:cut])
	if exponent > 0 {
		amount += "." + digits[cut:]
	}
	return sign + c.TextOr("currency."+currency, currency+"\u00a0") + amount
}

// Size writes a number of bytes: 640 KB, 3.2 MB.
func (c *Catalog) Size(bytes int64) string {
	unit, n := 0, float64(bytes)
	units := []string{"B", "KB", "MB", "GB", "TB"}
	for n >= 1000 && unit < len(units)-1 {
		n, unit = n/1000, unit+1
	}
	places := 0
	if n < 10 && unit > 0 {
		places = 1
	}
	return strconv.FormatFloat(n, 'f', places, 64) + " " + units[unit]
}

// List joins words as the language lists them: 台北、台中、高雄 or Taipei, Taichung, Kaohsiung.
func (c *Catalog) List(words []string) string { return strings.Join(words, c.Text("list.separator")) }

func grouped(n int64) string {
	digits := strconv.FormatInt(n, 10)
	if rest, negative := strings.CutPrefix(digits, "-"); negative {
		return "-" + groupDigits(rest)
	}
	return groupDigits(digits)
}

func groupDigits(digits string) string {
	var out strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out.WriteByte(',')
		}
		out.WriteRune(d)
	}
	return out.String()
}
