package events

import (
	"strconv"

	"fyne.io/fyne/v2"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// The columns of the guest list.
const (
	colCheck   = "check"
	colName    = "name"
	colCompany = "company"
	colChannel = "channel"
	colReply   = "reply"
	colParty   = "party"
	colTable   = "table"
	colCame    = "came"
	colReason  = "reason"
)

func (s *Screen) newTable() *widgets.Table {
	text := s.words.Text
	t := widgets.NewTable([]widgets.Column{
		{ID: colCheck, Width: 34, MinWidth: 34, Check: true},
		{ID: colName, Title: text("events.col.name"), Width: 118, MinWidth: 80, Grow: 1},
		{ID: colCompany, Title: text("events.col.company"), Width: 150, MinWidth: 80, Grow: 2},
		{ID: colChannel, Title: text("events.col.channel"), Width: 124, MinWidth: 90},
		{ID: colReply, Title: text("events.col.reply"), Width: 124, MinWidth: 90},
		{ID: colParty, Title: text("events.col.party"), Width: 52, MinWidth: 40, Right: true},
		{ID: colTable, Title: text("events.col.table"), Width: 52, MinWidth: 40},
		{ID: colCame, Title: text("events.col.came"), Width: 70, MinWidth: 50},
		{ID: colReason, Title: text("events.col.reason"), Width: 170, MinWidth: 60, Grow: 1},
	}, guests{s})
	t.OnSelect = s.choose
	t.OnSelectAll = s.work.PickAll
	t.OnPress = s.press
	t.OnOpen = s.replyNext
	t.OnMenu = func(row int, at fyne.Position) { s.menu(row, at) }
	t.OnDelete = s.work.Remove
	return t
}

func (s *Screen) choose(row int, how widgets.Gesture) {
	switch how {
	case widgets.Toggle:
		s.work.Toggle(row)
	case widgets.Extend:
		s.work.Extend(row)
	default:
		s.work.Pick(row)
	}
}

// guests gives the table its rows.
type guests struct{ s *Screen }

// Rows is how many guests are shown.
func (g guests) Rows() int { return g.s.work.Rows() }

// Selected reports whether a guest is selected.
func (g guests) Selected(row int) bool { return g.s.work.Selected(row) }

// Cells shows one guest.
func (g guests) Cells(row int, cells []widgets.Cell) {
	guest, contact, ok := g.s.work.Row(row)
	if !ok {
		return
	}
	words := g.s.words
	cells[1] = widgets.Cell{Text: state.GuestName(guest, contact), Bold: true}
	cells[2] = widgets.Cell{Text: contact.CompanyName()}
	cells[3] = widgets.Cell{Text: channelName(guest, words), Menu: true}
	cells[4] = replyCell(guest, words)
	cells[5] = widgets.Cell{Text: party(guest)}
	cells[6] = widgets.Cell{Text: dash(guest.Table)}
	cells[7] = widgets.Cell{Text: dash(state.CheckedAt(guest))}
	cells[8] = widgets.Cell{Text: words.Reason(guest.Reason), Ink: theme.ColorMuted, Small: true}
}

func channelName(g crm.Guest, words *state.Words) string {
	if g.Channel == "" {
		return words.Text("channel.none")
	}
	return words.Channel(g.Channel)
}

func replyCell(g crm.Guest, words *state.Words) widgets.Cell {
	tone := theme.Neutral
	switch g.Answer {
	case crm.Coming:
		tone = theme.Green
	case crm.Declined:
		tone = theme.Red
	case crm.Maybe:
		tone = theme.Amber
	}
	return widgets.Cell{Chips: []widgets.Tag{{Word: words.Answer(g.Answer, false), Tone: tone}}, Menu: true}
}

func party(g crm.Guest) string {
	if g.Party == 0 {
		return "–"
	}
	return strconv.Itoa(g.Party)
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// press opens the choices of the cell that was pressed.
func (s *Screen) press(row int, column string, at fyne.Position) {
	g, _, ok := s.work.Row(row)
	if !ok {
		return
	}
	if column == colChannel {
		widgets.ShowMenu(s.table, at, s.channelChoices(g))
		return
	}
	widgets.ShowMenu(s.table, at, s.replyChoices(g))
}

func (s *Screen) channelChoices(g crm.Guest) []widgets.Choice {
	var out []widgets.Choice
	for _, ch := range crm.Channels() {
		out = append(out, widgets.Choice{Label: s.words.Channel(ch), Chosen: g.Channel == ch, Do: func() { s.work.SetChannel(g.ID, ch) }})
	}
	return append(out, widgets.Choice{Rule: true},
		widgets.Choice{Label: s.words.Text("channel.none"), Chosen: g.Channel == "", Do: func() { s.work.SetChannel(g.ID, "") }})
}

// mostParty is how many companions the menu offers; more are typed by the command line or the card.
const mostParty = 6

func (s *Screen) replyChoices(g crm.Guest) []widgets.Choice {
	coming := widgets.Choice{Label: s.words.Answer(crm.Coming, false)}
	for n := 1; n <= mostParty; n++ {
		coming.Sub = append(coming.Sub, widgets.Choice{Label: s.words.Text("events.party", "count", n), Chosen: g.Answer == crm.Coming && g.Party == n,
			Do: func() { s.work.Reply(g.ID, crm.Coming, n) }})
	}
	out := []widgets.Choice{coming}
	for _, a := range []crm.Answer{crm.Declined, crm.Maybe, crm.NoAnswer} {
		out = append(out, widgets.Choice{Label: s.words.Answer(a, false), Chosen: g.Answer == a, Do: func() { s.work.Reply(g.ID, a, 0) }})
	}
	return out
}

// replyNext turns a guest from no answer to coming by a double click or Return; further answers are in the menu.
func (s *Screen) replyNext(row int) {
	g, _, ok := s.work.Row(row)
	if !ok {
		return
	}
	if g.Answer == crm.Coming {
		s.work.CheckIn(g.ID, g.CheckedIn == "")
		return
	}
	s.work.Reply(g.ID, crm.Coming, max(g.Party, 1))
}

func (s *Screen) menu(row int, at fyne.Position) {
	g, _, ok := s.work.Row(row)
	if !ok {
		return
	}
	text := s.words.Text
	checkIn := "events.check-in"
	if g.CheckedIn != "" {
		checkIn = "events.check-out"
	}
	widgets.ShowMenu(s.table, at, []widgets.Choice{
		{Label: text(checkIn), Do: func() { s.work.CheckIn(g.ID, g.CheckedIn == "") }},
		{Label: text("events.col.reply"), Sub: s.replyChoices(g)},
		{Label: text("events.col.channel"), Sub: s.channelChoices(g)},
		{Label: text("events.set-table"), Do: func() { s.ask("events.set-table", g.Table, func(t string) { s.work.SetTable(g.ID, t) }) }},
		{Rule: true},
		{Label: text("events.print"), Sub: s.printChoices()},
		{Label: text("events.remove"), Do: s.work.Remove},
	})
}
