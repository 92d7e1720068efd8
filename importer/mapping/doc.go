// Package mapping decides which column of a foreign table is which field of a contact.
//
// It asks four witnesses, in this order: the user, who mapped the same headers before; the known exports of card, mail and event programs,
// recognised by headers that only they have; a dictionary of header words in Chinese, English, Japanese, Korean, German, French and a few
// more languages; and at last the cells themselves, for what looks like an e-mail address, a phone number, a date or a Chinese name is
// probably one. Each answer has a confidence, so that the screen can say "certain", "please look" or "new field".
//
// A field is named by its key in crm.Fields, or by a target of this package where a file has more columns than a contact has fields: a
// phone number and its label in two columns, an address in five, a birthday in three (see Targets).
//
// What a cell means once its field is known is the business of package clean. This package reads no file and makes no contact.
package mapping
