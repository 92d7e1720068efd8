package mapping

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"regulars/store/crm"
)

// Mapping says for each column of a table which field it goes into.
type Mapping struct {
	Signature string // of the header row, by which the user's own mapping is found again
	Preset    string // name of the program whose export this is, "" = not recognised
	Own       string // name of the user's own mapping that was used, "" = none
	NoHeader  bool   // the table has no header row: columns were judged by their values alone
	// NoContacts says that nothing in the table looks like people or companies: a list of goods, a log. A field chosen by hand clears it.
	NoContacts bool
	Columns    []Column
}

// Column is one column of the table and where it goes.
type Column struct {
	Header     string
	Nth        int    // place among columns of the same header, from 0
	Field      string // key of a field or target, "" = left out
	Confidence float64
	State      State
	Reason     Reason
	Samples    []string // the first values that are not empty
}

// State says how much a column wants of the user.
type State string

// The states. Their names for people are the catalogue keys "import.state.<State>".
const (
	Certain State = "certain" // nothing to do
	Look    State = "look"    // probably right: please look
	New     State = "new"     // becomes a field of its own
	LeftOut State = "left-out"
)

// Reason says why a column goes where it goes. Its text for people is the catalogue key "import.reason.<Reason>".
type Reason string

// The reasons.
const (
	ByOwn       Reason = "own"       // the user mapped such a file before
	ByPreset    Reason = "preset"    // known export of a known program
	ByHeader    Reason = "header"    // the header says so
	ByValues    Reason = "values"    // the header says nothing, the cells look like it
	ByNeighbour Reason = "neighbour" // continues the column before it
	ByUser      Reason = "user"      // chosen now
	Unknown     Reason = "unknown"   // becomes a custom field or a note
	Sensitive   Reason = "sensitive" // not taken over unless the user says so
	Redundant   Reason = "redundant" // says again what another column says
	Empty       Reason = "empty"     // has no values
)

// Input is what is known of one column of a table.
type Input struct {
	Header string   // with its group
	Group  string   // header above it, "" = none
	Name   string   // without its group
	Second string   // second header row, "" = none
	Values []string // a sample of the values, in order, without empty ones
}

// With sends one column to another field, chosen by the user; "" leaves it out. The mapping itself stays as it is.
func (m Mapping) With(column int, field string) Mapping {
	columns := append([]Column(nil), m.Columns...)
	if column >= 0 && column < len(columns) {
		c := &columns[column]
		c.Field, c.Confidence, c.State, c.Reason = field, 1, Certain, ByUser
		if field == "" {
			c.State = LeftOut
		}
	}
	m.Columns = columns
	m.NoContacts = m.NoContacts && field == ""
	return m
}

// Remember makes the record under which the mapping is kept for the next file with the same headers.
func (m Mapping) Remember(id crm.ID, name string) crm.Mapping {
	out := crm.Mapping{ID: id, Name: name, Signature: m.Signature}
	for _, c := range m.Columns {
		out.Columns = append(out.Columns, crm.MappingColumn{Header: c.Header, Nth: c.Nth, Field: c.Field})
	}
	return out
}

// Signature is a hash of the headers in their order, blind to width, case and blanks.
func Signature(headers []string) string {
	folded := make([]string, len(headers))
	for i, h := range headers {
		folded[i] = Fold(h)
	}
	sum := sha256.Sum256([]byte(strings.Join(folded, "\x00")))
	return hex.EncodeToString(sum[:12])
}
