package locale

import (
	"errors"
	"testing"
	"testing/fstest"
)

type day struct{ y, m, d int }

func (d day) Year() int  { return d.y }
func (d day) Month() int { return d.m }
func (d day) Day() int   { return d.d }

func testCatalog(t *testing.T, tag string) *Catalog {
	t.Helper()
	c, err := Load(tag)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func sample(t *testing.T, tag, area string) *Catalog {
	t.Helper()
	base := `{"list.separator": ", ", "date.full": "{year}/{month}/{day}"}`
	c, err := loadFrom(fstest.MapFS{tag + ".json": {Data: []byte(base)}, "catalog/a." + tag + ".json": {Data: []byte(area)}}, tag)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestText(t *testing.T) {
	c := sample(t, English, `{"plain": "Done.", "row": "row {row} of {all}", "big": "{n} or {n|plain}", "word": "by {channel}",
		"channel.post": "post", "day": "on {day}", "people": {"zero": "nobody", "one": "{count} person", "other": "{count} people"}, "open": "a { b"}`)
	cases := []struct {
		name, key string
		values    Values
		want      string
	}{
		{"without values", "plain", nil, "Done."},
		{"two values", "row", Values{"row": 3, "all": 9}, "row 3 of 9"},
		{"a missing value stays visible", "row", Values{"row": 3}, "row 3 of {all}"},
		{"separators from 10,000 on", "big", Values{"n": 12000}, "12,000 or 12000"},
		{"no separators below", "big", Values{"n": int64(2026)}, "2026 or 2026"},
		{"a key is translated", "word", Values{"channel": Key("channel.post")}, "by post"},
		{"keys are listed", "word", Values{"channel": []Key{"channel.post", "channel.post"}}, "by post, post"},
		{"texts are listed", "word", Values{"channel": []string{"a", "b"}}, "by a, b"},
		{"errors say themselves", "word", Values{"channel": errors.New("disk full")}, "by disk full"},
		{"civil days", "day", Values{"day": day{2026, 3, 5}}, "on 2026/month.3/5"},
		{"none", "people", Values{"count": 0}, "nobody"},
		{"one", "people", Values{"count": 1}, "1 person"},
		{"many", "people", Values{"count": 2}, "2 people"},
		{"unclosed brace", "open", Values{"b": 1}, "a { b"},
		{"unknown key", "nothing.here", nil, "nothing.here"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := c.Text(tc.key, tc.values); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
	if got := c.TextOr("nothing.here", "else"); got != "else" {
		t.Errorf("TextOr gives %q", got)
	}
}

func TestChineseHasNoSingular(t *testing.T) {
	c := sample(t, ZhHant, `{"people": {"one": "wrong", "other": "{count} 位"}}`)
	if got := c.Text("people", Values{"count": 1}); got != "1 位" {
		t.Errorf("got %q", got)
	}
}

func TestLoadRefuses(t *testing.T) {
	if _, err := Load("fr"); !errors.Is(err, ErrNoLanguage) {
		t.Errorf("got %v, want ErrNoLanguage", err)
	}
	broken := fstest.MapFS{"en.json": {Data: []byte(`{"a": 1}`)}}
	if _, err := loadFrom(broken, English); err == nil {
		t.Error("a catalogue with a number for a text was read")
	}
	if _, err := loadFrom(fstest.MapFS{}, English); err == nil {
		t.Error("a missing catalogue was read")
	}
}

func TestMatch(t *testing.T) {
	cases := map[string]string{"zh_TW.UTF-8": ZhHant, "zh-HK": ZhHant, "zh": ZhHant, "zh-Hant-TW": ZhHant, "en_GB": English, "EN": English, "C": "", "": "", "fr_FR": ""}
	for name, want := range cases {
		if got, ok := Match(name); got != want || ok != (want != "") {
			t.Errorf("Match(%q) = %q, %v, want %q", name, got, ok, want)
		}
	}
}

func TestDate(t *testing.T) {
	zh, en := testCatalog(t, ZhHant), testCatalog(t, English)
	cases := []struct {
		y, m, d      int
		zh, roc, eng string
	}{
		{2026, 3, 5, "2026年3月5日", "民國115年3月5日", "5 March 2026"},
		{0, 3, 5, "3月5日", "3月5日", "5 March"},
		{2026, 3, 0, "2026年3月", "民國115年3月", "March 2026"},
		{2026, 0, 0, "2026年", "民國115年", "2026"},
		{1911, 1, 1, "1911年1月1日", "1911年1月1日", "1 January 1911"},
		{0, 0, 0, "", "", ""},
	}
	for _, tc := range cases {
		got := [3]string{zh.Date(tc.y, tc.m, tc.d), zh.WithROC().Date(tc.y, tc.m, tc.d), en.Date(tc.y, tc.m, tc.d)}
		if want := [3]string{tc.zh, tc.roc, tc.eng}; got != want {
			t.Errorf("%d-%d-%d: got %v, want %v", tc.y, tc.m, tc.d, got, want)
		}
	}
	if got := zh.Weekday(2026, 3, 5) + en.Weekday(2026, 3, 5) + en.Weekday(0, 3, 5); got != "星期四Thursday" {
		t.Errorf("weekday %q", got)
	}
}

func TestRelativeDays(t *testing.T) {
	zh, en := testCatalog(t, ZhHant), testCatalog(t, English)
	for days, want := range map[int][2]string{-3: {"3 天前", "3 days ago"}, -1: {"昨天", "yesterday"}, 0: {"今天", "today"}, 2: {"後天", "in 2 days"}, 40: {"40 天後", "in 40 days"}} {
		if got := [2]string{zh.RelativeDays(days), en.RelativeDays(days)}; got != want {
			t.Errorf("%d: got %v, want %v", days, got, want)
		}
	}
}

func TestFigures(t *testing.T) {
	c := testCatalog(t, English)
	cases := []struct{ name, got, want string }{
		{"number", c.Number(1284), "1,284"},
		{"small number", c.Number(7), "7"},
		{"negative number", c.Number(-1234567), "-1,234,567"},
		{"dollars of Taiwan", c.Money(12000, 0, "TWD"), "NT$12,000"},
		{"cents", c.Money(1250, 2, "USD"), "US$12.50"},
		{"less than a unit", c.Money(-5, 2, "USD"), "−US$0.05"},
		{"unknown currency", c.Money(100, 2, "CHF"), "CHF\u00a01.00"},
		{"bytes", c.Size(999), "999 B"},
		{"kilobytes", c.Size(64_000), "64 KB"},
		{"megabytes", c.Size(3_200_000), "3.2 MB"},
		{"list", c.List([]string{"a", "b"}), "a, b"},
	}
	for _, tc := range cases {
		if tc.got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, tc.got, tc.want)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(ZhHant); err != nil {
			b.Fatal(err)
		}
	}
}
