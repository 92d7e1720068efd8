package state

import (
	"strings"
	"time"

	"regulars/assets/locale"
	"regulars/store/crm"
)

// Words speaks the language that the user has chosen. It is given to every screen, and a screen is made anew when it changes.
type Words struct {
	cat   *locale.Catalog
	today func() crm.Date
}

// NewWords makes the words of a language; today is the day that "3 days ago" counts from.
func NewWords(tag string, today func() crm.Date) (*Words, error) {
	cat, err := locale.Load(tag)
	if err != nil {
		return nil, err
	}
	return &Words{cat, today}, nil
}

// WithROC gives the same words writing years of the Republic of China (民國) in days.
func (w *Words) WithROC() *Words { return &Words{w.cat.WithROC(), w.today} }

// Catalog is the catalogue behind the words.
func (w *Words) Catalog() *locale.Catalog { return w.cat }

// Tag is the language, as in BCP 47.
func (w *Words) Tag() string { return w.cat.Tag() }

// Text is the text of a key; the values come in pairs of name and value.
func (w *Words) Text(key string, pairs ...any) string {
	m := Say(key, pairs...)
	return w.Say(m)
}

// Say puts a message into words, and before it those that stand among its values.
func (w *Words) Say(m Message) string {
	if m.IsZero() {
		return ""
	}
	values := make(map[string]any, len(m.Values))
	for name, v := range m.Values {
		if inner, ok := v.(Message); ok {
			v = w.Say(inner)
		}
		values[name] = v
	}
	return w.quotes(w.cat.Text(m.Key, values))
}

// quotes makes English quotation marks straight: the typeface of the window draws the curved ones as wide as a Han character.
func (w *Words) quotes(text string) string {
	if w.Tag() != locale.English {
		return text
	}
	return strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'").Replace(text)
}

// Has reports whether the language has a text for the key.
func (w *Words) Has(key string) bool { return w.cat.Has(key) }

// Field is the name of a field of contacts; a field of the user's own is called by its name.
func (w *Words) Field(key string) string {
	if name, ok := strings.CutPrefix(key, crm.CustomPrefix); ok {
		return name
	}
	return w.Text("field." + key)
}

// Choice is the name of one of the values that a field may have.
func (w *Words) Choice(field, choice string) string {
	if choice == "" {
		return ""
	}
	return w.Text("choice." + field + "." + choice)
}

// Channel is the name of a way to reach somebody, "–" for none.
func (w *Words) Channel(c crm.Channel) string {
	if c == "" {
		return "–"
	}
	return w.Text("channel." + string(c))
}

// Number writes a number with separators.
func (w *Words) Number(n int) string { return w.cat.Number(n) }

// Day writes a civil day in words.
func (w *Words) Day(d crm.Date) string { return w.cat.Date(d.Year(), d.Month(), d.Day()) }

// Ago says how far a day is from today; a day that is not known whole is written as it is.
func (w *Words) Ago(d crm.Date) string {
	days, ok := DaysBetween(w.today(), d)
	if !ok {
		return w.Day(d)
	}
	return w.cat.RelativeDays(days)
}

// Moment writes a moment: the time of day for today, else the day with it.
func (w *Words) Moment(t time.Time) string {
	day := DateOf(t)
	clock := t.Format("15:04")
	if day == w.today() {
		return w.Text("window.today-at", "time", clock)
	}
	return w.Day(day) + " " + clock
}

// DateOf is the civil day of a moment in its own time zone.
func DateOf(t time.Time) crm.Date {
	y, m, d := t.Date()
	return crm.Date(y*10000 + int(m)*100 + d)
}

// DaysBetween counts the days from one civil day to another; ok is false where one of them is not known whole.
func DaysBetween(from, to crm.Date) (days int, ok bool) {
	if !whole(from) || !whole(to) {
		return 0, false
	}
	return int(noon(to).Sub(noon(from)).Hours() / 24), true
}

func whole(d crm.Date) bool { return d.Valid() && d.Year() > 0 && d.Month() > 0 && d.Day() > 0 }

func noon(d crm.Date) time.Time {
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 12, 0, 0, 0, time.UTC)
}

// List joins the texts of several keys with a common beginning.
func (w *Words) List(prefix string, keys []string) string {
	texts := make([]string, len(keys))
	for i, k := range keys {
		texts[i] = w.Text(prefix + k)
	}
	return w.cat.List(texts)
}

// Reason says why a guest is on a list or left out.
func (w *Words) Reason(r crm.Reason) string {
	if r == "" {
		return ""
	}
	return w.Text("reason." + string(r))
}

// Size writes a number of bytes.
func (w *Words) Size(bytes int64) string { return w.cat.Size(bytes) }

// Money writes an amount.
func (w *Words) Money(m crm.Money) string { return w.cat.Money(m.Minor, m.Exponent(), m.Currency) }
