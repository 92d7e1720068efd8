package cli

import (
	"errors"
	"os"

	"regulars/assets/locale"
	"regulars/store/actions"
	"regulars/store/demo"
)

// demoCommand fills a new data file with a made-up firm.
type demoCommand struct {
	Contacts int    `default:"240" placeholder:"N"`
	Seed     uint64 `default:"1" placeholder:"S"`
}

// Run makes the data file.
func (c *demoCommand) Run(s *session) error {
	if c.Contacts < 1 || c.Contacts > demo.MaxContacts {
		return &usageError{command: "demo", reason: s.text("cli.error.out-of-range", locale.Values{"name": "--contacts", "low": 1, "high": demo.MaxContacts})}
	}
	path, err := s.dataPath()
	if err != nil {
		return err
	}
	firm, err := s.makeDemo(path, c.Seed, c.Contacts)
	if err != nil {
		return err
	}
	return s.done(map[string]any{"data": path, "contacts": len(firm.Contacts), "events": len(firm.Events), "guests": len(firm.Guests), "seed": c.Seed},
		"cli.demo.done", locale.Values{"count": len(firm.Contacts), "path": path})
}

// makeDemo creates a data file and fills it. Where filling does not succeed the file is taken away again.
func (s *session) makeDemo(path string, seed uint64, contacts int) (demo.Values, error) {
	book, err := actions.Create(path, s.options(false))
	if errors.Is(err, actions.ErrExists) {
		return demo.Values{}, refuse(ExitUsage, "data-exists", locale.Values{"path": path})
	}
	if err != nil {
		return demo.Values{}, err
	}
	s.book = book
	bar := s.progress("cli.progress.filling", locale.Values{"count": contacts})
	defer bar.end()
	bar.share(0)
	firm := demo.Firm(seed, contacts, s.today())
	// Making up the contacts takes a sixth of the time, and writing them to the file about as long as gathering them.
	gathered := func(done float64) { bar.share((1 + 2.5*done) / 6) }
	_, err = book.Fill(s.ctx, actions.Filling{Firm: firm.Firm, Contacts: firm.Contacts, Events: firm.Events, Guests: firm.Guests, Progress: gathered})
	if err != nil {
		return firm, errors.Join(err, s.close(), os.Remove(path))
	}
	return firm, nil
}
