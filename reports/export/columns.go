package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"regulars/store/crm"
)

// Names gives the names of fields and choices; a *locale.Catalog is one.
type Names interface {
	TextOr(key, fallback string, values ...map[string]any) string
}

// Column is one column of a table of contacts.
type Column struct {
	Key    string // of the field, see crm.Fields and crm.CustomPrefix
	Nth    int    // 0 = the first or only value, 1 = the second …
	Header string
	field  crm.Field
	names  Names
}

// separate tells the fields whose values stand in a column each; the values of other fields share a cell.
func separate(f crm.Field) bool {
	switch f.Type {
	case crm.PhoneField, crm.EmailField, crm.AddressField, crm.LinkField:
		return f.Many
	}
	return f.Key == "alt_names" || f.Key == "external_id"
}

// Columns gives the columns for some contacts: of the fields named by their keys in that order, or, without keys, of all fields that have a value in at
// least one of the contacts. A whole list with people always has the columns of the divided name, by which the import knows our own tables again. Unknown
// keys are skipped. A field with several values gets as many columns as the contact with most of them needs.
func Columns(contacts []crm.Contact, keys []string, names Names) []Column {
	var out []Column
	fields := fieldsOf(contacts, keys)
	people := slices.ContainsFunc(contacts, func(c crm.Contact) bool { return c.Kind == crm.Person })
	for i, n := range countValues(contacts, fields) {
		divided := people && (fields[i].Key == "name.family" || fields[i].Key == "name.given")
		if n == 0 && len(keys) == 0 && !divided {
			continue
		}
		out = append(out, columnsOf(fields[i], max(n, 1), names)...)
	}
	return out
}

// KnownField reports whether a key names a field, for those who check a choice of columns.
func KnownField(key string) bool {
	_, ok := crm.FieldByKey(key)
	return ok
}

func fieldsOf(contacts []crm.Contact, keys []string) []crm.Field {
	if len(keys) == 0 {
		return append(crm.Fields(), crm.CustomFields(customNames(contacts))...)
	}
	var out []crm.Field
	for _, k := range keys {
		if f, ok := crm.FieldByKey(strings.TrimSpace(k)); ok {
			out = append(out, f)
		}
	}
	return out
}

// customNames lists the user-defined fields in the order in which they turn up.
func customNames(contacts []crm.Contact) []string {
	var out []string
	seen := map[string]bool{}
	for i := range contacts {
		for _, v := range contacts[i].Custom {
			if !seen[v.Field] {
				seen[v.Field] = true
				out = append(out, v.Field)
			}
		}
	}
	return out
}

// countValues tells how many columns each field needs.
func countValues(contacts []crm.Contact, fields []crm.Field) []int {
	counts := make([]int, len(fields))
	for i := range contacts {
		for j, f := range fields {
			if counts[j] > 0 && !separate(f) {
				continue
			}
			n := len(f.Get(&contacts[i]))
			if !separate(f) {
				n = min(n, 1)
			}
			counts[j] = max(counts[j], n)
		}
	}
	return counts
}

func columnsOf(f crm.Field, count int, names Names) []Column {
	name, isCustom := strings.CutPrefix(f.Key, crm.CustomPrefix)
	if !isCustom {
		name = names.TextOr("field."+f.Key, f.Key)
	}
	out := make([]Column, count)
	for n := range out {
		out[n] = Column{Key: f.Key, Nth: n, Header: name, field: f, names: names}
		if n > 0 {
			out[n].Header += " " + strconv.Itoa(n+1)
		}
	}
	return out
}

// Cell is the text of a column for a contact. Choices are written in the words of the catalogue.
func (c Column) Cell(contact *crm.Contact) string {
	values := c.field.Get(contact)
	if separate(c.field) {
		if c.Nth < len(values) {
			return values[c.Nth]
		}
		return ""
	}
	if c.Key == crm.DateBirthday || c.Key == crm.DateAnniversary {
		return c.date(contact.DateOf(c.Key))
	}
	if c.field.Type == crm.ChoiceField || c.field.Type == crm.ConsentField {
		values = c.words(values)
	}
	return strings.Join(values, "; ")
}

// date writes a special day; that it is one of the lunar calendar stands before it, in words that the import knows.
func (c Column) date(d crm.SpecialDate) string {
	if !d.Lunar || d.Date.Month() == 0 || d.Date.Day() == 0 {
		return d.Date.String()
	}
	parts := map[string]any{"year": fmt.Sprintf("%04d", d.Date.Year()), "month": strconv.Itoa(d.Date.Month()), "day": strconv.Itoa(d.Date.Day())}
	if d.Date.Year() == 0 {
		return c.names.TextOr("export.lunar.day", "lunar "+d.Date.String(), parts)
	}
	return c.names.TextOr("export.lunar.date", "lunar "+d.Date.String(), parts)
}

func (c Column) words(values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = c.names.TextOr("choice."+c.Key+"."+v, v)
	}
	return out
}

// Headers are the headings of columns.
func Headers(columns []Column) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.Header
	}
	return out
}
