package search

import (
	"cmp"
	"iter"
	"runtime"
	"slices"
	"sync"

	"regulars/store/crm"
)

// Result is one page of what a query found.
type Result struct {
	IDs   []crm.ID // the page, in order
	Total int      // how many contacts match altogether
}

// ranks is the number of steps of relevance that a find tells apart. A contact's step is the sum over the words of the query: 0 for the
// beginning of a name or of a word in it, 1 inside a name, 2 in a company's name, 3 elsewhere.
const ranks = 16

// Find lists the contacts that match, from the offset on, at most limit (all for a negative limit).
func (x *Index) Find(q Query, o Order, offset, limit int) Result {
	f := finding{index: x, test: q.compiled(), order: o, ranked: o.plain() == ByRelevance}
	f.searchBase()
	f.searchRecent()
	total := 0
	for _, n := range f.count {
		total += n
	}
	return Result{IDs: f.page(max(offset, 0), limit, total), Total: total}
}

// finding is a find under way.
type finding struct {
	index  *Index
	test   test
	order  Order
	ranked bool
	scores []uint8    // of each excerpt of base its rank plus one, 0 if it does not match
	list   []uint32   // the excerpts that were looked at, nil for all
	count  [ranks]int // how many match, by rank
	recent []recentHit
}

// recentHit is a match among the recent excerpts: it comes before excerpt number before in the order of base.
type recentHit struct {
	id     crm.ID
	rank   uint8
	before int
	key    string
}

func (f *finding) searchBase() {
	b := f.index.base
	f.scores = make([]uint8, b.len())
	list, all := f.test.candidates(b.pairs)
	n := len(list)
	number := func(i int) int { return int(list[i]) }
	if all {
		n = b.len()
		number = func(i int) int { return i }
	} else {
		f.list = list
	}
	f.inParallel(n, func(from, to int, count *[ranks]int) {
		var v view
		for i := from; i < to; i++ {
			f.score(number(i), &v, count)
		}
	})
}

// score looks at excerpt i. The view is the caller's, so that none has to be made for each excerpt.
func (f *finding) score(i int, v *view, count *[ranks]int) {
	if f.index.isGone(i) {
		return
	}
	*v = f.index.base.view(i)
	if rank, ok := f.test.match(v); ok {
		rank = f.rank(rank)
		f.scores[i] = rank + 1
		count[rank]++
	}
}

func (f *finding) rank(sum uint8) uint8 {
	if !f.ranked {
		return 0
	}
	return min(sum, ranks-1)
}

// inParallel splits a walk over n excerpts among the processors when it is long.
func (f *finding) inParallel(n int, walk func(from, to int, count *[ranks]int)) {
	workers := min(runtime.GOMAXPROCS(0), 8, n/2048+1)
	counts := make([][ranks]int, workers)
	var wg sync.WaitGroup
	for w := 1; w < workers; w++ {
		wg.Go(func() { walk(n*w/workers, n*(w+1)/workers, &counts[w]) })
	}
	walk(0, n/workers, &counts[0])
	wg.Wait()
	for _, c := range counts {
		for rank := range c {
			f.count[rank] += c[rank]
		}
	}
}

func (f *finding) searchRecent() {
	for _, e := range f.index.recent {
		v := e.view()
		rank, ok := f.test.match(&v)
		if !ok {
			continue
		}
		key := e.key(f.order)
		rank = f.rank(rank)
		f.count[rank]++
		f.recent = append(f.recent, recentHit{e.facts.id, rank, f.index.base.place(f.order, key), key})
	}
	slices.SortFunc(f.recent, func(a, b recentHit) int { return cmp.Compare(a.key, b.key) })
	if f.order.Reversed() {
		slices.Reverse(f.recent)
	}
}

// page walks through the ranks that the page touches.
func (f *finding) page(offset, limit, total int) []crm.ID {
	if limit < 0 || limit > total-offset {
		limit = total - offset
	}
	if limit <= 0 {
		return nil
	}
	out := make([]crm.ID, 0, limit)
	for rank, n := range f.count {
		if offset >= n {
			offset -= n
			continue
		}
		out = f.appendRank(out, uint8(rank), offset, limit)
		offset = 0
		if len(out) == limit {
			break
		}
	}
	return out
}

// appendRank appends the contacts of one rank in order, without the first skip, until there are limit.
func (f *finding) appendRank(out []crm.ID, rank uint8, skip, limit int) []crm.ID {
	put := func(id crm.ID) bool {
		if skip > 0 {
			skip--
		} else {
			out = append(out, id)
		}
		return len(out) < limit
	}
	recent := f.recentOf(rank)
	for place, i := range f.ofRank(rank) {
		for len(recent) > 0 && f.comesBefore(recent[0], place) {
			if !put(recent[0].id) {
				return out
			}
			recent = recent[1:]
		}
		if !put(f.index.base.facts[i].id) {
			return out
		}
	}
	for _, hit := range recent {
		if !put(hit.id) {
			break
		}
	}
	return out
}

// ofRank walks over the excerpts of a rank in order, with the place of each. It sorts them where they are few, and else walks over all
// excerpts in order, for then a page is soon full.
func (f *finding) ofRank(rank uint8) iter.Seq2[int, uint32] {
	order := f.index.base.order(f.order)
	if f.count[rank] > len(order.at)/32 || f.list == nil {
		return func(yield func(int, uint32) bool) {
			for place, i := range f.inOrder(order.at) {
				if f.scores[i] == rank+1 && !yield(place, i) {
					return
				}
			}
		}
	}
	var places []uint32
	for _, i := range f.list {
		if f.scores[i] == rank+1 {
			places = append(places, order.placeOf[i])
		}
	}
	slices.Sort(places)
	return func(yield func(int, uint32) bool) {
		for _, place := range f.inOrder(places) {
			if !yield(int(place), order.at[place]) {
				return
			}
		}
	}
}

func (f *finding) recentOf(rank uint8) []recentHit {
	var out []recentHit
	for _, hit := range f.recent {
		if hit.rank == rank {
			out = append(out, hit)
		}
	}
	return out
}

// comesBefore reports whether a recent match stands before the excerpt at a place of the order.
func (f *finding) comesBefore(hit recentHit, place int) bool {
	if f.order.Reversed() {
		return hit.before > place
	}
	return hit.before <= place
}

// inOrder walks over a list, from the end where the order is reversed.
func (f *finding) inOrder(p []uint32) iter.Seq2[int, uint32] {
	if f.order.Reversed() {
		return slices.Backward(p)
	}
	return slices.All(p)
}
