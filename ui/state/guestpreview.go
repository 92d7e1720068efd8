package state

import (
	"context"

	"regulars/store/crm"
	"regulars/store/search"
)

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
