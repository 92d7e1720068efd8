package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path under which the rooms import each other.
const module = "regulars"

// rooms is the plan of the house: every folder with Go code, and which of our own rooms it may know. A trailing /... stands for the room and
// everything in it. A new folder is a decision, so it fails here until it has a line.
var rooms = map[string][]string{
	".": {"ui/cli", "ui/desktop"},

	"store":                   {"store/crm", "store/vault", "store/safefile"},
	"store/crm":               {},
	"store/actions":           {"store", "store/crm", "store/search", "store/backup", "store/safefile"},
	"store/search":            {"store/crm", "assets/tables"},
	"store/backup":            {"store", "store/crm", "store/safefile"},
	"store/safefile":          {},
	"store/storetest":         {"store", "store/crm", "store/actions"},
	"store/demo":              {"store/crm"},
	"importer":                {"store/crm", "importer/...", "store/search"},
	"importer/sheet":          {},
	"importer/mapping":        {"store/crm", "importer/sheet", "importer/clean", "assets/..."},
	"importer/clean":          {"store/crm", "assets/tables"},
	"importer/match":          {"store/crm", "importer/clean", "store/search"},
	"reports":                 {"store/crm", "reports/doc", "assets/..."},
	"reports/doc":             {},
	"reports/typeset":         {"assets/..."},
	"reports/pdf":             {"reports/doc", "reports/print", "reports/typeset", "assets/..."},
	"reports/raster":          {"reports/print", "reports/typeset"},
	"reports/xlsx":            {"reports/doc", "store/crm", "assets/..."},
	"reports/export":          {"store/crm", "reports/doc", "reports/xlsx", "assets/..."},
	"reports/print":           {"store/crm", "reports/doc", "reports/typeset", "assets/..."},
	"assets":                  {},
	"assets/fonts":            {},
	"assets/icons":            {},
	"assets/labels":           {},
	"assets/tables":           {},
	"assets/demo":             {},
	"assets/locale":           {},
	"ui":                      {},
	"ui/cli":                  {"store/actions", "store/crm", "store/search", "store/demo", "store/safefile", "importer/...", "reports/...", "assets/..."},
	"ui/state":                {"store/actions", "store/crm", "store/search", "store/demo", "store/safefile", "importer/...", "reports/...", "assets/..."},
	"ui/desktop":              {"ui/state", "ui/desktop/...", "store/crm", "assets/..."},
	"ui/desktop/theme":        {"assets/..."},
	"ui/desktop/widgets":      {"ui/desktop/theme", "assets/..."},
	"ui/desktop/contacts":     screen,
	"ui/desktop/events":       screen,
	"ui/desktop/importwizard": screen,
	"ui/desktop/labels":       screen,
	"ui/desktop/settings":     screen,
	"ui/desktop/history":      screen,
	"ui/desktop/duplicates":   screen,
}

// screen is what every screen may know: never another screen, never the store.
var screen = []string{"ui/state", "ui/desktop/widgets", "ui/desktop/theme", "store/crm", "assets/..."}

// doors names, for each big foreign package, the rooms that may import it.
var doors = map[string][]string{
	"go.etcd.io/bbolt":                {"store"},
	"fyne.io/fyne/v2/app":             {"ui/desktop"},
	"fyne.io/fyne/v2":                 {"ui/desktop/..."},
	"github.com/xuri/excelize/v2":     {"importer/sheet", "reports/xlsx"},
	"github.com/jung-kurt/gofpdf":     {"reports/pdf", "reports/print"},
	"filippo.io/age":                  {"store/vault"},
	"github.com/fxamacker/cbor/v2":    {"store"},
	"github.com/nyaruka/phonenumbers": {"importer/clean"},
	"github.com/alecthomas/kong":      {"ui/cli"},
}

// source is one Go file as the test sees it.
type source struct {
	path, room string
	test       bool
	file       *ast.File
}

func TestTheHouseFollowsItsPlan(t *testing.T) {
	files := sources(t, "..")
	for _, s := range files {
		allowed, known := rooms[s.room]
		if !known {
			t.Errorf("%s: the folder %q has no line in the plan", s.path, s.room)
			continue
		}
		for _, spec := range s.file.Imports {
			checkImport(t, s, allowed, importPath(t, spec))
		}
	}
	checkPackageComments(t, files)
}

func checkImport(t *testing.T, s source, allowed []string, path string) {
	if own, ok := strings.CutPrefix(path, module+"/"); ok {
		if !s.test && !within(own, allowed) {
			t.Errorf("%s: %s may not know %s", s.path, s.room, own)
		}
		return
	}
	if s.room == "store/crm" && !s.test && strings.Contains(strings.Split(path, "/")[0], ".") {
		t.Errorf("%s: the domain imports the standard library alone, not %s", s.path, path)
	}
	if door := doorOf(path); door != "" && !s.test && !within(s.room, doors[door]) {
		t.Errorf("%s: %s comes in by %v only", s.path, path, doors[door])
	}
}

// doorOf finds the most exact line in doors for a foreign package.
func doorOf(path string) string {
	best := ""
	for d := range doors {
		if (path == d || strings.HasPrefix(path, d+"/")) && len(d) > len(best) {
			best = d
		}
	}
	return best
}

func within(room string, list []string) bool {
	return slices.ContainsFunc(list, func(a string) bool {
		tree, all := strings.CutSuffix(a, "/...")
		return room == a || all && (room == tree || strings.HasPrefix(room, tree+"/"))
	})
}

// Each package says once what it is for.
func checkPackageComments(t *testing.T, files []source) {
	count := map[string]int{}
	for _, s := range files {
		if s.test {
			continue
		}
		count[s.room] += 0
		if s.file.Doc != nil && len(strings.Fields(s.file.Doc.Text())) > 5 {
			count[s.room]++
		}
	}
	for room, n := range count {
		if n != 1 {
			t.Errorf("%s has %d package comments, want 1", room, n)
		}
	}
}

// sources parses every Go file below root except test data, output and programs that only make assets (build tag ignore).
func sources(t *testing.T, root string) []source {
	t.Helper()
	var out []source
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "out") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") {
			return nil
		}
		if s, ok := parse(t, root, path); ok {
			out = append(out, s)
		}
		return nil
	})
	if err != nil || len(out) == 0 {
		t.Fatalf("no sources below %s: %v", root, err)
	}
	return out
}

func parse(t *testing.T, root, path string) (source, bool) {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasPrefix(string(text), "//go:build ignore") {
		return source{}, false
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, text, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	room, err := filepath.Rel(root, filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	return source{path: path, room: filepath.ToSlash(room), test: strings.HasSuffix(path, "_test.go"), file: file}, true
}

func importPath(t *testing.T, spec *ast.ImportSpec) string {
	t.Helper()
	path, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// The plan itself is checked too: a check that lets everything pass would be worth nothing.
func TestThePlanRefuses(t *testing.T) {
	for _, c := range []struct {
		room string
		list []string
		want bool
	}{
		{"store", screen, false},
		{"store/crm", screen, true},
		{"ui/desktop/events", rooms["ui/desktop/contacts"], false},
		{"assets/locale", rooms["ui/cli"], true},
		{"assetsx", rooms["ui/cli"], false},
		{"importer/sheet", rooms["reports/print"], false},
	} {
		if got := within(c.room, c.list); got != c.want {
			t.Errorf("within(%s, %v) = %v", c.room, c.list, got)
		}
	}
	if got := doorOf("fyne.io/fyne/v2/app"); got != "fyne.io/fyne/v2/app" {
		t.Errorf("doorOf = %s", got)
	}
	if got := doorOf("fyne.io/fyne/v2/widget"); got != "fyne.io/fyne/v2" {
		t.Errorf("doorOf = %s", got)
	}
}
