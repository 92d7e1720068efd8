// Package ui holds the faces of the program: cli, which needs no display, and desktop, the window. Both show what ui/state or store/actions
// say and decide nothing of their own. The package itself has no code; its test holds the house to its plan.
package ui
