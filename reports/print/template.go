package print

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"regulars/reports/typeset"
)

// Template is the text of a letter with merge fields. It is plain text in the manner of Markdown:
//
//	# a heading
//	A paragraph; an empty line ends it. A line break inside it stays.
//	**bold** words
//	- an item of a list
//	> set to the right: date, signature
//	--- a new page
//
// {{name}}, {{salutation}}, {{company}} … stand for values of the contact, {{today}}, {{firm}}, {{sender}} … for ours; see FieldNames. A paragraph that
// begins with {{if company}} is left out for contacts without that value, one with {{unless company}} for those that have it.
type Template struct {
	blocks []block
}

// ErrTemplate is returned for a template that cannot be read; a *TemplateError says where.
var ErrTemplate = errors.New("print: template")

// TemplateError is what is wrong with a template. Its text for people is the catalogue key "print.template.<Code>".
type TemplateError struct {
	Line int // counted from 1
	Code string
	Text string // what stands there
}

// The faults of templates.
const (
	TemplateUnclosed = "unclosed" // {{ without }}
	TemplateTooLong  = "too-long"
	TemplateNotText  = "not-text"
	TemplateField    = "field" // a merge field that is not known
)

// Error says what and where.
func (e *TemplateError) Error() string {
	return fmt.Sprintf("print: template line %d: %s %q", e.Line, e.Code, e.Text)
}

// Unwrap makes errors.Is(err, ErrTemplate) true.
func (e *TemplateError) Unwrap() error { return ErrTemplate }

// maxTemplate is the size up to which a template is read: a letter of some fifty pages.
const maxTemplate = 256 << 10

// ParseTemplate reads a template in UTF-8. Merge fields are checked against FieldNames and the extra names given.
func ParseTemplate(r io.Reader, extra ...string) (Template, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxTemplate+1))
	switch {
	case err != nil:
		return Template{}, fmt.Errorf("print: template: %w", err)
	case len(data) > maxTemplate:
		return Template{}, &TemplateError{Code: TemplateTooLong}
	case !utf8.Valid(data) || strings.ContainsRune(string(data), 0):
		return Template{}, &TemplateError{Code: TemplateNotText}
	}
	known := append(FieldNames(), extra...)
	var t Template
	for i, line := range typeset.CleanLines(strings.TrimPrefix(string(data), "\ufeff")) {
		b, err := parseBlock(line, i+1, known)
		if err != nil {
			return Template{}, err
		}
		t.blocks = append(t.blocks, b)
	}
	return t, nil
}

// blockKind is what a line of a template is.
type blockKind uint8

const (
	plainBlock blockKind = iota
	headBlock
	itemBlock
	rightBlock
	breakBlock
	emptyBlock
)

// block is one line of a template.
type block struct {
	kind  blockKind
	parts []part
	cond  string // merge field on which it depends
	not   bool
}

// part is a piece of a line: literal text or a merge field.
type part struct {
	text  string
	field bool
}

func parseBlock(line string, number int, known []string) (block, error) {
	var b block
	rest := strings.TrimRight(line, " ")
	for prefix, not := range map[string]bool{"{{if ": false, "{{unless ": true} {
		if tail, ok := strings.CutPrefix(rest, prefix); ok {
			name, after, closed := strings.Cut(tail, "}}")
			if !closed {
				return b, &TemplateError{number, TemplateUnclosed, line}
			}
			b.cond, b.not, rest = strings.TrimSpace(name), not, strings.TrimLeft(after, " ")
			if !isField(b.cond, known) {
				return b, &TemplateError{number, TemplateField, b.cond}
			}
		}
	}
	b.kind, rest = blockKindOf(rest)
	parts, err := parseParts(rest, number, known)
	b.parts = parts
	return b, err
}

func blockKindOf(line string) (blockKind, string) {
	switch {
	case strings.TrimSpace(line) == "":
		return emptyBlock, ""
	case strings.TrimSpace(line) == "---":
		return breakBlock, ""
	case strings.HasPrefix(line, "# "):
		return headBlock, line[2:]
	case strings.HasPrefix(line, "- "):
		return itemBlock, line[2:]
	case strings.HasPrefix(line, "> "):
		return rightBlock, line[2:]
	}
	return plainBlock, line
}

func parseParts(s string, number int, known []string) ([]part, error) {
	var out []part
	for s != "" {
		before, after, found := strings.Cut(s, "{{")
		if before != "" {
			out = append(out, part{text: before})
		}
		if !found {
			return out, nil
		}
		name, rest, closed := strings.Cut(after, "}}")
		if !closed {
			return nil, &TemplateError{number, TemplateUnclosed, s}
		}
		if name = strings.TrimSpace(name); !isField(name, known) {
			return nil, &TemplateError{number, TemplateField, name}
		}
		out = append(out, part{name, true})
		s = rest
	}
	return out, nil
}

func isField(name string, known []string) bool {
	for _, k := range known {
		if k == name {
			return true
		}
	}
	return strings.HasPrefix(name, "custom.") && len(name) > len("custom.")
}

// FieldNames lists the merge fields that a template may name. Every value is that of the contact but for today, firm, sender, firm.address,
// firm.phone and firm.email.
func FieldNames() []string {
	return []string{"name", "salutation", "family", "given", "honorific", "company", "department", "job_title", "address", "postal", "phone", "email", "tax_id",
		"birthday", "today", "firm", "sender", "firm.address", "firm.phone", "firm.email"}
}
