package locale

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"strings"
)

// The languages, as BCP 47 tags.
const (
	ZhHant  = "zh-Hant"
	English = "en"
)

// ErrNoLanguage is returned for a tag that there is no catalogue for.
var ErrNoLanguage = errors.New("locale: no such language")

// Values are the values that a text names.
type Values = map[string]any

// Key is a value that is itself a key of the catalogue: its text is put in.
type Key string

//go:embed *.json catalog/*.json
var files embed.FS

// Catalog holds the texts of one language. It does not change and may be used from several goroutines.
type Catalog struct {
	tag   string
	texts map[string]text
	roc   bool
}

// Tags lists the languages, the main one first.
func Tags() []string { return []string{ZhHant, English} }

// Match finds the catalogue for a language as systems name it (zh_TW.UTF-8, zh-HK, en_GB, zh-Hant-TW); ok is false for any other one.
func Match(name string) (tag string, ok bool) {
	lang := strings.ToLower(name)
	if cut := strings.IndexAny(lang, "_-.@"); cut >= 0 {
		lang = lang[:cut]
	}
	switch lang {
	case "zh":
		return ZhHant, true
	case "en":
		return English, true
	}
	return "", false
}

// Load reads the catalogue of a language.
func Load(tag string) (*Catalog, error) {
	if tag != ZhHant && tag != English {
		return nil, fmt.Errorf("%w: %q", ErrNoLanguage, tag)
	}
	return loadFrom(files, tag)
}

func loadFrom(fsys fs.FS, tag string) (*Catalog, error) {
	c := &Catalog{tag: tag, texts: map[string]text{}}
	names, err := fileNames(fsys, tag)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if err := c.read(fsys, name); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// fileNames lists the files of a language, in a fixed order.
func fileNames(fsys fs.FS, tag string) ([]string, error) {
	areas, err := fs.Glob(fsys, "catalog/*."+tag+".json")
	if err != nil {
		return nil, fmt.Errorf("locale: %w", err)
	}
	sort.Strings(areas)
	return append([]string{tag + ".json"}, areas...), nil
}

func (c *Catalog) read(fsys fs.FS, name string) error {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("locale: %w", err)
	}
	var texts map[string]text
	if err := json.Unmarshal(b, &texts); err != nil {
		return fmt.Errorf("locale: %s: %w", name, err)
	}
	for key, t := range texts {
		if _, taken := c.texts[key]; !taken {
			c.texts[key] = t
		}
	}
	return nil
}

// Tag is the language of the catalogue.
func (c *Catalog) Tag() string { return c.tag }

// Has reports whether there is a text for the key.
func (c *Catalog) Has(key string) bool {
	_, ok := c.texts[key]
	return ok
}

// Text is the text for a key with the values put in. A key without text gives the key itself, so that a gap is seen and nothing is lost.
func (c *Catalog) Text(key string, values ...Values) string {
	t, ok := c.texts[key]
	if !ok {
		return key
	}
	return c.fill(t.form(c.tag, values), values)
}

// TextOr is Text for keys that need not exist: it gives fallback where there is none.
func (c *Catalog) TextOr(key, fallback string, values ...Values) string {
	if !c.Has(key) {
		return fallback
	}
	return c.Text(key, values...)
}

// Keys lists all keys in order.
func (c *Catalog) Keys() []string {
	keys := make([]string, 0, len(c.texts))
	for k := range c.texts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
