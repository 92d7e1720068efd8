// Package safefile writes files that appear whole or not at all. The content goes to a temporary file in the same folder, is flushed to the disk,
// and takes its name only then; the folder is flushed too, so that the name is there after a power cut. A writer that fails leaves no trace.
package safefile

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// ErrExists is returned where a file has the name already and was not to be replaced.
var ErrExists = errors.New("file exists")

// Create writes a file that must not exist yet.
func Create(path string, write func(io.Writer) error) error { return place(path, write, link) }

// Replace writes a file in the place of the one of its name, if there is one. Readers see the old file or the new, never a part.
func Replace(path string, write func(io.Writer) error) error { return place(path, write, os.Rename) }

// Write is Replace where force is set, else Create.
func Write(path string, force bool, write func(io.Writer) error) error {
	if force {
		return Replace(path, write)
	}
	if _, err := os.Lstat(path); err == nil { // before the work, not after it
		return exists(path)
	}
	return Create(path, write)
}

func place(path string, write func(io.Writer) error, name func(from, to string) error) (err error) {
	temp := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()[:8]+".part")
	f, err := os.OpenFile(temp, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer os.Remove(temp) // gone after a rename, and then this does nothing
	if err := fill(f, write); err != nil {
		return err
	}
	if err := name(temp, path); err != nil {
		return err
	}
	return SyncFolder(filepath.Dir(path))
}

func fill(f *os.File, write func(io.Writer) error) error {
	if err := write(f); err != nil {
		return errors.Join(err, f.Close())
	}
	return errors.Join(f.Sync(), f.Close())
}

// link gives a file a second name, which fails where the name is taken. File systems without links get the check and the rename one after the
// other.
func link(from, to string) error {
	err := os.Link(from, to)
	if err == nil {
		return nil
	}
	if _, statErr := os.Lstat(to); statErr == nil || errors.Is(err, fs.ErrExist) {
		return exists(to)
	}
	return os.Rename(from, to)
}

func exists(path string) error { return fmt.Errorf("%s: %w", path, ErrExists) }

// Move gives a finished file another name on the same disk, which must be free, and flushes the folder.
func Move(from, to string) error {
	if err := link(from, to); err != nil {
		return err
	}
	if err := os.Remove(from); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return SyncFolder(filepath.Dir(to))
}

// SyncFolder flushes the names in a folder to the disk. Windows does so by itself.
func SyncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
