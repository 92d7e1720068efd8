package clean

import (
	"strings"
	"testing"
)

func TestEmails(t *testing.T) {
	tests := []struct{ name, text, want, rest, warn string }{
		{"plain", "a.b-c+d@b.com", "a.b-c+d@b.com", "", ""},
		{"C1 semicolon", "a@b.com; c@d.com", "a@b.com c@d.com", "", ""},
		{"C1 comma", "a@b.com, c@d.com", "a@b.com c@d.com", "", ""},
		{"C1 line", "a@b.com\nc@d.com", "a@b.com c@d.com", "", ""},
		{"C1 頓號", "a@b.com、c@d.com", "a@b.com c@d.com", "", ""},
		{"C1 blank", "a@b.com c@d.com", "a@b.com c@d.com", "", ""},
		{"C2", "a@b.com ::: c@d.com", "a@b.com c@d.com", "", ""},
		{"C3 name", "Wang <a@b.com>", "a@b.com", "Wang", ""},
		{"C3 mailto", "mailto:a@b.com", "a@b.com", "", ""},
		{"C3 brackets", "<a@b.com>", "a@b.com", "", ""},
		{"C4", "a＠b．com", "a@b.com", "", ""},
		{"C5", "A@B.Com", "A@B.Com", "", ""},
		{"C6 dot", "a@b.com.", "a@b.com", "", ""},
		{"C6 tab", " a@b.com\t", "a@b.com", "", ""},
		{"C7 at", "a[at]b.com", "", "a[at]b.com", EmailInvalid},
		{"C7 comma", "a@b,com", "", "a@b,com", EmailInvalid},
		{"C7 two", "a@@b.com", "", "a@@b.com", EmailInvalid},
		{"C8", "a b@c.com", "", "a b@c.com", EmailInvalid},
		{"C9 local", "測試@example.org", "測試@example.org", "", ""},
		{"C9 domain", "a@例子.tw", "a@例子.tw", "", ""},
		{"names with commas", `"Wang, Mary" <m@b.com>`, "m@b.com", "Wang, Mary", ""},
		{"label", "E-mail: a@b.com", "a@b.com", "", ""},
		{"same twice", "a@b.com; A@B.com", "a@b.com", "", ""},
		{"one good one bad", "a@b.com; bad", "a@b.com", "bad", EmailInvalid},
		{"no dot", "a@localhost", "a@localhost", "", EmailNoDot},
		{"cut off", "a@b", "", "a@b", EmailInvalid},
		{"nothing", "無", "", "", ""},
		{"a word", "INVALID_EMAIL", "", "INVALID_EMAIL", EmailInvalid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			emails, rest, notes := Emails(tt.text)
			var got []string
			for _, e := range emails {
				got = append(got, e.Address)
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("addresses: got %q, want %q", s, tt.want)
			}
			if rest != tt.rest {
				t.Errorf("rest: got %q, want %q", rest, tt.rest)
			}
			if s := codesOf(notes); s != tt.warn {
				t.Errorf("warnings: got %q, want %q", s, tt.warn)
			}
		})
	}
}

func TestSameEmail(t *testing.T) { // C5, C10
	if a, b := SameEmail("A@B.Com"), SameEmail(" a＠b.com"); a != b {
		t.Errorf("got %q and %q, want them equal", a, b)
	}
}
