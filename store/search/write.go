package search

import "strings"

// String writes the query in its canonical form, which Parse reads as the same query.
func (q Query) String() string {
	if q.root == nil {
		return ""
	}
	return write(q.root, false)
}

// write writes a node; inside says that it stands beside others, so that an Or needs brackets.
func write(n Node, inside bool) string {
	switch n := n.(type) {
	case And:
		s := joinNodes(n, " ")
		if inside {
			return "(" + s + ")"
		}
		return s
	case Or:
		if len(n) == 0 {
			return "-(" + quoted("") + ")"
		}
		s := joinNodes(n, " OR ")
		if inside {
			return "(" + s + ")"
		}
		return s
	case Not:
		return writeNot(n)
	case Word:
		if n.Exact {
			return quoted(n.Text)
		}
		return n.Text
	case Condition:
		return n.String()
	}
	return ""
}

func joinNodes(parts []Node, with string) string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = write(p, true)
	}
	return strings.Join(out, with)
}

func writeNot(n Not) string {
	if c, ok := n.Part.(Condition); ok && c.Field == FieldHas {
		return "no:" + valueText(c.Value)
	}
	return "-" + write(n.Part, true)
}

// String writes the condition as it is typed.
func (c Condition) String() string {
	key := string(c.Field)
	if c.Field == FieldCustom {
		key = keyText(c.Name)
	}
	if c.Op == Between {
		return key + ":" + c.Value
	}
	return key + string(c.Op) + valueText(c.Value)
}

// keyText is the name of a user-defined field, quoted where it does not stand as a key or means another field.
func keyText(name string) string {
	if _, known := fieldOf(name); known || isNegatedHas(name) || !standsAsKey(name) {
		return quoted(name)
	}
	return name
}

func valueText(value string) string {
	if standsAsValue(value) {
		return value
	}
	return quoted(value)
}

// quoted puts a text into quotation marks that it does not hold itself; of a text that holds all kinds the straight ones are dropped, which search
// takes no notice of between words.
func quoted(text string) string {
	switch {
	case !strings.ContainsAny(text, `"＂”`):
		return `"` + text + `"`
	case !strings.Contains(text, "」"):
		return "「" + text + "」"
	case !strings.Contains(text, "』"):
		return "『" + text + "』"
	}
	return `"` + strings.NewReplacer(`"`, "", "＂", "", "”", "").Replace(text) + `"`
}
