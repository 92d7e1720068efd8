package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestEveryKeyInTheSourcesHasAText reads the commands and looks up each catalogue key that stands in them.
func TestEveryKeyInTheSourcesHasAText(t *testing.T) {
	keys := map[string]bool{}
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			collect(n, keys)
			return true
		})
	}
	if len(keys) < 100 {
		t.Fatalf("only %d keys found", len(keys))
	}
	for _, cat := range catalogs(t) {
		for key := range keys {
			if !cat.Has(key) {
				t.Errorf("%s has no text for %s", cat.Tag(), key)
			}
		}
	}
}

// collect takes whole keys ("cli.demo.done") and the codes of refusals and usage errors.
func collect(n ast.Node, keys map[string]bool) {
	switch x := n.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(x.Value)
		if err == nil && strings.HasPrefix(s, "cli.") && !strings.HasSuffix(s, ".") && !strings.ContainsAny(s, " `") {
			keys[s] = true
		}
	case *ast.CallExpr:
		name, ok := x.Fun.(*ast.Ident)
		if !ok || len(x.Args) < 2 {
			return
		}
		for f, prefix := range map[string]string{"refuse": "cli.error.", "notFound": "cli.kind."} {
			at := map[string]int{"refuse": 1, "notFound": 0}[f]
			if lit, isText := x.Args[at].(*ast.BasicLit); name.Name == f && isText {
				s, _ := strconv.Unquote(lit.Value)
				keys[prefix+s] = true
			}
		}
	}
}
