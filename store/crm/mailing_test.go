package crm_test

import (
	"strings"
	"testing"

	"regulars/store/crm"
)

func worker(name crm.Name, company, title string, a crm.Address) crm.Contact {
	return crm.Contact{Kind: crm.Person, Name: name, Positions: []crm.Position{{CompanyName: company, Title: title}}, Addresses: []crm.Address{a}}
}

func taipei() crm.Address {
	return crm.Address{Kind: crm.KindWork, Country: "TW", Postal: "105405", Text: "台北市松山區南京東路四段1號12樓"}
}

func blockOf(to crm.MailTo) string {
	var lines []string
	for _, l := range to.Lines() {
		lines = append(lines, l.Text)
	}
	return strings.Join(lines, "|")
}

func TestMailLines(t *testing.T) {
	sima := crm.Name{Family: "司馬", Given: "懷遠"}
	company := crm.Contact{Kind: crm.Company, Name: crm.Name{Full: "靜宜食品股份有限公司"}, Addresses: []crm.Address{taipei()}}
	home := worker(sima, "遠達國際", "業務專員", crm.Address{Kind: crm.KindHome, Country: "TW", Postal: "106", Text: "台北市大安區信義路三段1號"})
	cases := []struct {
		name  string
		c     crm.Contact
		style crm.MailStyle
		want  string
	}{
		{"taiwanese", worker(sima, "遠達國際", "經理", taipei()), crm.MailStyle{}, "105405|台北市松山區南京東路四段1號12樓|遠達國際|司馬懷遠 經理 台啟"},
		{"title inside", worker(crm.Name{Family: "林", Given: "國泰"}, "師大附中", "校長", taipei()), crm.MailStyle{TitleInside: true}, "105405|台北市松山區南京東路四段1號12樓|師大附中|林校長國泰 道啟"},
		{"head of a firm", worker(sima, "遠達國際", "總經理／創辦人", taipei()), crm.MailStyle{}, "105405|台北市松山區南京東路四段1號12樓|遠達國際|司馬懷遠 總經理 鈞啟"},
		{"opening chosen", worker(sima, "遠達國際", "經理", taipei()), crm.MailStyle{Opening: crm.OpeningPlain}, "105405|台北市松山區南京東路四段1號12樓|遠達國際|司馬懷遠 經理 收"},
		{"no opening", worker(sima, "遠達國際", "經理", taipei()), crm.MailStyle{Opening: crm.OpeningNone}, "105405|台北市松山區南京東路四段1號12樓|遠達國際|司馬懷遠 經理"},
		{"a title that is no address", worker(sima, "遠達國際", "廠務", taipei()), crm.MailStyle{}, "105405|台北市松山區南京東路四段1號12樓|遠達國際|廠務|司馬懷遠 君 台啟"},
		{"company", company, crm.MailStyle{}, "105405|台北市松山區南京東路四段1號12樓|靜宜食品股份有限公司 收"},
		{"couple", home, crm.MailStyle{Joint: crm.JointCouple}, "106|台北市大安區信義路三段1號|司馬懷遠 賢伉儷"},
		{"family", home, crm.MailStyle{Joint: crm.JointFamily}, "106|台北市大安區信義路三段1號|司馬懷遠 闔家"},
		{"japanese from Taiwan", worker(crm.Name{Family: "高橋", Given: "健"}, "株式会社サンプル", "課長", crm.Address{Kind: crm.KindWork, Country: "JP", Postal: "100-0005", Text: "東京都千代田区丸の内1-9-1"}),
			crm.MailStyle{}, "〒100-0005|東京都千代田区丸の内1-9-1|株式会社サンプル|課長|高橋健 様|JAPAN"},
		{"american from Taiwan", worker(crm.Name{Family: "Smith", Given: "John", Salutation: "Mr."}, "Acme Inc.", "Sales Manager",
			crm.Address{Kind: crm.KindWork, Country: "US", Postal: "94107", City: "San Francisco", Region: "CA", Street: "1 Main Street", Text: "1 Main Street, San Francisco"}),
			crm.MailStyle{}, "Mr. John Smith|Sales Manager|Acme Inc.|1 Main Street|San Francisco, CA 94107|UNITED STATES"},
		{"american at home", worker(crm.Name{Family: "Smith", Given: "John"}, "", "", crm.Address{Kind: crm.KindWork, Country: "US", Postal: "94107", City: "San Francisco", Street: "1 Main Street", Text: "1 Main Street, San Francisco"}),
			crm.MailStyle{From: "US"}, "John Smith|1 Main Street|San Francisco, 94107"},
		{"german", worker(crm.Name{Prefix: "Dr.", Family: "Krüger", Given: "Jörg"}, "Krüger GmbH", "", crm.Address{Kind: crm.KindWork, Country: "DE", Postal: "10115", City: "Berlin", Street: "Chausseestr. 5", Text: "Chausseestr. 5, Berlin"}),
			crm.MailStyle{}, "Dr. Jörg Krüger|Krüger GmbH|Chausseestr. 5|10115 Berlin|GERMANY"},
		{"hong kong in English", worker(crm.Name{Family: "Chan", Given: "Mary", Salutation: "Ms."}, "Peak Ltd.", "", crm.Address{Kind: crm.KindWork, Country: "HK", City: "Central", Street: "8 Queen's Road", Text: "8 Queen's Road, Central"}),
			crm.MailStyle{}, "Ms. Mary Chan|Peak Ltd.|8 Queen's Road|Central|HONG KONG"},
		{"text with postal code", worker(crm.Name{Family: "Lee", Given: "Ann"}, "", "", crm.Address{Kind: crm.KindWork, Country: "TW", Postal: "105", Text: "No. 1, Sec. 4, Nanjing E. Rd.,\nTaipei City"}),
			crm.MailStyle{}, "Ann Lee|No. 1, Sec. 4, Nanjing E. Rd.|Taipei City 105"},
	}
	for _, c := range cases {
		to, ok := c.style.Mail(&c.c)
		if got := blockOf(to); got != c.want || !ok {
			t.Errorf("%s: %s\nwant %s (usable %t)", c.name, got, c.want, ok)
		}
	}
}

func TestAddressOnOneLine(t *testing.T) {
	cases := []struct {
		name string
		a    crm.Address
		want string
	}{
		{"Taiwan", crm.Address{Country: "TW", Postal: "104", Text: "台北市中山區中山北路三段22號"}, "104 台北市中山區中山北路三段22號"},
		{"Taiwan in parts", crm.Address{Country: "TW", Postal: "104", City: "台北市", District: "中山區", Street: "中山北路三段22號"}, "104 台北市中山區中山北路三段22號"},
		{"without a code", crm.Address{Text: "台中市沙鹿區中山路100號"}, "台中市沙鹿區中山路100號"},
		{"Japan", crm.Address{Country: "JP", Postal: "100-0005", Text: "東京都千代田区丸の内1-1"}, "〒100-0005 東京都千代田区丸の内1-1"},
		{"United States in parts", crm.Address{Country: "US", Postal: "94107", Street: "113 Brannan Street", City: "San Francisco", Region: "CA"}, "113 Brannan Street, San Francisco, CA 94107"},
		{"United States as text", crm.Address{Country: "US", Postal: "94107", Text: "113 Brannan Street\nSan Francisco, CA"}, "113 Brannan Street, San Francisco, CA 94107"},
		{"the code is in the text", crm.Address{Country: "US", Postal: "94107", Text: "113 Brannan Street, San Francisco, CA 94107"}, "113 Brannan Street, San Francisco, CA 94107"},
		{"Germany", crm.Address{Country: "DE", Postal: "50667", Street: "Domkloster 4", City: "Köln"}, "Domkloster 4, 50667 Köln"},
		{"Taiwan in English", crm.Address{Country: "TW", Postal: "105", Text: "3F., No. 8, Nanjing E. Rd., Taipei"}, "3F., No. 8, Nanjing E. Rd., Taipei 105"},
		{"nothing", crm.Address{}, ""},
	}
	for _, c := range cases {
		if got := c.a.OneLine(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestMailPrefersTheRightAddress(t *testing.T) {
	at := func(kind string, returned crm.Date) crm.Address {
		return crm.Address{Kind: kind, Country: "TW", Text: kind, Returned: returned}
	}
	cases := []struct {
		name      string
		addresses []crm.Address
		style     crm.MailStyle
		want      string
		ok        bool
	}{
		{"work first", []crm.Address{at("home", 0), at("work", 0)}, crm.MailStyle{}, "work", true},
		{"home asked for", []crm.Address{at("work", 0), at("home", 0)}, crm.MailStyle{Home: true}, "home", true},
		{"home for couples", []crm.Address{at("work", 0), at("home", 0)}, crm.MailStyle{Joint: crm.JointCouple}, "home", true},
		{"mail came back", []crm.Address{at("work", 20260101), at("home", 0)}, crm.MailStyle{}, "home", true},
		{"nothing left", []crm.Address{at("work", 20260101)}, crm.MailStyle{}, "", false},
		{"none", nil, crm.MailStyle{}, "", false},
	}
	for _, c := range cases {
		to, ok := c.style.Mail(&crm.Contact{Kind: crm.Person, Name: crm.Name{Full: "王"}, Addresses: c.addresses})
		if got := strings.Join(to.Address, ""); got != c.want || ok != c.ok {
			t.Errorf("%s: %q %t, want %q %t", c.name, got, ok, c.want, c.ok)
		}
	}
}

func TestSalutationIsNeverGuessed(t *testing.T) {
	for _, c := range []struct{ name, salutation, gender, want string }{
		{"as typed", "小姐", "", "王小明 小姐 惠啟"}, {"by gender", "", "m", "王小明 先生 台啟"}, {"a lady", "", "f", "王小明 女士 惠啟"}, {"not known", "", "", "王小明 君 台啟"},
		{"from English", "Mr.", "", "王小明 先生 台啟"},
	} {
		contact := crm.Contact{Kind: crm.Person, Name: crm.Name{Family: "王", Given: "小明", Salutation: c.salutation}, Gender: c.gender, Addresses: []crm.Address{taipei()}}
		to, _ := crm.MailStyle{}.Mail(&contact)
		if got := to.NameLine(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestNobodyIsAskedToOpenWithRespect(t *testing.T) {
	if got := crm.ParseOpening("敬啟"); got != crm.OpeningByRelation {
		t.Errorf("敬啟 became %q", got)
	}
	if got := crm.ParseOpening(" 鈞啟 "); got != crm.OpeningSuperior {
		t.Errorf("鈞啟 became %q", got)
	}
}

func TestGreeting(t *testing.T) {
	wang := crm.Contact{Kind: crm.Person, Name: crm.Name{Family: "王", Given: "小明"}, Gender: "m"}
	manager := wang
	manager.Positions = []crm.Position{{Title: "經理"}}
	smith := crm.Contact{Kind: crm.Person, Name: crm.Name{Family: "Smith", Given: "John", Salutation: "Mr."}}
	mary := crm.Contact{Kind: crm.Person, Name: crm.Name{Family: "Wang", Given: "Mary"}}
	firm := crm.Contact{Kind: crm.Company, Name: crm.Name{Full: "靜宜食品"}}
	for _, c := range []struct {
		name     string
		c        crm.Contact
		language string
		style    crm.MailStyle
		want     string
	}{
		{"chinese", wang, "zh-Hant", crm.MailStyle{}, "王小明 先生 您好："}, {"title", manager, "zh-Hant", crm.MailStyle{}, "王經理 您好："},
		{"couple", wang, "zh-Hant", crm.MailStyle{Joint: crm.JointCouple}, "王小明 賢伉儷 雅鑒："}, {"company", firm, "zh-Hant", crm.MailStyle{}, "靜宜食品 台鑒："},
		{"english", smith, "en", crm.MailStyle{}, "Dear Mr. Smith,"}, {"english, not known", mary, "en", crm.MailStyle{}, "Dear Mary Wang,"},
		{"english company", firm, "en", crm.MailStyle{}, "Dear Sir or Madam,"}, {"no language", mary, "", crm.MailStyle{}, "Dear Mary Wang,"},
		{"english couple", smith, "en", crm.MailStyle{Joint: crm.JointCouple}, "Dear Mr. and Mrs. Smith,"},
	} {
		if got := c.style.Greeting(&c.c, c.language); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestPostalDigits(t *testing.T) {
	for in, want := range map[string]string{"105405": "105405", "〒100-0005": "1000005", "SW1A 1AA": "11", "": "", "123456789": "1234567"} {
		if got := (crm.MailTo{Postal: in}).PostalDigits(); got != want {
			t.Errorf("%q has the digits %q, want %q", in, got, want)
		}
	}
}
