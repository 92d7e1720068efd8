package contacts

import (
	"strings"

	"fyne.io/fyne/v2"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// The columns of the list.
const (
	colCheck   = "check"
	colName    = "name"
	colCompany = "company"
	colPhone   = "phone"
	colTags    = "tags"
	colTouch   = "last-touch"
)

func (s *Screen) newTable() *widgets.Table {
	t := widgets.NewTable(s.columns(), source{s})
	t.OnSelect = s.choose
	t.OnSelectAll = s.work.List.ChooseAll
	t.OnOpen = func(int) { s.Edit() }
	t.OnMenu = s.menu
	t.OnDelete = s.Delete
	t.OnSort = s.sortBy
	t.OnWidths = s.work.KeepWidths
	t.SetWidths(s.work.Widths())
	return t
}

func (s *Screen) columns() []widgets.Column {
	return []widgets.Column{
		{ID: colCheck, Width: 34, MinWidth: 34, Check: true},
		{ID: colName, Title: s.words.Text("contacts.col.name"), Width: 130, MinWidth: 80, Grow: 1, Sortable: true},
		{ID: colCompany, Title: s.words.Text("contacts.col.company"), Width: 180, MinWidth: 80, Grow: 2, Sortable: true},
		{ID: colPhone, Title: s.words.Text("contacts.col.phone"), Width: 122, MinWidth: 80},
		{ID: colTags, Title: s.words.Text("contacts.col.tags"), Width: 130, MinWidth: 60, Grow: 1},
		{ID: colTouch, Title: s.words.Text("contacts.col.touch"), Width: 112, MinWidth: 60, Sortable: true},
	}
}

func (s *Screen) choose(row int, how widgets.Gesture) {
	switch how {
	case widgets.Toggle:
		s.work.List.Toggle(row)
	case widgets.Extend:
		s.work.List.Extend(row)
	default:
		s.work.List.Choose(row)
	}
}

// sortBy sorts by a column; a second press turns the order round.
func (s *Screen) sortBy(column string) {
	s.work.SortBy(column)
}

// source gives the table its rows.
type source struct{ s *Screen }

// Rows is how many contacts were found.
func (r source) Rows() int { return r.s.work.List.Len() }

// Selected reports whether a row is selected.
func (r source) Selected(row int) bool { return r.s.work.List.Selected(row) }

// Cells shows one contact.
func (r source) Cells(row int, cells []widgets.Cell) {
	c, ok := r.s.work.List.Row(row)
	if !ok {
		cells[1] = widgets.Cell{Text: "…", Ink: theme.ColorMuted}
		return
	}
	cells[1] = widgets.Cell{Text: c.Title(), Bold: true}
	cells[2] = widgets.Cell{Text: workOf(&c, r.s.words)}
	cells[3] = widgets.Cell{Text: phoneOf(&c)}
	cells[4] = widgets.Cell{Chips: tagChips(c.Tags)}
	cells[5] = r.s.touch(&c)
}

// workOf says company and title of a person, and that a company is one.
func workOf(c *crm.Contact, words *state.Words) string {
	if c.Kind == crm.Company {
		return words.Choice("kind", string(crm.Company))
	}
	p := c.Current()
	return joined(" · ", p.CompanyName, p.Title)
}

func phoneOf(c *crm.Contact) string {
	p, ok := c.MainPhone()
	if !ok {
		return ""
	}
	return phoneText(p)
}

// phoneText is a number as it was typed, with its extension unless that is in it already.
func phoneText(p crm.Phone) string {
	if p.Ext == "" || strings.Contains(p.Text, p.Ext) {
		return p.Text
	}
	return p.Text + " #" + p.Ext
}

func joined(separator string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, separator)
}

func (s *Screen) touch(c *crm.Contact) widgets.Cell {
	if c.LastTouch.IsZero() {
		return widgets.Cell{Text: "–", Ink: theme.ColorMuted}
	}
	cell := widgets.Cell{Text: s.words.Ago(c.LastTouch)}
	if s.work.LongAgo(c.LastTouch) {
		cell.Ink = theme.ColorWarn
	}
	return cell
}

func tagChips(tags []string) []widgets.Tag {
	out := make([]widgets.Tag, 0, len(tags))
	for _, t := range tags {
		out = append(out, widgets.Tag{Word: t, Tone: ToneOf(t)})
	}
	return out
}

// ToneOf gives a tag its colour: always the same one, taken from the letters of the tag. VIP is amber wherever it stands.
func ToneOf(tag string) theme.Tone {
	if strings.EqualFold(tag, "VIP") {
		return theme.Amber
	}
	sum := 0
	for _, r := range tag {
		sum += int(r)
	}
	tones := theme.Tones()[1:]
	return tones[sum%len(tones)]
}

// menu is what can be done with the selected rows.
func (s *Screen) menu(_ int, at fyne.Position) {
	one := s.work.List.Chosen() == 1
	widgets.ShowMenu(s.table, at, []widgets.Choice{
		{Label: s.words.Text("contacts.edit"), Disabled: !one, Do: s.Edit},
		{Label: s.words.Text("contacts.tag"), Do: s.tag},
		{Label: s.words.Text("contacts.print"), Do: func() { s.host.Print(s.work.List.ChosenIDs()) }},
		{Label: s.words.Text("contacts.export"), Sub: s.exportChoices()},
		{Rule: true},
		{Label: s.words.Text("contacts.delete"), Do: s.Delete},
	})
}
