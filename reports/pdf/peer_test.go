package pdf_test

import (
	"encoding/csv"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"regulars/assets/fonts"
	"regulars/store/crm"
)

// peerFile names a list of addresses; a test binary started with it makes labels of the list and ends, so that it can be timed as a process of its own.
const peerFile = "REGULARS_LABELS_OF"

func TestMain(m *testing.M) {
	if name := os.Getenv(peerFile); name != "" {
		os.Exit(labelsProcess(name))
	}
	os.Exit(m.Run())
}

func labelsProcess(name string) int {
	contacts, err := readAddresses(name)
	if err != nil {
		return 1
	}
	out, err := os.Create(name + ".pdf")
	if err != nil {
		return 1
	}
	writeLabels(&testing.B{}, contacts, out)
	if out.Close() != nil {
		return 1
	}
	return 0
}

func readAddresses(name string) ([]crm.Contact, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	var out []crm.Contact
	for {
		row, err := r.Read()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		out = append(out, crm.Contact{Kind: crm.Person, Name: crm.Name{Full: row[3]}, Positions: []crm.Position{{CompanyName: row[2]}},
			Addresses: []crm.Address{{Kind: crm.KindWork, Country: "TW", Postal: row[0], Text: row[1]}}})
	}
}

func writeAddresses(tb testing.TB, name string, n int) {
	tb.Helper()
	f, err := os.Create(name)
	if err != nil {
		tb.Fatal(err)
	}
	w := csv.NewWriter(f)
	for _, c := range addresses(n) {
		a := c.Addresses[0]
		if err := w.Write([]string{a.Postal, a.Text, c.CompanyName(), c.Name.Display()}); err != nil {
			tb.Fatal(err)
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		tb.Fatal(err)
	}
	if err := f.Close(); err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkAgainstGlabels makes labels of the same 1,000 addresses with glabels-3-batch and with this package, each as a process, on the same sheet and with
// the same font, and reports how many times as long glabels takes.
func BenchmarkAgainstGlabels(b *testing.B) {
	glabels, err := exec.LookPath("glabels-3-batch")
	if err != nil {
		b.Skip("glabels-3-batch is not installed (Debian: apt-get install --no-install-recommends glabels)")
	}
	dir := b.TempDir()
	list := filepath.Join(dir, "addresses.csv")
	writeAddresses(b, list, 1000)
	giveFont(b, filepath.Join(dir, "fonts"))
	template, err := filepath.Abs("testdata/peer.glabels")
	if err != nil {
		b.Fatal(err)
	}
	var theirs, ours time.Duration
	for b.Loop() {
		theirs += timed(b, exec.Command(glabels, "-i", list, "-o", filepath.Join(dir, "glabels.pdf"), template), "XDG_DATA_HOME="+dir)
		ours += timed(b, exec.Command(os.Args[0]), peerFile+"="+list)
	}
	b.ReportMetric(theirs.Seconds()/float64(b.N), "glabels-s/op")
	b.ReportMetric(ours.Seconds()/float64(b.N), "ours-s/op")
	b.ReportMetric(theirs.Seconds()/ours.Seconds(), "times-as-fast")
}

func giveFont(tb testing.TB, dir string) {
	tb.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "regular.ttf"), fonts.Regular(), 0o644); err != nil {
		tb.Fatal(err)
	}
}

func timed(tb testing.TB, cmd *exec.Cmd, env string) time.Duration {
	tb.Helper()
	cmd.Env = append(os.Environ(), env)
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("%v: %v\n%s", cmd.Args, err, out)
	}
	return time.Since(start)
}
