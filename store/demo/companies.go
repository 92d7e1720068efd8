package demo

import (
	"strconv"
	"strings"

	"regulars/store/crm"
)

// employer is a company with what its people share.
type employer struct {
	contact crm.Contact
	where   country
	field   trade
	domain  string
	board   line
	area    string
}

// syllable is a character with the way it is written on passports and in web addresses.
type syllable struct{ han, latin string }

// syllables reads "永 yung 宏 hung".
func syllables(s string) []syllable {
	words := strings.Fields(s)
	out := make([]syllable, 0, len(words)/2)
	for i := 0; i+1 < len(words); i += 2 {
		out = append(out, syllable{words[i], words[i+1]})
	}
	return out
}

var (
	brandFirst = syllables(`永 yung 宏 hung 昌 chang 順 shun 德 te 立 li 新 hsin 嘉 chia 金 chin 瑞 jui 富 fu 光 kuang 東 tung 全 chuan 信 hsin 恆 heng
		康 kang 泰 tai 聯 lien 盛 sheng 日 jih 華 hua 協 hsieh 鼎 ting 亞 ya 禾 ho 晨 chen 木 mu 山 shan 青 ching 沐 mu 好 hao 春 chun 海 hai 遠 yuan`)
	brandSecond = syllables(`昌 chang 達 ta 興 hsing 豐 feng 成 cheng 隆 lung 泰 tai 益 yi 祥 hsiang 發 fa 盛 sheng 源 yuan 利 li 榮 jung 生 sheng 和 ho
		吉 chi 業 yeh 安 an 合 ho 城 cheng 林 lin 野 yeh 川 chuan 田 tien 石 shih 星 hsing 陽 yang 岳 yueh 晴 ching`)
)

// wellKnown are brands that these syllables make and that belong to somebody.
var wellKnown = []string{"永豐", "永昌", "大成", "東陽", "瑞興", "華星", "泰山", "遠東", "永信", "聯發", "立榮", "新生", "日盛", "華泰", "全興", "金石", "青山", "光泉", "信益"}

// trade is a line of business: what stands behind the brand, its word in a web address, and what people there are called.
type trade struct {
	name, latin string
	titles      []string
}

// Titles, each with its department where it belongs to one.
var (
	office = []string{"總經理", "副總經理", "採購部 採購經理", "業務部 業務經理", "總務部 總務主任", "採購部 採購專員", "業務部 業務專員", "管理部 行政專員",
		"財務部 會計", "總經理室 特助", "業務部 協理", "行銷部 行銷企劃", "資訊部 工程師", "人資部 人資主任"}
	food   = []string{"負責人", "店長", "副店長", "主廚", "外場經理", "行銷企劃"}
	shop   = []string{"負責人", "店長", "副店長", "門市經理", "會計"}
	clinic = []string{"院長", "主治醫師", "護理長", "行政主任", "藥師"}
	bureau = []string{"主持律師", "合夥律師", "法務助理", "行政主任"}
	plant  = []string{"董事長", "總經理", "廠長", "廠務部 副廠長", "廠務部 廠務", "採購部 採購經理", "品保部 課長", "業務部 業務經理", "財務部 會計主任",
		"研發部 工程師"}
)

// trades begins with those that buy most coffee machines.
var trades = []trade{
	{"餐飲股份有限公司", "dining", food}, {"食品股份有限公司", "foods", plant}, {"精密股份有限公司", "precision", plant}, {"室內設計有限公司", "design", office},
	{"資訊股份有限公司", "infotech", office}, {"貿易有限公司", "trading", office}, {"診所", "clinic", clinic}, {"國際行銷有限公司", "marketing", office},
	{"電子股份有限公司", "electronics", plant}, {"烘焙坊", "bakery", food}, {"花藝工作室", "floral", shop}, {"建設股份有限公司", "construction", office},
	{"牙醫診所", "dental", clinic}, {"法律事務所", "law", bureau}, {"旅行社有限公司", "travel", office}, {"印刷有限公司", "printing", plant},
	{"物流股份有限公司", "logistics", office}, {"生物科技股份有限公司", "biotech", plant}, {"會計師事務所", "cpa", []string{"主持會計師", "合夥會計師", "審計員", "行政主任"}},
	{"商務旅館", "hotel", []string{"總經理", "客務經理", "餐飲部經理", "採購"}}, {"文創有限公司", "studio", office}, {"工業股份有限公司", "industrial", plant},
	{"動物醫院", "vet", clinic}, {"建築師事務所", "architects", []string{"主持建築師", "建築師", "設計師", "行政主任"}}, {"傢俱行", "furniture", shop},
	{"紡織股份有限公司", "textile", plant}, {"汽車有限公司", "motors", office}, {"光電股份有限公司", "opto", plant}, {"幼兒園", "kids", []string{"園長", "主任", "會計"}},
	{"保險經紀人股份有限公司", "insurance", office}, {"整合廣告有限公司", "ads", office}, {"五金行", "hardware", shop}, {"健身中心", "fitness", shop},
	{"藥局", "pharmacy", []string{"負責人", "藥師", "店長"}}, {"民宿", "stay", shop}, {"書店", "books", shop},
}

func (d *dice) employers(n int) []employer {
	out := make([]employer, 0, n)
	for range n {
		out = append(out, d.employer())
	}
	return out
}

func (d *dice) employer() employer {
	e := employer{where: d.anyCountry()}
	e.contact = crm.Contact{ID: d.id(), Kind: crm.Company}
	c := &e.contact
	c.Name.Full, e.domain = d.companyName(&e)
	address, area := d.address(e.where)
	e.area, e.board = area, d.landline(e.where, area)
	c.Addresses = []crm.Address{address}
	c.Phones = []crm.Phone{e.board.phone(crm.PhoneMain, "")}
	d.companyExtras(&e)
	return e
}

// companyExtras adds what only some companies have.
func (d *dice) companyExtras(e *employer) {
	c := &e.contact
	if e.where == taiwan {
		c.TaxID = d.taxID()
	}
	if d.chance(45) {
		c.Phones = append(c.Phones, d.landline(e.where, e.area).phone(crm.PhoneFax, ""))
	}
	if d.chance(80) {
		c.Emails = []crm.Email{{Kind: crm.KindWork, Address: pick(d, []string{"info", "service", "hello", "office"}) + "@" + e.domain}}
	}
	if d.chance(60) {
		c.Links = []crm.Link{{Kind: crm.LinkWeb, Value: "https://www." + e.domain}}
	}
	if d.chance(20) {
		c.Dates = []crm.SpecialDate{{Kind: crm.DateAnniversary, Date: d.day(3*365, 40*365)}}
	}
	c.Roles = []string{pickEarly(d, []string{"customer", "customer", "prospect", "supplier", "partner"})}
	c.Tags = d.tags(companyTags, 35)
	c.Language = e.where.language()
}

// companyName gives a name that no other company has, and its domain.
func (d *dice) companyName(e *employer) (name, domain string) {
	for try := 0; ; try++ {
		name, domain = d.tryCompanyName(e)
		if try > 40 {
			name, domain = name+"（"+strconv.Itoa(try)+"）", strconv.Itoa(try)+"-"+domain
		}
		if d.once(name) {
			return name, domain
		}
	}
}

func (d *dice) tryCompanyName(e *employer) (name, domain string) {
	first, second := d.brand()
	e.field = pickEarly(d, trades)
	domain = first.latin + second.latin + "-" + e.field.latin + ".example"
	switch e.where {
	case taiwan:
		return first.han + second.han + e.field.name, domain
	case hongKong:
		return first.han + second.han + pick(d, []string{"貿易有限公司", "（香港）有限公司", "國際有限公司", "企業有限公司"}), domain
	case japan:
		family, works := pick(d, japaneseFamilies), pick(d, []string{"製作所", "商事", "珈琲", "食品", "工業", "デザイン", "器械"})
		return pick(d, []string{"株式会社" + family.han + works, family.han + works + "株式会社"}), strings.ToLower(family.latin) + "-" + e.field.latin + ".example"
	}
	family, ending := pick(d, westernFamilies), westernForm(e.where)
	word := pick(d, []string{"Trading", "Roasters", "Coffee", "Foods", "Machines", "Design", "Hospitality", "Imports", "Supplies", "Consulting"})
	return family + " " + word + " " + ending, asciiLower(family) + "-" + strings.ToLower(word) + ".example"
}

func (d *dice) brand() (first, second syllable) {
	for {
		first, second = pick(d, brandFirst), pick(d, brandSecond)
		if first.han != second.han && !contains(wellKnown, first.han+second.han) {
			return first, second
		}
	}
}

func westernForm(where country) string {
	switch where {
	case usa:
		return "Inc."
	case germany:
		return "GmbH"
	}
	return "Ltd."
}

// language is what letters to that country are written in.
func (where country) language() string {
	switch where {
	case taiwan, hongKong:
		return "zh-Hant"
	case japan:
		return "ja"
	case germany:
		return "de"
	}
	return "en"
}

// taxID throws a 統一編號 whose check digit is right by the old rule (sum divisible by 10) and so by that of 2023 (by 5). The seventh digit, which
// has a rule of its own when it is 7, is another one.
func (d *dice) taxID() string {
	for {
		n := d.digits(8)
		if n[0] != '0' && n[6] != '7' && taxSum(n)%10 == 0 {
			return n
		}
	}
}

func taxSum(n string) int {
	sum := 0
	for i, weight := range [8]int{1, 2, 1, 2, 1, 2, 4, 1} {
		p := int(n[i]-'0') * weight
		sum += p/10 + p%10
	}
	return sum
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
