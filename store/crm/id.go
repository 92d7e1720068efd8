package crm

import (
	"bytes"
	"errors"
	"fmt"
)

// ID names one record for ever. Its 16 bytes are a ULID (github.com/ulid/spec): 48 bits of milliseconds, then 80 random bits, so that ids
// sort by the time they were made.
type ID [16]byte

// ErrBadID is returned for a text that is no id.
var ErrBadID = errors.New("crm: not an id")

// idDigits is the alphabet of Crockford's base 32, which leaves out I, L, O and U.
const idDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// IsZero reports whether the id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// Compare orders ids by age, older first.
func (id ID) Compare(other ID) int { return bytes.Compare(id[:], other[:]) }

// String gives the 26 characters of a ULID, or "" for the zero id.
func (id ID) String() string {
	if id.IsZero() {
		return ""
	}
	var out [26]byte
	for i := range out {
		out[i] = idDigits[id.bits(i*5-2)]
	}
	return string(out[:])
}

// bits gives the five bits that begin at bit number from; the two before the first bit are zero.
func (id ID) bits(from int) byte {
	var v byte
	for i := from; i < from+5; i++ {
		v <<= 1
		if i >= 0 {
			v |= id[i/8] >> (7 - i%8) & 1
		}
	}
	return v
}

// ParseID reads what String wrote; lower case is accepted.
func ParseID(s string) (ID, error) {
	var id ID
	if len(s) != 26 {
		return ID{}, fmt.Errorf("%w: %q", ErrBadID, s)
	}
	for i := 0; i < 26; i++ {
		v := digitValue(s[i])
		if v < 0 || i == 0 && v > 7 {
			return ID{}, fmt.Errorf("%w: %q", ErrBadID, s)
		}
		id.setBits(i*5-2, byte(v))
	}
	return id, nil
}

func (id *ID) setBits(from int, v byte) {
	for i := 0; i < 5; i++ {
		if at := from + i; at >= 0 && v>>(4-i)&1 == 1 {
			id[at/8] |= 1 << (7 - at%8)
		}
	}
}

func digitValue(c byte) int {
	if c >= 'a' && c <= 'z' {
		c -= 'a' - 'A'
	}
	for i := 0; i < len(idDigits); i++ {
		if idDigits[i] == c {
			return i
		}
	}
	return -1
}

// MarshalText writes the id as String does.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText wrote; an empty text is the zero id.
func (id *ID) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*id = ID{}
		return nil
	}
	v, err := ParseID(string(b))
	if err != nil {
		return err
	}
	*id = v
	return nil
}
