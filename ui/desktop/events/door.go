package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// doorPanel is the desk at the door.
type doorPanel struct {
	s        *Screen
	entry    *widgets.Entry
	figure   *widgets.Text
	caption  *widgets.Text
	last     *widgets.Text
	found    *fyne.Container
	arrivals *fyne.Container
	body     *fyne.Container
	all      fyne.CanvasObject
}

func newDoorPanel(s *Screen) *doorPanel {
	p := &doorPanel{s: s, figure: widgets.Figure(""), caption: widgets.Small("").Cut(), last: widgets.Strong("").In(theme.ColorAccentInk).Cut(),
		found: widgets.Down(2), arrivals: widgets.Down(2)}
	work := s.work.Door
	p.entry = widgets.NewEntry(s.words.Text("events.door.hint"))
	p.entry.Icon = theme.Icon("search", theme.ColorMuted)
	p.entry.SetText(work.Text())
	p.entry.OnChanged = work.Type
	p.entry.OnReturn = func(string) { work.Accept() }
	p.entry.OnEscape = p.escape
	p.entry.OnKey = p.key
	close := widgets.NewButton("", "x", s.toggleDoor).As(widgets.Bare)
	head := widgets.Edges(nil, nil, nil, close, widgets.Title(s.words.Text("events.door")))
	p.body = widgets.Down(theme.SpaceM, head, widgets.Across(theme.SpaceS, p.figure, widgets.Stretch(p.caption)), p.entry, p.last, p.found,
		widgets.Rule(), widgets.Heading(s.words.Text("events.door.arrivals")), p.arrivals)
	p.all = container.NewVScroll(widgets.Padded(theme.SpaceL, p.body))
	p.show()
	return p
}

// escape takes the text away; without one it closes the door.
func (p *doorPanel) escape() {
	if p.entry.Text == "" {
		p.s.toggleDoor()
		return
	}
	p.entry.SetText("")
}

// key moves among those who were found.
func (p *doorPanel) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyDown:
		p.s.work.Door.Move(1)
	case fyne.KeyUp:
		p.s.work.Door.Move(-1)
	default:
		return false
	}
	return true
}

func (p *doorPanel) show() {
	work, words := p.s.work.Door, p.s.words
	counts := p.s.work.Guests.Counts()
	p.figure.Set(words.Text("events.door.of", "there", words.Number(counts.Of[state.GuestsThere]), "all", words.Number(counts.Of[state.GuestsComing])))
	p.caption.Set(words.Text("events.door.persons", "present", words.Number(counts.Present), "expected", words.Number(counts.Expected)))
	if p.entry.Text != work.Text() {
		p.entry.SetText(work.Text())
	}
	p.last.Set(words.Say(work.Last()))
	p.last.Hidden = p.last.Value() == ""
	p.showFound()
	p.showArrivals()
	p.body.Refresh()
	p.all.Refresh()
}

func (p *doorPanel) showFound() {
	work := p.s.work.Door
	var out []fyne.CanvasObject
	for n, a := range work.Found() {
		out = append(out, p.line(a, n == work.At(), func() { work.Let(n); p.s.Focus() }))
	}
	fill(p.found, out...)
}

// line is somebody who was found: the name, and what the desk should know.
func (p *doorPanel) line(a state.Arrival, chosen bool, do func()) fyne.CanvasObject {
	text := p.s.words.Text
	title, facts, icon, ink := a.Title, a.Company, "circle", theme.ColorMuted
	switch {
	case a.Guest.IsZero() && a.Contact.IsZero():
		title, facts, icon = text("events.door.by-name", "name", a.Title), text("events.door.unknown"), "user-plus"
	case a.Guest.IsZero():
		facts, icon = joined(a.Company, text("events.door.not-listed")), "user-plus"
	case a.There != "":
		facts, icon, ink = joined(a.Company, text("events.arrived", "time", a.There)), "circle-check", theme.ColorAccent
	case a.LeftOut:
		facts = joined(a.Company, text("events.left-out"))
	}
	if a.Table != "" {
		facts = joined(facts, text("events.at-table", "table", a.Table))
	}
	if a.Party > 1 {
		facts = joined(facts, text("events.persons", "count", a.Party))
	}
	return newItem(icon, ink, title, facts, chosen, do)
}

func (p *doorPanel) showArrivals() {
	var out []fyne.CanvasObject
	for _, a := range p.s.work.Door.Arrivals() {
		back := widgets.NewButton("", "undo-2", func() { p.s.work.Door.TakeBack(a.Guest); p.s.Focus() }).As(widgets.Bare).Compact()
		out = append(out, widgets.Across(theme.SpaceS, widgets.Small(a.There), widgets.Stretch(widgets.Body(joined(a.Title, a.Company)).Cut()), back))
	}
	if len(out) == 0 {
		out = append(out, widgets.Small(p.s.words.Text("events.door.nobody")))
	}
	fill(p.arrivals, out...)
}

// item is a line of two texts that can be pressed.
type item struct {
	widget.BaseWidget
	tapped  func()
	surface *widgets.Surface
}

func newItem(icon string, ink fyne.ThemeColorName, title, facts string, chosen bool, tapped func()) *item {
	fill, border, name := theme.ColorPanel, theme.ColorFaintLine, theme.ColorText
	if chosen {
		fill, border, name = theme.ColorAccentSoft, theme.ColorAccent, theme.ColorAccentInk
	}
	words := widgets.Down(0, widgets.Strong(title).Cut().In(name))
	if facts != "" {
		words.Add(widgets.Small(facts).Cut())
	}
	row := widgets.Across(theme.SpaceM, widgets.NewIcon(icon, ink), widgets.Stretch(words))
	i := &item{tapped: tapped, surface: widgets.NewSurface(fill, border, theme.Radius, widgets.Inset(theme.SpaceXS+2, theme.SpaceM, theme.SpaceXS+2, theme.SpaceM, row))}
	i.ExtendBaseWidget(i)
	return i
}

// Tapped lets in.
func (i *item) Tapped(*fyne.PointEvent) { i.tapped() }

// Cursor shows that the line can be pressed.
func (i *item) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the line.
func (i *item) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(i.surface) }
