package demo

import (
	"strings"

	"regulars/store/crm"
)

// families of Taiwan, the frequent ones first (household statistics of the Ministry of the Interior), spelled as in passports.
var families = syllables(`陳 Chen 林 Lin 黃 Huang 張 Chang 李 Lee 王 Wang 吳 Wu 劉 Liu 蔡 Tsai 楊 Yang 許 Hsu 鄭 Cheng 謝 Hsieh 洪 Hung 郭 Kuo 邱 Chiu 曾 Tseng
	廖 Liao 賴 Lai 徐 Hsu 周 Chou 葉 Yeh 蘇 Su 莊 Chuang 呂 Lu 江 Chiang 何 Ho 蕭 Hsiao 羅 Lo 高 Kao 潘 Pan 簡 Chien 朱 Chu 鍾 Chung 游 Yu 彭 Peng 詹 Chan
	胡 Hu 施 Shih 沈 Shen 余 Yu 盧 Lu 梁 Liang 趙 Chao 顏 Yen 柯 Ko 翁 Weng 魏 Wei 孫 Sun 戴 Tai 范 Fan 方 Fang 宋 Sung 鄧 Teng 杜 Tu 傅 Fu 侯 Hou 曹 Tsao
	薛 Hsueh 丁 Ting 卓 Cho 馬 Ma 董 Tung 唐 Tang 溫 Wen 藍 Lan 石 Shih 蔣 Chiang 古 Ku 紀 Chi 姚 Yao 連 Lien 馮 Feng 歐 Ou 程 Cheng 湯 Tang 田 Tien
	康 Kang 姜 Chiang 汪 Wang 白 Pai 鄒 Tsou 尤 Yu 巫 Wu 涂 Tu 龔 Kung 嚴 Yen 韓 Han 黎 Li 單 Shan 解 Hsieh 歐陽 Ouyang 司馬 Szuma 張簡 Changchien 范姜 Fanchiang`)

var (
	menFirst = syllables(`志 chih 建 chien 俊 chun 家 chia 宗 tsung 文 wen 明 ming 冠 kuan 柏 po 承 cheng 宇 yu 彥 yen 信 hsin 政 cheng 國 kuo 正 cheng 永 yung
		嘉 chia 哲 che 育 yu 威 wei 品 pin 奕 yi 子 tzu 睿 jui`)
	menSecond = syllables(`明 ming 豪 hao 宏 hung 偉 wei 傑 chieh 賢 hsien 翰 han 宇 yu 霖 lin 廷 ting 緯 wei 勳 hsun 銘 ming 鴻 hung 仁 jen 良 liang 成 cheng
		龍 lung 中 chung 源 yuan 凱 kai 軒 hsuan 恩 en 佑 yu 誠 cheng 達 ta 堯 yao 毅 yi 榮 jung 峰 feng 堃 kun 喆 che`)
	womenFirst = syllables(`淑 shu 美 mei 雅 ya 怡 yi 惠 hui 麗 li 秀 hsiu 佳 chia 欣 hsin 詩 shih 宜 yi 玉 yu 靜 ching 慧 hui 婉 wan 心 hsin 思 szu 芷 chih
		雨 yu 鈺 yu 筱 hsiao 詠 yung 郁 yu 沛 pei 品 pin`)
	womenSecond = syllables(`芬 fen 玲 ling 婷 ting 君 chun 華 hua 娟 chuan 惠 hui 貞 chen 珍 chen 萍 ping 如 ju 雯 wen 蓉 jung 穎 ying 涵 han 潔 chieh 瑜 yu
		芳 fang 琪 chi 儀 yi 鈴 ling 蓁 chen 妤 yu 璇 hsuan 安 an 寧 ning 庭 ting 瑄 hsuan 卿 ching 宜 yi`)
	single = syllables(`傑 Chieh 偉 Wei 婷 Ting 潔 Chieh 寧 Ning 安 An 翔 Hsiang 瑋 Wei 敏 Min 靖 Ching`)

	englishMen   = strings.Fields("Kevin Jason Eric David Alex Michael Jerry Andy Leo Vincent Peter Tony Ray Steven Allen Ken Simon Oscar Felix Ryan")
	englishWomen = strings.Fields("Jenny Amy Vivian Grace Tina Emily Karen Joyce Cindy Irene Mandy Sandy Peggy Angela Claire Ivy Sharon Wendy Alice Nina")
)

var (
	hongKongFamilies = syllables(`陳 Chan 黃 Wong 李 Lee 梁 Leung 林 Lam 張 Cheung 吳 Ng 劉 Lau 鄭 Cheng 何 Ho 郭 Kwok 馮 Fung 葉 Yip 曾 Tsang 鄧 Tang 周 Chow`)
	japaneseFamilies = syllables(`佐藤 Sato 鈴木 Suzuki 高橋 Takahashi 田中 Tanaka 伊藤 Ito 渡辺 Watanabe 山本 Yamamoto 中村 Nakamura 小林 Kobayashi 加藤 Kato
		吉田 Yoshida 山田 Yamada 佐々木 Sasaki 松本 Matsumoto 井上 Inoue 木村 Kimura 清水 Shimizu 森 Mori 池田 Ikeda 橋本 Hashimoto`)
	// japaneseSounds are the readings of japaneseFamilies, in the same order.
	japaneseSounds = strings.Fields("サトウ スズキ タカハシ タナカ イトウ ワタナベ ヤマモト ナカムラ コバヤシ カトウ ヨシダ ヤマダ ササキ マツモト イノウエ キムラ シミズ モリ イケダ ハシモト")
	japaneseMen    = []syllable{{"健一", "ケンイチ"}, {"大輔", "ダイスケ"}, {"拓也", "タクヤ"}, {"翔太", "ショウタ"}, {"直樹", "ナオキ"}, {"誠", "マコト"}, {"浩二", "コウジ"}}
	japaneseWomen  = []syllable{{"美咲", "ミサキ"}, {"陽子", "ヨウコ"}, {"恵子", "ケイコ"}, {"さくら", "サクラ"}, {"由美", "ユミ"}, {"愛", "アイ"}, {"真理子", "マリコ"}}

	westernFamilies = strings.Fields("Harrison Whitfield Müller Novak Carter Bennett Schneider O’Connor Fischer Marlowe Sullivan Becker Ashworth Delgado Lindqvist Hoffmann Pemberton Castellano Weber Hargreaves")
	westernMen      = strings.Fields("James Thomas Oliver Daniel Lukas Jonas Martin Edward Henry Marco")
	westernWomen    = strings.Fields("Sarah Emma Julia Hannah Charlotte Laura Sophie Katharina Olivia Anna")
)

// someone is a person before there is a record: a name, and the local part of an e-mail address.
type someone struct {
	name  crm.Name
	woman bool
	local string
}

func (d *dice) someone(where country) someone {
	s := someone{woman: d.chance(52)}
	switch where {
	case taiwan:
		d.taiwaneseName(&s)
	case hongKong:
		d.hongKongName(&s)
	case japan:
		d.japaneseName(&s)
	default:
		d.westernName(&s)
	}
	return s
}

func (d *dice) taiwaneseName(s *someone) {
	family := pickEarly(d, families)
	given := d.given(s.woman)
	s.name = crm.Name{Family: family.han, Given: given.han}
	s.local = given.latin + "." + strings.ToLower(family.latin)
	if d.chance(35) {
		english := d.english(s.woman)
		s.name.Alt = []string{english + " " + family.latin}
		s.local = strings.ToLower(english + "." + family.latin)
	}
	if d.chance(70) {
		s.name.Salutation = salutation(s.woman, "小姐", "先生")
	}
	if s.name.Family == "吳" && d.chance(15) {
		s.name.Family = "𠮷田" // a rare form that only the supplementary plane has, of people with a Japanese grandfather
	}
}

func salutation(woman bool, she, he string) string {
	if woman {
		return she
	}
	return he
}

// given throws a given name, mostly of two characters.
func (d *dice) given(woman bool) syllable {
	if d.chance(4) {
		one := pick(d, single)
		return syllable{one.han, strings.ToLower(one.latin)}
	}
	first, second := menFirst, menSecond
	if woman {
		first, second = womenFirst, womenSecond
	}
	for {
		a, b := pick(d, first), pickEarly(d, second)
		if a.han != b.han {
			return syllable{a.han + b.han, a.latin + b.latin}
		}
	}
}

func (d *dice) english(woman bool) string {
	if woman {
		return pick(d, englishWomen)
	}
	return pick(d, englishMen)
}

func (d *dice) hongKongName(s *someone) {
	family, given, english := pickEarly(d, hongKongFamilies), d.given(s.woman), d.english(s.woman)
	s.local = strings.ToLower(english + "." + family.latin)
	if d.chance(40) {
		s.name = crm.Name{Family: family.latin, Given: english, Salutation: salutation(s.woman, "Ms.", "Mr.")}
		return
	}
	s.name = crm.Name{Family: family.han, Given: given.han, Alt: []string{english + " " + family.latin}, Salutation: salutation(s.woman, "小姐", "先生")}
}

func (d *dice) japaneseName(s *someone) {
	i := d.rand.IntN(len(japaneseFamilies))
	family, given := japaneseFamilies[i], pick(d, japaneseMen)
	if s.woman {
		given = pick(d, japaneseWomen)
	}
	s.name = crm.Name{Family: family.han, Given: given.han, Salutation: "様", ReadFamily: japaneseSounds[i], ReadGiven: given.latin,
		Reading: japaneseSounds[i] + " " + given.latin}
	s.local = strings.ToLower(family.latin)
}

func (d *dice) westernName(s *someone) {
	s.name = crm.Name{Family: pick(d, westernFamilies), Given: pick(d, westernMen), Salutation: salutation(s.woman, "Ms.", "Mr.")}
	if s.woman {
		s.name.Given = pick(d, westernWomen)
	}
	if d.chance(8) {
		s.name.Prefix, s.name.Salutation = "Dr.", ""
	}
	s.local = asciiLower(s.name.Given) + "." + asciiLower(s.name.Family)
}

// asciiLower makes the part of an address out of a name.
func asciiLower(s string) string {
	return strings.NewReplacer("ü", "ue", "ö", "oe", "ä", "ae", "’", "", " ", "").Replace(strings.ToLower(s))
}
