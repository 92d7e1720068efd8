// Package icons holds the line icons of the window: the part of the Lucide set (lucide.dev, version 1.62.0, ISC licence, see LICENSE) that the
// screens use. The files are as their authors made them; a colour is put in when one is asked for, so that one drawing serves the light and the
// dark look. The package knows no toolkit: it gives bytes.
package icons

import (
	"bytes"
	"embed"
	"fmt"
	"sort"
	"strings"
)

//go:embed lucide/*.svg
var drawings embed.FS

// SVG gives the drawing called name with its lines in a colour, written as "#rrggbb". It fails for a name that the set does not hold.
func SVG(name, colour string) ([]byte, error) {
	raw, err := drawings.ReadFile("lucide/" + name + ".svg")
	if err != nil {
		return nil, fmt.Errorf("icon %q: %w", name, err)
	}
	return bytes.ReplaceAll(raw, []byte("currentColor"), []byte(colour)), nil
}

// Names lists the icons of the set in alphabetical order.
func Names() []string {
	entries, err := drawings.ReadDir("lucide")
	if err != nil {
		return nil
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".svg"))
	}
	sort.Strings(names)
	return names
}
