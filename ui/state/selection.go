package state

import "regulars/store/crm"

// Selection is which records of a list are selected, by id, so that it survives sorting and filtering.
type Selection struct {
	ids    map[crm.ID]struct{}
	anchor int // the row from which Shift selects
}

// NewSelection makes an empty selection.
func NewSelection() *Selection { return &Selection{ids: map[crm.ID]struct{}{}} }

// Len is how many are selected.
func (s *Selection) Len() int { return len(s.ids) }

// Has reports whether a record is selected.
func (s *Selection) Has(id crm.ID) bool {
	_, ok := s.ids[id]
	return ok
}

// Clear selects nothing.
func (s *Selection) Clear() { clear(s.ids) }

// Only selects the record in a row and no other.
func (s *Selection) Only(row int, id crm.ID) {
	s.Clear()
	s.ids[id] = struct{}{}
	s.anchor = row
}

// Toggle selects the record in a row too, or no longer.
func (s *Selection) Toggle(row int, id crm.ID) {
	s.anchor = row
	if s.Has(id) {
		delete(s.ids, id)
		return
	}
	s.ids[id] = struct{}{}
}

// Extend selects all rows from the last one chosen to this one, and no others.
func (s *Selection) Extend(row int, list []crm.ID) {
	s.Clear()
	from, to := min(s.anchor, row), max(s.anchor, row)
	for i := max(from, 0); i <= to && i < len(list); i++ {
		s.ids[list[i]] = struct{}{}
	}
}

// All selects a whole list.
func (s *Selection) All(list []crm.ID) {
	for _, id := range list {
		s.ids[id] = struct{}{}
	}
}

// In gives the selected records in the order of a list.
func (s *Selection) In(list []crm.ID) []crm.ID {
	out := make([]crm.ID, 0, len(s.ids))
	for _, id := range list {
		if s.Has(id) {
			out = append(out, id)
		}
	}
	return out
}

// Keep drops the records that are not in a list any more.
func (s *Selection) Keep(list []crm.ID) {
	if len(s.ids) == 0 {
		return
	}
	left := make(map[crm.ID]struct{}, len(s.ids))
	for _, id := range s.In(list) {
		left[id] = struct{}{}
	}
	s.ids = left
}
