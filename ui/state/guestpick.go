package state

import (
	"slices"

	"regulars/store/crm"
)

// Selected reports whether a row is selected.
func (l *GuestList) Selected(n int) bool { return n >= 0 && n < len(l.ids) && l.selected.Has(l.ids[n]) }

// Choose selects one row alone.
func (l *GuestList) Choose(n int) { l.pick(n, func() { l.selected.Only(n, l.ids[n]) }) }

// Toggle selects a row too, or no longer.
func (l *GuestList) Toggle(n int) { l.pick(n, func() { l.selected.Toggle(n, l.ids[n]) }) }

// Extend selects from the row chosen last to this one.
func (l *GuestList) Extend(n int) { l.pick(n, func() { l.selected.Extend(n, l.ids) }) }

func (l *GuestList) pick(n int, how func()) {
	if n < 0 || n >= len(l.ids) {
		return
	}
	how()
	l.lead, l.place = l.ids[n], n
	l.OnSelected()
}

// ChooseAll selects all rows that are shown.
func (l *GuestList) ChooseAll() {
	l.selected.All(l.ids)
	l.OnSelected()
}

// ChooseNone selects none, and reports whether any was.
func (l *GuestList) ChooseNone() bool {
	any := l.selected.Len() > 0
	l.selected.Clear()
	l.lead = crm.ID{}
	l.OnSelected()
	return any
}

// Chosen is how many are selected.
func (l *GuestList) Chosen() int { return l.selected.Len() }

// Lead is the guest that was chosen last, whom a key or the card is about.
func (l *GuestList) Lead() (GuestRow, bool) {
	if l.lead.IsZero() || l.selected.Len() == 0 {
		return GuestRow{}, false
	}
	return l.Row(l.LeadRow())
}

// LeadRow is the row of that guest, -1 for none.
func (l *GuestList) LeadRow() int {
	if l.lead.IsZero() {
		return -1
	}
	return slices.Index(l.ids, l.lead)
}

// follow keeps the guest chosen last in sight. One that has just left the rows, because an answer took it out of the filter, hands on to the
// guest that has come into its row; so a list of open replies is worked through without a hand on the mouse.
func (l *GuestList) follow() {
	if l.lead.IsZero() {
		return
	}
	if at := slices.Index(l.ids, l.lead); at >= 0 {
		l.place = at
		return
	}
	if len(l.ids) == 0 {
		l.lead = crm.ID{}
		return
	}
	n := min(l.place, len(l.ids)-1)
	l.lead, l.place = l.ids[n], n
	l.selected.Only(n, l.lead)
}

// chosenRows are the selected guests in the order of the list.
func (l *GuestList) chosenRows() []GuestRow {
	var out []GuestRow
	for n := range l.rows {
		if l.Selected(n) {
			out = append(out, l.all[l.rows[n]])
		}
	}
	return out
}
