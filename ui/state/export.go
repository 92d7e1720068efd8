package state

import (
	"context"
	"io"

	"regulars/reports/export"
	"regulars/reports/xlsx"
	"regulars/store/crm"
	"regulars/store/safefile"
)

// Format is a kind of file in which contacts leave the program. Its name for people is the catalogue entry "contacts.export.<Name>".
type Format struct {
	Name   string
	Ending string
}

// Formats lists them.
func (c *Contacts) Formats() []Format {
	return []Format{{"xlsx", ".xlsx"}, {"csv", ".csv"}, {"csv-big5", ".csv"}, {"vcard", ".vcf"}, {"json", ".json"}}
}

// Export writes the contacts that the screen works on, the selected ones or all that were found, to a file. The file appears whole or not at all.
func (c *Contacts) Export(f Format, path string, words *Words) {
	ids := c.List.Working()
	lost := 0
	c.desk.do(func(context.Context) error {
		list, err := c.desk.book.ContactsByID(ids)
		if err != nil {
			return err
		}
		return safefile.Replace(path, func(w io.Writer) error {
			lost, err = writeFormat(w, f, list, words)
			return err
		})
	}, func(err error) {
		switch {
		case err != nil:
			c.desk.Warn(err)
		case lost > 0:
			c.desk.Tell(Say("contacts.exported.unmapped", "count", len(ids), "path", path, "lost", lost))
		default:
			c.desk.Tell(Say("contacts.exported", "count", len(ids), "path", path))
		}
	})
}

// writeFormat writes a list and counts the cells that the format cannot hold whole.
func writeFormat(w io.Writer, f Format, list []crm.Contact, words *Words) (lost int, err error) {
	var unmappable []export.Unmappable
	switch f.Name {
	case "vcard":
		return 0, export.VCard(w, list, export.VCard4)
	case "json":
		return 0, export.JSON(w, list)
	}
	columns := export.Columns(list, nil, words.cat)
	switch f.Name {
	case "csv":
		unmappable, err = export.CSV(w, list, columns, export.UTF8)
	case "csv-big5":
		unmappable, err = export.CSV(w, list, columns, export.Big5)
	default:
		unmappable, err = export.XLSX(w, words.Text("window.nav.contacts"), list, columns, xlsx.Options{})
	}
	return len(unmappable), err
}
