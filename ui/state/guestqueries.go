package state

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"regulars/store/actions"
)

// savedQueries is the preference that holds the queries used last, and mostSaved how many are kept.
const (
	savedQueries = "events.queries"
	mostSaved    = 4
	mostTags     = 5
)

// remember keeps the query as a chip for later rounds.
func (v *Invite) remember() {
	q := strings.TrimSpace(v.query)
	if q == "" || q == firstQuery {
		return
	}
	list := slices.DeleteFunc(v.saved(), func(s string) bool { return s == q })
	list = append([]string{q}, list...)
	if b, err := json.Marshal(list[:min(mostSaved, len(list))]); err == nil {
		v.prefs.SetString(savedQueries, string(b))
	}
}

// saved are the queries used last; a value that cannot be read was not written by us.
func (v *Invite) saved() []string {
	var list []string
	if json.Unmarshal([]byte(v.prefs.String(savedQueries)), &list) != nil {
		return nil
	}
	return list
}

// Chips are terms to put into the query by a press: people, the tags used most, and the whole queries of earlier rounds.
func (v *Invite) Chips() []Filter {
	now := terms(v.query)
	out := []Filter{{Name: Say("contacts.filter.person"), Term: firstQuery, Count: -1, On: slices.Contains(now, firstQuery)}}
	tags, err := v.book.Tags()
	if err != nil {
		tags = nil // the chips are a convenience; the query works without
	}
	slices.SortStableFunc(tags, func(a, b actions.TagCount) int { return cmp.Compare(b.Count, a.Count) })
	for _, t := range tags[:min(mostTags, len(tags))] {
		term := "tag:" + quoted(t.Tag)
		out = append(out, Filter{Name: Say("contacts.filter.tag", "tag", t.Tag), Term: term, Count: t.Count, On: slices.Contains(now, term)})
	}
	return out
}

// Earlier are the whole queries of earlier rounds.
func (v *Invite) Earlier() []string { return v.saved() }

// Press puts a chip's term into the query, or takes it out.
func (v *Invite) Press(term string) {
	list := terms(v.query)
	if at := slices.Index(list, term); at >= 0 {
		list = slices.Delete(list, at, at+1)
	} else {
		list = append(list, term)
	}
	v.SetQuery(strings.Join(list, " "))
}
