package cli

import (
	"regulars/importer/clean"
	"regulars/store/crm"
)

// firmCommand shows or says who we are: the sender of letters and envelopes.
type firmCommand struct {
	Name    string `placeholder:"TEXT"`
	Contact string `placeholder:"TEXT"`
	Address string `placeholder:"TEXT"`
	Phone   string `placeholder:"TEXT"`
	Email   string `placeholder:"TEXT"`
	TaxID   string `name:"tax-id" placeholder:"TEXT"`
	Country string `placeholder:"CODE"`
	User    string `placeholder:"TEXT"`
}

// Run shows the firm, or changes what was given.
func (c *firmCommand) Run(s *session) error {
	if *c == (firmCommand{}) {
		return c.show(s)
	}
	book, err := s.writeOrCreate()
	if err != nil {
		return err
	}
	firm, err := book.Firm()
	if err != nil {
		return err
	}
	c.apply(&firm)
	step, err := book.SetFirm(firm)
	if err != nil {
		return err
	}
	return s.acted(step)
}

func (c *firmCommand) apply(f *crm.Firm) {
	for _, p := range []struct {
		to   *string
		from string
	}{{&f.Name, c.Name}, {&f.Contact, c.Contact}, {&f.Phone, c.Phone}, {&f.Email, c.Email}, {&f.TaxID, c.TaxID}, {&f.Country, c.Country}, {&f.User, c.User}} {
		if p.from != "" {
			*p.to = p.from
		}
	}
	if c.Address == "" {
		return
	}
	country := f.Country
	if country == "" {
		country = "TW"
	}
	found, _, _ := clean.Addresses(clean.AddressParts{Kind: crm.KindWork, Street: c.Address}, clean.PlaceOf("", c.Address, country))
	if len(found) > 0 {
		f.Address = found[0]
	}
}

func (c *firmCommand) show(s *session) error {
	book, err := s.read()
	if err != nil {
		return err
	}
	f, err := book.Firm()
	if err != nil {
		return err
	}
	t := &table{}
	for _, row := range [][2]string{{"name", f.Name}, {"contact", f.Contact}, {"address", f.Address.Postal + " " + f.Address.Text}, {"phone", f.Phone}, {"email", f.Email},
		{"tax-id", f.TaxID}, {"country", f.Country}, {"user", f.User}} {
		if row[1] != "" && row[1] != " " {
			t.add(s.text("cli.firm."+row[0]), row[1])
		}
	}
	return s.list(f, t, "cli.firm.none")
}
