package crm

import "strings"

// OneLine is the address on a single line, without its country: with the postal code in front in Chinese and Japanese, and in its own order in Western
// script, where the code stands with the city.
func (t MailTo) OneLine() string {
	if t.Script == WesternMail {
		return strings.Join(t.Address, ", ")
	}
	return join(t.PostalLine(), join(t.Address...))
}

// OneLine is the address on a single line, see MailTo.OneLine.
func (a Address) OneLine() string {
	t := MailTo{Country: a.Country, Postal: strings.TrimSpace(a.Postal), Script: scriptOf(a, &Contact{})}
	t.Address = t.addressLines(a)
	return t.OneLine()
}

// addressLines writes an address without its country. The text as typed goes first, since it is what the customer wrote; the parts are put together where
// there is no text.
func (t MailTo) addressLines(a Address) []string {
	if t.Script == WesternMail {
		return westernLines(a)
	}
	if a.Text != "" {
		return textLines(a.Text)
	}
	line := a.Region + a.City + a.District + a.Street
	if a.Region == a.City {
		line = a.City + a.District + a.Street
	}
	return textLines(join(line, a.POBox))
}

// westernLines puts postal code and city where the country has them: behind the state in English-speaking countries, before the city on the
// continent.
func westernLines(a Address) []string {
	if a.Street == "" && a.POBox == "" {
		return withPostal(textLines(a.Text), a)
	}
	lines := append(textLines(a.Street), textLines(a.POBox)...)
	if a.District != "" {
		lines = append(lines, a.District)
	}
	return append(lines, cityLines(a)...)
}

func cityLines(a Address) []string {
	switch a.Country {
	case "GB", "IE":
		return some2(a.City, a.Region, a.Postal)
	case "HK", "MO":
		return some2(join(a.City, a.Region))
	case "US", "CA", "AU", "NZ", "IN", "TW", "SG", "PH", "MY", "TH", "VN", "KR", "CN", "JP", "":
		return some2(comma(a.City, join(a.Region, a.Postal)))
	}
	return some2(join(a.Postal, a.City), a.Region)
}

// withPostal adds the postal code to an address that came as text alone, unless the text has it already.
func withPostal(lines []string, a Address) []string {
	if a.Postal == "" || strings.Contains(strings.Join(lines, " "), a.Postal) || len(lines) == 0 {
		return lines
	}
	last := len(lines) - 1
	if continental(a.Country) {
		lines[last] = a.Postal + " " + lines[last]
		return lines
	}
	lines[last] += " " + a.Postal
	return lines
}

func continental(country string) bool {
	return strings.Contains(" DE AT CH FR IT ES PT NL BE LU DK SE NO FI IS PL CZ SK HU SI HR RO BG GR EE LV LT TR ", " "+country+" ") && country != ""
}

// textLines splits an address as typed into lines without blank ones.
func textLines(s string) []string {
	var out []string
	for _, line := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = strings.Trim(strings.TrimSpace(line), ",，"); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func some2(lines ...string) []string {
	var out []string
	for _, s := range lines {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func comma(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

// countryLine is the country in English capitals, as the Universal Postal Union asks for on mail that leaves the sender's country; as typed where
// it is not in our list.
func (s MailStyle) countryLine(a Address) string {
	switch {
	case a.Country == s.from() || a.Country == "" && a.CountryText == "":
		return ""
	case countryName(a.Country) != "":
		return countryName(a.Country)
	}
	return strings.ToUpper(firstOf(a.CountryText, a.Country))
}

// countryName is the English name of a country in capitals.
func countryName(code string) string {
	for _, row := range countryNames {
		if row[0] == code {
			return row[1]
		}
	}
	return ""
}

// countryNames are the short names of ISO 3166-1 of the countries that mail from East Asia goes to most.
var countryNames = [...][2]string{
	{"AE", "UNITED ARAB EMIRATES"}, {"AR", "ARGENTINA"}, {"AT", "AUSTRIA"}, {"AU", "AUSTRALIA"}, {"BD", "BANGLADESH"}, {"BE", "BELGIUM"},
	{"BG", "BULGARIA"}, {"BN", "BRUNEI"}, {"BR", "BRAZIL"}, {"CA", "CANADA"}, {"CH", "SWITZERLAND"}, {"CL", "CHILE"}, {"CN", "CHINA"},
	{"CO", "COLOMBIA"}, {"CZ", "CZECHIA"}, {"DE", "GERMANY"}, {"DK", "DENMARK"}, {"EE", "ESTONIA"}, {"EG", "EGYPT"}, {"ES", "SPAIN"},
	{"FI", "FINLAND"}, {"FR", "FRANCE"}, {"GB", "UNITED KINGDOM"}, {"GR", "GREECE"}, {"HK", "HONG KONG"}, {"HR", "CROATIA"}, {"HU", "HUNGARY"},
	{"ID", "INDONESIA"}, {"IE", "IRELAND"}, {"IL", "ISRAEL"}, {"IN", "INDIA"}, {"IS", "ICELAND"}, {"IT", "ITALY"}, {"JP", "JAPAN"},
	{"KE", "KENYA"}, {"KH", "CAMBODIA"}, {"KR", "KOREA (REP.)"}, {"LA", "LAOS"}, {"LK", "SRI LANKA"}, {"LT", "LITHUANIA"}, {"LU", "LUXEMBOURG"},
	{"LV", "LATVIA"}, {"MM", "MYANMAR"}, {"MN", "MONGOLIA"}, {"MO", "MACAO"}, {"MX", "MEXICO"}, {"MY", "MALAYSIA"}, {"NG", "NIGERIA"},
	{"NL", "NETHERLANDS"}, {"NO", "NORWAY"}, {"NP", "NEPAL"}, {"NZ", "NEW ZEALAND"}, {"PE", "PERU"}, {"PH", "PHILIPPINES"}, {"PK", "PAKISTAN"},
	{"PL", "POLAND"}, {"PT", "PORTUGAL"}, {"RO", "ROMANIA"}, {"RU", "RUSSIA"}, {"SA", "SAUDI ARABIA"}, {"SE", "SWEDEN"}, {"SG", "SINGAPORE"},
	{"SI", "SLOVENIA"}, {"SK", "SLOVAKIA"}, {"TH", "THAILAND"}, {"TR", "TURKIYE"}, {"TW", "TAIWAN (R.O.C.)"}, {"UA", "UKRAINE"},
	{"US", "UNITED STATES"}, {"VN", "VIET NAM"}, {"ZA", "SOUTH AFRICA"},
}
