package store

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// CheckPlace refuses a path on a network share or in a folder that a cloud program copies about: bbolt's lock and memory map need a disk of this
// machine, and a copy taken in the middle of a commit is no copy. The file itself need not exist. The error is an *UnsafePlaceError.
func CheckPlace(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	dir := existingFolder(filepath.Dir(path))
	if name := networkShare(dir); name != "" {
		return &UnsafePlaceError{Path: path, Kind: "network", Name: name}
	}
	if name := cloudFolder(dir, surroundings()); name != "" {
		return &UnsafePlaceError{Path: path, Kind: "cloud", Name: name}
	}
	return nil
}

// existingFolder is the nearest folder on the way up that is there, with links followed.
func existingFolder(dir string) string {
	for {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			return real
		}
		up := filepath.Dir(dir)
		if up == dir {
			return dir
		}
		dir = up
	}
}

// environment is what the detection of cloud folders asks the machine.
type environment struct {
	home   string
	roots  map[string]string // folders that a cloud program names itself, and its name
	exists func(path string) bool
}

func surroundings() environment {
	env := environment{roots: map[string]string{}, exists: func(p string) bool { _, err := os.Lstat(p); return err == nil }}
	if home, err := os.UserHomeDir(); err == nil {
		env.home = home
	}
	for _, name := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		if dir := os.Getenv(name); dir != "" {
			env.roots[dir] = "OneDrive"
		}
	}
	return env
}

// cloudWords are names of folders that cloud programs make, in lower case. Those that end in "*" are beginnings.
var cloudWords = []struct{ word, name string }{
	{"onedrive", "OneDrive"}, {"onedrive - *", "OneDrive"}, {"skydrive", "OneDrive"},
	{"dropbox", "Dropbox"}, {"dropbox (*", "Dropbox"},
	{"google drive", "Google Drive"}, {"googledrive", "Google Drive"}, {"googledrive-*", "Google Drive"}, {"my drive", "Google Drive"}, {"我的雲端硬碟", "Google Drive"},
	{"iclouddrive", "iCloud Drive"}, {"icloud drive", "iCloud Drive"}, {"com~apple~clouddocs", "iCloud Drive"}, {"mobile documents", "iCloud Drive"},
	{"cloudstorage", "macOS cloud storage"},
	{"box sync", "Box"}, {"box-box", "Box"},
	{"nextcloud", "Nextcloud"}, {"owncloud", "ownCloud"}, {"seafile", "Seafile"}, {"seadrive", "Seafile"},
	{"nutstore", "Nutstore"}, {"nutstore files", "Nutstore"}, {"我的坚果云", "Nutstore"}, {"坚果云", "Nutstore"}, {"我的堅果雲", "Nutstore"},
	{"wpsdrive", "WPS"}, {"wps cloud files", "WPS"}, {"wps云盘", "WPS"}, {"kingsoft cloud files", "WPS"},
	{"baidusyncdisk", "Baidu"}, {"baidunetdisksync", "Baidu"}, {"百度云同步盘", "Baidu"},
	{"synologydrive", "Synology Drive"}, {"synology drive", "Synology Drive"}, {"cloudstation", "Synology Drive"},
	{"pclouddrive", "pCloud"}, {"pcloud sync", "pCloud"}, {"megasync", "MEGA"}, {"yandex.disk", "Yandex Disk"}, {"yandexdisk", "Yandex Disk"},
	{"creative cloud files", "Creative Cloud"}, {"amazon drive", "Amazon Drive"}, {"hubic", "hubiC"}, {"proton drive", "Proton Drive"},
}

// homeWords are names that mean a cloud only right below the home folder; elsewhere anybody may call a folder so.
var homeWords = []struct{ word, name string }{{"box", "Box"}, {"mega", "MEGA"}, {"pcloud", "pCloud"}}

// cloudMarks are files that cloud programs leave at the top of the folder that they copy.
var cloudMarks = []struct{ file, name string }{
	{".dropbox", "Dropbox"}, {".dropbox.cache", "Dropbox"}, {".tmp.drivedownload", "Google Drive"}, {".tmp.driveupload", "Google Drive"},
	{".nextcloudsync.log", "Nextcloud"}, {".owncloudsync.log", "ownCloud"}, {".sync_exclude.lst", "Nextcloud"}, {".nutstore", "Nutstore"},
	{".synologyworkingdirectory", "Synology Drive"}, {".SynologyWorkingDirectory", "Synology Drive"}, {".stfolder", "Syncthing"}, {".sync", "Resilio Sync"},
	{".seafile-data", "Seafile"}, {".megaignore", "MEGA"},
}

// cloudFolder names the cloud program that a folder belongs to, or is "".
func cloudFolder(dir string, env environment) string {
	for root, name := range env.roots {
		if within(dir, root) {
			return name
		}
	}
	for at := dir; ; at = filepath.Dir(at) {
		if name := cloudWord(at, env); name != "" {
			return name
		}
		if filepath.Dir(at) == at {
			return ""
		}
	}
}

func cloudWord(dir string, env environment) string {
	base := strings.ToLower(filepath.Base(dir))
	for _, w := range cloudWords {
		head, open := strings.CutSuffix(w.word, "*")
		if base == w.word || open && strings.HasPrefix(base, head) {
			return w.name
		}
	}
	i := slices.IndexFunc(homeWords, func(w struct{ word, name string }) bool { return w.word == base })
	if i >= 0 && env.home != "" && filepath.Dir(dir) == env.home {
		return homeWords[i].name
	}
	for _, m := range cloudMarks {
		if dir != env.home && env.exists(filepath.Join(dir, m.file)) {
			return m.name
		}
	}
	return ""
}

// within reports whether a folder is root or lies in it.
func within(dir, root string) bool {
	rel, err := filepath.Rel(root, dir)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) && !filepath.IsAbs(rel)
}
