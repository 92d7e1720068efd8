package crm

// Money is an amount in the smallest unit of its currency (ISO 4217): TWD 12000 is NT$12,000 with exponent 0 as the trade uses it, USD 1250 is $12.50.
type Money struct {
	Minor    int64  `cbor:"1,keyasint,omitempty" json:"minor"`
	Currency string `cbor:"2,keyasint,omitempty" json:"currency"`
}

// IsZero reports whether nothing is meant at all.
func (m Money) IsZero() bool { return m == Money{} }

// Exponent is the number of decimal places that the currency is counted in here: 0 for TWD, JPY and KRW, else 2.
func (m Money) Exponent() int {
	switch m.Currency {
	case "TWD", "JPY", "KRW", "VND":
		return 0
	}
	return 2
}
