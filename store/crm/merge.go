package crm

import (
	"slices"
	"strings"
	"unicode"
)

// Choices are the user's decisions about a merge.
type Choices struct {
	// From says for a field, by its key, which record's value is the one that stands; for fields not named it is the kept record's.
	From map[string]ID
	// Label gives the name of a field for the notes, in the user's language; nil = the key itself.
	Label func(field string) string
}

// Origin says which record a value of a merged record came from.
type Origin struct {
	Field string `json:"field"`
	Value string `json:"value"`
	From  ID     `json:"from"`
}

// Merge joins records that describe the same person or company into one, field by field, and loses nothing: lists are united, blanks are
// filled, a second name becomes an alternative name, and any other value that has to give way is written into the notes with the name of
// its field. The result has the id of keep. The origins tell where each value comes from that keep did not have.
func Merge(keep Contact, others []Contact, choices Choices) (Contact, []Origin) {
	if choices.Label == nil {
		choices.Label = func(field string) string { return field }
	}
	out := keep.Clone()
	var origins []Origin
	for i := range others {
		before := out.Clone()
		j := joiner{into: &out, from: &others[i], label: choices.Label, lossless: true}
		j.wins = func(field string) bool { return choices.From[field] == others[i].ID && !others[i].ID.IsZero() }
		j.join()
		origins = append(origins, gained(&before, &out, others[i].ID)...)
	}
	return out, origins
}

// Fill adds what the record does not know yet: blanks are filled, lists are united, no value is changed but a consent, of which the later
// word counts as the law wants it, and of two without a date the refusal. The fields whose values differ
// and were left as they are come back as changes that did not happen.
func Fill(record, news Contact) (Contact, []Change) {
	out := record.Clone()
	j := joiner{into: &out, from: &news, wins: func(string) bool { return false }}
	j.join()
	return out, j.refused
}

// Update takes the values of news where it has any; what news does not mention stays, lists are united with the new entries first, and a
// name that is replaced becomes an alternative name. The journal keeps the other values that are replaced.
func Update(record, news Contact) Contact {
	out := record.Clone()
	j := joiner{into: &out, from: &news, wins: func(string) bool { return true }, newFirst: true}
	j.join()
	return out
}

// joiner brings the values of one record into another.
type joiner struct {
	into, from *Contact
	wins       func(field string) bool // whether the value of from stands where both have one
	newFirst   bool                    // entries of from go before those of into
	lossless   bool                    // values that give way are written into the notes
	label      func(field string) string
	refused    []Change
}

func (j *joiner) join() {
	notes := j.from.Notes
	j.joinNames()
	j.joinPlain()
	j.joinDates()
	j.joinReach()
	j.joinPositions()
	j.joinLists()
	j.joinConsents()
	j.joinCustom()
	j.addNotes(notes)
}

// joinPlain joins the fields that hold one text.
func (j *joiner) joinPlain() {
	a, b := j.into, j.from
	j.text("gender", &a.Gender, b.Gender)
	j.text("tax_id", &a.TaxID, b.TaxID)
	j.text("language", &a.Language, b.Language)
	j.text("photo", &a.Photo, b.Photo)
	j.joinReferrer()
}

// joinReferrer treats the link and the name of who recommended us as one value.
func (j *joiner) joinReferrer() {
	a, b := j.into, j.from
	if b.Referrer.IsZero() && b.ReferrerName == "" {
		return
	}
	if a.Referrer.IsZero() && (a.ReferrerName == "" || a.ReferrerName == b.ReferrerName) {
		a.Referrer, a.ReferrerName = b.Referrer, b.ReferrerName
		return
	}
	if a.Referrer == b.Referrer && sameText(a.ReferrerName, b.ReferrerName) {
		return
	}
	if j.wins("referrer") {
		lost := firstOf(a.ReferrerName, a.Referrer.String())
		a.Referrer, a.ReferrerName = b.Referrer, b.ReferrerName
		j.lose("referrer", lost)
		return
	}
	j.refuse("referrer", a.ReferrerName, b.ReferrerName)
	j.lose("referrer", firstOf(b.ReferrerName, b.Referrer.String()))
}

// text joins one text: blanks are filled, and where both differ the choice decides.
func (j *joiner) text(field string, a *string, b string) {
	switch {
	case b == "" || sameText(*a, b):
	case *a == "":
		*a = b
	case j.wins(field):
		lost := *a
		*a = b
		j.lose(field, lost)
	default:
		j.refuse(field, *a, b)
		j.lose(field, b)
	}
}

// lose keeps a value that gave way.
func (j *joiner) lose(field, value string) {
	if j.lossless && value != "" {
		j.addNotes(j.label(field) + ": " + value)
	}
}

func (j *joiner) refuse(field, stays, other string) {
	j.refused = append(j.refused, Change{Field: field, Old: some(stays), New: some(other)})
}

func (j *joiner) addNotes(text string) {
	a := j.into
	switch {
	case text == "" || strings.Contains("\n"+a.Notes+"\n", "\n"+text+"\n"):
	case a.Notes == "":
		a.Notes = text
	default:
		a.Notes += "\n" + text
	}
}

// joinCustom unites the user's own fields; two values of one field stand one below the other.
func (j *joiner) joinCustom() {
	for _, v := range j.from.Custom {
		old := j.into.CustomValueOf(v.Field)
		switch {
		case v.Value == "" || hasLine(old, v.Value):
		case old == "" || j.newFirst:
			j.into.SetCustom(v.Field, v.Value)
		case j.lossless:
			j.into.SetCustom(v.Field, old+"\n"+v.Value)
		default:
			j.refuse(CustomPrefix+v.Field, old, v.Value)
		}
	}
}

func hasLine(text, line string) bool {
	return strings.Contains("\n"+text+"\n", "\n"+line+"\n")
}

// gained lists the values that after has and before had not.
func gained(before, after *Contact, from ID) []Origin {
	var out []Origin
	for _, c := range Diff(before, after) {
		for _, v := range c.New {
			if !slices.Contains(c.Old, v) {
				out = append(out, Origin{Field: c.Field, Value: v, From: from})
			}
		}
	}
	return out
}

// Change is what happens to one field: its values before and after, as texts.
type Change struct {
	Field string   `json:"field"`
	Old   []string `json:"old,omitempty"`
	New   []string `json:"new,omitempty"`
}

// Diff lists the fields in which two versions of a record differ, in the order of Fields, custom fields last.
func Diff(before, after *Contact) []Change {
	return diffFields(Fields(), before, after)
}

// Differ compares many records and looks up the fields once.
type Differ struct{ fields []Field }

// NewDiffer makes a Differ.
func NewDiffer() Differ { return Differ{fields: Fields()} }

// Diff does what the function Diff does.
func (d Differ) Diff(before, after *Contact) []Change { return diffFields(d.fields, before, after) }

func diffFields(fields []Field, before, after *Contact) []Change {
	var out []Change
	add := func(f Field) {
		was, is := f.Get(before), f.Get(after)
		if !slices.Equal(was, is) {
			out = append(out, Change{Field: f.Key, Old: was, New: is})
		}
	}
	for _, f := range fields {
		add(f)
	}
	for _, f := range besideFields() {
		add(f)
	}
	for _, name := range customNames(before, after) {
		add(customField(name))
	}
	return out
}

// besideFields are what Fields has no place for, as far as a person would want to see that it changed: positions beside the main one, and days
// that are neither birthday nor anniversary.
func besideFields() []Field {
	return []Field{{Key: "positions", Get: positionsBeside}, {Key: "dates", Get: datesBeside}}
}

func positionsBeside(c *Contact) []string {
	main, seen := c.Current(), false
	return each(c.Positions, func(p Position) (string, bool) {
		if p == main && !seen {
			seen = true
			return "", false
		}
		return join(p.CompanyName, p.Department, p.Title, p.From.String(), p.To.String()), true
	})
}

func datesBeside(c *Contact) []string {
	return each(c.Dates, func(d SpecialDate) (string, bool) {
		return join(d.Label, d.Date.String(), d.Text), d.Kind != DateBirthday && d.Kind != DateAnniversary
	})
}

func customNames(contacts ...*Contact) []string {
	var names []string
	for _, c := range contacts {
		for _, v := range c.Custom {
			names = append(names, v.Field)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// sameText reports whether two texts differ in case and blanks at most.
func sameText(a, b string) bool { return a == b || plainKey(a) == plainKey(b) }

// plainKey is a text without blanks, in lower case, with 台 for 臺: enough to see that two spellings are one.
func plainKey(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r == '臺':
			return '台'
		}
		return unicode.ToLower(r)
	}, s)
}
