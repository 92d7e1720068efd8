// Package importwizard is the screen that leads a file into the data in four steps: the file, its columns, who is known already, and the figures
// once more before anything is written. It draws what ui/state holds; what a column means and what becomes of a row is decided by package
// importer.
package importwizard
