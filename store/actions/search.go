package actions

import "regulars/store/search"

// Search gives the index of all contacts. The first call reads the whole file (about a second for 100,000 contacts), so windows make it beside
// the screen; from then on every act keeps the index fresh. After an act on thousands of contacts the next call reads the file again.
func (b *Book) Search() (*search.Index, error) {
	if x := b.searchIndex(); x != nil {
		return x, nil
	}
	err := b.gatherMemory(
		func(m *memory) bool { return m.index != nil },
		func() (memory, error) {
			x, err := search.Build(b.Contacts())
			return memory{index: x}, err
		},
		func(into *memory, made memory) { into.index = made.index })
	return b.searchIndex(), err
}

func (b *Book) searchIndex() *search.Index {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.memory.index
}

// SearchReady reports whether Search answers at once.
func (b *Book) SearchReady() bool { return b.searchIndex() != nil }

// CompactSearch works gathered changes into the index where that pays (search.Index.Stale). To be called beside the screen.
func (b *Book) CompactSearch() {
	x := b.searchIndex()
	if x == nil || !x.Stale() {
		return
	}
	fresh := x.Compact()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.memory.index == x { // else something was written meanwhile, and the next call tries again
		b.memory.index = fresh
	}
}
