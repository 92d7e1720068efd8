package search_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"regulars/store/crm"
	"regulars/store/search"
)

// each yields contacts as a file does.
func each(list []crm.Contact) func(func(crm.Contact, error) bool) {
	return func(yield func(crm.Contact, error) bool) {
		for _, c := range list {
			if !yield(c, nil) {
				return
			}
		}
	}
}

func TestOnceFindsWhatTheIndexFinds(t *testing.T) {
	list := append(crowd(2500), office()...)
	for i := range list {
		list[i].ID = idOf(i + 1)
	}
	x := search.BuildFrom(list)
	orders := append(search.Orders(), search.ByRelevance, search.ByName.Reverse(), search.ByRelevance.Reverse())
	for i, text := range []string{"王", "", "wxm", "經理", "台北 -tag:VIP", "mary OR 0912", "country:台灣", "kind:company", "張三李四"} {
		q := parse(t, text)
		for j, o := range orders {
			if i > 0 && j%5 != i%5 { // all orders for the first query, two for each of the others
				continue
			}
			for _, limit := range []int{-1, 0, 10} {
				want := x.Find(q, o, 0, limit)
				got, total, err := search.Once(each(list), q, o, limit)
				if err != nil {
					t.Fatal(err)
				}
				ids := []crm.ID(nil)
				for _, c := range got {
					ids = append(ids, c.ID)
				}
				if total != want.Total || !slices.Equal(ids, want.IDs) {
					t.Errorf("%q by %s, limit %d: %d of %d, want %d of %d or another order", text, o, limit, len(ids), total, len(want.IDs), want.Total)
				}
			}
		}
	}
}

func TestOnceEndsWithTheErrorOfItsSource(t *testing.T) {
	broken := errors.New("broken")
	_, _, err := search.Once(func(yield func(crm.Contact, error) bool) {
		for i := range 1000 {
			if !yield(person("王", fmt.Sprint(i)), nil) {
				return
			}
		}
		yield(crm.Contact{}, broken)
	}, parse(t, "王"), search.ByName, 10)
	if !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
}
