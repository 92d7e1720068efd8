package state

import (
	"context"
	"errors"
	"io/fs"

	"regulars/importer"
	"regulars/reports/print"
	"regulars/store/actions"
	"regulars/store/search"
)

// Message is something to be said to people: a key of the catalogue and the values that its text names. The zero Message says nothing.
type Message struct {
	Key    string
	Values map[string]any
}

// IsZero reports whether there is nothing to say.
func (m Message) IsZero() bool { return m.Key == "" }

// Say makes a message; the values come in pairs of name and value.
func Say(key string, pairs ...any) Message {
	m := Message{Key: key}
	for i := 0; i+1 < len(pairs); i += 2 {
		if m.Values == nil {
			m.Values = map[string]any{}
		}
		name, _ := pairs[i].(string)
		m.Values[name] = pairs[i+1]
	}
	return m
}

// Explain finds the text for an error: what happened, what is unharmed, what to do next. An error that nobody has described is shown as it stands,
// after a sentence that says that the data are as before.
func Explain(err error) Message {
	var syntax *search.SyntaxError
	var unread *importer.ReadError
	var template *print.TemplateError
	var depends *actions.DependsError
	switch {
	case err == nil:
		return Message{}
	case errors.Is(err, context.Canceled):
		return Say("window.stopped")
	case errors.As(err, &depends) && depends.Later.Kind != "":
		return Say("journal.depends", "step", StepMessage(depends.Step), "later", StepMessage(depends.Later))
	case errors.As(err, &syntax):
		return Say("search.error."+syntax.Code, "field", syntax.Field, "value", syntax.Value, "at", syntax.At+1)
	case errors.As(err, &template):
		return Say("print.template."+template.Code, "line", template.Line, "text", template.Text)
	case errors.As(err, &unread):
		return Message{"error.sheet." + unread.Code, unread.Values}
	}
	if code, values, ok := actions.Describe(err); ok {
		return Message{"error." + code, values}
	}
	return explainFile(err)
}

// explainFile covers what the operating system says about files.
func explainFile(err error) Message {
	path := ""
	var at *fs.PathError
	if errors.As(err, &at) {
		path = at.Path
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Say("window.error.no-file", "path", path)
	case errors.Is(err, fs.ErrPermission):
		return Say("window.error.not-allowed", "path", path)
	}
	return Say("window.error.unexpected", "detail", err.Error())
}

// StepMessage is what a step did.
func StepMessage(s actions.Step) Message { return Message{"step." + s.Kind, s.Texts()} }
