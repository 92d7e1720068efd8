//go:build !headless

package desktop

import (
	"context"

	"fyne.io/fyne/v2"
)

// background is the state.Runner of the window: a goroutine for each work, and the toolkit's own goroutine for what comes after.
type background struct{}

// Go does work on a goroutine and then calls done on the toolkit's.
func (background) Go(work func(context.Context), done func()) (cancel func()) {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		work(ctx)
		fyne.Do(func() {
			cancel()
			done()
		})
	}()
	return cancel
}

// Post calls f on the toolkit's goroutine.
func (background) Post(f func()) { fyne.Do(f) }
