// Package contacts is the screen with the list of people and companies, the card of the one that is chosen, and the form that changes it.
// It draws what package ui/state holds and hands every act on to it; it decides nothing about contacts itself.
package contacts
