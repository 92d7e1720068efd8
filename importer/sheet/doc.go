// Package sheet turns the bytes of a file somebody chose into rows and records: XLSX, XLS (BIFF8), ODS, HTML tables, CSV and TSV in
// the encodings offices really use, vCard 2.1 to 4.0 and LDIF.
//
// The content decides what a file is, never its name: a CSV saved as .xlsx and an HTML page saved as .xls are read as what they are.
// A cell arrives twice, as a careful person would see it on the screen (Cell.Text) and as the file stores it (Cell.Raw), because a
// phone number must be read from the stored digits and a date from the shown form. What the reader had to repair, drop or doubt is
// told in Notes, with the row; what it cannot read is one typed *Error whose Code says which of the known accidents it is.
//
// Files come from strangers. Every reader is bounded in bytes, cells, depth and time (Limits), keeps nothing on disk, and reports a
// file that was cut off instead of returning half of its rows.
//
// The package knows nothing of people, phones or columns' meanings: it does not decide which column is a name (importer/mapping) and
// cleans no value (importer/clean). It asks the caller's Options.Score which row looks like a header and otherwise judges by shape.
//
// Foreign packages: golang.org/x/text for the legacy encodings (the WHATWG tables, so Big5 includes the ETEN and HKSCS characters),
// golang.org/x/net/html to tokenize HTML tables, richardlehane/mscfb for the OLE container around an .xls workbook (a small reader
// that only finds streams; the workbook in it is decoded here).
package sheet
