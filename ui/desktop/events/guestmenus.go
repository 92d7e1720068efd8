package events

import (
	"fyne.io/fyne/v2"

	"regulars/store/crm"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// menu is what can be done with the guest under the pointer.
func (p *guestPage) menu(_ int, at fyne.Position) {
	work, text := p.s.work.Guests, p.s.words.Text
	g, ok := work.Lead()
	if !ok {
		return
	}
	in := "events.check-in"
	if g.CheckedIn != "" {
		in = "events.check-out"
	}
	widgets.ShowMenu(p.table, at, []widgets.Choice{
		{Label: text("events.col.reply"), Sub: p.s.replyChoices(&g)},
		{Label: text("events.col.channel"), Sub: p.s.channelChoices(&g)},
		{Label: text(in), Do: work.ToggleCheckIn},
		{Label: text("events.set-table"), Do: p.s.guest.typeTable},
		{Label: text("events.show-contact"), Disabled: g.Contact.IsZero(), Do: p.s.showContact},
		{Rule: true},
		{Label: text("events.print"), Sub: p.s.printChoices()},
		{Rule: true},
		{Label: text("events.remove-count", "count", work.Chosen()), Do: work.Remove},
	})
}

func answers() []crm.Answer {
	return []crm.Answer{crm.Coming, crm.Declined, crm.Maybe, crm.NoAnswer}
}

func (s *Screen) replyChoices(g *state.GuestRow) []widgets.Choice {
	var out []widgets.Choice
	for _, a := range answers() {
		out = append(out, widgets.Choice{Label: s.words.Text(state.AnswerKey(a)), Chosen: g.Answer == a, Do: func() { s.work.Guests.Reply(a) }})
	}
	return out
}

func (s *Screen) channelChoices(g *state.GuestRow) []widgets.Choice {
	var out []widgets.Choice
	for _, c := range crm.Channels() {
		label := s.words.Channel(c)
		if !g.Contact.IsZero() && !g.Who.Reachable(c) {
			label = s.words.Text("events.unreachable", "channel", label)
		}
		out = append(out, widgets.Choice{Label: label, Chosen: g.Channel == c, Do: func() { s.work.Guests.SetChannel(c) }})
	}
	return append(out, widgets.Choice{Rule: true},
		widgets.Choice{Label: s.words.Text("channel.none"), Chosen: g.Channel == "", Do: func() { s.work.Guests.SetChannel("") }})
}

func (s *Screen) showContact() {
	if g, ok := s.work.Guests.Lead(); ok && !g.Contact.IsZero() {
		s.host.ShowContact(g.Contact)
	}
}
