package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/alecthomas/kong"

	"regulars/assets/locale"
	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/safefile"
)

// session is one run of one command: what it was given, the language it speaks, the data file once it is open.
type session struct {
	Globals
	ctx     context.Context
	command string // the words of the command
	env     Env
	cat     *locale.Catalog
	out     *watched // standard output, to know whether anything stands there
	parser  *kong.Kong
	book    *actions.Book
	fresh   string // the data file that this command has made
}

// text is a text of the catalogue.
func (s *session) text(key string, values ...locale.Values) string { return s.cat.Text(key, values...) }

// note writes a line for people to standard error.
func (s *session) note(line string) {
	// Nobody is left to tell when standard error is gone.
	_, _ = fmt.Fprintln(s.env.Stderr, line)
}

// say notes a text of the catalogue.
func (s *session) say(key string, values ...locale.Values) { s.note(s.text(key, values...)) }

// print writes a line of the result to standard output.
func (s *session) print(line string) error {
	_, err := fmt.Fprintln(s.env.Stdout, line)
	return err
}

// printJSON writes the result as one document.
func (s *session) printJSON(v any) error {
	enc := json.NewEncoder(s.env.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(v)
}

// done tells what a command did: as a document where JSON was asked for, else in words on standard output.
func (s *session) done(document any, key string, values ...locale.Values) error {
	if s.JSON {
		return s.printJSON(document)
	}
	return s.print(s.text(key, values...))
}

// dataPath is the data file that is meant: --data, REGULARS_DATA, or the one in the user's data folder.
func (s *session) dataPath() (string, error) {
	if s.Data != "" {
		return s.Data, nil
	}
	if path := s.env.Getenv("REGULARS_DATA"); path != "" {
		return path, nil
	}
	return actions.DefaultPath()
}

func (s *session) options(readOnly bool) actions.Options {
	o := actions.Options{Now: s.env.Now, Entropy: s.env.Entropy, Program: "regulars", DefaultCountry: "TW", ReadOnly: readOnly}
	if s.env.Program != "" {
		o.Check = actions.CheckInChild(s.env.Program, "verify", "--child")
	}
	return o
}

// read opens the data file for looking only; several programs may do so at once.
func (s *session) read() (*actions.Book, error) { return s.open(true) }

// write opens the data file that is there for changes.
func (s *session) write() (*actions.Book, error) { return s.open(false) }

func (s *session) open(readOnly bool) (*actions.Book, error) {
	if s.book != nil {
		return s.book, nil
	}
	path, err := s.dataPath()
	if err != nil {
		return nil, err
	}
	book, err := actions.Open(path, s.options(readOnly))
	if errors.Is(err, actions.ErrNotFound) || errors.Is(err, fs.ErrNotExist) {
		return nil, refuse(ExitNotFound, "no-data", locale.Values{"path": path})
	}
	if err != nil {
		return nil, err
	}
	s.book = book
	return book, nil
}

// writeOrCreate opens the data file for changes and makes it where there is none: for the commands with which a newcomer begins.
func (s *session) writeOrCreate() (*actions.Book, error) {
	if s.book != nil {
		return s.book, nil
	}
	path, err := s.dataPath()
	if err != nil {
		return nil, err
	}
	_, missing := os.Stat(path)
	book, err := actions.OpenOrCreate(path, s.options(false))
	if err != nil {
		return nil, err
	}
	if errors.Is(missing, fs.ErrNotExist) {
		s.fresh = path
	}
	s.book = book
	return book, nil
}

// dropFresh takes a data file away again that a command has made and then written nothing into.
func (s *session) dropFresh() error {
	if s.book == nil || s.fresh == "" {
		return nil
	}
	steps, err := s.book.History(1)
	if err != nil || len(steps) > 0 {
		return err
	}
	return errors.Join(s.close(), os.Remove(s.fresh))
}

func (s *session) close() error {
	if s.book == nil {
		return nil
	}
	book := s.book
	s.book = nil
	return book.Close()
}

// today is the day on the wall by the given clock.
func (s *session) today() crm.Date {
	now := s.env.Now()
	return crm.Date(now.Year()*10000 + int(now.Month())*100 + now.Day())
}

// writeFile makes an output file that appears whole or not at all. One that exists is replaced only with force.
func (s *session) writeFile(path string, force bool, write func(io.Writer) error) error {
	if err := s.mayWrite(path, force); err != nil {
		return err
	}
	return safefile.Write(path, force, func(w io.Writer) error {
		buffered := bufio.NewWriterSize(w, 1<<16)
		if err := write(buffered); err != nil {
			return err
		}
		if err := s.ctx.Err(); err != nil {
			return err
		}
		return buffered.Flush()
	})
}

// mayWrite refuses an output file that exists already, before any work is done.
func (s *session) mayWrite(path string, force bool) error {
	_, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !force:
		return refuse(ExitUsage, "output-exists", locale.Values{"path": path})
	}
	return nil
}

// sure asks before something that cannot be taken back. With --yes it does not ask; where nobody can be asked it refuses.
func (s *session) sure(key string, values locale.Values) error {
	if s.Yes {
		return nil
	}
	if !s.env.Interactive {
		return refuse(ExitUsage, "needs-yes", locale.Values{"question": s.text(key, values)})
	}
	_, _ = fmt.Fprint(s.env.Stderr, s.text("cli.ask", locale.Values{"question": s.text(key, values)}))
	answer, err := bufio.NewReader(s.env.Stdin).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if !isYes(strings.TrimSpace(answer)) {
		return refuse(ExitUsage, "not-confirmed", nil)
	}
	return nil
}

func isYes(answer string) bool {
	switch strings.ToLower(answer) {
	case "y", "yes", "是", "好", "確定":
		return true
	}
	return false
}
