// Package store keeps the firm's records in one file and remembers every change to them.
//
// # The file
//
// The file is a bbolt database, and this package is the only one that knows so. A [Table] holds the records of one type, each under its
// 16-byte ULID. A value is one version byte, the record in CBOR with integer keys, and a CRC-32C of table, key and both (see codec.go), so that a
// value that a bad disk has changed or misplaced is found when it is read. Keys that this version of the program does not know stay in the record
// when it is written again.
//
// # The journal
//
// [DB.Update] is the only way to write. The transaction collects what changes; when its function returns nil, the step and, per record, the
// fields before and after go into the journal in the same bbolt transaction as the records themselves. A record carries the number of
// the step that wrote it last, and each journal entry the number of the one before, so that the history of a record is a chain that needs
// no index of its own. [Tx.TakeBack] and [Tx.BringBack] write the earlier or later values again as a new step: undo works across restarts and is
// part of history itself.
//
// The package knows nothing of people or companies, of texts, or of windows. Clock, randomness and the author's name come with [Options].
package store
