package importwizard

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// rowsStep shows what becomes of each row, and how rows of people who are known already are treated.
type rowsStep struct {
	s     *Screen
	table *widgets.Table
	frame fyne.CanvasObject
	tag   *widgets.Entry
}

// The columns of the table of rows.
const (
	colRow     = "row"
	colOutcome = "outcome"
	colName    = "name"
	colChange  = "change"
	colDecide  = "decide"
)

func newRowsStep(s *Screen) *rowsStep {
	r := &rowsStep{s: s}
	text := s.words.Text
	r.table = widgets.NewTable([]widgets.Column{
		{ID: colRow, Title: text("import.col.row"), Width: 56, MinWidth: 40, Right: true},
		{ID: colOutcome, Title: text("import.col.outcome"), Width: 92, MinWidth: 60},
		{ID: colName, Title: text("import.col.name"), Width: 150, MinWidth: 80, Grow: 1},
		{ID: colChange, Title: text("import.col.change"), Width: 420, MinWidth: 140, Grow: 5},
		{ID: colDecide, Title: text("import.col.decide"), Width: 150, MinWidth: 110},
	}, r)
	r.table.OnPress = func(row int, _ string, at fyne.Position) { r.decide(row, at) }
	r.table.OnOpen = func(row int) { r.explain(row) }
	r.frame = widgets.Frame(r.table)
	r.tag = widgets.NewEntry(text("import.tag"))
	r.tag.OnReturn = s.work.SetTag
	r.tag.OnFocus = func(on bool) {
		if !on {
			s.work.SetTag(r.tag.Text)
		}
	}
	return r
}

func (r *rowsStep) draw() fyne.CanvasObject {
	s := r.s
	r.table.Reload()
	if r.tag.Text != s.work.Tag() {
		r.tag.SetText(s.work.Tag())
	}
	s.next(s.words.Text("import.nothing-written"), func() { s.work.Go(state.ImportColumns) }, s.words.Text("import.next.confirm"),
		func() { s.work.Go(state.ImportConfirm) })
	head := widgets.Down(theme.SpaceM, s.tiles(s.work.FilterOn), r.modes())
	for _, q := range s.questions() {
		head.Add(q)
	}
	return widgets.Edges(widgets.Inset(0, 0, theme.SpaceM, 0, head), nil, nil, nil, r.frame)
}

// modes chooses what is done with people who are known already.
func (r *rowsStep) modes() fyne.CanvasObject {
	s := r.s
	row := widgets.Across(theme.SpaceXS+2, widgets.Muted(s.words.Text("import.duplicates")))
	for _, d := range s.work.DuplicateModes() {
		b := widgets.NewButton(s.words.Text("duplicates."+string(d)), "", func() { s.work.SetDuplicates(d) }).Compact()
		b.Choose(d == s.work.Duplicates())
		row.Add(b)
	}
	row.Add(widgets.Spring())
	row.Add(widgets.Sized(190, theme.ControlHeight, r.tag))
	return row
}

// questions asks about dates that may be read in two ways.
func (s *Screen) questions() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, q := range s.work.Questions() {
		yes, no := "import.answer.day-first", "import.answer.month-first"
		if q.Code == "roc-year" {
			yes, no = "import.answer.roc", "import.answer.common"
		}
		out = append(out, widgets.Card(widgets.Across(theme.SpaceS, widgets.NewIcon("circle-help", theme.ColorAccent),
			widgets.Stretch(widgets.Body(s.words.Text("question."+q.Code, "column", q.Header, "count", q.Count, "example", q.Example)).Cut()),
			widgets.NewButton(s.words.Text(yes), "", func() { s.work.Answer(q, true) }).Compact(),
			widgets.NewButton(s.words.Text(no), "", func() { s.work.Answer(q, false) }).Compact())))
	}
	return out
}

// tiles are the figures of the plan; with filter a press on one shows its rows.
func (s *Screen) tiles(filter func(string)) fyne.CanvasObject {
	c := s.work.Counts()
	row := widgets.Across(theme.SpaceM)
	for _, t := range []struct {
		key     string
		count   int
		warning bool
	}{
		{string(crm.OutcomeCreated), c.Created, false}, {string(crm.OutcomeUpdated), c.Updated, false},
		{string(crm.OutcomeUnchanged), c.Unchanged, false}, {string(crm.OutcomeSkipped), c.Skipped, false},
		{string(crm.OutcomeFailed), c.Failed, c.Failed > 0}, {state.TroubledRows, c.Troubled, c.Troubled > 0},
	} {
		tile := widgets.NewTile("", "", nil)
		tile.Set(s.words.Number(t.count), s.words.Text("import.tile."+t.key), t.warning)
		if filter != nil {
			tile.OnTapped = func() { filter(s.toggled(t.key)) }
			tile.Choose(s.work.Filter() == t.key)
		}
		row.Add(widgets.Stretch(tile))
	}
	return row
}

// toggled is the filter after a press on a tile; a second press shows all rows again.
func (s *Screen) toggled(key string) string {
	if s.work.Filter() == key {
		return state.AllRows
	}
	return key
}

// Rows is how many rows are shown.
func (r *rowsStep) Rows() int { return r.s.work.Rows() }

// Selected is never so.
func (r *rowsStep) Selected(int) bool { return false }

// Cells shows one row of the file.
func (r *rowsStep) Cells(n int, cells []widgets.Cell) {
	row, ok := r.s.work.Row(n)
	if !ok {
		return
	}
	cells[0] = widgets.Cell{Text: strconv.Itoa(row.Number), Ink: theme.ColorMuted}
	cells[1] = widgets.Cell{Chips: []widgets.Tag{{Word: r.s.words.Text("outcome." + string(row.Outcome)), Tone: outcomeTone(row.Outcome)}}}
	cells[2] = widgets.Cell{Text: row.Title, Bold: true}
	cells[3] = r.change(row.Number, n)
	cells[4] = widgets.Cell{Text: r.decision(row.Number), Menu: true}
}

func outcomeTone(o crm.Outcome) theme.Tone {
	switch o {
	case crm.OutcomeCreated:
		return theme.Green
	case crm.OutcomeUpdated:
		return theme.Blue
	case crm.OutcomeFailed:
		return theme.Red
	}
	return theme.Neutral
}

// change says old → new for an update, else why the row ends as it does and what was remarked on it.
func (r *rowsStep) change(number, n int) widgets.Cell {
	row, _ := r.s.work.Row(n)
	var parts []string
	for _, ch := range row.Changes {
		parts = append(parts, state.ChangeText(ch, r.s.words))
	}
	if reason := r.s.words.Say(state.RowReason(row)); reason != "" {
		parts = append(parts, reason)
	}
	if summary := r.s.work.RowSummary(number); summary != "" && len(row.Changes) == 0 {
		parts = append([]string{summary}, parts...)
	}
	cell := widgets.Cell{}
	for _, p := range r.s.work.RowProblems(number) {
		parts = append(parts, r.s.words.Say(state.ProblemMessage(p)))
		if state.Troubling(p) {
			cell.Ink = theme.ColorWarn
		}
	}
	cell.Text = oneLine(strings.Join(parts, "；"))
	return cell
}

func (r *rowsStep) decision(number int) string {
	d, ok := r.s.work.Decided(number)
	key := "import.decide.auto"
	switch {
	case !ok:
	case d.Skip:
		key = "import.decide.skip"
	case d.New:
		key = "import.decide.new"
	case !d.Record.IsZero():
		key = "import.decide.join"
	}
	return r.s.words.Text(key)
}

// decide opens what can be done with a row.
func (r *rowsStep) decide(n int, at fyne.Position) {
	row, ok := r.s.work.Row(n)
	if !ok {
		return
	}
	text, set := r.s.words.Text, r.s.work
	choices := []widgets.Choice{
		{Label: text("import.decide.auto"), Do: func() { set.DecideAuto(row.Number) }},
		{Label: text("import.decide.skip"), Do: func() { set.DecideSkip(row.Number) }},
		{Label: text("import.decide.new"), Do: func() { set.DecideNew(row.Number) }},
	}
	for _, a := range row.Alike {
		if a.Record.IsZero() || a.Row != 0 {
			continue
		}
		choices = append(choices, widgets.Choice{Label: text("import.decide.join-with", "name", a.Title, "percent", int(a.Score*100)),
			Do: func() { set.DecideJoin(row.Number, a.Record) }})
	}
	choices = append(choices, widgets.Choice{Rule: true}, widgets.Choice{Label: text("import.decide.explain"), Do: func() { r.explain(n) }})
	widgets.ShowMenu(r.table, at, choices)
}

// explain shows everything about a row.
func (r *rowsStep) explain(n int) {
	row, ok := r.s.work.Row(n)
	if !ok {
		return
	}
	words, box := r.s.words, widgets.Down(theme.SpaceXS)
	line := func(text string, ink fyne.ThemeColorName) { box.Add(widgets.NewWrapped(text, 520).In(ink)) }
	if reason := words.Say(state.RowReason(row)); reason != "" {
		line(reason, theme.ColorText)
	}
	for _, ch := range row.Changes {
		line(state.ChangeText(ch, words), theme.ColorText)
	}
	for _, a := range row.Alike {
		line(words.Text("import.alike", "name", a.Title, "percent", int(a.Score*100), "reasons", words.List("match.", a.Reasons)), theme.ColorMuted)
	}
	for _, p := range r.s.work.RowProblems(row.Number) {
		line(words.Say(state.ProblemMessage(p)), theme.ColorWarn)
	}
	var d *widgets.Dialog
	close := widgets.NewButton(words.Text("window.ok"), "", func() { d.Close() }).As(widgets.Primary)
	d = widgets.NewDialog(r.s.host.Canvas(), words.Text("import.row", "row", row.Number, "name", row.Title), box, close)
	d.Show(fyne.NewSize(580, 0), close)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
