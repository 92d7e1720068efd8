package events

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
	// Canvas is where menus and dialogs appear.
	Canvas() fyne.Canvas
	// SaveTo asks where to save a file of this name.
	SaveTo(name string, then func(path string))
	// PrintGuests goes to the printing screen with guests of an event.
	PrintGuests(event crm.ID, contacts []crm.ID, kind state.PrintKind)
	// ShowContact shows the card of a contact.
	ShowContact(id crm.ID)
	// ShowActions asks for the screen's buttons anew.
	ShowActions()
}

// Screen shows the list of events, or the guests of one, or a round of invitations to it; and at the side what belongs to the one that is chosen.
type Screen struct {
	host  Host
	words *state.Words
	work  *state.Events

	list   *eventList
	guests *guestPage
	invite *invitePage // nil unless a round is being prepared
	form   *form       // nil unless one is open
	door   *doorPanel  // nil unless guests are checking in
	event  *eventCard
	guest  *guestCard

	stage *fyne.Container
	side  *fyne.Container
	all   fyne.CanvasObject
}

// panelWidth is the width of what stands at the side, and panelRoom that of what is in it.
const (
	panelWidth = 364
	panelRoom  = panelWidth - 2*theme.SpaceL
)

// New makes the screen over its state.
func New(host Host, work *state.Events, words *state.Words) *Screen {
	s := &Screen{host: host, words: words, work: work, stage: container.NewStack(), side: container.NewStack()}
	s.list, s.guests = newEventList(s), newGuestPage(s)
	s.event, s.guest = newEventCard(s), newGuestCard(s)
	panel := widgets.Panel(widgets.Fixed(panelWidth, s.side))
	s.all = widgets.Edges(nil, nil, nil, widgets.Edges(nil, nil, widgets.Rule(), nil, panel), s.stage)
	if round, ok := work.Round(); ok {
		s.invite = newInvitePage(s, round)
	}
	work.OnChanged = s.eventsChanged
	work.Guests.OnChanged = s.guestsChanged
	work.Guests.OnSelected = s.guestChosen
	work.Door.OnChanged = s.doorChanged
	s.eventsChanged()
	s.guestsChanged()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.all }

// Actions are the buttons for the top of the window.
func (s *Screen) Actions() []fyne.CanvasObject {
	text := s.words.Text
	switch {
	case s.invite != nil:
		return nil
	case !s.work.Opened():
		return []fyne.CanvasObject{widgets.NewButton(text("events.add"), "plus", s.add).As(widgets.Primary)}
	}
	print := widgets.NewButton(text("events.print"), "printer", nil).Menu()
	print.OnTapped = func() { widgets.ShowMenuBelow(print, s.printChoices()) }
	door := widgets.NewButton(text("events.door"), "user-check", s.toggleDoor)
	door.Choose(s.door != nil)
	return []fyne.CanvasObject{widgets.NewButton(text("events.export"), "download", s.export), print, door,
		widgets.NewButton(text("events.invite"), "user-plus", s.startInvite).As(widgets.Primary)}
}

// Focus gives the keyboard to what is worked with.
func (s *Screen) Focus() {
	switch {
	case s.form != nil:
		s.host.Canvas().Focus(s.form.first)
	case s.invite != nil:
		s.host.Canvas().Focus(s.invite.query)
	case s.door != nil:
		s.host.Canvas().Focus(s.door.entry)
	case s.work.Opened():
		s.host.Canvas().Focus(s.guests.table.Focusable())
	default:
		s.host.Canvas().Focus(s.list.table.Focusable())
	}
}

// Cancel goes one step back: out of the form, the round, the door, the selection, the event.
func (s *Screen) Cancel() bool {
	switch {
	case s.form != nil:
		s.closeForm()
	case s.invite != nil:
		s.endInvite()
	case s.door != nil:
		s.toggleDoor()
	case s.work.Opened() && s.work.Guests.ChooseNone():
	default:
		return s.leave()
	}
	return true
}

// Editing reports whether a form with changes is open.
func (s *Screen) Editing() bool { return s.form != nil && s.form.work.Dirty() }

// Edit opens the form for the chosen event.
func (s *Screen) Edit() { s.edit() }

// Save saves the form, if one is open.
func (s *Screen) Save() {
	if s.form != nil {
		s.form.save()
	}
}

// Print goes to the printing screen with the guests who are invited by post, for labels.
func (s *Screen) Print() {
	if !s.work.Opened() {
		return
	}
	for _, o := range s.work.Guests.PrintOffers() {
		if o.Kind == state.PrintLabels && o.Count > 0 {
			s.host.PrintGuests(s.work.Guests.Event().ID, o.Contacts, o.Kind)
		}
	}
}

func (s *Screen) leave() bool {
	if !s.work.Leave() {
		return false
	}
	s.door = nil
	s.show()
	s.Focus()
	return true
}

func (s *Screen) open(row int) {
	s.work.Open(row)
	s.show()
	s.Focus()
}

func (s *Screen) eventsChanged() {
	if _, going := s.work.Round(); !going && s.invite != nil && !s.work.Opened() {
		s.invite = nil
	}
	s.list.show()
	s.event.show()
	s.show()
}

func (s *Screen) guestsChanged() {
	s.guests.show()
	s.guestChosen()
	s.event.show()
	s.doorChanged()
}

func (s *Screen) guestChosen() {
	s.guests.showChosen()
	s.guest.show()
	s.show()
}

func (s *Screen) doorChanged() {
	if s.door != nil {
		s.door.show()
	}
}

// show puts the page and the side that belong to what the user is at into their places.
func (s *Screen) show() {
	page := s.page()
	if put(s.stage, page) {
		s.host.ShowActions()
	}
	put(s.side, s.aside())
}

func (s *Screen) page() fyne.CanvasObject {
	switch {
	case s.invite != nil:
		return s.invite.all
	case s.work.Opened():
		return s.guests.all
	}
	return s.list.all
}

func (s *Screen) aside() fyne.CanvasObject {
	_, chosen := s.work.Chosen()
	_, guest := s.work.Guests.Lead()
	switch {
	case s.form != nil:
		return s.form.all
	case s.invite != nil:
		return s.invite.side
	case s.door != nil:
		return s.door.all
	case s.work.Opened() && guest:
		return s.guest.all
	case chosen:
		return s.event.all
	}
	return s.nothing()
}

func (s *Screen) nothing() fyne.CanvasObject {
	return widgets.Padded(theme.SpaceL, container.NewCenter(widgets.Down(theme.SpaceM,
		container.NewCenter(widgets.NewIcon("ticket", theme.ColorMuted).Sized(36)),
		widgets.NewWrapped(s.words.Text("events.nothing"), panelWidth-4*theme.SpaceL).In(theme.ColorMuted))))
}

// put makes a thing the only one in a place and reports whether it was not there before.
func put(place *fyne.Container, o fyne.CanvasObject) bool {
	if len(place.Objects) == 1 && place.Objects[0] == o {
		return false
	}
	place.Objects = []fyne.CanvasObject{o}
	place.Refresh()
	return true
}

// fill puts other things into a place.
func fill(place *fyne.Container, objects ...fyne.CanvasObject) {
	place.Objects = objects
	place.Refresh()
}

func (s *Screen) add() { s.openForm(s.work.New()) }

func (s *Screen) edit() {
	if f, ok := s.work.Edit(); ok {
		s.openForm(f)
	}
}

func (s *Screen) openForm(work *state.EventForm) {
	s.form = newForm(s, work)
	s.show()
	s.Focus()
}

func (s *Screen) closeForm() {
	s.form = nil
	s.show()
	s.Focus()
}

// saved closes the form; a new event is opened, so that its guests can be invited.
func (s *Screen) saved(id crm.ID, fresh bool) {
	s.form = nil
	if fresh {
		s.work.OpenID(id)
	}
	s.show()
	s.Focus()
}

func (s *Screen) startInvite() {
	work, ok := s.work.Invite()
	if !ok {
		return
	}
	s.form = nil
	s.invite = newInvitePage(s, work)
	s.show()
	s.Focus()
}

func (s *Screen) endInvite() {
	s.work.EndInvite()
	s.invite = nil
	s.show()
	s.Focus()
}

func (s *Screen) toggleDoor() {
	if s.door == nil {
		s.door = newDoorPanel(s)
	} else {
		s.door = nil
	}
	s.show()
	s.host.ShowActions()
	s.Focus()
}

func (s *Screen) export() {
	s.host.SaveTo(s.work.Guests.Event().Name+".xlsx", func(path string) { s.work.Guests.Export(path, s.words) })
}

// printChoices offers what can be printed for the guests.
func (s *Screen) printChoices() []widgets.Choice {
	var out []widgets.Choice
	event := s.work.Guests.Event().ID
	for i, o := range s.work.Guests.PrintOffers() {
		if i == 3 {
			out = append(out, widgets.Choice{Rule: true})
		}
		out = append(out, widgets.Choice{Label: s.words.Text("events.print."+string(o.Kind), "count", o.Count), Disabled: o.Count == 0,
			Do: func() { s.host.PrintGuests(event, o.Contacts, o.Kind) }})
	}
	return out
}
