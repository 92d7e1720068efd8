package icons_test

import (
	"strings"
	"testing"

	"regulars/assets/icons"
)

func TestEveryIconTakesAColour(t *testing.T) {
	names := icons.Names()
	if len(names) < 50 {
		t.Fatalf("got %d icons, want the whole set", len(names))
	}
	for _, name := range names {
		svg, err := icons.SVG(name, "#2f6b60")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(svg), "#2f6b60") || strings.Contains(string(svg), "currentColor") {
			t.Errorf("%s: the colour was not put in", name)
		}
	}
}

func TestUnknownIconIsAnError(t *testing.T) {
	if _, err := icons.SVG("no-such-thing", "#000000"); err == nil {
		t.Error("got no error")
	}
}
