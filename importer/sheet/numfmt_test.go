package sheet

import "testing"

func TestNumberFormats(t *testing.T) {
	for _, tt := range []struct {
		name, code, raw string
		date1904        bool
		want            string
		kind            Kind
	}{
		{"general integer", "General", "912345678", false, "912345678", KindNumber},
		{"general float of a whole number", "General", "912345678.0", false, "912345678", KindNumber},
		{"general exponent", "General", "9.12345678E8", false, "912345678", KindNumber},
		{"general 16 digits", "General", "1234567890123457", false, "1234567890123457", KindNumber},
		{"general fraction", "General", "0.1", false, "0.1", KindNumber},
		{"general rounding error", "General", "0.30000000000000004", false, "0.3", KindNumber},
		{"general huge", "General", "1E+30", false, "1E+30", KindNumber},
		{"text format", "@", "0.5", false, "0.5", KindNumber},
		{"ten digits", "0000000000", "912345678", false, "0912345678", KindNumber},
		{"phone with hyphens", "0000-000-000", "912345678", false, "0912-345-678", KindNumber},
		{"phone by condition, short", "[<=9999999]###-####;(###) ###-####", "5551234", false, "555-1234", KindNumber},
		{"phone by condition, long", "[<=9999999]###-####;(###) ###-####", "2125551234", false, "(212) 555-1234", KindNumber},
		{"tax id", "00000000", "4595257", false, "04595257", KindNumber},
		{"thousands", "#,##0", "1234567", false, "1,234,567", KindNumber},
		{"negative with decimals", "#,##0.00", "-1234.5", false, "-1,234.50", KindNumber},
		{"negative in its own section", "#,##0;[Red](#,##0)", "-1234", false, "(1,234)", KindNumber},
		{"money", `[$NT$-404]#,##0`, "1500", false, "NT$1,500", KindNumber},
		{"percent", "0.0%", "0.125", false, "12.5%", KindNumber},
		{"in thousands", "#,##0,", "1234567", false, "1,235", KindNumber},
		{"optional decimals", "0.##", "2.5", false, "2.5", KindNumber},
		{"no whole place", ".00", "5.25", false, "5.25", KindNumber},
		{"with a unit", `0"人"`, "12", false, "12人", KindNumber},
		{"scientific shown in full", "0.00E+00", "912345678", false, "912345678", KindNumber},
		{"fraction shown as decimal", "# ?/?", "0.5", false, "0.5", KindNumber},
		{"zero section", `0;-0;"無"`, "0", false, "無", KindNumber},
		{"ISO date", "yyyy-mm-dd", "44260", false, "2021-03-05", KindDate},
		{"Mac date", "yyyy/m/d", "42798", true, "2021/3/5", KindDate},
		{"ROC date", `[$-404]e"年"m"月"d"日"`, "44260", false, "110年3月5日", KindDate},
		{"ROC date with era", `[$-404]gge"年"m"月"d"日"`, "44260", false, "民國110年3月5日", KindDate},
		{"month name", "d-mmm-yy", "44260", false, "5-Mar-21", KindDate},
		{"weekday", `yyyy/m/d aaaa`, "44260", false, "2021/3/5 星期五", KindDate},
		{"time after date", "yyyy/m/d hh:mm:ss", "44260.5208333333", false, "2021/3/5 12:30:00", KindDate},
		{"12 hours", `yyyy/m/d 上午/下午 h:mm`, "44260.75", false, "2021/3/5 下午 6:00", KindDate},
		{"AM/PM", "h:mm AM/PM", "0.25", false, "6:00 AM", KindDate},
		{"duration", "[h]:mm", "1.5", false, "1.5", KindNumber},
		{"before the invented leap day", "yyyy/m/d", "59", false, "1900/2/28", KindDate},
		{"the invented leap day", "yyyy/m/d", "60", false, "1900/2/29", KindDate},
		{"after the invented leap day", "yyyy/m/d", "61", false, "1900/3/1", KindDate},
		{"negative is no date", "yyyy/m/d", "-1", false, "-1", KindNumber},
		{"beyond the calendar", "yyyy/m/d", "99999999", false, "99999999", KindNumber},
		{"no number", "0", "abc", false, "abc", KindText},
		{"bracket left open", `0[$-404`, "5", false, "5", KindNumber},
		{"quote left open", `0"人`, "5", false, "5人", KindNumber},
		{"not UTF-8", "0\xe9", "5", false, "5\xe9", KindNumber},
		{"ends in an escape", `0\`, "5", false, "5", KindNumber},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := parseFormat(tt.code).cell(tt.raw, tt.date1904)
			if got.Text != tt.want || got.Kind != tt.kind {
				t.Errorf("got %q of kind %d, want %q of kind %d", got.Text, got.Kind, tt.want, tt.kind)
			}
		})
	}
}

func TestDatesWithoutYear(t *testing.T) {
	for code, want := range map[string]bool{
		`m"月"d"日"`: true, "m/d": true, "d-mmm": true, "yyyy/m/d": false, "[$-404]e/m/d": false, "h:mm": false, "mm:ss": false,
	} {
		if got := parseFormat(code).cell("44260.5", false); got.DateShownWithoutYear != want {
			t.Errorf("%s: got %v, want %v", code, got.DateShownWithoutYear, want)
		}
	}
}

func TestBuiltinFormats(t *testing.T) {
	for id, want := range map[int]string{0: "44260", 14: "2021/3/5", 15: "5-Mar-21", 22: "2021/3/5 0:00", 27: "110/3/5", 31: "2021年3月5日", 57: "110/3/5", 58: "110年3月5日", 164: "44260"} {
		if got := parseFormat(builtinFormat(id)).cell("44260", false); got.Text != want {
			t.Errorf("format %d: got %q, want %q", id, got.Text, want)
		}
	}
}

func FuzzNumberFormat(f *testing.F) {
	for _, code := range []string{"0000-000-000", `[$-404]e"年"m"月"d"日"`, "[<=9999999]###-####;(###) ###-####", "[h]:mm:ss", `#,##0.00_);[Red]\(#,##0.00\)`, "# ?/?", "0.0E+0"} {
		f.Add(code, "44260.5")
	}
	f.Fuzz(func(t *testing.T, code, raw string) {
		c := parseFormat(code).cell(raw, false)
		if c.Kind == KindEmpty {
			t.Errorf("%q in %q gives no cell", raw, code)
		}
	})
}
