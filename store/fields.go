package store

import (
	"bytes"

	"github.com/fxamacker/cbor/v2"
)

// Fields are the top-level fields of a record in the form in which the file keeps them: CBOR by integer key.
type Fields map[uint64]cbor.RawMessage

func (c codec) fields(body []byte) (Fields, error) {
	var f Fields
	if err := c.decode(body, &f); err != nil {
		return nil, err
	}
	return f, nil
}

// diff gives the fields in which two records differ, with their values on both sides. A field that one side lacks is missing there.
func diff(before, after Fields) (was, is Fields) {
	was, is = Fields{}, Fields{}
	for k, v := range before {
		if !bytes.Equal(v, after[k]) {
			was[k] = v
		}
	}
	for k, v := range after {
		if !bytes.Equal(v, before[k]) {
			is[k] = v
		}
	}
	return was, is
}

// keysOf lists the keys of both maps, each once.
func keysOf(a, b Fields) []uint64 {
	var out []uint64
	for k := range a {
		out = append(out, k)
	}
	for k := range b {
		if _, ok := a[k]; !ok {
			out = append(out, k)
		}
	}
	return out
}

// set puts value in the place of a field, or removes the field where there is no value.
func (f Fields) set(key uint64, value cbor.RawMessage) {
	if value == nil {
		delete(f, key)
		return
	}
	f[key] = value
}

// keepUnknown carries over what the program that wrote old knew and this one does not: fields with other keys than known, and, within a field that the
// caller has not changed, parts that this program would not write. reread is old as this program understands it.
func keepUnknown(old, reread, fresh Fields, known map[uint64]bool) Fields {
	for k, was := range old {
		is, there := fresh[k]
		switch {
		case !known[k] && !there:
			fresh[k] = was
		case known[k] && bytes.Equal(is, reread[k]) && !bytes.Equal(is, was):
			fresh[k] = was
		}
	}
	return fresh
}
