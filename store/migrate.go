package store

import (
	"bytes"
	"fmt"
	"strings"

	"go.etcd.io/bbolt"

	"regulars/store/crm"
)

// Migration brings a file from one schema to the next. The place of a migration in Options.Migrations is its number; a list only ever grows at its
// end. A migration speaks of field keys, never of Go types, because the types will be others by the time it runs.
type Migration struct {
	Name string
	// Rewrites says that steps written before cannot be taken back, because their values are in the old form.
	Rewrites bool
	Run      func(*MigrationTx) error
}

// MigrationTx is the transaction of all migrations of one opening: all of them happen, or none.
type MigrationTx struct {
	db   *DB
	bolt *bbolt.Tx
}

// Rewrite passes every record of a table through change, which returns the new fields, or nil to remove the record.
func (m *MigrationTx) Rewrite(table string, change func(id crm.ID, f Fields) (Fields, error)) error {
	b := m.bolt.Bucket([]byte(tableBucket(table)))
	if b == nil {
		return nil
	}
	fresh := map[crm.ID][]byte{}
	tx := &Tx{db: m.db, bolt: m.bolt}
	err := b.ForEach(func(key, value []byte) error {
		rev, body, err := unwrap(table, key, value)
		if err != nil || len(key) != len(crm.ID{}) {
			return tx.damaged(table, plain(fmt.Sprintf("%x", key)), errDamaged)
		}
		fields, err := m.db.codec.fields(body)
		if err == nil {
			fields, err = change(crm.ID(key), fields)
		}
		if err != nil || fields == nil {
			fresh[crm.ID(key)] = nil
			return err
		}
		body, err = m.db.codec.encode(fields)
		fresh[crm.ID(key)] = wrap(table, key, rev, body)
		return err
	})
	if err != nil {
		return err
	}
	return replace(b, fresh)
}

func replace(b *bbolt.Bucket, fresh map[crm.ID][]byte) error {
	for id, value := range fresh {
		var err error
		if value == nil {
			err = b.Delete(id[:])
		} else {
			err = b.Put(id[:], value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Encode and Decode turn Go values into field values and back.
func (m *MigrationTx) Encode(v any) ([]byte, error) { return m.db.codec.encode(v) }

// Decode reads a field value.
func (m *MigrationTx) Decode(field []byte, v any) error { return m.db.codec.decode(field, v) }

// migrate runs the migrations that the file has not been through, in one transaction, after the caller has saved the file.
func (db *DB) migrate() error {
	from, to := db.meta.Schema, len(db.opts.Migrations)
	if from == to {
		return nil
	}
	if db.opts.BeforeMigrate != nil {
		if err := db.opts.BeforeMigrate(from, to, db.Snapshot); err != nil {
			return fmt.Errorf("store: save the file before schema %d: %w", to, err)
		}
	}
	m := db.meta
	err := db.bolt.Update(func(tx *bbolt.Tx) error {
		for i := from; i < to; i++ {
			if err := db.runMigration(tx, i, &m); err != nil {
				return err
			}
		}
		m.Schema = to
		if err := dropIndexes(tx, nil); err != nil {
			return err
		}
		return db.writeMeta(tx, m)
	})
	if err == nil {
		db.meta = m
	}
	return err
}

func (db *DB) runMigration(tx *bbolt.Tx, number int, m *meta) error {
	step := db.opts.Migrations[number]
	if step.Rewrites {
		last, err := (&Tx{db: db, bolt: tx}).lastStep()
		if err != nil {
			return err
		}
		m.Floor = last.Seq
	}
	if err := step.Run(&MigrationTx{db: db, bolt: tx}); err != nil {
		return fmt.Errorf("store: migration %d (%s): %w", number+1, step.Name, err)
	}
	return nil
}

// furnishMissing makes buckets that the file does not have yet, fills new indexes, and drops those of other versions. A file that lacks nothing is
// not written to.
func (db *DB) furnishMissing() error {
	complete := true
	err := db.bolt.View(func(tx *bbolt.Tx) error {
		for _, name := range db.buckets() {
			complete = complete && tx.Bucket([]byte(name)) != nil
		}
		return nil
	})
	if err != nil || complete {
		return err
	}
	return db.bolt.Update(db.furnishTables)
}

func (db *DB) furnishTables(tx *bbolt.Tx) error {
	wanted := map[string]bool{}
	for _, t := range db.opts.Tables {
		for i, name := range t.indexBuckets() {
			wanted[name] = true
			if tx.Bucket([]byte(name)) != nil {
				continue
			}
			if err := db.fillIndex(tx, t, i, name); err != nil {
				return err
			}
		}
	}
	if err := dropIndexes(tx, wanted); err != nil {
		return err
	}
	return db.furnish(tx, db.meta)
}

func (db *DB) fillIndex(tx *bbolt.Tx, t kind, index int, name string) error {
	b, err := tx.CreateBucket([]byte(name))
	if err != nil {
		return err
	}
	var keys [][]byte
	view := &Tx{db: db, bolt: tx}
	for row := range view.storedRows(t.tableName(), crm.ID{}) {
		if row.err != nil {
			return row.err
		}
		by, err := t.indexKeys(db.codec, row.body)
		if err != nil {
			return view.damaged(t.tableName(), row.id, err)
		}
		for _, k := range by[index] {
			keys = append(keys, withID(k, row.id))
		}
	}
	b.FillPercent = 0.9
	for _, k := range sortedKeys(keys) {
		if err := b.Put(k, []byte{}); err != nil {
			return err
		}
	}
	return nil
}

// dropIndexes removes all indexes but those wanted; they are made anew from the records.
func dropIndexes(tx *bbolt.Tx, wanted map[string]bool) error {
	var drop [][]byte
	err := tx.ForEach(func(name []byte, _ *bbolt.Bucket) error {
		if strings.HasPrefix(string(name), "index/") && !wanted[string(name)] {
			drop = append(drop, bytes.Clone(name))
		}
		return nil
	})
	for _, name := range drop {
		if err := tx.DeleteBucket(name); err != nil {
			return err
		}
	}
	return err
}
