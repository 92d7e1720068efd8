package store

import (
	"encoding/binary"

	"regulars/store/crm"
)

// Reversion gives a value another version byte and the checksum that belongs to it.
func Reversion(table string, key, value []byte, version byte) []byte {
	content := append([]byte{version}, value[1:len(value)-4]...)
	return binary.BigEndian.AppendUint32(content, checksum(table, key, content))
}

// The parts of the package that are tested from inside.
var (
	Wrap         = wrap
	WrapPacked   = wrapPacked
	Unwrap       = unwrap
	CloudFolder  = cloudFolder
	Successor    = successor
	ProtectPanic = protect
)

// Environment is what the detection of cloud folders asks.
func Environment(home string, roots map[string]string, files ...string) environment {
	return environment{home: home, roots: roots, exists: func(path string) bool {
		for _, f := range files {
			if f == path {
				return true
			}
		}
		return false
	}}
}

// GoBack is the three-way rule for one field, with values in Go.
func GoBack(was, is, now any) (any, bool, error) {
	c, err := newCodec()
	if err != nil {
		return nil, false, err
	}
	w, err1 := c.encodeOptional(was)
	i, err2 := c.encodeOptional(is)
	n, err3 := c.encodeOptional(now)
	if err := firstError(err1, err2, err3); err != nil {
		return nil, false, err
	}
	raw, ok := c.goBack(w, i, n)
	if raw == nil {
		return nil, ok, nil
	}
	var out any
	return out, ok, c.decode(raw, &out)
}

func (c codec) encodeOptional(v any) ([]byte, error) {
	if v == nil {
		return nil, nil
	}
	return c.encode(v)
}

// DecodeImages reads a piece of the journal as the store does.
func DecodeImages(body []byte) error {
	c, err := newCodec()
	if err != nil {
		return err
	}
	var piece []image
	if err := c.decode(body, &piece); err != nil {
		return nil
	}
	for _, i := range piece {
		_, _ = c.optional(i.Before)
		_, _ = c.optional(i.After)
	}
	return nil
}

// NextIDs gives ids from a source of randomness that may fail.
func NextIDs(o Options, n int) []crm.ID {
	o = o.filled()
	s := newIDSource(o.Entropy)
	out := make([]crm.ID, n)
	for i := range out {
		out[i] = s.next(o.Now())
	}
	return out
}
