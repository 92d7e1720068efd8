package search

import (
	"iter"
	"maps"
	"slices"

	"regulars/store/crm"
)

// Index answers queries over all contacts from memory. It is a snapshot: With gives a new one, the old one stays as it was, and all may be
// used by many goroutines. It needs some 450 bytes a contact.
type Index struct {
	base    *base
	gone    []uint64 // bit i: excerpt i of base was removed or is newer in recent
	missing int      // how many bits are set in gone
	recent  []*excerpt
}

// Build reads all contacts into an index. The error is the first one that the sequence yields.
func Build(contacts iter.Seq2[crm.Contact, error]) (*Index, error) {
	b := newBuilder()
	if err := b.addAll(contacts); err != nil {
		return nil, err
	}
	return newIndex(b.done()), nil
}

// BuildFrom makes an index of contacts that are at hand.
func BuildFrom(contacts []crm.Contact) *Index {
	b := newBuilder()
	for batch := range slices.Chunk(contacts, batchSize) {
		b.addBatch(batch)
	}
	b.finish()
	return newIndex(b.done())
}

// newIndex covers a base; of excerpts with the same id the last one counts.
func newIndex(b *base) *Index {
	x := &Index{base: b, gone: make([]uint64, (b.len()+63)/64)}
	for i := 1; i < len(b.byID); i++ {
		if b.facts[b.byID[i-1]].id == b.facts[b.byID[i]].id {
			x.drop(b.byID[i-1])
		}
	}
	return x
}

func (x *Index) drop(i uint32) {
	if !x.isGone(int(i)) {
		x.gone[i/64] |= 1 << (i % 64)
		x.missing++
	}
}

func (x *Index) isGone(i int) bool { return x.gone[i/64]>>(i%64)&1 == 1 }

// Len is the number of contacts.
func (x *Index) Len() int { return x.base.len() - x.missing + len(x.recent) }

// With is the index after contacts were added or changed and others removed. It costs as much as there are changes, not contacts, until
// Stale says that it is time for Compact.
func (x *Index) With(changed []crm.Contact, removed []crm.ID) *Index {
	touched := map[crm.ID]*excerpt{}
	for _, id := range removed {
		touched[id] = nil
	}
	for i := range changed {
		e := excerptOf(&changed[i])
		touched[e.facts.id] = &e
	}
	next := &Index{base: x.base, gone: slices.Clone(x.gone), missing: x.missing}
	for id := range touched {
		for _, i := range x.base.find(id) {
			next.drop(i)
		}
	}
	next.recent = replaced(x.recent, touched)
	return next
}

// replaced gives the excerpts without those that were touched, and then the touched ones in the order of their ids.
func replaced(recent []*excerpt, touched map[crm.ID]*excerpt) []*excerpt {
	out := make([]*excerpt, 0, len(recent)+len(touched))
	for _, e := range recent {
		if _, ok := touched[e.facts.id]; !ok {
			out = append(out, e)
		}
	}
	for _, id := range slices.SortedFunc(maps.Keys(touched), crm.ID.Compare) {
		if e := touched[id]; e != nil {
			out = append(out, e)
		}
	}
	return out
}

// Stale reports whether so many changes have gathered that Compact pays: recent contacts are searched one by one.
func (x *Index) Stale() bool {
	return len(x.recent) > 1000 || x.missing > 1000+x.base.len()/4
}

// Compact is the same index with all changes worked in. It needs no contacts and takes about half a second for 100,000; run it beside
// the window and apply With again for what changed meanwhile.
func (x *Index) Compact() *Index {
	b := newBuilder()
	for i := range x.base.len() {
		if !x.isGone(i) {
			b.add(x.base.excerpt(i))
		}
	}
	for _, e := range x.recent {
		b.add(*e)
	}
	return newIndex(b.done())
}

// Prepare computes orders now that Find would compute on first use, 0.1 to 0.2 seconds each for 100,000 contacts.
func (x *Index) Prepare(orders ...Order) {
	for _, o := range orders {
		x.base.order(o)
	}
}

// view is what a query looks at in one contact.
type view struct {
	text, sounds []byte
	facts        *facts
}

func (e *excerpt) view() view { return view{e.text, e.sounds, &e.facts} }

func (e *excerpt) key(o Order) string {
	return string(appendKey(nil, o, e.names, e.facts.company, e.facts.dates[dateOfTouch], e.facts.id))
}
