package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"slices"
	"syscall"

	"regulars/assets/locale"
	"regulars/importer"
	"regulars/store/actions"
	"regulars/store/search"
)

// failureDocument is what a command that failed prints as its one JSON document.
type failureDocument struct {
	Error failure `json:"error"`
}

type failure struct {
	Code    string `json:"code"`    // stable, for programs
	Message string `json:"message"` // for people, in their language
}

// fail prints an error as a document, unless the command has begun to print its own.
func (s *session) fail(err error) {
	if !s.JSON || s.cat == nil || s.out.begun {
		return
	}
	// The error has been told on standard error; when standard output is gone nobody reads a document.
	_ = s.printJSON(failureDocument{failure{s.errorCode(err), s.explain(err)}})
}

// jsonFlag reports whether a command line asks for JSON, also one that cannot be parsed.
func jsonFlag(args []string) bool {
	if end := slices.Index(args, "--"); end >= 0 {
		args = args[:end]
	}
	return slices.Contains(args, "--json")
}

// watched is standard output that remembers whether anything was written to it.
type watched struct {
	io.Writer
	begun bool
}

func (w *watched) Write(p []byte) (int, error) {
	w.begun = w.begun || len(p) > 0
	return w.Writer.Write(p)
}

// errorCode names an error for programs.
func (s *session) errorCode(err error) string {
	var (
		coded      *codedError
		usage      *usageError
		damaged    *actions.DamagedError
		unreadable *importer.ReadError
		syntax     *search.SyntaxError
	)
	switch {
	case errors.Is(err, context.Canceled):
		return "interrupted"
	case errors.As(err, &usage):
		return "usage"
	case errors.As(err, &coded):
		return coded.code
	case errors.As(err, &damaged):
		return "damaged"
	case errors.As(err, &unreadable):
		return "unreadable." + unreadable.Code
	case errors.As(err, &syntax):
		return "query." + syntax.Code
	}
	if code, _, ok := actions.Describe(err); ok {
		return code
	}
	if kind := fileFault(err); kind != "" {
		return kind
	}
	return "internal"
}

// fileFault is what the system refuses to do with a file, as the end of a key below "cli.error."; "file" where we have no words for it, "" for an error
// of another kind.
func fileFault(err error) string {
	for _, of := range []struct {
		target error
		kind   string
	}{
		{fs.ErrNotExist, "file-missing"}, {fs.ErrPermission, "file-denied"}, {syscall.EISDIR, "file-folder"}, {syscall.ENOTDIR, "file-missing"},
		{syscall.ENOSPC, "file-full"}, {syscall.EROFS, "file-denied"}, {syscall.ENAMETOOLONG, "file-name"},
	} {
		if errors.Is(err, of.target) {
			return of.kind
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return "file"
	}
	return ""
}

// explainFile says what is wrong with a file; ok is false for an error that is not about one.
func (s *session) explainFile(err error) (text string, ok bool) {
	var path *fs.PathError
	kind := fileFault(err)
	if kind == "" || !errors.As(err, &path) {
		return "", false
	}
	return s.text("cli.error."+kind, locale.Values{"path": path.Path, "reason": path.Err.Error()}), true
}
