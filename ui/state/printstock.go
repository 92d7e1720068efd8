package state

import (
	"strconv"

	"regulars/reports/print"
)

// Paper is a sheet of labels or an envelope that can be chosen.
type Paper struct {
	Name string
	Text Message
}

// stocksShown is how many sheets a menu offers; who wants another one searches for it.
const stocksShown = 40

// Stocks lists the sheets of labels whose maker, part or measures hold the words of a query; without one the common ones.
func (p *Printing) Stocks(query string) []Paper {
	list := print.CommonStocks()
	if query != "" {
		found, err := print.SearchStocks(query)
		if err != nil {
			p.desk.Warn(err)
			return nil
		}
		list = found
	}
	var out []Paper
	for _, s := range list[:min(stocksShown, len(list))] {
		out = append(out, Paper{s.Name, stockMessage(s)})
	}
	return out
}

// StockText is the name of the chosen sheet.
func (p *Printing) StockText() Message {
	s, err := print.StockByName(p.stock)
	if err != nil {
		return Say("print.error.stock", "name", p.stock)
	}
	return stockMessage(s)
}

func stockMessage(s print.Stock) Message {
	if s.Brand == "" && len(s.Grids) == 1 {
		return Say("print.stock.grid", "columns", s.Grids[0].Columns, "rows", s.Grids[0].Rows, "width", mm(s.W), "height", mm(s.H))
	}
	return Say("print.stock.maker", "brand", s.Brand, "part", s.Part, "width", mm(s.W), "height", mm(s.H), "count", s.PerSheet())
}

// mm writes a length without needless zeros.
func mm(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// Envelopes lists the envelopes.
func (p *Printing) Envelopes() []Paper {
	var out []Paper
	for _, e := range print.EnvelopeSizes() {
		out = append(out, Paper{e.Name, Say("print.envelope." + e.Name)})
	}
	return out
}

// warningsShown is how many names a warning lists before it only counts.
const warningsShown = 5

// Warnings say what the user should know before printing: who is left out and why, which characters no font has, which texts were cut.
func (p *Printing) Warnings(words *Words) []string {
	if p.layout == nil {
		return nil
	}
	var out []string
	by := map[string][]string{}
	for _, s := range p.layout.Skipped {
		by[s.Reason] = append(by[s.Reason], s.Name)
	}
	for _, reason := range []string{print.NoAddress, print.MailReturned} {
		if names := by[reason]; len(names) > 0 {
			out = append(out, words.Text("printing.skipped", "count", len(names), "reason", words.Text("print.skipped."+reason),
				"names", words.cat.List(names[:min(warningsShown, len(names))])))
		}
	}
	for i, u := range p.layout.Unprintable {
		if i == warningsShown {
			break
		}
		out = append(out, words.Text("print.unprintable", "name", u.Name, "char", string(u.Rune), "code", "U+"+strconv.FormatInt(int64(u.Rune), 16)))
	}
	for i, o := range p.layout.Overflow {
		if i == warningsShown {
			break
		}
		out = append(out, words.Text("print.overflow", "name", o.Name))
	}
	return out
}
