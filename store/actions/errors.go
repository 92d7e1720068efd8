package actions

import "regulars/store"

// The errors of the store, for faces that do not know it. Ask with errors.Is.
var (
	ErrNotFound      = store.ErrNotFound
	ErrExists        = store.ErrExists
	ErrReadOnly      = store.ErrReadOnly
	ErrClosed        = store.ErrClosed
	ErrNothingToUndo = store.ErrNothingToUndo
	ErrNothingToRedo = store.ErrNothingToRedo
	ErrFinal         = store.ErrFinal
	ErrChangedSince  = store.ErrChangedSince
	ErrMoved         = store.ErrMoved
	ErrNotAStore     = store.ErrNotAStore
	ErrNewer         = store.ErrNewer
)

// The errors that carry values. Ask with errors.As.
type (
	// InUseError says that another program has the data file open, and which.
	InUseError = store.InUseError
	// UnsafePlaceError says that the data file would lie on a network share or in a cloud folder.
	UnsafePlaceError = store.UnsafePlaceError
	// DamagedError says that the file or a value in it cannot be read.
	DamagedError = store.DamagedError
	// DependsError says that a later step built on the one that was to be taken back.
	DependsError = store.DependsError
	// Coded is any error with a text for people.
	Coded = store.Coded
)

// Step is one act in the journal.
type Step = store.Step

// Describe finds the text of an error: the catalogue key is "error.<code>". ok is false where the chain holds no error with a text.
func Describe(err error) (code string, values map[string]any, ok bool) { return store.Describe(err) }
