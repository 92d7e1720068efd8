package importer

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// Files as other programs write them, each with what was once read wrong. The columns and people are made up.

// otherFile is a file and what must become of its one row: words of written(), all of which must occur.
type otherFile struct {
	name, file string
	data       string
	want       []string
	not        []string
}

func otherFiles() []otherFile {
	return []otherFile{
		{"Outlook in simplified Chinese", "o.csv", "称谓,名,中间名,姓,单位,部门,职务,商务地址 街道,商务地址 市/县,商务地址 省/市/自治区,商务地址 邮政编码,商务地址 国家/地区,单位主要电话,商务电话,移动电话,经理姓名,性别,优先级,电子邮件显示名称\n" +
			"先生,建国,,陈,恒通电子,采购部,经理,高新南一道9号,深圳市,广东省,518057,中国,,0755-26718800,138 2345 6789,李强,未指定,普通,陈建国\n",
			[]string{"name=陈建国", "salutation=先生", "phone=+8675526718800", "phone=+8613823456789", "postal=518057", "text=广东省深圳市高新南一道9号", "经理姓名=李强"}, []string{"优先级", "未指定", "alt="}},
		{"Outlook in Korean", "o.csv", "경칭,이름,중간 이름,성,회사,근무지 주소 번지,근무지 구/군/시,근무지 시/도,근무지 우편 번호,근무지 국가,근무처 전화,휴대폰\n" +
			",민수,,김,서울다원(주),테헤란로 152,강남구,서울특별시,06236,대한민국,02-555-1234,010-2345-6789\n",
			[]string{"name=김민수", "phone=+8225551234", "phone=+821023456789", "postal=06236", "테헤란로 152"}, []string{"alt="}},
		{"manager of an Outlook export", "o.csv", "頭銜,名字,中間名,姓氏,稱謂,公司,職稱,商務電話,經理名稱\n小姐,雅婷,,林,,禾豐茶業,經理,02-23456789,王大文\n",
			[]string{"name=林雅婷", "經理名稱=王大文"}, nil},
		{"hand-made list with our own labels", "a.csv", "姓名,手機1,手機2,電子郵件,LINE,生日,備註\n王小明 先生,0912345001,912345002,a@b.tw,ming,3/5,好\n",
			[]string{"name=王小明", "family=王", "salutation=先生", "phone=+886912345001", "phone=+886912345002"}, []string{"手機1="}},
		{"kind of membership", "a.csv", "類別,姓名,公司,手機\n個人,王小明,大同,0912345001\n", []string{"family=王", "given=小明"}, nil},
		{"unit of an authority", "a.csv", "機關名稱,單位,姓名,電話,分機\n臺北市政府,秘書處,李宛臻,02-27208889,7766\n",
			[]string{"company=臺北市政府", "department=秘書處", "phone=+886227208889", "ext=7766"}, nil},
		{"unit alone", "a.csv", "姓名,單位\n李宛臻,臺中市立圖書館\n", []string{"company=臺中市立圖書館"}, []string{"department="}},
		{"extension before its number", "a.csv", "姓名,分機,電話\n李宛臻,123,02-27208889\n", []string{"phone=+886227208889", "ext=123"}, nil},
		{"kind of phone behind it", "a.csv", "Person - Name,Person - Phone - Work,Person - Phone - Mobile,Person - Email - Work\nLukas Novák,+420 221 123 456,+420 601 234 567,l@p.cz\n",
			[]string{"phone=+420221123456", "phone=+420601234567"}, nil},
		{"tags in quotes", "a.csv", "Email Address,First Name,Last Name,TAGS\nmei@tea.tw,美華,周,\"\"\"電子報\"\",\"\"茶友\"\"\"\n", []string{"name=周美華", "tag=電子報", "tag=茶友"}, nil},
		{"label that the owner wrote", "a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Petra Novak\nN:Novak;Petra;;;\nitem1.TEL:+386 41 123 456\nitem1.X-ABLabel:兒子手機\nitem2.TEL:+386 41 123 457\nitem2.X-ABLabel:_$!<Mobile>!$_\nEND:VCARD\n",
			[]string{"phone=+38641123456", "phone=+38641123457", "note=兒子手機"}, []string{"Mobile"}},
		{"surname with title", "a.vcf", "BEGIN:VCARD\nVERSION:3.0\nN:黃;;;;\nFN:黃董\nTEL:02-23456789\nEND:VCARD\n", []string{"name=黃董", "family=黃"}, []string{"alt="}},
		{"Western given name behind a Chinese surname", "a.vcf", "BEGIN:VCARD\nVERSION:3.0\nN:陳;Jason;;;\nFN:陳Jason\nTEL:02-23456789\nEND:VCARD\n", []string{"name=陳Jason", "given=Jason"}, []string{"alt="}},
		{"number dialled on after a pause", "a.vcf", "BEGIN:VCARD\nVERSION:2.1\nN:王;小明\nTEL;WORK:04-2359-0088,305\nEND:VCARD\n", []string{"phone=+886423590088", "ext=305"}, []string{"note="}},
	}
}

func TestOtherFiles(t *testing.T) {
	for _, f := range otherFiles() {
		t.Run(f.name, func(t *testing.T) {
			s, err := Open(context.Background(), bytes.NewReader([]byte(f.data)), int64(len(f.data)), f.file, Options{})
			if err != nil {
				t.Fatal(err)
			}
			plan, err := NewPlan(context.Background(), s, s.Propose(nil), nil, Settings{Today: 20261122, NewID: countIDs()})
			if err != nil {
				t.Fatal(err)
			}
			got := writtenRows(plan)
			for _, w := range f.want {
				if !strings.Contains(got, w) {
					t.Errorf("%q is missing in\n%s", w, got)
				}
			}
			for _, w := range f.not {
				if strings.Contains(got, w) {
					t.Errorf("%q is in\n%s", w, got)
				}
			}
		})
	}
}

// writtenRows writes the records of the rows, a field a line.
func writtenRows(p *Plan) string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			b.WriteString(key + "=" + value + "\n")
		}
	}
	for _, c := range rowRecords(p) {
		line("name", c.Name.Display())
		line("family", c.Name.Family)
		line("given", c.Name.Given)
		line("salutation", c.Name.Salutation)
		line("alt", strings.Join(c.Name.Alt, ","))
		line("company", c.CompanyName())
		line("department", c.Current().Department)
		line("gender", c.Gender)
		for _, p := range c.Phones {
			line("phone", firstOf(p.Number, p.Text))
			line("ext", p.Ext)
			line("note", p.Note)
		}
		for _, a := range c.Addresses {
			line("postal", a.Postal)
			line("text", a.Text)
		}
		for _, tag := range c.Tags {
			line("tag", tag)
		}
		for _, v := range c.Custom {
			line(v.Field, v.Value)
		}
	}
	return b.String()
}
