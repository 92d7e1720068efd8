package search_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"regulars/store/crm"
	"regulars/store/search"
)

// TestChangesAreAsIfBuiltAnew makes changes by chance and compares the index with one of the same contacts built at once.
func TestChangesAreAsIfBuiltAnew(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pool := crowd(300)
	now := map[crm.ID]crm.Contact{}
	for _, c := range pool[:100] {
		now[c.ID] = c
	}
	x := search.BuildFrom(valuesOf(now))
	for round := range 12 {
		var changed []crm.Contact
		var removed []crm.ID
		for range r.IntN(20) {
			id := pool[r.IntN(len(pool))].ID
			if r.IntN(3) == 0 {
				removed = append(removed, id)
				delete(now, id)
			}
			c := pool[r.IntN(len(pool))]
			c.ID = id
			changed = append(changed, c)
			now[id] = c
		}
		x = x.With(changed, removed)
		if round%5 == 4 {
			x = x.Compact()
		}
		sameFinds(t, x, search.BuildFrom(valuesOf(now)))
	}
}

func valuesOf(m map[crm.ID]crm.Contact) []crm.Contact {
	var out []crm.Contact
	for _, c := range m {
		out = append(out, c)
	}
	return out
}

func sameFinds(t *testing.T, got, want *search.Index) {
	t.Helper()
	if got.Len() != want.Len() {
		t.Errorf("%d contacts, want %d", got.Len(), want.Len())
	}
	for _, text := range []string{"", "王", "陳", "明", "公司", "台北", "09", "mary", "wxm", "w", "ㄔ", "tag:VIP", "-tag:VIP 中", "touch:>1y"} {
		for _, o := range append(search.Orders(), search.ByRelevance, search.ByStroke.Reverse()) {
			q := parse(t, text)
			for _, page := range [][2]int{{0, -1}, {3, 10}} {
				a, b := got.Find(q, o, page[0], page[1]), want.Find(q, o, page[0], page[1])
				if a.Total != b.Total || !slices.Equal(a.IDs, b.IDs) {
					t.Errorf("%q by %s: %d of %d, want %d of %d, or another order", text, o, len(a.IDs), a.Total, len(b.IDs), b.Total)
				}
			}
		}
	}
}

func TestAnIndexNeverChanges(t *testing.T) {
	list := crowd(50)
	x := search.BuildFrom(list)
	before := x.Find(search.Query{}, search.ByName, 0, -1).IDs
	y := x.With(nil, []crm.ID{list[0].ID, idOf(9999)}).With(crowd(60)[55:], nil)
	if y.Len() != 54 {
		t.Errorf("after changes %d contacts, want 54", y.Len())
	}
	if after := x.Find(search.Query{}, search.ByName, 0, -1).IDs; !slices.Equal(before, after) {
		t.Error("the old index has changed")
	}
}

func TestTheLastOfTwoWithOneIDCounts(t *testing.T) {
	a, b := person("王", "一"), person("陳", "二")
	a.ID, b.ID = idOf(1), idOf(1)
	x := search.BuildFrom([]crm.Contact{a, b})
	if x.Len() != 1 || x.Find(parse(t, "王"), search.ByName, 0, -1).Total != 0 || x.Find(parse(t, "陳"), search.ByName, 0, -1).Total != 1 {
		t.Errorf("%d contacts", x.Len())
	}
	if x = x.With(nil, []crm.ID{idOf(1)}); x.Len() != 0 {
		t.Errorf("%d contacts after removal", x.Len())
	}
}

func TestStale(t *testing.T) {
	list := crowd(3000)
	x := search.BuildFrom(list[:1500])
	if x.Stale() {
		t.Error("a new index is stale")
	}
	if x = x.With(list[1500:], nil); !x.Stale() {
		t.Error("an index with 1,500 recent contacts is not stale")
	}
	if x = x.Compact(); x.Stale() || x.Len() != 3000 {
		t.Errorf("after Compact: stale %v, %d contacts", x.Stale(), x.Len())
	}
}

func TestBuildReportsErrors(t *testing.T) {
	broken := errors.New("disk on fire")
	_, err := search.Build(func(yield func(crm.Contact, error) bool) {
		_ = yield(person("王", "一"), nil) && yield(crm.Contact{}, broken)
	})
	if !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
}

func TestFindFromManyGoroutines(t *testing.T) {
	list := crowd(3000)
	x := search.BuildFrom(list)
	want := x.Find(parse(t, "公司"), search.ByRelevance, 0, 5)
	var wg sync.WaitGroup
	for _, o := range []search.Order{search.ByZhuyin, search.ByPinyin, search.ByZhuyin, search.ByCompany} {
		wg.Go(func() {
			x.With(list[:3], nil).Find(search.Query{}, o, 0, 5)
			if got := x.Find(parse(t, "公司"), search.ByRelevance, 0, 5); !slices.Equal(got.IDs, want.IDs) {
				t.Errorf("got %v, want %v", got.IDs, want.IDs)
			}
		})
	}
	wg.Wait()
}

// Contacts with everything odd about them must neither break the index nor be lost.
func TestOddContacts(t *testing.T) {
	odd := numbered(crm.Contact{}, crm.Contact{Kind: crm.Person, Name: crm.Name{Full: "\xff\xfe\x01\x1f"}}, person("\u200b", "\u0301"),
		crm.Contact{Kind: crm.Person, Name: crm.Name{Full: "𠮷野家😀"}, Notes: "\x00\x01\x1e\x1f\x0c", Tags: []string{"", "\x07"}},
		crm.Contact{Kind: crm.Company, Phones: []crm.Phone{{Text: "#"}, {Number: "+", Ext: "x"}}, Custom: []crm.CustomValue{{Field: "\x1f", Value: "\x1f"}, {}}})
	x := search.BuildFrom(odd)
	for _, o := range search.Orders() {
		if got := x.Find(search.Query{}, o, 0, -1); got.Total != len(odd) || len(got.IDs) != len(odd) {
			t.Errorf("%s: %d of %d", o, len(got.IDs), got.Total)
		}
	}
	if got := found(t, odd, x, "𠮷"); !slices.Equal(got, []int{4}) {
		t.Errorf("𠮷 found %v", got)
	}
	if got := found(t, odd, x, "😀"); !slices.Equal(got, []int{4}) {
		t.Errorf("😀 found %v", got)
	}
}

func FuzzContact(f *testing.F) {
	f.Add("王小明", "大同公司", "0912-345-678", "wxm")
	f.Add("\x01\x1f", "Ａ\u0301", "+886", "ㄨ")
	f.Fuzz(func(t *testing.T, name, firm, phone, text string) {
		c := crm.Contact{ID: idOf(1), Kind: crm.Person, Name: crm.Name{Full: name}, Positions: []crm.Position{{CompanyName: firm}},
			Phones: []crm.Phone{{Text: phone, Number: phone}}, Custom: []crm.CustomValue{{Field: name, Value: firm}}}
		x := search.BuildFrom([]crm.Contact{c})
		for _, w := range []string{text, name, firm, phone} {
			q, err := search.NewQuery(search.Word{Text: w}, today)
			if err != nil {
				t.Fatal(err)
			}
			n := x.Find(q, search.ByRelevance, 0, 1).Total
			if q.Match(&c) != (n == 1) {
				t.Errorf("%q in %q, %q, %q: index %d, Match %v", w, name, firm, phone, n, q.Match(&c))
			}
			if n == 0 && search.Fold(w) == search.Fold(firm) {
				t.Errorf("%q does not find %q", w, firm)
			}
		}
	})
}
