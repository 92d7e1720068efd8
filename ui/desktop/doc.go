// Package desktop is the windowed face: it opens the data file, puts the navigation, the search box, the screens and the status line into one
// window, and knows the main menu with every shortcut. It is the only package that starts the toolkit's application.
//
// What a screen shows is held by package ui/state and drawn by one package a screen; they know nothing of each other, and go from one to the
// other through the window. Language and look change at run time: the screens are then drawn anew over the same state.
//
// Shortcuts stand on items of the main menu because only there do they work while somebody types into an entry.
package desktop
