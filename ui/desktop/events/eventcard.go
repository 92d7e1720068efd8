package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// eventCard says everything about the chosen event: when and where, how the list stands, by which channels, why somebody is left out, and what can
// be printed.
type eventCard struct {
	s    *Screen
	body *fyne.Container
	all  fyne.CanvasObject
}

func newEventCard(s *Screen) *eventCard {
	c := &eventCard{s: s, body: widgets.Down(theme.SpaceM)}
	c.all = container.NewVScroll(widgets.Padded(theme.SpaceL, c.body))
	return c
}

func (c *eventCard) show() {
	e, ok := c.s.work.Chosen()
	if !ok {
		return
	}
	if c.s.work.Opened() && c.s.work.Guests.Event().ID == e.ID {
		e.Counts = c.s.work.Guests.Counts()
	}
	parts := []fyne.CanvasObject{c.head(&e.Event), c.facts(&e.Event), c.buttons()}
	for _, o := range []fyne.CanvasObject{c.standing(&e.Counts), c.leftOut(&e.Counts), c.printing()} {
		if o != nil {
			parts = append(parts, o)
		}
	}
	fill(c.body, parts...)
	c.all.Refresh()
}

func (c *eventCard) head(e *crm.Event) fyne.CanvasObject {
	box := widgets.Down(2, widgets.Title(e.Name).Cut())
	if e.Topic != "" {
		box.Add(widgets.NewWrapped(e.Topic, panelRoom).Small().In(theme.ColorMuted))
	}
	return box
}

func (c *eventCard) facts(e *crm.Event) fyne.CanvasObject {
	words, lines := c.s.words, widgets.Down(3)
	add := func(key, text string) {
		if text != "" {
			label := widgets.NewWrapped(words.Text("events.form."+key), cardLabel-theme.SpaceS).Small().In(theme.ColorMuted)
			lines.Add(widgets.Edges(nil, nil, widgets.Inset(2, theme.SpaceS, 0, 0, label), nil, widgets.NewWrapped(text, panelRoom-cardLabel)))
		}
	}
	add(state.EventDay, c.dayText(e.Day))
	add(state.EventTime, e.Time)
	add(state.EventPlace, e.Place)
	add(state.EventReply, c.dayText(e.Reply))
	add(state.EventBudget, c.s.money("events.amount", e.Budget))
	add(state.EventTarget, c.s.money("events.amount", e.Target))
	add(state.EventEligible, e.Eligible)
	add(state.EventNotes, e.Notes)
	return lines
}

// dayText is a day with the day of the week and how far it is.
func (c *eventCard) dayText(d crm.Date) string {
	if d.IsZero() {
		return ""
	}
	weekday := c.s.words.Catalog().Weekday(d.Year(), d.Month(), d.Day())
	return joined(c.s.words.Day(d), weekday, c.s.words.Ago(d))
}

func (c *eventCard) buttons() fyne.CanvasObject {
	text := c.s.words.Text
	row := widgets.Across(theme.SpaceS)
	if !c.s.work.Opened() {
		row.Add(widgets.NewButton(text("events.open"), "users", func() { c.s.open(c.s.work.ChosenRow()) }))
	}
	row.Add(widgets.NewButton(text("events.edit"), "pencil", c.s.edit))
	row.Add(widgets.NewButton(text("events.delete"), "trash-2", c.s.work.Delete).As(widgets.Danger))
	return row
}

// standing says how many persons come, and how many guests are on the list of each channel.
func (c *eventCard) standing(n *state.GuestCounts) fyne.CanvasObject {
	if n.Of[state.GuestsInvited] == 0 {
		return nil
	}
	words := c.s.words
	people := words.Text("events.people", "expected", words.Number(n.Expected), "present", words.Number(n.Present))
	box := widgets.Down(theme.SpaceS, widgets.Heading(words.Text("events.standing")), widgets.Small(people))
	chips := widgets.Flow(theme.SpaceXS + 2)
	for _, ch := range crm.Channels() {
		if count := n.Channels[ch]; count > 0 {
			b := widgets.NewButton(words.Channel(ch), "", func() { c.channel(ch) }).Compact().Hint(words.Number(count))
			b.Choose(c.s.work.Opened() && c.s.work.Guests.Channel() == ch)
			chips.Add(b)
		}
	}
	box.Add(chips)
	return box
}

// channel shows the guests of a channel; a second press shows all again.
func (c *eventCard) channel(ch crm.Channel) {
	if !c.s.work.Opened() {
		c.s.open(c.s.work.ChosenRow())
	}
	if c.s.work.Guests.Channel() == ch {
		ch = ""
	}
	c.s.work.Guests.SetChannelFilter(ch)
}

// leftOut says how many are on no list, by reason.
func (c *eventCard) leftOut(n *state.GuestCounts) fyne.CanvasObject {
	if n.Of[state.GuestsLeftOut] == 0 {
		return nil
	}
	words := c.s.words
	box := widgets.Down(3, widgets.Heading(words.Text("events.left-out-count", "count", n.Of[state.GuestsLeftOut])))
	for _, r := range reasons() {
		if count := n.Reasons[r]; count > 0 {
			line := widgets.NewWrapped(words.Text("events.reason-count", "reason", words.Text("reason."+string(r)), "count", count), panelRoom)
			line.OnTapped = c.showLeftOut
			box.Add(line)
		}
	}
	return box
}

func reasons() []crm.Reason {
	return []crm.Reason{crm.NotEligible, crm.NothingAllowed, crm.NotReachable, crm.InvitedLately, crm.ByHand}
}

func (c *eventCard) showLeftOut() {
	if !c.s.work.Opened() {
		c.s.open(c.s.work.ChosenRow())
	}
	c.s.work.Guests.SetFilter(state.GuestsLeftOut)
}

// printing offers what can be printed for the guests of the event that is open.
func (c *eventCard) printing() fyne.CanvasObject {
	guests := c.s.work.Guests
	if !c.s.work.Opened() || guests.All() == 0 {
		return nil
	}
	words := c.s.words
	chips := widgets.Flow(theme.SpaceXS + 2)
	for _, o := range guests.PrintOffers() {
		b := widgets.NewButton(words.Text("events.print.short."+string(o.Kind)), "", func() {
			c.s.host.PrintGuests(guests.Event().ID, o.Contacts, o.Kind)
		}).Compact().Hint(words.Number(o.Count))
		if o.Count == 0 {
			b.Disable()
		}
		chips.Add(b)
	}
	return widgets.Down(theme.SpaceS, widgets.Heading(words.Text("events.print")), chips)
}
