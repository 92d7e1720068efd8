//go:build !headless

package desktop

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// statusLine is the line at the foot: what is saved and backed up, how much there is, how long the search took.
type statusLine struct {
	status *state.Status
	list   *state.ContactList
	words  *state.Words
	saved  *widgets.Text
	backup *widgets.Text
	counts *widgets.Text
	all    fyne.CanvasObject
}

func newStatusLine(status *state.Status, list *state.ContactList, words *state.Words) *statusLine {
	l := &statusLine{status: status, list: list, words: words, saved: widgets.Small(""), backup: widgets.Small(""), counts: widgets.Small("")}
	dot := widgets.NewIcon("circle-dot", theme.ColorAccent).Sized(12)
	row := widgets.Across(theme.SpaceS, dot, l.saved, widgets.Gap(theme.SpaceS), l.backup, widgets.Spring(), l.counts)
	l.all = widgets.Panel(container.NewBorder(widgets.Rule(), nil, nil, nil,
		widgets.Sized(0, theme.StatusHeight, widgets.Inset(0, theme.SpaceL, 0, theme.SpaceL, row))))
	status.OnChanged = l.show
	l.show()
	return l
}

// show says everything anew.
func (l *statusLine) show() {
	l.saved.Set(l.words.Say(l.status.Saved()))
	l.backup.Set(l.words.Text("window.status.no-backup"))
	if at, ok := l.status.Backup(); ok {
		l.backup.Set(l.words.Text("window.status.backup", "time", l.words.Moment(at.Local())))
	}
	persons, companies := l.status.Counts()
	parts := l.words.Text("window.status.counts", "persons", l.words.Number(persons), "companies", l.words.Number(companies))
	if n := l.list.Chosen(); n > 1 {
		parts = l.words.Text("window.status.chosen", "count", n) + " · " + parts
	}
	if took := l.list.Took(); took > 0 {
		parts += " · " + l.words.Text("window.status.took", "ms", fmt.Sprintf("%.1f", float64(took.Microseconds())/1000))
	}
	l.counts.Set(parts)
}
