// Package cli is the face without a window: the commands by which scripts, scheduled backups and people at a terminal use the program, one file
// a command.
//
// Run is the whole of it: arguments in, exit code out, nothing global touched. What a command finds goes to standard output, as text or with
// --json as one JSON document; messages, questions and progress go to standard error. A command that fails has changed no data and leaves
// no half-written file, and an existing file is replaced only with --force.
//
// Package kong parses the arguments (well kept, grammar as types, one door: here). Its English texts are replaced by the catalogue's: help, examples
// and what is wrong with a command line come in the language of --lang, REGULARS_LANG or the system.
//
// The exit codes are a promise to scripts; see the Exit constants. The package knows nothing of Fyne and nothing of the store below
// store/actions.
package cli
