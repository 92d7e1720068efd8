package clean

import (
	"strings"
	"testing"
)

// writeSomeone writes what a name cell became: shown name | family/given, then what else was found.
func writeSomeone(s Someone) string {
	n := s.Name
	out := n.Display() + "|" + n.Family + "/" + n.Given
	for _, x := range []struct{ label, text string }{
		{"sal", n.Salutation}, {"pre", n.Prefix}, {"suf", n.Suffix}, {"mid", n.Middle}, {"nick", n.Nickname}, {"alt", strings.Join(n.Alt, "+")},
		{"job", s.JobTitle}, {"others", strings.Join(s.Others, "+")}, {"rest", s.Rest},
	} {
		if x.text != "" {
			out += " " + x.label + "=" + x.text
		}
	}
	if s.Company {
		out += " company"
	}
	return out
}

func TestPerson(t *testing.T) {
	tests := []struct{ name, text, want, warn string }{
		{"A1", "歐陽修", "歐陽修|歐陽/修", ""},
		{"A2", "司馬相如", "司馬相如|司馬/相如", ""},
		{"A3", "諸葛亮", "諸葛亮|諸葛/亮", ""},
		{"A4 上官", "上官婉兒", "上官婉兒|上官/婉兒", ""},
		{"A4 皇甫", "皇甫嵩", "皇甫嵩|皇甫/嵩", ""},
		{"A4 令狐", "令狐沖", "令狐沖|令狐/沖", ""},
		{"A4 尉遲", "尉遲恭", "尉遲恭|尉遲/恭", ""},
		{"A4 長孫", "長孫無忌", "長孫無忌|長孫/無忌", ""},
		{"A4 夏侯", "夏侯惇", "夏侯惇|夏侯/惇", ""},
		{"A4 公孫", "公孫瓚", "公孫瓚|公孫/瓚", ""},
		{"A4 東方", "東方朔", "東方朔|東方/朔", ""},
		{"A4 慕容", "慕容復", "慕容復|慕容/復", ""},
		{"A4 宇文", "宇文泰", "宇文泰|宇文/泰", ""},
		{"A5 范姜", "范姜明哲", "范姜明哲|范姜/明哲", ""},
		{"A5 張簡", "張簡志豪", "張簡志豪|張簡/志豪", ""},
		{"A6", "張李美玉", "張李美玉|張/李美玉", NameDoubleSurname},
		{"A7", "歐小明", "歐小明|歐/小明", ""},
		{"A8", "司馬", "司馬|司馬/", NameSurnameOnly},
		{"A9 blank", "王 小明", "王小明|王/小明", ""},
		{"A9 wide blank", "王　小明", "王小明|王/小明", ""},
		{"A9 every character", "王　小　明", "王小明|王/小明", ""},
		{"A14", "王小明先生", "王小明|王/小明 sal=先生", ""},
		{"A14 blank", "王小明 先生", "王小明|王/小明 sal=先生", ""},
		{"A15", "陳小姐", "陳小姐|陳/ sal=小姐", NameNoGiven},
		{"A16 林經理", "林經理", "林經理|林/ job=經理", NameTitle},
		{"A16 黃董", "黃董", "黃董|黃/ job=董", NameTitle},
		{"A16 李總", "李總", "李總|李/ job=總", NameTitle},
		{"A16 張老師", "張老師", "張老師|張/ job=老師", NameTitle},
		{"A16 吳醫師", "吳醫師", "吳醫師|吳/ job=醫師", NameTitle},
		{"A16 whole name", "王小明總經理", "王小明|王/小明 job=總經理", ""},
		{"A17", "WANG, Hsiao-Ming", "Hsiao-Ming WANG|WANG/Hsiao-Ming", ""},
		{"A18", "Smith, John A.", "John A. Smith|Smith/John A.", ""},
		{"A19", "Acme Corp., Taipei Office", "Acme Corp., Taipei Office|/ company", NameCompany},
		{"A20", "Dr. John Smith Jr.", "Dr. John Smith Jr.|Smith/John pre=Dr. suf=Jr.", ""},
		{"A21", "van der Berg, Jan", "Jan van der Berg|van der Berg/Jan", ""},
		{"A22 brackets", "李美麗 (Mary Lee)", "李美麗|李/美麗 alt=Mary Lee", ""},
		{"A22 behind", "李美麗 Mary Lee", "李美麗|李/美麗 alt=Mary Lee", ""},
		{"A22 before", "Mary Lee 李美麗", "李美麗|李/美麗 alt=Mary Lee", ""},
		{"A23 family first", "陳Jason", "陳Jason|陳/Jason", ""},
		{"A23 given first", "Jason 陳", "Jason 陳|陳/Jason", ""},
		{"A24", "瓦歷斯·諾幹", "瓦歷斯·諾幹|/", ""},
		{"A24 wide dot", "夏曼．藍波安", "夏曼．藍波安|/", ""},
		{"A25 blank", "山田 太郎", "山田太郎|山田/太郎", ""},
		{"A25 kana", "高橋さくら", "高橋さくら|高橋/さくら", ""},
		{"A26", "김철수", "김철수|김/철수", ""},
		{"A26 double", "남궁민", "남궁민|남궁/민", ""},
		{"A27 頓號", "王小明、李大華", "王小明|王/小明 others=李大華", NameSeveral},
		{"A27 slash", "王小明/李大華", "王小明|王/小明 others=李大華", NameSeveral},
		{"A28", "ＷＡＮＧ ＭＩＮＧ", "WANG MING|/", ""},
		{"A29 zero width", "王小明\u200b", "王小明|王/小明", ""},
		{"A29 hard blank", "\u00a0王小明", "王小明|王/小明", ""},

		{"two characters", "李四", "李四|李/四", ""},
		{"simplified", "刘熊", "刘熊|刘/熊", ""},
		{"simplified double", "欧阳娜娜", "欧阳娜娜|欧阳/娜娜", ""},
		{"given name first", "小明 王", "王小明|王/小明", NameOrderUnsure},
		{"two people by a blank", "王小明 李大華", "王小明|王/小明 others=李大華", NameSeveral},
		{"two people by 和", "王小明和李大華", "王小明|王/小明 others=李大華", NameSeveral},
		{"a given name with 和", "陳和平", "陳和平|陳/和平", ""},
		{"title in brackets", "王小明(經理)", "王小明|王/小明 job=經理", ""},
		{"remark in brackets", "王小明（已離職）", "王小明|王/小明 rest=已離職", ""},
		{"Japanese without blank", "山田太郎", "山田太郎|山田/太郎", ""},
		{"Japanese with kana", "安藤 ロイド", "安藤 ロイド|安藤/ロイド", ""},
		{"three words stay", "伊能 圭一 伊予", "伊能 圭一 伊予|/", ""},
		{"katakana", "ジョン・スミス", "ジョン・スミス|/", ""},
		{"company in Chinese", "大同股份有限公司", "大同股份有限公司|/ company", NameCompany},
		{"company with a family name", "林氏診所", "林氏診所|/ company", NameCompany},
		{"e-mail", "a@b.com", "a@b.com|/", NameIsEmail},
		{"number", "0912345678", "0912345678|/", NameIsNumber},
		{"nothing", "N/A", "|/", ""},
		{"Null is a name", "Null", "Null|/Null", ""},

		{"company behind a person", "王小明(大同公司)", "王小明|王/小明 rest=大同公司", ""},
		{"company behind a Western person", "John Smith (Acme Inc.)", "John Smith|Smith/John rest=Acme Inc.", ""},
		{"company with 股", "大同(股)公司", "大同(股)公司|/ company", NameCompany},
		{"title behind a slash", "王小明/總經理", "王小明|王/小明 job=總經理", ""},
		{"Dr. before Chinese", "Dr. 王小明", "Dr.王小明|王/小明 pre=Dr.", ""},
		{"Western title behind a comma", "John Smith, Manager", "John Smith, Manager|/", NameOrderUnsure},
		{"couple", "Mr & Mrs Smith", "Mr & Mrs Smith|/", NameSeveral},
		{"name and title by a blank", "張忠謀 董事長", "張忠謀|張/忠謀 job=董事長", ""},
		{"Dr. and a family name", "Dr.陳", "Dr.陳|陳/ pre=Dr.", NameSurnameOnly},
		{"mark behind", "陳小明*", "陳小明*|/", ""},
		{"mark before", "#陳小明", "#陳小明|/", ""},
		{"firm without a legal form", "台積電", "台積電|/", ""},
		{"two words", "John Smith", "John Smith|Smith/John", ""},
		{"one word", "Alice", "Alice|/Alice", ""},
		{"accents", "Jean-Baptiste Le Floc'h", "Jean-Baptiste Le Floc'h|Le Floc'h/Jean-Baptiste", ""},
		{"loud particles", "Paco De La Mar", "Paco De La Mar|De La Mar/Paco", ""},
		{"decomposed accents", "He\u0301le\u0300ne Dub\u0153uf", "Hélène Dubœuf|Dubœuf/Hélène", ""},
		{"Polish", "Piotr Iksiński", "Piotr Iksiński|Iksiński/Piotr", ""},
		{"Cyrillic", "Иван Петров", "Иван Петров|/", ""},
		{"Arabic", "محمد علي", "محمد علي|/", ""},
		{"Persian with joiner", "علی\u200cرضا", "علی\u200cرضا|/", ""},
		{"Thai", "สมชาย ใจดี", "สมชาย ใจดี|/", ""},
		{"Greek", "Νίκος Παπάς", "Νίκος Παπάς|/", ""},
		{"Mr.", "Mr. John Doe", "John Doe|Doe/John sal=Mr.", ""},
		{"Herr", "Herr Theo Heineman", "Theo Heineman|Heineman/Theo sal=Herr", ""},
		{"title and family name", "Dr. Smith", "Dr. Smith|Smith/ pre=Dr.", ""},
		{"degrees", "Jane Doe, PhD, MBA", "Jane Doe PhD, MBA|Doe/Jane suf=PhD, MBA", ""},
		{"third", "John Doe III", "John Doe III|Doe/John suf=III", ""},
		{"Ma is a family name", "Jack Ma", "Jack Ma|Ma/Jack", ""},
		{"MA in capitals", "JACK MA", "JACK MA|MA/JACK", ""},
		{"family first in capitals", "WANG Hsiao-Ming", "WANG Hsiao-Ming|WANG/Hsiao-Ming", ""},
		{"family last in capitals", "Ana GARCIA LOPEZ", "Ana GARCIA LOPEZ|GARCIA LOPEZ/Ana", ""},
		{"Chinese order with hyphen", "Wang Hsiao-Ming", "Wang Hsiao-Ming|Wang/Hsiao-Ming", ""},
		{"Western order with hyphen", "Hsiao-Ming Wang", "Hsiao-Ming Wang|Wang/Hsiao-Ming", ""},
		{"initials", "J. R. R. Tolkien", "J. R. R. Tolkien|Tolkien/J. R. R.", ""},
		{"nickname", `Robert "Bob" Smith`, "Robert Smith|Smith/Robert nick=Bob", ""},
		{"number at the end", "John Doe 1", "John Doe 1|/", ""},
		{"two Western people", "John Smith/Jane Doe", "John Smith|Smith/John others=Jane Doe", NameSeveral},
		{"GmbH", "Muster GmbH", "Muster GmbH|/ company", NameCompany},
		{"lower case", "bob boberson", "bob boberson|boberson/bob", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := Person(tt.text)
			if got := writeSomeone(s); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if got := codesOf(s.Notes); got != tt.warn {
				t.Errorf("warnings: got %q, want %q", got, tt.warn)
			}
		})
	}
}

func TestNameParts(t *testing.T) {
	tests := []struct {
		name string
		c    NameColumns
		want string
		warn string
	}{
		{"A10", NameColumns{Given: "小明", Family: "王"}, "王小明|王/小明", ""},
		{"A11", NameColumns{Given: "王小明"}, "王小明|王/小明", ""},
		{"A12", NameColumns{Family: "王", Given: "小明", Full: "王小明"}, "王小明|王/小明", ""},
		{"A12 blank", NameColumns{Family: "王", Given: "小明", Full: "小明 王"}, "王小明|王/小明", ""},
		{"A12 given holds all", NameColumns{Family: "王", Given: "王小明", Full: "王小明"}, "王小明|王/小明", ""},
		{"A13", NameColumns{Prefix: "先生", Given: "小明", Family: "王"}, "王小明|王/小明 sal=先生", ""},
		{"A13 behind", NameColumns{Suffix: "先生", Given: "小明", Family: "王"}, "王小明|王/小明 sal=先生", ""},
		{"A15 divided", NameColumns{Given: "小姐", Family: "陳"}, "陳小姐|陳/ sal=小姐", NameNoGiven},
		{"given with honorific", NameColumns{Given: "小明先生", Family: "王"}, "王小明|王/小明 sal=先生", ""},
		{"whole with honorific", NameColumns{Given: "小明", Family: "王", Full: "王小明先生"}, "王小明|王/小明 sal=先生", ""},
		{"swapped", NameColumns{Given: "王", Family: "小明"}, "王小明|王/小明", NameOrderUnsure},
		{"short given name alone", NameColumns{Given: "小明"}, "小明|/小明", ""},
		{"other script", NameColumns{Given: "小明", Family: "王", Full: "Ming Wang"}, "王小明|王/小明 alt=Ming Wang", ""},
		{"other script, Latin parts", NameColumns{Given: "Ming", Family: "Wang", Full: "王小明"}, "王小明|王/小明 alt=Ming Wang", ""},
		{"all parts", NameColumns{Prefix: "Dr.", Given: "Max", Middle: "Peter", Family: "Mustermann", Suffix: "Jr.", Full: "Dr. Max Peter Mustermann Jr."},
			"Dr. Max Peter Mustermann Jr.|Mustermann/Max pre=Dr. suf=Jr. mid=Peter", ""},
		{"Mr. in the whole name", NameColumns{Prefix: "Mr.", Given: "John", Family: "Doe", Full: "Mr. John Doe"}, "Mr. John Doe|Doe/John sal=Mr.", ""},
		{"Mr. as prefix", NameColumns{Prefix: "Mr.", Given: "John", Family: "Doe"}, "John Doe|Doe/John sal=Mr.", ""},
		{"whole name is the given name", NameColumns{Given: "Firman", Family: "Wandayandi", Full: "Firman"}, "Firman Wandayandi|Wandayandi/Firman", ""},
		{"whole name is another", NameColumns{Given: "First", Family: "Last", Full: "Ämi Display"}, "Ämi Display|Last/First alt=First Last", NameDiffers},
		{"family first", NameColumns{Given: "Gerda", Family: "Möhrke", Full: "Möhrke Gerda"}, "Möhrke Gerda|Möhrke/Gerda", ""},
		{"filed as", NameColumns{Given: "John", Family: "Smith", Full: "Smith, John"}, "John Smith|Smith/John", ""},
		{"mixed script in the order of the card", NameColumns{Given: "name", Family: "ひらがな", Full: "ひらがな name"}, "ひらがな name|ひらがな/name", ""},
		{"Korean", NameColumns{Given: "철수", Family: "김"}, "김철수|김/철수", ""},
		{"job title in the prefix", NameColumns{Prefix: "經理", Given: "小明", Family: "王"}, "王小明|王/小明 job=經理", ""},
		{"nickname alone", NameColumns{Nickname: "小白"}, "小白|/ nick=小白", ""},
		{"whole only", NameColumns{Full: "王小明", Salutation: "Mr."}, "王小明|王/小明 sal=Mr.", ""},
		{"family only", NameColumns{Family: "Nitsch"}, "Nitsch|Nitsch/", ""},
		{"particles", NameColumns{Family: "van der Berg", Given: "Jan"}, "Jan van der Berg|van der Berg/Jan", ""},
		{"none", NameColumns{Full: "無"}, "|/", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := NameParts(tt.c)
			if got := writeSomeone(s); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if got := codesOf(s.Notes); got != tt.warn {
				t.Errorf("warnings: got %q, want %q", got, tt.warn)
			}
		})
	}
}

func TestUnnamed(t *testing.T) {
	if s, ok := Unnamed("大同公司", "", "02-23456789"); !ok || !s.Company || s.Name.Display() != "大同公司" { // A30
		t.Errorf("company row: got %s, %v", writeSomeone(s), ok)
	}
	if s, ok := Unnamed("", "a@b.com", ""); !ok || s.Company || codesOf(s.Notes) != NameMissing { // A31
		t.Errorf("e-mail row: got %s %q, %v", writeSomeone(s), codesOf(s.Notes), ok)
	}
	if _, ok := Unnamed("", "", "無"); ok {
		t.Error("an empty row became a contact")
	}
}

func TestRepeatsHeader(t *testing.T) { // A32
	headers := []string{"姓名", "電話"}
	if !RepeatsHeader(headers, []string{"姓名", "電話"}) {
		t.Error("the header was not known again")
	}
	if RepeatsHeader(headers, []string{"王小明", "電話"}) {
		t.Error("a contact was taken for the header")
	}
}
