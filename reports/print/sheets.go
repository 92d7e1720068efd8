package print

import "regulars/store/crm"

// sheets deals out the cells of one sheet after the other.
type sheets struct {
	set     *setter
	stock   Stock
	cells   []Rect
	outline bool
	first   map[int]bool // cells to leave out on the first sheet, from 0
	page    int          // index in the layout, -1 before the first
	at      int          // next cell
}

// newSheets begins at a cell of the first sheet (from 1) and leaves out others there. A start beyond the sheet, or a first sheet with no cell
// left, begins on a new sheet.
func newSheets(s *setter, stock Stock, start int, skip []int, outline bool) *sheets {
	sh := &sheets{set: s, stock: stock, cells: stock.Cells(), outline: outline, first: map[int]bool{}, page: -1}
	for i := range min(max(start, 1)-1, len(sh.cells)) {
		sh.first[i] = true
	}
	for _, n := range skip {
		if n >= 1 && n <= len(sh.cells) {
			sh.first[n-1] = true
		}
	}
	if len(sh.first) == len(sh.cells) {
		sh.first = nil
	}
	return sh
}

// next gives the page and the place for the next label.
func (sh *sheets) next(who crm.ID) (*Page, Rect) {
	for {
		if sh.page < 0 || sh.at == len(sh.cells) {
			sh.begin()
		}
		i := sh.at
		sh.at++
		if sh.page == 0 && sh.first[i] {
			continue
		}
		p := &sh.set.layout.Pages[sh.page]
		p.Cells[i].Contact = who
		return p, sh.cells[i]
	}
}

func (sh *sheets) begin() {
	p := sh.set.newPage(sh.stock.Paper.W, sh.stock.Paper.H)
	sh.page, sh.at = len(sh.set.layout.Pages)-1, 0
	p.Cells = make([]Cell, len(sh.cells))
	p.Runs = make([]Run, 0, 4*len(sh.cells))
	for i, c := range sh.cells {
		p.Cells[i] = Cell{Rect: sh.set.rect(c), Number: i + 1, Skipped: sh.page == 0 && sh.first[i]}
		sh.set.edge(p, sh.stock, c, !sh.outline)
	}
}
