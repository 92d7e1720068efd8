package actions

import (
	"context"
	"io"
	"time"

	"regulars/store"
	"regulars/store/backup"
	"regulars/store/crm"
)

// Options are what a Book needs from outside. The zero value works.
type Options struct {
	Now     func() time.Time // the clock; nil = time.Now. Its time zone decides what "today" is.
	Entropy io.Reader        // randomness for ids; nil = crypto/rand
	Author  string           // under whose name steps are written; "" = the user named in the Firm
	Program string           // named to others who find the file in use; "" = "Regulars"
	// DefaultCountry (ISO 3166-1 alpha-2) is the country of a firm that has not said its own.
	DefaultCountry string
	ReadOnly       bool
	// BackupDir is where backups are kept; "" = the folder "backups" beside the file.
	BackupDir string
	// NoBackup leaves out the backups that are made on each day of use and before imports.
	NoBackup bool
	// Check looks a data file over, such as a fresh backup, and reports damage. nil checks in this process; programs pass CheckInChild,
	// because a damaged file can end the process that reads it.
	Check func(ctx context.Context, path string) error
	// AnyPlace allows network shares and cloud folders. For tests.
	AnyPlace bool
	// Fault fails commits; see storetest.Disk. For tests.
	Fault func(point string) error
}

// Change says which records a commit touched. It is told to the functions given to OnChange.
type Change struct {
	Step     Step
	Contacts []crm.ID // written, or gone: ask Contact
	Events   []crm.ID
	Guests   []crm.ID
	Trash    bool // the trash changed
	Settings bool // the firm, mappings or batches changed
}

// TagCount is a tag and how many contacts carry it.
type TagCount struct {
	Tag   string
	Count int
}

// Trashed is a contact in the trash. Other records may go on pointing at it: the link is as if it were not there until the contact is restored.
type Trashed struct {
	Contact crm.Contact `cbor:"1,keyasint" json:"contact"`
	Deleted int64       `cbor:"2,keyasint" json:"-"` // milliseconds since 1970 UTC
	By      string      `cbor:"3,keyasint,omitempty" json:"by,omitempty"`
}

// At is when the contact was deleted, in UTC.
func (t Trashed) At() time.Time { return time.UnixMilli(t.Deleted).UTC() }

// Entry is one line of a record's history. Before is nil for its beginning, After for its end.
type Entry struct {
	Step   Step
	Before *crm.Contact
	After  *crm.Contact
}

// Kept is a record that taking back an import or a merge left as it is, or left in place.
type Kept struct {
	ID     crm.ID     `json:"id"`
	Title  string     `json:"title"`
	Reason KeptReason `json:"reason"`
	Fields int        `json:"fields,omitempty"` // how many fields were edited since; 0 for a record that was kept whole
}

// KeptReason says why. Its text for people is the catalogue key "kept.<KeptReason>".
type KeptReason string

// The reasons.
const (
	KeptEdited KeptReason = "edited" // somebody changed it since
	KeptInUse  KeptReason = "in-use" // another record that stays refers to it
)

// Reverted is what taking back an import, a row of it or a merge did.
type Reverted struct {
	Step     Step
	Removed  int    // records that the act had made and that are gone
	Restored int    // records that hold their earlier values again, wholly or where nothing was edited since
	Kept     []Kept // what was edited since, or is needed, and therefore stays
}

// Invited is what a round of invitations did. Guests that had been invited, had answered or were set by hand before are left alone and counted in Unchanged.
type Invited struct {
	Step      Step
	Channels  map[crm.Channel]int
	LeftOut   map[crm.Reason]int
	Unchanged int
}

// Erased is what erasing a person left behind.
type Erased struct {
	Step    Step
	Images  int // records and journal images that were cleaned
	Backups int // backups made before, which still hold the data until they are thinned out or deleted
}

// BackupInfo is one backup file.
type BackupInfo = backup.Info

// Report is what a look over a data file found.
type Report = store.Report

// Filling is a firm with its data, for a new data file.
type Filling struct {
	Firm     crm.Firm
	Contacts []crm.Contact
	Events   []crm.Event
	Guests   []crm.Guest
	Progress func(done float64) // nil, or told the share of the contacts that are in, 0 to 1
}
