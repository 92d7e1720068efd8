package state

import (
	"context"
	"time"

	"regulars/store/actions"
)

// Status is what the line at the foot of the window says about the data file.
type Status struct {
	desk *Desk
	// OnChanged is called when the line says something else.
	OnChanged func()

	persons, companies int
	backup             time.Time
	backedUp           bool
	problem            Message
}

// NewStatus makes the line and keeps it fresh.
func NewStatus(d *Desk) *Status {
	s := &Status{desk: d, OnChanged: func() {}}
	d.OnChange(func(actions.Change) { s.Refresh() })
	s.Refresh()
	return s
}

// Refresh reads the counts and the last backup.
func (s *Status) Refresh() {
	var err error
	if s.persons, s.companies, err = s.desk.book.Counts(); err != nil {
		s.problem = Explain(err)
	}
	info, ok, err := s.desk.book.LastBackup()
	if s.backedUp = ok && err == nil; s.backedUp {
		s.backup = info.At
	}
	s.OnChanged()
}

// Saved says when something was written last in this session.
func (s *Status) Saved() Message {
	if s.desk.saved.IsZero() {
		return Say("window.status.unchanged")
	}
	return Say("window.status.saved", "time", s.desk.saved.Format("15:04"))
}

// Backup is when the last verified backup was made; ok is false when there is none.
func (s *Status) Backup() (at time.Time, ok bool) { return s.backup, s.backedUp }

// Counts is how many people and companies there are.
func (s *Status) Counts() (persons, companies int) { return s.persons, s.companies }

// BackUp makes a verified backup now.
func (s *Status) BackUp() {
	s.desk.do(func(ctx context.Context) error {
		_, err := s.desk.book.BackupNow(ctx)
		return err
	}, func(err error) {
		if err != nil {
			s.desk.Warn(err)
			return
		}
		s.desk.Tell(Say("window.backed-up"))
		s.Refresh()
	})
}
