package clean

import "regulars/store/crm"

// Someone is what the name cell of a row turned out to be.
type Someone struct {
	Name     crm.Name
	JobTitle string   // a title found beside the name (經理), to be used where the row has none of its own
	Others   []string // further people named in the same cell, as typed
	Company  bool     // the cell names a company; Name.Full is its name
	Rest     string   // a remark found beside the name, for the notes
	Notes    []Note
}

// Person reads a cell that holds a whole name.
func Person(text string) Someone {
	return Someone{Name: crm.Name{Full: Text(text)}}
}

// NameColumns are the name columns of one row, as typed; empty ones are "".
type NameColumns struct {
	Full, Family, Given, Middle    string
	Prefix, Suffix, Salutation     string // Prefix: Dr., 先生 (zh-TW Outlook 頭銜); Suffix: Jr. (zh-TW Outlook 稱謂)
	Nickname                       string
	Reading, ReadFamily, ReadGiven string
}

// NameParts reads the name columns of a row together, so that three columns that say the same become one name.
func NameParts(c NameColumns) Someone {
	return Person(c.Full)
}
