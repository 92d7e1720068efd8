package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	cards "regulars/assets/demo"
	"regulars/assets/locale"
	"regulars/store/crm"
)

func testEnv() (Env, *bytes.Buffer, *bytes.Buffer) {
	var out, errs bytes.Buffer
	return Env{Stdout: &out, Stderr: &errs}.orDefault(), &out, &errs
}

func catalogs(t *testing.T) []*locale.Catalog {
	t.Helper()
	var out []*locale.Catalog
	for _, tag := range locale.Tags() {
		cat, err := locale.Load(tag)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, cat)
	}
	return out
}

// TestEveryFieldHasItsName holds the catalogue against the descriptions of the fields.
func TestEveryFieldHasItsName(t *testing.T) {
	for _, cat := range catalogs(t) {
		need := func(key string) {
			if !cat.Has(key) {
				t.Errorf("%s has no text for %s", cat.Tag(), key)
			}
		}
		need("group.custom")
		for _, f := range crm.Fields() {
			need("field." + f.Key)
			need("group." + f.Group)
			for _, choice := range f.Choices {
				need("choice." + f.Key + "." + choice)
			}
		}
		for _, ch := range crm.Channels() {
			need("channel." + string(ch))
		}
		for _, r := range []crm.Reason{crm.ByPreference, crm.ByNext, crm.ByHand, crm.NotEligible, crm.NothingAllowed, crm.NotReachable, crm.InvitedLately, crm.WalkIn} {
			need("reason." + string(r))
		}
	}
}

// TestFieldsDifferInName matters to exports, whose headers are these names and are read again.
func TestFieldsDifferInName(t *testing.T) {
	for _, cat := range catalogs(t) {
		taken := map[string]string{}
		for _, f := range crm.Fields() {
			name := cat.Text("field." + f.Key)
			if other := taken[name]; other != "" {
				t.Errorf("%s: %s and %s are both called %s", cat.Tag(), other, f.Key, name)
			}
			taken[name] = f.Key
		}
	}
}

// TestHelpIsTranslated walks the whole grammar and looks for texts that are missing.
func TestHelpIsTranslated(t *testing.T) {
	for _, cat := range catalogs(t) {
		env, _, _ := testEnv()
		parser, err := newParser(&commands{}, &session{ctx: t.Context(), env: env, cat: cat})
		if err != nil {
			t.Fatal(err)
		}
		checkHelp(t, cat, parser.Model.Node)
	}
}

func checkHelp(t *testing.T, cat *locale.Catalog, node *kong.Node) {
	t.Helper()
	path := pathOf(node)
	missing := func(what, help string) {
		if help == "" || strings.HasPrefix(help, "cli.") {
			t.Errorf("%s: %s %s has no help: %q", cat.Tag(), path, what, help)
		}
	}
	missing("", node.Help)
	if example := helpKey("example", pathOf(shownNode(node))); !cat.Has(example) {
		t.Errorf("%s: there is no %s", cat.Tag(), example)
	}
	for _, f := range node.Flags {
		missing("--"+f.Name, f.Help)
	}
	for _, p := range node.Positional {
		missing(p.Name, p.Help)
	}
	for _, c := range node.Children {
		checkHelp(t, cat, c)
	}
}

// TestInterrupted stops each writing command before it begins: nothing may be there afterwards.
func TestInterrupted(t *testing.T) {
	stopped, stop := context.WithCancel(t.Context())
	stop()
	dir := t.TempDir()
	data := filepath.Join(dir, "regulars.db")
	if code := Run(t.Context(), []string{"--data", data, "demo", "--contacts", "20"}, Env{}); code != ExitDone {
		t.Fatalf("demo ended with %d", code)
	}
	sheet := filepath.Join(dir, "cards.xlsx")
	if err := os.WriteFile(sheet, cards.Cards().Data, 0o666); err != nil {
		t.Fatal(err)
	}
	before := digestOf(t, data)
	for _, args := range [][]string{
		{"import", sheet}, {"labels", filepath.Join(dir, "x.pdf")}, {"export", "contacts", filepath.Join(dir, "x.csv")},
		{"--data", filepath.Join(dir, "new.db"), "demo"}, {"backup", filepath.Join(dir, "x.db")},
	} {
		env, _, errs := testEnv()
		if code := Run(stopped, append([]string{"--data", data, "--lang", "en"}, args...), env); code != ExitInterrupted {
			t.Errorf("%v ended with %d, want %d: %s", args[0], code, ExitInterrupted, errs)
		}
	}
	if digestOf(t, data) != before {
		t.Error("an interrupted command changed the data")
	}
	for _, name := range []string{"x.pdf", "x.csv", "x.db", "new.db"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			t.Errorf("an interrupted command left %s", name)
		}
	}
}

func digestOf(t *testing.T, data string) string {
	t.Helper()
	env, out, errs := testEnv()
	if code := Run(t.Context(), []string{"--data", data, "digest"}, env); code != ExitDone {
		t.Fatalf("digest ended with %d: %s", code, errs)
	}
	return out.String()
}

func TestQuestions(t *testing.T) {
	cases := []struct {
		name, answer string
		interactive  bool
		want         int
	}{
		{"nobody to ask", "", false, ExitUsage},
		{"no answer", "", true, ExitUsage},
		{"no", "n\n", true, ExitUsage},
		{"yes", "y\n", true, ExitDone},
		{"yes in Chinese", "是\n", true, ExitDone},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			data := filepath.Join(t.TempDir(), "regulars.db")
			copyOf := filepath.Join(t.TempDir(), "copy.db")
			for _, args := range [][]string{{"demo", "--contacts", "5"}, {"backup", copyOf}} {
				if code := Run(t.Context(), append([]string{"--data", data}, args...), Env{}); code != ExitDone {
					t.Fatalf("%s ended with %d", args[0], code)
				}
			}
			env, _, errs := testEnv()
			env.Stdin, env.Interactive = strings.NewReader(tc.answer), tc.interactive
			if code := Run(t.Context(), []string{"--data", data, "restore", copyOf}, env); code != tc.want {
				t.Errorf("got %d, want %d: %s", code, tc.want, errs)
			}
		})
	}
}

func TestWindow(t *testing.T) {
	none := func(string) string { return "" }
	set := func(name string) string {
		return map[string]string{"REGULARS_DATA": "env.db", "REGULARS_LANG": "en"}[name]
	}
	cases := []struct {
		name       string
		args       []string
		getenv     func(string) string
		data, lang string
		ok         bool
	}{
		{"nothing", nil, none, "", "", true},
		{"a data file", []string{"--data", "a.db"}, none, "a.db", "", true},
		{"joined", []string{"--data=a.db", "--lang=en"}, none, "a.db", "en", true},
		{"from the environment", nil, set, "env.db", "en", true},
		{"flags go first", []string{"--data", "a.db"}, set, "a.db", "en", true},
		{"a value is missing", []string{"--data"}, none, "", "", false},
		{"a command", []string{"--data", "a.db", "demo"}, none, "", "", false},
		{"help", []string{"--help"}, none, "", "", false},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			data, lang, ok := Window(tc.args, tc.getenv)
			if data != tc.data || lang != tc.lang || ok != tc.ok {
				t.Errorf("got %q %q %v, want %q %q %v", data, lang, ok, tc.data, tc.lang, tc.ok)
			}
		})
	}
}

func TestLanguage(t *testing.T) {
	cases := []struct {
		name string
		args []string
		env  map[string]string
		want string
	}{
		{"nothing said", nil, nil, "en"},
		{"system", nil, map[string]string{"LANG": "zh_TW.UTF-8"}, "zh-Hant"},
		{"messages before system", nil, map[string]string{"LANG": "zh_TW.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"},
		{"a system language without catalogue", nil, map[string]string{"LANG": "fr_FR"}, "en"},
		{"our own variable", nil, map[string]string{"LANG": "en", "REGULARS_LANG": "zh-Hant"}, "zh-Hant"},
		{"flag", []string{"--lang", "zh-TW"}, map[string]string{"REGULARS_LANG": "en"}, "zh-Hant"},
		{"joined flag after the command", []string{"demo", "--lang=zh"}, nil, "zh-Hant"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			cat, err := catalog(tc.args, func(name string) string { return tc.env[name] })
			if err != nil || cat.Tag() != tc.want {
				t.Errorf("got %v, %v, want %s", cat.Tag(), err, tc.want)
			}
		})
	}
}

func TestTable(t *testing.T) {
	list := &table{}
	list.add("王小明", "台北", "a\nb")
	list.add("Al", "Kaohsiung", "\x1b[31mred")
	want := []string{"王小明  台北       a b", "Al      Kaohsiung  [31mred"}
	for i, got := range list.lines() {
		if got != want[i] {
			t.Errorf("line %d: got %q, want %q", i, got, want[i])
		}
	}
}
