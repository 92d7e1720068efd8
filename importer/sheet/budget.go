package sheet

import (
	"context"
	"strings"
)

// budget is what one call of Read may still spend. All readers of one file share it.
type budget struct {
	ctx      context.Context
	limits   Limits
	cells    int
	unpacked int64
	progress func(float64)
	ticks    int
}

func newBudget(ctx context.Context, o Options) *budget {
	progress := o.Progress
	if progress == nil {
		progress = func(float64) {}
	}
	return &budget{ctx: ctx, limits: o.Limits.orDefault(), progress: progress}
}

// orDefault fills the zero fields.
func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	if l.Bytes <= 0 {
		l.Bytes = d.Bytes
	}
	if l.Unpacked <= 0 {
		l.Unpacked = d.Unpacked
	}
	if l.Columns <= 0 {
		l.Columns = d.Columns
	}
	if l.Cells <= 0 {
		l.Cells = d.Cells
	}
	if l.Records <= 0 {
		l.Records = d.Records
	}
	return l
}

// takeCells spends n cells.
func (b *budget) takeCells(n int) error {
	b.cells += n
	if b.cells > b.limits.Cells {
		return &Error{Code: CodeTooManyCells, Values: map[string]any{"limit": b.limits.Cells}}
	}
	return nil
}

// takeUnpacked spends n bytes of unpacked content of the part.
func (b *budget) takeUnpacked(n int64, part string) error {
	b.unpacked += n
	if b.unpacked > b.limits.Unpacked {
		return zipBomb(part, b.limits.Unpacked)
	}
	return nil
}

func zipBomb(part string, limit int64) error {
	return &Error{Code: CodeZipBomb, Values: map[string]any{"part": part, "limit": limit >> 20}}
}

// tick is called once a row; now and then it asks whether the caller has given up and reports progress.
func (b *budget) tick(done float64) error {
	b.ticks++
	if b.ticks%256 != 0 {
		return nil
	}
	b.progress(done)
	return b.ctx.Err()
}

// texts keeps many short strings in few allocations.
type texts struct {
	chunk strings.Builder
}

const textChunk = 64 << 10

// keep copies p into a string.
func (t *texts) keep(p []byte) string {
	if len(p) == 0 {
		return ""
	}
	if len(p) > textChunk/4 {
		return string(p)
	}
	if t.chunk.Len()+len(p) > t.chunk.Cap() {
		t.chunk = strings.Builder{}
		t.chunk.Grow(textChunk)
	}
	start := t.chunk.Len()
	t.chunk.Write(p)
	return t.chunk.String()[start:]
}
