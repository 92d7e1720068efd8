package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// Trash is the screen of deleted contacts.
type Trash struct {
	host    Host
	words   *state.Words
	work    *state.Trash
	table   *widgets.Table
	title   *widgets.Text
	problem *widgets.Text
	restore *widgets.Button
	empty   *widgets.Button
	teach   *fyne.Container
	all     fyne.CanvasObject
}

// NewTrash makes the screen over its state.
func NewTrash(host Host, work *state.Trash, words *state.Words) *Trash {
	text := words.Text
	t := &Trash{host: host, words: words, work: work, title: widgets.Title(""), problem: widgets.Small("").In(theme.ColorWarn).Cut(), teach: container.NewStack()}
	t.restore = widgets.NewButton(text("journal.trash.restore"), "rotate-ccw", work.Restore)
	t.empty = widgets.NewButton(text("journal.trash.empty"), "trash-2", t.askEmpty).As(widgets.Danger)
	t.table = widgets.NewTable([]widgets.Column{
		{ID: "check", Width: 34, MinWidth: 34, Check: true},
		{ID: "name", Title: text("contacts.col.name"), Width: 160, MinWidth: 80, Grow: 1},
		{ID: "company", Title: text("contacts.col.company"), Width: 220, MinWidth: 80, Grow: 2},
		{ID: "deleted", Title: text("journal.trash.col.deleted"), Width: 180, MinWidth: 90},
		{ID: "by", Title: text("journal.col.who"), Width: 120, MinWidth: 60},
	}, trashRows{t})
	t.table.OnSelect = t.choose
	t.table.OnSelectAll = work.ChooseAll
	t.table.OnOpen = func(int) { work.Restore() }
	head := widgets.Edges(nil, nil, nil, widgets.Across(theme.SpaceS, t.restore, t.empty), widgets.Down(theme.SpaceXS, t.title,
		widgets.Small(text("journal.trash.words")).Cut(), t.problem))
	t.all = widgets.Inset(theme.SpaceM+2, theme.SpaceL, 0, theme.SpaceL,
		widgets.Edges(widgets.Inset(0, 0, theme.SpaceS, theme.SpaceS, head), nil, nil, nil, container.NewStack(t.table, t.teach)))
	work.OnChanged = t.show
	t.show()
	return t
}

// Content is what the window shows.
func (t *Trash) Content() fyne.CanvasObject { return t.all }

// Actions are the buttons for the top of the window.
func (t *Trash) Actions() []fyne.CanvasObject {
	return []fyne.CanvasObject{widgets.NewButton(t.words.Text("journal.to-history"), "history", t.host.ShowHistory)}
}

// Focus reads the trash and gives the keyboard to it.
func (t *Trash) Focus() {
	t.work.Load()
	t.host.Canvas().Focus(t.table.Focusable())
}

// Cancel does nothing.
func (t *Trash) Cancel() bool { return false }

func (t *Trash) choose(row int, how widgets.Gesture) {
	switch how {
	case widgets.Toggle:
		t.work.Toggle(row)
	case widgets.Extend:
		t.work.Extend(row)
	default:
		t.work.Choose(row)
	}
}

// askEmpty asks before anything is erased, since nothing brings it back.
func (t *Trash) askEmpty() {
	t.host.Confirm(t.words.Text("journal.trash.empty.title"), t.words.Text("journal.trash.empty.sure", "count", t.work.Rows()),
		t.words.Text("journal.trash.empty.yes"), t.work.Empty)
}

func (t *Trash) show() {
	t.title.Set(t.words.Text("journal.trash.title", "count", t.work.Rows()))
	t.problem.Set(t.words.Say(t.work.Problem()))
	t.problem.Hidden = t.problem.Value() == ""
	able(t.restore, t.work.Chosen() > 0)
	able(t.empty, t.work.Rows() > 0)
	t.teach.RemoveAll()
	if t.work.Rows() == 0 {
		t.teach.Add(widgets.Teaching("trash-2", t.words.Text("journal.trash.none"), t.words.Text("journal.trash.none.words")))
	}
	t.teach.Refresh()
	t.table.Reload()
}

func able(b *widgets.Button, on bool) {
	if on {
		b.Enable()
		return
	}
	b.Disable()
}

// trashRows gives the table its rows.
type trashRows struct{ t *Trash }

// Rows is how many contacts lie in the trash.
func (r trashRows) Rows() int { return r.t.work.Rows() }

// Selected reports whether a row is selected.
func (r trashRows) Selected(row int) bool { return r.t.work.Selected(row) }

// Cells shows one contact.
func (r trashRows) Cells(row int, cells []widgets.Cell) {
	c, ok := r.t.work.Row(row)
	if !ok {
		return
	}
	cells[1] = widgets.Cell{Text: c.Contact.Title(), Bold: true}
	cells[2] = widgets.Cell{Text: c.Contact.CompanyName()}
	cells[3] = widgets.Cell{Text: r.t.words.Moment(c.At().Local()), Ink: theme.ColorMuted}
	cells[4] = widgets.Cell{Text: c.By, Ink: theme.ColorMuted}
}
