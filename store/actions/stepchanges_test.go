package actions_test

import (
	"errors"
	"testing"

	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/storetest"
)

func TestChangesOf(t *testing.T) {
	b := storetest.New(t)
	one, two := add(t, b, person("王小明")), add(t, b, person("李美玲"))
	step := must[actions.Step](t)(b.Tag([]crm.ID{one, two}, []string{"VIP"}, nil))
	must[actions.Step](t)(b.Tag([]crm.ID{one}, nil, []string{"VIP"}))
	for _, c := range []struct {
		name        string
		limit, want int
	}{{"all", 0, 2}, {"the first", 1, 1}} {
		got := must[[]actions.Entry](t)(b.ChangesOf(step.ID, c.limit))
		if len(got) != c.want {
			t.Fatalf("%s: got %d, want %d", c.name, len(got), c.want)
		}
		for _, e := range got {
			if e.Before.HasTag("VIP") || !e.After.HasTag("VIP") {
				t.Errorf("%s: before %v, after %v", c.name, e.Before.Tags, e.After.Tags)
			}
		}
	}
	if _, err := b.ChangesOf(one, 0); !errors.Is(err, actions.ErrNotFound) {
		t.Errorf("a step that never was: %v", err)
	}
}
