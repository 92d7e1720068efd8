// Package crm is the domain: people and companies, how they are reached, what they allow, the events they are invited to, and the rules
// that the business lives by. Other packages speak its words.
//
// Everything here is a value or a pure function. The package imports the standard library alone: it has no clock, no randomness, no
// database, no window; a rule that needs to know "today" or "which companies exist" is told so by its parameters. The numbers in the struct
// tags are the keys under which package store keeps a field. They are part of the file format: a number is never used again for
// something else.
package crm
