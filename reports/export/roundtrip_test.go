package export_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"regulars/importer"
	"regulars/reports/export"
	"regulars/reports/xlsx"
	"regulars/store/crm"
	"regulars/store/demo"
)

// written is the contacts as a file of a format, with headers in a language.
func written(t *testing.T, f export.Format, contacts []crm.Contact, tag string) []byte {
	t.Helper()
	var out bytes.Buffer
	var err error
	switch f {
	case export.FormatVCard:
		err = export.VCard(&out, contacts, map[string]export.Version{"en": export.VCard3}[tag])
	case export.FormatXLSX:
		_, err = export.XLSX(&out, "x", contacts, export.Columns(contacts, nil, catalog(t, tag)), xlsx.Options{})
	default:
		_, err = export.CSV(&out, contacts, export.Columns(contacts, nil, catalog(t, tag)), export.UTF8)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// readBack imports a file into an empty store, as it were, and gives the records of its rows.
func readBack(t *testing.T, data []byte, name string) []crm.Contact {
	t.Helper()
	ctx := context.Background()
	source, err := importer.Open(ctx, bytes.NewReader(data), int64(len(data)), name, importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	last := byte(0)
	newID := func() crm.ID { last++; return crm.ID{1, last} }
	plan, err := importer.NewPlan(ctx, source, source.Propose(nil), nil, importer.Settings{Duplicates: crm.AddDuplicates, Today: 20261122, NewID: newID})
	if err != nil {
		t.Fatal(err)
	}
	var out []crm.Contact
	for _, d := range plan.Batch().Drafts {
		if !d.Employer {
			out = append(out, d.Record)
		}
	}
	return out
}

func content(c *crm.Contact) string {
	return string(c.Canonical(func(crm.ID) string { return "" }))
}

// What is exported comes back the same, but for what Lost names.
func TestRoundTrip(t *testing.T) {
	contacts := append(demo.Firm(1, 240, 20261122).Contacts, cards()[1], lunar("農曆甲", 305), lunar("農曆乙", 19860830))
	for _, f := range []export.Format{export.FormatVCard, export.FormatXLSX, export.FormatCSV} {
		for _, tag := range []string{"zh-Hant", "en"} {
			t.Run(fmt.Sprint(f, " ", tag), func(t *testing.T) {
				back := readBack(t, written(t, f, contacts, tag), "contacts."+string(f))
				if len(back) != len(contacts) {
					t.Fatalf("%d contacts came back of %d", len(back), len(contacts))
				}
				want := make([]crm.Contact, len(contacts))
				for i := range contacts {
					want[i] = export.Carried(f, contacts[i])
				}
				if f != export.FormatVCard {
					dropNumbers(back)
					dropNumbers(want)
				}
				sameContents(t, back, want)
			})
		}
	}
}

// lunar is a contact with a birthday of the lunar calendar.
func lunar(name string, day crm.Date) crm.Contact {
	return crm.Contact{Kind: crm.Person, Name: crm.Name{Full: name}, Phones: []crm.Phone{{Kind: crm.PhoneMobile, Number: "+886912345678", Text: "0912-345-678"}},
		Dates: []crm.SpecialDate{{Kind: crm.DateBirthday, Date: day, Lunar: true}}}
}

// dropNumbers takes away the normal form of phone numbers. A table has the number as typed alone; the import finds the normal form again from the rest of the
// row, which for a number of one country in a row of another gives another one.
func dropNumbers(contacts []crm.Contact) {
	for i := range contacts {
		for j := range contacts[i].Phones {
			contacts[i].Phones[j].Number = ""
		}
	}
}

// sameContents compares two lists whose order does not matter, each contact with the one of its name and company.
func sameContents(t *testing.T, got, want []crm.Contact) {
	t.Helper()
	key := func(c crm.Contact) string { return string(c.Kind) + c.Title() + "/" + c.CompanyName() }
	byKey := map[string][]string{}
	for i := range got {
		byKey[key(got[i])] = append(byKey[key(got[i])], content(&got[i]))
	}
	bad := 0
	for i := range want {
		k, c := key(want[i]), content(&want[i])
		at := slices.Index(byKey[k], c)
		if at >= 0 {
			byKey[k] = slices.Delete(byKey[k], at, at+1)
			continue
		}
		if bad++; bad <= 6 && len(byKey[k]) > 0 {
			t.Errorf("%s: %s", k, difference(byKey[k][0], c))
		} else if bad <= 6 {
			t.Errorf("%s did not come back", k)
		}
	}
	if bad > 0 {
		t.Errorf("%d of %d differ", bad, len(want))
	}
}

// difference shows the first place where two texts part.
func difference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	cut := func(s string) string { return strings.ToValidUTF8(s[max(0, min(i, len(s))-40):min(len(s), i+60)], "?") }
	return fmt.Sprintf("%q, want %q", cut(got), cut(want))
}
