package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"regulars/store/crm"
)

// Version is a version of the vCard format.
type Version string

// The versions that are written: 4.0 (RFC 6350) for new programs, 3.0 (RFC 2426) for phones and Outlook.
const (
	VCard4 Version = "4.0"
	VCard3 Version = "3.0"
)

// ErrVersion is returned for any other version.
var ErrVersion = errors.New("export: vCard is written in version 3.0 or 4.0")

// VCard writes contacts as vCards in UTF-8: first the standard properties, then as X-REGULARS properties what the standard has no place for.
func VCard(w io.Writer, contacts []crm.Contact, v Version) error {
	if v == "" {
		v = VCard4
	}
	if v != VCard3 && v != VCard4 {
		return fmt.Errorf("%w: %q", ErrVersion, v)
	}
	c := &cardWriter{w: bufio.NewWriterSize(w, 64<<10), v4: v == VCard4}
	for i := range contacts {
		c.card(&contacts[i], v)
	}
	return c.w.Flush()
}

// cardWriter writes one card after the other; an error of the writer stays in the buffer and comes out of Flush.
type cardWriter struct {
	w  *bufio.Writer
	v4 bool
}

func (w *cardWriter) card(c *crm.Contact, v Version) {
	w.line("BEGIN", "VCARD")
	w.line("VERSION", string(v))
	w.line("PRODID", "-//Regulars//Regulars//EN")
	w.kind(c)
	w.name(c)
	w.work(c)
	w.reach(c)
	w.addresses(c)
	w.links(c)
	w.dates(c)
	w.more(c)
	for _, e := range c.Extras() {
		w.line("X-REGULARS-"+e.Name, components(e.Values...))
	}
	w.line("END", "VCARD")
}

func (w *cardWriter) kind(c *crm.Contact) {
	switch {
	case w.v4 && c.Kind == crm.Company:
		w.line("KIND", "org")
	case w.v4:
		w.line("KIND", "individual")
	case c.Kind == crm.Company:
		w.line("X-ABShowAs", "COMPANY")
	}
}

func (w *cardWriter) name(c *crm.Contact) {
	n := c.Name
	w.line("FN", escape(c.Title()))
	if c.Kind == crm.Person {
		w.line("N", components(n.Family, n.Given, n.Middle, n.Prefix, n.Suffix))
	} else if !w.v4 {
		w.line("N", components(c.Title(), "", "", "", ""))
	}
	w.text("NICKNAME", n.Nickname)
	w.text("X-PHONETIC-LAST-NAME", n.ReadFamily)
	w.text("X-PHONETIC-FIRST-NAME", n.ReadGiven)
	if g := strings.ToUpper(c.Gender); w.v4 && (g == "F" || g == "M") {
		w.line("GENDER", g)
	}
}

// work writes the main position; the others are in the X-REGULARS properties, as the standard cannot tell which title belongs to which firm.
func (w *cardWriter) work(c *crm.Contact) {
	p := c.Current()
	if c.Kind == crm.Company {
		p = crm.Position{CompanyName: c.Name.Display()}
	}
	if p.Department != "" {
		w.line("ORG", components(p.CompanyName, p.Department))
	} else {
		w.text("ORG", p.CompanyName)
	}
	w.text("TITLE", p.Title)
}

func (w *cardWriter) reach(c *crm.Contact) {
	for _, p := range c.Phones {
		if p.Text != "" {
			w.line("TEL"+w.types(phoneTypes(p.Kind)), escape(p.Text))
		}
	}
	for _, e := range c.Emails {
		if e.Address != "" {
			w.line("EMAIL"+w.types(placeTypes(e.Kind)), escape(e.Address))
		}
	}
}

func phoneTypes(kind string) []string {
	switch kind {
	case crm.PhoneMobile:
		return []string{"cell"}
	case crm.PhoneFax:
		return []string{"work", "fax"}
	case crm.PhoneHomeFax:
		return []string{"home", "fax"}
	case "":
		return nil
	}
	return []string{kind}
}

func placeTypes(kind string) []string {
	if kind == "" {
		return nil
	}
	return []string{kind}
}

func (w *cardWriter) types(types []string) string {
	if len(types) == 0 {
		return ""
	}
	if w.v4 {
		return ";TYPE=" + quoted(strings.Join(types, ","))
	}
	return ";TYPE=" + strings.ToUpper(strings.Join(types, ","))
}

func quoted(s string) string {
	if strings.Contains(s, ",") {
		return `"` + s + `"`
	}
	return s
}

// addresses writes the parts of an address where they are known, else its text as the street.
func (w *cardWriter) addresses(c *crm.Contact) {
	for _, a := range c.Addresses {
		country := a.CountryText
		if country == "" {
			country = a.Country
		}
		if a.Street == "" && a.City == "" && a.Region == "" {
			a.Street = a.Text
		} else {
			a.Street = a.District + a.Street
		}
		w.line("ADR"+w.types(placeTypes(a.Kind)), components(a.POBox, "", a.Street, a.City, a.Region, a.Postal, country))
	}
}

// chatNames are the properties under which address books look for chat ids.
var chatNames = map[string]string{crm.LinkLINE: "X-LINE", crm.LinkWeChat: "X-WECHAT", crm.LinkWhatsApp: "X-WHATSAPP", crm.LinkTelegram: "X-TELEGRAM", crm.LinkSkype: "X-SKYPE",
	crm.LinkQQ: "X-QQ", crm.LinkFacebook: "X-FACEBOOK", crm.LinkLinkedIn: "X-LINKEDIN", crm.LinkX: "X-TWITTER"}

func (w *cardWriter) links(c *crm.Contact) {
	for _, l := range c.Links {
		switch name := chatNames[l.Kind]; {
		case l.Kind == crm.LinkWeb || l.Kind == "":
			w.text("URL", l.Value)
		case name != "":
			w.text(name, l.Value)
		default:
			w.text("IMPP", l.Value)
		}
	}
}

// dates writes birthday and anniversary where they stand in our own calendar.
func (w *cardWriter) dates(c *crm.Contact) {
	for _, kind := range []struct{ ours, four, three string }{{crm.DateBirthday, "BDAY", "BDAY"}, {crm.DateAnniversary, "ANNIVERSARY", "X-ANNIVERSARY"}} {
		d := c.DateOf(kind.ours)
		if d.Date.IsZero() {
			continue
		}
		if w.v4 {
			w.line(kind.four, basic(d.Date))
			continue
		}
		w.line(kind.three, d.Date.String())
	}
}

// basic is the form of a date that vCard 4.0 asks for: 19860305, --0305, 1986-03, 1986.
func basic(d crm.Date) string {
	s := d.String()
	if d.Day() == 0 {
		return s
	}
	if rest, ok := strings.CutPrefix(s, "--"); ok {
		return "--" + strings.ReplaceAll(rest, "-", "")
	}
	return strings.ReplaceAll(s, "-", "")
}

func (w *cardWriter) more(c *crm.Contact) {
	if len(c.Tags) > 0 {
		tags := make([]string, len(c.Tags))
		for i, t := range c.Tags {
			tags[i] = escape(t)
		}
		w.line("CATEGORIES", strings.Join(tags, ","))
	}
	w.text("NOTE", c.Notes)
	for _, x := range c.External {
		if x.System == "vcard" {
			w.text("UID", x.Value)
			break
		}
	}
}

func (w *cardWriter) text(name, value string) {
	if value != "" {
		w.line(name, escape(value))
	}
}

// escape writes a text value (RFC 6350, 3.4).
func escape(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

// components joins the components of a structured value.
func components(parts ...string) string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = escape(p)
	}
	return strings.Join(out, ";")
}

// maxLine is how many bytes a line has before it is folded (RFC 6350, 3.2).
const maxLine = 75

// line writes a property, folded between characters, never within one.
func (w *cardWriter) line(name, value string) {
	s := name + ":" + value
	for room := maxLine; len(s) > room; room = maxLine - 1 {
		cut := room
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		w.w.WriteString(s[:cut])
		w.w.WriteString("\r\n ")
		s = s[cut:]
	}
	w.w.WriteString(s)
	w.w.WriteString("\r\n")
}
