package backup

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"regulars/store/safefile"
)

// How many backups are kept: of the daily ones the newest of each of the last days, weeks and months on which there is one; of those made before an import, a
// restore or a change of the file's form, and on demand, the last ones.
const (
	keepDays    = 7
	keepWeeks   = 4
	keepMonths  = 12
	keepSpecial = 10
)

const (
	stampForm = "20060102T150405Z"
	suffix    = ".backup"
	dirMode   = 0o700
	fileMode  = 0o600
)

// Keeper makes and thins out the backups of one data file.
type Keeper struct {
	Dir   string // the folder, made when it is needed
	Name  string // the name of the data file without its ending; backups of other files in the folder are left alone
	Now   func() time.Time
	Check func(ctx context.Context, path string) error // looks a copy over before it counts
}

// Make takes a snapshot, checks it, gives it its name and thins out older backups. Nothing is left of a copy that is not sound.
func (k Keeper) Make(ctx context.Context, reason Reason, snapshot func(io.Writer) error) (Info, error) {
	info, err := k.make(ctx, reason, snapshot, k.Check)
	if err != nil {
		return Info{}, fmt.Errorf("backup: %w", err)
	}
	return info, k.thin()
}

// MakeUnchecked is Make for a file that the check does not understand yet, because it is about to be brought up to date.
func (k Keeper) MakeUnchecked(reason Reason, snapshot func(io.Writer) error) (Info, error) {
	return k.make(context.Background(), reason, snapshot, func(context.Context, string) error { return nil })
}

func (k Keeper) make(ctx context.Context, reason Reason, snapshot func(io.Writer) error, check func(context.Context, string) error) (Info, error) {
	if err := os.MkdirAll(k.Dir, dirMode); err != nil {
		return Info{}, err
	}
	at := k.Now().UTC().Truncate(time.Second)
	path, err := k.freeName(at, reason)
	if err != nil {
		return Info{}, err
	}
	if err := Copy(ctx, path, snapshot, check); err != nil {
		return Info{}, err
	}
	st, err := os.Stat(path)
	if err != nil {
		return Info{}, err
	}
	return Info{Path: path, At: at, Reason: reason, Size: st.Size()}, nil
}

// freeName is the name of a backup; where two are made in one second the later gets a number.
func (k Keeper) freeName(at time.Time, reason Reason) (string, error) {
	for n := 1; n < 1000; n++ {
		number := ""
		if n > 1 {
			number = fmt.Sprintf("-%d", n)
		}
		path := filepath.Join(k.Dir, fmt.Sprintf("%s-%s-%s%s%s", k.Name, at.Format(stampForm), reason, number, suffix))
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
	}
	return "", safefile.ErrExists
}

// Copy writes a snapshot to a file that must not exist, and lets it have the name only when it is flushed and sound.
func Copy(ctx context.Context, path string, snapshot func(io.Writer) error, check func(context.Context, string) error) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s: %w", path, safefile.ErrExists)
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".copy-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	temp := filepath.Join(dir, filepath.Base(path))
	if err := safefile.Create(temp, snapshot); err != nil {
		return err
	}
	if err := os.Chmod(temp, fileMode); err != nil {
		return err
	}
	if err := check(ctx, temp); err != nil {
		return fmt.Errorf("check of the copy: %w", err)
	}
	return safefile.Move(temp, path)
}

// List gives the backups, newest first. A folder that does not exist holds none.
func (k Keeper) List() ([]Info, error) {
	entries, err := os.ReadDir(k.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Info
	for _, e := range entries {
		if info, ok := k.read(e); ok {
			out = append(out, info)
		}
	}
	slices.SortFunc(out, func(a, b Info) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(len(b.Path), len(a.Path)), strings.Compare(b.Path, a.Path)) // a number makes a name longer
	})
	return out, nil
}

// read understands the name of a backup.
func (k Keeper) read(e fs.DirEntry) (Info, bool) {
	rest, ok1 := strings.CutPrefix(e.Name(), k.Name+"-")
	rest, ok2 := strings.CutSuffix(rest, suffix)
	stamp, reason, ok3 := strings.Cut(rest, "-")
	at, err := time.Parse(stampForm, stamp)
	st, statErr := e.Info()
	if !ok1 || !ok2 || !ok3 || err != nil || statErr != nil || !st.Mode().IsRegular() {
		return Info{}, false
	}
	reason, _, _ = strings.Cut(reason, "-")
	return Info{Path: filepath.Join(k.Dir, e.Name()), At: at, Reason: Reason(reason), Size: st.Size()}, true
}

// thin deletes the backups that the rule does not keep.
func (k Keeper) thin() error {
	all, err := k.List()
	if err != nil {
		return err
	}
	kept := Kept(all, k.Now().Location())
	var errs []error
	for _, b := range all {
		if !kept[b.Path] {
			errs = append(errs, os.Remove(b.Path))
		}
	}
	return errors.Join(errs...)
}

// Kept says, by path, which of the backups (newest first) the rule keeps. Days, weeks and months are those of the time zone; weeks are those of ISO
// 8601.
func Kept(all []Info, zone *time.Location) map[string]bool {
	kept := map[string]bool{}
	isDaily := func(i Info) bool { return i.Reason == Daily }
	daily := slices.DeleteFunc(slices.Clone(all), func(i Info) bool { return !isDaily(i) })
	for _, rule := range []struct {
		most int
		name func(time.Time) string
	}{
		{keepDays, func(t time.Time) string { return t.Format(time.DateOnly) }},
		{keepWeeks, func(t time.Time) string { y, w := t.ISOWeek(); return fmt.Sprint(y, w) }},
		{keepMonths, func(t time.Time) string { return t.Format("2006-01") }},
	} {
		keepNewest(kept, daily, rule.most, func(i Info) string { return rule.name(i.At.In(zone)) })
	}
	special := slices.DeleteFunc(slices.Clone(all), isDaily)
	keepNewest(kept, special, keepSpecial, func(i Info) string { return i.Path })
	return kept
}

// keepNewest keeps the newest backup of each period, for as many periods.
func keepNewest(kept map[string]bool, all []Info, most int, period func(Info) string) {
	seen := map[string]bool{}
	for _, b := range all {
		p := period(b)
		if !seen[p] && len(seen) < most {
			seen[p], kept[b.Path] = true, true
		}
	}
}

// Restore puts a sound backup in the place of the file at path and keeps that one beside it under the name that it returns ("" where there was none). release is
// called when the copy is ready and before files are moved, on systems where an open file cannot be moved.
func Restore(ctx context.Context, from, path string, at time.Time, check func(context.Context, string) error, release func() error) (replaced string, err error) {
	if err := check(ctx, from); err != nil {
		return "", fmt.Errorf("backup %s: %w", from, err)
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".restore-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	temp := filepath.Join(dir, filepath.Base(path))
	if err := Copy(ctx, temp, copyOf(from), check); err != nil {
		return "", err
	}
	if err := release(); err != nil {
		return "", err
	}
	if replaced, err = aside(path, at); err != nil {
		return "", err
	}
	if err := safefile.Move(temp, path); err != nil {
		return replaced, errors.Join(err, putBack(replaced, path))
	}
	return replaced, nil
}

func copyOf(from string) func(io.Writer) error {
	return func(w io.Writer) error {
		f, err := os.Open(from)
		if err != nil {
			return err
		}
		_, err = io.Copy(w, f)
		return errors.Join(err, f.Close())
	}
}

// aside moves the file at path to a name that says when it was replaced.
func aside(path string, at time.Time) (string, error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ext) + "-replaced-" + at.UTC().Format(stampForm)
	for n := 1; ; n++ {
		to := stem + ext
		if n > 1 {
			to = fmt.Sprintf("%s-%d%s", stem, n, ext)
		}
		err := safefile.Move(path, to)
		if err == nil || !errors.Is(err, safefile.ErrExists) || n > 100 {
			return to, err
		}
	}
}

func putBack(replaced, path string) error {
	if replaced == "" {
		return nil
	}
	return safefile.Move(replaced, path)
}
