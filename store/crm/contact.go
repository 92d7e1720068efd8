package crm

import "slices"

// Kind tells a person from a company.
type Kind string

// The two kinds of contact.
const (
	Person  Kind = "person"
	Company Kind = "company"
)

// Contact is a person or a company that the firm knows. All of it is optional but the name, and even that may be missing on a record that
// came in with an e-mail address alone: Contact.Title always finds something to show.
type Contact struct {
	ID           ID            `cbor:"1,keyasint" json:"id"`
	Kind         Kind          `cbor:"2,keyasint" json:"kind"`
	Name         Name          `cbor:"3,keyasint,omitempty" json:"name"`
	Positions    []Position    `cbor:"4,keyasint,omitempty" json:"positions,omitempty"` // of a person; the first current one is the main one
	Phones       []Phone       `cbor:"5,keyasint,omitempty" json:"phones,omitempty"`
	Emails       []Email       `cbor:"6,keyasint,omitempty" json:"emails,omitempty"`
	Addresses    []Address     `cbor:"7,keyasint,omitempty" json:"addresses,omitempty"`
	Links        []Link        `cbor:"8,keyasint,omitempty" json:"links,omitempty"` // web pages and chat ids
	Dates        []SpecialDate `cbor:"9,keyasint,omitempty" json:"dates,omitempty"`
	TaxID        string        `cbor:"10,keyasint,omitempty" json:"tax_id,omitempty"` // 統一編號 or the like, digits and letters only
	Sources      []Source      `cbor:"11,keyasint,omitempty" json:"sources,omitempty"`
	Referrer     ID            `cbor:"12,keyasint,omitzero" json:"referrer,omitempty"`          // who recommended us to them
	ReferrerName string        `cbor:"13,keyasint,omitempty" json:"referrer_name,omitempty"`    // as typed, when it is nobody in the store
	Tags         []string      `cbor:"14,keyasint,omitempty" json:"tags,omitempty"`             // each once, in the order given
	Preferences  []Preference  `cbor:"15,keyasint,omitempty" json:"preferences,omitempty"`      // likes and wishes
	Language     string        `cbor:"16,keyasint,omitempty" json:"language,omitempty"`         // of correspondence: "zh-Hant", "en", … (BCP 47)
	Consents     []Consent     `cbor:"17,keyasint,omitempty" json:"consents,omitempty"`         // at most one a channel
	Preferred    Preferred     `cbor:"18,keyasint,omitempty" json:"preferred_channel,omitzero"` // how they like to be reached
	Custom       []CustomValue `cbor:"19,keyasint,omitempty" json:"custom,omitempty"`           // sorted by Field
	Notes        string        `cbor:"20,keyasint,omitempty" json:"notes,omitempty"`            //
	External     []ExternalID  `cbor:"21,keyasint,omitempty" json:"external_ids,omitempty"`     // the record's id in other programs
	LastVerified Date          `cbor:"22,keyasint,omitempty" json:"last_verified,omitempty"`    // when somebody last checked that all this is so
	CardDate     Date          `cbor:"23,keyasint,omitempty" json:"card_date,omitempty"`        // when the card was handed over
	Photo        string        `cbor:"24,keyasint,omitempty" json:"photo,omitempty"`            // name of an attachment by its content's hash
	Roles        []string      `cbor:"25,keyasint,omitempty" json:"roles,omitempty"`            // customer, prospect, supplier, partner, …
	LastTouch    Date          `cbor:"26,keyasint,omitempty" json:"last_touch,omitempty"`       // day of the latest contact by any channel
	Gender       string        `cbor:"27,keyasint,omitempty" json:"gender,omitempty"`           // "f", "m" or as typed
	Doubts       []string      `cbor:"28,keyasint,omitempty" json:"doubts,omitempty"`           // codes of what an import was not sure of
}

// Position is what a person does or did at a company. Without dates it is current. CompanyName always says the company's name, also
// where Company links to its record; who renames a company renames it here too.
type Position struct {
	Company     ID     `cbor:"1,keyasint,omitzero" json:"company_id,omitempty"`
	CompanyName string `cbor:"2,keyasint,omitempty" json:"company,omitempty"`
	Department  string `cbor:"3,keyasint,omitempty" json:"department,omitempty"`
	Title       string `cbor:"4,keyasint,omitempty" json:"job_title,omitempty"`
	From        Date   `cbor:"5,keyasint,omitempty" json:"from,omitempty"`
	To          Date   `cbor:"6,keyasint,omitempty" json:"to,omitempty"` // set = in the past
}

// Source says where a contact came from, once each time.
type Source struct {
	Name string `cbor:"1,keyasint,omitempty" json:"name"`
	Date Date   `cbor:"2,keyasint,omitempty" json:"date,omitempty"`
	Note string `cbor:"3,keyasint,omitempty" json:"note,omitempty"`
}

// Preference is one thing a customer likes or asks for, with an optional heading ("茶": "烏龍").
type Preference struct {
	Label string `cbor:"1,keyasint,omitempty" json:"label,omitempty"`
	Value string `cbor:"2,keyasint,omitempty" json:"value"`
}

// CustomValue is the value of a field that the user or an import has added. Field is its key, which is also its heading unless a
// CustomField gives another one.
type CustomValue struct {
	Field string `cbor:"1,keyasint" json:"field"`
	Value string `cbor:"2,keyasint" json:"value"`
}

// ExternalID is the record's id in another program.
type ExternalID struct {
	System string `cbor:"1,keyasint,omitempty" json:"system"`
	Value  string `cbor:"2,keyasint,omitempty" json:"value"`
}

// Clone copies the contact so that a change to the copy, in place or by appending, leaves the original alone.
func (c *Contact) Clone() Contact {
	n := *c
	n.Name.Alt = slices.Clone(c.Name.Alt)
	n.Positions = slices.Clone(c.Positions)
	n.Phones = slices.Clone(c.Phones)
	n.Emails = slices.Clone(c.Emails)
	n.Addresses = slices.Clone(c.Addresses)
	n.Links = slices.Clone(c.Links)
	n.Dates = slices.Clone(c.Dates)
	n.Sources = slices.Clone(c.Sources)
	n.Tags = slices.Clone(c.Tags)
	n.Preferences = slices.Clone(c.Preferences)
	n.Consents = slices.Clone(c.Consents)
	n.Custom = slices.Clone(c.Custom)
	n.External = slices.Clone(c.External)
	n.Roles = slices.Clone(c.Roles)
	n.Doubts = slices.Clone(c.Doubts)
	return n
}

// Title is what the contact is called on screen and paper: its name, else its company, else an e-mail address or phone number.
func (c *Contact) Title() string {
	if s := c.Name.Display(); s != "" {
		return s
	}
	if p := c.Current(); p.CompanyName != "" {
		return p.CompanyName
	}
	if len(c.Emails) > 0 {
		return c.Emails[0].Address
	}
	if len(c.Phones) > 0 {
		return c.Phones[0].Text
	}
	return ""
}

// Current is the main position: the first one that has not ended, or an empty one.
func (c *Contact) Current() Position {
	for _, p := range c.Positions {
		if p.To.IsZero() {
			return p
		}
	}
	return Position{}
}

// CompanyName is the name of the company itself, or of the company where the person works.
func (c *Contact) CompanyName() string {
	if c.Kind == Company {
		return c.Name.Display()
	}
	return c.Current().CompanyName
}

// Birthday is the first date of kind birthday.
func (c *Contact) Birthday() SpecialDate { return c.DateOf(DateBirthday) }

// DateOf is the first special date of a kind, or an empty one.
func (c *Contact) DateOf(kind string) SpecialDate {
	for _, d := range c.Dates {
		if d.Kind == kind {
			return d
		}
	}
	return SpecialDate{}
}

// HasTag reports whether the contact carries the tag, to the letter.
func (c *Contact) HasTag(tag string) bool {
	for _, t := range c.Tags {
		if t == tag {
			return true
		}
	}
	return false
}

// AddTag adds a tag unless it is there already.
func (c *Contact) AddTag(tag string) {
	if tag != "" && !c.HasTag(tag) {
		c.Tags = append(c.Tags, tag)
	}
}

// CustomValueOf is the value of a custom field, "" if it has none.
func (c *Contact) CustomValueOf(field string) string {
	for _, v := range c.Custom {
		if v.Field == field {
			return v.Value
		}
	}
	return ""
}

// SetCustom sets the value of a custom field, keeps the fields in order, and removes the field when the value is empty.
func (c *Contact) SetCustom(field, value string) {
	at := 0
	for at < len(c.Custom) && c.Custom[at].Field < field {
		at++
	}
	found := at < len(c.Custom) && c.Custom[at].Field == field
	switch {
	case found && value == "":
		c.Custom = append(c.Custom[:at:at], c.Custom[at+1:]...)
	case found:
		c.Custom = slices.Clone(c.Custom)
		c.Custom[at].Value = value
	case value != "":
		c.Custom = append(c.Custom[:at:at], append([]CustomValue{{field, value}}, c.Custom[at:]...)...)
	}
}
