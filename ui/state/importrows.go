package state

import (
	"maps"
	"slices"
	"strings"

	"regulars/importer"
	"regulars/importer/clean"
	"regulars/store/crm"
)

// The filters of the rows; the others are outcomes.
const (
	AllRows      = ""
	TroubledRows = "troubled"
)

// Counts are the figures of the plan.
func (i *Import) Counts() importer.Counts {
	if i.plan == nil {
		return importer.Counts{}
	}
	return i.plan.Counts
}

// FilterOn shows the rows of one outcome, those with remarks, or all.
func (i *Import) FilterOn(filter string) {
	i.filter = filter
	i.applyFilter()
	i.OnChanged()
}

// Filter is which rows are shown.
func (i *Import) Filter() string { return i.filter }

func (i *Import) applyFilter() {
	i.shown = i.shown[:0]
	if i.plan == nil {
		return
	}
	troubled := i.troubled()
	for n, r := range i.plan.Rows {
		if i.filter == AllRows || string(r.Outcome) == i.filter || i.filter == TroubledRows && troubled[r.Number] {
			i.shown = append(i.shown, n)
		}
	}
}

// troubled are the numbers of the rows with a doubt or a problem.
func (i *Import) troubled() map[int]bool {
	out := map[int]bool{}
	for _, p := range i.plan.Problems {
		if p.Level > importer.Repair {
			out[p.Row] = true
		}
	}
	return out
}

// Rows is how many rows are shown.
func (i *Import) Rows() int { return len(i.shown) }

// Row is one of the rows shown.
func (i *Import) Row(n int) (importer.Row, bool) {
	if i.plan == nil || n < 0 || n >= len(i.shown) {
		return importer.Row{}, false
	}
	return i.plan.Rows[i.shown[n]], true
}

// RowSummary says who a row makes: company, title, phone and e-mail of the record.
func (i *Import) RowSummary(number int) string {
	c, ok := i.records[number]
	if !ok {
		return ""
	}
	p := c.Current()
	parts := []string{p.CompanyName, p.Title}
	if phone, ok := c.MainPhone(); ok {
		parts = append(parts, PhoneText(phone))
	}
	if mail, ok := c.MainEmail(); ok {
		parts = append(parts, mail.Address)
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// recordsOf finds the record that each row makes or changes.
func recordsOf(p *importer.Plan) map[int]*crm.Contact {
	drafts := p.Batch().Drafts
	out := make(map[int]*crm.Contact, len(drafts))
	for n := range drafts {
		if !drafts[n].Employer {
			out[drafts[n].Row] = &drafts[n].Record
		}
	}
	return out
}

// RowReason says why a row ends as it does.
func RowReason(r importer.Row) Message {
	if r.Reason == "" {
		return Message{}
	}
	return Say("reason.import." + r.Reason)
}

// RowProblems are the remarks on a row.
func (i *Import) RowProblems(number int) []importer.Problem {
	var out []importer.Problem
	if i.plan == nil {
		return nil
	}
	for _, p := range i.plan.Problems {
		if p.Row == number {
			out = append(out, p)
		}
	}
	return out
}

// Duplicates is what is done with rows whose person is known already.
func (i *Import) Duplicates() crm.Duplicates { return i.set.Duplicates }

// SetDuplicates changes it.
func (i *Import) SetDuplicates(d crm.Duplicates) {
	if i.set.Duplicates == d {
		return
	}
	i.set.Duplicates = d
	i.replan(nil)
}

// DuplicateModes lists the ways.
func (i *Import) DuplicateModes() []crm.Duplicates {
	return []crm.Duplicates{crm.SkipDuplicates, crm.FillDuplicates, crm.UpdateDuplicates, crm.AddDuplicates}
}

// Tag is put on every record that the file makes or changes.
func (i *Import) Tag() string { return i.set.Tag }

// SetTag changes it.
func (i *Import) SetTag(tag string) {
	if i.set.Tag == tag {
		return
	}
	i.set.Tag = tag
	i.replan(nil)
}

// Questions are what the file leaves open about its dates.
func (i *Import) Questions() []importer.Question {
	if i.plan == nil {
		return nil
	}
	return i.plan.Questions
}

// Answer answers one of them: for the order of day and month whether the day is first, for short years whether they are years of the Republic.
func (i *Import) Answer(q importer.Question, yes bool) {
	dates := maps.Clone(i.set.Dates)
	if dates == nil {
		dates = map[int]importer.DateHints{}
	}
	dates[q.Column] = answered(dates[q.Column], q.Code, yes)
	i.set.Dates = dates
	i.replan(nil)
}

// Decide says what is to be done with one row.
func (i *Import) Decide(row int, d importer.Decision) {
	all := maps.Clone(i.set.Decisions)
	if all == nil {
		all = map[int]importer.Decision{}
	}
	all[row] = d
	i.set.Decisions = all
	i.replan(nil)
}

// Decided is what the user said about a row; ok is false where nothing was said.
func (i *Import) Decided(row int) (d importer.Decision, ok bool) {
	d, ok = i.set.Decisions[row]
	return d, ok
}

// FileNotes are the remarks on the file as a whole.
func (i *Import) FileNotes() []Message {
	var out []Message
	for _, p := range i.RowProblems(0) {
		out = append(out, ProblemMessage(p))
	}
	return out
}

// ProblemRows is how many rows would be saved by SaveProblems.
func (i *Import) ProblemRows() int {
	if i.plan == nil {
		return 0
	}
	return i.plan.ProblemRows()
}

func answered(h importer.DateHints, code string, yes bool) importer.DateHints {
	switch {
	case code == importer.QuestionROC && yes:
		h.ROC = clean.Yes
	case code == importer.QuestionROC:
		h.ROC = clean.No
	case yes:
		h.Order = clean.DayFirst
	default:
		h.Order = clean.MonthFirst
	}
	return h
}

// Troubling reports whether a remark asks the user to look.
func Troubling(p importer.Problem) bool { return p.Level > importer.Repair }

// DecideAuto leaves a row to the program again.
func (i *Import) DecideAuto(row int) {
	all := maps.Clone(i.set.Decisions)
	delete(all, row)
	i.set.Decisions = all
	i.replan(nil)
}

// DecideSkip leaves a row out.
func (i *Import) DecideSkip(row int) { i.Decide(row, importer.Decision{Skip: true}) }

// DecideNew makes a new record of a row although somebody alike is known.
func (i *Import) DecideNew(row int) { i.Decide(row, importer.Decision{New: true}) }

// DecideJoin joins a row to a record.
func (i *Import) DecideJoin(row int, record crm.ID) { i.Decide(row, importer.Decision{Record: record}) }
