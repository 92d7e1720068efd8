package mapping

import (
	"strings"

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
		if isWordRune(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// withoutRemarks takes off what a form says about how to fill the column.
func withoutRemarks(s string) string {
	for _, remark := range []string{"必填", "必須", "必须", "選填", "选填", "任意", "필수", "선택", "required", "optional", "pflichtfeld", "obligatoire", "facultatif"} {
		for _, pair := range [][2]string{{"(", ")"}, {"[", "]"}, {"【", "】"}, {"（", "）"}, {"［", "］"}, {"<", ">"}} {
			s = strings.ReplaceAll(s, pair[0]+remark+pair[1], "")
		}
	}
	return s
}
