package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/alecthomas/kong"

	"regulars/assets/locale"
)

// Globals are the flags that every command takes.
type Globals struct {
	Data string   `placeholder:"FILE"`
	Lang string   `placeholder:"zh-Hant|en"`
	JSON bool     `name:"json"`
	Yes  bool     `short:"y"`
	Help helpFlag `short:"h"`
}

// commands is the grammar of the command line. Its help texts are the catalogue keys "cli.help.<command>", "cli.flag.<flag>" and "cli.arg.<argument>".
type commands struct {
	Globals

	Demo        demoCommand        `cmd:""`
	Tour        tourCommand        `cmd:""`
	Import      importCommand      `cmd:""`
	Imports     importsCommand     `cmd:""`
	Mappings    mappingsCommand    `cmd:""`
	Contacts    contactsCommand    `cmd:""`
	Find        findCommand        `cmd:""`
	Export      exportCommand      `cmd:""`
	Labels      labelsCommand      `cmd:""`
	Envelopes   envelopesCommand   `cmd:""`
	Letters     lettersCommand     `cmd:""`
	Badges      badgesCommand      `cmd:""`
	Signin      signinCommand      `cmd:""`
	Invitations invitationsCommand `cmd:""`
	Events      eventsCommand      `cmd:""`
	Firm        firmCommand        `cmd:""`
	History     historyCommand     `cmd:""`
	Undo        undoCommand        `cmd:""`
	Redo        redoCommand        `cmd:""`
	Trash       trashCommand       `cmd:""`
	Erase       eraseCommand       `cmd:""`
	Backup      backupCommand      `cmd:""`
	Restore     restoreCommand     `cmd:""`
	Verify      verifyCommand      `cmd:""`
	Digest      digestCommand      `cmd:""`
	Version     versionCommand     `cmd:""`
	HelpCommand helpCommand        `cmd:"" name:"help"`
}

// Run does one command and returns its exit code. It never ends the process. When ctx ends, the command stops, nothing half-done stays, and the
// code is ExitInterrupted.
func Run(ctx context.Context, args []string, env Env) int {
	env = env.orDefault()
	cat, err := catalog(args, env.Getenv)
	out := &watched{Writer: env.Stdout}
	env.Stdout = out
	s := &session{ctx: ctx, env: env, cat: cat, out: out, Globals: Globals{JSON: jsonFlag(args)}}
	if err == nil {
		err = s.run(args)
	}
	return s.end(err)
}

func (s *session) run(args []string) error {
	grammar := &commands{}
	parser, err := newParser(grammar, s)
	if err != nil {
		return err
	}
	s.parser = parser
	if len(args) == 0 {
		args = []string{"help"}
	}
	parsed, err := parser.Parse(args)
	switch {
	case errors.Is(err, errHelpShown):
		return nil
	case err != nil:
		return &usageError{reason: s.reason(err), command: commandOf(err)}
	}
	s.Globals = grammar.Globals
	s.command = strings.ReplaceAll(pathOf(shownNode(parsed.Selected())), ".", " ")
	err = parsed.Run(s)
	if err != nil && !onlyProblems(err) {
		err = errors.Join(err, s.dropFresh())
	}
	if closing := s.close(); closing != nil && (err == nil || onlyProblems(err)) {
		return closing
	}
	return err
}

func newParser(grammar *commands, s *session) (*kong.Kong, error) {
	parser, err := kong.New(grammar, kong.Name("regulars"), kong.NoDefaultHelp(), kong.WithHyphenPrefixedParameters(true), kong.Exit(func(int) {}),
		kong.Writers(s.env.Stdout, s.env.Stderr), kong.Bind(s))
	if err != nil {
		return nil, err
	}
	translate(parser.Model.Node, s.cat)
	return parser, nil
}

// catalog finds the language before anything is parsed, because what is wrong with a command line is said in it too: --lang, then
// REGULARS_LANG, then the language of the system, else English.
func catalog(args []string, getenv func(string) string) (*locale.Catalog, error) {
	wanted := langFlag(args)
	if wanted == "" {
		wanted = getenv("REGULARS_LANG")
	}
	if wanted != "" {
		return chosen(wanted)
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			wanted = value
			break
		}
	}
	if tag, ok := locale.Match(wanted); ok {
		return locale.Load(tag)
	}
	return locale.Load(locale.English)
}

// chosen takes a language that somebody asked for; one that is not there is an error, told in English.
func chosen(name string) (*locale.Catalog, error) {
	if tag, ok := locale.Match(name); ok {
		return locale.Load(tag)
	}
	cat, err := locale.Load(locale.English)
	if err != nil {
		return nil, err
	}
	return cat, &usageError{reason: cat.Text("cli.error.no-language", locale.Values{"value": name, "known": locale.Tags()})}
}

// langFlag finds the value of --lang, the last one if there are several.
func langFlag(args []string) string {
	found := ""
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			found = v
		} else if a == "--lang" && i+1 < len(args) {
			found = args[i+1]
		}
	}
	return found
}

// Window reads a command line that names no command: the program then opens its window on the data file. ok is false where there is a command, a
// request for help or anything else that Run is to deal with. An empty language or file means that none was named.
func Window(args []string, getenv func(string) string) (data, lang string, ok bool) {
	data, lang = getenv("REGULARS_DATA"), getenv("REGULARS_LANG")
	for i := 0; i < len(args); i++ {
		name, value, joined := strings.Cut(args[i], "=")
		if name != "--data" && name != "--lang" {
			return "", "", false
		}
		if !joined {
			if i++; i == len(args) {
				return "", "", false
			}
			value = args[i]
		}
		if name == "--data" {
			data = value
		} else {
			lang = value
		}
	}
	return data, lang, true
}
