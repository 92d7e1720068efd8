package cli

import (
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"regulars/assets/locale"
)

// progress draws a bar on a terminal for work that takes over a second, and nothing in a pipe.
type progress struct {
	lock  sync.Mutex
	bar   *progressbar.ProgressBar
	start time.Time
	make  func() *progressbar.ProgressBar
	now   func() time.Time
}

// progress begins a piece of work; its end must be told.
func (s *session) progress(key string, values locale.Values) *progress {
	p := &progress{start: s.env.Now(), now: s.env.Now}
	if s.env.Terminal && !s.JSON {
		p.make = func() *progressbar.ProgressBar {
			return progressbar.NewOptions(1000, progressbar.OptionSetWriter(s.env.Stderr), progressbar.OptionSetDescription(s.text(key, values)),
				progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(false))
		}
	}
	return p
}

// share says how much of the work is done, 0 to 1. It may be called from several goroutines.
func (p *progress) share(done float64) {
	if p.make == nil {
		return
	}
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.bar == nil && p.now().Sub(p.start) > time.Second {
		p.bar = p.make()
	}
	if p.bar != nil {
		// A terminal that cannot be drawn on is no reason to stop the work.
		_ = p.bar.Set(int(done * 1000))
	}
}

// end takes the bar away.
func (p *progress) end() {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.bar != nil {
		_ = p.bar.Finish()
	}
	p.make = nil
}
