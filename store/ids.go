package store

import (
	"bytes"
	"io"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"

	"regulars/store/crm"
)

// idSource makes ULIDs that grow within one millisecond.
type idSource struct {
	mu      sync.Mutex
	entropy *ulid.MonotonicEntropy
	last    crm.ID
}

func newIDSource(entropy io.Reader) *idSource {
	return &idSource{entropy: ulid.Monotonic(entropy, 0)}
}

// next gives an id for a time. Where the randomness gives out or is none, the id after the last one is used: it is still new here.
func (s *idSource) next(at time.Time) crm.ID {
	s.mu.Lock()
	defer s.mu.Unlock()
	id, err := ulid.New(ulid.Timestamp(at), s.entropy)
	if err != nil || bytes.Equal(id[:6], s.last[:6]) && s.last.Compare(crm.ID(id)) >= 0 {
		s.last = successor(s.last)
		return s.last
	}
	s.last = crm.ID(id)
	return s.last
}

func successor(id crm.ID) crm.ID {
	for i := len(id) - 1; i >= 0; i-- {
		id[i]++
		if id[i] != 0 {
			break
		}
	}
	return id
}
