package crm

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// key is a text in the form in which equal spellings are equal: 02-2345 6789 and 0223456789.
func key(s string) string { return strings.ReplaceAll(plainKey(s), "-", "") }

// texts gathers every text and date in a value.
func texts(v reflect.Value, out []string) []string {
	switch v.Kind() {
	case reflect.String:
		for _, line := range strings.Split(v.String(), "\n") {
			out = append(out, key(line))
		}
	case reflect.Int32:
		if d := Date(v.Int()); d != 0 {
			out = append(out, key(d.String()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out = texts(v.Field(i), out)
		}
	case reflect.Slice:
		for i := range v.Len() {
			out = texts(v.Index(i), out)
		}
	}
	return out
}

// lost lists what b says and a does not, anywhere.
func lost(a, b *Contact) []string {
	all := "\x00" + strings.Join(texts(reflect.ValueOf(*a), []string{key(a.Name.Display())}), "\x00") + "\x00"
	var out []string
	for _, s := range texts(reflect.ValueOf(*b), nil) {
		if s != "" && !strings.Contains(all, s) {
			out = append(out, s)
		}
	}
	return out
}

func word(t *rapid.T, name string) string {
	return rapid.SampledFrom([]string{"", "", "王", "小明", "Mary", "WANG", "mary", "臺北 市", "台北市", "a b", "X"}).Draw(t, name)
}

func day(t *rapid.T, name string) Date {
	return rapid.SampledFrom([]Date{0, 0, 305, 19860305, 19870405, 20210000}).Draw(t, name)
}

func several[T any](t *rapid.T, name string, one func() T) []T {
	var out []T
	for range rapid.IntRange(0, 3).Draw(t, name) {
		out = append(out, one())
	}
	return out
}

// anyone makes a contact of words that often meet.
func anyone(t *rapid.T, n byte) Contact {
	c := Contact{ID: ID{15: n}, Kind: Person, Gender: word(t, "gender"), TaxID: word(t, "tax"), Language: word(t, "language"), Notes: word(t, "notes"), Photo: word(t, "photo"), ReferrerName: word(t, "referrer"), CardDate: day(t, "card")}
	c.Name = Name{Full: word(t, "full"), Family: word(t, "family"), Given: word(t, "given"), Nickname: word(t, "nick"), Reading: word(t, "reading"), Salutation: word(t, "salutation")}
	c.Phones = several(t, "phones", func() Phone {
		return Phone{Kind: rapid.SampledFrom([]string{PhoneMobile, PhoneFax, ""}).Draw(t, "kind"), Text: rapid.SampledFrom([]string{"02-2345 6789", "0223456789", "0912345678"}).Draw(t, "number"), Ext: rapid.SampledFrom([]string{"", "12", "13"}).Draw(t, "ext"), Note: word(t, "note")}
	})
	c.Emails = several(t, "emails", func() Email {
		return Email{Address: rapid.SampledFrom([]string{"a@b.c", "A@b.c", "x@y.z"}).Draw(t, "email")}
	})
	c.Addresses = several(t, "addresses", func() Address {
		return Address{Text: word(t, "text"), Postal: word(t, "postal"), City: word(t, "city")}
	})
	c.Links = several(t, "links", func() Link { return Link{Kind: LinkLINE, Value: word(t, "line")} })
	c.Dates = several(t, "dates", func() SpecialDate {
		return SpecialDate{Kind: DateBirthday, Date: day(t, "day"), Text: word(t, "day text")}
	})
	c.Positions = several(t, "positions", func() Position {
		return Position{CompanyName: word(t, "company"), Department: word(t, "department"), Title: word(t, "title")}
	})
	c.Tags = several(t, "tags", func() string { return word(t, "tag") })
	c.Preferences = several(t, "preferences", func() Preference { return Preference{word(t, "label"), word(t, "value")} })
	for range rapid.IntRange(0, 2).Draw(t, "custom") {
		c.SetCustom(rapid.SampledFrom([]string{"編號", "Code"}).Draw(t, "custom field"), word(t, "custom value"))
	}
	for range rapid.IntRange(0, 2).Draw(t, "consents") {
		c.SetConsent(Consent{Channel: ByPost, Allowed: rapid.Bool().Draw(t, "allowed"), Date: day(t, "since"), Source: word(t, "source")})
	}
	return c
}

func TestMergeLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keep, others := anyone(t, 1), []Contact{anyone(t, 2), anyone(t, 3)}
		choices := Choices{From: map[string]ID{}}
		for _, field := range []string{"name", "gender", "tax_id", "birthday", "company", "card_date"} {
			choices.From[field] = ID{15: byte(rapid.IntRange(1, 3).Draw(t, field))}
		}
		before := keep.Clone()
		merged, _ := Merge(keep, others, choices)
		if merged.ID != keep.ID {
			t.Fatalf("id %v, want %v", merged.ID, keep.ID)
		}
		for _, c := range append(others, keep) {
			if gone := lost(&merged, &c); len(gone) > 0 {
				t.Fatalf("lost %q of %+v\nmerged %+v", gone, c, merged)
			}
		}
		if !reflect.DeepEqual(before, keep) {
			t.Fatal("the kept record itself was changed")
		}
	})
}

func TestFillChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		record, news := anyone(t, 1), anyone(t, 2)
		news.Consents = nil // of consents the later word counts
		out, _ := Fill(record, news)
		if gone := lost(&out, &record); len(gone) > 0 {
			t.Fatalf("lost %q", gone)
		}
		if got, want := out.Name.Display(), record.Name.Display(); want != "" && got != want {
			t.Fatalf("the name %q became %q", want, got)
		}
		again, _ := Fill(out, news)
		if changes := Diff(&out, &again); len(changes) > 0 {
			t.Fatalf("filling twice changes %+v", changes)
		}
	})
}

func TestUpdateTakesTheNews(t *testing.T) {
	old := Contact{Kind: Person, Name: Name{Family: "王", Given: "小明"}, Gender: "m", Positions: []Position{{CompanyName: "大同", Title: "經理"}}, Emails: []Email{{Kind: KindWork, Address: "a@b.c"}},
		Dates: []SpecialDate{{Kind: DateBirthday, Date: 19860305}}, Notes: "老客戶", Custom: []CustomValue{{"編號", "1"}}}
	news := Contact{Kind: Person, Name: Name{Full: "王大明"}, Positions: []Position{{CompanyName: "大同", Title: "協理"}, {CompanyName: "台積電"}}, Emails: []Email{{Kind: KindWork, Address: "new@b.c"}},
		Dates: []SpecialDate{{Kind: DateBirthday, Date: 19860306}}, Notes: "展覽", Custom: []CustomValue{{"編號", "2"}}}
	got := Update(old, news)
	cases := []struct{ name, got, want string }{
		{"name", got.Name.Display(), "王大明"}, {"other name", strings.Join(got.Name.Alt, ","), "王小明"}, {"what the news do not say", got.Gender, "m"},
		{"first company", got.Positions[0].CompanyName, "台積電"}, {"title at the old company", got.Positions[1].Title, "協理"}, {"first e-mail", got.Emails[0].Address, "new@b.c"},
		{"second e-mail", got.Emails[1].Address, "a@b.c"}, {"birthday", got.Birthday().Date.String(), "1986-03-06"}, {"notes", got.Notes, "老客戶\n展覽"}, {"custom", got.CustomValueOf("編號"), "2"},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestFillTellsWhatItLeft(t *testing.T) {
	record := Contact{Kind: Person, Name: Name{Full: "王小明"}, Gender: "m", TaxID: "04595257"}
	news := Contact{Kind: Person, Name: Name{Full: "王小明"}, Gender: "f", Language: "en"}
	got, left := Fill(record, news)
	if got.Gender != "m" || got.Language != "en" {
		t.Errorf("gender %q, language %q", got.Gender, got.Language)
	}
	if len(left) != 1 || left[0].Field != "gender" || !slices.Equal(left[0].New, []string{"f"}) {
		t.Errorf("left %+v", left)
	}
}

func TestDiffShowsWhatStandsBeside(t *testing.T) {
	before := Contact{Kind: Person, Positions: []Position{{CompanyName: "大同", Title: "經理"}}}
	after := Contact{Kind: Person, Positions: []Position{{CompanyName: "大同", Title: "經理"}, {CompanyName: "大同", Title: "協理"}}, Dates: []SpecialDate{{Label: "開幕", Date: 20200101}}}
	got := Diff(&before, &after)
	if len(got) != 2 || got[0].Field != "positions" || len(got[0].New) != 1 || !strings.Contains(got[0].New[0], "協理") || got[1].Field != "dates" {
		t.Errorf("changes %+v", got)
	}
	if same := Diff(&after, &after); len(same) > 0 {
		t.Errorf("a record differs from itself: %+v", same)
	}
}

func TestMergeConsent(t *testing.T) {
	yes, no := Consent{Channel: ByPost, Allowed: true}, Consent{Channel: ByPost}
	later := func(c Consent, d Date) Consent { c.Date = d; return c }
	cases := []struct {
		name string
		a, b Consent
		want bool
	}{
		{"without dates the refusal stands", yes, no, false}, {"whichever comes first", no, yes, false},
		{"the later word stands", later(no, 20200101), later(yes, 20210101), true}, {"also when it comes first", later(yes, 20210101), later(no, 20200101), true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			merged, _ := Merge(Contact{Consents: []Consent{c.a}}, []Contact{{Consents: []Consent{c.b}}}, Choices{})
			if got, _ := merged.ConsentFor(ByPost); got.Allowed != c.want || len(merged.Consents) != 1 {
				t.Errorf("got %+v", merged.Consents)
			}
			if merged.Notes == "" {
				t.Error("the other word is lost")
			}
		})
	}
}

func TestOrigins(t *testing.T) {
	keep := Contact{ID: ID{1}, Name: Name{Full: "王小明"}}
	other := Contact{ID: ID{2}, Name: Name{Full: "王小明"}, Emails: []Email{{Kind: KindWork, Address: "a@b.c"}}, Tags: []string{"VIP"}}
	_, origins := Merge(keep, []Contact{other}, Choices{})
	want := []Origin{{"email.work", "a@b.c", ID{2}}, {"tags", "VIP", ID{2}}}
	if !slices.Equal(origins, want) {
		t.Errorf("got %+v, want %+v", origins, want)
	}
}
