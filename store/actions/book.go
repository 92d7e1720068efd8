package actions

import (
	"context"
	"iter"
	"time"

	"regulars/store/crm"
)

// Create makes a new data file, with the folders that lead to it, and opens it. ErrExists where there is a file already.
func Create(path string, o Options) (*Book, error) { return nil, ErrNotFound }

// Open opens the data file at path and never makes one. ErrNotFound, *InUseError, *UnsafePlaceError, *DamagedError, ErrNotAStore, ErrNewer.
func Open(path string, o Options) (*Book, error) { return nil, ErrNotFound }

// OpenOrCreate opens the data file, or makes it where the path is free.
func OpenOrCreate(path string, o Options) (*Book, error) { return nil, ErrNotFound }

// DefaultPath is the data file in the user's data folder.
func DefaultPath() (string, error) { return "", ErrNotFound }

// Restore puts a backup in the place of the data file at path, which must not be open, and keeps the replaced file beside it under the name
// that it returns ("" where there was none). The backup is checked first; a bad one changes nothing.
func Restore(ctx context.Context, backup, path string, o Options) (replaced string, err error) {
	return "", ErrNotFound
}

// Verify looks a data file over, which must not be open: pages, checksums, records, references, indexes, journal.
func Verify(ctx context.Context, path string) (Report, error) { return Report{}, ErrNotFound }

// CheckInChild gives an Options.Check that runs program with the arguments and the path, and reads the Report that it prints as JSON. It is
// ended after ten minutes.
func CheckInChild(program string, args ...string) func(context.Context, string) error { return nil }

// Book is an open data file. Its methods may be called from several goroutines.
type Book struct{}

func (b *Book) Close() error { return nil }

// Path is where the data file is.
func (b *Book) Path() string { return "" }

// NewID gives a fresh id; an import plan takes this method.
func (b *Book) NewID() crm.ID { return crm.ID{} }

// Today is the civil date by the Book's clock.
func (b *Book) Today() crm.Date { return 0 }

// Contact finds a contact by its id. ErrNotFound also for one that lies in the trash.
func (b *Book) Contact(id crm.ID) (crm.Contact, error) { panic("to come") }

// Contacts yields every contact by age. It ends after the first error.
func (b *Book) Contacts() iter.Seq2[crm.Contact, error] { panic("to come") }

// ContactsByID gives contacts in the order asked for; those that are gone are left out.
func (b *Book) ContactsByID(ids []crm.ID) ([]crm.Contact, error) { panic("to come") }

// AllContacts gives every contact by age.
func (b *Book) AllContacts() ([]crm.Contact, error) { panic("to come") }

// FirstContacts gives the first n contacts of the list by name, from an index of the file: for the first look, before Search is ready.
func (b *Book) FirstContacts(n int) ([]crm.Contact, error) { panic("to come") }

// People gives everyone who works or worked at a company, by age.
func (b *Book) People(company crm.ID) ([]crm.Contact, error) { panic("to come") }

// Counts gives the number of persons and of companies.
func (b *Book) Counts() (persons, companies int, err error) { panic("to come") }

// CustomFields gives the names of the user-defined fields that occur, sorted.
func (b *Book) CustomFields() ([]string, error) { panic("to come") }

// Tags gives the tags that occur, the most frequent first.
func (b *Book) Tags() ([]TagCount, error) { panic("to come") }

// OnChange has f called after each commit, on the goroutine of the act, until stop is called.
func (b *Book) OnChange(f func(Change)) (stop func()) { panic("to come") }

// AddContact adds a contact. A zero id is replaced by a fresh one.
func (b *Book) AddContact(c crm.Contact) (crm.ID, Step, error) { panic("to come") }

// EditContact changes a contact by a function, which sees it as it is now. An error of the function ends the act and nothing is written.
func (b *Book) EditContact(id crm.ID, edit func(*crm.Contact) error) (Step, error) { panic("to come") }

// SaveContact saves a form: the fields that differ between before, which the form showed first, and after, which it holds now. ErrChangedSince where somebody else changed one of them meanwhile.
func (b *Book) SaveContact(before, after crm.Contact) (Step, error) { panic("to come") }

// BulkEdit changes several contacts by one function as one step.
func (b *Book) BulkEdit(ids []crm.ID, edit func(*crm.Contact) error) (Step, error) { panic("to come") }

// Tag adds and removes tags.
func (b *Book) Tag(ids []crm.ID, add, remove []string) (Step, error) { panic("to come") }

// DeleteContacts puts contacts into the trash. The people of a company keep its name as text; guests keep their place on lists, by name.
func (b *Book) DeleteContacts(ids []crm.ID) (Step, error) { panic("to come") }

// RestoreContacts takes contacts out of the trash, with what pointed at them.
func (b *Book) RestoreContacts(ids []crm.ID) (Step, error) { panic("to come") }

// Trash lists the contacts in the trash, the latest first.
func (b *Book) Trash() ([]Trashed, error) { panic("to come") }

// EmptyTrash erases what lies in the trash for good, journal images too.
func (b *Book) EmptyTrash(ctx context.Context) (Erased, error) { panic("to come") }

// Erase removes a contact for good, whether it lies in the trash or not: the record, its places on guest lists, and every image of it in the journal. The file is written anew so that nothing stays in its free pages.
func (b *Book) Erase(ctx context.Context, id crm.ID) (Erased, error) { panic("to come") }

// Merge writes merged in the place of keep, removes the others, and lets everything that pointed at them point at keep.
func (b *Book) Merge(keep crm.ID, others []crm.ID, merged crm.Contact) (Step, error) {
	panic("to come")
}

// Unmerge takes a merge back, also later: the others are there again; fields of keep that were edited since stay as they are.
func (b *Book) Unmerge(step crm.ID) (Reverted, error) { panic("to come") }

// Import writes a batch as one transaction and one step, after a verified backup. Drafts whose Base is no longer what the store holds change only the fields in which Record differs from Base.
func (b *Book) Import(ctx context.Context, batch crm.ImportBatch) (crm.Batch, Step, error) {
	panic("to come")
}

// Batches lists the imports, the latest first, without RowsOf.
func (b *Book) Batches() ([]crm.Batch, error) { panic("to come") }

// Batch gives one import with RowsOf.
func (b *Book) Batch(id crm.ID) (crm.Batch, error) { panic("to come") }

// UndoImport takes an import back. Records that it made disappear unless somebody edited them since or needs them; records that it changed get their earlier values again except where they were edited since.
func (b *Book) UndoImport(batch crm.ID) (Reverted, error) { panic("to come") }

// UndoImportRow takes back what one row of an import did, by the same rule.
func (b *Book) UndoImportRow(batch crm.ID, row int) (Reverted, error) { panic("to come") }

// AddEvent adds an event. A zero id is replaced by a fresh one.
func (b *Book) AddEvent(e crm.Event) (crm.ID, Step, error) { panic("to come") }

// EditEvent changes an event by a function.
func (b *Book) EditEvent(id crm.ID, edit func(*crm.Event) error) (Step, error) { panic("to come") }

// DeleteEvent removes an event and its guest list; Undo brings both back.
func (b *Book) DeleteEvent(id crm.ID) (Step, error) { panic("to come") }

// Events lists the events, the latest day first.
func (b *Book) Events() ([]crm.Event, error) { panic("to come") }

// Event finds an event by its id.
func (b *Book) Event(id crm.ID) (crm.Event, error) { panic("to come") }

// Invite decides for each contact by the rule and writes one guest each: on the list of a channel, or left out with the reason. Those invited form a new wave.
func (b *Book) Invite(event crm.ID, contacts []crm.ID, rule crm.InviteRule) (Invited, error) {
	panic("to come")
}

// Guests gives the guest list of an event, those left out included, by age.
func (b *Book) Guests(event crm.ID) ([]crm.Guest, error) { panic("to come") }

// GuestOf gives the places of a contact on guest lists, by age.
func (b *Book) GuestOf(contact crm.ID) ([]crm.Guest, error) { panic("to come") }

// Guest finds a place on a guest list by its id.
func (b *Book) Guest(id crm.ID) (crm.Guest, error) { panic("to come") }

// Reply records what a guest answered and how many come (the guest included; 0 = not said).
func (b *Book) Reply(guest crm.ID, answer crm.Answer, party int) (Step, error) { panic("to come") }

// SetGuest changes a guest by a function. A changed channel counts as set by hand and is kept by later rounds.
func (b *Book) SetGuest(guest crm.ID, set func(*crm.Guest) error) (Step, error) { panic("to come") }

// CheckIn notes that the guest has arrived. A guest who is there already stays as noted, and nothing is written.
func (b *Book) CheckIn(guest crm.ID, at time.Time) (Step, error) { panic("to come") }

// UncheckIn takes an arrival back.
func (b *Book) UncheckIn(guest crm.ID) (Step, error) { panic("to come") }

// WalkIn adds a guest who came without being invited, by contact or by name, and checks the guest in.
func (b *Book) WalkIn(event crm.ID, g crm.Guest, at time.Time) (crm.ID, Step, error) {
	panic("to come")
}

// RemoveGuests takes guests off their lists.
func (b *Book) RemoveGuests(ids []crm.ID) (Step, error) { panic("to come") }

// RememberMapping keeps a mapping, in the place of the one with the same signature, if any.
func (b *Book) RememberMapping(m crm.Mapping) (crm.ID, Step, error) { panic("to come") }

// Mappings lists the remembered mappings by name.
func (b *Book) Mappings() ([]crm.Mapping, error) { panic("to come") }

// ForgetMapping removes a mapping.
func (b *Book) ForgetMapping(id crm.ID) (Step, error) { panic("to come") }

// Firm is who we are.
func (b *Book) Firm() (crm.Firm, error) { panic("to come") }

// SetFirm says who we are.
func (b *Book) SetFirm(f crm.Firm) (Step, error) { panic("to come") }

// History lists the latest steps, newest first; limit 0 = all.
func (b *Book) History(limit int) ([]Step, error) { panic("to come") }

// HistoryOf gives what happened to a contact, newest first, also for one in the trash.
func (b *Book) HistoryOf(id crm.ID) ([]Entry, error) { panic("to come") }

// Undo takes back the last n steps that still stand and returns them, the latest first. Where one cannot be taken back it stops there and returns what was done with the error.
func (b *Book) Undo(n int) ([]Step, error) { panic("to come") }

// Redo writes again what Undo took back last.
func (b *Book) Redo(n int) ([]Step, error) { panic("to come") }

// UndoStep takes back one step out of order. *DependsError where a later step changed what it wrote.
func (b *Book) UndoStep(id crm.ID) (Step, error) { panic("to come") }

// CanUndo gives the step that Undo would take back.
func (b *Book) CanUndo() (Step, bool, error) { panic("to come") }

// CanRedo gives the step that Redo would write again.
func (b *Book) CanRedo() (Step, bool, error) { panic("to come") }

// Backup writes a verified copy of the data file to out, which must not exist.
func (b *Book) Backup(ctx context.Context, out string) error { panic("to come") }

// BackupNow makes a verified backup in the backup folder.
func (b *Book) BackupNow(ctx context.Context) (BackupInfo, error) { panic("to come") }

// DailyBackup makes the backup of the day unless there is one; done says whether it did. Close calls it on days on which something was written.
func (b *Book) DailyBackup(ctx context.Context) (info BackupInfo, ok bool, err error) {
	panic("to come")
}

// Backups lists the backups, newest first.
func (b *Book) Backups() ([]BackupInfo, error) { panic("to come") }

// LastBackup is the newest backup.
func (b *Book) LastBackup() (info BackupInfo, ok bool, err error) { panic("to come") }

// Digest is a hash over all live records, ids, order and file layout left out: equal content, equal digest.
func (b *Book) Digest() (string, error) { panic("to come") }

// Fill writes a firm with its data into a data file that has no contacts yet.
func (b *Book) Fill(ctx context.Context, f Filling) (Step, error) { panic("to come") }
