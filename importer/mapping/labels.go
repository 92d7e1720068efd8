package mapping

import (
	"regulars/assets/locale"
	"regulars/store/crm"
)

// ownLabels are the names of the fields in every language of the program: the headers that our own exports write. They come before the
// dictionary, so that what was exported comes back exactly.
func ownLabels() table {
	t := table{}
	for _, tag := range locale.Tags() {
		catalog, err := locale.Load(tag)
		if err != nil {
			continue
		}
		for _, f := range crm.Fields() {
			if key := "field." + f.Key; catalog.Has(key) {
				t.add(catalog.Text(key), f.Key)
			}
		}
	}
	return t
}

func (t table) add(header, field string) {
	folded := Fold(header)
	if _, taken := t[folded]; folded != "" && !taken {
		t[folded] = field
	}
}
