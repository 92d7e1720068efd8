package clean

// Level says how much a note wants of the user.
type Level uint8

const (
	// Repair is a change that is sure and harmless. It is shown in the preview.
	Repair Level = iota
	// Warn asks the user to look: the value was taken over, but it may be wrong.
	Warn
	// Problem says that the text is not what the field wants. The value is empty; the text goes to the notes.
	Problem
)

// String is the level as it is written in JSON and logs.
func (l Level) String() string {
	switch l {
	case Repair:
		return "repair"
	case Warn:
		return "warn"
	}
	return "problem"
}

// Note is one remark on one value. The text for people is the catalogue entry "problem."+Code with Values, which always holds "value", the
// text the note is about.
type Note struct {
	Code   string
	Level  Level
	Values map[string]string
}

// Value is the text the note is about.
func (n Note) Value() string { return n.Values["value"] }

// note makes a note about a value; more are pairs of name and value.
func note(level Level, code, value string, more ...string) Note {
	values := make(map[string]string, 1+len(more)/2)
	values["value"] = value
	for i := 0; i+1 < len(more); i += 2 {
		values[more[i]] = more[i+1]
	}
	return Note{Code: code, Level: level, Values: values}
}

// Worst is the highest level among the notes; ok is false when there are none.
func Worst(notes []Note) (level Level, ok bool) {
	for _, n := range notes {
		level = max(level, n.Level)
	}
	return level, len(notes) > 0
}
