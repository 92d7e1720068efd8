package cli

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"regulars/assets/locale"
	"regulars/reports/doc"
	"regulars/reports/print"
	"regulars/reports/xlsx"
	"regulars/store/actions"
	"regulars/store/crm"
)

func openInput(path string) (*os.File, error) { return os.Open(path) }

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// eventJob is a print run for an event, whose guests are found with their contacts.
func (s *session) eventJob(out output, event string) (*printJob, error) {
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
	guests, e, err := s.guests(book, event)
	if err != nil {
		return nil, err
	}
	job.event = e
	job.guests, err = attendees(book, guests)
	return job, err
}

// attendees puts guests and contacts together. A guest whose contact was deleted stands with the name the list has kept.
func attendees(book *actions.Book, guests []crm.Guest) ([]print.Attendee, error) {
	out := make([]print.Attendee, 0, len(guests))
	for _, g := range guests {
		a := print.Attendee{Guest: g}
		if !g.Contact.IsZero() {
			c, err := book.Contact(g.Contact)
			if err != nil && !isNotFound(err) {
				return nil, err
			}
			a.Contact = c
		}
		out = append(out, a)
	}
	return out, nil
}

// sheet is what lists and badges of an event are printed with.
func (j *printJob) sheet() print.SheetOptions {
	return print.SheetOptions{Event: j.event, Firm: j.firm, Texts: j.cat}
}

// only keeps the guests for which ok holds.
func (j *printJob) only(ok func(crm.Guest) bool) []print.Attendee {
	var out []print.Attendee
	for _, a := range j.guests {
		if ok(a.Guest) {
			out = append(out, a)
		}
	}
	return out
}

// expected are guests who come, or whose answer is open; coming are those who said yes or were there.
func expected(g crm.Guest) bool { return (g.Channel != "" && g.Answer != crm.Declined) || coming(g) }
func coming(g crm.Guest) bool   { return g.Answer == crm.Coming || g.CheckedIn != "" }

type badgesCommand struct {
	output
	adjust
	Event string `placeholder:"EVENT"`
	All   bool
	Stock string `default:"A4-2x4" placeholder:"NAME"`
	Start int    `default:"1" placeholder:"N"`
	Skip  []int  `placeholder:"N,N"`
}

// Run prints name badges for those who come.
func (c *badgesCommand) Run(s *session) error {
	stock, err := s.stock(c.Stock)
	if err != nil {
		return err
	}
	job, err := s.eventJob(c.output, c.Event)
	if err != nil {
		return err
	}
	guests := job.only(coming)
	if c.All {
		guests = job.only(expected)
	}
	layout, err := print.Badges(s.ctx, guests, print.BadgeOptions{Stock: stock, Event: job.event, Start: c.Start, Skip: c.Skip, Adjust: c.calibration(), Texts: s.cat})
	if err != nil {
		return err
	}
	return job.write(layout)
}

type signinCommand struct {
	output
	Event string `placeholder:"EVENT"`
	All   bool
}

// Run prints the sheet on which guests sign.
func (c *signinCommand) Run(s *session) error {
	job, err := s.eventJob(c.output, c.Event)
	if err != nil {
		return err
	}
	guests := job.only(coming)
	if c.All {
		guests = job.only(expected)
	}
	return job.document(print.SignInDocument(guests, job.sheet()))
}

type invitationsCommand struct {
	output
	Event   string `placeholder:"EVENT"`
	Channel string `placeholder:"CHANNEL"`
}

// Run writes who is invited by which channel and why, and who is left out.
func (c *invitationsCommand) Run(s *session) error {
	job, err := s.eventJob(c.output, c.Event)
	if err != nil {
		return err
	}
	wanted, err := s.channel(c.Channel, "")
	if err != nil {
		return err
	}
	guests := job.only(func(g crm.Guest) bool { return wanted == "" || g.Channel == wanted })
	return job.document(print.InvitationDocument(guests, job.sheet()))
}

// document writes a list as the file's name says: PDF or a spreadsheet.
func (j *printJob) document(d doc.Document) error {
	switch ext := strings.ToLower(filepath.Ext(j.out.Out)); ext {
	case ".pdf":
		layout, err := print.Report(j.ctx, d, print.Setup{Texts: j.cat})
		if err != nil {
			return err
		}
		return j.write(layout)
	case ".xlsx":
		if err := j.writeFile(j.out.Out, j.out.Force, func(w io.Writer) error {
			return xlsx.Document(w, d, xlsx.Options{Title: d.Title, Created: j.env.Now()})
		}); err != nil {
			return err
		}
		return j.done(map[string]any{"file": j.out.Out}, "cli.export.list-done", locale.Values{"path": j.out.Out})
	default:
		return &usageError{reason: j.text("cli.error.extension", locale.Values{"extension": ext, "known": []string{".pdf", ".xlsx"}})}
	}
}
