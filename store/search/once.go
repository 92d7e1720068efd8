package search

import (
	"cmp"
	"iter"
	"runtime"
	"slices"

	"regulars/store/crm"
)

// Once finds what Build and Find would, in one pass that keeps nothing: for programs that ask a single question and end. It gives the contacts in order,
// at most limit of them (all for a negative limit), and how many match altogether. The error is the first one that the sequence yields.
func Once(contacts iter.Seq2[crm.Contact, error], q Query, o Order, limit int) (found []crm.Contact, total int, err error) {
	p := pass{query: q, order: o, ranked: o.plain() == ByRelevance, limit: limit}
	batch := make([]crm.Contact, 0, batchSize)
	for c, err := range contacts {
		if err != nil {
			p.finish()
			return nil, 0, err
		}
		if batch = append(batch, c); len(batch) == batchSize {
			p.begin(batch)
			batch = make([]crm.Contact, 0, batchSize)
		}
	}
	p.begin(batch)
	p.finish()
	p.trim()
	for _, h := range p.hits {
		found = append(found, h.contact)
	}
	return found, p.total, nil
}

// pass is a find over contacts as they come.
type pass struct {
	query   Query
	order   Order
	ranked  bool
	limit   int
	hits    []hit
	total   int
	pending []chan []hit // batches under way, oldest first
}

// hit is a contact that matches, with what decides its place.
type hit struct {
	contact crm.Contact
	rank    uint8
	key     string
}

// begin looks at a batch beside the reading of the next one.
func (p *pass) begin(batch []crm.Contact) {
	done := make(chan []hit, 1)
	p.pending = append(p.pending, done)
	go func() { done <- p.hitsAmong(batch) }()
	if len(p.pending) > runtime.GOMAXPROCS(0) {
		p.takeOldest()
	}
}

func (p *pass) hitsAmong(batch []crm.Contact) []hit {
	var out []hit
	for i := range batch {
		rank, ok := p.query.rank(&batch[i])
		if !ok {
			continue
		}
		if !p.ranked {
			rank = 0
		}
		out = append(out, hit{batch[i], min(rank, ranks-1), contactKey(p.order, &batch[i])})
	}
	return out
}

func (p *pass) takeOldest() {
	more := <-p.pending[0]
	p.pending = p.pending[1:]
	p.total += len(more)
	p.hits = append(p.hits, more...)
	if p.limit >= 0 && len(p.hits) > 2*p.limit+8*batchSize {
		p.trim()
	}
}

func (p *pass) finish() {
	for len(p.pending) > 0 {
		p.takeOldest()
	}
}

// trim sorts the hits and drops those that no page will show.
func (p *pass) trim() {
	slices.SortFunc(p.hits, func(a, b hit) int {
		c := cmp.Compare(a.key, b.key)
		if p.order.Reversed() {
			c = -c
		}
		return cmp.Or(cmp.Compare(a.rank, b.rank), c)
	})
	if p.limit >= 0 && len(p.hits) > p.limit {
		clear(p.hits[p.limit:])
		p.hits = p.hits[:p.limit]
	}
}
