package search_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"regulars/store/crm"
	"regulars/store/search"
)

func TestCanonicalForm(t *testing.T) {
	cases := map[string]string{
		"":        "",
		" 王  小明 ": "王 小明",
		"標籤：VIP 城市:台北 管道:郵寄 -標籤:供應商 公司:「大同」": "tag:VIP city:台北 channel:post -tag:供應商 company:大同",
		"job:經理 type:公司 zip:104":             "title:經理 kind:company postal:104",
		"a|b c OR (d)":                       "a OR (b c) OR d",
		"(a OR b) c":                         "(a OR b) c",
		"a AND (b c)":                        "a b c",
		"a OR (b OR c)":                      "a OR b OR c",
		"NOT (a b)":                          "-(a b)",
		"--a":                                "a",
		"-(-(a))":                            "a",
		"沒有:電話 -no:email":                    "no:phone has:email",
		"有:手機 no:照片":                         "has:mobile no:photo",
		"生日:11月5日":                           "birthday:11-05",
		"birthday:1986/3/5":                  "birthday:1986-03-05",
		"touch:>３０天 touch:今天":                "touch:>30d touch:0d",
		"verified:2024..":                    "verified:>=2024",
		"verified:2024..2025-06":             "verified:2024..2025-06",
		"verified:≦2024":                     "verified:<=2024",
		"發票抬頭:大同":                            "發票抬頭:大同",
		`"發票 抬頭":"大同 家電"`:                    `"發票 抬頭":"大同 家電"`,
		`"tag":x`:                            `"tag":x`,
		`tag:"a b"`:                          `tag:"a b"`,
		`“王 小明”`:                             `"王 小明"`,
		`「a"b」`:                              `「a"b」`,
		`標籤:"VIP 金`:                          `tag:"VIP 金"`,
		`"OR"`:                               `"OR"`,
		"company:=大同":                        "company:=大同",
		"http://x.example/a":                 "http://x.example/a",
		"18:30":                              "18:30",
		"大同(股)公司":                            "大同(股)公司",
		"(大同(股) | x) y":                      "(大同(股) OR x) y",
		"-()":                                `-("")`,
	}
	for text, want := range cases {
		q := parse(t, text)
		if got := q.String(); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
		again := parse(t, q.String())
		if !reflect.DeepEqual(again.Root(), q.Root()) {
			t.Errorf("%s: %s is read as %#v, want %#v", text, q, again.Root(), q.Root())
		}
	}
}

func TestSyntaxErrors(t *testing.T) {
	cases := []struct {
		text string
		want search.SyntaxError
	}{
		{"王 tag:", search.SyntaxError{Code: search.ErrNoValue, At: 2, Field: "tag"}},
		{"備註：", search.SyntaxError{Code: search.ErrNoValue, At: 0, Field: "notes"}},
		{`tag:""`, search.SyntaxError{Code: search.ErrNoValue, At: 0, Field: "tag"}},
		{"a OR", search.SyntaxError{Code: search.ErrNoPart, At: 4}},
		{"| a", search.SyntaxError{Code: search.ErrNoPart, At: 0}},
		{"a OR | b", search.SyntaxError{Code: search.ErrNoPart, At: 4}},
		{"a NOT", search.SyntaxError{Code: search.ErrNoPart, At: 2}},
		{"a -|b", search.SyntaxError{Code: search.ErrNoPart, At: 2}},
		{"a )", search.SyntaxError{Code: search.ErrBracket, At: 2}},
		{"(a) b )", search.SyntaxError{Code: search.ErrBracket, At: 6}},
		{"(王", search.SyntaxError{Code: search.ErrOpen, At: 0}},
		{"(tag:VIP", search.SyntaxError{Code: search.ErrOpen, At: 0}},
		{"王 （tag:VIP (city:台北)", search.SyntaxError{Code: search.ErrOpen, At: 2}},
		{"-(a | (b", search.SyntaxError{Code: search.ErrOpen, At: 6}},
		{"(tag:a(b)", search.SyntaxError{Code: search.ErrOpen, At: 0}},
		{`("a b)`, search.SyntaxError{Code: search.ErrOpen, At: 0}},
		{"birthday:31.02.2026", search.SyntaxError{Code: search.ErrDate, At: 0, Field: "birthday", Value: "31.02.2026"}},
		{"verified:2026-02-30", search.SyntaxError{Code: search.ErrDate, At: 0, Field: "verified", Value: "2026-02-30"}},
		{"verified:11", search.SyntaxError{Code: search.ErrDate, At: 0, Field: "verified", Value: "11"}},
		{"touch:1d..2025", search.SyntaxError{Code: search.ErrDate, At: 0, Field: "touch", Value: "1d..2025"}},
		{"touch:99999999999999d", search.SyntaxError{Code: search.ErrDate, At: 0, Field: "touch", Value: "99999999999999d"}},
		{"王 channel:pigeon", search.SyntaxError{Code: search.ErrChoice, At: 2, Field: "channel", Value: "pigeon"}},
		{"kind:dog", search.SyntaxError{Code: search.ErrChoice, At: 0, Field: "kind", Value: "dog"}},
		{"tag:<x", search.SyntaxError{Code: search.ErrCompare, At: 0, Field: "tag", Value: "x"}},
		{"年資:>3", search.SyntaxError{Code: search.ErrCompare, At: 0, Field: "年資", Value: "3"}},
		{strings.Repeat("a", 4001), search.SyntaxError{Code: search.ErrLong, At: 4000}},
		{strings.Repeat("(", 51), search.SyntaxError{Code: search.ErrLong, At: 50}},
		{strings.Repeat("-", 60) + "a", search.SyntaxError{Code: search.ErrLong, At: 51}},
	}
	for _, c := range cases {
		_, err := search.Parse(c.text, today)
		var got *search.SyntaxError
		if !errors.As(err, &got) {
			t.Errorf("%.40s: error %v, want %v", c.text, err, c.want)
		} else if *got != c.want {
			t.Errorf("%.40s: got %+v, want %+v", c.text, *got, c.want)
		}
	}
}

func TestTree(t *testing.T) {
	q := parse(t, `王 "a b" (tag:VIP OR -verified:<2025) 備註欄:x`)
	want := search.And{
		search.Word{Text: "王"},
		search.Word{Text: "a b", Exact: true},
		search.Or{
			search.Condition{Field: search.FieldTag, Op: search.Has, Value: "VIP"},
			search.Not{Part: search.Condition{Field: search.FieldVerified, Op: search.Before, Value: "2025"}},
		},
		search.Condition{Field: search.FieldCustom, Name: "備註欄", Op: search.Has, Value: "x"},
	}
	if !reflect.DeepEqual(q.Root(), want) {
		t.Errorf("got %#v", q.Root())
	}
	if got := q.Custom(); !reflect.DeepEqual(got, []string{"備註欄"}) {
		t.Errorf("Custom = %v", got)
	}
}

func TestQueryFromTree(t *testing.T) {
	cases := map[string]search.Node{
		"":                  nil,
		"a":                 search.And{search.And{search.Word{Text: "a"}}},
		`"a b"`:             search.Word{Text: "a b"},
		`"-a"`:              search.Word{Text: "-a"},
		`"tag:x"`:           search.Word{Text: "tag:x"},
		"tag:x a":           search.And{search.Condition{Field: search.FieldTag, Value: "x"}, search.Word{Text: "a"}},
		`-("")`:             search.Or{},
		"a b":               search.And{search.Word{Text: "a"}, search.And{search.Not{Part: search.Or{}}, search.Word{Text: "b"}}},
		"birthday:01..02":   search.Condition{Field: search.FieldBirthday, Op: search.Between, Value: "1..2"},
		`notes:"(x)" "a|b"`: search.And{search.Condition{Field: search.FieldNotes, Value: "(x)"}, search.Word{Text: "a|b"}},
	}
	for want, root := range cases {
		q, err := search.NewQuery(root, today)
		if err != nil || q.String() != strings.Replace(want, `notes:"(x)"`, "notes:(x)", 1) {
			t.Errorf("got %s, %v; want %s", q, err, want)
		}
	}
	for _, bad := range []search.Node{search.Condition{Field: "shoe", Value: "x"}, search.Condition{Field: search.FieldCustom, Value: "x"},
		search.Not{Part: search.Condition{Field: search.FieldTag}}, search.Condition{Field: search.FieldTouch, Op: "?", Value: "2025"}} {
		var e *search.SyntaxError
		if q, err := search.NewQuery(bad, today); !errors.As(err, &e) || e.At != -1 {
			t.Errorf("%#v: got %s, %v", bad, q, err)
		}
	}
}

func TestRelativeDaysNeedToday(t *testing.T) {
	c := person("王", "小明")
	c.LastTouch = today
	for _, text := range []string{"touch:30d", "touch:<30d", "touch:>=0d"} {
		q, err := search.Parse(text, 0)
		if err != nil || q.Match(&c) {
			t.Errorf("%s without a today: match, %v", text, err)
		}
	}
}

func TestLunarBirthdayNeverComesRound(t *testing.T) {
	c := person("王", "小明")
	c.Dates = []crm.SpecialDate{{Kind: crm.DateBirthday, Date: 1125, Lunar: true}}
	if q := parse(t, "birthday:30d"); q.Match(&c) {
		t.Error("a lunar birthday matches a stretch of the Gregorian calendar")
	}
	if q := parse(t, "birthday:11-25"); !q.Match(&c) {
		t.Error("a lunar birthday is not found as it stands")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "王 tag:VIP", `"a b" OR -c`, "(a|b) no:x", "birthday:12-20..01-10", "touch:>3個月", `「"」`, "x:=「」", "a:b:c", "-(\"\")", `"tag":<`,
		"\xff", "（a｜b）", "tag:a)", "(tag:a(b)", "𠮷:堃", "OR", "verified:0001"} {
		f.Add(s)
	}
	list := office()
	f.Fuzz(func(t *testing.T, s string) {
		q, err := search.Parse(s, today)
		if err != nil {
			var e *search.SyntaxError
			if !errors.As(err, &e) || e.At < 0 || e.At > len([]rune(s)) {
				t.Fatalf("%q: error %#v", s, err)
			}
			return
		}
		again, err := search.Parse(q.String(), today)
		if err != nil {
			t.Fatalf("%q: canonical form %q: %v", s, q, err)
		}
		if again.String() != q.String() {
			t.Fatalf("%q: canonical form %q becomes %q", s, q, again)
		}
		for i := range list {
			if q.Match(&list[i]) != again.Match(&list[i]) {
				t.Fatalf("%q and %q differ on %s", s, q, list[i].Title())
			}
		}
	})
}
