package store

import (
	"bytes"
	"slices"

	"github.com/fxamacker/cbor/v2"
)

// CBOR's major types of the two kinds of value that can be taken back in part (RFC 8949, 3.1).
const (
	majorArray = 4
	majorMap   = 5
)

func major(v cbor.RawMessage) byte {
	if len(v) == 0 {
		return 0xff
	}
	return v[0] >> 5
}

// goBack takes the change from was to is out of now, a field as it stands today. ok is false where now was changed since in a way that the
// change cannot be taken out of; the field then stays as it is.
//
// A field that nobody has touched gets its earlier value. In a structure (a name) each part is taken back by itself. In a list (tags, phones) what the
// change added goes and what it removed returns, as long as all that it added is still there to the letter.
func (c codec) goBack(was, is, now cbor.RawMessage) (cbor.RawMessage, bool) {
	switch {
	case bytes.Equal(now, is):
		return was, true
	case bytes.Equal(now, was):
		return now, true
	case major(now) == majorMap && (was == nil || major(was) == majorMap) && (is == nil || major(is) == majorMap):
		return c.goBackMap(was, is, now)
	case major(now) == majorArray && (was == nil || major(was) == majorArray) && (is == nil || major(is) == majorArray):
		return c.goBackList(was, is, now)
	}
	return now, false
}

func (c codec) goBackMap(was, is, now cbor.RawMessage) (cbor.RawMessage, bool) {
	w, err1 := c.optional(was)
	i, err2 := c.optional(is)
	n, err3 := c.fields(now)
	if firstError(err1, err2, err3) != nil {
		return now, false
	}
	whole := true
	for _, key := range keysOf(w, i) {
		if bytes.Equal(w[key], i[key]) {
			continue
		}
		v, ok := c.goBack(w[key], i[key], n[key])
		whole = whole && ok
		n.set(key, v)
	}
	out, err := c.encode(n)
	return out, whole && err == nil
}

func (c codec) optional(v cbor.RawMessage) (Fields, error) {
	if v == nil {
		return Fields{}, nil
	}
	return c.fields(v)
}

func (c codec) goBackList(was, is, now cbor.RawMessage) (cbor.RawMessage, bool) {
	w, err1 := c.list(was)
	i, err2 := c.list(is)
	n, err3 := c.list(now)
	if firstError(err1, err2, err3) != nil {
		return now, false
	}
	added, removed := without(i, w), without(w, i)
	if len(without(added, n)) > 0 {
		return now, false
	}
	n = slices.Insert(without(n, added), returnPlace(w, n, added, removed), without(removed, n)...)
	if len(n) == 0 {
		return nil, true
	}
	out, err := c.encode(n)
	return out, err == nil
}

// returnPlace is where elements return to in n once the added ones have left it: to the place of the first of these, else to where they stood in w.
func returnPlace(w, n, added, removed []cbor.RawMessage) int {
	at, left := -1, len(n)-len(added)
	if len(added) > 0 {
		at = slices.IndexFunc(n, func(v cbor.RawMessage) bool { return contains(added, v) })
	} else if len(removed) > 0 {
		at = slices.IndexFunc(w, func(v cbor.RawMessage) bool { return contains(removed, v) })
	}
	return min(max(at, 0), left)
}

func contains(list []cbor.RawMessage, v cbor.RawMessage) bool {
	return slices.ContainsFunc(list, func(x cbor.RawMessage) bool { return bytes.Equal(x, v) })
}

func (c codec) list(v cbor.RawMessage) ([]cbor.RawMessage, error) {
	if v == nil {
		return nil, nil
	}
	var out []cbor.RawMessage
	err := c.decode(v, &out)
	return out, err
}

// without is a less the elements of b, each as often as it stands there.
func without(a, b []cbor.RawMessage) []cbor.RawMessage {
	rest := slices.Clone(b)
	var out []cbor.RawMessage
	for _, v := range a {
		i := slices.IndexFunc(rest, func(r cbor.RawMessage) bool { return bytes.Equal(r, v) })
		if i < 0 {
			out = append(out, v)
			continue
		}
		rest = slices.Delete(rest, i, i+1)
	}
	return out
}
