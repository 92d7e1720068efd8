package clean

import "testing"

func TestText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "abc", "abc"},
		{"outer blanks", " \tabc　", "abc"},
		{"zero width", "王\u200b小\ufeff明", "王小明"},
		{"soft hyphen and marks of direction", "a\u00adb\u202ac\u2066d", "abcd"},
		{"hard blank", "a\u00a0b", "a b"},
		{"wide letters and digits", "ＷＡＮＧ　１２３", "WANG 123"},
		{"wide signs of a code", "a＠b．com", "a@b.com"},
		{"wide signs between Han stay", "夏曼．藍波安", "夏曼．藍波安"},
		{"Chinese punctuation stays", "您好，王先生（經理）：", "您好，王先生（經理）："},
		{"composed", "e\u0301", "é"},
		{"line ends", "a\r\nb\rc\u2028d", "a\nb\nc\nd"},
		{"formula", `="0912345678"`, "0912345678"},
		{"apostrophe before a number", "'0912", "0912"},
		{"apostrophe of a name", "'t Hooft", "'t Hooft"},
		{"Persian joiner", "علی\u200cرضا", "علی\u200cرضا"},
		{"family emoji", "👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"},
		{"rare characters", "𠮷野家", "𠮷野家"},
		{"ideographic variant", "葛\U000E0100城", "葛\U000E0100城"},
		{"invalid bytes", "a\xffb", "a\uFFFDb"},
		{"NUL", "a\x00b", "ab"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Text(tt.in); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestNothing(t *testing.T) {
	for _, s := range []string{"", " ", "無", "-", "—", "N/A", "NULL", "null", "0", "000", "00000000", "#N/A", "\\N", "?", "（無）"[3:6], "\u200b"} {
		if !Nothing(s) {
			t.Errorf("%q was taken for something", s)
		}
	}
	for _, s := range []string{"Null", "Na", "無名", "1", "0912345678", "A", "王", "0.5"} {
		if Nothing(s) {
			t.Errorf("%q was taken for nothing", s)
		}
	}
}

func TestTextNoted(t *testing.T) {
	if _, notes := TextNoted(" abc "); len(notes) != 0 {
		t.Errorf("outer blanks were noted: %v", notes)
	}
	if _, notes := TextNoted("王\u200b小明"); len(notes) != 1 || notes[0].Code != TextRepaired || notes[0].Value() != "王小明" {
		t.Errorf("got %v", notes)
	}
}
