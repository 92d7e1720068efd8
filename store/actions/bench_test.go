package actions_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/storetest"
)

// quick are the options of a Book that measures: the real clock and randomness.
func quick() actions.Options { return actions.Options{NoBackup: true, AnyPlace: true} }

func sizes() []int { return []int{1_000, 10_000, 100_000} }

// filled makes a file with n people and closes it.
func filled(b *testing.B, n int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "regulars.db")
	book, err := actions.Create(path, quick())
	if err != nil {
		b.Fatal(err)
	}
	importCards(b, book, cards(book.NewID, n))
	if err := book.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkEdit compares an edit of one field, flushed, with the least a disk can be asked for: appending the record to a file and flushing it. The
// two take turns, so that what else the machine does falls on both.
func BenchmarkEdit(b *testing.B) {
	path := filled(b, 10_000)
	book, err := actions.Open(path, quick())
	if err != nil {
		b.Fatal(err)
	}
	defer book.Close()
	log, err := os.Create(filepath.Join(filepath.Dir(path), "log"))
	if err != nil {
		b.Fatal(err)
	}
	defer log.Close()
	all, err := book.AllContacts()
	if err != nil {
		b.Fatal(err)
	}
	record := make([]byte, 600)
	var edits, appends []time.Duration
	for i := 0; b.Loop(); i++ {
		begin := time.Now()
		if _, err := book.EditContact(all[i%len(all)].ID, func(c *crm.Contact) error { c.Notes = fmt.Sprint("edit ", i); return nil }); err != nil {
			b.Fatal(err)
		}
		middle := time.Now()
		if _, err := log.Write(record); err != nil {
			b.Fatal(err)
		}
		if err := log.Sync(); err != nil {
			b.Fatal(err)
		}
		edits, appends = append(edits, middle.Sub(begin)), append(appends, time.Since(middle))
	}
	b.ReportMetric(micros(edits, 50), "µs-edit-p50")
	b.ReportMetric(micros(edits, 99), "µs-edit-p99")
	b.ReportMetric(micros(appends, 50), "µs-append-p50")
	b.ReportMetric(micros(edits, 50)/micros(appends, 50), "edit/append")
}

func micros(all []time.Duration, percent int) float64 {
	slices.Sort(all)
	return float64(all[len(all)*percent/100].Nanoseconds()) / 1000
}

func BenchmarkImport(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var size int64
			for b.Loop() {
				b.StopTimer()
				path := filepath.Join(b.TempDir(), "regulars.db")
				book, err := actions.Create(path, quick())
				if err != nil {
					b.Fatal(err)
				}
				batch := cards(book.NewID, n)
				b.StartTimer()
				importCards(b, book, batch)
				b.StopTimer()
				if err := book.Close(); err != nil {
					b.Fatal(err)
				}
				st, err := os.Stat(path)
				if err != nil {
					b.Fatal(err)
				}
				size = st.Size()
				if err := os.Remove(path); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
			b.ReportMetric(float64(size)/float64(n), "file-B/row")
		})
	}
}

func BenchmarkUndoImport(b *testing.B) {
	for _, n := range sizes()[:2] {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				book := storetest.Create(b, filepath.Join(b.TempDir(), "regulars.db"), quick())
				done := importCards(b, book, cards(book.NewID, n))
				b.StartTimer()
				if _, err := book.UndoImport(done.ID); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkFirstRows is the time from the closed file to the first fifty contacts.
func BenchmarkFirstRows(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			path := filled(b, n)
			for b.Loop() {
				book, err := actions.Open(path, quick())
				if err != nil {
					b.Fatal(err)
				}
				if rows, err := book.FirstContacts(50); err != nil || len(rows) != 50 {
					b.Fatal(len(rows), err)
				}
				b.StopTimer()
				if err := book.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

func benchmarkBook(b *testing.B, use func(*actions.Book) error) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			book, err := actions.Open(filled(b, n), quick())
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if err := use(book); err != nil {
					b.Fatal(err)
				}
			}
			if err := book.Close(); err != nil {
				b.Fatal(err)
			}
		})
	}
}

func BenchmarkAllContacts(b *testing.B) {
	benchmarkBook(b, func(book *actions.Book) error { _, err := book.AllContacts(); return err })
}

func BenchmarkCounts(b *testing.B) {
	benchmarkBook(b, func(book *actions.Book) error { _, _, err := book.Counts(); return err })
}

func BenchmarkDigest(b *testing.B) {
	benchmarkBook(b, func(book *actions.Book) error { _, err := book.Digest(); return err })
}

func BenchmarkVerify(b *testing.B) {
	benchmarkBook(b, func(book *actions.Book) error { _, err := book.Verify(); return err })
}
