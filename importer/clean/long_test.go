package clean

import (
	"strings"
	"testing"
)

// TestLongCells gives every function cells of 60,000 characters, twice what a spreadsheet allows, and cells just short of the limit. Work
// that grows with the square would run into the time limit of the test.
func TestLongCells(t *testing.T) {
	pieces := []string{"王小明、", "02-23456789 ", "0", "(", "a@b.com ", "<a@", "106台北市大安區\n", "(台)", "3/5/2021 ", "+(", "WANG ", "‧", "e\u0301", "[1", "x1", "\u200d", "一", "一段"}
	for _, piece := range pieces {
		for _, length := range []int{longestCell - 10, 60000} {
			cleanEverything(strings.Repeat(piece, length/len(piece)))
		}
	}
}

func cleanEverything(cell string) {
	Person(cell)
	NameParts(NameColumns{Full: cell, Family: cell, Given: "x"})
	Phones(Typed(cell), "", anywhere)
	Emails(cell)
	Addresses(AddressParts{Street: cell, City: cell}, anywhere)
	Addresses(AddressParts{Street: cell}, anywhere)
	Date(Typed(cell), Birthday, DateHints{})
	TaxID(Typed(cell))
	Company(cell)
	AddressKey(cell)
	PlaceOf(cell, cell, "TW")
	HintsOf([]Cell{Typed(cell)})
	Postal(Typed(cell), anywhere)
	Sensitive(cell)
}

func TestTooLongIsKept(t *testing.T) {
	cell := strings.Repeat("王小明 ", 2000)
	if s := Person(cell); s.Rest != Text(cell) || s.Name.Display() != "" {
		t.Errorf("the name cell became %q with a rest of %d bytes", s.Name.Display(), len(s.Rest))
	}
	if _, rest, _ := Phones(Typed(cell), "", anywhere); rest != Text(cell) {
		t.Errorf("the phone cell left %d bytes", len(rest))
	}
	if addresses, rest, _ := Addresses(AddressParts{Street: cell}, anywhere); len(addresses) != 0 || rest != Text(cell) {
		t.Errorf("the address cell became %d addresses and %d bytes", len(addresses), len(rest))
	}
}
