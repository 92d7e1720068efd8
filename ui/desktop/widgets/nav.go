package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// NavItem is one line of the navigation at the left: an icon, a name, and perhaps a number that wants attention.
type NavItem struct {
	widget.BaseWidget
	OnTapped func()

	icon, name, badge string
	chosen, over      bool

	field   *canvas.Rectangle
	picture *canvas.Image
	word    *canvas.Text
	pill    pill
}

const navHeight = 38

// NewNavItem makes a line of the navigation.
func NewNavItem(icon, name string, tapped func()) *NavItem {
	n := &NavItem{OnTapped: tapped, icon: icon, name: name, field: box(theme.Radius), picture: &canvas.Image{},
		word: letters(theme.TextBody, false), pill: newPill()}
	n.ExtendBaseWidget(n)
	return n
}

// Choose marks the screen that is shown.
func (n *NavItem) Choose(on bool) {
	n.chosen = on
	n.Refresh()
}

// Badge sets the number; "" takes it away.
func (n *NavItem) Badge(badge string) {
	n.badge = badge
	n.Refresh()
}

// Tapped goes to the screen.
func (n *NavItem) Tapped(*fyne.PointEvent) { n.OnTapped() }

// MouseIn lights the line.
func (n *NavItem) MouseIn(*desktop.MouseEvent) { n.hover(true) }

// MouseMoved is of no interest.
func (n *NavItem) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the light away.
func (n *NavItem) MouseOut() { n.hover(false) }

func (n *NavItem) hover(on bool) {
	n.over = on
	n.Refresh()
}

// CreateRenderer draws the line.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	return rendered(&renderer{objects: []fyne.CanvasObject{n.field, n.picture, n.word, n.pill.field, n.pill.word}, of: n,
		paint: n.paint, layout: n.lay, min: func() fyne.Size { return fyne.NewSize(theme.NavWidth-2*theme.SpaceS, navHeight) }})
}

func (n *NavItem) paint() {
	var fill fyne.ThemeColorName
	ink := theme.ColorText
	switch {
	case n.chosen:
		fill, ink = theme.ColorAccentSoft, theme.ColorAccentInk
	case n.over:
		fill = theme.ColorHover
	}
	colour(n.field, fill, "")
	n.word.Text, n.word.Color, n.word.TextStyle.Bold = n.name, theme.Color(ink), n.chosen
	n.picture.Resource = theme.Icon(n.icon, ink)
	n.pill.paint(n.badge, theme.Red)
	n.pill.field.Hidden, n.pill.word.Hidden = n.badge == "", n.badge == ""
	n.picture.Refresh()
}

func (n *NavItem) lay(s fyne.Size) {
	put(n.field, 0, 0, s.Width, s.Height)
	put(n.picture, theme.SpaceM, centred(s.Height, theme.IconSize), theme.IconSize, theme.IconSize)
	put(n.word, theme.SpaceM+theme.IconSize+theme.SpaceS+2, 0, s.Width, s.Height)
	w := measure(n.badge, theme.TextSmall, false) + pillMargin
	n.pill.place(s.Width-w-theme.SpaceS, centred(s.Height, theme.ChipHeight), w)
}
