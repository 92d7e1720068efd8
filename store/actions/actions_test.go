package actions_test

import (
	"testing"

	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/storetest"
)

func person(name string) crm.Contact {
	return crm.Contact{Kind: crm.Person, Name: crm.Name{Full: name}}
}

func company(name string) crm.Contact {
	return crm.Contact{Kind: crm.Company, Name: crm.Name{Full: name}}
}

// must gives the value of a call that is not to end in an error.
func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func add(t testing.TB, b *actions.Book, c crm.Contact) crm.ID {
	t.Helper()
	id, _, err := b.AddContact(c)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func contact(t testing.TB, b *actions.Book, id crm.ID) crm.Contact {
	t.Helper()
	return must[crm.Contact](t)(b.Contact(id))
}

func digest(t testing.TB, b *actions.Book) string {
	t.Helper()
	return must[string](t)(b.Digest())
}

func TestRenamedCompanyRenamesPositions(t *testing.T) {
	b := storetest.New(t)
	firm := add(t, b, company("大同"))
	p := person("王小明")
	p.Positions = []crm.Position{{Company: firm, Title: "廠長"}}
	id := add(t, b, p)
	if got := contact(t, b, id).Positions[0].CompanyName; got != "大同" {
		t.Errorf("company name of a new position: %q", got)
	}
	before := digest(t, b)
	must[actions.Step](t)(b.EditContact(firm, func(c *crm.Contact) error { c.Name.Full = "新大同"; return nil }))
	if got := contact(t, b, id).Positions[0].CompanyName; got != "新大同" {
		t.Errorf("company name after the company was renamed: %q", got)
	}
	must[[]actions.Step](t)(b.Undo(1))
	if got := digest(t, b); got != before {
		t.Errorf("digest after undo: %s, before: %s", got, before)
	}
}
