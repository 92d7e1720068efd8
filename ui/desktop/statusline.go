//go:build !headless

package desktop

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

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
	l.all = widgets.Panel(widgets.Edges(widgets.Rule(), nil, nil, nil,
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
		parts += " · " + l.words.Text("window.status.took", "ms", milliseconds(took))
	}
	l.counts.Set(parts)
}

// milliseconds writes a short time; below a tenth nobody cares how much.
func milliseconds(d time.Duration) string {
	if d < 100*time.Microsecond {
		return "< 0.1"
	}
	return fmt.Sprintf("%.1f", float64(d.Microseconds())/1000)
}
