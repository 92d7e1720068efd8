package cli

import (
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"regulars/assets/locale"
	"regulars/reports/export"
	"regulars/reports/xlsx"
	"regulars/store/actions"
	"regulars/store/crm"
)

// exportCommand writes lists as files for other programs.
type exportCommand struct {
	Contacts exportContactsCommand `cmd:""`
}

type exportContactsCommand struct {
	output
	selection
	Columns  []string `placeholder:"FIELD,…"`
	Encoding string   `placeholder:"NAME"`
	Version  string   `enum:"3.0,4.0" default:"4.0"`
	Format   string   `enum:",xlsx,csv,vcf,json" default:"" placeholder:"xlsx|csv|vcf|json"`
	All      bool
}

// Run writes what the list shows.
func (c *exportContactsCommand) Run(s *session) error {
	if err := s.mayWrite(c.Out, c.Force); err != nil {
		return err
	}
	format, err := c.format(s)
	if err != nil {
		return err
	}
	encoding, err := c.encoding(s, format)
	if err != nil {
		return err
	}
	book, err := s.read()
	if err != nil {
		return err
	}
	keys, err := c.columns(s, book)
	if err != nil {
		return err
	}
	contacts, _, err := s.find(book, c.selection, 0)
	if err != nil {
		return err
	}
	job := &exportJob{session: s, contacts: contacts, keys: keys, encoding: encoding, version: export.Version(c.Version), format: export.Format(format), all: c.All}
	if err := s.writeFile(c.Out, c.Force, func(w io.Writer) error { return job.write(w) }); err != nil {
		return err
	}
	return job.tell(c.Out)
}

// format is the one asked for, or that of the file's name.
func (c *exportContactsCommand) format(s *session) (string, error) {
	format := c.Format
	if format == "" {
		format = strings.ToLower(strings.TrimPrefix(filepath.Ext(c.Out), "."))
	}
	switch format {
	case "xlsx", "csv", "vcf", "json":
		return format, nil
	}
	return "", &usageError{command: "export contacts", reason: s.text("cli.error.extension",
		locale.Values{"extension": filepath.Ext(c.Out), "known": []string{".xlsx", ".csv", ".vcf", ".json"}})}
}

func (c *exportContactsCommand) encoding(s *session, format string) (export.Encoding, error) {
	if c.Encoding == "" {
		return export.UTF8, nil
	}
	encoding, err := export.ParseEncoding(c.Encoding)
	if err != nil || format != "csv" {
		return "", &usageError{command: "export contacts", reason: s.text("cli.error.encoding", locale.Values{"value": c.Encoding})}
	}
	return encoding, nil
}

// columns reads the choice of fields, by key or by name in the user's language.
func (c *exportContactsCommand) columns(s *session, book *actions.Book) ([]string, error) {
	custom, err := book.CustomFields()
	if err != nil {
		return nil, err
	}
	e := &editor{s: s, custom: custom}
	var keys []string
	for _, name := range c.Columns {
		field, ok := e.field(strings.TrimSpace(name))
		if !ok {
			return nil, &usageError{command: "export contacts", reason: s.text("cli.error.unknown-field", locale.Values{"name": name})}
		}
		keys = append(keys, field.Key)
	}
	return keys, nil
}

// exportJob is one export: what is written, and which characters could not be.
type exportJob struct {
	*session
	contacts []crm.Contact
	keys     []string
	encoding export.Encoding
	version  export.Version
	lost     []export.Unmappable
	format   export.Format
	all      bool // name everything that the format has no place for
}

func (j *exportJob) write(w io.Writer) error {
	var err error
	switch j.format {
	case export.FormatJSON:
		return export.JSON(w, j.contacts)
	case export.FormatVCard:
		return export.VCard(w, j.contacts, j.version)
	case export.FormatCSV:
		j.lost, err = export.CSV(w, j.contacts, export.Columns(j.contacts, j.keys, j.cat), j.encoding)
	default:
		j.lost, err = export.XLSX(w, j.text("cli.export.sheet"), j.contacts, export.Columns(j.contacts, j.keys, j.cat),
			xlsx.Options{Title: j.text("cli.export.sheet"), Created: j.env.Now()})
	}
	return err
}

type exportedDocument struct {
	File       string         `json:"file"`
	Contacts   int            `json:"contacts"`
	Unmappable []lostDocument `json:"unmappable"`
	NotCarried map[string]int `json:"not_carried"` // what the format has no place for: how many contacts lose it
}

type lostDocument struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Column     string `json:"column"`
	Characters string `json:"characters"`
}

// tell says how many were written; characters that the encoding lacks are listed and give ExitProblems.
func (j *exportJob) tell(path string) error {
	d := exportedDocument{File: path, Contacts: len(j.contacts), Unmappable: []lostDocument{}, NotCarried: j.notCarried()}
	t := &table{}
	for _, x := range j.lost {
		d.Unmappable = append(d.Unmappable, lostDocument{x.Contact.String(), x.Name, x.Column, string(x.Runes)})
		t.add("  "+x.Name, x.Column, string(x.Runes), x.Contact.String())
	}
	if err := j.done(d, "cli.export.done", locale.Values{"count": d.Contacts, "path": path}); err != nil {
		return err
	}
	j.tellNotCarried(d.NotCarried)
	if len(j.lost) == 0 {
		return nil
	}
	if !j.JSON {
		j.say("cli.export.lost", locale.Values{"count": len(j.lost)})
		if err := j.printTable(t); err != nil {
			return err
		}
	}
	return errProblems
}

// tellNotCarried says in a sentence that the format has no place for some of the data, and names it where all is asked for.
func (j *exportJob) tellNotCarried(counts map[string]int) {
	switch {
	case j.JSON || len(counts) == 0:
	case j.all:
		j.say("cli.export.not-carried-all", locale.Values{"what": j.lostWords(counts)})
	default:
		j.say("cli.export.not-carried", locale.Values{"count": len(counts)})
	}
}

// notCarried counts what the format has no place for. With a choice of columns the user has left things out on purpose.
func (j *exportJob) notCarried() map[string]int {
	out := map[string]int{}
	if len(j.keys) > 0 {
		return out
	}
	for i := range j.contacts {
		for _, code := range export.Lost(j.format, &j.contacts[i]) {
			out[code]++
		}
	}
	return out
}

func (j *exportJob) lostWords(counts map[string]int) []string {
	var out []string
	for _, code := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, j.text("cli.export.lost-one", locale.Values{"what": j.cat.TextOr("export.lost."+code, code), "count": counts[code]}))
	}
	return out
}
