package state

import (
	"slices"
	"strings"

	"regulars/store/crm"
)

// Filter is a term of the query language that is offered as a chip or in a menu.
type Filter struct {
	Name  Message
	Term  string // "" = everybody
	Count int    // -1 = not counted
	On    bool   // the query holds the term
}

// FilterGroup is a menu of filters.
type FilterGroup struct {
	Name    Message
	Filters []Filter
}

// chipTags is how many tags have a chip of their own.
const chipTags = 2

// Filters are the chips over the list: everybody, people, companies, and the tags that are used most.
func (c *Contacts) Filters() []Filter {
	persons, companies, err := c.desk.book.Counts()
	if err != nil {
		return nil
	}
	out := []Filter{
		{Name: Say("contacts.filter.all"), Count: persons + companies, On: strings.TrimSpace(c.List.Query()) == ""},
		c.filter(Say("contacts.filter.person"), "kind:person", persons),
		c.filter(Say("contacts.filter.company"), "kind:company", companies),
	}
	for _, t := range c.tags[:min(chipTags, len(c.tags))] {
		out = append(out, c.filter(Say("contacts.filter.tag", "tag", t.Tag), "tag:"+quoted(t.Tag), t.Count))
	}
	return out
}

func (c *Contacts) filter(name Message, term string, count int) Filter {
	return Filter{Name: name, Term: term, Count: count, On: slices.Contains(terms(c.List.Query()), term)}
}

// menuTags is how many tags the menu offers.
const menuTags = 30

// MoreFilters are further filters by group.
func (c *Contacts) MoreFilters() []FilterGroup {
	tags := FilterGroup{Name: Say("field.tags")}
	for _, t := range c.tags[:min(menuTags, len(c.tags))] {
		tags.Filters = append(tags.Filters, c.filter(Say("contacts.filter.tag-count", "tag", t.Tag, "count", t.Count), "tag:"+quoted(t.Tag), t.Count))
	}
	allowed := FilterGroup{Name: Say("contacts.filter.channel")}
	for _, ch := range crm.Channels() {
		allowed.Filters = append(allowed.Filters, c.filter(Say("channel."+string(ch)), "channel:"+string(ch), -1))
	}
	missing := FilterGroup{Name: Say("contacts.filter.missing")}
	for _, field := range []string{"address", "email", "phone", "company", "birthday"} {
		missing.Filters = append(missing.Filters, c.filter(Say("contacts.filter.no-"+field), "no:"+field, -1))
	}
	times := FilterGroup{Name: Say("contacts.filter.time")}
	for _, term := range []string{"touch:>90d", "touch:>30d", "verified:>365d"} {
		times.Filters = append(times.Filters, c.filter(Say("contacts.filter."+strings.NewReplacer(":>", "-", ":", "-").Replace(term)), term, -1))
	}
	return []FilterGroup{tags, allowed, missing, times}
}

// Toggled is the query with a term added, or taken out if it is there. The empty term takes everything out.
func (c *Contacts) Toggled(term string) string {
	if term == "" {
		return ""
	}
	list := terms(c.List.Query())
	if at := slices.Index(list, term); at >= 0 {
		return strings.Join(slices.Delete(list, at, at+1), " ")
	}
	// A contact is a person or a company, never both.
	for _, other := range []string{"kind:person", "kind:company"} {
		if strings.HasPrefix(term, "kind:") {
			list = slices.DeleteFunc(list, func(t string) bool { return t == other })
		}
	}
	return strings.Join(append(list, term), " ")
}

// terms divides a query at its blanks, leaving what stands in quotation marks together.
func terms(query string) []string {
	inside := false
	return strings.FieldsFunc(query, func(r rune) bool {
		if r == '"' {
			inside = !inside
		}
		return r == ' ' && !inside
	})
}

// quoted puts a value that is not one word into quotation marks.
func quoted(value string) string {
	if strings.ContainsAny(value, " :|()-<>\"'") {
		return `"` + strings.ReplaceAll(value, `"`, "") + `"`
	}
	return value
}
