package cli

import (
	"regulars/assets/locale"
	"regulars/store/actions"
	"regulars/store/crm"
)

// importsCommand lists imports and takes them back.
type importsCommand struct {
	List importsListCommand `cmd:""`
	Undo importsUndoCommand `cmd:""`
}

type importsListCommand struct{}

// Run lists the batches, the latest first.
func (c *importsListCommand) Run(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	batches, err := book.Batches()
	if err != nil {
		return err
	}
	if batches == nil {
		batches = []crm.Batch{}
	}
	t := &table{}
	for _, b := range batches {
		state := ""
		if b.Undone {
			state = s.text("cli.imports.undone")
		}
		t.add(b.ID.String(), b.Day.String(), b.File, s.countsText(b), state)
	}
	return s.list(batches, t, "cli.imports.none")
}

func (s *session) countsText(b crm.Batch) string {
	return s.text("cli.import.counts", locale.Values{"rows": b.Rows, "created": b.Created, "updated": b.Updated, "unchanged": b.Unchanged, "skipped": b.Skipped,
		"failed": b.Failed, "companies": b.Companies})
}

type importsUndoCommand struct {
	Batch string `arg:""`
	Row   int    `placeholder:"N"`
}

// Run takes a batch or one row of it back.
func (c *importsUndoCommand) Run(s *session) error {
	book, err := s.write()
	if err != nil {
		return err
	}
	id, err := batchID(book, c.Batch)
	if err != nil {
		return err
	}
	var back actions.Reverted
	if c.Row > 0 {
		back, err = book.UndoImportRow(id, c.Row)
	} else {
		back, err = book.UndoImport(id)
	}
	if isNotFound(err) {
		return notFound("batch", c.Batch)
	}
	if err != nil {
		return err
	}
	return s.reverted(back)
}

// batchID reads the id of a batch; the word last means the latest one that still stands.
func batchID(book *actions.Book, text string) (crm.ID, error) {
	if text != "last" {
		return readID("batch", text)
	}
	batches, err := book.Batches()
	if err != nil {
		return crm.ID{}, err
	}
	for _, b := range batches {
		if !b.Undone {
			return b.ID, nil
		}
	}
	return crm.ID{}, notFound("batch", text)
}

// revertedDocument is what taking something back did.
type revertedDocument struct {
	Step     stepDocument   `json:"step"`
	Removed  int            `json:"removed"`
	Restored int            `json:"restored"`
	Kept     []actions.Kept `json:"kept"`
}

// reverted tells what taking back an import or a merge did, and what it left alone.
func (s *session) reverted(back actions.Reverted) error {
	kept := back.Kept
	if kept == nil {
		kept = []actions.Kept{}
	}
	err := s.done(revertedDocument{s.step(back.Step), back.Removed, back.Restored, kept}, "cli.reverted",
		locale.Values{"removed": back.Removed, "restored": back.Restored, "kept": len(kept)})
	if err != nil || s.JSON {
		return err
	}
	t := &table{}
	for _, k := range kept {
		t.add("  "+k.Title, s.text("kept."+string(k.Reason), locale.Values{"count": k.Fields}), k.ID.String())
	}
	return s.printTable(t)
}

// mappingsCommand deals with remembered mappings of columns.
type mappingsCommand struct {
	List   mappingsListCommand   `cmd:""`
	Forget mappingsForgetCommand `cmd:""`
}

type mappingsListCommand struct{}

// Run lists them by name.
func (c *mappingsListCommand) Run(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	mappings, err := book.Mappings()
	if err != nil {
		return err
	}
	if mappings == nil {
		mappings = []crm.Mapping{}
	}
	t := &table{}
	for _, m := range mappings {
		t.add(m.Name, s.text("cli.mappings.columns", locale.Values{"count": len(m.Columns)}))
	}
	return s.list(mappings, t, "cli.mappings.none")
}

type mappingsForgetCommand struct {
	Name string `arg:""`
}

// Run forgets the mapping of that name.
func (c *mappingsForgetCommand) Run(s *session) error {
	book, err := s.write()
	if err != nil {
		return err
	}
	m, err := s.mapping(book, c.Name)
	if err != nil {
		return err
	}
	step, err := book.ForgetMapping(m.ID)
	if err != nil {
		return err
	}
	return s.acted(step)
}

// mapping finds a remembered mapping by its name.
func (s *session) mapping(book *actions.Book, name string) (crm.Mapping, error) {
	mappings, err := book.Mappings()
	if err != nil {
		return crm.Mapping{}, err
	}
	for _, m := range mappings {
		if m.Name == name {
			return m, nil
		}
	}
	return crm.Mapping{}, notFound("mapping", name)
}
