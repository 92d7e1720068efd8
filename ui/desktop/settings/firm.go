package settings

import (
	"fyne.io/fyne/v2"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// firm draws a state.FirmForm.
type firm struct {
	s       *Screen
	entries map[string]*widgets.Entry
	lines   map[string]*widgets.Labelled
	save    *widgets.Button
	discard *widgets.Button
	writing bool // we put texts into the entries, nobody types
	all     fyne.CanvasObject
}

func newFirm(s *Screen) *firm {
	f := &firm{s: s, entries: map[string]*widgets.Entry{}, lines: map[string]*widgets.Labelled{}}
	text := s.words.Text
	f.save = widgets.NewButton(text("window.save"), "", s.Save).As(widgets.Primary)
	f.discard = widgets.NewButton(text("settings.firm.discard"), "", f.reset)
	rows := widgets.Down(theme.SpaceXS + 2)
	for _, l := range s.work.Firm().Lines() {
		rows.Add(f.line(l))
	}
	rows.Add(widgets.Across(theme.SpaceS, widgets.Spring(), f.discard, f.save))
	f.all = s.card("settings.firm", rows)
	return f
}

// labelWidth is the width of the widest label of the form.
func (f *firm) labelWidth() float32 {
	var labels []string
	for _, l := range f.s.work.Firm().Lines() {
		labels = append(labels, f.s.words.Text("settings.firm."+l.Key))
	}
	return widgets.LabelWidth(labels...)
}

func (f *firm) line(l *state.FirmLine) fyne.CanvasObject {
	e := widgets.NewEntry(f.s.words.Text("settings.firm." + l.Key + ".hint"))
	e.SetText(l.Text)
	e.OnChanged = func(text string) {
		if !f.writing {
			l.Text = text
			f.buttons()
		}
	}
	e.OnFocus = func(here bool) {
		if !here {
			f.s.work.Firm().Check(l)
		}
	}
	e.OnReturn = func(string) { f.s.Save() }
	f.entries[l.Key] = e
	f.lines[l.Key] = widgets.NewLabelled(f.s.words.Text("settings.firm."+l.Key), f.labelWidth(), e)
	return f.lines[l.Key]
}

// show puts the lines of the state into the entries.
func (f *firm) show() {
	f.writing = true
	for _, l := range f.s.work.Firm().Lines() {
		if e := f.entries[l.Key]; e.Text != l.Text {
			e.SetText(l.Text)
		}
		f.lines[l.Key].Note(f.s.words.Say(l.Note), l.Warning)
	}
	f.writing = false
	f.buttons()
}

// buttons can be pressed while there is something to save.
func (f *firm) buttons() {
	for _, b := range []*widgets.Button{f.save, f.discard} {
		if f.s.Editing() {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

func (f *firm) reset() { f.s.work.Firm().Reset() }
