package actions

import (
	"regulars/store"
	"regulars/store/crm"
	"regulars/store/search"
)

// tables are the tables of a data file. They describe and never change.
type tables struct {
	contacts *store.Table[crm.Contact]
	trash    *store.Table[Trashed]
	events   *store.Table[crm.Event]
	guests   *store.Table[crm.Guest]
	mappings *store.Table[crm.Mapping]
	batches  *store.Table[batchRecord]
	rows     *store.Table[batchRows]
	firm     *store.Table[crm.Firm]
}

// The names of the indexes.
const (
	indexName     = "name"     // contacts by sorted name
	indexKind     = "company"  // the companies
	indexEmployer = "employer" // contacts by the companies of their positions
	indexReferrer = "referrer" // contacts by who recommended us
	indexEvent    = "event"    // guests by event
	indexContact  = "contact"  // guests by contact
	indexBatch    = "batch"    // rows by batch
)

// The names of the tables.
const (
	tableContacts = "contacts"
	tableTrash    = "trash"
	tableEvents   = "events"
	tableGuests   = "guests"
	tableBatches  = "batches"
	tableRows     = "rows"
)

func newTables() tables {
	return tables{
		contacts: store.NewTable(tableContacts,
			store.Index[crm.Contact]{Name: indexName, Version: 1, Keys: nameKeys},
			store.Index[crm.Contact]{Name: indexKind, Version: 1, Keys: kindKeys},
			store.Index[crm.Contact]{Name: indexEmployer, Version: 1, Keys: employerKeys},
			store.Index[crm.Contact]{Name: indexReferrer, Version: 1, Keys: referrerKeys}),
		trash:  store.NewTable[Trashed](tableTrash),
		events: store.NewTable[crm.Event](tableEvents),
		guests: store.NewTable(tableGuests,
			store.Index[crm.Guest]{Name: indexEvent, Version: 1, Keys: func(g *crm.Guest) [][]byte { return idKeys(g.Event) }},
			store.Index[crm.Guest]{Name: indexContact, Version: 1, Keys: func(g *crm.Guest) [][]byte { return idKeys(g.Contact) }}),
		mappings: store.NewTable[crm.Mapping]("mappings"),
		batches:  store.NewTable[batchRecord](tableBatches),
		rows: store.NewTable(tableRows,
			store.Index[batchRows]{Name: indexBatch, Version: 1, Keys: func(r *batchRows) [][]byte { return idKeys(r.Batch) }}),
		firm: store.NewTable[crm.Firm]("firm"),
	}
}

func (t tables) all() []store.Kind {
	return []store.Kind{t.contacts, t.trash, t.events, t.guests, t.mappings, t.batches, t.rows, t.firm}
}

// longestNameKey is how much of a sort key the index of names holds, in bytes.
const longestNameKey = 48

// nameKeys sorts as search.ByName does, so that the first look at the list and the list show the same. When that order changes, the index gets a
// new Version; a test notices.
func nameKeys(c *crm.Contact) [][]byte {
	key := search.Key(search.ByName, c)
	return [][]byte{key[:min(len(key), longestNameKey)]}
}

func kindKeys(c *crm.Contact) [][]byte {
	if c.Kind != crm.Company {
		return nil
	}
	return [][]byte{{}}
}

func employerKeys(c *crm.Contact) [][]byte {
	var out [][]byte
	for _, p := range c.Positions {
		out = append(out, idKeys(p.Company)...)
	}
	return out
}

func referrerKeys(c *crm.Contact) [][]byte { return idKeys(c.Referrer) }

func idKeys(id crm.ID) [][]byte {
	if id.IsZero() {
		return nil
	}
	return [][]byte{id[:]}
}

// firmID is the one key of the firm's table.
func firmID() crm.ID { return crm.ID{15: 1} }
