package state

import (
	"slices"
	"strings"
)

// Ticks are the words of a line that takes any number of them from a list, such as roles; those that the contact has beside the list come last. A
// line of another kind has none.
func (l *Line) Ticks() []string {
	if l.Field.Key != "roles" {
		return nil
	}
	out := []string{"customer", "prospect", "supplier", "partner"}
	for _, w := range splitWords(l.Text) {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// Ticked reports whether the line has a word.
func (l *Line) Ticked(word string) bool { return slices.Contains(splitWords(l.Text), word) }

// Tick puts a word into the line, or takes it out.
func (l *Line) Tick(word string) {
	words := splitWords(l.Text)
	if i := slices.Index(words, word); i >= 0 {
		words = slices.Delete(words, i, i+1)
	} else {
		words = append(words, word)
	}
	l.Text = strings.Join(words, "、")
}

// Tick is the name of a word of such a line; one of the user's own is called as it is.
func (w *Words) Tick(l *Line, word string) string { return choiceText(l.Field, word, w) }
