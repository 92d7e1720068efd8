package state

import (
	"strconv"
	"strings"

	"regulars/store/crm"
)

// ReadMoney reads an amount in whole units of the currency that was used before, New Taiwan dollars where there was none. A text without digits is no
// amount; whatever else stands around the digits is passed over.
func ReadMoney(text string, before crm.Money) crm.Money {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return crm.Money{}
	}
	if before.Currency == "" {
		before.Currency = "TWD"
	}
	for range before.Exponent() {
		n *= 10
	}
	return crm.Money{Minor: n, Currency: before.Currency}
}
