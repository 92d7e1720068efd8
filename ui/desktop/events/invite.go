package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// invitePage prepares a round of invitations: at the side whom it is for and by which rule, on the page who would be invited by which channel
// and who would be left out, and why.
type invitePage struct {
	s        *Screen
	work     *state.Invite
	chips    *fyne.Container
	table    *widgets.Table
	empty    *fyne.Container
	query    *widgets.Entry
	found    *widgets.Text
	terms    *fyne.Container
	rule     *fyne.Container
	channels *fyne.Container
	spare    *widgets.Button
	send     *widgets.Button
	all      fyne.CanvasObject
	body     *fyne.Container
	side     fyne.CanvasObject
}

func newInvitePage(s *Screen, work *state.Invite) *invitePage {
	p := &invitePage{s: s, work: work, chips: widgets.Flow(theme.SpaceXS + 2), empty: container.NewStack(), found: widgets.Small("").Cut(),
		terms: widgets.Flow(theme.SpaceXS + 2), rule: widgets.Down(theme.SpaceXS), channels: widgets.Down(0)}
	text := s.words.Text
	p.table = widgets.NewTable([]widgets.Column{
		{ID: "name", Title: text("events.col.name"), Width: 120, MinWidth: 80, Grow: 2},
		{ID: "company", Title: text("events.col.company"), Width: 150, MinWidth: 80, Grow: 3},
		{ID: "channel", Title: text("events.col.channel"), Width: 104, MinWidth: 70},
		{ID: "why", Title: text("events.col.why"), Width: 190, MinWidth: 80, Grow: 3},
	}, p)
	back := widgets.NewButton("", "chevron-left", s.endInvite).As(widgets.Bare)
	title := widgets.Across(theme.SpaceS, back, widgets.Title(text("events.invite.title", "event", work.Event().Name)))
	head := widgets.Down(theme.SpaceM-2, title, widgets.Inset(0, 0, 0, theme.SpaceS, p.chips))
	p.all = widgets.Inset(theme.SpaceM, theme.SpaceM, theme.SpaceS, theme.SpaceM,
		widgets.Edges(widgets.Inset(0, 0, theme.SpaceXS, 0, head), nil, nil, nil, container.NewStack(p.table, p.empty)))
	p.side = p.settings()
	work.OnChanged = p.show
	p.show()
	return p
}

// settings is the side of the page.
func (p *invitePage) settings() fyne.CanvasObject {
	text := p.s.words.Text
	p.query = widgets.NewEntry("tag:VIP city:台北")
	p.query.SetText(p.work.Query())
	p.query.OnChanged = p.work.SetQuery
	p.query.OnEscape = p.s.endInvite
	p.query.OnReturn = func(string) { p.s.host.Canvas().Focus(p.send) }
	consent := widgets.NewTick(text("events.invite.consent"), p.work.NeedConsent(), p.work.SetNeedConsent)
	p.spare = widgets.NewButton("", "", nil).Menu()
	p.spare.OnTapped = func() { widgets.ShowMenuBelow(p.spare, p.spares()) }
	p.send = widgets.NewButton("", "user-plus", func() { p.work.Send(p.sent) }).As(widgets.Primary)
	part := func(key string, objects ...fyne.CanvasObject) fyne.CanvasObject {
		return widgets.Down(theme.SpaceXS+2, append([]fyne.CanvasObject{widgets.Strong(text(key))}, objects...)...)
	}
	p.body = widgets.Down(theme.SpaceM+2,
		part("events.invite.whom", p.query, p.found, p.terms),
		part("events.invite.rule", p.rule),
		part("events.invite.channels", widgets.NewWrapped(text("events.invite.channels.words"), panelRoom).Small().In(theme.ColorMuted), p.channels, consent),
		part("events.invite.spare", widgets.Across(0, p.spare, widgets.Spring())))
	foot := widgets.Down(theme.SpaceS, widgets.NewWrapped(text("events.invite.words"), panelRoom).Small().In(theme.ColorMuted),
		widgets.Across(theme.SpaceS, widgets.Spring(), widgets.NewButton(text("window.cancel"), "", p.s.endInvite), p.send))
	return widgets.Edges(nil, widgets.Down(0, widgets.Rule(), widgets.Padded(theme.SpaceL-4, foot)), nil, nil,
		container.NewVScroll(widgets.Padded(theme.SpaceL, p.body)))
}

// sent goes back to the guests, who are on the list now.
func (p *invitePage) sent() {
	if p.s.invite == p {
		p.s.endInvite()
	}
}

func (p *invitePage) show() {
	words := p.s.words
	if p.query.Text != p.work.Query() {
		p.query.SetText(p.work.Query())
	}
	p.found.In(theme.ColorMuted)
	p.found.Set(words.Text("events.invite.found", "count", p.work.Count(state.InviteAll)))
	if problem := words.Say(p.work.Problem()); problem != "" {
		p.found.In(theme.ColorWarn)
		p.found.Set(problem)
	}
	p.showChips()
	p.showTerms()
	p.showRule()
	p.showChannels()
	p.spare.SetLabel(p.spareText(p.work.Spare()))
	p.send.SetLabel(words.Text("events.invite.send", "count", p.work.Invited()))
	if p.work.Ready() {
		p.send.Enable()
	} else {
		p.send.Disable()
	}
	p.teach()
	p.body.Refresh()
	p.table.Reload()
}

func (p *invitePage) showChips() {
	var out []fyne.CanvasObject
	for _, f := range p.work.Filters() {
		b := widgets.NewButton(p.filterName(f), "", func() { p.work.SetFilter(f) }).Compact().Hint(p.s.words.Number(p.work.Count(f)))
		b.Choose(p.work.Filter() == f)
		out = append(out, b)
	}
	fill(p.chips, out...)
}

func (p *invitePage) filterName(f state.InviteFilter) string {
	switch f {
	case state.InviteAll:
		return p.s.words.Text("events.invite.all")
	case state.InviteLeftOut, state.InviteAlready:
		return p.s.words.Text("events.invite." + string(f))
	}
	return p.s.words.Channel(crm.Channel(f))
}

// showTerms puts the chips that write the query: people, tags, and the queries of earlier rounds.
func (p *invitePage) showTerms() {
	var out []fyne.CanvasObject
	for _, f := range p.work.Chips() {
		b := widgets.NewButton(p.s.words.Say(f.Name), "", func() { p.work.Press(f.Term) }).Compact()
		if f.Count >= 0 {
			b.Hint(p.s.words.Number(f.Count))
		}
		b.Choose(f.On)
		out = append(out, b)
	}
	if earlier := p.work.Earlier(); len(earlier) > 0 {
		b := widgets.NewButton(p.s.words.Text("events.invite.earlier"), "history", nil).Compact().Menu()
		b.OnTapped = func() { widgets.ShowMenuBelow(b, p.earlier(earlier)) }
		out = append(out, b)
	}
	fill(p.terms, out...)
}

func (p *invitePage) earlier(list []string) []widgets.Choice {
	var out []widgets.Choice
	for _, q := range list {
		out = append(out, widgets.Choice{Label: q, Chosen: q == p.work.Query(), Do: func() { p.work.SetQuery(q) }})
	}
	return out
}

// showRule shows the event's rule, which is part of the event and is changed there.
func (p *invitePage) showRule() {
	text, rule := p.s.words.Text, p.work.Event().Eligible
	label := rule
	if rule == "" {
		label = text("events.invite.no-rule")
	}
	change := widgets.NewButton(text("events.invite.change-rule"), "", p.s.edit).Compact()
	fill(p.rule, widgets.Across(theme.SpaceS, widgets.Stretch(widgets.Body(label).Cut()), change))
}

func (p *invitePage) showChannels() {
	var out []fyne.CanvasObject
	list := p.work.Channels()
	for n, c := range list {
		tick := widgets.NewTick(p.s.words.Channel(c.Channel), c.On, func(on bool) { p.work.UseChannel(n, on) })
		up := widgets.NewButton("", "chevron-up", func() { p.work.MoveChannel(n, -1) }).As(widgets.Bare).Compact()
		down := widgets.NewButton("", "chevron-down", func() { p.work.MoveChannel(n, 1) }).As(widgets.Bare).Compact()
		out = append(out, widgets.Across(0, widgets.Stretch(tick), up, down))
	}
	fill(p.channels, out...)
}

func (p *invitePage) spareText(days int) string {
	if days == 0 {
		return p.s.words.Text("events.invite.spare.none")
	}
	return p.s.words.Text("events.invite.spare.days", "days", days)
}

func (p *invitePage) spares() []widgets.Choice {
	var out []widgets.Choice
	for _, days := range p.work.Spares() {
		out = append(out, widgets.Choice{Label: p.spareText(days), Chosen: days == p.work.Spare(), Do: func() { p.work.SetSpare(days) }})
	}
	return out
}

func (p *invitePage) teach() {
	if p.work.Len() > 0 || p.work.Loading() {
		fill(p.empty)
		return
	}
	fill(p.empty, widgets.Teaching("search", p.s.words.Text("contacts.none.title"), p.s.words.Text("contacts.none.words")))
}

// Rows is how many contacts are shown.
func (p *invitePage) Rows() int { return p.work.Len() }

// Selected is never so: nothing is done with single rows.
func (p *invitePage) Selected(int) bool { return false }

// Cells shows what would become of one contact.
func (p *invitePage) Cells(row int, cells []widgets.Cell) {
	r, ok := p.work.Row(row)
	if !ok {
		return
	}
	words := p.s.words
	cells[0] = widgets.Cell{Text: r.Title, Bold: !r.Already}
	cells[1] = widgets.Cell{Text: r.Company}
	cells[2] = widgets.Cell{Chips: []widgets.Tag{p.s.channelTag(r.Channel, r.Reason)}}
	cells[3] = widgets.Cell{Text: words.Text("reason." + string(r.Reason)), Small: true, Ink: theme.ColorMuted}
	if r.Already {
		cells[3].Text = words.Text("events.invite.stays")
	}
}
