package search_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"regulars/store/crm"
	"regulars/store/search"
)

// found gives the numbers of the contacts that a query finds, after it has made sure that index and Match agree.
func found(t *testing.T, list []crm.Contact, x *search.Index, text string) []int {
	t.Helper()
	q := parse(t, text)
	var got []int
	result := x.Find(q, search.ByRelevance, 0, -1)
	for i := range list {
		in := slices.Contains(result.IDs, list[i].ID)
		if in {
			got = append(got, i+1)
		}
		if q.Match(&list[i]) != in {
			t.Errorf("%s: Match says %v of %s, Find %v", text, !in, list[i].Title(), in)
		}
	}
	if result.Total != len(got) || len(result.IDs) != len(got) {
		t.Errorf("%s: total %d, %d ids, %d contacts", text, result.Total, len(result.IDs), len(got))
	}
	return got
}

// The contacts of office by number.
const (
	wang = 1 + iota
	zeng
	ouyang
	mary
	food
	yamada
)

func TestQueriesFind(t *testing.T) {
	all := []int{wang, zeng, ouyang, mary, food, yamada}
	cases := map[string][]int{
		"": all, "  ": all, "'": all,
		// names
		"王小明": {wang}, "小明": {wang}, "明": {wang}, "王": {wang}, "曾": {zeng}, "欧阳静宜": {ouyang}, "靜宜": {zeng, ouyang, food}, "山田サクラ": {yamada},
		"さくら": {yamada}, "ﾔﾏﾀﾞ": {yamada}, "mary": {wang, mary}, "MULLER": {mary}, "mary wang": {wang}, "wang mary": {wang}, "張": nil,
		"Ouyang": {ouyang}, "ching-yi": {ouyang},
		// readings
		"wangxiaoming": {wang}, "wxm": {wang}, "wangxm": {wang}, "wangxi": {wang}, "xiaoming": {wang}, "xm": {wang}, "zengle": {zeng}, "cengle": nil,
		"zengyue": {zeng}, "zl": {zeng}, "zy": {zeng}, "ouyangjingyi": {ouyang}, "oyjy": {ouyang}, "jingyi": {ouyang, food}, "jyspgf": {food},
		"ㄨㄒㄇ": {wang}, "ㄨㄤㄒㄧㄠㄇㄧㄥ": {wang}, "ㄨㄤˊㄒㄧㄠˇㄇㄧㄥˊ": {wang}, "ㄨㄤˊ": {wang}, "ㄒ": {wang, food}, "ㄗㄥ": {zeng}, "ㄗㄌ": {zeng}, "ㄡㄧㄐㄧ": {ouyang},
		"angxm": nil, "\"wxm\"": nil,
		// telephone numbers
		"0912345678": {wang}, "0912-345-678": {wang}, "912-345": {wang}, "912345": {wang}, "+886912345678": {wang}, "886912345678": {wang},
		"00886 912345678": {wang}, "+886-912-345-678": {wang}, "0912 345 678": {wang}, "０９１２３４５６７８": {wang}, "0426318652": {zeng},
		"(04)2631-8652": {zeng}, "+886426318652": {zeng}, "01701234567": {mary}, "+491701234567": {mary}, "phone:9999": {wang}, "phone:12": {wang, zeng, mary},
		"(04)2631-8652#123": {zeng}, "電話:0912-345-678": {wang}, "2345-9999": {wang}, "2771-1234": {wang}, "27711234": nil,
		// as people are asked for
		"歐陽小姐": {ouyang}, "王經理": {wang}, "經理": {wang}, "小姐": nil, "name:經理": nil,
		// the rest of the record
		"大同": {wang}, "大同公司": nil, "tatung.example": {wang}, "烏龍": {wang}, "乌龙茶": {wang}, "台北": {wang}, "臺中市": {zeng, food}, "koln": {mary}, "Germany": {mary},
		"12345675": {food}, "vip": {wang, ouyang}, "聲寶": {wang}, "大同家電": {wang}, "抬頭": nil, "jenny888": {ouyang}, "generale": {mary}, "中山": {wang, zeng, food},
		"中山 大同": {wang}, "業務部 經理": {wang}, "食品展": {ouyang}, "zh-Hant": nil,
		// quotation marks
		`"中山北路三段"`: {wang}, "「société générale」": {mary}, "“Mary Wang”": {wang}, `"wang mary"`: nil, `"中山北路`: {wang},
		// fields
		"tag:vip": {wang}, "tag:VIP*": {wang, ouyang}, `tag:"VIP 金卡"`: {ouyang}, "標籤：供應商": {zeng}, "群組:茶友": {wang}, "tag=VIP": {wang},
		"city:台北": {wang}, "城市:臺中": {zeng, food}, "city:中山": {wang, zeng}, "company:大同": {wang}, `company:"大同"`: {wang}, "公司:靜宜": {zeng, ouyang, food},
		"company:=大同": nil, "company:=大同股份有限公司": {wang}, "former:聲寶": {wang}, "company:聲寶": nil, "name:mary": {wang, mary}, "name:靜宜": {ouyang, food},
		"title:經理": {wang}, "job:廠務": {zeng}, "dept:業務": {wang}, "email:jingyi": {ouyang}, "notes:茶": {wang}, "統編:1234": {food}, "tax:5675": nil,
		"postal:10": {wang}, "postal:04": nil, "country:de": {mary}, "country:germany": {mary}, "country:德國": {mary}, "國家:德国": {mary}, "country:Deutschland": {mary}, "country:台灣": {wang, yamada}, "country:Taiwan": {wang, yamada}, "country:tw": {wang, yamada}, "country:=TW": {wang, yamada}, "country:R.O.C.": {wang, yamada}, "country:日本": nil, "country:ger": {mary}, "country:d": {mary}, "lang:zh": {wang}, "lang:d": {mary}, "role:supplier": {zeng},
		"source:食品展": {ouyang}, "kind:company": {food}, "類型:個人": {wang, zeng, ouyang, mary, yamada}, "發票抬頭:大同": {wang}, "发票抬头:家電": {wang}, "發票抬頭:=大同": nil,
		`"發票抬頭":大同`: {wang}, "link:jenny": {ouyang},
		// channels
		"channel:post": {wang, zeng, mary, food, yamada}, "channel:email": {ouyang}, "管道:郵寄": {wang, zeng, mary, food, yamada}, "channel:line": {ouyang},
		"allowed:post": {wang}, "refused:email": {wang}, "prefers:post": {wang}, "channel:fax": {wang}, "channel:sms": {wang, mary},
		// there or not
		"has:email": {wang, ouyang}, "no:phone": {ouyang, food, yamada}, "有:手機": {wang, mary}, "has:fax": {wang}, "has:發票抬頭": {wang}, "no:address": {ouyang},
		"has:birthday": {wang, zeng}, "沒有:地址": {ouyang}, "has:consent": {wang}, "has:tag": {wang, zeng, ouyang}, "has:touch": {wang, zeng, mary}, "has:line": {ouyang},
		"has:former": {wang}, "has:reading": {ouyang, yamada},
		// dates
		"birthday:11": {wang}, "birthday:11-25": {wang}, "生日:11月": {wang}, "生日:11月25日": {wang}, "birthday:1986": {wang}, "birthday:1986-11-25": {wang},
		"birthday:1986/11/25": {wang}, "birthday:12-20..01-10": {zeng}, "birthday:01-01..12-31": {wang, zeng}, "birthday:30d": {wang}, "birthday:2m": {wang, zeng},
		"birthday:today": nil, "birthday:>30d": {zeng}, "birthday:<1987": {wang}, "birthday:10..12": {wang}, "birthday:3d": {wang}, "birthday:<3d": nil, "birthday:0d..3d": {wang},
		"verified:<2025-01-01": {wang}, "verified:<2025": {wang}, "verified:>=2025": {zeng}, "verified:2025-06": {zeng}, "verified:2024-01-01..2024-12-31": {wang},
		"verified<2025": {wang}, "verified:2024..": {wang, zeng}, "verified:..2024": {wang}, "確認:>2024": {zeng},
		"touch:>30d": {zeng}, "touch:<30d": {wang, mary}, "touch:30d": {wang, mary}, "touch:2d": {mary}, "touch:<=2d": {mary}, "touch:>=2d": {wang, zeng, mary},
		"最近聯絡:>3個月": {zeng}, "touch:1w..1m": {wang}, "touch:>1y": nil,
		// joined
		"-tag:供應商": {wang, ouyang, mary, food, yamada}, "中山 -食品": {wang}, "tag:VIP city:台北 channel:post -tag:供應商 company:\"大同\"": {wang},
		"tag:VIP OR tag:供應商": {wang, zeng}, "tag:VIP|tag:供應商": {wang, zeng}, "標籤:VIP 或 標籤:供應商": {wang, zeng}, "(city:台北 OR city:台中) kind:person": {wang, zeng},
		"（city:台北｜city:台中） kind:company": {food}, "NOT kind:person": {food}, "-(kind:person OR food)": {food}, "--王": {wang}, "mary AND wang": {wang},
		"18:30": nil, "http://x.example": nil, "備註:2771-1234": {wang},
	}
	list := office()
	x := search.BuildFrom(list)
	for text, want := range cases {
		if got := found(t, list, x, text); !slices.Equal(got, want) {
			t.Errorf("%s: found %v, want %v", text, got, want)
		}
	}
}

// variantPairs are what stands in a record and what somebody types to find it.
const variantPairs = `
關係企業 关系 | 關係企業 関係 | 台灣 臺灣 | 臺灣 台湾 | 台積電 臺積電 | 颱風 台风 | 高峯 高峰 | 山峰 峯 | 群益 羣益 | 裡仁 里仁 | 裏千家 裡千家
眾信 众信 | 衆議院 眾議 | 為恭 爲恭 | 為恭 为恭 | 戶政 户政 | 戶政 戸政 | 說明 説明 | 說明 说明 | 衛生 衞生 | 衛生 卫生 | 啟明 啓明 | 啟明 启明
溫泉 温泉 | 吳寶春 吴宝春 | 吳寶春 呉 | 黃金 黄金 | 劉備 刘备 | 葉子 叶子 | 鄭成功 郑成功 | 鍾理和 钟理和 | 鐘錶 钟表 | 陳水 陈水 | 龍山寺 龙山寺 | 國泰 国泰
國泰 囯泰 | 学校 學校 | 広島 廣島 | 渋谷 澀谷 | 横浜 橫濱 | 斎藤 齋藤 | 沢田 澤田 | 円山 圓山 | 豊田 豐田 | 桜井 櫻井 | 髙島 高島 | 﨑 崎
真善美 眞善美 | 清水 淸水 | 青山 靑山 | 內湖 内湖 | 產業 産業 | 產業 产业 | 彥廷 彦廷 | 郎 郞 | 綠能 緑能 | 錄音 録音 | 麵包 麪包 | 麵包 面包
床墊 牀墊 | 唇膏 脣膏 | 針織 鍼織 | 線上 綫上 | 強生 强生 | 鷄蛋 雞蛋 | 鷄蛋 鸡蛋 | 著作 着作 | 污水 汙水 | 秘書 祕書 | 才藝 纔藝 | 稜鏡 棱鏡
ＡＢＣ公司 abc | ABC公司 ａｂｃ | １０１大樓 101 | 101大樓 １０１ | ㈱山田 (株)山田 | ㍿ 株式会社 | カタカナ ｶﾀｶﾅ | ガス ｶﾞｽ | ひらがな ヒラガナ | パン ﾊﾟﾝ | Café cafe
José jose | Zürich zurich | Ångström angstrom | Łódź lodz | Straße strasse | Smørrebrød smorrebrod | naïve naive | ŒUVRE oeuvre | İstanbul istanbul | Đặng dang | NGUYỄN nguyen | Việt viet
O'Brien obrien | O’Brien o'brien | D‘Arc d’arc | 瓦歷斯·諾幹 瓦歷斯諾幹 | 瓦歷斯諾幹 瓦歷斯‧諾幹 | 夏曼・藍波安 夏曼·藍波安 | Jean–Luc jean-luc | A－B a-b | 王　小明 王小明 | 王小明 王_小明
歐陽_娜娜 歐陽娜娜 | Mary__Wang "mary_wang" | ﬁrst first | ½ 1⁄2 | ² 2 | Ⅷ viii | ℃ °c | ﹫ @ | ＠ @ | ＃ #`

func TestVariantsFindEachOther(t *testing.T) {
	n := 0
	for pair := range strings.FieldsFuncSeq(variantPairs, func(r rune) bool { return r == '|' || r == '\n' }) {
		stored, typed, _ := strings.Cut(strings.TrimSpace(pair), " ")
		n++
		c := company(strings.ReplaceAll(stored, "_", " "))
		c.ID = idOf(1)
		q := parse(t, strings.ReplaceAll(typed, "_", " "))
		if search.BuildFrom([]crm.Contact{c}).Find(q, search.ByName, 0, 1).Total != 1 {
			t.Errorf("%s does not find %s", q, stored)
		}
	}
	if n < 100 {
		t.Errorf("only %d pairs", n)
	}
}

func TestBestMatchFirst(t *testing.T) {
	inNotes, inCompany, inside, begins, latin := person("陳", "一"), person("陳", "二"), person("李", "大同"), person("大同", "三"), person("Tatung", "Da")
	inNotes.Notes = "大同電鍋"
	inCompany.Positions = []crm.Position{{CompanyName: "大同公司"}}
	latin.Name.Alt = []string{"大同先生"}
	x := search.BuildFrom(numbered(inNotes, inCompany, inside, begins, latin))
	got := x.Find(parse(t, "大同"), search.ByRelevance, 0, -1)
	want := []crm.ID{idOf(4), idOf(5), idOf(3), idOf(2), idOf(1)}
	if !slices.Equal(got.IDs, want) {
		t.Errorf("got %v, want %v", got.IDs, want)
	}
}

func TestPages(t *testing.T) {
	list := crowd(500)
	x := search.BuildFrom(list)
	for _, o := range append(search.Orders(), search.ByRelevance, search.ByName.Reverse(), search.ByLastTouch.Reverse()) {
		q := parse(t, "中 -tag:VIP")
		whole := x.Find(q, o, 0, -1)
		var paged []crm.ID
		for at := 0; at < whole.Total; at += 7 {
			paged = append(paged, x.Find(q, o, at, 7).IDs...)
		}
		if whole.Total < 50 || !slices.Equal(paged, whole.IDs) {
			t.Errorf("%s: the pages differ from the whole of %d", o, whole.Total)
		}
	}
	for _, at := range []int{500, 501, 1 << 40} {
		if got := x.Find(search.Query{}, search.ByName, at, 10); len(got.IDs) != 0 || got.Total != 500 {
			t.Errorf("offset %d: %d ids of %d", at, len(got.IDs), got.Total)
		}
	}
	if got := x.Find(search.Query{}, search.ByName, -3, 2); len(got.IDs) != 2 {
		t.Errorf("negative offset: %d ids", len(got.IDs))
	}
	if got := x.Find(search.Query{}, search.ByName, 0, 0); len(got.IDs) != 0 || got.Total != 500 {
		t.Errorf("limit 0: %d ids of %d", len(got.IDs), got.Total)
	}
}

// TestFindsWhatAScanFinds compares the index with a look at every contact, over words cut out of the records themselves.
func TestFindsWhatAScanFinds(t *testing.T) {
	list := crowd(400)
	x := search.BuildFrom(list)
	var words []string
	for i := 0; i < len(list); i += 9 {
		c := &list[i]
		full := []rune(c.Title() + c.CompanyName() + c.Addresses[0].Text)
		for n := 1; n <= 4; n++ {
			words = append(words, string(full[i%5:i%5+n]), c.Phones[0].Text[:n+2], c.Emails[0].Address[:n])
		}
	}
	for _, w := range words {
		q, err := search.NewQuery(search.Word{Text: w}, today)
		if err != nil {
			t.Fatal(err)
		}
		var want []crm.ID
		for i := range list {
			if q.Match(&list[i]) {
				want = append(want, list[i].ID)
			}
		}
		got := x.Find(q, search.ByName, 0, -1).IDs
		slices.SortFunc(got, crm.ID.Compare)
		if !slices.Equal(got, want) {
			t.Errorf("%q: the index finds %d, a scan %d", w, len(got), len(want))
		}
	}
}

func TestEmptyIndex(t *testing.T) {
	x := search.BuildFrom(nil)
	for _, text := range []string{"", "王", "a", "-a", "kind:person"} {
		if got := x.Find(parse(t, text), search.ByName, 0, 10); got.Total != 0 || len(got.IDs) != 0 {
			t.Errorf("%q found %v", text, got)
		}
	}
	if x.Len() != 0 {
		t.Errorf("Len = %d", x.Len())
	}
}

func ExampleIndex_Find() {
	x := search.BuildFrom(office())
	q, _ := search.Parse("city:台中 kind:person", today)
	result := x.Find(q, search.ByZhuyin, 0, 10)
	fmt.Println(result.Total, result.IDs[0] == idOf(zeng))
	// Output: 1 true
}
