package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Choice is one line of a menu.
type Choice struct {
	Label    string
	Chosen   bool
	Disabled bool
	Rule     bool // a line instead of words
	Do       func()
	Sub      []Choice
}

// Menu makes the toolkit's menu of choices.
func Menu(choices []Choice) *fyne.Menu {
	items := make([]*fyne.MenuItem, 0, len(choices))
	for _, c := range choices {
		if c.Rule {
			items = append(items, fyne.NewMenuItemSeparator())
			continue
		}
		item := fyne.NewMenuItem(c.Label, c.Do)
		item.Checked, item.Disabled = c.Chosen, c.Disabled
		if len(c.Sub) > 0 {
			item.ChildMenu = Menu(c.Sub)
		}
		items = append(items, item)
	}
	return fyne.NewMenu("", items...)
}

// ShowMenu opens a menu at a place of the canvas that shows o.
func ShowMenu(o fyne.CanvasObject, at fyne.Position, choices []Choice) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		widget.ShowPopUpMenuAtPosition(Menu(choices), c, at)
	}
}

// ShowMenuBelow opens a menu under a thing, such as the button that was pressed.
func ShowMenuBelow(o fyne.CanvasObject, choices []Choice) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	ShowMenu(o, at.AddXY(0, o.Size().Height+2), choices)
}

// Dialog is a question or a message over the window. Escape and a press on the first of its quiet buttons close it.
type Dialog struct {
	// OnEscape is what Escape does; nil closes the dialog.
	OnEscape func()
	popup    *widget.PopUp
	canvas   fyne.Canvas
	before   func(*fyne.KeyEvent)
	focus    fyne.Focusable
}

// NewDialog puts a title, something below it and a row of buttons over a canvas. It is shown by Show.
func NewDialog(c fyne.Canvas, title string, content fyne.CanvasObject, buttons ...fyne.CanvasObject) *Dialog {
	d := &Dialog{canvas: c}
	row := Across(theme.SpaceS, append([]fyne.CanvasObject{Spring()}, buttons...)...)
	body := Edges(Inset(0, 0, theme.SpaceM, 0, Heading(title)), Inset(theme.SpaceL, 0, 0, 0, row), nil, nil, content)
	d.popup = widget.NewModalPopUp(Padded(theme.SpaceM, body), c)
	return d
}

// Show opens the dialog, at least so large, with the keyboard on focus, which may be nil.
func (d *Dialog) Show(least fyne.Size, focus fyne.Focusable) {
	d.before, d.focus = d.canvas.OnTypedKey(), d.canvas.Focused()
	d.canvas.SetOnTypedKey(d.typed)
	d.popup.Show()
	room := d.canvas.Size().SubtractWidthHeight(2*theme.SpaceXL, 2*theme.SpaceXL)
	d.popup.Resize(d.popup.MinSize().Max(least).Min(room.Max(d.popup.MinSize())))
	if focus != nil {
		d.canvas.Focus(focus)
	}
}

func (d *Dialog) typed(e *fyne.KeyEvent) {
	switch {
	case e.Name != fyne.KeyEscape:
	case d.OnEscape != nil:
		d.OnEscape()
	default:
		d.Close()
	}
}

// Close takes the dialog away and gives the keyboard back.
func (d *Dialog) Close() {
	if !d.popup.Visible() {
		return
	}
	d.popup.Hide()
	d.canvas.SetOnTypedKey(d.before)
	if d.focus != nil {
		d.canvas.Focus(d.focus)
	}
}

// Open reports whether the dialog is to be seen.
func (d *Dialog) Open() bool { return d.popup.Visible() }
