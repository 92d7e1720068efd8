package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"regulars/ui/desktop/theme"
)

// Day is a day of the calendar; parts that are 0 are not known.
type Day struct{ Year, Month, Day int }

// CalendarWords are the texts of a calendar in the user's language.
type CalendarWords struct {
	Month    func(year, month int) string
	Weekdays [7]string // Monday first
	Today    string
	Clear    string
}

// DateField is an entry for a day with a calendar beside it. What is typed is read by a function of the program, which knows all the ways in which
// people write days.
type DateField struct {
	widget.BaseWidget
	Entry *Entry
	// OnPicked is called when a day was chosen in the calendar, with what was put into the entry.
	OnPicked func(text string)

	words CalendarWords
	today Day
	read  func(text string) (Day, bool)
	write func(Day) string
	all   *fyne.Container
	popup *widget.PopUp
}

// NewDateField makes a date field.
func NewDateField(placeholder string, words CalendarWords, today Day, read func(string) (Day, bool), write func(Day) string) *DateField {
	f := &DateField{Entry: NewEntry(placeholder), words: words, today: today, read: read, write: write}
	pick := NewButton("", "calendar", nil)
	pick.OnTapped = func() { f.open(pick) }
	f.all = Edges(nil, nil, nil, pick, f.Entry)
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer draws entry and button.
func (f *DateField) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.all) }

// open shows the month of the day in the entry, or this month.
func (f *DateField) open(below fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(below)
	if c == nil {
		return
	}
	day, ok := f.read(f.Entry.Text)
	if !ok || day.Month == 0 {
		day = f.today
	}
	if day.Year == 0 {
		day.Year = f.today.Year
	}
	month := newMonth(f.words, day, f.today, f.pick)
	f.popup = widget.NewPopUp(Padded(theme.SpaceS, month), c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below)
	size := f.popup.MinSize()
	at.X = max(min(at.X, c.Size().Width-size.Width-theme.SpaceS), 0)
	at.Y = max(min(at.Y+below.Size().Height+2, c.Size().Height-size.Height-theme.SpaceS), 0)
	f.popup.ShowAtPosition(at)
}

func (f *DateField) pick(d Day) {
	text := ""
	if d != (Day{}) {
		text = f.write(d)
	}
	f.popup.Hide()
	f.Entry.SetText(text)
	if f.OnPicked != nil {
		f.OnPicked(text)
	}
}

// month shows the days of a month and goes to others.
type month struct {
	widget.BaseWidget
	words  CalendarWords
	chosen Day
	today  Day
	shown  Day
	pick   func(Day)
	title  *Text
	grid   *fyne.Container
	all    *fyne.Container
}

func newMonth(words CalendarWords, chosen, today Day, pick func(Day)) *month {
	m := &month{words: words, chosen: chosen, today: today, shown: chosen, pick: pick, title: Strong("").Aligned(fyne.TextAlignCenter)}
	m.grid = container.NewGridWithColumns(7)
	step := func(icon string, months int) fyne.CanvasObject {
		return NewButton("", icon, func() { m.move(months) }).As(Bare).Compact()
	}
	head := Across(0, step("chevrons-left", -12), step("chevron-left", -1), Stretch(m.title), step("chevron-right", 1), step("chevrons-right", 12))
	foot := Across(theme.SpaceS, NewButton(words.Today, "", func() { pick(today) }).Compact(), Spring(), NewButton(words.Clear, "", func() { pick(Day{}) }).Compact())
	m.all = Down(theme.SpaceS, head, m.grid, foot)
	m.ExtendBaseWidget(m)
	m.fill()
	return m
}

// CreateRenderer draws the month.
func (m *month) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.all) }

func (m *month) move(months int) {
	n := m.shown.Year*12 + m.shown.Month - 1 + months
	if n < 12 {
		return
	}
	m.shown.Year, m.shown.Month = n/12, n%12+1
	m.fill()
}

func (m *month) fill() {
	m.title.Set(m.words.Month(m.shown.Year, m.shown.Month))
	m.grid.RemoveAll()
	for _, w := range m.words.Weekdays {
		m.grid.Add(Small(w).Aligned(fyne.TextAlignCenter))
	}
	for range weekday(m.shown.Year, m.shown.Month, 1) {
		m.grid.Add(Gap(1))
	}
	for d := 1; d <= daysIn(m.shown.Year, m.shown.Month); d++ {
		m.grid.Add(m.dayButton(Day{m.shown.Year, m.shown.Month, d}))
	}
	m.grid.Refresh()
}

func (m *month) dayButton(d Day) *Button {
	b := NewButton(strconv.Itoa(d.Day), "", func() { m.pick(d) }).As(Bare).Compact()
	b.chosen = d == m.chosen
	if d == m.today {
		b.As(Primary)
	}
	return b
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// weekday is 0 for Monday to 6 for Sunday (Sakamoto's method for the Gregorian calendar).
func weekday(year, month, day int) int {
	shift := [12]int{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4}
	if month < 3 {
		year--
	}
	sunday := (year + year/4 - year/100 + year/400 + shift[month-1] + day) % 7
	return (sunday + 6) % 7
}
