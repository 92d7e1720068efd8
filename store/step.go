package store

import (
	"time"

	"regulars/store/crm"
)

// NameValue is the key of the one value of a step's text that names a person or a company. Erasing a record blots it out.
const NameValue = "name"

// Step is one act of a user in the journal: one transaction, one line of history, one step of undo.
type Step struct {
	// Seq is the step's place in the journal of this file: 1, 2, 3, …
	Seq uint64 `cbor:"1,keyasint"`
	// ID names the step for ever, also on other desks.
	ID crm.ID `cbor:"2,keyasint"`
	// Kind is the code of the act, such as "contact.edit", or "undo.contact.edit" for its undoing. Its text is the catalogue key "step.<Kind>".
	Kind string `cbor:"3,keyasint"`
	// Values are what the text of the step names, such as the title of the contact.
	Values map[string]string `cbor:"4,keyasint,omitempty"`
	// Author is the name under which the desk writes, Device the id of the data file that the step was written in first.
	Author string `cbor:"5,keyasint,omitempty"`
	Device crm.ID `cbor:"6,keyasint"`
	// Logical is the Lamport time of the step: greater than that of every step it could know of.
	Logical uint64 `cbor:"7,keyasint"`
	// Millis is the wall time in milliseconds since 1970 UTC; see At.
	Millis int64 `cbor:"8,keyasint"`
	// Batch is the import that the step belongs to, if any.
	Batch crm.ID `cbor:"9,keyasint,omitzero"`
	// Undoes and Redoes name the step whose values this one wrote again.
	Undoes crm.ID `cbor:"10,keyasint,omitzero"`
	Redoes crm.ID `cbor:"11,keyasint,omitzero"`
	// Count is what the act counts (records touched, unless it says otherwise); the text of the step may use it as {count}.
	Count int `cbor:"12,keyasint,omitempty"`
	// Final says that the step cannot be taken back, because it removed data for good or is a note without changes.
	Final bool `cbor:"13,keyasint,omitempty"`
}

// At is the wall time of the step, in UTC.
func (s Step) At() time.Time { return time.UnixMilli(s.Millis).UTC() }

// Texts gives the values of the step's text, "count" included, in the form that a catalogue takes.
func (s Step) Texts() map[string]any {
	out := map[string]any{"count": s.Count}
	for k, v := range s.Values {
		out[k] = v
	}
	return out
}
