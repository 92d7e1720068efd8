// Package export writes lists of contacts as files that other programs read: CSV, XLSX, vCard and JSON. It exports what it is given, in the order
// given; which contacts and which columns is decided by who calls it.
//
// What is written here is read again by package importer without a question. Columns are headed with the names of the fields in the language of the
// catalogue (a second number of a kind as "手機 2"), addresses stand in their parts, dates as 1986-03-05 or --03-05, several tags in one cell divided by
// "; ". A vCard has the standard properties first and then X-REGULARS properties for what the standard has no place for (see crm.Extra).
//
// What a format cannot carry is told by Lost. In tables that is: positions but the main one; dates but birthday and anniversary, and the mark of a
// lunar date; date and source of a consent, of the preferred channel and of a source; the system of an external id; marks of bounced e-mail and
// returned mail; remarks on a phone number; the picture; the link to the record of the referrer or the employer (their names are carried); doubts of
// an import. The normal form of a phone number is not a column either; the import finds it again from what was typed and where the contact is. A
// user-defined field whose name is that of a built-in one, such as "workphone", comes back as that. In vCard it is the picture, the links and the doubts.
//
// No cell is ever a formula. A text that a spreadsheet would take for one (=1+1, @SUM, -2+3) is written as a text cell in XLSX, and in CSV, which has no
// types, with an apostrophe before it; see Guard.
package export
