package actions

import (
	"regulars/store"
	"regulars/store/crm"
)

// AsOf gives the contacts as they were at the end of a civil day, by age: the journal is rolled back from the present. The day ends by the clock and
// time zone of the Book. A day in the future, or today, gives the contacts of now; one before the first step gives none. Contacts that were erased for
// good are gone from every day.
func (b *Book) AsOf(day crm.Date) (out []crm.Contact, err error) {
	err = b.db.View(func(tx *store.Tx) error {
		seq, err := b.lastStepOf(tx, day)
		if err != nil {
			return err
		}
		out, err = b.t.contacts.AsOf(tx, seq)
		return err
	})
	return out, err
}

// lastStepOf is the number of the newest step that was written on a day or before, 0 where there is none.
func (b *Book) lastStepOf(tx *store.Tx, day crm.Date) (uint64, error) {
	zone := b.opts.Now().Location()
	for step, err := range tx.Steps() {
		if err != nil {
			return 0, err
		}
		if dateOf(step.At().In(zone)) <= day {
			return step.Seq, nil
		}
	}
	return 0, nil
}
