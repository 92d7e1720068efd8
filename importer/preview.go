package importer

import (
	"regulars/store/crm"
)

// Example is what one cell of a column becomes.
type Example struct {
	Row      int          // row of the cell
	Text     string       // the cell as it shows
	Becomes  []crm.Change // the fields it fills
	Problems []Problem    // what was repaired or is doubted
}

// Becomes shows what the first filled cell of a column becomes under the mapping, read together with the rest of its row. A column that goes
// nowhere, or holds nothing, gives an empty Example.
func (s *Source) Becomes(m Mapping, column int, country string) Example {
	t := s.file.Table()
	if t == nil || column < 0 || column >= len(m.Columns) || m.Columns[column].Field == "" {
		return Example{}
	}
	if country == "" {
		country = "TW"
	}
	reader := newRowReader(t, m, nil)
	for _, row := range t.Rows {
		text := row.Cell(column).Text
		if something(text) == "" {
			continue
		}
		name := nameOf(m.Columns[column], column)
		with, without := reader.tidyRow(row, country, -1), reader.tidyRow(row, country, column)
		out := Example{Row: row.Number, Text: text, Becomes: crm.Diff(&without.contact, &with.contact)}
		for _, p := range with.problems {
			if p.Column == name {
				out.Problems = append(out.Problems, p)
			}
		}
		return out
	}
	return Example{}
}
