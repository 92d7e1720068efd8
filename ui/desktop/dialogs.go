//go:build !headless

package desktop

import (
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// say shows the quiet line at the foot.
func (w *window) say(n state.Notice) {
	words := w.words.Say(n.Message)
	switch {
	case n.Undo:
		w.notice.Say(words, n.Warning, w.words.Text("window.undo"), "Ctrl Z", w.desk.Undo)
	case n.Redo:
		w.notice.Say(words, n.Warning, w.words.Text("window.redo"), "Ctrl Shift Z", w.desk.Redo)
	default:
		w.notice.Say(words, n.Warning, "", "", nil)
	}
}

// confirm asks before something that cannot be taken back, by keys of the catalogue.
func (w *window) confirm(title, words, yes string, then func()) {
	w.Confirm(w.words.Text(title), w.words.Text(words), w.words.Text(yes), then)
}

// Confirm asks before something that cannot be taken back; all texts are ready to be read.
func (w *window) Confirm(title, words, yes string, then func()) {
	var d *widgets.Dialog
	accept := widgets.NewButton(yes, "", func() { d.Close(); then() }).As(widgets.Danger)
	d = widgets.NewDialog(w.Canvas(), title, widgets.NewWrapped(words, 400),
		widgets.NewButton(w.words.Text("window.cancel"), "", func() { d.Close() }), accept)
	d.Show(fyne.NewSize(440, 0), accept)
}

// SaveTo asks where to save a file.
func (w *window) SaveTo(name string, then func(path string)) {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if file != nil || err != nil { // neither: the user gave up
			w.chosen(file, err, then)
		}
	}, w.win)
	d.SetFileName(name)
	d.SetTitleText(w.words.Text("window.save-as"))
	d.SetConfirmText(w.words.Text("window.save"))
	d.SetDismissText(w.words.Text("window.cancel"))
	d.Resize(fyne.NewSize(820, 560))
	d.Show()
}

// OpenFile asks for a file with one of the endings; none means any file.
func (w *window) OpenFile(endings []string, then func(path string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if file != nil || err != nil { // neither: the user gave up
			w.chosen(file, err, then)
		}
	}, w.win)
	if len(endings) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(endings))
	}
	d.SetTitleText(w.words.Text("window.open"))
	d.SetConfirmText(w.words.Text("window.open"))
	d.SetDismissText(w.words.Text("window.cancel"))
	d.Resize(fyne.NewSize(820, 560))
	d.Show()
}

// located is a file that the user has chosen in a dialog.
type located interface {
	URI() fyne.URI
	io.Closer
}

// chosen hands on the path of a chosen file. The toolkit has opened it; we open it again ourselves, by its path.
func (w *window) chosen(file located, err error, then func(path string)) {
	if err != nil {
		w.desk.Warn(err)
		return
	}
	path := file.URI().Path()
	if err := file.Close(); err != nil {
		w.desk.Warn(err)
		return
	}
	then(filepath.FromSlash(path))
}

// showShortcuts lists every shortcut, taken from the main menu.
func (w *window) showShortcuts() {
	columns := widgets.Across(theme.SpaceXL)
	for _, m := range w.menus() {
		list := widgets.Down(theme.SpaceXS, widgets.Strong(w.words.Text("window.menu."+m.name)))
		for _, c := range m.commands {
			if c.key != "" {
				list.Add(widgets.Across(theme.SpaceM, widgets.Fixed(104, widgets.Muted(c.keyText())), widgets.Body(w.words.Text("window.menu."+c.name))))
			}
		}
		columns.Add(list)
	}
	w.message(w.words.Text("window.menu.shortcuts"), columns)
}

func (w *window) showAbout() {
	w.message(w.words.Text("program.title"), widgets.NewWrapped(w.words.Text("window.about", "path", w.desk.Path()), 440))
}

func (w *window) message(title string, content fyne.CanvasObject) {
	var d *widgets.Dialog
	ok := widgets.NewButton(w.words.Text("window.ok"), "", func() { d.Close() }).As(widgets.Primary)
	d = widgets.NewDialog(w.Canvas(), title, content, ok)
	d.Show(fyne.NewSize(460, 0), ok)
}
