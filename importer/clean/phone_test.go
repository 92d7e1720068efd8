package clean

import (
	"strings"
	"testing"

	"regulars/store/crm"
)

var (
	anywhere = Place{Country: "TW"}
	taiwan   = Place{Country: "TW", Evidence: true}
	taipei   = Place{Country: "TW", Evidence: true, City: "台北市"}
	hongKong = Place{Country: "HK", Evidence: true, City: "Hong Kong"}
	japan    = Place{Country: "JP", Evidence: true}
	korea    = Place{Country: "KR", Evidence: true}
	china    = Place{Country: "CN", Evidence: true}
	usa      = Place{Country: "US", Evidence: true}
	germany  = Place{Country: "DE", Evidence: true}
)

// writePhones writes phones as "number x ext [kind] (note)", the typed text standing in for a number that is not certain.
func writePhones(phones []crm.Phone) string {
	var all []string
	for _, p := range phones {
		s := p.Number
		if s == "" {
			s = "?" + p.Text
		}
		if p.Ext != "" {
			s += " x" + p.Ext
		}
		if p.Kind != "" {
			s += " [" + p.Kind + "]"
		}
		if p.Note != "" {
			s += " (" + p.Note + ")"
		}
		all = append(all, s)
	}
	return strings.Join(all, ", ")
}

// codesOf writes the codes of the notes that want the user to look.
func codesOf(notes []Note) string {
	var all []string
	for _, n := range notes {
		if n.Level > Repair {
			all = append(all, n.Code)
		}
	}
	return strings.Join(all, " ")
}

func number(raw string) Cell { return Cell{Text: raw, Raw: raw} }

func TestPhones(t *testing.T) {
	const tpe = "+886223456789"
	const mob = "+886912345678 [mobile]"
	tests := []struct {
		name string
		cell Cell
		kind string
		at   Place
		want string
		warn string
	}{
		{"B1", Typed("(02)2345-6789#123"), "", anywhere, tpe + " x123", ""},
		{"B2", Typed("02-23456789 分機 12"), "", anywhere, tpe + " x12", ""},
		{"B3", Typed("02-2345-6789轉12"), "", anywhere, tpe + " x12", ""},
		{"B3 blanks", Typed("02-2345-6789 轉 12"), "", anywhere, tpe + " x12", ""},
		{"B4", Typed("02-2345-6789 ext.12"), "", anywhere, tpe + " x12", ""},
		{"B4 x", Typed("02-2345-6789 x12"), "", anywhere, tpe + " x12", ""},
		{"B4 x glued", Typed("02-2345-6789x12"), "", anywhere, tpe + " x12", ""},
		{"B4 wide colon", Typed("02-2345-6789 EXT：12"), "", anywhere, tpe + " x12", ""},
		{"B5", Typed("+886-2-2345-6789"), "", anywhere, tpe, ""},
		{"B6", Typed("886-2-23456789"), "", anywhere, tpe, ""},
		{"B7", Typed("+886-(0)2-2345-6789"), "", anywhere, tpe, ""},
		{"B8", Typed("002-886-2-23456789"), "", anywhere, tpe, ""},
		{"B8 zero", Typed("+886 02 2345 6789"), "", anywhere, tpe, ""},
		{"B9", Typed("0912-345-678"), "", anywhere, mob, ""},
		{"B9 bare", Typed("0912345678"), "", anywhere, mob, ""},
		{"B9 blanks", Typed("0912 345 678"), "", anywhere, mob, ""},
		{"B10", number("912345678"), "", anywhere, mob, PhoneZeroRestored},
		{"B11", number("223456789"), "", taiwan, tpe, PhoneZeroRestored},
		{"B11 no address", number("223456789"), "", anywhere, "?223456789", PhoneCountryUnknown},
		{"B12", Typed("2345-6789"), "", taipei, "?2345-6789", PhoneSuggested},
		{"B13", Typed("9.12346E+08"), "mobile", anywhere, "?9.12346E+08 [mobile]", PhoneDamaged},
		{"B13 exact in the file", Cell{Text: "9.12346E+08", Raw: "912345678"}, "", anywhere, mob, PhoneZeroRestored},
		{"B14", Cell{Text: "912345678.0", Raw: "912345678.0"}, "", anywhere, mob, PhoneZeroRestored},
		{"B14 text", Typed("912345678.0"), "", anywhere, mob, PhoneZeroRestored},
		{"B14 shown with zero", Cell{Text: "0912345678", Raw: "912345678"}, "", anywhere, mob, ""},
		{"B15", Typed(`="0912345678"`), "", anywhere, mob, ""},
		{"B16", Typed("'0912345678"), "", anywhere, mob, ""},
		{"B17", Typed("０９１２－３４５－６７８"), "", anywhere, mob, ""},
		{"B18", Typed("0912345678/0922333444"), "", anywhere, mob + ", +886922333444 [mobile]", ""},
		{"B19", Typed("02-23456789、02-23456780"), "", anywhere, tpe + ", +886223456780", ""},
		{"B20", Typed("02-23456789\n0912345678"), "work", anywhere, tpe + " [work], " + mob, ""},
		{"B21", Typed("02-23456789;0912-345678"), "", anywhere, tpe + ", " + mob, ""},
		{"B21 comma", Typed("02-23456789,0912-345678"), "", anywhere, tpe + ", " + mob, ""},
		{"B22", Typed("02-23456789~91"), "", anywhere, tpe + " (~91)", ""},
		{"B22 hyphen", Typed("02-23456789-91"), "", anywhere, tpe + " (-91)", ""},
		{"B22 slash", Typed("02-23456789/90"), "", anywhere, tpe + " (/90)", ""},
		{"B23", Typed("TEL:02-23456789 FAX:02-23456780"), "work", anywhere, tpe + " [work], +886223456780 [fax]", ""},
		{"B24", Typed("(公)02-23456789 (宅)03-1234567"), "", anywhere, tpe + " [work], +88631234567 [home]", ""},
		{"B24 behind", Typed("02-23456789(公) 03-1234567(宅)"), "", anywhere, tpe + " [work], +88631234567 [home]", ""},
		{"B25", Typed("037-123456"), "", anywhere, "+88637123456", ""},
		{"B26", Typed("049-2345678"), "", anywhere, "+886492345678", ""},
		{"B27 Kinmen", Typed("082-123456"), "", anywhere, "+88682123456", ""},
		{"B27 Matsu", Typed("0836-12345"), "", anywhere, "+88683612345", ""},
		{"B27 Taitung", Typed("089-123456"), "", anywhere, "+88689123456", ""},
		{"B28", Typed("08-7654321"), "", anywhere, "+88687654321", ""},
		{"B29", Typed("0800-123-456"), "", anywhere, "?0800-123-456", ""},
		{"B30", Typed("+852 2345 6789"), "", anywhere, "+85223456789", ""},
		{"B30 no plus", Typed("852-23456789"), "", anywhere, "+85223456789", ""},
		{"B31", Typed("2345 6789"), "", hongKong, "+85223456789", PhoneByPlace},
		{"B32", Typed("138 0013 8000"), "", anywhere, "+8613800138000 [mobile]", ""},
		{"B32 number cell", number("13800138000"), "", anywhere, "+8613800138000 [mobile]", ""},
		{"B33 Beijing", Typed("010-12345678"), "", china, "+861012345678", ""},
		{"B33 Korea", Typed("010-1234-5678"), "", korea, "+821012345678 [mobile]", ""},
		{"B33 nothing known", Typed("010-1234-5678"), "", anywhere, "?010-1234-5678", PhoneAmbiguous},
		{"B34 Tokyo", Typed("03-1234-5678"), "", japan, "+81312345678", ""},
		{"B34 Taiwan", Typed("03-1234-5678"), "", taiwan, "?03-1234-5678", PhoneAmbiguous},
		{"B35", Typed("0912-345-678(王太太)"), "", anywhere, "+886912345678 [mobile] (王太太)", ""},
		{"B35 before", Typed("王太太 0912-345-678"), "", anywhere, "+886912345678 [mobile] (王太太)", ""},
		{"B36", Typed("無"), "", anywhere, "", ""},
		{"B36 0", number("0"), "", anywhere, "", ""},

		{"two by a blank", Typed("02-23456789 0912345678"), "", anywhere, tpe + ", " + mob, ""},
		{"two by a blank with brackets", Typed("(02)23456789 (02)23456780"), "", anywhere, tpe + ", +886223456780", ""},
		{"American without evidence", Typed("659-980-2015"), "", anywhere, "?659-980-2015", PhoneCountryUnknown},
		{"American with evidence", Typed("415-293-3313"), "", usa, "+14152933313", ""},
		{"American with extension", Typed("(376)694-9481x10051"), "", anywhere, "?(376)694-9481x10051 x10051", PhoneCountryUnknown},
		{"French in pairs", Typed("02 98 44 71 30"), "", anywhere, "?02 98 44 71 30", PhoneAmbiguous},
		{"German area code", Typed("0221 454433"), "", anywhere, "?0221 454433", PhoneAmbiguous},
		{"German with slash", Typed("034441/ 2 22 67"), "", germany, "+493444122267", ""},
		{"Cologne in a German row", Typed("0221 4598768"), "", germany, "+492214598768", ""},
		{"double zero", Typed("00-1-212-555-7777"), "", anywhere, "+12125557777", ""},
		{"Portuguese with plus", Typed("+351 912345678"), "", anywhere, "+351912345678 [mobile]", ""},
		{"nine digits of a text", Typed("912345678"), "", anywhere, "?912345678", PhoneSuggested},
		{"nine digits of a table", Cell{Text: "912345678", Bare: true}, "", anywhere, mob, PhoneZeroRestored},
		{"nine digits of a table from elsewhere", Cell{Text: "912345678", Bare: true}, "", germany, "+49912345678", PhoneByPlace},
		{"no city", Typed("2345-6789"), "", anywhere, "?2345-6789", PhoneNoArea},
		{"extension alone", Typed("ext. 4471"), "", anywhere, "?ext. 4471 x4471", PhoneNoNumber},
		{"country and extension", Typed("+1 ext. 5551234"), "", anywhere, "?+1 ext. 5551234 x5551234", PhoneImpossible},
		{"letters", Typed("1-800-FLOWERS"), "", anywhere, "?1-800-FLOWERS", PhoneLetters},
		{"no number", Typed("invalid-number"), "", anywhere, "", PhoneUnreadable},
		{"tel URI", Typed("tel:+886-2-2345-6789;ext=102"), "", anywhere, tpe + " x102", ""},
		{"extension in brackets", Typed("02-23456789(分機12)"), "", anywhere, tpe + " x12", ""},
		{"card", Typed("T 02-23456789 F 02-23456780 M 0912345678"), "", anywhere, tpe + ", +886223456780 [fax], +886912345678 [mobile]", ""},
		{"home fax", Typed("FAX:02-23456780"), "home", anywhere, "+886223456780 [home-fax]", ""},
		{"fax column keeps a mobile", Typed("0912345678"), "fax", anywhere, "+886912345678 [fax]", ""},
		{"internet phone", Typed("070-1234-5678"), "", anywhere, "+8867012345678", ""},
		{"Taichung", Typed("04-2345-6789"), "", anywhere, "+886423456789", ""},
		{"Changhua", Typed("(04)723-4567"), "", anywhere, "+88647234567", ""},
		{"bracketed area", Typed("(0836)77210"), "", anywhere, "+88683677210", ""},
		{"wide brackets", Typed("（02）2345–6789"), "", anywhere, tpe, ""},
		{"several extensions", Typed("02-23456789#12、13"), "", anywhere, tpe + " x12 (、13)", ""},
		{"plus before a bracket", Typed("(公)02-23456789+(宅)03-1234567"), "", anywhere, tpe + " [work], +88631234567 [home]", ""},
		{"Colombian in pairs", Typed("(+57) 320 432 05 09"), "", anywhere, "+573204320509 [mobile]", ""},
		{"two in groups", Typed("02 2345 6789 03 123 4567"), "", anywhere, tpe + ", +88631234567", ""},
		{"letters and hardly digits", Typed("+49 MOBIL2"), "", anywhere, "", PhoneUnreadable},
		{"two extensions by 或", Typed("02-2345-6789 轉 101 或 102"), "", anywhere, tpe + " x101 (或 102)", ""},
		{"extension on the next line", Typed("02-23456789\n#123"), "", anywhere, tpe + " x123", ""},
		{"chat id", Typed("LINE: abc123"), "", anywhere, "", PhoneUnreadable},
		{"number and nothing", Typed("0912-345-678 / 無"), "", anywhere, mob, ""},
		{"tel and fax", Typed("TEL/FAX:02-23456789"), "", anywhere, tpe + " [fax]", ""},
		{"switchboard", Typed("02-23456789(代表號)"), "", anywhere, tpe + " [main]", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			phones, rest, notes := Phones(tt.cell, tt.kind, tt.at)
			if got := writePhones(phones); got != tt.want {
				t.Errorf("phones: got %s, want %s", got, tt.want)
			}
			if got := codesOf(notes); got != tt.warn {
				t.Errorf("warnings: got %q, want %q", got, tt.warn)
			}
			if len(phones) == 0 && rest == "" && !Nothing(tt.cell.Text) {
				t.Errorf("%q was lost", tt.cell.Text)
			}
		})
	}
}
