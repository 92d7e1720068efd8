package xlsx

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// scratchPrefix begins the names of the folders in which sheets are kept while they are written.
const scratchPrefix = "regulars-sheet-"

// leftOver is the age from which a scratch folder belongs to no running export: it is what a process left that was killed.
const leftOver = time.Hour

// scratch makes a folder that only this user may read, for one workbook, and sweeps away what killed processes left. dir is where; "" = the folder
// "regulars" among the user's caches, else the system's temporary folder.
func scratch(dir string) (path string, err error) {
	if dir == "" {
		dir = ownFolder()
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("xlsx: scratch folder: %w", err)
	}
	path, err = os.MkdirTemp(dir, scratchPrefix) // with mode 0700
	if err != nil {
		return "", fmt.Errorf("xlsx: scratch folder: %w", err)
	}
	return path, errors.Join(sweep(dir, path), os.Chmod(path, 0o700))
}

func ownFolder() string {
	if cache, err := os.UserCacheDir(); err == nil {
		return filepath.Join(cache, "regulars", "scratch")
	}
	return os.TempDir()
}

// sweep removes old scratch folders; how old they are is told by the fresh one, so that no clock is needed. One that is in somebody else's hands stays.
func sweep(dir, fresh string) error {
	now, err := os.Stat(fresh)
	if err != nil {
		return fmt.Errorf("xlsx: scratch folder: %w", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("xlsx: scratch folder: %w", err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !e.IsDir() || !strings.HasPrefix(e.Name(), scratchPrefix) || now.ModTime().Sub(info.ModTime()) < leftOver {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil && !errors.Is(err, fs.ErrPermission) {
			return fmt.Errorf("xlsx: sweep: %w", err)
		}
	}
	return nil
}
