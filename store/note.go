package store

import (
	"encoding/json"
	"os"
	"time"
)

// note is the small file beside an open data file that tells others who has it open. The lock itself is bbolt's; the note only speaks.
type note struct{ path string }

func notePath(path string) string { return path + ".open" }

// leaveNote writes the note. Where it cannot be written, others will not learn the name, and that is all.
func leaveNote(path, program string, now time.Time) *note {
	host, err := os.Hostname()
	if err != nil {
		host = ""
	}
	b, err := json.Marshal(Holder{PID: os.Getpid(), Program: program, Host: host, Since: now.Format(time.RFC3339)})
	if err != nil || os.WriteFile(notePath(path), b, fileMode) != nil {
		return nil
	}
	return &note{notePath(path)}
}

func (n *note) remove() {
	if n != nil {
		_ = os.Remove(n.path) // a note that stays is checked against living processes by its readers
	}
}

// readNote reads who has a file open; empty where the note is missing, unreadable, or of a process that no longer lives.
func readNote(path string) Holder {
	b, err := os.ReadFile(notePath(path))
	var h Holder
	if err != nil || json.Unmarshal(b, &h) != nil {
		return Holder{}
	}
	if here, err := os.Hostname(); err == nil && here == h.Host && !lives(h.PID) {
		return Holder{}
	}
	return h
}
