package demo

import (
	"strconv"
	"strings"

	"regulars/store/crm"
)

var (
	personTags  = []string{"VIP", "老客戶", "年節送禮", "經銷", "潛在客戶", "展覽", "媒體", "供應商", "咖啡師", "保固中"}
	companyTags = []string{"經銷", "租賃", "保固中", "供應商", "連鎖店"}
	drinks      = []string{"冷泡烏龍", "黑咖啡", "拿鐵，燕麥奶", "不喝咖啡，備熱茶", "手沖耶加雪菲", "凍頂烏龍", "美式，去冰"}
	foods       = []string{"素食", "不吃牛肉", "海鮮過敏", "不吃辣", "蛋奶素"}
	foundAt     = []string{"名片交換", "官網表單", "台北國際食品展", byRecommendation, "電話詢價", "咖啡杯測會", "商會聚餐", "門市"}
	notesHere   = []string{"週三下午不在公司，上午聯絡較好。", "希望先寄型錄再談。", "今年汰換兩台全自動機，下半年編預算。", "孩子上小學，勿在 18:00 後致電。", "發票抬頭請用公司全名。",
		"喜歡約在公司樓下咖啡店。", "去年底租約到期，改用買斷。", "中秋禮盒請寄到住家。", "要求每季保養一次。", "付款條件月結 60 天。"}
	notesAbroad = []string{"Prefers e-mail; visits Taipei every autumn.", "Asked for the English catalogue.", "Met at the coffee fair, wants a quote for two grinders.",
		"Invoice goes to the accounts department.", "Please call after 16:00 Taipei time."}
)

const byRecommendation = "客戶介紹"

// person makes somebody up, mostly at one of the companies.
func (d *dice) person(employers []employer) crm.Contact {
	e := d.workplace(employers)
	s := d.someone(e.where)
	c := crm.Contact{ID: d.id(), Kind: crm.Person, Name: s.name, Language: e.where.language()}
	d.work(&c, e)
	d.reach(&c, e, s)
	d.days(&c)
	d.permissions(&c)
	d.remarks(&c, e.where)
	if d.chance(60) {
		c.Gender = salutation(s.woman, "f", "m")
	}
	return c
}

// workplace chooses an employer; now and then it is one that has no record of its own, or none at all.
func (d *dice) workplace(employers []employer) *employer {
	if len(employers) > 0 && !d.chance(9) {
		return &employers[d.rand.IntN(len(employers))]
	}
	return &employer{where: taiwan, domain: "mail.example"}
}

func (d *dice) work(c *crm.Contact, e *employer) {
	company := e.contact.Name.Full
	if company == "" && d.chance(60) {
		first, second := d.brand()
		company = first.han + second.han + "企業社"
	}
	if company == "" {
		return
	}
	now := crm.Position{Company: e.contact.ID, CompanyName: company}
	now.Department, now.Title = d.title(e)
	if d.chance(35) {
		now.From = d.day(60, 9*365)
	}
	c.Positions = []crm.Position{now}
	if e.where == taiwan && !now.From.IsZero() && d.chance(40) {
		first, second := d.brand()
		c.Positions = append(c.Positions, crm.Position{CompanyName: first.han + second.han + pick(d, trades).name,
			Title: pick(d, []string{"專員", "主任", "工程師", "業務代表", "店員"}), From: crm.Date((now.From.Year() - d.between(2, 6)) * 10000), To: crm.Date(now.From.Year() * 10000)})
	}
}

// title throws what somebody is called at work, with the department where there is one.
func (d *dice) title(e *employer) (department, title string) {
	switch e.where {
	case taiwan:
		return d.taiwaneseTitle(e.field)
	case hongKong:
		return "", pick(d, []string{"董事", "採購經理", "營業經理", "行政主任"})
	case japan:
		return "", pick(d, []string{"代表取締役", "営業部長", "課長", "購買担当", "店長"})
	}
	return "", pick(d, []string{"Director", "Purchasing Manager", "Owner", "Head of Operations", "Sales Manager"})
}

func (d *dice) taiwaneseTitle(t trade) (department, title string) {
	if len(t.titles) == 0 {
		return "", "負責人"
	}
	both := pick(d, t.titles)
	if department, title, ok := strings.Cut(both, " "); ok {
		return department, title
	}
	return "", both
}

// reach gives numbers, addresses and ids; gaps are on purpose.
func (d *dice) reach(c *crm.Contact, e *employer, s someone) {
	if d.chance(88) {
		c.Phones = append(c.Phones, d.mobile(e.where))
	}
	if e.board.national != "" && d.chance(75) {
		c.Phones = append(c.Phones, e.board.phone(crm.PhoneWork, d.extension()))
	}
	if d.chance(6) && e.where == taiwan {
		c.Phones = append(c.Phones, d.landline(taiwan, "02").phone(crm.PhoneHome, ""))
	}
	if d.chance(90) {
		local := s.local
		if e.contact.ID.IsZero() || !d.once(local+"@"+e.domain) {
			local += strconv.Itoa(d.between(10, 9999))
		}
		c.Emails = append(c.Emails, crm.Email{Kind: crm.KindWork, Address: local + "@" + e.domain, Bounced: d.chance(2)})
	}
	d.addresses(c, e)
	d.chats(c, e.where, s)
}

func (d *dice) extension() string {
	if d.chance(25) {
		return ""
	}
	return strconv.Itoa(d.between(101, 899))
}

func (d *dice) addresses(c *crm.Contact, e *employer) {
	if len(e.contact.Addresses) > 0 && d.chance(88) {
		a := e.contact.Addresses[0]
		if d.chance(2) {
			a.Returned = d.day(10, 200)
		}
		c.Addresses = append(c.Addresses, a)
	}
	if d.chance(14) || e.contact.ID.IsZero() && d.chance(60) {
		home, _ := d.address(e.where)
		home.Kind = crm.KindHome
		c.Addresses = append(c.Addresses, home)
	}
}

func (d *dice) chats(c *crm.Contact, where country, s someone) {
	switch {
	case where == taiwan && d.chance(45):
		c.Links = append(c.Links, crm.Link{Kind: crm.LinkLINE, Value: s.local + strconv.Itoa(d.between(1, 99))})
	case where == hongKong && d.chance(50):
		c.Links = append(c.Links, crm.Link{Kind: crm.LinkWhatsApp, Value: mainNumber(c)})
	case where != taiwan && d.chance(30):
		c.Links = append(c.Links, crm.Link{Kind: crm.LinkLinkedIn, Value: "https://www.linkedin.com/in/" + s.local + "-example"})
	}
	kept := c.Links[:0]
	for _, l := range c.Links {
		if l.Value != "" {
			kept = append(kept, l)
		}
	}
	c.Links = kept
}

// days gives birthdays, with and without a year, and the days on which something was done.
func (d *dice) days(c *crm.Contact) {
	if d.chance(38) {
		born := d.born()
		if d.chance(30) {
			born %= 10000
		}
		c.Dates = append(c.Dates, crm.SpecialDate{Kind: crm.DateBirthday, Date: born, Lunar: d.chance(4)})
	}
	if d.chance(3) {
		c.Dates = append(c.Dates, crm.SpecialDate{Kind: crm.DateAnniversary, Date: d.day(365, 20*365) % 10000})
	}
	if d.chance(55) {
		c.CardDate = d.day(20, 5*365)
	}
	if d.chance(50) {
		c.LastTouch = d.day(0, 400)
	}
	if d.chance(30) {
		c.LastVerified = d.day(5, 900)
	}
}

// born throws a birthday of a grown-up; it does not depend on the day of asking.
func (d *dice) born() crm.Date {
	return crm.Date(d.between(1958, 2002)*10000 + d.between(1, 12)*100 + d.between(1, 28))
}

// permissions records what somebody said about being written to or called.
func (d *dice) permissions(c *crm.Contact) {
	how := pick(d, []string{"名片交換", "活動報名表", "電話確認", "官網表單"})
	for _, ch := range crm.Channels() {
		if d.chance(45) {
			c.Consents = append(c.Consents, crm.Consent{Channel: ch, Allowed: d.chance(allowed(ch)), Date: d.day(10, 1400), Source: how})
		}
	}
	if ch := pickEarly(d, crm.Channels()); d.chance(45) && mayUse(c, ch) {
		c.Preferred = crm.Preferred{Channel: ch, Date: d.day(10, 900), Source: how}
	}
	if d.chance(1) {
		for _, ch := range crm.Channels() {
			c.SetConsent(crm.Consent{Channel: ch, Date: d.day(10, 300), Source: "來電要求不再聯絡"})
		}
		c.Preferred = crm.Preferred{}
	}
}

// allowed is how many of a hundred say yes to a channel.
func allowed(ch crm.Channel) int {
	switch ch {
	case crm.ByFax, crm.BySMS:
		return 35
	case crm.ByPhone:
		return 70
	}
	return 90
}

func mayUse(c *crm.Contact, ch crm.Channel) bool {
	said, known := c.ConsentFor(ch)
	return c.Reachable(ch) && (!known || said.Allowed)
}

func (d *dice) remarks(c *crm.Contact, where country) {
	c.Tags = d.tags(personTags, 55)
	if d.chance(70) {
		c.Roles = []string{pickEarly(d, []string{"customer", "customer", "prospect", "supplier", "partner"})}
	}
	if d.chance(75) {
		c.Sources = []crm.Source{{Name: pick(d, foundAt), Date: d.day(30, 5*365)}}
	}
	if d.chance(22) {
		c.Preferences = append(c.Preferences, crm.Preference{Label: "飲品", Value: pick(d, drinks)})
	}
	if d.chance(8) {
		c.Preferences = append(c.Preferences, crm.Preference{Label: "飲食", Value: pick(d, foods)})
	}
	switch {
	case d.chance(70):
	case where == taiwan || where == hongKong:
		c.Notes = pick(d, notesHere)
	default:
		c.Notes = pick(d, notesAbroad)
	}
	if d.chance(5) {
		c.SetCustom("機型", pick(d, []string{"CX-200", "CX-300 雙鍋爐", "手搖磨豆機", "B2 全自動"}))
	}
}

// tags gives up to two tags to percent of a hundred.
func (d *dice) tags(list []string, percent int) []string {
	if !d.chance(percent) {
		return nil
	}
	out := []string{pickEarly(d, list)}
	if more := pick(d, list); d.chance(30) && more != out[0] {
		out = append(out, more)
	}
	return out
}

func mainNumber(c *crm.Contact) string {
	p, _ := c.MainPhone()
	return p.Number
}

// recommend names who introduced somebody that came by recommendation.
func (d *dice) recommend(c *crm.Contact, known []crm.Contact) {
	if len(known) > 0 && len(c.Sources) > 0 && c.Sources[0].Name == byRecommendation {
		other := &known[d.rand.IntN(len(known))]
		c.Referrer, c.ReferrerName = other.ID, other.Title()
	}
}
