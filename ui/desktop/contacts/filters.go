package contacts

import (
	"regulars/ui/desktop/widgets"
)

// showFilters puts a chip for everybody, for people and companies, and for the tags that are used most. A chip that is chosen is part of the
// query in the search box, where it can be seen and changed.
func (s *Screen) showFilters() {
	s.filters.RemoveAll()
	for _, f := range s.work.Filters() {
		b := widgets.NewButton(s.words.Say(f.Name), "", func() { s.setQuery(s.work.Toggled(f.Term)) }).Compact()
		if f.Count >= 0 {
			b.Hint(s.words.Number(f.Count))
		}
		b.Choose(f.On)
		s.filters.Add(b)
	}
	more := widgets.NewButton(s.words.Text("contacts.filter.more"), "list-filter", nil).Compact()
	more.OnTapped = func() { widgets.ShowMenuBelow(more, s.filterChoices()) }
	s.filters.Add(more)
	s.filters.Refresh()
}

// filterChoices offers further terms of the query language.
func (s *Screen) filterChoices() []widgets.Choice {
	var out []widgets.Choice
	for _, group := range s.work.MoreFilters() {
		c := widgets.Choice{Label: s.words.Say(group.Name)}
		for _, f := range group.Filters {
			c.Sub = append(c.Sub, widgets.Choice{Label: s.words.Say(f.Name), Chosen: f.On, Do: func() { s.setQuery(s.work.Toggled(f.Term)) }})
		}
		if len(c.Sub) > 0 {
			out = append(out, c)
		}
	}
	return out
}

func (s *Screen) setQuery(query string) {
	s.host.SetSearch(query)
	s.work.List.SetQuery(query)
}

func (s *Screen) showOrder() {
	s.order.SetLabel(s.words.Text("contacts.order", "order", s.words.Text("contacts.order."+s.work.OrderWord())))
	column, down := s.work.SortColumn()
	s.table.SetSort(column, down)
}

func (s *Screen) chooseOrder() {
	var out []widgets.Choice
	for _, o := range s.work.List.Orders() {
		out = append(out, widgets.Choice{Label: s.words.Text("contacts.order." + o), Chosen: o == s.work.OrderWord(),
			Do: func() { s.work.List.SetOrder(o) }})
	}
	widgets.ShowMenuBelow(s.order, out)
}
