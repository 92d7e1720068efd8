package cli

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"regulars/assets/locale"
	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/search"
)

type eventsInviteCommand struct {
	Event string `arg:""`
	selection
	IDs         []string `name:"id" placeholder:"ID"`
	Channels    []string `placeholder:"CHANNEL,…"`
	NeedConsent bool
	NotSince    string `placeholder:"DATE"`
}

// Run decides for each contact by which channel it is invited, or why not.
func (c *eventsInviteCommand) Run(s *session) error {
	book, err := s.write()
	if err != nil {
		return err
	}
	e, err := s.event(book, c.Event)
	if err != nil {
		return err
	}
	contacts, err := c.contacts(s, book)
	if err != nil {
		return err
	}
	rule, err := c.rule(s, book, e)
	if err != nil {
		return err
	}
	invited, err := book.Invite(e.ID, contacts, rule)
	if err != nil {
		return err
	}
	return s.invited(invited)
}

func (c *eventsInviteCommand) contacts(s *session, book *actions.Book) ([]crm.ID, error) {
	if len(c.IDs) > 0 {
		return readIDs("contact", c.IDs)
	}
	if c.Filter == "" && c.Kind == "" {
		return nil, &usageError{command: "events invite", reason: s.text("cli.error.invite-whom")}
	}
	found, _, err := s.find(book, c.selection, 0)
	return idsOf(found), err
}

func (c *eventsInviteCommand) rule(s *session, book *actions.Book, e crm.Event) (crm.InviteRule, error) {
	rule := crm.InviteRule{NeedConsent: c.NeedConsent}
	for _, name := range c.Channels {
		ch, err := s.channel(name, "")
		if err != nil {
			return rule, err
		}
		rule.Channels = append(rule.Channels, ch)
	}
	if e.Eligible != "" {
		q, err := search.Parse(e.Eligible, s.today())
		if err != nil {
			return rule, err
		}
		rule.Eligible = q.Match
	}
	if c.NotSince == "" {
		return rule, nil
	}
	since, err := s.day("--not-since", c.NotSince)
	if err != nil {
		return rule, err
	}
	lately, err := invitedSince(book, e.ID, since)
	rule.Lately = func(id crm.ID) bool { return lately[id] }
	return rule, err
}

// invitedSince finds who was invited to another event on or after a day.
func invitedSince(book *actions.Book, but crm.ID, since crm.Date) (map[crm.ID]bool, error) {
	events, err := book.Events()
	if err != nil {
		return nil, err
	}
	out := map[crm.ID]bool{}
	for _, e := range events {
		if e.ID == but {
			continue
		}
		guests, err := book.Guests(e.ID)
		if err != nil {
			return nil, err
		}
		for _, g := range guests {
			out[g.Contact] = out[g.Contact] || g.Channel != "" && g.Invited >= since
		}
	}
	return out, nil
}

type invitedDocument struct {
	Step      stepDocument        `json:"step"`
	Channels  map[crm.Channel]int `json:"channels"`
	LeftOut   map[crm.Reason]int  `json:"left_out"`
	Unchanged int                 `json:"unchanged"`
}

func (s *session) invited(n actions.Invited) error {
	if s.JSON {
		return s.printJSON(invitedDocument{s.step(n.Step), n.Channels, n.LeftOut, n.Unchanged})
	}
	t := &table{}
	for _, ch := range crm.Channels() {
		if n.Channels[ch] > 0 {
			t.add(s.channelName(ch), s.cat.Number(n.Channels[ch]))
		}
	}
	reasons := make([]string, 0, len(n.LeftOut))
	for r := range n.LeftOut {
		reasons = append(reasons, string(r))
	}
	slices.Sort(reasons)
	for _, r := range reasons {
		t.add(s.text("cli.invite.left-out", locale.Values{"reason": locale.Key("reason." + r)}), s.cat.Number(n.LeftOut[crm.Reason(r)]))
	}
	if n.Unchanged > 0 {
		t.add(s.text("cli.invite.unchanged"), s.cat.Number(n.Unchanged))
	}
	return s.list(nil, t, "cli.invite.nobody")
}

// guest finds a guest of an event: by the guest's id, the contact's id, or a name that only one guest has.
func (s *session) guest(book *actions.Book, event, text string) (crm.Guest, error) {
	guests, _, err := s.guests(book, event)
	if err != nil {
		return crm.Guest{}, err
	}
	list, err := attendees(book, guests)
	if err != nil {
		return crm.Guest{}, err
	}
	var found []crm.Guest
	for _, a := range list {
		switch {
		case a.Guest.ID.String() == strings.ToUpper(text) || a.Guest.Contact.String() == strings.ToUpper(text):
			return a.Guest, nil
		case search.Fold(a.Name()) == search.Fold(text):
			found = append(found, a.Guest)
		}
	}
	switch len(found) {
	case 0:
		return crm.Guest{}, notFound("guest", text)
	case 1:
		return found[0], nil
	}
	return crm.Guest{}, &usageError{reason: s.text("cli.error.several-guests", locale.Values{"name": text, "count": len(found)})}
}

type eventsReplyCommand struct {
	Event  string `arg:""`
	Guest  string `arg:""`
	Answer string `arg:"" enum:"yes,no,maybe,none"`
	Party  int    `placeholder:"N"`
	Table  string `placeholder:"TEXT"`
	Diet   string `placeholder:"TEXT"`
}

// Run records what a guest answered.
func (c *eventsReplyCommand) Run(s *session) error {
	book, err := s.write()
	if err != nil {
		return err
	}
	g, err := s.guest(book, c.Event, c.Guest)
	if err != nil {
		return err
	}
	answer := crm.Answer(c.Answer)
	if c.Answer == "none" {
		answer = crm.NoAnswer
	}
	step, err := book.Reply(g.ID, answer, c.Party)
	if err != nil {
		return err
	}
	if c.Table != "" || c.Diet != "" {
		step, err = book.SetGuest(g.ID, c.seat)
	}
	if err != nil {
		return err
	}
	return s.acted(step)
}

func (c *eventsReplyCommand) seat(g *crm.Guest) error {
	if c.Table != "" {
		g.Table = c.Table
	}
	if c.Diet != "" {
		g.Diet = c.Diet
	}
	return nil
}

type eventsCheckinCommand struct {
	Event  string `arg:""`
	Guest  string `arg:""`
	At     string `placeholder:"TIME"`
	WalkIn bool
	Undo   bool
}

// Run notes that a guest has arrived.
func (c *eventsCheckinCommand) Run(s *session) error {
	book, err := s.write()
	if err != nil {
		return err
	}
	at, err := c.time(s)
	if err != nil {
		return err
	}
	if c.WalkIn {
		return c.walkIn(s, book, at)
	}
	g, err := s.guest(book, c.Event, c.Guest)
	if err != nil {
		return err
	}
	var step actions.Step
	if c.Undo {
		step, err = book.UncheckIn(g.ID)
	} else {
		step, err = book.CheckIn(g.ID, at)
	}
	if err != nil {
		return err
	}
	return s.acted(step)
}

func (c *eventsCheckinCommand) time(s *session) (time.Time, error) {
	if c.At == "" {
		return s.env.Now(), nil
	}
	at, err := time.Parse(time.RFC3339, c.At)
	if err != nil {
		return at, &usageError{reason: s.text("cli.usage.bad-value", locale.Values{"name": "--at", "value": c.At})}
	}
	return at, nil
}

// walkIn adds somebody who was not invited: a contact by its id, or a name.
func (c *eventsCheckinCommand) walkIn(s *session, book *actions.Book, at time.Time) error {
	e, err := s.event(book, c.Event)
	if err != nil {
		return err
	}
	g := crm.Guest{Name: c.Guest}
	if id, err := crm.ParseID(c.Guest); err == nil && !id.IsZero() {
		g = crm.Guest{Contact: id}
	}
	_, step, err := book.WalkIn(e.ID, g, at)
	if err != nil {
		return err
	}
	return s.acted(step)
}

type eventsExportCommand struct {
	Event string `arg:""`
	output
}

// Run writes the guest list as PDF or spreadsheet, as the name of the file says.
func (c *eventsExportCommand) Run(s *session) error {
	c.Out = filepath.Clean(c.Out)
	list := invitationsCommand{output: c.output, Event: c.Event}
	return list.Run(s)
}
