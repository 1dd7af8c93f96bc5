// Command parley reads the news about negotiations and keeps the ledger: who said
// what to whom, through which channel, on which day, each entry cited to the
// sentence. This package is flags and wiring only; `parley --help` lists the
// commands.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// The exit codes: 1 where a command failed, 2 where it was called wrongly, 130
// where a person interrupted it, as shells have it.
const (
	exitFailed      = 1
	exitUsage       = 2
	exitInterrupted = 130
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run parses the arguments and carries the command out, and returns the exit code.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // A second interrupt ends the process at once.
	var c cli
	exited := -1
	parser, err := kong.New(&c,
		kong.Name("parley"), kong.Description(description), kong.UsageOnError(),
		kong.Writers(out, errs), kong.Exit(func(code int) { exited = code }),
		kong.Vars{"ledger": defaultLedger(), "version": version()},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}))
	if err != nil {
		fmt.Fprintln(errs, "parley:", err)
		return exitFailed
	}
	command, err := parser.Parse(args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintln(errs, "parley:", err)
		return exitUsage
	}
	s := &session{ctx: ctx, in: &input{ctx: ctx, file: in}, out: harmless(out), data: out, errs: errs, cli: &c}
	return s.code(command.Run(s))
}

// code reports an error and returns the exit code that it means.
func (s *session) code(err error) int {
	switch {
	case err == nil:
		return 0
	case s.ctx.Err() != nil && errors.Is(err, context.Canceled):
		after := ""
		if s.stores {
			after = "; what was stored is kept, and the same command goes on from there"
		}
		fmt.Fprintln(s.errs, "parley: interrupted"+after)
		return exitInterrupted
	case errors.Is(err, errReported):
		return exitFailed
	}
	fmt.Fprintln(s.errs, "parley:", err)
	return exitFailed
}

// errReported says that a command failed on inputs that it has already named.
var errReported = errors.New("some inputs failed")
