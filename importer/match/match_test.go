package match

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"regulars/importer/clean"
	"regulars/store/crm"
)

var taiwan = clean.Place{Country: "TW"}

// person makes a contact as an import would.
func person(name, company, phone, email string) crm.Contact {
	c := crm.Contact{Kind: crm.Person, Name: clean.Person(name).Name}
	if company != "" {
		c.Positions = []crm.Position{{CompanyName: company}}
	}
	if phone != "" {
		c.Phones, _, _ = clean.Phones(clean.Typed(phone), "", taiwan)
	}
	if email != "" {
		c.Emails = []crm.Email{{Address: email}}
	}
	return c
}

func firm(name, taxID, phone, address string) crm.Contact {
	c := crm.Contact{Kind: crm.Company, Name: crm.Name{Full: name}, TaxID: taxID}
	if phone != "" {
		c.Phones, _, _ = clean.Phones(clean.Typed(phone), "", taiwan)
	}
	if address != "" {
		c.Addresses = []crm.Address{{Text: address}}
	}
	return c
}

func born(c crm.Contact, d crm.Date) crm.Contact {
	c.Dates = []crm.SpecialDate{{Kind: crm.DateBirthday, Date: d}}
	return c
}

func band(score float64) string {
	switch {
	case score >= Same:
		return "same"
	case score >= Probably:
		return "probably"
	case score >= Ask:
		return "ask"
	}
	return "no"
}

func TestBands(t *testing.T) {
	cases := []struct {
		name string
		a, b crm.Contact
		want string
	}{
		{"same name and mobile", person("王小明", "大同", "0912345678", ""), person("王小明", "", "+886 912 345 678", ""), "same"},
		{"same name and e-mail in other case", person("Mary Wang", "", "", "Mary@X.com"), person("WANG, Mary", "", "", "mary@x.com"), "same"},
		{"same name and company", person("王小明", "大同股份有限公司", "", ""), person("王小明", "大同(股)公司", "", "a@b.com"), "same"},
		{"same name and company, other e-mail", person("王小明", "大同", "", "a@b.com"), person("王小明", "大同", "", "c@d.com"), "probably"},
		{"moved to another firm, kept the mobile", person("王小明", "大同", "0912345678", "a@b.com"), person("王小明", "台積電", "0912345678", "c@d.com"), "same"},
		{"same name, nothing else known", person("王小明", "", "", ""), person("王小明", "大同", "0912345678", ""), "ask"},
		{"same name and neither says more", person("王小明", "", "", ""), person("王小明", "", "", ""), "same"},
		{"same name at two firms", person("Dana Dup", "Dup Inc", "", ""), person("Dana Dup", "Other Inc", "", ""), "ask"},
		{"same name, all else different", person("陳怡君", "大同", "0912345678", "a@b.com"), person("陳怡君", "台積電", "0922345678", "c@d.com"), "no"},
		{"same e-mail, other name", person("王小明", "", "", "info@b.com"), person("李大華", "", "", "info@b.com"), "ask"},
		{"same switchboard, other name", person("王小明", "大同", "02-23456789", ""), person("李大華", "大同", "02-23456789", ""), "no"},
		{"same mobile, other name", person("王小明", "", "0912345678", ""), person("李大華", "", "0912345678", ""), "ask"},
		{"slip in a Latin name, same e-mail", person("Jonathan Smith", "", "", "j@x.com"), person("Jonathon Smith", "", "", "j@x.com"), "probably"},
		{"one character of a Chinese name", person("王小明", "大同", "", ""), person("王小朋", "大同", "", ""), "no"},
		{"nameless with the same e-mail", person("", "", "", "a@b.com"), person("王小明", "", "", "a@b.com"), "probably"},
		{"same name and mobile, other birthday", born(person("王小明", "", "0912345678", ""), 19860305), born(person("王小明", "", "0912345678", ""), 19600305), "ask"},
		{"same name and birthday", born(person("王小明", "", "0912345678", ""), 19860305), born(person("王小明", "大同", "", "a@b.com"), 19860305), "same"},
		{"same name and birthday, all else different", born(person("王小明", "大同", "0912345678", "a@b.com"), 19860305), born(person("王小明", "台積電", "0922345678", "c@d.com"), 19860305), "probably"},
		{"traditional and simplified", person("劉國華", "", "0912345678", ""), person("刘国华", "", "0912345678", ""), "same"},
		{"person and company", person("大同", "", "02-23456789", ""), firm("大同", "", "02-23456789", ""), "no"},
		{"company in another legal form", firm("大同股份有限公司", "", "", ""), firm("大同(股)公司", "", "02-23456789", ""), "same"},
		{"company and branch", firm("私立育才國小", "", "(02)29214630", "新北市永和區福和路125巷20號"), firm("私立育才國小", "", "(03)4567890", "桃園市中壢區中正路1號"), "ask"},
		{"same tax id, other name", firm("大同公司", "04595257", "", ""), firm("大同電子", "04595257", "", ""), "probably"},
		{"same name, other tax id", firm("大同公司", "04595257", "", ""), firm("大同公司", "10458575", "", ""), "no"},
		{"Inc. and Ltd.", firm("Acme Inc.", "", "", ""), firm("ACME, Ltd", "", "", ""), "same"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a, b := traitsOf(&c.a), traitsOf(&c.b)
			there, back := compare(&a, &b), compare(&b, &a)
			if got := band(there.score); got != c.want {
				t.Errorf("%.2f (%s, %v), want %s", there.score, got, there.list(), c.want)
			}
			if there.score != back.score {
				t.Errorf("%.2f one way, %.2f the other", there.score, back.score)
			}
		})
	}
}

func TestFind(t *testing.T) {
	x := NewIndex(4)
	all := []crm.Contact{person("王小明", "大同", "0912345678", "a@b.com"), person("李大華", "大同", "", "info@b.com"), person("王小明", "台積電", "", ""), firm("大同公司", "", "", "")}
	for i := range all {
		if at := x.Add(&all[i]); at != i {
			t.Fatalf("record %d got the number %d", i, at)
		}
	}
	row := person("王小明", "", "0912-345-678", "")
	found := x.Find(&row)
	if len(found) == 0 || found[0].At != 0 || found[0].Score < Same || !slices.Contains(found[0].Reasons, SameMobile) {
		t.Errorf("found %+v", found)
	}
	changed := all[2]
	changed.Emails = []crm.Email{{Address: "new@tsmc.com"}}
	x.Replace(2, TraitsOf(&changed))
	row = person("王小明", "", "", "new@tsmc.com")
	if found := x.Find(&row); len(found) == 0 || found[0].At != 2 || found[0].Score < Same {
		t.Errorf("after the change found %+v", found)
	}
}

func TestPairs(t *testing.T) {
	all := []crm.Contact{person("王小明", "大同", "0912345678", ""), person("李大華", "", "", "x@y.com"), person("王小明", "", "0912345678", ""), person("陳怡君", "", "", "x@y.com")}
	for i := range all {
		all[i].ID = crm.ID{15: byte(i + 1)}
	}
	pairs, err := Pairs(context.Background(), all)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, p := range pairs {
		got += fmt.Sprintf("%d-%d:%s ", p.A[15], p.B[15], band(p.Score))
	}
	if want := "1-3:same 2-4:ask "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Pairs(ctx, all); err == nil {
		t.Error("a cancelled search gave an answer")
	}
}

func TestSimilarity(t *testing.T) {
	cases := []struct {
		a, b     string
		from, to float64
	}{{"martha", "marhta", 0.96, 0.97}, {"dixon", "dicksonx", 0.81, 0.82}, {"abc", "abc", 1, 1}, {"abc", "xyz", 0, 0}, {"", "abc", 0, 0}, {"王小明", "王小朋", 0.8, 0.9}}
	for _, c := range cases {
		if got := similarity(c.a, c.b); got < c.from || got > c.to {
			t.Errorf("%q, %q: %.3f, want %.2f to %.2f", c.a, c.b, got, c.from, c.to)
		}
	}
}

func FuzzSimilarity(f *testing.F) {
	f.Add("martha", "marhta")
	f.Add("王小明", "\xff\xfe")
	f.Fuzz(func(t *testing.T, a, b string) {
		s := similarity(a, b)
		if s < 0 || s > 1.0000001 {
			t.Fatalf("%q, %q: %v", a, b, s)
		}
	})
}

func manyPeople(n int) []crm.Contact {
	surnames, given := []rune("陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高"), []rune("怡君志豪雅婷俊宏淑芬建美玲家佳穎宗翰詩涵冠宇雯承欣柏惠文明華秀英麗珍玉國榮金水春偉哲彥廷宜")
	out := make([]crm.Contact, n)
	for i := range out {
		name := string([]rune{surnames[i*31%len(surnames)], given[i*17%len(given)], given[i/7*29%len(given)]})
		out[i] = person(name, fmt.Sprintf("公司%d", i/8), fmt.Sprintf("09%08d", i*331%99999999), fmt.Sprintf("user%d@example.com", i))
		out[i].ID = crm.ID{12: byte(i >> 24), 13: byte(i >> 16), 14: byte(i >> 8), 15: byte(i)}
	}
	return out
}

func BenchmarkPairs(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		people := manyPeople(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Pairs(context.Background(), people); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
