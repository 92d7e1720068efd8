// Command regulars is 熟客 Regulars, a customer database for firms of one to ten people.
//
// With a command it works without a window (package ui/cli), without one it opens its window (package ui/desktop). This file only wires the two to
// the process: arguments, signals, exit code.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"regulars/ui/cli"
	"regulars/ui/desktop"
)

// version is set by the linker: -ldflags "-X main.version=1.2.3".
var version = "0.1.0"

func main() {
	os.Exit(run(os.Args[1:]))
}

func run(args []string) int {
	if data, lang, ok := cli.Window(args, os.Getenv); ok {
		return window(data, lang)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return cli.Run(ctx, args, cli.System(version))
}

func window(data, lang string) int {
	options := desktop.Options{DataPath: data, Lang: lang, Child: []string{"verify", "--child"}}
	options, err := options.Posed(os.Getenv("REGULARS_POSE"))
	if err == nil {
		err = desktop.Run(options)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, desktop.Explain(err, options))
		return cli.ExitInternal
	}
	return cli.ExitDone
}
