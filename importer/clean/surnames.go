package clean

import "strings"

// hanSurnames are the family names of one character that are common in Taiwan, Hong Kong and the mainland: the hundred most frequent of the
// Ministry of the Interior's report on names and those of the mainland's census, in traditional and simplified characters.
var hanSurnames = runeSet(`
陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓阮馬董溫唐藍石蔣
古紀姚連馮歐程湯田康姜白汪尤巫鐘黎涂凃龔嚴韓袁金童陸夏柳邵錢伍倪于譚駱熊任甘秦顧毛章史官萬俞雷粘饒闕凌崔尹孔辛武辜陶易段龍韋葛池孟褚殷麥賀賈莫
文管關向包丘梅華裴樊房全佘左花魯安鮑郝穆塗邢蒲成谷常閻練鄔應鄒祝喻岳齊喬項舒盛屈符車焦牛苗竇宗申樂冷霍翟耿聶季柴查解尚祁鄺冼鄢覃藺甄芮闞卞費
蒙岑談路申匡幸司楚商龐伊閔沙溥蘭褟植敖隋欒遲霍繆滕桂歸朴玄仇畢卜戚欽諶婁胥晏虞湛鞏廉權尉於佟肖閆付代祖郎刁麻
陈黄张吴刘杨许郑谢赖叶苏庄吕萧罗简钟卢赵颜孙邓马温蓝蒋纪连冯欧汤龚严韩陆钱谭骆顾万饶阙龙韦贺贾麦关鲁鲍阎练邬应邹齐乔项车窦乐聂邝蔺阚费谈庞闵栾迟缪归毕谌娄巩权
`)

// rareSurnames are further family names, after the Hundred Family Surnames of the Song. Some are everyday words, so they do not make a text a
// name by themselves.
var rareSurnames = runeSet(`
衛酆柏水章雲奚昌鳳滑時皮元平和禹狄米貝明臧計伏茅席強危支昝裘干貢勞宣賁郁單杭諸吉鈕嵇榮荀羊惠麴家封儲靳汲邴糜松井富烏巴弓牧隗山宓蓬郗班仰秋仲宮
寧暴鈄厲戎景束韶郜薊薄印宿懷邰從鄂索咸籍屠陰鬱能蒼雙聞莘黨逄姬扶堵冉宰酈雍卻璩桑濮壽通邊扈燕冀郟浦農別瞿充慕茹習宦艾魚容慎戈庾終暨居衡步都滿
弘國寇廣祿東殳沃利蔚越夔隆師厙晁勾融訾那空毋乜養鞠須豐巢蒯相後荊紅竺逯蓋益桓公仉督帥緱亢況郈有牟佴伯賞墨哈譙笪年愛陽言福苑邸撒修池鹿初衣戢眭冒
邗郄頓斛但展母么矯宛逢牙原門鎖線仝冮洗盤竹力銀鐵才先泰豆由青種頡庹佴鈴盆粟辻
卫凤时贝计强贡劳贲单诸钮荣麹储乌宁厉蓟怀从阴郁苍双闻党郦却寿边郏农别习鱼终满国广禄东师养须丰红盖缑况赏谯爱阳
`)

// sureDoubles are family names of two characters that are not put together from two common ones, so that 歐陽修 can be read in one way only.
// The last line holds the double names that Taiwanese families carry as one.
var sureDoubles = setOf(`
歐陽 司馬 諸葛 上官 皇甫 令狐 尉遲 長孫 夏侯 公孫 東方 慕容 宇文 司徒 司空 南宮 西門 東郭 南門 獨孤 端木 軒轅 赫連 澹臺 澹台 呼延 淳于 鮮于
拓跋 申屠 太史 太叔 公冶 公羊 百里 第五 左丘 鍾離 仲孫 閭丘 微生 羊舌 漆雕 壤駟 濮陽 完顏 納蘭 葉赫 万俟 万俟 歐侯 東門 北宮 即墨 達奚 爾朱 豆盧 屈突
欧阳 司马 诸葛 尉迟 长孙 公孙 东方 南宫 西门 东郭 独孤 轩辕 赫连 澹台 鲜于 钟离 闾丘 濮阳 完颜 纳兰 叶赫 东门
范姜 張簡 張廖 张简 张廖
`)

// doubtfulDoubles are old family names of two characters whose first character is a family name of its own: 樂正宇 may be 樂 or 樂正. With
// four characters they are taken as they look.
var doubtfulDoubles = setOf(`樂正 宗政 段干 梁丘 谷梁 巫馬 夾谷 單于 公西 公良 宰父 乐正 巫马 单于`)

// hangulSurnames are Korean family names of one syllable, doubleHangul those of two.
var (
	hangulSurnames = runeSet(`김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부`)
	doubleHangul   = setOf(`남궁 황보 제갈 사공 선우 서문 독고 동방`)
)

// japaneseSurnames are the most frequent Japanese family names of two characters and more.
var japaneseSurnames = setOf(`
佐藤 鈴木 高橋 髙橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 齋藤 斉藤 清水 山崎 阿部 池田 橋本 山下 石川 中島 前田 藤田 小川 後藤
岡田 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 小島 柴田 宮崎 酒井 工藤 横山 宮本
内田 高木 安藤 島田 谷口 大野 高田 丸山 今井 河野 藤本 村田 武田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小山 岩崎 桜井 野口 松尾 野村 木下 菊地 菊池 佐野 大西 杉本 新井 浜田
市川 古川 水野 小松 五十嵐 小池 伊能 本田 服部 久保田 平田 岩田 中田 川口 川崎 飯田 吉川 大久保 樋口 矢野 荒木 松下 浅野 関口 星野 永井 大橋 西田 黒田 川村 安田
`)

func runeSet(s string) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range s {
		if r > ' ' {
			set[r] = true
		}
	}
	return set
}

// isSurname reports whether a text is a Chinese family name as a whole.
func isSurname(s string) bool {
	r := []rune(s)
	switch len(r) {
	case 1:
		return hanSurnames[r[0]] || rareSurnames[r[0]]
	case 2:
		return sureDoubles[s] || doubtfulDoubles[s]
	}
	return false
}

// romanSurnames are Chinese family names in Pinyin, Wade-Giles and the spellings of Hong Kong. Those that are Western given names too (Lee,
// Kim, Long) are left out.
var romanSurnames = setOf(strings.ToLower(`
Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan
Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Shen Yao Cui Zhong Tan Jiang Liao Jia Xia Fu Fang Zou Xiong Bai Meng Qin Qiu Hou Yin Xue Duan Hao Kong Shao Mao Chang Hsu
Hsieh Tsai Chou Chu Chiang Lai Tseng Chiu Hung Kuo Chuang Lo Yeh Chien Chung Chan Lau Leung Wong Cheung Ng Lam Ho Kwok Tsang Hsiao Tsao Teng Hsueh Chao Shih Ou Ouyang
Szeto Sung Yen Chin Tsui Tsou Tu Fang Kao Ko Kuan Weng Jao Tai Shieh Hwang Chow Chen Jeng Shyu Liaw Lyu Tzeng Jhang Jhou Syu Hong`))
