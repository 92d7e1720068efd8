package cli

import (
	"crypto/rand"
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"
)

// Env is what a command gets from the world.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	Entropy        io.Reader
	Interactive    bool   // a person sits at standard input: questions may be asked
	Terminal       bool   // standard error is a terminal: progress may be drawn
	Program        string // the program's own file, which looks data files over in a process of their own; "" = looked over in this one
	Version        string
}

// System is the Env of the running process.
func System(version string) Env {
	program, err := os.Executable()
	if err != nil {
		program = ""
	}
	return Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Now: time.Now, Entropy: rand.Reader,
		Interactive: isatty.IsTerminal(os.Stdin.Fd()), Terminal: isatty.IsTerminal(os.Stderr.Fd()),
		Program: program, Version: version,
	}
}

// orDefault fills what a caller left out, so that the zero Env is a silent one.
func (e Env) orDefault() Env {
	if e.Stdin == nil {
		e.Stdin = eof{}
	}
	if e.Stdout == nil {
		e.Stdout = io.Discard
	}
	if e.Stderr == nil {
		e.Stderr = io.Discard
	}
	if e.Getenv == nil {
		e.Getenv = func(string) string { return "" }
	}
	if e.Now == nil {
		e.Now = time.Now
	}
	if e.Entropy == nil {
		e.Entropy = rand.Reader
	}
	return e
}

type eof struct{}

func (eof) Read([]byte) (int, error) { return 0, io.EOF }
