package contacts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"regulars/store/crm"
	"regulars/ui/desktop/theme"
	"regulars/ui/desktop/widgets"
	"regulars/ui/state"
)

// Host is what the screen needs of the window around it.
type Host interface {
	// Canvas is where dialogs appear.
	Canvas() fyne.Canvas
	// Copy puts a text on the clipboard.
	Copy(text string)
	// Open opens a mailto: or web address with the system's program.
	Open(address string)
	// Print goes to the printing screen with these contacts.
	Print(ids []crm.ID)
	// SaveTo asks where to save a file of this name and calls then with the path; then is not called when the user gives up.
	SaveTo(name string, then func(path string))
	// SetSearch shows a query in the search box.
	SetSearch(query string)
	// Import goes to the import screen.
	Import()
	// ShowDuplicates goes to the contacts that may be the same.
	ShowDuplicates()
}

// Screen is the list with card or form beside it.
type Screen struct {
	host  Host
	words *state.Words
	work  *state.Contacts

	table   *widgets.Table
	filters *fyne.Container
	order   *widgets.Button
	problem *widgets.Text
	empty   *fyne.Container
	side    *fyne.Container
	card    *card
	form    *form
	asked   string // query and order of the rows that are shown
	all     fyne.CanvasObject
}

// New makes the screen over its state.
func New(host Host, work *state.Contacts, words *state.Words) *Screen {
	s := &Screen{host: host, words: words, work: work}
	s.table = s.newTable()
	s.card = newCard(s)
	s.side = container.NewStack()
	s.filters = widgets.Flow(theme.SpaceS)
	s.order = widgets.NewButton("", "", nil).As(widgets.Bare).Menu()
	s.order.OnTapped = s.chooseOrder
	s.problem = widgets.Small("").In(theme.ColorWarn).Cut()
	s.empty = container.NewStack()
	s.all = s.layout()
	work.List.OnChanged = s.listChanged
	work.List.OnSelected = s.selectionChanged
	work.Card.OnChanged = s.cardChanged
	work.OnTags = s.showFilters
	s.listChanged()
	s.selectionChanged()
	s.cardChanged()
	return s
}

// panelWidth is the width of card and form.
const panelWidth = 364

func (s *Screen) layout() fyne.CanvasObject {
	head := widgets.Edges(nil, nil, nil, s.order, s.filters)
	list := widgets.Edges(widgets.Inset(theme.SpaceM+2, 0, theme.SpaceXS, 0, widgets.Down(theme.SpaceXS, head, s.problem)), nil, nil, nil,
		container.NewStack(s.table, s.empty))
	left := widgets.Inset(0, theme.SpaceM, 0, theme.SpaceL, list)
	panel := widgets.Panel(widgets.Fixed(panelWidth, s.side))
	right := widgets.Edges(nil, nil, widgets.Rule(), nil, panel)
	return widgets.Edges(nil, nil, nil, right, left)
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.all }

// Actions are the buttons for the top of the window.
func (s *Screen) Actions() []fyne.CanvasObject {
	export := widgets.NewButton(s.words.Text("contacts.export"), "download", nil).Menu()
	export.OnTapped = func() { widgets.ShowMenuBelow(export, s.exportChoices()) }
	print := widgets.NewButton(s.words.Text("contacts.print"), "printer", s.print)
	add := widgets.NewButton(s.words.Text("contacts.add"), "plus", func() { s.Add(crm.Person) }).As(widgets.Primary)
	return []fyne.CanvasObject{export, print, add}
}

// Focus gives the keyboard to the list.
func (s *Screen) Focus() { s.host.Canvas().Focus(s.table.Focusable()) }

// Add opens the form for a new person or company.
func (s *Screen) Add(kind crm.Kind) { s.edit(s.work.New(kind)) }

// Edit opens the form for the contact on the card.
func (s *Screen) Edit() {
	if f, ok := s.work.Edit(); ok {
		s.edit(f)
	}
}

// Delete puts the selected contacts into the trash.
func (s *Screen) Delete() { s.work.Delete() }

// Save saves the form, if one is open.
func (s *Screen) Save() {
	if s.form != nil {
		s.form.save()
	}
}

// Cancel closes the form; without one it clears the selection. It reports whether there was anything to do.
func (s *Screen) Cancel() bool {
	if s.form != nil {
		s.closeForm()
		return true
	}
	if s.work.List.Chosen() > 0 {
		s.work.List.ChooseNone()
		return true
	}
	return false
}

// Editing reports whether a form with changes is open.
func (s *Screen) Editing() bool { return s.form != nil && s.form.work.Dirty() }

func (s *Screen) edit(work *state.ContactForm) {
	s.form = newForm(s, work)
	s.showSide()
	s.form.focusFirst()
}

func (s *Screen) closeForm() {
	s.form = nil
	s.showSide()
	s.Focus()
}

func (s *Screen) saved(id crm.ID) {
	s.form = nil
	s.work.Reveal(id)
	s.showSide()
	s.Focus()
}

func (s *Screen) print() { s.host.Print(s.work.List.Working()) }

func (s *Screen) listChanged() {
	s.problem.Set(s.words.Say(s.work.List.Problem()))
	s.problem.Hidden = s.problem.Value() == ""
	s.showOrder()
	s.showFilters()
	s.teach()
	if asked := s.work.List.Query() + "\x00" + string(s.work.List.Order()); asked != s.asked {
		s.asked = asked
		s.table.ToTop() // another question begins at its first answer
	}
	s.table.Reload()
}

func (s *Screen) selectionChanged() {
	s.table.Reload()
	if row := s.work.LeadRow(); row >= 0 {
		s.table.SetCursor(row)
	}
	s.showSide()
}

func (s *Screen) cardChanged() {
	s.card.show()
	s.showSide()
}

// showSide puts form, card, or what can be done with several, at the side.
func (s *Screen) showSide() {
	var o fyne.CanvasObject
	switch {
	case s.form != nil:
		o = s.form.all
	case s.work.List.Chosen() > 1:
		o = s.several()
	case s.card.shown:
		o = s.card.all
	default:
		o = s.nobody()
	}
	if len(s.side.Objects) == 1 && s.side.Objects[0] == o {
		return
	}
	s.side.Objects = []fyne.CanvasObject{o}
	s.side.Refresh()
}

func (s *Screen) nobody() fyne.CanvasObject {
	return widgets.Padded(theme.SpaceL, container.NewCenter(widgets.Down(theme.SpaceM,
		container.NewCenter(widgets.NewIcon("id-card", theme.ColorMuted).Sized(36)),
		widgets.NewWrapped(s.words.Text("contacts.nobody"), panelWidth-4*theme.SpaceL).In(theme.ColorMuted))))
}

// several says what can be done with all that are selected.
func (s *Screen) several() fyne.CanvasObject {
	n := s.work.List.Chosen()
	button := func(key, icon string, do func()) *widgets.Button {
		return widgets.NewButton(s.words.Text(key), icon, do)
	}
	export := button("contacts.export", "download", nil).Menu()
	export.OnTapped = func() { widgets.ShowMenuBelow(export, s.exportChoices()) }
	return widgets.Padded(theme.SpaceL, widgets.Down(theme.SpaceM,
		widgets.Title(s.words.Text("contacts.chosen", "count", n)),
		widgets.NewWrapped(s.words.Text("contacts.chosen.hint"), panelWidth-2*theme.SpaceL).In(theme.ColorMuted).Small(),
		button("contacts.tag", "tag", s.tag),
		button("contacts.print", "printer", s.print),
		export,
		widgets.Gap(theme.SpaceS),
		button("contacts.delete", "trash-2", s.Delete).As(widgets.Danger)))
}

// teach says on an empty list what belongs here.
func (s *Screen) teach() {
	s.empty.RemoveAll()
	switch {
	case s.work.List.Len() > 0 || s.work.List.Loading():
	case s.work.List.Query() != "":
		s.empty.Add(widgets.Teaching("search", s.words.Text("contacts.none.title"), s.words.Text("contacts.none.words"),
			widgets.NewButton(s.words.Text("contacts.none.clear"), "x", func() { s.setQuery("") })))
	default:
		s.empty.Add(widgets.Teaching("id-card", s.words.Text("contacts.empty.title"), s.words.Text("contacts.empty.words"),
			widgets.NewButton(s.words.Text("contacts.empty.import"), "upload", s.host.Import),
			widgets.NewButton(s.words.Text("contacts.add"), "plus", func() { s.Add(crm.Person) }).As(widgets.Primary)))
	}
	s.empty.Refresh()
}

// Tag asks which tags to put on the selected contacts.
func (s *Screen) Tag() { s.tag() }
