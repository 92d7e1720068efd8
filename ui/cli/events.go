package cli

import (
	"strconv"
	"strings"

	"regulars/assets/locale"
	"regulars/importer/clean"
	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/search"
)

// eventsCommand deals with events and their guests.
type eventsCommand struct {
	List    eventsListCommand    `cmd:""`
	Show    eventsShowCommand    `cmd:""`
	Add     eventsAddCommand     `cmd:""`
	Edit    eventsEditCommand    `cmd:""`
	Delete  eventsDeleteCommand  `cmd:""`
	Invite  eventsInviteCommand  `cmd:""`
	Reply   eventsReplyCommand   `cmd:""`
	Checkin eventsCheckinCommand `cmd:""`
	Export  eventsExportCommand  `cmd:""`
}

// guests gives the guest list of an event.
func (s *session) guests(book *actions.Book, event string) ([]crm.Guest, crm.Event, error) {
	e, err := s.event(book, event)
	if err != nil {
		return nil, e, err
	}
	guests, err := book.Guests(e.ID)
	return guests, e, err
}

type eventsListCommand struct{}

type eventDocument struct {
	crm.Event
	Guests eventCounts `json:"guests"`
}

type eventCounts struct {
	Invited   int `json:"invited"`
	LeftOut   int `json:"left_out"`
	Coming    int `json:"coming"`
	Declined  int `json:"declined"`
	Maybe     int `json:"maybe"`
	NoAnswer  int `json:"no_answer"`
	People    int `json:"people"` // who come, companions included
	CheckedIn int `json:"checked_in"`
}

func countGuests(guests []crm.Guest) eventCounts {
	var n eventCounts
	for _, g := range guests {
		if g.CheckedIn != "" {
			n.CheckedIn++
		}
		if g.Channel == "" && g.Reason != crm.WalkIn {
			n.LeftOut++
			continue
		}
		n.Invited++
		switch g.Answer {
		case crm.Coming:
			n.Coming++
			n.People += max(g.Party, 1)
		case crm.Declined:
			n.Declined++
		case crm.Maybe:
			n.Maybe++
		default:
			n.NoAnswer++
		}
	}
	return n
}

// Run lists events, the latest first.
func (c *eventsListCommand) Run(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	events, err := book.Events()
	if err != nil {
		return err
	}
	docs, t := []eventDocument{}, &table{}
	for _, e := range events {
		guests, err := book.Guests(e.ID)
		if err != nil {
			return err
		}
		n := countGuests(guests)
		docs = append(docs, eventDocument{e, n})
		t.add(e.ID.String(), strings.TrimSpace(e.Day.String()+" "+e.Time), e.Name, e.Place, s.text("cli.events.counts", n.values()))
	}
	return s.list(docs, t, "cli.events.none")
}

func (n eventCounts) values() locale.Values {
	return locale.Values{"invited": n.Invited, "leftout": n.LeftOut, "coming": n.Coming, "people": n.People, "declined": n.Declined, "maybe": n.Maybe,
		"open": n.NoAnswer, "there": n.CheckedIn}
}

type eventsShowCommand struct {
	Event string `arg:"" optional:""`
}

type guestDocument struct {
	crm.Guest
	Title   string `json:"title"`
	Company string `json:"company"`
	Why     string `json:"reason_text"`
}

// Run shows an event with its guests.
func (c *eventsShowCommand) Run(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	guests, e, err := s.guests(book, c.Event)
	if err != nil {
		return err
	}
	list, err := attendees(book, guests)
	if err != nil {
		return err
	}
	docs, t := []guestDocument{}, &table{}
	for _, a := range list {
		d := guestDocument{a.Guest, a.Name(), a.Contact.CompanyName(), s.text("reason." + string(a.Guest.Reason))}
		docs = append(docs, d)
		t.add(d.ID.String(), d.Title, d.Company, s.channelName(d.Channel), s.answerName(d.Answer), party(d.Party), d.Table, d.Why)
	}
	if s.JSON {
		return s.printJSON(struct {
			eventDocument
			List []guestDocument `json:"list"`
		}{eventDocument{e, countGuests(guests)}, docs})
	}
	if err := s.print(s.eventLine(e)); err != nil {
		return err
	}
	if err := s.print(s.text("cli.events.counts", countGuests(guests).values())); err != nil {
		return err
	}
	return s.printTable(t)
}

func (s *session) eventLine(e crm.Event) string {
	parts := []string{e.Name, s.cat.Date(e.Day.Year(), e.Day.Month(), e.Day.Day()), e.Time, e.Place}
	if !e.Budget.IsZero() {
		parts = append(parts, s.text("cli.events.budget", locale.Values{"amount": s.cat.Money(e.Budget.Minor, e.Budget.Exponent(), e.Budget.Currency)}))
	}
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " · ")
}

func (s *session) channelName(ch crm.Channel) string {
	if ch == "" {
		return s.text("channel.none")
	}
	return s.text("channel." + string(ch))
}

func (s *session) answerName(a crm.Answer) string {
	if a == crm.NoAnswer {
		return s.text("answer.none")
	}
	return s.text("answer." + string(a))
}

func party(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// eventFlags are the parts of an event; those not given stay as they are.
type eventFlags struct {
	Day      string `placeholder:"DATE"`
	Time     string `placeholder:"HH:MM"`
	Place    string `placeholder:"TEXT"`
	Topic    string `placeholder:"TEXT"`
	Notes    string `placeholder:"TEXT"`
	ReplyBy  string `placeholder:"DATE"`
	Budget   *int64 `placeholder:"TWD"`
	Target   *int64 `placeholder:"TWD"`
	Eligible string `placeholder:"QUERY"`
}

func (f *eventFlags) apply(s *session, e *crm.Event) error {
	for _, p := range []struct {
		to   *string
		from string
	}{{&e.Time, f.Time}, {&e.Place, f.Place}, {&e.Topic, f.Topic}, {&e.Notes, f.Notes}, {&e.Eligible, f.Eligible}} {
		if p.from != "" {
			*p.to = p.from
		}
	}
	if _, err := search.Parse(e.Eligible, s.today()); err != nil {
		return err
	}
	for _, m := range []struct {
		to   *crm.Money
		from *int64
	}{{&e.Budget, f.Budget}, {&e.Target, f.Target}} {
		if m.from != nil {
			*m.to = crm.Money{Minor: *m.from, Currency: "TWD"}
		}
	}
	return s.eventDays(f, e)
}

func (s *session) eventDays(f *eventFlags, e *crm.Event) error {
	for _, d := range []struct {
		name string
		to   *crm.Date
		from string
	}{{"--day", &e.Day, f.Day}, {"--reply-by", &e.Reply, f.ReplyBy}} {
		if d.from == "" {
			continue
		}
		day, err := s.day(d.name, d.from)
		if err != nil {
			return err
		}
		*d.to = day
	}
	return nil
}

// day reads a full date as people type it.
func (s *session) day(flag, text string) (crm.Date, error) {
	read := clean.Date(clean.Typed(text), clean.OtherDate, clean.DateHints{})
	if read.Date.Year() == 0 || read.Date.Day() == 0 {
		return 0, &usageError{reason: s.text("cli.usage.bad-value", locale.Values{"name": flag, "value": text})}
	}
	return read.Date, nil
}

type eventsAddCommand struct {
	Name string `arg:""`
	eventFlags
}

// Run adds an event.
func (c *eventsAddCommand) Run(s *session) error {
	book, err := s.writeOrCreate()
	if err != nil {
		return err
	}
	e := crm.Event{Name: c.Name}
	if err := c.apply(s, &e); err != nil {
		return err
	}
	id, step, err := book.AddEvent(e)
	if err != nil {
		return err
	}
	return s.done(map[string]any{"id": id.String(), "step": s.step(step)}, "cli.events.added", locale.Values{"name": c.Name, "id": id.String()})
}

type eventsEditCommand struct {
	Event string `arg:""`
	Name  string `placeholder:"TEXT"`
	eventFlags
}

// Run changes an event.
func (c *eventsEditCommand) Run(s *session) error {
	book, err := s.write()
	if err != nil {
		return err
	}
	e, err := s.event(book, c.Event)
	if err != nil {
		return err
	}
	step, err := book.EditEvent(e.ID, func(now *crm.Event) error {
		if c.Name != "" {
			now.Name = c.Name
		}
		return c.apply(s, now)
	})
	if err != nil {
		return err
	}
	return s.acted(step)
}

type eventsDeleteCommand struct {
	Event string `arg:""`
}

// Run deletes an event and its guest list; undo brings both back.
func (c *eventsDeleteCommand) Run(s *session) error {
	book, err := s.write()
	if err != nil {
		return err
	}
	e, err := s.event(book, c.Event)
	if err != nil {
		return err
	}
	step, err := book.DeleteEvent(e.ID)
	if err != nil {
		return err
	}
	return s.acted(step)
}
