package clean

import "testing"

func TestTaxID(t *testing.T) {
	tests := []struct {
		name       string
		cell       Cell
		want, warn string
	}{
		{"E1", Typed("04595257"), "04595257", ""},
		{"E2", Typed("04595252"), "04595252", ""},
		{"E3", Typed("10458575"), "10458575", ""},
		{"E4", Typed("10458574"), "10458574", ""},
		{"E5", Typed("10458570"), "10458570", ""},
		{"E6", Typed("12345675"), "12345675", ""},
		{"E7", Typed("12345678"), "12345678", TaxIDInvalid},
		{"E8", number("4595257"), "04595257", TaxIDZeroRestored},
		{"E8 decimals", Cell{Text: "4595257.0", Raw: "4595257.0"}, "04595257", TaxIDZeroRestored},
		{"E9 wide", Typed("０４５９５２５７"), "04595257", ""},
		{"E9 label", Typed("統編:04595257"), "04595257", ""},
		{"E9 wide colon", Typed("統一編號：04595257"), "04595257", ""},
		{"E10", Typed("00000000"), "", ""},
		{"mainland", Typed("91310000MA1FL5XX2K"), "91310000MA1FL5XX2K", ""},
		{"Japan", Typed("1234567890123"), "1234567890123", ""},
		{"Germany", Typed("DE123456789"), "DE123456789", ""},
		{"blank inside", Typed("0459 5257"), "04595257", ""},
		{"personal", Typed("A123456789"), "", TaxIDPersonal},
		{"a word", Typed("個人"), "", TaxIDUnreadable},
		{"short and wrong", number("4595258"), "4595258", TaxIDInvalid},
		{"nothing", Typed("無"), "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			id, notes := TaxID(tt.cell)
			if id != tt.want {
				t.Errorf("id: got %q, want %q", id, tt.want)
			}
			if got := codesOf(notes); got != tt.warn {
				t.Errorf("warnings: got %q, want %q", got, tt.warn)
			}
		})
	}
}
