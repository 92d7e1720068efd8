package locale

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// text is one entry of a catalogue: a sentence, or its plural forms.
type text struct {
	Zero  string `json:"zero"`
	One   string `json:"one"`
	Other string `json:"other"`
}

// UnmarshalJSON takes a plain string as the only form.
func (t *text) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &t.Other)
	}
	type forms text
	return json.Unmarshal(b, (*forms)(t))
}

// form chooses by the value named count. English tells one from the rest, Chinese does not (Unicode CLDR plural rules); either may have a
// text of its own for nothing at all.
func (t text) form(tag string, values []Values) string {
	n, ok := number(valueOf("count", values))
	switch {
	case ok && n == 0 && t.Zero != "":
		return t.Zero
	case ok && n == 1 && t.One != "" && tag == English:
		return t.One
	}
	return t.Other
}

func valueOf(name string, values []Values) any {
	for _, v := range values {
		if x, ok := v[name]; ok {
			return x
		}
	}
	return nil
}

// fill puts the values in place of {name}. A name without a value stays as it is, and {name|plain} writes a number without separators.
func (c *Catalog) fill(s string, values []Values) string {
	var out strings.Builder
	for {
		open := strings.IndexByte(s, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(s[open:], '}')
		if end < 0 {
			break
		}
		out.WriteString(s[:open])
		out.WriteString(c.placed(s[open:open+end+1], values))
		s = s[open+end+1:]
	}
	return out.String() + s
}

// placed is what stands for one {name}.
func (c *Catalog) placed(braced string, values []Values) string {
	name, plain := strings.CutSuffix(braced[1:len(braced)-1], "|plain")
	v := valueOf(name, values)
	if v == nil {
		return braced
	}
	if n, ok := number(v); ok && plain {
		return strconv.FormatInt(n, 10)
	}
	return c.show(v)
}

// calendarDay is what a civil date looks like from here.
type calendarDay interface {
	Year() int
	Month() int
	Day() int
}

// show writes a value for people: numbers from 10,000 on with separators, civil dates as Date does, keys as their text, lists joined.
func (c *Catalog) show(v any) string {
	switch x := v.(type) {
	case string:
		return x
	case Key:
		return c.Text(string(x))
	case []string:
		return c.List(x)
	case []Key:
		return c.List(c.words(x))
	case error:
		return x.Error()
	case calendarDay:
		return c.Date(x.Year(), x.Month(), x.Day())
	case fmt.Stringer:
		return x.String()
	}
	if n, ok := number(v); ok {
		return c.count(n)
	}
	return fmt.Sprint(v)
}

func (c *Catalog) words(keys []Key) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = c.Text(string(k))
	}
	return out
}

// count leaves numbers below 10,000 as they are, so that rows and years read naturally.
func (c *Catalog) count(n int64) string {
	if n > -10000 && n < 10000 {
		return strconv.FormatInt(n, 10)
	}
	return grouped(n)
}

// number gives the value of any whole number.
func number(v any) (int64, bool) {
	r := reflect.ValueOf(v)
	switch {
	case !r.IsValid():
		return 0, false
	case r.CanInt():
		return r.Int(), true
	case r.CanUint():
		return int64(r.Uint()), true
	}
	return 0, false
}
