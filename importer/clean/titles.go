package clean

import "strings"

// hanHonorifics stand behind a name and are no part of it.
var hanHonorifics = []string{"賢伉儷", "先生", "小姐", "女士", "太太", "夫人", "伉儷", "同學", "同学", "居士", "師兄", "師姐", "閣下", "女史", "様", "樣", "さん", "さま", "씨", "님"}

// hanTitles are what people do, as it stands behind a name: longest first, so that 總經理 is not read as 經理.
var hanTitles = byLength(`
總經理 副總經理 副總 總裁 副總裁 董事長 副董事長 董事 執行長 營運長 財務長 技術長 行銷長 資訊長 處長 副處長 部長 副部長 課長 副課長 科長 副科長 組長 副組長 股長 主任 副主任 主管 經理 副理 協理 襄理 店長 副店長
廠長 副廠長 院長 副院長 校長 副校長 園長 所長 局長 副局長 署長 司長 會長 副會長 理事長 理事 監事 秘書長 秘書 老師 教授 副教授 助理教授 講師 博士 醫師 醫生 護理師 護士 藥師 律師 會計師 建築師 工程師 設計師
技師 專員 助理 特助 特別助理 顧問 業務 業務代表 業務經理 法師 牧師 神父 修女 師父 師傅 議員 委員 立委 里長 村長 鄉長 鎮長 市長 縣長 區長 教練 導演 主編 編輯 記者 警官 老闆 老板 老闆娘 總監 副總監 總編輯 總統 主播 藝術家 作家 館長 社長 團長 隊長
專務 常務 本部長 次長 係長 代表取締役 取締役 代書 地政士 檢察官 法官 將軍 上校 中校 少校
总经理 副总经理 副总 总裁 董事长 执行长 财务长 处长 部长 课长 科长 组长 经理 副理 厂长 院长 校长 所长 局长 会长 理事长 秘书长 秘书 老师 讲师 医师 医生 护士 药师 律师 会计师 建筑师 工程师 设计师 技师 专员 顾问 总监 馆长 社长 团长 队长 书记 首席
`)

// hanShortTitles are titles of one character; they count only behind a family name alone: 黃董, 李總.
var hanShortTitles = []string{"董", "總", "总", "姐", "哥", "嫂"}

func byLength(words string) []string {
	all := strings.Fields(words)
	var out []string
	for n := 8; n > 0; n-- {
		for _, w := range all {
			if len([]rune(w)) == n {
				out = append(out, w)
			}
		}
	}
	return out
}

// cutTail takes the first of the tails off that s ends with, if something is left.
func cutTail(s string, tails []string) (head, tail string) {
	for _, t := range tails {
		if head, ok := strings.CutSuffix(s, t); ok {
			if head = strings.Trim(head, " /,，、-|"); head != "" {
				return head, t
			}
		}
	}
	return s, ""
}

// isTitle reports whether a text is a title from the table and nothing else.
func isTitle(s string) bool { return isOneOf(s, hanTitles) || westernTitles[strings.ToLower(s)] }

func isHonorific(s string) bool { return isOneOf(s, hanHonorifics) }

func isOneOf(s string, all []string) bool {
	for _, x := range all {
		if s == x {
			return true
		}
	}
	return false
}

var westernTitles = setOf("ceo cfo cto coo cmo manager director president chairman vp owner founder engineer consultant assistant secretary")

// The words around Western names, in lower case and without dots.
var (
	// salutations address a person and say no more than their sex: they are the salutation.
	salutations = setOf("mr mrs ms miss mx madam madame herr frau hr fr mme mlle mme monsieur sig sigra signor signora sra srta señor señora mister dhr mevr")
	// prefixes are titles that belong to the name.
	prefixes = setOf(`dr prof professor sir dame lord lady rev reverend father sister brother hon capt captain col colonel gen general lt major maj sgt cmdr adm pastor rabbi
		ing dipl-ing dott dottssa avv arch geom rag dra drs ir mag dddr ddr pd pddr univ-prof engr atty judge sheikh dato datuk tan-sri`)
	// suffixes belong to the name too.
	suffixes = setOf(`jr sr ii iii iv phd mba esq dds cpa llm msc bsc mph mfa dphil edd pharmd cfa pmp obe mbe cbe frcs jd bsn rph cissp junior senior`)
	// doubtfulSuffixes are suffixes only behind a comma, in dots or in capitals beside a name that is not: MA and BA are family names too.
	doubtfulSuffixes = setOf("ma ba md pe rn mp sj v bs ms do np llb ca qc kc rd")
	// particles begin a family name of several words.
	particles = setOf("van von der den de del della dello di da dal dalla do dos das du des d la le les lo los las ter ten te tot zu zur zum vom af av al el bin ibn binti bint abu ben st santa")
	// loudParticles do so in capitals too (Vincent Van Gogh).
	loudParticles = setOf("Van Von De Del Della Di Da Dal Dalla Dos Das Du Des La Le Les Ter Ten Bin Ibn El Al St. St Vander Zu")
)

// bare is a word in the form of the tables: lower case, no dots.
func bare(word string) string {
	return strings.ToLower(strings.ReplaceAll(strings.Trim(word, ",;"), ".", ""))
}
