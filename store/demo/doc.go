// Package demo makes up a firm: a dealer in coffee machines with its customers, suppliers, guests and gaps, as an office in Taiwan would have
// them. The window shows it on first sight, tests and measurements fill a store with it.
//
// The same seed, size and day always give the same firm, to the last id. Nobody in it exists: e-mail addresses and web pages end in .example
// (RFC 2606), telephone numbers abroad come from the ranges kept free for films where there are such (NANP 555-01xx, Ofcom 020 7946 0xxx), the
// others, the tax ids and the names are thrown by dice. Cities, districts and postal codes are real, house numbers are not.
//
// The package knows crm alone. It opens no file and reads no clock.
package demo

import "regulars/store/crm"

// MaxContacts is the largest firm that can be made up.
const MaxContacts = 100_000

// DefaultContacts is the size of the firm that a newcomer sees.
const DefaultContacts = 240

// Values is a firm with all its records. Links between them are set: positions to companies, guests to events and contacts.
type Values struct {
	Firm     crm.Firm
	Contacts []crm.Contact // companies first
	Events   []crm.Event
	Guests   []crm.Guest
}

// Firm makes up a firm with n contacts (people and companies together, 1 to MaxContacts; other numbers are brought into that range) as it stands
// on the day today.
func Firm(seed uint64, n int, today crm.Date) Values {
	n = min(max(n, 1), MaxContacts)
	d := newDice(seed, today)
	v := Values{Firm: ownFirm()}
	employers := d.employers(n / 4)
	for i := range employers {
		v.Contacts = append(v.Contacts, employers[i].contact)
	}
	for len(v.Contacts) < n {
		c := d.person(employers)
		d.recommend(&c, v.Contacts[len(employers):])
		v.Contacts = append(v.Contacts, c)
	}
	d.events(&v)
	return v
}

// ownFirm is who uses the program.
func ownFirm() crm.Firm {
	return crm.Firm{
		Name: "晨曦咖啡設備有限公司", Contact: "李承恩", Phone: "02-2712-3456", Email: "hello@chenxi-coffee.example", TaxID: "24536806",
		Address: crm.Address{Kind: crm.KindWork, Country: "TW", Postal: "105", City: "台北市", District: "松山區", Street: "民生東路五段36巷8號2樓",
			Text: "台北市松山區民生東路五段36巷8號2樓"},
		Country: "TW", Language: "zh-Hant", User: "李承恩",
	}
}
