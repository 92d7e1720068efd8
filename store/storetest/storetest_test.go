package storetest_test

import (
	"errors"
	"testing"

	"regulars/store/crm"
	"regulars/store/storetest"
)

func TestDisk(t *testing.T) {
	var disk storetest.Disk
	o := storetest.Options()
	o.Fault = disk.Fault
	b := storetest.Create(t, storetest.Path(t.TempDir()), o)
	full := errors.New("no space left on device")
	disk.Fail(full)
	if _, _, err := b.AddContact(crm.Contact{Name: crm.Name{Full: "王"}}); !errors.Is(err, full) {
		t.Errorf("on a full disk: %v", err)
	}
	if steps, err := b.History(0); err != nil || len(steps) != 0 {
		t.Errorf("steps after a failure: %v, %v", steps, err)
	}
	disk.Heal()
	id, _, err := b.AddContact(crm.Contact{Name: crm.Name{Full: "王"}})
	if err != nil {
		t.Fatal(err)
	}
	disk.Fail(full)
	if _, err := b.Undo(1); !errors.Is(err, full) {
		t.Errorf("undo on a full disk: %v", err)
	}
	disk.Heal()
	if c, err := b.Contact(id); err != nil || c.Title() != "王" {
		t.Errorf("after a failed undo: %+v, %v", c, err)
	}
}

func TestClock(t *testing.T) {
	c := storetest.NewClock()
	if first, second := c.Now(), c.Now(); !second.After(first) || !first.After(storetest.Start()) {
		t.Errorf("%v, then %v", first, second)
	}
}
