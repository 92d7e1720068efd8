package match

import (
	"cmp"
	"context"
	"slices"

	"regulars/store/crm"
)

// Pair is two records that may be one. A is the older id.
type Pair struct {
	A, B    crm.ID
	Score   float64
	Reasons []Reason
}

// Pairs finds all pairs among the records that score at least Ask, best first. It stops early only when ctx ends.
func Pairs(ctx context.Context, contacts []crm.Contact) ([]Pair, error) {
	x := NewIndex(len(contacts))
	var out []Pair
	for i := range contacts {
		if i%512 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		t := TraitsOf(&contacts[i])
		for _, c := range x.FindTraits(t) {
			out = append(out, pairOf(contacts[c.At].ID, contacts[i].ID, c))
		}
		x.AddTraits(t)
	}
	slices.SortStableFunc(out, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), a.A.Compare(b.A), a.B.Compare(b.B))
	})
	return out, nil
}

func pairOf(a, b crm.ID, c Candidate) Pair {
	if b.Compare(a) < 0 {
		a, b = b, a
	}
	return Pair{A: a, B: b, Score: c.Score, Reasons: c.Reasons}
}
