package state

import (
	"context"
	"slices"

	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/search"
)

// InviteBook is what a round of invitations needs of the data file.
type InviteBook interface {
	Search() (*search.Index, error)
	ContactsByID(ids []crm.ID) ([]crm.Contact, error)
	Events() ([]crm.Event, error)
	Guests(event crm.ID) ([]crm.Guest, error)
	Tags() ([]actions.TagCount, error)
	Invite(event crm.ID, contacts []crm.ID, rule crm.InviteRule) (actions.Invited, error)
}

// InviteRow is what would become of one contact.
type InviteRow struct {
	ID      crm.ID
	Title   string
	Company string
	Channel crm.Channel
	Reason  crm.Reason
	Already bool // is on the list, or has answered, and stays as he is
}

// InviteFilter says which rows of the preview are shown: a channel, or one of the words below. Its name for people is the catalogue key
// "channel.<InviteFilter>" or "events.invite.<InviteFilter>".
type InviteFilter string

// The filters that are no channel.
const (
	InviteAll     InviteFilter = ""
	InviteLeftOut InviteFilter = "left-out"
	InviteAlready InviteFilter = "already"
)

// InviteChannel is a channel in the order in which the event uses them.
type InviteChannel struct {
	Channel crm.Channel
	On      bool
}

// Invite is a round of invitations while it is prepared: whom the query means, and for each of them the channel or the reason against it. Nothing is
// written before Send.
type Invite struct {
	// OnChanged is called when there is another preview.
	OnChanged func()

	desk     *Desk
	book     InviteBook
	prefs    Preferences
	event    crm.Event
	query    string
	channels []InviteChannel
	consent  bool
	spare    int
	rows     []InviteRow
	counts   map[InviteFilter]int
	filter   InviteFilter
	shown    []int
	problem  Message
	load     question
	sending  bool
	ended    bool
}

// firstQuery is whom a first round is for.
const firstQuery = "kind:person"

func newInvite(d *Desk, prefs Preferences, e crm.Event) *Invite {
	v := &Invite{OnChanged: func() {}, desk: d, book: d.book, prefs: prefs, event: e, query: firstQuery, counts: map[InviteFilter]int{}}
	for _, c := range crm.Channels() {
		v.channels = append(v.channels, InviteChannel{c, true})
	}
	v.ask()
	return v
}

// changed works the preview out again when the data have changed.
func (v *Invite) changed(c actions.Change) {
	if !v.ended && len(c.Contacts)+len(c.Guests)+len(c.Events) > 0 {
		v.refreshEvent()
		v.ask()
	}
}

// refreshEvent takes the event's rule anew, which the user may have changed meanwhile.
func (v *Invite) refreshEvent() {
	events, err := v.book.Events()
	if err != nil {
		return // the preview that follows says so
	}
	if at := slices.IndexFunc(events, func(e crm.Event) bool { return e.ID == v.event.ID }); at >= 0 {
		v.event = events[at]
	}
}

// End stops working on the preview.
func (v *Invite) End() {
	v.ended = true
	v.load.stop()
}

// Event is the event that is invited to.
func (v *Invite) Event() crm.Event { return v.event }

// Query is whom it is for.
func (v *Invite) Query() string { return v.query }

// SetQuery changes it.
func (v *Invite) SetQuery(q string) {
	if q != v.query {
		v.query = q
		v.ask()
	}
}

// Channels are the channels in their order.
func (v *Invite) Channels() []InviteChannel { return v.channels }

// UseChannel says whether the event uses a channel.
func (v *Invite) UseChannel(n int, on bool) {
	v.channels[n].On = on
	v.ask()
}

// MoveChannel moves a channel up (-1) or down (1) in the order.
func (v *Invite) MoveChannel(n, by int) {
	to := n + by
	if to < 0 || to >= len(v.channels) {
		return
	}
	v.channels[n], v.channels[to] = v.channels[to], v.channels[n]
	v.ask()
}

// NeedConsent reports whether a recorded yes is asked for.
func (v *Invite) NeedConsent() bool { return v.consent }

// SetNeedConsent changes that.
func (v *Invite) SetNeedConsent(on bool) {
	v.consent = on
	v.ask()
}

// Spare is within how many days nobody is invited a second time elsewhere; 0 = that does not matter.
func (v *Invite) Spare() int { return v.spare }

// SetSpare changes it.
func (v *Invite) SetSpare(days int) {
	v.spare = days
	v.ask()
}

// Spares are the numbers of days to choose from.
func (v *Invite) Spares() []int { return []int{0, 30, 90, 180, 365} }

// ask works the preview out anew.
func (v *Invite) ask() {
	query, err := search.Parse(v.query, v.desk.Today())
	if err == nil && len(v.used()) == 0 {
		v.fail(Say("events.invite.no-channel"))
		return
	}
	if err != nil {
		v.fail(Explain(err))
		return
	}
	job := *v // the answers as they are now
	job.channels = slices.Clone(v.channels)
	var rows []InviteRow
	v.load.ask(v.desk.run, func(ctx context.Context) { rows, err = job.preview(ctx, query) }, func() { v.take(rows, err) })
	v.OnChanged()
}

func (v *Invite) fail(m Message) {
	v.load.stop()
	v.problem, v.rows = m, nil
	v.count()
	v.OnChanged()
}

func (v *Invite) take(rows []InviteRow, err error) {
	if v.problem = Explain(err); err == nil {
		v.rows = rows
		v.count()
	}
	v.OnChanged()
}

// count makes the figures and the rows shown.
func (v *Invite) count() {
	v.counts, v.shown = map[InviteFilter]int{}, v.shown[:0]
	for i := range v.rows {
		of := v.rows[i].filter()
		v.counts[InviteAll]++
		v.counts[of]++
		if v.filter == InviteAll || v.filter == of {
			v.shown = append(v.shown, i)
		}
	}
}

func (r *InviteRow) filter() InviteFilter {
	switch {
	case r.Already:
		return InviteAlready
	case r.Channel == "":
		return InviteLeftOut
	}
	return InviteFilter(r.Channel)
}

// Filters lists the filters that have rows, with everybody first.
func (v *Invite) Filters() []InviteFilter {
	out := []InviteFilter{InviteAll}
	for _, c := range crm.Channels() {
		out = append(out, InviteFilter(c))
	}
	out = append(out, InviteLeftOut, InviteAlready)
	return slices.DeleteFunc(out, func(f InviteFilter) bool { return f != InviteAll && f != v.filter && v.counts[f] == 0 })
}

// Count is how many rows a filter has.
func (v *Invite) Count(f InviteFilter) int { return v.counts[f] }

// Filter is which rows are shown.
func (v *Invite) Filter() InviteFilter { return v.filter }

// SetFilter shows others.
func (v *Invite) SetFilter(f InviteFilter) {
	v.filter = f
	v.count()
	v.OnChanged()
}

// Invited is how many would be invited.
func (v *Invite) Invited() int {
	return v.counts[InviteAll] - v.counts[InviteLeftOut] - v.counts[InviteAlready]
}

// Len is how many rows are shown.
func (v *Invite) Len() int { return len(v.shown) }

// Row is one of them.
func (v *Invite) Row(n int) (InviteRow, bool) {
	if n < 0 || n >= len(v.shown) {
		return InviteRow{}, false
	}
	return v.rows[v.shown[n]], true
}

// Problem says what is wrong with the query, or why there is no preview.
func (v *Invite) Problem() Message { return v.problem }

// Loading reports whether the preview is being worked out.
func (v *Invite) Loading() bool { return v.load.open }

// Ready reports whether there is anything to write and nothing under way.
func (v *Invite) Ready() bool {
	return !v.sending && !v.load.open && v.problem.IsZero() && v.counts[InviteAll] > v.counts[InviteAlready]
}

// Send invites as one act and says the numbers; those left out are written too, with their reasons. then, which may be nil, is called when that
// went well.
func (v *Invite) Send(then func()) {
	if !v.Ready() {
		return
	}
	ids := make([]crm.ID, len(v.rows))
	for i := range v.rows {
		ids[i] = v.rows[i].ID
	}
	v.sending = true
	v.remember()
	v.End()
	job := *v
	var done actions.Invited
	v.desk.do(func(context.Context) error {
		rule, err := job.ruleNow()
		if err != nil {
			return err
		}
		done, err = job.book.Invite(job.event.ID, ids, rule)
		return err
	}, func(err error) { v.sent(done, err, then) })
}

func (v *Invite) sent(done actions.Invited, err error, then func()) {
	v.sending = false
	if err != nil {
		v.ended = false
		v.desk.Warn(err)
		v.OnChanged()
		return
	}
	invited, out := 0, 0
	for _, n := range done.Channels {
		invited += n
	}
	for _, n := range done.LeftOut {
		out += n
	}
	said := Say("events.invite.done", "count", invited, "event", v.event.Name)
	if out+done.Unchanged > 0 {
		said = Say("events.invite.done-with", "count", invited, "event", v.event.Name, "out", out, "same", done.Unchanged)
	}
	v.desk.offered = done.Step
	v.desk.notice(Notice{Message: said, Undo: true})
	if then != nil {
		then()
	}
}
