package state

import (
	"context"
	"io"
	"iter"
	"time"

	"regulars/reports/xlsx"
	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/safefile"
	"regulars/store/search"
)

// Save writes an event: a new one when it has no id.
func (e *Events) Save(event crm.Event, then func(error)) {
	e.desk.Act(func(context.Context) (step actions.Step, err error) {
		if event.ID.IsZero() {
			event.ID, step, err = e.desk.book.AddEvent(event)
			return step, err
		}
		return e.desk.book.EditEvent(event.ID, func(v *crm.Event) error { *v = event; return nil })
	}, func(err error) {
		if err == nil {
			e.Choose(event.ID)
		}
		then(err)
	})
}

// Delete removes the event chosen, with its guest list; Undo brings both back.
func (e *Events) Delete() {
	id := e.at
	e.desk.Act(func(context.Context) (actions.Step, error) { return e.desk.book.DeleteEvent(id) }, nil)
}

// Invitation says who is to be invited and by which rule.
type Invitation struct {
	Query       string // in the query language; "" = everybody
	NeedConsent bool   // ask for a recorded yes on a channel
	SpareDays   int    // leave out who was invited elsewhere within so many days; 0 = nobody
	Channels    []crm.Channel
}

// Outlook is what a round of invitations would do.
type Outlook struct {
	Found    int
	Channels map[crm.Channel]int
	LeftOut  map[crm.Reason]int
}

// Foresee works out what an invitation would do; then is told, also what is wrong with the query.
func (e *Events) Foresee(in Invitation, then func(Outlook, Message)) {
	var out Outlook
	var err error
	event, _ := e.Event()
	e.desk.run.Go(func(context.Context) { out, err = e.foresee(event, in) }, func() { then(out, Explain(err)) })
}

func (e *Events) foresee(event crm.Event, in Invitation) (Outlook, error) {
	out := Outlook{Channels: map[crm.Channel]int{}, LeftOut: map[crm.Reason]int{}}
	ids, rule, err := e.prepare(event, in)
	if err != nil {
		return out, err
	}
	list, err := e.desk.book.ContactsByID(ids)
	if err != nil {
		return out, err
	}
	out.Found = len(list)
	for i := range list {
		if ch, reason := rule.Invite(&list[i]); ch != "" {
			out.Channels[ch]++
		} else {
			out.LeftOut[reason]++
		}
	}
	return out, nil
}

// prepare finds whom the query means and makes the rule.
func (e *Events) prepare(event crm.Event, in Invitation) ([]crm.ID, crm.InviteRule, error) {
	rule := crm.InviteRule{Channels: in.Channels, NeedConsent: in.NeedConsent}
	query, err := search.Parse(in.Query, e.desk.Today())
	if err != nil {
		return nil, rule, err
	}
	eligible, err := search.Parse(event.Eligible, e.desk.Today())
	if err != nil {
		return nil, rule, err
	}
	if !eligible.Empty() {
		rule.Eligible = eligible.Match
	}
	if in.SpareDays > 0 {
		lately, err := e.lately(event.ID, in.SpareDays)
		if err != nil {
			return nil, rule, err
		}
		rule.Lately = func(id crm.ID) bool { return lately[id] }
	}
	index, err := e.desk.book.Search()
	if err != nil {
		return nil, rule, err
	}
	return index.Find(query, search.ByName, 0, -1).IDs, rule, nil
}

// lately finds who was invited to another event within some days.
func (e *Events) lately(but crm.ID, days int) (map[crm.ID]bool, error) {
	out := map[crm.ID]bool{}
	events, err := e.desk.book.Events()
	if err != nil {
		return nil, err
	}
	for _, v := range events {
		if v.ID == but {
			continue
		}
		guests, err := e.desk.book.Guests(v.ID)
		if err != nil {
			return nil, err
		}
		for _, g := range guests {
			if ago, ok := DaysBetween(g.Invited, e.desk.Today()); ok && ago <= days && g.Channel != "" {
				out[g.Contact] = true
			}
		}
	}
	return out, nil
}

// Invite invites as one act.
func (e *Events) Invite(in Invitation) {
	event, ok := e.Event()
	if !ok {
		return
	}
	e.desk.Act(func(context.Context) (actions.Step, error) {
		ids, rule, err := e.prepare(event, in)
		if err != nil {
			return actions.Step{}, err
		}
		done, err := e.desk.book.Invite(event.ID, ids, rule)
		return done.Step, err
	}, nil)
}

// Reply notes what a guest answered and how many come.
func (e *Events) Reply(guest crm.ID, answer crm.Answer, party int) {
	e.desk.Act(func(context.Context) (actions.Step, error) { return e.desk.book.Reply(guest, answer, party) }, nil)
}

// SetChannel puts a guest on the list of another channel by hand; "" leaves the guest out.
func (e *Events) SetChannel(guest crm.ID, ch crm.Channel) {
	e.set(guest, func(g *crm.Guest) { g.Channel, g.Reason = ch, crm.ByHand })
}

// SetTable gives a guest a table.
func (e *Events) SetTable(guest crm.ID, table string) {
	e.set(guest, func(g *crm.Guest) { g.Table = table })
}

func (e *Events) set(guest crm.ID, change func(*crm.Guest)) {
	e.desk.Act(func(context.Context) (actions.Step, error) {
		return e.desk.book.SetGuest(guest, func(g *crm.Guest) error { change(g); return nil })
	}, nil)
}

// CheckIn notes that a guest has arrived, or takes that back.
func (e *Events) CheckIn(guest crm.ID, here bool) {
	now := e.desk.now()
	e.desk.Act(func(context.Context) (actions.Step, error) {
		if here {
			return e.desk.book.CheckIn(guest, now)
		}
		return e.desk.book.UncheckIn(guest)
	}, nil)
}

// CheckInFirst checks in the first guest shown who is not there yet, as Return does at the door.
func (e *Events) CheckInFirst() {
	for n := range e.Rows() {
		if g, _, ok := e.Row(n); ok && g.CheckedIn == "" {
			e.CheckIn(g.ID, true)
			return
		}
	}
}

// WalkIn adds somebody who came without being invited and checks them in.
func (e *Events) WalkIn(name string) {
	event, now := e.at, e.desk.now()
	e.desk.Act(func(context.Context) (actions.Step, error) {
		_, step, err := e.desk.book.WalkIn(event, crm.Guest{Name: name}, now)
		return step, err
	}, nil)
}

// Remove takes the selected guests off the list.
func (e *Events) Remove() {
	ids := e.selected.In(e.ids)
	if len(ids) == 0 {
		return
	}
	e.desk.Act(func(context.Context) (actions.Step, error) { return e.desk.book.RemoveGuests(ids) }, nil)
}

// CheckedAt is the time of day at which a guest arrived, "" before.
func CheckedAt(g crm.Guest) string {
	at, err := time.Parse(time.RFC3339, g.CheckedIn)
	if err != nil {
		return ""
	}
	return at.Format("15:04")
}

// Export writes the guests shown as a workbook.
func (e *Events) Export(path string, words *Words) {
	rows := make([][]string, 0, e.Rows())
	for n := range e.Rows() {
		g, c, _ := e.Row(n)
		rows = append(rows, guestCells(g, c, words))
	}
	event, _ := e.Event()
	header := []string{}
	for _, key := range []string{"name", "company", "phone", "email", "channel", "reason", "reply", "party", "table", "came", "diet", "notes"} {
		header = append(header, words.Text("events.col."+key))
	}
	e.desk.do(func(context.Context) error {
		return safefile.Replace(path, func(w io.Writer) error {
			sheet := xlsx.Sheet{Name: event.Name, Headers: header, Rows: allOf(rows), Count: len(rows)}
			return xlsx.Write(w, []xlsx.Sheet{sheet}, xlsx.Options{Title: event.Name, Created: e.desk.now()})
		})
	}, func(err error) {
		if err != nil {
			e.desk.Warn(err)
			return
		}
		e.desk.Tell(Say("contacts.exported", "count", len(rows), "path", path))
	})
}

func guestCells(g crm.Guest, c crm.Contact, words *Words) []string {
	phone, email := "", ""
	if p, ok := c.MainPhone(); ok {
		phone = PhoneText(p)
	}
	if m, ok := c.MainEmail(); ok {
		email = m.Address
	}
	party := ""
	if g.Party > 0 {
		party = words.Number(g.Party)
	}
	return []string{GuestName(g, c), c.CompanyName(), phone, email, words.Channel(g.Channel), words.Reason(g.Reason),
		words.Answer(g.Answer, false), party, g.Table, CheckedAt(g), g.Diet, g.Notes}
}

// allOf yields rows that are at hand.
func allOf(rows [][]string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}
