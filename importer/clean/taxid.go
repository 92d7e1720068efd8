package clean

// TaxID reads a Taiwanese 統一編號 (8 digits), or keeps the business number of another country as typed.
func TaxID(c Cell) (id string, notes []Note) { return Text(c.Text), nil }
