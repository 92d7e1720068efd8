package store

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"github.com/fxamacker/cbor/v2"
)

// A value in the file is
//
//	version byte | revision (uvarint) | body | CRC-32C (4 bytes, big endian)
//
// The low half of the version byte is the format, the high half are flags. The revision is the number of the step that wrote the value. The body is a CBOR
// map with integer keys in deterministic order (RFC 8949, 4.2.1). The checksum is over the table's name, a zero byte, the key, and all that comes
// before it, so that a sound value in a wrong place is found too.
const (
	formatNow  = 1
	formatMask = 0x0f
	flagPacked = 0x40 // the body is deflated (RFC 1951)
	flagSealed = 0x80 // the body is encrypted: kept free for the passphrase, refused until then
	flagsKnown = flagPacked | flagSealed

	packFrom    = 512      // bytes; shorter bodies are not deflated
	largestBody = 64 << 20 // bytes; a packed body that claims more is damaged
)

// errDamaged is the reason inside a DamagedError where a value contradicts its checksum or form.
var errDamaged = errors.New("checksum or form is wrong")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// codec holds the two directions of CBOR. It is made once a DB and never changes.
type codec struct {
	enc cbor.EncMode
	dec cbor.DecMode
}

func newCodec() (codec, error) {
	enc, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		return codec{}, err
	}
	dec, err := cbor.DecOptions{DupMapKey: cbor.DupMapKeyEnforcedAPF, MaxArrayElements: 1 << 24, MaxMapPairs: 1 << 20}.DecMode()
	return codec{enc, dec}, err
}

func (c codec) encode(v any) ([]byte, error) {
	b, err := c.enc.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("store: encode %T: %w", v, err)
	}
	return b, nil
}

func (c codec) decode(body []byte, v any) error {
	if err := c.dec.Unmarshal(body, v); err != nil {
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	return nil
}

// wrap makes the value that stands in the file under table and key.
func wrap(table string, key []byte, rev uint64, body []byte) []byte {
	return wrapAs(formatNow, table, key, rev, body)
}

// wrapPacked is wrap for bodies that repeat themselves, such as pieces of the journal.
func wrapPacked(table string, key []byte, rev uint64, body []byte) ([]byte, error) {
	return new(packer).wrap(table, key, rev, body)
}

// packer packs one body after the other with one compressor, whose tables take more than half a megabyte each.
type packer struct {
	out bytes.Buffer
	w   *flate.Writer
}

func (p *packer) wrap(table string, key []byte, rev uint64, body []byte) ([]byte, error) {
	if len(body) < packFrom {
		return wrap(table, key, rev, body), nil
	}
	if err := p.pack(body); err != nil {
		return nil, err
	}
	return wrapAs(formatNow|flagPacked, table, key, rev, p.out.Bytes()), nil
}

func (p *packer) pack(body []byte) error {
	p.out.Reset()
	if p.w == nil {
		w, err := flate.NewWriter(&p.out, flate.BestSpeed)
		if err != nil {
			return err
		}
		p.w = w
	} else {
		p.w.Reset(&p.out)
	}
	if _, err := p.w.Write(body); err != nil {
		return err
	}
	return p.w.Close()
}

func wrapAs(version byte, table string, key []byte, rev uint64, body []byte) []byte {
	out := make([]byte, 0, 1+binary.MaxVarintLen64+len(body)+4)
	out = append(out, version)
	out = binary.AppendUvarint(out, rev)
	out = append(out, body...)
	return binary.BigEndian.AppendUint32(out, checksum(table, key, out))
}

func checksum(table string, key, content []byte) uint32 {
	sum := crc32.Update(0, castagnoli, append([]byte(table), 0))
	sum = crc32.Update(sum, castagnoli, key)
	return crc32.Update(sum, castagnoli, content)
}

// unwrap checks a value and gives its revision and a copy of its body, which outlives the transaction.
func unwrap(table string, key, value []byte) (rev uint64, body []byte, err error) {
	if len(value) < 1+1+4 {
		return 0, nil, errDamaged
	}
	content, sum := value[:len(value)-4], binary.BigEndian.Uint32(value[len(value)-4:])
	if checksum(table, key, content) != sum {
		return 0, nil, errDamaged
	}
	version := content[0]
	switch {
	case version&flagSealed != 0:
		return 0, nil, ErrSealed
	case version&formatMask != formatNow || version&^(formatMask|flagsKnown) != 0:
		return 0, nil, ErrNewer
	}
	rev, n := binary.Uvarint(content[1:])
	if n <= 0 {
		return 0, nil, errDamaged
	}
	body, err = unpack(version, content[1+n:])
	return rev, body, err
}

func unpack(version byte, packed []byte) ([]byte, error) {
	if version&flagPacked == 0 {
		return bytes.Clone(packed), nil
	}
	body, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), largestBody+1))
	if err != nil || len(body) > largestBody {
		return nil, errDamaged
	}
	return body, nil
}
