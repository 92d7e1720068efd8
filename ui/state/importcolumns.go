package state

import (
	"context"
	"strings"

	"regulars/importer"
	"regulars/importer/mapping"
	"regulars/store/actions"
	"regulars/store/crm"
)

// ImportColumn is one column of the file as the user sees it: what it is called, what is in it, where it goes, and what becomes of it.
type ImportColumn struct {
	Header  string
	Sample  string
	Field   string // "" = left out
	State   string // certain, look, new, left-out
	Reason  Message
	Becomes string
	Note    Message // the weightiest remark on the sample
	Doubt   bool
}

// Columns lists the columns of the file.
func (i *Import) Columns(words *Words) []ImportColumn {
	if i.source == nil {
		return nil
	}
	firm, err := i.book.Firm()
	if err != nil {
		i.desk.Warn(err)
	}
	out := make([]ImportColumn, 0, len(i.mapping.Columns))
	for n, c := range i.mapping.Columns {
		out = append(out, i.column(n, c, firm.Country, words))
	}
	return out
}

func (i *Import) column(n int, c importer.Column, country string, words *Words) ImportColumn {
	out := ImportColumn{Header: c.Header, Field: c.Field, State: string(c.State), Reason: Say("import.reason." + string(c.Reason))}
	if len(c.Samples) > 0 {
		out.Sample = c.Samples[0]
	}
	example := i.source.Becomes(i.mapping, n, country)
	if example.Text != "" {
		out.Sample = example.Text
	}
	var parts []string
	for _, ch := range example.Becomes {
		if ch.Field == "kind" || ch.Field == "name" && len(example.Becomes) > 2 {
			continue // the parts of the name say it
		}
		parts = append(parts, words.Field(ch.Field)+" "+words.cat.List(ch.New))
	}
	out.Becomes = strings.Join(parts, " · ")
	for _, p := range example.Problems {
		if out.Note.IsZero() || p.Level > importer.Repair && !out.Doubt {
			out.Note, out.Doubt = ProblemMessage(p), p.Level > importer.Repair
		}
	}
	return out
}

// Preset is the name of the program whose export the file is, "" when it is not known.
func (i *Import) Preset() string { return i.mapping.Preset }

// FieldChoices lists the fields that a column can be sent to, by group.
func (i *Import) FieldChoices() []FieldGroup {
	var out []FieldGroup
	for _, c := range mapping.Choices() {
		at := -1
		for n := range out {
			if out[n].Group == c.Group {
				at = n
			}
		}
		if at < 0 {
			out, at = append(out, FieldGroup{Group: c.Group}), len(out)
		}
		out[at].Fields = append(out[at].Fields, c.Field)
	}
	return out
}

// FieldGroup is a group of fields in a menu.
type FieldGroup struct {
	Group  string
	Fields []string
}

// SetField sends a column to a field, "" leaves it out.
func (i *Import) SetField(column int, field string) {
	i.mapping = i.mapping.With(column, field)
	i.replan(nil)
}

// CustomField is the key of a field of the user's own that is called like the column.
func (i *Import) CustomField(column int) string {
	return crm.CustomPrefix + strings.TrimSpace(i.mapping.Columns[column].Header)
}

// Remember keeps the mapping for the next file with the same headers.
func (i *Import) Remember() {
	m := i.mapping.Remember(i.book.NewID(), i.File())
	i.desk.Act(func(context.Context) (actions.Step, error) {
		_, step, err := i.book.RememberMapping(m)
		return step, err
	}, nil)
}
