package importwizard

import (
	"strconv"

	"fyne.io/fyne/v2"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// columnsStep shows where each column of the file goes and what becomes of it.
type columnsStep struct {
	s     *Screen
	table *widgets.Table
	list  []state.ImportColumn
	frame fyne.CanvasObject
}

// The columns of the table of columns.
const (
	colHeader  = "header"
	colSample  = "sample"
	colField   = "field"
	colState   = "state"
	colBecomes = "becomes"
)

func newColumnsStep(s *Screen) *columnsStep {
	c := &columnsStep{s: s}
	text := s.words.Text
	c.table = widgets.NewTable([]widgets.Column{
		{ID: colHeader, Title: text("import.col.header"), Width: 150, MinWidth: 80, Grow: 1},
		{ID: colSample, Title: text("import.col.sample"), Width: 200, MinWidth: 80, Grow: 2},
		{ID: colField, Title: text("import.col.field"), Width: 190, MinWidth: 120, Grow: 1},
		{ID: colState, Title: text("import.col.state"), Width: 84, MinWidth: 60},
		{ID: colBecomes, Title: text("import.col.becomes"), Width: 300, MinWidth: 120, Grow: 4},
	}, c)
	c.table.OnPress = func(row int, _ string, at fyne.Position) { c.choose(row, at) }
	c.table.OnOpen = func(row int) { c.choose(row, c.middle()) }
	c.frame = widgets.Frame(c.table)
	return c
}

// middle is where a menu opens that was asked for by keyboard.
func (c *columnsStep) middle() fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.table)
	return at.AddXY(c.table.Size().Width/3, c.table.Size().Height/4)
}

func (c *columnsStep) draw() fyne.CanvasObject {
	s := c.s
	c.list = s.work.Columns(s.words)
	c.table.Reload()
	s.next(s.words.Text("import.undo-later"), func() { s.work.Go(state.ImportFile) }, s.words.Text("import.next.rows"),
		func() { s.work.Go(state.ImportRows) }, widgets.NewButton(s.words.Text("import.remember"), "save", s.work.Remember))
	foot := widgets.Down(theme.SpaceM, s.tiles(nil))
	return widgets.Edges(widgets.Inset(0, 0, theme.SpaceM, 0, s.source()), widgets.Inset(theme.SpaceM, 0, 0, 0, foot), nil, nil, c.frame)
}

// Rows is how many columns the file has.
func (c *columnsStep) Rows() int { return len(c.list) }

// Selected is never so: columns are not selected.
func (c *columnsStep) Selected(int) bool { return false }

// Cells shows one column of the file.
func (c *columnsStep) Cells(row int, cells []widgets.Cell) {
	col := c.list[row]
	header := col.Header
	if header == "" {
		header = c.s.words.Text("import.no-header", "number", row+1)
	}
	cells[0] = widgets.Cell{Text: header, Bold: true}
	cells[1] = widgets.Cell{Text: oneLine(col.Sample)}
	cells[2] = widgets.Cell{Text: c.fieldName(col.Field), Menu: true}
	cells[3] = widgets.Cell{Chips: []widgets.Tag{{Word: c.s.words.Text("import.state." + col.State), Tone: stateTone(col)}}}
	cells[4] = c.becomes(col)
}

func (c *columnsStep) fieldName(key string) string {
	if key == "" {
		return c.s.words.Text("import.left-out")
	}
	return c.s.words.Field(key)
}

func (c *columnsStep) becomes(col state.ImportColumn) widgets.Cell {
	cell := widgets.Cell{Text: oneLine(col.Becomes)}
	if col.Field == "" {
		return widgets.Cell{Text: c.s.words.Say(col.Reason), Ink: theme.ColorMuted}
	}
	if note := c.s.words.Say(col.Note); note != "" {
		cell.Text += c.s.words.Text("window.in-brackets", "text", oneLine(note))
		if col.Doubt {
			cell.Ink = theme.ColorWarn
		}
	}
	return cell
}

func stateTone(col state.ImportColumn) theme.Tone {
	switch col.State {
	case "certain":
		return theme.Green
	case "look":
		return theme.Amber
	case "new":
		return theme.Blue
	}
	return theme.Neutral
}

// choose opens the fields that a column can be sent to.
func (c *columnsStep) choose(row int, at fyne.Position) {
	s, col := c.s, c.list[row]
	custom := s.work.CustomField(row)
	choices := []widgets.Choice{
		{Label: s.words.Text("import.left-out"), Chosen: col.Field == "", Do: func() { s.work.SetField(row, "") }},
		{Label: s.words.Text("import.as-custom", "name", s.words.Field(custom)), Chosen: col.Field == custom, Do: func() { s.work.SetField(row, custom) }},
		{Rule: true},
	}
	for _, g := range s.work.FieldChoices() {
		group := widgets.Choice{Label: s.words.Text("group." + g.Group)}
		for _, f := range g.Fields {
			group.Sub = append(group.Sub, widgets.Choice{Label: s.words.Field(f), Chosen: col.Field == f, Do: func() { s.work.SetField(row, f) }})
		}
		choices = append(choices, group)
	}
	widgets.ShowMenu(c.table, at, choices)
}

// source chooses sheet, header row and encoding where the program found the wrong ones.
func (s *Screen) source() fyne.CanvasObject {
	src := s.work.Source()
	if src == nil {
		return widgets.Gap(0)
	}
	row := widgets.Across(theme.SpaceS)
	if len(src.Sheets) > 1 {
		row.Add(s.menu(s.words.Text("import.sheet", "sheet", src.Sheet), s.sheetChoices))
	}
	row.Add(s.menu(s.headerName(src.HeaderRow), s.headerChoices))
	if len(src.Encodings) > 0 {
		row.Add(s.menu(s.words.Text("import.encoding", "encoding", src.Encoding), s.encodingChoices))
	}
	for _, note := range s.work.FileNotes() {
		row.Add(widgets.Stretch(widgets.Small(s.words.Say(note)).Cut()))
		break
	}
	return row
}

// menu is a button that opens choices.
func (s *Screen) menu(label string, choices func() []widgets.Choice) *widgets.Button {
	b := widgets.NewButton(label, "", nil).Menu().Compact()
	b.OnTapped = func() { widgets.ShowMenuBelow(b, choices()) }
	return b
}

func (s *Screen) sheetChoices() []widgets.Choice {
	var out []widgets.Choice
	for _, sh := range s.work.Source().Sheets {
		out = append(out, widgets.Choice{Label: s.words.Text("import.sheet.rows", "sheet", sh.Name, "count", sh.Rows),
			Chosen: sh.Name == s.work.Source().Sheet, Do: func() { s.work.SetSheet(sh.Name) }})
	}
	return out
}

func (s *Screen) headerName(row int) string {
	if row <= 0 {
		return s.words.Text("import.header.none")
	}
	return s.words.Text("import.header", "row", strconv.Itoa(row))
}

func (s *Screen) headerChoices() []widgets.Choice {
	var out []widgets.Choice
	for _, row := range s.work.HeaderRows() {
		out = append(out, widgets.Choice{Label: s.headerName(row), Chosen: row == s.work.Source().HeaderRow, Do: func() { s.work.SetHeaderRow(row) }})
	}
	return out
}

func (s *Screen) encodingChoices() []widgets.Choice {
	var out []widgets.Choice
	for _, e := range s.work.Source().Encodings {
		out = append(out, widgets.Choice{Label: e, Chosen: e == s.work.Source().Encoding, Do: func() { s.work.SetEncoding(e) }})
	}
	return out
}
