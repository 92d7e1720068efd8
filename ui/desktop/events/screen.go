package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// Host is what the screen needs of the window around it.
type Host interface {
	// Canvas is where menus and dialogs appear.
	Canvas() fyne.Canvas
	// SaveTo asks where to save a file of this name.
	SaveTo(name string, then func(path string))
	// PrintGuests goes to the printing screen with guests of an event.
	PrintGuests(event crm.ID, contacts []crm.ID, kind state.PrintKind)
}

// Screen is the list of events with the guests of one beside it.
type Screen struct {
	host    Host
	words   *state.Words
	work    *state.Events
	list    *fyne.Container
	title   *widgets.Text
	facts   *widgets.Text
	chips   *fyne.Container
	find    *widgets.Entry
	problem *widgets.Text
	table   *widgets.Table
	empty   *fyne.Container
	stage   *fyne.Container
	main    fyne.CanvasObject
	all     fyne.CanvasObject
}

const listWidth = 226

// New makes the screen over its state.
func New(host Host, work *state.Events, words *state.Words) *Screen {
	s := &Screen{host: host, words: words, work: work, list: widgets.Down(2), title: widgets.Title(""), facts: widgets.Small("").Cut(),
		problem: widgets.Small("").In(theme.ColorWarn).Cut(), empty: container.NewStack(), stage: container.NewStack()}
	s.chips = widgets.Flow(theme.SpaceS)
	s.table = s.newTable()
	s.find = widgets.NewEntry(words.Text("events.find"))
	s.find.OnChanged = work.Find
	s.find.OnReturn = func(string) { s.checkInFirst() }
	s.find.OnEscape = func() { s.find.SetText("") }
	s.main = s.layout()
	aside := widgets.Panel(container.NewVScroll(widgets.Padded(theme.SpaceM, s.list)))
	left := widgets.Edges(nil, nil, nil, widgets.Rule(), widgets.Sized(listWidth, 0, aside))
	s.all = widgets.Edges(nil, nil, left, nil, s.stage)
	work.OnChanged, work.OnSelected = s.refresh, s.table.Reload
	s.refresh()
	return s
}

func (s *Screen) layout() fyne.CanvasObject {
	edit := widgets.NewButton("", "pencil", s.edit).As(widgets.Bare)
	head := widgets.Across(theme.SpaceM, s.title, edit, widgets.Stretch(s.facts))
	invite := widgets.NewButton(s.words.Text("events.invite"), "user-plus", s.invite)
	tools := widgets.Across(theme.SpaceS, widgets.Stretch(s.chips), widgets.Sized(210, theme.ControlHeight, s.find), invite)
	top := widgets.Down(theme.SpaceM, head, tools, s.problem)
	return widgets.Inset(theme.SpaceL, theme.SpaceL, 0, theme.SpaceL,
		widgets.Edges(widgets.Inset(0, 0, theme.SpaceS, 0, top), nil, nil, nil, container.NewStack(s.table, s.empty)))
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.all }

// Actions are the buttons for the top of the window.
func (s *Screen) Actions() []fyne.CanvasObject {
	text := s.words.Text
	print := widgets.NewButton(text("events.print"), "printer", nil).Menu()
	print.OnTapped = func() { widgets.ShowMenuBelow(print, s.printChoices()) }
	return []fyne.CanvasObject{
		widgets.NewButton(text("events.export"), "download", s.export), print,
		widgets.NewButton(text("events.add"), "plus", s.add).As(widgets.Primary),
	}
}

// Focus gives the keyboard to the guests.
func (s *Screen) Focus() {
	if _, ok := s.work.Event(); ok {
		s.host.Canvas().Focus(s.table.Focusable())
	}
}

// Cancel clears the selection.
func (s *Screen) Cancel() bool {
	if s.work.PickedCount() == 0 {
		return false
	}
	s.work.PickNone()
	return true
}

func (s *Screen) refresh() {
	s.showList()
	event, ok := s.work.Event()
	if !ok {
		s.stage.Objects = []fyne.CanvasObject{widgets.Teaching("ticket", s.words.Text("events.empty.title"), s.words.Text("events.empty.words"),
			widgets.NewButton(s.words.Text("events.add"), "plus", s.add).As(widgets.Primary))}
		s.stage.Refresh()
		return
	}
	s.title.Set(event.Name)
	s.facts.Set(s.eventFacts(event))
	s.problem.Set(s.words.Say(s.work.Problem()))
	s.problem.Hidden = s.problem.Value() == ""
	s.showChips()
	s.teach()
	if len(s.stage.Objects) != 1 || s.stage.Objects[0] != s.main {
		s.stage.Objects = []fyne.CanvasObject{s.main}
		s.stage.Refresh()
	}
	s.table.Reload()
}

// teach says on an empty guest list how guests come onto it.
func (s *Screen) teach() {
	s.empty.RemoveAll()
	c := s.work.Counts()
	if c.Invited+c.LeftOut == 0 {
		s.empty.Add(widgets.Teaching("user-plus", s.words.Text("events.nobody.title"), s.words.Text("events.nobody.words"),
			widgets.NewButton(s.words.Text("events.invite"), "user-plus", s.invite).As(widgets.Primary)))
	}
	s.empty.Refresh()
}

// eventFacts says when and where, and what it costs and should bring.
func (s *Screen) eventFacts(e crm.Event) string {
	parts := []string{s.words.Day(e.Day)}
	if e.Time != "" {
		parts[0] += " " + e.Time
	}
	parts = append(parts, e.Place)
	if !e.Budget.IsZero() {
		parts = append(parts, s.words.Text("events.budget", "amount", s.words.Money(e.Budget)))
	}
	if !e.Target.IsZero() {
		parts = append(parts, s.words.Text("events.target", "amount", s.words.Money(e.Target)))
	}
	return joined(parts)
}

func joined(parts []string) string {
	out := ""
	for _, p := range parts {
		switch {
		case p == "":
		case out == "":
			out = p
		default:
			out += " · " + p
		}
	}
	return out
}

// showList draws the events at the left, the latest first.
func (s *Screen) showList() {
	s.list.RemoveAll()
	chosen, _ := s.work.Event()
	for _, e := range s.work.List() {
		s.list.Add(newItem(e.Name, joined([]string{s.words.Day(e.Day), e.Place}), e.ID == chosen.ID, func() { s.work.Choose(e.ID) }))
	}
	s.list.Refresh()
}

func (s *Screen) showChips() {
	s.chips.RemoveAll()
	counts := s.work.Counts()
	for _, f := range state.GuestFilters() {
		b := widgets.NewButton(s.words.Text("events.filter."+f), "", func() { s.work.FilterOn(f) }).Compact().Hint(s.words.Number(counts.Of(f)))
		b.Choose(s.work.Filter() == f)
		s.chips.Add(b)
	}
	s.chips.Refresh()
}

func (s *Screen) checkInFirst() {
	s.work.CheckInFirst()
	s.find.SetText("")
}

func (s *Screen) export() {
	event, ok := s.work.Event()
	if !ok {
		return
	}
	s.host.SaveTo(event.Name+".xlsx", func(path string) { s.work.Export(path, s.words) })
}

// printChoices offers what can be printed for the guests.
func (s *Screen) printChoices() []widgets.Choice {
	var out []widgets.Choice
	event, ok := s.work.Event()
	for _, k := range []state.PrintKind{state.PrintLabels, state.PrintEnvelopes, state.PrintLetters, state.PrintBadges, state.PrintSignIn, state.PrintInvited} {
		out = append(out, widgets.Choice{Label: s.words.Text("printing.kind." + string(k)), Disabled: !ok, Do: func() {
			s.host.PrintGuests(event.ID, s.work.PickedContacts(), k)
		}})
	}
	return out
}
