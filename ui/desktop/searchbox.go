//go:build !headless

package desktop

import (
	"fyne.io/fyne/v2"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
)

// buildSearch makes the search box. What is typed is looked for at once; Down and Return go to the list.
func (w *window) buildSearch() {
	w.search = widgets.NewEntry(w.words.Text("window.search"))
	w.search.Icon = theme.Icon("search", theme.ColorMuted)
	w.search.SetText(w.work.contacts.List.Query())
	w.search.OnChanged = w.lookFor
	w.search.OnReturn = func(string) { w.toList() }
	w.search.OnEscape = func() {
		w.search.SetText("")
		w.toList()
	}
	w.search.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name != fyne.KeyDown {
			return false
		}
		w.toList()
		return true
	}
}

func (w *window) lookFor(query string) {
	if w.at != screenContacts && query != "" {
		w.show(screenContacts)
		w.Canvas().Focus(w.search)
	}
	w.work.contacts.List.SetQuery(query)
}

func (w *window) toList() {
	w.show(screenContacts)
	if w.work.contacts.List.Chosen() == 0 {
		w.work.contacts.List.Choose(0)
	}
}

// SetSearch shows a query in the search box.
func (w *window) SetSearch(query string) {
	if w.search.Text != query {
		w.search.SetText(query)
	}
}

func (w *window) find() { w.Canvas().Focus(w.search) }
