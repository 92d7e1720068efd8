package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"regulars/store"
)

func TestWrapAndUnwrap(t *testing.T) {
	for _, body := range []string{"", "a", strings.Repeat("王小明", 1000)} {
		packed, err := store.WrapPacked("t", []byte("key"), 300, []byte(body))
		if err != nil {
			t.Fatal(err)
		}
		if len(body) > 1000 && len(packed) > len(body)/2 {
			t.Errorf("%d bytes packed to %d", len(body), len(packed))
		}
		for name, value := range map[string][]byte{"plain": store.Wrap("t", []byte("key"), 300, []byte(body)), "packed": packed} {
			rev, got, err := store.Unwrap("t", []byte("key"), value)
			if err != nil || rev != 300 || string(got) != body {
				t.Errorf("%s: %d, %d bytes, %v", name, rev, len(got), err)
			}
			if _, _, err := store.Unwrap("t", []byte("other"), value); err == nil {
				t.Errorf("%s: a value under another key is taken", name)
			}
			for i := range value {
				bad := bytes.Clone(value)
				bad[i] ^= 1
				if _, _, err := store.Unwrap("t", []byte("key"), bad); err == nil {
					t.Errorf("%s: a flipped bit in byte %d is taken", name, i)
				}
			}
		}
	}
}

func FuzzUnwrap(f *testing.F) {
	f.Add(store.Wrap("t", []byte("k"), 1, []byte("body")))
	packed, err := store.WrapPacked("t", []byte("k"), 1, bytes.Repeat([]byte("a"), 2000))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(packed)
	f.Fuzz(func(t *testing.T, value []byte) {
		if _, _, err := store.Unwrap("t", []byte("k"), value); err == nil {
			return
		}
		if len(value) < 6 {
			return
		}
		// With a right checksum the rest must not fool it either.
		_, body, err := store.Unwrap("t", []byte("k"), store.Reversion("t", []byte("k"), value, value[0]))
		if err == nil {
			if err := store.DecodeImages(body); err != nil {
				t.Error(err)
			}
		}
	})
}

func FuzzDecodeImages(f *testing.F) {
	f.Add([]byte{0x81, 0xa3, 0x01, 0x61, 0x61, 0x02, 0x50, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 0x03, 0x01})
	f.Fuzz(func(t *testing.T, body []byte) {
		if err := store.DecodeImages(body); err != nil {
			t.Error(err)
		}
	})
}

func TestGoBack(t *testing.T) {
	type m = map[any]any
	type l = []any
	tests := map[string]struct {
		was, is, now, want any
		ok                 bool
	}{
		"untouched":                    {"a", "b", "b", "a", true},
		"untouched, was empty":         {nil, "b", "b", nil, true},
		"edited":                       {"a", "b", "c", "c", false},
		"edited back by hand":          {"a", "b", "a", "a", true},
		"emptied since":                {"a", "b", nil, nil, false},
		"structure, other part edited": {m{uint64(1): "a"}, m{uint64(1): "b"}, m{uint64(1): "b", uint64(2): "x"}, m{uint64(1): "a", uint64(2): "x"}, true},
		"structure, both edited":       {m{uint64(1): "a", uint64(2): "p"}, m{uint64(1): "b", uint64(2): "q"}, m{uint64(1): "c", uint64(2): "q"}, m{uint64(1): "c", uint64(2): "p"}, false},
		"list, added to":               {l{"a"}, l{"a", "b"}, l{"a", "b", "c"}, l{"a", "c"}, true},
		"list, all but ours removed":   {l{"a"}, l{"a", "b"}, l{"b"}, nil, true},
		"list, ours edited":            {l{"a"}, l{"b"}, l{"c"}, l{"c"}, false},
		"list, replaced and added to":  {l{"a"}, l{"b"}, l{"b", "c"}, l{"a", "c"}, true},
		"list, twice the same":         {l{"a"}, l{"a", "a"}, l{"a", "a", "a"}, l{"a", "a"}, true},
		"list, removed and added to":   {l{"a", "b"}, l{"b"}, l{"b", "c"}, l{"a", "b", "c"}, true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, ok, err := store.GoBack(test.was, test.is, test.now)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, test.want) || ok != test.ok {
				t.Errorf("got %v, %v; want %v, %v", got, ok, test.want, test.ok)
			}
		})
	}
}

// dry gives a few random bytes and then none.
type dry struct{ left int }

func (d *dry) Read(p []byte) (int, error) {
	if d.left -= len(p); d.left < 0 {
		return 0, errors.New("no randomness")
	}
	return len(p), nil
}

func TestIDsStayNewWithoutRandomness(t *testing.T) {
	for _, bytes := range []int{0, 12, 1 << 20} {
		ids := store.NextIDs(store.Options{Entropy: &dry{bytes}, Now: func() time.Time { return start }}, 1000)
		for i := 1; i < len(ids); i++ {
			if ids[i-1].Compare(ids[i]) >= 0 {
				t.Fatalf("%d bytes of randomness: id %d is %s after %s", bytes, i, ids[i], ids[i-1])
			}
		}
	}
}

func TestPanicsThatAreNotTheFilesGoOn(t *testing.T) {
	defer func() {
		if r := recover(); fmt.Sprint(r) != "a bug" {
			t.Errorf("recovered %v", r)
		}
	}()
	err := store.ProtectPanic("x", func() error { panic("a bug") })
	t.Errorf("the panic became %v", err)
}
