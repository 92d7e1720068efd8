package mapping

import (
	"strings"
	"testing"

	"regulars/assets/locale"
	"regulars/store/crm"
)

// inputs makes columns of headers, divided by |, and of rows of values, divided likewise.
func inputs(headers string, rows ...string) []Input {
	var out []Input
	for _, h := range strings.Split(headers, "|") {
		out = append(out, Input{Header: h, Name: h})
	}
	for _, r := range rows {
		for i, v := range strings.Split(r, "|") {
			if v != "" && i < len(out) {
				out[i].Values = append(out[i].Values, v)
			}
		}
	}
	return out
}

// fields are the fields of a mapping; custom fields that are called like their column are written as *.
func fields(m Mapping) string {
	var out []string
	for _, c := range m.Columns {
		f := c.Field
		if f == crm.CustomPrefix+c.Header {
			f = "*"
		}
		out = append(out, f)
	}
	return strings.Join(out, "|")
}

func TestHeaders(t *testing.T) {
	cases := []struct{ header, want string }{
		{"姓名", "name"}, {"＊姓名", "name"}, {"姓名(必填)", "name"}, {"姓 名", "name"}, {"公司\n名稱", "company"}, {"ＴＥＬ", "phone"}, {"E-MAIL", "email"}, {"e mail", "email"},
		{"手機號碼", "phone.mobile"}, {"公司電話2", "phone.work"}, {"商務 - 街", "address.work.street"}, {"住家所在郵遞區號", "address.home.postal"}, {"Business Postal Code", "address.work.postal"},
		{"Straße geschäftlich", "address.work.street"}, {"Rue (bureau)", "address.work.street"}, {"番地 (自宅)", "address.home.street"}, {"우편 번호(회사)", "address.work.postal"},
		{"Stra\uFFFDe gesch\uFFFDftlich", "address.work.street"}, {"Telefon f\uFFFDr H\uFFFDrbehinderte", "phone.other"}, {"統編", "tax_id"}, {"生年月日", "birthday"}, {"客戶電話", "phone"}, {"聯絡人手機", "phone.mobile"},
		{"Phone 2 - Value", "phone.2.value"}, {"E-mail 1 - Label", "email.1.kind"}, {"Organization 1 - Name", "position.1.company"}, {"Organization 1 - Type", "custom.Organization 1 - Type"},
		{"first_name", "name.given"}, {"LastName", "name.family"}, {"聯絡電話（日）", ""}, {"", ""}, {"天氣", ""}, {"Assistant's Phone", ""}, {"緊急聯絡人電話", ""},
	}
	d := theDictionary()
	for _, c := range cases {
		t.Run(c.header, func(t *testing.T) {
			g := d.guessHeader(Input{Header: c.header, Name: c.header})
			if c.want == "" && g.sure >= 0.6 || c.want != "" && g.field != c.want {
				t.Errorf("got %q (%.2f), want %q", g.field, g.sure, c.want)
			}
		})
	}
}

func TestPropose(t *testing.T) {
	cases := []struct {
		name, headers string
		rows          []string
		want, preset  string
	}{
		{"Chinese list", "姓名|公司名稱|手機|備註", []string{"王小明|大同公司|0912345678|老客戶"}, "name|company|phone.mobile|notes", ""},
		{"Name beside Vorname is the family name", "Anrede|Vorname|Name|Email", []string{"Herr|Theo|Heineman|a@b.de"}, "salutation|name.given|name.family|email", ""},
		{"Nom beside Prénom", "Prénom|Nom|Société", []string{"François|Lefèvre|Vignobles", "Jean|Le Floc'h|Chantiers", "Gaëlle|Mercier|Pâtisserie"}, "name.given|name.family|company", ""},
		{"Name that repeats the given name is the whole", "First Name|Name", []string{"John|John Doe", "Jane|Jane Doe"}, "name.given|name", ""},
		{"name beside last_name", "name|last_name", []string{"João|Silva"}, "name.given|name.family", ""},
		{"companies under 姓名", "姓名|联系人|手机号", []string{"大通互惠集团|李丽|15896968585", "亚讯制造有限公司|刘熊|13598552222"}, "company|name|phone.mobile", ""},
		{"title with honorifics", "Name|Title", []string{"John Doe|Mr", "Jane Doe|Mrs"}, "name|salutation", ""},
		{"title with titles", "Name|Title", []string{"John Doe|CEO", "Jane Doe|Designer"}, "name|job_title", ""},
		{"the owner's e-mail is not the contact's", "Name|Email|Record holder", []string{"John Doe|j@x.com|boss@firm.com"}, "name|email|*", ""},
		{"an e-mail column without a telling header", "姓名|聯絡", []string{"王小明|a@b.com", "李大華|c@d.com"}, "name|email", ""},
		{"second address line of parts", "Home Address|Home Address 2|Home City|Home ZipCode", []string{"1 Main St|Apt 2|Springfield|12345"}, "address.home|address.home.extended|address.home.city|address.home.postal", ""},
		{"two addresses without parts", "姓名|地址1|地址2", []string{"王小明|台北市大安區羅斯福路1號|台中市西區民權路2號"}, "name|address|address", ""},
		{"bare city belongs to the address beside it", "家庭地址|城市|邮政编码|工作地址|城市|邮政编码", []string{"a|b|1|c|d|2"}, "address.home|address.home.city|address.home.postal|address.work|address.work.city|address.work.postal", ""},
		{"headers over the first of several cells", "氏名|住所|||", []string{"山田太郎|東京都|渋谷区|桜丘町|1-2-3"}, "name|address|address.more|address.more|address.more", ""},
		{"questions", "What's your full name?|What's your work email address?|What's the best number to reach you on?|Anything else?", []string{"Kai Ferreira|k@t.test|+44 20 7946 0958|no thanks, all good"}, "name|email.work|phone|*", ""},
		{"sensitive", "姓名|身分證字號", []string{"王小明|A123456789"}, "name|", ""},
		{"same company twice", "Name|company_name|company", []string{"A B|X|X"}, "name|company|position.2.company", ""},
		{"LinkedIn", "First Name|Last Name|URL|Email Address|Company|Position|Connected On", []string{"Ada|L|https://x/a|a@b.c|Engines|Mathematician|16 Jan 2020"}, "name.given|name.family|link.linkedin|email|company|job_title|card_date", "linkedin"},
		{"Outlook in Chinese", "頭銜|名字|中間名|姓氏|稱謂|公司|商務 - 市/鎮|商務 - 縣/市|商務電話", []string{"先生|小明||王||大同|大安區|台北市|02-23456789"},
			"name.prefix|name.given|name.middle|name.family|name.suffix|company|address.work.district|address.work.city|phone.work", "outlook"},
		{"CamCard", "創建日期|姓名|名字|名字拚音或音標|姓|姓氏拚音或音標|公司1|部門1|職位1|公司2", []string{"2021/1/2|王小明|小明||王||大同|||台積電"},
			"card_date|name|name.given|reading.given|name.family|reading.family|company|department|job_title|position.2.company", "camcard"},
		{"Eight", "会社名|部署名|役職|氏名|e-mail|TEL会社|TEL直通|名刺交換日", []string{"A|B|C|山田太郎|a@b.jp|03-1234-5678||2023/1/1"}, "company|department|job_title|name|email|phone.main|phone.work|card_date", "eight"},
		{"Thunderbird's birthday in three columns", "First Name|Last Name|Display Name|Screen Name|Birth Year|Birth Month|Birth Day", []string{"A|B|A B||1970|11|15"}, "name.given|name.family|name|link.im|birthday.year|birthday.month|birthday.day", "thunderbird"},
		{"Google", "Name|Given Name|Additional Name|Family Name|Name Prefix|Group Membership|Phone 1 - Type|Phone 1 - Value", []string{"A B|A||B||* My Contacts|Mobile|0912345678"},
			"name|name.given|name.middle|name.family|name.prefix|tags|phone.1.kind|phone.1.value", "google"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			m := Propose(inputs(c.headers, c.rows...), false, nil)
			if got := fields(m); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if m.Preset != c.preset {
				t.Errorf("preset %q, want %q", m.Preset, c.preset)
			}
		})
	}
}

func TestNoHeader(t *testing.T) {
	cases := []struct{ name, rows, want string }{
		{"by values", "王小明|大同股份有限公司|0912345678|a@b.com\n李大華|台積電股份有限公司|0922345678|c@d.com", "name|company|phone|email"},
		{"names that say each other", "John Doe|John|Doe|john@doe.invalid\nJane Doe|Jane|Doe|jane@doe.invalid", "name|name.given|name.family|email"},
		{"what is left over is the company", "Tanguy Herrmann|1 rue des tomates 75001 Paris|t@t.fake|+331234567890|Dagger", "name|address|email|phone|company"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			rows := strings.Split(c.rows, "\n")
			empty := strings.Repeat("|", strings.Count(rows[0], "|"))
			m := Propose(inputs(empty, rows...), true, nil)
			if got := fields(m); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// What our own export writes must come back to the same field, in every language.
func TestOwnLabels(t *testing.T) {
	for _, tag := range locale.Tags() {
		catalog, err := locale.Load(tag)
		if err != nil {
			t.Fatal(err)
		}
		var in []Input
		var want []string
		for _, f := range crm.Fields() {
			in = append(in, Input{Header: catalog.Text("field." + f.Key), Values: []string{kindValue(f.Key)}})
			want = append(want, f.Key)
		}
		in = append(in, Input{Header: catalog.Text("field.address.work.postal") + " 2", Values: []string{"106"}}, Input{Header: "我的欄位", Values: []string{"x"}})
		want = append(want, "address.work.2.postal", "custom.我的欄位")
		m := Propose(in, false, nil)
		if m.Preset != OwnExport {
			t.Errorf("%s: preset %q", tag, m.Preset)
		}
		for i, c := range m.Columns {
			if c.Field != want[i] {
				t.Errorf("%s: %q goes to %q, want %q", tag, c.Header, c.Field, want[i])
			}
		}
	}
}

func kindValue(key string) string {
	if key == "kind" {
		return "Person"
	}
	return "x"
}

func TestRemember(t *testing.T) {
	in := inputs("姓名|代號|電話|電話", "王小明|A1|02-23456789|0912345678")
	m := Propose(in, false, nil).With(1, "tags").With(3, "")
	own := m.Remember(crm.ID{1}, "展覽名單")
	again := Propose(inputs("姓名 |代號|電話|電話", "李大華|B2|02-23456780|0922345678"), false, []crm.Mapping{own})
	if got := fields(again); got != "name|tags|phone|" {
		t.Errorf("got %s", got)
	}
	if again.Own != "展覽名單" || again.Columns[3].State != LeftOut {
		t.Errorf("own %q, state %q", again.Own, again.Columns[3].State)
	}
	other := Propose(inputs("姓名|代號|電話", "李大華|B2|02-23456780"), false, []crm.Mapping{own})
	if other.Own != "" || other.Columns[1].Field != "external_id" {
		t.Errorf("a mapping of other headers was used: %+v", other.Columns[1])
	}
}

func TestNoContacts(t *testing.T) {
	goods := inputs("name|description|quantity|price", "Training|two hours|0,5|30", "Travel|to the customer|2,75|70")
	if m := Propose(goods, false, nil); !m.NoContacts {
		t.Error("a list of goods was taken for contacts")
	} else if m = m.With(1, "company"); m.NoContacts {
		t.Error("a field chosen by hand does not count")
	}
	if m := Propose(inputs("姓名|備註", "王小明|好"), false, nil); m.NoContacts {
		t.Error("a list of names was not taken for contacts")
	}
}

func TestScore(t *testing.T) {
	cases := []struct {
		cells string
		want  bool
	}{{"姓名|電話|公司", true}, {"王小明|02-23456789|大同公司", false}, {"First Name|Last Name|Favourite colour", true}, {"客戶名單||", false}}
	for _, c := range cases {
		if got := Score(strings.Split(c.cells, "|")) >= 0.5; got != c.want {
			t.Errorf("%s: known %v, want %v", c.cells, got, c.want)
		}
	}
}

func TestTargetOf(t *testing.T) {
	cases := map[string]Target{
		"name.family": {Base: "name.family"}, "phone": {Base: "phone"}, "phone.mobile": {Base: "phone", Kind: "mobile"}, "phone.home-fax": {Base: "phone", Kind: "home-fax"},
		"phone.ext": {Base: "phone", Part: "ext"}, "phone.3.value": {Base: "phone", N: 3, Part: "value"}, "address.work.postal": {Base: "address", Kind: "work", Part: "postal"},
		"address.work.2.postal": {Base: "address", Kind: "work", N: 2, Part: "postal"}, "address.work.2": {Base: "address", Kind: "work", N: 2}, "birthday": {Base: "birthday"},
		"birthday.year": {Base: "birthday", Part: "year"}, "custom.phone.1.value": {Base: "custom.phone.1.value"}, "position.2.company": {Base: "position", N: 2, Part: "company"},
	}
	for field, want := range cases {
		if got := TargetOf(field); got != want {
			t.Errorf("%s: got %+v, want %+v", field, got, want)
		}
	}
}

func FuzzPropose(f *testing.F) {
	f.Add("姓名|電話|地址", "王小明|02-23456789|台北市")
	f.Add("Phone 1 - Type|Phone 1 - Value|Stra\uFFFDe", "x|y|z")
	f.Add("||", "a|b|c")
	f.Fuzz(func(t *testing.T, headers, row string) {
		if len(headers) > 2000 || len(row) > 2000 {
			return
		}
		in := inputs(headers, row)
		for _, noHeader := range []bool{false, true} {
			m := Propose(in, noHeader, nil)
			if len(m.Columns) != len(in) {
				t.Fatalf("%d columns for %d", len(m.Columns), len(in))
			}
			for i, c := range m.Columns {
				if c.Field == "" && c.State != LeftOut {
					t.Fatalf("column %d %q goes nowhere without being left out", i, c.Header)
				}
			}
		}
	})
}

// Every field that a column can go to has a name in every language.
func TestNaming(t *testing.T) {
	all := []string{"", "custom.產業", Labelled, Echo, Dull, Display, "address.more", "address.work.extended", "address.work.2.postal"}
	for _, c := range Choices() {
		all = append(all, c.Field)
	}
	for base, parts := range partsOf {
		for _, part := range parts {
			all = append(all, base+".2."+part)
		}
	}
	for _, tag := range locale.Tags() {
		catalog, err := locale.Load(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range all {
			key, values := Naming(field)
			if !catalog.Has(key) {
				t.Errorf("%s: no name for %q (%s)", tag, field, key)
			}
			if text := catalog.Text(key, values); strings.ContainsAny(text, "{}") || strings.Contains(text, "import.") || strings.Contains(text, "field.") {
				t.Errorf("%s: %q is called %q", tag, field, text)
			}
		}
	}
}
