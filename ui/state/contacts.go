package state

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"regulars/importer/clean"
	"regulars/store/actions"
	"regulars/store/crm"
	"regulars/store/search"
)

// Preferences keeps small things about the window between two sessions, never data of the firm.
type Preferences interface {
	String(key string) string
	SetString(key, value string)
}

// Contacts is the screen of contacts: the list, the card of the one chosen, and what is done with those that are selected.
type Contacts struct {
	List *ContactList
	Card *ContactCard
	// OnTags is called when there are other tags to filter by.
	OnTags func()

	desk   *Desk
	prefs  Preferences
	tags   []actions.TagCount
	reveal crm.ID // a record to choose once it is in the list
}

// NewContacts makes the screen; List.Load fills it.
func NewContacts(d *Desk, prefs Preferences) *Contacts {
	c := &Contacts{List: NewContactList(d), Card: NewContactCard(d), OnTags: func() {}, desk: d, prefs: prefs}
	c.List.picked, c.List.shown = c.turnCard, c.chooseRevealed
	if o := prefs.String("contacts.order"); o != "" {
		c.List.SetOrder(o)
	}
	d.OnChange(func(actions.Change) { c.readTags() })
	c.readTags()
	return c
}

// turnCard shows the record chosen last.
func (c *Contacts) turnCard() {
	if id, ok := c.List.Lead(); ok {
		c.Card.Show(id)
		return
	}
	c.Card.Clear()
}

// Reveal chooses a record, and looks for it among all if the list does not show it.
func (c *Contacts) Reveal(id crm.ID) {
	c.reveal = id
	c.Card.Show(id)
	if c.List.Find(id) >= 0 {
		c.chooseRevealed()
		return
	}
	c.List.Load()
}

func (c *Contacts) chooseRevealed() {
	if !c.reveal.IsZero() && c.List.ChooseID(c.reveal) >= 0 {
		c.reveal = crm.ID{}
	}
}

// LeadRow is the row of the record that the card shows, -1 for none.
func (c *Contacts) LeadRow() int {
	id, ok := c.List.Lead()
	if !ok {
		return -1
	}
	return c.List.Find(id)
}

// New opens a form for a new person or company.
func (c *Contacts) New(kind crm.Kind) *ContactForm { return NewContact(c.desk, kind) }

// Edit opens a form for the contact on the card.
func (c *Contacts) Edit() (*ContactForm, bool) {
	contact, ok := c.Card.Contact()
	if !ok {
		return nil, false
	}
	return NewContactForm(c.desk, contact), true
}

// Delete puts the selected contacts into the trash.
func (c *Contacts) Delete() {
	ids := c.List.ChosenIDs()
	if len(ids) == 0 {
		return
	}
	c.desk.Act(func(context.Context) (actions.Step, error) { return c.desk.book.DeleteContacts(ids) }, nil)
}

// Tag puts tags on the selected contacts, and takes off those that have a minus sign in front.
func (c *Contacts) Tag(text string) {
	var add, remove []string
	for _, w := range splitWords(text) {
		if off, ok := strings.CutPrefix(w, "-"); ok {
			remove = append(remove, off)
		} else {
			add = append(add, w)
		}
	}
	ids := c.List.ChosenIDs()
	c.desk.Act(func(context.Context) (actions.Step, error) { return c.desk.book.Tag(ids, add, remove) }, nil)
}

// Verified notes that somebody has checked today that the card is right.
func (c *Contacts) Verified() {
	c.editShown(func(k *crm.Contact) { k.LastVerified = c.desk.Today() })
}

// Touched notes that the contact was spoken to today.
func (c *Contacts) Touched() { c.editShown(func(k *crm.Contact) { k.LastTouch = c.desk.Today() }) }

func (c *Contacts) editShown(edit func(*crm.Contact)) {
	contact, ok := c.Card.Contact()
	if !ok {
		return
	}
	c.desk.Act(func(context.Context) (actions.Step, error) {
		return c.desk.book.EditContact(contact.ID, func(k *crm.Contact) error { edit(k); return nil })
	}, nil)
}

// UndoStep takes back one line of a contact's history.
func (c *Contacts) UndoStep(step crm.ID) { c.desk.UndoStep(step) }

// Copied says that a text is on the clipboard.
func (c *Contacts) Copied(text string) { c.desk.Tell(Say("window.copied", "text", text)) }

// Today is the civil day.
func (c *Contacts) Today() crm.Date { return c.desk.Today() }

// ReadDay reads a day as people type it.
func ReadDay(text string) (crm.Date, bool) {
	d := clean.Date(clean.Typed(text), clean.OtherDate, clean.DateHints{}).Date
	return d, !d.IsZero()
}

// longAgo is after how many days without contact a customer is out of touch.
const longAgo = 90

// LongAgo reports whether the latest contact was so long ago that it should catch the eye.
func (c *Contacts) LongAgo(d crm.Date) bool {
	days, ok := DaysBetween(d, c.desk.Today())
	return ok && days > longAgo
}

// Widths are the widths that the user gave to the columns of the list.
func (c *Contacts) Widths() map[string]float32 {
	var out map[string]float32
	// A value that cannot be read was not written by us; the columns then have their own widths.
	if json.Unmarshal([]byte(c.prefs.String("contacts.widths")), &out) != nil {
		return nil
	}
	return out
}

// KeepWidths remembers them.
func (c *Contacts) KeepWidths(w map[string]float32) {
	if b, err := json.Marshal(w); err == nil {
		c.prefs.SetString("contacts.widths", string(b))
	}
}

// columnOrders says which orders a column of the list stands for.
var columnOrders = map[string][]search.Order{
	"name":       {search.ByName, search.ByStroke, search.ByZhuyin, search.ByPinyin},
	"company":    {search.ByCompany},
	"last-touch": {search.ByLastTouch},
}

// SortBy sorts by a column, and turns the order round when it is sorted by it already.
func (c *Contacts) SortBy(column string) {
	orders := columnOrders[column]
	if len(orders) == 0 {
		return
	}
	now := c.List.Order()
	if at, _ := c.SortColumn(); at == column {
		c.setOrder(now.Reverse())
		return
	}
	c.setOrder(orders[0])
}

func (c *Contacts) setOrder(o search.Order) {
	c.List.SetOrder(string(o))
	c.prefs.SetString("contacts.order", string(o))
}

// SetOrder sorts by the word of an order and remembers it.
func (c *Contacts) SetOrder(word string) { c.setOrder(search.Order(word)) }

// SortColumn is the column that the list is sorted by and whether the order runs backwards.
func (c *Contacts) SortColumn() (column string, down bool) {
	o := c.List.Order()
	for name, orders := range columnOrders {
		if slices.Contains(orders, plain(o)) {
			return name, o.Reversed()
		}
	}
	return "", false
}

// OrderWord is the word of the order, without its direction.
func (c *Contacts) OrderWord() string {
	if o := plain(c.List.Order()); o != search.ByName {
		return string(o)
	}
	return string(search.ByStroke)
}

func plain(o search.Order) search.Order {
	if o.Reversed() {
		return o.Reverse()
	}
	return o
}

func (c *Contacts) readTags() {
	tags, err := c.desk.book.Tags()
	if err != nil {
		c.desk.Warn(err)
		return
	}
	slices.SortStableFunc(tags, func(a, b actions.TagCount) int { return cmp.Compare(b.Count, a.Count) })
	c.tags = tags
	c.OnTags()
}
