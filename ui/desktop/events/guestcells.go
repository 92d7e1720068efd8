package events

import (
	"strconv"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// Rows is how many guests are shown.
func (p *guestPage) Rows() int { return p.s.work.Guests.Len() }

// Selected reports whether a guest is selected.
func (p *guestPage) Selected(row int) bool { return p.s.work.Guests.Selected(row) }

// Cells shows one guest.
func (p *guestPage) Cells(row int, cells []widgets.Cell) {
	g, ok := p.s.work.Guests.Row(row)
	if !ok {
		return
	}
	cells[1] = widgets.Cell{Text: g.Title(), Bold: true}
	cells[2] = widgets.Cell{Text: g.Company()}
	cells[3] = widgets.Cell{Chips: []widgets.Tag{p.s.channelTag(g.Channel, g.Reason)}}
	cells[4] = p.s.reply(&g)
	cells[5] = widgets.Cell{Text: partyText(g.Party)}
	cells[6] = widgets.Cell{Text: dash(g.Table)}
	cells[7] = widgets.Cell{Text: p.s.words.Say(g.Why()), Small: true, Ink: theme.ColorMuted}
}

func partyText(n int) string {
	if n == 0 {
		return "–"
	}
	return strconv.Itoa(n)
}

// channelTag is the channel of a guest as a chip.
func (s *Screen) channelTag(c crm.Channel, why crm.Reason) widgets.Tag {
	switch {
	case c == "" && why == crm.WalkIn:
		return widgets.Tag{Word: s.words.Text("events.walk-in"), Tone: theme.Amber}
	case c == "":
		return widgets.Tag{Word: s.words.Text("events.left-out"), Tone: theme.Red}
	case c == crm.ByPost:
		return widgets.Tag{Word: s.words.Channel(c), Tone: theme.Neutral}
	case c == crm.ByEmail:
		return widgets.Tag{Word: s.words.Channel(c), Tone: theme.Blue}
	}
	return widgets.Tag{Word: s.words.Channel(c), Tone: theme.Teal}
}

// reply is the answer of a guest as a chip; once the guest has arrived, that is what matters. Who was not invited owes no answer.
func (s *Screen) reply(g *state.GuestRow) widgets.Cell {
	switch {
	case g.CheckedIn != "":
		return widgets.Cell{Chips: []widgets.Tag{{Word: s.words.Text("events.here"), Tone: theme.Teal}}}
	case g.Answer == crm.NoAnswer && state.GuestsLeftOut.Holds(&g.Guest):
		return widgets.Cell{Text: "–", Ink: theme.ColorMuted}
	}
	return widgets.Cell{Chips: []widgets.Tag{{Word: s.words.Text("events." + state.AnswerKey(g.Answer)), Tone: toneOf(g.Answer)}}}
}

func toneOf(a crm.Answer) theme.Tone {
	switch a {
	case crm.Coming:
		return theme.Green
	case crm.Declined:
		return theme.Red
	case crm.Maybe:
		return theme.Amber
	}
	return theme.Neutral
}
