// Package duplicates is the screen of contacts that may be the same: pairs with the reasons, side by side field by field, and the record that would
// become of them. Nothing is lost by joining two: lists are united, and what gives way goes into other names or the notes.
package duplicates
