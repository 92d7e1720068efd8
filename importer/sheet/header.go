package sheet

import (
	"regexp"
	"strings"
	"unicode"
)

// header says which rows (indices of Table.all) name the columns: top to bottom, bottom being the one with the names and top the one
// with groups above them; second is a row that names them again. -1 means none.
type header struct {
	top, bottom, second int
	quality             float64
	doubtful            bool
}

const (
	// headerSearch is how many rows are looked at for the header: preambles are shorter.
	headerSearch = 30
	// contrastRows is how many rows below a candidate are compared with it.
	contrastRows = 40
	// enoughQuality is what a row must reach to be taken as the header.
	enoughQuality = 0.5
	// known is the Score from which a row counts as a header known by its words.
	known = 0.5
)

var noHeader = header{top: -1, bottom: -1, second: -1}

// findHeader takes the row that looks most like a header, the first among equals.
func findHeader(t *Table) header {
	best, quality := -1, 0.0
	widest := widestRow(t.all)
	for i := range t.all[:min(len(t.all), headerSearch)] {
		q := t.headerQuality(i, widest) - 0.01*float64(i)
		if q > quality+1e-9 {
			best, quality = i, q
		}
	}
	if best < 0 || quality < enoughQuality {
		return noHeader
	}
	h := t.extend(best)
	h.quality = quality
	h.doubtful = t.score != nil && t.known(h.bottom) == 0 && t.known(h.top) == 0
	return h
}

// headerAt is the header whose last row is the one with that number; none when there is no such row.
func headerAt(t *Table, number int) header {
	for i, row := range t.all {
		if row.Number == number {
			h := t.extend(i)
			if h.bottom > i {
				h = header{top: i, bottom: i, second: -1}
			}
			h.quality = 1
			return h
		}
	}
	return noHeader
}

func (t *Table) known(i int) float64 {
	if t.score == nil {
		return 0
	}
	return min(1, max(0, t.score(t.all[i].texts())))
}

// headerQuality is how much the row looks like a header, about 0 to 1: half by the words it has, half by its shape; by its shape
// alone when no words are known.
func (t *Table) headerQuality(i, widest int) float64 {
	shape := t.headerShape(i, widest)
	if t.score == nil {
		return shape
	}
	words := t.known(i)
	if words == 0 {
		return shape * 0.8
	}
	filled := float64(t.all[i].filled())
	return max(shape*0.8, shape*0.4+min(1, words*1.2)*min(1, 0.4+0.2*filled)*0.8)
}

// headerShape judges without knowing any word: headers are filled, unlike each other, no data themselves and followed by data.
func (t *Table) headerShape(i, widest int) float64 {
	row := t.all[i]
	filled, data, same := 0, 0, 0
	seen := map[string]bool{}
	for column, c := range row.Cells {
		text := strings.TrimSpace(c.Text)
		if text == "" {
			continue
		}
		filled++
		if t.isData(i, column) {
			data++
		}
		if seen[text] {
			same++
		}
		seen[text] = true
	}
	if filled == 0 {
		return 0
	}
	n := float64(filled)
	shape := 0.4*n/float64(max(1, widest)) + 0.2*(1-float64(data)/n) + 0.1*(1-float64(same)/n)
	shape += 0.3 * min(1, t.contrast(i)*2.5)
	shape -= 0.5 * min(1, 4*float64(data)/n)
	if data == 0 && t.dataBelow(i) {
		shape += 0.15
	}
	if filled == 1 && widest > 2 {
		shape *= 0.5
	}
	return shape
}

// dataBelow says whether most rows below hold a cell that looks like data.
func (t *Table) dataBelow(i int) bool {
	last := min(len(t.all), i+1+contrastRows)
	with := 0
	for j := i + 1; j < last; j++ {
		if t.hasData(j) {
			with++
		}
	}
	return with > 0 && with*5 >= (last-i-1)*3
}

// contrast is the share of columns whose cells below look like data (or never repeat the header's text) while this cell does not.
func (t *Table) contrast(i int) float64 {
	below := t.all[i+1 : min(len(t.all), i+1+contrastRows)]
	columns, differ := 0, 0
	for column, c := range t.all[i].Cells {
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		columns++
		filled, data := 0, 0
		for j, row := range below {
			if row.Cell(column).Kind != KindEmpty {
				filled++
				if t.isData(i+1+j, column) {
					data++
				}
			}
		}
		if !t.isData(i, column) && data*2 >= max(1, filled) && data > 0 {
			differ++
		}
	}
	if columns == 0 {
		return 0
	}
	return float64(differ) / float64(columns)
}

// extend finds the rows that belong to the header beside the one found: group headers and a second header.
func (t *Table) extend(i int) header {
	h := header{top: i, bottom: i, second: -1}
	switch {
	case t.groups(i-1, i):
		h.top = i - 1
	case t.groups(i, i+1):
		h.bottom = i + 1
	case i > 0 && t.known(i-1) >= known && !t.hasData(i-1):
		h = header{top: i - 1, bottom: i - 1, second: i}
	}
	if h.second < 0 && t.secondHeader(h.bottom) {
		h.second = h.bottom + 1
	}
	return h
}

func (t *Table) hasData(i int) bool {
	for column := range t.all[i].Cells {
		if t.isData(i, column) {
			return true
		}
	}
	return false
}

// isData says whether the cell looks like data. Cells of the rows in the search are judged once.
func (t *Table) isData(i, column int) bool {
	if i >= len(t.dataLike) {
		return looksLikeData(t.all[i].Cell(column))
	}
	return column < len(t.dataLike[i]) && t.dataLike[i][column]
}

// judgeCells fills dataLike.
func (t *Table) judgeCells() {
	rows := t.all[:min(len(t.all), headerSearch+contrastRows)]
	t.dataLike = make([][]bool, len(rows))
	for i, row := range rows {
		t.dataLike[i] = make([]bool, len(row.Cells))
		for column, c := range row.Cells {
			t.dataLike[i][column] = looksLikeData(c)
		}
	}
}

// adjacent says whether both rows exist and nothing is between them.
func (t *Table) adjacent(above, below int) bool {
	return above >= 0 && below < len(t.all) && t.all[below].Number == t.all[above].Number+1
}

// groups says whether the row above groups the names in the row below: by merged cells, or, where the format knows none, because the
// row below fills exactly the gaps of the one above.
func (t *Table) groups(above, below int) bool {
	if !t.adjacent(above, below) || t.hasData(below) || t.hasData(above) {
		return false
	}
	if len(t.merges) > 0 {
		return t.groupsByMerge(above, below)
	}
	return t.groupsByGaps(above, below)
}

func (t *Table) groupsByMerge(above, below int) bool {
	found := 0
	for column, c := range t.all[above].Cells {
		if c.Kind == KindEmpty {
			continue
		}
		m, ok := t.mergeAt(t.all[above].Number, column)
		if !ok || m.right == m.left || m.bottom != t.all[above].Number {
			continue
		}
		if (m.right-m.left+1)*5 >= t.all[below].filled()*4 && t.all[above].filled() == 1 {
			return false // a title over the whole table
		}
		named := 0
		for j := m.left; j <= m.right; j++ {
			if t.all[below].Cell(j).Kind != KindEmpty {
				named++
			}
		}
		if named > 1 {
			found++
		}
	}
	return found > 0
}

func (t *Table) groupsByGaps(above, below int) bool {
	up, down := t.all[above], t.all[below]
	gaps, alone := 0, 0
	for column := range max(len(up.Cells), len(down.Cells)) {
		upper, lower := up.Cell(column).Kind != KindEmpty, down.Cell(column).Kind != KindEmpty
		starts := upper && up.Cell(column+1).Kind == KindEmpty && down.Cell(column+1).Kind != KindEmpty
		switch {
		case upper && lower && !starts, !upper && !lower:
			return false
		case !upper && lower:
			gaps++
		case upper && !lower:
			alone++
		}
	}
	return gaps > 0 && alone > 0 && t.all[above].filled() > 1
}

// secondHeader says whether the row after the header names the columns once more: by known words, or because it holds field names in
// Latin letters under a header in another script, and the rows below look different.
func (t *Table) secondHeader(i int) bool {
	next := i + 1
	if next >= len(t.all) || t.hasData(next) || t.all[next].filled()*5 < t.all[i].filled()*3 || t.all[next].filled() < 2 {
		return false
	}
	if t.known(next) >= known {
		return true
	}
	return next+1 < len(t.all) && !t.all[i].onlyLatin() && t.all[next].onlyFieldNames() && t.contrast(next) >= 0.15
}

var fieldName = regexp.MustCompile(`^[A-Za-z][A-Za-z _./()#*-]{0,40}$`)

func (r Row) onlyFieldNames() bool {
	for _, c := range r.Cells {
		if text := headerText(c.Text); text != "" && !fieldName.MatchString(text) {
			return false
		}
	}
	return true
}

func (r Row) onlyLatin() bool {
	for _, c := range r.Cells {
		for _, ch := range c.Text {
			if unicode.IsLetter(ch) && !unicode.Is(unicode.Latin, ch) {
				return false
			}
		}
	}
	return true
}

func (r Row) filled() int {
	n := 0
	for i := range r.Cells {
		if strings.TrimSpace(r.Cells[i].Text) != "" {
			n++
		}
	}
	return n
}

func (r Row) texts() []string {
	texts := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		texts[i] = headerText(c.Text)
	}
	return texts
}

func widestRow(rows []Row) int {
	widest := 0
	for _, row := range rows[:min(len(rows), headerSearch+contrastRows)] {
		widest = max(widest, row.filled())
	}
	return widest
}

// columns are the headers of the rows found.
func (t *Table) columns(h header) []Column {
	names, groups := t.all[h.bottom], t.all[h.top]
	width := max(len(names.Cells), len(groups.Cells))
	columns := make([]Column, width)
	for i := range columns {
		c := &columns[i]
		c.Name = headerText(names.Cell(i).Text)
		if h.top < h.bottom {
			c.Group = headerText(t.groupOf(groups, i, names))
		}
		if c.Name == "" || c.Name == c.Group {
			c.Name, c.Group = orElse(c.Name, c.Group), ""
		}
		c.Header = strings.TrimSpace(c.Group + " " + c.Name)
		if h.second >= 0 {
			c.Second = headerText(t.all[h.second].Cell(i).Text)
		}
	}
	return columns
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// groupOf is the text of the group header over the column.
func (t *Table) groupOf(groups Row, column int, names Row) string {
	if m, ok := t.mergeAt(groups.Number, column); ok {
		return groups.Cell(m.left).Text
	}
	if len(t.merges) > 0 {
		return groups.Cell(column).Text
	}
	for ; column >= 0; column-- {
		if text := groups.Cell(column).Text; text != "" {
			return text
		}
		if names.Cell(column).Text == "" {
			return ""
		}
	}
	return ""
}

// headerText is the text of a header cell on one line. Between Chinese characters a line break stands for nothing, else for a blank.
func headerText(text string) string {
	text = strings.TrimSpace(strings.Trim(text, "\ufeff\u200b"))
	if !strings.ContainsAny(text, "\n\r\t") {
		return text
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' })
	joined := ""
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if joined != "" && part != "" && !(endsHan(joined) && startsHan(part)) {
			joined += " "
		}
		joined += part
	}
	return joined
}

func endsHan(s string) bool {
	r := []rune(s)
	return wide(r[len(r)-1])
}

func startsHan(s string) bool {
	for _, r := range s {
		return wide(r)
	}
	return false
}

func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}

var dataShapes = regexp.MustCompile(`^[^@\s]+@[^@\s]+\.\w+|^(https?://|www\.)\S|^[+(（]?\d[\d\s()（）+./#,年月日:-]*\d[\d日]?$|^\d$|^\d{4}-\d\d-\d\dT|\d{5,}|^\(?0\d{1,3}[)-]\s?\d{3}`)

// looksLikeData says whether the cell can hardly be a header: a number, a date, an address of the net, a long row of digits.
func looksLikeData(c Cell) bool {
	if c.Kind == KindNumber || c.Kind == KindDate || c.Kind == KindBool {
		return true
	}
	return c.Kind == KindText && dataShapes.MatchString(strings.TrimSpace(c.Text))
}
