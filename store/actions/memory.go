package actions

import (
	"maps"
	"slices"

	"regulars/store"
	"regulars/store/crm"
	"regulars/store/search"
)

// memory is what a Book keeps of the contacts outside the file, made on first use and kept fresh by the journal.
type memory struct {
	index     *search.Index
	facets    map[crm.ID]facet
	missed    map[crm.ID]bool // touched while somebody reads all contacts; nil when nobody does
	listeners []*func(Change)
}

// facet is what lists of tags and custom fields need of a contact.
type facet struct {
	tags   []string
	custom []string
}

func facetOf(c *crm.Contact) facet {
	f := facet{tags: c.Tags}
	for _, v := range c.Custom {
		f.custom = append(f.custom, v.Field)
	}
	return f
}

// forgetFrom is the number of changed contacts from which making the memory anew beats bringing it up to date.
const forgetFrom = 5000

// OnChange has f called after each commit, on the goroutine of the act, until stop is called. f may read but must not write.
func (b *Book) OnChange(f func(Change)) (stop func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	entry := &f
	b.memory.listeners = append(b.memory.listeners[:len(b.memory.listeners):len(b.memory.listeners)], entry)
	return func() { b.stopTelling(entry) }
}

func (b *Book) stopTelling(entry *func(Change)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var kept []*func(Change)
	for _, l := range b.memory.listeners {
		if l != entry {
			kept = append(kept, l)
		}
	}
	b.memory.listeners = kept
}

// hear is called by the store after each commit: it brings memory up to date and tells the listeners.
func (b *Book) hear(step store.Step, records []store.Touched) {
	change, gone := sortTouched(step, records)
	b.refresh(change.Contacts, gone)
	if change.Settings {
		// The firm's user signs the next steps; a firm that cannot be read is found by whoever asks for it.
		_ = b.readUser()
	}
	b.mu.Lock()
	b.written = true
	listeners := b.memory.listeners
	b.mu.Unlock()
	for _, l := range listeners {
		(*l)(change)
	}
}

func sortTouched(step store.Step, records []store.Touched) (Change, map[crm.ID]bool) {
	change, gone := Change{Step: step}, map[crm.ID]bool{}
	for _, r := range records {
		switch r.Table {
		case tableContacts:
			change.Contacts = append(change.Contacts, r.ID)
			gone[r.ID] = r.Gone
		case tableTrash:
			change.Trash = true
		case tableEvents:
			change.Events = append(change.Events, r.ID)
		case tableGuests:
			change.Guests = append(change.Guests, r.ID)
		default:
			change.Settings = true
		}
	}
	return change, gone
}

func (b *Book) refresh(touched []crm.ID, gone map[crm.ID]bool) {
	if len(touched) == 0 || b.memoryIdle(touched) {
		return
	}
	var removed []crm.ID
	for _, id := range touched {
		if gone[id] {
			removed = append(removed, id)
		}
	}
	changed, err := b.ContactsByID(touched)
	b.mu.Lock()
	defer b.mu.Unlock()
	if err != nil || len(touched) >= forgetFrom {
		b.memory.index, b.memory.facets = nil, nil // made anew by the next reader, who also sees the error
		return
	}
	b.memory.update(changed, removed)
}

// memoryIdle reports whether there is nothing to bring up to date, and notes what a reader of all contacts may miss.
func (b *Book) memoryIdle(touched []crm.ID) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.memory.missed != nil {
		for _, id := range touched {
			b.memory.missed[id] = true
		}
	}
	return b.memory.index == nil && b.memory.facets == nil
}

// gatherMemory reads all contacts with build, which gives a part of the memory, works in what was written meanwhile, and installs the part.
func (b *Book) gatherMemory(ready func(*memory) bool, build func() (memory, error), install func(into *memory, made memory)) error {
	b.building.Lock()
	defer b.building.Unlock()
	b.mu.Lock()
	done := ready(&b.memory)
	b.memory.missed = map[crm.ID]bool{}
	b.mu.Unlock()
	var made memory
	var err error
	if !done {
		made, err = build()
	}
	for err == nil && !done {
		done, err = b.catchUp(&made, install)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.memory.missed = nil
	return err
}

// catchUp works one round of missed records into a fresh part of the memory, and installs the part when there were none.
func (b *Book) catchUp(made *memory, install func(into *memory, made memory)) (done bool, err error) {
	b.mu.Lock()
	missed := slices.Collect(maps.Keys(b.memory.missed))
	clear(b.memory.missed)
	if len(missed) == 0 {
		install(&b.memory, *made)
		b.mu.Unlock()
		return true, nil
	}
	b.mu.Unlock()
	changed, err := b.ContactsByID(missed)
	there := map[crm.ID]bool{}
	for i := range changed {
		there[changed[i].ID] = true
	}
	made.update(changed, slices.DeleteFunc(missed, func(id crm.ID) bool { return there[id] }))
	return false, err
}

func (m *memory) update(changed []crm.Contact, removed []crm.ID) {
	if m.index != nil {
		m.index = m.index.With(changed, removed)
	}
	if m.facets == nil {
		return
	}
	for _, id := range removed {
		delete(m.facets, id)
	}
	for i := range changed {
		m.facets[changed[i].ID] = facetOf(&changed[i])
	}
}
