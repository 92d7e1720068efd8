package state

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"regulars/store/actions"
)

// BackUp makes a verified backup now.
func (s *Settings) BackUp() {
	s.work(Say("settings.backing-up"), func(ctx context.Context) error {
		_, err := s.desk.book.BackupNow(ctx)
		return err
	}, func() { s.desk.Tell(Say("window.backed-up")) })
}

// LookOver checks the data file from its pages to its references. The file is open, and a damaged one can end the process that reads it; so a
// copy is looked at, in a process of its own where the program knows how to start one.
func (s *Settings) LookOver() {
	var report actions.Report
	s.work(Say("settings.looking"), func(ctx context.Context) (err error) {
		report, err = s.desk.lookOver(ctx)
		return err
	}, func() {
		if n := len(report.Problems); n > 0 {
			s.desk.notice(Notice{Message: Say("settings.unsound", "count", n, "first", report.Problems[0]), Warning: true})
			return
		}
		s.desk.Tell(Say("settings.sound", "contacts", report.Records["contacts"], "count", report.Steps))
	})
}

func (d *Desk) lookOver(ctx context.Context) (report actions.Report, err error) {
	dir, err := os.MkdirTemp("", "regulars-*")
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	copied := filepath.Join(dir, "copy.db")
	if err := d.book.Backup(ctx, copied); err != nil {
		return report, err
	}
	self, err := os.Executable()
	if err != nil || d.opts.Child == nil {
		return actions.Verify(ctx, copied)
	}
	return actions.VerifyInChild(ctx, copied, self, d.opts.Child...)
}

// Restore closes the data file and puts a backup in its place. then is told where the replaced file is kept, or what went wrong; the file has to
// be opened again in either case, since the desk is closed.
func (s *Settings) Restore(backup string, then func(replaced string, err error)) {
	var replaced string
	path := s.desk.Path()
	s.busy = Say("settings.restoring")
	s.OnChanged()
	s.desk.do(func(ctx context.Context) (err error) {
		if err = s.desk.Close(); err != nil {
			return err
		}
		replaced, err = actions.Restore(ctx, backup, path, s.desk.opts.book())
		return err
	}, func(err error) {
		s.busy = Message{}
		then(replaced, err)
	})
}
