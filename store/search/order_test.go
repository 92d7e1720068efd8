package search_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"regulars/store/crm"
	"regulars/store/search"
)

// names makes persons of names whose surname stands before a slash, and companies of the rest.
func contactsNamed(list string) []crm.Contact {
	var out []crm.Contact
	for _, n := range strings.Fields(list) {
		n = strings.ReplaceAll(n, "_", " ")
		if family, given, ok := strings.Cut(n, "/"); ok {
			out = append(out, person(family, given))
		} else {
			out = append(out, company(n))
		}
	}
	return numbered(out...)
}

func titles(list []crm.Contact) string {
	var out []string
	for i := range list {
		out = append(out, strings.ReplaceAll(list[i].Title(), " ", "_"))
	}
	return strings.Join(out, " ")
}

// orderCases are names in the order that each order must bring them into. Equal strokes go by radical: 單 (口) 曾 (曰) 黃.
var orderCases = map[search.Order]string{
	search.ByStroke: "丁/一 丁/大同 王/大明 王/小明 王/美玲 石/小明 江/一 林/一 林/小明 邱/一 施/一 范/一 徐/一 陳/一 陳/小明 " +
		"單/一 曾/一 黃/一 葉/一 趙/一 歐/一 歐陽/一 歐陽/靜宜 蔡/一 鄭/一 賴/一 薛/一 謝/一 魏/一 羅/一 蘇/一 さくら/花子 Chen/Amy Wang/Mary 3M",
	search.ByZhuyin: "白/一 潘/一 万俟/一 毛/一 方/一 丁/一 佟/一 呂/一 葛/一 柯/一 黃/一 紀/一 邱/一 仇/一 解/一 謝/一 許/一 查/一 張/一 陳/一 石/一 " +
		"單/一 任/一 曾/一 曹/一 蘇/一 歐/一 歐陽/靜宜 歐陽/一 葉/一 王/美玲 王/小明 尉遲/一 樂/一 Chen/Amy",
	search.ByPinyin: "安/一 白/一 陳/一 丁/一 葛/一 黃/一 賴/一 呂/一 万俟/一 歐/一 歐陽/靜宜 歐陽/一 潘/一 邱/一 仇/一 任/一 單/一 石/一 王/美玲 王/小明 " +
		"解/一 謝/一 葉/一 尉遲/一 樂/一 曾/一 查/一 張/一 Wang/Mary 7-Eleven",
}

func TestOrdersOfNames(t *testing.T) {
	for o, want := range orderCases {
		sorted := contactsNamed(want)
		list := slices.Clone(sorted)
		r := rand.New(rand.NewPCG(7, 7))
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		x := search.BuildFrom(list)
		search.Sort(list, o)
		if got := titles(list); got != titles(sorted) {
			t.Errorf("%s: got\n%s, want\n%s", o, got, titles(sorted))
		}
		slices.SortFunc(list, func(a, b crm.Contact) int { return search.Compare(o.Reverse())(&a, &b) })
		slices.Reverse(list)
		if got := titles(list); got != titles(sorted) {
			t.Errorf("%s by Compare, backwards: got\n%s", o, got)
		}
		ids := x.Find(search.Query{}, o, 0, -1).IDs
		for i, c := range sorted {
			if ids[i] != c.ID {
				t.Errorf("%s: the index has %v at place %d, want %s", o, ids[i], i, c.Title())
				break
			}
		}
	}
}

// A name that is not taken apart sorts beside those that are; blanks and signs in it do not count.
func TestOrderOfNamesInOnePiece(t *testing.T) {
	list := numbered(
		crm.Contact{Kind: crm.Person, Name: crm.Name{Full: "曾樂樂"}},
		crm.Contact{Kind: crm.Person, Name: crm.Name{Full: "歐陽 明"}},
		person("張", "大明"), person("曾", "大明"), person("歐陽", "大"), person("歐", "陽明"), crm.Contact{Kind: crm.Person},
		crm.Contact{Kind: crm.Person, Emails: []crm.Email{{Address: "a@example.org"}}})
	search.Sort(list, search.ByZhuyin)
	if got, want := titles(list), "張大明 曾大明 曾樂樂 歐陽明 歐陽_明 歐陽大 a@example.org "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestOrderByCompanyAndTouch(t *testing.T) {
	at := func(c crm.Contact, firm string, touch crm.Date) crm.Contact {
		if firm != "" {
			c.Positions = []crm.Position{{CompanyName: firm}}
		}
		c.LastTouch = touch
		return c
	}
	list := numbered(at(person("林", "一"), "大同公司", 20250101), at(person("丁", "一"), "", 0), at(person("王", "二"), "大同公司", 20260101),
		at(company("大同公司"), "", 0), at(person("王", "一"), "一元公司", 20260101))
	search.Sort(list, search.ByCompany)
	if got, want := titles(list), "王一 大同公司 王二 林一 丁一"; got != want {
		t.Errorf("by company: got %s, want %s", got, want)
	}
	search.Sort(list, search.ByLastTouch)
	if got, want := titles(list), "王一 王二 林一 丁一 大同公司"; got != want {
		t.Errorf("by last touch: got %s, want %s", got, want)
	}
}

func TestEqualNamesGoByAge(t *testing.T) {
	list := numbered(person("王", "小明"), person("王", "小明"), person("王", "小明"))
	slices.Reverse(list)
	search.Sort(list, search.ByStroke)
	for i := range list {
		if list[i].ID != idOf(i+1) {
			t.Errorf("place %d has %v", i, list[i].ID)
		}
	}
}

func TestParseOrder(t *testing.T) {
	cases := []struct {
		word string
		want search.Order
		ok   bool
	}{
		{"", search.ByName, true}, {"stroke", search.ByStroke, true}, {"-last-touch", "-last-touch", true}, {"relevance", search.ByRelevance, true},
		{"age", "age", false}, {"--name", "--name", false}, {"-", "-", false},
	}
	for _, c := range cases {
		if got, ok := search.ParseOrder(c.word); got != c.want || ok != c.ok {
			t.Errorf("%q: got %q, %v; want %q, %v", c.word, got, ok, c.want, c.ok)
		}
	}
	if o := search.ByPinyin.Reverse(); !o.Reversed() || o.Reverse() != search.ByPinyin {
		t.Errorf("reversed order %q", o)
	}
	for tag, want := range map[string]search.Order{"zh-Hant": search.ByStroke, "zh-Hant-TW": search.ByStroke, "zh-TW": search.ByStroke, "en": search.ByPinyin, "zh-Hans": search.ByPinyin} {
		if got := search.NameOrder(tag); got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
}
