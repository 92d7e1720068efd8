package mapping

import (
	"slices"
	"strings"
	"unicode/utf8"

	"regulars/store/crm"
)

// guess is what a header seems to mean.
type guess struct {
	field string
	n     int     // number in the header, 0 = none
	sure  float64 // 0 to 1
}

// guessHeader reads one header. The ways are tried from the surest to the boldest.
func (d *dictionary) guessHeader(in Input) guess {
	for _, text := range []string{in.Header, in.Name} {
		if g := d.guessText(repaired(text, d.letters)); g.field != "" {
			return d.withGroup(g, in)
		}
	}
	if g := d.guessText(in.Second); g.field != "" {
		g.sure *= 0.9
		return g
	}
	return d.guessSentence(in.Header)
}

func (d *dictionary) guessText(text string) guess {
	folded := Fold(text)
	if folded == "" {
		return guess{}
	}
	if f, ok := d.exact[folded]; ok {
		return guess{f, 0, 1}
	}
	if g := numbered(text); g.field != "" {
		return g
	}
	base, n := withoutNumber(folded)
	if f, ok := d.exact[base]; ok && n > 0 {
		return guess{f, n, 0.95}
	}
	if f := d.compose(base); f != "" {
		return guess{f, n, 0.95}
	}
	if f := d.withoutNoise(base, 2); f != "" {
		return guess{f, n, 0.85}
	}
	return guess{}
}

// withGroup gives a field the kind that the header above it names: 公司 over 電話 and 地址.
func (d *dictionary) withGroup(g guess, in Input) guess {
	kind := d.qualifiers[Fold(in.Group)]
	if t := TargetOf(g.field); kind != "" && t.Kind == "" && t.N == 0 {
		if f := composed(kind, plainPart(t)); f != "" {
			g.field = f
		}
	}
	return g
}

func plainPart(t Target) string {
	if t.Base == "address" && t.Part != "" {
		return t.Part
	}
	return t.Base
}

// compose reads a qualifier and a part in either order: 公司傳真, Fax geschäftlich, Business Postal Code.
func (d *dictionary) compose(folded string) string {
	for cut := range folded {
		if cut == 0 {
			continue
		}
		head, tail := trimJoints(folded[:cut]), trimJoints(folded[cut:])
		if f := d.composePair(head, tail); f != "" {
			return f
		}
		if f := d.composePair(tail, head); f != "" {
			return f
		}
	}
	return ""
}

func (d *dictionary) composePair(qualifier, part string) string {
	kind, ok := d.qualifiers[qualifier]
	if !ok {
		return ""
	}
	p, ok := d.parts[part]
	if !ok {
		return ""
	}
	return composed(kind, p)
}

// trimJoints takes off the words that only join: 自宅の番地.
func trimJoints(s string) string {
	s = strings.TrimPrefix(strings.TrimSuffix(s, "の"), "の")
	return strings.TrimPrefix(strings.TrimSuffix(s, "的"), "的")
}

// composed is the field of a kind and a part.
func composed(kind, part string) string {
	switch part {
	case "phone":
		return "phone." + kind
	case "mobile":
		return "phone.mobile"
	case "fax":
		return map[string]string{"work": "phone.fax", "main": "phone.fax", "home": "phone.home-fax", "other": "phone.fax"}[kind]
	case "pager":
		return "phone.pager"
	case "web":
		return "link.web"
	case "email", "address":
		return part + "." + withoutMain(kind)
	}
	if slices.Contains(targetParts, part) {
		return "address." + withoutMain(kind) + "." + part
	}
	return ""
}

// withoutMain: an e-mail or postal address has no kind "main".
func withoutMain(kind string) string {
	if kind == "main" {
		return "work"
	}
	return kind
}

// withoutNoise takes off words that say nothing, before and after.
func (d *dictionary) withoutNoise(folded string, depth int) string {
	if depth == 0 {
		return ""
	}
	for _, w := range d.noise {
		for _, rest := range []string{strings.TrimPrefix(folded, w), strings.TrimSuffix(folded, w)} {
			rest, _ = withoutNumber(rest)
			if rest == folded || utf8.RuneCountInString(rest) < 2 && rest != "姓" {
				continue
			}
			if f, ok := d.exact[rest]; ok {
				return f
			}
			if f := d.compose(rest); f != "" {
				return f
			}
			if f := d.withoutNoise(rest, depth-1); f != "" {
				return f
			}
		}
	}
	return ""
}

// withoutNumber takes the one number out of a folded header, wherever it stands: "email2address" is "emailaddress" and 2.
func withoutNumber(folded string) (string, int) {
	start := strings.IndexAny(folded, "0123456789")
	if start < 0 {
		return folded, 0
	}
	end, n := start, 0
	for end < len(folded) && folded[end] >= '0' && folded[end] <= '9' {
		n = n*10 + int(folded[end]-'0')
		end++
	}
	rest := folded[:start] + folded[end:]
	if end-start > 2 || n == 0 || strings.ContainsAny(rest, "0123456789") || rest == "" {
		return folded, 0
	}
	return rest, n
}

// numbered reads the headers of Google's exports, where a label and a value share a number: "Phone 2 - Value", "E-mail 1 - Label".
func numbered(text string) guess {
	head, part, ok := strings.Cut(text, " - ")
	if !ok {
		return guess{}
	}
	base, n := withoutNumber(Fold(head))
	what, known := pairBases[base]
	if n == 0 || !known {
		return guess{}
	}
	p := pairParts[Fold(part)]
	if !slices.Contains(partsOf[what], p) {
		return guess{field: crm.CustomPrefix + text, sure: 1}
	}
	return guess{field: what + "." + itoa(n) + "." + p, sure: 1}
}

func itoa(n int) string {
	if n >= 10 {
		return string(rune('0'+n/10)) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

var pairBases = map[string]string{"email": "email", "phone": "phone", "address": "address", "website": "link", "im": "im", "event": "event", "relation": "relation",
	"customfield": "extra", "organization": "position", "電子郵件": "email", "電話": "phone", "地址": "address", "網站": "link", "活動": "event", "關係": "relation", "自訂欄位": "extra",
	"機構": "position", "組織": "position"}

var pairParts = map[string]string{"type": "kind", "label": "kind", "value": "value", "service": "service", "formatted": "formatted", "street": "street", "city": "city",
	"pobox": "po_box", "region": "region", "postalcode": "postal", "country": "country", "extendedaddress": "extended", "name": "company", "title": "job_title",
	"department": "department", "類型": "kind", "標籤": "kind", "值": "value", "服務": "service", "街道": "street", "城市": "city", "郵政信箱": "po_box", "地區": "region", "郵遞區號": "postal",
	"國家": "country", "名稱": "company", "職稱": "job_title", "部門": "department"}

var partsOf = map[string][]string{
	"email": {"kind", "value"}, "phone": {"kind", "value"}, "link": {"kind", "value"}, "event": {"kind", "value"}, "relation": {"kind", "value"},
	"extra": {"kind", "value"}, "im": {"kind", "value", "service"}, "position": {"company", "job_title", "department"},
	"address": {"kind", "formatted", "street", "city", "po_box", "region", "postal", "country", "extended"},
}

// guessSentence looks for a known word in a longer header, such as a question of a form: "What's your work email address?". It is a bold
// guess, which the values have to confirm.
func (d *dictionary) guessSentence(text string) guess {
	best := guess{}
	if aboutOthers(text) {
		return best
	}
	longest := 0
	for _, s := range spans(text) {
		f, ok := d.exact[s]
		if !ok {
			if f = d.compose(s); f == "" {
				continue
			}
		}
		if n := utf8.RuneCountInString(s); n > longest {
			longest, best = n, guess{f, 0, 0.55}
		}
	}
	return best
}

// aboutOthers reports that a header speaks of somebody beside the contact: the name of the assistant, the phone of the spouse.
func aboutOthers(text string) bool {
	lower := strings.ToLower(text)
	return slices.ContainsFunc(strings.Fields(`assistant manager supervisor spouse partner child emergency parent father mother guardian owner agent sales reporting boss
		秘書 秘书 助理 主管 經理 经理 上司 上級 配偶 眷屬 家屬 監護人 監护人 保證人 導師 导师 緊急 紧急 家長 父親 母親 子女 業務員 業務代表 負責業務 承辦業務 經辦 建檔人 負責人 assistentin vorgesetzte`), func(w string) bool { return strings.Contains(lower, w) })
}

// spans are all runs of up to four words of a Latin text, and all pieces of two to six characters of a Han text.
func spans(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !isWordRune(r) })
	if len(words) > 30 || utf8.RuneCountInString(text) > 200 {
		return nil
	}
	var out []string
	for i := range words {
		for n := 1; n <= 4 && i+n <= len(words); n++ {
			if s := Fold(strings.Join(words[i:i+n], " ")); len(s) > 2 {
				out = append(out, s)
			}
		}
	}
	return append(out, pieces(text)...)
}

func pieces(text string) []string {
	runes := []rune(Fold(text))
	var out []string
	for i := range runes {
		for n := 2; n <= 6 && i+n <= len(runes); n++ {
			if p := runes[i : i+n]; !slices.ContainsFunc(p, func(r rune) bool { return r < 0x2E80 }) {
				out = append(out, string(p))
			}
		}
	}
	return out
}
