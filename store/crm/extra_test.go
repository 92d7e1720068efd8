package crm_test

import (
	"reflect"
	"strings"
	"testing"

	"regulars/store/crm"
)

// rich has something in every field that a card keeps.
func rich() crm.Contact {
	c := crm.Contact{
		Kind: crm.Person, Name: crm.Name{Family: "歐陽", Given: "靜宜", Salutation: "小姐", Reading: "ㄡ ㄧㄤˊ", Alt: []string{"Jenny"}, Order: crm.OrderFamilyFirst}, Gender: "f",
		Positions: []crm.Position{{CompanyName: "舊公司", To: 20200101}, {CompanyName: "靜宜食品", Title: "廠務", From: 20200102}, {CompanyName: "基金會", Title: "董事"}},
		Phones:    []crm.Phone{{Kind: crm.PhoneWork, Text: "02-27001234 #12", Number: "+886227001234", Ext: "12", Note: "上午"}, {Kind: crm.PhoneFax, Text: "02-27001235"}},
		Emails:    []crm.Email{{Kind: crm.KindWork, Address: "a@example.com", Bounced: true}},
		Addresses: []crm.Address{{Kind: crm.KindWork, Country: "TW", Postal: "105", City: "台北市", Street: "南京東路1號", Text: "台北市南京東路1號", Returned: 20260101}},
		Links:     []crm.Link{{Kind: crm.LinkIM, Value: "jenny"}}, TaxID: "12345675", Roles: []string{"customer"}, Language: "zh-Hant",
		Dates:    []crm.SpecialDate{{Kind: crm.DateBirthday, Date: 305, Lunar: true, Text: "農曆三月初五"}, {Label: "開幕", Date: 20200101}},
		Consents: []crm.Consent{{Channel: crm.ByEmail, Allowed: true, Date: 20240101, Source: "表單"}, {Channel: crm.ByPost}}, Preferred: crm.Preferred{Channel: crm.ByPost, Date: 20240101, Source: "電話"},
		Sources: []crm.Source{{Name: "展覽", Date: 20230101, Note: "世貿"}}, ReferrerName: "王大同", Tags: []string{"甲;乙", "VIP"},
		Preferences: []crm.Preference{{Label: "茶", Value: "烏龍"}}, External: []crm.ExternalID{{System: "erp", Value: "7"}}, LastVerified: 20250101, CardDate: 20230101, LastTouch: 20260101,
	}
	c.SetCustom("車號", "AB-1234")
	return c
}

// standard is what is left of a contact on a card without extras.
func standard(c crm.Contact) crm.Contact {
	main := c.Current()
	out := crm.Contact{Kind: c.Kind, Name: crm.Name{Family: c.Name.Family, Given: c.Name.Given}, Positions: []crm.Position{{CompanyName: main.CompanyName, Title: main.Title}}, Tags: []string{"甲", "乙", "VIP"}}
	for _, p := range c.Phones {
		out.Phones = append(out.Phones, crm.Phone{Kind: p.Kind, Text: p.Text})
	}
	out.Emails = []crm.Email{{Kind: crm.KindWork, Address: c.Emails[0].Address}}
	out.Addresses = []crm.Address{{Kind: crm.KindWork, Postal: "105", Text: "台北市 南京東路1號"}}
	out.Links = []crm.Link{{Kind: crm.LinkWeb, Value: "jenny"}}
	out.Dates = []crm.SpecialDate{{Kind: crm.DateBirthday, Date: 305}}
	return out
}

func TestExtrasPutEverythingBack(t *testing.T) {
	want := rich()
	got := standard(want)
	for _, e := range want.Extras() {
		if !got.TakeExtra(e) {
			t.Errorf("%s %q was not taken", e.Name, e.Values)
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
}

func TestExtrasLeaveWhatAnotherProgramChanged(t *testing.T) {
	c := rich()
	extras := c.Extras()
	got := standard(c)
	got.Name = crm.Name{Family: "陳", Given: "大文"}
	got.Phones[0].Text = "02-99999999"
	got.Positions[0].CompanyName = "新公司"
	got.Addresses[0].Text = "高雄市三多路2號"
	got.Dates[0].Date = 406
	got.Tags = []string{"新"}
	for _, e := range extras {
		got.TakeExtra(e)
	}
	if got.Name.Family != "陳" || got.Phones[0].Text != "02-99999999" || got.Positions[0].CompanyName != "新公司" || got.Addresses[0].Text != "高雄市三多路2號" || got.Dates[0].Date != 406 || got.Tags[0] != "新" {
		t.Errorf("%+v", got)
	}
}

func TestAnOrdinaryContactHasFewExtras(t *testing.T) {
	c := crm.Contact{Kind: crm.Person, Name: crm.Name{Family: "王", Given: "小明"}, Positions: []crm.Position{{CompanyName: "大同", Title: "經理"}},
		Emails: []crm.Email{{Kind: crm.KindWork, Address: "a@example.com"}}, Links: []crm.Link{{Kind: crm.LinkWeb, Value: "example.com"}}, Dates: []crm.SpecialDate{{Kind: crm.DateBirthday, Date: 305}}}
	var names []string
	for _, e := range c.Extras() {
		names = append(names, e.Name)
	}
	if got := strings.Join(names, " "); got != "NAME" {
		t.Errorf("extras %s", got)
	}
}

func FuzzTakeExtra(f *testing.F) {
	c := rich()
	for _, e := range c.Extras() {
		f.Add(e.Name, strings.Join(e.Values, ";"))
	}
	f.Fuzz(func(t *testing.T, name, values string) {
		got := rich()
		got.TakeExtra(crm.Extra{Name: name, Values: strings.Split(values, ";")})
		if got.Title() == "" {
			t.Errorf("%s %q took the name away", name, values)
		}
		got.Extras()
	})
}
