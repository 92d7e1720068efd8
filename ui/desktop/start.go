//go:build !headless

package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/assets/locale"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// showStart is what a new user sees: three ways to begin, and where the data will be.
func (w *window) showStart() {
	text := w.words.Text
	way := func(icon, key string, do func()) fyne.CanvasObject {
		return widgets.Card(widgets.Fixed(230, widgets.Down(theme.SpaceS,
			widgets.Across(0, widgets.NewIcon(icon, theme.ColorAccent).Sized(30)),
			widgets.Heading(text("window.start."+key)),
			widgets.Sized(230, 76, widgets.NewWrapped(text("window.start."+key+".words"), 230).In(theme.ColorMuted)),
			widgets.NewButton(text("window.start."+key+".do"), "", do).As(startStyle(key)))))
	}
	cards := widgets.Across(theme.SpaceM+4,
		way("upload", "import", func() { w.create(func() { w.show(screenImport) }) }),
		way("sparkles", "demo", func() { w.create(w.fillDemo) }),
		way("plus", "empty", func() { w.create(func() {}) }))
	w.win.SetContent(container.NewCenter(widgets.Down(theme.SpaceM,
		widgets.Across(theme.SpaceS, widgets.Title(text("window.start.title"))),
		widgets.NewWrapped(text("window.start.words", "path", w.opts.DataPath), 760).In(theme.ColorMuted),
		widgets.Gap(theme.SpaceS), cards, widgets.Gap(theme.SpaceS), w.languages())))
}

func startStyle(key string) widgets.Style {
	if key == "import" {
		return widgets.Primary
	}
	return widgets.Quiet
}

// languages changes the language before there is a menu for it.
func (w *window) languages() fyne.CanvasObject {
	row := widgets.Across(theme.SpaceXS)
	for _, tag := range locale.Tags() {
		b := widgets.NewButton(w.words.Text("language."+tag), "", func() {
			if err := w.speak(tag); err == nil {
				w.prefs.SetString("lang", tag)
				w.showStart()
			}
		}).Compact()
		b.Choose(tag == w.lang)
		row.Add(b)
	}
	return row
}

// create makes the data file, puts it into the window and goes on.
func (w *window) create(then func()) {
	desk, err := state.CreateDesk(w.opts.DataPath, w.run, w.deskOptions())
	if err != nil {
		w.showTrouble(err)
		return
	}
	w.take(desk)
	then()
}

// demoSize is how many contacts the made-up firm has.
const demoSize = 300

func (w *window) fillDemo() { w.desk.FillDemo(demoSize) }

// showTrouble says why the data file cannot be opened, that it is unharmed, and what can be done.
func (w *window) showTrouble(err error) {
	text := w.words.Text
	buttons := widgets.Across(theme.SpaceS,
		widgets.NewButton(text("window.trouble.again"), "refresh-cw", w.open).As(widgets.Primary),
		widgets.NewButton(text("window.trouble.other"), "folder-open", w.otherFile),
		widgets.NewButton(text("window.trouble.quit"), "log-out", w.app.Quit))
	w.win.SetContent(container.NewCenter(widgets.Card(widgets.Down(theme.SpaceM,
		widgets.Across(theme.SpaceS, widgets.NewIcon("triangle-alert", theme.ColorWarn).Sized(26), widgets.Title(text("window.trouble.title"))),
		widgets.NewWrapped(w.words.Say(state.Explain(err)), 560),
		widgets.NewWrapped(text("window.trouble.path", "path", w.opts.DataPath), 560).Small().In(theme.ColorMuted),
		buttons))))
}

// otherFile opens another data file in the place of one that cannot be opened.
func (w *window) otherFile() {
	w.OpenFile([]string{".db"}, func(path string) {
		w.opts.DataPath = path
		w.open()
	})
}
