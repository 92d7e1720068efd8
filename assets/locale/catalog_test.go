package locale

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

func placeholders(t text) []string {
	seen := map[string]bool{}
	for _, form := range []string{t.Zero, t.One, t.Other} {
		for _, p := range placeholder.FindAllString(form, -1) {
			seen[strings.TrimSuffix(strings.Trim(p, "{}"), "|plain")] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

func TestEveryKeyIsInEveryLanguage(t *testing.T) {
	zh, en := testCatalog(t, ZhHant), testCatalog(t, English)
	for _, pair := range [][2]*Catalog{{zh, en}, {en, zh}} {
		for _, key := range pair[0].Keys() {
			if !pair[1].Has(key) {
				t.Errorf("%s has no text for %s", pair[1].Tag(), key)
			}
		}
	}
	for _, key := range zh.Keys() {
		if got, want := placeholders(en.texts[key]), placeholders(zh.texts[key]); en.Has(key) && !slices.Equal(got, want) {
			t.Errorf("%s names %v in English and %v in Chinese", key, got, want)
		}
	}
}

func TestTextsAreThere(t *testing.T) {
	for _, tag := range Tags() {
		for key, text := range testCatalog(t, tag).texts {
			if strings.TrimSpace(text.Other) == "" {
				t.Errorf("%s: %s is empty or has no form for other", tag, key)
			}
			if key != strings.TrimSpace(key) || strings.ContainsAny(key, " \t\n") {
				t.Errorf("%s: the key %q has blanks", tag, key)
			}
		}
	}
}

func TestEveryAreaHasEveryLanguage(t *testing.T) {
	names, err := fs.Glob(files, "catalog/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		area, tag, ok := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(name, "catalog/"), ".json"), ".")
		if !ok || !slices.Contains(Tags(), tag) {
			t.Errorf("%s is not named <area>.<language>.json", name)
		}
		for _, other := range Tags() {
			if _, err := fs.Stat(files, "catalog/"+area+"."+other+".json"); err != nil {
				t.Errorf("%s has no twin in %s", name, other)
			}
		}
	}
}

// keysOf reads the keys of a file one by one, since a decoded map hides repeated ones.
func keysOf(t *testing.T, name string) []string {
	t.Helper()
	b, err := files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	if _, err := dec.Token(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var keys []string
	for dec.More() {
		tok, err := dec.Token()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		keys = append(keys, tok.(string))
		var skip json.RawMessage
		if err := dec.Decode(&skip); err != nil {
			t.Fatalf("%s: %s: %v", name, tok, err)
		}
	}
	return keys
}

func TestNoKeyTwice(t *testing.T) {
	for _, tag := range Tags() {
		names, err := fileNames(files, tag)
		if err != nil {
			t.Fatal(err)
		}
		from := map[string]string{}
		for _, name := range names {
			for _, key := range keysOf(t, name) {
				if first, taken := from[key]; taken {
					t.Errorf("%s is in %s and in %s", key, first, name)
				}
				from[key] = name
			}
		}
	}
}

// simplified holds common characters that only Simplified Chinese uses (none of them is in Big5); mainland holds words that are said differently in Taiwan.
const simplified = "们个为义乌习书买产亲亿仅从仓众伟传伤侧债倾偿储兴养写军农决况冻净减凭击刘则刚创删别办务动励劳势区医华协单卖历压厅县参双发变号员响问团园围图国圆场块坚坛处备够头夹夺奋妇妈娱孙学宝实审宽宾对导寻将尔尝层属岁岛币师帐带帮库应庙庞废开弃张弹强归当录彻径总恋恶惧惯战户报担拥择损换掷断无旧时显暂术权条来杨标树样档桥检楼欢毕汇汉沟没泽济测浏浓满滚滤灭灯灵点炼热爱状独狮环现电画疗监盖盘码积称稳穷窃竞笔签简类紧纠红约级纪纯纲纳纸纹线练组细终绍经结给络绝统继绩绪续维综绿编缘缩罗罚职联肤脑药营虑补装见观规视览觉计订认讨让训议讯记许论设访证评识诉词译试话询该详语误说请读课调谈谊谋谢负财责败账货质购贴贵费资赏赢趋车转轮软输边达迁过迈运还进远连迟选递遗邮邻郑释钟钱银错锁键长门闭闲间闻阅队阳阴阶际陆陈险随隐难须顺预领题颜风飞馆马驻验骂鱼鸟龙"

var mainland = []string{"信息", "默認", "聯繫人", "軟件", "文件夾", "打印", "導入", "導出", "郵箱", "鼠標", "視頻", "網絡", "數據", "程序", "屏幕", "點擊", "用戶", "菜單", "賬", "激活", "服務器", "保存成功", "硬盤", "台式"}

func TestChineseIsTaiwanese(t *testing.T) {
	for key, text := range testCatalog(t, ZhHant).texts {
		for _, r := range text.Zero + text.One + text.Other {
			if strings.ContainsRune(simplified, r) {
				t.Errorf("%s: %c is Simplified", key, r)
			}
		}
		for _, word := range mainland {
			if strings.Contains(text.Other, word) {
				t.Errorf("%s: %s is said differently in Taiwan", key, word)
			}
		}
	}
}
