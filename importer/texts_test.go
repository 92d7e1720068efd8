package importer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"regulars/assets/locale"
	"regulars/importer/clean"
	"regulars/importer/mapping"
	"regulars/importer/match"
	"regulars/importer/sheet"
	"regulars/store/crm"
)

// constants lists the values of the text constants of a package whose names begin with one of the prefixes.
func constants(t *testing.T, dir string, prefixes ...string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != len(spec.Names) {
				return true
			}
			for i, name := range spec.Names {
				lit, isText := spec.Values[i].(*ast.BasicLit)
				for _, prefix := range prefixes {
					if isText && lit.Kind == token.STRING && strings.HasPrefix(name.Name, prefix) {
						if s, err := strconv.Unquote(lit.Value); err == nil {
							out = append(out, s)
						}
					}
				}
			}
			return true
		})
	}
	if len(out) == 0 {
		t.Fatalf("no constants in %s", dir)
	}
	return out
}

// Every code that a plan can carry has a text in every language.
func TestEveryCodeHasAText(t *testing.T) {
	var keys []string
	add := func(prefix string, codes ...string) {
		for _, c := range codes {
			keys = append(keys, prefix+c)
		}
	}
	add("problem.", constants(t, "sheet", "Note")...)
	add("error.sheet.", constants(t, "sheet", "Code")...)
	add("problem.", constants(t, "clean", "Text", "Name", "Phone", "Email", "Postal", "Address", "TaxID", "Date")...)
	add("problem.", ReasonColumn, "column-sensitive", "column-left-out", "cell-error", "card-picture", "card-part-left-out", "maybe-known", "known-in-trash", "value-differs",
		ReasonNobody, ReasonNotContacts, ReasonNoSuchRecord, clean.NameMissing, sheet.NoteNoHeader)
	add("reason.import.", constants(t, ".", "Reason")...)
	add("question.", QuestionDayOrder, QuestionROC)
	add("match.", constants(t, "match", "Same", "Other", "Similar")...)
	add("import.state.", string(mapping.Certain), string(mapping.Look), string(mapping.New), string(mapping.LeftOut))
	add("import.reason.", "own", "preset", "header", "values", "neighbour", "user", "unknown", "sensitive", "redundant", "empty")
	for _, o := range []crm.Outcome{crm.OutcomeCreated, crm.OutcomeUpdated, crm.OutcomeUnchanged, crm.OutcomeSkipped, crm.OutcomeFailed} {
		add("outcome.", string(o))
	}
	for _, d := range []crm.Duplicates{crm.SkipDuplicates, crm.FillDuplicates, crm.UpdateDuplicates, crm.AddDuplicates} {
		add("duplicates.", string(d))
	}
	add("match.", string(match.SameName))
	for _, tag := range locale.Tags() {
		catalog, err := locale.Load(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range keys {
			if key != "reason.import."+ReasonColumn && !catalog.Has(key) {
				t.Errorf("%s has no text for %s", tag, key)
			}
		}
	}
}
