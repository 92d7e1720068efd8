package clean

import (
	"strings"
	"unicode"
)

// Company reads the name of a firm. key is the form in which the spellings of one firm are equal: without 股份有限公司, (股), Inc. and Ltd., in one
// width and case, with 台 for 臺 and without blanks and signs. It is for comparing only. A cell that says there is no firm gives nothing.
func Company(text string) (display, key string, notes []Note) {
	if Nothing(text) {
		return "", "", nil
	}
	display, notes = TextNoted(text)
	display = strings.Join(strings.Fields(display), " ")
	return display, CompanyKey(display), notes
}

// CompanyKey is the key of Company for a name that is clean already.
func CompanyKey(display string) string {
	s := foldVariants(strings.ToLower(half(display)))
	whole := keepLetters(s)
	if len(display) > longestCell {
		return whole
	}
	for _, form := range hanForms {
		s = strings.ReplaceAll(s, form, "")
	}
	s = cutLatinForms(s)
	key := keepLetters(s)
	if head, ok := strings.CutSuffix(key, "公司"); ok && !strings.HasSuffix(head, "分") {
		key = head
	}
	if key == "" {
		return whole
	}
	return key
}

// hanForms are the legal forms of firms in Taiwan, Hong Kong, the mainland, Japan and Korea, longest first.
var hanForms = []string{"股份有限公司", "有限責任公司", "有限责任公司", "(股)有限公司", "(股)公司", "有限公司", "無限公司", "兩合公司", "株式会社", "株式會社", "有限会社", "合同会社", "合資会社", "주식회사", "유한회사", "(股)", "(有)", "(株)", "(주)", "㈱", "㈲", "㈜"}

// latinForms are the legal forms written in Latin letters, without dots.
var latinForms = setOf(`inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag kg kgaa ohg ug eg ev sa sas sarl srl spa sl slu bv nv cv oy oyj ab
	as asa aps pty pte sdn bhd kk gk ltda lda sro doo zoo dba coltd`)

// cutLatinForms takes legal forms off the end: Acme Co., Ltd.
func cutLatinForms(s string) string {
	words := strings.Fields(latinSigns.Replace(s))
	for len(words) > 1 && (latinForms[words[len(words)-1]] || words[len(words)-1] == "&") {
		words = words[:len(words)-1]
	}
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

var latinSigns = strings.NewReplacer(".", "", ",", " ", "&", " & ")

// foldVariants writes characters that are used for one another in one way.
func foldVariants(s string) string {
	if isPlain(s) {
		return s
	}
	return variants.Replace(s)
}

var variants = strings.NewReplacer("臺", "台", "巿", "市", "濓", "濂", "峯", "峰", "羣", "群", "衞", "衛", "裏", "裡", "綫", "線", "舘", "館", "啓", "啟", "脩", "修", "﨑", "崎", "髙", "高", "台湾", "台灣")

func keepLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, s)
}

// looksCompany reports whether a text in a name column is the name of a firm or an office.
func looksCompany(s string) bool {
	lower := strings.ToLower(half(s))
	if isPlain(lower) {
		return looksWesternCompany(lower)
	}
	n := len([]rune(lower))
	for _, w := range hanFirmWords {
		if strings.Contains(lower, w) && (n > 3 || !looksHanPerson(s)) {
			return true
		}
	}
	for _, w := range hanFirmEnds {
		if strings.HasSuffix(lower, w) && n >= 4 && !looksHanPerson(s) {
			return true
		}
	}
	return looksWesternCompany(lower)
}

var (
	hanFirmWords = strings.Fields(`公司 股份 企業社 企业社 商行 工作室 事務所 事务所 基金會 基金会 協會 协会 學會 学会 公會 公会 工會 商會 商会 委員會 委员会 管理處 診所 诊所 醫院 医院 大學 大学 集團 集团
		旅行社 出版社 雜誌社 合作社 農會 漁會 補習班 幼兒園 圖書館 博物館 美術館 辦公室 办公室 株式会社 株式會社 有限会社 (株) ㈱ (股) 주식회사`)
	hanFirmEnds = strings.Fields(`銀行 银行 學院 学院 高中 國中 國小 小學 中學 工廠 實業 实业 科技 國際 国际 企業 企业 商店 餐廳 餐厅 飯店 饭店 酒店 書店 書局 藥局 政府 分局 門市 超市 總部 分部 客服 中心 工業 建設 營造 貿易
		食品 電子 資訊 文化 設計 教會 車行 花店 咖啡 郵局`)
	westernFirmWords = setOf(`inc incorporated corp corporation ltd limited llc llp plc gmbh company pty pte university hospital hotel office foundation association institute
		ministry technologies solutions holdings industries logistics consulting enterprises restaurant systems laboratories ltda srl sarl`)
	westernFirmEnds = setOf("co ag kg sa spa bv nv oy ab kk group bank services international")
)

// looksWesternCompany looks for the words of firms. Words that are family names too count only at the end, behind another word.
func looksWesternCompany(lower string) bool {
	words := strings.FieldsFunc(lower, func(r rune) bool { return r == ' ' || r == ',' || r == '(' || r == ')' })
	for i, w := range words {
		b := strings.ReplaceAll(w, ".", "")
		if len(words) > 1 && westernFirmWords[b] || i > 0 && i == len(words)-1 && westernFirmEnds[b] && (len(b) > 2 || strings.Contains(w, ".") || b == "ag" || b == "kg" || b == "co") {
			return true
		}
	}
	return false
}
