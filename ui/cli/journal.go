package cli

import (
	"time"

	"regulars/assets/locale"
	"regulars/store/actions"
	"regulars/store/crm"
)

// timeForm is how times stand in JSON.
const timeForm = time.RFC3339

// stepDocument is a step of the journal in JSON.
type stepDocument struct {
	ID     string            `json:"id"`
	Seq    uint64            `json:"seq"`
	Time   string            `json:"time"`
	Author string            `json:"author"`
	Kind   string            `json:"kind"`
	Text   string            `json:"text"`
	Count  int               `json:"count"`
	Values map[string]string `json:"values,omitempty"`
	Batch  string            `json:"batch,omitempty"`
	Undoes string            `json:"undoes,omitempty"`
	Redoes string            `json:"redoes,omitempty"`
}

func (s *session) step(step actions.Step) stepDocument {
	return stepDocument{ID: step.ID.String(), Seq: step.Seq, Time: step.At().Format(timeForm), Author: step.Author, Kind: step.Kind, Text: s.stepText(step),
		Count: step.Count, Values: step.Values, Batch: step.Batch.String(), Undoes: step.Undoes.String(), Redoes: step.Redoes.String()}
}

func (s *session) stepText(step actions.Step) string {
	return s.text("step."+step.Kind, step.Texts())
}

func (s *session) stepTime(step actions.Step) string {
	return step.At().In(s.env.Now().Location()).Format("2006-01-02 15:04")
}

// historyCommand lists what was done, to everything or to one contact.
type historyCommand struct {
	ID    string `arg:"" optional:""`
	Limit int    `default:"30" placeholder:"N"`
}

// Run lists steps, the newest first.
func (c *historyCommand) Run(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	if c.ID != "" {
		return c.ofContact(s, book)
	}
	steps, err := book.History(max(c.Limit, 0))
	if err != nil {
		return err
	}
	docs, t := []stepDocument{}, &table{}
	for _, step := range steps {
		docs = append(docs, s.step(step))
		t.add(s.stepTime(step), step.ID.String(), step.Author, s.stepText(step))
	}
	return s.list(docs, t, "cli.history.none")
}

// list prints the rows, or the document where JSON was asked for, or that there is nothing.
func (s *session) list(document any, t *table, none string) error {
	switch {
	case s.JSON:
		return s.printJSON(document)
	case len(t.rows) == 0:
		return s.print(s.text(none))
	}
	return s.printTable(t)
}

// entryDocument is one line of a contact's history: what each field was and became.
type entryDocument struct {
	stepDocument
	Changes []changeDocument `json:"changes"`
}

type changeDocument struct {
	Field string   `json:"field"`
	Old   []string `json:"old"`
	New   []string `json:"new"`
}

func (c *historyCommand) ofContact(s *session, book *actions.Book) error {
	id, err := s.contactID(c.ID)
	if err != nil {
		return err
	}
	entries, err := book.HistoryOf(id)
	if err != nil {
		return err
	}
	if len(entries) == 0 {
		return notFound("contact", c.ID)
	}
	if c.Limit > 0 {
		entries = entries[:min(c.Limit, len(entries))]
	}
	docs, t := []entryDocument{}, &table{}
	for _, e := range entries {
		changes := changesOf(e)
		docs = append(docs, entryDocument{s.step(e.Step), changes})
		t.add(s.stepTime(e.Step), e.Step.ID.String(), e.Step.Author, s.stepText(e.Step))
		if e.Before != nil && e.After != nil {
			for _, change := range changes {
				t.add("", "", "", s.changeText(change))
			}
		}
	}
	return s.list(docs, t, "cli.history.none")
}

func changesOf(e actions.Entry) []changeDocument {
	before, after := e.Before, e.After
	if before == nil {
		before = &crm.Contact{}
	}
	if after == nil {
		after = &crm.Contact{}
	}
	out := []changeDocument{}
	for _, ch := range crm.Diff(before, after) {
		out = append(out, changeDocument{ch.Field, texts(ch.Old), texts(ch.New)})
	}
	return out
}

func (s *session) changeText(c changeDocument) string {
	return s.text("cli.history.change", locale.Values{"field": s.fieldName(c.Field), "old": s.orNothing(c.Old), "new": s.orNothing(c.New)})
}

func (s *session) orNothing(values []string) string {
	if len(values) == 0 {
		return s.text("cli.nothing")
	}
	return s.cat.List(values)
}

// undoCommand takes back the latest steps.
type undoCommand struct {
	N int `arg:"" optional:"" default:"1"`
}

// Run undoes.
func (c *undoCommand) Run(s *session) error {
	return s.again(c.N, "cli.undo.done", func(book *actions.Book) ([]actions.Step, error) { return book.Undo(c.N) })
}

// redoCommand does again what undo took back.
type redoCommand struct {
	N int `arg:"" optional:"" default:"1"`
}

// Run does again.
func (c *redoCommand) Run(s *session) error {
	return s.again(c.N, "cli.redo.done", func(book *actions.Book) ([]actions.Step, error) { return book.Redo(c.N) })
}

func (s *session) again(n int, key string, act func(*actions.Book) ([]actions.Step, error)) error {
	if n < 1 {
		return &usageError{reason: s.text("cli.error.out-of-range", locale.Values{"name": "N", "low": 1, "high": 10000})}
	}
	book, err := s.write()
	if err != nil {
		return err
	}
	steps, err := act(book)
	docs := []stepDocument{}
	for _, step := range steps {
		docs = append(docs, s.step(step))
	}
	if printing := s.printSteps(docs, key); printing != nil {
		return printing
	}
	return err
}

// printSteps tells what was taken back or done again; what went wrong after that is told by the error.
func (s *session) printSteps(docs []stepDocument, key string) error {
	if s.JSON {
		return s.printJSON(docs)
	}
	for _, d := range docs {
		if err := s.print(s.text(key, locale.Values{"step": d.Text})); err != nil {
			return err
		}
	}
	return nil
}
