package state

import (
	"context"
	"strings"
	"time"

	"regulars/store/actions"
	"regulars/store/crm"
)

// most is how many persons a guest may bring, the guest included.
const most = 99

// onLead does something with the guest chosen last.
func (l *GuestList) onLead(do func(g GuestRow) (actions.Step, error)) {
	if g, ok := l.Lead(); ok {
		l.desk.Act(func(context.Context) (actions.Step, error) { return do(g) }, nil)
	}
}

// Reply notes what the guest answered. Who says yes comes with at least one person; who says no, or nothing any more, with none.
func (l *GuestList) Reply(a crm.Answer) {
	l.typed = typedParty{}
	l.onLead(func(g GuestRow) (actions.Step, error) { return l.book.Reply(g.ID, a, partyFor(a, g.Party)) })
}

func partyFor(a crm.Answer, party int) int {
	switch a {
	case crm.Coming:
		return max(party, 1)
	case crm.Maybe:
		return party
	}
	return 0
}

// SetParty notes how many come. With a number the guest is coming, unless the answer was maybe.
func (l *GuestList) SetParty(n int) {
	n = min(max(n, 0), most)
	l.onLead(func(g GuestRow) (actions.Step, error) {
		answer := g.Answer
		if n > 0 && answer != crm.Maybe {
			answer = crm.Coming
		}
		return l.book.Reply(g.ID, answer, n)
	})
}

// typedParty is a number of persons while its digits are typed.
type typedParty struct {
	guest crm.ID
	n     int
	at    time.Time
}

// together is how soon after the last digit a further one belongs to the same number.
const together = 1200 * time.Millisecond

// TypeParty takes a digit of the number of persons; 1 and right after it 2 make twelve.
func (l *GuestList) TypeParty(digit int) {
	g, ok := l.Lead()
	if !ok {
		return
	}
	now, n := l.desk.now(), digit
	if l.typed.guest == g.ID && now.Sub(l.typed.at) < together && l.typed.n*10+digit <= most {
		n = l.typed.n*10 + digit
	}
	l.typed = typedParty{g.ID, n, now}
	l.SetParty(n)
}

// SetTable gives the guest a table.
func (l *GuestList) SetTable(table string) {
	l.edit(func(g *crm.Guest) *string { return &g.Table }, table)
}

// SetDiet notes what the guest eats or does not.
func (l *GuestList) SetDiet(diet string) { l.edit(func(g *crm.Guest) *string { return &g.Diet }, diet) }

// SetNotes notes anything else about the guest.
func (l *GuestList) SetNotes(notes string) {
	l.edit(func(g *crm.Guest) *string { return &g.Notes }, notes)
}

// edit changes a text of the guest; one that stays as it was writes nothing.
func (l *GuestList) edit(field func(*crm.Guest) *string, text string) {
	g, ok := l.Lead()
	if text = strings.TrimSpace(text); !ok || *field(&g.Guest) == text {
		return
	}
	l.desk.Act(func(context.Context) (actions.Step, error) {
		return l.book.SetGuest(g.ID, func(g *crm.Guest) error { *field(g) = text; return nil })
	}, nil)
}

// SetChannel puts the guest on the list of a channel by hand, or leaves the guest out for "".
func (l *GuestList) SetChannel(c crm.Channel) {
	g, ok := l.Lead()
	if !ok || g.Channel == c {
		return
	}
	today := l.desk.Today()
	l.desk.Act(func(context.Context) (actions.Step, error) {
		return l.book.SetGuest(g.ID, func(g *crm.Guest) error {
			g.Channel = c
			if c != "" && g.Invited.IsZero() {
				g.Invited = today
			}
			return nil
		})
	}, nil)
}

// ToggleCheckIn notes that the guest has arrived, or takes that back.
func (l *GuestList) ToggleCheckIn() {
	if g, ok := l.Lead(); ok {
		l.checkIn(g.ID, g.CheckedIn == "", nil)
	}
}

func (l *GuestList) checkIn(guest crm.ID, in bool, then func(error)) {
	now := l.desk.now()
	l.desk.Act(func(context.Context) (actions.Step, error) {
		if in {
			return l.book.CheckIn(guest, now)
		}
		return l.book.UncheckIn(guest)
	}, then)
}

// Remove takes the selected guests off the list.
func (l *GuestList) Remove() {
	var ids []crm.ID
	for _, g := range l.chosenRows() {
		ids = append(ids, g.ID)
	}
	if len(ids) > 0 {
		l.desk.Act(func(context.Context) (actions.Step, error) { return l.book.RemoveGuests(ids) }, nil)
	}
}

// ArrivedAt is the time of day, at the place of the event, at which a guest arrived; "" before.
func ArrivedAt(g *crm.Guest) string {
	at, err := time.Parse(time.RFC3339, g.CheckedIn)
	if err != nil {
		return ""
	}
	return at.Format("15:04")
}
