package crm

import (
	"errors"
	"testing"
)

func TestDateText(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		text    string
	}{
		{1986, 3, 5, "1986-03-05"},
		{0, 3, 5, "--03-05"},
		{0, 2, 29, "--02-29"},
		{2024, 2, 29, "2024-02-29"},
		{1986, 3, 0, "1986-03"},
		{1911, 0, 0, "1911"},
	} {
		d, err := NewDate(c.y, c.m, c.d)
		if err != nil || d.String() != c.text {
			t.Errorf("NewDate(%d, %d, %d) = %s, %v, want %s", c.y, c.m, c.d, d, err, c.text)
		}
		if back, err := ParseDate(c.text); err != nil || back != d {
			t.Errorf("ParseDate(%s) = %d, %v, want %d", c.text, back, err, d)
		}
	}
}

func TestDatesThatDoNotExist(t *testing.T) {
	for _, c := range [][3]int{{2021, 2, 30}, {2023, 2, 29}, {1900, 2, 29}, {2020, 13, 1}, {0, 0, 5}, {0, 4, 31}, {0, 5, 0}, {10000, 1, 1}, {2025, 1, 110}, {2025, 101, 1}, {2025, 3, -60}, {-1, 120, 5}} {
		if d, err := NewDate(c[0], c[1], c[2]); !errors.Is(err, ErrBadDate) {
			t.Errorf("NewDate(%v) = %s, %v, want ErrBadDate", c, d, err)
		}
	}
	for _, s := range []string{"31.02.2026", "2026-2-3", "20260203", "2026-02-30", "--13-01", "民國75年"} {
		if d, err := ParseDate(s); !errors.Is(err, ErrBadDate) {
			t.Errorf("ParseDate(%q) = %s, %v, want ErrBadDate", s, d, err)
		}
	}
}
