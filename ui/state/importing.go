package state

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"

	"regulars/importer"
	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/safefile"
)

// ImportBook is what an import needs of the data file.
type ImportBook interface {
	AllContacts() ([]crm.Contact, error)
	Trash() ([]actions.Trashed, error)
	Mappings() ([]crm.Mapping, error)
	RememberMapping(m crm.Mapping) (crm.ID, actions.Step, error)
	Import(ctx context.Context, batch crm.ImportBatch) (crm.Batch, actions.Step, error)
	UndoImport(batch crm.ID) (actions.Reverted, error)
	Batches() ([]crm.Batch, error)
	Firm() (crm.Firm, error)
	Today() crm.Date
	NewID() crm.ID
}

// ImportStep is where an import is.
type ImportStep int

// The steps.
const (
	ImportFile    ImportStep = iota // which file
	ImportColumns                   // which column is which field
	ImportRows                      // who is known already; what becomes of each row
	ImportConfirm                   // the figures once more, before anything is written
	ImportDone
)

// Import is the way of a file into the data, in steps that can be gone back until the last. Nothing is written before Write.
type Import struct {
	// OnChanged is called when a step, a figure or a row is another one.
	OnChanged func()

	desk *Desk
	book ImportBook
	step ImportStep
	work Work

	path     string
	options  importer.Options
	source   *importer.Source
	mapping  importer.Mapping
	set      importer.Settings
	plan     *importer.Plan
	records  map[int]*crm.Contact // by row
	known    *acquaintances       // nil = not read yet, or out of date
	changes  int                  // of the data, since the window was opened
	problem  Message
	filter   string
	shown    []int // rows of the plan that the filter lets through
	asked    int
	cancel   func()
	batch    crm.Batch
	reverted *actions.Reverted
}

// Work says what is being done and how far it is.
type Work struct {
	What  Message // zero = nothing
	Share float64 // 0 to 1, negative while it is not known
}

// NewImport makes an import that waits for a file.
func NewImport(d *Desk) *Import {
	i := &Import{OnChanged: func() {}, desk: d, book: d.book, cancel: func() {}}
	d.OnChange(func(c actions.Change) {
		if len(c.Contacts) > 0 || c.Trash {
			i.known = nil
			i.changes++
		}
	})
	return i
}

// Step is where the import is.
func (i *Import) Step() ImportStep { return i.step }

// Working says what is being done now.
func (i *Import) Working() Work { return i.work }

// Problem says why the file could not be read, or why nothing was written.
func (i *Import) Problem() Message { return i.problem }

// File is the name of the file.
func (i *Import) File() string { return filepath.Base(i.path) }

// Source is the file that has been read, nil before.
func (i *Import) Source() *importer.Source { return i.source }

// Restart forgets the file.
func (i *Import) Restart() {
	i.Stop()
	*i = Import{OnChanged: i.OnChanged, desk: i.desk, book: i.book, known: i.known, changes: i.changes, asked: i.asked, cancel: func() {}}
	i.OnChanged()
}

// Stop ends what is being done. Nothing is changed by it.
func (i *Import) Stop() {
	i.asked++
	i.cancel()
	i.cancel, i.work = func() {}, Work{}
	i.OnChanged()
}

// Go goes to a step that has been reached before, or to the next one.
func (i *Import) Go(step ImportStep) {
	if i.source == nil || i.plan == nil || step < ImportFile || step > ImportConfirm || i.step == ImportDone {
		return
	}
	if step == ImportColumns && i.source.Cards() {
		if step = ImportRows; i.step == ImportRows {
			step = ImportFile
		}
	}
	i.step = step
	i.OnChanged()
}

// Open reads a file and plans its import.
func (i *Import) Open(path string) {
	i.Restart()
	i.path = path
	i.read()
}

// run does long work and shows how far it is; an answer that is not the newest one is dropped.
func (i *Import) run(what Message, work func(ctx context.Context, progress func(float64)) error, done func(error)) {
	i.cancel()
	i.asked++
	mine := i.asked
	i.work = Work{what, -1}
	i.OnChanged()
	var err error
	i.cancel = i.desk.run.Go(func(ctx context.Context) { err = work(ctx, i.progress(mine)) }, func() {
		if mine != i.asked {
			return
		}
		i.work = Work{}
		done(err)
		i.OnChanged()
	})
}

// progress makes the function that tells how far a work is, a hundred times at most.
func (i *Import) progress(mine int) func(float64) {
	last := -1
	return func(share float64) {
		now := int(share * 100)
		if now == last {
			return
		}
		last = now
		i.desk.run.Post(func() {
			if mine == i.asked && !i.work.What.IsZero() {
				i.work.Share = share
				i.OnChanged()
			}
		})
	}
}

func (i *Import) read() {
	var source *importer.Source
	var own []crm.Mapping
	options := i.options
	i.problem = Message{}
	i.run(Say("import.reading", "file", i.File()), func(ctx context.Context, progress func(float64)) (err error) {
		options.Progress = progress
		if source, err = openSource(ctx, i.path, options); err != nil {
			return err
		}
		own, err = i.book.Mappings()
		return err
	}, func(err error) {
		if i.problem = Explain(err); err != nil {
			i.source, i.plan, i.step = nil, nil, ImportFile
			return
		}
		i.source, i.mapping = source, source.Propose(own)
		i.set = importer.Settings{Duplicates: crm.FillDuplicates}
		i.replan(func() { i.Go(ImportColumns) })
	})
}

func openSource(ctx context.Context, path string, o importer.Options) (source *importer.Source, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() {
		if closeErr := file.Close(); err == nil {
			err = closeErr
		}
	}()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	return importer.Open(ctx, file, info.Size(), filepath.Base(path), o)
}

// replan makes the plan anew after an answer of the user; then is called once it is there.
func (i *Import) replan(then func()) {
	var plan *importer.Plan
	var records map[int]*crm.Contact
	set, source, mapping, known, changes := i.set, i.source, i.mapping, i.known, i.changes
	i.run(Say("import.comparing"), func(ctx context.Context, progress func(float64)) (err error) {
		if known == nil {
			if known, err = acquainted(i.book); err != nil {
				return err
			}
		}
		set.Country, set.Today, set.NewID, set.Trash = known.country, i.book.Today(), i.book.NewID, known.trash
		set.Progress = progress
		if plan, err = importer.NewPlan(ctx, source, mapping, known.contacts, set); err == nil {
			records = recordsOf(plan)
		}
		return err
	}, func(err error) {
		if i.problem = Explain(err); err != nil {
			return
		}
		i.plan, i.records = plan, records
		if changes == i.changes {
			i.known = known
		}
		i.applyFilter()
		if then != nil {
			then()
		}
	})
}

// acquaintances are those who are known before the import.
type acquaintances struct {
	contacts []crm.Contact
	trash    []crm.Contact
	country  string
}

func acquainted(book ImportBook) (*acquaintances, error) {
	firm, err := book.Firm()
	if err != nil {
		return nil, err
	}
	list, err := book.AllContacts()
	if err != nil {
		return nil, err
	}
	trash, err := book.Trash()
	if err != nil {
		return nil, err
	}
	known := &acquaintances{contacts: list, country: firm.Country}
	for _, t := range trash {
		known.trash = append(known.trash, t.Contact)
	}
	return known, nil
}

// Batches lists the imports that were made before, the latest first.
func (i *Import) Batches() []crm.Batch {
	list, err := i.book.Batches()
	if err != nil {
		i.desk.Warn(err)
	}
	return list
}

// Write writes the plan as one act. A verified backup is made before.
func (i *Import) Write() {
	if i.plan == nil || i.step != ImportConfirm {
		return
	}
	batch := i.plan.Batch()
	var done crm.Batch
	var step actions.Step
	i.run(Say("import.writing", "count", len(batch.Drafts)), func(ctx context.Context, _ func(float64)) (err error) {
		done, step, err = i.book.Import(ctx, batch)
		return err
	}, func(err error) {
		if i.problem = Explain(err); err != nil {
			return
		}
		i.batch, i.step = done, ImportDone
		i.desk.tell(step, nil)
	})
}

// Batch is what was imported, after Write.
func (i *Import) Batch() crm.Batch { return i.batch }

// TakeBack takes a whole import back. What was edited since stays.
func (i *Import) TakeBack(batch crm.ID) {
	var done actions.Reverted
	i.run(Say("import.taking-back"), func(context.Context, func(float64)) (err error) {
		done, err = i.book.UndoImport(batch)
		return err
	}, func(err error) {
		if i.problem = Explain(err); err != nil {
			return
		}
		i.reverted = &done
		i.desk.Tell(Say("import.taken-back", "removed", done.Removed, "restored", done.Restored, "kept", len(done.Kept)))
	})
}

// TakenBack says what taking the import back did; ok is false while it stands.
func (i *Import) TakenBack() (r actions.Reverted, ok bool) {
	if i.reverted == nil {
		return actions.Reverted{}, false
	}
	return *i.reverted, true
}

// SaveProblems writes the rows with problems to a file in which they can be corrected and imported again.
func (i *Import) SaveProblems(path string, words *Words) {
	plan := i.plan
	rows := plan.ProblemRows()
	i.desk.do(func(context.Context) error {
		return safefile.Replace(path, func(w io.Writer) error {
			return plan.WriteProblems(w, func(p importer.Problem) string { return words.Say(ProblemMessage(p)) })
		})
	}, func(err error) {
		if err != nil {
			i.desk.Warn(err)
			return
		}
		i.desk.Tell(Say("import.problems-saved", "count", rows, "path", path))
	})
}

// ProblemMessage is what a problem of the plan says.
func ProblemMessage(p importer.Problem) Message {
	m := Message{Key: "problem." + p.Code, Values: map[string]any{}}
	for name, v := range p.Values() {
		m.Values[name] = v
	}
	m.Values["value"], m.Values["row"], m.Values["column"] = p.Value, p.Row, p.Column
	return m
}

// SetSheet reads another sheet of the workbook.
func (i *Import) SetSheet(name string) {
	i.options.Sheet, i.options.HeaderRow = name, 0
	i.read()
}

// SetEncoding reads the text in another encoding.
func (i *Import) SetEncoding(name string) {
	i.options.Encoding = name
	i.read()
}

// SetHeaderRow says which row holds the headers; importer.NoHeader that none does.
func (i *Import) SetHeaderRow(row int) {
	i.options.HeaderRow = row
	i.read()
}

// HeaderRows lists the rows that may be chosen as header, NoHeader last.
func (i *Import) HeaderRows() []int {
	out := make([]int, 0, 12)
	for row := 1; row <= 10; row++ {
		out = append(out, row)
	}
	if found := i.source.HeaderRow; found > 10 && !slices.Contains(out, found) {
		out = append(out, found)
	}
	return append(out, importer.NoHeader)
}
