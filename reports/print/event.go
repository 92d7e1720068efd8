package print

import (
	"context"
	"strconv"

	"regulars/assets/locale"
	"regulars/reports/doc"
	"regulars/store/crm"
)

// SignIn lays out the sheet on which guests sign when they arrive, in the order given.
func SignIn(ctx context.Context, guests []Attendee, o SheetOptions) (*Layout, error) {
	return Report(ctx, SignInDocument(guests, o), Setup{o.Paper, o.Texts})
}

// SignInDocument is the sign-in sheet as a document.
func SignInDocument(guests []Attendee, o SheetOptions) doc.Document {
	t := o.Texts
	table := doc.Table{RowHeight: 11, Empty: t.Text("print.nobody"), Columns: []doc.Column{
		{Head: t.Text("print.number"), Width: 0.45, Align: doc.Right}, {Head: t.Text("print.name"), Width: 1.5}, {Head: t.Text("print.company"), Width: 2.2},
		{Head: t.Text("print.party"), Width: 0.65, Align: doc.Center}, {Head: t.Text("print.table"), Width: 0.6, Align: doc.Center},
		{Head: t.Text("print.diet"), Width: 0.9}, {Head: t.Text("print.signature"), Width: 2.2},
	}}
	people := 0
	for i, g := range guests {
		people += max(g.Guest.Party, 1)
		table.Rows = append(table.Rows, []string{strconv.Itoa(i + 1), g.Name(), g.company(), party(g.Guest), g.Guest.Table, g.Guest.Diet, ""})
	}
	return doc.Document{Title: titled(t, "print.signin.title", o.Event), Subtitle: o.subtitle(), Language: t.Tag(), Blocks: []doc.Block{
		doc.Paragraph{Text: t.Text("print.signin.count", locale.Values{"count": len(guests), "people": people}), Fine: true}, table}}
}

func (a Attendee) company() string {
	if a.Contact.Kind == crm.Company {
		return ""
	}
	return a.Contact.CompanyName()
}

func party(g crm.Guest) string {
	if g.Party == 0 {
		return ""
	}
	return strconv.Itoa(g.Party)
}

func titled(t Texts, key string, e crm.Event) string {
	return t.Text(key, locale.Values{"event": e.Name})
}

// subtitle is day, time and place of the event.
func (o SheetOptions) subtitle() string {
	parts := nonEmpty(o.Texts.Date(o.Event.Day.Year(), o.Event.Day.Month(), o.Event.Day.Day()), o.Event.Time, o.Event.Place, o.Firm.Name)
	out := ""
	for i, p := range parts {
		if i > 0 {
			out += "　"
		}
		out += p
	}
	return out
}

// Invitations lays out who is invited by which channel and why, one list a channel, and at the end who is left out and why.
func Invitations(ctx context.Context, guests []Attendee, o SheetOptions) (*Layout, error) {
	return Report(ctx, InvitationDocument(guests, o), Setup{o.Paper, o.Texts})
}

// InvitationDocument is the invitation list as a document: every guest stands in exactly one of its tables.
func InvitationDocument(guests []Attendee, o SheetOptions) doc.Document {
	t := o.Texts
	by := map[crm.Channel][]Attendee{}
	for _, g := range guests {
		by[g.Guest.Channel] = append(by[g.Guest.Channel], g)
	}
	d := doc.Document{Title: titled(t, "print.invitations.title", o.Event), Subtitle: o.subtitle(), Language: t.Tag()}
	figures := doc.Figures{{Label: t.Text("print.invited"), Value: strconv.Itoa(len(guests) - len(by[""]))}}
	var lists []doc.Block
	for _, ch := range crm.Channels() {
		if len(by[ch]) == 0 {
			continue
		}
		figures = append(figures, doc.Figure{Label: t.Text("channel." + string(ch)), Value: strconv.Itoa(len(by[ch]))})
		lists = append(lists, heading(t, "channel."+string(ch), len(by[ch])), channelTable(by[ch], ch, t))
	}
	figures = append(figures, doc.Figure{Label: t.Text("print.left-out"), Value: strconv.Itoa(len(by[""]))})
	d.Blocks = append(append(d.Blocks, figures), lists...)
	if len(by[""]) > 0 {
		d.Blocks = append(d.Blocks, heading(t, "print.left-out", len(by[""])), leftOutTable(by[""], t))
	}
	return d
}

func heading(t Texts, key string, count int) doc.Heading {
	return doc.Heading{Level: 1, Text: t.Text("print.list.head", locale.Values{"name": t.Text(key), "count": count})}
}

func channelTable(guests []Attendee, ch crm.Channel, t Texts) doc.Table {
	table := doc.Table{Columns: []doc.Column{
		{Head: t.Text("print.number"), Width: 0.45, Align: doc.Right}, {Head: t.Text("print.name"), Width: 1.4}, {Head: t.Text("print.company"), Width: 1.9},
		{Head: t.Text("print.by." + string(ch)), Width: 2.8}, {Head: t.Text("print.reply"), Width: 1.1}, {Head: t.Text("print.reason"), Width: 1.6},
	}}
	for i, g := range guests {
		table.Rows = append(table.Rows, []string{strconv.Itoa(i + 1), g.Name(), g.company(), reach(&g.Contact, ch), answer(g.Guest, t), reason(g.Guest, t)})
	}
	return table
}

func leftOutTable(guests []Attendee, t Texts) doc.Table {
	table := doc.Table{Columns: []doc.Column{
		{Head: t.Text("print.number"), Width: 0.45, Align: doc.Right}, {Head: t.Text("print.name"), Width: 1.6}, {Head: t.Text("print.company"), Width: 2.4},
		{Head: t.Text("print.reason"), Width: 4},
	}}
	for i, g := range guests {
		table.Rows = append(table.Rows, []string{strconv.Itoa(i + 1), g.Name(), g.company(), reason(g.Guest, t)})
	}
	return table
}

func answer(g crm.Guest, t Texts) string {
	if g.Answer == crm.NoAnswer {
		return t.Text("answer.none")
	}
	return t.Text("answer." + string(g.Answer))
}

func reason(g crm.Guest, t Texts) string {
	if g.Reason == "" {
		return g.Detail
	}
	text := t.Text("reason." + string(g.Reason))
	if g.Detail == "" {
		return text
	}
	return t.Text("print.reason.detail", locale.Values{"reason": text, "detail": g.Detail})
}

// reach is where a channel reaches a contact: its address, number or id.
func reach(c *crm.Contact, ch crm.Channel) string {
	switch ch {
	case crm.ByPost:
		to, _ := crm.MailStyle{}.Mail(c)
		return to.OneLine()
	case crm.ByEmail:
		e, _ := c.MainEmail()
		return e.Address
	case crm.ByFax:
		for _, p := range c.Phones {
			if p.IsFax() {
				return p.Text
			}
		}
		return ""
	case crm.BySMS:
		p, _ := c.PhoneOf(crm.PhoneMobile)
		return p.Text
	case crm.ByLINE:
		return c.LinkOf(crm.LinkLINE)
	}
	p, _ := c.MainPhone()
	return p.Text
}
