package state

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

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
	d.OnChange(func(c actions.Change) {
		if !v.ended && len(c.Contacts)+len(c.Guests)+len(c.Events) > 0 {
			v.refreshEvent()
			v.ask()
		}
	})
	v.ask()
	return v
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

// rule is how the channels are chosen.
func (v *Invite) rule(lately map[crm.ID]bool) (crm.InviteRule, error) {
	r := crm.InviteRule{NeedConsent: v.consent, Channels: v.used()}
	eligible, err := search.Parse(v.event.Eligible, v.desk.Today())
	if err != nil {
		return r, err
	}
	if !eligible.Empty() {
		r.Eligible = eligible.Match
	}
	if len(lately) > 0 {
		r.Lately = func(id crm.ID) bool { return lately[id] }
	}
	return r, nil
}

func (v *Invite) used() []crm.Channel {
	var out []crm.Channel
	for _, c := range v.channels {
		if c.On {
			out = append(out, c.Channel)
		}
	}
	return out
}

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

// previewStep is after how many contacts a preview that nobody waits for any more notices that.
const previewStep = 512

// preview decides for everybody whom the query finds, just as the act will.
func (v *Invite) preview(ctx context.Context, query search.Query) ([]InviteRow, error) {
	ids, err := v.found(query)
	if err != nil {
		return nil, err
	}
	settled, err := v.settled()
	if err != nil {
		return nil, err
	}
	rule, err := v.ruleNow()
	if err != nil {
		return nil, err
	}
	rows := make([]InviteRow, 0, len(ids))
	for len(ids) > 0 && ctx.Err() == nil {
		n := min(previewStep, len(ids))
		list, err := v.book.ContactsByID(ids[:n])
		if err != nil {
			return nil, err
		}
		for i := range list {
			rows = append(rows, inviteRow(&list[i], rule, settled))
		}
		ids = ids[n:]
	}
	return rows, ctx.Err()
}

func inviteRow(c *crm.Contact, rule crm.InviteRule, settled map[crm.ID]crm.Guest) InviteRow {
	r := InviteRow{ID: c.ID, Title: c.Title()}
	if c.Kind == crm.Person {
		r.Company = c.CompanyName()
	}
	if g, ok := settled[c.ID]; ok {
		r.Channel, r.Reason, r.Already = g.Channel, g.Reason, true
		return r
	}
	r.Channel, r.Reason = rule.Invite(c)
	return r
}

func (v *Invite) found(query search.Query) ([]crm.ID, error) {
	index, err := v.book.Search()
	if err != nil {
		return nil, err
	}
	return index.Find(query, search.ByName, 0, -1).IDs, nil
}

func (v *Invite) ruleNow() (crm.InviteRule, error) {
	lately, err := v.lately()
	if err != nil {
		return crm.InviteRule{}, err
	}
	return v.rule(lately)
}

// settled are the guests whom a new round leaves alone: invited, answered, arrived or set by hand.
func (v *Invite) settled() (map[crm.ID]crm.Guest, error) {
	guests, err := v.book.Guests(v.event.ID)
	out := map[crm.ID]crm.Guest{}
	for _, g := range guests {
		if !g.Contact.IsZero() && (g.Kept || g.Channel != "" || g.Answer != crm.NoAnswer || g.CheckedIn != "") {
			out[g.Contact] = g
		}
	}
	return out, err
}

// lately are those who were invited to another event within the days to spare.
func (v *Invite) lately() (map[crm.ID]bool, error) {
	out := map[crm.ID]bool{}
	if v.spare == 0 {
		return out, nil
	}
	events, err := v.book.Events()
	if err != nil {
		return nil, err
	}
	for _, e := range events {
		if e.ID == v.event.ID {
			continue
		}
		guests, err := v.book.Guests(e.ID)
		if err != nil {
			return nil, err
		}
		for _, g := range guests {
			if days, ok := DaysBetween(g.Invited, v.desk.Today()); ok && days <= v.spare && g.Channel != "" {
				out[g.Contact] = true
			}
		}
	}
	return out, nil
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
	v.desk.offered = done.Step
	v.desk.notice(Notice{Message: Say("events.invite.done", "count", invited, "event", v.event.Name, "out", out, "same", done.Unchanged), Undo: true})
	if then != nil {
		then()
	}
}

// savedQueries is the preference that holds the queries used last, and mostSaved how many are kept.
const (
	savedQueries = "events.queries"
	mostSaved    = 4
	mostTags     = 5
)

// remember keeps the query as a chip for later rounds.
func (v *Invite) remember() {
	q := strings.TrimSpace(v.query)
	if q == "" || q == firstQuery {
		return
	}
	list := slices.DeleteFunc(v.saved(), func(s string) bool { return s == q })
	list = append([]string{q}, list...)
	if b, err := json.Marshal(list[:min(mostSaved, len(list))]); err == nil {
		v.prefs.SetString(savedQueries, string(b))
	}
}

// saved are the queries used last; a value that cannot be read was not written by us.
func (v *Invite) saved() []string {
	var list []string
	if json.Unmarshal([]byte(v.prefs.String(savedQueries)), &list) != nil {
		return nil
	}
	return list
}

// Chips are terms to put into the query by a press: people, the tags used most, and the whole queries of earlier rounds.
func (v *Invite) Chips() []Filter {
	now := terms(v.query)
	out := []Filter{{Name: Say("contacts.filter.person"), Term: firstQuery, Count: -1, On: slices.Contains(now, firstQuery)}}
	tags, err := v.book.Tags()
	if err != nil {
		tags = nil // the chips are a convenience; the query works without
	}
	slices.SortStableFunc(tags, func(a, b actions.TagCount) int { return b.Count - a.Count })
	for _, t := range tags[:min(mostTags, len(tags))] {
		term := "tag:" + quoted(t.Tag)
		out = append(out, Filter{Name: Say("contacts.filter.tag", "tag", t.Tag), Term: term, Count: t.Count, On: slices.Contains(now, term)})
	}
	return out
}

// Earlier are the whole queries of earlier rounds.
func (v *Invite) Earlier() []string { return v.saved() }

// Press puts a chip's term into the query, or takes it out.
func (v *Invite) Press(term string) {
	list := terms(v.query)
	if at := slices.Index(list, term); at >= 0 {
		list = slices.Delete(list, at, at+1)
	} else {
		list = append(list, term)
	}
	v.SetQuery(strings.Join(list, " "))
}
