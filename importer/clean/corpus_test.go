package clean

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpusSample is what a careful person expects of one record of the import corpus.
type corpusSample struct {
	Name     string          `json:"name"`
	NameAlt  []string        `json:"name_alt"`
	Kind     string          `json:"kind"`
	Phones   json.RawMessage `json:"phones"`
	Birthday string          `json:"birthday"`
}

// corpusSamples reads the expectations of the corpus, which lives beside the repository and is not part of it.
func corpusSamples(t *testing.T) []corpusSample {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for !isDir(filepath.Join(dir, "..", "shared", "data", "import")) {
		if filepath.Dir(dir) == dir {
			t.Skip("the import corpus (../shared/data/import) is not here")
		}
		dir = filepath.Dir(dir)
	}
	var samples []corpusSample
	root := filepath.Join(dir, "..", "shared", "data", "import")
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".expect.json") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var expect struct {
			Samples []corpusSample `json:"samples"`
		}
		if err := json.Unmarshal(data, &expect); err != nil {
			return err
		}
		samples = append(samples, expect.Samples...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return samples
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// TestCorpusNames reads every name of the corpus as one cell: it must be shown as it was written, or as one of the forms that are as good.
func TestCorpusNames(t *testing.T) {
	bad, all := 0, 0
	for _, s := range corpusSamples(t) {
		if s.Name == "" {
			continue
		}
		all++
		got := Person(s.Name)
		shown := strings.Join(kept(got.Name.Salutation, got.Name.Display(), strings.Join(got.Name.Alt, " "), got.Rest), " ")
		if !sameName(got.Name.Display(), s.Name) && !sameName(shown, s.Name) {
			bad++
			t.Logf("%q is shown as %q", s.Name, got.Name.Display())
		}
		if got.Company && s.Kind != "company" {
			bad++
			t.Logf("%q was taken for a company", s.Name)
		}
	}
	t.Logf("%d of %d names right", all-bad, all)
	if bad*50 > all {
		t.Errorf("%d of %d names are shown wrong", bad, all)
	}
}

// TestCorpusPhones reads every phone of the corpus without evidence of a country: digits stay, and no foreign number becomes a Taiwanese one.
func TestCorpusPhones(t *testing.T) {
	for _, s := range corpusSamples(t) {
		var numbers []string
		if json.Unmarshal(s.Phones, &numbers) != nil {
			continue
		}
		for _, n := range numbers {
			phones, rest, _ := Phones(Typed(n), "", anywhere)
			text := rest
			for _, p := range phones {
				text += " " + p.Text + " " + p.Note
				if strings.HasPrefix(p.Number, "+886") && !strings.HasPrefix(n, "(0") {
					t.Errorf("%q became the Taiwanese number %s", n, p.Number)
				}
			}
			if digitsOf(text) != digitsOf(n) {
				t.Errorf("%q became %s, rest %q", n, writePhones(phones), rest)
			}
		}
	}
}
