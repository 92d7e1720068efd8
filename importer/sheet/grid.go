package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// merge is a merged range: rows by Row.Number, columns from 0, both ends included.
type merge struct {
	top, bottom int
	left, right int
}

// grid collects the rows of one sheet while a reader goes through the file.
type grid struct {
	budget  *budget
	rows    []Row
	row     Row
	block   []Cell // room for the cells of the next rows
	merges  []merge
	hidden  []int
	notes   []Note
	errors  tally // error cells such as #N/A
	bare    tally // formulas without a stored result
	far     int   // cells right of the column limit
	ordered bool
}

// tally counts something and remembers where it was first.
type tally struct{ count, row int }

func (t *tally) add(row int) {
	if t.count == 0 {
		t.row = row
	}
	t.count++
}

const (
	// maxMerges bounds the merged ranges that are kept: far more than people make by hand.
	maxMerges = 20_000
	// maxFarCells is how many lost cells right of the column limit are told one by one before the file is refused.
	maxFarCells = 20
	cellBlock   = 2048
)

func newGrid(b *budget) *grid { return &grid{budget: b, ordered: true} }

// begin starts a row; the row before must have ended.
func (g *grid) begin(number int, hidden bool) {
	g.row = Row{Number: number, Hidden: hidden}
	if cap(g.block)-len(g.block) < 64 {
		g.block = make([]Cell, 0, cellBlock)
	}
	g.row.Cells = g.block[len(g.block):len(g.block):cap(g.block)]
}

// set puts a cell into the row that was begun; columns may come in any order. Cells that show nothing are not kept.
func (g *grid) set(column int, c Cell) error {
	if c.Kind == KindEmpty || c.Text == "" && c.Raw == "" {
		return nil
	}
	if column >= g.budget.limits.Columns {
		return g.tooFar(column, c)
	}
	if c.Kind == KindError {
		g.errors.add(g.row.Number)
	}
	for len(g.row.Cells) <= column {
		g.row.Cells = append(g.row.Cells, Cell{})
	}
	g.row.Cells[column] = c
	return nil
}

// tooFar tells of single stray cells and refuses a sheet that is really that wide.
func (g *grid) tooFar(column int, c Cell) error {
	g.far++
	if g.far > maxFarCells {
		values := map[string]any{"row": g.row.Number, "columns": column + 1, "limit": g.budget.limits.Columns}
		return &Error{Code: CodeTooManyColumns, Values: values}
	}
	values := map[string]any{"cell": fmt.Sprintf("%s%d", columnName(column), g.row.Number), "text": c.Text}
	g.notes = append(g.notes, Note{Code: NoteCellFarAway, Row: g.row.Number, Values: values})
	return nil
}

// end finishes the row; an empty one is forgotten.
func (g *grid) end() error {
	if blankRow(g.row.Cells) {
		return nil
	}
	if err := g.budget.takeCells(len(g.row.Cells)); err != nil {
		return err
	}
	if n := len(g.rows); n > 0 && g.rows[n-1].Number >= g.row.Number {
		g.ordered = false
	}
	if start := len(g.block); start+len(g.row.Cells) <= cap(g.block) {
		g.block = g.block[:start+len(g.row.Cells)]
	}
	g.row.Cells = slices.Clip(g.row.Cells)
	g.rows = append(g.rows, g.row)
	return nil
}

// merged notes a merged range of more than one cell.
func (g *grid) merged(m merge) {
	if len(g.merges) < maxMerges && m.top <= m.bottom && m.left <= m.right && (m.top < m.bottom || m.left < m.right) {
		g.merges = append(g.merges, m)
	}
}

// table hands the rows over; the header is not yet found.
func (g *grid) table(name string, hidden bool) Table {
	if !g.ordered {
		g.sort()
	}
	g.tell(NoteErrorCells, g.errors)
	g.tell(NoteFormulaWithoutValue, g.bare)
	t := Table{Name: name, Hidden: hidden, all: g.rows, merges: g.merges, hidden: g.hidden, readNote: g.notes}
	t.fillMerged()
	return t
}

// sort puts the rows in order and joins those that came in several pieces.
func (g *grid) sort() {
	slices.SortStableFunc(g.rows, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) })
	joined := g.rows[:0]
	for _, row := range g.rows {
		if n := len(joined); n > 0 && joined[n-1].Number == row.Number {
			for column, c := range row.Cells {
				if c.Kind != KindEmpty {
					joined[n-1].fill(column, c)
				}
			}
			continue
		}
		joined = append(joined, row)
	}
	g.rows = joined
}

func (g *grid) tell(code string, t tally) {
	if t.count > 0 {
		g.notes = append(g.notes, Note{Code: code, Row: t.row, Values: map[string]any{"count": t.count}})
	}
}

// blankRow says whether no cell shows anything.
func blankRow(cells []Cell) bool {
	for i := range cells {
		if strings.TrimSpace(cells[i].Text) != "" {
			return false
		}
	}
	return true
}

// columnName is the name spreadsheet programs give the column, counted from 0: A, B, … Z, AA.
func columnName(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}
