package sheet

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestEveryCodeHasATextForPeople: each Code and Note constant is a key of the catalogues.
func TestEveryCodeHasATextForPeople(t *testing.T) {
	for _, tag := range []string{"zh-Hant", "en"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "assets", "locale", "catalog", "sheet."+tag+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]any
		if err := json.Unmarshal(data, &texts); err != nil {
			t.Fatal(err)
		}
		all := codeConstants(t)
		if len(all) < 40 {
			t.Fatalf("only %d codes found", len(all))
		}
		for name, code := range all {
			if texts["problem."+code] == nil {
				t.Errorf("%s: no text for %s = %q", tag, name, code)
			}
			delete(texts, "problem."+code)
		}
		for key := range texts {
			t.Errorf("%s: no code for the text %s", tag, key)
		}
	}
}

// codeConstants are the exported constants that begin with Code or Note and are texts.
func codeConstants(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range []string{"errors.go", "notes.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			value, ok := spec.Values[0].(*ast.BasicLit)
			if constant := spec.Names[0].Name; ok && (strings.HasPrefix(constant, "Code") || strings.HasPrefix(constant, "Note")) {
				text, err := strconv.Unquote(value.Value)
				if err != nil {
					t.Fatal(err)
				}
				all[constant] = text
			}
			return true
		})
	}
	return all
}
