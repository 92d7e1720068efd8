package store

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// networkShare names the kind of share that a folder lies on, or is "": a UNC path or a drive letter of another machine.
func networkShare(dir string) string {
	volume := filepath.VolumeName(dir)
	if strings.HasPrefix(volume, `\\`) && !strings.HasPrefix(volume, `\\?\`) && !strings.HasPrefix(volume, `\\.\`) || strings.HasPrefix(strings.ToUpper(volume), `\\?\UNC\`) {
		return "UNC"
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	if err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE {
		return "network drive"
	}
	return ""
}
