package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Stepper shows the steps of a longer act and which one it is at.
type Stepper struct {
	widget.BaseWidget
	names []string
	at    int
	texts []*Text
	row   *fyne.Container
}

// NewStepper makes a stepper at its first step.
func NewStepper(names ...string) *Stepper {
	s := &Stepper{names: names, row: Across(theme.SpaceM + 4)}
	for _, n := range names {
		t := Muted(n)
		s.texts = append(s.texts, t)
		s.row.Add(t)
	}
	s.ExtendBaseWidget(s)
	s.Set(0)
	return s
}

// Set goes to a step, counted from 0.
func (s *Stepper) Set(at int) {
	s.at = at
	for i, t := range s.texts {
		t.bold, t.shown.TextStyle.Bold = i == at, i == at
		ink := theme.ColorMuted
		if i == at {
			ink = theme.ColorAccentInk
		}
		t.Set(stepMark(i) + " " + s.names[i])
		t.In(ink)
	}
	s.row.Refresh()
}

// stepMark is the number in a circle: ① to ⑨.
func stepMark(i int) string { return string(rune('①' + i)) }

// CreateRenderer draws the steps.
func (s *Stepper) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.row) }

// Tile is a number with what it counts; a press shows what was counted.
type Tile struct {
	widget.BaseWidget
	OnTapped func()
	surface  *Surface
	figure   *Text
	caption  *Text
	chosen   bool
}

// NewTile makes a tile.
func NewTile(figure, caption string, tapped func()) *Tile {
	t := &Tile{OnTapped: tapped, figure: Figure(figure), caption: Small(caption).Cut()}
	t.surface = Card(Down(0, t.figure, t.caption))
	t.ExtendBaseWidget(t)
	return t
}

// Set changes the number and its words; a warning is in the colour of warnings.
func (t *Tile) Set(figure, caption string, warning bool) {
	ink := theme.ColorText
	if warning {
		ink = theme.ColorWarn
	}
	t.figure.Set(figure)
	t.figure.In(ink)
	t.caption.Set(caption)
}

// Choose marks the tile whose things are shown.
func (t *Tile) Choose(on bool) {
	t.chosen = on
	t.surface.fill, t.surface.border = theme.ColorPanel, theme.ColorLine
	if on {
		t.surface.fill, t.surface.border = theme.ColorAccentSoft, theme.ColorAccent
	}
	t.surface.Refresh()
}

// Tapped shows what was counted.
func (t *Tile) Tapped(*fyne.PointEvent) {
	if t.OnTapped != nil {
		t.OnTapped()
	}
}

// CreateRenderer draws the tile.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.surface) }

// Teaching is what an empty screen shows: what belongs here, and the buttons to start with.
func Teaching(icon, title, words string, buttons ...fyne.CanvasObject) *fyne.Container {
	text := NewParagraph(words).Quiet()
	text.Alignment = fyne.TextAlignCenter
	row := container.NewCenter(Across(theme.SpaceS, buttons...))
	return container.NewCenter(Down(theme.SpaceS,
		container.NewCenter(NewIcon(icon, theme.ColorMuted).Sized(40)),
		Heading(title).Aligned(fyne.TextAlignCenter),
		Fixed(420, text),
		row))
}

// Labelled puts a label at the left of a control, in a column of a width, and a note that may come and go below it.
type Labelled struct {
	widget.BaseWidget
	label *Text
	note  *Text
	all   *fyne.Container
}

// NewLabelled makes a labelled control.
func NewLabelled(label string, width float32, control fyne.CanvasObject) *Labelled {
	l := &Labelled{label: Muted(label).Cut(), note: Small("").In(theme.ColorWarn).Cut()}
	l.note.Hide()
	head := container.New(topLayout{theme.ControlHeight}, l.label)
	l.all = Edges(nil, nil, Fixed(width, head), nil, Down(2, control, l.note))
	l.ExtendBaseWidget(l)
	return l
}

// LabelWidth is the width of a column of labels in which none is cut off.
func LabelWidth(labels ...string) float32 {
	var widest float32
	for _, l := range labels {
		widest = max(widest, Muted(l).MinSize().Width)
	}
	return widest + theme.SpaceS
}

// topLayout keeps a thing at the top, in the middle of a line of a height.
type topLayout struct{ height float32 }

// MinSize is the line's height.
func (l topLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, l.height)
}

// Layout places the thing in the line.
func (l topLayout) Layout(o []fyne.CanvasObject, s fyne.Size) { put(o[0], 0, 0, s.Width, l.height) }

// Note says something about what was typed; "" takes it away. A warning is in the colour of warnings.
func (l *Labelled) Note(text string, warning bool) {
	ink := theme.ColorMuted
	if warning {
		ink = theme.ColorWarn
	}
	l.note.Set(text)
	l.note.In(ink)
	l.note.Hidden = text == ""
	l.all.Refresh()
}

// NoteText is what the note says now.
func (l *Labelled) NoteText() string { return l.note.Value() }

// CreateRenderer draws label, control and note.
func (l *Labelled) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.all) }

// Avatar is a round field with the beginning of a name.
type Avatar struct {
	widget.BaseWidget
	letters string
	field   *canvas.Circle
	word    *canvas.Text
}

// NewAvatar makes an avatar.
func NewAvatar(initials string) *Avatar {
	a := &Avatar{letters: initials, field: canvas.NewCircle(nil), word: letters(theme.TextHeading+2, true)}
	a.ExtendBaseWidget(a)
	return a
}

// Set changes the letters.
func (a *Avatar) Set(initials string) {
	a.letters = initials
	a.Refresh()
}

// CreateRenderer draws the avatar.
func (a *Avatar) CreateRenderer() fyne.WidgetRenderer {
	return rendered(&renderer{objects: []fyne.CanvasObject{a.field, a.word}, of: a,
		paint: func() {
			a.field.FillColor = theme.Color(theme.ColorAccentSoft)
			a.word.Text, a.word.Color, a.word.Alignment = a.letters, theme.Color(theme.ColorAccentInk), fyne.TextAlignCenter
		},
		min: func() fyne.Size { return fyne.NewSquareSize(52) },
		layout: func(s fyne.Size) {
			put(a.field, 0, centred(s.Height, 52), 52, 52)
			put(a.word, 0, 0, 52, s.Height)
		}})
}
