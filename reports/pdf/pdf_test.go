package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"regulars/assets/locale"
	"regulars/reports/pdf"
	"regulars/reports/print"
	"regulars/store/crm"
)

func bytesOf(tb testing.TB, l *print.Layout) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := pdf.Write(&out, l, pdf.Options{Created: time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC), Author: "大同精密"}); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func labelsOf(tb testing.TB, contacts []crm.Contact) *print.Layout {
	tb.Helper()
	stock, err := print.StockByName("")
	if err != nil {
		tb.Fatal(err)
	}
	l, err := print.Labels(context.Background(), contacts, print.LabelOptions{Stock: stock})
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// tool finds a program that looks at PDF files from outside, and skips the test, saying so, where there is none.
func tool(tb testing.TB, name string) string {
	tb.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		tb.Skipf("%s is not installed (Debian: poppler-utils, qpdf)", name)
	}
	return path
}

func run(tb testing.TB, name string, args ...string) string {
	tb.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		tb.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

func file(tb testing.TB, data []byte) string {
	tb.Helper()
	name := filepath.Join(tb.TempDir(), "out.pdf")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		tb.Fatal(err)
	}
	return name
}

func vip() []crm.Contact {
	c := addresses(5)
	c[1].Name = crm.Name{Full: "王𠮷祥"}
	c[2].Name = crm.Name{Full: "王堃🎉喆"}
	c[3].Positions[0].CompanyName = "Łódź (Taiwan) \\ Co., Ltd."
	return c
}

func TestSameLayoutGivesTheSameBytes(t *testing.T) {
	if a, b := bytesOf(t, labelsOf(t, vip())), bytesOf(t, labelsOf(t, vip())); !bytes.Equal(a, b) {
		t.Error("two runs differ")
	}
}

func TestPrintingIsNotScaled(t *testing.T) {
	data := bytesOf(t, labelsOf(t, vip()))
	if !bytes.Contains(data, []byte("/ViewerPreferences <</PrintScaling /None")) {
		t.Error("the viewer is not told to print at 100 %")
	}
}

func TestFileIsWhole(t *testing.T) {
	qpdf := tool(t, "qpdf")
	for name, l := range layouts(t, "zh-Hant") {
		if out := run(t, qpdf, "--check", file(t, bytesOf(t, l))); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("%s: %s", name, out)
		}
	}
}

// The text comes out label by label, line by line, rare characters included, both in the order of the file and in the one that the reader finds by
// looking at the page.
func TestTextComesOutInReadingOrder(t *testing.T) {
	pdftotext := tool(t, "pdftotext")
	contacts := vip()
	name := file(t, bytesOf(t, labelsOf(t, contacts)))
	var want []string
	for i := range contacts {
		to, _ := crm.MailStyle{}.Mail(&contacts[i])
		for _, l := range to.Lines() {
			want = append(want, strings.ReplaceAll(l.Text, "🎉", "□"))
		}
	}
	squeezed := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if got := squeezed(run(t, pdftotext, "-raw", name, "-")); got != squeezed(strings.Join(want, "")) {
		t.Errorf("in the order of the file:\n%s\nwant\n%s", got, squeezed(strings.Join(want, "")))
	}
	got := squeezed(run(t, pdftotext, name, "-"))
	for i := range contacts {
		to, _ := crm.MailStyle{}.Mail(&contacts[i])
		block := ""
		for _, l := range to.Lines() {
			block += strings.ReplaceAll(l.Text, "🎉", "□")
		}
		if !strings.Contains(got, squeezed(block)) {
			t.Errorf("as seen on the page, %q is not together in %s", squeezed(block), got)
		}
	}
}

func TestVerticalTextComesOutLineByLine(t *testing.T) {
	pdftotext := tool(t, "pdftotext")
	got := run(t, pdftotext, file(t, bytesOf(t, layouts(t, "zh-Hant")["envelopes"])), "-")
	for _, want := range []string{"105405\n", "台北市松山區南京東路四段１２３號（B棟）12樓\n", "王𠮷祥 經理 台啟\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestEveryFaceIsEmbeddedAndSmall(t *testing.T) {
	pdffonts := tool(t, "pdffonts")
	data := bytesOf(t, labelsOf(t, vip()))
	out := run(t, pdffonts, file(t, data))
	if strings.Contains(out, " no ") && !strings.Contains(out, "yes yes yes") && !strings.Contains(out, "yes no  yes") {
		t.Error(out)
	}
	if len(data) > 100<<10 {
		t.Errorf("%d bytes for five labels", len(data))
	}
}

// layouts is one of each kind of print run.
func layouts(tb testing.TB, tag string) map[string]*print.Layout {
	tb.Helper()
	ctx, out := context.Background(), map[string]*print.Layout{}
	cat, err := locale.Load(tag)
	if err != nil {
		tb.Fatal(err)
	}
	keep := func(name string, l *print.Layout, err error) {
		if err != nil {
			tb.Fatalf("%s: %v", name, err)
		}
		out[name] = l
	}
	contacts := vip()
	contacts[0].Name = crm.Name{Full: "王𠮷祥"}
	contacts[0].Addresses[0].Postal, contacts[0].Addresses[0].Text = "105405", "台北市松山區南京東路四段１２３號（B棟）12樓"
	size, err := print.EnvelopeByName("12K")
	if err != nil {
		tb.Fatal(err)
	}
	template, err := print.ParseTemplate(strings.NewReader("{{salutation}}\n\n**{{name}}** （一）\n> {{today}}"))
	if err != nil {
		tb.Fatal(err)
	}
	event, firm := crm.Event{Name: "餐會", Day: 20261218}, crm.Firm{Name: "大同精密"}
	var guests []print.Attendee
	for i, c := range contacts {
		guests = append(guests, print.Attendee{Contact: c, Guest: crm.Guest{Channel: crm.Channels()[i%2], Reason: crm.ByNext}})
	}
	keepEnvelopes, err := print.Envelopes(ctx, contacts, print.EnvelopeOptions{Size: size, Firm: firm, Frame: true, Stamp: true})
	keep("envelopes", keepEnvelopes, err)
	l, err := print.Letters(ctx, contacts, print.LetterOptions{Template: template, Firm: firm, Day: 20261122, Texts: cat})
	keep("letters", l, err)
	l, err = print.Badges(ctx, guests, print.BadgeOptions{Event: event, Texts: cat})
	keep("badges", l, err)
	l, err = print.SignIn(ctx, guests, print.SheetOptions{Event: event, Texts: cat})
	keep("sign-in", l, err)
	l, err = print.Invitations(ctx, guests, print.SheetOptions{Event: event, Texts: cat})
	keep("invitations", l, err)
	return out
}

// FuzzWrite sends any text through every way to paper: nothing may stop the library.
func FuzzWrite(f *testing.F) {
	for _, s := range []string{"王𠮷祥", "a\xff\x00\u200b", "🎉👨‍👩‍👧", "\ue000\uf8ff", "(\\)\r\n", strings.Repeat("長", 300), "١٢٣ שלום", "e\u0301\u0302"} {
		f.Add(s, s)
	}
	size, err := print.EnvelopeByName("12K")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, name, address string) {
		if len(name)+len(address) > 3000 {
			t.Skip()
		}
		c := []crm.Contact{{Kind: crm.Person, Name: crm.Name{Full: name}, Addresses: []crm.Address{{Kind: crm.KindWork, Postal: "105", Text: address}}}}
		bytesOf(t, labelsOf(t, c))
		l, err := print.Envelopes(context.Background(), c, print.EnvelopeOptions{Size: size, Style: print.Vertical, Firm: crm.Firm{Name: name}})
		if err != nil {
			t.Fatal(err)
		}
		l.Title = name
		bytesOf(t, l)
	})
}

type fullDisk struct{}

var errFull = errors.New("disk full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestErrorOfTheWriterComesThrough(t *testing.T) {
	if err := pdf.Write(fullDisk{}, labelsOf(t, vip()), pdf.Options{}); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}
