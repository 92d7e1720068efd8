package actions

import (
	"fmt"

	"regulars/store"
	"regulars/store/crm"
)

// references looks for links that lead nowhere. A link may lead into the trash and to what was erased.
func (t tables) references(tx *store.Tx, say func(string)) error {
	r := referee{tx: tx, t: t, say: say, known: map[crm.ID]crm.Kind{}}
	err := firstOf(
		eachOf(tx, t.contacts, r.contact),
		eachOf(tx, t.trash, func(x *Trashed) { r.known[x.Contact.ID] = x.Contact.Kind }),
		eachOf(tx, t.guests, r.guest),
		eachOf(tx, t.batches, r.batch),
		eachOf(tx, t.rows, r.rows))
	for _, l := range r.links {
		r.follow(l)
	}
	return err
}

// referee checks the links of records.
type referee struct {
	tx    *store.Tx
	t     tables
	say   func(string)
	known map[crm.ID]crm.Kind
	links []link
}

// link is one that leads from a record to a contact.
type link struct {
	from     string
	id, to   crm.ID
	employer bool
}

func (r *referee) contact(c *crm.Contact) {
	r.known[c.ID] = c.Kind
	if !c.Referrer.IsZero() {
		r.links = append(r.links, link{"contact", c.ID, c.Referrer, false})
	}
	for _, p := range c.Positions {
		if !p.Company.IsZero() {
			r.links = append(r.links, link{"contact", c.ID, p.Company, true})
		}
	}
}

// follow says of a link that leads nowhere, or to an employer that is no company.
func (r *referee) follow(l link) {
	kind, ok := r.known[l.to]
	if ok && l.employer && kind != crm.Company {
		r.say(fmt.Sprintf("%s %s works at %s, which is no company", l.from, l.id, l.to))
	}
	if ok {
		return
	}
	if erased, err := r.t.contacts.Erased(r.tx, l.to); err != nil || !erased {
		r.say(fmt.Sprintf("%s %s refers to contact %s, which is not there", l.from, l.id, l.to))
	}
}

func (r *referee) guest(g *crm.Guest) {
	if !g.Contact.IsZero() {
		r.links = append(r.links, link{"guest", g.ID, g.Contact, false})
	}
	if there, err := r.t.events.Has(r.tx, g.Event); err != nil || !there {
		r.say(fmt.Sprintf("guest %s is invited to event %s, which is not there", g.ID, g.Event))
	}
}

func (r *referee) batch(b *batchRecord) {
	if _, err := r.tx.Step(b.Step); err != nil {
		r.say(fmt.Sprintf("import %s has no step %s", b.Batch.ID, b.Step))
	}
}

func (r *referee) rows(b *batchRows) {
	if there, err := r.t.batches.Has(r.tx, b.Batch); err != nil || !there {
		r.say(fmt.Sprintf("rows %s belong to import %s, which is not there", b.ID, b.Batch))
	}
}
