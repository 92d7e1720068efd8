package clean

import (
	"regexp"
	"strings"

	"regulars/store/crm"
)

// wholeAddress takes one address apart: label, country, postal code, and in Taiwan city and district. remark is a remark in brackets.
func wholeAddress(text string, p AddressParts, at Place) (a crm.Address, remark string, notes []Note) {
	a.Kind, a.CountryText = p.Kind, p.Country
	kind, text, labeled := cutLabel(text)
	if labeled && kind != "" {
		a.Kind = kind
	}
	text, remark = cutRemark(text)
	if kind, ok := addressLabels[remark]; ok {
		a.Kind, remark = firstText(kind, a.Kind), ""
	}
	if placed := PlaceOf(p.Country, text, at.Country); placed.Evidence {
		at = placed
	}
	if at.Evidence {
		a.Country = at.Country
	}
	if cut, country := cutCountry(text, at.Country); p.Country == "" || CountryCode(p.Country) == at.Country {
		text, a.CountryText = cut, firstText(p.Country, country)
	}
	code, rest := cutCode(text, at)
	a.Text = rest
	a.Postal, notes = mergePostal(p.Postal, code, at)
	if !strings.HasPrefix(a.Postal, code) {
		a.Text = text // two codes: the text keeps its own
	}
	divideAddress(&a)
	return a, remark, notes
}

var addressLabel = regexp.MustCompile(`^[(\[【〔（]?(公司地址|通訊地址|聯絡地址|戶籍地址|辦公地址|住家地址|公司|辦公室|公|辦|住家|家|宅|戶籍|住址|地址|地址1|address|add|office|home|work)[)\]】〕）]?[ ]*([:：]|[)\]】〕）])[ ]*`)

// addressLabels are what stands beside an address in its cell.
var addressLabels = map[string]string{
	"公司": crm.KindWork, "公": crm.KindWork, "辦": crm.KindWork, "辦公室": crm.KindWork, "公司地址": crm.KindWork, "辦公地址": crm.KindWork, "office": crm.KindWork, "work": crm.KindWork,
	"家": crm.KindHome, "宅": crm.KindHome, "住家": crm.KindHome, "戶籍": crm.KindHome, "戶籍地址": crm.KindHome, "住家地址": crm.KindHome, "home": crm.KindHome,
	"地址": "", "住址": "", "通訊地址": "", "聯絡地址": "", "address": "", "add": "",
}

// cutLabel takes a label off the front: 公司：, (宅), 地址:.
func cutLabel(s string) (kind, rest string, ok bool) {
	m := addressLabel.FindStringSubmatchIndex(strings.ToLower(s))
	if m == nil || len(strings.ToLower(s)) != len(s) {
		return "", s, false
	}
	return addressLabels[strings.ToLower(s[m[2]:m[3]])], strings.TrimSpace(s[m[1]:]), true
}

var trailingRemark = regexp.MustCompile(`(?s)^(.+?)\s*[(（]([^()（）\n]*)[)）]$`)

// cutRemark takes a remark in brackets off the end of an address of Chinese characters. Western addresses keep theirs: R.O.C., c/o.
func cutRemark(s string) (rest, remark string) {
	m := trailingRemark.FindStringSubmatch(s)
	if m == nil || !hasEast(m[2]) || strings.ContainsAny(m[2], "號樓室") {
		return s, ""
	}
	return strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
}

// countryStarts are countries written before a Chinese, Japanese or Korean address.
var countryStarts = regexp.MustCompile(`^(台灣|臺灣|台湾|中華民國|日本国|日本|大韓民國|대한민국|中國|中国)(?:[(（][^)）]*[)）])?[\s,，]*`)

// cutCountry takes the country off the front or, behind the last comma, off the end. Hong Kong and Macau stay: they are the city too.
func cutCountry(s, country string) (rest, typed string) {
	if m := countryStarts.FindString(s); m != "" && len(m) < len(s) && !strings.HasPrefix(s[len(m):], "省") {
		name := strings.TrimRight(m, " ,，\n\t")
		if code := CountryCode(countryStarts.FindStringSubmatch(m)[1]); code == country || code == "CN" && country == "HK" {
			return strings.TrimSpace(s[len(m):]), name
		}
	}
	at := strings.LastIndexAny(s, ",\n")
	if at <= 0 || country == "HK" || country == "MO" || country == "SG" {
		return s, ""
	}
	last := strings.Trim(s[at+1:], " .")
	if CountryCode(last) == country && len(last) > 2 {
		return strings.TrimRight(s[:at], " ,\n"), last
	}
	return s, ""
}

var (
	leadingCode = regexp.MustCompile(`^[(\[【（]?\s*(\d{3})-?(\d{2,3})?\s*[)\]】）]?[\s,-]*`)
	japanCode   = regexp.MustCompile(`〒?\s*(\d{3})-(\d{4})\s*|〒\s*(\d{3})(\d{4})\s*`)
	chinaCode   = regexp.MustCompile(`(?:\s|邮编[:：]?|郵編[:：]?|,|，)+(\d{6})$`)
	chinaFront  = regexp.MustCompile(`^(\d{6})[\s,]*`)
	twTailCode  = regexp.MustCompile(`[\s,]+(\d{3}(?:\d{2,3})?)$`)
	postalCity  = regexp.MustCompile(`^(?:[A-Z]{1,3}-)?(\d{4,5})\s+(\p{L}[\p{L}\s.'’()/-]*)$`)
	streetWord  = regexp.MustCompile(`(?i)\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|way|court|ct|place|square|highway|route|rue|via)\b\.?`)
)

// cutPostal takes a Taiwanese postal code off the front of an address, if Chinese characters that can begin one follow. Codes have had 3 digits
// since 1970, 5 until 2020 and 6 since (Chunghwa Post).
func cutPostal(s string) (code, rest string) {
	m := leadingCode.FindStringSubmatchIndex(s)
	if m == nil {
		return "", s
	}
	rest = s[m[1]:]
	r, _ := firstRune(rest)
	if !isEast(r) || strings.ContainsRune("號号巷弄樓楼室段鄰年", r) {
		return "", s
	}
	code = s[m[2]:m[3]]
	if m[4] >= 0 {
		code += s[m[4]:m[5]]
	}
	return code, rest
}

// cutCode takes the postal code out of a whole address, where the country's way of writing one leaves no doubt.
func cutCode(s string, at Place) (code, rest string) {
	folded := half(s)
	switch at.Country {
	case "TW":
		if code, _ := cutPostal(folded); code != "" {
			m := leadingCode.FindString(folded)
			return code, skipRunes(s, len([]rune(m)))
		}
		if m := twTailCode.FindStringSubmatchIndex(folded); m != nil && at.Evidence && hasEast(s) {
			return folded[m[2]:m[3]], headRunes(s, len([]rune(folded[:m[0]])))
		}
	case "JP":
		if m := japanCode.FindStringSubmatchIndex(folded); m != nil {
			groups := japanCode.FindStringSubmatch(folded)
			rest := headRunes(s, len([]rune(folded[:m[0]]))) + skipRunes(s, len([]rune(folded[:m[1]])))
			return groups[1] + groups[3] + "-" + groups[2] + groups[4], strings.TrimSpace(rest)
		}
	case "CN":
		if m := chinaCode.FindStringSubmatchIndex(folded); m != nil {
			return folded[m[2]:m[3]], headRunes(s, len([]rune(folded[:m[0]])))
		}
		if m := chinaFront.FindStringSubmatchIndex(folded); m != nil {
			return folded[m[2]:m[3]], skipRunes(s, len([]rune(folded[:m[1]])))
		}
	}
	return cutWesternCode(s, at)
}

// cutWesternCode reads a cell that holds nothing but code and city: 21222 Köln.
func cutWesternCode(s string, at Place) (code, rest string) {
	m := postalCity.FindStringSubmatch(s)
	if m == nil || at.Country == "US" || hasEast(s) || streetWord.MatchString(m[2]) || len(strings.Fields(m[2])) > 3 || len(m[1]) == 4 && !at.Evidence {
		return "", s
	}
	return m[1], m[2]
}

func skipRunes(s string, n int) string { return strings.TrimSpace(string([]rune(s)[n:])) }

func headRunes(s string, n int) string { return strings.TrimRight(string([]rune(s)[:n]), " ,，\n") }

// mergePostal joins the code of the column and the code at the front of the address, which should be the same.
func mergePostal(column Cell, inText string, at Place) (string, []Note) {
	code, notes := Postal(column, at)
	switch {
	case code == "" || strings.HasPrefix(inText, code):
		return firstText(inText, code), notes
	case inText != "" && !strings.HasPrefix(code, inText):
		notes = append(notes, note(Warn, PostalDiffers, code, "other", inText))
		return code, notes
	}
	return code, notes
}

// Municipalities and provincial cities are divided into 區, counties into 鄉, 鎮 and 市.
var (
	cityDistrict   = regexp.MustCompile(`^[^\d\s]{1,3}?區`)
	countyDistrict = regexp.MustCompile(`^[^\d\s]{1,3}?[鄉鎮市][鄉鎮市]?`)
)

// districtOf is the district at the front of what follows the city or county.
func districtOf(city, rest string) string {
	if strings.HasSuffix(city, "市") {
		return cityDistrict.FindString(rest)
	}
	return countyDistrict.FindString(rest)
}

// divideAddress sets the parts of an address that are certain: city and district in Taiwan, the prefecture in Japan.
func divideAddress(a *crm.Address) {
	switch a.Country {
	case "TW":
		at := twCity.FindStringIndex(a.Text)
		if at == nil || at[0] != 0 {
			return
		}
		a.City = a.Text[:at[1]]
		rest := a.Text[at[1]:]
		a.District = districtOf(a.City, rest)
		a.Street = rest[len(a.District):]
	case "JP":
		if at := jpPlace.FindStringIndex(a.Text); at != nil && at[0] == 0 {
			a.Region, a.Street = a.Text[:at[1]], a.Text[at[1]:]
		}
	case "DE", "AT", "CH", "":
		if a.Postal != "" && !strings.ContainsAny(a.Text, "0123456789\n,") {
			a.City = a.Text
		}
	}
}
