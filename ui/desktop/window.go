//go:build !headless

package desktop

import (
	"net/url"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/contacts"
	"regulars/ui/desktop/duplicates"
	"regulars/ui/desktop/events"
	"regulars/ui/desktop/history"
	"regulars/ui/desktop/importwizard"
	"regulars/ui/desktop/labels"
	"regulars/ui/desktop/settings"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// screen is one of the window's screens.
type screen interface {
	Content() fyne.CanvasObject
	// Actions are the screen's buttons for the top of the window.
	Actions() []fyne.CanvasObject
	// Focus gives the keyboard to the screen.
	Focus()
	// Cancel does what Escape means there and reports whether it meant anything.
	Cancel() bool
}

// window is the program's window: what is around the screens, and the way from one to another.
type window struct {
	app           fyne.App
	win           fyne.Window
	opts          Options
	run           state.Runner
	prefs         state.Preferences
	look          theme.Look
	lang          string
	words         *state.Words
	regular, bold fyne.Resource

	desk    *state.Desk
	work    *states
	screens map[string]screen
	at      string

	search   *widgets.Entry
	nav      map[string]*widgets.NavItem
	actions  *fyne.Container
	stage    *fyne.Container
	notice   *widgets.Notice
	status   *statusLine
	contacts *contacts.Screen
	settings *settings.Screen
}

// states are what the screens show. They outlive the screens, which are drawn anew when the language changes.
type states struct {
	contacts   *state.Contacts
	importing  *state.Import
	printing   *state.Printing
	events     *state.Events
	settings   *state.Settings
	journal    *state.Journal
	trash      *state.Trash
	duplicates *state.Duplicates
	status     *state.Status
}

func newWindow(a fyne.App, o Options, run state.Runner) (*window, error) {
	w := &window{app: a, opts: o, run: run, prefs: preferences{a.Preferences()}}
	if o.Forgetful {
		w.prefs = forgetful{}
	}
	w.look, w.lang = o.look(w.prefs), o.language(w.prefs)
	if !o.plain {
		w.regular, w.bold = faces()
	}
	a.Settings().SetTheme(theme.New(w.look, w.regular, w.bold))
	if err := w.speak(w.lang); err != nil {
		return nil, err
	}
	w.win = a.NewWindow(w.words.Text("program.title"))
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.win.Resize(w.size())
	w.win.SetCloseIntercept(w.leave)
	return w, nil
}

// size is the size asked for, else the one the window had last, else one that fits most screens.
func (w *window) size() fyne.Size {
	width, height := w.opts.Width, w.opts.Height
	if width == 0 || height == 0 {
		width, _ = strconv.Atoi(w.prefs.String("width"))
		height, _ = strconv.Atoi(w.prefs.String("height"))
	}
	if width < 900 || height < 560 {
		width, height = 1280, 800
	}
	return fyne.NewSize(float32(width), float32(height))
}

// begin opens the data file, or asks how to start where there is none yet.
func (w *window) begin() {
	if !state.Exists(w.opts.DataPath) {
		w.showStart()
		return
	}
	w.open()
}

func (w *window) open() {
	desk, err := state.OpenDesk(w.opts.DataPath, w.run, w.deskOptions())
	if err != nil {
		w.showTrouble(err)
		return
	}
	w.take(desk)
}

func (w *window) deskOptions() state.DeskOptions {
	return state.DeskOptions{Now: w.opts.Now, Child: w.opts.Child}
}

// take puts an open data file into the window.
func (w *window) take(desk *state.Desk) {
	w.desk = desk
	w.work = &states{contacts: state.NewContacts(desk, w.prefs), importing: state.NewImport(desk), status: state.NewStatus(desk),
		settings: state.NewSettings(desk), journal: state.NewJournal(desk), trash: state.NewTrash(desk),
		duplicates: state.NewDuplicates(desk, func() *state.Words { return w.words }),
		events:     state.NewEvents(desk, w.prefs), printing: state.NewPrinting(desk, w.prefs, func() *state.Words { return w.words })}
	desk.OnNotice(w.say)
	w.work.contacts.List.OnAnswer = w.answered
	if w.opts.Query != "" {
		w.work.contacts.List.SetQuery(w.opts.Query)
	}
	w.build()
	w.work.contacts.List.Load()
	w.work.events.Load()
	w.show(w.firstScreen())
	w.work.contacts.List.ChooseLater(w.opts.Choose - 1)
	w.win.SetOnDropped(w.dropped)
	if w.opts.File != "" {
		w.importFile(w.opts.File)
	}
}

func (w *window) firstScreen() string {
	for _, name := range []string{w.opts.Screen, w.prefs.String("screen")} {
		if _, ok := w.screens[name]; ok {
			return name
		}
	}
	return screenContacts
}

// build draws everything in the language of now.
func (w *window) build() {
	w.contacts = contacts.New(w, w.work.contacts, w.words)
	w.settings = settings.New(w, w.work.settings, w.words)
	w.screens = map[string]screen{
		screenContacts:   w.contacts,
		screenEvents:     events.New(w, w.work.events, w.words),
		screenLabels:     labels.New(w, w.work.printing, w.words),
		screenImport:     importwizard.New(w, w.work.importing, w.words),
		screenSettings:   w.settings,
		screenHistory:    history.NewJournal(w, w.work.journal, w.words),
		screenTrash:      history.NewTrash(w, w.work.trash, w.words),
		screenDuplicates: duplicates.New(w, w.work.duplicates, w.words),
	}
	w.actions = widgets.Across(theme.SpaceS)
	w.stage = container.NewStack()
	w.notice = widgets.NewNotice()
	w.status = newStatusLine(w.work.status, w.work.contacts.List, w.words)
	selected := w.work.contacts.List.OnSelected
	w.work.contacts.List.OnSelected = func() { selected(); w.status.show() }
	w.buildSearch()
	middle := widgets.Edges(w.top(), nil, nil, nil, widgets.AtFoot(w.stage, w.notice))
	body := widgets.Edges(nil, nil, w.navigation(), nil, middle)
	w.win.SetContent(widgets.Edges(nil, w.status.all, nil, nil, body))
	w.win.SetMainMenu(w.mainMenu())
	w.win.Canvas().SetOnTypedKey(w.typed)
	w.win.SetTitle(w.words.Text("program.title"))
}

// top is the bar with the search box and the buttons.
func (w *window) top() fyne.CanvasObject {
	search := widgets.Stretch(widgets.UpTo(180, 440, widgets.Sized(0, theme.ControlHeight, w.search)))
	bar := widgets.Across(theme.SpaceM, search, w.actions)
	inset := widgets.Inset(theme.SpaceS+2, theme.SpaceL, theme.SpaceS+2, theme.SpaceL, bar)
	return widgets.Panel(widgets.Edges(nil, widgets.Rule(), nil, nil, inset))
}

func (w *window) navigation() fyne.CanvasObject {
	w.nav = map[string]*widgets.NavItem{}
	brand := widgets.Across(theme.SpaceXS+2, widgets.Title(w.words.Text("program.name")).In(theme.ColorAccentInk), widgets.Small(w.words.Text("window.brand")))
	list := widgets.Down(2, widgets.Inset(theme.SpaceS, 0, theme.SpaceS+2, theme.SpaceS+2, brand))
	foot := widgets.Down(2)
	for _, p := range places() {
		if _, ok := w.screens[p.name]; !ok {
			continue
		}
		item := widgets.NewNavItem(p.icon, w.words.Text("window.nav."+p.name), func() { w.show(p.name) })
		w.nav[p.name] = item
		if p.foot {
			foot.Add(item)
		} else {
			list.Add(item)
		}
	}
	column := widgets.Inset(theme.SpaceS, theme.SpaceS, theme.SpaceS, theme.SpaceS, widgets.Edges(list, foot, nil, nil, nil))
	return widgets.Edges(nil, nil, nil, widgets.Rule(), widgets.Panel(widgets.Wide(theme.NavWidth, column)))
}

// show goes to a screen.
func (w *window) show(name string) {
	s, ok := w.screens[name]
	if !ok {
		return
	}
	w.at = name
	w.forWhom()
	w.prefs.SetString("screen", name)
	for n, item := range w.nav {
		item.Choose(n == name)
	}
	w.Canvas().Unfocus() // what had the keyboard goes with its screen
	w.stage.Objects = []fyne.CanvasObject{s.Content()}
	w.stage.Refresh()
	w.ShowActions()
	s.Focus()
}

// ShowActions puts the buttons of the screen that is shown into the top of the window.
func (w *window) ShowActions() {
	s, ok := w.screens[w.at]
	if !ok {
		return
	}
	undo := widgets.NewButton(w.words.Text("window.undo"), "undo-2", w.undo).Hint("Ctrl Z")
	w.actions.Objects = append([]fyne.CanvasObject{undo}, s.Actions()...)
	w.actions.Refresh()
}

// answered shows what a search has found where the list itself does not.
func (w *window) answered() {
	w.status.show()
	w.forWhom()
}

// forWhom prints for those in the list as long as nobody else was chosen.
func (w *window) forWhom() {
	if w.at == screenLabels && w.work.printing.Count() == 0 {
		w.work.printing.For(w.work.contacts.List.Working())
	}
}

// leave remembers the window and ends the program; a form with changes is asked about first.
func (w *window) leave() {
	if !w.editing() {
		w.quit()
		return
	}
	w.confirm("window.leave.title", "window.leave.words", "window.leave.yes", w.quit)
}

func (w *window) quit() {
	size := w.win.Canvas().Size()
	w.prefs.SetString("width", strconv.Itoa(int(size.Width)))
	w.prefs.SetString("height", strconv.Itoa(int(size.Height)))
	w.app.Quit()
}

// close ends the work with the data file after the window has gone.
func (w *window) close() error {
	if w.desk == nil {
		return nil
	}
	return w.desk.Close()
}

// Canvas is where dialogs appear.
func (w *window) Canvas() fyne.Canvas { return w.win.Canvas() }

// Copy puts a text on the clipboard.
func (w *window) Copy(text string) { w.app.Clipboard().SetContent(text) }

// Open opens an address with the system's program for it.
func (w *window) Open(address string) {
	u, err := url.Parse(address)
	if err == nil {
		err = w.app.OpenURL(u)
	}
	if err != nil {
		w.desk.Warn(err)
	}
}

// View opens a file with the system's program for it.
func (w *window) View(path string) {
	w.Open((&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String())
}

// Print goes to the printing screen with contacts.
func (w *window) Print(ids []crm.ID) {
	w.work.printing.For(ids)
	w.show(screenLabels)
}

// PrintGuests goes to the printing screen with guests of an event.
func (w *window) PrintGuests(event crm.ID, contacts []crm.ID, kind state.PrintKind) {
	w.work.printing.ForGuests(event, contacts, kind)
	w.show(screenLabels)
}

// ShowContact shows the card of a contact.
func (w *window) ShowContact(id crm.ID) {
	w.work.contacts.Reveal(id)
	w.show(screenContacts)
}

// Import goes to the import screen.
func (w *window) Import() { w.show(screenImport) }

// dropped imports a file that was dropped on the window.
func (w *window) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) > 0 && files[0].Scheme() == "file" {
		w.importFile(filepath.FromSlash(files[0].Path()))
	}
}

func (w *window) importFile(path string) {
	w.show(screenImport)
	w.work.importing.Open(path)
}

// Search shows the contacts that a query finds.
func (w *window) Search(query string) {
	w.SetSearch(query)
	w.work.contacts.List.SetQuery(query)
	w.show(screenContacts)
}
