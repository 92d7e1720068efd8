package duplicates

import (
	"strings"

	"fyne.io/fyne/v2"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

const (
	labelWidth float32 = 108
	sideWidth  float32 = 262
	markWidth          = theme.IconSize + theme.SpaceS
)

// comparison shows the two side by side, then what would become of them.
func (s *Screen) comparison() []fyne.CanvasObject {
	two, _ := s.work.Two()
	out := []fyne.CanvasObject{s.reasons(), s.line(widgets.Gap(0), s.name(&two[0]), s.name(&two[1]))}
	for _, c := range s.work.Lines() {
		out = append(out, s.compared(c))
	}
	return append(out, widgets.Gap(theme.SpaceXS), s.merged())
}

// reasons say what the two share and where they differ.
func (s *Screen) reasons() fyne.CanvasObject {
	row := widgets.Across(theme.SpaceXS + 2)
	p, _ := s.work.Pair(s.work.At())
	for _, r := range p.Reasons {
		tone := theme.Green
		if strings.HasPrefix(r, "other-") {
			tone = theme.Amber
		}
		row.Add(widgets.NewChip(s.words.Text("match."+r), tone))
	}
	return row
}

func (s *Screen) name(c *crm.Contact) fyne.CanvasObject {
	w := widgets.NewWrapped(c.Title(), sideWidth).Bold()
	w.OnTapped = func() { s.host.ShowContact(c.ID) }
	return w
}

// line puts a label and the two sides beside each other.
func (s *Screen) line(label, left, right fyne.CanvasObject) fyne.CanvasObject {
	sides := widgets.Edges(nil, nil, widgets.Fixed(sideWidth, left), nil, widgets.Inset(0, 0, 0, theme.SpaceM, right))
	return widgets.Edges(nil, nil, widgets.Fixed(labelWidth, label), nil, sides)
}

func (s *Screen) label(field string) fyne.CanvasObject {
	return widgets.Inset(2, theme.SpaceS, 0, 0, widgets.NewWrapped(s.words.Field(field), labelWidth-theme.SpaceS).Small().In(theme.ColorMuted))
}

func (s *Screen) compared(c state.Compared) fyne.CanvasObject {
	return s.line(s.label(c.Field), s.value(c, 0), s.value(c, 1))
}

// value is what one side says; where only one value can stand, a press lets this one.
func (s *Screen) value(c state.Compared, side int) fyne.CanvasObject {
	text := widgets.NewWrapped(s.words.Values(c.Field, c.Values[side]), sideWidth-markWidth-theme.SpaceS)
	if stands := c.Choice && c.Side == side; stands {
		text.Bold()
	} else if c.Choice || !c.Differ {
		text.In(theme.ColorMuted)
	}
	if c.Choice {
		text.OnTapped = func() { s.work.Take(c.Field, side) }
	}
	return widgets.Edges(nil, nil, widgets.Inset(2, theme.SpaceXS, 0, 0, widgets.Fixed(markWidth, mark(c, side))), nil, text)
}

// mark shows whether a value stands, gives way, or is joined with that of the other side.
func mark(c state.Compared, side int) fyne.CanvasObject {
	switch {
	case c.Choice && c.Side == side:
		return widgets.NewIcon("circle-check", theme.ColorAccent)
	case c.Choice:
		return widgets.NewIcon("circle", theme.ColorMuted)
	case c.Differ && len(c.Values[side]) > 0:
		return widgets.NewIcon("plus", theme.ColorAccent)
	}
	return widgets.Gap(theme.IconSize)
}

// merged is the record that would become of the two.
func (s *Screen) merged() fyne.CanvasObject {
	c, ok := s.work.Merged()
	if !ok {
		return widgets.Gap(0)
	}
	box := widgets.Down(3, widgets.Heading(s.words.Text("duplicates.merged")),
		widgets.NewWrapped(s.words.Text("duplicates.merged.words"), 2*sideWidth).Small().In(theme.ColorMuted))
	for _, f := range s.work.Facts(&c) {
		box.Add(widgets.Edges(nil, nil, widgets.Fixed(labelWidth, s.label(f.Key)), nil,
			widgets.NewWrapped(s.words.Values(f.Key, f.Get(&c)), 2*sideWidth-theme.SpaceL)))
	}
	return widgets.NewSurface(theme.ColorSunken, theme.ColorLine, theme.Radius, widgets.Padded(theme.SpaceM, box))
}
