package search

import (
	"encoding/binary"
	"slices"
	"unicode/utf8"
)

// The index maps each pair of neighbouring characters, and each single character, to the excerpts that hold it. Pairs are hashed into
// 65,536 buckets: a bucket only proposes excerpts, the text decides. So the index has a fixed table, two bytes of code and some bytes a
// pair, and one or two Chinese characters are found as surely as a long word.
const buckets = 1 << 16

// bucket hashes a pair; b is 0 for a single character.
func bucket(a, b rune) uint16 {
	h := uint32(a)*0x9E3779B1 ^ (uint32(b)+0x7F4A7C15)*0x85EBCA6B
	h ^= h >> 15
	h *= 0x2C1B3C6D
	return uint16(h >> 16)
}

// eachBucket calls see for every bucket of an excerpt, some more than once. Entries that free words do not look at are left out: they are
// the same few words in most records.
func eachBucket(text, sounds []byte, see func(uint16)) {
	prev := rune(0)
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(text[i:])
		}
		if r > ' ' {
			see(bucket(r, 0))
		}
		if r < ' ' {
			if code(r).isHidden() && r != fieldMark {
				break
			}
			r = 0
		}
		if prev != 0 && r != 0 {
			see(bucket(prev, r))
		}
		prev = r
		i += size
	}
	eachSoundBucket(sounds, see)
}

// eachSoundBucket calls see for the pairs of sounds: inside a syllable, and from what may be left of one syllable to the beginning of the
// next.
func eachSoundBucket(sounds []byte, see func(uint16)) {
	var ends, previous [16]rune // where a search may leave this syllable and the one before
	here, before := ends[:0], previous[:0]
	for at := 0; at < len(sounds); {
		if b := sounds[at]; b <= orMark {
			if b != orMark {
				before, here = append(before[:0], here...), here[:0]
			}
			if b < syllableMark {
				before = before[:0]
			}
			at++
			continue
		}
		end := at
		for end < len(sounds) && sounds[end] > orMark {
			end++
		}
		way := sounds[at:end]
		for _, e := range before {
			see(bucket(e, soundRune(way[0])))
		}
		for i, b := range way {
			if i == 0 {
				see(bucket(soundRune(b), 0))
			} else {
				see(bucket(soundRune(way[i-1]), soundRune(b)))
			}
		}
		here = append(here, soundRune(way[0]), soundRune(way[len(way)-1]))
		if firstSound(way) == 2 {
			here = append(here, 'h')
		}
		at = end
	}
}

// soundRune is the character that a byte of the sounds stands for.
func soundRune(b byte) rune {
	if b >= zhuyinByte {
		return rune(b-zhuyinByte) + 0x3105
	}
	return rune(b)
}

// queryBuckets lists buckets of which every excerpt that holds the text is a member: of its pairs, and of its single characters where these
// tell something, which sorts out what only shares the bucket of a pair.
func queryBuckets(text string) []uint16 {
	var out []uint16
	prev := rune(0)
	single := utf8.RuneCountInString(text) == 1
	for _, r := range text {
		if prev != 0 {
			out = append(out, bucket(prev, r))
		}
		if single || isHan(r) {
			out = append(out, bucket(r, 0))
		}
		prev = r
	}
	return out
}

// postings are the excerpts of each bucket: ascending numbers, written as differences in variable length.
type postings struct {
	n    int      // how many excerpts there are
	at   []uint32 // where bucket i begins in data; one more for the end
	data []byte
}

// newPostings indexes n excerpts. It walks over them twice: once to measure, once to write.
func newPostings(n int, excerpt func(int) (text, sounds []byte)) *postings {
	p := &postings{n: n, at: make([]uint32, buckets+1)}
	last := make([]uint32, buckets) // the number of the last excerpt of a bucket, plus one
	size := make([]uint32, buckets)
	p.walk(n, excerpt, last, func(b uint16, gap uint32) { size[b] += varintLen(gap) })
	total := uint32(0)
	for b, s := range size {
		p.at[b] = total
		total += s
	}
	p.at[buckets] = total
	p.data = make([]byte, total)
	next := append(size[:0], p.at[:buckets]...)
	clear(last)
	p.walk(n, excerpt, last, func(b uint16, gap uint32) {
		next[b] += uint32(binary.PutUvarint(p.data[next[b]:], uint64(gap)))
	})
	return p
}

func (p *postings) walk(n int, excerpt func(int) (text, sounds []byte), last []uint32, put func(bucket uint16, gap uint32)) {
	for i := range n {
		number := uint32(i) + 1
		text, sounds := excerpt(i)
		eachBucket(text, sounds, func(b uint16) {
			if last[b] != number {
				put(b, number-last[b])
				last[b] = number
			}
		})
	}
}

func varintLen(v uint32) uint32 {
	n := uint32(1)
	for ; v >= 0x80; v >>= 7 {
		n++
	}
	return n
}

// size is the length of a bucket's list in bytes, which is close to its number of excerpts.
func (p *postings) size(b uint16) int { return int(p.at[uint32(b)+1] - p.at[b]) }

// holdsMost reports whether a bucket lacks less than one of so many excerpts.
func (p *postings) holdsMost(b uint16, of int) bool { return (p.n-p.size(b))*of < p.n }

// list decodes a bucket.
func (p *postings) list(b uint16) []uint32 {
	data := p.data[p.at[b]:p.at[uint32(b)+1]]
	out := make([]uint32, 0, len(data))
	number := uint32(0)
	for i := 0; i < len(data); {
		gap := uint32(data[i])
		i++
		if gap >= 0x80 {
			wide, used := binary.Uvarint(data[i-1:])
			gap = uint32(wide)
			i += used - 1
		}
		number += gap
		out = append(out, number-1)
	}
	return out
}

// keep leaves those of a sorted list that are also in a bucket.
func (p *postings) keep(list []uint32, b uint16) []uint32 {
	data := p.data[p.at[b]:p.at[uint32(b)+1]]
	out := list[:0]
	next, i := uint32(0), 0 // the number in the bucket that was read last, plus one; where the following one stands
	for _, v := range list {
		for next <= v && i < len(data) {
			gap := uint32(data[i])
			i++
			if gap >= 0x80 {
				wide, used := binary.Uvarint(data[i-1:])
				gap = uint32(wide)
				i += used - 1
			}
			next += gap
		}
		if next == v+1 {
			out = append(out, v)
		}
	}
	return out
}

// candidates lists the excerpts that may hold a text. all is set where the index cannot tell.
func (p *postings) candidates(text string) (list []uint32, all bool) {
	bs := queryBuckets(text)
	if len(bs) == 0 {
		return nil, true
	}
	slices.SortFunc(bs, func(a, b uint16) int { return p.size(a) - p.size(b) })
	bs = slices.Compact(bs)
	if p.holdsMost(bs[0], 2) {
		return nil, true // to walk over all excerpts is faster than to read the list
	}
	list = p.list(bs[0])
	for _, b := range bs[1:] {
		// To look at an excerpt costs about as much as to read thirty numbers of a bucket; one that holds nearly all sorts nothing out.
		if len(list)*30 < p.size(b) || p.holdsMost(b, 10) {
			break
		}
		list = p.keep(list, b)
	}
	return list, false
}
