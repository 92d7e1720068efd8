package events

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// guestCard shows one guest and takes the reply. Its entries stay the same while guests change, so that nothing typed is lost when the list is
// read again.
type guestCard struct {
	s       *Screen
	shown   crm.ID
	title   *widgets.Text
	work    *widgets.Text
	chips   *fyne.Container
	answers map[crm.Answer]*widgets.Button
	party   *widgets.Entry
	seat    *widgets.Entry
	diet    *widgets.Entry
	notes   *widgets.Entry
	channel *widgets.Button
	arrived *widgets.Button
	reach   *fyne.Container
	contact *widgets.Button
	body    *fyne.Container
	all     fyne.CanvasObject
}

const cardLabel = 84

func newGuestCard(s *Screen) *guestCard {
	c := &guestCard{s: s, title: widgets.Title("").Cut(), work: widgets.Small("").Cut(), chips: widgets.Flow(theme.SpaceXS + 2),
		answers: map[crm.Answer]*widgets.Button{}, reach: widgets.Down(3)}
	guests := s.work.Guests
	c.party = c.entry("", func(t string) { c.setParty(t) })
	c.seat = c.entry("", guests.SetTable)
	c.diet = c.entry("", guests.SetDiet)
	c.notes = c.entry("", guests.SetNotes)
	c.channel = widgets.NewButton("", "", nil).Menu()
	c.channel.OnTapped = c.chooseChannel
	c.arrived = widgets.NewButton("", "user-check", guests.ToggleCheckIn)
	c.contact = widgets.NewButton(s.words.Text("events.show-contact"), "id-card", s.showContact)
	c.body = c.layout()
	c.all = container.NewVScroll(widgets.Padded(theme.SpaceL, c.body))
	return c
}

func (c *guestCard) layout() *fyne.Container {
	text := c.s.words.Text
	line := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewLabelled(text(key), cardLabel, o)
	}
	remove := widgets.NewButton(text("events.remove"), "x", c.s.work.Guests.Remove).As(widgets.Danger)
	return widgets.Down(theme.SpaceM,
		widgets.Down(0, c.title, c.work), c.chips, c.replies(),
		widgets.Down(theme.SpaceXS+2, line("events.col.party", c.party), line("events.col.table", c.seat), line("events.col.diet", c.diet),
			line("events.col.notes", c.notes), line("events.col.channel", widgets.Across(0, c.channel, widgets.Spring())),
			line("events.col.there", widgets.Across(0, c.arrived, widgets.Spring()))),
		widgets.Rule(), c.reach,
		widgets.Across(theme.SpaceS, c.contact, remove))
}

// replies are the four answers beside each other, with their keys.
func (c *guestCard) replies() fyne.CanvasObject {
	keys := map[crm.Answer]string{crm.Coming: "Y", crm.Declined: "N", crm.Maybe: "M", crm.NoAnswer: ""}
	row := widgets.Across(theme.SpaceXS + 1)
	for _, a := range answers() {
		b := widgets.NewButton(c.s.words.Text("events."+state.AnswerKey(a)), "", func() { c.s.work.Guests.Reply(a) }).Compact().Hint(keys[a])
		c.answers[a] = b
		row.Add(b)
	}
	return row
}

// entry makes an entry that hands on what was typed with Return and when the keyboard leaves it. Return goes back to the list.
func (c *guestCard) entry(hint string, set func(string)) *widgets.Entry {
	e := widgets.NewEntry(hint)
	e.OnReturn = func(text string) { set(text); c.s.Focus() }
	e.OnEscape = func() { c.shown = crm.ID{}; c.show(); c.s.Focus() }
	e.OnFocus = func(on bool) {
		if !on && c.isFor(c.shown) {
			set(e.Text)
		}
	}
	return e
}

// isFor reports whether the entries still belong to the guest who is chosen.
func (c *guestCard) isFor(id crm.ID) bool {
	g, ok := c.s.work.Guests.Lead()
	return ok && g.ID == id
}

func (c *guestCard) setParty(text string) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	g, ok := c.s.work.Guests.Lead()
	if err == nil && ok && n != g.Party {
		c.s.work.Guests.SetParty(n)
	}
}

// focusLater gives the keyboard to an entry once the key that asked for it has been delivered whole: its letter would else be typed into the entry.
func (s *Screen) focusLater(e *widgets.Entry) {
	e.Later(func() {
		s.host.Canvas().Focus(e)
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
	})
}

// typeTable puts the keyboard into the entry of the table.
func (c *guestCard) typeTable() {
	if _, ok := c.s.work.Guests.Lead(); !ok || c.s.door != nil || c.s.form != nil {
		return
	}
	c.s.focusLater(c.seat)
}

// show draws the guest chosen last.
func (c *guestCard) show() {
	g, ok := c.s.work.Guests.Lead()
	if !ok {
		c.shown = crm.ID{}
		return
	}
	text := c.s.words.Text
	c.title.Set(g.Title())
	c.work.Set(joined(g.Company(), g.Who.Current().Title))
	why := widgets.NewWrapped(c.s.words.Say(g.Why()), panelRoom-100).Small().In(theme.ColorMuted)
	tag := c.s.channelTag(g.Channel, g.Reason)
	fill(c.chips, widgets.NewChip(tag.Word, tag.Tone), why)
	for a, b := range c.answers {
		b.Choose(a == g.Answer)
	}
	c.channel.SetLabel(text("channel.none"))
	if g.Channel != "" {
		c.channel.SetLabel(c.s.words.Channel(g.Channel))
	}
	c.arrived.SetLabel(text("events.check-in"))
	if g.CheckedIn != "" {
		c.arrived.SetLabel(text("events.arrived", "time", state.ArrivedAt(&g.Guest)))
	}
	c.arrived.Choose(g.CheckedIn != "")
	c.showEntries(&g)
	c.showReach(&g)
	c.body.Refresh()
	c.all.Refresh()
}

// showEntries fills the entries; the one that somebody is typing into is left alone while the guest stays the same.
func (c *guestCard) showEntries(g *state.GuestRow) {
	party := ""
	if g.Party > 0 {
		party = strconv.Itoa(g.Party)
	}
	same, typing := c.shown == g.ID, c.s.host.Canvas().Focused()
	c.shown = g.ID
	for _, p := range []struct {
		entry *widgets.Entry
		text  string
	}{{c.party, party}, {c.seat, g.Table}, {c.diet, g.Diet}, {c.notes, g.Notes}} {
		if p.entry.Text != p.text && !(same && typing == p.entry) {
			p.entry.SetText(p.text)
		}
	}
}

// showReach says where the guest is reached.
func (c *guestCard) showReach(g *state.GuestRow) {
	var out []fyne.CanvasObject
	add := func(icon, text string) {
		if text != "" {
			mark := widgets.Inset(3, theme.SpaceS, 0, 0, widgets.Down(0, widgets.NewIcon(icon, theme.ColorMuted).Sized(14)))
			out = append(out, widgets.Edges(nil, nil, mark, nil, widgets.NewWrapped(text, panelRoom-14-theme.SpaceS)))
		}
	}
	phone, _ := g.Who.MainPhone()
	email, _ := g.Who.MainEmail()
	address, _ := g.Who.PostalAddress()
	add("phone", phone.Text)
	add("mail", email.Address)
	add("map-pin", strings.TrimSpace(address.Postal+" "+address.Text))
	if g.Wave > 0 {
		add("calendar", joined(c.s.words.Text("events.wave", "wave", g.Wave), c.s.words.Day(g.Invited)))
	}
	if len(out) == 0 {
		out = append(out, widgets.Small(c.s.words.Text("events.unknown")))
	}
	fill(c.reach, out...)
	c.contact.Hidden = g.Contact.IsZero()
}

func (c *guestCard) chooseChannel() {
	if g, ok := c.s.work.Guests.Lead(); ok {
		widgets.ShowMenuBelow(c.channel, c.s.channelChoices(&g))
	}
}
