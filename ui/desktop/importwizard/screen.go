package importwizard

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
	// Search shows the contacts that a query finds.
	Search(query string)
}

// Screen shows the step at which the import is.
type Screen struct {
	host    Host
	words   *state.Words
	work    *state.Import
	stepper *widgets.Stepper
	title   *widgets.Text
	facts   *widgets.Text
	stage   *fyne.Container
	foot    *fyne.Container
	waiting *widgets.Waiting
	columns *columnsStep
	rows    *rowsStep
	shown   state.ImportStep
	drawn   bool
	all     fyne.CanvasObject
}

// New makes the screen over its state.
func New(host Host, work *state.Import, words *state.Words) *Screen {
	s := &Screen{host: host, words: words, work: work, title: widgets.Title(""), facts: widgets.Small("")}
	text := words.Text
	s.stepper = widgets.NewStepper(text("import.step.file"), text("import.step.columns"), text("import.step.rows"), text("import.step.confirm"))
	s.stage, s.foot = container.NewStack(), widgets.Across(theme.SpaceS)
	s.columns, s.rows = newColumnsStep(s), newRowsStep(s)
	head := widgets.Across(theme.SpaceL, s.title, s.stepper, widgets.Spring(), s.facts)
	s.all = widgets.Inset(theme.SpaceL, theme.SpaceL, theme.SpaceM, theme.SpaceL,
		widgets.Edges(widgets.Inset(0, 0, theme.SpaceM, 0, head), widgets.Inset(theme.SpaceM, 0, 0, 0, s.foot), nil, nil, s.stage))
	work.OnChanged = s.refresh
	s.refresh()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.all }

// Actions are the buttons for the top of the window; the steps have their own at the foot.
func (s *Screen) Actions() []fyne.CanvasObject { return nil }

// Focus gives the keyboard to the table of the step.
func (s *Screen) Focus() {
	switch s.work.Step() {
	case state.ImportColumns:
		s.host.Canvas().Focus(s.columns.table.Focusable())
	case state.ImportRows:
		s.host.Canvas().Focus(s.rows.table.Focusable())
	}
}

// Cancel goes a step back.
func (s *Screen) Cancel() bool {
	step := s.work.Step()
	if step == state.ImportFile || step == state.ImportDone {
		return false
	}
	s.work.Go(step - 1)
	return true
}

// Dropped takes a file that was dropped on the window.
func (s *Screen) Dropped(path string) { s.work.Open(path) }

// refresh shows the step, and the progress of what is being done.
func (s *Screen) refresh() {
	s.showWork()
	step := s.work.Step()
	s.stepper.Set(min(int(step), int(state.ImportConfirm)))
	s.title.Set(s.words.Text("import.title"))
	if s.work.Source() != nil {
		s.title.Set(s.words.Text("import.title.file", "file", s.work.File()))
	}
	s.facts.Set(s.sourceFacts())
	if s.work.Working().What.IsZero() || !s.drawn || step != s.shown {
		s.draw(step)
	}
}

func (s *Screen) draw(step state.ImportStep) {
	s.drawn, s.shown = true, step
	var content fyne.CanvasObject
	s.foot.RemoveAll()
	switch step {
	case state.ImportColumns:
		content = s.columns.draw()
	case state.ImportRows:
		content = s.rows.draw()
	case state.ImportConfirm:
		content = s.confirm()
	case state.ImportDone:
		content = s.done()
	default:
		content = s.start()
	}
	s.stage.Objects = []fyne.CanvasObject{content}
	s.stage.Refresh()
	s.foot.Refresh()
	s.all.Refresh()
}

// showWork puts the progress over the window while something takes long.
func (s *Screen) showWork() {
	work := s.work.Working()
	switch {
	case work.What.IsZero() && s.waiting != nil:
		s.waiting.Close()
		s.waiting = nil
	case work.What.IsZero():
	case s.waiting == nil:
		s.waiting = widgets.NewWaiting(s.host.Canvas(), s.words.Say(work.What), s.words.Text("window.cancel"), s.work.Stop)
		s.waiting.Show()
	default:
		s.waiting.Set(work.Share, s.words.Text("import.nothing-written"))
	}
}

// sourceFacts says what was found out about the file.
func (s *Screen) sourceFacts() string {
	src := s.work.Source()
	if src == nil {
		return ""
	}
	facts := s.words.Text("import.facts.rows", "count", src.Rows())
	if src.Sheet != "" {
		facts += " · " + s.words.Text("import.facts.sheet", "sheet", src.Sheet)
	}
	if src.HeaderRow > 0 {
		facts += " · " + s.words.Text("import.facts.header", "row", src.HeaderRow)
	}
	if src.Encoding != "" {
		facts += " · " + s.words.Text("import.facts.encoding", "encoding", src.Encoding)
	}
	if preset := s.work.Preset(); preset != "" {
		facts += " · " + s.words.Text("import.facts.preset", "preset", preset)
	}
	return facts
}

// next adds the buttons of a step to the foot: a remark at the left, then back and on.
func (s *Screen) next(remark string, back func(), label string, on func(), more ...fyne.CanvasObject) {
	s.foot.Add(widgets.Small(remark))
	s.foot.Add(widgets.Spring())
	for _, o := range more {
		s.foot.Add(o)
	}
	if back != nil {
		s.foot.Add(widgets.NewButton(s.words.Text("import.back"), "", back))
	}
	s.foot.Add(widgets.NewButton(label, "", on).As(widgets.Primary))
}

// problem is a card that says what went wrong; nil when nothing did.
func (s *Screen) problem() fyne.CanvasObject {
	p := s.work.Problem()
	if p.IsZero() {
		return nil
	}
	words := widgets.NewWrapped(s.words.Say(p), 640)
	return widgets.Card(widgets.Across(theme.SpaceM, widgets.NewIcon("triangle-alert", theme.ColorWarn).Sized(22), words))
}
