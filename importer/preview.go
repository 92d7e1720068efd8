package importer

import (
	"slices"
	"strings"

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
		out := Example{Row: row.Number, Text: text, Becomes: ownChanges(m.Columns[column].Field, text, crm.Diff(&without.contact, &with.contact))}
		for _, p := range with.problems {
			if p.Column == name {
				out.Problems = append(out.Problems, p)
			}
		}
		return out
	}
	return Example{}
}

// ownChanges leaves out what only moves because a row without the column reads differently: without its name it speaks of a company, and the title goes
// elsewhere. What remains is of the column's own family of fields, or stands in the cell.
func ownChanges(target, text string, changes []crm.Change) []crm.Change {
	text = strings.Join(strings.Fields(text), "")
	return slices.DeleteFunc(changes, func(c crm.Change) bool {
		return family(c.Field) != family(target) && !slices.ContainsFunc(c.New, func(v string) bool {
			return strings.Contains(text, strings.Join(strings.Fields(v), ""))
		})
	})
}

// family is the first part of a field's key: "address" of "address.work.city".
func family(field string) string {
	head, _, _ := strings.Cut(field, ".")
	return head
}
