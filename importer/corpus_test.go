package importer

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"regulars/store/crm"
)

// The shared corpus: contact files of many programs, each with what a careful person would want of it. It lies beside the repository and is
// never part of it.

// What the corpus asks for at least.
const (
	wantFilesRight  = 105
	wantFieldsRight = 95.0 // percent
	slowestFile     = 10 * time.Second
)

// corpusDir finds the corpus from here upward; without it the test is skipped.
func corpusDir(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		try := filepath.Join(dir, "shared", "data", "import")
		if info, err := os.Stat(try); err == nil && info.IsDir() {
			return try
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Skip("the shared corpus is not here; our own fixtures are tested all the same")
		}
		dir = up
	}
}

// expectation is the content of <file>.expect.json.
type expectation struct {
	Contacts   int            `json:"contacts"`
	Acceptable []int          `json:"contacts_acceptable"`
	Samples    []expectSample `json:"samples"`
}

type expectSample struct {
	Name       string   `json:"name"`
	NameAlt    []string `json:"name_alt"`
	Kind       string   `json:"kind"`
	Family     string   `json:"family"`
	Given      string   `json:"given"`
	Company    string   `json:"company"`
	Department string   `json:"department"`
	Title      string   `json:"title"`
	Phones     []string `json:"phones"`
	Fax        []string `json:"fax"`
	Emails     []string `json:"emails"`
	Address    string   `json:"address"`
	Birthday   string   `json:"birthday"`
	PhonesOpt  bool     `json:"phones_optional"`
	FaxOpt     bool     `json:"fax_optional"`
	EmailsOpt  bool     `json:"emails_optional"`
}

// score counts fields.
type score struct {
	right, all int
	wrong      []string
}

func (s *score) check(ok bool, format string, args ...any) {
	s.all++
	if ok {
		s.right++
		return
	}
	s.wrong = append(s.wrong, fmt.Sprintf(format, args...))
}

func TestCorpus(t *testing.T) {
	root := corpusDir(t)
	var fields score
	files, right := 0, 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".expect.json") {
			return err
		}
		files++
		name, _ := filepath.Rel(root, strings.TrimSuffix(path, ".expect.json"))
		want := readExpectation(t, path)
		got, took := importFile(t, strings.TrimSuffix(path, ".expect.json"))
		if took > slowestFile {
			t.Errorf("%s took %v", name, took)
		}
		n := len(got)
		if n == want.Contacts || slices.Contains(want.Acceptable, n) {
			right++
		} else {
			t.Logf("%s: %d contacts, want %d", name, n, want.Contacts)
		}
		var s score
		for i := range want.Samples {
			checkSample(&s, &want.Samples[i], got)
		}
		fields.right, fields.all = fields.right+s.right, fields.all+s.all
		for _, w := range s.wrong {
			t.Logf("%s: %s", name, w)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	share := 100 * float64(fields.right) / float64(max(1, fields.all))
	t.Logf("files right: %d of %d; fields right: %d of %d (%.1f %%)", right, files, fields.right, fields.all, share)
	if right < wantFilesRight {
		t.Errorf("the count is right for %d files, want at least %d", right, wantFilesRight)
	}
	if share < wantFieldsRight {
		t.Errorf("%.1f %% of the fields are right, want at least %.0f %%", share, wantFieldsRight)
	}
}

func readExpectation(t *testing.T, path string) expectation {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var e expectation
	if err := json.Unmarshal(b, &e); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return e
}

// importFile plans the import of a file into an empty store and gives the records of its rows, in the order of the file.
func importFile(t testing.TB, path string) ([]crm.Contact, time.Duration) {
	t.Helper()
	start := time.Now()
	plan := planFile(t, path)
	if plan == nil {
		return nil, time.Since(start)
	}
	return rowRecords(plan), time.Since(start)
}

// planFile makes the plan of a file; nil when it cannot be read.
func planFile(t testing.TB, path string) *Plan {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(context.Background(), f, info.Size(), filepath.Base(path), Options{})
	var unreadable *ReadError
	if errors.As(err, &unreadable) {
		return nil
	}
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	plan, err := NewPlan(context.Background(), s, s.Propose(nil), nil, Settings{Today: 20261122, NewID: countIDs()})
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return plan
}

// countIDs gives ids in order.
func countIDs() func() crm.ID {
	n := 0
	return func() crm.ID {
		n++
		return crm.ID{12: byte(n >> 24), 13: byte(n >> 16), 14: byte(n >> 8), 15: byte(n)}
	}
}

// rowRecords are the records that the rows made, in the order of the file and without the employers made on the way.
func rowRecords(p *Plan) []crm.Contact {
	latest := map[crm.ID]crm.Contact{}
	for _, d := range p.Batch().Drafts {
		latest[d.Record.ID] = d.Record
	}
	var out []crm.Contact
	for _, row := range p.Rows {
		if row.Outcome == crm.OutcomeCreated {
			out = append(out, latest[row.Record])
		}
	}
	return out
}

// checkSample compares a sample with the record that fits it best.
func checkSample(total *score, want *expectSample, got []crm.Contact) {
	best := score{}
	for i := range got {
		var s score
		compareSample(&s, want, &got[i])
		if best.all == 0 || s.right > best.right {
			best = s
		}
	}
	if len(got) == 0 {
		compareSample(&best, want, &crm.Contact{})
	}
	total.right, total.all, total.wrong = total.right+best.right, total.all+best.all, append(total.wrong, best.wrong...)
}

func compareSample(s *score, want *expectSample, c *crm.Contact) {
	if want.Name != "" || len(want.NameAlt) > 0 {
		s.check(sameName(want, c), "name %q, want %q %q", c.Name.Display(), want.Name, want.NameAlt)
	}
	if want.Kind == "company" {
		s.check(c.Kind == crm.Company, "kind %q of %q, want company", c.Kind, c.Title())
	}
	one := func(what, got, want string) {
		if want != "" {
			s.check(squeeze(got) == squeeze(want), "%s: %s %q, want %q", c.Title(), what, got, want)
		}
	}
	one("family name", c.Name.Family, want.Family)
	one("given name", c.Name.Given, want.Given)
	one("company", c.CompanyName(), want.Company)
	one("department", c.Current().Department, want.Department)
	one("job title", c.Current().Title, want.Title)
	one("birthday", c.Birthday().Date.String(), want.Birthday)
	compareReach(s, want, c)
	if want.Address != "" {
		all := addressText2(c)
		for _, part := range regexp.MustCompile(`[,\n]`).Split(want.Address, -1) {
			if p := squeeze(part); p != "" && !strings.Contains(all, p) {
				s.check(false, "%s: address %q lacks %q", c.Title(), all, part)
				return
			}
		}
		s.check(true, "")
	}
}

func compareReach(s *score, want *expectSample, c *crm.Contact) {
	var phones, fax, emails []string
	for _, p := range c.Phones {
		switch {
		case p.Kind == crm.PhonePager && !slices.Contains(wantedNumbers(want), numberKey(p.Text, p.Ext)):
		case p.IsFax():
			fax = append(fax, numberKey(p.Text, p.Ext))
		default:
			phones = append(phones, numberKey(p.Text, p.Ext))
		}
	}
	for _, e := range c.Emails {
		emails = append(emails, strings.ToLower(e.Address))
	}
	set := func(what string, got, want []string, key func(string) string, optional bool) {
		if len(want) == 0 {
			return
		}
		for i := range want {
			want[i] = key(want[i])
		}
		if optional {
			rest := squeeze(c.Notes+fmt.Sprint(c.Custom)) + strings.Join(got, " ")
			for _, w := range want {
				if !strings.Contains(rest, squeeze(w)) && !slices.Contains(got, w) && !strings.Contains(onlyDigits(c.Notes), w) {
					s.check(false, "%s: %s %q lost %q", c.Title(), what, got, w)
					return
				}
			}
			s.check(true, "")
			return
		}
		s.check(sameSet(got, want), "%s: %s %q, want %q", c.Title(), what, got, want)
	}
	number := func(v string) string { return numberKey(v, "") }
	set("phones", phones, slices.Clone(want.Phones), number, want.PhonesOpt)
	set("fax", fax, slices.Clone(want.Fax), number, want.FaxOpt)
	set("emails", emails, slices.Clone(want.Emails), strings.ToLower, want.EmailsOpt)
}

// wantedNumbers are the numbers of a sample; pagers are listed only now and then.
func wantedNumbers(want *expectSample) []string {
	var out []string
	for _, p := range want.Phones {
		out = append(out, numberKey(p, ""))
	}
	return out
}

func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

var extension = regexp.MustCompile(`(?i)\s*(;ext=|ext\.?|x|#|分機|轉)\s*(\d+)$`)

// numberKey is a number without blanks and signs, and without its extension.
func numberKey(text, ext string) string {
	if m := extension.FindStringSubmatchIndex(text); m != nil && m[0] > 3 {
		text = text[:m[0]]
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '+' {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

func onlyDigits(s string) string { return numberKey(s, "") }

func sameName(want *expectSample, c *crm.Contact) bool {
	got := squeeze(c.Name.Display())
	if want.Name == "" && got == "" {
		return true
	}
	return slices.ContainsFunc(append([]string{want.Name}, want.NameAlt...), func(n string) bool { return n != "" && squeeze(n) == got })
}

func addressText2(c *crm.Contact) string {
	var b strings.Builder
	for _, a := range c.Addresses {
		b.WriteString(squeeze(a.Postal + a.Region + a.City + a.District + a.Street + a.POBox + a.Text + a.CountryText + a.Country))
	}
	return b.String()
}

// squeeze leaves letters and digits only.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
