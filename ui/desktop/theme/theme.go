// Package theme is the look of the window: one calm palette in a light and a dark version, a scale of spaces, two weights of one typeface, and
// the line icons. Any program on the same toolkit could wear it; it knows nothing of customers.
//
// A Theme ignores the variant that the toolkit proposes, since the user of this program chooses light or dark in the program. The typeface is
// embedded because a system without a Chinese font would show boxes, and because the toolkit's fallback fonts have no bold Han. Only a
// regular and a bold face are given out: the toolkit parses a face again for every style that is asked for.
package theme

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"

	"regulars/assets/icons"
)

// Look is light or dark.
type Look string

// The looks.
const (
	Light Look = "light"
	Dark  Look = "dark"
)

// Theme is the look as the toolkit asks for it.
type Theme struct {
	look          Look
	colors        map[fyne.ThemeColorName]color.Color
	regular, bold fyne.Resource
	base          fyne.Theme
}

// New makes a look from its two faces. Faces that are nil leave the toolkit's own, which has no Chinese; tests that compare no pictures use that.
func New(look Look, regular, bold fyne.Resource) *Theme {
	values := lightPalette()
	if look == Dark {
		values = darkPalette()
	}
	t := &Theme{look: look, colors: map[fyne.ThemeColorName]color.Color{}, regular: regular, bold: bold, base: toolkit.DefaultTheme()}
	for name, hex := range values {
		t.colors[name] = parse(hex)
	}
	for name, ours := range toolkitColors() {
		t.colors[name] = t.colors[ours]
	}
	t.colors[toolkit.ColorNameShadow] = color.NRGBA{A: 0x22}
	return t
}

// Look says which version this is.
func (t *Theme) Look() Look { return t.look }

// toolkitColors says which of our colours stands for each of the toolkit's.
func toolkitColors() map[fyne.ThemeColorName]fyne.ThemeColorName {
	return map[fyne.ThemeColorName]fyne.ThemeColorName{
		toolkit.ColorNameButton:              ColorPanel,
		toolkit.ColorNameDisabledButton:      ColorSunken,
		toolkit.ColorNameDisabled:            ColorMuted,
		toolkit.ColorNameError:               ColorWarn,
		toolkit.ColorNameFocus:               ColorAccentSoft,
		toolkit.ColorNameForeground:          ColorText,
		toolkit.ColorNameForegroundOnError:   ColorPanel,
		toolkit.ColorNameForegroundOnPrimary: ColorOnAccent,
		toolkit.ColorNameForegroundOnSuccess: ColorOnAccent,
		toolkit.ColorNameForegroundOnWarning: ColorOnAccent,
		toolkit.ColorNameHeaderBackground:    ColorPanel,
		toolkit.ColorNameHover:               ColorHover,
		toolkit.ColorNameHyperlink:           ColorAccent,
		toolkit.ColorNameInputBackground:     ColorPanel,
		toolkit.ColorNameInputBorder:         ColorEntryLine,
		toolkit.ColorNameMenuBackground:      ColorPanel,
		toolkit.ColorNameOverlayBackground:   ColorPanel,
		toolkit.ColorNamePlaceHolder:         ColorMuted,
		toolkit.ColorNamePressed:             ColorAccentSoft,
		toolkit.ColorNamePrimary:             ColorAccent,
		toolkit.ColorNameScrollBar:           ColorLine,
		toolkit.ColorNameScrollBarBackground: toolkit.ColorNameBackground,
		toolkit.ColorNameSelection:           ColorAccentSoft,
		toolkit.ColorNameSeparator:           ColorFaintLine,
		toolkit.ColorNameSuccess:             ColorAccent,
		toolkit.ColorNameWarning:             ColorWarn,
	}
}

// Color gives a colour by its name in this look, whatever variant the toolkit proposes.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := t.colors[name]; ok {
		return c
	}
	if t.look == Dark {
		return t.base.Color(name, toolkit.VariantDark)
	}
	return t.base.Color(name, toolkit.VariantLight)
}

// Font gives the regular or the bold face; there is no Chinese italic, and digits of the face are all of one width already.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol || t.regular == nil || t.bold == nil:
		return t.base.Font(style)
	case style.Bold:
		return t.bold
	}
	return t.regular
}

// Icon leaves the toolkit's own icons to its own dialogs; screens use Icon of this package.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size gives the toolkit's sizes in our scale.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := toolkitSize(name); ok {
		return s
	}
	return t.base.Size(name)
}

func toolkitSize(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case toolkit.SizeNameText:
		return TextBody, true
	case toolkit.SizeNameCaptionText:
		return TextSmall, true
	case toolkit.SizeNameSubHeadingText:
		return TextHeading, true
	case toolkit.SizeNameHeadingText:
		return TextTitle, true
	case toolkit.SizeNamePadding:
		return SpaceXS, true
	case toolkit.SizeNameInnerPadding:
		return SpaceS, true
	case toolkit.SizeNameInputRadius, toolkit.SizeNameSelectionRadius:
		return Radius, true
	case toolkit.SizeNameScrollBar:
		return 10, true
	case toolkit.SizeNameScrollBarSmall:
		return 4, true
	case toolkit.SizeNameSeparatorThickness, toolkit.SizeNameInputBorder:
		return Hairline, true
	}
	return 0, false
}

// Current is the look that the program wears now; a program that wears another one gets the light look's colours by name.
func Current() fyne.Theme {
	if app := fyne.CurrentApp(); app != nil {
		return app.Settings().Theme()
	}
	return New(Light, nil, nil)
}

// Color is a colour of the look that is worn now.
func Color(name fyne.ThemeColorName) color.Color {
	return Current().Color(name, toolkit.VariantLight)
}

// Icon gives a line icon in a colour of the look that is worn now. A name that the set does not hold gives the toolkit's question mark.
func Icon(name string, ink fyne.ThemeColorName) fyne.Resource {
	r, g, b, _ := Color(ink).RGBA()
	hex := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	svg, err := icons.SVG(name, hex)
	if err != nil {
		return toolkit.QuestionIcon()
	}
	return fyne.NewStaticResource(name+hex[1:]+".svg", svg)
}
