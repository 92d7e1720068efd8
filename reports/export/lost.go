package export

import (
	"slices"
	"strings"

	"regulars/store/crm"
)

// Format is a kind of file.
type Format string

// The formats.
const (
	FormatCSV   Format = "csv"
	FormatXLSX  Format = "xlsx"
	FormatVCard Format = "vcf"
	FormatJSON  Format = "json"
)

// What a format may lose. Its text for people is the catalogue key "export.lost.<code>".
const (
	LostPositions = "positions"  // all but the main one
	LostDates     = "dates"      // all but the first birthday and anniversary
	LostLunar     = "lunar"      // the text of a date as it was typed
	LostConsent   = "consent"    // date and source
	LostPreferred = "preferred"  // date and source
	LostSource    = "source"     // date and note
	LostExternal  = "external"   // the system
	LostBounced   = "bounced"    // that mail to an e-mail address came back
	LostReturned  = "returned"   // that mail to a postal address came back
	LostPhoneNote = "phone-note" // remark, or an extension that is not part of the number as typed
	LostPhoto     = "photo"
	LostLink      = "link" // to the record of the referrer or employer; the names are carried
	LostDoubts    = "doubts"
	LostList      = "list"  // an entry of a list that holds the sign which divides the list
	LostOrder     = "order" // the order of the name set by hand
)

// Lost tells what of a contact a file of the format does not carry, as codes in a fixed order; none for most contacts.
func Lost(f Format, c *crm.Contact) []string {
	var out []string
	note := func(code string, lost bool) {
		if lost {
			out = append(out, code)
		}
	}
	note(LostPhoto, c.Photo != "")
	note(LostLink, !c.Referrer.IsZero() || slices.ContainsFunc(c.Positions, func(p crm.Position) bool { return !p.Company.IsZero() }))
	note(LostDoubts, len(c.Doubts) > 0)
	if f == FormatVCard {
		return out
	}
	note(LostOrder, c.Name.Order != "")
	if f == FormatJSON {
		return out
	}
	lostInTables(c, note)
	return out
}

// lostInTables tells what has no column.
func lostInTables(c *crm.Contact, note func(string, bool)) {
	note(LostPositions, len(c.Positions) > 1 || len(c.Positions) == 1 && (!c.Positions[0].From.IsZero() || !c.Positions[0].To.IsZero()))
	note(LostDates, slices.ContainsFunc(c.Dates, func(d crm.SpecialDate) bool { return d.Kind == "" || d.Date != c.DateOf(d.Kind).Date }))
	note(LostLunar, slices.ContainsFunc(c.Dates, func(d crm.SpecialDate) bool {
		return d.Text != "" || d.Lunar && (d.Date.Month() == 0 || d.Date.Day() == 0)
	}))
	note(LostConsent, slices.ContainsFunc(c.Consents, func(x crm.Consent) bool { return !x.Date.IsZero() || x.Source != "" }))
	note(LostPreferred, !c.Preferred.Date.IsZero() || c.Preferred.Source != "")
	note(LostSource, slices.ContainsFunc(c.Sources, func(s crm.Source) bool { return !s.Date.IsZero() || s.Note != "" }))
	note(LostExternal, slices.ContainsFunc(c.External, func(x crm.ExternalID) bool { return x.System != "" }))
	note(LostBounced, slices.ContainsFunc(c.Emails, func(e crm.Email) bool { return e.Bounced }))
	note(LostReturned, slices.ContainsFunc(c.Addresses, func(a crm.Address) bool { return !a.Returned.IsZero() }))
	note(LostPhoneNote, slices.ContainsFunc(c.Phones, func(p crm.Phone) bool { return p.Note != "" || !strings.Contains(p.Text, p.Ext) }))
	note(LostList, slices.ContainsFunc(listed(c), func(s string) bool { return strings.ContainsAny(s, ";；\n") }))
}

// listed are the entries that share a cell.
func listed(c *crm.Contact) []string {
	out := slices.Concat(c.Tags, c.Roles)
	for _, s := range c.Sources {
		out = append(out, s.Name)
	}
	for _, p := range c.Preferences {
		out = append(out, p.String())
	}
	return out
}

// Carried is the contact without what the format loses: after export and import into an empty store it is this that is there.
func Carried(f Format, c crm.Contact) crm.Contact {
	c = c.Clone()
	c.Photo, c.Referrer, c.Doubts = "", crm.ID{}, nil
	if f == FormatVCard {
		return c
	}
	c.Name.Order = ""
	if f == FormatJSON {
		return c
	}
	c.Positions = carriedPositions(&c)
	c.Dates = slices.DeleteFunc(c.Dates, func(d crm.SpecialDate) bool { return d.Kind == "" || d.Date != c.DateOf(d.Kind).Date })
	for i := range c.Dates {
		c.Dates[i].Text = ""
		c.Dates[i].Lunar = c.Dates[i].Lunar && c.Dates[i].Date.Month() > 0 && c.Dates[i].Date.Day() > 0
	}
	for i := range c.Consents {
		c.Consents[i].Date, c.Consents[i].Source = 0, ""
	}
	c.Preferred.Date, c.Preferred.Source = 0, ""
	for i := range c.Sources {
		c.Sources[i].Date, c.Sources[i].Note = 0, ""
	}
	for i := range c.External {
		c.External[i].System = ""
	}
	carriedReach(&c)
	return c
}

func carriedPositions(c *crm.Contact) []crm.Position {
	p := c.Current()
	p.From = 0
	if p == (crm.Position{}) {
		return nil
	}
	return []crm.Position{p}
}

func carriedReach(c *crm.Contact) {
	for i := range c.Phones {
		c.Phones[i].Note = ""
		if !strings.Contains(c.Phones[i].Text, c.Phones[i].Ext) {
			c.Phones[i].Ext = ""
		}
	}
	for i := range c.Emails {
		c.Emails[i].Bounced = false
	}
	for i := range c.Addresses {
		c.Addresses[i].Returned = 0
	}
}
