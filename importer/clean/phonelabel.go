package clean

import (
	"strings"

	"regulars/store/crm"
)

// labelKind reads a label beside a number: TEL, FAX, 手機, (公), (宅). kind is "" for labels that only say that a number follows.
func labelKind(word string) (kind string, ok bool) {
	word = strings.Trim(strings.ToLower(half(word)), " .:-_*()[]<>【】〔〕")
	if kind, ok = phoneLabels[word]; ok {
		return kind, true
	}
	for _, tail := range []string{"聯絡電話", "電話", "电话", "號碼", "号码", "telephone", "phone", "tel", "no"} {
		if head, cut := strings.CutSuffix(word, tail); cut && head != "" {
			if kind, ok = phoneLabels[strings.Trim(head, " .")]; ok {
				return kind, true
			}
		}
	}
	return "", false
}

// mergeKinds joins two labels beside one number: (O)FAX is a fax, (H)FAX a fax at home.
func mergeKinds(a, b string) string {
	fax := a == crm.PhoneFax || b == crm.PhoneFax
	home := a == crm.PhoneHome || b == crm.PhoneHome
	switch {
	case fax && home:
		return crm.PhoneHomeFax
	case fax:
		return crm.PhoneFax
	case b != "":
		return b
	}
	return a
}

// phoneLabels are the labels of Taiwanese, mainland, Japanese and Western cards, in lower case.
var phoneLabels = labelTable(map[string]string{
	crm.PhoneFax:     "fax f telefax facsimile fx 傳真 传真 傳 ファックス fax號碼 傳真機 公司傳真 辦公傳真 팩스",
	crm.PhoneHomeFax: "homefax 家傳真 宅傳真 住家傳真",
	crm.PhoneMobile:  "mobile mob m mp cell cellphone cellular cel hp handphone handy gsm 手機 手机 行動 行動電話 大哥大 移動 移动 移動電話 移动电话 携帯 携帯電話 手 動 行 휴대폰 핸드폰",
	crm.PhoneWork:    "office off o w b work business bus direct d did 公 公司 辦 办 辦公 辦公室 办公 办公室 公務 上班 日 會社 会社 專線 专线 直線 直撥 직장 회사",
	crm.PhoneHome:    "home h res residence privat private 宅 家 家裡 家里 家用 住家 住宅 住 自宅 夜 晚 家中 戶籍 自택 집",
	crm.PhoneMain:    "main switchboard reception 總機 总机 代表 代表號 代表号 代表線 代表番号 総機",
	crm.PhonePager:   "pager bb call 呼叫器 傳呼",
	crm.PhoneOther:   "other 其他 其它 緊急 緊急聯絡",
	"":               "tel t telephone phone ph p telefon no number contact 電話 电话 電 电 聯絡電話 联系电话 連絡電話 聯絡 電話號碼 市話 市內電話 室內電話 號碼 号码 전화 でんわ",
})

func labelTable(words map[string]string) map[string]string {
	table := map[string]string{}
	for kind, list := range words {
		for _, w := range strings.Fields(list) {
			table[w] = kind
		}
	}
	return table
}
