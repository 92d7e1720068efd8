package clean

import "regulars/store/crm"

// Emails reads one cell of e-mail addresses. rest is what is not an address and goes to the notes.
func Emails(text string) (emails []crm.Email, rest string, notes []Note) {
	return nil, Text(text), nil
}
