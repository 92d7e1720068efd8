package contacts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// form draws a state.ContactForm: its lines under the names of their groups, and the buttons below.
type form struct {
	s     *Screen
	work  *state.ContactForm
	lines *fyne.Container
	shown map[*state.Line]*widgets.Labelled
	typed map[*state.Line]*widgets.Entry // the first entry of each line
	first *widgets.Entry
	all   fyne.CanvasObject
}

// labelWidth is as wide as the widest label, so that none is cut off.
func (f *form) labelWidth() float32 {
	var labels []string
	for _, l := range f.work.Lines() {
		labels = append(labels, f.s.words.Field(l.Field.Key))
	}
	return min(widgets.LabelWidth(labels...), widestLabel)
}

// widestLabel leaves room for what is typed where a field of the user's own has a very long name.
const widestLabel = 140

func newForm(s *Screen, work *state.ContactForm) *form {
	f := &form{s: s, work: work, lines: widgets.Down(theme.SpaceXS + 2), shown: map[*state.Line]*widgets.Labelled{}, typed: map[*state.Line]*widgets.Entry{}}
	work.OnChanged = f.refresh
	f.build()
	f.all = f.layout()
	return f
}

func (f *form) layout() fyne.CanvasObject {
	text := f.s.words.Text
	title := text("contacts.form.edit", "name", f.work.Title())
	if f.work.Fresh() {
		title = text("contacts.form.new." + string(f.work.Kind()))
	}
	add := widgets.NewButton(text("contacts.form.add"), "plus", nil).As(widgets.Bare)
	add.OnTapped = func() { widgets.ShowMenuBelow(add, f.addChoices()) }
	foot := widgets.Across(theme.SpaceS, add, widgets.Spring(),
		widgets.NewButton(text("window.cancel"), "", f.s.closeForm),
		widgets.NewButton(text("window.save"), "", f.save).As(widgets.Primary))
	head := widgets.Down(theme.SpaceS, widgets.Title(title).Cut())
	if f.work.Fresh() {
		head.Add(f.kinds())
	}
	body := container.NewVScroll(widgets.Inset(0, theme.SpaceM, theme.SpaceM, 0, f.lines))
	return widgets.Inset(theme.SpaceL, theme.SpaceXS, theme.SpaceM, theme.SpaceL,
		widgets.Edges(widgets.Inset(0, 0, theme.SpaceM, 0, head), widgets.Inset(theme.SpaceM, theme.SpaceM, 0, 0, foot), nil, nil, body))
}

// kinds chooses whether the new contact is a person or a company.
func (f *form) kinds() fyne.CanvasObject {
	row := widgets.Across(theme.SpaceXS)
	for _, k := range []crm.Kind{crm.Person, crm.Company} {
		b := widgets.NewButton(f.s.words.Choice("kind", string(k)), "", func() { f.s.Add(k) }).Compact()
		b.Choose(k == f.work.Kind())
		row.Add(b)
	}
	return row
}

// build makes a control for each line, in groups.
func (f *form) build() {
	f.lines.RemoveAll()
	f.first = nil
	clear(f.shown)
	clear(f.typed)
	group, width := "", f.labelWidth()
	for _, l := range f.work.Lines() {
		if l.Field.Group != group {
			if group = l.Field.Group; len(f.lines.Objects) > 0 {
				f.lines.Add(widgets.Gap(theme.SpaceXS))
			}
			f.lines.Add(widgets.Small(f.s.words.Text("group." + group)).In(theme.ColorAccentInk))
		}
		labelled := widgets.NewLabelled(f.s.words.Field(l.Field.Key), width, f.control(l))
		f.shown[l] = labelled
		f.lines.Add(labelled)
	}
	f.lines.Refresh()
	f.notes()
}

// refresh shows the notes, and builds anew when lines have come or gone.
func (f *form) refresh() {
	if len(f.shown) != len(f.work.Lines()) {
		f.build()
	}
	f.notes()
}

func (f *form) notes() {
	for l, labelled := range f.shown {
		labelled.Note(f.s.words.Say(l.Note), l.Warning)
	}
}

// control makes what edits a line.
func (f *form) control(l *state.Line) fyne.CanvasObject {
	if len(l.Choices()) > 0 {
		return f.choice(l)
	}
	if words := l.Ticks(); len(words) > 0 {
		return f.ticks(l, words)
	}
	switch l.Field.Type {
	case crm.DateField:
		return f.date(l)
	case crm.AddressField:
		return f.address(l)
	case crm.NotesField:
		return f.entry(l, &l.Text, widgets.NewMultiLineEntry("", 4))
	}
	return f.entry(l, &l.Text, widgets.NewEntry(""))
}

// entry ties an entry to a text of a line.
func (f *form) entry(l *state.Line, text *string, e *widgets.Entry) *widgets.Entry {
	e.SetText(*text)
	e.OnChanged = func(s string) { *text = s }
	e.OnReturn = func(string) { f.save() }
	e.OnEscape = f.s.closeForm
	e.OnFocus = func(on bool) {
		if !on {
			f.work.Check(l)
		}
	}
	if f.first == nil {
		f.first = e
	}
	if f.typed[l] == nil {
		f.typed[l] = e
	}
	return e
}

func (f *form) address(l *state.Line) fyne.CanvasObject {
	text := f.s.words.Text
	lines := f.entry(l, &l.Text, widgets.NewMultiLineEntry(text("contacts.form.address"), 2))
	postal := f.entry(l, &l.Postal, widgets.NewEntry(text("contacts.form.postal")))
	country := f.entry(l, &l.Country, widgets.NewEntry(text("contacts.form.country")))
	return widgets.Down(theme.SpaceXS, container.NewGridWithColumns(2, postal, country), lines)
}

func (f *form) date(l *state.Line) fyne.CanvasObject {
	d := f.s.dateField()
	f.entry(l, &l.Text, d.Entry)
	d.OnPicked = func(text string) {
		l.Text = text
		f.work.Check(l)
	}
	return d
}

// ticks are buttons for the words that a line may have any number of.
func (f *form) ticks(l *state.Line, words []string) fyne.CanvasObject {
	row := widgets.Flow(theme.SpaceXS)
	for _, word := range words {
		b := widgets.NewButton(f.s.words.Tick(l, word), "", nil).Compact()
		b.OnTapped = func() {
			l.Tick(word)
			b.Choose(l.Ticked(word))
		}
		b.Choose(l.Ticked(word))
		row.Add(b)
	}
	return widgets.Inset(theme.SpaceXS, 0, theme.SpaceXS, 0, row)
}

// choice is a button that opens the values a field may have.
func (f *form) choice(l *state.Line) fyne.CanvasObject {
	b := widgets.NewButton("", "", nil).Menu()
	show := func() {
		b.SetLabel(f.s.words.Text("contacts.form.unknown"))
		if l.Text != "" {
			b.SetLabel(f.choiceName(l, l.Text))
		}
	}
	set := func(v string) func() { return func() { l.Text = v; show() } }
	b.OnTapped = func() {
		choices := []widgets.Choice{{Label: f.s.words.Text("contacts.form.unknown"), Chosen: l.Text == "", Do: set("")}}
		for _, v := range l.Choices() {
			choices = append(choices, widgets.Choice{Label: f.choiceName(l, v), Chosen: l.Text == v, Do: set(v)})
		}
		widgets.ShowMenuBelow(b, choices)
	}
	show()
	return widgets.Across(0, b, widgets.Spring())
}

func (f *form) choiceName(l *state.Line, v string) string {
	return f.s.words.Choice(l.Field.Key, v)
}

// addChoices offers the fields that are not shown yet, by group.
func (f *form) addChoices() []widgets.Choice {
	var out []widgets.Choice
	for _, field := range f.work.Addable() {
		name := f.s.words.Text("group." + field.Group)
		if len(out) == 0 || out[len(out)-1].Label != name {
			out = append(out, widgets.Choice{Label: name})
		}
		g := &out[len(out)-1]
		g.Sub = append(g.Sub, widgets.Choice{Label: f.s.words.Field(field.Key), Do: func() { f.add(field.Key) }})
	}
	return append(out, widgets.Choice{Rule: true}, widgets.Choice{Label: f.s.words.Text("contacts.form.custom"), Do: f.addCustom})
}

func (f *form) add(key string) {
	l, ok := f.work.AddLine(key)
	if !ok {
		return
	}
	if e := f.typed[l]; e != nil {
		f.s.host.Canvas().Focus(e)
	}
}

func (f *form) focusFirst() {
	if f.first != nil {
		f.s.host.Canvas().Focus(f.first)
	}
}

// addCustom asks for the name of a field of the user's own.
func (f *form) addCustom() {
	f.s.ask("contacts.form.custom", "contacts.form.custom.hint", func(name string) { f.add(crm.CustomPrefix + name) })
}

func (f *form) save() {
	f.work.Save(func(id crm.ID, err error) {
		if err == nil && f.s.form == f {
			f.s.saved(id)
		}
	})
}
