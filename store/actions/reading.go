package actions

import (
	"cmp"
	"errors"
	"iter"
	"maps"
	"slices"

	"regulars/store"
	"regulars/store/crm"
)

// pageSize is how many contacts are read in one go: between pages nobody holds the file, so that who walks all contacts may also write.
const pageSize = 512

// Contact finds a contact by its id. ErrNotFound also for one that lies in the trash.
func (b *Book) Contact(id crm.ID) (crm.Contact, error) { return get(b, b.t.contacts, id) }

func get[T any](b *Book, t *store.Table[T], id crm.ID) (v T, err error) {
	err = b.db.View(func(tx *store.Tx) error {
		v, err = t.Get(tx, id)
		return err
	})
	return v, err
}

func list[T any](b *Book, t *store.Table[T]) (out []T, err error) {
	err = b.db.View(func(tx *store.Tx) error {
		for v, err := range t.All(tx, crm.ID{}) {
			if err != nil {
				return err
			}
			out = append(out, v)
		}
		return nil
	})
	return out, err
}

// found reads the records under a key of an index, by age.
func found[T any](b *Book, t *store.Table[T], index string, key crm.ID) (out []T, err error) {
	err = b.db.View(func(tx *store.Tx) error {
		ids, err := t.Find(tx, index, key[:], 0)
		if err != nil {
			return err
		}
		out, err = getAll(tx, t, ids)
		return err
	})
	return out, err
}

// getAll reads records in the order of the ids; those that are gone are left out.
func getAll[T any](tx *store.Tx, t *store.Table[T], ids []crm.ID) ([]T, error) {
	out := make([]T, 0, len(ids))
	for _, id := range ids {
		v, err := t.Get(tx, id)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// Contacts yields every contact by age. It ends after the first error. The loop may read and write the Book; what is written meanwhile may or may
// not be seen.
func (b *Book) Contacts() iter.Seq2[crm.Contact, error] {
	return func(yield func(crm.Contact, error) bool) {
		var last crm.ID
		for {
			page, err := b.page(last)
			for _, c := range page {
				if !yield(c, nil) {
					return
				}
			}
			if err != nil {
				yield(crm.Contact{}, err)
			}
			if err != nil || len(page) < pageSize {
				return
			}
			last = page[len(page)-1].ID
		}
	}
}

func (b *Book) page(after crm.ID) ([]crm.Contact, error) {
	page := make([]crm.Contact, 0, pageSize)
	err := b.db.View(func(tx *store.Tx) error {
		for c, err := range b.t.contacts.All(tx, after) {
			if err != nil {
				return err
			}
			if page = append(page, c); len(page) == pageSize {
				break
			}
		}
		return nil
	})
	return page, err
}

// AllContacts gives every contact by age, as of one moment.
func (b *Book) AllContacts() ([]crm.Contact, error) { return list(b, b.t.contacts) }

// ContactsByID gives contacts in the order asked for; those that are gone are left out.
func (b *Book) ContactsByID(ids []crm.ID) (out []crm.Contact, err error) {
	err = b.db.View(func(tx *store.Tx) error {
		out, err = getAll(tx, b.t.contacts, ids)
		return err
	})
	return out, err
}

// FirstContacts gives the first n contacts of the list by name, from an index of the file: for the first look, before Search is ready.
func (b *Book) FirstContacts(n int) (out []crm.Contact, err error) {
	err = b.db.View(func(tx *store.Tx) error {
		ids, err := b.t.contacts.Find(tx, indexName, nil, max(n, 1))
		if err != nil {
			return err
		}
		out, err = getAll(tx, b.t.contacts, ids)
		return err
	})
	return out, err
}

// People gives everyone who works or worked at a company, by age.
func (b *Book) People(company crm.ID) ([]crm.Contact, error) {
	return found(b, b.t.contacts, indexEmployer, company)
}

// Counts gives the number of persons and of companies.
func (b *Book) Counts() (persons, companies int, err error) {
	err = b.db.View(func(tx *store.Tx) error {
		companies = b.t.contacts.CountIn(tx, indexKind, nil)
		persons = b.t.contacts.CountIn(tx, indexName, nil) - companies
		return nil
	})
	return persons, companies, err
}

// CustomFields gives the names of the user-defined fields that occur, sorted.
func (b *Book) CustomFields() ([]string, error) {
	counts, err := b.countFacets(func(f facet) []string { return f.custom })
	return slices.Sorted(maps.Keys(counts)), err
}

// Tags gives the tags that occur, the most frequent first.
func (b *Book) Tags() ([]TagCount, error) {
	counts, err := b.countFacets(func(f facet) []string { return f.tags })
	out := make([]TagCount, 0, len(counts))
	for tag, n := range counts {
		out = append(out, TagCount{tag, n})
	}
	slices.SortFunc(out, func(a, b TagCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Tag, b.Tag))
	})
	return out, err
}

func (b *Book) countFacets(words func(facet) []string) (map[string]int, error) {
	if err := b.loadFacets(); err != nil {
		return nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	counts := map[string]int{}
	for _, f := range b.memory.facets {
		for _, w := range words(f) {
			counts[w]++
		}
	}
	return counts, nil
}

// loadFacets reads the tags and fields of all contacts where that was not done yet.
func (b *Book) loadFacets() error {
	return b.gatherMemory(
		func(m *memory) bool { return m.facets != nil },
		func() (memory, error) {
			facets := map[crm.ID]facet{}
			for c, err := range b.Contacts() {
				if err != nil {
					return memory{}, err
				}
				facets[c.ID] = facetOf(&c)
			}
			return memory{facets: facets}, nil
		},
		func(into *memory, made memory) { into.facets = made.facets })
}
