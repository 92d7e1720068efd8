package events

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// form draws a state.EventForm.
type form struct {
	s     *Screen
	work  *state.EventForm
	shown map[*state.EventLine]*widgets.Labelled
	typed map[string]*widgets.Entry
	first *widgets.Entry
	lines *fyne.Container
	all   fyne.CanvasObject
}

const formLabel = 92

func newForm(s *Screen, work *state.EventForm) *form {
	f := &form{s: s, work: work, shown: map[*state.EventLine]*widgets.Labelled{}, typed: map[string]*widgets.Entry{}}
	text := s.words.Text
	f.lines = widgets.Down(theme.SpaceXS + 2)
	for _, l := range work.Lines() {
		labelled := widgets.NewLabelled(text("events.form."+l.Key), formLabel, f.control(l))
		f.shown[l] = labelled
		f.lines.Add(labelled)
	}
	f.first = f.typed[state.EventName]
	title := text("events.form.new")
	if !work.Fresh() {
		title = text("events.form.edit", "name", work.Title())
	}
	foot := widgets.Across(theme.SpaceS, widgets.Spring(), widgets.NewButton(text("window.cancel"), "", s.closeForm),
		widgets.NewButton(text("window.save"), "", f.save).As(widgets.Primary))
	body := container.NewVScroll(widgets.Inset(0, theme.SpaceM, theme.SpaceM, 0, f.lines))
	f.all = widgets.Inset(theme.SpaceL, theme.SpaceXS, theme.SpaceM, theme.SpaceL,
		widgets.Edges(widgets.Inset(0, theme.SpaceM, theme.SpaceM, 0, widgets.Title(title).Cut()), widgets.Inset(theme.SpaceM, theme.SpaceM, 0, 0, foot), nil, nil, body))
	work.OnChanged = f.notes
	return f
}

func (f *form) control(l *state.EventLine) fyne.CanvasObject {
	switch l.Key {
	case state.EventDay, state.EventReply:
		return f.date(l)
	case state.EventNotes:
		return f.entry(l, widgets.NewMultiLineEntry("", 3))
	case state.EventTime:
		return f.entry(l, widgets.NewEntry("18:30"))
	case state.EventBudget, state.EventTarget:
		return f.entry(l, widgets.NewEntry("NT$"))
	case state.EventEligible:
		return f.entry(l, widgets.NewEntry(f.s.words.Text("events.form.eligible.hint")))
	}
	return f.entry(l, widgets.NewEntry(""))
}

func (f *form) entry(l *state.EventLine, e *widgets.Entry) *widgets.Entry {
	e.SetText(l.Text)
	e.OnChanged = func(s string) { l.Text = s }
	e.OnReturn = func(string) { f.save() }
	e.OnEscape = f.s.closeForm
	e.OnFocus = func(on bool) {
		if !on {
			f.work.Check(l)
		}
	}
	f.typed[l.Key] = e
	return e
}

func (f *form) date(l *state.EventLine) fyne.CanvasObject {
	d := f.s.dateField()
	f.entry(l, d.Entry)
	d.OnPicked = func(text string) {
		l.Text = text
		f.work.Check(l)
	}
	return d
}

func (f *form) notes() {
	for l, labelled := range f.shown {
		labelled.Note(f.s.words.Say(l.Note), l.Warning)
	}
	f.lines.Refresh()
}

func (f *form) save() {
	fresh := f.work.Fresh()
	f.work.Save(func(id crm.ID, err error) {
		if err == nil && f.s.form == f {
			f.s.saved(id, fresh)
		}
	})
}

// dateField makes a field for a day in the user's language.
func (s *Screen) dateField() *widgets.DateField {
	words := widgets.CalendarWords{Today: s.words.Text("window.today"), Clear: s.words.Text("window.clear"),
		Month: func(year, month int) string { return s.words.Day(crm.Date(year*10000 + month*100)) }}
	for i := range words.Weekdays {
		words.Weekdays[i] = s.words.Text("window.weekday." + strconv.Itoa((i+1)%7))
	}
	return widgets.NewDateField(s.words.Text("events.form.date"), words, day(s.work.Today()),
		func(text string) (widgets.Day, bool) {
			d, ok := state.ReadDay(text)
			return day(d), ok
		},
		func(d widgets.Day) string { return crm.Date(d.Year*10000 + d.Month*100 + d.Day).String() })
}

func day(d crm.Date) widgets.Day { return widgets.Day{Year: d.Year(), Month: d.Month(), Day: d.Day()} }
