package labels

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// Host is what the screen needs of the window around it.
type Host interface {
	// Canvas is where menus and dialogs appear.
	Canvas() fyne.Canvas
	// OpenFile asks for a file with one of the endings.
	OpenFile(endings []string, then func(path string))
	// SaveTo asks where to save a file of this name.
	SaveTo(name string, then func(path string))
	// View opens a file with the system's program for it.
	View(path string)
	// Search shows the contacts that a query finds.
	Search(query string)
	// EditFirm goes to the particulars of the firm.
	EditFirm()
}

// Screen is the preview with the answers beside it.
type Screen struct {
	host     Host
	words    *state.Words
	work     *state.Printing
	title    *widgets.Text
	count    *widgets.Text
	preview  *preview
	pager    *widgets.Text
	hint     *widgets.Text
	kinds    *fyne.Container
	settings *fyne.Container
	warnings *fyne.Container
	answers  *fyne.Container // the three above
	spoil    bool            // a press on a label marks it as spoiled
	shown    state.PrintKind
	all      fyne.CanvasObject
}

const panelWidth = 344

// New makes the screen over its state.
func New(host Host, work *state.Printing, words *state.Words) *Screen {
	s := &Screen{host: host, words: words, work: work, preview: newPreview(), pager: widgets.Muted(""), hint: widgets.Small("").Cut()}
	s.title, s.count = widgets.Title(words.Text("printing.title")), widgets.Small("")
	s.kinds, s.settings, s.warnings = widgets.Flow(theme.SpaceXS+2), widgets.Down(theme.SpaceS), widgets.Down(theme.SpaceS)
	s.preview.OnCell = s.pressed
	s.all = s.layout()
	work.OnChanged = s.refresh
	s.refresh()
	return s
}

func (s *Screen) layout() fyne.CanvasObject {
	turn := func(icon string, pages int) *widgets.Button {
		return widgets.NewButton("", icon, func() { s.work.Turn(pages) }).As(widgets.Bare).Compact()
	}
	head := widgets.Across(theme.SpaceM, s.title, s.count)
	foot := widgets.Across(theme.SpaceS, widgets.Stretch(s.hint), turn("chevron-left", -1), s.pager, turn("chevron-right", 1))
	desk := widgets.NewSurface(theme.ColorSunken, theme.ColorFaintLine, theme.Radius+2, s.preview)
	left := widgets.Inset(theme.SpaceL, theme.SpaceL, theme.SpaceM, theme.SpaceL,
		widgets.Edges(widgets.Inset(0, 0, theme.SpaceM, 0, head), widgets.Inset(theme.SpaceS, 0, 0, 0, foot), nil, nil, desk))
	s.answers = widgets.Down(theme.SpaceM, s.kinds, s.settings, s.warnings)
	panel := container.NewVScroll(widgets.Inset(theme.SpaceL, theme.SpaceL, theme.SpaceL, theme.SpaceL, s.answers))
	buttons := widgets.Inset(theme.SpaceM, theme.SpaceL, theme.SpaceM, theme.SpaceL, widgets.Across(theme.SpaceS, widgets.Spring(),
		widgets.NewButton(s.words.Text("printing.save"), "download", s.save),
		widgets.NewButton(s.words.Text("printing.open"), "printer", s.open).As(widgets.Primary)))
	side := widgets.Edges(nil, widgets.Edges(widgets.Rule(), nil, nil, nil, buttons), nil, nil, panel)
	right := widgets.Edges(nil, nil, widgets.Rule(), nil, widgets.Panel(widgets.Fixed(panelWidth, side)))
	return widgets.Edges(nil, nil, nil, right, left)
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.all }

// Actions are the buttons for the top of the window.
func (s *Screen) Actions() []fyne.CanvasObject {
	return []fyne.CanvasObject{widgets.NewButton(s.words.Text("printing.choose"), "list-filter", func() { s.host.Search("") })}
}

// Focus leaves the keyboard where it is: everything here is pressed.
func (s *Screen) Focus() { s.host.Canvas().Unfocus() }

// Cancel does nothing.
func (s *Screen) Cancel() bool { return false }

func (s *Screen) save() {
	name := s.words.Text("printing.kind."+string(s.work.Kind())) + ".pdf"
	s.host.SaveTo(name, func(path string) { s.work.SavePDF(path, nil) })
}

func (s *Screen) open() { s.work.ForViewer(s.host.View) }

// pressed begins at a label, or marks it as spoiled.
func (s *Screen) pressed(cell state.PrintCell, mark bool) {
	_, number, _ := s.work.Page()
	if number != 0 {
		return // only the first sheet can be a used one
	}
	if mark || s.spoil {
		s.work.Spoil(cell.Number)
		return
	}
	s.work.StartAt(cell.Number)
}

// onSheets reports whether the kind is printed on sheets of labels, which may be used in part.
func (s *Screen) onSheets() bool {
	return s.work.Kind() == state.PrintLabels || s.work.Kind() == state.PrintBadges
}

func (s *Screen) refresh() {
	page, number, of := s.work.Page()
	s.count.Set(s.words.Text("printing.count", "count", s.work.Count()))
	s.preview.Draw(page, s.onSheets())
	s.pager.Set(s.words.Text("print.page", "page", number+1, "pages", max(of, 1)))
	s.hint.Set("")
	if s.onSheets() {
		s.hint.Set(s.words.Text("printing.hint", "start", s.work.Start(), "spoiled", len(s.work.Spoiled())))
	}
	s.showKinds()
	s.showSettings()
	s.showWarnings()
	s.answers.Refresh()
}

func (s *Screen) showKinds() {
	s.kinds.RemoveAll()
	for _, k := range s.work.Kinds() {
		b := widgets.NewButton(s.words.Text("printing.kind."+string(k)), "", func() { s.work.SetKind(k) }).Compact()
		b.Choose(k == s.work.Kind())
		s.kinds.Add(b)
	}
	s.kinds.Refresh()
}

func (s *Screen) showWarnings() {
	s.warnings.RemoveAll()
	room := float32(panelWidth) - 2*theme.SpaceL
	if p := s.words.Say(s.work.Problem()); p != "" {
		s.warnings.Add(widgets.NewWrapped(p, room).In(theme.ColorWarn))
	}
	for _, w := range s.work.Warnings(s.words) {
		s.warnings.Add(widgets.NewWrapped(w, room).Small().In(theme.ColorWarn))
	}
	s.warnings.Refresh()
}
