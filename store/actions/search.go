package actions

import "regulars/store/search"

// Search gives the index of all contacts. The first call reads the whole file (about a second for 100,000 contacts), so windows make it beside
// the screen; from then on every act keeps the index fresh.
func (b *Book) Search() (*search.Index, error) { panic("to come") }

// SearchReady reports whether Search answers at once.
func (b *Book) SearchReady() bool { panic("to come") }

// CompactSearch works gathered changes into the index where that pays (search.Index.Stale). To be called beside the screen.
func (b *Book) CompactSearch() { panic("to come") }
