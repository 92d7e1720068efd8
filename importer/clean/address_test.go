package clean

import (
	"strings"
	"testing"

	"regulars/store/crm"
)

// writeAddresses writes each address as country postal text {region/city/district/street} [kind].
func writeAddresses(addresses []crm.Address) string {
	var all []string
	for _, a := range addresses {
		s := strings.Join(kept(a.Country, a.Postal, strings.ReplaceAll(a.Text, "\n", "⏎")), " ")
		if a.Kind != "" {
			s += " [" + a.Kind + "]"
		}
		if a.CountryText != "" {
			s += " <" + a.CountryText + ">"
		}
		all = append(all, s)
	}
	return strings.Join(all, " + ")
}

func TestAddresses(t *testing.T) {
	tests := []struct {
		name string
		p    AddressParts
		at   Place
		want string
		rest string
		warn string
	}{
		{"D1", AddressParts{Street: "106台北市大安區羅斯福路四段1號"}, anywhere, "TW 106 台北市大安區羅斯福路四段1號", "", ""},
		{"D2", AddressParts{Street: "10617 台北市大安區羅斯福路四段1號"}, anywhere, "TW 10617 台北市大安區羅斯福路四段1號", "", ""},
		{"D3", AddressParts{Street: "106319臺北市大安區羅斯福路四段1號"}, anywhere, "TW 106319 臺北市大安區羅斯福路四段1號", "", ""},
		{"D4 square", AddressParts{Street: "[106]臺北市大安區羅斯福路四段1號"}, anywhere, "TW 106 臺北市大安區羅斯福路四段1號", "", ""},
		{"D4 round", AddressParts{Street: "(106)臺北市大安區羅斯福路四段1號"}, anywhere, "TW 106 臺北市大安區羅斯福路四段1號", "", ""},
		{"D4 hyphen", AddressParts{Street: "106-17 臺北市大安區羅斯福路四段1號"}, anywhere, "TW 10617 臺北市大安區羅斯福路四段1號", "", ""},
		{"city with a list's code beside a whole address", AddressParts{City: "[38]臺北市", Street: "[116]臺北市文山區指南路二段64號"}, anywhere, "TW 116 臺北市文山區指南路二段64號", "[38]", ""},
		{"city that says more than the address", AddressParts{City: "高雄市", Street: "台北市大安區和平東路1號"}, anywhere, "TW 高雄市台北市大安區和平東路1號", "", ""},
		{"district in the column of the region", AddressParts{City: "台中市", Region: "西屯區", Street: "工業區一路98號"}, anywhere, "TW 台中市西屯區工業區一路98號", "", ""},
		{"D5", AddressParts{Street: "台灣 110 台北市信義區信義路五段7號"}, anywhere, "TW 110 台北市信義區信義路五段7號 <台灣>", "", ""},
		{"D8", AddressParts{Postal: number("106"), Street: "台北市大安區羅斯福路四段1號"}, anywhere, "TW 106 台北市大安區羅斯福路四段1號", "", ""},
		{"D9", AddressParts{Postal: number("6779"), Street: "Alte Str. 32", City: "Dessau", Country: "Deutschland"}, anywhere,
			"DE 06779 Alte Str. 32⏎Dessau <Deutschland>", "", PostalZeroRestored},
		{"D10", AddressParts{Street: "21222 Köln"}, anywhere, "21222 Köln", "", ""},
		{"D10 in the city column", AddressParts{City: "21222 Köln", Street: "Domplatz 1", Country: "DE"}, anywhere, "DE 21222 Domplatz 1⏎Köln <DE>", "", ""},
		{"D11", AddressParts{Street: "Rm 1203, 12/F, ABC Centre, 1 Queen's Road Central, Hong Kong"}, anywhere,
			"HK Rm 1203, 12/F, ABC Centre, 1 Queen's Road Central, Hong Kong", "", ""},
		{"D12", AddressParts{Street: "九龍尖沙咀彌敦道100號12樓"}, anywhere, "HK 九龍尖沙咀彌敦道100號12樓", "", ""},
		{"D13", AddressParts{Street: "上海市浦东新区世纪大道100号 200120"}, anywhere, "CN 200120 上海市浦东新区世纪大道100号", "", ""},
		{"D14", AddressParts{Street: "广东省深圳市南山区科技园1号"}, anywhere, "CN 广东省深圳市南山区科技园1号", "", ""},
		{"D15", AddressParts{Street: "〒150-0002 東京都渋谷区渋谷2-21-1"}, anywhere, "JP 150-0002 東京都渋谷区渋谷2-21-1", "", ""},
		{"D16", AddressParts{Postal: number("1500002"), Street: "東京都渋谷区渋谷2-21-1"}, anywhere, "JP 150-0002 東京都渋谷区渋谷2-21-1", "", ""},
		{"D17", AddressParts{Street: "東京都", More: []string{"渋谷区", "桜丘町", "1-2-3"}}, anywhere, "JP 東京都渋谷区桜丘町1-2-3", "", ""},
		{"D18 label", AddressParts{Street: "台北市大安區羅斯福路四段1號\n(公司)"}, anywhere, "TW 台北市大安區羅斯福路四段1號 [work]", "", ""},
		{"D18 remark", AddressParts{Street: "台北市大安區羅斯福路四段1號 (巷口便利商店旁)"}, anywhere, "TW 台北市大安區羅斯福路四段1號", "巷口便利商店旁", ""},
		{"D18 two", AddressParts{Street: "106台北市大安區羅斯福路四段1號\n110台北市信義區信義路五段7號"}, anywhere,
			"TW 106 台北市大安區羅斯福路四段1號 + TW 110 台北市信義區信義路五段7號", "", ""},

		{"columns of Outlook", AddressParts{City: "台北市", District: "大安區", Street: "羅斯福路四段1號", Postal: Typed("106"), Country: "台灣"}, anywhere,
			"TW 106 台北市大安區羅斯福路四段1號 <台灣>", "", ""},
		{"city repeated in the street", AddressParts{City: "臺北市", Street: "台北市大安區羅斯福路四段1號"}, anywhere, "TW 台北市大安區羅斯福路四段1號", "", ""},
		{"code in both", AddressParts{Postal: Typed("106"), Street: "10617台北市大安區羅斯福路四段1號"}, anywhere, "TW 10617 台北市大安區羅斯福路四段1號", "", ""},
		{"codes that differ", AddressParts{Postal: Typed("110"), Street: "106台北市大安區羅斯福路四段1號"}, anywhere, "TW 110 106台北市大安區羅斯福路四段1號", "", PostalDiffers},
		{"code at the end", AddressParts{Street: "台北市大安區羅斯福路四段1號 106"}, anywhere, "TW 106 台北市大安區羅斯福路四段1號", "", ""},
		{"label in front", AddressParts{Street: "公司：台北市大安區羅斯福路四段1號"}, anywhere, "TW 台北市大安區羅斯福路四段1號 [work]", "", ""},
		{"province", AddressParts{Street: "臺灣省彰化縣彰化市中山路1號"}, anywhere, "TW 臺灣省彰化縣彰化市中山路1號", "", ""},
		{"code with hyphen", AddressParts{Street: "11008-台北市信義區市府路1號"}, anywhere, "TW 11008 台北市信義區市府路1號", "", ""},
		{"wide digits", AddressParts{Street: "１０６台北市大安區羅斯福路四段１號"}, anywhere, "TW 106 台北市大安區羅斯福路四段1號", "", ""},
		{"American street number", AddressParts{Street: "5110 Melissa Rapid Suite 967"}, anywhere, "5110 Melissa Rapid Suite 967", "", ""},
		{"American columns", AddressParts{Street: "221 Broadway", City: "New York", Region: "NY", Postal: Typed("10007"), Country: "USA"}, anywhere,
			"US 10007 221 Broadway⏎New York, NY <USA>", "", ""},
		{"American cell", AddressParts{Street: "123 Maple St, Springfield, IL, USA"}, anywhere, "US 123 Maple St, Springfield, IL <USA>", "", ""},
		{"several lines", AddressParts{Street: "1 rue des tomates\n75001 Paris"}, anywhere, "1 rue des tomates⏎75001 Paris", "", ""},
		{"Swiss code", AddressParts{Street: "Bahnhofstrasse 1", City: "Zürich", Postal: number("8001"), Country: "Schweiz"}, anywhere, "CH 8001 Bahnhofstrasse 1⏎Zürich <Schweiz>", "", ""},
		{"American code without zero", AddressParts{City: "Boston", Street: "1 Main", Postal: number("2108"), Country: "USA"}, anywhere, "US 02108 1 Main⏎Boston <USA>", "", PostalZeroRestored},
		{"unlikely code", AddressParts{Street: "台北市大安區", Postal: Typed("1061")}, anywhere, "TW 1061 台北市大安區", "", PostalUnlikely},
		{"NULL", AddressParts{Street: "NULL"}, anywhere, "", "", ""},
		{"nothing", AddressParts{}, anywhere, "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			addresses, rest, notes := Addresses(tt.p, tt.at)
			if got := writeAddresses(addresses); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if rest != tt.rest {
				t.Errorf("rest: got %q, want %q", rest, tt.rest)
			}
			if got := codesOf(notes); got != tt.warn {
				t.Errorf("warnings: got %q, want %q", got, tt.warn)
			}
		})
	}
}

func TestAddressesDivideTaiwan(t *testing.T) {
	for _, tt := range [][4]string{
		{"106台北市大安區羅斯福路四段1號", "台北市", "大安區", "羅斯福路四段1號"},
		{"高雄市前鎮區中山二路1號", "高雄市", "前鎮區", "中山二路1號"},
		{"台南市新市區中山路1號", "台南市", "新市區", "中山路1號"},
		{"台中市中區中山路1號", "台中市", "中區", "中山路1號"},
		{"嘉義縣大林鎮湖北里大湖1之10號", "嘉義縣", "大林鎮", "湖北里大湖1之10號"},
		{"桃園縣平鎮市中山路1號", "桃園縣", "平鎮市", "中山路1號"},
		{"新竹縣竹北市光明六路10號", "新竹縣", "竹北市", "光明六路10號"},
		{"臺灣省彰化縣彰化市中山路1號", "", "", ""},
	} {
		addresses, _, _ := Addresses(AddressParts{Street: tt[0]}, anywhere)
		a := addresses[0]
		if a.City != tt[1] || a.District != tt[2] || a.Street != tt[3] {
			t.Errorf("%s: got %q %q %q", tt[0], a.City, a.District, a.Street)
		}
	}
}

func TestAddressKey(t *testing.T) {
	tests := []struct{ name, a, b string }{
		{"D6", "台北市大安區羅斯福路四段1號", "臺北市大安區羅斯福路四段1號"},
		{"D7", "信義路５段７號３樓之１", "信義路五段7號3樓之1"},
		{"numerals everywhere", "信義路五段十七號三樓之一", "信義路5段17號3樓之1"},
		{"floor in English", "信義路五段7號3F", "信義路五段7號3樓"},
		{"hyphen", "信義路五段7-1號", "信義路五段7之1號"},
		{"blanks and case", "1 Infinite Loop, Cupertino", "1 infinite loop cupertino"},
	}
	for _, tt := range tests {
		if AddressKey(tt.a) != AddressKey(tt.b) {
			t.Errorf("%s: %q and %q have the keys %q and %q", tt.name, tt.a, tt.b, AddressKey(tt.a), AddressKey(tt.b))
		}
	}
	if AddressKey("三民路1號") == AddressKey("3民路1號") {
		t.Error("the name of a road became a number")
	}
}

func TestPlaceOf(t *testing.T) {
	tests := []struct{ name, country, address, want string }{
		{"nothing", "", "", "TW? "},
		{"Taiwanese city", "", "106台北市大安區", "TW 台北市"},
		{"column", "Germany", "", "DE "},
		{"column against address", "日本", "東京都渋谷区", "JP 東京都"},
		{"Hong Kong", "", "Hong Kong", "HK hong kong"},
		{"Taipei in English", "", "1 Roosevelt Rd., Taipei, Taiwan (R.O.C.)", "TW 台北市"},
		{"Taipei without country", "", "5F, 7 Xinyi Rd., Taipei", "TW 台北市"},
		{"state", "", "1 Main St, Springfield, IL 62701", "US "},
		{"state code is no country", "", "1 Main St, Los Angeles, CA", "TW? "},
		{"Kowloon", "", "九龍尖沙咀彌敦道100號", "HK 香港"},
		{"mainland", "", "广东省深圳市", "CN 广东省"},
	}
	for _, tt := range tests {
		p := PlaceOf(tt.country, tt.address, "TW")
		got := p.Country + map[bool]string{true: " ", false: "? "}[p.Evidence] + p.City
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestPostal(t *testing.T) {
	for _, c := range []Cell{Typed("150-0002"), Typed("1500002"), number("1500002"), Typed("〒150-0002")} { // D15, D16
		if code, _ := Postal(c, anywhere); code != "150-0002" {
			t.Errorf("%q: got %q", c.Text, code)
		}
	}
}
