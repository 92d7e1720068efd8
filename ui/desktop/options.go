package desktop

import (
	"errors"
	"os"
	"time"

	"regulars/assets/locale"
	"regulars/ui/state"
)

// Options say how the window starts. The zero value opens the user's own data file in the language of the system.
type Options struct {
	DataPath string           // the data file; "" = the one in the user's data folder
	Lang     string           // "zh-Hant" or "en"; "" = as chosen last, else as the system says
	Look     string           // "light" or "dark"; "" = as chosen last, else light
	Screen   string           // the screen to begin with; "" = the one shown last
	Width    int              // of the window in the toolkit's pixels; 0 = as it was last
	Height   int              // likewise
	Query    string           // put into the search box at the start
	Choose   int              // the row of the list that is chosen at the start, from 1; 0 = none
	File     string           // a file to import at the start
	Now      func() time.Time // the clock; nil = time.Now
	Getenv   func(string) string
	// Child are the arguments with which this program checks a data file in a process of its own; nil checks in this one.
	Child []string
	// Forgetful leaves the user's preferences alone, for pictures and tests.
	Forgetful bool

	plain bool // without the embedded type faces, which take long to read; for tests
}

// ErrNoDisplay is returned where there is no screen to open a window on. Its text for people is in the catalogue under "window.error.no-display".
var ErrNoDisplay = errors.New("no display: a window needs a graphical screen")

// ErrNoWindow is returned by a program that was built as the command line alone (build tag headless).
var ErrNoWindow = errors.New("this program has no window: it was built as the command line alone")

func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Getenv == nil {
		o.Getenv = os.Getenv
	}
	return o
}

// language is the one asked for, else the one chosen last, else the one of the system, else Chinese.
func (o Options) language(prefs state.Preferences) string {
	for _, name := range []string{o.Lang, prefs.String("lang"), o.Getenv("REGULARS_LANG"), o.Getenv("LC_ALL"), o.Getenv("LC_MESSAGES"), o.Getenv("LANG")} {
		if tag, ok := locale.Match(name); ok {
			return tag
		}
	}
	return locale.ZhHant
}

// forgetful keeps nothing beyond this session.
type forgetful map[string]string

// String is what was set in this session.
func (p forgetful) String(key string) string { return p[key] }

// SetString sets a value for this session.
func (p forgetful) SetString(key, value string) { p[key] = value }
