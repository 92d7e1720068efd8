package match

import (
	"cmp"
	"slices"

	"regulars/store/crm"
)

// Index finds records like a given one. Records are known by the number under which they were added, from 0.
type Index struct {
	all   []*traits
	heads map[key]int32 // hash of a key → the newest link, or less than 0
	links []link
	seen  []int32 // for each record the number of the question in which it was looked at last
	asked int32
}

// link is one record under a key; older records follow.
type link struct {
	record, older int32
}

// Candidate is a record that may be the one asked for.
type Candidate struct {
	At      int
	Score   float64
	Reasons []Reason
}

// maxBlock is how many records under one key are compared. Keys that hundreds of records share (a switchboard, an info@ address) tell
// nothing about a person.
const maxBlock = 100

// NewIndex makes an index for about n records.
func NewIndex(n int) *Index {
	return &Index{all: make([]*traits, 0, n), heads: make(map[key]int32, n*3), links: make([]link, 0, n*4)}
}

// Add adds a record and gives its number.
func (x *Index) Add(c *crm.Contact) int { return x.AddTraits(TraitsOf(c)) }

// Traits are the parts of a record that are compared. Making them is most of the work, and can be done in several goroutines.
type Traits struct{ t *traits }

// TraitsOf takes the traits of a record.
func TraitsOf(c *crm.Contact) Traits {
	t := traitsOf(c)
	return Traits{&t}
}

// Company is the key under which spellings of a company's name are one; "" for people.
func (t Traits) Company() string {
	if t.t.company {
		return t.t.name
	}
	return ""
}

// AddTraits adds a record by its traits.
func (x *Index) AddTraits(t Traits) int {
	at := len(x.all)
	x.all = append(x.all, t.t)
	x.seen = append(x.seen, 0)
	for _, k := range t.t.keys() {
		x.put(k, at)
	}
	return at
}

func (x *Index) put(k key, at int) {
	older, ok := x.heads[k]
	if !ok {
		older = -1
	}
	x.heads[k] = int32(len(x.links))
	x.links = append(x.links, link{int32(at), older})
}

// Replace gives a record new traits: what was added to it can be found too.
func (x *Index) Replace(at int, t Traits) {
	old := x.all[at].keys()
	x.all[at] = t.t
	for _, k := range t.t.keys() {
		if !slices.Contains(old, k) {
			x.put(k, at)
		}
	}
}

// Find gives the records that score Ask or more, best first; of equal ones the one added first.
func (x *Index) Find(c *crm.Contact) []Candidate { return x.FindTraits(TraitsOf(c)) }

// FindTraits is Find for a record whose traits are known.
func (x *Index) FindTraits(t Traits) []Candidate {
	x.asked++
	var out []Candidate
	for _, k := range t.t.keys() {
		out = x.underKey(k, t.t, out)
	}
	sortCandidates(out)
	return out[:min(len(out), maxCandidates)]
}

// maxCandidates is how many records are offered.
const maxCandidates = 5

func sortCandidates(out []Candidate) {
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.At, b.At))
	})
}

func (x *Index) underKey(k key, t *traits, out []Candidate) []Candidate {
	next, ok := x.heads[k]
	if !ok {
		return out
	}
	for n := 0; next >= 0 && n < maxBlock; n++ {
		l := x.links[next]
		next = l.older
		if x.seen[l.record] == x.asked {
			continue
		}
		x.seen[l.record] = x.asked
		if v := compare(t, x.all[l.record]); v.score >= Ask {
			out = append(out, Candidate{At: int(l.record), Score: v.score, Reasons: v.list()})
		}
	}
	return out
}

// keys are the keys under which a record is found. The tax id of people is their firm's and finds nobody.
func (t *traits) keys() []key {
	tax := t.taxID
	if !t.company {
		tax = 0
	}
	out := make([]key, 0, 2+len(t.all))
	if t.whole != 0 {
		out = append(out, t.whole)
	}
	for _, which := range []int{others, emails, phones, ids} {
		for _, k := range t.list(which) {
			if !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	if tax != 0 {
		out = append(out, tax)
	}
	return out
}
