package theme_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	toolkit "fyne.io/fyne/v2/theme"

	"regulars/ui/desktop/theme"
)

func ours() []fyne.ThemeColorName {
	names := []fyne.ThemeColorName{theme.ColorPanel, theme.ColorLine, theme.ColorFaintLine, theme.ColorText, theme.ColorMuted, theme.ColorAccent,
		theme.ColorOnAccent, theme.ColorAccentSoft, theme.ColorAccentInk, theme.ColorAccentOver, theme.ColorWarn, theme.ColorHover, theme.ColorSunken,
		theme.ColorPaper, theme.ColorInk, theme.ColorCut}
	for _, tone := range append(theme.Tones(), theme.Red) {
		names = append(names, tone.Fill(), tone.Ink())
	}
	return names
}

func TestEveryColourIsInBothLooks(t *testing.T) {
	test.NewTempApp(t)
	for _, look := range []theme.Look{theme.Light, theme.Dark} {
		th := theme.New(look, nil, nil)
		for _, name := range ours() {
			if _, _, _, a := th.Color(name, toolkit.VariantLight).RGBA(); a != 0xffff {
				t.Errorf("%s %s: got alpha %x, want opaque", look, name, a)
			}
		}
	}
}

// The pairs that carry text must be readable: WCAG 2.1 asks for a contrast of 4.5 to 1, 3 to 1 for what only explains.
func TestTextIsReadable(t *testing.T) {
	test.NewTempApp(t)
	type pair struct {
		ink, on fyne.ThemeColorName
		least   float64
	}
	pairs := []pair{
		{theme.ColorText, theme.ColorPanel, 7}, {theme.ColorText, "background", 7}, {theme.ColorMuted, theme.ColorPanel, 3},
		{theme.ColorMuted, "background", 3}, {theme.ColorOnAccent, theme.ColorAccent, 4.5}, {theme.ColorAccentInk, theme.ColorAccentSoft, 4.5},
		{theme.ColorWarn, theme.ColorPanel, 4.5},
	}
	for _, tone := range append(theme.Tones(), theme.Red) {
		pairs = append(pairs, pair{tone.Ink(), tone.Fill(), 4.5})
	}
	for _, look := range []theme.Look{theme.Light, theme.Dark} {
		th := theme.New(look, nil, nil)
		for _, p := range pairs {
			if got := contrast(th, p.ink, p.on); got < p.least {
				t.Errorf("%s: %s on %s has contrast %.1f, want %.1f", look, p.ink, p.on, got, p.least)
			}
		}
	}
}

func TestThemeIgnoresTheVariantOfTheToolkit(t *testing.T) {
	test.NewTempApp(t)
	th := theme.New(theme.Dark, nil, nil)
	for _, name := range []fyne.ThemeColorName{theme.ColorPanel, toolkit.ColorNameBackground, toolkit.ColorNameForeground, toolkit.ColorNameHeaderBackground} {
		if th.Color(name, toolkit.VariantLight) != th.Color(name, toolkit.VariantDark) {
			t.Errorf("%s changes with the variant", name)
		}
	}
}

func TestIconTakesTheInk(t *testing.T) {
	test.NewTempApp(t)
	test.ApplyTheme(t, theme.New(theme.Light, nil, nil))
	light := theme.Icon("users", theme.ColorAccent)
	test.ApplyTheme(t, theme.New(theme.Dark, nil, nil))
	if dark := theme.Icon("users", theme.ColorAccent); dark.Name() == light.Name() {
		t.Errorf("both looks share the resource name %q and so a cached picture", dark.Name())
	}
	if got := theme.Icon("no-such-icon", theme.ColorAccent); got == nil {
		t.Error("an unknown icon is nil")
	}
}
