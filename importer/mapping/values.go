package mapping

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"regulars/importer/clean"
)

// shape is what the cells of a column look like: the share of cells, from 0 to 1, that may be each thing.
type shape struct {
	count                                            int
	email, url, phone, date, postal, taxID, number   float64
	han, latin, company, address, yesNo, kind, short float64
	distinct                                         float64
	honorific                                        float64
}

// shapeOf looks at the cells of a column.
func shapeOf(values []string) shape {
	s := shape{}
	seen := map[string]bool{}
	for _, raw := range values {
		v := clean.Text(raw)
		if clean.Nothing(v) {
			continue
		}
		s.count++
		seen[v] = true
		s.look(v)
	}
	if s.count == 0 {
		return s
	}
	n := float64(s.count)
	for _, f := range []*float64{&s.email, &s.url, &s.phone, &s.date, &s.postal, &s.taxID, &s.number, &s.han, &s.latin, &s.company, &s.address, &s.yesNo, &s.kind, &s.short, &s.honorific} {
		*f /= n
	}
	s.distinct = float64(len(seen)) / n
	return s
}

func (s *shape) look(v string) {
	add := func(f *float64, ok bool) {
		if ok {
			*f++
		}
	}
	lower := strings.ToLower(v)
	email := looksEmail(v)
	url := !email && looksURL(lower)
	date := looksDate(v)
	add(&s.email, email)
	add(&s.url, url)
	add(&s.date, date)
	add(&s.phone, !email && !url && looksPhone(v))
	add(&s.postal, looksPostal(v))
	add(&s.taxID, looksTaxID(v))
	add(&s.number, strings.Trim(v, "0123456789.,-") == "")
	add(&s.company, looksCompany(v))
	add(&s.address, !email && !url && looksAddress(v))
	add(&s.han, looksHanName(v))
	add(&s.latin, !email && !url && looksLatinName(v))
	add(&s.yesNo, yesNoWords[lower])
	add(&s.kind, kindWords[lower] != "")
	add(&s.honorific, honorifics[strings.TrimSuffix(lower, ".")])
	add(&s.short, utf8.RuneCountInString(v) <= 24)
}

func looksEmail(v string) bool {
	at := strings.LastIndexByte(v, '@')
	return at > 0 && at < len(v)-3 && strings.Contains(v[at:], ".") && !strings.Contains(v, "://") && len(v) < 200
}

func looksURL(lower string) bool {
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "www.") || bareDomain.MatchString(lower)
}

var bareDomain = regexp.MustCompile(`^[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|net|org|tw|cn|hk|jp|kr|io|co|edu|gov|info|biz|de|fr|uk|eu)(/\S*)?$`)

// looksPhone: mostly digits, six to twenty of them, and nothing but the signs and words of phone numbers.
func looksPhone(v string) bool {
	digits, letters := 0, 0
	for _, r := range v {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case unicode.IsLetter(r):
			letters++
		case !strings.ContainsRune(" +-()/.#~,;:、；，：*\n", r):
			return false
		}
	}
	return digits >= 6 && digits <= 40 && letters*3 <= digits && !looksDate(v)
}

var dateShapes = regexp.MustCompile(`^(民國|民国|R|H|S|令和|平成|昭和)?\s*\d{1,4}\s*[-/.年]\s*\d{1,2}\s*([-/.月]\s*\d{1,4}\s*日?)?([ T].*)?$|^\d{1,2}月\d{1,2}日$|^--\d{2}-?\d{2}$|^\d{1,2}[ -][A-Za-z]{3,9}\.?[ -,]+\d{2,4}$|^[A-Za-z]{3,9}\.? \d{1,2},? \d{4}$`)

func looksDate(v string) bool {
	return len(v) <= 40 && dateShapes.MatchString(v) && (strings.Count(v, ".") != 1 || strings.ContainsAny(v, "-/年"))
}

var postalShape = regexp.MustCompile(`^(\d{3}|\d{5}|\d{6}|\d{3}-\d{2,4}|〒?\d{3}-\d{4}|\d{4}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{5}-\d{4})$`)

func looksPostal(v string) bool { return postalShape.MatchString(v) }

func looksTaxID(v string) bool {
	return len(v) == 8 && strings.Trim(v, "0123456789") == "" && v[0] != '1' && v[0] != '2' || len(v) == 8 && strings.Trim(v, "0123456789") == "" && !looksCompactDate(v)
}

func looksCompactDate(v string) bool {
	return (v[:2] == "19" || v[:2] == "20") && v[4:6] <= "12" && v[6:8] <= "31"
}

var companyMarks = []string{"公司", "有限", "(股)", "（股）", "企業", "企业", "工業", "實業", "集團", "集团", "銀行", "银行", "大學", "大学", "學校", "学校", "國小", "國中", "高中", "學院", "学院",
	"醫院", "医院", "診所", "基金會", "協會", "协会", "事務所", "事务所", "工作室", "商行", "商號", "協進會", "工會", "公會", "政府", "工廠", "製造", "制造", "科技", "株式会社", "有限会社", "合同会社",
	"주식회사", "(주)", "㈜", "대학교"}

var companyTail = regexp.MustCompile(`(?i)\b(inc|ltd|llc|llp|corp|co|gmbh|ag|kg|sarl|sas|sa|s\.a|s\.r\.l|srl|spa|s\.p\.a|bv|b\.v|plc|pty|oy|ab|limited|company|corporation|group|holdings?|university|college|school|bank|institute|foundation|association|hospital)\.?$`)

func looksCompany(v string) bool {
	if utf8.RuneCountInString(v) > 60 {
		return false
	}
	for _, m := range companyMarks {
		if strings.Contains(v, m) {
			return true
		}
	}
	return companyTail.MatchString(v)
}

var streetWord = regexp.MustCompile(`(?i)\d.*\b(st|street|rd|road|ave|avenue|blvd|lane|ln|drive|dr|way|rue|straße|strasse|str\.|via|calle|floor|suite|rm|room)\b|\b(rue|via|calle|avenue|rua) .*\d|\d+ rue `)

func looksAddress(v string) bool {
	if n := utf8.RuneCountInString(v); n < 6 || n > 200 {
		return false
	}
	hits := 0
	for _, m := range []string{"市", "縣", "县", "區", "区", "路", "街", "號", "号", "巷", "樓", "段", "鄉", "鎮", "都", "府", "県", "町", "丁目", "로 ", "길 ", "구 "} {
		if strings.Contains(v, m) {
			hits++
		}
	}
	return hits >= 2 || streetWord.MatchString(v)
}

// looksHanName: two to four Han characters that package clean can take apart, or a Korean name.
func looksHanName(v string) bool {
	n := utf8.RuneCountInString(v)
	if n < 2 || n > 8 || !strings.ContainsFunc(v, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hangul) }) || looksCompany(v) {
		return false
	}
	someone := clean.Person(v)
	return someone.Name.Family != "" && !someone.Company
}

var latinName = regexp.MustCompile(`^\p{Lu}[\p{L}'’.-]*( (\p{Lu}[\p{L}'’.-]*|van|von|de|der|den|la|le|da|di|del|dos|bin|al)){1,4}$`)

func looksLatinName(v string) bool {
	return len(v) < 60 && latinName.MatchString(v) && !looksCompany(v)
}

var yesNoWords = map[string]bool{"yes": true, "no": true, "true": true, "false": true, "y": true, "n": true, "是": true, "否": true, "有": true, "不": true, "可": true, "不可": true, "0": true, "1": true}

// kindWords are the words for person and company in a column of kinds.
var kindWords = map[string]string{"person": "person", "company": "company", "個人": "person", "个人": "person", "公司": "company", "人": "person", "organization": "company", "組織": "company"}

var honorifics = map[string]bool{"mr": true, "mrs": true, "ms": true, "miss": true, "mx": true, "dr": true, "prof": true, "sir": true, "madam": true, "先生": true, "小姐": true, "女士": true,
	"太太": true, "夫人": true, "博士": true, "herr": true, "frau": true, "m": true, "mme": true, "mlle": true, "sig": true, "sig.ra": true, "ing": true, "dott": true, "dott.ssa": true, "sr": true, "sra": true, "様": true}

// KindOf reads a word for person or company: "person", "company" or "" for any other.
func KindOf(word string) string {
	return kindWords[strings.ToLower(clean.Text(word))]
}
