package mapping

import "regulars/store/crm"

// Propose decides for each column of a table.
func Propose(columns []Input, noHeader bool, remembered []crm.Mapping) Mapping {
	m := Mapping{NoHeader: noHeader}
	for _, in := range columns {
		m.Columns = append(m.Columns, Column{Header: in.Header})
	}
	return m
}

// Score tells how much a row of cells looks like a header: the share of its cells that are known words for a column.
func Score(cells []string) float64 { return 0 }
