package crm

// Event is an occasion that guests are invited to.
type Event struct {
	ID       ID     `cbor:"1,keyasint" json:"id"`
	Name     string `cbor:"2,keyasint,omitempty" json:"name"`
	Day      Date   `cbor:"3,keyasint,omitempty" json:"day,omitempty"`
	Time     string `cbor:"4,keyasint,omitempty" json:"time,omitempty"` // "18:30", local to the place
	Place    string `cbor:"5,keyasint,omitempty" json:"place,omitempty"`
	Topic    string `cbor:"6,keyasint,omitempty" json:"topic,omitempty"`
	Budget   Money  `cbor:"7,keyasint,omitempty" json:"budget,omitzero"`
	Target   Money  `cbor:"8,keyasint,omitempty" json:"target,omitzero"` // revenue it is meant to bring
	Notes    string `cbor:"9,keyasint,omitempty" json:"notes,omitempty"`
	Eligible string `cbor:"10,keyasint,omitempty" json:"eligible,omitempty"` // rule in the query language; who does not meet it is not invited
	Reply    Date   `cbor:"11,keyasint,omitempty" json:"reply_by,omitempty"`
}

// Guest is one contact's place on the list of an event, invited or left out with a reason. A walk-in guest may have no contact but a name.
type Guest struct {
	ID        ID      `cbor:"1,keyasint" json:"id"`
	Event     ID      `cbor:"2,keyasint" json:"event"`
	Contact   ID      `cbor:"3,keyasint,omitzero" json:"contact,omitempty"`
	Name      string  `cbor:"4,keyasint,omitempty" json:"name,omitempty"` // of a walk-in
	Channel   Channel `cbor:"5,keyasint,omitempty" json:"channel"`        // "" = left out
	Reason    Reason  `cbor:"6,keyasint,omitempty" json:"reason"`
	Detail    string  `cbor:"7,keyasint,omitempty" json:"detail,omitempty"` // what the reason is about: the rule, the refused channels
	Wave      int     `cbor:"8,keyasint,omitempty" json:"wave,omitempty"`   // 1, 2, … ; the n-th round of invitations
	Invited   Date    `cbor:"9,keyasint,omitempty" json:"invited,omitempty"`
	Answer    Answer  `cbor:"10,keyasint,omitempty" json:"reply"`
	Party     int     `cbor:"11,keyasint,omitempty" json:"party,omitempty"` // how many come, the guest included
	Table     string  `cbor:"12,keyasint,omitempty" json:"table,omitempty"`
	Diet      string  `cbor:"13,keyasint,omitempty" json:"diet,omitempty"`
	CheckedIn string  `cbor:"14,keyasint,omitempty" json:"checked_in,omitempty"` // RFC 3339 with the offset of the place; "" = not there
	Notes     string  `cbor:"15,keyasint,omitempty" json:"notes,omitempty"`
	Kept      bool    `cbor:"16,keyasint,omitempty" json:"kept,omitempty"` // channel set by hand: a new round leaves it alone
}

// Answer is what a guest replied.
type Answer string

// The answers.
const (
	NoAnswer Answer = ""
	Coming   Answer = "yes"
	Declined Answer = "no"
	Maybe    Answer = "maybe"
)

// Reason says why a guest is on a channel's list or left out. Its text for people is the catalogue key "reason.<Reason>".
type Reason string

// The reasons of an invitation.
const (
	ByPreference   Reason = "preferred"        // the channel they like best
	ByNext         Reason = "next-allowed"     // the first other channel that is allowed and reachable
	ByHand         Reason = "by-hand"          // somebody chose it
	NotEligible    Reason = "not-eligible"     // does not meet the event's rule
	NothingAllowed Reason = "nothing-allowed"  // refused every channel
	NotReachable   Reason = "not-reachable"    // an allowed channel lacks address, number or id, and so do all others
	InvitedLately  Reason = "invited-recently" // was asked to another event a short time ago
	WalkIn         Reason = "walk-in"          // came without being invited
)

// InviteRule is how an event chooses channels.
type InviteRule struct {
	// Channels that this event uses, in the order in which one falls to the next; empty = all of Channels().
	Channels []Channel
	// NeedConsent asks for a recorded yes on a channel; without it only a recorded no closes the channel.
	NeedConsent bool
	// Eligible reports whether the contact meets the event's rule; nil = everyone does.
	Eligible func(*Contact) bool
	// Lately reports whether the contact was invited elsewhere a short time ago; nil = nobody was.
	Lately func(ID) bool
}

// Invite decides for one contact, in the order eligible, consent, reachable, preferred channel, else the next allowed one. The answer is
// either one channel or none, with the reason, so that every contact is in exactly one list.
func (r InviteRule) Invite(c *Contact) (Channel, Reason) {
	if r.Eligible != nil && !r.Eligible(c) {
		return "", NotEligible
	}
	if r.Lately != nil && r.Lately(c.ID) {
		return "", InvitedLately
	}
	allowed := r.allowed(c)
	if len(allowed) == 0 {
		return "", NothingAllowed
	}
	for _, ch := range allowed {
		if ch == c.Preferred.Channel && c.Reachable(ch) {
			return ch, ByPreference
		}
	}
	for _, ch := range allowed {
		if c.Reachable(ch) {
			return ch, ByNext
		}
	}
	return "", NotReachable
}

func (r InviteRule) allowed(c *Contact) []Channel {
	channels := r.Channels
	if len(channels) == 0 {
		channels = Channels()
	}
	var out []Channel
	for _, ch := range channels {
		consent, known := c.ConsentFor(ch)
		if known && consent.Allowed || !known && !r.NeedConsent {
			out = append(out, ch)
		}
	}
	return out
}
