package print

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"sort"
	"strings"

	"regulars/assets/labels"
)

// ErrNoStock is returned for the name of a label sheet that is not known.
var ErrNoStock = errors.New("print: no such label sheet")

// ErrBadStock is returned for a sheet whose measures cannot be.
var ErrBadStock = errors.New("print: impossible label sheet")

// Stock is a sheet of labels, cards or badges. All lengths are mm.
type Stock struct {
	Name  string // what the user says: "A4-3x8", "Avery L7160"
	Brand string // "" for the common grids without a maker
	Part  string
	What  string // the maker's description in English
	Paper Paper
	Shape Shape
	W, H  float64 // of one label
	Round float64 // radius of its corners
	Grids []Grid
	Same  string // name of another stock with the same measures
}

// Shape is the form of a label.
type Shape string

// The shapes.
const (
	Rectangle Shape = "rectangle"
	Round     Shape = "round"
	Ellipse   Shape = "ellipse"
	Disc      Shape = "cd"
)

// Grid is a block of labels at equal distances.
type Grid struct {
	Columns, Rows  int
	X, Y           float64 // upper left corner of the first label
	PitchX, PitchY float64 // from one label to the next
}

// DefaultStock is the name of the sheet that is taken where none is named: 24 labels of 70 × 37 mm, sold everywhere and wide enough for the post office.
const DefaultStock = "A4-3x8"

// Stocks lists every known sheet: the grids common in Taiwan first, then the makers' by brand and part.
func Stocks() ([]Stock, error) {
	more, err := makers()
	if err != nil {
		return nil, err
	}
	return append(CommonStocks(), more...), nil
}

// CommonStocks are the grids without margins that fill an A4 sheet, sold in Taiwan under many brands. Labels meet the edge of the paper, so text
// keeps away from it.
func CommonStocks() []Stock {
	var out []Stock
	for _, g := range []struct {
		columns, rows int
		w, h          float64
	}{{3, 8, 70, 37}, {2, 7, 105, 42}, {2, 8, 105, 37}, {2, 6, 105, 49.5}, {2, 5, 105, 59}, {2, 4, 105, 74}, {3, 7, 70, 42}, {3, 9, 70, 33}, {3, 10, 70, 29.7}, {3, 11, 70, 25.4},
		{2, 2, 105, 148.5}, {1, 2, 210, 148.5}, {4, 10, 52.5, 29.7}, {4, 11, 48, 25}, {5, 13, 38, 21}} {
		out = append(out, commonStock(g.columns, g.rows, g.w, g.h))
	}
	return out
}

func commonStock(columns, rows int, w, h float64) Stock {
	return Stock{
		Name: fmt.Sprintf("A4-%dx%d", columns, rows), Part: fmt.Sprintf("%d×%d", columns, rows), Paper: A4, Shape: Rectangle, W: w, H: h,
		Grids: []Grid{{columns, rows, (A4.W - float64(columns)*w) / 2, (A4.H - float64(rows)*h) / 2, w, h}},
	}
}

// StockByName finds a sheet by its name, without regard to case and blanks: "A4-3x8", "avery l7160", and by its part number where that is unique. An
// empty name gives the default.
func StockByName(name string) (Stock, error) {
	if name == "" {
		name = DefaultStock
	}
	want := stockKey(name)
	for _, s := range CommonStocks() {
		if stockKey(s.Name) == want {
			return s, nil
		}
	}
	all, err := makers()
	if err != nil {
		return Stock{}, err
	}
	var parts []Stock
	for _, s := range all {
		if stockKey(s.Name) == want {
			return s, nil
		}
		if stockKey(s.Part) == want {
			parts = append(parts, s)
		}
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return Stock{}, fmt.Errorf("%w: %q", ErrNoStock, name)
}

func stockKey(s string) string {
	return strings.NewReplacer(" ", "", "×", "x", "*", "x").Replace(strings.ToLower(s))
}

// SearchStocks lists the sheets whose name, description or measures ("70x37") hold every word of the query; an empty query gives all.
func SearchStocks(query string) ([]Stock, error) {
	all, err := Stocks()
	if err != nil {
		return nil, err
	}
	words := strings.Fields(stockWords(query))
	var out []Stock
	for _, s := range all {
		hay := stockWords(s.Name+" "+s.Brand+" "+s.Part+" "+s.What+" "+s.Paper.Name) + " " + trim(s.W) + "x" + trim(s.H)
		if holdsAll(hay, words) {
			out = append(out, s)
		}
	}
	return out, nil
}

func stockWords(s string) string {
	return strings.NewReplacer("×", "x", "*", "x").Replace(strings.ToLower(s))
}

func holdsAll(hay string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(hay, w) {
			return false
		}
	}
	return true
}

func trim(v float64) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0") }

// Cells lists the places of a sheet in reading order: row by row from the upper left, grid by grid.
func (s Stock) Cells() []Rect {
	var out []Rect
	for _, g := range s.Grids {
		for row := range g.Rows {
			for column := range g.Columns {
				out = append(out, Rect{g.X + float64(column)*g.PitchX, g.Y + float64(row)*g.PitchY, s.W, s.H})
			}
		}
	}
	return out
}

// PerSheet is how many labels a sheet has.
func (s Stock) PerSheet() int {
	n := 0
	for _, g := range s.Grids {
		n += g.Columns * g.Rows
	}
	return n
}

// maxCells bounds a sheet that a user describes.
const maxCells = 2000

// Check refuses a sheet that cannot be: labels without size, off the paper by more than a millimetre, or upon each other.
func (s Stock) Check() error {
	sizes := []float64{s.W, s.H, s.Paper.W, s.Paper.H, s.Round}
	for _, g := range s.Grids {
		sizes = append(sizes, g.X+1, g.Y+1, g.PitchX, g.PitchY)
		if g.Columns < 1 || g.Rows < 1 || g.Columns > maxCells || g.Rows > maxCells {
			return fmt.Errorf("%w: %d columns, %d rows", ErrBadStock, g.Columns, g.Rows)
		}
	}
	for _, v := range sizes {
		if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 || v > 2000 {
			return fmt.Errorf("%w: a length of %g mm", ErrBadStock, v)
		}
	}
	if n := s.PerSheet(); s.W <= 0 || s.H <= 0 || s.Paper.W <= 0 || s.Paper.H <= 0 || n == 0 || n > maxCells {
		return fmt.Errorf("%w: %d labels of %g × %g mm", ErrBadStock, n, s.W, s.H)
	}
	return s.checkPlaces()
}

func (s Stock) checkPlaces() error {
	for _, g := range s.Grids {
		if g.Columns > 1 && g.PitchX < s.W-0.5 || g.Rows > 1 && g.PitchY < s.H-0.5 {
			return fmt.Errorf("%w: labels overlap", ErrBadStock)
		}
		right, low := g.X+float64(g.Columns-1)*g.PitchX+s.W, g.Y+float64(g.Rows-1)*g.PitchY+s.H
		if right > s.Paper.W+1 || low > s.Paper.H+1 {
			return fmt.Errorf("%w: labels reach beyond the paper", ErrBadStock)
		}
	}
	return nil
}

// ReadStock reads a sheet that a user has described, as one JSON object of the form of assets/labels, with "name" beside or in place of brand and part.
func ReadStock(data []byte) (Stock, error) {
	var e entry
	if err := json.Unmarshal(data, &e); err != nil {
		return Stock{}, fmt.Errorf("%w: %v", ErrBadStock, err)
	}
	s := e.stock()
	if e.Name != "" {
		s.Name = e.Name
	}
	return s, s.Check()
}

// entry is a sheet as it stands in the data.
type entry struct {
	Name   string       `json:"name"`
	Brand  string       `json:"brand"`
	Part   string       `json:"part"`
	Paper  string       `json:"paper"`
	What   string       `json:"what"`
	Shape  Shape        `json:"shape"`
	W      float64      `json:"w"`
	H      float64      `json:"h"`
	Corner float64      `json:"corner"`
	PW     float64      `json:"pw"`
	PH     float64      `json:"ph"`
	Grids  [][6]float64 `json:"grids"`
	Same   string       `json:"same"`
}

func (e entry) stock() Stock {
	s := Stock{Name: strings.TrimSpace(e.Brand + " " + e.Part), Brand: e.Brand, Part: e.Part, What: e.What, Shape: e.Shape, W: e.W, H: e.H, Round: e.Corner, Same: e.Same}
	if s.Shape == "" {
		s.Shape = Rectangle
	}
	s.Paper = Paper{e.Paper, e.PW, e.PH}
	if p, ok := PaperByName(e.Paper); ok && e.PW == 0 {
		s.Paper = p
	}
	for _, g := range e.Grids {
		s.Grids = append(s.Grids, Grid{int(g[0]), int(g[1]), g[2], g[3], g[4], g[5]})
	}
	return s
}

// makers reads the sheets of the makers, by name. A dozen that cannot be, with labels beyond the paper or upon each other, are left out.
func makers() ([]Stock, error) {
	var entries []entry
	if err := json.Unmarshal(labels.JSON(), &entries); err != nil {
		return nil, fmt.Errorf("print: label sheets: %w", err)
	}
	out := make([]Stock, 0, len(entries))
	for _, e := range entries {
		if s := e.stock(); s.Check() == nil {
			out = append(out, s)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out, nil
}
