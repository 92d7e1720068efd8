package events

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// ask asks for a line of text; an empty one is an answer too.
func (s *Screen) ask(title, text string, then func(string)) {
	e := widgets.NewEntry("")
	e.SetText(text)
	var d *widgets.Dialog
	accept := func() {
		d.Close()
		then(strings.TrimSpace(e.Text))
	}
	e.OnReturn = func(string) { accept() }
	d = widgets.NewDialog(s.host.Canvas(), s.words.Text(title), e, s.cancel(func() { d.Close() }),
		widgets.NewButton(s.words.Text("window.ok"), "", accept).As(widgets.Primary))
	e.OnEscape = d.Close
	d.Show(fyne.NewSize(380, 0), e)
}

func (s *Screen) cancel(do func()) *widgets.Button {
	return widgets.NewButton(s.words.Text("window.cancel"), "", do)
}

func (s *Screen) add() { s.form(crm.Event{}) }

func (s *Screen) edit() {
	if e, ok := s.work.Event(); ok {
		s.form(e)
	}
}

// form writes a new event or changes one.
func (s *Screen) form(event crm.Event) {
	f := newForm(s, event)
	title := "events.form.edit"
	if event.ID.IsZero() {
		title = "events.form.new"
	}
	var d *widgets.Dialog
	buttons := []fyne.CanvasObject{s.cancel(func() { d.Close() }), widgets.NewButton(s.words.Text("window.save"), "", func() { f.save(func() { d.Close() }) }).As(widgets.Primary)}
	if !event.ID.IsZero() {
		remove := widgets.NewButton(s.words.Text("events.delete"), "trash-2", func() { d.Close(); s.work.Delete() }).As(widgets.Danger)
		buttons = append([]fyne.CanvasObject{remove}, buttons...)
	}
	d = widgets.NewDialog(s.host.Canvas(), s.words.Text(title), f.all, buttons...)
	d.Show(fyne.NewSize(560, 0), f.name)
}

// eventForm holds the entries of an event.
type eventForm struct {
	s                                    *Screen
	event                                crm.Event
	name, day, clock, place, topic, rule *widgets.Entry
	reply, budget, target, notes         *widgets.Entry
	all                                  *fyne.Container
}

func newForm(s *Screen, event crm.Event) *eventForm {
	f := &eventForm{s: s, event: event}
	f.all = widgets.Down(theme.SpaceXS + 2)
	line := func(key, text, hint string) *widgets.Entry {
		e := widgets.NewEntry(hint)
		e.SetText(text)
		f.all.Add(widgets.NewLabelled(s.words.Text(key), 120, e))
		return e
	}
	f.name = line("events.form.name", event.Name, "")
	f.day = line("events.form.day", event.Day.String(), s.words.Text("contacts.form.date"))
	f.clock = line("events.form.time", event.Time, "18:30")
	f.place = line("events.form.place", event.Place, "")
	f.topic = line("events.form.topic", event.Topic, "")
	f.reply = line("events.form.reply", event.Reply.String(), s.words.Text("contacts.form.date"))
	f.budget = line("events.form.budget", amount(event.Budget), "")
	f.target = line("events.form.target", amount(event.Target), "")
	f.rule = line("events.form.rule", event.Eligible, "tag:VIP")
	f.notes = line("events.form.notes", event.Notes, "")
	return f
}

// amount is a sum in whole units of its currency.
func amount(m crm.Money) string {
	if m.IsZero() {
		return ""
	}
	n := m.Minor
	for range m.Exponent() {
		n /= 10
	}
	return strconv.FormatInt(n, 10)
}

// money reads a sum; one that nobody touched stays as it was, to the cent.
func money(text string, before crm.Money) crm.Money {
	if text == amount(before) {
		return before
	}
	return state.ReadMoney(text, before)
}

// save writes the form; closed is called once it is written.
func (f *eventForm) save(closed func()) {
	e := f.event
	e.Name, e.Time, e.Place, e.Topic = trimmed(f.name), trimmed(f.clock), trimmed(f.place), trimmed(f.topic)
	e.Eligible, e.Notes = trimmed(f.rule), trimmed(f.notes)
	e.Day, _ = state.ReadDay(f.day.Text)
	e.Reply, _ = state.ReadDay(f.reply.Text)
	e.Budget, e.Target = money(f.budget.Text, e.Budget), money(f.target.Text, e.Target)
	if e.Name == "" {
		f.s.host.Canvas().Focus(f.name)
		return
	}
	f.s.work.Save(e, func(err error) {
		if err == nil {
			closed()
		}
	})
}

func trimmed(e *widgets.Entry) string { return strings.TrimSpace(e.Text) }
