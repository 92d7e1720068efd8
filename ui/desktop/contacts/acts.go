package contacts

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// exportChoices offers the formats in which contacts leave the program.
func (s *Screen) exportChoices() []widgets.Choice {
	var out []widgets.Choice
	for _, f := range s.work.Formats() {
		out = append(out, widgets.Choice{Label: s.words.Text("contacts.export." + f.Name), Do: func() {
			s.host.SaveTo(s.words.Text("contacts.export.file")+f.Ending, func(path string) { s.work.Export(f, path, s.words) })
		}})
	}
	return out
}

// tag asks which tags to put on the selected contacts; a minus sign in front takes one off.
func (s *Screen) tag() {
	s.ask("contacts.tag", "contacts.tag.hint", func(text string) { s.work.Tag(text) })
}

// ask asks for a line of text.
func (s *Screen) ask(title, hint string, then func(text string)) {
	e := widgets.NewEntry("")
	var d *widgets.Dialog
	accept := func() {
		text := strings.TrimSpace(e.Text)
		d.Close()
		if text != "" {
			then(text)
		}
	}
	e.OnReturn = func(string) { accept() }
	body := widgets.Down(theme.SpaceS, widgets.NewWrapped(s.words.Text(hint), 380).In(theme.ColorMuted).Small(), e)
	d = widgets.NewDialog(s.host.Canvas(), s.words.Text(title), body,
		widgets.NewButton(s.words.Text("window.cancel"), "", func() { d.Close() }),
		widgets.NewButton(s.words.Text("window.ok"), "", accept).As(widgets.Primary))
	e.OnEscape = d.Close
	d.Show(fyne.NewSize(420, 0), e)
}

// dateField makes a field for a day in the user's language.
func (s *Screen) dateField() *widgets.DateField {
	words := widgets.CalendarWords{Today: s.words.Text("window.today"), Clear: s.words.Text("window.clear"),
		Month: func(year, month int) string { return s.words.Day(crm.Date(year*10000 + month*100)) }}
	for i := range words.Weekdays {
		words.Weekdays[i] = s.words.Text("window.weekday." + strconv.Itoa((i+1)%7))
	}
	return widgets.NewDateField(s.words.Text("contacts.form.date"), words, day(s.work.Today()),
		func(text string) (widgets.Day, bool) {
			d, ok := state.ReadDay(text)
			return day(d), ok
		},
		func(d widgets.Day) string { return crm.Date(d.Year*10000 + d.Month*100 + d.Day).String() })
}

func day(d crm.Date) widgets.Day { return widgets.Day{Year: d.Year(), Month: d.Month(), Day: d.Day()} }
