package state

import (
	"context"
	"slices"
	"strings"

	"regulars/store/actions"
	"regulars/store/crm"
)

// JournalBook is what the history needs of the data file.
type JournalBook interface {
	History(limit int) ([]actions.Step, error)
	ChangesOf(step crm.ID, limit int) ([]actions.Entry, error)
	Unmerge(step crm.ID) (actions.Reverted, error)
	UndoImport(batch crm.ID) (actions.Reverted, error)
}

// Journal is the history of all steps: who did what and when, what one of them changed, and the way to take it back out of order.
type Journal struct {
	// OnChanged is called when there is something else to show.
	OnChanged func()

	desk    *Desk
	book    JournalBook
	steps   []actions.Step
	undone  map[crm.ID]bool
	lead    crm.ID
	records []ChangedRecord
	asked   int
	problem Message
}

// ChangedRecord is what a step did to one contact.
type ChangedRecord struct {
	ID      crm.ID
	Title   string
	Fate    Fate
	Changes []crm.Change
}

// Fate says whether a step made a record, changed it or took it away.
type Fate string

// The fates. Their text for people is the catalogue key "journal.fate.<Fate>".
const (
	Made    Fate = "made"
	Changed Fate = "changed"
	Gone    Fate = "gone"
)

// mostRecords is how many records of one step are shown; an import may have made thousands.
const mostRecords = 60

// NewJournal makes the history; Load fills it.
func NewJournal(d *Desk) *Journal {
	j := &Journal{OnChanged: func() {}, desk: d, book: d.book, undone: map[crm.ID]bool{}}
	d.OnChange(func(actions.Change) {
		if j.asked > 0 {
			j.Load()
		}
	})
	return j
}

// Load reads the steps, and what the chosen one changed.
func (j *Journal) Load() {
	j.asked++
	mine, lead := j.asked, j.lead
	var steps []actions.Step
	var records []ChangedRecord
	var err error
	j.desk.run.Go(func(context.Context) {
		if steps, err = j.book.History(0); err == nil {
			records, err = j.read(lead)
		}
	}, func() {
		if mine == j.asked {
			j.take(steps, records, err)
		}
	})
}

func (j *Journal) take(steps []actions.Step, records []ChangedRecord, err error) {
	if j.problem = Explain(err); err == nil {
		j.steps, j.records, j.undone = steps, records, undoneAmong(steps)
	}
	j.OnChanged()
}

// undoneAmong tells which steps have been taken back. The steps come newest first.
func undoneAmong(steps []actions.Step) map[crm.ID]bool {
	out := map[crm.ID]bool{}
	for _, s := range slices.Backward(steps) {
		if !s.Undoes.IsZero() {
			out[s.Undoes] = true
		}
		if !s.Redoes.IsZero() {
			out[s.Redoes] = false
		}
	}
	return out
}

func (j *Journal) read(step crm.ID) ([]ChangedRecord, error) {
	if step.IsZero() {
		return nil, nil
	}
	entries, err := j.book.ChangesOf(step, mostRecords)
	var out []ChangedRecord
	for _, e := range entries {
		out = append(out, changedRecord(e))
	}
	return out, err
}

func changedRecord(e actions.Entry) ChangedRecord {
	before, after, fate := e.Before, e.After, Changed
	if before == nil {
		before, fate = &crm.Contact{}, Made
	}
	if after == nil {
		after, fate = &crm.Contact{}, Gone
	}
	r := ChangedRecord{Title: firstText(after.Title(), before.Title()), Fate: fate, Changes: readable(crm.Diff(before, after))}
	if r.ID = after.ID; fate == Gone {
		r.ID = before.ID
	}
	if before.Kind == crm.Company || after.Kind == crm.Company { // its name says it already
		r.Changes = slices.DeleteFunc(r.Changes, func(c crm.Change) bool { return c.Field == "company" })
	}
	return r
}

// readable leaves out the parts of what another line says whole.
func readable(changes []crm.Change) []crm.Change {
	var out []crm.Change
	for _, c := range changes {
		whole := c.Field
		if at := strings.LastIndexByte(whole, '.'); at > 0 {
			whole = whole[:at]
		}
		part := whole != c.Field && slices.ContainsFunc(changes, func(o crm.Change) bool { return o.Field == whole })
		if !part && c.Field != "kind" && c.Field != "external_id" {
			out = append(out, c)
		}
	}
	return out
}

// Rows is the number of steps.
func (j *Journal) Rows() int { return len(j.steps) }

// Step gives the step in a row, the newest first.
func (j *Journal) Step(row int) (s actions.Step, ok bool) {
	if row < 0 || row >= len(j.steps) {
		return actions.Step{}, false
	}
	return j.steps[row], true
}

// Undone reports whether a step has been taken back.
func (j *Journal) Undone(s actions.Step) bool { return j.undone[s.ID] }

// Choose shows what the step in a row changed.
func (j *Journal) Choose(row int) {
	if s, ok := j.Step(row); ok && s.ID != j.lead {
		j.lead = s.ID
		j.Load()
	}
}

// Lead is the step that is chosen.
func (j *Journal) Lead() (s actions.Step, ok bool) { return j.Step(j.LeadRow()) }

// LeadRow is its row, -1 for none.
func (j *Journal) LeadRow() int {
	return slices.IndexFunc(j.steps, func(s actions.Step) bool { return !j.lead.IsZero() && s.ID == j.lead })
}

// Records are what the chosen step changed, the first of them where there are very many.
func (j *Journal) Records() []ChangedRecord { return j.records }

// More is how many records the chosen step changed beyond those.
func (j *Journal) More() int {
	s, _ := j.Lead()
	if len(j.records) < mostRecords {
		return 0
	}
	return max(s.Count-len(j.records), 0)
}

// Problem says why the history cannot be read.
func (j *Journal) Problem() Message { return j.problem }

// CanTakeBack reports whether the chosen step may be taken back.
func (j *Journal) CanTakeBack() bool {
	s, ok := j.Lead()
	return ok && !s.Final && !j.undone[s.ID] && s.Undoes.IsZero() && s.Redoes.IsZero()
}

// TakeBack takes the chosen step back out of order. Of an import and of a merge, what was edited since stays; another step is refused where a
// later one built on it.
func (j *Journal) TakeBack() {
	s, ok := j.Lead()
	if !ok || !j.CanTakeBack() {
		return
	}
	switch {
	case s.Kind == "import" && !s.Batch.IsZero():
		j.revert(func() (actions.Reverted, error) { return j.book.UndoImport(s.Batch) })
	case s.Kind == "contact.merge":
		j.revert(func() (actions.Reverted, error) { return j.book.Unmerge(s.ID) })
	default:
		j.desk.UndoStep(s.ID)
	}
}

func (j *Journal) revert(back func() (actions.Reverted, error)) {
	j.desk.Act(func(context.Context) (actions.Step, error) {
		r, err := back()
		return r.Step, err
	}, nil)
}
