package importer

import (
	"strings"

	"regulars/importer/clean"
	"regulars/store/crm"
)

// entry is what one row or card says, each value in the field it belongs to and nothing cleaned yet. Rows of tables and cards become
// entries in their own ways; from there on there is one way for both.
type entry struct {
	number    int
	own       bool   // written by this program: taken as it is
	kind      string // "person", "company" or "" when the file does not say
	name      clean.NameColumns
	nameFrom  string // header of the column of the name, for problems
	display   string // a name made up by a program, used where there is no other
	altNames  []string
	positions []positionText
	phones    []phoneText
	emails    []kindText
	addresses []addressText
	links     []kindText
	dates     []dateText
	taxID     clean.Cell
	taxIDFrom string
	tags      []string
	plain     []fieldText // single texts by crm field key: gender, language, source, …
	custom    []fieldText // field = name of the custom field
	echoes    []fieldText // custom fields, if they say something new
	notes     []string
	labelled  []fieldText // notes behind a label
	ext       string      // an extension that waits for its number
	extras    []crm.Extra // of a card that this program wrote
	problems  []Problem   // what reading the row brought up already
}

// fieldText is a text for a field; from is the header of its column.
type fieldText struct{ field, text, from string }

type kindText struct{ kind, text, from string }

type phoneText struct {
	kind string
	cell clean.Cell
	ext  string
	from string
	note string // what the owner of a card called the number
}

type positionText struct {
	company, department, title      string
	from, departmentFrom, titleFrom string // headers of the columns
}

// addressText is one address. slot tells the addresses of a row apart while their parts come in column by column.
type addressText struct {
	slot      addressSlot
	parts     clean.AddressParts
	formatted string // the whole address as the program wrote it, for when the parts are missing
	from      string
}

// addressSlot is the kind of an address, or its number among those with a label in another column; nth counts whole addresses of one kind.
type addressSlot struct {
	kind string
	n    int
	nth  int
}

// dateText is a date cell; kind is birthday, anniversary, the key of a day such as card_date, or "" with a label.
type dateText struct {
	kind, label, from string
	cell              clean.Cell
	hints             clean.DateHints
	year, month, day  string // of a date in three columns
}

// reset makes the entry ready for the next row and keeps its memory.
func (e *entry) reset(number int) {
	*e = entry{number: number, altNames: e.altNames[:0], positions: e.positions[:0], phones: e.phones[:0], emails: e.emails[:0], addresses: e.addresses[:0],
		links: e.links[:0], dates: e.dates[:0], tags: e.tags[:0], plain: e.plain[:0], custom: e.custom[:0], echoes: e.echoes[:0], notes: e.notes[:0], labelled: e.labelled[:0], extras: e.extras[:0]}
}

// addText notes a single text.
func (e *entry) addText(field, text, from string) {
	e.plain = append(e.plain, fieldText{field, text, from})
}

// position is the n-th position, counted from 0; it is made when it is not there.
func (e *entry) position(n int) *positionText {
	for len(e.positions) <= n {
		e.positions = append(e.positions, positionText{})
	}
	return &e.positions[n]
}

// address is the address of a slot; it is made when it is not there.
func (e *entry) address(slot addressSlot) *addressText {
	for i := range e.addresses {
		if e.addresses[i].slot == slot {
			return &e.addresses[i]
		}
	}
	e.addresses = append(e.addresses, addressText{slot: slot, parts: clean.AddressParts{Kind: slot.kind}})
	return &e.addresses[len(e.addresses)-1]
}

// addLine joins a further line to a street.
func addLine(street *string, line string) {
	switch {
	case strings.TrimSpace(line) == "" || hasLine(*street, line):
	case strings.TrimSpace(*street) == "":
		*street = line
	default:
		*street += "\n" + line
	}
}

func hasLine(text, line string) bool {
	for _, l := range strings.Split(text, "\n") {
		if strings.TrimSpace(l) == strings.TrimSpace(line) {
			return true
		}
	}
	return false
}
