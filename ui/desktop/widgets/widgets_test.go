package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"regulars/ui/desktop/theme"
)

// show puts something into a window of the test driver.
func show(t testing.TB, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	a := test.NewApp()
	a.Settings().SetTheme(theme.New(theme.Light, nil, nil))
	w := a.NewWindow("")
	w.SetPadded(false)
	w.SetContent(o)
	w.Resize(fyne.NewSize(width, height))
	t.Cleanup(w.Close)
	return w
}

// numbers is a source of so many rows.
type numbers struct {
	rows     int
	asked    map[int]int
	selected map[int]bool
}

func newNumbers(rows int) *numbers {
	return &numbers{rows: rows, asked: map[int]int{}, selected: map[int]bool{}}
}

func (n *numbers) Rows() int             { return n.rows }
func (n *numbers) Selected(row int) bool { return n.selected[row] }
func (n *numbers) Cells(row int, cells []Cell) {
	n.asked[row]++
	cells[0] = Cell{}
	cells[1] = Cell{Text: "王小明", Bold: true}
	cells[2] = Cell{Text: "大同精密股份有限公司 · 總經理"}
	cells[3] = Cell{Chips: []Tag{{"VIP", theme.Amber}, {"工具機", theme.Neutral}}}
}

func columns() []Column {
	return []Column{{ID: "check", Width: 34, Check: true}, {ID: "name", Title: "姓名", Width: 120, Grow: 1, Sortable: true},
		{ID: "company", Title: "公司", Width: 200, MinWidth: 80, Grow: 2}, {ID: "tags", Title: "標籤", Width: 120}}
}

func TestTableAsksOnlyForRowsInView(t *testing.T) {
	src := newNumbers(100_000)
	table := NewTable(columns(), src)
	show(t, table, 800, 600)
	if got := len(src.asked); got == 0 || got > 20 {
		t.Errorf("a view of 600 pixels asked for %d rows", got)
	}
	table.ScrollBy(50_000 * rowHeight)
	if first, _ := table.View(); first != 50_000 {
		t.Errorf("scrolled to row %d, want 50000", first)
	}
	if src.asked[50_005] != 1 || len(src.asked) > 40 {
		t.Errorf("after scrolling %d rows were asked for, row 50005 %d times", len(src.asked), src.asked[50_005])
	}
	table.ScrollBy(3)
	if src.asked[50_005] != 1 {
		t.Error("a small step asked again for rows that stayed in view")
	}
}

func TestTableStaysInsideTheList(t *testing.T) {
	table := NewTable(columns(), newNumbers(30))
	show(t, table, 800, 400)
	table.ScrollBy(-500)
	if first, _ := table.View(); first != 0 {
		t.Errorf("scrolled above the list to %d", first)
	}
	table.ScrollBy(1e9)
	first, count := table.View()
	if first+count != 30 {
		t.Errorf("the end shows rows %d to %d, want the last one to be 30", first, first+count)
	}
}

func press(table *Table, x, y float32, button desktop.MouseButton, m fyne.KeyModifier) {
	table.body.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: button, Modifier: m})
}

func TestTableTellsHowRowsWereChosen(t *testing.T) {
	src := newNumbers(50)
	table := NewTable(columns(), src)
	type chosen struct {
		row int
		how Gesture
	}
	var got []chosen
	table.OnSelect = func(row int, how Gesture) { got = append(got, chosen{row, how}) }
	menu := -1
	table.OnMenu = func(row int, _ fyne.Position) { menu = row }
	show(t, table, 800, 600)
	row := func(n float32) float32 { return n*theme.RowHeight + 5 }
	press(table, 100, row(2), desktop.MouseButtonPrimary, 0)
	press(table, 100, row(4), desktop.MouseButtonPrimary, fyne.KeyModifierShift)
	press(table, 100, row(3), desktop.MouseButtonPrimary, fyne.KeyModifierShortcutDefault)
	press(table, 10, row(5), desktop.MouseButtonPrimary, 0) // on the box
	press(table, 100, row(6), desktop.MouseButtonSecondary, 0)
	press(table, 100, row(900), desktop.MouseButtonPrimary, 0) // below the last row
	want := []chosen{{2, Replace}, {4, Extend}, {3, Toggle}, {5, Toggle}, {6, Replace}}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("press %d: got %v, want %v", i, got[i], want[i])
		}
	}
	if menu != 6 {
		t.Errorf("the menu was asked for row %d, want 6", menu)
	}
}

func TestTableIsWalkedByKeyboard(t *testing.T) {
	src := newNumbers(500)
	table := NewTable(columns(), src)
	at, how, opened := -1, Replace, -1
	table.OnSelect = func(row int, h Gesture) { at, how = row, h }
	table.OnOpen = func(row int) { opened = row }
	w := show(t, table, 800, 600)
	w.Canvas().Focus(table.Focusable())
	key := func(k fyne.KeyName) { table.body.TypedKey(&fyne.KeyEvent{Name: k}) }
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyDown, 0}, {fyne.KeyDown, 1}, {fyne.KeyUp, 0}, {fyne.KeyEnd, 499}, {fyne.KeyDown, 499}, {fyne.KeyHome, 0}, {fyne.KeyPageDown, 14}} {
		if key(step.key); at != step.want {
			t.Errorf("%s: got row %d, want %d", step.key, at, step.want)
		}
	}
	table.body.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
	if key(fyne.KeyDown); how != Extend {
		t.Error("Shift and an arrow do not select more")
	}
	table.body.KeyUp(&fyne.KeyEvent{Name: "LeftShift"})
	if key(fyne.KeyReturn); opened != at {
		t.Errorf("Return opened row %d, want %d", opened, at)
	}
	key(fyne.KeyEnd)
	if first, count := table.View(); first+count < 499 {
		t.Errorf("the last row is not in view: %d rows from %d", count, first)
	}
}

func TestColumnsShareTheRoomAndArePulled(t *testing.T) {
	table := NewTable(columns(), newNumbers(5))
	var kept map[string]float32
	table.OnWidths = func(w map[string]float32) { kept = w }
	sorted := ""
	table.OnSort = func(c string) { sorted = c }
	show(t, table, 1000, 300)
	sum := float32(0)
	for _, w := range table.widths() {
		sum += w
	}
	if want := float32(1000 - barRoom); sum != want {
		t.Errorf("columns take %v, want %v", sum, want)
	}
	edge := table.widths()[0] + table.widths()[1]
	table.head.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(edge+30, 10)}, Dragged: fyne.NewDelta(30, 0)})
	table.head.DragEnd()
	if kept["name"] <= 120 {
		t.Errorf("pulling gave %v", kept)
	}
	table.head.Tapped(&fyne.PointEvent{Position: fyne.NewPos(60, 10)})
	if sorted != "name" {
		t.Errorf("a press on the title sorted by %q", sorted)
	}
}

func TestRowsFollowTheWidthOfTheTable(t *testing.T) {
	table := NewTable(columns(), newNumbers(5))
	w := show(t, table, 1000, 300)
	w.Resize(fyne.NewSize(600, 300))
	x := float32(0)
	for i, width := range table.widths() {
		if got := table.body.rows[0].cells[i].all.Position().X; got != x {
			t.Errorf("cell %d begins at %v, its column at %v", i, got, x)
		}
		x += width
	}
}

func TestNarrowColumnsShrinkToTheirLeast(t *testing.T) {
	table := NewTable(columns(), newNumbers(5))
	show(t, table, 380, 300)
	for i, w := range table.widths() {
		if w < table.columns[i].MinWidth {
			t.Errorf("column %d is %v wide, its least is %v", i, w, table.columns[i].MinWidth)
		}
	}
}

func TestTextsAreCutWhereTheRoomEnds(t *testing.T) {
	show(t, Gap(1), 100, 100)
	f := newFitter()
	for _, c := range []struct{ text string }{{"大同精密股份有限公司"}, {"Harbour Trading Company Limited"}, {""}, {"𠮷野家"}} {
		full := f.width(c.text, 14, false)
		if got := f.cut(c.text, 14, false, full+1); got != c.text {
			t.Errorf("%q with enough room became %q", c.text, got)
		}
		for room := float32(0); room < full; room += 7 {
			if got := f.cut(c.text, 14, false, room); f.width(got, 14, false) > room {
				t.Errorf("%q cut to %v is %q, %v wide", c.text, room, got, f.width(got, 14, false))
			}
		}
	}
}

func TestWrappingLosesNothing(t *testing.T) {
	show(t, Gap(1), 100, 100)
	f := newFitter()
	for _, text := range []string{"台北市松山區南京東路四段 1 號，靠近捷運站。", "kevin.fang@muchang-insurance.example", "a\nb\n\nc", "", "short words only here", "then averylongwordwithoutanyplacetobreakitself1234567890abcdefghijklmnopqrstuvwxyz ends"} {
		for _, room := range []float32{40, 90, 300} {
			joined := ""
			for _, l := range f.wrap(text, 14, false, room) {
				joined += l
				if w := f.width(l, 14, false); w > room {
					t.Errorf("%q at %v: the line %q is %v wide", text, room, l, w)
				}
			}
			if got, want := squeeze(joined), squeeze(text); got != want {
				t.Errorf("%q at %v: got %q", text, room, got)
			}
		}
	}
}

func squeeze(s string) string {
	out := []rune{}
	for _, r := range s {
		if r != ' ' && r != '\n' {
			out = append(out, r)
		}
	}
	return string(out)
}

func TestReturnOfAnInputMethodDoesNotSubmit(t *testing.T) {
	e := NewEntry("")
	show(t, e, 200, 40)
	var later func()
	e.Later = func(f func()) { later = f }
	submitted := []string{}
	e.OnReturn = func(s string) { submitted = append(submitted, s) }
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // the Return that ends a composition …
	e.TypedRune('王')                                 // … comes before what it commits
	later()
	if len(submitted) != 0 {
		t.Errorf("the Return of the input method submitted %q", submitted)
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	later()
	if len(submitted) != 1 || submitted[0] != "王" {
		t.Errorf("a Return of its own submitted %q, want 王", submitted)
	}
}

func TestEntryHandsOnWhatItDoesNotUse(t *testing.T) {
	e := NewEntry("")
	w := show(t, e, 200, 40)
	var seen fyne.KeyName
	w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { seen = k.Name })
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if seen != fyne.KeyEscape {
		t.Error("Escape did not reach the window")
	}
	if NewMultiLineEntry("", 3).AcceptsTab() {
		t.Error("Tab stays in an entry of several lines")
	}
}

func TestDialogTakesEscapeAndGivesTheKeyboardBack(t *testing.T) {
	b := NewButton("ok", "", nil)
	w := show(t, b, 600, 400)
	c := w.Canvas()
	var outside int
	c.SetOnTypedKey(func(*fyne.KeyEvent) { outside++ })
	c.Focus(b)
	d := NewDialog(c, "title", Body("words"))
	d.Show(fyne.NewSize(200, 100), nil)
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.Open() {
		t.Fatal("Escape did not close the dialog")
	}
	if c.Focused() != b {
		t.Error("the keyboard did not go back to the button")
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if outside != 1 {
		t.Errorf("after closing, the window got %d keys, want 1", outside)
	}
}

func TestCalendarKnowsItsDays(t *testing.T) {
	for _, c := range []struct{ year, month, day, want int }{{2026, 11, 21, 5}, {2024, 2, 29, 3}, {2000, 1, 1, 5}, {1912, 1, 1, 0}} {
		if got := weekday(c.year, c.month, c.day); got != c.want {
			t.Errorf("%d-%d-%d: got weekday %d, want %d (0 = Monday)", c.year, c.month, c.day, got, c.want)
		}
	}
	if daysIn(2024, 2) != 29 || daysIn(1900, 2) != 28 || daysIn(2026, 4) != 30 {
		t.Error("months have wrong lengths")
	}
}

func TestRowsAndEdgesShareTheRoom(t *testing.T) {
	a, b := Gap(20), Stretch(Gap(10))
	row := Across(5, a, b, Gap(30))
	show(t, row, 200, 40)
	if got := b.Size().Width; got != 200-20-30-10 {
		t.Errorf("the part that stretches is %v wide, want 140", got)
	}
	top, middle := Gap(30), Gap(1)
	edges := Edges(top, nil, nil, nil, middle)
	show(t, edges, 100, 100)
	if middle.Position().Y != 30 || middle.Size().Height != 70 {
		t.Errorf("the middle begins at %v and is %v high, want 30 and 70", middle.Position().Y, middle.Size().Height)
	}
}

// BenchmarkScroll measures what one step of the wheel costs the program with a hundred thousand rows, painting left out.
func BenchmarkScroll(b *testing.B) {
	for _, step := range []struct {
		name   string
		pixels float64
	}{{"wheel", 40}, {"page", 600}} {
		b.Run(step.name, func(b *testing.B) {
			table := NewTable(columns(), newNumbers(100_000))
			show(b, table, 1000, 600)
			b.ReportAllocs()
			for b.Loop() {
				table.ScrollBy(step.pixels)
				if table.body.top > 90_000*rowHeight {
					table.body.top = 0
				}
			}
		})
	}
}
