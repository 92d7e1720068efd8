// Package importer turns a file that somebody brought into a plan of what would be written: new, changed and unchanged records, rows that
// are left out and rows that have a problem, each with its reason. Nothing is written here. The plan is a value; the window and the command
// line show it, and store/actions writes the batch it yields.
//
// The way of a file has five steps, each a value that can be looked at:
//
//	source, err := importer.Open(ctx, r, size, name, importer.Options{})   // bytes → rows and cards   (package sheet)
//	m := source.Propose(remembered)                                         // column → field           (package mapping)
//	plan, err := importer.NewPlan(ctx, source, m, existing, settings)       // cells → contacts         (package clean)
//	plan.Rows, plan.Problems                                                // who is known already     (package match)
//	batch := plan.Batch()                                                   // to store/actions
//
// Three promises hold. Every row ends with exactly one outcome and a reason. No cell is dropped: what fits no field becomes a custom field
// or a note, and what is left out on purpose (credit cards, passwords) is told. Nothing is guessed silently: each repair and each doubt is
// a Problem of the plan before anything is written.
//
// The package knows crm values and nothing of the store or of screens. The day, new ids and the records that exist are told to it, so the
// same input gives the same plan.
package importer
