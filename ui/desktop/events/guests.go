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

// guestPage is the page of an event: its title, the figures, and the guests.
type guestPage struct {
	s       *Screen
	title   *widgets.Text
	facts   *widgets.Text
	find    *widgets.Entry
	chips   *fyne.Container
	problem *widgets.Text
	table   *widgets.Table
	empty   *fyne.Container
	keys    *widgets.Text
	head    *fyne.Container
	all     fyne.CanvasObject
}

const findWidth = 168

func newGuestPage(s *Screen) *guestPage {
	p := &guestPage{s: s, title: widgets.Title(""), facts: widgets.Small("").Cut(), chips: widgets.Flow(theme.SpaceXS),
		problem: widgets.Small("").In(theme.ColorWarn).Cut(), empty: container.NewStack(), keys: widgets.Small(s.words.Text("events.keys")).Cut()}
	p.table = p.newTable()
	p.find = widgets.NewEntry(s.words.Text("events.find"))
	p.find.OnChanged = s.work.Guests.Find
	p.find.OnReturn = func(string) { p.toTable() }
	p.find.OnEscape = func() { p.find.SetText(""); p.toTable() }
	p.find.OnKey = p.findKey
	back := widgets.NewButton("", "chevron-left", func() { s.leave() }).As(widgets.Bare)
	line := widgets.Across(theme.SpaceS, back, p.title, widgets.Stretch(p.facts), widgets.Sized(findWidth, theme.ControlHeight, p.find))
	p.head = widgets.Down(theme.SpaceM-2, line, widgets.Inset(0, 0, 0, theme.SpaceS, p.chips), p.problem)
	foot := widgets.Inset(theme.SpaceXS, 0, theme.SpaceS, theme.SpaceS, p.keys)
	p.all = widgets.Inset(theme.SpaceM, theme.SpaceM, 0, theme.SpaceM,
		widgets.Edges(widgets.Inset(0, 0, theme.SpaceXS, 0, p.head), foot, nil, nil, container.NewStack(p.table, p.empty)))
	return p
}

func (p *guestPage) findKey(k *fyne.KeyEvent) bool {
	if k.Name != fyne.KeyDown {
		return false
	}
	p.toTable()
	return true
}

// toTable gives the keyboard to the guests, at the first of them.
func (p *guestPage) toTable() {
	if p.s.work.Guests.Chosen() == 0 {
		p.s.work.Guests.Choose(0)
	}
	p.s.host.Canvas().Focus(p.table.Focusable())
}

func (p *guestPage) newTable() *widgets.Table {
	text, work := p.s.words.Text, p.s.work.Guests
	t := widgets.NewTable([]widgets.Column{
		{ID: "check", Width: 34, MinWidth: 34, Check: true},
		{ID: state.GuestName, Title: text("events.col.name"), Width: 96, MinWidth: 70, Grow: 2, Sortable: true},
		{ID: state.GuestCompany, Title: text("events.col.company"), Width: 130, MinWidth: 70, Grow: 3, Sortable: true},
		{ID: state.GuestChannel, Title: text("events.col.channel"), Width: 84, MinWidth: 70, Sortable: true},
		{ID: state.GuestReply, Title: text("events.col.reply"), Width: 90, MinWidth: 70, Sortable: true},
		{ID: state.GuestParty, Title: text("events.col.party"), Width: 54, MinWidth: 44, Sortable: true},
		{ID: state.GuestTable, Title: text("events.col.table"), Width: 54, MinWidth: 44, Sortable: true},
		{ID: state.GuestWhy, Title: text("events.col.why"), Width: 126, MinWidth: 60, Grow: 3, Sortable: true},
	}, p)
	t.OnSelect = p.choose
	t.OnSelectAll = work.ChooseAll
	t.OnSort = work.SortBy
	t.OnMenu = p.menu
	t.OnDelete = work.Remove
	t.OnOpen = func(int) { p.s.showContact() }
	t.OnLeave = p.key
	return t
}

func (p *guestPage) choose(row int, how widgets.Gesture) {
	switch how {
	case widgets.Toggle:
		p.s.work.Guests.Toggle(row)
	case widgets.Extend:
		p.s.work.Guests.Extend(row)
	default:
		p.s.work.Guests.Choose(row)
	}
}

// key takes replies by keyboard: a letter for the answer, digits for how many come.
func (p *guestPage) key(name fyne.KeyName) bool {
	work := p.s.work.Guests
	switch name {
	case fyne.KeyY:
		work.Reply(crm.Coming)
	case fyne.KeyN:
		work.Reply(crm.Declined)
	case fyne.KeyM:
		work.Reply(crm.Maybe)
	case fyne.KeyBackspace:
		work.Reply(crm.NoAnswer)
	case fyne.KeyC:
		work.ToggleCheckIn()
	case fyne.KeyT:
		p.s.guest.typeTable()
	case fyne.KeyF, fyne.KeySlash:
		p.s.focusLater(p.find)
	default:
		return p.digit(name)
	}
	return true
}

func (p *guestPage) digit(name fyne.KeyName) bool {
	n, err := strconv.Atoi(string(name))
	if err != nil || len(name) != 1 {
		return false
	}
	p.s.work.Guests.TypeParty(n)
	return true
}

func (p *guestPage) show() {
	work, words := p.s.work.Guests, p.s.words
	event := work.Event()
	p.title.Set(event.Name)
	p.facts.Set(joined(p.s.when(&event), event.Place, p.s.money("events.budget", event.Budget), p.s.money("events.target", event.Target)))
	p.problem.Set(words.Say(work.Problem()))
	p.problem.Hidden = p.problem.Value() == ""
	if p.find.Text != work.Finding() && p.s.host.Canvas().Focused() != p.find {
		p.find.SetText(work.Finding())
	}
	column, down := work.Sorted()
	p.table.SetSort(column, down)
	p.showChips()
	p.teach()
	p.keys.Hidden = work.Len() == 0
	p.head.Refresh()
	p.table.Reload()
}

// showChosen follows the guest that was chosen last.
func (p *guestPage) showChosen() {
	p.table.Reload()
	if row := p.s.work.Guests.LeadRow(); row >= 0 {
		p.table.SetCursor(row)
	}
}

// showChips puts a chip for each group of guests, with how many there are; a press shows them.
func (p *guestPage) showChips() {
	work := p.s.work.Guests
	var out []fyne.CanvasObject
	for _, f := range state.GuestFilters() {
		n := work.Counts().Of[f]
		if n == 0 && f != work.Filter() && f == state.GuestsMaybe {
			continue
		}
		b := widgets.NewButton(p.s.words.Text("events.filter."+string(f)), "", func() { work.SetFilter(f) }).Compact().Hint(p.s.words.Number(n))
		b.Choose(work.Filter() == f)
		out = append(out, b)
	}
	fill(p.chips, append(out, p.channels())...)
}

// channels is the button that shows the guests of one channel.
func (p *guestPage) channels() fyne.CanvasObject {
	work := p.s.work.Guests
	label := p.s.words.Text("events.channels")
	if work.Channel() != "" {
		label = p.s.words.Channel(work.Channel())
	}
	b := widgets.NewButton(label, "", nil).Compact().Menu()
	b.Choose(work.Channel() != "")
	b.OnTapped = func() { widgets.ShowMenuBelow(b, p.channelFilters()) }
	return b
}

func (p *guestPage) channelFilters() []widgets.Choice {
	work, words := p.s.work.Guests, p.s.words
	out := []widgets.Choice{{Label: words.Text("events.channels"), Chosen: work.Channel() == "", Do: func() { work.SetChannelFilter("") }}}
	for _, c := range crm.Channels() {
		if n := work.Counts().Channels[c]; n > 0 {
			out = append(out, widgets.Choice{Label: words.Text("events.channel-count", "channel", words.Channel(c), "count", n),
				Chosen: work.Channel() == c, Do: func() { work.SetChannelFilter(c) }})
		}
	}
	return out
}

// teach says where there are no guests how they come onto the list, or that the filter hides them.
func (p *guestPage) teach() {
	work, text := p.s.work.Guests, p.s.words.Text
	switch {
	case work.Len() > 0 || work.Loading():
		fill(p.empty)
	case work.All() == 0:
		fill(p.empty, widgets.Teaching("user-plus", text("events.nobody.title"), text("events.nobody.words"),
			widgets.NewButton(text("events.invite"), "user-plus", p.s.startInvite).As(widgets.Primary)))
	default:
		fill(p.empty, widgets.Teaching("users", text("events.none.title"), text("events.none.words"),
			widgets.NewButton(text("events.none.all"), "x", p.showAll)))
	}
}

func (p *guestPage) showAll() {
	work := p.s.work.Guests
	work.SetChannelFilter("")
	work.Find("")
	work.SetFilter(state.GuestsInvited)
}
