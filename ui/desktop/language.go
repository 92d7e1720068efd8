//go:build !headless

package desktop

import (
	"embed"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/state"
)

// toolkitTexts are the texts of the toolkit's own dialogs. It has no Traditional Chinese, and would show Simplified to users in Taiwan.
//
//go:embed toolkit/*.json
var toolkitTexts embed.FS

// speak makes the words of a language, for us and for the toolkit.
func (w *window) speak(tag string) error {
	words, err := state.NewWords(tag, func() crm.Date { return state.DateOf(w.opts.Now()) })
	if err != nil {
		return err
	}
	texts, err := toolkitTexts.ReadFile("toolkit/" + tag + ".json")
	if err != nil {
		return err
	}
	// The toolkit follows the language of the system and has no switch; its texts for that language are written over instead.
	if err := lang.AddTranslationsForLocale(texts, lang.SystemLocale()); err != nil {
		return err
	}
	if w.ROC() {
		words = words.WithROC()
	}
	w.lang, w.words = tag, words
	return nil
}

// Language is the language of the window.
func (w *window) Language() string { return w.lang }

// SetLanguage changes it at run time.
func (w *window) SetLanguage(tag string) { w.setLanguage(tag) }

// ROC reports whether days are written with years of the Republic of China.
func (w *window) ROC() bool { return w.prefs.String("roc") == "on" }

// SetROC says how years are written, and draws the screens anew.
func (w *window) SetROC(on bool) {
	w.prefs.SetString("roc", map[bool]string{true: "on", false: "off"}[on])
	w.setLanguage(w.lang)
}

// Look is the look of the window.
func (w *window) Look() theme.Look { return w.look }

// SetLook changes it at run time.
func (w *window) SetLook(look theme.Look) { w.setLook(look) }

// setLanguage changes the language at run time and draws the screens anew.
func (w *window) setLanguage(tag string) {
	if err := w.speak(tag); err != nil {
		w.desk.Warn(err)
		return
	}
	w.prefs.SetString("lang", tag)
	at := w.at
	w.build()
	w.show(at)
}

// setLook changes between light and dark.
func (w *window) setLook(look theme.Look) {
	w.look = look
	w.prefs.SetString("look", string(look))
	fyne.CurrentApp().Settings().SetTheme(theme.New(look, w.regular, w.bold))
	w.search.Icon = theme.Icon("search", theme.ColorMuted)
	w.win.Content().Refresh()
}
