package crm

import (
	"bytes"
	"reflect"
	"slices"
	"testing"
)

// everything is a contact in which every field says something.
func everything() Contact {
	var c Contact
	say(reflect.ValueOf(&c).Elem())
	return c
}

// say gives every field of a value, and one element of every list, a value of its own kind.
func say(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(20260302)
	case reflect.Array:
		v.Index(0).SetUint(1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		say(v.Index(0))
	case reflect.Struct:
		for i := range v.NumField() {
			say(v.Field(i))
		}
	}
}

// eachField empties one field of a value after the other, those of structures and list elements too, and calls f with the path of each.
func eachField(v reflect.Value, path string, f func(path string)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			eachField(v.Field(i), path+"."+v.Type().Field(i).Name, f)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			eachField(v.Index(0), path, f)
		}
	default:
		was := reflect.New(v.Type()).Elem()
		was.Set(v)
		v.SetZero()
		f(path)
		v.Set(was)
	}
}

func named(id ID) string {
	if id.IsZero() {
		return ""
	}
	return "name"
}

// A field that is added to a record is content, unless it is named here: a digest that does not know it would call different records equal.
func TestEveryFieldCountsInTheCanonicalForm(t *testing.T) {
	leftOut := []string{"Contact.ID", "Contact.Doubts", "Event.ID", "Guest.ID", "Mapping.ID"}
	contact, event, guest, firm, mapping := everything(), Event{}, Guest{}, Firm{}, Mapping{}
	for _, v := range []any{&event, &guest, &firm, &mapping} {
		say(reflect.ValueOf(v).Elem())
	}
	tests := map[string]struct {
		value any
		form  func() []byte
	}{
		"Contact": {&contact, func() []byte { return contact.Canonical(named) }},
		"Event":   {&event, event.Canonical},
		"Guest":   {&guest, func() []byte { return guest.Canonical(named, named) }},
		"Firm":    {&firm, firm.Canonical},
		"Mapping": {&mapping, mapping.Canonical},
	}
	for name, test := range tests {
		whole := test.form()
		eachField(reflect.ValueOf(test.value).Elem(), name, func(path string) {
			if same := bytes.Equal(test.form(), whole); same != slices.Contains(leftOut, path) {
				t.Errorf("%s: the form is the same without it: %v", path, same)
			}
		})
	}
}

func TestCanonicalLeavesOrderOut(t *testing.T) {
	a := Contact{Name: Name{Full: "王", Alt: []string{"a", "b"}}, Tags: []string{"x", "y"}, Phones: []Phone{{Text: "1"}, {Text: "2", Kind: PhoneFax}},
		Custom: []CustomValue{{"a", "1"}, {"b", "2"}}}
	b := a.Clone()
	slices.Reverse(b.Name.Alt)
	slices.Reverse(b.Tags)
	slices.Reverse(b.Phones)
	if !bytes.Equal(a.Canonical(named), b.Canonical(named)) {
		t.Error("another order, another form")
	}
	a.Positions = []Position{{CompanyName: "one"}, {CompanyName: "two"}}
	b.Positions = []Position{{CompanyName: "two"}, {CompanyName: "one"}}
	if bytes.Equal(a.Canonical(named), b.Canonical(named)) {
		t.Error("another main position, the same form")
	}
}

// Parts must not run together: what stands where counts.
func TestCanonicalKeepsPartsApart(t *testing.T) {
	pairs := [][2]Contact{
		{{Tags: []string{"ab"}}, {Tags: []string{"a", "b"}}},
		{{Name: Name{Family: "王", Given: "明"}}, {Name: Name{Family: "王明"}}},
		{{Notes: "x"}, {TaxID: "x"}},
		{{Phones: []Phone{{Kind: "a", Text: "b"}}}, {Phones: []Phone{{Kind: "a"}, {Text: "b"}}}},
	}
	for i, p := range pairs {
		if bytes.Equal(p[0].Canonical(named), p[1].Canonical(named)) {
			t.Errorf("pair %d: the same form", i)
		}
	}
}
