package crm

import "slices"

// joinNames joins the names. The name as a whole is one value: parts of two different names are never mixed.
func (j *joiner) joinNames() {
	a, b := &j.into.Name, j.from.Name
	mine, theirs := a.Display(), b.Display()
	switch {
	case theirs == "":
	case mine == "":
		a.takeName(b)
	case sameText(mine, theirs):
		j.completeName(b)
	case j.wins("name"):
		before := *a
		a.takeName(b)
		a.addNames(before)
	default:
		j.refuse("name", mine, theirs)
		if j.lossless {
			a.addNames(b)
		}
	}
	j.joinNameExtras()
}

// takeName takes the name itself and leaves nickname, reading, salutation and alternatives to the fields of their own.
func (n *Name) takeName(b Name) {
	n.Full, n.Prefix, n.Family, n.Given, n.Middle, n.Suffix, n.Order = b.Full, b.Prefix, b.Family, b.Given, b.Middle, b.Suffix, b.Order
}

// completeName takes over the parts of the same name, where this record has it as a whole only.
func (j *joiner) completeName(b Name) {
	a := &j.into.Name
	if a.Prefix+a.Family+a.Given+a.Middle+a.Suffix == "" {
		shown := a.Display()
		a.takeName(b)
		if a.Display() != shown {
			a.Full = shown
		}
		return
	}
	if j.lossless {
		a.addNames(b)
	}
}

// addNames makes alternative names of another name: as it is shown, and of its parts where these say something else.
func (n *Name) addNames(b Name) {
	n.addAlt(b.Display())
	if s := b.ofParts(); s != n.ofParts() {
		n.addAlt(s)
	}
}

// ofParts is the name that the parts make, whatever is shown.
func (n Name) ofParts() string {
	parts := Name{Prefix: n.Prefix, Family: n.Family, Given: n.Given, Middle: n.Middle, Suffix: n.Suffix, Order: n.Order}
	if n.Family == "" && n.Given == "" {
		return join(n.Prefix, n.Middle, n.Suffix)
	}
	return parts.Display()
}

func (j *joiner) joinNameExtras() {
	a, b := &j.into.Name, j.from.Name
	j.text("salutation", &a.Salutation, b.Salutation)
	j.altText("nickname", &a.Nickname, b.Nickname)
	j.altText("reading", &a.Reading, b.Reading)
	j.altText("reading.family", &a.ReadFamily, b.ReadFamily)
	j.altText("reading.given", &a.ReadGiven, b.ReadGiven)
	for _, alt := range b.Alt {
		a.addAlt(alt)
	}
}

// altText joins a text that is some kind of name: what gives way becomes an alternative name.
func (j *joiner) altText(field string, a *string, b string) {
	switch {
	case b == "" || sameText(*a, b):
	case *a == "":
		*a = b
	case j.wins(field):
		lost := *a
		*a = b
		j.into.Name.addAlt(lost)
	default:
		j.refuse(field, *a, b)
		if j.lossless {
			j.into.Name.addAlt(b)
		}
	}
}

// addAlt adds an alternative name unless it is one already.
func (n *Name) addAlt(s string) {
	if s != "" && s != n.Display() && !slices.Contains(n.Alt, s) {
		n.Alt = append(n.Alt, s)
	}
}

// joinDates joins the days that a contact has one of.
func (j *joiner) joinDates() {
	a, b := j.into, j.from
	j.day("card_date", &a.CardDate, b.CardDate)
	a.LastVerified = max(a.LastVerified, b.LastVerified)
	a.LastTouch = max(a.LastTouch, b.LastTouch)
}

func (j *joiner) day(field string, a *Date, b Date) {
	switch {
	case b == 0 || *a == b:
	case *a == 0:
		*a = b
	case j.wins(field):
		lost := *a
		*a = b
		j.lose(field, lost.String())
	default:
		j.refuse(field, a.String(), b.String())
		j.lose(field, b.String())
	}
}

// uniteDates unites special dates. A birthday without a year is completed by the same day with one; a different day stands beside it
// in a merge, and is decided by the choice otherwise.
func (j *joiner) uniteDates() []SpecialDate {
	list := j.into.Dates
	for _, b := range j.from.Dates {
		i := slices.IndexFunc(list, func(a SpecialDate) bool { return sameOccasion(a, b) })
		switch {
		case i < 0:
			list = append(list, b)
		case completes(&list[i], b):
		case j.wins(b.Kind):
			old := list[i]
			list[i] = b
			if j.lossless {
				list = append(list, old)
			}
		case j.lossless:
			list = appendNew(list, b)
		default:
			j.refuse(b.Kind, list[i].Date.String(), b.Date.String())
		}
	}
	return list
}

func appendNew(list []SpecialDate, b SpecialDate) []SpecialDate {
	if slices.Contains(list, b) {
		return list
	}
	return append(list, b)
}

func sameOccasion(a, b SpecialDate) bool { return a.Kind == b.Kind && a.Label == b.Label }

// completes joins two notes of one day: 5 March and 5 March 1986.
func completes(a *SpecialDate, b SpecialDate) bool {
	if a.Lunar != b.Lunar || a.Text != "" && b.Text != "" && a.Text != b.Text {
		return false
	}
	sameDay := a.Date.Month() == b.Date.Month() && a.Date.Day() == b.Date.Day() && (a.Date.Year() == 0 || b.Date.Year() == 0)
	if a.Date != b.Date && !sameDay && a.Date != 0 && b.Date != 0 {
		return false
	}
	a.Date = max(a.Date, b.Date)
	fillText(&a.Text, b.Text)
	return true
}
