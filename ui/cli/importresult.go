package cli

import (
	"strconv"

	"regulars/assets/locale"
	"regulars/importer"
	"regulars/store/crm"
)

// importResult is what became of one file, in the form of the JSON that scripts rely on.
type importResult struct {
	File      string            `json:"file"`
	Format    string            `json:"format"`
	Encoding  string            `json:"encoding"`
	Sheet     string            `json:"sheet"`
	HeaderRow int               `json:"header_row"`
	Rows      int               `json:"rows"`
	Created   int               `json:"created"`
	Updated   int               `json:"updated"`
	Unchanged int               `json:"unchanged"`
	Skipped   int               `json:"skipped"`
	Failed    int               `json:"failed"`
	Companies int               `json:"companies_created"`
	Batch     string            `json:"batch"`
	DryRun    bool              `json:"dry_run,omitempty"`
	Mapping   []mappedColumn    `json:"mapping"`
	Problems  []problemDocument `json:"problems"`
	RowsOf    []rowDocument     `json:"outcomes,omitempty"`
}

type mappedColumn struct {
	Column     string  `json:"column"`
	Field      string  `json:"field"`
	Confidence float64 `json:"confidence"`
}

type problemDocument struct {
	Row     int    `json:"row"`
	Column  string `json:"column"`
	Code    string `json:"code"`
	Value   string `json:"value"`
	Level   string `json:"level"`
	Message string `json:"message"`
}

type rowDocument struct {
	Row     int              `json:"row"`
	Outcome string           `json:"outcome"`
	Reason  string           `json:"reason,omitempty"`
	Record  string           `json:"record,omitempty"`
	Name    string           `json:"name"`
	Changes []changeDocument `json:"changes,omitempty"`
}

func (r *importRun) result(path string, source *importer.Source, m importer.Mapping, plan *importer.Plan) importResult {
	out := importResult{File: path, Format: source.Format, Encoding: source.Encoding, Sheet: source.Sheet, HeaderRow: source.HeaderRow,
		Rows: plan.Counts.Rows, Created: plan.Created, Updated: plan.Updated, Unchanged: plan.Unchanged, Skipped: plan.Skipped, Failed: plan.Failed,
		Companies: plan.Companies, DryRun: r.command.DryRun, Mapping: []mappedColumn{}, Problems: []problemDocument{}}
	for _, c := range m.Columns {
		out.Mapping = append(out.Mapping, mappedColumn{c.Header, c.Field, c.Confidence})
	}
	for _, p := range plan.Problems {
		out.Problems = append(out.Problems, problemDocument{p.Row, p.Column, p.Code, p.Value, p.Level.String(), r.problemText(p.Code, p.Values())})
	}
	for _, row := range plan.Rows {
		if r.command.All || row.Reason != "" {
			out.RowsOf = append(out.RowsOf, r.row(row))
		}
	}
	return out
}

func (r *importRun) row(row importer.Row) rowDocument {
	d := rowDocument{Row: row.Number, Outcome: string(row.Outcome), Reason: row.Reason, Record: row.Record.String(), Name: row.Title}
	for _, ch := range row.Changes {
		d.Changes = append(d.Changes, changeDocument{ch.Field, texts(ch.Old), texts(ch.New)})
	}
	return d
}

// problemLine is a problem as it stands in the file of rows to be corrected.
func (r *importRun) problemLine(p importer.Problem) string {
	text := r.problemText(p.Code, p.Values())
	if p.Column == "" {
		return text
	}
	return r.text("cli.import.problem-line", locale.Values{"column": p.Column, "text": text})
}

// printResults tells people what became of each file.
func (r *importRun) printResults() error {
	for i := range r.results {
		if err := r.printResult(&r.results[i]); err != nil {
			return err
		}
	}
	if r.command.DryRun {
		return r.print(r.text("cli.import.dry-run"))
	}
	return nil
}

func (r *importRun) printResult(d *importResult) error {
	if err := r.print(r.sourceLine(d)); err != nil {
		return err
	}
	if err := r.print("  " + r.text("cli.import.counts", d.counts())); err != nil {
		return err
	}
	for _, t := range []*table{r.outcomes(d), r.columns(d), r.changes(d)} {
		if err := r.printTable(t); err != nil {
			return err
		}
	}
	if err := r.printProblems(d); err != nil || d.Batch == "" {
		return err
	}
	return r.print("  " + r.text("cli.import.back", locale.Values{"batch": d.Batch}))
}

func (d *importResult) counts() locale.Values {
	return locale.Values{"rows": d.Rows, "created": d.Created, "updated": d.Updated, "unchanged": d.Unchanged, "skipped": d.Skipped, "failed": d.Failed,
		"companies": d.Companies}
}

// sourceLine says what the file turned out to be.
func (r *importRun) sourceLine(d *importResult) string {
	key := "cli.import.source-cards"
	switch {
	case d.Sheet != "":
		key = "cli.import.source-sheet"
	case d.Encoding != "" && len(d.Mapping) > 0:
		key = "cli.import.source-text"
	}
	return r.text(key, locale.Values{"file": d.File, "format": d.Format, "encoding": d.Encoding, "sheet": d.Sheet, "header": d.HeaderRow, "count": d.Rows})
}

// outcomes counts the rows that are not plain new records, by how they end and why.
func (r *importRun) outcomes(d *importResult) *table {
	counts, t := map[[2]string]int{}, &table{}
	var order [][2]string
	for _, row := range d.RowsOf {
		kind := [2]string{row.Outcome, row.Reason}
		if counts[kind]++; counts[kind] == 1 && row.Reason != "" {
			order = append(order, kind)
		}
	}
	for _, kind := range order {
		t.add("    "+r.cat.Number(counts[kind])+" ×", r.text("outcome."+kind[0]), r.cat.TextOr("reason.import."+kind[1], kind[1]))
	}
	return t
}

// changes shows what an update puts in the place of what, old → new.
func (r *importRun) changes(d *importResult) *table {
	t, hidden := &table{}, 0
	for _, row := range d.RowsOf {
		if row.Outcome != string(crm.OutcomeUpdated) {
			continue
		}
		if len(t.rows) >= mostProblems && !r.command.All {
			hidden++
			continue
		}
		for _, change := range row.Changes {
			t.add("    "+r.rowName(row.Row), row.Name, r.changeText(change))
		}
	}
	if hidden > 0 {
		t.add("    " + r.text("cli.import.more-updates", locale.Values{"count": hidden}))
	}
	return t
}

// columns shows which column goes where, with a question mark where it is worth a look.
func (r *importRun) columns(d *importResult) *table {
	t := &table{}
	for _, c := range d.Mapping {
		doubt := ""
		if c.Confidence < 0.8 {
			doubt = r.text("cli.import.look", locale.Values{"percent": strconv.Itoa(int(c.Confidence*100 + 0.5))})
		}
		t.add("    "+c.Column, "→ "+r.targetName(c.Field), doubt)
	}
	return t
}

// mostProblems is how many problems people are shown unless they ask for --all.
const mostProblems = 25

// printProblems lists problems, those that ask for something first; mere repairs are counted unless all are wanted.
func (r *importRun) printProblems(d *importResult) error {
	t, shown, repairs := &table{}, 0, 0
	for _, level := range []importer.Level{importer.Trouble, importer.Warn, importer.Repair} {
		for _, p := range d.Problems {
			switch {
			case p.Level != level.String():
			case level == importer.Repair && !r.command.All:
				repairs++
			case shown >= mostProblems && !r.command.All:
				shown++
			default:
				shown++
				t.add("  "+marks[p.Level], r.rowName(p.Row), p.Column, p.Message)
			}
		}
	}
	if err := r.printTable(t); err != nil {
		return err
	}
	if hidden := shown - len(t.rows); hidden > 0 || repairs > 0 {
		return r.print("  " + r.text("cli.import.hidden", locale.Values{"problems": hidden, "repairs": repairs}))
	}
	return nil
}

var marks = map[string]string{"problem": "✗", "warn": "!", "repair": "·"}

func (r *importRun) rowName(row int) string {
	if row == 0 {
		return ""
	}
	return r.text("cli.import.row", locale.Values{"row": row})
}
