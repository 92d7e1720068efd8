package theme_test

import (
	"math"

	"fyne.io/fyne/v2"
	toolkit "fyne.io/fyne/v2/theme"

	"regulars/ui/desktop/theme"
)

// contrast is the ratio of relative luminances as WCAG 2.1 defines it.
func contrast(th *theme.Theme, a, b fyne.ThemeColorName) float64 {
	x, y := luminance(th, a), luminance(th, b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(th *theme.Theme, name fyne.ThemeColorName) float64 {
	r, g, b, _ := th.Color(name, toolkit.VariantLight).RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func linear(v uint32) float64 {
	c := float64(v) / 0xffff
	if c <= 0.03928 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}
