package print

import (
	"context"
	"strings"

	"regulars/reports/typeset"
	"regulars/store/crm"
)

// Letters lays out one letter a contact: our letterhead, the address where a window envelope shows it, and the text of the template with the merge
// fields filled in. Contacts without an address get theirs too, to be handed over or mailed as a file.
func Letters(ctx context.Context, contacts []crm.Contact, o LetterOptions) (*Layout, error) {
	s, err := newSetter(typeset.Clean(o.Firm.Name), o.Texts.Tag(), Calibration{})
	if err != nil {
		return nil, err
	}
	if o.Paper.W == 0 {
		o.Paper = A4
	}
	if o.Size == 0 {
		o.Size = 11.5
	}
	for _, b := range o.Template.blocks {
		for _, p := range b.parts {
			if !p.field {
				s.cleanCommon(p.text)
			}
		}
	}
	for i := range contacts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		l := &letter{setter: s, o: o, c: &contacts[i]}
		l.to, _ = o.Mail.Mail(l.c)
		l.write()
	}
	return s.layout, nil
}

// letter is one letter being laid out.
type letter struct {
	*setter
	o    LetterOptions
	c    *crm.Contact
	to   crm.MailTo
	page *Page
	y    float64
}

// Margins of letters, mm. The address begins where the window of a DL or C5 envelope is (DIN 5008, form B: 45 mm).
const (
	letterSide   = 25.0
	letterTop    = 25.0
	letterBottom = 25.0
	addressTop   = 45.0
	textTop      = 92.0
	lineStep     = 1.55 // from line to line in parts of the size
)

func (l *letter) width() float64 { return l.o.Paper.W - 2*letterSide }

func (l *letter) mine(text string) string { return l.clean(text, l.c.ID, l.c.Title()) }

func (l *letter) turn() {
	l.page = l.newPage(l.o.Paper.W, l.o.Paper.H)
	l.page.Cells = []Cell{{Rect: Rect{0, 0, l.o.Paper.W, l.o.Paper.H}, Contact: l.c.ID, Number: 1}}
	l.y = letterTop
}

func (l *letter) write() {
	l.turn()
	l.head()
	l.address()
	l.y = min(textTop, l.o.Paper.H*0.4)
	for _, b := range l.o.Template.blocks {
		l.block(b)
	}
}

// head is the letterhead: name of the firm, a line, and how to reach it.
func (l *letter) head() {
	f := l.o.Firm
	if f.Name == "" {
		return
	}
	name, _ := l.fam.Cut(l.mine(f.Name), 15, l.width(), true)
	l.put(l.page, Run{Text: name, X: letterSide, Y: 20, Size: 15, Bold: true})
	l.box(l.page, Box{Rect: Rect{letterSide, 23, l.width(), 0}, Line: 0.3, Ink: Pale})
	reach := strings.Join(nonEmpty(l.mine(f.Address.OneLine()), l.mine(f.Phone), l.mine(f.Email)), "　·　")
	reach, _ = l.fam.Cut(reach, 8, l.width(), false)
	l.put(l.page, Run{Text: reach, X: letterSide, Y: 27.5, Size: 8, Ink: Grey})
}

func (l *letter) address() {
	if len(l.to.Address) == 0 {
		return
	}
	f := l.fitBlock(l.sources(l.to, l.c.Title()), min(85, l.width()), 38, 10.5, 7)
	if f.over {
		l.layout.Overflow = append(l.layout.Overflow, Overflow{l.c.ID, l.c.Title(), l.to.NameLine()})
	}
	l.draw(l.page, f, letterSide, addressTop)
}

func (l *letter) block(b block) {
	if b.cond != "" && (l.value(b.cond) == "") != b.not {
		return
	}
	switch b.kind {
	case breakBlock:
		l.turn()
	case emptyBlock:
		if b.cond == "" {
			l.y += pt(l.o.Size) * 0.8
		}
	default:
		l.styled(l.mine(l.filled(b.parts)), b.kind)
	}
}

func (l *letter) filled(parts []part) string {
	var out strings.Builder
	for _, p := range parts {
		if p.field {
			out.WriteString(strings.ReplaceAll(l.value(p.text), "**", "＊＊"))
		} else {
			out.WriteString(p.text)
		}
	}
	return out.String()
}

// styled sets one line of the template, broken into as many lines as it takes.
func (l *letter) styled(text string, kind blockKind) {
	size, indent, allBold := l.o.Size, 0.0, false
	switch kind {
	case headBlock:
		size, allBold = size*1.3, true
	case itemBlock:
		indent = pt(size) * 1.2
	}
	runes, bold := emphasis(text)
	isBold := func(i int) bool { return allBold || bold[i] }
	for n, line := range l.fam.WrapMixed(runes, size, l.width()-indent, isBold) {
		l.room(pt(size) * lineStep)
		base := l.y + pt(size)*1.1
		if kind == itemBlock && n == 0 {
			l.put(l.page, Run{Text: "•", X: letterSide + pt(size)*0.2, Y: base, Size: size})
		}
		x := letterSide + indent
		if kind == rightBlock {
			x = l.o.Paper.W - letterSide - l.mixedWidth(runes, line, size, isBold)
		}
		l.pieces(runes, line, x, base, size, isBold)
		l.y += pt(size) * lineStep
	}
}

func (l *letter) room(height float64) {
	if l.y+height > l.o.Paper.H-letterBottom && l.y > letterTop {
		l.turn()
	}
}

// emphasis takes the ** out of a text and tells which characters stood between them. A single ** is text.
func emphasis(text string) ([]rune, []bool) {
	parts := strings.Split(text, "**")
	if len(parts)%2 == 0 {
		last := len(parts) - 1
		parts[last-1] += "**" + parts[last]
		parts = parts[:last]
	}
	var runes []rune
	var bold []bool
	for i, p := range parts {
		for _, r := range p {
			runes = append(runes, r)
			bold = append(bold, i%2 == 1)
		}
	}
	return runes, bold
}

// pieces puts a line as one run for each change of weight.
func (l *letter) pieces(text []rune, line typeset.Range, x, y, size float64, bold func(int) bool) {
	for at := line.From; at < line.To; {
		end := at + 1
		for end < line.To && bold(end) == bold(at) {
			end++
		}
		run := Run{Text: string(text[at:end]), X: x, Y: y, Size: size, Bold: bold(at)}
		l.put(l.page, run)
		x += l.fam.Width(run.Text, size, run.Bold)
		at = end
	}
}

func (l *letter) mixedWidth(text []rune, line typeset.Range, size float64, bold func(int) bool) float64 {
	sum := 0.0
	for i := line.From; i < line.To; i++ {
		sum += l.fam.Width(string(text[i]), size, bold(i))
	}
	return sum
}

// value is what a merge field stands for.
func (l *letter) value(field string) string {
	if v, ok := l.o.Values[field]; ok {
		return v
	}
	if key, ok := strings.CutPrefix(field, "custom."); ok {
		return l.c.CustomValueOf(key)
	}
	if v, ok := l.ours(field); ok {
		return v
	}
	return l.theirs(field)
}

func (l *letter) ours(field string) (string, bool) {
	f := l.o.Firm
	switch field {
	case "today":
		return l.o.Texts.Date(l.o.Day.Year(), l.o.Day.Month(), l.o.Day.Day()), true
	case "firm":
		return f.Name, true
	case "sender":
		return f.Contact, true
	case "firm.address":
		return f.Address.OneLine(), true
	case "firm.phone":
		return f.Phone, true
	case "firm.email":
		return f.Email, true
	}
	return "", false
}

func (l *letter) theirs(field string) string {
	c := l.c
	switch field {
	case "name":
		return c.Title()
	case "salutation":
		return l.o.Mail.Greeting(c, l.language())
	case "family":
		return c.Name.Family
	case "given":
		return c.Name.Given
	case "honorific":
		return firstText(l.to.After, l.to.Before)
	case "company":
		return c.CompanyName()
	case "department":
		return c.Current().Department
	case "job_title":
		return c.Current().Title
	case "address":
		return strings.Join(l.to.Address, " ")
	case "postal":
		return l.to.Postal
	case "phone":
		p, _ := c.MainPhone()
		return p.Text
	case "email":
		e, _ := c.MainEmail()
		return e.Address
	case "tax_id":
		return c.TaxID
	case "birthday":
		d := c.Birthday().Date
		return l.o.Texts.Date(d.Year(), d.Month(), d.Day())
	}
	return ""
}

// language of the greeting: the contact's own, else that of the letter.
func (l *letter) language() string {
	if l.c.Language != "" {
		return l.c.Language
	}
	return l.o.Texts.Tag()
}
