package cli

import (
	"errors"
	"path/filepath"

	"regulars/assets/locale"
	"regulars/reports/print"
	"regulars/store/crm"
)

type lettersCommand struct {
	output
	audience
	mail
	Template string  `required:"" placeholder:"FILE"`
	Paper    string  `default:"A4" placeholder:"NAME"`
	Size     float64 `placeholder:"PT"`
}

// Run prints letters, one a contact.
func (c *lettersCommand) Run(s *session) error {
	template, err := s.template(c.Template)
	if err != nil {
		return err
	}
	paper, ok := print.PaperByName(c.Paper)
	if !ok {
		return notFound("paper", c.Paper)
	}
	job, err := s.printJob(c.output, c.audience)
	if err != nil {
		return err
	}
	layout, err := print.Letters(s.ctx, job.contacts, print.LetterOptions{Template: template, Firm: job.firm, Day: s.today(), Paper: paper, Size: c.Size,
		Mail: c.style(job.firm), Texts: s.cat, Values: s.eventValues(job.event)})
	if err != nil {
		return err
	}
	return job.write(layout)
}

// eventFields are what a letter may say about an event.
func eventFields() []string {
	return []string{"event", "event.day", "event.time", "event.place", "event.topic", "event.reply"}
}

func (s *session) eventValues(e crm.Event) map[string]string {
	day := func(d crm.Date) string { return s.cat.Date(d.Year(), d.Month(), d.Day()) }
	return map[string]string{"event": e.Name, "event.day": day(e.Day), "event.time": e.Time, "event.place": e.Place, "event.topic": e.Topic,
		"event.reply": day(e.Reply)}
}

func (s *session) template(path string) (print.Template, error) {
	f, err := openInput(path)
	if err != nil {
		return print.Template{}, err
	}
	template, err := print.ParseTemplate(f, eventFields()...)
	err = errors.Join(err, f.Close())
	var fault *print.TemplateError
	if errors.As(err, &fault) {
		return template, refuse(ExitUnreadable, "template", locale.Values{"path": filepath.Base(path), "line": fault.Line,
			"reason": s.text("print.template."+fault.Code, locale.Values{"text": fault.Text, "line": fault.Line})})
	}
	return template, err
}
