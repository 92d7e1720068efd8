package clean

import "testing"

func TestCompany(t *testing.T) {
	tests := []struct{ name, a, b string }{
		{"legal form", "大同股份有限公司", "大同"},
		{"short form", "大同(股)公司", "大同股份有限公司"},
		{"wide brackets", "大同（股）公司", "大同公司"},
		{"臺", "臺灣大同有限公司", "台灣大同有限公司"},
		{"case and dots", "Acme Co., Ltd.", "ACME CO LTD"},
		{"Inc.", "Apple Computer Inc.", "apple computer, inc"},
		{"full width", "ＡＣＭＥ", "Acme"},
		{"GmbH & Co. KG", "Muster GmbH & Co. KG", "Muster"},
		{"Japan", "株式会社ノキア", "ノキア"},
		{"blanks", "大同 公司", "大同公司"},
	}
	for _, tt := range tests {
		_, a, _ := Company(tt.a)
		_, b, _ := Company(tt.b)
		if a != b || a == "" {
			t.Errorf("%s: %q and %q have the keys %q and %q", tt.name, tt.a, tt.b, a, b)
		}
	}
}

func TestCompanyKeepsApart(t *testing.T) {
	for _, pair := range [][2]string{{"大同", "大同台北分公司"}, {"Acme", "Acme Labs"}, {"The", "Inc."}} {
		if CompanyKey(pair[0]) == CompanyKey(pair[1]) {
			t.Errorf("%q and %q have the same key %q", pair[0], pair[1], CompanyKey(pair[0]))
		}
	}
	if display, key, _ := Company("公司"); display != "公司" || key == "" {
		t.Errorf("a bare 公司: got %q, %q", display, key)
	}
	if display, _, _ := Company("無"); display != "" {
		t.Errorf("無: got %q", display)
	}
}

func TestSensitive(t *testing.T) { // G25
	for _, header := range []string{"Credit Card", "信用卡號", "身分證字號", "身份证号", "CodiceFiscale", "Codice Fiscale", "SSN", "Passport No.", "護照號碼", "密碼", "IBAN"} {
		if !Sensitive(header) {
			t.Errorf("%q was not taken for sensitive", header)
		}
	}
	for _, header := range []string{"統一編號", "姓名", "Business Phone", "Postcard", "Address", "Assistant", "會員編號", "公司", "Pinyin", "備註"} {
		if Sensitive(header) {
			t.Errorf("%q was taken for sensitive", header)
		}
	}
}
