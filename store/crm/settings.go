package crm

// Firm is who we are: the sender of letters and the head of reports.
type Firm struct {
	Name     string  `cbor:"1,keyasint,omitempty" json:"name"`
	Contact  string  `cbor:"2,keyasint,omitempty" json:"contact,omitempty"` // the person who signs
	Address  Address `cbor:"3,keyasint,omitempty" json:"address,omitzero"`
	Phone    string  `cbor:"4,keyasint,omitempty" json:"phone,omitempty"`
	Email    string  `cbor:"5,keyasint,omitempty" json:"email,omitempty"`
	TaxID    string  `cbor:"6,keyasint,omitempty" json:"tax_id,omitempty"`
	Country  string  `cbor:"7,keyasint,omitempty" json:"country,omitempty"`  // ISO 3166-1; decides how bare phone numbers are read
	Language string  `cbor:"8,keyasint,omitempty" json:"language,omitempty"` // of the window and of documents: "zh-Hant" or "en"
	User     string  `cbor:"9,keyasint,omitempty" json:"user,omitempty"`     // the name under which this desk's steps are written
}

// Mapping is how the columns of a known file go into fields, remembered under the signature of its header row.
type Mapping struct {
	ID        ID              `cbor:"1,keyasint" json:"id"`
	Name      string          `cbor:"2,keyasint,omitempty" json:"name"`
	Signature string          `cbor:"3,keyasint,omitempty" json:"signature"`
	Columns   []MappingColumn `cbor:"4,keyasint,omitempty" json:"columns"`
}

// MappingColumn sends one column, known by its header and its place among equal headers, to a field.
type MappingColumn struct {
	Header string `cbor:"1,keyasint" json:"header"`
	Nth    int    `cbor:"2,keyasint,omitempty" json:"nth,omitempty"`
	Field  string `cbor:"3,keyasint,omitempty" json:"field"` // "" = left out by the user
}

// Batch records one import: which file, how its rows ended, which step of the journal wrote it.
type Batch struct {
	ID        ID      `cbor:"1,keyasint" json:"id"`
	File      string  `cbor:"2,keyasint,omitempty" json:"file"`
	Hash      string  `cbor:"3,keyasint,omitempty" json:"hash"` // SHA-256 of the file
	Format    string  `cbor:"4,keyasint,omitempty" json:"format"`
	Day       Date    `cbor:"5,keyasint,omitempty" json:"day"`
	Rows      int     `cbor:"6,keyasint,omitempty" json:"rows"`
	Created   int     `cbor:"7,keyasint,omitempty" json:"created"`
	Updated   int     `cbor:"8,keyasint,omitempty" json:"updated"`
	Unchanged int     `cbor:"9,keyasint,omitempty" json:"unchanged"`
	Skipped   int     `cbor:"10,keyasint,omitempty" json:"skipped"`
	Failed    int     `cbor:"11,keyasint,omitempty" json:"failed"`
	Companies int     `cbor:"12,keyasint,omitempty" json:"companies_created"`
	Undone    bool    `cbor:"13,keyasint,omitempty" json:"undone,omitempty"`
	RowsOf    []RowOf `cbor:"14,keyasint,omitempty" json:"-"` // which row made or changed which record
}

// RowOf ties a row of an imported file to the record that it made or changed.
type RowOf struct {
	Row     int  `cbor:"1,keyasint"`
	Record  ID   `cbor:"2,keyasint"`
	Created bool `cbor:"3,keyasint,omitempty"`
	Undone  bool `cbor:"4,keyasint,omitempty"`
}
