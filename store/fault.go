package store

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// protect runs f and turns the panics of a damaged file into a DamagedError: bbolt reads through a memory map and trusts it, so that a bad page can
// end in a page fault, a failed assertion or an index out of range. Panics that come from elsewhere go on.
func protect(path string, f func() error) (err error) {
	old := debug.SetPanicOnFault(true)
	defer debug.SetPanicOnFault(old)
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		if !isFault(r) && !fromBolt() {
			panic(r)
		}
		err = &DamagedError{Path: path, What: "a page cannot be read", Err: fmt.Errorf("%v", r)}
	}()
	return f()
}

// isFault reports whether a panic is a memory fault at an address, as SetPanicOnFault makes them.
func isFault(r any) bool {
	e, ok := r.(error)
	var fault interface{ Addr() uintptr }
	return ok && errors.As(e, &fault)
}

// fromBolt reports whether the function that panicked, below the runtime's own and the deferred ones of this file, is one of bbolt.
func fromBolt() bool {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	panicked := false
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic" || strings.HasPrefix(f.Function, "runtime.panic") || strings.HasPrefix(f.Function, "runtime.goPanic"):
			panicked = true
		case panicked && !strings.HasPrefix(f.Function, "runtime."):
			return strings.HasPrefix(f.Function, "go.etcd.io/bbolt")
		}
		if !more {
			return false
		}
	}
}
