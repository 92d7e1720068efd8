//go:build !headless

package desktop

import (
	"runtime/debug"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"regulars/assets/fonts"
	"regulars/ui/desktop/theme"
	"regulars/ui/state"
)

// appID names the program to the system and its preferences file.
const appID = "tw.regulars.desktop"

// gcPercent makes the collector work a little more often than it would by itself: the fonts alone hold some hundred megabytes, and a heap that may
// double before it is looked at is more than an office computer should give to an address book.
const gcPercent = 40

// Run opens the window and returns when it is closed. It returns ErrNoDisplay, before anything is started, where there is no screen.
func Run(o Options) error {
	o = o.filled()
	if !displayReady(o.Getenv) {
		return ErrNoDisplay
	}
	if o.DataPath == "" {
		path, err := state.DefaultPath()
		if err != nil {
			return err
		}
		o.DataPath = path
	}
	debug.SetGCPercent(gcPercent)
	a := app.NewWithID(appID)
	w, err := newWindow(a, o, background{})
	if err != nil {
		return err
	}
	a.Lifecycle().SetOnStarted(w.begin)
	w.win.ShowAndRun()
	return w.close()
}

func (o Options) look(prefs state.Preferences) theme.Look {
	for _, look := range []string{o.Look, prefs.String("look")} {
		if look == string(theme.Dark) {
			return theme.Dark
		}
		if look == string(theme.Light) {
			return theme.Light
		}
	}
	return theme.Light
}

// faces are the embedded type faces as the toolkit takes them.
func faces() (regular, bold fyne.Resource) {
	return fyne.NewStaticResource("regulars-regular.ttf", fonts.Regular()), fyne.NewStaticResource("regulars-bold.ttf", fonts.Bold())
}

// preferences keeps small things in the toolkit's preferences.
type preferences struct{ fyne.Preferences }

// SetString keeps a value.
func (p preferences) SetString(key, value string) { p.Preferences.SetString(key, value) }
