package state

import "regulars/store/crm"

// Selected reports whether a row is selected.
func (l *ContactList) Selected(row int) bool {
	return row >= 0 && row < len(l.ids) && l.selected.Has(l.ids[row])
}

// Choose selects one row alone; the card shows it.
func (l *ContactList) Choose(row int) { l.pick(row, func(id crm.ID) { l.selected.Only(row, id) }) }

// Toggle selects a row too, or no longer.
func (l *ContactList) Toggle(row int) { l.pick(row, func(id crm.ID) { l.selected.Toggle(row, id) }) }

// Extend selects from the last row chosen to this one.
func (l *ContactList) Extend(row int) {
	l.pick(row, func(crm.ID) { l.selected.Extend(row, l.ids) })
}

func (l *ContactList) pick(row int, how func(crm.ID)) {
	if row < 0 || row >= len(l.ids) {
		return
	}
	how(l.ids[row])
	l.lead = l.ids[row]
	l.selectionChanged()
}

// ChooseAll selects everything that was found.
func (l *ContactList) ChooseAll() {
	l.selected.All(l.ids)
	l.selectionChanged()
}

// ChooseNone selects nothing.
func (l *ContactList) ChooseNone() {
	l.selected.Clear()
	l.selectionChanged()
}

// ChooseID selects a record if it is in the list, and gives its row; -1 if it is not.
func (l *ContactList) ChooseID(id crm.ID) int {
	row := l.Find(id)
	if row >= 0 {
		l.Choose(row)
	}
	return row
}

// Lead is the record that the card shows: the one chosen last, while it is in the list.
func (l *ContactList) Lead() (crm.ID, bool) {
	return l.lead, l.lead != crm.ID{} && l.selected.Len() > 0
}

// Chosen is how many are selected.
func (l *ContactList) Chosen() int { return l.selected.Len() }

// ChosenIDs are the selected records in the order of the list.
func (l *ContactList) ChosenIDs() []crm.ID { return l.selected.In(l.ids) }

// Working are the records that an act on the list is about: the selected ones if there are several, else all that was found.
func (l *ContactList) Working() []crm.ID {
	if l.selected.Len() > 1 {
		return l.ChosenIDs()
	}
	return l.ids
}

func (l *ContactList) selectionChanged() {
	l.picked()
	l.OnSelected()
}

// ChooseLater selects a row as soon as there are rows; a negative one is passed over.
func (l *ContactList) ChooseLater(row int) {
	l.later = row
	l.chooseLater()
}

func (l *ContactList) chooseLater() {
	if l.later >= 0 && l.later < len(l.ids) && !l.loading {
		row := l.later
		l.later = -1
		l.Choose(row)
	}
}
