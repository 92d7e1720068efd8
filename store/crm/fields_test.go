package crm

import (
	"reflect"
	"testing"
)

func TestFieldKeysAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Fields() {
		if seen[f.Key] || f.Key == "" || f.Group == "" || f.Type == "" || f.Get == nil {
			t.Errorf("field %q is described twice or badly: %+v", f.Key, f)
		}
		seen[f.Key] = true
	}
}

func TestFieldSetThenGet(t *testing.T) {
	for _, f := range Fields() {
		if f.Set == nil {
			continue
		}
		value := "某值"
		if f.Type == DateField {
			value = "2026-11-21"
		}
		c := Contact{Kind: Person}
		f.Set(&c, value)
		if got := f.Get(&c); !reflect.DeepEqual(got, []string{value}) {
			t.Errorf("%s: set %q, got %q", f.Key, value, got)
		}
	}
}

func TestEveryFieldOfAnEmptyContactIsEmpty(t *testing.T) {
	for _, f := range Fields() {
		if got := f.Get(&Contact{}); len(got) != 0 {
			t.Errorf("%s of nobody is %q", f.Key, got)
		}
	}
}

func TestCustomField(t *testing.T) {
	f, ok := FieldByKey("custom.尺寸")
	if !ok {
		t.Fatal("no such field")
	}
	var c Contact
	f.Set(&c, "L")
	if got := f.Get(&c); !reflect.DeepEqual(got, []string{"L"}) {
		t.Errorf("got %q", got)
	}
	if _, ok := FieldByKey("custom."); ok {
		t.Error("a custom field without a name was found")
	}
}
