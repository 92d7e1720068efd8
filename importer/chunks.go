package importer

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// chunk is how many rows a worker takes at a time.
const chunk = 256

// inChunks does the work for 0 to n-1 in as many goroutines as there are processors and reports the share that is done. work is called with
// ranges that do not overlap and must touch nothing outside them. A panic in work is raised in the caller.
func inChunks(ctx context.Context, n int, progress func(float64), work func(from, to int)) error {
	var next, done atomic.Int64
	var wait sync.WaitGroup
	var mu sync.Mutex
	var failure any
	for range min(runtime.GOMAXPROCS(0), (n+chunk-1)/chunk) {
		wait.Go(func() {
			defer func() {
				if f := recover(); f != nil {
					mu.Lock()
					failure = f
					mu.Unlock()
				}
			}()
			for ctx.Err() == nil {
				from := int(next.Add(chunk)) - chunk
				if from >= n {
					return
				}
				to := min(n, from+chunk)
				work(from, to)
				share := float64(done.Add(int64(to-from))) / float64(n)
				mu.Lock()
				progress(share)
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	if failure != nil {
		panic(failure)
	}
	return ctx.Err()
}
