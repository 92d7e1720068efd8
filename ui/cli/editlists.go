package cli

import (
	"strings"

	"regulars/importer/clean"
	"regulars/store/crm"
)

// place is where a contact is, for reading its numbers.
func (e *editor) place(c *crm.Contact) clean.Place {
	if a, ok := c.PostalAddress(); ok {
		return clean.PlaceOf(a.Country, a.Text, e.country)
	}
	return clean.Place{Country: e.country}
}

func (e *editor) phone(c *crm.Contact, kind, value string, add bool) error {
	var kept []crm.Phone
	for _, p := range c.Phones {
		if add || p.Kind != kind {
			kept = append(kept, p)
		}
	}
	found, _, notes := clean.Phones(clean.Typed(value), kind, e.place(c))
	if value != "" && len(found) == 0 {
		return e.bad("phone."+kind, value)
	}
	c.Phones = append(kept, found...)
	e.tell(notes)
	return nil
}

func (e *editor) email(c *crm.Contact, kind, value string, add bool) error {
	var kept []crm.Email
	for _, m := range c.Emails {
		if add || m.Kind != kind {
			kept = append(kept, m)
		}
	}
	found, _, notes := clean.Emails(value)
	if value != "" && len(found) == 0 {
		return e.bad("email."+kind, value)
	}
	for i := range found {
		found[i].Kind = kind
	}
	c.Emails = append(kept, found...)
	e.tell(notes)
	return nil
}

// address sets a whole address ("address.work") or one part of it ("address.work.postal").
func (e *editor) address(c *crm.Contact, key, value string, add bool) error {
	kind, part, isPart := strings.Cut(key, ".")
	if isPart {
		return e.addressPart(c, kind, part, value)
	}
	var kept []crm.Address
	for _, a := range c.Addresses {
		if add || a.Kind != kind {
			kept = append(kept, a)
		}
	}
	found, _, notes := clean.Addresses(clean.AddressParts{Kind: kind, Street: value}, clean.PlaceOf("", value, e.country))
	c.Addresses = append(kept, found...)
	return e.refuse("address."+kind, value, notes)
}

func (e *editor) addressPart(c *crm.Contact, kind, part, value string) error {
	at := -1
	for i := range c.Addresses {
		if c.Addresses[i].Kind == kind {
			at = i
			break
		}
	}
	if at < 0 {
		c.Addresses = append(c.Addresses, crm.Address{Kind: kind})
		at = len(c.Addresses) - 1
	}
	a := &c.Addresses[at]
	switch part {
	case "postal":
		a.Postal = value
	case "country":
		a.CountryText, a.Country = value, clean.CountryCode(value)
	case "region":
		a.Region = value
	case "city":
		a.City = value
	case "district":
		a.District = value
	case "street":
		a.Street = value
	case "po_box":
		a.POBox = value
	default:
		return e.bad("address."+kind, value)
	}
	return nil
}

func setLink(c *crm.Contact, kind, value string, add bool) {
	var kept []crm.Link
	for _, l := range c.Links {
		if add || l.Kind != kind {
			kept = append(kept, l)
		}
	}
	if value != "" {
		kept = append(kept, crm.Link{Kind: kind, Value: value})
	}
	c.Links = kept
}

// consent records yes or no to a channel, today, as told at the command line; empty takes it away.
func (e *editor) consent(c *crm.Contact, ch crm.Channel, value string) error {
	var kept []crm.Consent
	for _, x := range c.Consents {
		if x.Channel != ch {
			kept = append(kept, x)
		}
	}
	allowed, known := yesNo(value)
	if value != "" && !known {
		return e.bad("consent."+string(ch), value)
	}
	if value != "" {
		kept = append(kept, crm.Consent{Channel: ch, Allowed: allowed, Date: e.s.today()})
	}
	c.Consents = kept
	return nil
}

func yesNo(value string) (yes, known bool) {
	switch strings.ToLower(value) {
	case "yes", "y", "true", "1", "是", "同意", "可":
		return true, true
	case "no", "n", "false", "0", "否", "不同意", "不可":
		return false, true
	}
	return false, false
}

// words reads a list such as "VIP, 老客戶、展覽". Each word is kept once.
func words(old []string, value string, add bool) []string {
	var out []string
	if add {
		out = append(out, old...)
	}
	for _, w := range strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(",，、;；", r) }) {
		if w = strings.TrimSpace(w); w != "" && !contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

func setSource(c *crm.Contact, value string, add bool, today crm.Date) {
	if !add {
		c.Sources = nil
	}
	if value != "" {
		c.Sources = append(c.Sources, crm.Source{Name: value, Date: today})
	}
}

// setPreference takes "飲品：黑咖啡" or a value alone.
func setPreference(c *crm.Contact, value string, add bool) {
	if !add {
		c.Preferences = nil
	}
	if value == "" {
		return
	}
	label, text, ok := strings.Cut(strings.Replace(value, "：", ":", 1), ":")
	if !ok {
		label, text = "", value
	}
	c.Preferences = append(c.Preferences, crm.Preference{Label: strings.TrimSpace(label), Value: strings.TrimSpace(text)})
}

func setNotes(c *crm.Contact, value string, add bool) {
	if add && c.Notes != "" && value != "" {
		value = c.Notes + "\n" + value
	}
	c.Notes = value
}
