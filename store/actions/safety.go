package actions

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"regulars/store"
	"regulars/store/backup"
	"regulars/store/safefile"
)

// checkTime is how long a look over a file may take: bbolt's own check can hang on a damaged one.
const checkTime = 10 * time.Minute

func keeperFor(path string, o Options) backup.Keeper {
	dir := o.BackupDir
	if dir == "" {
		dir = filepath.Join(filepath.Dir(path), "backups")
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	return backup.Keeper{Dir: dir, Name: name, Now: o.Now, Check: o.Check}
}

// Backup writes a verified copy of the data file to out; ErrExists where there is a file.
func (b *Book) Backup(ctx context.Context, out string) error {
	err := backup.Copy(ctx, out, b.db.Snapshot, b.opts.Check)
	if errors.Is(err, safefile.ErrExists) {
		return fmt.Errorf("%s: %w", out, ErrExists)
	}
	return err
}

// BackupNow makes a verified backup in the backup folder.
func (b *Book) BackupNow(ctx context.Context) (BackupInfo, error) {
	return b.keeper.Make(ctx, backup.OnDemand, b.db.Snapshot)
}

// DailyBackup makes the backup of the day unless there is one; ok says whether it did. Close calls it where something was written.
func (b *Book) DailyBackup(ctx context.Context) (info BackupInfo, ok bool, err error) {
	all, err := b.Backups()
	if err != nil {
		return BackupInfo{}, false, err
	}
	for _, i := range all {
		if i.Reason == backup.Daily && dateOf(i.At.In(b.opts.Now().Location())) == b.Today() {
			return i, false, nil
		}
	}
	info, err = b.keeper.Make(ctx, backup.Daily, b.db.Snapshot)
	return info, err == nil, err
}

// backupBefore makes a backup before a big act, unless there is nothing to lose yet.
func (b *Book) backupBefore(ctx context.Context, reason backup.Reason) error {
	persons, companies, err := b.Counts()
	if err != nil || b.opts.NoBackup || persons+companies == 0 {
		return err
	}
	_, err = b.keeper.Make(ctx, reason, b.db.Snapshot)
	return err
}

// Backups lists the backups, newest first.
func (b *Book) Backups() ([]BackupInfo, error) { return b.keeper.List() }

// LastBackup is the newest backup; ok is false where there is none.
func (b *Book) LastBackup() (info BackupInfo, ok bool, err error) {
	all, err := b.Backups()
	if err != nil || len(all) == 0 {
		return BackupInfo{}, false, err
	}
	return all[0], true, nil
}

// Backups lists the backups of a data file that need not be open, newest first.
func Backups(path string, o Options) ([]BackupInfo, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	return keeperFor(path, o.filled()).List()
}

// Restore puts a backup in the place of the data file at path, which must not be open, and keeps the replaced file beside it under the name
// that it returns ("" where there was none). The backup is checked first; a bad one changes nothing. A file that is damaged is replaced too.
func Restore(ctx context.Context, from, path string, o Options) (replaced string, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return "", err
	}
	o = o.filled()
	release, err := holdForSwap(path, o)
	if err != nil {
		return "", err
	}
	replaced, err = backup.Restore(ctx, from, path, o.Now(), o.Check, func() error {
		if runtime.GOOS == "windows" {
			return release()
		}
		return nil
	})
	return replaced, errors.Join(err, release())
}

// holdForSwap opens the file that is to be replaced, so that nobody else does meanwhile. One that cannot be opened because it is damaged needs no holding.
func holdForSwap(path string, o Options) (release func() error, err error) {
	nothing := func() error { return nil }
	if !o.AnyPlace {
		if err := store.CheckPlace(path); err != nil {
			return nil, err
		}
	}
	db, err := store.Open(path, store.Options{ReadOnly: false, AnyPlace: true, Program: o.Program, Migrations: migrations()})
	var damaged *DamagedError
	switch {
	case err == nil:
		return db.Close, nil
	case errors.As(err, &damaged), errors.Is(err, ErrNotFound), errors.Is(err, ErrNotAStore), errors.Is(err, ErrNewer):
		return nothing, nil
	}
	return nil, err
}

// Verify looks a data file over, which must not be open elsewhere for writing: pages, checksums, records, references, indexes, journal. It reads
// in this process, which a badly damaged file may end: programs have CheckInChild call it in a child.
func Verify(ctx context.Context, path string) (Report, error) {
	if err := ctx.Err(); err != nil {
		return Report{}, err
	}
	t := newTables()
	return store.Verify(path, store.Options{Tables: t.all(), Migrations: migrations()}, t.references)
}

// Verify looks over the open file, as the function Verify does.
func (b *Book) Verify() (Report, error) { return b.db.Verify(b.t.references) }

// damage makes an error of a report with problems.
func damage(r Report) error {
	if len(r.Problems) == 0 {
		return nil
	}
	return &DamagedError{Path: r.Path, What: fmt.Sprintf("%d problems, the first: %s", len(r.Problems), r.Problems[0])}
}

func checkHere(ctx context.Context, path string) error {
	r, err := Verify(ctx, path)
	if err != nil {
		return err
	}
	return damage(r)
}

// CheckInChild gives an Options.Check that runs program with the arguments and the path, and reads the Report that it prints as JSON. A child that
// ends by a fault, or does not end in ten minutes, found damage.
func CheckInChild(program string, args ...string) func(context.Context, string) error {
	return func(ctx context.Context, path string) error {
		r, err := VerifyInChild(ctx, path, program, args...)
		if err != nil {
			return err
		}
		return damage(r)
	}
}

// VerifyInChild is Verify in another process; see CheckInChild.
func VerifyInChild(ctx context.Context, path, program string, args ...string) (Report, error) {
	limited, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(limited, program, append(args, path)...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	runErr := cmd.Run()
	if err := ctx.Err(); err != nil {
		return Report{}, err
	}
	var r Report
	if json.Unmarshal(out.Bytes(), &r) == nil && r.Path != "" {
		return r, nil
	}
	var exit *exec.ExitError
	if runErr == nil || errors.As(runErr, &exit) {
		return Report{}, &DamagedError{Path: path, What: "the program that read it came to an end", Err: fmt.Errorf("%w: %s", errors.Join(runErr, limited.Err()), lastLine(errs.String()))}
	}
	return Report{}, fmt.Errorf("run %s: %w", program, runErr)
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}
