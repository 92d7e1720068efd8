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
	for _, f := range crm.Fields() {
		t.add(f.Key, f.Key) // rows with problems are written out under the keys
	}
	return t
}

func (t table) add(header, field string) {
	folded := Fold(header)
	if _, taken := t[folded]; folded != "" && !taken {
		t[folded] = field
	}
}

// reasonHeaders are the headers of the column of reasons that the importer adds to rows with problems.
func reasonHeaders() map[string]bool {
	out := map[string]bool{}
	for _, tag := range locale.Tags() {
		if catalog, err := locale.Load(tag); err == nil {
			out[Fold(catalog.Text("problem.reason-column"))] = true
		}
	}
	return out
}
