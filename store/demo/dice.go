package demo

import (
	"math/rand/v2"
	"time"

	"regulars/store/crm"
)

// dice throws everything that is left to chance, always the same way for the same seed.
type dice struct {
	rand  *rand.Rand
	today crm.Date
	noon  time.Time // of today
	taken map[string]bool
}

func newDice(seed uint64, today crm.Date) *dice {
	noon := time.Date(today.Year(), time.Month(today.Month()), today.Day(), 12, 0, 0, 0, time.UTC)
	return &dice{rand: rand.New(rand.NewPCG(seed, 0x5265_6775_6c61_7273)), today: today, noon: noon, taken: map[string]bool{}}
}

// id makes a ULID whose time lies within the last five years.
func (d *dice) id() crm.ID {
	var id crm.ID
	ms := uint64(d.noon.Add(-time.Duration(d.rand.Int64N(5*365*24)) * time.Hour).UnixMilli())
	for i := range 6 {
		id[i] = byte(ms >> (40 - 8*i))
	}
	for i := 6; i < len(id); i++ {
		id[i] = byte(d.rand.Uint32())
	}
	return id
}

// chance is true in percent of 100 throws.
func (d *dice) chance(percent int) bool { return d.rand.IntN(100) < percent }

// between gives a number from low to high, both included.
func (d *dice) between(low, high int) int { return low + d.rand.IntN(high-low+1) }

// digits gives n random digits.
func (d *dice) digits(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = '0' + byte(d.rand.IntN(10))
	}
	return string(b)
}

// day gives a date that lies between so many days ago; negative numbers are in the future.
func (d *dice) day(from, to int) crm.Date { return dateOf(d.noon.AddDate(0, 0, -d.between(from, to))) }

func dateOf(t time.Time) crm.Date {
	return crm.Date(t.Year()*10000 + int(t.Month())*100 + t.Day())
}

// pick takes one of a list, each equally likely.
func pick[T any](d *dice, list []T) T { return list[d.rand.IntN(len(list))] }

// pickEarly takes one of a list, those at the front far more often.
func pickEarly[T any](d *dice, list []T) T {
	x := d.rand.Float64()
	return list[int(x*x*float64(len(list)))]
}

// once reports whether the name has not been given before, and notes it.
func (d *dice) once(name string) bool {
	if d.taken[name] {
		return false
	}
	d.taken[name] = true
	return true
}
