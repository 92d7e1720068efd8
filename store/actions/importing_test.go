package actions_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/storetest"
)

// cards makes a batch of n people at n/10 companies, as a plan would.
func cards(newID func() crm.ID, n int) crm.ImportBatch {
	batch := crm.ImportBatch{Info: crm.Batch{ID: newID(), File: "cards.xlsx", Rows: n, Created: n}}
	var firm crm.Contact
	for i := range n {
		if i%10 == 0 {
			firm = company(fmt.Sprintf("第%d股份有限公司", i/10))
			firm.ID = newID()
			batch.Drafts = append(batch.Drafts, crm.Draft{Row: i + 2, New: true, Employer: true, Record: firm})
			batch.Info.Companies++
		}
		batch.Drafts = append(batch.Drafts, crm.Draft{Row: i + 2, New: true, Record: card(newID(), i, firm)})
	}
	return batch
}

// card makes a person with what a business card holds: about twenty columns.
func card(id crm.ID, i int, firm crm.Contact) crm.Contact {
	return crm.Contact{
		ID: id, Kind: crm.Person, Name: crm.Name{Family: "王", Given: fmt.Sprintf("小明%d", i), Salutation: "先生"},
		Positions: []crm.Position{{Company: firm.ID, CompanyName: firm.Name.Full, Department: "業務部", Title: "經理"}},
		Phones: []crm.Phone{{Kind: crm.PhoneMobile, Number: fmt.Sprintf("+8869%08d", i), Text: fmt.Sprintf("09%08d", i)},
			{Kind: crm.PhoneWork, Number: "+886223456789", Ext: "12", Text: "02-2345-6789 #12"}},
		Emails:    []crm.Email{{Kind: crm.KindWork, Address: fmt.Sprintf("wang%d@example.com.tw", i)}},
		Addresses: []crm.Address{{Kind: crm.KindWork, Country: "TW", Postal: "105", City: "台北市", District: "松山區", Text: fmt.Sprintf("台北市松山區南京東路%d號", i)}},
		Tags:      []string{"展覽", "VIP"}, TaxID: "", Notes: "2025 年食品展認識",
		Custom: []crm.CustomValue{{Field: "業務員", Value: "林"}}, Sources: []crm.Source{{Name: "cards.xlsx", Date: 20260302}},
	}
}

func importCards(t testing.TB, b *actions.Book, batch crm.ImportBatch) crm.Batch {
	t.Helper()
	done, _, err := b.Import(context.Background(), batch)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func TestImportAndUndoLeavesTheSameDigest(t *testing.T) {
	b := storetest.New(t)
	old := add(t, b, person("王小明"))
	before := digest(t, b)
	batch := cards(b.NewID, 200)
	base := contact(t, b, old)
	changed := base.Clone()
	changed.Phones = []crm.Phone{{Kind: crm.PhoneMobile, Text: "0912-345-678"}}
	changed.Positions = []crm.Position{{Company: batch.Drafts[0].Record.ID}}
	batch.Drafts = append(batch.Drafts, crm.Draft{Row: 300, Record: changed, Base: &base})
	done := importCards(t, b, batch)
	if got := len(must[[]crm.Contact](t)(b.People(batch.Drafts[0].Record.ID))); got != 11 {
		t.Errorf("people of the first company: %d, want 11", got)
	}
	r := must[actions.Reverted](t)(b.UndoImport(done.ID))
	if r.Removed != 220 || r.Restored != 1 || len(r.Kept) != 0 {
		t.Errorf("removed %d, restored %d, kept %v; want 220, 1, none", r.Removed, r.Restored, r.Kept)
	}
	if got := digest(t, b); got != before {
		t.Error("the digest is not the one before the import")
	}
	if _, err := b.UndoImport(done.ID); !errors.Is(err, actions.ErrNothingToUndo) {
		t.Errorf("undo of the import again: %v", err)
	}
	if got := must[[]crm.Batch](t)(b.Batches()); len(got) != 1 || !got[0].Undone {
		t.Errorf("batches: %+v", got)
	}
}

func TestFiftyEditsOutliveTheirImport(t *testing.T) {
	b := storetest.New(t)
	batch := cards(b.NewID, 500)
	done := importCards(t, b, batch)
	edited := map[crm.ID]bool{}
	for _, d := range batch.Drafts {
		if d.Record.Kind == crm.Person && len(edited) < 50 {
			edited[d.Record.ID] = true
			must[actions.Step](t)(b.EditContact(d.Record.ID, func(c *crm.Contact) error { c.Notes = "打過電話"; return nil }))
		}
	}
	r := must[actions.Reverted](t)(b.UndoImport(done.ID))
	left := must[[]crm.Contact](t)(b.AllContacts())
	people := 0
	for _, c := range left {
		if c.Kind == crm.Company { // still needed by those that stay
			continue
		}
		people++
		if !edited[c.ID] || c.Notes != "打過電話" || c.Positions[0].Company.IsZero() {
			t.Errorf("left over: %+v", c)
		}
	}
	if people != 50 || len(left) != 55 {
		t.Errorf("people left: %d, records: %d; want 50 and their 5 companies", people, len(left))
	}
	reasons := map[actions.KeptReason]int{}
	for _, k := range r.Kept {
		reasons[k.Reason]++
	}
	if reasons[actions.KeptEdited] != 50 || reasons[actions.KeptInUse] != 5 {
		t.Errorf("kept: %v", reasons)
	}
}

func TestUndoImportKeepsWhatWasEditedSinceFieldByField(t *testing.T) {
	tests := map[string]struct {
		before, imported, edited, want func(*crm.Contact)
		fields                         int
	}{
		"another field": {
			imported: func(c *crm.Contact) { c.TaxID = "04595257" },
			edited:   func(c *crm.Contact) { c.Notes = "新客戶" },
			want:     func(c *crm.Contact) { c.Notes = "新客戶" },
		},
		"the same field": {
			before:   func(c *crm.Contact) { c.Notes = "舊" },
			imported: func(c *crm.Contact) { c.Notes = "匯入" },
			edited:   func(c *crm.Contact) { c.Notes = "手改" },
			want:     func(c *crm.Contact) { c.Notes = "手改" },
			fields:   1,
		},
		"another part of the name": {
			imported: func(c *crm.Contact) { c.Name.Reading = "wang xiao ming" },
			edited:   func(c *crm.Contact) { c.Name.Nickname = "小明" },
			want:     func(c *crm.Contact) { c.Name.Nickname = "小明" },
		},
		"a phone and a tag more": {
			before:   func(c *crm.Contact) { c.Phones = []crm.Phone{{Text: "1"}}; c.Tags = []string{"舊"} },
			imported: func(c *crm.Contact) { c.Phones = append(c.Phones, crm.Phone{Text: "2"}); c.AddTag("匯入") },
			edited:   func(c *crm.Contact) { c.Phones = append(c.Phones, crm.Phone{Text: "3"}); c.AddTag("手加") },
			want: func(c *crm.Contact) {
				c.Phones = []crm.Phone{{Text: "1"}, {Text: "3"}}
				c.Tags = []string{"舊", "手加"}
			},
		},
		"a phone corrected since": {
			before:   func(c *crm.Contact) { c.Phones = []crm.Phone{{Text: "1"}} },
			imported: func(c *crm.Contact) { c.Phones = []crm.Phone{{Text: "2"}} },
			edited:   func(c *crm.Contact) { c.Phones = []crm.Phone{{Text: "2a"}} },
			want:     func(c *crm.Contact) { c.Phones = []crm.Phone{{Text: "2a"}} },
			fields:   1,
		},
		"custom fields stay in order": {
			before:   func(c *crm.Contact) { c.SetCustom("m", "1") },
			imported: func(c *crm.Contact) { c.SetCustom("m", "2"); c.SetCustom("x", "1") },
			edited:   func(c *crm.Contact) { c.SetCustom("a", "9"); c.SetCustom("z", "9") },
			want:     func(c *crm.Contact) { c.SetCustom("a", "9"); c.SetCustom("m", "1"); c.SetCustom("z", "9") },
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			b := storetest.New(t)
			c := person("王小明")
			if test.before != nil {
				test.before(&c)
			}
			c.ID = add(t, b, c)
			record := c.Clone()
			test.imported(&record)
			done := importCards(t, b, crm.ImportBatch{Drafts: []crm.Draft{{Row: 2, Record: record, Base: &c}}})
			must[actions.Step](t)(b.EditContact(c.ID, func(c *crm.Contact) error { test.edited(c); return nil }))
			r := must[actions.Reverted](t)(b.UndoImportRow(done.ID, 2))
			want := c.Clone()
			test.want(&want)
			if got := contact(t, b, c.ID); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
			fields := 0
			for _, k := range r.Kept {
				fields += k.Fields
			}
			if fields != test.fields {
				t.Errorf("kept fields: %d, want %d", fields, test.fields)
			}
		})
	}
}

func TestUndoImportRow(t *testing.T) {
	b := storetest.New(t)
	batch := cards(b.NewID, 20)
	done := importCards(t, b, batch)
	r := must[actions.Reverted](t)(b.UndoImportRow(done.ID, 5))
	if r.Removed != 1 || len(r.Kept) != 0 {
		t.Errorf("one person: removed %d, kept %v", r.Removed, r.Kept)
	}
	r = must[actions.Reverted](t)(b.UndoImportRow(done.ID, 2))
	if r.Removed != 1 || len(r.Kept) != 1 || r.Kept[0].Reason != actions.KeptInUse {
		t.Errorf("a person and the company that others need: removed %d, kept %v", r.Removed, r.Kept)
	}
	if _, err := b.UndoImportRow(done.ID, 2); !errors.Is(err, actions.ErrNothingToUndo) {
		t.Errorf("the same row again: %v", err)
	}
	if _, err := b.UndoImportRow(done.ID, 999); !errors.Is(err, actions.ErrNotFound) {
		t.Errorf("a row that is not there: %v", err)
	}
	must[actions.Reverted](t)(b.UndoImport(done.ID))
	if left := must[[]crm.Contact](t)(b.AllContacts()); len(left) != 0 {
		t.Errorf("left after all was taken back: %d", len(left))
	}
}

func TestImportMergesWithWhatChangedMeanwhile(t *testing.T) {
	b := storetest.New(t)
	base := person("王小明")
	base.ID = add(t, b, base)
	record := base.Clone()
	record.TaxID = "04595257"
	must[actions.Step](t)(b.EditContact(base.ID, func(c *crm.Contact) error { c.Notes = "手改"; return nil }))
	importCards(t, b, crm.ImportBatch{Drafts: []crm.Draft{{Row: 2, Record: record, Base: &base}}})
	if got := contact(t, b, base.ID); got.Notes != "手改" || got.TaxID != "04595257" {
		t.Errorf("got %+v", got)
	}
}

func TestImportTakesARecordOutOfTheTrash(t *testing.T) {
	b := storetest.New(t)
	base := person("王小明")
	base.ID = add(t, b, base)
	must[actions.Step](t)(b.DeleteContacts([]crm.ID{base.ID}))
	before := digest(t, b)
	record := base.Clone()
	record.Notes = "回來了"
	done := importCards(t, b, crm.ImportBatch{Drafts: []crm.Draft{{Row: 2, Record: record, Base: &base, Restore: true}}})
	if got := contact(t, b, base.ID); got.Notes != "回來了" {
		t.Errorf("got %+v", got)
	}
	if trash := must[[]actions.Trashed](t)(b.Trash()); len(trash) != 0 {
		t.Errorf("trash: %v", trash)
	}
	must[actions.Reverted](t)(b.UndoImport(done.ID))
	if trash := must[[]actions.Trashed](t)(b.Trash()); len(trash) != 1 || digest(t, b) != before {
		t.Errorf("trash after the import was taken back: %v", trash)
	}
}

func TestImportWritesAllOrNothing(t *testing.T) {
	b := storetest.New(t)
	batch := cards(b.NewID, 30)
	batch.Drafts = append(batch.Drafts, batch.Drafts[7]) // a new record twice
	before := digest(t, b)
	if _, _, err := b.Import(context.Background(), batch); !errors.Is(err, actions.ErrExists) {
		t.Errorf("a new record twice: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := b.Import(ctx, cards(b.NewID, 30)); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if digest(t, b) != before || len(must[[]crm.Batch](t)(b.Batches())) != 0 || len(must[[]actions.Step](t)(b.History(0))) != 0 {
		t.Error("something was written")
	}
}

func TestBatchTellsItsRows(t *testing.T) {
	b := storetest.New(t)
	batch := cards(b.NewID, 1500)
	done := importCards(t, b, batch)
	got := must[crm.Batch](t)(b.Batch(done.ID))
	if len(got.RowsOf) != len(batch.Drafts) || got.File != "cards.xlsx" || got.Day != 20260302 {
		t.Errorf("batch: %d rows, file %q, day %s", len(got.RowsOf), got.File, got.Day)
	}
	if !slices.IsSortedFunc(got.RowsOf, func(a, b crm.RowOf) int { return a.Row - b.Row }) {
		t.Error("the rows are not in order")
	}
}
