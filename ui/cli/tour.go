package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	cards "regulars/assets/demo"
	"regulars/assets/locale"
	"regulars/store/crm"
	"regulars/store/demo"
)

// tourCommand does the main job from end to end without a window: a made-up firm, business cards in, labels, envelopes and invitations out.
type tourCommand struct {
	Out   string `arg:"" name:"folder"`
	Force bool
}

// tourStep is one thing the tour does and the files it writes.
type tourStep struct {
	key   string
	files []string
	run   func(*session) error
}

// Run does the steps one after the other on a data file of its own in the folder.
func (c *tourCommand) Run(s *session) error {
	steps := c.steps()
	if err := c.prepare(s, steps); err != nil {
		return err
	}
	s.Data = filepath.Join(c.Out, "tour.db")
	quiet := *s
	if s.JSON {
		quiet.env.Stdout = io.Discard
	}
	start := s.env.Now()
	err := c.doSteps(&quiet, steps)
	s.book = quiet.book
	if err != nil {
		return err
	}
	return c.listFiles(s, steps, s.env.Now().Sub(start))
}

func (c *tourCommand) doSteps(s *session, steps []tourStep) error {
	for i, step := range steps {
		if err := s.print(s.text("cli.tour.step", locale.Values{"number": i + 1, "what": locale.Key(step.key)})); err != nil {
			return err
		}
		if err := step.run(s); err != nil && !onlyProblems(err) {
			return err
		}
	}
	return nil
}

func (c *tourCommand) path(name string) string { return filepath.Join(c.Out, name) }

func (c *tourCommand) output(name string) output { return output{Out: c.path(name), Force: c.Force} }

func (c *tourCommand) steps() []tourStep {
	sheet := cards.Cards()
	printer := adjust{Scale: 1}
	return []tourStep{
		{"cli.tour.demo", nil, func(s *session) error { return (&demoCommand{Contacts: demo.DefaultContacts, Seed: 1}).Run(s) }},
		{"cli.tour.import", []string{sheet.Name}, func(s *session) error {
			if err := s.writeFile(c.path(sheet.Name), c.Force, func(w io.Writer) error { return writeAll(w, sheet.Data) }); err != nil {
				return err
			}
			return (&importCommand{Files: []string{c.path(sheet.Name)}, Duplicates: "fill", Tag: s.text("cli.tour.tag")}).Run(s)
		}},
		{"cli.tour.labels", []string{"labels.pdf"}, func(s *session) error {
			return (&labelsPrintCommand{output: c.output("labels.pdf"), audience: audience{selection: selection{Kind: string(crm.Person)}}, adjust: printer, Stock: "A4-3x8", Start: 1, Copies: 1}).Run(s)
		}},
		{"cli.tour.envelopes", []string{"envelopes.pdf"}, func(s *session) error {
			return (&envelopesPrintCommand{output: c.output("envelopes.pdf"), adjust: printer, Size: "12K", Style: "vertical",
				audience: audience{selection: selection{Filter: "tag:" + s.text("cli.tour.tag"), Kind: string(crm.Person)}}}).Run(s)
		}},
		{"cli.tour.invite", nil, func(s *session) error {
			return (&eventsInviteCommand{Event: tourEvent, selection: selection{Filter: "tag:" + s.text("cli.tour.tag"), Kind: string(crm.Person)}}).Run(s)
		}},
		{"cli.tour.invitations", []string{"invitations.pdf", "invitations.xlsx"}, func(s *session) error {
			if err := (&invitationsCommand{output: c.output("invitations.pdf"), Event: tourEvent}).Run(s); err != nil {
				return err
			}
			return (&invitationsCommand{output: c.output("invitations.xlsx"), Event: tourEvent}).Run(s)
		}},
		{"cli.tour.sheets", []string{"badges.pdf", "sign-in.pdf"}, func(s *session) error {
			if err := (&badgesCommand{output: c.output("badges.pdf"), adjust: printer, Event: tourEvent, Stock: "A4-2x4", Start: 1}).Run(s); err != nil {
				return err
			}
			return (&signinCommand{output: c.output("sign-in.pdf"), Event: tourEvent}).Run(s)
		}},
		{"cli.tour.export", []string{"contacts.xlsx"}, func(s *session) error {
			return (&exportContactsCommand{output: c.output("contacts.xlsx")}).Run(s)
		}},
	}
}

// tourEvent is the dinner of the made-up firm.
const tourEvent = "年終感恩餐會"

func writeAll(w io.Writer, data []byte) error {
	_, err := w.Write(data)
	return err
}

// prepare makes the folder and looks at the files in it before anything is done. With force the tour's own files of an earlier run go.
func (c *tourCommand) prepare(s *session, steps []tourStep) error {
	if err := os.MkdirAll(c.Out, 0o777); err != nil {
		return err
	}
	for _, step := range steps {
		for _, name := range step.files {
			if err := s.mayWrite(c.path(name), c.Force); err != nil {
				return err
			}
		}
	}
	data := c.path("tour.db")
	if err := s.mayWrite(data, c.Force); err != nil {
		return err
	}
	if err := os.Remove(data); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

type fileDocument struct {
	File string `json:"file"`
	Size int64  `json:"size"`
}

func (c *tourCommand) listFiles(s *session, steps []tourStep, took time.Duration) error {
	docs, t := []fileDocument{}, &table{}
	for _, step := range append([]tourStep{{files: []string{"tour.db"}}}, steps...) {
		for _, name := range step.files {
			info, err := os.Stat(c.path(name))
			if err != nil {
				return err
			}
			docs = append(docs, fileDocument{c.path(name), info.Size()})
			t.add("  "+c.path(name), s.cat.Size(info.Size()), s.text("cli.tour.file."+strings.ReplaceAll(name, ".", "-")))
		}
	}
	if s.JSON {
		return s.printJSON(docs)
	}
	if err := s.print(s.text("cli.tour.done", locale.Values{"folder": c.Out, "seconds": number(float64(took.Round(100*time.Millisecond)) / float64(time.Second))})); err != nil {
		return err
	}
	return s.printTable(t)
}
