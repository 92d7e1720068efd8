package labels

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

const labelWidth = 112

// showSettings puts the answers that belong to the kind beside the preview. The entries stay while the kind does, so that typing is not disturbed.
func (s *Screen) showSettings() {
	if s.shown == s.work.Kind() && len(s.settings.Objects) > 0 && s.typing() {
		return
	}
	s.shown = s.work.Kind()
	s.settings.RemoveAll()
	for _, o := range s.settingsOf(s.shown) {
		s.settings.Add(o)
	}
	s.settings.Refresh()
}

// typing reports whether the keyboard is in one of the entries.
func (s *Screen) typing() bool {
	_, ok := s.host.Canvas().Focused().(*widgets.Entry)
	return ok
}

func (s *Screen) settingsOf(kind state.PrintKind) []fyne.CanvasObject {
	switch kind {
	case state.PrintEnvelopes:
		return s.envelopeSettings()
	case state.PrintLetters:
		return s.letterSettings()
	case state.PrintLabels:
		return s.labelSettings()
	case state.PrintBadges:
		return []fyne.CanvasObject{s.pressModes(), s.offset()}
	}
	return nil
}

func (s *Screen) labelled(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewLabelled(s.words.Text(key), labelWidth, o)
}

func (s *Screen) labelSettings() []fyne.CanvasObject {
	stock := widgets.NewButton(s.words.Say(s.work.StockText()), "", nil).Menu()
	stock.OnTapped = func() { widgets.ShowMenuBelow(stock, s.stockChoices("")) }
	search := widgets.NewEntry(s.words.Text("printing.stock.search"))
	search.OnReturn = func(query string) { widgets.ShowMenuBelow(search, s.stockChoices(query)) }
	set := s.work.Settings()
	return []fyne.CanvasObject{
		widgets.Small(s.words.Text("printing.stock")), stock, search,
		widgets.Gap(theme.SpaceXS), s.pressModes(), widgets.Gap(theme.SpaceXS),
		s.labelled("printing.copies", s.number(float64(set.Copies), func(p *state.PrintSettings, v float64) { p.Copies = int(v) })),
		s.offset(),
		s.check("printing.home", set.Home, func(p *state.PrintSettings, on bool) { p.Home = on }),
		s.check("printing.outline", set.Outline, func(p *state.PrintSettings, on bool) { p.Outline = on }),
	}
}

// pressModes chooses what a press on a label means.
func (s *Screen) pressModes() fyne.CanvasObject {
	row := widgets.Across(theme.SpaceXS)
	for _, spoil := range []bool{false, true} {
		key := "printing.press.start"
		if spoil {
			key = "printing.press.spoil"
		}
		b := widgets.NewButton(s.words.Text(key), "", func() { s.spoil = spoil; s.shown = ""; s.showSettings() }).Compact()
		b.Choose(s.spoil == spoil)
		row.Add(b)
	}
	return widgets.Down(theme.SpaceXS, widgets.Small(s.words.Text("printing.press")), row)
}

func (s *Screen) stockChoices(query string) []widgets.Choice {
	var out []widgets.Choice
	for _, p := range s.work.Stocks(query) {
		out = append(out, widgets.Choice{Label: s.words.Say(p.Text), Chosen: p.Name == s.work.Stock(), Do: func() { s.work.SetStock(p.Name) }})
	}
	if len(out) == 0 {
		out = append(out, widgets.Choice{Label: s.words.Text("printing.stock.none"), Disabled: true})
	}
	return out
}

func (s *Screen) envelopeSettings() []fyne.CanvasObject {
	size := widgets.NewButton(s.words.Text("print.envelope."+s.work.Envelope()), "", nil).Menu()
	size.OnTapped = func() {
		var out []widgets.Choice
		for _, p := range s.work.Envelopes() {
			out = append(out, widgets.Choice{Label: s.words.Say(p.Text), Chosen: p.Name == s.work.Envelope(), Do: func() { s.work.SetEnvelope(p.Name) }})
		}
		widgets.ShowMenuBelow(size, out)
	}
	set := s.work.Settings()
	return []fyne.CanvasObject{
		widgets.Small(s.words.Text("printing.envelope")), size, widgets.Gap(theme.SpaceXS),
		s.check("printing.vertical", set.Vertical, func(p *state.PrintSettings, on bool) { p.Vertical = on }),
		s.check("printing.sender", set.Sender, func(p *state.PrintSettings, on bool) { p.Sender = on }),
		s.check("printing.frame", set.Frame, func(p *state.PrintSettings, on bool) { p.Frame = on }),
		s.check("printing.stamp", set.Stamp, func(p *state.PrintSettings, on bool) { p.Stamp = on }),
		s.check("printing.preprinted", set.Preprinted, func(p *state.PrintSettings, on bool) { p.Preprinted = on }),
		s.check("printing.home", set.Home, func(p *state.PrintSettings, on bool) { p.Home = on }),
		s.offset(),
		s.noSender(),
	}
}

// noSender leads to the particulars of the firm while there is no name to print as the sender.
func (s *Screen) noSender() fyne.CanvasObject {
	if !s.work.Settings().Sender || s.work.HasSender() {
		return widgets.Gap(0)
	}
	return widgets.Down(theme.SpaceS,
		widgets.NewWrapped(s.words.Text("settings.no-sender"), panelWidth-2*theme.SpaceL).Small().In(theme.ColorWarn),
		widgets.Across(0, widgets.NewButton(s.words.Text("settings.no-sender.do"), "pencil", s.host.EditFirm)))
}

func (s *Screen) letterSettings() []fyne.CanvasObject {
	name := s.work.Template()
	if name == "" {
		name = s.words.Text("printing.letter.none")
	}
	return []fyne.CanvasObject{
		widgets.Small(s.words.Text("printing.letter")),
		widgets.NewButton(name, "file-text", func() { s.host.OpenFile([]string{".txt", ".md"}, s.work.SetTemplate) }),
		widgets.NewWrapped(s.words.Text("printing.letter.hint"), panelWidth-2*theme.SpaceL).Small().In(theme.ColorMuted),
	}
}

// offset moves everything on the paper, to meet printers as they are.
func (s *Screen) offset() fyne.CanvasObject {
	set := s.work.Settings()
	x := s.number(set.X, func(p *state.PrintSettings, v float64) { p.X = v })
	y := s.number(set.Y, func(p *state.PrintSettings, v float64) { p.Y = v })
	return widgets.Down(theme.SpaceS, s.labelled("printing.offset.x", x), s.labelled("printing.offset.y", y))
}

// farthest is how far, in mm, printing may be moved; more is a slip of the finger.
const farthest = 50

// number is an entry for a number; what is none changes nothing.
func (s *Screen) number(value float64, set func(*state.PrintSettings, float64)) fyne.CanvasObject {
	e := widgets.NewEntry("0")
	e.SetText(strconv.FormatFloat(value, 'f', -1, 64))
	e.OnChanged = func(text string) {
		v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		if err == nil && v >= -farthest && v <= farthest*2 {
			s.work.Change(func(p *state.PrintSettings) { set(p, v) })
		}
	}
	return container.NewStack(e)
}

// check is a line to tick.
func (s *Screen) check(key string, on bool, set func(*state.PrintSettings, bool)) fyne.CanvasObject {
	return widgets.NewTick(s.words.Text(key), on, func(on bool) { s.work.Change(func(p *state.PrintSettings) { set(p, on) }) })
}
