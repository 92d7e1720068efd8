package state

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"regulars/reports/pdf"
	"regulars/reports/print"
	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/safefile"
)

// The layout of a print run as the preview draws it: pages of boxes and texts in mm.
type (
	PrintLayout = print.Layout
	PrintPage   = print.Page
	PrintCell   = print.Cell
	PrintRun    = print.Run
)

// PrintKind is what is printed. Its name for people is the catalogue key "printing.kind.<PrintKind>".
type PrintKind string

// What can be printed. The last three need an event.
const (
	PrintLabels    PrintKind = "labels"
	PrintEnvelopes PrintKind = "envelopes"
	PrintLetters   PrintKind = "letters"
	PrintBadges    PrintKind = "badges"
	PrintSignIn    PrintKind = "sign-in"
	PrintInvited   PrintKind = "invitations"
)

// PrintBook is what printing needs of the data file.
type PrintBook interface {
	ContactsByID(ids []crm.ID) ([]crm.Contact, error)
	Guests(event crm.ID) ([]crm.Guest, error)
	Event(id crm.ID) (crm.Event, error)
	Firm() (crm.Firm, error)
	Today() crm.Date
}

// Printing is a print run while it is prepared: for whom, on what, and the layout that comes of it. The preview draws the layout that the PDF is
// written from, so what is seen is what is printed.
type Printing struct {
	// OnChanged is called when there is another layout or page.
	OnChanged func()

	desk  *Desk
	book  PrintBook
	prefs Preferences
	words func() *Words

	ids       []crm.ID
	event     crm.ID
	kind      PrintKind
	stock     string
	envelope  string
	set       PrintSettings
	start     int
	skip      []int
	layout    *print.Layout
	page      int
	problem   Message
	asked     int
	cancel    func()
	template  *print.Template
	templated string
	scratch   string // folder of files that were made to be opened
}

// PrintSettings are the answers to how a run is printed.
type PrintSettings struct {
	X, Y       float64 // mm to the right and down
	Copies     int     // of each label
	Outline    bool    // print the edges of the labels too
	Vertical   bool    // envelopes: Chinese vertical writing
	Frame      bool    // envelopes: the red frame around the name
	Stamp      bool    // envelopes: mark the place of the stamp
	Preprinted bool    // envelopes: boxes and frame are on the paper already
	Sender     bool    // envelopes: print who sends it
	Home       bool    // prefer the address at home
}

// NewPrinting makes a run for nobody yet. words gives the language of now, in which lists are headed.
func NewPrinting(d *Desk, prefs Preferences, words func() *Words) *Printing {
	p := &Printing{OnChanged: func() {}, desk: d, book: d.book, prefs: prefs, words: words, kind: PrintLabels, start: 1, cancel: func() {},
		stock: prefs.String("print.stock"), envelope: prefs.String("print.envelope"), set: PrintSettings{Copies: 1, Vertical: true, Stamp: true, Sender: true}}
	if p.stock == "" {
		p.stock = print.DefaultStock
	}
	if p.envelope == "" {
		p.envelope = print.EnvelopeSizes()[0].Name
	}
	p.set.X, _ = strconv.ParseFloat(prefs.String("print.x"), 64) // 0 where nothing was set
	p.set.Y, _ = strconv.ParseFloat(prefs.String("print.y"), 64)
	d.OnChange(func(c actions.Change) {
		if len(c.Contacts) > 0 || len(c.Guests) > 0 || c.Settings {
			p.lay()
		}
	})
	return p
}

// For prints for contacts.
func (p *Printing) For(ids []crm.ID) {
	p.ids, p.event = slices.Clone(ids), crm.ID{}
	if !slices.Contains(p.Kinds(), p.kind) {
		p.kind = PrintLabels
	}
	p.fresh()
}

// ForGuests prints for guests of an event.
func (p *Printing) ForGuests(event crm.ID, contacts []crm.ID, kind PrintKind) {
	p.ids, p.event, p.kind = slices.Clone(contacts), event, kind
	p.fresh()
}

// fresh begins with an unused sheet.
func (p *Printing) fresh() {
	p.page, p.start, p.skip = 0, 1, nil
	p.lay()
}

// Kinds lists what can be printed for those chosen.
func (p *Printing) Kinds() []PrintKind {
	kinds := []PrintKind{PrintLabels, PrintEnvelopes, PrintLetters}
	if !p.event.IsZero() {
		kinds = append(kinds, PrintBadges, PrintSignIn, PrintInvited)
	}
	return kinds
}

// Kind is what is printed.
func (p *Printing) Kind() PrintKind { return p.kind }

// SetKind changes it.
func (p *Printing) SetKind(k PrintKind) {
	p.kind = k
	p.fresh()
}

// Count is for how many contacts is printed.
func (p *Printing) Count() int { return len(p.ids) }

// Settings are the answers so far.
func (p *Printing) Settings() PrintSettings { return p.set }

// HasSender reports whether the firm has a name to be printed as the sender. Where that cannot be read, the layout says why.
func (p *Printing) HasSender() bool {
	firm, err := p.book.Firm()
	return err != nil || firm.Name != ""
}

// Change gives other answers, and remembers the offset, which belongs to the printer.
func (p *Printing) Change(change func(*PrintSettings)) {
	change(&p.set)
	p.set.Copies = min(max(p.set.Copies, 1), 99)
	p.prefs.SetString("print.x", strconv.FormatFloat(p.set.X, 'f', -1, 64))
	p.prefs.SetString("print.y", strconv.FormatFloat(p.set.Y, 'f', -1, 64))
	p.lay()
}

// Stock is the name of the sheet of labels.
func (p *Printing) Stock() string { return p.stock }

// SetStock prints on other sheets.
func (p *Printing) SetStock(name string) {
	p.stock = name
	p.prefs.SetString("print.stock", name)
	p.fresh()
}

// Envelope is the name of the envelope.
func (p *Printing) Envelope() string { return p.envelope }

// SetEnvelope prints on other envelopes, in the direction in which they are usually written.
func (p *Printing) SetEnvelope(name string) {
	p.envelope = name
	p.prefs.SetString("print.envelope", name)
	if size, err := print.EnvelopeByName(name); err == nil {
		p.set.Vertical = size.Style == print.Vertical
	}
	p.fresh()
}

// Start is the first cell of the first sheet that is used, from 1.
func (p *Printing) Start() int { return p.start }

// StartAt begins at a cell of the first sheet.
func (p *Printing) StartAt(cell int) {
	p.start = max(cell, 1)
	p.lay()
}

// Spoil marks a cell of the first sheet as used up, or takes the mark off.
func (p *Printing) Spoil(cell int) {
	if at := slices.Index(p.skip, cell); at >= 0 {
		p.skip = slices.Delete(slices.Clone(p.skip), at, at+1)
	} else {
		p.skip = append(slices.Clone(p.skip), cell)
	}
	p.lay()
}

// Spoiled are the cells that are left out.
func (p *Printing) Spoiled() []int { return p.skip }

// Layout is the run as it will be printed, nil before the first one.
func (p *Printing) Layout() *PrintLayout { return p.layout }

// Problem says why there is no layout.
func (p *Printing) Problem() Message { return p.problem }

// Page is the page that is shown, from 0.
func (p *Printing) Page() (page *PrintPage, number, of int) {
	if p.layout == nil || len(p.layout.Pages) == 0 {
		return nil, 0, 0
	}
	return &p.layout.Pages[p.page], p.page, len(p.layout.Pages)
}

// Turn goes some pages on or back.
func (p *Printing) Turn(pages int) {
	if p.layout == nil {
		return
	}
	p.page = max(min(p.page+pages, len(p.layout.Pages)-1), 0)
	p.OnChanged()
}

// lay makes the layout anew beside the screen; only the newest one is shown.
func (p *Printing) lay() {
	p.cancel()
	p.asked++
	mine, job := p.asked, p.job()
	var layout *print.Layout
	var err error
	p.cancel = p.desk.run.Go(func(ctx context.Context) { layout, err = job.layout(ctx) }, func() {
		if mine != p.asked {
			return
		}
		if p.problem = Explain(err); err == nil {
			p.layout = layout
			p.page = max(min(p.page, len(layout.Pages)-1), 0)
		}
		p.OnChanged()
	})
}

// SavePDF writes the run to a file; then, which may be nil, is called once it is there.
func (p *Printing) SavePDF(path string, then func()) {
	layout := p.layout
	if layout == nil || len(layout.Pages) == 0 {
		return
	}
	p.desk.do(func(context.Context) error {
		return safefile.Replace(path, func(w io.Writer) error {
			return pdf.Write(w, layout, pdf.Options{Created: p.desk.now(), Author: "Regulars"})
		})
	}, func(err error) {
		switch {
		case err != nil:
			p.desk.Warn(err)
		case then != nil:
			then()
		default:
			p.desk.Tell(Say("printing.saved", "pages", len(layout.Pages), "path", path))
		}
	})
}

// ForViewer writes the run to a file of its own for the system's PDF viewer, which prints, and gives its path to open. Such files are removed
// when the data file is closed.
func (p *Printing) ForViewer(open func(path string)) {
	if p.scratch == "" {
		dir, err := os.MkdirTemp("", "regulars-print-")
		if err != nil {
			p.desk.Warn(err)
			return
		}
		p.scratch = dir
		p.desk.OnClose(func() error { return os.RemoveAll(dir) })
	}
	path := filepath.Join(p.scratch, string(p.kind)+"-"+strconv.Itoa(p.asked)+".pdf")
	p.SavePDF(path, func() { open(path) })
}

// SetTemplate reads the template of a letter from a file.
func (p *Printing) SetTemplate(path string) {
	var template print.Template
	p.desk.do(func(context.Context) error {
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		template, err = print.ParseTemplate(file)
		if closeErr := file.Close(); err == nil {
			err = closeErr
		}
		return err
	}, func(err error) {
		if err != nil {
			p.desk.Warn(err)
			return
		}
		p.template, p.templated = &template, filepath.Base(path)
		p.lay()
	})
}

// Template is the file name of the letter's template, "" before one was chosen.
func (p *Printing) Template() string { return p.templated }
