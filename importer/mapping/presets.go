package mapping

import "strings"

// preset is a known export of a known program. It is recognised when the headers include all words of marks; its own words then go before
// the dictionary. The headers as such are facts of those programs' exports.
type preset struct {
	name  string
	marks []string
	words table // folded header → field; a header that occurs twice has "#2" behind its second word
}

// presets lists the known exports, the more special before the more general.
func presets() []preset {
	p := func(name, marks, words string) preset {
		out := preset{name: name, words: table{}}
		for _, m := range strings.Split(marks, ",") {
			out.marks = append(out.marks, Fold(m))
		}
		for _, line := range strings.Split(words, "\n") {
			field, list, ok := strings.Cut(line, ":")
			for _, w := range strings.Split(list, ",") {
				if head, nth, second := strings.Cut(strings.TrimSpace(w), "#"); ok && w != "" {
					key := Fold(head)
					if second {
						key += "#" + nth
					}
					out.words[key] = strings.TrimSpace(field)
				}
			}
		}
		return out
	}
	return []preset{
		p("camcard", "創建日期,名字,名字拚音或音標,姓氏拚音或音標", camcardWords),
		p("camcard", "姓名,名字,姓,公司1,職位1", camcardWords),
		p("camcard", "创建日期,姓名,名字,姓,公司1", camcardWords),
		p("camcard", "first name,last name,company1,job title1", camcardWords),
		p("eight", "会社名,名刺交換日,TEL会社,TEL直通", "card_date: 名刺交換日\nphone.main: TEL会社\nphone.work: TEL部門,TEL直通\n-: Eightでつながっている人,再データ化中の名刺,'?'を含んだデータ"),
		p("sansan", "氏名［姓］,氏名［名］,会社名（カナ）", "company: 会社名\nemail.work: Email(1)\nphone.work: TEL-1(1)\nphone.fax: FAX(1)\nphone.mobile: 携帯電話(1)\naddress.work.postal: 郵便番号(1)\naddress.work: 住所(1)［全て］\naddress.work.country: 国\ncustom.会社名（英名）: 会社名（英名）\ncustom.会社名（カナ）: 会社名（カナ）"),
		p("outlook", "頭銜,名字,姓氏,稱謂,商務電話", outlookWords+"name.prefix: 頭銜\nname.suffix: 稱謂\nreferrer: 介紹人,引用\ncustom.公司 ID: 公司 ID\nphone.main: 公司代表線,代表電話"),
		p("outlook-express", "名稱,電子郵件地址,住家所在街道", "name: 名稱"),
		p("outlook", "肩書き,名,姓,敬称,会社電話", outlookWords+"name.prefix: 肩書き\nname.suffix: 敬称\nreading.family: 姓フリガナ\nreading.given: 名前フリガナ\nreferrer: 参照事項"),
		p("outlook", "anrede,vorname,nachname,suffix,telefon geschäftlich", outlookWords+"name.prefix: Anrede\nname: Name\nphone.other: Mobiltelefon 2\njob_title: Position\nreferrer: Empfohlen von\ncustom.Ort: Ort"),
		p("outlook", "titre,prénom,deuxième prénom,nom,suffixe,téléphone (bureau)", outlookWords+"name.prefix: Titre\njob_title: Titre#2\nname.family: Nom\nname: Nom#2\nbirthday: Anniversaire"),
		p("windows-live", "prénom,nom,deuxième prénom,pseudo,rue (domicile)", "name.family: Nom\nname: Nom#2\nbirthday: Anniversaire"),
		p("windows-live", "名,姓,中间名,名字,昵称,住宅电话", "name: 名字"),
		p("windows-live", "名字,姓氏,中間名,名稱,別名", "name: 名稱"),
		p("outlook", "title,first name,middle name,last name,suffix,business street", outlookWords),
		p("outlook", "first name,middle name,last name,e-mail 2 address,business phone", outlookWords),
		p("outlook", "title,firstname,middlename,lastname,suffix,businessstreet", outlookWords),
		p("windows-live", "first name,last name,middle name,nickname,e-mail address,home street", outlookWords),
		p("google", "given name,family name,additional name,name prefix", googleWords),
		p("google", "first name,last name,file as,organization name", googleWords),
		p("google", "phonetic first name,organization name,labels", googleWords),
		p("google", "名字,姓氏,中間名,組織名稱", googleWords),
		p("thunderbird", "prénom,nom de famille,nom à afficher", "address.region: Pays/État\naddress.country: Région\ncustom.Profession: Profession\njob_title: Profession\nbirthday.month: Mois\nbirthday.day: Jour\ndepartment: Service"),
		p("thunderbird", "vorname,nachname,anzeigename,primäre e-mail-adresse", "name: Anzeigename\nbirthday.day: Geburtstag\nbirthday.month: Geburtsmonat\nbirthday.year: Geburtsjahr"),
		p("thunderbird", "名,姓,表示名,スクリーンネーム", "name: 表示名\nbirthday.day: 誕生日\nbirthday.month: 誕生月\nbirthday.year: 誕生年"),
		p("thunderbird", "이름,성,표시명,애칭", "name: 표시명\nbirthday.day: 생일\nname.given: 이름"),
		p("thunderbird", "名字,姓氏,显示名称,出生月份", "name: 显示名称\nlink.im: 显示名\nbirthday.day: 出生日\nbirthday.month: 出生月份\nbirthday.year: 出生年份\nname.given: 名字"),
		p("thunderbird", "名,姓,顯示名稱,網路代號", "name: 顯示名稱\naddress.home.city: 居住縣市\naddress.home.district: 居住市鎮\naddress.home.postal: 住址郵遞區號\naddress.home.country: 居住國家\naddress.work.city: 商務縣市\naddress.work.district: 商務省市"),
		p("thunderbird", "first name,last name,display name,screen name", "name: Display Name\nbirthday.day: Birth Day"),
		p("linkedin", "first name,last name,url,connected on", "link.linkedin: URL\ncard_date: Connected On"),
		p("hubspot", "record id,lead status,contact owner", "external_id: Record ID\ncard_date: Create Date"),
		p("hubspot", "lifecycle stage,lead status,contact owner", "external_id: Contact ID,Record ID\ncard_date: Create Date"),
		p("zoho", "contact owner,account name,mailing street", "custom.Contact Owner: Contact Owner\naddress.work.street: Mailing Street\naddress.work.city: Mailing City\naddress.work.region: Mailing State\naddress.work.postal: Mailing Zip\naddress.work.country: Mailing Country\naddress.other.street: Other Street\naddress.other.city: Other City\naddress.other.region: Other State\naddress.other.postal: Other Zip\naddress.other.country: Other Country"),
		p("salesforce", "account name,mailing street,mailing city", "address.work.street: Mailing Street\naddress.work.city: Mailing City\naddress.work.region: Mailing State/Province,Mailing State\naddress.work.postal: Mailing Zip/Postal Code,Mailing Zip\naddress.work.country: Mailing Country"),
		p("eventbrite", "order #,attendee #,ticket type", "external_id: Attendee #\ncustom.Order #: Order #\n"),
		p("yahoo", "first,last,yahoo! phone,messenger id", "phone.home: Home\nphone.work: Work\nphone.other: Other\nnotes: Comments\njob_title: Title\nemail.other: Alternate Email 1,Alternate Email 2"),
	}
}

const camcardWords = "name: 姓名\nname.given: 名字,名\nname.family: 姓,姓氏\n"

const outlookWords = `name.prefix: Title
name.suffix: Suffix
referrer: Referred By, ReferredBy
phone.main: Company Main Phone
phone.other: Primary Phone
job_title: Job Title
custom.Account: Account
custom.Profession: Profession
tags: Categories
`

const googleWords = `name: Name
tags: Labels, Group Membership
company: Organization Name
job_title: Organization Title
department: Organization Department
display: File As
`

// presetOf finds the known export that the headers belong to. Of those that fit, the one with the most marks wins.
func presetOf(columns []Input) (preset, bool) {
	have := map[string]bool{}
	for _, c := range columns {
		have[Fold(c.Header)] = true
	}
	best, found := preset{}, false
	for _, p := range presets() {
		if p.fits(have) && len(p.marks) > len(best.marks) {
			best, found = p, true
		}
	}
	return best, found
}

func (p preset) fits(have map[string]bool) bool {
	for _, m := range p.marks {
		if !have[m] {
			return false
		}
	}
	return true
}
