package sheet

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// WithHeader is the same table with its header in the row of that Number (of the last one, when two rows form the header), or without
// a header for NoHeader. 0 searches for it.
func (t Table) WithHeader(number int) Table {
	t.Notes = slices.Clone(t.readNote)
	t.judgeCells()
	var found header
	switch {
	case number == 0:
		found = findHeader(&t)
	case number > 0:
		found = headerAt(&t, number)
	default:
		found = header{top: -1, bottom: -1, second: -1}
	}
	t.apply(found)
	t.quality = found.quality
	return t
}

// apply fills the exported fields from all rows and the header found among them.
func (t *Table) apply(h header) {
	t.HeaderRow, t.Columns, t.Rows = 0, nil, nil
	if h.bottom >= 0 {
		t.HeaderRow = t.all[h.bottom].Number
		t.Columns = t.columns(h)
	} else if len(t.all) > 0 {
		t.note(NoteNoHeader, 0, nil)
	}
	if h.top > 0 {
		t.note(NoteRowsAboveHeader, t.all[0].Number, map[string]any{"count": h.top})
	}
	if h.second >= 0 {
		t.note(NoteSecondHeader, t.all[h.second].Number, nil)
	}
	if h.doubtful {
		t.note(NoteHeaderDoubtful, t.HeaderRow, nil)
	}
	t.Rows = t.data(t.all[max(h.bottom, h.second)+1:])
	t.widen()
	t.tellHidden()
	t.tellLong()
}

func (t *Table) note(code string, row int, values map[string]any) {
	t.Notes = append(t.Notes, Note{Code: code, Row: row, Values: values})
}

// data leaves out rows that are no data: repeated headers, totals, remarks.
func (t *Table) data(rows []Row) []Row {
	kept := make([]Row, 0, len(rows))
	repeated := tally{}
	for _, row := range rows {
		switch {
		case t.repeatsHeader(row):
			repeated.add(row.Number)
		case totalRow(row):
			t.note(NoteTotalRow, row.Number, map[string]any{"text": rowText(row)})
		case t.remarkRow(row):
			t.note(NoteRemarkRow, row.Number, map[string]any{"text": rowText(row)})
		default:
			kept = append(kept, row)
		}
	}
	if repeated.count > 0 {
		t.note(NoteHeaderRepeated, repeated.row, map[string]any{"count": repeated.count})
	}
	return kept
}

// repeatsHeader says whether every cell of the row is what the header says, in at least two columns (one, if there is only one).
func (t *Table) repeatsHeader(row Row) bool {
	same := 0
	for i, c := range row.Cells {
		text := headerText(c.Text)
		if text == "" {
			continue
		}
		if i >= len(t.Columns) || text != t.Columns[i].Name && text != t.Columns[i].Second {
			return false
		}
		same++
	}
	return same >= min(2, len(t.Columns)) && same > 0
}

var totals = regexp.MustCompile(`^(?i:(合計|總計|小計|共計|合计|总计|小计|共计|總數|总数|筆數|总人数|總人數)[:：\s]*[\d,]*\s*(筆|笔|人|位|家|張|张|個|件)?(資料)?` +
	`|共\s*[\d,]+\s*(筆|笔|人|位|家|張|张|件)(資料|記錄|紀錄)?|(grand |sub)?total[:：\s]*[\d,]*|[\d,]+ (records|rows|contacts))$`)

// mayBeTotal is a quick look before the pattern: totals are short and begin with few letters.
func mayBeTotal(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return len(text) <= 60 && strings.ContainsRune("合總小共总数數筆tTgGsS0123456789", first)
}

// totalRow says whether the row is a sum or count under a list: few cells, the first says so, the others are numbers.
func totalRow(row Row) bool {
	said, filled := false, 0
	for _, c := range row.Cells {
		text := strings.TrimSpace(c.Text)
		if text == "" {
			continue
		}
		filled++
		switch {
		case mayBeTotal(text) && totals.MatchString(text):
			said = true
		case !said || strings.Trim(text, "0123456789.,$%NT筆笔人位家張张個个件份名 ") != "":
			return false
		}
	}
	return said && filled <= 4
}

var remarks = regexp.MustCompile(`^[\s(（【*＊※]*(填寫說明|填写说明|填表說明|說明|说明|注意事項|注意事项|注意|備註說明|範例|范例|示例)\s*[:：】）)]|^※`)

// remarkRow says whether the row is one sentence for the people who fill in the table: merged over most columns, or begun like one.
func (t *Table) remarkRow(row Row) bool {
	column, filled := -1, 0
	for i, c := range row.Cells {
		if strings.TrimSpace(c.Text) != "" {
			column, filled = i, filled+1
		}
	}
	if filled != 1 || len(t.Columns) < 3 {
		return false
	}
	if remarks.MatchString(row.Cells[column].Text) {
		return true
	}
	m, ok := t.mergeAt(row.Number, column)
	return ok && (m.right-m.left+1)*5 >= len(t.Columns)*4
}

func rowText(row Row) string {
	var texts []string
	for _, c := range row.Cells {
		if text := strings.TrimSpace(c.Text); text != "" {
			texts = append(texts, text)
		}
	}
	return shorten(strings.Join(texts, " "), 80)
}

// shorten cuts the text to at most n characters.
func shorten(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	return string([]rune(text)[:n-1]) + "…"
}

// mergeAt finds the merged range that has the cell in its first row. The ranges are sorted by their first row.
func (t *Table) mergeAt(row, column int) (merge, bool) {
	first, _ := slices.BinarySearchFunc(t.merges, row, func(m merge, n int) int { return cmp.Compare(m.top, n) })
	for _, m := range t.merges[first:] {
		if m.top != row {
			break
		}
		if m.left <= column && column <= m.right {
			return m, true
		}
	}
	return merge{}, false
}

// maxFilled bounds the cells filled from merged ranges.
const maxFilled = 1 << 20

// fillMerged repeats the value of merged cells in the rows they cover, in their first column.
func (t *Table) fillMerged() {
	filled := tally{}
	slices.SortStableFunc(t.merges, func(a, b merge) int { return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(a.left, b.left)) })
	for _, m := range t.merges {
		first, ok := slices.BinarySearchFunc(t.all, m.top, func(r Row, n int) int { return cmp.Compare(r.Number, n) })
		if !ok {
			continue
		}
		value := t.all[first].Cell(m.left)
		if value.Kind == KindEmpty {
			continue
		}
		value.Merged = true
		for i := first + 1; i < len(t.all) && t.all[i].Number <= m.bottom && filled.count < maxFilled; i++ {
			if t.all[i].fill(m.left, value) {
				filled.add(t.all[i].Number)
			}
		}
	}
	if filled.count > 0 {
		t.readNote = append(t.readNote, Note{Code: NoteMergedFilled, Row: filled.row, Values: map[string]any{"count": filled.count}})
	}
}

// fill sets the cell if it is empty.
func (r *Row) fill(column int, value Cell) bool {
	if r.Cell(column).Kind != KindEmpty {
		return false
	}
	for len(r.Cells) <= column {
		r.Cells = append(r.Cells, Cell{})
	}
	r.Cells[column] = value
	return true
}

// widen gives Columns and Headers a place for every cell of the rows.
func (t *Table) widen() {
	width := len(t.Columns)
	for _, row := range t.Rows {
		width = max(width, len(row.Cells))
	}
	for len(t.Columns) < width {
		t.Columns = append(t.Columns, Column{})
	}
	for _, column := range t.hidden {
		if column < width {
			t.Columns[column].Hidden = true
		}
	}
	t.Headers = make([]string, width)
	for i, c := range t.Columns {
		t.Headers[i] = c.Header
	}
}

func (t *Table) tellHidden() {
	rows, columns := tally{}, 0
	for _, row := range t.Rows {
		if row.Hidden {
			rows.add(row.Number)
		}
	}
	for _, c := range t.Columns {
		if c.Hidden {
			columns++
		}
	}
	if rows.count > 0 {
		t.note(NoteHiddenRows, rows.row, map[string]any{"count": rows.count})
	}
	if columns > 0 {
		t.note(NoteHiddenColumns, 0, map[string]any{"count": columns})
	}
}

// maxRowNotes is how many rows are named one by one with the same remark.
const maxRowNotes = 20

// tellLong names the rows that have cells right of the last header. When many have, it is a table with nameless columns, and
// nothing is wrong.
func (t *Table) tellLong() {
	named := len(t.Columns)
	for named > 0 && t.Columns[named-1].Header == "" {
		named--
	}
	long := map[int]int{}
	for _, row := range t.Rows {
		if named > 0 && len(row.Cells) > named {
			long[row.Number] = len(row.Cells)
		}
	}
	if len(long)*5 > len(t.Rows) && len(long) > 1 {
		return
	}
	numbers := slices.Sorted(maps.Keys(long))
	for _, number := range numbers[:min(len(numbers), maxRowNotes)] {
		t.note(NoteRowLong, number, map[string]any{"cells": long[number], "columns": named})
	}
}
