package cli

import (
	"errors"

	"regulars/reports/print"
	"regulars/store/crm"
)

type envelopesCommand struct {
	Print envelopesPrintCommand `cmd:"" default:"withargs" hidden:""`
	Sizes envelopesSizesCommand `cmd:""`
}

type envelopesPrintCommand struct {
	output
	audience
	adjust
	mail
	Size       string `default:"12K" placeholder:"NAME"`
	Style      string `enum:"horizontal,vertical" default:"vertical"`
	NoSender   bool
	Preprinted bool
	NoFrame    bool
	NoStamp    bool
	HanDigits  bool
}

// Run prints envelopes.
func (c *envelopesPrintCommand) Run(s *session) error {
	size, err := print.EnvelopeByName(c.Size)
	if errors.Is(err, print.ErrNoEnvelope) {
		return notFound("envelope", c.Size)
	}
	if err != nil {
		return err
	}
	job, err := s.printJob(c.output, c.audience)
	if err != nil {
		return err
	}
	o := print.EnvelopeOptions{Size: size, Style: print.EnvelopeStyle(c.Style), Firm: job.firm, Preprinted: c.Preprinted, Frame: !c.NoFrame, Stamp: !c.NoStamp,
		HanDigits: c.HanDigits, Adjust: c.calibration(), Mail: c.style(job.firm)}
	if c.NoSender {
		o.Firm = crm.Firm{}
	}
	layout, err := print.Envelopes(s.ctx, job.contacts, o)
	if err != nil {
		return err
	}
	return job.write(layout)
}

type envelopesSizesCommand struct{}

// Run lists envelopes.
func (c *envelopesSizesCommand) Run(s *session) error {
	docs, t := []stockDocument{}, &table{}
	for _, x := range print.EnvelopeSizes() {
		description := s.cat.TextOr("print.envelope."+x.Name, x.Name)
		docs = append(docs, stockDocument{Name: x.Name, Description: description, PerSheet: 1, Width: x.W, Height: x.H})
		t.add(x.Name, number(x.W)+" × "+number(x.H)+" mm", description)
	}
	return s.list(docs, t, "cli.stocks.none")
}
