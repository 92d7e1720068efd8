package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"regulars/assets/locale"
	"regulars/importer/mapping"
	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/search"
)

// notFound says that a command named something that is not there. kind is a key below "cli.kind.".
func notFound(kind, name string) error {
	return refuse(ExitNotFound, "not-found", locale.Values{"kind": locale.Key("cli.kind." + kind), "name": name})
}

// contactID reads the id of a contact.
func (s *session) contactID(text string) (crm.ID, error) { return readID("contact", text) }

func readID(kind, text string) (crm.ID, error) {
	id, err := crm.ParseID(text)
	if err != nil || id.IsZero() {
		return crm.ID{}, notFound(kind, text)
	}
	return id, nil
}

func readIDs(kind string, texts []string) ([]crm.ID, error) {
	out := make([]crm.ID, len(texts))
	for i, text := range texts {
		id, err := readID(kind, text)
		if err != nil {
			return nil, err
		}
		out[i] = id
	}
	return out, nil
}

// contact finds a contact by its id.
func (s *session) contact(book *actions.Book, text string) (crm.Contact, error) {
	id, err := readID("contact", text)
	if err != nil {
		return crm.Contact{}, err
	}
	c, err := book.Contact(id)
	if isNotFound(err) {
		return c, notFound("contact", text)
	}
	return c, err
}

// event finds an event by its id, its name or a part of its name that no other event has; an empty text is the only event there is.
func (s *session) event(book *actions.Book, text string) (crm.Event, error) {
	events, err := book.Events()
	if err != nil {
		return crm.Event{}, err
	}
	var found []crm.Event
	for _, e := range events {
		switch {
		case e.ID.String() == strings.ToUpper(text) || e.Name == text:
			return e, nil
		case strings.Contains(search.Fold(e.Name), search.Fold(text)):
			found = append(found, e)
		}
	}
	switch len(found) {
	case 0:
		return crm.Event{}, notFound("event", text)
	case 1:
		return found[0], nil
	}
	return crm.Event{}, &usageError{reason: s.text("cli.error.several-events", locale.Values{"name": text, "count": len(found)})}
}

// stepID finds a step by its id or by its number in the journal.
func (s *session) stepID(book *actions.Book, text string) (crm.ID, error) {
	number, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return readID("step", text)
	}
	steps, err := book.History(0)
	if err != nil {
		return crm.ID{}, err
	}
	for _, step := range steps {
		if step.Seq == number {
			return step.ID, nil
		}
	}
	return crm.ID{}, notFound("step", text)
}

// query reads a filter.
func (s *session) query(text string) (search.Query, error) { return s.queryOn(s.today(), text) }

func (s *session) queryOn(today crm.Date, text string) (search.Query, error) {
	q, err := search.Parse(text, today)
	if err != nil {
		return q, fmt.Errorf("filter %q: %w", text, err)
	}
	for _, name := range q.Custom() {
		if err := s.knownField(name); err != nil {
			return q, err
		}
	}
	return q, nil
}

// knownField refuses a condition on a field that no contact has, because a slip of the pen would otherwise look like an empty list.
func (s *session) knownField(name string) error {
	names, err := s.book.CustomFields()
	if err != nil {
		return err
	}
	for _, known := range names {
		if search.Fold(known) == search.Fold(name) {
			return nil
		}
	}
	return &usageError{reason: s.text("cli.error.unknown-field", locale.Values{"name": name})}
}

// selection says which contacts are meant, and in which order.
type selection struct {
	Filter string `placeholder:"QUERY"`
	Sort   string `placeholder:"ORDER"`
	Kind   string `placeholder:"person|company"`
}

// find gives the contacts of a selection, at most limit of them (0 = all), and how many there are altogether.
func (s *session) find(book *actions.Book, sel selection, limit int) ([]crm.Contact, int, error) {
	q, order, err := s.wanted(sel, s.today())
	if err != nil {
		return nil, 0, err
	}
	return s.found(book, q, order, limit)
}

// wanted reads a selection; relative days in its filter count from today.
func (s *session) wanted(sel selection, today crm.Date) (search.Query, search.Order, error) {
	order, err := s.order(sel.Sort)
	if err != nil {
		return search.Query{}, "", err
	}
	q, err := s.queryOn(today, strings.TrimSpace(sel.Filter))
	if err != nil || sel.Kind == "" {
		return q, order, err
	}
	if sel.Kind != string(crm.Person) && sel.Kind != string(crm.Company) {
		return q, order, &usageError{reason: s.text("cli.usage.not-one-of", locale.Values{"name": "--kind", "known": "person, company", "value": sel.Kind})}
	}
	kind := search.Condition{Field: search.FieldKind, Value: sel.Kind}
	q, err = search.NewQuery(search.And{q.Root(), kind}, today)
	return q, order, err
}

// asOf finds among the contacts as they were at the end of a day.
func (s *session) asOf(book *actions.Book, sel selection, day crm.Date, limit int) ([]crm.Contact, int, error) {
	q, order, err := s.wanted(sel, min(day, s.today()))
	if err != nil {
		return nil, 0, err
	}
	contacts, err := book.AsOf(day)
	if err != nil {
		return nil, 0, err
	}
	if limit <= 0 {
		limit = -1
	}
	return search.Once(func(yield func(crm.Contact, error) bool) {
		for _, c := range contacts {
			if !yield(c, nil) {
				return
			}
		}
	}, q, order, limit)
}

// found gives what a query finds. A command asks once, so that no index of all contacts pays: the first of all contacts by name stand in an index of
// the file, and everything else takes one pass over the contacts.
func (s *session) found(book *actions.Book, q search.Query, order search.Order, limit int) ([]crm.Contact, int, error) {
	if limit <= 0 {
		limit = -1
	}
	if q.Empty() && limit > 0 && (order == search.ByName || order == search.ByStroke) {
		return first(book, limit)
	}
	return search.Once(book.Contacts(), q, order, limit)
}

// first gives the first contacts by name and how many there are.
func first(book *actions.Book, limit int) ([]crm.Contact, int, error) {
	contacts, err := book.FirstContacts(limit)
	if err != nil {
		return nil, 0, err
	}
	persons, companies, err := book.Counts()
	return contacts, persons + companies, err
}

func (s *session) order(name string) (search.Order, error) {
	if name == "" {
		return search.NameOrder(s.cat.Tag()), nil
	}
	order, ok := search.ParseOrder(name)
	if !ok {
		var known []string
		for _, o := range search.Orders() {
			known = append(known, string(o))
		}
		return "", &usageError{reason: s.text("cli.usage.not-one-of", locale.Values{"name": "--sort", "known": known, "value": name})}
	}
	return order, nil
}

func isNotFound(err error) bool { return errors.Is(err, actions.ErrNotFound) }

// fieldName is what a field is called: in the catalogue, or by its own name where a user added it.
func (s *session) fieldName(field string) string {
	if name, ok := strings.CutPrefix(field, crm.CustomPrefix); ok {
		return name
	}
	return s.targetName(field)
}

// targetName is what a field is called as the target of a column: also one with a number, and one of the user's own is said to be so.
func (s *session) targetName(field string) string {
	key, values := mapping.Naming(field)
	return s.cat.TextOr(key, field, values)
}

// texts keeps an empty list from becoming null in JSON.
func texts(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
