package cli

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"

	"regulars/assets/locale"
	"regulars/store/actions"
)

// backupCommand writes a verified copy of the data file.
type backupCommand struct {
	Out  string `arg:"" optional:""`
	List bool
}

// Run makes the backup: to a file, or into the backup folder.
func (c *backupCommand) Run(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	if c.List {
		return listBackups(s, book)
	}
	path, size := c.Out, int64(0)
	if path == "" {
		info, err := book.BackupNow(s.ctx)
		if err != nil {
			return err
		}
		path, size = info.Path, info.Size
	} else if size, err = backupTo(s, book, path); err != nil {
		return err
	}
	return s.done(map[string]any{"backup": path, "size": size}, "cli.backup.done", locale.Values{"path": path, "size": s.cat.Size(size)})
}

func backupTo(s *session, book *actions.Book, path string) (int64, error) {
	if err := s.mayWrite(path, false); err != nil {
		return 0, err
	}
	if err := book.Backup(s.ctx, path); err != nil {
		return 0, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

type backupDocument struct {
	Path string `json:"path"`
	Time string `json:"time"`
	Size int64  `json:"size"`
}

func listBackups(s *session, book *actions.Book) error {
	backups, err := book.Backups()
	if err != nil {
		return err
	}
	docs, t := []backupDocument{}, &table{}
	for _, b := range backups {
		docs = append(docs, backupDocument{b.Path, b.At.Format(timeForm), b.Size})
		t.add(b.At.In(s.env.Now().Location()).Format("2006-01-02 15:04"), s.cat.Size(b.Size), b.Path)
	}
	if s.JSON {
		return s.printJSON(docs)
	}
	if len(docs) == 0 {
		return s.print(s.text("cli.backup.none"))
	}
	return s.printTable(t)
}

// restoreCommand puts a backup in the place of the data file.
type restoreCommand struct {
	File string `arg:""`
}

// Run restores, and says where the replaced file is.
func (c *restoreCommand) Run(s *session) error {
	path, err := s.dataPath()
	if err != nil {
		return err
	}
	if _, err := os.Stat(c.File); err != nil {
		return err
	}
	if _, err := os.Stat(path); err == nil {
		if err := s.sure("cli.restore.sure", locale.Values{"path": path}); err != nil {
			return err
		}
	}
	replaced, err := actions.Restore(s.ctx, c.File, path, s.options(false))
	if err != nil {
		return err
	}
	document := map[string]any{"data": path, "replaced": replaced}
	if replaced == "" {
		return s.done(document, "cli.restore.done-new", locale.Values{"path": path})
	}
	return s.done(document, "cli.restore.done", locale.Values{"path": path, "replaced": replaced})
}

// verifyCommand looks a data file over. With --child it is the process of its own that other commands start for that, because a damaged file can end
// the process that reads it.
type verifyCommand struct {
	File  string `arg:"" optional:""`
	Child bool   `hidden:""`
}

// Run verifies; problems found are listed and give ExitDamaged.
func (c *verifyCommand) Run(s *session) error {
	path := c.File
	if path == "" {
		var err error
		if path, err = s.dataPath(); err != nil {
			return err
		}
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return refuse(ExitNotFound, "no-data", locale.Values{"path": path})
	}
	report, err := actions.Verify(s.ctx, path)
	if err != nil {
		return err
	}
	if c.Child {
		return json.NewEncoder(s.env.Stdout).Encode(report)
	}
	return s.verified(report)
}

func (s *session) verified(report actions.Report) error {
	report.Problems = texts(report.Problems)
	if s.JSON {
		if err := s.printJSON(report); err != nil {
			return err
		}
	} else if err := s.printReport(report); err != nil {
		return err
	}
	if len(report.Problems) > 0 {
		return refuse(ExitDamaged, "damaged", locale.Values{"path": report.Path, "count": len(report.Problems)})
	}
	return nil
}

func (s *session) printReport(report actions.Report) error {
	t := &table{}
	var names []string
	for name := range report.Records {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		t.add(s.cat.TextOr("cli.records."+name, name), s.cat.Number(report.Records[name]))
	}
	t.add(s.text("cli.records.steps"), s.cat.Number(report.Steps))
	for _, p := range report.Problems {
		t.add("! " + p)
	}
	if err := s.printTable(t); err != nil || len(report.Problems) > 0 {
		return err
	}
	return s.print(s.text("cli.verify.sound", locale.Values{"path": report.Path}))
}

// digestCommand prints a hash over all live records.
type digestCommand struct{}

// Run prints the digest.
func (c *digestCommand) Run(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	digest, err := book.Digest()
	if err != nil {
		return err
	}
	if s.JSON {
		return s.printJSON(map[string]string{"digest": digest})
	}
	return s.print(digest)
}

// versionCommand prints which program this is.
type versionCommand struct{}

// Run prints the version.
func (c *versionCommand) Run(s *session) error {
	version := s.env.Version
	if version == "" {
		version = "dev"
	}
	if s.JSON {
		return s.printJSON(map[string]string{"name": "regulars", "version": version})
	}
	return s.print("regulars " + version)
}
