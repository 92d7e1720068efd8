package mapping

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Fold is a header in the form in which spellings of it are equal: ＊公司⏎名稱, 公司名稱(必填) and 公司名稱 are one. Case, width, blanks and
// signs go; remarks such as 必填 and "required" go; numbers and letters of every script stay.
func Fold(header string) string {
	s := strings.ToLower(width.Fold.String(norm.NFKC.String(header)))
	s = withoutRemarks(s)
	var b strings.Builder
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// withoutRemarks takes off what a form says about how to fill the column.
func withoutRemarks(s string) string {
	for _, remark := range []string{"必填", "必須", "必须", "選填", "选填", "任意", "必須", "필수", "선택", "required", "optional", "pflichtfeld", "obligatoire", "facultatif"} {
		for _, pair := range [][2]string{{"(", ")"}, {"[", "]"}, {"【", "】"}, {"（", "）"}, {"［", "］"}, {"<", ">"}} {
			s = strings.ReplaceAll(s, pair[0]+remark+pair[1], "")
		}
	}
	return s
}

// baseAndNumber splits the number off a folded header that ends in one: "phone2" is "phone", 2. Without a number it is 0.
func baseAndNumber(folded string) (string, int) {
	end := len(folded)
	for end > 0 && folded[end-1] >= '0' && folded[end-1] <= '9' {
		end--
	}
	if end == 0 || len(folded)-end > 2 {
		return folded, 0
	}
	n := 0
	for _, d := range folded[end:] {
		n = n*10 + int(d-'0')
	}
	return folded[:end], n
}
