package mapping

import (
	"slices"
	"strconv"
	"strings"

	"regulars/store/crm"
)

// Target is a field key taken apart.
//
// Beside the keys of crm.Fields there are these: "phone", "email" and "address" where the file does not say whose; "phone.ext" for the
// extension of the number to the left; "address.<kind>.extended" for a second line; "birthday.year", ".month", ".day"; "display" for a name
// that a program made up of the others; and, for files with a label and a value in two columns, "<what>.<n>.<part>", such as
// "phone.1.kind" and "phone.1.value".
type Target struct {
	Base string // phone, email, address, link, im, event, relation, extra, position, birthday, anniversary, or the whole key
	Kind string // mobile, work, …; web, line, …
	N    int    // of a numbered target, from 1; else 0
	Part string // value, kind, ext, postal, city, year, company, …
}

// TargetOf takes a field key apart.
func TargetOf(field string) Target {
	words := strings.Split(field, ".")
	if strings.HasPrefix(field, crm.CustomPrefix) || !slices.Contains(splitBases, words[0]) {
		return Target{Base: field}
	}
	t := Target{Base: words[0]}
	for _, w := range words[1:] {
		n, err := strconv.Atoi(w)
		switch {
		case err == nil && n > 0:
			t.N = n
		case slices.Contains(targetParts, w):
			t.Part = w
		default:
			t.Kind = w
		}
	}
	return t
}

var splitBases = []string{"phone", "email", "address", "link", "im", "event", "relation", "extra", "position", "birthday", "anniversary"}

var targetParts = []string{"value", "kind", "service", "ext", "postal", "country", "region", "city", "district", "street", "extended", "po_box", "formatted",
	"company", "department", "job_title", "year", "month", "day", More}

// Choice is one field that a column can be sent to by hand.
type Choice struct {
	Field string // key; its name for people is the catalogue key "field."+Field
	Group string // catalogue key "group."+Group
}

// Choices lists the fields that a column can be sent to, in the order of a form: first those whose kind the cells decide, then all others.
func Choices() []Choice {
	out := []Choice{{"phone", "reach"}, {"phone.ext", "reach"}, {"email", "reach"}, {"address", "reach"}}
	for _, part := range []string{"postal", "country", "region", "city", "district", "street", "extended", "po_box"} {
		out = append(out, Choice{"address." + part, "reach"})
	}
	for _, part := range []string{"year", "month", "day"} {
		out = append(out, Choice{"birthday." + part, "dates"})
	}
	for _, f := range crm.Fields() {
		out = append(out, Choice{f.Key, f.Group})
	}
	return out
}

// IsDate reports whether the cells of a column of this field are dates.
func IsDate(field string) bool {
	t := TargetOf(field)
	switch t.Base {
	case "birthday", "anniversary":
		return t.Part == ""
	case "event":
		return t.Part == "value"
	case "card_date", "last_verified", "last_touch":
		return true
	}
	return false
}

// many reports whether several columns may go into the field.
func many(field string) bool {
	t := TargetOf(field)
	switch t.Base {
	case "phone", "email", "link", "address":
		return t.N == 0 && (t.Part == "" || t.Base == "address" && t.Part == "extended")
	case "tags", "roles", "alt_names", "notes", "source", "preferences", "external_id":
		return true
	}
	return false
}
