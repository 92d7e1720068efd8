package crm

import "slices"

// Phone is one number. Text is what was typed and is never lost; Number is the same in E.164 (ITU-T), only where it is certain.
type Phone struct {
	Kind   string `cbor:"1,keyasint,omitempty" json:"kind"`
	Number string `cbor:"2,keyasint,omitempty" json:"number"`
	Ext    string `cbor:"3,keyasint,omitempty" json:"ext"`
	Text   string `cbor:"4,keyasint,omitempty" json:"text"`
	Note   string `cbor:"5,keyasint,omitempty" json:"note,omitempty"` // a remark from the cell, such as 王太太
}

// The kinds of phone.
const (
	PhoneMobile  = "mobile"
	PhoneWork    = "work"
	PhoneHome    = "home"
	PhoneMain    = "main" // the company's switchboard
	PhoneOther   = "other"
	PhonePager   = "pager"
	PhoneFax     = "fax" // at work
	PhoneHomeFax = "home-fax"
)

// IsFax reports whether the number answers with a fax.
func (p Phone) IsFax() bool { return p.Kind == PhoneFax || p.Kind == PhoneHomeFax }

// Email is one address, as typed.
type Email struct {
	Kind    string `cbor:"1,keyasint,omitempty" json:"kind"` // KindWork, KindHome, KindOther
	Address string `cbor:"2,keyasint,omitempty" json:"address"`
	Bounced bool   `cbor:"3,keyasint,omitempty" json:"bounced,omitempty"` // mail came back
}

// The kinds of e-mail address and postal address.
const (
	KindWork  = "work"
	KindHome  = "home"
	KindOther = "other"
)

// Address is a postal address. Text is the address without country and postal code, as typed or as put together from its columns, and may have
// several lines; the parts are set only where the source had them apart or they are certain.
type Address struct {
	Kind     string `cbor:"1,keyasint,omitempty" json:"kind"`
	Country  string `cbor:"2,keyasint,omitempty" json:"country,omitempty"` // ISO 3166-1 alpha-2 where it is certain
	Postal   string `cbor:"3,keyasint,omitempty" json:"postal,omitempty"`
	Region   string `cbor:"4,keyasint,omitempty" json:"region,omitempty"` // state, province, 都道府県
	City     string `cbor:"5,keyasint,omitempty" json:"city,omitempty"`   // city, 縣市
	District string `cbor:"6,keyasint,omitempty" json:"district,omitempty"`
	Street   string `cbor:"7,keyasint,omitempty" json:"street,omitempty"` // the rest: street, number, floor
	POBox    string `cbor:"8,keyasint,omitempty" json:"po_box,omitempty"`
	Text     string `cbor:"9,keyasint,omitempty" json:"text"`
	Returned Date   `cbor:"10,keyasint,omitempty" json:"returned,omitempty"` // mail to it came back on this day
	// CountryText is the country as typed ("Taiwan (R.O.C.)"), kept even where Country is certain.
	CountryText string `cbor:"11,keyasint,omitempty" json:"country_text,omitempty"`
}

// Link is a web page or an id in a chat program.
type Link struct {
	Kind  string `cbor:"1,keyasint,omitempty" json:"kind"`
	Value string `cbor:"2,keyasint,omitempty" json:"value"`
}

// The kinds of link.
const (
	LinkWeb      = "web"
	LinkLINE     = "line"
	LinkWeChat   = "wechat"
	LinkWhatsApp = "whatsapp"
	LinkTelegram = "telegram"
	LinkSkype    = "skype"
	LinkQQ       = "qq"
	LinkFacebook = "facebook"
	LinkLinkedIn = "linkedin"
	LinkX        = "x"
	LinkIM       = "im" // any other
)

// Channel is a way to reach a customer.
type Channel string

// The channels, in the order in which they are shown and in which an invitation falls from one to the next.
const (
	ByPost  Channel = "post"
	ByEmail Channel = "email"
	ByPhone Channel = "phone"
	ByFax   Channel = "fax"
	BySMS   Channel = "sms"
	ByLINE  Channel = "line"
)

// Channels lists every channel in its order.
func Channels() []Channel { return []Channel{ByPost, ByEmail, ByPhone, ByFax, BySMS, ByLINE} }

// Consent records that a contact allowed or refused a channel, when, and how we know.
type Consent struct {
	Channel Channel `cbor:"1,keyasint" json:"channel"`
	Allowed bool    `cbor:"2,keyasint,omitempty" json:"allowed"`
	Date    Date    `cbor:"3,keyasint,omitempty" json:"date,omitempty"`
	Source  string  `cbor:"4,keyasint,omitempty" json:"source,omitempty"`
}

// Preferred is the channel a contact likes best, since when, and how we know.
type Preferred struct {
	Channel Channel `cbor:"1,keyasint,omitempty" json:"channel"`
	Date    Date    `cbor:"2,keyasint,omitempty" json:"date,omitempty"`
	Source  string  `cbor:"3,keyasint,omitempty" json:"source,omitempty"`
}

// ConsentFor finds what the contact said about a channel; ok is false when nothing is known.
func (c *Contact) ConsentFor(ch Channel) (consent Consent, ok bool) {
	for _, x := range c.Consents {
		if x.Channel == ch {
			return x, true
		}
	}
	return Consent{}, false
}

// SetConsent records what the contact says about a channel now, in place of what was known.
func (c *Contact) SetConsent(n Consent) {
	for i := range c.Consents {
		if c.Consents[i].Channel == n.Channel {
			c.Consents = slices.Clone(c.Consents)
			c.Consents[i] = n
			return
		}
	}
	c.Consents = append(c.Consents, n)
}

// Reachable reports whether the record holds what a channel needs: a postal address that mail does not come back from, an e-mail address that does not
// bounce, a phone, a fax, a mobile, a LINE id.
func (c *Contact) Reachable(ch Channel) bool {
	switch ch {
	case ByPost:
		_, ok := c.PostalAddress()
		return ok
	case ByEmail:
		_, ok := c.MainEmail()
		return ok
	case ByPhone:
		_, ok := c.phoneWhere(func(p Phone) bool { return !p.IsFax() && p.Kind != PhonePager })
		return ok
	case ByFax:
		_, ok := c.phoneWhere(Phone.IsFax)
		return ok
	case BySMS:
		_, ok := c.PhoneOf(PhoneMobile)
		return ok
	case ByLINE:
		return c.LinkOf(LinkLINE) != ""
	}
	return false
}

// PostalAddress is where letters go: the first address at work, else the first at all, leaving out those that mail came back from.
func (c *Contact) PostalAddress() (Address, bool) {
	best, found := Address{}, false
	for _, a := range c.Addresses {
		if a.Text == "" || !a.Returned.IsZero() {
			continue
		}
		if a.Kind == KindWork {
			return a, true
		}
		if !found {
			best, found = a, true
		}
	}
	return best, found
}

// MainEmail is the first address that does not bounce.
func (c *Contact) MainEmail() (Email, bool) {
	for _, e := range c.Emails {
		if !e.Bounced && e.Address != "" {
			return e, true
		}
	}
	return Email{}, false
}

// MainPhone is the mobile, else the first number that is neither fax nor pager.
func (c *Contact) MainPhone() (Phone, bool) {
	if p, ok := c.PhoneOf(PhoneMobile); ok {
		return p, true
	}
	return c.phoneWhere(func(p Phone) bool { return !p.IsFax() && p.Kind != PhonePager })
}

// PhoneOf is the first number of a kind.
func (c *Contact) PhoneOf(kind string) (Phone, bool) {
	return c.phoneWhere(func(p Phone) bool { return p.Kind == kind })
}

func (c *Contact) phoneWhere(ok func(Phone) bool) (Phone, bool) {
	for _, p := range c.Phones {
		if ok(p) {
			return p, true
		}
	}
	return Phone{}, false
}

// LinkOf is the first link of a kind, or "".
func (c *Contact) LinkOf(kind string) string {
	for _, l := range c.Links {
		if l.Kind == kind {
			return l.Value
		}
	}
	return ""
}
