// Package widgets holds the controls that every screen is put together from: text that cuts itself off, buttons, chips, cards, an entry made for
// Chinese input methods, a table for a hundred thousand rows. They know the toolkit and the theme and nothing of customers; any program on the
// same toolkit could use them.
//
// A widget names its colours and asks the theme for them whenever it is refreshed, so a change of look needs no rebuilding. No widget
// starts a goroutine, and none translates: texts come in ready, in the user's language.
package widgets
