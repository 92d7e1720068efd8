package cli

import (
	"strings"

	"github.com/rivo/uniseg"
)

// table is a list for a terminal: columns as wide as their widest cell, a Chinese character counting two.
type table struct {
	rows [][]string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// lines gives the rows with two blanks between the columns and none at the end. Line breaks in cells become blanks.
func (t *table) lines() []string {
	var widths []int
	for _, row := range t.rows {
		for i, c := range row {
			row[i] = oneLine(c)
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], uniseg.StringWidth(row[i]))
		}
	}
	out := make([]string, len(t.rows))
	for r, row := range t.rows {
		var line strings.Builder
		for i, c := range row {
			line.WriteString(c + strings.Repeat(" ", widths[i]-uniseg.StringWidth(c)+2))
		}
		out[r] = strings.TrimRight(line.String(), " ")
	}
	return out
}

// oneLine keeps what is printed on a terminal from moving its cursor: line breaks become blanks, other control characters vanish.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029':
			return -1
		}
		return r
	}, s)
}

// printTable writes a list to standard output.
func (s *session) printTable(t *table) error {
	for _, line := range t.lines() {
		if err := s.print(line); err != nil {
			return err
		}
	}
	return nil
}
