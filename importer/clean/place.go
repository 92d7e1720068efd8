package clean

import (
	"regexp"
	"strings"
)

// Place is where a row comes from, as far as it shows.
type Place struct {
	Country  string // ISO 3166-1 alpha-2, never empty
	Evidence bool   // the row says so (a country column, an address); otherwise Country is only the default
	City     string // the city in the row's address (台北市, Hong Kong), "" when unknown
}

// PlaceOf tells where a row comes from by its country column and its address; fallback is the country for rows that do not say ("TW"). A caller
// that knows the whole file to be Taiwanese may set Evidence itself for rows without any.
func PlaceOf(country, address, fallback string) Place {
	code := CountryCode(country)
	found, city := placeInText(half(Text(address)))
	switch {
	case code != "":
		if found != code {
			city = ""
		}
		return Place{Country: code, Evidence: true, City: city}
	case found != "":
		return Place{Country: found, Evidence: true, City: city}
	}
	return Place{Country: fallback}
}

// placeInText finds the country of an address by the names in it.
func placeInText(s string) (country, city string) {
	if s == "" || len(s) > longestCell {
		return "", ""
	}
	if hasEast(s) {
		return eastPlace(s)
	}
	return westPlace(s)
}

var (
	twCity   = regexp.MustCompile(`(?:台北|臺北|新北|桃園|台中|臺中|台南|臺南|高雄|基隆|新竹|嘉義|苗栗|彰化|南投|雲林|屏東|宜蘭|花蓮|台東|臺東|澎湖|金門|連江)[市縣]`)
	twStart  = regexp.MustCompile(`^(?:台灣|臺灣|台湾|中華民國)`)
	hkStart  = regexp.MustCompile(`^(?:中國|中国)?(?:香港|九龍|九龙|新界)`)
	cnPlace  = regexp.MustCompile(`(?:北京|上海|天津|重慶|重庆)市?|(?:廣東|广东|江蘇|江苏|浙江|山東|山东|河南|河北|四川|湖北|湖南|福建|安徽|遼寧|辽宁|吉林|黑龍江|黑龙江|江西|陝西|陕西|山西|雲南|云南|貴州|贵州|甘肅|甘肃|青海|海南)省?|(?:廣西|广西|內蒙古|内蒙古|新疆|西藏|寧夏|宁夏)|(?:廣州|广州|深圳|東莞|东莞|蘇州|苏州|杭州|南京|武漢|武汉|成都|廈門|厦门|昆山|寧波|宁波|青島|青岛|大連|大连)市`)
	jpPlace  = regexp.MustCompile(`東京都|北海道|(?:京都|大阪)府|(?:神奈川|愛知|兵庫|福岡|埼玉|千葉|静岡|茨城|広島|宮城|新潟|長野|岐阜|群馬|栃木|岡山|三重|熊本|鹿児島|沖縄|滋賀|奈良|長崎|愛媛|青森|岩手|大分|石川|山形|宮崎|富山|秋田|香川|和歌山|福井|佐賀|山梨|徳島|高知|島根|鳥取|山口|福島)県|〒`)
	krPlace  = regexp.MustCompile(`(?:서울|부산|대구|인천|광주|대전|울산)|경기도|강원도|대한민국`)
	moStart  = regexp.MustCompile(`^(?:中國|中国)?(?:澳門|澳门)`)
	usTail   = regexp.MustCompile(`,\s*(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\s+\d{5}(?:-\d{4})?$`)
	cityWord = regexp.MustCompile(`(?i)\b(taipei|new taipei|taichung|tainan|kaohsiung|hsinchu|taoyuan|keelung|hong kong|kowloon|new territories|macau|tokyo|osaka|kyoto|shanghai|beijing|shenzhen|guangzhou|seoul|busan)\b`)
)

// cityWords are the countries of the cities that cards in English name most.
var cityWords = map[string]string{
	"taipei": "TW", "new taipei": "TW", "taichung": "TW", "tainan": "TW", "kaohsiung": "TW", "hsinchu": "TW", "taoyuan": "TW", "keelung": "TW",
	"hong kong": "HK", "kowloon": "HK", "new territories": "HK", "macau": "MO", "tokyo": "JP", "osaka": "JP", "kyoto": "JP",
	"shanghai": "CN", "beijing": "CN", "shenzhen": "CN", "guangzhou": "CN", "seoul": "KR", "busan": "KR",
}

// latinCities are the Chinese names of the Taiwanese cities in cityWords, for their area codes.
var latinCities = map[string]string{
	"taipei": "台北市", "new taipei": "新北市", "taichung": "台中市", "tainan": "台南市", "kaohsiung": "高雄市", "hsinchu": "新竹市", "taoyuan": "桃園市", "keelung": "基隆市",
}

func eastPlace(s string) (country, city string) {
	_, s = cutPostal(s)
	if at := twCity.FindStringIndex(s); at != nil && at[0] <= 24 {
		return "TW", s[at[0]:at[1]]
	}
	switch {
	case twStart.MatchString(s):
		return "TW", ""
	case hkStart.MatchString(s):
		return "HK", "香港"
	case moStart.MatchString(s):
		return "MO", "澳門"
	case krPlace.MatchString(s):
		return "KR", ""
	case jpPlace.MatchString(s), strings.HasPrefix(s, "日本"):
		return "JP", strings.Trim(jpPlace.FindString(s), "〒")
	case cnPlace.MatchString(s), strings.HasPrefix(s, "中國"), strings.HasPrefix(s, "中国"):
		return "CN", cnPlace.FindString(s)
	}
	return "", ""
}

// westPlace looks at the last words of an address and at the names of cities.
func westPlace(s string) (country, city string) {
	city = strings.ToLower(cityWord.FindString(s))
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '\n' })
	if len(parts) > 1 || strings.EqualFold(city, "hong kong") {
		last := strings.TrimSpace(parts[len(parts)-1])
		if code := CountryCode(strings.Trim(last, " .0123456789")); code != "" && len(last) > 1 && !isUSState(last, code) {
			return code, latinCity(city)
		}
	}
	if usTail.MatchString(s) {
		return "US", ""
	}
	return cityWords[city], latinCity(city)
}

// isUSState reports whether a last word that is a country's code is more likely one of the United States: CA, DE, IL.
func isUSState(last, code string) bool {
	return len(code) == 2 && strings.EqualFold(strings.Trim(last, " .0123456789"), code)
}

func latinCity(city string) string { return firstText(latinCities[city], city) }
