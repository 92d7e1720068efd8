package settings

import (
	"fyne.io/fyne/v2"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
)

// row is a line of a list: what it is about, a word on it, and perhaps a button. label is the button's catalogue key.
type row struct {
	title, words string
	label        string
	do           func()
}

// list shows the first rows of a short list, and all of them when asked.
type list struct {
	s    *Screen
	none string
	rows []row
	long bool
	all  *fyne.Container
}

// fewRows is how many rows a list shows before somebody asks for the rest.
const fewRows = 5

func newList(s *Screen, none string) *list {
	return &list{s: s, none: none, all: widgets.Down(theme.SpaceS)}
}

func (l *list) show(rows []row) {
	l.rows = rows
	l.all.RemoveAll()
	if len(rows) == 0 {
		l.all.Add(l.s.explained(l.none))
	}
	for i, r := range rows {
		if i == fewRows && !l.long {
			l.all.Add(widgets.Across(0, l.more(len(rows)-fewRows)))
			break
		}
		l.all.Add(l.line(r))
	}
	l.all.Refresh()
}

func (l *list) more(n int) fyne.CanvasObject {
	return widgets.NewButton(l.s.words.Text("settings.more", "count", n), "chevron-down", func() {
		l.long = true
		l.show(l.rows)
		l.s.all.Refresh()
	}).As(widgets.Bare)
}

func (l *list) line(r row) fyne.CanvasObject {
	words := widgets.Down(0, widgets.Body(r.title).Cut(), widgets.Small(r.words).Cut())
	if r.label == "" {
		return words
	}
	button := widgets.NewButton(l.s.words.Text(r.label), "", r.do).Compact()
	return widgets.Edges(nil, nil, nil, widgets.Across(0, button), words)
}
