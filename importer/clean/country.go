package clean

import "strings"

// CountryCode is the ISO 3166-1 alpha-2 code of a country's name in Chinese, English or its own language, or of its code; "" when it is not
// known.
func CountryCode(name string) string {
	return countryNames[countryKey(name)]
}

// countryKey is a country's name without case, blanks and signs.
func countryKey(name string) string {
	key := keepLetters(foldVariants(strings.ToLower(half(name))))
	return strings.TrimPrefix(key, "the")
}

var countryNames = countryTable(`
TW|台灣|臺灣|台湾|中華民國|中华民国|台灣地區|Taiwan|Taiwan ROC|ROC|Republic of China|Taiwan R.O.C.|TWN|Formosa|대만
CN|中國|中国|中國大陸|大陸|中華人民共和國|中华人民共和国|China|PRC|PR China|P.R.C.|Mainland China|CHN|중국
HK|香港|香港特別行政區|香港特别行政区|Hong Kong|HongKong|Hong Kong SAR|HKSAR|HKG|홍콩
MO|澳門|澳门|Macau|Macao|MAC
JP|日本|日本国|Japan|JPN|Nippon
KR|韓國|韩国|南韓|大韓民國|Korea|South Korea|Republic of Korea|KOR|한국|대한민국
SG|新加坡|星加坡|Singapore|SGP
MY|馬來西亞|马来西亚|Malaysia|MYS
TH|泰國|泰国|Thailand|THA|ประเทศไทย
VN|越南|Vietnam|Viet Nam|Việt Nam|VNM
PH|菲律賓|菲律宾|Philippines|PHL
ID|印尼|印度尼西亞|印度尼西亚|Indonesia|IDN
IN|印度|India|IND|Bharat
PK|巴基斯坦|Pakistan
BD|孟加拉|Bangladesh
LK|斯里蘭卡|Sri Lanka
NP|尼泊爾|Nepal
MM|緬甸|缅甸|Myanmar|Burma
KH|柬埔寨|Cambodia
LA|寮國|老撾|Laos
MN|蒙古|Mongolia
KZ|哈薩克|Kazakhstan
AU|澳洲|澳大利亞|澳大利亚|Australia|AUS
NZ|紐西蘭|新西蘭|新西兰|New Zealand|NZL
US|美國|美国|USA|United States|United States of America|America|Estados Unidos|Vereinigte Staaten|États-Unis|アメリカ
CA|加拿大|Canada|CAN|Kanada
MX|墨西哥|Mexico|México|MEX
BR|巴西|Brazil|Brasil|BRA
AR|阿根廷|Argentina
CL|智利|Chile
CO|哥倫比亞|Colombia
PE|秘魯|Peru|Perú
VE|委內瑞拉|Venezuela
PA|巴拿馬|Panama|Panamá
GT|瓜地馬拉|Guatemala
PY|巴拉圭|Paraguay
UY|烏拉圭|Uruguay
GB|英國|英国|United Kingdom|UK|Great Britain|England|Scotland|Wales|Northern Ireland|GBR|Großbritannien|Royaume-Uni
IE|愛爾蘭|Ireland|IRL|Éire
DE|德國|德国|Germany|Deutschland|DEU|BRD|Allemagne|Germania|Alemania
AT|奧地利|Austria|Österreich|AUT
CH|瑞士|Switzerland|Schweiz|Suisse|Svizzera|CHE
LI|列支敦斯登|Liechtenstein
FR|法國|法国|France|FRA|Frankreich|Francia
IT|義大利|意大利|Italy|Italia|ITA|Italien
ES|西班牙|Spain|España|ESP|Spanien
PT|葡萄牙|Portugal|PRT
NL|荷蘭|荷兰|Netherlands|Holland|Nederland|NLD|Niederlande
BE|比利時|比利时|Belgium|België|Belgique|Belgien|BEL
LU|盧森堡|Luxembourg|Luxemburg
DK|丹麥|丹麦|Denmark|Danmark|DNK|Dänemark
NO|挪威|Norway|Norge|NOR|Norwegen
SE|瑞典|Sweden|Sverige|SWE|Schweden
FI|芬蘭|芬兰|Finland|Suomi|FIN|Finnland
IS|冰島|Iceland|Ísland
PL|波蘭|波兰|Poland|Polska|POL|Polen
CZ|捷克|Czech Republic|Czechia|Česko|Česká republika|Tschechien
SK|斯洛伐克|Slovakia|Slovensko
HU|匈牙利|Hungary|Magyarország|Ungarn
RO|羅馬尼亞|Romania|România
BG|保加利亞|Bulgaria|България
GR|希臘|希腊|Greece|Ελλάδα|Hellas
TR|土耳其|Turkey|Türkiye|Turkiye
RU|俄羅斯|俄罗斯|Russia|Russian Federation|Россия
UA|烏克蘭|Ukraine|Україна
BY|白俄羅斯|Belarus
LT|立陶宛|Lithuania|Lietuva
LV|拉脫維亞|Latvia|Latvija
EE|愛沙尼亞|Estonia|Eesti
HR|克羅埃西亞|Croatia|Hrvatska
SI|斯洛維尼亞|Slovenia|Slovenija
RS|塞爾維亞|Serbia
IL|以色列|Israel
AE|阿聯|阿聯酋|阿拉伯聯合大公國|United Arab Emirates|UAE|Dubai
SA|沙烏地阿拉伯|沙特|Saudi Arabia
QA|卡達|Qatar
KW|科威特|Kuwait
JO|約旦|Jordan
LB|黎巴嫩|Lebanon
IR|伊朗|Iran
EG|埃及|Egypt
ZA|南非|South Africa
NG|奈及利亞|Nigeria
KE|肯亞|Kenya
GH|迦納|Ghana
MA|摩洛哥|Morocco|Maroc
TN|突尼西亞|Tunisia
ET|衣索比亞|Ethiopia
PW|帛琉|Palau
`)

func countryTable(lines string) map[string]string {
	table := map[string]string{}
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		names := strings.Split(line, "|")
		for _, name := range names {
			table[countryKey(name)] = names[0]
		}
	}
	table["d"], table["a"] = "DE", "AT" // as on number plates and in old German address books
	return table
}
