package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"regulars/assets/locale"
	"regulars/importer"
	"regulars/store/actions"
	"regulars/store/crm"
)

// importCommand plans and applies imports. It asks nothing.
type importCommand struct {
	Files      []string `arg:"" name:"file"`
	DryRun     bool
	Mapping    string   `placeholder:"NAME"`
	Map        []string `sep:"none" placeholder:"COLUMN=FIELD"`
	Remember   string   `placeholder:"NAME"`
	Sheet      string   `placeholder:"NAME"`
	HeaderRow  int      `placeholder:"N"`
	NoHeader   bool
	Encoding   string `placeholder:"NAME"`
	Separator  string `placeholder:"CHARACTER"`
	Duplicates string `enum:"skip,update,fill,add" default:"fill"`
	Tag        string `placeholder:"TAG"`
	Country    string `placeholder:"CODE"`
	Problems   string `placeholder:"FILE"`
	Force      bool
	All        bool
}

// gcPercent keeps the heap of a big import nearer to what it really holds than the collector would by itself, for some more of its work.
const gcPercent = 50

// Run reads every file before it writes anything, so that a file that cannot be read leaves the data as they were; then each file becomes a batch
// of its own.
func (c *importCommand) Run(s *session) error {
	if err := c.check(s); err != nil {
		return err
	}
	defer debug.SetGCPercent(debug.SetGCPercent(gcPercent))
	sources, err := c.read(s)
	if err != nil {
		return err
	}
	target, err := s.importTarget(c.DryRun)
	if err != nil {
		return err
	}
	run := &importRun{session: s, command: c, target: target}
	for i, source := range sources {
		sources[i] = nil // what has been imported need not stay in memory
		if err := run.one(c.Files[i], source, i < len(sources)-1); err != nil {
			return run.stopped(err)
		}
	}
	return run.report()
}

func (c *importCommand) check(s *session) error {
	if c.Problems != "" {
		if len(c.Files) > 1 {
			return &usageError{command: "import", reason: s.text("cli.error.problems-one-file")}
		}
		if err := s.mayWrite(c.Problems, c.Force); err != nil {
			return err
		}
	}
	if len([]rune(c.Separator)) > 1 && c.Separator != "tab" {
		return &usageError{command: "import", reason: s.text("cli.usage.bad-value", locale.Values{"name": "--separator", "value": c.Separator})}
	}
	return nil
}

func (c *importCommand) options(s *session) importer.Options {
	o := importer.Options{Encoding: c.Encoding, Sheet: c.Sheet, HeaderRow: c.HeaderRow}
	if c.NoHeader {
		o.HeaderRow = importer.NoHeader
	}
	for _, r := range strings.Replace(c.Separator, "tab", "\t", 1) {
		o.Separator = r
	}
	return o
}

func (c *importCommand) read(s *session) ([]*importer.Source, error) {
	var out []*importer.Source
	for _, path := range c.Files {
		source, err := s.readSource(path, c.options(s))
		if err != nil {
			return nil, &fileError{path, err}
		}
		out = append(out, source)
	}
	return out, nil
}

// fileError names the file that an error is about.
type fileError struct {
	path string
	err  error
}

func (e *fileError) Error() string { return e.path + ": " + e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }

// readSource reads one file into memory structures and closes it.
func (s *session) readSource(path string, o importer.Options) (source *importer.Source, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, refuse(ExitUnreadable, "is-folder", locale.Values{"path": path})
	}
	bar := s.progress("cli.progress.reading", locale.Values{"file": filepath.Base(path)})
	defer bar.end()
	o.Progress = bar.share
	return importer.Open(s.ctx, f, info.Size(), filepath.Base(path), o)
}

// target is where an import goes: an open data file, or nothing yet where a dry run finds none.
type target struct {
	book     *actions.Book
	existing []crm.Contact
	mappings []crm.Mapping
	trash    []crm.Contact
	country  string
}

func (s *session) importTarget(dry bool) (*target, error) {
	open := s.writeOrCreate
	if dry {
		open = s.read
	}
	book, err := open()
	var missing *codedError
	if dry && errors.As(err, &missing) && missing.code == "no-data" {
		return &target{}, nil
	}
	if err != nil {
		return nil, err
	}
	return readTarget(book)
}

func readTarget(book *actions.Book) (*target, error) {
	t := &target{book: book}
	firm, err := book.Firm()
	if err != nil {
		return nil, err
	}
	t.country = firm.Country
	if t.mappings, err = book.Mappings(); err != nil {
		return nil, err
	}
	trash, err := book.Trash()
	for _, x := range trash {
		t.trash = append(t.trash, x.Contact)
	}
	if err != nil {
		return nil, err
	}
	t.existing, err = book.AllContacts()
	return t, err
}

// importRun is the work of one import command.
type importRun struct {
	*session
	command *importCommand
	target  *target
	results []importResult
	failing bool
}

// one plans and applies the import of one file. more says that others follow, whose plans have to know its records.
func (r *importRun) one(path string, source *importer.Source, more bool) error {
	mapping, err := r.mapping(source)
	if err != nil {
		return err
	}
	plan, err := r.plan(path, source, mapping)
	if err != nil {
		return err
	}
	result := r.result(path, source, mapping, plan)
	if r.command.Problems == "" {
		plan.FreeRows()
	}
	if !r.command.DryRun {
		batch, _, err := r.target.book.Import(r.ctx, plan.Batch())
		if err != nil {
			return err
		}
		result.Batch = batch.ID.String()
		if err := r.remember(source, mapping); err != nil {
			return err
		}
	}
	r.results = append(r.results, result)
	if err := r.saveProblems(plan); err != nil {
		return err
	}
	r.failing = r.failing || plan.Failed > 0 || hasTrouble(plan.Problems)
	if more {
		r.target.take(plan.Batch())
	}
	return nil
}

func hasTrouble(problems []importer.Problem) bool {
	for _, p := range problems {
		if p.Level == importer.Trouble {
			return true
		}
	}
	return false
}

// mapping is the proposed one with what the command line says otherwise.
func (r *importRun) mapping(source *importer.Source) (importer.Mapping, error) {
	remembered := r.target.mappings
	if name := r.command.Mapping; name != "" {
		if r.target.book == nil {
			return importer.Mapping{}, notFound("mapping", name)
		}
		m, err := r.session.mapping(r.target.book, name)
		if err != nil {
			return importer.Mapping{}, err
		}
		m.Signature = source.Propose(nil).Signature
		remembered = []crm.Mapping{m}
	}
	m := source.Propose(remembered)
	for _, pair := range r.command.Map {
		var err error
		if m, err = r.mapColumn(m, pair); err != nil {
			return m, err
		}
	}
	return m, nil
}

// mapColumn sends a column, named by its header, to a field; "COLUMN=" leaves it out.
func (r *importRun) mapColumn(m importer.Mapping, pair string) (importer.Mapping, error) {
	at := strings.LastIndexByte(pair, '=')
	if at < 0 {
		return m, &usageError{command: "import", reason: r.text("cli.error.not-a-pair", locale.Values{"value": pair})}
	}
	header, field := strings.TrimSpace(pair[:at]), strings.TrimSpace(pair[at+1:])
	for i, c := range m.Columns {
		if strings.TrimSpace(c.Header) == header {
			return m.With(i, field), nil
		}
	}
	return m, notFound("column", header)
}

func (r *importRun) plan(path string, source *importer.Source, mapping importer.Mapping) (*importer.Plan, error) {
	bar := r.progress("cli.progress.planning", locale.Values{"file": filepath.Base(path)})
	defer bar.end()
	country := r.command.Country
	if country == "" {
		country = r.target.country
	}
	newID := countedIDs()
	if r.target.book != nil {
		newID = r.target.book.NewID
	}
	return importer.NewPlan(r.ctx, source, mapping, r.target.existing, importer.Settings{Duplicates: crm.Duplicates(r.command.Duplicates), Tag: r.command.Tag,
		Country: country, Today: r.today(), NewID: newID, Progress: bar.share, Trash: r.target.trash})
}

// countedIDs gives ids for a plan that is only shown.
func countedIDs() func() crm.ID {
	n := uint32(0)
	return func() crm.ID {
		n++
		return crm.ID{12: byte(n >> 24), 13: byte(n >> 16), 14: byte(n >> 8), 15: byte(n)}
	}
}

func (r *importRun) remember(source *importer.Source, m importer.Mapping) error {
	if r.command.Remember == "" || source.Cards() {
		return nil
	}
	_, _, err := r.target.book.RememberMapping(m.Remember(r.target.book.NewID(), r.command.Remember))
	return err
}

// take makes the records of a batch known to the plan of the next file.
func (t *target) take(batch crm.ImportBatch) {
	at := map[crm.ID]int{}
	for i := range t.existing {
		at[t.existing[i].ID] = i
	}
	for _, d := range batch.Drafts {
		if i, known := at[d.Record.ID]; known {
			t.existing[i] = d.Record
			continue
		}
		at[d.Record.ID] = len(t.existing)
		t.existing = append(t.existing, d.Record)
	}
}

// saveProblems writes the rows with problems, with a column that says what is wrong, to be corrected and imported again.
func (r *importRun) saveProblems(plan *importer.Plan) error {
	if r.command.Problems == "" {
		return nil
	}
	return r.writeFile(r.command.Problems, r.command.Force, func(w io.Writer) error { return plan.WriteProblems(w, r.problemLine) })
}

// stopped adds what was imported before the error came.
func (r *importRun) stopped(err error) error {
	if len(r.results) > 0 && !r.command.DryRun {
		r.say("cli.import.stopped-after", locale.Values{"count": len(r.results)})
	}
	return err
}

func (r *importRun) report() error {
	var err error
	if r.JSON {
		err = r.printJSON(r.results)
	} else {
		err = r.printResults()
	}
	if err == nil && r.failing {
		return errProblems
	}
	return err
}

// problemText is a remark of the importer in words.
func (s *session) problemText(code string, values locale.Values) string {
	return s.cat.TextOr("problem."+code, code, values)
}
