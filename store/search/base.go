package search

import (
	"cmp"
	"iter"
	"runtime"
	"slices"
	"sync"

	"regulars/store/crm"
)

// base is the large, unchanging part of an index: the excerpts of all contacts one after the other, what was computed from them, and the
// permutations by which they are sorted, which are computed when first asked for.
type base struct {
	text     []byte
	textAt   []uint32 // where excerpt i begins in text; one more for the end
	sounds   []byte
	soundsAt []uint32
	names    []byte // of each contact its surname and the rest of its name
	namesAt  []nameAt
	facts    []facts
	company  []uint32 // of each contact the number of its company's name
	firms    []string
	pairs    *postings
	byID     []uint32

	mu     sync.Mutex
	sorted map[Order]*sorting
}

// sorting is one order of all excerpts: which stands at a place, and at which place each stands.
type sorting struct{ at, placeOf []uint32 }

func newSorting(at []uint32) *sorting {
	s := &sorting{at, make([]uint32, len(at))}
	for place, i := range at {
		s.placeOf[i] = uint32(place)
	}
	return s
}

// nameAt says where in names a surname begins and where it ends.
type nameAt struct{ start, split uint32 }

// builder gathers excerpts for a base. Contacts are read in batches, several at once; the excerpts stay in the order of the contacts.
type builder struct {
	base
	firmOf  map[string]uint32
	pending []chan []excerpt // batches under way, oldest first
}

// batchSize is how many contacts are read at a time.
const batchSize = 256

func newBuilder() *builder {
	return &builder{base: base{sorted: map[Order]*sorting{}}, firmOf: map[string]uint32{}}
}

func (b *builder) add(e excerpt) {
	b.textAt = append(b.textAt, uint32(len(b.text)))
	b.text = append(b.text, e.text...)
	b.soundsAt = append(b.soundsAt, uint32(len(b.sounds)))
	b.sounds = append(b.sounds, e.sounds...)
	b.facts = append(b.facts, e.facts)
	start := uint32(len(b.names))
	b.names = append(append(b.names, e.names.surname...), e.names.rest...)
	b.namesAt = append(b.namesAt, nameAt{start, start + uint32(len(e.names.surname))})
	b.company = append(b.company, b.firm(e.names.company))
}

// addAll reads contacts until one comes with an error.
func (b *builder) addAll(contacts iter.Seq2[crm.Contact, error]) error {
	defer b.finish()
	batch := make([]crm.Contact, 0, batchSize)
	for c, err := range contacts {
		if err != nil {
			return err
		}
		if batch = append(batch, c); len(batch) == batchSize {
			b.addBatch(batch)
			batch = make([]crm.Contact, 0, batchSize)
		}
	}
	b.addBatch(batch)
	return nil
}

// addBatch starts to read a batch and takes in the oldest one when enough are under way.
func (b *builder) addBatch(batch []crm.Contact) {
	done := make(chan []excerpt, 1)
	b.pending = append(b.pending, done)
	go func() {
		list := make([]excerpt, len(batch))
		for i := range batch {
			list[i] = excerptOf(&batch[i])
		}
		done <- list
	}()
	if len(b.pending) > runtime.GOMAXPROCS(0) {
		b.takeOldest()
	}
}

func (b *builder) takeOldest() {
	for _, e := range <-b.pending[0] {
		b.add(e)
	}
	b.pending = b.pending[1:]
}

// finish waits for the batches that are still under way.
func (b *builder) finish() {
	for len(b.pending) > 0 {
		b.takeOldest()
	}
}

// firm gives the number of a company's name, so that a name that many share is kept once.
func (b *builder) firm(name string) uint32 {
	n, ok := b.firmOf[name]
	if !ok {
		n = uint32(len(b.firms))
		b.firms = append(b.firms, name)
		b.firmOf[name] = n
	}
	return n
}

func (b *builder) done() *base {
	x := &b.base
	x.textAt = append(x.textAt, uint32(len(x.text)))
	x.soundsAt = append(x.soundsAt, uint32(len(x.sounds)))
	x.namesAt = append(x.namesAt, nameAt{start: uint32(len(x.names))})
	x.text, x.sounds, x.names = slices.Clip(x.text), slices.Clip(x.sounds), slices.Clip(x.names)
	x.facts = slices.Clip(x.facts)
	x.pairs = newPostings(x.len(), x.bytesOf)
	x.byID = make([]uint32, x.len())
	for i := range x.byID {
		x.byID[i] = uint32(i)
	}
	slices.SortStableFunc(x.byID, func(i, j uint32) int { return x.facts[i].id.Compare(x.facts[j].id) })
	return x
}

func (x *base) len() int { return len(x.facts) }

func (x *base) bytesOf(i int) (text, sounds []byte) {
	return x.text[x.textAt[i]:x.textAt[i+1]], x.sounds[x.soundsAt[i]:x.soundsAt[i+1]]
}

func (x *base) namesOf(i int) names {
	at := x.namesAt[i]
	return names{surname: string(x.names[at.start:at.split]), rest: string(x.names[at.split:x.namesAt[i+1].start]), company: x.firms[x.company[i]]}
}

// excerpt gives excerpt i; its bytes belong to the base.
func (x *base) excerpt(i int) excerpt {
	text, sounds := x.bytesOf(i)
	return excerpt{text: text, sounds: sounds, facts: x.facts[i], names: x.namesOf(i)}
}

// view gives what a query looks at in excerpt i.
func (x *base) view(i int) view {
	text, sounds := x.bytesOf(i)
	return view{text: text, sounds: sounds, facts: &x.facts[i]}
}

// find gives the excerpts of an id: none, one, or several where a contact was given twice.
func (x *base) find(id crm.ID) []uint32 {
	at, _ := slices.BinarySearchFunc(x.byID, id, func(i uint32, id crm.ID) int { return x.facts[i].id.Compare(id) })
	end := at
	for end < len(x.byID) && x.facts[x.byID[end]].id == id {
		end++
	}
	return x.byID[at:end]
}

// order gives the excerpts in an order, forwards.
func (x *base) order(o Order) *sorting {
	x.mu.Lock()
	defer x.mu.Unlock()
	o = o.keyed()
	if p, ok := x.sorted[o]; ok {
		return p
	}
	p := newSorting(x.sort(o))
	x.sorted[o] = p
	return p
}

func (x *base) sort(o Order) []uint32 {
	keys := make([]string, x.len())
	var buffer []byte
	for i := range keys {
		buffer = x.appendKey(buffer[:0], o, i)
		keys[i] = string(buffer)
	}
	return permutation(keys, false)
}

func (x *base) appendKey(out []byte, o Order, i int) []byte {
	f := &x.facts[i]
	return appendKey(out, o, x.namesOf(i), f.company, f.dates[dateOfTouch], f.id)
}

// place is how many excerpts come before a key in an order.
func (x *base) place(o Order, key string) int {
	p := x.order(o).at
	var buffer []byte
	at, _ := slices.BinarySearchFunc(p, key, func(i uint32, key string) int {
		buffer = x.appendKey(buffer[:0], o, int(i))
		return cmp.Compare(string(buffer), key)
	})
	return at
}
