package mapping

import (
	"strings"

	"regulars/assets/locale"
	"regulars/store/crm"
)

// Naming gives the catalogue key and the values with which a field is called by its name, also one with a number ("Phone 2: value") and one of
// the user's own. A column that is left out has the key "import.field.none".
func Naming(field string) (key string, values locale.Values) {
	if field == "" {
		return "import.field.none", nil
	}
	if name, ok := strings.CutPrefix(field, crm.CustomPrefix); ok {
		return "import.field.custom", locale.Values{"name": name}
	}
	t := TargetOf(field)
	if t.N == 0 {
		return "field." + field, nil
	}
	return "import.field.numbered", locale.Values{"what": locale.Key(whatOf(t)), "n": t.N, "part": locale.Key("import.part." + partOf(t))}
}

func whatOf(t Target) string {
	if t.Kind != "" {
		return "field." + t.Base + "." + t.Kind
	}
	return "import.what." + t.Base
}

func partOf(t Target) string {
	if t.Part == "" {
		return "value"
	}
	return t.Part
}
