package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	"regulars/store"
)

func TestCloudFolder(t *testing.T) {
	home := filepath.FromSlash("/home/wang")
	tests := map[string]struct {
		dir   string
		files []string
		want  string
	}{
		"a folder of one's own":       {dir: "/home/wang/客戶", want: ""},
		"the home folder":             {dir: "/home/wang", files: []string{"/home/wang/.dropbox"}, want: ""},
		"OneDrive":                    {dir: "/home/wang/OneDrive/客戶", want: "OneDrive"},
		"OneDrive of a firm":          {dir: "/home/wang/OneDrive - 大同公司/a/b", want: "OneDrive"},
		"OneDrive by its own word":    {dir: "/data/cloud/files", want: "OneDrive"},
		"beside it":                   {dir: "/data/cloudy", want: ""},
		"Dropbox":                     {dir: "/home/wang/Dropbox", want: "Dropbox"},
		"Dropbox of a team":           {dir: "/home/wang/Dropbox (大同)/x", want: "Dropbox"},
		"by a mark of Dropbox":        {dir: "/mnt/d/box/x", files: []string{"/mnt/d/box/.dropbox.cache"}, want: "Dropbox"},
		"Google Drive":                {dir: "/home/wang/Google Drive/My Drive", want: "Google Drive"},
		"Google Drive in Chinese":     {dir: "/mnt/g/我的雲端硬碟/客戶", want: "Google Drive"},
		"iCloud":                      {dir: "/Users/wang/Library/Mobile Documents/com~apple~CloudDocs", want: "iCloud Drive"},
		"macOS":                       {dir: "/Users/wang/Library/CloudStorage/Foo-wang", want: "macOS cloud storage"},
		"Box below the home folder":   {dir: "/home/wang/Box/x", want: "Box"},
		"a folder that is called box": {dir: "/home/wang/shop/box", want: ""},
		"Nextcloud":                   {dir: "/home/wang/Nextcloud", want: "Nextcloud"},
		"by a mark of Nextcloud":      {dir: "/srv/sync/a", files: []string{"/srv/sync/.nextcloudsync.log"}, want: "Nextcloud"},
		"Nutstore":                    {dir: "/home/wang/我的坚果云/x", want: "Nutstore"},
		"WPS":                         {dir: "/home/wang/WPSDrive/1234", want: "WPS"},
		"Syncthing":                   {dir: "/home/wang/share/x", files: []string{"/home/wang/share/.stfolder"}, want: "Syncthing"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			env := store.Environment(home, map[string]string{"/data/cloud": "OneDrive"}, test.files...)
			if got := store.CloudFolder(filepath.FromSlash(test.dir), env); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestCreateRefusesACloudFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Dropbox", "new", "regulars.db")
	o := options()
	o.AnyPlace = false
	_, err := store.Create(path, o)
	var unsafe *store.UnsafePlaceError
	if !errors.As(err, &unsafe) || unsafe.Kind != "cloud" || unsafe.Name != "Dropbox" || unsafe.Code() != "unsafe-place-cloud" {
		t.Errorf("got %v", err)
	}
	if err := store.CheckPlace(filepath.Join(t.TempDir(), "regulars.db")); err != nil {
		t.Errorf("an ordinary folder: %v", err)
	}
}
