package state

import (
	"context"
	"strings"

	"regulars/importer/clean"
	"regulars/store/actions"
	"regulars/store/crm"
)

// FirmForm is the form of who we are: the sender on envelopes and letters, and the name under which the journal notes our acts.
type FirmForm struct {
	settings *Settings
	before   crm.Firm
	lines    []*FirmLine
}

// FirmLine is one line of the form. Its name for people is the catalogue key "settings.firm.<Key>".
type FirmLine struct {
	Key     string
	Text    string
	Note    Message
	Warning bool

	was string
}

// firmKeys lists the lines in their order.
func firmKeys() []string {
	return []string{"name", "contact", "postal", "address", "phone", "email", "tax_id", "country", "user"}
}

func newFirmForm(s *Settings) *FirmForm {
	f := &FirmForm{settings: s}
	for _, key := range firmKeys() {
		f.lines = append(f.lines, &FirmLine{Key: key})
	}
	return f
}

// Lines are the lines of the form.
func (f *FirmForm) Lines() []*FirmLine { return f.lines }

// Line finds a line by its key.
func (f *FirmForm) Line(key string) *FirmLine {
	for _, l := range f.lines {
		if l.Key == key {
			return l
		}
	}
	return &FirmLine{Key: key}
}

// Dirty reports whether a line says something else than the data file.
func (f *FirmForm) Dirty() bool {
	for _, l := range f.lines {
		if l.Text != l.was {
			return true
		}
	}
	return false
}

// take shows the firm as it is in the data file, except on lines that somebody has typed in.
func (f *FirmForm) take(firm crm.Firm) {
	f.before = firm
	texts := textsOf(firm)
	for _, l := range f.lines {
		typed := l.Text != l.was
		if l.was = texts[l.Key]; !typed {
			l.Text = l.was
		}
	}
}

func textsOf(f crm.Firm) map[string]string {
	return map[string]string{"name": f.Name, "contact": f.Contact, "postal": f.Address.Postal, "address": f.Address.Text, "phone": f.Phone,
		"email": f.Email, "tax_id": f.TaxID, "country": f.Country, "user": f.User}
}

// Reset puts the lines back to what the data file says.
func (f *FirmForm) Reset() {
	for _, l := range f.lines {
		l.Text, l.Note, l.Warning = l.was, Message{}, false
	}
	f.settings.OnChanged()
}

// Check says beside a line what the cleaning makes of it.
func (f *FirmForm) Check(l *FirmLine) {
	l.Note, l.Warning = Message{}, false
	if text := strings.TrimSpace(l.Text); text != "" && text != l.was {
		f.note(l, text)
	}
	f.settings.OnChanged()
}

func (f *FirmForm) note(l *FirmLine, text string) {
	if l.Key == "country" {
		if countryCode(text) == "" {
			l.Note, l.Warning = Say("settings.country.unknown", "text", text), true
		}
		return
	}
	notes := f.notesOn(l.Key, text)
	worst, ok := clean.Worst(notes)
	if !ok {
		return
	}
	for _, n := range notes {
		if n.Level == worst {
			l.Note, l.Warning = noteMessage(n), worst != clean.Repair
			return
		}
	}
}

func (f *FirmForm) notesOn(key, text string) (notes []clean.Note) {
	switch key {
	case "phone":
		_, _, notes = clean.Phones(clean.Typed(text), crm.PhoneWork, clean.Place{Country: f.country()})
	case "email":
		_, _, notes = clean.Emails(text)
	case "tax_id":
		_, notes = clean.TaxID(clean.Typed(text))
	case "address":
		_, notes = f.address()
	}
	return notes
}

// countryCode is the ISO code of a country that is written as a code or by one of its names, "" for none.
func countryCode(text string) string { return clean.CountryCode(strings.TrimSpace(text)) }

// country is the country that the form says, else that of the data file.
func (f *FirmForm) country() string {
	return firstText(countryCode(f.Line("country").Text), f.before.Country, "TW")
}

// address reads the lines of the address; what cannot be read is kept as it was typed.
func (f *FirmForm) address() (crm.Address, []clean.Note) {
	text, postal := strings.TrimSpace(f.Line("address").Text), strings.TrimSpace(f.Line("postal").Text)
	if text == "" && postal == "" {
		return crm.Address{}, nil
	}
	at := clean.PlaceOf("", text, f.country())
	list, _, notes := clean.Addresses(clean.AddressParts{Kind: crm.KindWork, Street: text, Postal: clean.Typed(postal)}, at)
	if len(list) != 1 {
		return crm.Address{Kind: crm.KindWork, Text: text, Postal: postal}, notes
	}
	return list[0], notes
}

// firm is what the form says. Lines that nobody touched write nothing.
func (f *FirmForm) firm() crm.Firm {
	out := f.before
	for key, at := range map[string]*string{"name": &out.Name, "contact": &out.Contact, "phone": &out.Phone, "email": &out.Email,
		"tax_id": &out.TaxID, "user": &out.User} {
		*at = strings.TrimSpace(f.Line(key).Text)
	}
	if l := f.Line("country"); l.Text != l.was {
		out.Country = firstText(countryCode(l.Text), f.before.Country)
	}
	if a, p := f.Line("address"), f.Line("postal"); a.Text != a.was || p.Text != p.was {
		out.Address, _ = f.address()
	}
	return out
}

// Save writes the form as one act.
func (f *FirmForm) Save() {
	if !f.Dirty() {
		return
	}
	firm := f.firm()
	f.settings.desk.Act(func(context.Context) (actions.Step, error) { return f.settings.desk.book.SetFirm(firm) }, func(err error) {
		if err != nil {
			return
		}
		for _, l := range f.lines {
			l.was = l.Text // what comes back from the data file is shown
		}
		f.settings.Load()
	})
}
