package crm

import "strings"

// FieldType says what kind of value a field holds, and so which control edits it, how a filter compares it and how a cell is read.
type FieldType string

// The types of fields.
const (
	TextField    FieldType = "text"
	NotesField   FieldType = "notes" // several lines
	DateField    FieldType = "date"
	PhoneField   FieldType = "phone"
	EmailField   FieldType = "email"
	AddressField FieldType = "address"
	LinkField    FieldType = "link"
	TagsField    FieldType = "tags"    // any number of words
	ChoiceField  FieldType = "choice"  // one of Choices
	ConsentField FieldType = "consent" // yes, no or not known
)

// Field describes one field of a contact once, for form, list, filter, import and export. Its name for people is the catalogue key
// "field.<Key>". User-defined fields have the key "custom.<name>" and are called by their name.
type Field struct {
	Key     string
	Type    FieldType
	Group   string   // catalogue key "group.<Group>": name, work, reach, dates, mailing, more
	For     Kind     // Person, Company or "" for both
	Many    bool     // a contact may have several; Get gives them in order
	Choices []string // catalogue key "choice.<Key>.<choice>"
	// Get gives the values as texts, in their plain form (dates ISO, phones as typed).
	Get func(*Contact) []string
	// Set puts a single plain text in place of the value; nil where the value has a structure that only a cleaner or a form can fill.
	Set func(*Contact, string)
}

// CustomPrefix begins the keys of user-defined fields.
const CustomPrefix = "custom."

// FieldByKey finds a field, user-defined ones by their prefix.
func FieldByKey(key string) (Field, bool) {
	if name, ok := strings.CutPrefix(key, CustomPrefix); ok && name != "" {
		return customField(name), true
	}
	for _, f := range Fields() {
		if f.Key == key {
			return f, true
		}
	}
	return Field{}, false
}

// CustomFields lists the user-defined fields that occur in the contacts, by name.
func CustomFields(names []string) []Field {
	out := make([]Field, len(names))
	for i, n := range names {
		out[i] = customField(n)
	}
	return out
}

func customField(name string) Field {
	return Field{Key: CustomPrefix + name, Type: TextField, Group: "custom",
		Get: func(c *Contact) []string { return some(c.CustomValueOf(name)) },
		Set: func(c *Contact, v string) { c.SetCustom(name, v) }}
}

// Fields lists every built-in field in the order in which a form shows them.
func Fields() []Field {
	var out []Field
	for _, group := range [][]Field{nameFields(), workFields(), phoneFields(), mailFields(), linkFields(), dateFields(), channelFields(), moreFields()} {
		out = append(out, group...)
	}
	return out
}

func nameFields() []Field {
	fields := []Field{
		{Key: "kind", Type: ChoiceField, Choices: []string{"person", "company"}, Get: func(c *Contact) []string { return some(string(c.Kind)) }},
		{Key: "name", Type: TextField, Get: func(c *Contact) []string { return some(c.Name.Display()) }},
		plain("name.family", func(c *Contact) *string { return &c.Name.Family }),
		plain("name.given", func(c *Contact) *string { return &c.Name.Given }),
		plain("name.middle", func(c *Contact) *string { return &c.Name.Middle }),
		plain("name.prefix", func(c *Contact) *string { return &c.Name.Prefix }),
		plain("name.suffix", func(c *Contact) *string { return &c.Name.Suffix }),
		plain("salutation", func(c *Contact) *string { return &c.Name.Salutation }),
		plain("nickname", func(c *Contact) *string { return &c.Name.Nickname }),
		plain("reading", func(c *Contact) *string { return &c.Name.Reading }),
		plain("reading.family", func(c *Contact) *string { return &c.Name.ReadFamily }),
		plain("reading.given", func(c *Contact) *string { return &c.Name.ReadGiven }),
		{Key: "alt_names", Type: TextField, Many: true, Get: func(c *Contact) []string { return c.Name.Alt }},
		plain("gender", func(c *Contact) *string { return &c.Gender }),
	}
	for i := 2; i <= 8; i++ {
		fields[i].For = Person
	}
	return grouped("name", fields)
}

func workFields() []Field {
	return grouped("work", []Field{
		{Key: "company", Type: TextField, Get: func(c *Contact) []string { return some(c.CompanyName()) }},
		position("department", func(p *Position) *string { return &p.Department }),
		position("job_title", func(p *Position) *string { return &p.Title }),
		plain("tax_id", func(c *Contact) *string { return &c.TaxID }),
		{Key: "roles", Type: TagsField, Many: true, Get: func(c *Contact) []string { return c.Roles }},
	})
}

func phoneFields() []Field {
	var out []Field
	for _, kind := range []string{PhoneMobile, PhoneWork, PhoneHome, PhoneMain, PhoneFax, PhoneHomeFax, PhonePager, PhoneOther} {
		out = append(out, Field{Key: "phone." + kind, Type: PhoneField, Many: true, Get: func(c *Contact) []string {
			return each(c.Phones, func(p Phone) (string, bool) { return p.Text, p.Kind == kind })
		}})
	}
	return grouped("reach", out)
}

func mailFields() []Field {
	var out []Field
	for _, kind := range []string{KindWork, KindHome, KindOther} {
		out = append(out, Field{Key: "email." + kind, Type: EmailField, Many: true, Get: func(c *Contact) []string {
			return each(c.Emails, func(e Email) (string, bool) { return e.Address, e.Kind == kind })
		}})
	}
	for _, kind := range []string{KindWork, KindHome, KindOther} {
		out = append(out, addressFields(kind)...)
	}
	return grouped("reach", out)
}

func addressFields(kind string) []Field {
	part := func(key string, get func(Address) string) Field {
		return Field{Key: "address." + kind + key, Type: AddressField, Many: true, Get: func(c *Contact) []string {
			return each(c.Addresses, func(a Address) (string, bool) { return get(a), a.Kind == kind })
		}}
	}
	return []Field{
		part("", func(a Address) string { return a.Text }),
		part(".postal", func(a Address) string { return a.Postal }),
		part(".country", func(a Address) string { return firstOf(a.CountryText, a.Country) }),
		part(".region", func(a Address) string { return a.Region }),
		part(".city", func(a Address) string { return a.City }),
		part(".district", func(a Address) string { return a.District }),
		part(".street", func(a Address) string { return a.Street }),
		part(".po_box", func(a Address) string { return a.POBox }),
	}
}

func linkFields() []Field {
	var out []Field
	for _, kind := range []string{LinkWeb, LinkLINE, LinkWeChat, LinkWhatsApp, LinkTelegram, LinkSkype, LinkQQ, LinkFacebook, LinkLinkedIn, LinkX, LinkIM} {
		out = append(out, Field{Key: "link." + kind, Type: LinkField, Many: true, Get: func(c *Contact) []string {
			return each(c.Links, func(l Link) (string, bool) { return l.Value, l.Kind == kind })
		}})
	}
	return grouped("reach", out)
}

func dateFields() []Field {
	special := func(kind string) Field {
		return Field{Key: kind, Type: DateField, Get: func(c *Contact) []string { return some(c.DateOf(kind).Date.String()) }}
	}
	day := func(key string, at func(*Contact) *Date) Field {
		return Field{Key: key, Type: DateField, Get: func(c *Contact) []string { return some(at(c).String()) },
			Set: func(c *Contact, v string) {
				if d, err := ParseDate(v); err == nil {
					*at(c) = d
				}
			}}
	}
	return grouped("dates", []Field{
		special(DateBirthday), special(DateAnniversary),
		day("card_date", func(c *Contact) *Date { return &c.CardDate }),
		day("last_verified", func(c *Contact) *Date { return &c.LastVerified }),
		day("last_touch", func(c *Contact) *Date { return &c.LastTouch }),
	})
}

func channelFields() []Field {
	names := make([]string, 0, 6)
	for _, ch := range Channels() {
		names = append(names, string(ch))
	}
	out := []Field{
		{Key: "preferred_channel", Type: ChoiceField, Choices: names, Get: func(c *Contact) []string { return some(string(c.Preferred.Channel)) },
			Set: func(c *Contact, v string) { c.Preferred.Channel = Channel(v) }},
		plain("language", func(c *Contact) *string { return &c.Language }),
	}
	for _, ch := range Channels() {
		out = append(out, Field{Key: "consent." + string(ch), Type: ConsentField, Choices: []string{"yes", "no"}, Get: func(c *Contact) []string {
			return some(consentWord(c.ConsentFor(ch)))
		}})
	}
	return grouped("mailing", out)
}

func consentWord(c Consent, known bool) string {
	switch {
	case !known:
		return ""
	case c.Allowed:
		return "yes"
	}
	return "no"
}

func moreFields() []Field {
	return grouped("more", []Field{
		{Key: "tags", Type: TagsField, Many: true, Get: func(c *Contact) []string { return c.Tags }},
		{Key: "source", Type: TextField, Many: true, Get: func(c *Contact) []string {
			return each(c.Sources, func(s Source) (string, bool) { return s.Name, true })
		}},
		plain("referrer", func(c *Contact) *string { return &c.ReferrerName }),
		{Key: "preferences", Type: TextField, Many: true, Get: func(c *Contact) []string {
			return each(c.Preferences, func(p Preference) (string, bool) { return p.String(), true })
		}},
		{Key: "external_id", Type: TextField, Many: true, Get: func(c *Contact) []string {
			return each(c.External, func(x ExternalID) (string, bool) { return x.Value, true })
		}},
		{Key: "notes", Type: NotesField, Get: func(c *Contact) []string { return some(c.Notes) }, Set: func(c *Contact, v string) { c.Notes = v }},
	})
}

// String is "label：value", or the value alone.
func (p Preference) String() string {
	if p.Label == "" {
		return p.Value
	}
	return p.Label + "：" + p.Value
}

func plain(key string, at func(*Contact) *string) Field {
	return Field{Key: key, Type: TextField,
		Get: func(c *Contact) []string { return some(*at(c)) },
		Set: func(c *Contact, v string) { *at(c) = v }}
}

// position describes a field of the main position; setting it makes one where there is none.
func position(key string, at func(*Position) *string) Field {
	return Field{Key: key, Type: TextField, For: Person,
		Get: func(c *Contact) []string { p := c.Current(); return some(*at(&p)) },
		Set: func(c *Contact, v string) { *at(c.current()) = v }}
}

func (c *Contact) current() *Position {
	for i := range c.Positions {
		if c.Positions[i].To.IsZero() {
			return &c.Positions[i]
		}
	}
	c.Positions = append([]Position{{}}, c.Positions...)
	return &c.Positions[0]
}

func grouped(group string, fields []Field) []Field {
	for i := range fields {
		fields[i].Group = group
	}
	return fields
}

func some(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func each[T any](list []T, get func(T) (string, bool)) []string {
	var out []string
	for _, v := range list {
		if s, ok := get(v); ok {
			out = append(out, s)
		}
	}
	return out
}
