package state

import (
	"context"

	"regulars/store/crm"
)

// GuestFilter says which guests of an event are shown. Its name for people is the catalogue key "events.filter.<GuestFilter>".
type GuestFilter string

// The filters. Whoever came without being invited counts as one of those on the list.
const (
	GuestsInvited  GuestFilter = "invited"  // on the list of a channel
	GuestsComing   GuestFilter = "coming"   // said yes
	GuestsDeclined GuestFilter = "declined" // said no
	GuestsMaybe    GuestFilter = "maybe"    // do not know yet
	GuestsOpen     GuestFilter = "open"     // have not answered and have not come either
	GuestsThere    GuestFilter = "there"    // have arrived
	GuestsLeftOut  GuestFilter = "left-out" // on no list, with the reason
)

// GuestFilters lists them in the order in which they are shown.
func GuestFilters() []GuestFilter {
	return []GuestFilter{GuestsInvited, GuestsComing, GuestsDeclined, GuestsMaybe, GuestsOpen, GuestsThere, GuestsLeftOut}
}

// Holds reports whether a guest is one of those meant.
func (f GuestFilter) Holds(g *crm.Guest) bool {
	listed := g.Channel != "" || g.Reason == crm.WalkIn
	switch f {
	case GuestsComing:
		return listed && g.Answer == crm.Coming
	case GuestsDeclined:
		return listed && g.Answer == crm.Declined
	case GuestsMaybe:
		return listed && g.Answer == crm.Maybe
	case GuestsOpen:
		return listed && g.Answer == crm.NoAnswer && g.CheckedIn == ""
	case GuestsThere:
		return g.CheckedIn != ""
	case GuestsLeftOut:
		return !listed
	}
	return listed
}

// GuestCounts are the figures of a guest list.
type GuestCounts struct {
	Of       map[GuestFilter]int
	Channels map[crm.Channel]int // those invited, by channel
	Reasons  map[crm.Reason]int  // those left out, by reason
	Expected int                 // persons who said yes, with those whom they bring
	Present  int                 // persons who have arrived, likewise
}

func countGuests(guests []crm.Guest) GuestCounts {
	c := GuestCounts{Of: map[GuestFilter]int{}, Channels: map[crm.Channel]int{}, Reasons: map[crm.Reason]int{}}
	for i := range guests {
		c.add(&guests[i])
	}
	return c
}

func (c *GuestCounts) add(g *crm.Guest) {
	for _, f := range GuestFilters() {
		if f.Holds(g) {
			c.Of[f]++
		}
	}
	switch {
	case GuestsLeftOut.Holds(g):
		c.Reasons[g.Reason]++
	case g.Channel != "":
		c.Channels[g.Channel]++
	}
	if GuestsComing.Holds(g) {
		c.Expected += max(g.Party, 1)
	}
	if GuestsThere.Holds(g) {
		c.Present += max(g.Party, 1)
	}
}

// GuestRow is a guest together with the contact behind it; Who is empty for somebody who came without being known, and where the contact is gone.
type GuestRow struct {
	crm.Guest
	Who crm.Contact
}

// Title is what the guest is called.
func (r *GuestRow) Title() string {
	if r.Name != "" {
		return r.Name
	}
	return r.Who.Title()
}

// Company is where the guest works.
func (r *GuestRow) Company() string {
	if r.Who.Kind == crm.Company {
		return ""
	}
	return r.Who.CompanyName()
}

// Why says for what reason the guest is on a list or left out, with what the reason is about.
func (r *GuestRow) Why() Message {
	if r.Reason == "" {
		return Message{}
	}
	reason := Say("reason." + string(r.Reason))
	if r.Detail == "" || r.Reason == crm.NothingAllowed || r.Reason == crm.NotReachable {
		return reason
	}
	return Say("print.reason.detail", "reason", reason, "detail", r.Detail)
}

// known is the part of the guest that people look for by: names, company, telephone. Its id is that of the guest.
func (r *GuestRow) known() crm.Contact {
	c := crm.Contact{ID: r.ID, Kind: crm.Person, Name: r.Who.Name, Positions: r.Who.Positions, Phones: r.Who.Phones}
	if r.Who.Kind == crm.Company {
		c.Kind = crm.Company
	}
	if r.Name != "" {
		c.Name = crm.Name{Full: r.Name, Alt: []string{r.Who.Title()}}
	}
	return c
}

// question is a question that is answered beside the screen and may be put anew before its answer is there; only the newest answer counts.
type question struct {
	asked  int
	open   bool
	cancel func()
}

// ask does work elsewhere and then, unless something else was asked in the meantime, hands over.
func (q *question) ask(run Runner, work func(ctx context.Context), then func()) {
	q.stop()
	q.asked++
	mine := q.asked
	q.open = true
	q.cancel = run.Go(work, func() {
		if mine == q.asked {
			q.open = false
			then()
		}
	})
}

// stop ends the question that is open; nobody wants its answer any more.
func (q *question) stop() {
	if q.open && q.cancel != nil {
		q.cancel()
	}
	q.asked++
	q.open = false
}
