package importer

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"regulars/store/crm"
)

// ReasonColumn is the code of the problem whose text heads the column of reasons in WriteProblems. A column with that header is left out when
// the file comes back.
const ReasonColumn = "reason-column"

// tellFailed gives every failed row a problem that says why, and the file one that says so for all when it is not one of contacts.
func (p *Plan) tellFailed(rows []tidied) {
	if p.mapping.NoContacts && len(rows) > 0 {
		p.Problems = append(p.Problems, Problem{Code: ReasonNotContacts, Level: Trouble})
		return
	}
	for i := range p.Rows {
		if r := &p.Rows[i]; r.Outcome == crm.OutcomeFailed {
			rows[i].problems = append(rows[i].problems, Problem{Row: r.Number, Code: r.Reason, Value: r.Title, Level: Trouble})
		}
	}
}

// ProblemRows counts the rows that WriteProblems writes.
func (p *Plan) ProblemRows() int { return len(p.troubledRows()) }

// troubledRows are the places of the rows that failed or hold a value that could not be taken over.
func (p *Plan) troubledRows() []int {
	bad := map[int]bool{}
	for _, x := range p.Problems {
		if x.Level == Trouble {
			bad[x.Row] = true
		}
	}
	var out []int
	for i, r := range p.Rows {
		if r.Outcome == crm.OutcomeFailed || bad[r.Number] {
			out = append(out, i)
		}
	}
	return out
}

// WriteProblems writes the rows with problems as CSV in UTF-8: the columns as they were and one more with the reasons. The rows can be corrected
// there and imported again; a row that was taken over in part is known then and only completed. text puts a problem into words.
func (p *Plan) WriteProblems(w io.Writer, text func(Problem) string) error {
	out := bufio.NewWriter(w)
	if _, err := out.WriteString("\ufeff"); err != nil {
		return fmt.Errorf("rows with problems: %w", err)
	}
	sheet := csv.NewWriter(out)
	sheet.UseCRLF = true
	header, cells := p.problemTable()
	lines := [][]string{append(header, text(Problem{Code: ReasonColumn}))}
	reasons := p.reasons(text)
	for _, i := range p.troubledRows() {
		lines = append(lines, append(cells(i), strings.Join(reasons[p.Rows[i].Number], "\n")))
	}
	for _, line := range lines {
		if err := sheet.Write(guarded(line)); err != nil {
			return fmt.Errorf("rows with problems: %w", err)
		}
	}
	sheet.Flush()
	if err := sheet.Error(); err != nil {
		return fmt.Errorf("rows with problems: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("rows with problems: %w", err)
	}
	return nil
}

// reasons are the texts of what is wrong, by row.
func (p *Plan) reasons(text func(Problem) string) map[int][]string {
	out := map[int][]string{}
	for _, x := range p.Problems {
		if x.Row > 0 && x.Level > Repair {
			out[x.Row] = append(out[x.Row], text(x))
		}
	}
	return out
}

// problemTable gives the header of the table of problems and a function for the cells of a row: of a table its own, of cards the fields of
// contacts under their keys.
func (p *Plan) problemTable() ([]string, func(row int) []string) {
	if !p.source.Cards() {
		return append([]string(nil), p.source.Headers()...), p.source.Texts
	}
	var fields []crm.Field
	var keys []string
	for _, f := range crm.Fields() {
		fields, keys = append(fields, f), append(keys, f.Key)
	}
	return keys, func(row int) []string {
		c := p.cleaned[row].contact
		out := make([]string, len(fields))
		for i, f := range fields {
			out[i] = strings.Join(f.Get(&c), "; ")
		}
		return out
	}
}

// formulaSigns are what formulas begin with.
const formulaSigns = "=+-@\t\r"

// guarded puts an apostrophe before texts that a spreadsheet would take for a formula.
func guarded(line []string) []string {
	for i, s := range line {
		if s != "" && strings.IndexByte(formulaSigns, s[0]) >= 0 {
			line[i] = "'" + s
		}
	}
	return line
}
