package cli

import (
	"errors"
	"strings"

	"regulars/assets/locale"
	"regulars/reports/print"
)

type labelsCommand struct {
	Print  labelsPrintCommand  `cmd:"" default:"withargs" hidden:""`
	Stocks labelsStocksCommand `cmd:""`
	Test   labelsTestCommand   `cmd:""`
}

type labelsPrintCommand struct {
	output
	audience
	adjust
	mail
	Stock   string `default:"A4-3x8" placeholder:"NAME"`
	Start   int    `default:"1" placeholder:"N"`
	Skip    []int  `placeholder:"N,N"`
	Copies  int    `default:"1" placeholder:"N"`
	Outline bool
	Size    float64 `placeholder:"PT"`
}

// Run prints address labels.
func (c *labelsPrintCommand) Run(s *session) error {
	stock, err := s.stock(c.Stock)
	if err != nil {
		return err
	}
	if per := stock.PerSheet(); c.Start < 1 || c.Start > per {
		return &usageError{command: "labels", reason: s.text("cli.error.out-of-range", locale.Values{"name": "--start", "low": 1, "high": per})}
	}
	job, err := s.printJob(c.output, c.audience)
	if err != nil {
		return err
	}
	layout, err := print.Labels(s.ctx, job.contacts, print.LabelOptions{Stock: stock, Start: c.Start, Skip: c.Skip, Copies: c.Copies,
		Adjust: c.calibration(), Outline: c.Outline, Size: c.Size, Mail: c.style(job.firm)})
	if err != nil {
		return err
	}
	return job.write(layout)
}

func (s *session) stock(name string) (print.Stock, error) {
	stock, err := print.StockByName(name)
	if errors.Is(err, print.ErrNoStock) {
		return stock, notFound("stock", name)
	}
	return stock, err
}

type labelsStocksCommand struct {
	Query []string `arg:"" optional:""`
}

type stockDocument struct {
	Name        string  `json:"name"`
	Description string  `json:"description"`
	PerSheet    int     `json:"labels_per_sheet"`
	Width       float64 `json:"width_mm"`
	Height      float64 `json:"height_mm"`
}

// Run lists label sheets: the common ones, or all that hold the words.
func (c *labelsStocksCommand) Run(s *session) error {
	found := print.CommonStocks()
	if len(c.Query) > 0 {
		var err error
		if found, err = print.SearchStocks(strings.Join(c.Query, " ")); err != nil {
			return err
		}
	}
	docs, t := []stockDocument{}, &table{}
	for _, x := range found {
		d := stockDocument{x.Name, x.What, x.PerSheet(), x.W, x.H}
		docs = append(docs, d)
		t.add(d.Name, s.text("cli.stocks.size", locale.Values{"width": number(d.Width), "height": number(d.Height), "count": d.PerSheet}), d.Description)
	}
	if err := s.list(docs, t, "cli.stocks.none"); err != nil || s.JSON || len(c.Query) > 0 {
		return err
	}
	all, err := print.Stocks()
	if err != nil {
		return err
	}
	s.say("cli.stocks.more", locale.Values{"count": len(all)})
	return nil
}

type labelsTestCommand struct {
	output
	adjust
	Stock string `default:"A4-3x8" placeholder:"NAME"`
}

// Run prints the edges of the labels on plain paper, to be held against a sheet.
func (c *labelsTestCommand) Run(s *session) error {
	stock, err := s.stock(c.Stock)
	if err != nil {
		return err
	}
	layout, err := print.Outline(stock, c.calibration())
	if err != nil {
		return err
	}
	return (&printJob{session: s, out: c.output}).write(layout)
}
