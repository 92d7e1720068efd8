package state

import (
	"context"
	"errors"
	"time"

	"regulars/store/actions"
	"regulars/store/crm"
)

// Desk is the open data file as the window works with it. It carries out what the user does, one act at a time, and tells the screens what has
// changed.
type Desk struct {
	book *actions.Book
	run  Runner
	now  func() time.Time

	heard   []func(actions.Change)
	last    []func() error
	queue   []job
	busy    bool
	stop    func()
	saved   time.Time
	notice  func(Notice)
	offered actions.Step
	opts    DeskOptions
	closed  bool
}

// Notice is a quiet line for the user: what has happened, and whether it can be taken back.
type Notice struct {
	Message Message
	Warning bool
	Undo    bool
	Redo    bool
}

// job is an act that waits for its turn.
type job struct {
	work func(context.Context) error
	then func(error)
}

// NewDesk puts an open data file on the desk. now is the clock in the user's time zone.
func NewDesk(book *actions.Book, run Runner, now func() time.Time) *Desk {
	d := &Desk{book: book, run: run, now: now, notice: func(Notice) {}}
	d.stop = book.OnChange(func(c actions.Change) { run.Post(func() { d.changed(c) }) })
	return d
}

// OnNotice says who shows the quiet line.
func (d *Desk) OnNotice(show func(Notice)) { d.notice = show }

// Today is the civil day by the file's clock.
func (d *Desk) Today() crm.Date { return d.book.Today() }

// Path is where the data file is.
func (d *Desk) Path() string { return d.book.Path() }

// Runner is what does slow work for the desk.
func (d *Desk) Runner() Runner { return d.run }

// OnClose has f called when the work ends.
func (d *Desk) OnClose(f func() error) { d.last = append(d.last, f) }

// Close ends the work with the data file. A desk that is closed already stays so.
func (d *Desk) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	d.stop()
	var errs []error
	for _, f := range d.last {
		errs = append(errs, f())
	}
	return errors.Join(append(errs, d.book.Close())...)
}

// OnChange has f told of every change of the data, on the face's goroutine.
func (d *Desk) OnChange(f func(actions.Change)) { d.heard = append(d.heard, f) }

func (d *Desk) changed(c actions.Change) {
	d.saved = d.now()
	for _, f := range d.heard {
		f(c)
	}
}

// Act does what the user asked for beside the screen, after all that was asked for before, and then says what happened, with the offer to take it
// back. then, which may be nil, is told how it went.
func (d *Desk) Act(work func(context.Context) (actions.Step, error), then func(error)) {
	var step actions.Step
	d.do(func(ctx context.Context) (err error) {
		step, err = work(ctx)
		return err
	}, func(err error) {
		d.tell(step, err)
		if then != nil {
			then(err)
		}
	})
}

func (d *Desk) tell(s actions.Step, err error) {
	switch {
	case err != nil:
		d.notice(Notice{Message: Explain(err), Warning: true})
	case s.Kind != "":
		d.offered = s
		d.notice(Notice{Message: StepMessage(s), Undo: !s.Final})
	}
}

// Tell shows a message in the quiet line.
func (d *Desk) Tell(m Message) { d.notice(Notice{Message: m}) }

// Warn shows a message about something that did not work.
func (d *Desk) Warn(err error) { d.notice(Notice{Message: Explain(err), Warning: true}) }

// do puts work into the queue.
func (d *Desk) do(work func(context.Context) error, then func(error)) {
	d.queue = append(d.queue, job{work, then})
	d.next()
}

func (d *Desk) next() {
	if d.busy || len(d.queue) == 0 {
		return
	}
	j := d.queue[0]
	d.queue, d.busy = d.queue[1:], true
	var err error
	d.run.Go(func(ctx context.Context) { err = j.work(ctx) }, func() {
		d.busy = false
		j.then(err)
		d.next()
	})
}

// Undo takes the last act back.
func (d *Desk) Undo() { d.turn(d.book.Undo, "window.undone", Notice{Redo: true}) }

// Redo does again what Undo took back last.
func (d *Desk) Redo() { d.turn(d.book.Redo, "window.redone", Notice{Undo: true}) }

func (d *Desk) turn(back func(int) ([]actions.Step, error), key string, n Notice) {
	var done []actions.Step
	d.do(func(context.Context) (err error) {
		done, err = back(1)
		return err
	}, func(err error) {
		if err != nil {
			d.Warn(err)
			return
		}
		if len(done) > 0 {
			n.Message = Say(key, "step", StepMessage(done[0]))
			d.notice(n)
		}
	})
}

// UndoStep takes one step back out of order.
func (d *Desk) UndoStep(id crm.ID) {
	d.Act(func(context.Context) (actions.Step, error) { return d.book.UndoStep(id) }, nil)
}
