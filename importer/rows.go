package importer

import (
	"slices"
	"strings"

	"regulars/importer/clean"
	"regulars/importer/mapping"
	"regulars/importer/sheet"
	"regulars/store/crm"
)

// rowReader turns the rows of a table into entries by a mapping.
type rowReader struct {
	table   *sheet.Table
	own     bool // the table is an export of this program
	columns []rowColumn
}

// rowColumn is one column with its target and, for a date, what the other cells of the column tell.
type rowColumn struct {
	index  int
	header string
	field  string
	target mapping.Target
	hints  clean.DateHints
	pair   int // column that holds the kind of this value, -1 = none
}

func newRowReader(t *sheet.Table, m Mapping, answers map[int]DateHints) *rowReader {
	r := &rowReader{table: t, own: m.Preset == mapping.OwnExport}
	for i, c := range m.Columns {
		if c.Field == "" || i >= len(t.Headers) {
			continue
		}
		col := newColumn(c.Field, nameOf(c, i))
		col.index = i
		if mapping.IsDate(c.Field) {
			col.hints = r.hints(i, answers)
		}
		r.columns = append(r.columns, col)
	}
	r.pairUp()
	r.shareDayOrder()
	return r
}

// shareDayOrder: the columns of one file write their dates in the same order. Where one column shows it, the others follow.
func (r *rowReader) shareDayOrder() {
	order := clean.UnknownOrder
	for _, c := range r.columns {
		switch {
		case c.hints.Order == clean.UnknownOrder || c.hints.Order == order:
		case order != clean.UnknownOrder:
			return // the columns contradict each other
		default:
			order = c.hints.Order
		}
	}
	for i := range r.columns {
		if mapping.IsDate(r.columns[i].field) {
			r.columns[i].hints.Order = order
		}
	}
}

func newColumn(field, header string) rowColumn {
	return rowColumn{header: header, field: field, target: mapping.TargetOf(field), pair: -1}
}

// nameOf is what a column is called in problems and custom fields: its header on one line, or its letter.
func nameOf(c Column, index int) string {
	if name := strings.Join(strings.Fields(clean.Text(c.Header)), " "); name != "" {
		return name
	}
	letters := ""
	for n := index + 1; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters
}

// hints asks all cells of a column of dates, unless the user has answered.
func (r *rowReader) hints(column int, answers map[int]DateHints) clean.DateHints {
	cells := make([]clean.Cell, 0, len(r.table.Rows))
	for _, row := range r.table.Rows {
		if c := row.Cell(column); c.Kind != sheet.KindEmpty {
			cells = append(cells, cellOf(c))
		}
	}
	h := clean.HintsOf(cells)
	if a, ok := answers[column]; ok {
		if a.Order != clean.UnknownOrder {
			h.Order = a.Order
		}
		if a.ROC != clean.Unknown {
			h.ROC = a.ROC
		}
	}
	return h
}

// pairUp finds for each value in two columns the column with its kind.
func (r *rowReader) pairUp() {
	for i := range r.columns {
		a := &r.columns[i].target
		if a.N == 0 || a.Part == "kind" {
			continue
		}
		for _, b := range r.columns {
			if b.target.Base == a.Base && b.target.N == a.N && b.target.Part == "kind" {
				r.columns[i].pair = b.index
			}
		}
	}
}

// cellOf takes a cell over from the reader of files. An error cell is empty.
func cellOf(c sheet.Cell) clean.Cell {
	if c.Kind == sheet.KindError {
		return clean.Cell{}
	}
	out := clean.Cell{Text: c.Text, Raw: c.Raw, NoYear: c.DateShownWithoutYear}
	if c.Kind == sheet.KindDate && c.Date.Year > 0 {
		out.Date, _ = crm.NewDate(int(c.Date.Year), int(c.Date.Month), int(c.Date.Day))
		out.Minute = int(c.Date.Minute)
	}
	return out
}

// read fills an entry from a row.
func (r *rowReader) read(row sheet.Row, e *entry) {
	e.reset(row.Number)
	e.own = r.own
	for i := range r.columns {
		col := &r.columns[i]
		c := row.Cell(col.index)
		if c.Kind == sheet.KindError {
			e.problems = append(e.problems, Problem{Row: e.number, Column: col.header, Code: "cell-error", Value: c.Text, Level: Warn})
			continue
		}
		if r.own {
			c.Text = unguarded(c.Text)
		}
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		r.put(e, col, row, c)
	}
	if ext := e.ext; ext != "" {
		e.ext = ""
		if !e.extend(ext) {
			e.labelled = append(e.labelled, fieldText{field: "ext", text: ext, from: "ext."})
		}
	}
}

// unguarded takes off the apostrophe that our own exports put before what a spreadsheet would take for a formula.
func unguarded(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte(formulaSigns, s[1]) >= 0 {
		return s[1:]
	}
	return s
}

// tidyRow cleans one row; the column left out, from 0, is taken as empty (-1 = none).
func (r *rowReader) tidyRow(row sheet.Row, country string, leftOut int) tidied {
	if leftOut >= 0 && leftOut < len(row.Cells) {
		row.Cells = slices.Clone(row.Cells)
		row.Cells[leftOut] = sheet.Cell{}
	}
	e, t := &entry{}, tidier{country: country}
	r.read(row, e)
	return t.tidy(e)
}

// put sends one cell where its column goes.
func (r *rowReader) put(e *entry, col *rowColumn, row sheet.Row, c sheet.Cell) {
	t := col.target
	switch t.Base {
	case "phone":
		r.putPhone(e, col, row, c)
	case "email", "link", "im":
		r.putReach(e, col, row, c)
	case "address":
		r.putAddress(e, col, row, c)
	case "event", "relation", "extra":
		r.putPair(e, col, row, c)
	case "position":
		r.putPosition(e, col, c)
	case crm.DateBirthday, crm.DateAnniversary, "card_date", "last_verified", "last_touch":
		putDate(e, col, c)
	default:
		putText(e, col, c)
	}
}

func (r *rowReader) kind(col *rowColumn, row sheet.Row) string {
	if col.pair < 0 {
		return ""
	}
	return clean.Text(row.Cell(col.pair).Text)
}

func (r *rowReader) putPhone(e *entry, col *rowColumn, row sheet.Row, c sheet.Cell) {
	switch col.target.Part {
	case "kind":
		return
	case "ext":
		r.putExtension(e, clean.Text(c.Text))
		return
	}
	p := phoneText{kind: col.target.Kind, cell: cellOf(c), from: col.header}
	p.cell.Bare = col.target.Kind == crm.PhoneMobile || hasHan(col.header)
	if col.target.N > 0 {
		p.kind = phoneKind(r.kind(col, row))
	}
	for _, one := range splitValues(p.cell) {
		q := p
		q.cell = one
		e.phones = append(e.phones, q)
	}
}

// putExtension gives an extension to the number left of it; where there is none it waits for the number that follows.
func (r *rowReader) putExtension(e *entry, ext string) {
	if !e.extend(ext) {
		e.ext = strings.TrimSpace(e.ext + " " + ext)
	}
}

// extend gives an extension to the last number that is not a mobile and has none.
func (e *entry) extend(ext string) bool {
	for i := len(e.phones) - 1; i >= 0; i-- {
		if e.phones[i].kind != crm.PhoneMobile && e.phones[i].ext == "" {
			e.phones[i].ext = ext
			return true
		}
	}
	return false
}

// splitValues divides what Google joins in one cell.
func splitValues(c clean.Cell) []clean.Cell {
	if !strings.Contains(c.Text, ":::") {
		return []clean.Cell{c}
	}
	var out []clean.Cell
	for _, part := range strings.Split(c.Text, ":::") {
		if strings.TrimSpace(part) != "" {
			out = append(out, clean.Typed(part))
		}
	}
	return out
}

func (r *rowReader) putReach(e *entry, col *rowColumn, row sheet.Row, c sheet.Cell) {
	if col.target.Part == "kind" || col.target.Part == "service" {
		return
	}
	kind := col.target.Kind
	if col.target.N > 0 {
		kind = r.kind(col, row)
	}
	for _, one := range splitValues(clean.Typed(c.Text)) {
		switch col.target.Base {
		case "email":
			e.emails = append(e.emails, kindText{placeKind(kind), one.Text, col.header})
		case "im":
			e.links = append(e.links, kindText{linkKind(r.service(col, row) + " " + kind), one.Text, col.header})
		default:
			if col.target.N > 0 {
				kind = linkKind(kind)
			}
			e.links = append(e.links, kindText{kind, one.Text, col.header})
		}
	}
}

// service is the cell that names the chat program of a numbered chat id.
func (r *rowReader) service(col *rowColumn, row sheet.Row) string {
	for _, b := range r.columns {
		if b.target.Base == "im" && b.target.N == col.target.N && b.target.Part == "service" {
			return clean.Text(row.Cell(b.index).Text)
		}
	}
	return ""
}

func (r *rowReader) putAddress(e *entry, col *rowColumn, row sheet.Row, c sheet.Cell) {
	t := col.target
	if t.Part == "kind" {
		return
	}
	slot := addressSlot{kind: t.Kind, n: t.N}
	for !r.own && t.Part == "" && e.address(slot).parts.Street != "" {
		slot.nth++ // a further whole address of the same kind
	}
	a := e.address(slot)
	if t.N > 0 && t.Kind == "" {
		a.parts.Kind = placeKind(r.kind(col, row))
	}
	if t.Part == "formatted" || r.own && t.Part == "" {
		a.formatted = c.Text
	} else {
		putAddressPart(&a.parts, t.Part, c)
	}
	a.from = firstOf(a.from, col.header)
}

func putAddressPart(a *clean.AddressParts, part string, c sheet.Cell) {
	switch part {
	case "postal":
		a.Postal = cellOf(c)
	case "country":
		a.Country = c.Text
	case "region":
		a.Region = c.Text
	case "city":
		a.City = c.Text
	case "district":
		a.District = c.Text
	case "po_box":
		a.POBox = c.Text
	case mapping.More:
		a.More = append(a.More, c.Text)
	default:
		addLine(&a.Street, c.Text)
	}
}

func (r *rowReader) putPair(e *entry, col *rowColumn, row sheet.Row, c sheet.Cell) {
	if col.target.Part == "kind" {
		return
	}
	label := r.kind(col, row)
	if label == "" {
		label = col.header
	}
	if col.target.Base == "event" {
		e.dates = append(e.dates, dateText{kind: eventKind(label), label: label, from: col.header, cell: cellOf(c), hints: col.hints})
		return
	}
	e.custom = append(e.custom, fieldText{field: label, text: c.Text, from: col.header})
}

func (r *rowReader) putPosition(e *entry, col *rowColumn, c sheet.Cell) {
	p := e.position(max(0, col.target.N-1))
	p.from = col.header
	switch col.target.Part {
	case "company":
		p.company = c.Text
	case "department":
		p.department = c.Text
	default:
		p.title = c.Text
	}
}

// putDate notes a date, or one part of a date in three columns.
func putDate(e *entry, col *rowColumn, c sheet.Cell) {
	if col.target.Part == "" {
		e.dates = append(e.dates, dateText{kind: col.target.Base, from: col.header, cell: cellOf(c), hints: col.hints})
		return
	}
	for i := range e.dates {
		if e.dates[i].kind == col.target.Base && e.dates[i].cell.Text == "" {
			putDatePart(&e.dates[i], col.target.Part, c.Text)
			return
		}
	}
	e.dates = append(e.dates, dateText{kind: col.target.Base, from: col.header, hints: col.hints})
	putDatePart(&e.dates[len(e.dates)-1], col.target.Part, c.Text)
}

func putDatePart(d *dateText, part, text string) {
	switch part {
	case "year":
		d.year = text
	case "month":
		d.month = text
	default:
		d.day = text
	}
}

// putText sends a text to its place in the entry.
func putText(e *entry, col *rowColumn, c sheet.Cell) {
	text := c.Text
	if to := e.namePart(col.field); to != nil {
		if *to == "" {
			*to = text
			e.nameFrom = firstOf(e.nameFrom, col.header)
		} else {
			e.echoes = append(e.echoes, fieldText{col.header, text, col.header})
		}
		return
	}
	switch col.field {
	case "kind":
		e.kind = text
	case "alt_names":
		e.altNames = append(e.altNames, text)
	case "company":
		e.position(0).company = text
		e.position(0).from = col.header
	case "department":
		e.position(0).department, e.position(0).departmentFrom = text, col.header
	case "job_title":
		e.position(0).title, e.position(0).titleFrom = text, col.header
	case "tax_id":
		e.taxID, e.taxIDFrom = cellOf(c), col.header
	case "tags":
		e.tags = append(e.tags, text)
	case "notes":
		e.notes = append(e.notes, text)
	case mapping.Labelled:
		e.labelled = append(e.labelled, fieldText{col.header, text, col.header})
	case mapping.Display:
		e.display = text
	case mapping.Echo:
		e.echoes = append(e.echoes, fieldText{col.header, text, col.header})
	case mapping.Dull:
		if !mapping.DullValue(text) {
			e.custom = append(e.custom, fieldText{col.header, text, col.header})
		}
	default:
		putOther(e, col, text)
	}
}

func putOther(e *entry, col *rowColumn, text string) {
	if name, ok := strings.CutPrefix(col.field, crm.CustomPrefix); ok {
		e.custom = append(e.custom, fieldText{name, text, col.header})
		return
	}
	e.addText(col.field, text, col.header)
}

// namePart is where a part of the name goes, nil for other fields.
func (e *entry) namePart(field string) *string {
	switch field {
	case "name":
		return &e.name.Full
	case "name.family":
		return &e.name.Family
	case "name.given":
		return &e.name.Given
	case "name.middle":
		return &e.name.Middle
	case "name.prefix":
		return &e.name.Prefix
	case "name.suffix":
		return &e.name.Suffix
	case "salutation":
		return &e.name.Salutation
	case "nickname":
		return &e.name.Nickname
	case "reading":
		return &e.name.Reading
	case "reading.family":
		return &e.name.ReadFamily
	case "reading.given":
		return &e.name.ReadGiven
	}
	return nil
}
