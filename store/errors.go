package store

import (
	"errors"
	"fmt"
	"strconv"
)

// The errors that a caller asks for with errors.Is. Each is also a [Coded] error.
var (
	ErrNotFound      error = codeError("not-found")       // no record, step or file of that name
	ErrExists        error = codeError("exists")          // a new data file was asked for where there is one
	ErrReadOnly      error = codeError("read-only")       // the file was opened for reading
	ErrClosed        error = codeError("closed")          // the book was closed
	ErrNothingToUndo error = codeError("nothing-to-undo") //
	ErrNothingToRedo error = codeError("nothing-to-redo") // nothing was undone, or something new was done since
	ErrFinal         error = codeError("final")           // the step removed data for good
	ErrChangedSince  error = codeError("changed-since")   // the record holds something else than the caller saw
	ErrMoved         error = codeError("moved")           // the file at the path is another one by now
	ErrSealed        error = codeError("sealed")          // the value is sealed with a passphrase that this program cannot ask for
	ErrNotAStore     error = codeError("not-a-store")     // the file is something else than a data file
	ErrNewer         error = codeError("newer")           // the file was written by a newer version of the program
)

// Coded is an error with a text for people: the catalogue key "error.<Code>" with its values.
type Coded interface {
	error
	Code() string
	Values() map[string]any
}

// Describe finds the first error of a chain that has a text for people.
func Describe(err error) (code string, values map[string]any, ok bool) {
	var c Coded
	if !errors.As(err, &c) {
		return "", nil, false
	}
	return c.Code(), c.Values(), true
}

type codeError string

func (e codeError) Error() string          { return "store: " + string(e) }
func (e codeError) Code() string           { return string(e) }
func (e codeError) Values() map[string]any { return nil }

// Holder is the program that has a data file open.
type Holder struct {
	PID     int    `json:"pid"`
	Program string `json:"program"`
	Host    string `json:"host"`
	Since   string `json:"since"` // RFC 3339
}

// InUseError says that another program has the data file open. Holder is empty where it left no note.
type InUseError struct {
	Path   string
	Holder Holder
}

func (e *InUseError) Error() string {
	return fmt.Sprintf("store: %s is open in %s", e.Path, e.holder())
}

func (e *InUseError) holder() string {
	if e.Holder.PID == 0 {
		return "another program"
	}
	return fmt.Sprintf("%s (process %d on %s)", e.Holder.Program, e.Holder.PID, e.Holder.Host)
}

// Code is "in-use", or "in-use-by" where the holder is known.
func (e *InUseError) Code() string {
	if e.Holder.PID == 0 {
		return "in-use"
	}
	return "in-use-by"
}

// Values are path, program, pid and host.
func (e *InUseError) Values() map[string]any {
	return map[string]any{"path": e.Path, "program": e.Holder.Program, "pid": strconv.Itoa(e.Holder.PID), "host": e.Holder.Host}
}

// UnsafePlaceError says that a data file would lie where bbolt's lock and memory map cannot be trusted.
type UnsafePlaceError struct {
	Path string
	Kind string // "network" or "cloud"
	Name string // nfs4, cifs, OneDrive, Dropbox, …
}

func (e *UnsafePlaceError) Error() string {
	return fmt.Sprintf("store: %s lies in %s (%s), where a data file is not safe", e.Path, e.Name, e.Kind)
}

// Code is "unsafe-place-network" or "unsafe-place-cloud".
func (e *UnsafePlaceError) Code() string { return "unsafe-place-" + e.Kind }

// Values are path and name.
func (e *UnsafePlaceError) Values() map[string]any {
	return map[string]any{"path": e.Path, "name": e.Name}
}

// DamagedError says that a value, a page or the whole file cannot be read.
type DamagedError struct {
	Path string
	What string // for the log: which page or record
	Err  error
}

func (e *DamagedError) Error() string {
	s := "store: " + e.Path + " is damaged: " + e.What
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

func (e *DamagedError) Unwrap() error { return e.Err }

// Code is "damaged".
func (e *DamagedError) Code() string { return "damaged" }

// Values are path and what.
func (e *DamagedError) Values() map[string]any { return map[string]any{"path": e.Path, "what": e.What} }

// DependsError says that a step cannot be taken back because what it wrote was changed by a later step.
type DependsError struct {
	Step  Step
	Later Step // zero where it is not known
}

func (e *DependsError) Error() string {
	return fmt.Sprintf("store: step %d (%s) cannot be taken back: a later step built on it", e.Step.Seq, e.Step.Kind)
}

// Code is "step-depended-on".
func (e *DependsError) Code() string { return "step-depended-on" }

// Values are those of the step.
func (e *DependsError) Values() map[string]any { return e.Step.Texts() }

// Is makes errors.Is(err, ErrChangedSince) true.
func (e *DependsError) Is(target error) bool { return target == ErrChangedSince }
