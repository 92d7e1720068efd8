package crm

import (
	"errors"
	"testing"
)

func TestIDText(t *testing.T) {
	id := ID{0x01, 0x56, 0x3e, 0x3a, 0xb5, 0xd3, 0xd6, 0x76, 0x4c, 0x61, 0xef, 0xb9, 0x93, 0x02, 0xbd, 0x5b}
	if got, want := id.String(), "01ARZ3NDEKTSV4RRFFQ69G5FAV"; got != want { // the example of the ULID specification
		t.Errorf("String() = %s, want %s", got, want)
	}
	for _, s := range []string{"01ARZ3NDEKTSV4RRFFQ69G5FAV", "01arz3ndektsv4rrffq69g5fav"} {
		if got, err := ParseID(s); err != nil || got != id {
			t.Errorf("ParseID(%s) = %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "01ARZ3NDEKTSV4RRFFQ69G5FA", "81ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5FAU"} {
		if _, err := ParseID(s); !errors.Is(err, ErrBadID) {
			t.Errorf("ParseID(%q) = %v, want ErrBadID", s, err)
		}
	}
}

func TestIDOfZeroes(t *testing.T) {
	var id ID
	if err := id.UnmarshalText(nil); err != nil || !id.IsZero() || id.String() != "" {
		t.Errorf("the zero id is %q, %v", id, err)
	}
}
