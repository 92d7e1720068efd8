package cli

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"regulars/assets/locale"
	"regulars/importer"
	"regulars/store/actions"
	"regulars/store/search"
)

// The exit codes.
const (
	ExitDone        = 0
	ExitInternal    = 1
	ExitUsage       = 2   // wrong use: unknown flag, a value that cannot be, a file that exists and --force not given
	ExitUnreadable  = 3   // the input cannot be read as what it claims to be
	ExitProblems    = 4   // done, but some rows or records had problems, which were listed
	ExitNotFound    = 5   // no such file, record, batch or step
	ExitInUse       = 6   // another program has the data file open
	ExitPassphrase  = 7   // wrong passphrase
	ExitDamaged     = 8   // the data file is damaged
	ExitInterrupted = 130 // stopped by the user
)

// usageError is a wrong use of the program. reason is in the user's language.
type usageError struct {
	reason  string
	command string // whose help to read, "" = the program's
}

func (e *usageError) Error() string { return e.reason }

// codedError is an error of a command itself: the catalogue key "cli.error."+code with its values, and the exit code.
type codedError struct {
	exit   int
	code   string
	values locale.Values
	cause  error
}

func (e *codedError) Error() string {
	if e.cause != nil {
		return "cli: " + e.code + ": " + e.cause.Error()
	}
	return "cli: " + e.code
}

func (e *codedError) Unwrap() error { return e.cause }

func refuse(exit int, code string, values locale.Values) error {
	return &codedError{exit: exit, code: code, values: values}
}

// errProblems says that all was done and that problems were listed.
var errProblems = errors.New("cli: done with problems")

// exitCode says how a command ended.
func exitCode(err error) int {
	var (
		coded      *codedError
		usage      *usageError
		unreadable *importer.ReadError
		syntax     *search.SyntaxError
		inUse      *actions.InUseError
		unsafe     *actions.UnsafePlaceError
		damaged    *actions.DamagedError
	)
	switch {
	case err == nil:
		return ExitDone
	case errors.Is(err, context.Canceled):
		return ExitInterrupted
	case errors.As(err, &coded):
		return coded.exit
	case errors.As(err, &usage), errors.As(err, &syntax), errors.As(err, &unsafe):
		return ExitUsage
	case errors.As(err, &unreadable), errors.Is(err, actions.ErrNotAStore), errors.Is(err, actions.ErrNewer):
		return ExitUnreadable
	case errors.As(err, &inUse):
		return ExitInUse
	case errors.As(err, &damaged):
		return ExitDamaged
	}
	return plainExitCode(err)
}

// plainExitCode sorts the errors that carry no values.
func plainExitCode(err error) int {
	for _, of := range []struct {
		target error
		exit   int
	}{
		{errProblems, ExitProblems},
		{actions.ErrNotFound, ExitNotFound}, {fs.ErrNotExist, ExitNotFound},
		{actions.ErrNothingToUndo, ExitNotFound}, {actions.ErrNothingToRedo, ExitNotFound},
		{actions.ErrExists, ExitUsage}, {fs.ErrExist, ExitUsage}, {actions.ErrChangedSince, ExitUsage}, {actions.ErrFinal, ExitUsage}, {actions.ErrReadOnly, ExitUsage},
	} {
		if errors.Is(err, of.target) {
			return of.exit
		}
	}
	if code, _, ok := actions.Describe(err); ok && code == "sealed" {
		return ExitPassphrase
	}
	return ExitInternal
}

// end says what went wrong, if anything, and gives the exit code.
func (s *session) end(err error) int {
	code := exitCode(err)
	if err != nil && !onlyProblems(err) {
		s.complain(err)
		s.fail(err)
	}
	return code
}

func onlyProblems(err error) bool { return errors.Is(err, errProblems) }

// complain writes one error for people to standard error.
func (s *session) complain(err error) {
	if s.cat == nil {
		s.note(err.Error())
		return
	}
	s.note(s.explain(err))
	var usage *usageError
	if errors.As(err, &usage) {
		s.note(s.cat.Text("cli.error.see-help", locale.Values{"command": usage.helpCommand(s.command)}))
	}
}

// helpCommand is where to read about the command that was used wrongly; running is the one that was begun.
func (e *usageError) helpCommand(running string) string {
	words := []string{"regulars", e.command, "--help"}
	if e.command == "" {
		words[1] = running
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// explain finds the words for an error: those of the command line, of the store, of the importer, of the query language; at last its own.
func (s *session) explain(err error) string {
	var (
		coded      *codedError
		usage      *usageError
		unreadable *importer.ReadError
		syntax     *search.SyntaxError
		path       *fs.PathError
		file       *fileError
		damaged    *actions.DamagedError
	)
	switch {
	case errors.Is(err, context.Canceled):
		return s.cat.Text("cli.error.interrupted")
	case errors.As(err, &file) && !errors.As(err, &path):
		return s.text("cli.error.in-file", locale.Values{"file": file.path, "reason": s.explain(file.err)})
	case errors.As(err, &usage):
		return usage.reason
	case errors.As(err, &coded):
		return s.cat.Text("cli.error."+coded.code, coded.values)
	case errors.As(err, &damaged):
		return s.text("cli.error.damaged-file", locale.Values{"path": damaged.Path, "what": damaged.What})
	case errors.As(err, &unreadable):
		return s.cat.TextOr("error.sheet."+unreadable.Code, unreadable.Error(), unreadable.Values)
	case errors.As(err, &syntax):
		return s.cat.Text("search.error."+syntax.Code, locale.Values{"field": syntax.Field, "value": syntax.Value, "at": syntax.At + 1})
	}
	if code, values, ok := actions.Describe(err); ok && s.cat.Has("error."+code) {
		return s.cat.Text("error."+code, values)
	}
	if text, ok := s.explainFile(err); ok {
		return text
	}
	return s.cat.Text("cli.error.internal", locale.Values{"reason": err.Error()})
}
