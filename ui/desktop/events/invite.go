package events

import (
	"fyne.io/fyne/v2"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// invitation is the dialog in which a round of invitations is prepared: who, by which rule, and what would come of it, before anybody is invited.
type invitation struct {
	s       *Screen
	set     state.Invitation
	outlook *fyne.Container
	dialog  *widgets.Dialog
}

const inviteWidth = 560

// spare is within how many days somebody counts as invited lately.
const spare = 30

func (s *Screen) invite() {
	if _, ok := s.work.Event(); !ok {
		return
	}
	i := &invitation{s: s, outlook: widgets.Down(theme.SpaceXS)}
	text := s.words.Text
	query := widgets.NewEntry(text("events.invite.query"))
	query.OnChanged = func(q string) { i.set.Query = q; i.foresee() }
	body := widgets.Down(theme.SpaceM,
		widgets.NewWrapped(text("events.invite.words"), inviteWidth).In(theme.ColorMuted).Small(), query,
		widgets.NewTick(text("events.invite.consent"), false, func(on bool) { i.set.NeedConsent = on; i.foresee() }),
		widgets.NewTick(text("events.invite.spare", "days", spare), false, func(on bool) { i.spare(on) }),
		widgets.NewSurface(theme.ColorSunken, theme.ColorFaintLine, theme.Radius, widgets.Padded(theme.SpaceM, widgets.Sized(inviteWidth-2*theme.SpaceM, 170, i.outlook))))
	send := widgets.NewButton(text("events.invite.do"), "user-plus", i.accept).As(widgets.Primary)
	i.dialog = widgets.NewDialog(s.host.Canvas(), text("events.invite.title"), body, s.cancel(func() { i.dialog.Close() }), send)
	query.OnReturn = func(string) { i.accept() }
	query.OnEscape = i.dialog.Close
	i.dialog.Show(fyne.NewSize(inviteWidth+2*theme.SpaceL, 0), query)
	i.foresee()
}

func (i *invitation) spare(on bool) {
	i.set.SpareDays = 0
	if on {
		i.set.SpareDays = spare
	}
	i.foresee()
}

func (i *invitation) accept() {
	i.dialog.Close()
	i.s.work.Invite(i.set)
}

// foresee shows what the round would do.
func (i *invitation) foresee() {
	asked := i.set
	i.s.work.Foresee(asked, func(o state.Outlook, problem state.Message) {
		if asked.Query == i.set.Query {
			i.show(o, problem)
		}
	})
}

func (i *invitation) show(o state.Outlook, problem state.Message) {
	words := i.s.words
	i.outlook.RemoveAll()
	if p := words.Say(problem); p != "" {
		i.outlook.Add(widgets.NewWrapped(p, inviteWidth-3*theme.SpaceL).In(theme.ColorWarn))
		i.outlook.Refresh()
		return
	}
	i.outlook.Add(widgets.Strong(words.Text("events.invite.found", "count", o.Found)))
	invited := widgets.Flow(theme.SpaceS)
	for _, ch := range crm.Channels() {
		if n := o.Channels[ch]; n > 0 {
			invited.Add(widgets.NewChip(words.Channel(ch)+" "+words.Number(n), theme.Green))
		}
	}
	i.outlook.Add(invited)
	for _, r := range []crm.Reason{crm.NotEligible, crm.NothingAllowed, crm.NotReachable, crm.InvitedLately} {
		if n := o.LeftOut[r]; n > 0 {
			i.outlook.Add(widgets.Small(words.Text("events.invite.left-out", "count", n, "reason", words.Reason(r))))
		}
	}
	i.outlook.Refresh()
}
