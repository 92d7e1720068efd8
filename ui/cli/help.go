package cli

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/rivo/uniseg"

	"regulars/assets/locale"
)

// errHelpShown ends the parsing of a command line that asked for help.
var errHelpShown = errors.New("cli: help shown")

// helpFlag shows the help of the command it stands with, whatever else is wrong with the line.
type helpFlag bool

// BeforeReset is called by kong before it looks at values.
func (helpFlag) BeforeReset(ctx *kong.Context, s *session) error {
	node := ctx.Model.Node
	if selected := ctx.Selected(); selected != nil {
		node = selected
	} else if last := ctx.Path[len(ctx.Path)-1].Node(); last != nil {
		node = last
	}
	if err := s.help(s.env.Stdout, node); err != nil {
		return err
	}
	return errHelpShown
}

// helpCommand is `regulars help [COMMAND…]`.
type helpCommand struct {
	Command []string `arg:"" optional:""`
}

// Run shows the help of the program or of a command.
func (c *helpCommand) Run(s *session) error {
	node := s.parser.Model.Node
	for _, name := range c.Command {
		if node = child(node, name); node == nil {
			return &usageError{reason: s.text("cli.error.no-command", locale.Values{"name": strings.Join(c.Command, " ")})}
		}
	}
	return s.help(s.env.Stdout, node)
}

func child(node *kong.Node, name string) *kong.Node {
	for _, c := range node.Children {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// translate puts the catalogue's words in place of kong's.
func translate(node *kong.Node, cat *locale.Catalog) {
	path := pathOf(node)
	node.Help = cat.Text(helpKey("help", pathOf(shownNode(node))))
	for _, f := range node.Flags {
		f.Help = valueHelp(cat, "flag", path, f.Name)
	}
	for _, p := range node.Positional {
		p.Help = valueHelp(cat, "arg", path, p.Name)
	}
	for _, c := range node.Children {
		translate(c, cat)
	}
}

// pathOf is the command's words joined by dots; "" for the program. A default command is shown as its parent.
func pathOf(node *kong.Node) string {
	if node.Parent == nil {
		return ""
	}
	return strings.TrimPrefix(pathOf(node.Parent)+"."+node.Name, ".")
}

func helpKey(kind, path string) string { return strings.TrimSuffix("cli."+kind+"."+path, ".") }

// valueHelp looks for a text of the flag or argument in this command first ("cli.flag.import.tag"), then for the one it has everywhere ("cli.flag.tag").
func valueHelp(cat *locale.Catalog, kind, path, name string) string {
	return cat.TextOr(helpKey(kind, path)+"."+name, cat.Text("cli."+kind+"."+name))
}

// help writes what a command is for, how it is written, an example, its arguments and flags.
func (s *session) help(w io.Writer, node *kong.Node) error {
	h := &helpText{s: s}
	shown := shownNode(node)
	h.line(shown.Help)
	h.line("")
	h.line(s.text("cli.help-usage", locale.Values{"usage": usage(shown)}))
	if example := helpKey("example", pathOf(shown)); s.cat.Has(example) {
		h.section("cli.help-example")
		for _, line := range strings.Split(s.text(example), "\n") {
			h.line("  " + line)
		}
	}
	h.commands(shown)
	h.arguments(withDefault(shown))
	h.flags(withDefault(shown), shown.Parent == nil)
	_, err := io.WriteString(w, h.String())
	return err
}

// shownNode is the command that a default command belongs to.
func shownNode(node *kong.Node) *kong.Node {
	if node.Parent != nil && node.Parent.DefaultCmd == node {
		return node.Parent
	}
	return node
}

// withDefault is where the arguments and flags of a command are: in its default command, if it has one.
func withDefault(node *kong.Node) *kong.Node {
	if node.DefaultCmd != nil {
		return node.DefaultCmd
	}
	return node
}

func usage(node *kong.Node) string {
	words := []string{"regulars"}
	if path := pathOf(node); path != "" {
		words = append(words, strings.Split(path, ".")...)
	}
	if len(node.Children) > 0 && node.DefaultCmd == nil {
		words = append(words, "COMMAND")
	}
	for _, p := range withDefault(node).Positional {
		words = append(words, argument(p))
	}
	return strings.Join(append(words, "[--…]"), " ")
}

func argument(p *kong.Positional) string {
	name := strings.ToUpper(p.Name)
	if p.IsCumulative() {
		name += "…"
	}
	if !p.Required {
		return "[" + name + "]"
	}
	return name
}

// helpText gathers the lines of a help page.
type helpText struct {
	strings.Builder
	s *session
}

func (h *helpText) line(text string) { fmt.Fprintln(h, text) }

func (h *helpText) section(key string) {
	h.line("")
	h.line(h.s.text(key))
}

func (h *helpText) commands(node *kong.Node) {
	var rows [][2]string
	for _, c := range node.Children {
		if !c.Hidden && c != node.DefaultCmd {
			rows = append(rows, [2]string{c.Name, firstLine(c.Help)})
		}
	}
	h.pairs("cli.help-commands", rows)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

func (h *helpText) arguments(node *kong.Node) {
	var rows [][2]string
	for _, p := range node.Positional {
		rows = append(rows, [2]string{argument(p), p.Help})
	}
	h.pairs("cli.help-arguments", rows)
}

// flags lists the flags of the command and, on the program's own page, those of every command.
func (h *helpText) flags(node *kong.Node, program bool) {
	var rows [][2]string
	for _, f := range node.Flags {
		if !f.Hidden {
			rows = append(rows, [2]string{flagWords(f), f.Help + h.choices(f)})
		}
	}
	if program {
		h.pairs("cli.help-global", rows)
		return
	}
	h.pairs("cli.help-flags", rows)
	h.section("cli.help-more")
}

// choices adds what a flag may be and what it is without being given.
func (h *helpText) choices(f *kong.Flag) string {
	out := ""
	if f.HasDefault && f.Default != "" {
		out += h.s.text("cli.help-default", locale.Values{"value": f.Default})
	}
	return out
}

func flagWords(f *kong.Flag) string {
	words := "--" + f.Name
	if f.Short != 0 {
		words = "-" + string(f.Short) + ", " + words
	}
	switch {
	case f.IsBool():
		return words
	case f.Enum != "":
		return words + "=" + strings.Join(f.EnumSlice(), "|")
	case f.PlaceHolder != "":
		return words + "=" + f.PlaceHolder
	}
	return words + "=" + strings.ToUpper(f.Name)
}

// pairs writes a word and its meaning on each line, the meanings below each other; a long word has its meaning on the next line.
func (h *helpText) pairs(title string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	const most = 30
	width := 0
	for _, r := range rows {
		if w := uniseg.StringWidth(r[0]); w <= most {
			width = max(width, w)
		}
	}
	h.section(title)
	for _, r := range rows {
		gap := width - uniseg.StringWidth(r[0])
		if gap < 0 {
			h.line("  " + r[0])
			h.line(strings.Repeat(" ", width+4) + r[1])
			continue
		}
		h.line("  " + r[0] + strings.Repeat(" ", gap+2) + r[1])
	}
}

// commandOf is the command that a faulty line meant, as far as it was understood.
func commandOf(err error) string {
	var parse *kong.ParseError
	if !errors.As(err, &parse) || parse.Context == nil {
		return ""
	}
	node := parse.Context.Selected()
	if node == nil {
		return ""
	}
	return strings.ReplaceAll(pathOf(shownNode(node)), ".", " ")
}

// faults are what kong says is wrong, with the keys of our words for it; the values are named in the order of the groups.
var faults = []struct {
	pattern *regexp.Regexp
	key     string
	names   []string
}{
	{regexp.MustCompile(`^unknown flag (\S+?)(?:, did you mean (?:one of )?(.+)\?)?$`), "unknown-flag", []string{"name", "like"}},
	{regexp.MustCompile(`^unexpected argument (\S+?)(?:, did you mean (?:one of )?(.+)\?)?$`), "unexpected-argument", []string{"name", "like"}},
	{regexp.MustCompile(`^missing flags: (.+)$`), "missing-flags", []string{"name"}},
	{regexp.MustCompile(`^(?:missing positional arguments|expected) (?:one of )?(.+)$`), "missing-argument", []string{"name"}},
	{regexp.MustCompile(`^(\S+) must be one of (.+) but got "(.*)"$`), "not-one-of", []string{"name", "known", "value"}},
	{regexp.MustCompile(`^(\S+?):? expected an? .*but got "(.*?)".*$`), "bad-value", []string{"name", "value"}},
	{regexp.MustCompile(`^(\S+) and (\S+) can't be used together$`), "not-together", []string{"name", "other"}},
}

// placeholder is an argument as kong names it; ours are in capitals, as on the help page.
var placeholder = regexp.MustCompile(`<[a-z=-]+>`)

// reason says what is wrong with a command line.
func (s *session) reason(err error) string {
	for _, f := range faults {
		if m := f.pattern.FindStringSubmatch(err.Error()); m != nil {
			return s.fault(f.key, f.names, m[1:])
		}
	}
	return s.text("cli.usage.other", locale.Values{"reason": err.Error()})
}

func (s *session) fault(key string, names, found []string) string {
	values := locale.Values{}
	for i, name := range names {
		values[name] = strings.ReplaceAll(placeholder.ReplaceAllStringFunc(found[i], strings.ToUpper), `"`, "")
	}
	if values["like"] == "" {
		return s.text("cli.usage."+key, values)
	}
	if values["like"] != nil {
		key += "-like"
	}
	return s.text("cli.usage."+key, values)
}
