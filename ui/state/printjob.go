package state

import (
	"context"
	"strings"

	"regulars/reports/print"
	"regulars/store/crm"
)

// printJob is everything that a layout is made of, taken together on the face's goroutine so that it can be worked on elsewhere.
type printJob struct {
	book     PrintBook
	words    *Words
	ids      []crm.ID
	event    crm.ID
	kind     PrintKind
	stock    string
	envelope string
	set      PrintSettings
	start    int
	skip     []int
	template *print.Template
}

func (p *Printing) job() printJob {
	return printJob{p.book, p.words(), p.ids, p.event, p.kind, p.stock, p.envelope, p.set, p.start, p.skip, p.template}
}

func (j printJob) layout(ctx context.Context) (*print.Layout, error) {
	switch j.kind {
	case PrintBadges, PrintSignIn, PrintInvited:
		return j.ofEvent(ctx)
	}
	list, err := j.book.ContactsByID(j.ids)
	if err != nil {
		return nil, err
	}
	firm, err := j.book.Firm()
	if err != nil {
		return nil, err
	}
	switch j.kind {
	case PrintEnvelopes:
		return j.envelopes(ctx, list, firm)
	case PrintLetters:
		return j.letters(ctx, list, firm)
	}
	return j.labels(ctx, list, firm)
}

func (j printJob) adjust() print.Calibration { return print.Calibration{X: j.set.X, Y: j.set.Y} }

func (j printJob) mail(firm crm.Firm) crm.MailStyle {
	return crm.MailStyle{From: firm.Country, Home: j.set.Home}
}

func (j printJob) labels(ctx context.Context, list []crm.Contact, firm crm.Firm) (*print.Layout, error) {
	stock, err := print.StockByName(j.stock)
	if err != nil {
		return nil, err
	}
	return print.Labels(ctx, list, print.LabelOptions{Stock: stock, Start: j.start, Skip: j.skip, Copies: j.set.Copies,
		Adjust: j.adjust(), Outline: j.set.Outline, Mail: j.mail(firm)})
}

func (j printJob) envelopes(ctx context.Context, list []crm.Contact, firm crm.Firm) (*print.Layout, error) {
	size, err := print.EnvelopeByName(j.envelope)
	if err != nil {
		return nil, err
	}
	o := print.EnvelopeOptions{Size: size, Style: print.Horizontal, Preprinted: j.set.Preprinted, Frame: j.set.Frame, Stamp: j.set.Stamp,
		Adjust: j.adjust(), Mail: j.mail(firm)}
	if j.set.Vertical {
		o.Style = print.Vertical
	}
	if j.set.Sender {
		o.Firm = firm
	}
	return print.Envelopes(ctx, list, o)
}

func (j printJob) letters(ctx context.Context, list []crm.Contact, firm crm.Firm) (*print.Layout, error) {
	template := j.template
	if template == nil {
		example, err := print.ParseTemplate(strings.NewReader(j.words.Text("printing.letter.example")))
		if err != nil {
			return nil, err
		}
		template = &example
	}
	return print.Letters(ctx, list, print.LetterOptions{Template: *template, Firm: firm, Day: j.book.Today(), Mail: j.mail(firm), Texts: j.words.cat})
}

func (j printJob) ofEvent(ctx context.Context) (*print.Layout, error) {
	event, err := j.book.Event(j.event)
	if err != nil {
		return nil, err
	}
	firm, err := j.book.Firm()
	if err != nil {
		return nil, err
	}
	guests, err := attendees(j.book, j.event)
	if err != nil {
		return nil, err
	}
	sheet := print.SheetOptions{Event: event, Firm: firm, Texts: j.words.cat}
	switch j.kind {
	case PrintInvited:
		return print.Invitations(ctx, guests, sheet)
	case PrintSignIn:
		return print.SignIn(ctx, expected(guests), sheet)
	}
	return print.Badges(ctx, expected(guests), print.BadgeOptions{Event: event, Start: j.start, Skip: j.skip, Adjust: j.adjust(), Texts: j.words.cat})
}

// attendees joins the guests of an event with their contacts. A guest whose contact is gone keeps the name on the list.
func attendees(book PrintBook, event crm.ID) ([]print.Attendee, error) {
	guests, err := book.Guests(event)
	if err != nil {
		return nil, err
	}
	var ids []crm.ID
	for _, g := range guests {
		if !g.Contact.IsZero() {
			ids = append(ids, g.Contact)
		}
	}
	list, err := book.ContactsByID(ids)
	if err != nil {
		return nil, err
	}
	byID := make(map[crm.ID]crm.Contact, len(list))
	for _, c := range list {
		byID[c.ID] = c
	}
	out := make([]print.Attendee, len(guests))
	for i, g := range guests {
		out[i] = print.Attendee{Guest: g, Contact: byID[g.Contact]}
	}
	return out, nil
}

// expected are the guests who were invited, or came without, and have not declined.
func expected(list []print.Attendee) []print.Attendee {
	var out []print.Attendee
	for _, a := range list {
		if (a.Guest.Channel != "" || a.Guest.CheckedIn != "") && a.Guest.Answer != crm.Declined {
			out = append(out, a)
		}
	}
	return out
}
