package demo

import (
	"fmt"
	"strconv"

	"regulars/store/crm"
)

// country is where somebody is reached, and so how names, numbers and addresses look.
type country string

const (
	taiwan   country = "TW"
	hongKong country = "HK"
	japan    country = "JP"
	usa      country = "US"
	britain  country = "GB"
	germany  country = "DE"
)

// anyCountry throws a country: this is an office in Taiwan with some neighbours.
func (d *dice) anyCountry() country {
	switch x := d.rand.IntN(100); {
	case x < 84:
		return taiwan
	case x < 88:
		return hongKong
	case x < 93:
		return japan
	case x < 96:
		return usa
	case x < 98:
		return britain
	}
	return germany
}

// district is a part of a town in Taiwan with its three-digit postal code (Chunghwa Post's 3 + 3 list), the area code of its telephones and
// some of its streets.
type district struct {
	city, name, postal, area string
	streets                  []string
}

// districts begins with the places where most customers are.
var districts = []district{
	{"台北市", "信義區", "110", "02", []string{"松仁路", "忠孝東路五段", "基隆路一段", "松德路"}},
	{"台北市", "大安區", "106", "02", []string{"仁愛路四段", "復興南路一段", "和平東路二段", "信義路三段"}},
	{"台北市", "中山區", "104", "02", []string{"南京東路二段", "松江路", "民權東路二段", "林森北路"}},
	{"台北市", "松山區", "105", "02", []string{"南京東路四段", "民生東路四段", "八德路三段", "光復北路"}},
	{"新北市", "板橋區", "220", "02", []string{"文化路一段", "縣民大道二段", "中山路一段", "四川路一段"}},
	{"台北市", "內湖區", "114", "02", []string{"瑞光路", "成功路四段", "內湖路一段", "堤頂大道二段"}},
	{"台中市", "西屯區", "407", "04", []string{"台灣大道三段", "工業區一路", "市政路", "河南路二段"}},
	{"新北市", "新莊區", "242", "02", []string{"中正路", "新北大道四段", "思源路", "五工路"}},
	{"台北市", "中正區", "100", "02", []string{"重慶南路一段", "羅斯福路二段", "忠孝東路一段", "汀州路三段"}},
	{"桃園市", "桃園區", "330", "03", []string{"中正路", "復興路", "經國路", "大興西路二段"}},
	{"台北市", "士林區", "111", "02", []string{"中山北路六段", "承德路四段", "文林路", "忠誠路二段"}},
	{"新竹市", "東區", "300", "03", []string{"光復路二段", "關新路", "公道五路三段", "食品路"}},
	{"高雄市", "前鎮區", "806", "07", []string{"中華五路", "成功二路", "一心一路", "新生路"}},
	{"台中市", "南屯區", "408", "04", []string{"公益路二段", "文心南路", "工業區二十三路", "五權西路二段"}},
	{"台南市", "東區", "701", "06", []string{"東門路二段", "中華東路三段", "裕農路", "林森路一段"}},
	{"高雄市", "三民區", "807", "07", []string{"建國三路", "九如一路", "大順二路", "民族一路"}},
	{"新北市", "中和區", "235", "02", []string{"中山路二段", "建一路", "景平路", "連城路"}},
	{"桃園市", "中壢區", "320", "03", []string{"中央西路二段", "環北路", "中華路一段", "吉林路"}},
	{"新竹縣", "竹北市", "302", "03", []string{"光明六路", "文興路", "自強南路", "縣政九路"}},
	{"台中市", "北區", "404", "04", []string{"三民路三段", "學士路", "中清路一段", "崇德路一段"}},
	{"高雄市", "左營區", "813", "07", []string{"博愛二路", "自由二路", "重信路", "明誠二路"}},
	{"新北市", "三重區", "241", "02", []string{"重新路四段", "光復路一段", "正義北路", "力行路二段"}},
	{"彰化縣", "彰化市", "500", "04", []string{"中山路二段", "金馬路三段", "彰美路一段", "民生路"}},
	{"台南市", "永康區", "710", "06", []string{"中華路", "中正北路", "永大路二段", "復國一路"}},
	{"基隆市", "仁愛區", "200", "02", []string{"愛三路", "仁二路", "忠一路", "南榮路"}},
	{"新北市", "新店區", "231", "02", []string{"北新路三段", "中正路", "寶橋路", "民權路"}},
	{"宜蘭縣", "宜蘭市", "260", "03", []string{"中山路三段", "神農路二段", "校舍路", "女中路二段"}},
	{"嘉義市", "西區", "600", "05", []string{"中山路", "垂楊路", "友愛路", "博愛路二段"}},
	{"花蓮縣", "花蓮市", "970", "03", []string{"中華路", "林森路", "國聯一路", "中正路"}},
	{"屏東縣", "屏東市", "900", "08", []string{"自由路", "民生路", "廣東路", "中正路"}},
	{"苗栗縣", "頭份市", "351", "037", []string{"中央路", "自強路", "中華路", "信義路"}},
	{"雲林縣", "斗六市", "640", "05", []string{"大學路三段", "中山路", "民生路", "雲林路二段"}},
	{"南投縣", "埔里鎮", "545", "049", []string{"中山路三段", "中正路", "信義路", "南昌街"}},
	{"台東縣", "台東市", "950", "089", []string{"中華路一段", "更生路", "正氣路", "鐵花路"}},
}

// address throws an address; area is the area code of a telephone there, where the country is cut up by towns.
func (d *dice) address(where country) (a crm.Address, area string) {
	a = crm.Address{Kind: crm.KindWork, Country: string(where)}
	switch where {
	case taiwan:
		return d.taiwanese(a)
	case hongKong:
		a.City, a.District = "香港", pick(d, []string{"中環", "灣仔", "尖沙咀", "觀塘", "旺角", "荃灣"})
		a.Street = pick(d, []string{"德輔道中", "軒尼詩道", "彌敦道", "開源道", "亞皆老街", "青山公路"}) + fmt.Sprintf("%d號%s%d樓", d.between(8, 300), pick(d, []string{"商業大廈", "中心", "工業大廈"}), d.between(3, 28))
		a.Text = a.City + a.District + a.Street
	case japan:
		p := pick(d, japanesePlaces)
		a.Postal, a.Region, a.City = p.postal, p.region, p.city
		a.Street = fmt.Sprintf("%s%d-%d-%d", p.town, d.between(1, 5), d.between(1, 20), d.between(1, 15))
		a.Text = a.Region + a.City + a.Street
	default:
		p := pick(d, westernPlaces[where])
		a.Postal, a.Region, a.City = p.postal, p.region, p.city
		a.Street = western(where, p.town, d.between(2, 240))
		a.Text = a.Street + "\n" + westernTown(where, a)
	}
	return a, ""
}

func (d *dice) taiwanese(a crm.Address) (crm.Address, string) {
	p := pickEarly(d, districts)
	a.Postal, a.City, a.District = p.postal, p.city, p.name
	a.Street = pick(d, p.streets) + d.house()
	a.Text = a.City + a.District + a.Street
	return a, p.area
}

// house is the end of an address in Taiwan: lane, number, floor.
func (d *dice) house() string {
	s := ""
	if d.chance(25) {
		s = strconv.Itoa(d.between(3, 320)) + "巷"
		if d.chance(30) {
			s += strconv.Itoa(d.between(2, 40)) + "弄"
		}
	}
	s += strconv.Itoa(d.between(1, 420)) + "號"
	if d.chance(60) {
		s += strconv.Itoa(d.between(2, 18)) + "樓"
		if d.chance(35) {
			s += "之" + strconv.Itoa(d.between(1, 6))
		}
	}
	return s
}

// place is a town abroad.
type place struct{ postal, region, city, town string }

var japanesePlaces = []place{
	{"100-0005", "東京都", "千代田区", "丸の内"}, {"150-0002", "東京都", "渋谷区", "渋谷"}, {"530-0001", "大阪府", "大阪市北区", "梅田"},
	{"460-0008", "愛知県", "名古屋市中区", "栄"}, {"220-0012", "神奈川県", "横浜市西区", "みなとみらい"}, {"812-0011", "福岡県", "福岡市博多区", "博多駅前"},
	{"604-8005", "京都府", "京都市中京区", "河原町通三条上る"}, {"060-0042", "北海道", "札幌市中央区", "大通西"},
}

var westernPlaces = map[country][]place{
	usa: {{"10013", "NY", "New York", "Lispenard Street"}, {"94107", "CA", "San Francisco", "Brannan Street"}, {"98104", "WA", "Seattle", "Yesler Way"},
		{"02116", "MA", "Boston", "Newbury Street"}},
	britain: {{"EC1V 2NX", "", "London", "Baldwin Street"}, {"M1 2WD", "", "Manchester", "Dale Street"}, {"EH3 7HS", "", "Edinburgh", "Walker Street"},
		{"BS1 4RW", "", "Bristol", "Baldwin Street"}},
	germany: {{"20459", "", "Hamburg", "Deichstraße"}, {"80469", "", "München", "Reichenbachstraße"}, {"10115", "", "Berlin", "Ackerstraße"},
		{"70173", "", "Stuttgart", "Königstraße"}},
}

func western(where country, street string, number int) string {
	if where == germany {
		return fmt.Sprintf("%s %d", street, number)
	}
	return fmt.Sprintf("%d %s", number, street)
}

func westernTown(where country, a crm.Address) string {
	switch where {
	case usa:
		return a.City + ", " + a.Region
	case germany:
		return a.City
	}
	return a.City
}
