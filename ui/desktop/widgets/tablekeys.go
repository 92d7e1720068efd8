package widgets

import (
	"fyne.io/fyne/v2"
)

// FocusGained shows where the keyboard is.
func (b *tableBody) FocusGained() { b.focused(true) }

// FocusLost takes the mark away.
func (b *tableBody) FocusLost() { b.focused(false) }

func (b *tableBody) focused(on bool) {
	b.focus, b.shift = on, false
	for _, r := range b.rows {
		r.tint()
	}
}

// TypedRune does nothing; keys do.
func (b *tableBody) TypedRune(rune) {}

// KeyDown and KeyUp watch Shift, which makes the arrow keys select more.
func (b *tableBody) KeyDown(e *fyne.KeyEvent) { b.watchShift(e, true) }

// KeyUp ends that.
func (b *tableBody) KeyUp(e *fyne.KeyEvent) { b.watchShift(e, false) }

func (b *tableBody) watchShift(e *fyne.KeyEvent, down bool) {
	if e.Name == "LeftShift" || e.Name == "RightShift" {
		b.shift = down
	}
}

// TypedShortcut selects all rows with Ctrl+A.
func (b *tableBody) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutSelectAll); ok && b.table.OnSelectAll != nil {
		b.table.OnSelectAll()
	}
}

// TypedKey walks through the rows, opens and deletes.
func (b *tableBody) TypedKey(e *fyne.KeyEvent) {
	if row, ok := b.target(e.Name); ok {
		b.walk(row)
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.open()
	case fyne.KeySpace:
		b.toggle()
	case fyne.KeyDelete:
		if b.table.OnDelete != nil {
			b.table.OnDelete()
		}
	default:
		b.leave(e)
	}
}

// target is the row that a key leads to.
func (b *tableBody) target(key fyne.KeyName) (row int, ok bool) {
	page := max(int(b.Size().Height/pageRow)-1, 1)
	switch key {
	case fyne.KeyUp:
		return b.cursor - 1, b.cursor > 0
	case fyne.KeyDown:
		return b.cursor + 1, true
	case fyne.KeyPageUp:
		return b.cursor - page, true
	case fyne.KeyPageDown:
		return b.cursor + page, true
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return b.table.source.Rows() - 1, true
	}
	return 0, false
}

const pageRow = float32(rowHeight)

func (b *tableBody) walk(row int) {
	rows := b.table.source.Rows()
	if rows == 0 {
		return
	}
	how := Replace
	if b.shift {
		how = Extend
	}
	b.choose(max(min(row, rows-1), 0), how)
}

func (b *tableBody) open() {
	if b.inside() && b.table.OnOpen != nil {
		b.table.OnOpen(b.cursor)
	}
}

func (b *tableBody) toggle() {
	if b.inside() {
		b.choose(b.cursor, Toggle)
	}
}

func (b *tableBody) inside() bool { return b.cursor >= 0 && b.cursor < b.table.source.Rows() }

func (b *tableBody) leave(e *fyne.KeyEvent) {
	if b.table.OnLeave != nil && b.table.OnLeave(e.Name) {
		return
	}
	handOn(b, e)
}
