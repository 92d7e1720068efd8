package search

import (
	"strings"
	"sync"
	"unicode/utf8"

	"regulars/store/crm"
)

// Field is the key of a condition in its canonical, English form.
type Field string

// The fields that a condition may ask for. What people may type for each is in fieldSpecs.
const (
	FieldName        Field = "name"
	FieldCompany     Field = "company"
	FieldFormer      Field = "former" // companies and titles of the past
	FieldTitle       Field = "title"
	FieldDepartment  Field = "dept"
	FieldEmail       Field = "email"
	FieldPhone       Field = "phone"
	FieldTag         Field = "tag"
	FieldCity        Field = "city"
	FieldAddress     Field = "address"
	FieldPostal      Field = "postal"
	FieldCountry     Field = "country"
	FieldTax         Field = "tax"
	FieldRole        Field = "role"
	FieldSource      Field = "source"
	FieldReferrer    Field = "referrer"
	FieldLikes       Field = "likes"
	FieldLink        Field = "link"
	FieldNotes       Field = "notes"
	FieldLanguage    Field = "lang"
	FieldGender      Field = "gender"
	FieldExternal    Field = "external"
	FieldDoubt       Field = "doubt"
	FieldKind        Field = "kind"
	FieldChannel     Field = "channel" // not refused, and the record holds what it needs
	FieldAllowed     Field = "allowed" // a yes is on record
	FieldRefused     Field = "refused" // a no is on record
	FieldPrefers     Field = "prefers"
	FieldBirthday    Field = "birthday"
	FieldAnniversary Field = "anniversary"
	FieldCard        Field = "card"     // the day the card was handed over
	FieldVerified    Field = "verified" // the day somebody last checked the record
	FieldTouch       Field = "touch"    // the day of the latest contact
	FieldHas         Field = "has"
	FieldCustom      Field = "custom" // a user-defined field, with its name in Condition.Name
)

// manner is how a condition on a field compares.
type manner int

const (
	contains manner = iota // anywhere in the text
	whole                  // the whole text
	prefix                 // the beginning
	digits                 // anywhere in the digits of a number
	aDate                  // a day that has passed, as a rule
	yearly                 // a day that comes back each year
	channel                // a bit a channel
	kind                   // person or company
	presence               // whether there is anything
)

// fieldSpec describes a field.
type fieldSpec struct {
	field  Field
	words  string // what people may type for it, separated by blanks; compared folded
	manner manner
	codes  []code
	date   int
}

// The table of fields; it never changes.
var fieldSpecs = []fieldSpec{
	{field: FieldName, words: "name 姓名 名字 名稱", codes: []code{codeName, codeAlt, codeReading}},
	{field: FieldCompany, words: "company org 公司 單位 公司名稱", codes: []code{codeCompany}},
	{field: FieldFormer, words: "former past 曾任 前公司", codes: []code{codeFormer}},
	{field: FieldTitle, words: "title job 職稱 職務 職位", codes: []code{codeTitle}},
	{field: FieldDepartment, words: "dept department 部門", codes: []code{codeDepartment}},
	{field: FieldEmail, words: "email mail e-mail 電子郵件 電郵 信箱", codes: []code{codeEmail}},
	{field: FieldPhone, words: "phone tel mobile 電話 手機", manner: digits, codes: []code{codePhone}},
	{field: FieldTag, words: "tag tags label 標籤 群組", manner: whole, codes: []code{codeTag}},
	{field: FieldCity, words: "city region 城市 縣市 地區", codes: []code{codeCity}},
	{field: FieldAddress, words: "address 地址 住址", codes: []code{codeAddress}},
	{field: FieldPostal, words: "postal zip postcode 郵遞區號 郵編", manner: prefix, codes: []code{codePostal}},
	{field: FieldCountry, words: "country 國家", manner: prefix, codes: []code{codeCountry}},
	{field: FieldTax, words: "tax taxid vat 統編 統一編號", manner: prefix, codes: []code{codeTaxID}},
	{field: FieldRole, words: "role roles 角色 身分 身份", manner: whole, codes: []code{codeRole}},
	{field: FieldSource, words: "source 來源", codes: []code{codeSource}},
	{field: FieldReferrer, words: "referrer 介紹人 推薦人", codes: []code{codeReferrer}},
	{field: FieldLikes, words: "likes preference 喜好 偏好", codes: []code{codePreference}},
	{field: FieldLink, words: "link web url 網址 連結 網站", codes: []code{codeLink}},
	{field: FieldNotes, words: "notes note 備註 附註 筆記", codes: []code{codeNotes}},
	{field: FieldLanguage, words: "lang language 語言", manner: prefix, codes: []code{codeLanguage}},
	{field: FieldGender, words: "gender sex 性別", manner: whole, codes: []code{codeGender}},
	{field: FieldExternal, words: "external 外部編號", manner: whole, codes: []code{codeExternal}},
	{field: FieldDoubt, words: "doubt 存疑", manner: whole, codes: []code{codeDoubt}},
	{field: FieldKind, words: "kind type 類型 類別", manner: kind},
	{field: FieldChannel, words: "channel 管道 聯絡管道", manner: channel},
	{field: FieldAllowed, words: "allowed consent 同意 允許", manner: channel},
	{field: FieldRefused, words: "refused 拒絕 婉拒", manner: channel},
	{field: FieldPrefers, words: "prefers preferred 偏好管道 首選", manner: channel},
	{field: FieldBirthday, words: "birthday bday 生日", manner: yearly, date: dateOfBirth},
	{field: FieldAnniversary, words: "anniversary 紀念日", manner: yearly, date: dateOfAnniversary},
	{field: FieldCard, words: "card 名片日 名片日期", manner: aDate, date: dateOfCard},
	{field: FieldVerified, words: "verified checked 確認 確認日 核對", manner: aDate, date: dateOfCheck},
	{field: FieldTouch, words: "touch lasttouch 聯絡 聯絡日 最近聯絡", manner: aDate, date: dateOfTouch},
	{field: FieldHas, words: "has with 有", manner: presence},
	{field: FieldCustom, manner: contains, codes: []code{codeCustom}},
}

// negatedHas are the words for has with a minus sign.
const negatedHas = "no without 無 沒有 缺"

// FieldWord is a field with one of the words that may be typed for it, for completion and help.
type FieldWord struct {
	Field Field
	Word  string
}

// FieldWords lists everything that may be typed before a colon, user-defined fields left out. The first word of each field is the English
// one, which is canonical; the second is Chinese where there is one.
func FieldWords() []FieldWord {
	var out []FieldWord
	for _, s := range fieldSpecs {
		for _, w := range strings.Fields(s.words) {
			out = append(out, FieldWord{s.field, w})
		}
	}
	return out
}

// specOf finds the description of a field; ok is false for an unknown one.
func specOf(f Field) (spec fieldSpec, ok bool) {
	for _, s := range fieldSpecs {
		if s.field == f {
			return s, true
		}
	}
	return fieldSpec{}, false
}

// fieldsByWord maps every word that may be typed to its field.
var fieldsByWord = sync.OnceValue(func() map[string]Field {
	out := map[string]Field{}
	for _, w := range FieldWords() {
		out[Fold(w.Word)] = w.Field
	}
	return out
})

// fieldOf finds the field that a typed word means.
func fieldOf(word string) (Field, bool) {
	f, ok := fieldsByWord()[Fold(word)]
	return f, ok
}

// oneOf reports whether a folded word is among words separated by blanks.
func oneOf(folded, words string) bool {
	for _, w := range strings.Fields(words) {
		if Fold(w) == folded {
			return true
		}
	}
	return false
}

// channelOf reads the name of a channel.
func channelOf(s string) (crm.Channel, bool) {
	s = Fold(s)
	for i, words := range []string{
		"post letter 郵寄 信件 紙本 郵件", "email e-mail mail 電子郵件 電郵", "phone tel 電話", "fax 傳真", "sms mobile 簡訊", "line",
	} {
		if oneOf(s, words) {
			return crm.Channels()[i], true
		}
	}
	return "", false
}

// channelBit is the bit of a channel in facts, 0 for an unknown one.
func channelBit(ch crm.Channel) uint8 {
	for i, c := range crm.Channels() {
		if c == ch {
			return 1 << i
		}
	}
	return 0
}

// kindOf reads person or company.
func kindOf(s string) (crm.Kind, bool) {
	switch s = Fold(s); {
	case oneOf(s, "person people 人 個人 聯絡人"):
		return crm.Person, true
	case oneOf(s, "company firm org 公司 企業 單位"):
		return crm.Company, true
	}
	return "", false
}

// thing is what has: may ask for beyond the fields themselves.
type thing string

const (
	hasMobile  thing = "mobile"
	hasFax     thing = "fax"
	hasLINE    thing = "line"
	hasPhoto   thing = "photo"
	hasReading thing = "reading"
	hasConsent thing = "consent"
)

// thingOf reads what stands after "has:". ok is false for what can only be the name of a user-defined field.
func thingOf(s string) (canonical string, ok bool) {
	folded := Fold(s)
	for _, t := range []struct {
		thing thing
		words string
	}{
		{hasMobile, "mobile 手機"}, {hasFax, "fax 傳真"}, {hasLINE, "line"}, {hasPhoto, "photo 照片"}, {hasReading, "reading 讀音"}, {hasConsent, "consent"},
	} {
		if oneOf(folded, t.words) {
			return string(t.thing), true
		}
	}
	f, ok := fieldOf(s)
	if !ok || f == FieldHas || f == FieldKind {
		return s, false
	}
	return string(f), true
}

// looksLikeKey reports whether what stands before a colon can be a field's name: it begins with a letter and is not too long.
func looksLikeKey(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && len(s) <= 100 && (r >= utf8.RuneSelf && r != utf8.RuneError || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
}
