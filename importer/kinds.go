package importer

import (
	"strings"

	"regulars/store/crm"
)

// The words with which other programs name the kind of a number, address or link, in labels of columns and in types of vCards.

// wordsOf divides a label: "* Work Fax", "HOME,VOICE", "_$!<HomeFAX>!$_".
func wordsOf(label string) map[string]bool {
	s := strings.ToLower(label)
	s = labelSigns.Replace(s)
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,;/()<>:", r) }) {
		out[w] = true
	}
	return out
}

var labelSigns = strings.NewReplacer("_$!<", "", ">!$_", "", "homefax", "home fax", "workfax", "work fax", "otherfax", "other fax", "*", " ", "-", " ", "_", " ")

func anyOf(have map[string]bool, words ...string) bool {
	for _, w := range words {
		if have[w] {
			return true
		}
	}
	return false
}

var (
	homeWords  = strings.Fields("home 住家 住宅 家用 家庭 住家電話 自宅 privat private personal dom 宅 家")
	workWords  = strings.Fields("work business office 公司 工作 商務 辦公 辦公室 会社 勤務先 職場 dienstlich geschäftlich company 公")
	otherWords = strings.Fields("other 其他 其它 その他 weitere")
)

// phoneKind reads a label of a phone; "" leaves the kind to the number itself.
func phoneKind(label string) string {
	w := wordsOf(label)
	switch {
	case anyOf(w, "fax", "facsimile", "傳真", "传真", "telefax", "ファックス"):
		if anyOf(w, homeWords...) {
			return crm.PhoneHomeFax
		}
		return crm.PhoneFax
	case anyOf(w, "cell", "mobile", "手機", "手机", "行動電話", "行動", "携帯", "iphone", "handy", "mobil", "cellular", "휴대전화"):
		return crm.PhoneMobile
	case anyOf(w, "pager", "呼叫器", "beeper"):
		return crm.PhonePager
	case anyOf(w, "main", "總機", "代表號", "代表", "companymain"):
		return crm.PhoneMain
	case anyOf(w, homeWords...):
		return crm.PhoneHome
	case anyOf(w, workWords...):
		return crm.PhoneWork
	case anyOf(w, otherWords...) || anyOf(w, "car", "isdn", "radio", "callback", "telex", "video", "bbs", "modem", "pcs", "tty", "textphone"):
		return crm.PhoneOther
	}
	return ""
}

// placeKind reads a label of an e-mail or postal address.
func placeKind(label string) string {
	w := wordsOf(label)
	switch {
	case anyOf(w, workWords...):
		return crm.KindWork
	case anyOf(w, homeWords...):
		return crm.KindHome
	case anyOf(w, otherWords...):
		return crm.KindOther
	}
	return ""
}

// linkNames are the chat programs and networks by words in labels.
var linkNames = []struct{ word, kind string }{
	{"line", crm.LinkLINE}, {"wechat", crm.LinkWeChat}, {"微信", crm.LinkWeChat}, {"whatsapp", crm.LinkWhatsApp}, {"telegram", crm.LinkTelegram},
	{"skype", crm.LinkSkype}, {"qq", crm.LinkQQ}, {"facebook", crm.LinkFacebook}, {"linkedin", crm.LinkLinkedIn}, {"twitter", crm.LinkX}, {"x", crm.LinkX},
	{"im", crm.LinkIM}, {"aim", crm.LinkIM}, {"icq", crm.LinkIM}, {"msn", crm.LinkIM}, {"jabber", crm.LinkIM}, {"yahoo", crm.LinkIM}, {"xmpp", crm.LinkIM},
	{"gtalk", crm.LinkIM}, {"google", crm.LinkIM}, {"googletalk", crm.LinkIM}, {"hangouts", crm.LinkIM}, {"gadu", crm.LinkIM}, {"groupwise", crm.LinkIM}, {"instagram", crm.LinkIM},
}

// linkKind reads a label of a link.
func linkKind(label string) string {
	w := wordsOf(label)
	for _, n := range linkNames {
		if w[n.word] {
			return n.kind
		}
	}
	return crm.LinkWeb
}

// eventKind reads a label of a day.
func eventKind(label string) string {
	w := wordsOf(label)
	switch {
	case anyOf(w, "birthday", "生日", "誕生日", "bday"):
		return crm.DateBirthday
	case anyOf(w, "anniversary", "紀念日", "纪念日", "記念日", "周年紀念日", "週年紀念日"):
		return crm.DateAnniversary
	}
	return ""
}

func firstOf(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}
