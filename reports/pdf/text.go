package pdf

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"regulars/reports/print"
)

// run draws one run of text. Where a code is drawn that does not mean itself, or the signs stand apart as in a vertical line, the run says in ActualText
// what it reads, so that it can be searched and copied.
func (d *drawing) run(r *print.Run) {
	d.ink(r.Ink)
	if len(r.Marks) == 0 {
		chunks, plain := d.chunks(r.Text, r.Bold, false)
		if !plain {
			d.open(r.Text)
		}
		d.line(chunks, r)
		if !plain {
			d.doc.RawWriteStr("EMC\n")
		}
		return
	}
	d.open(r.Text)
	for _, m := range r.Marks {
		d.mark(m, r)
	}
	d.doc.RawWriteStr("EMC\n")
}

// chunk is text in one font, as the codes to be drawn.
type chunk struct {
	font  *font
	codes string
	text  string
}

// chunks cuts a text where the font changes; plain tells that every code is the character itself.
func (d *drawing) chunks(s string, bold, form bool) (out []chunk, plain bool) {
	var codes, text []rune
	var last *font
	plain = true
	flush := func() {
		if last != nil {
			out = append(out, chunk{last, string(codes), string(text)})
		}
		codes, text = codes[:0], text[:0]
	}
	for _, r := range s {
		f, code := d.code(r, bold, form)
		if f != last {
			flush()
		}
		last, plain = f, plain && code == r
		codes, text = append(codes, code), append(text, r)
	}
	flush()
	return out, plain
}

func (d *drawing) line(chunks []chunk, r *print.Run) {
	x := r.X
	for _, c := range chunks {
		d.use(c.font, r)
		d.doc.Text(x, r.Y, c.codes)
		x += d.fam.Width(c.text, r.Size, r.Bold) * factor(r.Stretch)
	}
}

// mark draws a sign of a vertical line. The font is set before the page is turned: what is set within is forgotten when it is turned back.
func (d *drawing) mark(m print.Mark, r *print.Run) {
	chunks, _ := d.chunks(m.Text, r.Bold, m.Form)
	at := &print.Run{X: m.X, Y: m.Y, Size: r.Size, Bold: r.Bold, Stretch: m.Stretch}
	if !m.Turn {
		d.line(chunks, at)
		return
	}
	y := m.Y
	for _, c := range chunks {
		d.use(c.font, at)
		d.doc.TransformBegin()
		d.doc.TransformRotate(-90, m.X, y)
		d.doc.Text(m.X, y, c.codes)
		d.doc.TransformEnd()
		y += d.fam.Width(c.text, r.Size, r.Bold)
	}
}

func (d *drawing) use(f *font, r *print.Run) {
	d.font(f, r.Size)
	d.stretch(r.Stretch)
}

func factor(stretch float64) float64 {
	if stretch == 0 {
		return 1
	}
	return stretch
}

func (d *drawing) font(f *font, size float64) {
	if f.name != d.now.font || size != d.now.size {
		d.doc.SetFont(f.name, "", size)
		d.now.font, d.now.size = f.name, size
	}
}

func (d *drawing) ink(i print.Ink) {
	if d.now.inked && d.now.ink == i {
		return
	}
	r, g, b := i.RGB()
	d.doc.SetTextColor(int(r), int(g), int(b))
	d.now.ink, d.now.inked = i, true
}

// stretch narrows glyphs (operator Tz, in per cent).
func (d *drawing) stretch(s float64) {
	s = factor(s)
	if s == factor(d.now.stretch) {
		return
	}
	d.doc.RawWriteStr(strconv.FormatFloat(100*s, 'f', 2, 64) + " Tz\n")
	d.now.stretch = s
}

func (d *drawing) open(text string) {
	var hex strings.Builder
	hex.WriteString("/Span <</ActualText <FEFF")
	for _, u := range utf16.Encode([]rune(text)) {
		hex.WriteString(strings.ToUpper(strconv.FormatUint(uint64(u)+0x10000, 16)[1:]))
	}
	hex.WriteString(">>> BDC\n")
	d.doc.RawWriteStr(hex.String())
}
