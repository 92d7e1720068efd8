// Package backup keeps copies of a data file: it takes a snapshot while people work, checks it, gives it a name that says when and why it was
// made, thins old copies out by a visible rule, and puts one back.
//
// It does not know what a data file looks like inside. The snapshot is written and the copy is checked by functions that the caller gives.
package backup

import "time"

// Info is one backup file.
type Info struct {
	Path   string    `json:"path"`
	At     time.Time `json:"at"` // when the snapshot was taken, UTC
	Reason Reason    `json:"reason"`
	Size   int64     `json:"size"` // bytes
}

// Reason says why a backup was made. Its text for people is the catalogue key "backup.<Reason>".
type Reason string

// The reasons.
const (
	Daily         Reason = "day"
	BeforeImport  Reason = "import"
	BeforeMigrate Reason = "migrate"
	OnDemand      Reason = "manual"
)
