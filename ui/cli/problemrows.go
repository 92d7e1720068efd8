package cli

import (
	"encoding/csv"
	"io"
	"strings"

	"regulars/assets/locale"
	"regulars/importer"
	"regulars/reports/export"
	"regulars/store/crm"
)

// saveProblems writes the rows that failed or hold a value that could not be taken over, as they stand in the file, with a last column that says what
// is wrong: to be corrected and imported again. It is CSV in UTF-8 with the mark that spreadsheet programs look for.
func (r *importRun) saveProblems(source *importer.Source, plan *importer.Plan) error {
	if r.command.Problems == "" {
		return nil
	}
	return r.writeFile(r.command.Problems, r.command.Force, func(w io.Writer) error {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
		out := csv.NewWriter(w)
		out.UseCRLF = true
		if err := out.WriteAll(r.problemRows(source, plan)); err != nil {
			return err
		}
		return out.Error()
	})
}

// problemRows are the rows with their header. Cards have no columns, so their names stand in one.
func (r *importRun) problemRows(source *importer.Source, plan *importer.Plan) [][]string {
	headers := append([]string(nil), source.Headers()...)
	if source.Cards() {
		headers = []string{r.text("field.name")}
	}
	rows := [][]string{append(headers, r.text(reasonColumn))}
	reasons := r.reasons(plan)
	for i, row := range plan.Rows {
		if reasons[row.Number] == nil {
			continue
		}
		cells := source.Texts(i)
		if source.Cards() {
			cells = []string{row.Title}
		}
		rows = append(rows, guarded(append(cells, strings.Join(reasons[row.Number], "\n"))))
	}
	return rows
}

// reasonColumn is the catalogue key of the heading of the last column.
const reasonColumn = "cli.import.reason-column"

func guarded(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = export.Guard(c)
	}
	return out
}

// reasons are what is wrong with each row that needs correcting.
func (r *importRun) reasons(plan *importer.Plan) map[int][]string {
	out := map[int][]string{}
	for _, p := range plan.Problems {
		if p.Row > 0 && p.Level == importer.Trouble {
			out[p.Row] = append(out[p.Row], r.problemLine(p))
		}
	}
	for _, row := range plan.Rows {
		if row.Outcome == crm.OutcomeFailed && out[row.Number] == nil {
			out[row.Number] = []string{r.cat.TextOr("reason.import."+row.Reason, row.Reason)}
		}
	}
	return out
}

// withoutReasons leaves out the column that an earlier import added to the rows it could not take.
func (r *importRun) withoutReasons(m importer.Mapping) (importer.Mapping, error) {
	for _, tag := range locale.Tags() {
		cat, err := locale.Load(tag)
		if err != nil {
			return m, err
		}
		for i, c := range m.Columns {
			if c.Header == cat.Text(reasonColumn) {
				m = m.With(i, "")
			}
		}
	}
	return m, nil
}
