//go:build headless

package desktop

// Run has no window to open: this program was built as the command line alone.
func Run(Options) error { return ErrNoWindow }
