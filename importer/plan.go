package importer

import (
	"context"

	"regulars/store/crm"
)

// Plan is what an import would do. It is made once and does not change; a new answer of the user makes a new plan.
type Plan struct {
	Counts
	Rows      []Row     // in the order of the file
	Problems  []Problem // of the file first, then row by row
	Questions []Question

	source  *Source
	mapping Mapping
	set     Settings
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

// NewPlan makes the plan of an import. existing are the records of the store. It fails only when ctx ends.
func NewPlan(ctx context.Context, s *Source, m Mapping, existing []crm.Contact, set Settings) (*Plan, error) {
	p := &Plan{source: s, mapping: m, set: set.orDefault()}
	return p, ctx.Err()
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

// Batch is what store/actions writes.
func (p *Plan) Batch() crm.ImportBatch {
	return crm.ImportBatch{Info: crm.Batch{ID: p.set.NewID(), File: p.source.Name, Hash: p.source.Hash, Format: p.source.Format, Day: p.set.Today,
		Rows: p.Counts.Rows, Created: p.Created, Updated: p.Updated, Unchanged: p.Unchanged, Skipped: p.Skipped, Failed: p.Failed,
		Companies: p.Companies, RowsOf: p.rowsOf}, Drafts: p.drafts}
}
