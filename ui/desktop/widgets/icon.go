package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Icon is a line icon that takes its colour from the look.
type Icon struct {
	widget.BaseWidget
	name    string
	ink     fyne.ThemeColorName
	size    float32
	picture *canvas.Image
}

// NewIcon makes an icon of the usual size.
func NewIcon(name string, ink fyne.ThemeColorName) *Icon {
	i := &Icon{name: name, ink: ink, size: theme.IconSize, picture: &canvas.Image{}}
	i.ExtendBaseWidget(i)
	return i
}

// Sized gives the icon another size and returns it.
func (i *Icon) Sized(size float32) *Icon {
	i.size = size
	return i
}

// Set changes drawing and colour.
func (i *Icon) Set(name string, ink fyne.ThemeColorName) {
	if i.name != name || i.ink != ink {
		i.name, i.ink = name, ink
		i.Refresh()
	}
}

// CreateRenderer draws the icon.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	return rendered(&renderer{objects: []fyne.CanvasObject{i.picture}, of: i, paint: i.paint,
		min: func() fyne.Size { return fyne.NewSquareSize(i.size) },
		layout: func(s fyne.Size) {
			put(i.picture, centred(s.Width, i.size), centred(s.Height, i.size), i.size, i.size)
		}})
}

func (i *Icon) paint() {
	i.picture.Resource = theme.Icon(i.name, i.ink)
	i.picture.Refresh()
}
