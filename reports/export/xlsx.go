package export

import (
	"io"
	"unicode/utf8"

	"regulars/reports/xlsx"
	"regulars/store/crm"
)

// XLSX writes contacts as a workbook with one sheet. It tells which texts were longer than a cell takes and were cut, as Unmappable without characters.
func XLSX(w io.Writer, sheet string, contacts []crm.Contact, columns []Column, o xlsx.Options) ([]Unmappable, error) {
	var cut []Unmappable
	texts := make([]string, len(columns))
	rows := func(yield func([]string, error) bool) {
		for i := range contacts {
			for j, c := range columns {
				texts[j] = c.Cell(&contacts[i])
				if len(texts[j]) > xlsx.MaxText && utf8.RuneCountInString(texts[j]) > xlsx.MaxText {
					cut = append(cut, Unmappable{Contact: contacts[i].ID, Name: contacts[i].Title(), Column: c.Header})
				}
			}
			if !yield(texts, nil) {
				return
			}
		}
	}
	err := xlsx.Write(w, []xlsx.Sheet{{Name: sheet, Headers: Headers(columns), Rows: rows, Count: len(contacts)}}, o)
	return cut, err
}
