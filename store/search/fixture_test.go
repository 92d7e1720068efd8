package search_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"testing"

	"regulars/store/crm"
	"regulars/store/search"
)

// today is the day on which the tests take place.
const today = crm.Date(20261122)

func idOf(n int) crm.ID {
	var id crm.ID
	binary.BigEndian.PutUint64(id[8:], uint64(n))
	return id
}

// numbered gives the contacts ids 1, 2, … in their order.
func numbered(list ...crm.Contact) []crm.Contact {
	for i := range list {
		list[i].ID = idOf(i + 1)
	}
	return list
}

func person(family, given string) crm.Contact {
	return crm.Contact{Kind: crm.Person, Name: crm.Name{Family: family, Given: given}}
}

func company(name string) crm.Contact {
	return crm.Contact{Kind: crm.Company, Name: crm.Name{Full: name}}
}

func parse(t testing.TB, text string) search.Query {
	t.Helper()
	q, err := search.Parse(text, today)
	if err != nil {
		t.Fatalf("Parse(%q): %v", text, err)
	}
	return q
}

// office is the address book that the tests of queries search.
func office() []crm.Contact {
	wang := person("王", "小明")
	wang.Name.Alt = []string{"Mary Wang"}
	wang.Positions = []crm.Position{{CompanyName: "大同股份有限公司", Department: "業務部", Title: "經理"}, {CompanyName: "聲寶", Title: "專員", To: 20190630}}
	wang.Phones = []crm.Phone{{Kind: crm.PhoneMobile, Number: "+886912345678", Text: "0912-345-678"}, {Kind: crm.PhoneFax, Text: "02-2345-9999"}}
	wang.Emails = []crm.Email{{Kind: crm.KindWork, Address: "Ming.Wang@tatung.example"}}
	wang.Addresses = []crm.Address{{Kind: crm.KindWork, Country: "TW", Postal: "104", City: "臺北市", District: "中山區", Text: "臺北市中山區中山北路三段22號"}}
	wang.Tags = []string{"VIP", "茶友"}
	wang.Dates = []crm.SpecialDate{{Kind: crm.DateBirthday, Date: 19861125}}
	wang.Consents = []crm.Consent{{Channel: crm.ByPost, Allowed: true}, {Channel: crm.ByEmail, Allowed: false}}
	wang.Preferred = crm.Preferred{Channel: crm.ByPost}
	wang.LastVerified, wang.LastTouch, wang.Language = 20241231, 20261101, "zh-Hant"
	wang.Notes = "喜歡烏龍茶。回電 2771-1234"
	wang.SetCustom("發票抬頭", "大同家電")

	zeng := person("曾", "樂")
	zeng.Positions = []crm.Position{{CompanyName: "靜宜食品股份有限公司", Title: "廠務"}}
	zeng.Phones = []crm.Phone{{Kind: crm.PhoneWork, Text: "(04) 2631-8652 #123", Ext: "123"}}
	zeng.Addresses = []crm.Address{{Kind: crm.KindWork, Text: "台中市沙鹿區中山路100號"}}
	zeng.Tags, zeng.Roles = []string{"供應商"}, []string{"supplier"}
	zeng.Dates = []crm.SpecialDate{{Kind: crm.DateBirthday, Date: 105}}
	zeng.LastTouch, zeng.LastVerified = 20260801, 20250601

	ouyang := person("歐陽", "靜宜")
	ouyang.Name.Reading = "Ouyang Ching-yi"
	ouyang.Name.Salutation = "小姐"
	ouyang.Positions = []crm.Position{{CompanyName: "靜宜食品股份有限公司"}}
	ouyang.Emails = []crm.Email{{Address: "jenny@jingyi.example"}}
	ouyang.Links = []crm.Link{{Kind: crm.LinkLINE, Value: "jenny888"}}
	ouyang.Tags = []string{"VIP 金卡"}
	ouyang.Sources = []crm.Source{{Name: "2025 食品展", Date: 20250620}}

	mary := person("Müller", "Mary")
	mary.Positions = []crm.Position{{CompanyName: "Société Générale"}}
	mary.Phones = []crm.Phone{{Kind: crm.PhoneMobile, Number: "+491701234567", Text: "+49 170 1234567"}}
	mary.Addresses = []crm.Address{{Kind: crm.KindWork, Country: "DE", CountryText: "Germany", City: "Köln", Postal: "50667", Text: "Domkloster 4, Köln"}}
	mary.Language, mary.LastTouch = "de", 20261120

	food := company("靜宜食品股份有限公司")
	food.TaxID = "12345675"
	food.Addresses = []crm.Address{{City: "台中市", Text: "台中市沙鹿區中山路100號"}}

	yamada := person("山田", "さくら")
	yamada.Name.Reading = "やまだ さくら"
	yamada.Addresses = []crm.Address{{CountryText: "臺灣", Text: "花蓮市中華路1號"}, {City: "東京都", Text: "東京都千代田区1-1"}}

	return numbered(wang, zeng, ouyang, mary, food, yamada)
}

// crowd makes n contacts of everyday kind, the same for the same n.
func crowd(n int) []crm.Contact {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	pick := func(list []rune) string { return string(list[r.IntN(len(list))]) }
	word := func(list []string) string { return list[r.IntN(len(list))] }
	surnames := []rune("陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓阮馬")
	given := []rune("志明俊傑建宏怡君雅婷淑芬美玲宗翰冠宇家豪佳穎詩涵欣怡承恩品妤宥廷子晴思妤柏翰彥廷雨潔信宏惠雯麗華文雄春嬌秀英國強大偉小玉曉萍慧敏")
	trades := []string{"食品", "科技", "貿易", "建設", "實業", "電子", "機械", "生技", "紡織", "印刷", "顧問", "物流", "文化", "設計"}
	firms := []string{"大", "新", "金", "永", "華", "信", "全", "聯", "東", "台", "宏", "利", "和", "安", "昌"}
	cities := []string{"臺北市中山區", "新北市板橋區", "桃園市中壢區", "臺中市西屯區", "臺南市東區", "高雄市苓雅區", "新竹市北區", "彰化縣員林市"}
	roads := []string{"中山路", "中正路", "民生東路", "復興南路", "和平西路", "忠孝東路四段", "文化路", "民族路"}
	titles := []string{"經理", "業務", "採購", "總經理", "會計", "工程師", "廠長", "特助"}
	remarks := []string{"喜歡烏龍茶，對新產品很有興趣。", "下次展覽再聯絡，請寄型錄。", "由老客戶介紹，價格敏感。", "偏好下午來電；週三不在。", ""}
	latin := []string{"Mary", "John", "Amy", "Peter", "Jenny", "Kevin", "Grace", "David"}
	list := make([]crm.Contact, n)
	for i := range list {
		c := person(pick(surnames), pick(given)+pick(given))
		if r.IntN(20) == 0 {
			c = person(word([]string{"Smith", "Wang", "Chen", "Müller"}), word(latin))
		}
		firm := word(firms) + pick(given) + word(trades) + "股份有限公司"
		c.Positions = []crm.Position{{CompanyName: firm, Title: word(titles)}}
		mobile := fmt.Sprintf("%08d", r.IntN(100000000))
		c.Phones = []crm.Phone{{Kind: crm.PhoneMobile, Number: "+8869" + mobile, Text: "09" + mobile[:2] + "-" + mobile[2:5] + "-" + mobile[5:]},
			{Kind: crm.PhoneWork, Number: fmt.Sprintf("+8862%08d", r.IntN(100000000)), Text: "02-" + mobile}}
		c.Emails = []crm.Email{{Kind: crm.KindWork, Address: fmt.Sprintf("%s%d@firm%d.example", word(latin), i, r.IntN(5000))}}
		city := word(cities)
		c.Addresses = []crm.Address{{Kind: crm.KindWork, Country: "TW", Postal: fmt.Sprint(100 + r.IntN(800)), City: city[:9], District: city[9:],
			Text: city + word(roads) + fmt.Sprint(1+r.IntN(300)) + "號" + fmt.Sprint(1+r.IntN(15)) + "樓"}}
		c.Tags = []string{word([]string{"VIP", "展覽", "供應商", "一般", "潛在"})}
		c.Notes = word(remarks)
		c.LastTouch = crm.Date(20200101 + r.IntN(6)*10000 + r.IntN(12)*100 + r.IntN(28))
		list[i] = c
	}
	return numbered(list...)
}
