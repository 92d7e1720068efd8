// Package labels is the printing screen: address labels, envelopes, letters, badges and sign-in sheets, with a preview that draws the very layout that
// the PDF is written from. A press on a label says where on a used sheet to begin, or which labels are spoiled.
package labels
