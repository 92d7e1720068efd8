package state

import (
	"context"
	"io"
	"time"

	"regulars/reports/doc"
	"regulars/reports/xlsx"
	"regulars/store/crm"
	"regulars/store/safefile"
)

// PrintOffer is something that can be printed for the guests. Its text for people is the catalogue key "events.print.<Kind>".
type PrintOffer struct {
	Kind     PrintKind
	Count    int
	Contacts []crm.ID // for whom, where that is a list of addresses
}

// PrintOffers lists what can be printed: labels, envelopes and letters for those who are invited by post and have not declined, or for the guests
// who are selected where there are several; badges and the sign-in sheet for those who are expected; the list for all.
func (l *GuestList) PrintOffers() []PrintOffer {
	mail, expected := l.byPost(), 0
	for i := range l.all {
		if g := &l.all[i].Guest; GuestsInvited.Holds(g) && g.Answer != crm.Declined {
			expected++
		}
	}
	return []PrintOffer{
		{PrintLabels, len(mail), mail}, {PrintEnvelopes, len(mail), mail}, {PrintLetters, len(mail), mail},
		{PrintBadges, expected, nil}, {PrintSignIn, expected, nil}, {PrintInvited, len(l.all), nil},
	}
}

func (l *GuestList) byPost() []crm.ID {
	var out []crm.ID
	if chosen := l.chosenRows(); len(chosen) > 1 {
		for _, g := range chosen {
			if !g.Contact.IsZero() {
				out = append(out, g.Contact)
			}
		}
		return out
	}
	for i := range l.all {
		if g := &l.all[i].Guest; g.Channel == crm.ByPost && g.Answer != crm.Declined && !g.Contact.IsZero() {
			out = append(out, g.Contact)
		}
	}
	return out
}

// Export writes the guests that are shown as a workbook. The file appears whole or not at all.
func (l *GuestList) Export(path string, words *Words) {
	rows, d := len(l.rows), l.document(words)
	l.desk.do(func(context.Context) error {
		return safefile.Replace(path, func(w io.Writer) error {
			return xlsx.Document(w, d, xlsx.Options{Title: l.event.Name, Created: l.desk.now().Truncate(time.Second)})
		})
	}, func(err error) {
		if err != nil {
			l.desk.Warn(err)
			return
		}
		l.desk.Tell(Say("events.exported", "count", rows, "path", path))
	})
}

// document is the list as it is shown, with everything that a secretary needs to write, call and seat.
func (l *GuestList) document(words *Words) doc.Document {
	table := doc.Table{}
	for _, c := range guestColumns() {
		table.Columns = append(table.Columns, doc.Column{Head: words.Text(c.key)})
	}
	for n := range l.rows {
		row, _ := l.Row(n)
		var cells []string
		for _, c := range guestColumns() {
			cells = append(cells, c.value(&row, words))
		}
		table.Rows = append(table.Rows, cells)
	}
	return doc.Document{Title: l.event.Name, Language: words.Tag(), Blocks: []doc.Block{doc.Heading{Level: 1, Text: l.event.Name}, table}}
}

type guestColumn struct {
	key   string
	value func(g *GuestRow, words *Words) string
}

func guestColumns() []guestColumn {
	return []guestColumn{
		{"events.col.name", func(g *GuestRow, _ *Words) string { return g.Title() }},
		{"events.col.company", func(g *GuestRow, _ *Words) string { return g.Company() }},
		{"events.col.title", func(g *GuestRow, _ *Words) string { return g.Who.Current().Title }},
		{"events.col.channel", func(g *GuestRow, w *Words) string { return w.Channel(g.Channel) }},
		{"events.col.reply", func(g *GuestRow, w *Words) string { return w.Text(AnswerKey(g.Answer)) }},
		{"events.col.party", func(g *GuestRow, w *Words) string { return partyText(g.Party, w) }},
		{"events.col.table", func(g *GuestRow, _ *Words) string { return g.Table }},
		{"events.col.diet", func(g *GuestRow, _ *Words) string { return g.Diet }},
		{"events.col.there", func(g *GuestRow, _ *Words) string { return ArrivedAt(&g.Guest) }},
		{"events.col.phone", func(g *GuestRow, _ *Words) string { p, _ := g.Who.MainPhone(); return p.Text }},
		{"events.col.email", func(g *GuestRow, _ *Words) string { m, _ := g.Who.MainEmail(); return m.Address }},
		{"events.col.address", func(g *GuestRow, _ *Words) string { a, _ := g.Who.PostalAddress(); return addressText(a) }},
		{"events.col.why", func(g *GuestRow, w *Words) string { return w.Say(g.Why()) }},
		{"events.col.notes", func(g *GuestRow, _ *Words) string { return g.Notes }},
	}
}

// AnswerKey is the catalogue key of an answer.
func AnswerKey(a crm.Answer) string {
	if a == crm.NoAnswer {
		return "answer.none"
	}
	return "answer." + string(a)
}

func partyText(n int, words *Words) string {
	if n == 0 {
		return ""
	}
	return words.Number(n)
}

func addressText(a crm.Address) string {
	if a.Postal == "" {
		return a.Text
	}
	return a.Postal + " " + a.Text
}
