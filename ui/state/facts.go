package state

import (
	"strings"

	"regulars/store/crm"
)

// Fact is a line of the card: a field and its value in words.
type Fact struct {
	Field   string
	Text    string
	Address string // what the system can open: mailto:, https:
}

// Facts lists what is known about a contact, in the order of the fields; what the head of the card says already is left out.
func (c *Contacts) Facts(contact *crm.Contact, words *Words) []Fact {
	var out []Fact
	for _, field := range append(crm.Fields(), customOf(contact)...) {
		if inHead(field) || hidden(field) || field.For != "" && field.For != contact.Kind {
			continue
		}
		out = append(out, factsOf(contact, field, words)...)
	}
	return out
}

// inHead are the fields that the head and the chips of a card show.
func inHead(field crm.Field) bool {
	switch field.Key {
	case "name", "name.family", "name.given", "company", "job_title", "tags":
		return true
	}
	return field.Type == crm.ConsentField
}

func factsOf(c *crm.Contact, field crm.Field, words *Words) []Fact {
	switch {
	case field.Type == crm.AddressField:
		return addressFacts(c, field)
	case field.Type == crm.PhoneField:
		return phoneFacts(c, field)
	case field.Type == crm.DateField:
		return dateFacts(c, field, words)
	}
	var out []Fact
	for _, v := range field.Get(c) {
		out = append(out, Fact{field.Key, choiceText(field, v, words), opens(field, v)})
	}
	return out
}

func choiceText(field crm.Field, v string, words *Words) string {
	if words.Has("choice." + field.Key + "." + v) {
		return words.Choice(field.Key, v)
	}
	return v
}

// opens is what the system can open for a value.
func opens(field crm.Field, v string) string {
	switch {
	case field.Type == crm.EmailField:
		return "mailto:" + v
	case field.Key == "link.web" && strings.Contains(v, "://"):
		return v
	case field.Key == "link.web":
		return "https://" + v
	}
	return ""
}

func addressFacts(c *crm.Contact, field crm.Field) []Fact {
	var out []Fact
	for _, l := range addressLines(c, field) {
		out = append(out, Fact{Field: field.Key, Text: strings.TrimSpace(l.Postal + " " + l.Text)})
	}
	return out
}

func phoneFacts(c *crm.Contact, field crm.Field) []Fact {
	var out []Fact
	for _, p := range c.Phones {
		if p.Kind == kindOf(field) {
			out = append(out, Fact{Field: field.Key, Text: PhoneText(p)})
		}
	}
	return out
}

// PhoneText is a number as it was typed, with extension and remark unless they are in it already.
func PhoneText(p crm.Phone) string {
	text := p.Text
	if p.Ext != "" && !strings.Contains(text, p.Ext) {
		text += " #" + p.Ext
	}
	if p.Note != "" && !strings.Contains(text, p.Note) {
		text += "（" + p.Note + "）"
	}
	return text
}

func dateFacts(c *crm.Contact, field crm.Field, words *Words) []Fact {
	for _, d := range c.Dates {
		if d.Kind == field.Key && d.Date.IsZero() && d.Text != "" {
			return []Fact{{Field: field.Key, Text: d.Text}}
		}
	}
	values := field.Get(c)
	if len(values) == 0 {
		return nil
	}
	d, err := crm.ParseDate(values[0])
	if err != nil {
		return []Fact{{Field: field.Key, Text: values[0]}}
	}
	text := words.Day(d)
	if field.Key == crm.DateBirthday || field.Key == crm.DateAnniversary {
		text = words.withNext(text, d)
	} else if _, ok := DaysBetween(d, words.today()); ok {
		text += words.Text("window.in-brackets", "text", words.Ago(d))
	}
	return []Fact{{Field: field.Key, Text: text}}
}

// soon is how many days before a yearly day the card says when it is.
const soon = 45

// withNext adds how many days there are to the next time of a yearly day, when that is soon.
func (w *Words) withNext(text string, d crm.Date) string {
	today := w.today()
	for _, year := range []int{today.Year(), today.Year() + 1} {
		next, err := crm.NewDate(year, d.Month(), d.Day())
		days, ok := DaysBetween(today, next)
		if err == nil && ok && days >= 0 && days <= soon {
			return text + w.Text("window.in-brackets", "text", w.Ago(next))
		}
	}
	return text
}

// Lines says what a line of history is about, in words: the changes of an edit, the channel and answer of an invitation.
func (c *Contacts) Lines(h Happening, words *Words) []string {
	var out []string
	for _, ch := range h.Changes {
		out = append(out, ChangeText(ch, words))
	}
	if h.What.Key == "window.history.event" {
		out = append(out, words.Text("window.history.guest", "channel", words.Channel(h.Channel), "answer", words.Answer(h.Answer, h.Came)))
	}
	return out
}

// ChangeText says what a field was and is.
func ChangeText(ch crm.Change, words *Words) string {
	field := words.Field(ch.Field)
	old, fresh := words.Values(ch.Field, ch.Old), words.Values(ch.Field, ch.New)
	switch {
	case old == "":
		return words.Text("window.change.set", "field", field, "new", fresh)
	case fresh == "":
		return words.Text("window.change.cleared", "field", field, "old", old)
	}
	return words.Text("window.change", "field", field, "old", old, "new", fresh)
}

// Values writes the values of a field as people read them: days in the language, choices by their names.
func (w *Words) Values(key string, values []string) string {
	field, known := crm.FieldByKey(key)
	if !known {
		return w.cat.List(values)
	}
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = choiceText(field, v, w)
		if d, err := crm.ParseDate(v); field.Type == crm.DateField && err == nil {
			out[i] = w.Day(d)
		}
	}
	return w.cat.List(out)
}

// Answer says what a guest replied, or that the guest came.
func (w *Words) Answer(a crm.Answer, came bool) string {
	if came {
		return w.Text("window.answer.came")
	}
	if a == crm.NoAnswer {
		return w.Text("answer.none")
	}
	return w.Text("answer." + string(a))
}
