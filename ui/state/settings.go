package state

import (
	"context"

	"regulars/store/actions"
	"regulars/store/crm"
)

// Settings is the screen of settings: who we are, and what is kept about the data file – backups, imports, mappings that are remembered.
type Settings struct {
	// OnChanged is called when there is something else to show.
	OnChanged func()

	desk     *Desk
	firm     *FirmForm
	facts    settingsFacts
	busy     Message
	problem  Message
	reverted *TakenBack
}

// settingsFacts is what is read for the screen at one time.
type settingsFacts struct {
	firm     crm.Firm
	backups  []actions.BackupInfo
	batches  []crm.Batch
	mappings []crm.Mapping
}

// TakenBack is what taking an import back did: how much of it went, and what was kept and why.
type TakenBack struct {
	File     string
	Removed  int
	Restored int
	Kept     []KeptRecord
}

// KeptRecord is a record that stays as it is.
type KeptRecord struct {
	Title  string
	Reason Message
}

// NewSettings makes the screen; Load fills it.
func NewSettings(d *Desk) *Settings {
	s := &Settings{OnChanged: func() {}, desk: d}
	s.firm = newFirmForm(s)
	d.OnChange(func(c actions.Change) {
		if c.Settings || c.Step.Kind == "import" || !c.Step.Batch.IsZero() {
			s.Load()
		}
	})
	return s
}

// Load reads everything anew.
func (s *Settings) Load() {
	var facts settingsFacts
	s.desk.do(func(context.Context) (err error) {
		facts, err = s.read()
		return err
	}, func(err error) {
		if s.problem = Explain(err); err == nil {
			s.facts = facts
			s.firm.take(facts.firm)
		}
		s.OnChanged()
	})
}

func (s *Settings) read() (f settingsFacts, err error) {
	book := s.desk.book
	if f.firm, err = book.Firm(); err != nil {
		return f, err
	}
	if f.backups, err = book.Backups(); err != nil {
		return f, err
	}
	if f.batches, err = book.Batches(); err != nil {
		return f, err
	}
	f.mappings, err = book.Mappings()
	return f, err
}

// Firm is the form of who we are.
func (s *Settings) Firm() *FirmForm { return s.firm }

// Path is where the data file is.
func (s *Settings) Path() string { return s.desk.Path() }

// Backups lists the backups, the newest first.
func (s *Settings) Backups() []actions.BackupInfo { return s.facts.backups }

// Batches lists the imports, the latest first.
func (s *Settings) Batches() []crm.Batch { return s.facts.batches }

// Mappings lists the files whose columns are remembered.
func (s *Settings) Mappings() []crm.Mapping { return s.facts.mappings }

// Problem says why something could not be read.
func (s *Settings) Problem() Message { return s.problem }

// Busy says what is under way; the zero Message while nothing is.
func (s *Settings) Busy() Message { return s.busy }

// Reverted is what the last taking back of an import did, to be shown; ok is false before there was one.
func (s *Settings) Reverted() (t TakenBack, ok bool) {
	if s.reverted == nil {
		return TakenBack{}, false
	}
	return *s.reverted, true
}

// Forget forgets the columns of a file.
func (s *Settings) Forget(mapping crm.ID) {
	s.desk.Act(func(context.Context) (actions.Step, error) { return s.desk.book.ForgetMapping(mapping) }, nil)
}

// TakeBack takes a whole import back. What was edited since stays; Reverted then says what.
func (s *Settings) TakeBack(b crm.Batch) {
	var done actions.Reverted
	s.work(Say("import.taking-back"), func(context.Context) (err error) {
		done, err = s.desk.book.UndoImport(b.ID)
		return err
	}, func() {
		s.reverted = takenBack(b, done)
		s.desk.Tell(Say("import.taken-back", "removed", done.Removed, "restored", done.Restored, "kept", len(done.Kept)))
	})
}

func takenBack(b crm.Batch, done actions.Reverted) *TakenBack {
	out := &TakenBack{File: b.File, Removed: done.Removed, Restored: done.Restored}
	for _, k := range done.Kept {
		out.Kept = append(out.Kept, KeptRecord{k.Title, Say("kept." + string(k.Reason))})
	}
	return out
}

// work does something that takes a while, says so meanwhile, and reads everything anew after it. An error is said in the quiet line.
func (s *Settings) work(busy Message, do func(context.Context) error, then func()) {
	s.busy = busy
	s.OnChanged()
	s.desk.do(do, func(err error) {
		s.busy = Message{}
		if err != nil {
			s.desk.Warn(err)
		} else {
			then()
		}
		s.Load()
	})
}
