package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Notice is the quiet line at the foot of the window that says what has just happened and offers to take it back. It lies over the screen without
// covering it: everything below keeps working.
type Notice struct {
	widget.BaseWidget
	words   *Text
	act     *Button
	close   *Button
	mark    *Icon
	row     *fyne.Container
	surface *Surface
	// OnClosed is called when the user closes the line.
	OnClosed func()
}

// NewNotice makes a line that is not shown yet.
func NewNotice() *Notice {
	n := &Notice{words: Body(""), mark: NewIcon("circle-check", theme.ColorAccent)}
	n.act = NewButton("", "", nil).Compact()
	n.close = NewButton("", "x", func() { n.Dismiss() }).As(Bare).Compact()
	n.row = Across(theme.SpaceM, n.mark, n.words, n.act, n.close)
	n.surface = NewSurface(theme.ColorPanel, theme.ColorLine, theme.Radius+2, Inset(theme.SpaceXS, theme.SpaceS, theme.SpaceXS, theme.SpaceM, n.row))
	n.ExtendBaseWidget(n)
	n.Hide()
	return n
}

// Say shows words; with a label there is a button that does act.
func (n *Notice) Say(words string, warning bool, label, hint string, act func()) {
	n.mark.Set("circle-check", theme.ColorAccent)
	if warning {
		n.mark.Set("triangle-alert", theme.ColorWarn)
	}
	n.words.Set(words)
	n.act.hint, n.act.OnTapped = hint, act
	n.act.Hidden = act == nil
	n.act.SetLabel(label)
	n.act.Refresh()
	n.Show()
	n.Refresh()
}

// Words is what the line says.
func (n *Notice) Words() string { return n.words.Value() }

// Act is the button of the line.
func (n *Notice) Act() *Button { return n.act }

// Dismiss takes the line away.
func (n *Notice) Dismiss() {
	n.Hide()
	if n.OnClosed != nil {
		n.OnClosed()
	}
}

// CreateRenderer draws the line.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(n.surface) }

// AtFoot puts a notice over something, in the middle of its foot.
func AtFoot(below fyne.CanvasObject, n *Notice) *fyne.Container {
	return container.NewStack(below, container.New(footLayout{}, n))
}

type footLayout struct{}

// MinSize asks for nothing: the notice takes the room that is there.
func (footLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout puts the notice near the foot.
func (footLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	m := o[0].MinSize()
	m.Width = min(m.Width, s.Width-2*theme.SpaceM)
	put(o[0], centred(s.Width, m.Width), s.Height-m.Height-theme.SpaceM, m.Width, m.Height)
}
