package search

import (
	"cmp"
	"slices"
	"strings"

	"regulars/store/crm"
)

// Order is a way to sort contacts, in the words of the command line. A minus sign in front turns it round.
type Order string

// The orders. Names go Chinese first, then other scripts, digits, and no name at all. Every order ends with the name and, at last, the id,
// so that it never depends on chance.
const (
	ByRelevance Order = "relevance"  // best match first; without words to match it is ByName
	ByName      Order = "name"       // as ByStroke
	ByStroke    Order = "stroke"     // 筆畫: strokes as Taiwan counts them, then radical, surname before given name
	ByZhuyin    Order = "zhuyin"     // ㄅㄆㄇ by the sound in Taiwan, then tone, then strokes
	ByPinyin    Order = "pinyin"     // a to z by sound, then tone, then strokes
	ByCompany   Order = "company"    // by company in stroke order, the company's own record before its people; those without one last
	ByLastTouch Order = "last-touch" // latest contact first, never contacted last
)

// Orders lists the orders that a user may choose for a list.
func Orders() []Order {
	return []Order{ByName, ByStroke, ByZhuyin, ByPinyin, ByCompany, ByLastTouch}
}

// ParseOrder reads an order's word; ok is false for an unknown one. "" is ByName.
func ParseOrder(s string) (o Order, ok bool) {
	if s == "" {
		return ByName, true
	}
	o = Order(s)
	return o, o.plain() == ByRelevance || slices.Contains(Orders(), o.plain())
}

// Reverse turns an order round.
func (o Order) Reverse() Order {
	if o.Reversed() {
		return o.plain()
	}
	return "-" + o
}

// Reversed reports whether the order runs backwards.
func (o Order) Reversed() bool { return strings.HasPrefix(string(o), "-") }

// plain is the order without its minus sign.
func (o Order) plain() Order { return Order(strings.TrimPrefix(string(o), "-")) }

// keyed is the order by which keys are made: the ones that go by strokes are one.
func (o Order) keyed() Order {
	switch p := o.plain(); p {
	case ByZhuyin, ByPinyin, ByCompany, ByLastTouch:
		return p
	}
	return ByStroke
}

// NameOrder is the order by name that readers of a language (BCP 47) expect: ByStroke in Traditional Chinese, else ByPinyin.
func NameOrder(language string) Order {
	if strings.HasPrefix(language, "zh-Hant") || language == "zh-TW" || language == "zh-HK" {
		return ByStroke
	}
	return ByPinyin
}

// Compare gives a comparison for slices.SortFunc. For more than a few hundred contacts use Sort, which computes each key once.
func Compare(o Order) func(a, b *crm.Contact) int {
	return func(a, b *crm.Contact) int {
		c := cmp.Compare(contactKey(o, a), contactKey(o, b))
		if o.Reversed() {
			return -c
		}
		return c
	}
}

// Sort sorts contacts in place.
func Sort(list []crm.Contact, o Order) {
	keys := make([]string, len(list))
	for i := range list {
		keys[i] = contactKey(o, &list[i])
	}
	sorted := make([]crm.Contact, len(list))
	for to, from := range permutation(keys, o.Reversed()) {
		sorted[to] = list[from]
	}
	copy(list, sorted)
}

// Key is where a contact stands in an order: keys compare as bytes. Who keeps keys in a file makes them anew when this package changes them.
func Key(o Order, c *crm.Contact) []byte { return []byte(contactKey(o, c)) }

func contactKey(o Order, c *crm.Contact) string {
	n := namesOf(c)
	return string(appendKey(nil, o, n, c.Kind == crm.Company, c.LastTouch, c.ID))
}

// permutation gives the numbers of the keys in their order.
func permutation(keys []string, reversed bool) []uint32 {
	type entry struct {
		head uint64 // the first bytes, which decide most comparisons
		at   uint32
	}
	list := make([]entry, len(keys))
	for i, k := range keys {
		list[i] = entry{head(k), uint32(i)}
	}
	slices.SortFunc(list, func(a, b entry) int {
		if a.head != b.head {
			return cmp.Compare(a.head, b.head)
		}
		return cmp.Or(cmp.Compare(keys[a.at], keys[b.at]), cmp.Compare(a.at, b.at))
	})
	if reversed {
		slices.Reverse(list)
	}
	out := make([]uint32, len(list))
	for i, e := range list {
		out[i] = e.at
	}
	return out
}

func head(key string) uint64 {
	var b [8]byte
	copy(b[:], key)
	h := uint64(0)
	for _, c := range b {
		h = h<<8 | uint64(c)
	}
	return h
}
