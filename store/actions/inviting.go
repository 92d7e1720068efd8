package actions

import (
	"strings"

	"regulars/store/crm"
)

// Invite decides for each contact by the rule and writes one guest each: on the list of a channel, or left out with the reason. Those invited form
// a new wave. Who is on a channel's list already, has answered, came, or was set by hand stays as he is; who was left out is decided anew.
func (b *Book) Invite(event crm.ID, contacts []crm.ID, rule crm.InviteRule) (Invited, error) {
	out := Invited{Channels: map[crm.Channel]int{}, LeftOut: map[crm.Reason]int{}}
	step, err := b.act("event.invite", func(w *writer) error {
		r, err := w.newRound(event, rule)
		if err != nil {
			return err
		}
		list, err := w.contacts(contacts)
		if err != nil {
			return err
		}
		w.note("event", r.event.Name)
		for i := range list {
			if err := r.invite(&list[i], &out); err != nil {
				return err
			}
		}
		for _, n := range out.Channels {
			w.Act().Count += n
		}
		return nil
	})
	out.Step = step
	return out, err
}

// round is one round of invitations to an event.
type round struct {
	w     *writer
	event crm.Event
	rule  crm.InviteRule
	there map[crm.ID]crm.Guest // by contact
	wave  int
}

func (w *writer) newRound(event crm.ID, rule crm.InviteRule) (*round, error) {
	e, err := w.t.events.Get(w.Tx, event)
	if err != nil {
		return nil, err
	}
	guests, err := w.guestsAt(event)
	if err != nil {
		return nil, err
	}
	r := &round{w: w, event: e, rule: rule, there: map[crm.ID]crm.Guest{}, wave: 1}
	for _, g := range guests {
		r.there[g.Contact] = g
		r.wave = max(r.wave, g.Wave+1)
	}
	return r, nil
}

func (w *writer) guestsAt(event crm.ID) ([]crm.Guest, error) {
	ids, err := w.t.guests.Find(w.Tx, indexEvent, event[:], 0)
	if err != nil {
		return nil, err
	}
	return getAll(w.Tx, w.t.guests, ids)
}

func (r *round) invite(c *crm.Contact, out *Invited) error {
	g, known := r.there[c.ID]
	if known && (g.Kept || guestWeight(&g) > 0) {
		out.Unchanged++
		return nil
	}
	if !known {
		g = crm.Guest{ID: r.w.NewID(), Event: r.event.ID, Contact: c.ID}
	}
	g.Channel, g.Reason = r.rule.Invite(c)
	g.Detail = r.detail(c, g.Reason)
	if g.Channel == "" {
		out.LeftOut[g.Reason]++
	} else {
		out.Channels[g.Channel]++
		g.Wave, g.Invited = r.wave, r.w.b.Today()
	}
	return r.w.t.guests.Put(r.w.Tx, g.ID, &g)
}

// detail says what the reason is about: the event's rule, the channels that were refused, or those that are allowed and lack an address.
func (r *round) detail(c *crm.Contact, reason crm.Reason) string {
	switch reason {
	case crm.NotEligible:
		return r.event.Eligible
	case crm.NothingAllowed:
		return r.channels(func(ch crm.Channel) bool { return true })
	case crm.NotReachable:
		return r.channels(func(ch crm.Channel) bool {
			consent, known := c.ConsentFor(ch)
			return known && consent.Allowed || !known && !r.rule.NeedConsent
		})
	}
	return ""
}

func (r *round) channels(keep func(crm.Channel) bool) string {
	all := r.rule.Channels
	if len(all) == 0 {
		all = crm.Channels()
	}
	var words []string
	for _, ch := range all {
		if keep(ch) {
			words = append(words, string(ch))
		}
	}
	return strings.Join(words, ",")
}
