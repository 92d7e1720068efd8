package crm

import (
	"encoding/binary"
	"slices"
)

// NameOf gives the name of the record that an id links to, "" where there is none. Digests put names in the place of ids, so that equal content
// is equal whatever ids it got.
type NameOf func(ID) string

// The canonical form of a record is a run of parts, each a label, its length, and its content, and only parts that say something are there: a field
// that later versions add does not change the form of records without it. Lists whose order has no meaning are sorted. Left out are ids, and what
// an import noted about its own doubts.
type canonical []byte

func (c *canonical) text(label, s string) {
	if s == "" {
		return
	}
	*c = append(append(*c, label...), 0)
	*c = binary.AppendUvarint(*c, uint64(len(s)))
	*c = append(*c, s...)
}

func (c *canonical) date(label string, d Date) { c.text(label, d.String()) }

func (c *canonical) flag(label string, b bool) {
	if b {
		c.text(label, "1")
	}
}

func (c *canonical) number(label string, n int64) {
	if n != 0 {
		c.text(label, string(binary.AppendVarint(nil, n)))
	}
}

func (c *canonical) money(label string, m Money) {
	c.number(label+".minor", m.Minor)
	c.text(label+".currency", m.Currency)
}

// list writes a list whose order means nothing.
func list[T any](c *canonical, label string, items []T, form func(*canonical, T)) {
	all := forms(items, form)
	slices.Sort(all)
	for _, s := range all {
		c.text(label, s)
	}
}

func forms[T any](items []T, form func(*canonical, T)) []string {
	out := make([]string, 0, len(items))
	for _, item := range items {
		var part canonical
		form(&part, item)
		out = append(out, string(part))
	}
	return out
}

func words(c *canonical, s string) { c.text("", s) }

// Canonical gives the content of the contact in a form that is equal exactly for equal content: without ids, whatever the order of the phones, e-mails,
// tags and other lists that have none. The order of positions counts, since the first is the main one.
func (c *Contact) Canonical(name NameOf) []byte {
	var out canonical
	out.text("kind", string(c.Kind))
	c.Name.canonical(&out)
	for _, form := range forms(c.Positions, func(o *canonical, p Position) { p.canonical(o, name) }) {
		out.text("position", form)
	}
	c.canonicalReach(&out)
	list(&out, "date", c.Dates, func(o *canonical, d SpecialDate) { d.canonical(o) })
	out.text("tax_id", c.TaxID)
	list(&out, "source", c.Sources, func(o *canonical, s Source) { s.canonical(o) })
	out.text("referrer", name(c.Referrer))
	out.text("referrer_name", c.ReferrerName)
	list(&out, "tag", c.Tags, words)
	list(&out, "preference", c.Preferences, func(o *canonical, p Preference) { o.text("label", p.Label); o.text("value", p.Value) })
	out.text("language", c.Language)
	list(&out, "consent", c.Consents, func(o *canonical, x Consent) { x.canonical(o) })
	c.canonicalRest(&out)
	return out
}

func (c *Contact) canonicalRest(out *canonical) {
	out.text("preferred", string(c.Preferred.Channel))
	out.date("preferred.date", c.Preferred.Date)
	out.text("preferred.source", c.Preferred.Source)
	list(out, "custom", c.Custom, func(o *canonical, v CustomValue) { o.text("field", v.Field); o.text("value", v.Value) })
	out.text("notes", c.Notes)
	list(out, "external", c.External, func(o *canonical, x ExternalID) { o.text("system", x.System); o.text("value", x.Value) })
	out.date("last_verified", c.LastVerified)
	out.date("card_date", c.CardDate)
	out.text("photo", c.Photo)
	list(out, "role", c.Roles, words)
	out.date("last_touch", c.LastTouch)
	out.text("gender", c.Gender)
}

func (c *Contact) canonicalReach(out *canonical) {
	list(out, "phone", c.Phones, func(o *canonical, p Phone) {
		o.text("kind", p.Kind)
		o.text("number", p.Number)
		o.text("ext", p.Ext)
		o.text("text", p.Text)
		o.text("note", p.Note)
	})
	list(out, "email", c.Emails, func(o *canonical, e Email) {
		o.text("kind", e.Kind)
		o.text("address", e.Address)
		o.flag("bounced", e.Bounced)
	})
	list(out, "address", c.Addresses, func(o *canonical, a Address) { a.canonical(o) })
	list(out, "link", c.Links, func(o *canonical, l Link) { o.text("kind", l.Kind); o.text("value", l.Value) })
}

func (n Name) canonical(out *canonical) {
	for _, part := range []struct{ label, s string }{
		{"full", n.Full}, {"prefix", n.Prefix}, {"family", n.Family}, {"given", n.Given}, {"middle", n.Middle}, {"suffix", n.Suffix},
		{"salutation", n.Salutation}, {"nickname", n.Nickname}, {"reading", n.Reading}, {"read_family", n.ReadFamily}, {"read_given", n.ReadGiven},
		{"order", string(n.Order)},
	} {
		out.text(part.label, part.s)
	}
	list(out, "alt", n.Alt, words)
}

func (p Position) canonical(out *canonical, name NameOf) {
	out.flag("linked", name(p.Company) != "")
	out.text("company", p.CompanyName)
	out.text("department", p.Department)
	out.text("title", p.Title)
	out.date("from", p.From)
	out.date("to", p.To)
}

func (d SpecialDate) canonical(out *canonical) {
	out.text("kind", d.Kind)
	out.text("label", d.Label)
	out.date("date", d.Date)
	out.flag("lunar", d.Lunar)
	out.text("text", d.Text)
}

func (s Source) canonical(out *canonical) {
	out.text("name", s.Name)
	out.date("date", s.Date)
	out.text("note", s.Note)
}

func (x Consent) canonical(out *canonical) {
	out.text("channel", string(x.Channel))
	out.flag("allowed", x.Allowed)
	out.date("date", x.Date)
	out.text("source", x.Source)
}

func (a Address) canonical(out *canonical) {
	for _, part := range []struct{ label, s string }{
		{"kind", a.Kind}, {"country", a.Country}, {"country_text", a.CountryText}, {"postal", a.Postal}, {"region", a.Region}, {"city", a.City},
		{"district", a.District}, {"street", a.Street}, {"po_box", a.POBox}, {"text", a.Text},
	} {
		out.text(part.label, part.s)
	}
	out.date("returned", a.Returned)
}

// Canonical gives the content of the event; see Contact.Canonical.
func (e *Event) Canonical() []byte {
	var out canonical
	out.text("name", e.Name)
	out.date("day", e.Day)
	out.text("time", e.Time)
	out.text("place", e.Place)
	out.text("topic", e.Topic)
	out.money("budget", e.Budget)
	out.money("target", e.Target)
	out.text("notes", e.Notes)
	out.text("eligible", e.Eligible)
	out.date("reply_by", e.Reply)
	return out
}

// Canonical gives the content of a place on a guest list; event and contact are told by their names.
func (g *Guest) Canonical(event, contact NameOf) []byte {
	var out canonical
	out.text("event", event(g.Event))
	out.text("contact", contact(g.Contact))
	out.text("name", g.Name)
	out.text("channel", string(g.Channel))
	out.text("reason", string(g.Reason))
	out.text("detail", g.Detail)
	out.number("wave", int64(g.Wave))
	out.date("invited", g.Invited)
	out.text("reply", string(g.Answer))
	out.number("party", int64(g.Party))
	out.text("table", g.Table)
	out.text("diet", g.Diet)
	out.text("checked_in", g.CheckedIn)
	out.text("notes", g.Notes)
	out.flag("kept", g.Kept)
	return out
}

// Canonical gives the content of the firm.
func (f *Firm) Canonical() []byte {
	var out canonical
	var address canonical
	f.Address.canonical(&address)
	for _, part := range []struct{ label, s string }{
		{"name", f.Name}, {"contact", f.Contact}, {"address", string(address)}, {"phone", f.Phone}, {"email", f.Email}, {"tax_id", f.TaxID},
		{"country", f.Country}, {"language", f.Language}, {"user", f.User},
	} {
		out.text(part.label, part.s)
	}
	return out
}

// Canonical gives the content of a remembered mapping.
func (m *Mapping) Canonical() []byte {
	var out canonical
	out.text("name", m.Name)
	out.text("signature", m.Signature)
	for _, form := range forms(m.Columns, func(o *canonical, c MappingColumn) {
		o.text("header", c.Header)
		o.number("nth", int64(c.Nth))
		o.text("field", c.Field)
	}) {
		out.text("column", form)
	}
	return out
}
