package search

// Resort sorts the contacts of an index as the first use of an order does.
func (x *Index) Resort(o Order) []uint32 { return x.base.sort(o) }
