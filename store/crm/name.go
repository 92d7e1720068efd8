package crm

import (
	"strings"
	"unicode"
)

// Name is the name of a person or a company. A company has only Full, Reading and Alt. A person has parts where they are certain; Full holds a name that
// is not to be taken apart (瓦歷斯·諾幹, 高橋さくら, 陳小姐) and is then what is shown.
type Name struct {
	Full       string   `cbor:"1,keyasint,omitempty" json:"full,omitempty"`
	Prefix     string   `cbor:"2,keyasint,omitempty" json:"prefix,omitempty"` // Dr., Prof.
	Family     string   `cbor:"3,keyasint,omitempty" json:"family,omitempty"`
	Given      string   `cbor:"4,keyasint,omitempty" json:"given,omitempty"`
	Middle     string   `cbor:"5,keyasint,omitempty" json:"middle,omitempty"`
	Suffix     string   `cbor:"6,keyasint,omitempty" json:"suffix,omitempty"`          // Jr., III
	Salutation string   `cbor:"7,keyasint,omitempty" json:"salutation,omitempty"`      // 先生, 小姐, Mr., Ms.
	Nickname   string   `cbor:"8,keyasint,omitempty" json:"nickname,omitempty"`        //
	Reading    string   `cbor:"9,keyasint,omitempty" json:"reading,omitempty"`         // how the whole name sounds: kana, Pinyin, Zhuyin
	ReadFamily string   `cbor:"10,keyasint,omitempty" json:"reading_family,omitempty"` // the reading of the parts, where the source had it so
	ReadGiven  string   `cbor:"11,keyasint,omitempty" json:"reading_given,omitempty"`
	Alt        []string `cbor:"12,keyasint,omitempty" json:"alt,omitempty"`   // other names: Mary Lee, former firm names, as typed
	Order      Order    `cbor:"13,keyasint,omitempty" json:"order,omitempty"` // set by the user where the script decides wrongly
}

// Order says which part of a name comes first.
type Order string

// The orders; OrderByScript decides by the script in which the name is written.
const (
	OrderByScript    Order = ""
	OrderFamilyFirst Order = "family-first"
	OrderGivenFirst  Order = "given-first"
)

// Display is the name as it is shown and printed, without salutation: 王小明, 山田太郎, Mary Wang, Dr. John Smith Jr.
func (n Name) Display() string {
	if n.Full != "" {
		return n.Full
	}
	if n.Family == "" && n.Given == "" {
		return firstOf(n.Middle, n.Nickname, n.Prefix+n.Suffix)
	}
	if n.familyFirst() {
		return n.Prefix + glue(n.Family, n.Given, n.Middle) + n.Suffix
	}
	return join(n.Prefix, n.Given, n.Middle, n.Family, n.Suffix)
}

// Sorted is the name for lists that go by family name: "Wang Mary", 王小明.
func (n Name) Sorted() string {
	if n.Full != "" || n.Family == "" || n.familyFirst() {
		return n.Display()
	}
	return join(n.Family, n.Given, n.Middle)
}

func (n Name) familyFirst() bool {
	if n.Order != OrderByScript {
		return n.Order == OrderFamilyFirst
	}
	return isEastAsian(n.Family) && (n.Given == "" || isEastAsian(n.Given)) || n.Family == "" && isEastAsian(n.Given)
}

// glue joins the parts of an East Asian name: without a blank where Han or Hangul meets Han or Hangul, with one where kana or Latin is involved.
func glue(parts ...string) string {
	out := ""
	for _, p := range parts {
		switch {
		case p == "":
		case out == "" || isHanOrHangul(out) && isHanOrHangul(p):
			out += p
		default:
			out += " " + p
		}
	}
	return out
}

func join(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " ")
}

func firstOf(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

func isEastAsian(s string) bool {
	return every(s, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) || r == 'ー' || r == '·' || r == '々'
	})
}

func isHanOrHangul(s string) bool {
	return every(s, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hangul) || r == '々' })
}

func every(s string, ok func(rune) bool) bool {
	for _, r := range s {
		if !ok(r) {
			return false
		}
	}
	return s != ""
}
