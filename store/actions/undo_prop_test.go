package actions_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"testing"
	"time"

	"pgregory.net/rapid"

	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/storetest"
)

// office is a random user: it does whatever a user can do, and remembers the digest before each act.
type office struct {
	t       *rapid.T
	b       *actions.Book
	path    string
	opts    actions.Options
	digests []string // before each step that stands
	batches []crm.ID
	merges  []crm.ID
}

func newOffice(t *rapid.T, dir string) *office {
	o := &office{t: t, path: storetest.Path(dir), opts: storetest.Options()}
	b, err := actions.Create(o.path, o.opts)
	o.check(err)
	o.b = b
	return o
}

func (o *office) check(err error) {
	if err != nil {
		o.t.Fatalf("%v", err)
	}
}

func (o *office) digest() string {
	d, err := o.b.Digest()
	o.check(err)
	return d
}

// did notes the digest before an act, unless the act wrote nothing.
func (o *office) did(before string, step actions.Step, err error) {
	o.check(err)
	if step.Seq != 0 {
		o.digests = append(o.digests, before)
	} else if after := o.digest(); after != before {
		o.t.Fatalf("an act without a step changed the digest")
	}
}

func (o *office) ids() []crm.ID {
	all, err := o.b.AllContacts()
	o.check(err)
	var ids []crm.ID
	for _, c := range all {
		ids = append(ids, c.ID)
	}
	return ids
}

// some draws up to n different ids; the run of the act is given up where there are none.
func (o *office) some(ids []crm.ID, n int) []crm.ID {
	if len(ids) == 0 {
		o.t.Skip("nothing to do it to")
	}
	return rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 1, min(n, len(ids)), rapid.ID[crm.ID]).Draw(o.t, "ids")
}

func (o *office) one(ids []crm.ID) crm.ID { return o.some(ids, 1)[0] }

func (o *office) word() string {
	return rapid.SampledFrom([]string{"王", "林", "大同", "Acme", "VIP", "é", "", "a\x00b"}).Draw(o.t, "word")
}

// draw makes a contact with links to others.
func (o *office) draw(ids []crm.ID) crm.Contact {
	c := crm.Contact{Kind: rapid.SampledFrom([]crm.Kind{crm.Person, crm.Company}).Draw(o.t, "kind"), Name: crm.Name{Full: o.word(), Given: o.word()}}
	c.AddTag(o.word())
	c.SetCustom("z"+o.word(), o.word())
	c.SetCustom("a", o.word())
	if rapid.Bool().Draw(o.t, "phone") {
		c.Phones = []crm.Phone{{Kind: crm.PhoneMobile, Text: o.word()}}
	}
	if len(ids) > 0 && rapid.Bool().Draw(o.t, "links") {
		c.Positions = []crm.Position{{Company: o.one(ids), Title: o.word()}, {CompanyName: o.word()}}
		c.Referrer = o.one(ids)
	}
	return c
}

func (o *office) edit(ids []crm.ID) func(*crm.Contact) error {
	fresh := o.draw(ids)
	return func(c *crm.Contact) error {
		id := c.ID
		switch len(fresh.Name.Full) % 3 {
		case 0:
			*c = fresh
		case 1:
			c.Name, c.Kind = fresh.Name, fresh.Kind
		case 2:
			c.Notes += "。" + fresh.Name.Given
			c.Positions = fresh.Positions
		}
		c.ID = id
		return nil
	}
}

// acts is everything that can be taken back.
func (o *office) acts() map[string]func(*rapid.T) {
	acts := map[string]func(){
		"add": o.add, "edit": o.editOne, "save": o.save, "bulk": o.bulk, "tag": o.tag, "delete": o.delete, "restore": o.restore, "merge": o.merge, "unmerge": o.unmerge,
		"import": o.importBatch, "undo import": o.undoImport, "undo row": o.undoRow, "event": o.event, "edit event": o.editEvent, "delete event": o.deleteEvent,
		"invite": o.invite, "guest": o.guest, "walk in": o.walkIn, "remove guest": o.removeGuest, "mapping": o.mapping, "firm": o.firm, "undo": o.undo, "redo": o.redo, "reopen": o.reopen,
	}
	out := map[string]func(*rapid.T){}
	for name, act := range acts {
		out[name] = func(t *rapid.T) { o.t = t; act() }
	}
	return out
}

func (o *office) add() {
	before := o.digest()
	_, step, err := o.b.AddContact(o.draw(o.ids()))
	o.did(before, step, err)
}

func (o *office) editOne() {
	before, ids := o.digest(), o.ids()
	step, err := o.b.EditContact(o.one(ids), o.edit(ids))
	o.did(before, step, err)
}

func (o *office) save() {
	before, ids := o.digest(), o.ids()
	was, err := o.b.Contact(o.one(ids))
	o.check(err)
	is := was.Clone()
	o.check(o.edit(ids)(&is))
	step, err := o.b.SaveContact(was, is)
	o.did(before, step, err)
}

func (o *office) bulk() {
	before, ids := o.digest(), o.ids()
	step, err := o.b.BulkEdit(o.some(ids, 4), o.edit(ids))
	o.did(before, step, err)
}

func (o *office) tag() {
	before := o.digest()
	step, err := o.b.Tag(o.some(o.ids(), 4), []string{o.word()}, []string{o.word()})
	o.did(before, step, err)
}

func (o *office) delete() {
	before := o.digest()
	step, err := o.b.DeleteContacts(o.some(o.ids(), 3))
	o.did(before, step, err)
}

func (o *office) trash() []crm.ID {
	all, err := o.b.Trash()
	o.check(err)
	var ids []crm.ID
	for _, t := range all {
		ids = append(ids, t.Contact.ID)
	}
	return ids
}

func (o *office) restore() {
	before := o.digest()
	step, err := o.b.RestoreContacts(o.some(o.trash(), 3))
	o.did(before, step, err)
}

func (o *office) merge() {
	before, ids := o.digest(), o.ids()
	picked := o.some(ids, 3)
	merged, err := o.b.Contact(picked[0])
	o.check(err)
	merged.Notes += "+" + o.word()
	step, err := o.b.Merge(picked[0], picked[1:], merged)
	o.did(before, step, err)
	if step.Seq != 0 {
		o.merges = append(o.merges, step.ID)
	}
}

func (o *office) unmerge() {
	before := o.digest()
	r, err := o.b.Unmerge(o.one(o.merges))
	if errors.Is(err, actions.ErrNotFound) || errors.Is(err, actions.ErrNothingToUndo) {
		o.t.Skip("the merge was taken back")
	}
	o.did(before, r.Step, err)
}

func (o *office) importBatch() {
	before, ids := o.digest(), o.ids()
	batch := crm.ImportBatch{Info: crm.Batch{ID: o.b.NewID(), File: "cards.xlsx"}}
	firm := crm.Draft{Row: 2, New: true, Employer: true, Record: o.draw(nil)}
	firm.Record.ID, firm.Record.Kind = o.b.NewID(), crm.Company
	for row := range rapid.IntRange(1, 3).Draw(o.t, "rows") {
		c := o.draw(ids)
		c.ID, c.Kind = o.b.NewID(), crm.Person
		c.Positions = []crm.Position{{Company: firm.Record.ID}}
		batch.Drafts = append(batch.Drafts, crm.Draft{Row: row + 2, New: true, Record: c})
	}
	batch.Drafts = append(batch.Drafts, firm)
	if len(ids) > 0 {
		base, err := o.b.Contact(o.one(ids))
		o.check(err)
		after := base.Clone()
		o.check(o.edit(append(ids, firm.Record.ID))(&after))
		after.Kind = base.Kind
		batch.Drafts = append(batch.Drafts, crm.Draft{Row: 9, Record: after, Base: &base})
	}
	done, step, err := o.b.Import(context.Background(), batch)
	o.did(before, step, err)
	o.batches = append(o.batches, done.ID)
}

func (o *office) undoImport() {
	before := o.digest()
	r, err := o.b.UndoImport(o.one(o.batches))
	if errors.Is(err, actions.ErrNotFound) || errors.Is(err, actions.ErrNothingToUndo) {
		o.t.Skip("the import was taken back")
	}
	o.did(before, r.Step, err)
}

func (o *office) undoRow() {
	before := o.digest()
	r, err := o.b.UndoImportRow(o.one(o.batches), rapid.IntRange(2, 4).Draw(o.t, "row"))
	if errors.Is(err, actions.ErrNotFound) || errors.Is(err, actions.ErrNothingToUndo) {
		o.t.Skip("the row was taken back")
	}
	o.did(before, r.Step, err)
}

func (o *office) events() []crm.ID {
	all, err := o.b.Events()
	o.check(err)
	var ids []crm.ID
	for _, e := range all {
		ids = append(ids, e.ID)
	}
	return ids
}

func (o *office) event() {
	before := o.digest()
	_, step, err := o.b.AddEvent(crm.Event{Name: o.word(), Day: 20261212})
	o.did(before, step, err)
}

func (o *office) editEvent() {
	before := o.digest()
	place := o.word()
	step, err := o.b.EditEvent(o.one(o.events()), func(e *crm.Event) error { e.Place = place; return nil })
	o.did(before, step, err)
}

func (o *office) deleteEvent() {
	before := o.digest()
	step, err := o.b.DeleteEvent(o.one(o.events()))
	o.did(before, step, err)
}

func (o *office) invite() {
	before := o.digest()
	rule := crm.InviteRule{NeedConsent: rapid.Bool().Draw(o.t, "consent")}
	r, err := o.b.Invite(o.one(o.events()), o.some(o.ids(), 4), rule)
	o.did(before, r.Step, err)
}

func (o *office) guests() []crm.ID {
	var ids []crm.ID
	for _, e := range o.events() {
		all, err := o.b.Guests(e)
		o.check(err)
		for _, g := range all {
			ids = append(ids, g.ID)
		}
	}
	return ids
}

func (o *office) guest() {
	before, id := o.digest(), o.one(o.guests())
	var step actions.Step
	var err error
	switch rapid.IntRange(0, 3).Draw(o.t, "what") {
	case 0:
		step, err = o.b.Reply(id, crm.Coming, 2)
	case 1:
		step, err = o.b.CheckIn(id, storetest.Start())
	case 2:
		step, err = o.b.UncheckIn(id)
	case 3:
		step, err = o.b.SetGuest(id, func(g *crm.Guest) error { g.Channel = crm.ByPhone; return nil })
	}
	o.did(before, step, err)
}

func (o *office) walkIn() {
	before := o.digest()
	_, step, err := o.b.WalkIn(o.one(o.events()), crm.Guest{Name: o.word()}, storetest.Start().Add(time.Hour))
	o.did(before, step, err)
}

func (o *office) removeGuest() {
	before := o.digest()
	step, err := o.b.RemoveGuests(o.some(o.guests(), 2))
	o.did(before, step, err)
}

func (o *office) mapping() {
	before := o.digest()
	_, step, err := o.b.RememberMapping(crm.Mapping{Name: o.word(), Signature: o.word()})
	o.did(before, step, err)
}

func (o *office) firm() {
	before := o.digest()
	step, err := o.b.SetFirm(crm.Firm{Name: o.word()})
	o.did(before, step, err)
}

func (o *office) undo() {
	n := len(o.digests)
	if n == 0 {
		o.t.Skip("nothing to undo")
	}
	after := o.digest()
	o.takeBack()
	if _, err := o.b.Redo(1); err != nil {
		o.t.Fatalf("redo what was just undone: %v", err)
	}
	if got := o.digest(); got != after {
		o.t.Fatalf("undo and redo: digest %s, before: %s", got, after)
	}
	o.takeBack()
	o.digests = o.digests[:n-1]
}

// takeBack undoes one step and compares the digest with the one before that step.
func (o *office) takeBack() {
	steps, err := o.b.Undo(1)
	o.check(err)
	if got, want := o.digest(), o.digests[len(o.digests)-1]; got != want {
		o.t.Fatalf("undo of step %d (%s): digest %s, before the step: %s", steps[0].Seq, steps[0].Kind, got, want)
	}
}

func (o *office) redo() {
	before := o.digest()
	_, ok, err := o.b.CanRedo()
	o.check(err)
	if !ok {
		o.t.Skip("nothing to redo")
	}
	_, err = o.b.Redo(1)
	o.check(err)
	o.digests = append(o.digests, before)
}

func (o *office) reopen() {
	o.check(o.b.Close())
	b, err := actions.Open(o.path, o.opts)
	o.check(err)
	o.b = b
}

// sound checks that the file is.
func (o *office) sound() {
	r, err := o.b.Verify()
	o.check(err)
	for _, p := range r.Problems {
		o.t.Errorf("verify: %s", p)
	}
	o.hasTexts()
}

// hasTexts checks that each step in the journal has a text in both languages.
func (o *office) hasTexts() {
	steps, err := o.b.History(0)
	o.check(err)
	for _, lang := range []string{"en", "zh-Hant"} {
		raw, err := os.ReadFile("../../assets/locale/catalog/store." + lang + ".json")
		o.check(err)
		var texts map[string]any
		o.check(json.Unmarshal(raw, &texts))
		for _, s := range steps {
			if texts["step."+s.Kind] == nil {
				o.t.Errorf("no text in %s for step %s", lang, s.Kind)
			}
		}
	}
}

// Whatever a user does, undoing it all, in another session too, leads through the same states back to the beginning, and the file stays sound.
func TestEverythingCanBeUndone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "office")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		o := newOffice(t, dir)
		defer func() { o.check(o.b.Close()) }()
		start := o.digest()
		t.Repeat(o.acts())
		o.t = t
		o.sound()
		o.reopen()
		for len(o.digests) > 0 {
			o.takeBack()
			o.digests = o.digests[:len(o.digests)-1]
		}
		if got := o.digest(); got != start {
			t.Fatalf("digest after all was undone: %s, at the start: %s", got, start)
		}
		if _, err := o.b.Undo(1); !errors.Is(err, actions.ErrNothingToUndo) {
			t.Fatalf("undo at the start: %v", err)
		}
		o.sound()
	})
}

// Erasing at any moment leaves a sound file, and what stands can still be undone.
func TestErasingKeepsTheFileSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "office")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		o := newOffice(t, dir)
		defer func() { o.check(o.b.Close()) }()
		acts := o.acts()
		delete(acts, "undo") // compares digests, which erasing changes
		acts["erase"] = func(t *rapid.T) {
			o.t = t
			id := o.one(append(o.ids(), o.trash()...))
			_, err := o.b.Erase(context.Background(), id)
			o.check(err)
			if _, err := o.b.Contact(id); !errors.Is(err, actions.ErrNotFound) {
				t.Fatalf("an erased contact is there: %v", err)
			}
		}
		acts["empty trash"] = func(t *rapid.T) {
			o.t = t
			_, err := o.b.EmptyTrash(context.Background())
			o.check(err)
		}
		acts["undo"] = func(t *rapid.T) {
			o.t = t
			var depends *actions.DependsError
			if _, err := o.b.Undo(1); err != nil && !errors.Is(err, actions.ErrNothingToUndo) && !errors.As(err, &depends) {
				t.Fatal(err)
			}
		}
		t.Repeat(acts)
		o.t = t
		o.sound()
	})
}
