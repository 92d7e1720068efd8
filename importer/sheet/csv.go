package sheet

import (
	"math"
	"strings"
)

// readText reads a CSV or TSV file: rows of cells divided by a separator, with or without quotation marks.
func readText(d decoded, o Options, b *budget) (*File, error) {
	text := strings.TrimPrefix(d.text, "\ufeff")
	line := 1
	separator := o.Separator
	if named, rest, ok := separatorLine(text); ok {
		text, line = rest, 2
		if separator == 0 {
			separator = named
		}
	}
	if separator == 0 {
		separator = findSeparator(text)
	}
	if notTable(text, separator) {
		return nil, &Error{Code: CodeNotATable}
	}
	table, err := readCSV(text, separator, line, b)
	if err != nil {
		return nil, err
	}
	table.readNote = append(d.notes, table.readNote...)
	f := &File{Format: FormatCSV, Separator: separator, Encoding: d.encoding, Encodings: d.others, Tables: []Table{table}}
	if separator == '\t' {
		f.Format = FormatTSV
	}
	return f, nil
}

// separatorLine recognizes the line sep=; by which Excel is told the separator.
func separatorLine(text string) (separator rune, rest string, ok bool) {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.Trim(line, "\"\r ")
	if len(line) < 5 || !strings.EqualFold(line[:4], "sep=") {
		return 0, text, false
	}
	if line[4:] == `\t` {
		return '\t', rest, true
	}
	for _, r := range line[4:] {
		return r, rest, true
	}
	return 0, text, false
}

var separators = []rune{',', ';', '\t', '|', '，', '\x1f'}

// findSeparator takes the separator that divides most rows at the beginning into the same number of cells.
func findSeparator(text string) rune {
	best, score := ',', 0.0
	head := sampleText(text)
	for _, candidate := range separators {
		if !strings.ContainsRune(head, candidate) {
			continue
		}
		if s := separatorScore(head, candidate); s > score+1e-9 {
			best, score = candidate, s
		}
	}
	return best
}

func sampleText(text string) string {
	if len(text) <= sampleSize {
		return text
	}
	end := strings.LastIndexAny(text[:sampleSize], "\r\n")
	if end < 0 {
		end = sampleSize
	}
	return text[:end]
}

// separatorScore is high when many rows have the same, large number of cells. Rows of one cell (titles, remarks) count little.
func separatorScore(text string, separator rune) float64 {
	const rows = 200
	p := newCSVParser(text, separator, 1)
	counts := map[int]int{}
	divided, single := 0, 0
	for n := 0; n < rows && p.next(); n++ {
		switch {
		case p.blank():
		case len(p.cells) == 1:
			single++
		default:
			divided++
			counts[len(p.cells)]++
		}
	}
	usual := mostFrequent(counts)
	if divided == 0 {
		return 0
	}
	same := float64(counts[usual]) / float64(divided)
	share := float64(divided) / (float64(divided) + 0.5*float64(single))
	return (0.3 + 0.7*same) * share * share * math.Log2(float64(usual)+1)
}

// notTable says whether the text is something else than rows: a program's data (JSON, XML) or prose.
func notTable(text string, separator rune) bool {
	head := strings.TrimSpace(sampleText(text))
	if strings.HasPrefix(head, "{") && strings.Contains(head, `":`) || strings.HasPrefix(head, "[{") || strings.HasPrefix(head, "<?xml") {
		return true
	}
	if strings.ContainsRune(head, separator) && separatorScore(head, separator) > 1 {
		return false
	}
	long, lines := 0, 0
	for line := range strings.Lines(head) {
		if line = strings.TrimSpace(line); line != "" {
			lines++
			long += len(line)
		}
	}
	return lines > 0 && long/lines > 200
}

// csvReader collects the rows of a text file.
type csvReader struct {
	grid   *grid
	counts map[int]int // rows by their number of cells
	stray  tally
}

// readCSV reads all rows. The first line of text is line number line of the file.
func readCSV(text string, separator rune, line int, b *budget) (Table, error) {
	r := csvReader{grid: newGrid(b), counts: map[int]int{}}
	p := newCSVParser(text, separator, line)
	p.usual = func() int { return mostFrequent(r.counts) }
	for p.next() {
		if p.blank() {
			continue
		}
		if err := r.add(p); err != nil {
			return Table{}, err
		}
		if err := b.tick(float64(p.pos) / float64(len(text)+1)); err != nil {
			return Table{}, err
		}
	}
	r.tell(p)
	return r.grid.table("", false), nil
}

func (r *csvReader) add(p *csvParser) error {
	r.grid.begin(p.rowLine, false)
	for i, text := range p.cells {
		if text == "" {
			continue
		}
		if err := r.grid.set(i, Cell{Text: text, Kind: KindText}); err != nil {
			return err
		}
	}
	r.counts[len(p.cells)]++
	if p.strayQuote {
		r.stray.add(p.rowLine)
	}
	return r.grid.end()
}

// tell notes what is odd about the whole file.
func (r *csvReader) tell(p *csvParser) {
	usual := mostFrequent(r.counts)
	short := 0
	for cells, count := range r.counts {
		if cells < usual {
			short += count
		}
	}
	if short > 0 && usual > 1 {
		r.grid.notes = append(r.grid.notes, Note{Code: NoteRowsShort, Values: map[string]any{"count": short}})
	}
	r.grid.tell(NoteStrayQuote, r.stray)
	if p.unclosedLine > 0 {
		r.grid.notes = append(r.grid.notes, Note{Code: NoteUnclosedQuote, Row: p.unclosedLine})
	}
}

// mostFrequent is the number of cells most rows have.
func mostFrequent(counts map[int]int) int {
	usual := 0
	for cells, count := range counts {
		if count > counts[usual] || count == counts[usual] && cells > usual {
			usual = cells
		}
	}
	return usual
}
