package cli

import (
	"time"

	"regulars/assets/locale"
	"regulars/store/actions"
	"regulars/store/crm"
)

// trashCommand deals with deleted contacts.
type trashCommand struct {
	List    trashListCommand    `cmd:""`
	Restore trashRestoreCommand `cmd:""`
	Empty   trashEmptyCommand   `cmd:""`
}

type trashListCommand struct{}

type trashedDocument struct {
	ID      string   `json:"id"`
	Kind    crm.Kind `json:"kind"`
	Name    string   `json:"name"`
	Company string   `json:"company"`
	Deleted string   `json:"deleted"`
	By      string   `json:"by"`
}

// Run lists the contacts in the trash, the latest first.
func (c *trashListCommand) Run(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	trash, err := book.Trash()
	if err != nil {
		return err
	}
	docs, t := []trashedDocument{}, &table{}
	for _, x := range trash {
		d := trashedDocument{x.Contact.ID.String(), x.Contact.Kind, x.Contact.Title(), x.Contact.CompanyName(), x.At().Format(time.RFC3339), x.By}
		docs = append(docs, d)
		t.add(d.ID, d.Name, d.Company, x.At().In(s.env.Now().Location()).Format("2006-01-02 15:04"), d.By)
	}
	return s.list(docs, t, "cli.trash.none")
}

type trashRestoreCommand struct {
	IDs []string `arg:"" name:"id"`
}

// Run takes contacts out of the trash.
func (c *trashRestoreCommand) Run(s *session) error {
	ids, err := readIDs("contact", c.IDs)
	if err != nil {
		return err
	}
	book, err := s.write()
	if err != nil {
		return err
	}
	step, err := book.RestoreContacts(ids)
	if err != nil {
		return err
	}
	return s.acted(step)
}

// acted tells what an act wrote: the step as a document, or its text and how to take it back.
func (s *session) acted(step actions.Step) error {
	if s.JSON {
		return s.printJSON(s.step(step))
	}
	if step.ID.IsZero() {
		return s.print(s.text("cli.no-change"))
	}
	return s.print(s.stepText(step))
}

type trashEmptyCommand struct{}

// Run erases what lies in the trash.
func (c *trashEmptyCommand) Run(s *session) error {
	book, err := s.write()
	if err != nil {
		return err
	}
	trash, err := book.Trash()
	if err != nil {
		return err
	}
	if len(trash) == 0 {
		return s.done(map[string]any{"erased": 0}, "cli.trash.none")
	}
	if err := s.sure("cli.trash.sure", locale.Values{"count": len(trash)}); err != nil {
		return err
	}
	erased, err := book.EmptyTrash(s.ctx)
	if err != nil {
		return err
	}
	return s.erased(erased, len(trash))
}

// eraseCommand removes a contact for good.
type eraseCommand struct {
	ID string `arg:""`
}

// Run erases, after asking.
func (c *eraseCommand) Run(s *session) error {
	book, err := s.write()
	if err != nil {
		return err
	}
	id, title, err := s.erasable(book, c.ID)
	if err != nil {
		return err
	}
	if err := s.sure("cli.erase.sure", locale.Values{"name": title}); err != nil {
		return err
	}
	erased, err := book.Erase(s.ctx, id)
	if err != nil {
		return err
	}
	return s.erased(erased, 1)
}

// erasable finds a contact among the living and in the trash.
func (s *session) erasable(book *actions.Book, text string) (crm.ID, string, error) {
	c, err := s.contact(book, text)
	if err == nil {
		return c.ID, c.Title(), nil
	}
	trash, trashErr := book.Trash()
	if trashErr != nil {
		return crm.ID{}, "", trashErr
	}
	for _, x := range trash {
		if x.Contact.ID.String() == text {
			return x.Contact.ID, x.Contact.Title(), nil
		}
	}
	return crm.ID{}, "", err
}

func (s *session) erased(e actions.Erased, count int) error {
	document := map[string]any{"erased": count, "images": e.Images, "backups": e.Backups}
	if err := s.done(document, "cli.erase.done", locale.Values{"count": count}); err != nil {
		return err
	}
	if e.Backups > 0 {
		s.say("cli.erase.backups", locale.Values{"count": e.Backups})
	}
	return nil
}
