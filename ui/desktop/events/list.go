package events

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// eventList is the page with all events.
type eventList struct {
	s       *Screen
	table   *widgets.Table
	problem *widgets.Text
	empty   *fyne.Container
	all     fyne.CanvasObject
}

// The columns of the list.
const (
	colEvent = "event"
	colDay   = "day"
	colPlace = "place"
)

func newEventList(s *Screen) *eventList {
	l := &eventList{s: s, problem: widgets.Small("").In(theme.ColorWarn).Cut(), empty: container.NewStack()}
	text := s.words.Text
	columns := []widgets.Column{
		{ID: colEvent, Title: text("events.col.event"), Width: 150, MinWidth: 100, Grow: 3},
		{ID: colDay, Title: text("events.col.day"), Width: 148, MinWidth: 90},
		{ID: colPlace, Title: text("events.col.place"), Width: 110, MinWidth: 60, Grow: 3},
	}
	for _, f := range listed() {
		columns = append(columns, widgets.Column{ID: string(f), Title: text("events.filter." + string(f)), Width: 70, MinWidth: 50, Right: true})
	}
	l.table = widgets.NewTable(columns, l)
	l.table.OnSelect = func(row int, _ widgets.Gesture) { s.work.Choose(row) }
	l.table.OnOpen = s.open
	l.table.OnMenu = l.menu
	l.table.OnDelete = s.work.Delete
	head := widgets.Down(theme.SpaceXS, widgets.Title(text("events.title")), l.problem)
	l.all = widgets.Inset(theme.SpaceM+2, theme.SpaceM, 0, theme.SpaceL,
		widgets.Edges(widgets.Inset(0, 0, theme.SpaceS, theme.SpaceS, head), nil, nil, nil, container.NewStack(l.table, l.empty)))
	return l
}

// listed are the figures that the list shows.
func listed() []state.GuestFilter {
	return []state.GuestFilter{state.GuestsInvited, state.GuestsComing, state.GuestsOpen, state.GuestsThere}
}

func (l *eventList) show() {
	l.problem.Set(l.s.words.Say(l.s.work.Problem()))
	l.problem.Hidden = l.problem.Value() == ""
	l.table.Reload()
	if row := l.s.work.ChosenRow(); row >= 0 {
		l.table.SetCursor(row)
	}
	l.teach()
}

// teach says on an empty list what belongs here.
func (l *eventList) teach() {
	if l.s.work.Len() > 0 || !l.s.work.Read() {
		fill(l.empty)
		return
	}
	text := l.s.words.Text
	fill(l.empty, widgets.Teaching("ticket", text("events.empty.title"), text("events.empty.words"),
		widgets.NewButton(text("events.empty.add"), "plus", l.s.add).As(widgets.Primary)))
}

func (l *eventList) menu(_ int, at fyne.Position) {
	text := l.s.words.Text
	widgets.ShowMenu(l.table, at, []widgets.Choice{
		{Label: text("events.open"), Do: func() { l.s.open(l.s.work.ChosenRow()) }},
		{Label: text("events.edit"), Do: l.s.edit},
		{Rule: true},
		{Label: text("events.delete"), Do: l.s.work.Delete},
	})
}

// Rows is how many events there are.
func (l *eventList) Rows() int { return l.s.work.Len() }

// Selected reports whether an event is chosen.
func (l *eventList) Selected(row int) bool { return row == l.s.work.ChosenRow() }

// Cells shows one event.
func (l *eventList) Cells(row int, cells []widgets.Cell) {
	e, ok := l.s.work.Row(row)
	if !ok {
		return
	}
	cells[0] = widgets.Cell{Text: e.Name, Bold: true}
	cells[1] = widgets.Cell{Text: dash(l.s.words.Day(e.Day))}
	if days, ok := state.DaysBetween(l.s.work.Today(), e.Day); ok && days < 0 {
		cells[1].Ink = theme.ColorMuted
	}
	cells[2] = widgets.Cell{Text: dash(e.Place)}
	for i, f := range listed() {
		cells[3+i] = widgets.Cell{Text: l.s.words.Number(e.Counts.Of[f])}
	}
}

func dash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

// joined puts the parts that say something beside each other.
func joined(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " · ")
}

func (s *Screen) money(key string, m crm.Money) string {
	if m.IsZero() {
		return ""
	}
	return s.words.Text(key, "amount", s.words.Catalog().Money(m.Minor, m.Exponent(), m.Currency))
}

// when is day and time of an event.
func (s *Screen) when(e *crm.Event) string {
	day := s.words.Day(e.Day)
	if e.Time == "" || day == "" {
		return day + e.Time
	}
	return day + " " + e.Time
}
