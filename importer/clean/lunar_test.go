package clean

import "testing"

func TestLunarDay(t *testing.T) {
	cases := []struct{ text, want string }{
		{"農曆 3月5日", "--03-05"}, {"農曆3月5日", "--03-05"}, {"農曆 1986年12月30日", "1986-12-30"}, {"农历３月５日", "--03-05"}, {"lunar 1986-03-05", "1986-03-05"},
		{"Lunar 03-05", "--03-05"}, {"lunar --03-05", "--03-05"}, {"陰曆 8/15", "--08-15"},
		{"農曆三月初五", ""}, {"農曆閏4月5日", ""}, {"農曆 13月5日", ""}, {"農曆 3月31日", ""}, {"農曆 2月30日", ""}, {"農曆 0月0日", ""}, {"3月5日", ""}, {"農曆", ""}, {"", ""},
	}
	for _, c := range cases {
		if got, ok := LunarDay(c.text); ok != (c.want != "") || ok && got.String() != c.want {
			t.Errorf("%s: got %s, %v; want %q", c.text, got, ok, c.want)
		}
	}
}
