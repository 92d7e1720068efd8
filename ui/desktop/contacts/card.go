package contacts

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// card shows everything known about the chosen contact.
type card struct {
	s      *Screen
	shown  bool
	body   *fyne.Container
	scroll *container.Scroll
	all    fyne.CanvasObject
}

const (
	cardRoom   = panelWidth - 2*theme.SpaceL
	labelWidth = 76
	valueWidth = cardRoom - labelWidth - theme.SpaceS
)

func newCard(s *Screen) *card {
	c := &card{s: s, body: widgets.Down(theme.SpaceM)}
	c.scroll = container.NewVScroll(widgets.Inset(theme.SpaceL, theme.SpaceL, theme.SpaceL, theme.SpaceL, c.body))
	c.all = c.scroll
	return c
}

// show draws the contact that the state holds.
func (c *card) show() {
	contact, ok := c.s.work.Card.Contact()
	if c.shown = ok; !ok {
		return
	}
	c.body.Objects = []fyne.CanvasObject{c.head(&contact)}
	for _, part := range []fyne.CanvasObject{c.chips(&contact), c.facts(&contact), c.buttons(&contact), c.people(), c.history()} {
		if part != nil {
			c.body.Add(part)
		}
	}
	c.body.Refresh()
	c.scroll.ScrollToTop()
}

func (c *card) head(contact *crm.Contact) fyne.CanvasObject {
	room := cardRoom - 52 - theme.SpaceM
	words := widgets.Down(0, widgets.Title(contact.Title()).Cut())
	if work := workOf(contact, c.s.words); work != "" {
		words.Add(widgets.NewWrapped(work, room).Small().In(theme.ColorMuted))
	}
	return widgets.Edges(nil, nil, widgets.Inset(0, theme.SpaceM, 0, 0, widgets.NewAvatar(initials(contact))), nil, words)
}

// initials are the family name of a person in Han characters, else the first letters of two words.
func initials(c *crm.Contact) string {
	if f := []rune(c.Name.Family); len(f) > 0 && len(f) <= 2 && f[0] > 0x2E80 {
		return string(f)
	}
	out, start := []rune{}, true
	for _, r := range c.Title() {
		if r > 0x2E80 && len(out) == 0 {
			return string(r)
		}
		if start && r != ' ' && len(out) < 2 {
			out = append(out, r)
		}
		start = r == ' '
	}
	return string(out)
}

// chips are the tags, and what the contact allows and refuses.
func (c *card) chips(contact *crm.Contact) fyne.CanvasObject {
	row := widgets.Flow(theme.SpaceXS + 2)
	for _, t := range contact.Tags {
		row.Add(widgets.NewChip(t, ToneOf(t)))
	}
	for _, k := range contact.Consents {
		tone, key := theme.Green, "contacts.allows"
		if !k.Allowed {
			tone, key = theme.Red, "contacts.refuses"
		}
		row.Add(widgets.NewChip(c.s.words.Text(key, "channel", c.s.words.Channel(k.Channel)), tone))
	}
	if len(row.Objects) == 0 {
		return nil
	}
	return row
}

func (c *card) facts(contact *crm.Contact) fyne.CanvasObject {
	lines := widgets.Down(3)
	for _, f := range c.s.work.Facts(contact, c.s.words) {
		lines.Add(c.fact(f))
	}
	if len(lines.Objects) == 0 {
		return nil
	}
	return lines
}

func (c *card) fact(f state.Fact) fyne.CanvasObject {
	value := widgets.NewWrapped(f.Text, valueWidth)
	if f.Address != "" {
		value.OnTapped = func() { c.s.host.Open(f.Address) }
	} else {
		value.OnTapped = func() { c.s.copy(f.Text) }
	}
	label := widgets.NewWrapped(c.s.words.Field(f.Field), labelWidth).Small().In(theme.ColorMuted)
	return widgets.Edges(nil, nil, widgets.Inset(2, theme.SpaceS, 0, 0, label), nil, value)
}

func (s *Screen) copy(text string) {
	s.host.Copy(text)
	s.work.Copied(text)
}

func (c *card) buttons(contact *crm.Contact) fyne.CanvasObject {
	text := c.s.words.Text
	more := widgets.NewButton("", "ellipsis", nil)
	more.OnTapped = func() { widgets.ShowMenuBelow(more, c.more()) }
	return widgets.Across(theme.SpaceS,
		widgets.NewButton(text("contacts.edit"), "pencil", c.s.Edit),
		widgets.NewButton(text("contacts.print"), "printer", func() { c.s.host.Print([]crm.ID{contact.ID}) }),
		widgets.NewButton(text("contacts.tag"), "tag", c.s.tag),
		more)
}

func (c *card) more() []widgets.Choice {
	text := c.s.words.Text
	return []widgets.Choice{
		{Label: text("contacts.verified"), Do: c.s.work.Verified},
		{Label: text("contacts.touched"), Do: c.s.work.Touched},
		{Label: text("contacts.export"), Sub: c.s.exportChoices()},
		{Label: text("window.menu.duplicates"), Do: c.s.host.ShowDuplicates},
		{Rule: true},
		{Label: text("contacts.delete"), Do: c.s.Delete},
	}
}

// people are those who work at the company that is shown.
func (c *card) people() fyne.CanvasObject {
	list := c.s.work.Card.People()
	if len(list) == 0 {
		return nil
	}
	box := widgets.Down(2, widgets.Heading(c.s.words.Text("contacts.people")))
	for i := range list {
		p := &list[i]
		line := widgets.NewWrapped(joined(" · ", p.Title(), p.Current().Title, phoneOf(p)), cardRoom)
		line.OnTapped = func() { c.s.work.Reveal(p.ID) }
		box.Add(line)
	}
	return box
}

// historyLines is how many lines of history the card shows.
const historyLines = 12

func (c *card) history() fyne.CanvasObject {
	list := c.s.work.Card.History()
	if len(list) == 0 {
		return nil
	}
	lines := widgets.Down(theme.SpaceS)
	for i, h := range list {
		if i == historyLines {
			lines.Add(widgets.Small(c.s.words.Text("contacts.history.more", "count", len(list)-historyLines)))
			break
		}
		lines.Add(c.happening(h))
	}
	rail := widgets.Edges(nil, nil, widgets.Inset(0, theme.SpaceM, 0, 0, widgets.Rule()), nil, lines)
	return widgets.Down(theme.SpaceS, widgets.Heading(c.s.words.Text("contacts.history")), rail)
}

func (c *card) happening(h state.Happening) fyne.CanvasObject {
	room := cardRoom - theme.SpaceL
	box := widgets.Down(0, widgets.NewWrapped(c.s.words.Say(h.What), room))
	for _, line := range c.s.work.Lines(h, c.s.words) {
		box.Add(widgets.NewWrapped(line, room).Small())
	}
	when := c.s.words.Day(h.Day)
	if h.Millis != 0 {
		when = c.s.words.Moment(time.UnixMilli(h.Millis).Local())
	}
	foot := widgets.Across(theme.SpaceS, widgets.Small(joined(" · ", when, h.Who)))
	if h.Undoes {
		undo := widgets.NewWrapped(c.s.words.Text("contacts.history.undo"), 60).Small().In(theme.ColorAccent)
		undo.OnTapped = func() { c.s.work.UndoStep(h.Step) }
		foot.Add(undo)
	}
	box.Add(foot)
	return box
}
