// Package actions is what a user can do. A [Book] is an open data file; each exported method that writes is one act: one transaction, one
// step in the journal, one line of history that can be taken back. Windows and commands call these methods and nothing below them.
//
// Rules that need more than one record live here: a company that is renamed is renamed in the positions of its people, a contact that is merged
// away leaves its guest lists to the one that stays, an import is taken back without what people have edited since. Rules on one value
// are in package crm. The package knows nothing of windows, texts or files of other programs.
package actions
