package clean

// Place is where a row comes from, as far as it shows.
type Place struct {
	Country  string // ISO 3166-1 alpha-2, never empty
	Evidence bool   // the row says so (a country column, an address); otherwise Country is only the default
	City     string // the city in the row's address (台北市, Hong Kong), "" when unknown
}
