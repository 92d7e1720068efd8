package cli

import (
	"io"

	"regulars/assets/locale"
	"regulars/reports/pdf"
	"regulars/reports/print"
	"regulars/store/actions"
	"regulars/store/crm"
)

// audience says for whom something is printed: the contacts of a filter, or the guests of an event.
type audience struct {
	selection
	Event   string `placeholder:"EVENT"`
	Channel string `placeholder:"CHANNEL"`
}

// contacts finds them. For an event it is those invited by the channel (post where none is named; "all" for every invited one).
func (a audience) contacts(s *session, book *actions.Book) ([]crm.Contact, error) {
	if a.Event == "" {
		if a.Channel != "" {
			return nil, &usageError{reason: s.text("cli.error.channel-needs-event")}
		}
		contacts, _, err := s.find(book, a.selection, 0)
		return contacts, err
	}
	guests, _, err := s.guests(book, a.Event)
	if err != nil {
		return nil, err
	}
	wanted, err := s.channel(a.Channel, crm.ByPost)
	if err != nil {
		return nil, err
	}
	var ids []crm.ID
	for _, g := range guests {
		if g.Channel != "" && !g.Contact.IsZero() && (wanted == "" || g.Channel == wanted) {
			ids = append(ids, g.Contact)
		}
	}
	return a.narrowed(s, book, ids)
}

// narrowed keeps those of the guests that the filter finds too, in its order.
func (a audience) narrowed(s *session, book *actions.Book, ids []crm.ID) ([]crm.Contact, error) {
	found, _, err := s.find(book, a.selection, 0)
	if err != nil {
		return nil, err
	}
	wanted := map[crm.ID]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	var out []crm.Contact
	for _, c := range found {
		if wanted[c.ID] {
			out = append(out, c)
		}
	}
	return out, nil
}

// channel reads the name of a channel; "all" is the empty one.
func (s *session) channel(name string, fallback crm.Channel) (crm.Channel, error) {
	switch name {
	case "":
		return fallback, nil
	case "all":
		return "", nil
	}
	known := []string{"all"}
	for _, ch := range crm.Channels() {
		if string(ch) == name {
			return ch, nil
		}
		known = append(known, string(ch))
	}
	return "", &usageError{reason: s.text("cli.usage.not-one-of", locale.Values{"name": "--channel", "known": known, "value": name})}
}

// adjust meets printers as they are.
type adjust struct {
	OffsetX float64 `name:"offset-x" placeholder:"MM"`
	OffsetY float64 `name:"offset-y" placeholder:"MM"`
	Scale   float64 `default:"1" placeholder:"FACTOR"`
}

func (a adjust) calibration() print.Calibration {
	return print.Calibration{X: a.OffsetX, Y: a.OffsetY, Scale: a.Scale}
}

// output is the file that is written.
type output struct {
	Out   string `arg:""`
	Force bool
}

// mail says how people are addressed.
type mail struct {
	Opening string `placeholder:"WORD"`
	Joint   string `enum:",couple,family" default:"" placeholder:"couple|family"`
	Home    bool
	Polite  bool
}

func (m mail) style(firm crm.Firm) crm.MailStyle {
	return crm.MailStyle{From: firm.Country, Opening: crm.Opening(m.Opening), TitleInside: m.Polite, Joint: crm.Joint(m.Joint), Home: m.Home}
}

// printJob is one print run: to whom, from whom, and where it is written.
type printJob struct {
	*session
	out      output
	contacts []crm.Contact
	firm     crm.Firm
	guests   []print.Attendee
	event    crm.Event
}

// printJob looks at the output before it does any work, then finds the contacts and our own firm.
func (s *session) printJob(out output, to audience) (*printJob, error) {
	if err := s.mayWrite(out.Out, out.Force); err != nil {
		return nil, err
	}
	book, err := s.read()
	if err != nil {
		return nil, err
	}
	job := &printJob{session: s, out: out}
	if job.firm, err = book.Firm(); err != nil {
		return nil, err
	}
	if job.contacts, err = to.contacts(s, book); err != nil {
		return nil, err
	}
	if to.Event != "" {
		if job.event, err = s.event(book, to.Event); err != nil {
			return nil, err
		}
	}
	return job, nil
}

// printedDocument is what became of a print run.
type printedDocument struct {
	File        string                `json:"file"`
	Pages       int                   `json:"pages"`
	Printed     int                   `json:"printed"`
	Skipped     []skippedDocument     `json:"skipped"`
	Overflow    []overflowDocument    `json:"overflow"`
	Unprintable []unprintableDocument `json:"unprintable"`
}

type skippedDocument struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Reason string `json:"reason"`
	Text   string `json:"text"`
}

type overflowDocument struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Text string `json:"text"`
}

type unprintableDocument struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Rune string `json:"character"`
}

// write makes the PDF and tells what is on it and what is not.
func (j *printJob) write(l *print.Layout) error {
	if len(l.Pages) == 0 {
		return refuse(ExitNotFound, "nothing-to-print", nil)
	}
	if err := j.writeFile(j.out.Out, j.out.Force, func(w io.Writer) error {
		return pdf.Write(w, l, pdf.Options{Created: j.env.Now(), Author: j.firm.Name})
	}); err != nil {
		return err
	}
	d := j.printed(l)
	if j.JSON {
		return j.printJSON(d)
	}
	return j.tellPrinted(d)
}

func (j *printJob) printed(l *print.Layout) printedDocument {
	d := printedDocument{File: j.out.Out, Pages: len(l.Pages), Printed: filled(l), Skipped: []skippedDocument{}, Overflow: []overflowDocument{},
		Unprintable: []unprintableDocument{}}
	for _, x := range l.Skipped {
		d.Skipped = append(d.Skipped, skippedDocument{x.Contact.String(), x.Name, x.Reason, j.text("print.skipped." + x.Reason)})
	}
	for _, x := range l.Overflow {
		d.Overflow = append(d.Overflow, overflowDocument{x.Contact.String(), x.Name, x.Text})
	}
	for _, x := range l.Unprintable {
		d.Unprintable = append(d.Unprintable, unprintableDocument{x.Contact.String(), x.Name, string(x.Rune)})
	}
	return d
}

// filled counts the cells that somebody is printed in.
func filled(l *print.Layout) int {
	n := 0
	for i := range l.Pages {
		for _, c := range l.Pages[i].Cells {
			if !c.Contact.IsZero() {
				n++
			}
		}
	}
	return n
}

func (j *printJob) tellPrinted(d printedDocument) error {
	key := "cli.print.done-pages"
	if d.Printed > 0 {
		key = "cli.print.done"
	}
	if err := j.print(j.text(key, locale.Values{"path": d.File, "pages": d.Pages, "count": d.Printed})); err != nil {
		return err
	}
	t := &table{}
	for _, x := range d.Skipped {
		t.add("  "+x.Name, x.Text, x.ID)
	}
	for _, x := range d.Overflow {
		t.add("  "+x.Name, j.text("cli.print.overflow", locale.Values{"text": x.Text}), x.ID)
	}
	for _, x := range d.Unprintable {
		t.add("  "+x.Name, j.text("cli.print.unprintable", locale.Values{"character": x.Rune}), x.ID)
	}
	hidden := len(t.rows) - mostListed
	t.rows = t.rows[:min(len(t.rows), mostListed)]
	if err := j.printTable(t); err != nil || hidden <= 0 {
		return err
	}
	return j.print("  " + j.text("cli.print.hidden", locale.Values{"count": hidden}))
}

// mostListed is how many remarks on single addressees people are shown; --json gives all of them.
const mostListed = 12
