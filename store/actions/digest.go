package actions

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"regulars/store"
	"regulars/store/crm"
)

// Digest is a hash over all live records, ids, order and file layout left out: equal content, equal digest. Imports that were made, steps, and
// what lies in the trash do not count.
func (b *Book) Digest() (string, error) {
	d := digester{}
	if err := b.db.View(func(tx *store.Tx) error { return d.read(tx, b.t) }); err != nil {
		return "", err
	}
	slices.SortFunc(d, func(x, y [sha256.Size]byte) int { return bytes.Compare(x[:], y[:]) })
	sum := sha256.New()
	for _, h := range d {
		sum.Write(h[:])
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// digester gathers the hash of each record.
type digester [][sha256.Size]byte

func (d *digester) add(label string, content []byte) {
	*d = append(*d, sha256.Sum256(append(append([]byte(label), 0), content...)))
}

func (d *digester) read(tx *store.Tx, t tables) error {
	titles, err := titlesOf(tx, t)
	if err != nil {
		return err
	}
	title := func(id crm.ID) string { return titles[id] }
	return firstOf(
		eachOf(tx, t.contacts, func(c *crm.Contact) { d.add("contact", c.Canonical(title)) }),
		eachOf(tx, t.events, func(e *crm.Event) { d.add("event", e.Canonical()) }),
		eachOf(tx, t.guests, func(g *crm.Guest) { d.add("guest", g.Canonical(title, title)) }),
		eachOf(tx, t.mappings, func(m *crm.Mapping) { d.add("mapping", m.Canonical()) }),
		eachOf(tx, t.firm, func(f *crm.Firm) { d.add("firm", f.Canonical()) }))
}

func eachOf[T any](tx *store.Tx, t *store.Table[T], f func(*T)) error {
	for v, err := range t.All(tx, crm.ID{}) {
		if err != nil {
			return err
		}
		f(&v)
	}
	return nil
}

// titlesOf gives the names by which links to contacts and events are told.
func titlesOf(tx *store.Tx, t tables) (map[crm.ID]string, error) {
	titles := map[crm.ID]string{}
	err := firstOf(
		eachOf(tx, t.contacts, func(c *crm.Contact) { titles[c.ID] = "=" + c.Title() }),
		eachOf(tx, t.events, func(e *crm.Event) { titles[e.ID] = e.Day.String() + " " + e.Name }))
	return titles, err
}
