package importer

import (
	"context"

	"regulars/importer/clean"
	"regulars/importer/sheet"
	"regulars/store/crm"
)

// Plan is what an import would do. It is made once and does not change; a new answer of the user makes a new plan.
type Plan struct {
	Counts
	Rows      []Row      // in the order of the file
	Problems  []Problem  // of the file first, then row by row
	Questions []Question // what the user may want to answer before

	source  *Source
	mapping Mapping
	set     Settings
	batch   crm.ID
	cleaned []tidied
	drafts  []crm.Draft
	rowsOf  []crm.RowOf
}

// Question is something about a column that the file leaves open and the user can answer, by Settings.Dates.
type Question struct {
	Column  int // from 0
	Header  string
	Code    string // QuestionDayOrder or QuestionROC; text "question."+Code
	Count   int    // cells that depend on it
	Example string
}

// The questions.
const (
	QuestionDayOrder = "day-order" // 3/5/2021: day or month first
	QuestionROC      = "roc-year"  // 75/3/5: year of the Republic or of the 20th century
)

// The reasons why a row ends as it does. Their texts for people are the catalogue keys "reason.import.<reason>".
const (
	ReasonEmpty        = "row-empty"      // no cell says anything
	ReasonGroup        = "group-card"     // a distribution list, not a contact
	ReasonNobody       = "nobody"         // nothing says who or how to reach them
	ReasonNotContacts  = "not-contacts"   // the table is not one of contacts
	ReasonByHand       = "by-hand"        // the user said so
	ReasonInFile       = "in-file"        // an earlier row of the file is the same
	ReasonInStore      = "in-store"       // known already
	ReasonJoinedInFile = "joined-in-file" // completes an earlier row of the file
	ReasonMaybeKnown   = "maybe-known"    // new, but somebody much alike is known
	ReasonInTrash      = "in-trash"       // new, but the same lies in the trash
	ReasonRestored     = "restored"       // taken out of the trash
	ReasonNoSuchRecord = "no-such-record" // the record that the user chose is gone
	ReasonNothingNew   = "nothing-new"    // known already, and the row says nothing new
	ReasonNewByHand    = "new-by-hand"    // somebody alike is known, the user wants a new one
)

// NewPlan makes the plan of an import. existing are the records of the store. It fails only when ctx ends.
func NewPlan(ctx context.Context, s *Source, m Mapping, existing []crm.Contact, set Settings) (*Plan, error) {
	p := &Plan{source: s, mapping: m, set: set.orDefault()}
	p.batch = p.set.NewID()
	p.Problems = s.Notes()
	p.tellLeftOut()
	rows, err := p.clean(ctx)
	if err != nil {
		return nil, err
	}
	r := newResolver(p, rows)
	if err := r.learn(ctx, existing); err != nil {
		return nil, err
	}
	if err := r.resolve(ctx); err != nil {
		return nil, err
	}
	r.index, r.traits = nil, nil // free before the drafts are made
	p.finish(rows, r)
	return p, nil
}

func (s Settings) orDefault() Settings {
	if s.Duplicates == "" {
		s.Duplicates = crm.FillDuplicates
	}
	if s.Country == "" {
		s.Country = "TW"
	}
	if s.Progress == nil {
		s.Progress = func(float64) {}
	}
	return s
}

// tellLeftOut tells of the columns that are not taken over because of what they hold.
func (p *Plan) tellLeftOut() {
	for i, c := range p.mapping.Columns {
		if c.Field == "" && len(c.Samples) > 0 {
			code := "column-left-out"
			if c.Reason == sensitiveReason {
				code = "column-sensitive"
			}
			p.Problems = append(p.Problems, Problem{Column: nameOf(c, i), Code: code, Level: Warn})
		}
	}
}

// clean makes contacts of all rows or cards, in several goroutines; the result does not depend on how many.
func (p *Plan) clean(ctx context.Context) ([]tidied, error) {
	if p.source.Cards() {
		return p.cleanCards(ctx)
	}
	t := p.source.file.Table()
	reader := newRowReader(t, p.mapping, p.set.Dates)
	out := make([]tidied, len(t.Rows))
	err := inChunks(ctx, len(t.Rows), p.part(0, 0.6), func(from, to int) {
		worker, e := tidier{country: p.set.Country}, &entry{}
		for i := from; i < to; i++ {
			reader.read(t.Rows[i], e)
			out[i] = worker.tidy(e)
		}
	})
	return out, err
}

func (p *Plan) cleanCards(ctx context.Context) ([]tidied, error) {
	records := p.source.file.Records
	read := readCard
	if p.source.Format == sheet.FormatLDIF {
		read = readEntry
	}
	out := make([]tidied, len(records))
	err := inChunks(ctx, len(records), p.part(0, 0.6), func(from, to int) {
		worker, e := tidier{country: p.set.Country}, &entry{}
		for i := from; i < to; i++ {
			read(records[i], e)
			group := e.kind == "group"
			out[i] = worker.tidy(e)
			out[i].group = group
		}
	})
	return out, err
}

// part is the progress of a part of the work.
func (p *Plan) part(from, to float64) func(float64) {
	return func(share float64) { p.set.Progress(from + (to-from)*share) }
}

// finish counts, and puts the problems of the rows in their order.
func (p *Plan) finish(rows []tidied, r *resolver) {
	p.Rows, p.rowsOf = r.rows, r.rowsOf
	p.Counts.Rows = len(rows)
	p.Companies = r.employers
	if p.source.Cards() {
		p.cleaned = rows
	}
	p.tellFailed(rows)
	for i := range p.Rows {
		p.count(p.Rows[i].Outcome)
		if troubled(rows[i].problems) {
			p.Troubled++
		}
	}
	p.collect(rows)
	p.ask()
	p.drafts = make([]crm.Draft, len(r.drafts))
	for i := range r.drafts {
		p.drafts[i] = r.drafts[i].value()
	}
	p.set.Progress(1)
}

// collect puts the problems of the rows behind those of the file.
func (p *Plan) collect(rows []tidied) {
	n := len(p.Problems)
	for i := range rows {
		n += len(rows[i].problems)
	}
	p.Problems = append(make([]Problem, 0, n), p.Problems...)
	for i := range rows {
		p.Problems = append(p.Problems, rows[i].problems...)
		rows[i].problems = nil
	}
}

func troubled(problems []Problem) bool {
	for _, x := range problems {
		if x.Level > Repair {
			return true
		}
	}
	return false
}

func (p *Plan) count(o crm.Outcome) {
	switch o {
	case crm.OutcomeCreated:
		p.Created++
	case crm.OutcomeUpdated:
		p.Updated++
	case crm.OutcomeUnchanged:
		p.Unchanged++
	case crm.OutcomeSkipped:
		p.Skipped++
	default:
		p.Failed++
	}
}

// ask collects the questions that the date columns leave open.
func (p *Plan) ask() {
	columns := map[string]int{}
	for i, c := range p.mapping.Columns {
		columns[nameOf(c, i)] = i
	}
	at := map[string]int{}
	for _, x := range p.Problems {
		code := questionOf(x.Code)
		column, known := columns[x.Column]
		if code == "" || !known {
			continue
		}
		key := code + x.Column
		i, asked := at[key]
		if !asked {
			i = len(p.Questions)
			at[key] = i
			p.Questions = append(p.Questions, Question{Column: column, Header: x.Column, Code: code, Example: x.Value})
		}
		p.Questions[i].Count++
	}
}

func questionOf(code string) string {
	switch code {
	case clean.DateOrderAsk:
		return QuestionDayOrder
	case clean.DateTwoDigit, clean.DateROCDoubt:
		return QuestionROC
	}
	return ""
}

// FreeRows gives back the memory that the rows of the file take, for the time while a big batch is written. After it WriteProblems and examples
// find no rows.
func (p *Plan) FreeRows() {
	for i := range p.source.file.Tables {
		p.source.file.Tables[i].Rows = nil
	}
	p.source.file.Records, p.cleaned = nil, nil
}

// Batch is what store/actions writes.
func (p *Plan) Batch() crm.ImportBatch {
	return crm.ImportBatch{Info: crm.Batch{ID: p.batch, File: p.source.Name, Hash: p.source.Hash, Format: p.source.Format, Day: p.set.Today,
		Rows: p.Counts.Rows, Created: p.Created, Updated: p.Updated, Unchanged: p.Unchanged, Skipped: p.Skipped, Failed: p.Failed,
		Companies: p.Companies, RowsOf: p.rowsOf}, Drafts: p.drafts}
}
