package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
)

// item is an event in the list at the left.
type item struct {
	widget.BaseWidget
	tapped  func()
	surface *widgets.Surface
}

func newItem(name, facts string, chosen bool, tapped func()) *item {
	fill, ink := theme.ColorPanel, theme.ColorText
	if chosen {
		fill, ink = theme.ColorAccentSoft, theme.ColorAccentInk
	}
	words := widgets.Down(0, widgets.Strong(name).Cut().In(ink), widgets.Small(facts).Cut())
	i := &item{tapped: tapped, surface: widgets.NewSurface(fill, "", theme.Radius, widgets.Inset(theme.SpaceS, theme.SpaceM, theme.SpaceS, theme.SpaceM, words))}
	i.ExtendBaseWidget(i)
	return i
}

// Tapped shows the event.
func (i *item) Tapped(*fyne.PointEvent) { i.tapped() }

// Cursor shows that the item can be pressed.
func (i *item) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the item.
func (i *item) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(i.surface) }
