// Package state is what the screens show: lists, cards, forms, selections, the steps of an import, the line that offers to take an act back. It
// holds one small type for each screen and knows neither the toolkit nor the database, so that a test can work with a screen as a user does
// without a window.
//
// A Desk is the open data file; it makes the other types. All methods of all types are called on one goroutine, that of the face. Whatever takes
// long is given to a Runner, which does it elsewhere and comes back; nothing else in the windowed program starts work. Where the user
// changes a question before its answer is there, only the newest answer is shown.
//
// Nothing here is in a language. What is to be said to people is a Message, a key of the catalogue with values; Words puts it into the language that
// the user has chosen.
package state
