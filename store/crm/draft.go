package crm

// ImportBatch is what an import wants written: the record of the batch and its drafts, in the order in which they are to be written.
// All ids are given already, so that drafts may refer to each other (a person to the company made for it).
type ImportBatch struct {
	Info   Batch
	Drafts []Draft
}

// Draft is one record as a row of a file wants it to be.
//
// Rows that speak of the same record give one draft each: the Base of the second is the Record of the first. A company made on the way,
// for the employer of a person, is a draft of the row that named it first.
type Draft struct {
	// Row is the row of the file, counted as the spreadsheet program counts, or the number of the card.
	Row int
	// Record is the whole record as it shall be. Its id is set.
	Record Contact
	// New says that the record is not in the store yet.
	New bool
	// Base is the record as the plan saw it, nil for a new one. Where the store holds something else by now, only the fields in which
	// Record differs from Base are to be changed.
	Base *Contact
	// Employer marks a company that has no row of its own.
	Employer bool
	// Restore asks for a record that lies in the trash to be taken out of it.
	Restore bool
	// Reason says why the row was joined to an existing record, as a code (MatchReason), "" for a new one.
	Reason string
}

// Outcome is how a row of an import ends. Every row ends in exactly one.
type Outcome string

// The outcomes. Their names for people are the catalogue keys "outcome.<Outcome>".
const (
	OutcomeCreated   Outcome = "created"
	OutcomeUpdated   Outcome = "updated"
	OutcomeUnchanged Outcome = "unchanged"
	OutcomeSkipped   Outcome = "skipped"
	OutcomeFailed    Outcome = "failed"
)

// Duplicates says what an import does with a row whose person or company is known already.
type Duplicates string

// The ways to treat duplicates. Their names for people are the catalogue keys "duplicates.<Duplicates>".
const (
	SkipDuplicates   Duplicates = "skip"   // leave the row out
	FillDuplicates   Duplicates = "fill"   // fill what is blank, add to lists, change nothing
	UpdateDuplicates Duplicates = "update" // take the values of the row, keep the old ones beside them
	AddDuplicates    Duplicates = "add"    // match nothing, make every row a record
)
