package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"iter"

	"github.com/fxamacker/cbor/v2"
	"go.etcd.io/bbolt"

	"regulars/store/crm"
)

// The journal has three buckets: the steps by their number, the number of each step by its id, and the images: what each step changed. Images
// are sorted by table and record and stand in pieces of about pieceSize bytes, deflated, each under the number of the step and the last
// record in it, so that one seek finds the piece that holds a record.
const (
	stepsBucket  = "journal/steps"
	stepIDs      = "journal/ids"
	imagesBucket = "journal/images"
	goneBucket   = "journal/gone" // by table and id: the step that deleted a record, so that its history goes on if it returns

	pieceSize = 96 << 10
)

// op says what a step did to a record.
type op uint8

const (
	opCreate op = 1
	opEdit   op = 2
	opDelete op = 3
	opErased op = 4 // the images are gone for good
)

// image is one record in a step: the fields that changed, with their values before and after; the whole record where it was created or deleted.
type image struct {
	Table  string          `cbor:"1,keyasint"`
	ID     crm.ID          `cbor:"2,keyasint"`
	Op     op              `cbor:"3,keyasint"`
	Prev   uint64          `cbor:"4,keyasint,omitempty"` // the step that wrote the record before
	Before cbor.RawMessage `cbor:"5,keyasint,omitempty"`
	After  cbor.RawMessage `cbor:"6,keyasint,omitempty"`
}

func (i image) key() recordKey { return recordKey{i.Table, i.ID} }

func seqKey(seq uint64) []byte { return binary.BigEndian.AppendUint64(nil, seq) }

// imageKey is the place of an image, and of the piece that ends with it.
func imageKey(seq uint64, key recordKey) []byte {
	out := append(seqKey(seq), key.table...)
	return append(append(out, 0), key.id[:]...)
}

func goneKey(key recordKey) []byte { return append(append([]byte(key.table), 0), key.id[:]...) }

// gone is the step that deleted a record, 0 if none did.
func (tx *Tx) gone(key recordKey) uint64 {
	b := tx.bolt.Bucket([]byte(goneBucket))
	if b == nil {
		return 0
	}
	v := b.Get(goneKey(key))
	if len(v) != 8 {
		return 0
	}
	return beUint64(v)
}

// Step finds a step by its id.
func (tx *Tx) Step(id crm.ID) (Step, error) {
	v := tx.bolt.Bucket([]byte(stepIDs)).Get(id[:])
	if len(v) != 8 {
		return Step{}, fmt.Errorf("step %s: %w", id, ErrNotFound)
	}
	return tx.stepAt(beUint64(v))
}

func (tx *Tx) stepAt(seq uint64) (Step, error) {
	value := tx.bolt.Bucket([]byte(stepsBucket)).Get(seqKey(seq))
	if value == nil {
		return Step{}, fmt.Errorf("step %d: %w", seq, ErrNotFound)
	}
	return tx.readStep(seqKey(seq), value)
}

func (tx *Tx) readStep(key, value []byte) (Step, error) {
	var s Step
	_, body, err := unwrap(stepsBucket, key, value)
	if err == nil {
		err = tx.db.codec.decode(body, &s)
	}
	if err != nil {
		return s, tx.damaged(stepsBucket, plain(fmt.Sprintf("%x", key)), err)
	}
	return s, nil
}

// plain is a text that can stand where a Stringer is asked for.
type plain string

func (p plain) String() string { return string(p) }

// Steps yields the journal, newest step first. It ends after the first error.
func (tx *Tx) Steps() iter.Seq2[Step, error] {
	return func(yield func(Step, error) bool) {
		c := tx.bolt.Bucket([]byte(stepsBucket)).Cursor()
		for key, value := c.Last(); key != nil; key, value = c.Prev() {
			s, err := tx.readStep(key, value)
			if !yield(s, err) || err != nil {
				return
			}
		}
	}
}

// lastStep is the newest step, zero in a new file.
func (tx *Tx) lastStep() (Step, error) {
	for s, err := range tx.Steps() {
		return s, err
	}
	return Step{}, nil
}

// images yields what a step changed, by table and record.
func (tx *Tx) images(seq uint64) iter.Seq2[image, error] {
	return func(yield func(image, error) bool) {
		c := tx.bolt.Bucket([]byte(imagesBucket)).Cursor()
		prefix := seqKey(seq)
		for key, value := c.Seek(prefix); bytes.HasPrefix(key, prefix); key, value = c.Next() {
			piece, err := tx.readPiece(key, value)
			if err != nil {
				yield(image{}, err)
				return
			}
			for _, i := range piece {
				if !yield(i, nil) {
					return
				}
			}
		}
	}
}

func (tx *Tx) readPiece(key, value []byte) ([]image, error) {
	var piece []image
	_, body, err := unwrap(imagesBucket, key, value)
	if err == nil {
		err = tx.db.codec.decode(body, &piece)
	}
	return piece, tx.damaged(imagesBucket, plain(fmt.Sprintf("%x", key)), err)
}

// image finds what a step did to one record.
func (tx *Tx) image(seq uint64, key recordKey) (image, bool, error) {
	at, value := tx.bolt.Bucket([]byte(imagesBucket)).Cursor().Seek(imageKey(seq, key))
	if !bytes.HasPrefix(at, seqKey(seq)) {
		return image{}, false, nil
	}
	piece, err := tx.readPiece(at, value)
	for _, i := range piece {
		if i.key() == key {
			return i, true, err
		}
	}
	return image{}, false, err
}

// pieces gathers images into values for the images bucket.
type pieces struct {
	tx   *Tx
	seq  uint64
	bulk bool
	open []image
	size int
}

func (p *pieces) add(i image) error {
	p.open = append(p.open, i)
	p.size += len(i.Before) + len(i.After) + 64
	if p.size < pieceSize {
		return nil
	}
	return p.flush()
}

func (p *pieces) flush() error {
	if len(p.open) == 0 {
		return nil
	}
	err := p.tx.writePiece(p.seq, p.open, p.bulk)
	p.open, p.size = p.open[:0], 0
	return err
}

func (tx *Tx) writePiece(seq uint64, piece []image, bulk bool) error {
	body, err := tx.db.codec.encode(piece)
	if err != nil {
		return err
	}
	key := imageKey(seq, piece[len(piece)-1].key())
	value, err := tx.packer.wrap(imagesBucket, key, seq, body)
	if err != nil {
		return err
	}
	return put(tx.bolt, imagesBucket, key, value, bulk)
}

// put writes to a bucket; bulk says that many keys come in order, so that pages may be filled.
func put(tx *bbolt.Tx, bucket string, key, value []byte, bulk bool) error {
	b := tx.Bucket([]byte(bucket))
	if bulk {
		b.FillPercent = 0.9
	}
	return b.Put(key, value)
}

func beUint64(b []byte) uint64 { return binary.BigEndian.Uint64(b) }
