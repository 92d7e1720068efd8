package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"regulars/store/crm"
)

// Card is a contact as scripts read it. The first block of fields is always there, also where it is empty; the others only where there is something.
type Card struct {
	ID         crm.ID            `json:"id"`
	Kind       crm.Kind          `json:"kind"`
	Name       string            `json:"name"`
	Family     string            `json:"family"`
	Given      string            `json:"given"`
	Salutation string            `json:"salutation"`
	Reading    string            `json:"reading"`
	AltNames   []string          `json:"alt_names"`
	Company    string            `json:"company"`
	Department string            `json:"department"`
	JobTitle   string            `json:"job_title"`
	Phones     []Phone           `json:"phones"`
	Emails     []crm.Email       `json:"emails"`
	Addresses  []crm.Address     `json:"addresses"`
	Birthday   crm.Date          `json:"birthday"`
	TaxID      string            `json:"tax_id"`
	Tags       []string          `json:"tags"`
	Notes      string            `json:"notes"`
	Custom     map[string]string `json:"custom"`

	Middle       string            `json:"middle,omitempty"`
	Prefix       string            `json:"prefix,omitempty"`
	Suffix       string            `json:"suffix,omitempty"`
	Nickname     string            `json:"nickname,omitempty"`
	Gender       string            `json:"gender,omitempty"`
	Positions    []crm.Position    `json:"positions,omitempty"`
	Links        []crm.Link        `json:"links,omitempty"`
	Dates        []crm.SpecialDate `json:"dates,omitempty"`
	Roles        []string          `json:"roles,omitempty"`
	Sources      []crm.Source      `json:"sources,omitempty"`
	Referrer     string            `json:"referrer,omitempty"`
	Preferences  []crm.Preference  `json:"preferences,omitempty"`
	Language     string            `json:"language,omitempty"`
	Consents     []crm.Consent     `json:"consents,omitempty"`
	Preferred    crm.Preferred     `json:"preferred_channel,omitzero"`
	External     []crm.ExternalID  `json:"external_ids,omitempty"`
	LastVerified crm.Date          `json:"last_verified,omitempty"`
	CardDate     crm.Date          `json:"card_date,omitempty"`
	LastTouch    crm.Date          `json:"last_touch,omitempty"`
}

// Phone is a phone number as scripts read it: Number in E.164 where it is certain, Text as typed.
type Phone struct {
	Kind   string `json:"kind"`
	Number string `json:"number"`
	Ext    string `json:"ext"`
	Text   string `json:"text"`
	Note   string `json:"note,omitempty"`
}

// Document is a contact as JSON writes it.
func Document(c *crm.Contact) Card {
	p := c.Current()
	card := Card{
		ID: c.ID, Kind: c.Kind, Name: c.Title(), Family: c.Name.Family, Given: c.Name.Given, Salutation: c.Name.Salutation, Reading: c.Name.Reading,
		AltNames: orEmpty(c.Name.Alt), Company: c.CompanyName(), Department: p.Department, JobTitle: p.Title, Phones: phones(c), Emails: orEmpty(c.Emails),
		Addresses: orEmpty(c.Addresses), Birthday: c.Birthday().Date, TaxID: c.TaxID, Tags: orEmpty(c.Tags), Notes: c.Notes, Custom: custom(c),
		Middle: c.Name.Middle, Prefix: c.Name.Prefix, Suffix: c.Name.Suffix, Nickname: c.Name.Nickname, Gender: c.Gender, Links: c.Links, Roles: c.Roles,
		Sources: c.Sources, Referrer: c.ReferrerName, Preferences: c.Preferences, Language: c.Language, Consents: c.Consents, Preferred: c.Preferred,
		External: c.External, LastVerified: c.LastVerified, CardDate: c.CardDate, LastTouch: c.LastTouch,
	}
	if len(c.Positions) > 1 || len(c.Positions) == 1 && c.Positions[0] != (crm.Position{CompanyName: p.CompanyName, Department: p.Department, Title: p.Title}) {
		card.Positions = c.Positions
	}
	for _, d := range c.Dates {
		if d != (crm.SpecialDate{Kind: crm.DateBirthday, Date: card.Birthday}) {
			card.Dates = append(card.Dates, d)
		}
	}
	return card
}

func phones(c *crm.Contact) []Phone {
	out := make([]Phone, len(c.Phones))
	for i, p := range c.Phones {
		out[i] = Phone(p)
	}
	return out
}

func custom(c *crm.Contact) map[string]string {
	out := make(map[string]string, len(c.Custom))
	for _, v := range c.Custom {
		out[v.Field] = v.Value
	}
	return out
}

// orEmpty makes an empty list be written as [] and not as null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// JSON writes an array of contacts, one a line.
func JSON(w io.Writer, contacts []crm.Contact) error {
	b := bufio.NewWriter(w)
	for i := range contacts {
		line, err := json.Marshal(Document(&contacts[i]))
		if err != nil {
			return fmt.Errorf("export: %s: %w", contacts[i].ID, err)
		}
		if i == 0 {
			b.WriteString("[\n")
		} else {
			b.WriteString(",\n")
		}
		b.Write(line)
	}
	if len(contacts) == 0 {
		b.WriteString("[")
	} else {
		b.WriteString("\n")
	}
	b.WriteString("]\n")
	return b.Flush()
}
