package clean

import "regulars/store/crm"

// Phones reads one cell of phone numbers: one number or several, with labels, extensions, ranges and remarks. kind is the crm.Phone kind the
// column stands for, "" when the header does not say; a label in the cell (FAX:, (宅)) has the last word. rest is text that belongs to no
// number and goes to the notes. Text of each phone is what was typed; Number is set only where it is certain.
func Phones(c Cell, kind string, at Place) (phones []crm.Phone, rest string, notes []Note) {
	if Nothing(c.Text) {
		return nil, "", nil
	}
	return []crm.Phone{{Kind: kind, Text: Text(c.Text)}}, "", nil
}

// SuggestPhone is the number a phone without area code or country most likely has, in E.164, for the user to accept; "" when there is no
// good guess.
func SuggestPhone(p crm.Phone, at Place) string { return "" }
