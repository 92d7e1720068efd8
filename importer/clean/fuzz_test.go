package clean

import (
	"strings"
	"testing"
	"unicode"

	"regulars/store/crm"
)

// alnum is what may not be lost: the letters and digits of a text in the form in which cleaning writes them, sorted away from their order.
func alnum(s string) map[rune]int {
	counts := map[rune]int{}
	for _, r := range Text(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			counts[r]++
		}
	}
	return counts
}

// missing are the letters and digits of the input that no output holds.
func missing(in string, outputs ...string) string {
	have := alnum(strings.Join(outputs, " "))
	var lost strings.Builder
	for r, n := range alnum(in) {
		if have[r] < n {
			lost.WriteRune(r)
		}
	}
	return lost.String()
}

func nameTexts(n crm.Name) []string {
	parts := []string{n.Full, n.Prefix, n.Family, n.Given, n.Middle, n.Suffix, n.Salutation, n.Nickname, n.Reading, n.ReadFamily, n.ReadGiven}
	if n.Full != "" {
		parts = []string{n.Full, n.Salutation, n.Nickname, n.Prefix, n.Suffix}
	}
	return append(parts, n.Alt...)
}

func someoneTexts(s Someone) []string {
	return append(append(nameTexts(s.Name), s.Others...), s.JobTitle, s.Rest)
}

func FuzzPerson(f *testing.F) {
	for _, s := range []string{"歐陽修", "WANG, Hsiao-Ming", "Dr. John Smith Jr.", "李美麗 (Mary Lee)", "王小明、李大華", "陳Jason", "김철수", "Robert \"Bob\" Smith", "林經理", "a@b.com", "Acme Corp., Taipei", "van der Berg, Jan", "(x", "安藤 ロイド 1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Person(s)
		if noName(Text(s)) {
			return
		}
		if lost := missing(s, someoneTexts(got)...); lost != "" {
			t.Errorf("%q lost %q: %s", s, lost, writeSomeone(got))
		}
	})
}

func FuzzNameParts(f *testing.F) {
	f.Add("王小明", "王", "小明", "", "先生")
	f.Add("Mr. John Doe", "Doe", "John", "Q", "Mr.")
	f.Add("", "陳", "小姐", "", "")
	f.Fuzz(func(t *testing.T, full, family, given, middle, prefix string) {
		c := NameColumns{Full: full, Family: family, Given: given, Middle: middle, Prefix: prefix}
		got := NameParts(c)
		texts := append(someoneTexts(got), got.Name.Family, got.Name.Given, got.Name.Middle)
		for i := range texts {
			texts[i] = strings.ToLower(texts[i])
		}
		for _, in := range []string{full, family, given, middle, prefix} {
			if lost := missing(strings.ToLower(in), texts...); lost != "" && !noName(Text(in)) && !noName(in) {
				t.Errorf("%q lost %q: %s", in, lost, writeSomeone(got))
			}
		}
	})
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if isDigit(r) {
			return r
		}
		return -1
	}, half(Text(s)))
}

func FuzzPhones(f *testing.F) {
	for _, s := range []string{"(02)2345-6789#123", "02-23456789~91", "TEL:02-23456789 FAX:02-23456780", "(公)02-23456789 (宅)03-1234567", "0912-345-678(王太太)", "+886-(0)2-2345-6789", "1-800-FLOWERS", "9.12346E+08", "tel:+1;ext=5"} {
		f.Add(s, "", "TW", true)
	}
	f.Add("912345678", "912345678", "TW", false)
	f.Fuzz(func(t *testing.T, s, raw, country string, evidence bool) {
		phones, rest, _ := Phones(Cell{Text: s, Raw: raw}, "", Place{Country: country, Evidence: evidence})
		if Nothing(s) || raw != "" || decimalZero.MatchString(Text(s)) {
			return
		}
		texts := []string{rest}
		for _, p := range phones {
			texts = append(texts, p.Text, p.Note)
			if p.Number != "" && (len(p.Number) < 8 || len(p.Number) > 16 || p.Number[0] != '+') {
				t.Errorf("%q became the number %q", s, p.Number)
			}
		}
		if lost := missing(digitsOf(s), digitsOf(strings.Join(texts, " "))); lost != "" {
			t.Errorf("%q lost %q: %s, rest %q", s, lost, writePhones(phones), rest)
		}
	})
}

func FuzzEmails(f *testing.F) {
	for _, s := range []string{"a@b.com; c@d.com", "Wang <a@b.com>", "mailto:a@b.com?subject=x", "a@b.com ::: c@d.com", "a＠b．com", `"Wang, Mary" <m@b.com>`, "E-mail: a@b.com", "a b@c.com"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		emails, rest, _ := Emails(s)
		texts := []string{rest}
		for _, e := range emails {
			if !validEmail(e.Address) {
				t.Errorf("%q gave the address %q", s, e.Address)
			}
			texts = append(texts, e.Address)
		}
		if Nothing(s) {
			return
		}
		for r := range alnum(s) {
			if !strings.ContainsRune(strings.ToLower(half(strings.Join(texts, " ")+"mailtoeE-mail電子郵件信箱電郵郵箱邮箱")), unicode.ToLower(halfRune(r))) && !strings.ContainsRune(strings.Join(texts, ""), r) {
				t.Errorf("%q lost %q: %q, rest %q", s, r, texts, rest)
			}
		}
	})
}

func FuzzAddresses(f *testing.F) {
	for _, s := range []string{"106台北市大安區羅斯福路四段1號", "[106]臺北市大安區", "台灣 110 台北市信義區信義路五段7號", "上海市浦东新区 200120", "〒150-0002 東京都渋谷区", "21222 Köln", "台北市大安區\n(公司)", "123 Maple St, Springfield, IL, USA"} {
		f.Add(s, "", "", "TW")
	}
	f.Add("Alte Str. 32", "Dessau", "6779", "DE")
	f.Fuzz(func(t *testing.T, street, city, postal, country string) {
		addresses, rest, _ := Addresses(AddressParts{Street: street, City: city, Postal: Typed(postal), Country: country}, anywhere)
		texts := []string{rest}
		for _, a := range addresses {
			texts = append(texts, a.Text, a.Postal, a.CountryText)
		}
		for _, in := range []string{street, city, postal, country} {
			label, _, labeled := cutLabel(Text(in))
			if lost := missing(in, texts...); lost != "" && !Nothing(in) && !labeled && label == "" && !hasLabelRemark(in) {
				if code := CountryCode(country); code != "" && code == CountryCode(lost) || in == street && countryStarts.MatchString(Text(in)) {
					continue // the column says the country already
				}
				t.Errorf("%q lost %q: %s, rest %q", in, lost, writeAddresses(addresses), rest)
			}
		}
	})
}

// hasLabelRemark reports an address with a label behind it, which became its kind.
func hasLabelRemark(s string) bool {
	for _, piece := range severalAddresses(Text(s)) {
		_, remark := cutRemark(piece)
		if _, ok := addressLabels[remark]; ok {
			return true
		}
	}
	return false
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"民國110/3/5", "110年3月5日", "1100305", "99/3/5", "民國前1年", "44260.5", "3/5/2021", "--0305", "令和元年3月5日", "2021/3/5 下午 3:05:00", "5. März 1972", "二〇二一年十二月三十日", "19960415T231000"} {
		f.Add(s, uint8(0), uint8(0), uint8(0))
	}
	f.Fuzz(func(t *testing.T, s string, role, order, roc uint8) {
		d := Date(Typed(s), Role(role%2), DateHints{Order: DayOrder(order % 3), ROC: Answer(roc % 3)})
		if d.Date != 0 && !d.Date.Valid() {
			t.Errorf("%q gave the date %d", s, d.Date)
		}
		if d.Minute < 0 || d.Minute >= 1440 {
			t.Errorf("%q gave the minute %d", s, d.Minute)
		}
		for _, x := range d.Ask {
			if !x.Valid() {
				t.Errorf("%q asks for %d", s, x)
			}
		}
		if d.Date == 0 && d.Rest != Text(s) && !Nothing(s) && !isNoDate(asciiDate(Text(s))) {
			t.Errorf("%q was lost: %+v", s, d)
		}
	})
}

func FuzzTaxID(f *testing.F) {
	f.Add("統編:04595257", "")
	f.Add("4595257", "4595257")
	f.Fuzz(func(t *testing.T, s, raw string) {
		id, notes := TaxID(Cell{Text: s, Raw: raw})
		if level, _ := Worst(notes); id == "" && level != Problem && !Nothing(s) {
			t.Errorf("%q was lost without a word", s)
		}
	})
}

func FuzzText(f *testing.F) {
	f.Add("ａ＠ｂ．com\u200b")
	f.Fuzz(func(t *testing.T, s string) {
		once := Text(s)
		Company(s)
		AddressKey(s)
		Sensitive(s)
		if again := Text(once); again != once && unquoteExcel(once) == once && again != strings.TrimSpace(again) {
			t.Errorf("%q is not clean after cleaning: %q", s, again)
		}
	})
}
