package state

import (
	"context"
	"os"
	"time"

	"regulars/store/actions"
	"regulars/store/demo"
)

// DeskOptions are what a Desk needs from outside.
type DeskOptions struct {
	Now   func() time.Time // nil = time.Now
	Child []string         // how this program checks a data file in a process of its own; nil = in this one
}

func (o DeskOptions) book() actions.Options {
	out := actions.Options{Now: o.Now, Program: "Regulars"}
	if self, err := os.Executable(); err == nil && o.Child != nil {
		out.Check = actions.CheckInChild(self, o.Child...)
	}
	return out
}

func (o DeskOptions) now() func() time.Time {
	if o.Now == nil {
		return time.Now
	}
	return o.Now
}

// desk is a desk that remembers how its data file was opened.
func (o DeskOptions) desk(book *actions.Book, run Runner) *Desk {
	d := NewDesk(book, run, o.now())
	d.opts = o
	return d
}

// DefaultPath is the data file in the user's data folder.
func DefaultPath() (string, error) { return actions.DefaultPath() }

// Exists reports whether there is a file at path, whatever it holds.
func Exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// OpenDesk opens a data file. It never makes one.
func OpenDesk(path string, run Runner, o DeskOptions) (*Desk, error) {
	book, err := actions.Open(path, o.book())
	if err != nil {
		return nil, err
	}
	return o.desk(book, run), nil
}

// CreateDesk makes a data file and opens it.
func CreateDesk(path string, run Runner, o DeskOptions) (*Desk, error) {
	book, err := actions.Create(path, o.book())
	if err != nil {
		return nil, err
	}
	return o.desk(book, run), nil
}

// demoSeed makes the made-up firm the same each time.
const demoSeed = 1

// FillDemo fills an empty data file with a made-up firm of n contacts.
func (d *Desk) FillDemo(n int) {
	d.Act(func(ctx context.Context) (actions.Step, error) {
		firm := demo.Firm(demoSeed, n, d.Today())
		return d.book.Fill(ctx, actions.Filling{Firm: firm.Firm, Contacts: firm.Contacts, Events: firm.Events, Guests: firm.Guests})
	}, nil)
}
