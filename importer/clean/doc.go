// Package clean reads what people type into the cells of a contact list: names, phones, e-mail addresses, postal addresses, dates, tax ids.
//
// Every function is pure: a cell and what is known about its row go in, a value of package crm and notes come out. Three promises hold for
// all of them.
//
//   - Nothing is guessed silently. Whatever is changed, supplied or doubted comes with a Note, and the preview of an import shows the notes
//     before anything is written.
//   - Nothing is lost. What does not fit the field comes back as the rest of the cell, for the contact's notes.
//   - Bad input never panics and never stops an import; at worst the value is empty and a Note of level Problem says why.
//
// The home of the rules is Taiwan: names in Han characters with their compound surnames, phone numbers with and without the leading zero,
// years of the Republic, three generations of postal codes, 統一編號. Hong Kong, mainland China, Japan, Korea and the West are read where the
// row shows that it comes from there; without such evidence a foreign number is kept as text and never becomes a wrong Taiwanese one.
//
// Phone numbers of other countries are read with nyaruka/phonenumbers, the Go port of Google's libphonenumber, because numbering plans of
// 200 countries cannot be kept by hand; plain Taiwanese numbers go past it, which makes the common case over a hundred times as fast.
//
// The package must not know files, columns or stores: which column is a name is decided by package mapping, who is who by package match.
package clean
