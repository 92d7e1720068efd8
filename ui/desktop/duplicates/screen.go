package duplicates

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// Host is what the screen needs of the window around it.
type Host interface {
	// Canvas is where the keyboard is.
	Canvas() fyne.Canvas
	// ShowContact shows the card of a contact.
	ShowContact(id crm.ID)
}

// Screen is the list of pairs with the comparison of the chosen one.
type Screen struct {
	host    Host
	words   *state.Words
	work    *state.Duplicates
	table   *widgets.Table
	title   *widgets.Text
	problem *widgets.Text
	body    *fyne.Container
	scroll  *container.Scroll
	foot    *fyne.Container
	stage   *fyne.Container
	shown   [2]crm.ID
	all     fyne.CanvasObject
}

const listWidth float32 = 348

// New makes the screen over its state.
func New(host Host, work *state.Duplicates, words *state.Words) *Screen {
	s := &Screen{host: host, words: words, work: work, title: widgets.Title(""), problem: widgets.Small("").In(theme.ColorWarn).Cut(),
		body: widgets.Down(theme.SpaceS), stage: container.NewStack()}
	s.table = widgets.NewTable([]widgets.Column{
		{ID: "pair", Title: words.Text("duplicates.col.pair"), Width: 200, MinWidth: 100, Grow: 1},
		{ID: "score", Title: words.Text("duplicates.col.score"), Width: 76, MinWidth: 50, Right: true},
	}, rows{s})
	s.table.OnSelect = func(row int, _ widgets.Gesture) { work.Choose(row) }
	s.scroll = container.NewScroll(widgets.Padded(theme.SpaceL, s.body))
	s.all = s.layout()
	work.OnChanged = s.show
	s.show()
	return s
}

func (s *Screen) layout() fyne.CanvasObject {
	text := s.words.Text
	head := widgets.Down(theme.SpaceXS, s.title, s.problem)
	list := widgets.Inset(theme.SpaceM+2, theme.SpaceM, 0, theme.SpaceL,
		widgets.Edges(widgets.Inset(0, 0, theme.SpaceS, theme.SpaceS, head), nil, nil, nil, widgets.Fixed(listWidth, s.table)))
	buttons := widgets.Across(theme.SpaceS,
		widgets.NewButton(text("duplicates.apart"), "x", s.work.Apart),
		widgets.Spring(),
		widgets.NewButton(text("duplicates.left"), "chevrons-left", func() { s.work.TakeAll(0) }),
		widgets.NewButton(text("duplicates.right"), "chevrons-right", func() { s.work.TakeAll(1) }),
		widgets.NewButton(text("duplicates.merge"), "merge", s.work.Merge).As(widgets.Primary))
	s.foot = widgets.Edges(widgets.Rule(), nil, nil, nil, widgets.Inset(theme.SpaceM, theme.SpaceL, theme.SpaceM, theme.SpaceL, container.NewHScroll(buttons)))
	side := widgets.Panel(widgets.Edges(nil, s.foot, widgets.Rule(), nil, s.scroll))
	s.stage.Add(widgets.Edges(nil, nil, list, nil, side))
	return s.stage
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.all }

// Actions are the buttons for the top of the window.
func (s *Screen) Actions() []fyne.CanvasObject {
	return []fyne.CanvasObject{widgets.NewButton(s.words.Text("duplicates.again"), "refresh-cw", s.work.Look)}
}

// Focus looks for pairs, unless that was done before, and gives the keyboard to the list.
func (s *Screen) Focus() {
	if !s.work.Looked() {
		s.work.Look()
	}
	s.host.Canvas().Focus(s.table.Focusable())
}

// Cancel ends the comparison, if one is under way.
func (s *Screen) Cancel() bool {
	if !s.work.Busy() {
		return false
	}
	s.work.Stop()
	return true
}

func (s *Screen) show() {
	s.title.Set(s.words.Text("duplicates.title", "count", s.work.Rows()))
	s.problem.Set(s.words.Say(s.work.Problem()))
	s.problem.Hidden = s.problem.Value() == ""
	s.table.Reload()
	s.table.SetCursor(s.work.At())
	two, ok := s.work.Two()
	s.foot.Hidden = !ok
	s.body.Objects = s.parts(ok)
	s.body.Refresh()
	if now := [2]crm.ID{two[0].ID, two[1].ID}; now != s.shown {
		s.shown = now
		s.scroll.ScrollToTop()
	}
	s.stage.Refresh()
}

// parts is the comparison, or what there is instead.
func (s *Screen) parts(ok bool) []fyne.CanvasObject {
	switch {
	case s.work.Busy():
		bar := widgets.NewBar()
		bar.Set(-1)
		stop := widgets.NewButton(s.words.Text("duplicates.stop"), "x", s.work.Stop)
		return []fyne.CanvasObject{widgets.Muted(s.words.Text("duplicates.busy")), widgets.Fixed(300, bar), widgets.Across(0, stop)}
	case !ok:
		return []fyne.CanvasObject{widgets.Teaching("circle-check", s.words.Text("duplicates.none"), s.words.Text("duplicates.none.words"))}
	}
	return s.comparison()
}

// rows gives the table its rows.
type rows struct{ s *Screen }

// Rows is the number of pairs.
func (r rows) Rows() int { return r.s.work.Rows() }

// Selected reports whether a pair is the one that is shown.
func (r rows) Selected(row int) bool { return row == r.s.work.At() }

// Cells shows one pair.
func (r rows) Cells(row int, cells []widgets.Cell) {
	p, ok := r.s.work.Pair(row)
	if !ok {
		return
	}
	cells[0] = widgets.Cell{Text: p.Titles[0]}
	if p.Titles[0] != p.Titles[1] {
		cells[0].Text = r.s.words.Text("duplicates.pair", "one", p.Titles[0], "other", p.Titles[1])
	}
	cells[1] = widgets.Cell{Text: fmt.Sprintf("%d%%", p.Score), Ink: theme.ColorMuted}
}
