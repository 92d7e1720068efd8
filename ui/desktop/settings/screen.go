package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// Host is what the screen needs of the window around it.
type Host interface {
	// Canvas is where the keyboard and dialogs are.
	Canvas() fyne.Canvas
	// Confirm asks before something that cannot be taken back; all texts are ready to be read.
	Confirm(title, words, yes string, then func())
	// View opens a file or folder with the system's program for it.
	View(path string)
	// Language is the language of the window, SetLanguage changes it at once.
	Language() string
	SetLanguage(tag string)
	// Look is the look of the window, SetLook changes it at once.
	Look() theme.Look
	SetLook(look theme.Look)
	// ROC reports whether days are written with years of the Republic of China; SetROC changes it at once.
	ROC() bool
	SetROC(on bool)
	// Restored opens the data file again after a backup was put in its place.
	Restored(replaced string, err error)
	// ShowHistory, ShowTrash and ShowDuplicates go to screens that look after the data.
	ShowHistory()
	ShowTrash()
	ShowDuplicates()
}

// Screen is the screen of settings: two columns of cards.
type Screen struct {
	host  Host
	words *state.Words
	work  *state.Settings

	firm     *firm
	window   *fyne.Container
	busy     *widgets.Text
	backups  *list
	imports  *list
	mappings *list
	told     *fyne.Container // what taking an import back did
	all      fyne.CanvasObject
}

const (
	columnWidth float32 = 510
	room                = columnWidth - 2*(theme.SpaceM+2)
)

// New makes the screen over its state.
func New(host Host, work *state.Settings, words *state.Words) *Screen {
	s := &Screen{host: host, words: words, work: work, busy: widgets.Small("").In(theme.ColorAccentInk).Cut(),
		window: widgets.Down(theme.SpaceS), told: widgets.Down(theme.SpaceXS)}
	s.backups, s.imports, s.mappings = newList(s, "settings.backups.none"), newList(s, "settings.imports.none"), newList(s, "settings.mappings.none")
	s.firm = newFirm(s)
	s.all = s.layout()
	work.OnChanged = s.show
	s.show()
	return s
}

func (s *Screen) layout() fyne.CanvasObject {
	left := widgets.Down(theme.SpaceM, s.firm.all, widgets.Card(s.window))
	right := widgets.Down(theme.SpaceM, s.dataCard(), s.backupCard(), s.importCard(), s.mappingCard())
	columns := widgets.Flow(theme.SpaceM+4, widgets.Fixed(columnWidth, left), widgets.Fixed(columnWidth, right))
	head := widgets.Down(theme.SpaceXS, widgets.Title(s.words.Text("settings.title")), s.busy)
	return container.NewVScroll(widgets.Inset(theme.SpaceM+2, theme.SpaceM, theme.SpaceL, theme.SpaceL, widgets.Down(theme.SpaceM, head, columns)))
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.all }

// Actions are the buttons for the top of the window.
func (s *Screen) Actions() []fyne.CanvasObject {
	return []fyne.CanvasObject{widgets.NewButton(s.words.Text("settings.back-up"), "shield-check", s.work.BackUp)}
}

// Focus reads what may have changed beside the screen, such as backups, and leaves the keyboard free.
func (s *Screen) Focus() {
	s.host.Canvas().Unfocus()
	s.work.Load()
}

// Cancel takes back what was typed and not saved.
func (s *Screen) Cancel() bool {
	if !s.Editing() {
		return false
	}
	s.firm.reset()
	return true
}

// Editing reports whether the form of the firm has changes that are not saved.
func (s *Screen) Editing() bool { return s.work.Firm().Dirty() }

// Save saves the form of the firm.
func (s *Screen) Save() { s.work.Firm().Save() }

// EditFirm puts the keyboard into the first line of the firm.
func (s *Screen) EditFirm() { s.host.Canvas().Focus(s.firm.entries["name"]) }

func (s *Screen) show() {
	s.busy.Set(firstText(s.words.Say(s.work.Busy()), s.words.Say(s.work.Problem())))
	s.busy.Hidden = s.busy.Value() == ""
	s.firm.show()
	s.showWindow()
	s.showBackups()
	s.showImports()
	s.showMappings()
	s.all.Refresh()
}

func firstText(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// card is a card with a heading, a word about it, and what it holds.
func (s *Screen) card(key string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	box := widgets.Down(theme.SpaceS, widgets.Heading(s.words.Text(key)), s.explained(key+".words"))
	for _, p := range parts {
		box.Add(p)
	}
	return widgets.Card(box)
}

func (s *Screen) explained(key string, pairs ...any) fyne.CanvasObject {
	return widgets.NewWrapped(s.words.Text(key, pairs...), room).Small().In(theme.ColorMuted)
}
