package state

import "context"

// Runner does slow work beside the screen.
type Runner interface {
	// Go does work elsewhere and then calls done on the face's goroutine. The context ends when cancel is called; done is called all the same.
	Go(work func(ctx context.Context), done func()) (cancel func())
	// Post calls f on the face's goroutine. It may be called from anywhere.
	Post(f func())
}

// Inline is a Runner that does everything at once, for programs without a screen and for tests.
type Inline struct{}

// Go does the work and calls done before it returns.
func (Inline) Go(work func(context.Context), done func()) (cancel func()) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	work(ctx)
	done()
	return cancel
}

// Post calls f at once.
func (Inline) Post(f func()) { f() }
