package state

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"regulars/importer/clean"
	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/search"
)

// EventFormBook is what the form of an event needs of the data file.
type EventFormBook interface {
	AddEvent(e crm.Event) (crm.ID, actions.Step, error)
	EditEvent(id crm.ID, edit func(*crm.Event) error) (actions.Step, error)
	Today() crm.Date
}

// EventLine is one line of the form of an event. Its name for people is the catalogue key "events.form.<Key>".
type EventLine struct {
	Key     string
	Text    string
	Note    Message
	Warning bool // the text cannot be saved as it is

	was string
}

// The lines of the form.
const (
	EventName     = "name"
	EventDay      = "day"
	EventTime     = "time"
	EventPlace    = "place"
	EventTopic    = "topic"
	EventReply    = "reply-by"
	EventBudget   = "budget"
	EventTarget   = "target"
	EventEligible = "eligible"
	EventNotes    = "notes"
)

// EventForm is the form in which an event is written or changed.
type EventForm struct {
	// OnChanged is called when a note is said.
	OnChanged func()

	desk   *Desk
	book   EventFormBook
	before crm.Event
	lines  []*EventLine
}

func newEventForm(d *Desk, e crm.Event) *EventForm {
	f := &EventForm{OnChanged: func() {}, desk: d, book: d.book, before: e}
	add := func(key, text string) { f.lines = append(f.lines, &EventLine{Key: key, Text: text, was: text}) }
	add(EventName, e.Name)
	add(EventDay, e.Day.String())
	add(EventTime, e.Time)
	add(EventPlace, e.Place)
	add(EventTopic, e.Topic)
	add(EventReply, e.Reply.String())
	add(EventBudget, amountText(e.Budget))
	add(EventTarget, amountText(e.Target))
	add(EventEligible, e.Eligible)
	add(EventNotes, e.Notes)
	return f
}

// Lines are the lines in their order.
func (f *EventForm) Lines() []*EventLine { return f.lines }

// Line finds a line by its key; nil for a key that the form does not have.
func (f *EventForm) Line(key string) *EventLine {
	for _, l := range f.lines {
		if l.Key == key {
			return l
		}
	}
	return nil
}

// Fresh reports whether the event is not in the data file yet.
func (f *EventForm) Fresh() bool { return f.before.ID.IsZero() }

// Title is what the event was called when the form was opened.
func (f *EventForm) Title() string { return f.before.Name }

// Dirty reports whether anything was changed.
func (f *EventForm) Dirty() bool {
	return slices.ContainsFunc(f.lines, func(l *EventLine) bool { return l.Text != l.was })
}

// Check says beside a line what is made of it, or what is wrong.
func (f *EventForm) Check(l *EventLine) {
	var scratch crm.Event
	l.Note = f.read(l, &scratch)
	l.Warning = !l.Note.IsZero()
	f.OnChanged()
}

// read puts a line into an event and says what is wrong with it.
func (f *EventForm) read(l *EventLine, e *crm.Event) Message {
	text, ok := strings.TrimSpace(l.Text), true
	switch l.Key {
	case EventName:
		e.Name, ok = text, text != ""
	case EventDay:
		e.Day, ok = wholeDay(text)
	case EventReply:
		e.Reply, ok = wholeDay(text)
	case EventTime:
		e.Time, ok = clockTime(text)
	case EventPlace:
		e.Place = text
	case EventTopic:
		e.Topic = text
	case EventBudget:
		e.Budget, ok = amount(text, f.before.Budget.Currency)
	case EventTarget:
		e.Target, ok = amount(text, f.before.Target.Currency)
	case EventNotes:
		e.Notes = text
	case EventEligible:
		e.Eligible = text
		_, err := search.Parse(text, f.book.Today())
		return Explain(err)
	}
	if !ok {
		return Say("events.form."+l.Key+".wrong", "text", text)
	}
	return Message{}
}

// Save writes the form as one act. then is told the event's id; it is not called where a line cannot be read, which its note then says.
func (f *EventForm) Save(then func(crm.ID, error)) {
	after := f.before
	wrong := false
	for _, l := range f.lines {
		l.Note = f.read(l, &after)
		l.Warning = !l.Note.IsZero()
		wrong = wrong || l.Warning
	}
	f.OnChanged()
	if wrong {
		return
	}
	id := after.ID
	f.desk.Act(func(context.Context) (step actions.Step, err error) {
		if f.Fresh() {
			id, step, err = f.book.AddEvent(after)
			return step, err
		}
		return f.book.EditEvent(id, func(e *crm.Event) error { *e = f.merged(*e, after); return nil })
	}, func(err error) { then(id, err) })
}

// merged puts what the user changed over the event as it is now.
func (f *EventForm) merged(now, after crm.Event) crm.Event {
	for _, l := range f.lines {
		if l.Text != l.was {
			f.read(l, &now)
		}
	}
	now.ID = after.ID
	return now
}

// wholeDay reads a day with its year; nothing is no day.
func wholeDay(text string) (crm.Date, bool) {
	if text == "" {
		return 0, true
	}
	d := clean.Date(clean.Typed(text), clean.OtherDate, clean.DateHints{}).Date
	return d, whole(d)
}

var clock = regexp.MustCompile(`^(上午|早上|中午|下午|晚上|晚間)?\s*([0-9]{1,2})\s*(?:[:：點时時]\s*([0-9]{1,2}|半)?\s*分?|([0-9]{2}))?\s*([aApP]\.?[mM]\.?)?$`)

// clockTime reads a time of day: 18:30, 1830, 下午6點半, 6:30 pm.
func clockTime(text string) (string, bool) {
	if text == "" {
		return "", true
	}
	m := clock.FindStringSubmatch(halfWidth(text))
	if m == nil {
		return text, false
	}
	hour, _ := strconv.Atoi(m[2])
	minute, _ := strconv.Atoi(m[3] + m[4])
	if m[3] == "半" {
		minute = 30
	}
	late := strings.Contains("下午晚上晚間", m[1]) && m[1] != "" || strings.HasPrefix(strings.ToLower(m[5]), "p")
	switch {
	case late && hour < 12:
		hour += 12
	case hour == 12 && (m[1] == "上午" || strings.HasPrefix(strings.ToLower(m[5]), "a")):
		hour = 0
	}
	if hour > 23 || minute > 59 {
		return text, false
	}
	return twoDigits(hour) + ":" + twoDigits(minute), true
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// halfWidth writes digits and signs of full width (U+FF01 to U+FF5E) as the plain ones, since input methods for Chinese type them.
func halfWidth(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, text)
}

// homeCurrency is that of amounts where none is given.
const homeCurrency = "TWD"

// amount reads an amount of money: 120,000, NT$120,000, 12萬.
func amount(text, currency string) (crm.Money, bool) {
	plain := strings.NewReplacer(",", "", " ", "", "NT$", "", "NTD", "", "TWD", "", "$", "", "元", "").Replace(halfWidth(text))
	if currency == "" {
		currency = homeCurrency
	}
	m := crm.Money{Currency: currency}
	if text == "" {
		return crm.Money{}, true
	}
	times := int64(1)
	if rest, ok := strings.CutSuffix(plain, "萬"); ok {
		plain, times = rest, 10000
	}
	for range m.Exponent() {
		times *= 10
	}
	f, err := strconv.ParseFloat(plain, 64)
	if err != nil || f < 0 || f*float64(times) > 1e15 {
		return m, false
	}
	m.Minor = int64(f*float64(times) + 0.5)
	return m, true
}

// amountText writes an amount as it is typed.
func amountText(m crm.Money) string {
	if m.IsZero() {
		return ""
	}
	digits, fraction := strconv.FormatInt(m.Minor, 10), ""
	if exp := m.Exponent(); exp > 0 {
		for len(digits) <= exp {
			digits = "0" + digits
		}
		digits, fraction = digits[:len(digits)-exp], "."+digits[len(digits)-exp:]
	}
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits + fraction
}
