package history

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// Host is what the screens need of the window around them.
type Host interface {
	// Canvas is where the keyboard and dialogs are.
	Canvas() fyne.Canvas
	// Confirm asks before something that cannot be taken back; all texts are ready to be read.
	Confirm(title, words, yes string, then func())
	// ShowContact shows the card of a contact.
	ShowContact(id crm.ID)
	// ShowHistory and ShowTrash go from one of the screens to the other.
	ShowHistory()
	ShowTrash()
}

// Journal is the screen of all steps, with what the chosen one changed beside them.
type Journal struct {
	host    Host
	words   *state.Words
	work    *state.Journal
	table   *widgets.Table
	problem *widgets.Text
	body    *fyne.Container
	scroll  *container.Scroll
	shown   crm.ID
	all     fyne.CanvasObject
}

const (
	panelWidth float32 = 384
	room               = panelWidth - 2*theme.SpaceL
)

// NewJournal makes the screen over its state.
func NewJournal(host Host, work *state.Journal, words *state.Words) *Journal {
	j := &Journal{host: host, words: words, work: work, problem: widgets.Small("").In(theme.ColorWarn).Cut(), body: widgets.Down(theme.SpaceM)}
	text := words.Text
	j.table = widgets.NewTable([]widgets.Column{
		{ID: "when", Title: text("journal.col.when"), Width: 168, MinWidth: 90},
		{ID: "what", Title: text("journal.col.what"), Width: 260, MinWidth: 120, Grow: 1},
		{ID: "who", Title: text("journal.col.who"), Width: 110, MinWidth: 60},
	}, journalRows{j})
	j.table.OnSelect = func(row int, _ widgets.Gesture) { work.Choose(row) }
	j.scroll = container.NewVScroll(widgets.Padded(theme.SpaceL, j.body))
	head := widgets.Down(theme.SpaceXS, widgets.Title(text("journal.title")), j.problem)
	left := widgets.Inset(theme.SpaceM+2, theme.SpaceM, 0, theme.SpaceL,
		widgets.Edges(widgets.Inset(0, 0, theme.SpaceS, theme.SpaceS, head), nil, nil, nil, j.table))
	side := widgets.Edges(nil, nil, widgets.Rule(), nil, widgets.Panel(widgets.Fixed(panelWidth, j.scroll)))
	j.all = widgets.Edges(nil, nil, nil, side, left)
	work.OnChanged = j.show
	j.show()
	return j
}

// Content is what the window shows.
func (j *Journal) Content() fyne.CanvasObject { return j.all }

// Actions are the buttons for the top of the window.
func (j *Journal) Actions() []fyne.CanvasObject {
	return []fyne.CanvasObject{widgets.NewButton(j.words.Text("journal.to-trash"), "trash-2", j.host.ShowTrash)}
}

// Focus reads the steps and gives the keyboard to them.
func (j *Journal) Focus() {
	j.work.Load()
	j.host.Canvas().Focus(j.table.Focusable())
}

// Cancel does nothing.
func (j *Journal) Cancel() bool { return false }

func (j *Journal) show() {
	j.problem.Set(j.words.Say(j.work.Problem()))
	j.problem.Hidden = j.problem.Value() == ""
	j.table.Reload()
	if row := j.work.LeadRow(); row >= 0 {
		j.table.SetCursor(row)
	}
	j.body.Objects = j.detail()
	j.body.Refresh()
	if s, _ := j.work.Lead(); s.ID != j.shown {
		j.shown = s.ID
		j.scroll.ScrollToTop()
	}
}

// detail says what the chosen step changed.
func (j *Journal) detail() []fyne.CanvasObject {
	s, ok := j.work.Lead()
	if !ok {
		return []fyne.CanvasObject{widgets.NewWrapped(j.words.Text("journal.none"), room).In(theme.ColorMuted)}
	}
	when := j.words.Moment(time.UnixMilli(s.Millis).Local())
	if s.Author != "" {
		when += " · " + s.Author
	}
	out := []fyne.CanvasObject{widgets.Down(theme.SpaceXS,
		widgets.NewWrapped(j.words.Say(state.StepMessage(s)), room).Bold(), widgets.NewWrapped(when, room).Small().In(theme.ColorMuted))}
	out = append(out, j.takeBack()...)
	for _, r := range j.work.Records() {
		out = append(out, widgets.Rule(), j.record(r))
	}
	if n := j.work.More(); n > 0 {
		out = append(out, widgets.NewWrapped(j.words.Text("journal.more", "count", n), room).Small().In(theme.ColorMuted))
	}
	return out
}

// takeBack is the button that takes the step back, or the reason why there is none.
func (j *Journal) takeBack() []fyne.CanvasObject {
	s, _ := j.work.Lead()
	switch {
	case j.work.CanTakeBack():
		return []fyne.CanvasObject{widgets.Across(0, widgets.NewButton(j.words.Text("journal.take-back"), "undo-2", j.work.TakeBack))}
	case j.work.Undone(s):
		return []fyne.CanvasObject{widgets.NewWrapped(j.words.Text("journal.undone"), room).Small().In(theme.ColorMuted)}
	}
	return []fyne.CanvasObject{widgets.NewWrapped(j.words.Text("journal.final"), room).Small().In(theme.ColorMuted)}
}

func (j *Journal) record(r state.ChangedRecord) fyne.CanvasObject {
	title := widgets.NewWrapped(r.Title, room-70).Bold()
	if r.Fate != state.Gone {
		title.OnTapped = func() { j.host.ShowContact(r.ID) }
	}
	tone := map[state.Fate]theme.Tone{state.Made: theme.Green, state.Changed: theme.Neutral, state.Gone: theme.Red}[r.Fate]
	box := widgets.Down(3, widgets.Edges(nil, nil, nil, widgets.Across(0, widgets.NewChip(j.words.Text("journal.fate."+string(r.Fate)), tone)), title))
	for _, ch := range r.Changes {
		box.Add(j.change(ch))
	}
	return box
}

const fieldWidth float32 = 96

// change is a field with its value before, struck through by colour, and after.
func (j *Journal) change(ch crm.Change) fyne.CanvasObject {
	width := room - fieldWidth - theme.SpaceS
	values := widgets.Down(0)
	if old := j.words.Values(ch.Field, ch.Old); old != "" {
		values.Add(widgets.NewWrapped("− "+old, width).Small().In(theme.ColorWarn))
	}
	if fresh := j.words.Values(ch.Field, ch.New); fresh != "" {
		values.Add(widgets.NewWrapped("+ "+fresh, width).Small())
	}
	label := widgets.NewWrapped(j.words.Field(ch.Field), fieldWidth).Small().In(theme.ColorMuted)
	return widgets.Edges(nil, nil, widgets.Inset(0, theme.SpaceS, 0, 0, label), nil, values)
}

// journalRows gives the table its rows.
type journalRows struct{ j *Journal }

// Rows is the number of steps.
func (r journalRows) Rows() int { return r.j.work.Rows() }

// Selected reports whether a step is the chosen one.
func (r journalRows) Selected(row int) bool { return row == r.j.work.LeadRow() }

// Cells shows one step.
func (r journalRows) Cells(row int, cells []widgets.Cell) {
	s, ok := r.j.work.Step(row)
	if !ok {
		return
	}
	ink := theme.ColorText
	if r.j.work.Undone(s) {
		ink = theme.ColorMuted
		cells[1].Chips = []widgets.Tag{{Word: r.j.words.Text("journal.undone.chip"), Tone: theme.Neutral}}
	}
	cells[0] = widgets.Cell{Text: r.j.words.Moment(time.UnixMilli(s.Millis).Local()), Ink: theme.ColorMuted}
	cells[1].Text, cells[1].Ink = r.j.words.Say(state.StepMessage(s)), ink
	cells[2] = widgets.Cell{Text: s.Author, Ink: theme.ColorMuted}
}
