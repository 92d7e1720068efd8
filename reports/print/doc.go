// Package print computes what comes on paper: address labels, envelopes, letters, name badges, sign-in sheets and invitation lists.
//
// Everything is laid out first, as a Layout: pages of boxes and runs of text in millimetres. Package reports/pdf writes a Layout as PDF and the
// window draws the same one as a preview, so that what is shown is what is printed. The functions here are pure: given contacts, options and texts
// they give the same pages again. Where an address comes from is decided in store/crm (MailStyle), how text is measured and broken in
// reports/typeset.
//
// Measures follow the rules of Chunghwa Post: address labels of at least 70 × 25 mm with characters of at least 4 mm, nothing after the postal code on
// its line, 20 mm free at the lower edge of an envelope for the bar code of the sorting machine, the stamp at the upper left of a vertical envelope
// and at the upper right of a horizontal one.
package print
