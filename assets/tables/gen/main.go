//go:build ignore

// Gen writes variants.txt, readings.txt and strokes.txt, the tables that are taken from others' data. surnames.txt and taiwan.txt are our
// own and are edited by hand. Run it in assets/tables:
//
//	apt-get download unicode-data && dpkg-deb -x unicode-data_*.deb unicode
//	npm pack opencc-js && tar xzf opencc-js-*.tgz
//	go run gen/main.go unicode/usr/share/unicode package/dist/esm-lib/dict .
//
// The first argument is the folder with Unihan_*.txt.bz2, the second the one with OpenCC's dictionaries as opencc-js ships them, the third
// is where to write.
package main

import (
	"bufio"
	"cmp"
	"compress/bzip2"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: go run gen/main.go UNIHAN-FOLDER OPENCC-FOLDER OUT-FOLDER")
	}
	han := unihan(os.Args[1])
	write(os.Args[3], "variants.txt", variants(han, os.Args[2]))
	write(os.Args[3], "readings.txt", readings(han))
	write(os.Args[3], "strokes.txt", strokes(han))
}

func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}

func write(folder, name string, lines []string) {
	text := strings.Join(lines, "\n") + "\n"
	must(0, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644))
}

// properties maps a Unihan property to its value of each character.
type properties map[string]map[rune]string

func unihan(folder string) properties {
	all := properties{}
	for _, part := range []string{"Readings", "Variants", "IRGSources"} {
		f := must(os.Open(filepath.Join(folder, "Unihan_"+part+".txt.bz2")))
		lines := bufio.NewScanner(bzip2.NewReader(f))
		for lines.Scan() {
			if cols := strings.SplitN(lines.Text(), "\t", 3); len(cols) == 3 && strings.HasPrefix(cols[0], "U+") {
				all.put(cols[1], codePoint(cols[0]), cols[2])
			}
		}
		must(0, lines.Err())
	}
	return all
}

func (p properties) put(name string, r rune, value string) {
	if p[name] == nil {
		p[name] = map[rune]string{}
	}
	p[name][r] = value
}

func codePoint(s string) rune {
	return rune(must(strconv.ParseInt(strings.TrimPrefix(s, "U+"), 16, 32)))
}

// strokes groups the characters by stroke count and radical: "12.73<TAB>曾最…".
func strokes(han properties) []string {
	groups := map[[2]int][]rune{}
	for r := range han["kTotalStrokes"] {
		n, radical := count(han, r)
		groups[[2]int{n, radical}] = append(groups[[2]int{n, radical}], r)
	}
	keys := slices.SortedFunc(maps.Keys(groups), func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	var out []string
	for _, k := range keys {
		out = append(out, fmt.Sprintf("%d.%d\t%s", k[0], k[1], sorted(groups[k])))
	}
	return out
}

// count is the number of strokes of a character. kTotalStrokes goes by the forms of the mainland, where 艹 has three strokes and 阝 two;
// Taiwan writes them with four and three. So for characters of the two main planes of Taiwan's own standard, CNS 11643, it is the
// strokes beside the radical, which Unihan counts in the old way, and those of the radical's form in Taiwan.
func count(han properties, r rune) (strokes, radical int) {
	counts := strings.Fields(han["kTotalStrokes"][r])
	total := must(strconv.Atoi(counts[len(counts)-1])) // where two stand, the second is for traditional characters
	number, beside, _ := strings.Cut(strings.Fields(han["kRSUnicode"][r])[0], ".")
	radical = must(strconv.Atoi(strings.TrimRight(number, "'")))
	plane, _, _ := strings.Cut(han["kIRG_TSource"][r], "-")
	if strings.HasSuffix(number, "'") || plane != "T1" && plane != "T2" {
		return total, radical
	}
	rest := must(strconv.Atoi(beside))
	return rest + form(radical, radicalStrokes(radical), total-rest), radical
}

// form is the stroke count of that form of a radical which comes closest to what a character leaves for it.
func form(radical, full, left int) int {
	// The forms that radicals have as a part of a character, where these have other strokes than the full one: 忄 扌 氵 犭 王 礻 罒 月 艹 衤 辶 阝 阝.
	short := map[int]int{61: 3, 64: 3, 85: 3, 94: 3, 96: 4, 113: 4, 122: 5, 125: 4, 130: 4, 140: 4, 145: 5, 162: 4, 163: 3, 170: 3}
	s, ok := short[radical]
	if ok && left-s < full-left {
		return s
	}
	return full
}

// radicalStrokes is the strokes of a radical's full form: the Kangxi dictionary orders its 214 radicals by them.
func radicalStrokes(radical int) int {
	last := []int{6, 29, 60, 94, 117, 146, 166, 175, 186, 194, 200, 204, 208, 210, 211, 213, 214}
	at, _ := slices.BinarySearch(last, radical)
	return at + 1
}

func sorted(list []rune) string {
	slices.Sort(list)
	return string(slices.Compact(list))
}

// readings groups the characters by syllable: "wang2<TAB>王亡…<TAB>其他", characters that sound so as a rule before the second tabulator,
// those that may also sound so after it.
func readings(han properties) []string {
	first, other := map[string][]rune{}, map[string][]rune{}
	for r, v := range han["kMandarin"] {
		all := strings.Fields(v)
		main := numbered(all[len(all)-1])
		first[main] = append(first[main], r)
		known := map[string]bool{toneless(main): true}
		for _, s := range alternatives(han, r) {
			if !known[toneless(s)] && len(known) < 4 {
				known[toneless(s)] = true
				other[s] = append(other[s], r)
			}
		}
	}
	all := maps.Clone(first)
	maps.Copy(all, other)
	var out []string
	for _, s := range slices.Sorted(maps.Keys(all)) {
		out = append(out, strings.TrimRight(s+"\t"+sorted(first[s])+"\t"+sorted(other[s]), "\t"))
	}
	return out
}

// alternatives lists the readings of two dictionaries of modern Mandarin, the ones found most often in running text first.
func alternatives(han properties, r rune) []string {
	var out []string
	for _, s := range strings.Fields(han["kHanyuPinlu"][r]) {
		s, _, _ = strings.Cut(s, "(")
		out = append(out, numbered(s))
	}
	for _, s := range strings.Fields(han["kXHC1983"][r]) {
		_, s, _ = strings.Cut(s, ":")
		out = append(out, numbered(s))
	}
	return out
}

// numbered turns lǜ into lv4, with 5 for the neutral tone.
func numbered(s string) string {
	tone := "5"
	var b strings.Builder
	for _, r := range s {
		base, t := split(r)
		if t != "" {
			tone = t
		}
		b.WriteString(base)
	}
	return b.String() + tone
}

func split(r rune) (base, tone string) {
	for i, row := range []string{"aāáǎà", "eēéěè", "iīíǐì", "oōóǒò", "uūúǔù", "üǖǘǚǜ", "m̄ḿ\x00\x00", "n\x00ńňǹ", "ê\x00ế\x00ề"} {
		for t, c := range []rune(row) {
			if c == r {
				return []string{"a", "e", "i", "o", "u", "v", "m", "n", "e"}[i], strings.TrimLeft(strconv.Itoa(t), "0")
			}
		}
	}
	switch r {
	case '\u0304':
		return "", "1"
	case '\u0301':
		return "", "2"
	case '\u030c':
		return "", "3"
	case '\u0300':
		return "", "4"
	}
	return string(r), ""
}

func toneless(s string) string { return s[:len(s)-1] }

// ours are forms in names of people and places that none of the sources ties to the usual one.
const ours = "囯国 淸清 靑青 戸户 渋涩 澁涩 髙高 﨑崎 𠮷吉 冨富 嶋岛 舘馆 栁柳 濵滨 邉边 桒桑 栢柏"

// variants lists the classes of characters that search takes as one, the character that stands for all of them first.
func variants(han properties, folder string) []string {
	set := classes{}
	simple := pairs(folder, "TSCharacters")
	for _, name := range []string{"TSCharacters", "TWVariants", "HKVariants"} {
		for _, p := range pairs(folder, name) {
			set.join(p[0], p[1])
		}
	}
	for _, p := range pairs(folder, "JPShinjitaiCharacters") {
		// A Japanese form that is an everyday character of its own in Taiwan (予, 芸, 缶) stays one.
		if !strings.HasPrefix(han["kIRG_TSource"][p[0]], "T1-") {
			set.join(p[0], p[1])
		}
	}
	for _, p := range strings.Fields(ours) {
		pair := []rune(p)
		set.join(pair[0], pair[1])
	}
	for _, p := range unihanPairs(han) {
		set.join(p[0], p[1])
	}
	return set.lines(simple)
}

// pairs reads one of OpenCC's dictionaries in the form of opencc-js: a string of "from to" joined by "|". Where several targets are
// possible only the first, most common one is given.
func pairs(folder, name string) [][2]rune {
	text := string(must(os.ReadFile(filepath.Join(folder, name+".js"))))
	_, text, _ = strings.Cut(text, `"`)
	text, _, _ = strings.Cut(text, `"`)
	var out [][2]rune
	for _, item := range strings.Split(text, "|") {
		from, to, _ := strings.Cut(item, " ")
		if a, b := []rune(from), []rune(to); len(a) == 1 && len(b) == 1 {
			out = append(out, [2]rune{a[0], b[0]})
		}
	}
	return out
}

// unihanPairs are forms of one character that were encoded twice, and those that two dictionaries at least call the same in meaning.
func unihanPairs(han properties) [][2]rune {
	var out [][2]rune
	for r, v := range han["kZVariant"] {
		for _, other := range strings.Fields(v) {
			other, _, _ = strings.Cut(other, "<")
			out = append(out, [2]rune{r, codePoint(other)})
		}
	}
	for r, v := range han["kSemanticVariant"] {
		for _, item := range strings.Fields(v) {
			other, sources, _ := strings.Cut(item, "<")
			if strings.Count(sources, ",") >= 2 || strings.Contains(sources, "kHKGlyph") {
				out = append(out, [2]rune{r, codePoint(other)})
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]rune) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return out
}

// classes is a forest in which each character points to another of its class, or to itself.
type classes map[rune]rune

func (c classes) root(r rune) rune {
	for c[r] != 0 && c[r] != r {
		r = c[r]
	}
	return r
}

func (c classes) join(a, b rune) {
	ra, rb := c.root(a), c.root(b)
	c[rb] = rb
	if ra != rb {
		c[ra] = rb
	}
}

func (c classes) lines(simple [][2]rune) []string {
	members := map[rune][]rune{}
	for r := range c {
		members[c.root(r)] = append(members[c.root(r)], r)
	}
	isSimple := map[rune]int{}
	for _, p := range simple {
		isSimple[p[1]]++
		isSimple[p[0]] -= 1000
	}
	var out []string
	for _, list := range members {
		slices.Sort(list)
		// The simplified character stands for the class; where there is none, the lowest code.
		slices.SortStableFunc(list, func(a, b rune) int { return cmp.Compare(isSimple[b], isSimple[a]) })
		if len(list) > 1 {
			out = append(out, string(list))
		}
	}
	slices.Sort(out)
	return out
}
