//go:build !windows

package widgets

// placeComposition does nothing here: on X11 and macOS the toolkit's window library gives no way to say where the composition window should be.
func placeComposition(*Entry) {}
